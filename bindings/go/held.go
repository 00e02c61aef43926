// SPDX-License-Identifier: MIT

package v4lxx

import (
	"time"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// HeldFrame is a frame that was handed out and not given back; one with References of 0 was.
type HeldFrame struct {
	Generation  uint32        // which start of the stream it is of; one of an older start keeps memory, and no buffer of this one
	Number      uint64        // as Frame.Number
	Holder      uint64        // what Frame.SetHolder said last; 0: nothing
	Bytes       uint64        // of all planes
	Arrival     time.Duration // as Frame.Arrival
	Age         time.Duration // since then; below 0: not known, because the stream is closed
	References  uint32        // that have to be given back before the driver gets its buffer
	BufferIndex uint32        // the kernel's number of the buffer
	Flags       FrameFlags    // of one that is a copy the driver has its buffer back
	TakenBy     uint32        // with StreamOptions.Guard: the kernel's number of the thread that took it
	ReleasedBy  uint32        // with StreamOptions.Guard: of the one that gave it back; 0 while it is held
}

func heldOf(r *capi.HeldFrame) HeldFrame {
	return HeldFrame{r.Generation, r.Number, r.Holder, r.Bytes, time.Duration(r.ArrivalNs), time.Duration(r.AgeNs), r.References,
		r.BufferIndex, FrameFlags(r.Flags), r.TakenBy, r.ReleasedBy}
}

// Held lists the frames of a stream that were handed out and not given back, of all its starts, the oldest first: the one that was taken last
// among them, and those that were kept. It takes the lock of the frame path for as long as it looks.
func (s *Stream) Held() ([]HeldFrame, error) {
	var raw capi.HeldList
	err := s.object.ask("list held frames", func(stream capi.Stream, details *capi.Error) capi.Status {
		return capi.StreamListHeld(stream, &raw, details)
	})
	if err != nil {
		return nil, err
	}
	defer capi.HeldListUnref(raw)
	return entries(raw, capi.HeldListGetCount, at(capi.HeldListAt, capi.MakeHeldFrame, heldOf))
}

// FindFrame finds the frame of a buffer by an address in it: which one it was that somebody read after it was given back. With
// debug.SetPanicOnFault the panic of such a read has an Addr method.
func (s *Stream) FindFrame(address uintptr) (HeldFrame, error) {
	raw := capi.MakeHeldFrame()
	err := s.object.ask("find a frame", func(stream capi.Stream, details *capi.Error) capi.Status {
		return capi.StreamFindFrame(stream, uint64(address), &raw, details)
	})
	return heldOf(&raw), err
}

// SetHolder says who has the frame, for Stream.Held: a number of the program's own. It is 0 when a frame is handed out.
func (f *Frame) SetHolder(holder uint64) {
	if !f.enter() {
		panic(released("say who holds a frame"))
	}
	defer f.leave()
	capi.FrameSetHolder(f.ref.Get(), holder)
}
