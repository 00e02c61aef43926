// SPDX-License-Identifier: MIT

package v4lxx

import (
	"context"
	"fmt"
	"io"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// StreamOptions say what a stream should be; zero leaves a field as it is on the device, or to the driver.
type StreamOptions struct {
	FourCC         FourCC
	Width, Height  uint32        // pixels
	Rate           Fraction      // frames per second: FPS(30), or {30000, 1001}
	Buffers        uint32        // wanted; 0 is 4. BufferCount tells what was given
	DeliverCorrupt bool          // deliver frames the driver marked as corrupt, instead of dropping them
	StepDown       bool          // start in a mode that needs less bandwidth if the USB bus has no more
	Reconnect      bool          // a lost device is no failure: taking frames waits until it is back
	USBReset       bool          // with Reconnect: what opening the device anew does not mend, a reset of its USB device may
	LargePages     bool          // ask for large pages behind the copies of ReserveCopy; LargePages of the Account tells
	Guard          bool          // for debugging: to read a frame whose buffer the driver has is a fault; FindFrame tells which one it was
	Flow           Flow          // what happens while the program is slower than the camera
	FlowDepth      uint32        // frames that wait for the program at most, with FlowDropOldest and FlowDropNewest; 0 is 2
	MinQueued      uint32        // buffers that the driver keeps, however many frames the program keeps
	Reserve        Reserve       // what becomes of a frame that would leave it fewer
	MaxBuffers     uint32        // that ReserveGrow makes it at most; 0 is twice as many as there were
	StallAfter     time.Duration // as long without a good frame is a failure, CodeStreamStalled; 0 allows any time
}

// Stream is one queue of buffers of a device: it delivers its frames. Take them in one of the ways Frames, Next, Channel, NewReader
// and Dispatch, from one goroutine at a time.
type Stream struct {
	object object[capi.Stream]
	native *nativeStream
	poller *poller

	busy  sync.Mutex // guards all below: one goroutine at a time takes, reads or dispatches
	calls *capi.FrameCalls
	ring  [ringSize]Frame // the frames of Next, used in turn, so that one used too late is noticed and not another one
	place int             // in the ring, used last
	last  *Frame          // what Next gave last; nil before the first

	callback callbackState
	failure  atomic.Pointer[error] // what ended the last Frames or Channel
}

const ringSize = 8

// nativeStream is what has to be given back when nobody can reach the stream any more. It refers to nothing of Go's that could.
// Nobody is inside a frame of the ring then either, as that would reach the stream.
type nativeStream struct {
	stream capi.Stream
	poller *poller
	last   atomic.Uintptr // the frame of the ring that Next gave last; 0 after its release
}

func (n *nativeStream) end(capi.Stream) {
	n.poller.close()
	if frame := n.last.Load(); frame != 0 {
		capi.FrameUnref(capi.Frame(frame))
	}
	capi.StreamUnref(n.stream)
}

func (o *StreamOptions) raw() capi.StreamOptions {
	raw := capi.MakeStreamOptions()
	raw.Fourcc, raw.Width, raw.Height = uint32(o.FourCC), o.Width, o.Height
	raw.Rate, raw.BufferCount = capi.Fraction(o.Rate), o.Buffers
	raw.Flow, raw.FlowDepth = capi.Flow(o.Flow), o.FlowDepth
	raw.MinQueued, raw.Reserve, raw.MaxBuffers = o.MinQueued, capi.Reserve(o.Reserve), o.MaxBuffers
	raw.StallAfterNs = o.StallAfter.Nanoseconds()
	raw.Flags = bit(o.DeliverCorrupt, uint32(capi.StreamDeliverCorrupt)) | bit(o.StepDown, uint32(capi.StreamStepDown)) |
		bit(o.Reconnect, uint32(capi.StreamReconnect)) | bit(o.Guard, uint32(capi.StreamGuard)) |
		bit(o.LargePages, uint32(capi.StreamLargePages)) | bit(o.USBReset, uint32(capi.StreamUSBReset))
	return raw
}

// NewStream makes the capture stream of a device; nil takes everything as it is. A format that differs from the options is no failure:
// Format tells what was granted. No buffer is allocated before Start.
func (d *Device) NewStream(options *StreamOptions) (*Stream, error) {
	if options == nil {
		options = &StreamOptions{}
	}
	raw := options.raw()
	var stream capi.Stream
	err := d.object.ask("create a stream", func(device capi.Device, details *capi.Error) capi.Status {
		return capi.StreamCreate(device, &raw, &stream, details)
	})
	if err != nil {
		return nil, err
	}
	return newStream(stream)
}

func bit(set bool, value uint32) uint32 {
	if set {
		return value
	}
	return 0
}

func newStream(stream capi.Stream) (*Stream, error) {
	poller, err := newPoller(int(capi.StreamGetFd(stream)), "v4lxx stream")
	if err != nil {
		capi.StreamUnref(stream)
		return nil, refused(ErrSystem, CodeSystemCallFailed, "wait for a stream", "",
			fmt.Sprintf("its descriptor cannot be watched: %v", err))
	}
	s := &Stream{poller: poller, calls: &capi.FrameCalls{}, native: &nativeStream{stream: stream, poller: poller}}
	for i := range s.ring {
		s.ring[i].held = &s.native.last
		s.ring[i].gate.state.Store(ended | givenBack)
	}
	hold(s, &s.object, "stream", stream, s.native.end)
	s.object.unref = s.closed // while there is a stream, whoever is inside its last frame gives that back
	return s, nil
}

// Start allocates buffers and starts the driver. On failure all of it is undone.
func (s *Stream) Start() error {
	return s.object.ask("start streaming", capi.StreamStart)
}

// Stop stops the driver and frees its buffers. Kept frames stay readable. A wait of another goroutine ends with ErrState. Stopping a
// stream that does not run does nothing. It may be called inside a callback.
func (s *Stream) Stop() error {
	return s.object.ask("stop streaming", capi.StreamStop)
}

// Close ends the stream now: waits end with ErrClosed, the driver's buffers are freed. Kept frames stay readable, the one that Next
// gave last does not. It never fails, and closing twice is allowed.
func (s *Stream) Close() error {
	stream, err := s.object.enter("close")
	if err != nil {
		return nil
	}
	defer s.object.leave()
	capi.StreamClose(stream)
	s.poller.close()
	s.object.end()
	return nil
}

// CloseWithin closes, and waits until that is over; a negative time waits without end. If the driver does not return from a call in this time,
// the error, ErrBusy, names the call. The stream is closed all the same, and the rest happens when the driver returns; called again it waits on.
func (s *Stream) CloseWithin(timeout time.Duration) error {
	stream, err := s.object.enter("close")
	if err != nil {
		return nil
	}
	defer s.object.leave()
	var details capi.Error
	if status := capi.StreamCloseWithin(stream, int64(timeout), &details); status < 0 {
		return failed(status, details)
	}
	s.poller.close()
	s.object.end()
	return nil
}

// closed is the end of a stream that was closed, after the last call inside it.
func (s *Stream) closed(stream capi.Stream) {
	s.releaseLast()
	capi.StreamUnref(stream)
}

func (s *Stream) releaseLast() {
	if s.last != nil {
		s.last.Release()
	}
}

// Cancel ends the waits of this stream, or the next one if there is none, once, with ErrCancelled.
func (s *Stream) Cancel() {
	if stream, err := s.object.enter("cancel"); err == nil {
		capi.StreamCancel(stream)
		s.object.leave()
	}
}

// Next waits for the next frame, which is valid until the next one is taken. It ends with the error of the context when that ends,
// with io.EOF when the stream has no more frames, or with a failure. The goroutine is parked; no thread waits.
func (s *Stream) Next(ctx context.Context) (*Frame, error) {
	if err := s.poller.follow(ctx); err != nil {
		return nil, err
	}
	for {
		frame, err := s.TryNext()
		if frame != nil || err != nil {
			return frame, err
		}
		if err := s.poller.wait(ctx); err != nil {
			return nil, err
		}
	}
}

// TryNext takes the next frame if there is one, and else returns nil and no error. For programs with an event loop of their own: FD.
func (s *Stream) TryNext() (*Frame, error) {
	stream, err := s.take("take a frame")
	if err != nil {
		return nil, err
	}
	defer s.taken()
	s.releaseLast()
	switch status := s.calls.Dequeue(stream); status {
	case capi.OK:
		return s.received(s.calls.Frame)
	case capi.End:
		return nil, io.EOF
	default:
		return nil, failed(status, s.calls.Err)
	}
}

// take is enter of a call that takes, reads or dispatches: one goroutine at a time, and none inside a callback. taken must follow.
func (s *Stream) take(operation string) (capi.Stream, error) {
	stream, err := s.object.enter(operation)
	if err != nil {
		return 0, err
	}
	if s.callback.running.Load() {
		s.object.leave()
		return 0, refused(ErrState, CodeInsideCallback, operation, "", "a callback of the same stream is running")
	}
	s.busy.Lock()
	return stream, nil
}

func (s *Stream) taken() {
	s.busy.Unlock()
	s.object.leave()
}

// received puts a frame, which is ours, into the next free place of the ring. One outside gives itself back if it is forgotten.
func (s *Stream) received(raw capi.Frame) (*Frame, error) {
	frame := s.freePlace()
	frame.ref.Set(raw)
	if status := s.calls.ReadInfo(raw, &frame.info); status < 0 {
		frame.ref.Unref()
		return nil, failed(status, s.calls.Err)
	}
	if frame.held != nil {
		frame.held.Store(uintptr(raw))
		frame.gate.state.Store(0)
	} else {
		frame.cleanup = runtime.AddCleanup(frame, unrefFrame, raw)
	}
	s.last = frame
	return frame, nil
}

// freePlace: one that was not used for long, and in which no other goroutine is busy with a frame it should no longer have.
func (s *Stream) freePlace() *Frame {
	for range s.ring {
		s.place = (s.place + 1) % ringSize
		if place := &s.ring[s.place]; place.gate.state.Load() == ended|givenBack {
			return place
		}
	}
	return &Frame{}
}

// NextMany waits for the next frame as Next does, and takes all others that are ready with it, most of them at most: one call of the library
// for all. Each is kept: whoever has it must Release it. An end or a failure behind frames is told by the next call.
func (s *Stream) NextMany(ctx context.Context, most int) ([]*Frame, error) {
	if err := s.poller.follow(ctx); err != nil {
		return nil, err
	}
	for {
		frames, err := s.TryNextMany(most)
		if len(frames) != 0 || err != nil {
			return frames, err
		}
		if err := s.poller.wait(ctx); err != nil {
			return nil, err
		}
	}
}

// TryNextMany takes the frames that are ready, most of them at most, and else returns none and no error.
func (s *Stream) TryNextMany(most int) ([]*Frame, error) {
	stream, err := s.take("take frames")
	if err != nil {
		return nil, err
	}
	defer s.taken()
	s.releaseLast()
	raw := make([]capi.Frame, max(most, 0)+1) // one more than is told of: the address of none is no address
	var count uint32
	var details capi.Error
	status := capi.StreamDequeueMany(stream, &raw[0], uint32(len(raw)-1), 0, &count, &details)
	if status == capi.End {
		return nil, io.EOF
	}
	if status < 0 {
		return nil, failed(status, details)
	}
	frames := make([]*Frame, 0, count)
	for _, one := range raw[:count] {
		frame := &Frame{info: capi.MakeFrameInfo()}
		frame.ref.Set(one)
		frame.cleanup = runtime.AddCleanup(frame, unrefFrame, one)
		if status := capi.FrameReadInfo(one, &frame.info, &details); status < 0 { // without memory only, which gives none of them
			for _, taken := range append(frames, frame) {
				taken.Release()
			}
			return nil, failed(status, details)
		}
		frames = append(frames, frame)
	}
	return frames, nil
}

// Wait waits until Next has something to say, and takes nothing.
func (s *Stream) Wait(ctx context.Context) error {
	if err := s.poller.follow(ctx); err != nil {
		return err
	}
	return s.poller.wait(ctx)
}

// Frames walks through the frames of the stream until the context ends, the stream ends, or something fails; Err then tells which.
// Each frame is valid until the next turn of the loop: Keep it to have it longer. Walking costs no allocation.
func (s *Stream) Frames(ctx context.Context) iter.Seq[*Frame] {
	return func(yield func(*Frame) bool) {
		s.ends(nil)
		for {
			frame, err := s.Next(ctx)
			if err != nil {
				s.ends(err)
				return
			}
			if !yield(frame) {
				frame.Release()
				return
			}
		}
	}
}

// Err tells what ended the last loop over Frames, or the last Channel: nil at the end of the stream or after a break, the error of the
// context if that ended, else the failure.
func (s *Stream) Err() error {
	if err := s.failure.Load(); err != nil {
		return *err
	}
	return nil
}

func (s *Stream) ends(err error) {
	if err == io.EOF || err == nil {
		s.failure.Store(nil)
		return
	}
	s.failure.Store(&err)
}

// FD is the descriptor to wait for in an event loop of another kind: readable when TryNext has something to say. It is the stream's
// own: never read or close it. -1 after Close.
func (s *Stream) FD() int {
	stream, err := s.object.enter("wait")
	if err != nil {
		return -1
	}
	defer s.object.leave()
	return int(capi.StreamGetFd(stream))
}
