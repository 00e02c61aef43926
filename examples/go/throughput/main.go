// Command throughput shows where the time of a frame goes: waiting, in the driver, on the way to the program, in the program.
// Without devices it takes simulated ones, which draw their pictures while a frame is taken: then that is the time of the driver.
//
// Run: go run ./throughput [-json] [-touch] [-seconds N] [-preset 1080p60|4k30|four] [DEVICE...]
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"sync"
	"syscall"
	"time"

	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
)

var presets = map[string]struct {
	width, height, rate uint32
	cameras             int
}{"1080p60": {1920, 1080, 60, 1}, "4k30": {3840, 2160, 30, 1}, "four": {1920, 1080, 30, 4}}

type camera struct {
	Name         string     `json:"name"`
	Width        uint32     `json:"width"` // granted
	Height       uint32     `json:"height"`
	Frames       uint64     `json:"frames"`
	Lost         uint64     `json:"lost"`
	MiBPerSecond float64    `json:"mib_per_second"`
	Interval     [2]float64 `json:"interval_ms"` // within which half of them are, and 99 of 100
	Delivery     [2]float64 `json:"delivery_ms"`

	stream                      *v4lxx.Stream
	wait, driver, consumer      time.Duration
	calls, callsOfStart, copies uint64
}

type frame struct {
	Wait        float64 `json:"wait_ms"`
	Driver      float64 `json:"driver_ms"`
	Consumer    float64 `json:"consumer_ms"`
	Processor   float64 `json:"processor_ms"`
	SystemCalls float64 `json:"system_calls"` // on the devices; the runtime waits for all of them with calls of its own
	Copies      float64 `json:"copies"`
}

var sink byte // so that no compiler leaves the work out

func main() {
	log.SetFlags(0)
	asJSON := flag.Bool("json", false, "one line of JSON")
	touch := flag.Bool("touch", false, "read every byte")
	seconds := flag.Float64("seconds", 5, "how long")
	preset := flag.String("preset", "1080p60", "1080p60, 4k30 or four")
	flag.Parse()
	mode, known := presets[*preset]
	if !known {
		log.Fatalf("there is no preset %q", *preset)
	}
	names := flag.Args()
	for i := 0; len(names) < mode.cameras && flag.NArg() == 0; i++ {
		names = append(names, fmt.Sprintf("sim:camera,size=%dx%d,fps=%d,id=%d", mode.width, mode.height, mode.rate, i+1))
	}
	cameras := make([]*camera, len(names))
	for i, name := range names {
		cameras[i] = &camera{Name: name}
	}
	options := v4lxx.StreamOptions{Width: mode.width, Height: mode.height, Rate: v4lxx.FPS(mode.rate)}
	each, err := run(cameras, &options, time.Duration(*seconds*1e9), *touch)
	if err != nil {
		log.Fatal(err)
	}
	if *asJSON {
		json.NewEncoder(os.Stdout).Encode(map[string]any{"preset": *preset, "cameras": cameras, "frame": each})
		return
	}
	fmt.Printf("%-38s%10s%8s%6s%8s%18s%18s\n", *preset, "size", "frames", "lost", "MiB/s", "interval 50/99 %", "delivery 50/99 %")
	for _, c := range cameras {
		fmt.Printf("%-38s%5dx%-5d%7d%6d%8.1f%9.2f /%7.2f%9.2f /%7.2f\n", c.Name, c.Width, c.Height, c.Frames, c.Lost, c.MiBPerSecond, c.Interval[0], c.Interval[1],
			c.Delivery[0], c.Delivery[1])
	}
	fmt.Printf("\na frame    ms\nwait       %8.3f  nothing to do\ndriver     %8.3f  taking it and giving it back\n"+
		"consumer   %8.3f  the work of the program\nprocessor  %8.3f  for all of it\n%.2f system calls, %.2f copies\n",
		each.Wait, each.Driver, each.Consumer, each.Processor, each.SystemCalls, each.Copies)
}

