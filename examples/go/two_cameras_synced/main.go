// Command two_cameras_synced takes 15 frames of each of two cameras that were taken at the same time, and tells how far apart they are.
//
// Run: go run ./two_cameras_synced [DEVICE DEVICE]
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
	names := []string{"sim:camera,phase=0ms", "sim:camera,id=2,phase=2ms"}
	copy(names, os.Args[1:])
	cameras, err := v4lxx.NewContext()
	if err != nil {
		log.Fatal(err)
	}
	group, err := cameras.NewGroup(nil)
	if err != nil {
		log.Fatal(err)
	}
	defer group.Close()
	for _, name := range names {
		if err := start(cameras, group, name); err != nil {
			log.Fatal(err)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	sets, most := 0, time.Duration(0)
	for set, err := range group.Sets(ctx) {
		if err != nil {
			log.Fatal(err)
		}
		most = max(most, set.Skew) // set.Frames are its frames, good until the loop turns
		if sets++; sets == 15 {
			break
		}
	}
	fmt.Printf("%d sets, %.1f ms apart at most\n", sets, most.Seconds()*1000)
}

func start(cameras *v4lxx.Context, group *v4lxx.Group, name string) error {
	device, err := cameras.Open(name)
	if err != nil {
		return err
	}
	stream, err := device.NewStream(nil)
	if err != nil {
		return err
	}
	if err := group.AddStream(stream, 0); err != nil {
		return err
	}
	return stream.Start()
}
