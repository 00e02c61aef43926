// Command reconnect takes 30 frames, and goes on when the camera was unplugged and is plugged in again.
//
// Run: go run ./reconnect [DEVICE]
package main

import (
	"context"
	"errors"
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
	stream, err := device.NewStream(&v4lxx.StreamOptions{Reconnect: true})
	if err != nil {
		return err
	}
	defer stream.Close()
	if err := stream.Start(); err != nil {
		return err
	}
	frames, generation := 0, uint32(1)
	for frames < 30 {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		frame, err := stream.Next(ctx)
		cancel()
		if errors.Is(err, context.DeadlineExceeded) { // away, or silent: the state knows
			if state, _ := stream.State(); state.Phase == v4lxx.StreamAway {
				fmt.Println("still away")
			} else {
				fmt.Println("no frame within 5 seconds")
			}
			continue
		}
		if err != nil {
			return err
		}
		if frame.Generation() != generation { // it may have come back with another size
			fmt.Printf("back after %d frames: %dx%d\n", frames, frame.Width(), frame.Height())
		}
		generation = frame.Generation()
		frames++
	}
	fmt.Printf("%d frames\n", frames)
	return nil
}
