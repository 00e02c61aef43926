// SPDX-License-Identifier: MIT

package v4lxx

import (
	"context"
	"errors"
	"io"
	"os"
	"syscall"
	"testing"
	"time"
)

// rig is a context whose loop has a running stream of each camera, with the tags 1, 2 and so on.
func rig(t *testing.T, names ...string) (*Context, []*Stream) {
	t.Helper()
	c, err := NewContext()
	must(t, err)
	t.Cleanup(func() { c.Close() })
	var streams []*Stream
	for i, name := range names {
		device, err := c.Open(name)
		must(t, err)
		t.Cleanup(func() { device.Close() })
		stream, err := device.NewStream(nil)
		must(t, err)
		t.Cleanup(func() { stream.Close() })
		must(t, c.AddStream(stream, uint64(i+1)))
		must(t, stream.Start())
		streams = append(streams, stream)
	}
	return c, streams
}

func briefly(t testing.TB, d time.Duration) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), d)
	t.Cleanup(cancel)
	return ctx
}

func Test_bar10a_frames_of_any_stream_come_with_its_tag(t *testing.T) {
	for _, kind := range []string{"clock=virtual", "fps=200"} {
		name := "sim:camera,pattern=cells,size=64x48," + kind
		c, _ := rig(t, name, name+",id=2", name+",id=3")
		var count [4]int
		var before *Frame
		for range 60 {
			frame, tag, err := c.Next(soon(t))
			must(t, err)
			if frame.Width() != 64 || tag < 1 || tag > 3 {
				t.Fatalf("frame of %d, tag %d", frame.Width(), tag)
			}
			if before != nil && before.isThere() {
				t.Error("the frame before is still there")
			}
			count[tag]++
			before = frame
		}
		if min(count[1], count[2], count[3]) < 10 {
			t.Errorf("%s: they do not take turns: %v", kind, count)
		}
		must(t, c.Close())
		if before.isThere() {
			t.Error("the last frame is there after Close")
		}
	}
}

func Test_S01_a_camera_that_is_unplugged_leaves_the_loop_and_the_others_go_on(t *testing.T) {
	lost := "sim:camera,clock=virtual,size=64x48,id=2,script=" + script(t, "at frame 3 unplug")
	ends := "sim:camera,clock=virtual,size=64x48,id=3,script=" + script(t, "at frame 4 last")
	c, streams := rig(t, virtual, lost, ends)
	must(t, c.Listen(ListenStreams))
	var frames [4]int
	losses, finishes := 0, 0
	for range 60 {
		_, tag, err := c.Next(soon(t))
		switch {
		case err == nil:
			frames[tag]++
		case err == io.EOF && tag == 3:
			finishes++
		case errors.Is(err, ErrDeviceLost) && tag == 2:
			losses++
		default:
			t.Fatalf("tag %d: %v", tag, err)
		}
	}
	if losses != 1 || finishes != 1 || frames[2] != 3 || frames[3] != 5 || frames[1] != 60-2-3-5 {
		t.Errorf("%d losses, %d ends, frames %v", losses, finishes, frames)
	}
	kinds := map[EventKind]uint64{}
	for {
		event, err := c.TryNextEvent()
		must(t, err)
		if event == nil {
			break
		}
		kinds[event.Kind] = event.Tag
		if event.Text == "" || event.String() != event.Text || event.Device.Card != "Simulated camera" {
			t.Errorf("%+v", event)
		}
		if event.Kind == EventLeftLoop && event.Code != CodeDeviceGone {
			t.Errorf("it left for %v", event.Code)
		}
	}
	if len(kinds) != 2 || kinds[EventLeftLoop] != 2 || kinds[EventEnded] != 3 || EventLeftLoop.String() != "left_loop" {
		t.Errorf("events %v", kinds)
	}
	c.RemoveStream(streams[0])
	if frame, _, err := c.Next(briefly(t, 20*time.Millisecond)); frame != nil || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("of a loop with nobody in it: %v, %v", frame, err)
	}
	must(t, c.Listen(0))
	var details *Error
	if _, err := c.TryNextEvent(); !errors.As(err, &details) || details.Code != CodeNotListening {
		t.Errorf("without Listen: %v", err)
	}
}

