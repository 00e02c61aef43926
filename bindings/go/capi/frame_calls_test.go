// SPDX-License-Identifier: MIT

package capi

import (
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"unsafe"

	"github.com/ebitengine/purego"
)

// stub makes a library of testdata/stub.c. V4LXX_TEST_CC is a compiler for this architecture, if that is not the machine's own.
func stub(t *testing.T) string {
	path := t.TempDir() + "/stub.so"
	compiler := append(strings.Fields(os.Getenv("V4LXX_TEST_CC")), "cc")[0]
	said, err := exec.Command(compiler, "-shared", "-fPIC", "-nostdlib", "testdata/stub.c", "-o", path).CombinedOutput()
	if err != nil {
		t.Fatalf("%s%v", said, err)
	}
	return path
}

// Test_U37_the_calls_of_a_frame_reach_C_as_they_are_meant: on 32 bits a 64-bit argument takes two words, which ARM begins at an even one.
// Each function of the stub answers with its arguments.
func Test_U37_the_calls_of_a_frame_reach_C_as_they_are_meant(t *testing.T) {
	library, err := purego.Dlopen(stub(t), purego.RTLD_NOW)
	if err != nil {
		t.Fatal(err)
	}
	before := [...]uintptr{dequeueAddress, readAddress, readInfoAddress, refAddress, unrefAddress}
	defer func() {
		dequeueAddress, readAddress, readInfoAddress, refAddress, unrefAddress = before[0], before[1], before[2], before[3], before[4]
	}()
	for name, address := range map[string]*uintptr{"dequeue": &dequeueAddress, "read": &readAddress, "read_info": &readInfoAddress,
		"unref": &unrefAddress} {
		if *address, err = purego.Dlsym(library, "stub_"+name); err != nil {
			t.Fatal(err)
		}
	}
	calls := &FrameCalls{}
	for i := range calls.args { // what was there before must not be taken for a time
		calls.args[i] = ^uintptr(0)
	}
	if status := calls.Dequeue(0x1234); status != Again || calls.Frame != 0x1235 || calls.Err != 7 {
		t.Errorf("dequeue: %d, frame %x, error %d", status, calls.Frame, calls.Err)
	}
	for i := range calls.args {
		calls.args[i] = ^uintptr(0)
	}
	buffer := make([]byte, 10)
	if status := calls.Read(0x1234, buffer, ReadBytes); status != TimedOut || calls.Size != 0x1234+10+1 || calls.Err != 9 || buffer[9] != 0xa5 {
		t.Errorf("read: %d, size %x, error %d, %x", status, calls.Size, calls.Err, buffer)
	}
	var info FrameInfo
	if status := calls.ReadInfo(0x77, &info); status != End || info.Fourcc != 0x77 || info.StructSize != uint32(unsafe.Sizeof(info)) || calls.Err != 3 {
		t.Errorf("read_info: %d, %+v, error %d", status, info, calls.Err)
	}
	frame := &FrameReference{}
	frame.Set(Frame(uintptr(unsafe.Pointer(&buffer[0]))))
	if frame.Unref(); buffer[0] != 0x5a {
		t.Errorf("unref: %x", buffer[0])
	}
	runtime.KeepAlive(buffer)
}
