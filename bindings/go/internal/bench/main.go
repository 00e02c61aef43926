// SPDX-License-Identifier: MIT

// Command bench measures what the binding adds to the library: `bench go WHAT NUMBER UNIT`, best of five runs. The loop in C that the
// numbers are compared with is bindings/conformance/bench/bench.c; times need a quiet machine.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"runtime"
	"runtime/pprof"
	"sync"
	"time"

	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

const (
	camera = "sim:camera,clock=virtual,pattern=cells"
	frames = 200_000
	calls  = 1_000_000
	runs   = 5
)

func main() {
	log.SetFlags(0)
	if err := v4lxx.Load(); err != nil {
		log.Fatal(err)
	}
	report("call", best(calls, timeCalls), "ns")
	report("frame", best(frames, func() { walk(frames, look) }), "ns")
	report("frame_callback", best(frames/10, func() { dispatch(frames / 10) }), "ns")
	report("frame_allocations", allocations(frames, look), "allocations")
	report("kept_frame", best(frames/10, func() { walk(frames/10, keep) }), "ns")
	report("kept_frame_allocations", allocations(frames/10, keep), "allocations")
	one, fifty := threads()
	report("threads_1_waiting", one, "threads")
	report("threads_50_waiting", fifty, "threads")
}

func report(what string, number float64, unit string) {
	fmt.Printf("bench go %s %.4g %s\n", what, number, unit)
}

// best is the shortest time of one turn.
func best(turns int, work func()) float64 {
	shortest := time.Duration(1<<63 - 1)
	for range runs {
		began := time.Now()
		work()
		shortest = min(shortest, time.Since(began))
	}
	return float64(shortest.Nanoseconds()) / float64(turns)
}

func timeCalls() {
	for range calls {
		capi.VersionGetNumber()
	}
}

var sink uintptr

func look(frame *v4lxx.Frame) {
	plane, err := frame.Plane(0)
	if err != nil {
		log.Fatal(err)
	}
	sink += uintptr(frame.Width()) + uintptr(frame.Height()) + uintptr(frame.Sequence()) + uintptr(len(plane)) + uintptr(plane[0])
}

func keep(frame *v4lxx.Frame) {
	kept, err := frame.Keep()
	if err != nil {
		log.Fatal(err)
	}
	kept.Release()
}

func open(name string) *v4lxx.Camera {
	cam, err := v4lxx.Open(name, nil)
	if err != nil {
		log.Fatal(err)
	}
	return cam
}

func walk(count int, what func(*v4lxx.Frame)) {
	cam := open(camera)
	defer cam.Close()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	for frame := range cam.Frames(ctx) {
		what(frame)
		if n++; n == count {
			break
		}
	}
	if cam.Err() != nil {
		log.Fatal(cam.Err())
	}
}

func dispatch(count int) {
	cam := open(camera)
	defer cam.Close()
	n := 0
	err := cam.SetCallback(func(frame *v4lxx.Frame) error {
		n++
		look(frame)
		return nil
	})
	for err == nil && n < count {
		err = cam.Dispatch(context.Background())
	}
	if err != nil {
		log.Fatal(err)
	}
}

// allocations of Go's own heap for each frame, those of opening not counted.
func allocations(count int, what func(*v4lxx.Frame)) float64 {
	allocated := func(count int) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		walk(count, what)
		runtime.ReadMemStats(&after)
		return after.Mallocs - before.Mallocs
	}
	few := allocated(count / 10)
	many := allocated(count)
	return max(0, float64(int64(many)-int64(few))/float64(count-count/10))
}

// threads of the process while one stream waits, and while fifty do.
func threads() (one, fifty float64) {
	count := func() float64 { return float64(pprof.Lookup("threadcreate").Count()) }
	script, err := os.CreateTemp("", "v4lxx-bench-*.txt")
	if err != nil {
		log.Fatal(err)
	}
	defer os.Remove(script.Name())
	fmt.Fprintln(script, "at frame 0 drop 1000000")
	script.Close()
	ctx, cancel := context.WithCancel(context.Background())
	var waiting sync.WaitGroup
	wait := func(id int) {
		cam := open(fmt.Sprintf("sim:camera,pattern=cells,id=%d,script=%s", id, script.Name()))
		waiting.Go(func() {
			defer cam.Close()
			_, _ = cam.Next(ctx)
		})
	}
	wait(0)
	time.Sleep(50 * time.Millisecond)
	one = count()
	for id := range 49 {
		wait(id + 1)
	}
	time.Sleep(100 * time.Millisecond)
	fifty = count()
	cancel()
	waiting.Wait()
	return one, fifty
}
