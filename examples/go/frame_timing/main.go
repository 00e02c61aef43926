// Command frame_timing takes 10 frames, and says when each was taken by the time of day, how sure that is, and how long it took to arrive.
//
// Run: go run ./frame_timing [DEVICE]
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
)

func main() {
	log.SetFlags(0)
	if err := capture(append(os.Args, "")[1]); err != nil {
		log.Fatal(err)
	}
}

func capture(name string) error {
	library, err := v4lxx.NewContext()
	if err != nil {
		return err
	}
	defer library.Close()
	if name == "" { // the first camera there is, or the simulated one
		list, err := library.List(v4lxx.ListSimulated)
		if err != nil {
			return err
		}
		name = list.Devices[0].Path
	}
	fmt.Println(name)
	device, err := library.Open(name)
	if err != nil {
		return err
	}
	defer device.Close()
	stream, err := device.NewStream(nil)
	if err != nil {
		return err
	}
	defer stream.Close()
	if err := stream.Start(); err != nil {
		return err
	}
	for range 10 {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		frame, err := stream.Next(ctx)
		cancel()
		if err != nil {
			return err
		}
		day, err := frame.ConvertTime(v4lxx.ClockRealtime)
		if err != nil { // nothing is guessed
			fmt.Printf("frame %d: taken at an unknown time\n", frame.Sequence())
			continue
		}
		monotonic, err := frame.ConvertTime(v4lxx.ClockMonotonic)
		if err != nil {
			return err
		}
		fmt.Printf("frame %d: taken at %s UTC, within %d us, delivered after %d us\n", frame.Sequence(),
			day.Wall().UTC().Format("2006-01-02 15:04:05.000000"), (day.Error + 999).Microseconds(),
			(frame.Arrival() - monotonic.Time).Microseconds())
	}
	seen, err := stream.Statistics()
	if err != nil {
		return err
	}
	fmt.Printf("%d intervals, the longest %.1f ms\n", seen.Interval.Count(), seen.Interval.Max().Seconds()*1000)
	return nil
}
