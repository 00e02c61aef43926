// Command two_cameras takes 15 frames of each of two cameras in one loop, by their channels.
//
// Run: go run ./two_cameras [DEVICE DEVICE]
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
)

func main() {
	log.SetFlags(0)
	names := []string{"sim:camera", "sim:camera,id=2"}
	copy(names, os.Args[1:])
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var cameras [2]*v4lxx.Camera
	var channels [2]<-chan *v4lxx.Frame
	for i, name := range names {
		cam, err := v4lxx.Open(name, nil)
		if err != nil {
			log.Fatal(err)
		}
		defer cam.Close()
		cameras[i], channels[i] = cam, cam.Channel(ctx, 2, v4lxx.Block)
	}
	var frames [2]int
	for frames[0] < 15 || frames[1] < 15 {
		var frame *v4lxx.Frame
		i := 0
		select {
		case frame = <-channels[0]:
		case frame = <-channels[1]:
			i = 1
		}
		if frame == nil { // the channel was closed
			log.Fatal(cameras[i].Err())
		}
		frame.Release()
		if frames[i]++; frames[i] == 15 {
			channels[i] = nil // which is never ready
		}
	}
	for i, name := range names {
		fmt.Printf("%s: %d frames\n", name, frames[i])
	}
}
