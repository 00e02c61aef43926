// SPDX-License-Identifier: MIT

package v4lxx

import (
	"context"
	"io"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"weak"

	"github.com/ebitengine/purego"
	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// Functions of Go that C can call are never freed, and a process has 2,000. So there is one for each type, for the life of the
// process; what it has to call is found by a number that C hands back.
var (
	tokens      sync.Map // number -> *frameCallback or *logSink
	lastToken   atomic.Uintptr
	trampolines = sync.OnceValue(makeTrampolines)
)

type entryPoints struct{ frame, log, destroy uintptr }

func makeTrampolines() entryPoints {
	return entryPoints{
		frame: purego.NewCallback(func(_ capi.Stream, frame capi.Frame, token uintptr) {
			if found, ok := tokens.Load(token); ok {
				found.(*frameCallback).call(frame)
			}
		}),
		log: purego.NewCallback(func(record capi.LogRecord, token uintptr) {
			if found, ok := tokens.Load(token); ok {
				found.(*logSink).call(record)
			}
		}),
		destroy: purego.NewCallback(func(token uintptr) { tokens.Delete(token) }),
	}
}

// newToken gives a number for what a trampoline finds by it, until C calls destroy.
func newToken(target any) uintptr {
	token := lastToken.Add(1)
	tokens.Store(token, target)
	return token
}

type callbackState struct {
	running atomic.Bool // a callback runs, on whatever goroutine
	failure error       // of the callback that ran last; guarded by Stream.busy
	setting sync.Mutex  // so that C and `function` agree on whether there is one
	// The program's function, which often refers to the stream, is kept here and not where C's number leads to: else a stream
	// that was forgotten would keep itself alive.
	function atomic.Pointer[func(*Frame) error]
}

type frameCallback struct{ stream weak.Pointer[Stream] }

// call runs the program's function. A panic must not run through the frames of C above it: it ends here, and goes on in Dispatch.
func (c *frameCallback) call(raw capi.Frame) {
	stream := c.stream.Value() // alive: its Dispatch is running
	state := &stream.callback
	function := state.function.Load()
	if function == nil { // taken away after C had decided to call
		return
	}
	frame := &Frame{} // with a reference of its own, for whoever uses it in another goroutine until the last moment
	frame.ref.Set(raw)
	frame.ref.Ref()
	state.running.Store(true)
	defer func() {
		if value := recover(); value != nil {
			state.failure = &PanicError{Value: value, Stack: debug.Stack()}
		}
		state.running.Store(false)
		frame.Release()
		if state.failure != nil {
			_ = stream.Stop() // the failure of the callback is the one to tell
		}
	}()
	if status := stream.calls.ReadInfo(raw, &frame.info); status < 0 { // Dispatch has them for itself
		state.failure = failed(status, stream.calls.Err)
		return
	}
	state.failure = (*function)(frame)
}

// SetCallback sets the function that Dispatch calls with each frame, or takes it away with nil. The frame is valid during the call:
// Keep it to have it longer. When the function returns an error or panics, the stream is stopped and Dispatch returns that error, or a
// *PanicError. Inside, everything is allowed but taking frames of the same stream. A stream with a callback refuses Next.
func (s *Stream) SetCallback(function func(*Frame) error) error {
	return s.object.ask("set a callback", func(stream capi.Stream, details *capi.Error) capi.Status {
		s.callback.setting.Lock()
		defer s.callback.setting.Unlock()
		if function == nil {
			status := capi.StreamSetFrameCallback(stream, 0, 0, 0, details)
			if status >= 0 {
				s.callback.function.Store(nil)
			}
			return status
		}
		entry := trampolines()
		token := newToken(&frameCallback{weak.Make(s)})
		before := s.callback.function.Swap(&function) // another goroutine may dispatch at once
		status := capi.StreamSetFrameCallback(stream, entry.frame, token, entry.destroy, details)
		if status < 0 {
			s.callback.function.Store(before)
		}
		return status
	})
}

// Dispatch waits for one frame and hands it to the callback, on this goroutine. It ends as Next does, and with what the callback
// returned.
func (s *Stream) Dispatch(ctx context.Context) error {
	if err := s.poller.follow(ctx); err != nil {
		return err
	}
	for {
		called, err := s.TryDispatch()
		if called || err != nil {
			return err
		}
		if err := s.poller.wait(ctx); err != nil {
			return err
		}
	}
}

// TryDispatch hands a frame to the callback if there is one, and tells whether it did.
func (s *Stream) TryDispatch() (bool, error) {
	stream, err := s.take("dispatch a frame")
	if err != nil {
		return false, err
	}
	defer s.taken()
	s.callback.failure = nil
	var details capi.Error
	status := capi.StreamDispatch(stream, 0, &details)
	err = failed(status, details)
	if s.callback.failure != nil {
		return true, s.callback.failure
	}
	if status == capi.End {
		return false, io.EOF
	}
	return status == capi.OK, err
}