// run opens all cameras, takes frames of each with a goroutine for that time, and says what one frame of all needed.
func run(cameras []*camera, options *v4lxx.StreamOptions, length time.Duration, touch bool) (frame, error) {
	library, err := v4lxx.NewContext()
	if err != nil {
		return frame{}, err
	}
	defer library.Close()
	for _, c := range cameras {
		device, err := library.Open(c.Name)
		if err != nil {
			return frame{}, err
		}
		defer device.Close()
		if c.stream, err = device.NewStream(options); err != nil {
			return frame{}, err
		}
		defer c.stream.Close()
		if err := c.stream.Start(); err != nil {
			return frame{}, err
		}
		account, err := c.stream.Account()
		if err != nil {
			return frame{}, err
		}
		c.callsOfStart = account.SystemCalls
	}
	ctx, cancel := context.WithTimeout(context.Background(), length)
	defer cancel()
	var all sync.WaitGroup
	failures := make([]error, len(cameras))
	processor := processorTime()
	for i, c := range cameras {
		all.Go(func() { failures[i] = c.take(ctx, touch) })
	}
	all.Wait()
	processor = processorTime() - processor
	for i, c := range cameras {
		if failures[i] == nil {
			failures[i] = c.read(length)
		}
		if failures[i] != nil {
			return frame{}, failures[i]
		}
	}
	return perFrame(cameras, processor), nil
}

// take takes frames until the time is over.
func (c *camera) take(ctx context.Context, touch bool) error {
	for {
		begin := time.Now()
		err := c.stream.Wait(ctx)
		waited := time.Now()
		c.wait += waited.Sub(begin)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
		next, err := c.stream.TryNext()
		if err != nil {
			return err
		}
		taken := time.Now()
		if next == nil {
			continue
		}
		if touch {
			for plane := range next.Planes() {
				bytes, _ := next.Plane(plane)
				var sum byte
				for _, each := range bytes {
					sum += each
				}
				sink = sum
			}
		}
		done := time.Now()
		next.Release()
		c.consumer += done.Sub(taken)
		c.driver += taken.Sub(waited) + time.Since(done)
	}
}

func (c *camera) read(length time.Duration) error {
	account, err := c.stream.Account()
	if err != nil {
		return err
	}
	seen, err := c.stream.Statistics()
	if err != nil {
		return err
	}
	granted, err := c.stream.Format()
	if err != nil {
		return err
	}
	c.Width, c.Height = granted.Width, granted.Height
	within := func(times *v4lxx.Histogram) [2]float64 {
		return [2]float64{milliseconds(times.Quantile(0.5)), milliseconds(times.Quantile(0.99))}
	}
	c.Frames, c.Lost, c.Interval, c.Delivery = account.Delivered, account.DriverDropped, within(&seen.Interval), within(&seen.Delivery)
	c.MiBPerSecond = float64(account.Bytes) / (1 << 20) / length.Seconds()
	c.calls, c.copies = account.SystemCalls-c.callsOfStart, account.Copies
	return nil
}

func perFrame(cameras []*camera, processor time.Duration) frame {
	var each frame
	frames := 0.0
	for _, c := range cameras {
		frames += float64(c.Frames)
		each.Wait += milliseconds(c.wait)
		each.Driver += milliseconds(c.driver)
		each.Consumer += milliseconds(c.consumer)
		each.SystemCalls += float64(c.calls)
		each.Copies += float64(c.copies)
	}
	each.Processor = milliseconds(processor)
	for _, sum := range []*float64{&each.Wait, &each.Driver, &each.Consumer, &each.Processor, &each.SystemCalls, &each.Copies} {
		*sum /= max(frames, 1)
	}
	return each
}

func milliseconds(d time.Duration) float64 { return float64(d) / 1e6 }

func processorTime() time.Duration {
	var usage syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &usage)
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
