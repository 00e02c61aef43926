// SPDX-License-Identifier: MIT

package capi

import (
	"runtime"
	"unsafe"

	"github.com/ebitengine/purego"
)

// FrameCalls makes the calls that a program makes for every frame, without allocating: a call through a variable of this package
// costs about four allocations and a microsecond, this one none and a quarter of it. What is passed and what comes back lives in
// the struct, which therefore has to be on the heap; one goroutine at a time may use it.
type FrameCalls struct {
	Frame  Frame      // what Dequeue took
	Err    Error      // what a failed call left; owned by the caller
	Size   uintptr    // what Read wrote, or needs
	buffer []byte     // what Read writes into; that it is kept here forces it onto the heap, where it stays in its place
	info   *FrameInfo // the same for ReadInfo
	args   [10]uintptr
}

var dequeueAddress, readAddress, readInfoAddress, refAddress, unrefAddress uintptr

// frameAddresses is what Load fills in besides the variables of all functions.
var frameAddresses = map[string]*uintptr{"v4lxx_stream_dequeue": &dequeueAddress, "v4lxx_stream_read": &readAddress,
	"v4lxx_frame_read_info": &readInfoAddress, "v4lxx_frame_ref": &refAddress, "v4lxx_frame_unref": &unrefAddress}

// Dequeue is StreamDequeue with a time-out of 0.
func (c *FrameCalls) Dequeue(stream Stream) Status {
	c.args[0] = uintptr(stream)
	n := c.noTime(1)
	c.args[n] = uintptr(unsafe.Pointer(&c.Frame))
	c.args[n+1] = uintptr(unsafe.Pointer(&c.Err))
	return c.call(dequeueAddress, n+2)
}

// Read is StreamRead with a time-out of 0.
func (c *FrameCalls) Read(stream Stream, buffer []byte, mode ReadMode) Status {
	c.buffer = buffer
	c.args[0] = uintptr(stream)
	c.args[1] = uintptr(unsafe.Pointer(unsafe.SliceData(c.buffer)))
	c.args[2] = uintptr(len(buffer))
	c.args[3] = uintptr(mode)
	n := c.noTime(4)
	c.args[n] = uintptr(unsafe.Pointer(&c.Size))
	c.args[n+1] = uintptr(unsafe.Pointer(&c.Err))
	status := c.call(readAddress, n+2)
	c.buffer = nil
	return status
}

// ReadInfo is FrameReadInfo.
func (c *FrameCalls) ReadInfo(frame Frame, info *FrameInfo) Status {
	c.info = info
	info.StructSize = uint32(unsafe.Sizeof(*info))
	c.args[0] = uintptr(frame)
	c.args[1] = uintptr(unsafe.Pointer(c.info))
	c.args[2] = uintptr(unsafe.Pointer(&c.Err))
	status := c.call(readInfoAddress, 3)
	c.info = nil
	return status
}

// noTime puts the 64 bits of a time-out of 0 where C looks for them. On 32 bits these are two words, which ARM begins at an even one.
func (c *FrameCalls) noTime(n int) int {
	words := 1
	if unsafe.Sizeof(uintptr(0)) == 4 {
		words = 2
		if runtime.GOARCH == "arm" {
			words += n % 2
		}
	}
	for range words {
		c.args[n] = 0
		n++
	}
	return n
}

func (c *FrameCalls) call(address uintptr, count int) Status {
	result, _, _ := purego.SyscallN(address, c.args[:count]...)
	return Status(int32(result))
}

// FrameReference is a frame with the calls FrameRef and FrameUnref, which allocate nothing. It has to be on the heap.
type FrameReference struct{ args [1]uintptr }

// Set says which frame it is.
func (r *FrameReference) Set(frame Frame) { r.args[0] = uintptr(frame) }

// Get says which frame it is.
func (r *FrameReference) Get() Frame { return Frame(r.args[0]) }

// Ref is FrameRef.
func (r *FrameReference) Ref() { purego.SyscallN(refAddress, r.args[:]...) }

// Unref is FrameUnref.
func (r *FrameReference) Unref() { purego.SyscallN(unrefAddress, r.args[:]...) }
