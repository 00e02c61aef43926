// Command capture_poll takes 30 frames in a loop. Waiting parks the goroutine in Go's poller: no thread waits for the camera.
//
// Run: go run ./capture_poll [DEVICE]
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

func capture(device string) error {
	cam, err := v4lxx.Open(device, nil) // without a name the first camera there is, or the simulated one
	if err != nil {
		return err
	}
	defer cam.Close()
	fmt.Println(cam.Device.Info().Path)
	ctx, cancel := context.WithTimeout(context.Background(), 30*5*time.Second)
	defer cancel()
	frames := 0
	for frame := range cam.Frames(ctx) {
		plane, err := frame.Plane(0) // the driver's memory: no copy
		if err != nil {
			return err
		}
		fmt.Printf("frame %d: %dx%d, %d bytes\n", frame.Sequence(), frame.Width(), frame.Height(), len(plane))
		if frames++; frames == 30 {
			break
		}
	}
	if errors.Is(cam.Err(), context.DeadlineExceeded) {
		return errors.New("no 30 frames within 150 seconds")
	}
	return cam.Err()
}
