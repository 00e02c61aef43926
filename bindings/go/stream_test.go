// SPDX-License-Identifier: MIT

package v4lxx

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/pprof"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func Test_U16_frames_come_in_order_and_end_with_the_loop(t *testing.T) {
	cam := start(t, virtual)
	wanted := uint32(0)
	for frame := range cam.Frames(soon(t)) {
		if frame.Sequence() != wanted || frame.Width() != 64 || frame.Len() != frameBytes {
			t.Fatalf("frame %d is %dx%d, %d bytes, number %d", wanted, frame.Width(), frame.Height(), frame.Len(), frame.Sequence())
		}
		if wanted++; wanted == 100 {
			break
		}
	}
	must(t, cam.Err())
	account, err := cam.Account()
	must(t, err)
	if wanted != 100 || account.Held != 0 || account.Copies != 0 {
		t.Errorf("%d frames, %+v", wanted, account)
	}
}

func Test_U16_a_frame_that_was_kept_stays_as_it_was(t *testing.T) {
	cam := start(t, virtual)
	var kept []*Frame
	var pictures [][]byte
	for frame := range cam.Frames(soon(t)) {
		one, err := frame.Keep()
		must(t, err)
		bytes, err := one.Plane(0)
		must(t, err)
		kept, pictures = append(kept, one), append(pictures, append([]byte(nil), bytes...))
		if len(kept) == 3 {
			break
		}
	}
	must(t, cam.Close())
	for i, one := range kept {
		bytes, err := one.Plane(0)
		must(t, err)
		if one.Sequence() != uint32(i) || string(bytes) != string(pictures[i]) {
			t.Errorf("frame %d changed", i)
		}
		one.Release()
		one.Release()
	}
}

func Test_U36_a_frame_used_after_its_time_is_an_error(t *testing.T) {
	cam := start(t, virtual)
	first, err := cam.Next(soon(t))
	must(t, err)
	_, err = cam.Next(soon(t))
	must(t, err)
	if _, err := first.Plane(0); !errors.Is(err, ErrClosed) || !errors.Is(err, os.ErrClosed) {
		t.Errorf("Plane: %v", err)
	}
	if _, err := first.Keep(); !errors.Is(err, ErrClosed) {
		t.Errorf("Keep: %v", err)
	}
	if _, err := first.WriteTo(io.Discard); !errors.Is(err, ErrClosed) {
		t.Errorf("WriteTo: %v", err)
	}
	defer func() {
		if err, _ := recover().(error); !errors.Is(err, ErrClosed) {
			t.Errorf("Width panics with %v", err)
		}
	}()
	first.Width()
}

func Test_bar10g_U37_fifty_waiting_streams_need_no_more_threads_than_one(t *testing.T) {
	threads := func() int { return pprof.Lookup("threadcreate").Count() }
	var waiting sync.WaitGroup
	ctx, cancel := context.WithCancel(context.Background())
	one := still(t)
	waiting.Go(func() { _, _ = one.Next(ctx) })
	time.Sleep(50 * time.Millisecond)
	before := threads()
	failures := make(chan error, 50)
	for i := range 50 {
		cam, err := Open(fmt.Sprintf("%s,id=%d", silent, i+2), nil)
		must(t, err)
		waiting.Go(func() {
			defer cam.Close()
			_, err := cam.Next(ctx)
			failures <- err
		})
	}
	time.Sleep(200 * time.Millisecond)
	if after := threads(); after > before+2 { // the runtime's own may start meanwhile
		t.Errorf("%d threads for one stream, %d for fifty more", before, after)
	}
	cancel()
	waiting.Wait()
	for range 50 {
		if err := <-failures; !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
	}
}

