// Command capture_callback takes 30 frames by a callback, which runs only inside Dispatch, on its goroutine.
//
// Run: go run ./capture_callback [DEVICE]
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

func capture(device string) error {
	cam, err := v4lxx.Open(device, nil)
	if err != nil {
		return err
	}
	defer cam.Close()
	fmt.Println(cam.Device.Info().Path)
	frames := 0
	err = cam.SetCallback(func(frame *v4lxx.Frame) error {
		frames++ // frame.Keep() would keep the frame longer than this call
		plane, err := frame.Plane(0)
		fmt.Printf("frame %d: %dx%d, %d bytes\n", frame.Sequence(), frame.Width(), frame.Height(), len(plane))
		return err // an error, or a panic, would stop the stream and come out of Dispatch
	})
	for err == nil && frames < 30 {
		err = dispatch(cam)
	}
	return err
}

func dispatch(cam *v4lxx.Camera) error {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	return cam.Dispatch(ctx)
}