// Two goroutines, one for frames and one for events, and frames that nobody takes: the descriptor says that there is something all the time.
func Test_bar10a_events_reach_a_goroutine_of_their_own(t *testing.T) {
	for _, frames := range []bool{false, true} {
		c, streams := rig(t, "sim:camera,size=64x48,fps=100", "sim:camera,size=64x48,fps=100,id=2,script="+script(t, "at frame 2 last"))
		must(t, c.Listen(ListenStreams))
		ctx, cancel := context.WithCancel(soon(t))
		taken := make(chan error, 1)
		if frames {
			go func() {
				for {
					if _, _, err := c.Next(ctx); err != nil && err != io.EOF {
						taken <- err
						return
					}
				}
			}()
		} else {
			go func() { // the end of the second is told by its own face
				time.Sleep(50 * time.Millisecond)
				for {
					if _, err := streams[1].Next(ctx); err != nil {
						taken <- err
						return
					}
				}
			}()
		}
		var ended *Event
		for event, err := range c.Events(ctx) {
			must(t, err)
			ended = event
			break
		}
		if ended.Kind != EventEnded || ended.Tag != 2 {
			t.Errorf("%+v", ended)
		}
		cancel()
		if err := <-taken; err != io.EOF && !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
	}
}

func processorTime() time.Duration {
	var usage syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

func Test_bar10a_a_loop_sleeps_although_an_event_or_a_frame_waits(t *testing.T) {
	c, _ := rig(t, "sim:camera,size=64x48,fps=1", "sim:camera,size=64x48,clock=virtual,id=2,script="+script(t, "at frame 0 last"))
	must(t, c.Listen(ListenStreams))
	for range 2 { // the frame and the end, which is an event that nobody takes yet
		if _, tag, err := c.Next(soon(t)); tag != 2 || (err != nil && err != io.EOF) {
			t.Fatal(tag, err)
		}
	}
	before := processorTime()
	if _, _, err := c.Next(briefly(t, 400*time.Millisecond)); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	if _, err := c.NextEvent(soon(t)); err != nil {
		t.Error(err)
	}
	time.Sleep(1200 * time.Millisecond) // a frame of the first waits
	if _, err := c.NextEvent(briefly(t, 400*time.Millisecond)); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	if used := processorTime() - before; used > 300*time.Millisecond {
		t.Errorf("%v of processor time", used)
	}
}

func Test_bar10c_close_and_cancel_end_the_waits_of_a_context(t *testing.T) {
	c, _ := rig(t, silent)
	must(t, c.Listen(ListenStreams))
	c.Cancel()
	if _, _, err := c.Next(soon(t)); !errors.Is(err, ErrCancelled) {
		t.Errorf("cancelled before: %v", err)
	}
	failures := make(chan error, 2)
	next := func() { _, _, err := c.Next(context.Background()); failures <- err }
	event := func() { _, err := c.NextEvent(context.Background()); failures <- err }
	go next()
	time.Sleep(20 * time.Millisecond)
	c.Cancel()
	if err := <-failures; !errors.Is(err, ErrCancelled) {
		t.Errorf("cancelled during: %v", err)
	}
	go next()
	go event()
	time.Sleep(20 * time.Millisecond)
	must(t, c.Close())
	for range 2 {
		if err := <-failures; !errors.Is(err, ErrClosed) || !errors.Is(err, os.ErrClosed) {
			t.Errorf("closed during: %v", err)
		}
	}
	if _, _, err := c.Next(context.Background()); !errors.Is(err, ErrClosed) || c.FD() != -1 {
		t.Errorf("closed before: %v, %d", err, c.FD())
	}
	var none Context
	if _, err := none.NextEvent(context.Background()); !errors.Is(err, ErrClosed) {
		t.Errorf("of no context: %v", err)
	}
}

func Test_S14_what_a_loop_refuses(t *testing.T) {
	c, streams := rig(t, virtual)
	var details *Error
	if err := c.AddStream(streams[0], 1); !errors.As(err, &details) || details.Code != CodeStreamInLoop {
		t.Errorf("twice: %v", err)
	}
	other, _ := rig(t)
	if err := other.AddStream(streams[0], 1); !errors.Is(err, ErrArgument) {
		t.Errorf("elsewhere: %v", err)
	}
	if err := c.Listen(1 << 20); !errors.Is(err, ErrArgument) {
		t.Errorf("an unknown flag: %v", err)
	}
	must(t, streams[0].Close())
	if err := c.AddStream(streams[0], 1); !errors.Is(err, ErrClosed) {
		t.Errorf("a closed one: %v", err)
	}
}