func Test_U10_a_context_ends_a_wait_at_once(t *testing.T) {
	cam := still(t)
	for range 3 { // an ended context does no harm to the next wait
		began := time.Now()
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
		_, err := cam.Next(ctx)
		cancel()
		if took := time.Since(began); !errors.Is(err, context.DeadlineExceeded) || took < 20*time.Millisecond || took > time.Second {
			t.Fatalf("%v after %v", err, took)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(10*time.Millisecond, cancel)
	for range cam.Frames(ctx) {
		t.Fatal("a frame came")
	}
	if !errors.Is(cam.Err(), context.Canceled) {
		t.Error(cam.Err())
	}
}

func Test_U10_a_wait_for_nothing_is_one_each_time(t *testing.T) {
	cam := still(t)
	for range 3 {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
		if err := cam.Wait(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
		cancel()
	}
	must(t, start(t, virtual).Wait(soon(t)))
}

func Test_U10_a_context_of_long_ago_ends_no_later_wait(t *testing.T) {
	cam := start(t, virtual)
	ctx, cancel := context.WithCancel(context.Background())
	_, err := cam.Next(ctx)
	must(t, err)
	cancel()
	if _, err := cam.Next(ctx); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	for range 100 {
		_, err = cam.Next(context.Background())
		must(t, err)
	}
}

func Test_U36_close_and_cancel_end_a_wait(t *testing.T) {
	for name, end := range map[string]func(*Camera){
		"CLOSED": func(c *Camera) { c.Stream.Close() }, "CANCELLED": func(c *Camera) { c.Cancel() },
		"closed with its device": func(c *Camera) { c.Device.Close() }, "STATE": func(c *Camera) { _ = c.Stop() },
	} {
		cam := still(t)
		time.AfterFunc(20*time.Millisecond, func() { end(cam) })
		_, err := cam.Next(soon(t))
		wanted := map[string]error{"CANCELLED": ErrCancelled, "STATE": ErrState}[name]
		if wanted == nil {
			wanted = ErrClosed
		}
		if !errors.Is(err, wanted) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func Test_U10_frames_by_the_real_clock_wake_the_goroutine(t *testing.T) {
	cam := start(t, "sim:camera,pattern=cells,fps=60,size=64x48")
	n := 0
	for range cam.Frames(soon(t)) {
		if n++; n == 10 {
			break
		}
	}
	must(t, cam.Err())
	if n != 10 {
		t.Error(n, "frames")
	}
}

func Test_bar2c_ten_thousand_cycles_make_no_callback_of_C(t *testing.T) {
	const cycles = 10_000 // purego panics at the 2,000th
	device := open(t, virtual)
	for i := range cycles {
		stream, err := device.NewStream(nil)
		must(t, err)
		must(t, stream.SetCallback(func(*Frame) error { return nil }))
		if i%1000 == 0 {
			must(t, stream.Start())
			must(t, stream.Dispatch(soon(t)))
		}
		must(t, stream.Close())
	}
	left := 0
	tokens.Range(func(any, any) bool { left++; return true })
	if left != 0 {
		t.Errorf("%d of %d callbacks are still known", left, cycles)
	}
}

func Test_bar14f_what_is_forgotten_is_given_back(t *testing.T) {
	descriptors := func() int {
		entries, err := os.ReadDir("/proc/self/fd")
		must(t, err)
		return len(entries)
	}
	before := descriptors()
	func() {
		for range 20 {
			cam, err := Open(virtual, nil)
			must(t, err)
			must(t, cam.Stop())
			must(t, cam.SetCallback(func(*Frame) error { _ = cam; return nil }))
			must(t, cam.SetCallback(nil))
			must(t, cam.Start())
			frame, err := cam.Next(soon(t))
			must(t, err)
			_, err = frame.Keep()
			must(t, err)
		}
	}()
	for range 100 {
		if runtime.GC(); descriptors() <= before {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	t.Errorf("%d descriptors, %d before", descriptors(), before)
}

func Test_S39_a_panic_in_a_callback_stops_the_stream_and_comes_out(t *testing.T) {
	cam := start(t, virtual)
	boom := errors.New("boom")
	must(t, cam.SetCallback(func(frame *Frame) error {
		if frame.Sequence() == 1 {
			panic(boom)
		}
		return nil
	}))
	must(t, cam.Dispatch(soon(t)))
	err := cam.Dispatch(soon(t))
	var panicked *PanicError
	if !errors.As(err, &panicked) || !errors.Is(err, boom) || len(panicked.Stack) == 0 {
		t.Fatal(err)
	}
	if err := cam.Dispatch(soon(t)); !errors.Is(err, ErrState) {
		t.Error("it still runs:", err)
	}
	must(t, cam.SetCallback(func(*Frame) error { return boom }))
	must(t, cam.Start())
	if err := cam.Dispatch(soon(t)); err != boom {
		t.Error(err)
	}
}

func Test_U36_a_frame_of_a_callback_can_be_kept(t *testing.T) {
	cam := start(t, virtual)
	var lent, kept *Frame
	must(t, cam.SetCallback(func(frame *Frame) (err error) {
		lent = frame
		kept, err = frame.Keep()
		return err
	}))
	must(t, cam.Dispatch(soon(t)))
	if _, err := lent.Plane(0); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
	bytes, err := kept.Plane(0)
	must(t, err)
	if len(bytes) != frameBytes {
		t.Error(len(bytes))
	}
	kept.Release()
}

func Test_S09_a_channel_drops_by_its_policy(t *testing.T) {
	for policy, wanted := range map[Policy]func(first, second uint32) bool{
		DropOldest: func(first, second uint32) bool { return first >= 2 && second == first+1 },
		DropNewest: func(first, second uint32) bool { return first == 0 && second == 1 },
		Block:      func(first, second uint32) bool { return first == 0 && second == 1 },
	} {
		cam := start(t, "sim:camera,pattern=cells,fps=60,size=64x48,buffers=8")
		ctx, cancel := context.WithCancel(context.Background())
		frames := cam.Channel(ctx, 2, policy)
		time.Sleep(150 * time.Millisecond) // eight or nine frames
		first, second := <-frames, <-frames
		if !wanted(first.Sequence(), second.Sequence()) {
			t.Errorf("policy %d: frames %d and %d", policy, first.Sequence(), second.Sequence())
		}
		first.Release()
		second.Release()
		cancel()
		for frame := range frames {
			frame.Release()
		}
		if !errors.Is(cam.Err(), context.Canceled) {
			t.Error(cam.Err())
		}
	}
}

func Test_U36_everything_at_once_from_many_goroutines(t *testing.T) {
	for range 10 {
		cam := start(t, virtual)
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() {
				for {
					frame, err := cam.Next(soon(t))
					if err != nil {
						return
					}
					if kept, err := frame.Keep(); err == nil {
						_, _ = kept.Plane(0)
						kept.Release()
					}
				}
			})
			all.Go(func() {
				for range 5 {
					_, _ = cam.Account()
					_, _ = cam.Format()
					_, _ = cam.Device.Controls()
				}
				cam.Close()
			})
		}
		all.Wait()
	}
}

// slowly is a writer that looks at what it is given only after it was told to go on.
type slowly struct {
	entered, goOn chan struct{}
	sum           atomic.Int64
}

func newSlowly() *slowly { return &slowly{entered: make(chan struct{}), goOn: make(chan struct{})} }

func (s *slowly) Write(bytes []byte) (int, error) {
	s.entered <- struct{}{}
	<-s.goOn
	for _, each := range bytes {
		s.sum.Add(int64(each))
	}
	return len(bytes), nil
}

func Test_U36_close_leaves_a_frame_to_whoever_is_busy_with_it(t *testing.T) {
	cam := start(t, virtual)
	frame, err := cam.Next(soon(t))
	must(t, err)
	writer := newSlowly()
	written := make(chan error)
	go func() {
		_, err := frame.WriteTo(writer)
		written <- err
	}()
	<-writer.entered
	must(t, cam.Stream.Close())
	close(writer.goOn)
	must(t, <-written)
	if writer.sum.Load() == 0 {
		t.Error("the picture is black")
	}
}

func Test_U36_many_busy_goroutines_cost_no_more_buffers_than_they_use(t *testing.T) {
	stream, err := open(t, virtual).NewStream(&StreamOptions{Buffers: ringSize + 4})
	must(t, err)
	defer stream.Close()
	must(t, stream.Start())
	writer := newSlowly()
	var busy sync.WaitGroup
	for range ringSize {
		frame, err := stream.Next(soon(t))
		must(t, err)
		busy.Go(func() { _, _ = frame.WriteTo(writer) })
		<-writer.entered
	}
	for range 3 {
		_, err := stream.Next(soon(t))
		must(t, err)
	}
	if account, err := stream.Account(); err != nil || account.Held != ringSize+1 {
		t.Error(account, err)
	}
	for range ringSize {
		writer.goOn <- struct{}{}
	}
	busy.Wait()
	if account, err := stream.Account(); err != nil || account.Held != 1 {
		t.Error(account, err)
	}
}

func Test_U36_a_callback_may_be_set_and_taken_away_while_another_goroutine_dispatches(t *testing.T) {
	cam := start(t, virtual)
	var all sync.WaitGroup
	var over atomic.Bool
	all.Go(func() {
		defer over.Store(true)
		for range 2000 {
			if err := errors.Join(cam.SetCallback(func(*Frame) error { return nil }), cam.SetCallback(nil)); err != nil {
				t.Error(err)
			}
		}
	})
	for !over.Load() {
		var panicked *PanicError
		if _, err := cam.TryDispatch(); errors.As(err, &panicked) {
			t.Error(err)
			break
		}
	}
	all.Wait()
}
