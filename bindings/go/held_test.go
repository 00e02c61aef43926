// SPDX-License-Identifier: MIT

package v4lxx

import (
	"runtime/debug"
	"testing"
)

func Test_bar14d_held_frames_are_listed_with_their_holder(t *testing.T) {
	cam := start(t, virtual)
	frame, err := cam.Next(soon(t))
	must(t, err)
	kept, err := frame.Keep()
	must(t, err)
	kept.SetHolder(1 << 63)
	_, err = cam.Next(soon(t))
	must(t, err)
	held, err := cam.Held()
	must(t, err)
	if len(held) != 2 || held[0].Holder != 1<<63 || held[0].Number != 0 || held[0].Age <= 0 || held[1].Holder != 0 {
		t.Errorf("%+v", held)
	}
	kept.Release()
	if held, err = cam.Held(); err != nil || len(held) != 1 || held[0].Number != 1 {
		t.Errorf("%+v, %v", held, err)
	}
}

// readAt reads a byte; the address of the fault if that may not be.
func readAt(bytes []byte) (address uintptr) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if fault, ok := recover().(interface{ Addr() uintptr }); ok {
			address = fault.Addr()
		}
	}()
	sink = bytes[5000]
	return 0
}

var sink byte

func Test_bar14c_a_slice_that_is_read_after_the_release_is_a_fault_of_a_known_frame(t *testing.T) {
	library, err := NewContext()
	must(t, err)
	defer library.Close()
	device, err := library.Open(virtual)
	must(t, err)
	defer device.Close()
	stream, err := device.NewStream(&StreamOptions{Guard: true})
	must(t, err)
	defer stream.Close()
	must(t, stream.Start())
	frame, err := stream.Next(soon(t))
	must(t, err)
	bytes, err := frame.Plane(0)
	must(t, err)
	if address := readAt(bytes); address != 0 {
		t.Fatal("it could not be read while it was held")
	}
	frame.Release()
	address := readAt(bytes)
	if address == 0 {
		t.Fatal("it could be read after the release")
	}
	found, err := stream.FindFrame(address)
	if err != nil || found.Number != 0 || found.References != 0 || found.TakenBy == 0 || found.ReleasedBy == 0 {
		t.Errorf("%+v, %v", found, err)
	}
}
