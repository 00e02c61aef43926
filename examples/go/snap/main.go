// Command snap takes one picture, once the exposure of the camera has settled, and writes it as PNG.
//
// Run: go run ./snap [DEVICE] [FILE]
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
	if err := snap(argument(1, ""), argument(2, "snap.png")); err != nil {
		log.Fatal(err)
	}
}

func snap(device, name string) error {
	cam, err := v4lxx.Open(device, nil)
	if err != nil {
		return err
	}
	defer cam.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	frame, err := cam.NextSettled(ctx) // valid until the next one is taken
	if err != nil {
		return err
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := frame.Encode(file, v4lxx.ImagePNG, nil); err != nil {
		file.Close()
		return err
	}
	fmt.Printf("wrote %s: %dx%d from %v\n", name, frame.Width(), frame.Height(), frame.FourCC())
	return file.Close()
}

func argument(i int, otherwise string) string {
	if len(os.Args) > i {
		return os.Args[i]
	}
	return otherwise
}
