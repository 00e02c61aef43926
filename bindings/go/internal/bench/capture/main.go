// SPDX-License-Identifier: MIT

// Command capture does in Go what tests/bench/v4lxx_capture.c does in C: see stopwatch.h there.
// usage: capture DEVICE FRAMES WIDTH HEIGHT FPS [timed]
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"slices"
	"strconv"
	"syscall"
	"time"
	"unsafe"

	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 6 && len(os.Args) != 7 {
		log.Fatalf("usage: %s DEVICE FRAMES WIDTH HEIGHT FPS [timed]", os.Args[0])
	}
	if err := capture(os.Args[1], number(2), v4lxx.StreamOptions{
		FourCC: must(v4lxx.ParseFourCC("YUYV")), Width: uint32(number(3)), Height: uint32(number(4)), Rate: v4lxx.FPS(uint32(number(5))), Buffers: 4,
	}); err != nil {
		log.Fatal(err)
	}
}

func number(place int) int { return must(strconv.Atoi(os.Args[place])) }

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func capture(device string, frames int, options v4lxx.StreamOptions) error {
	library := must(v4lxx.NewContext())
	defer library.Close()
	camera := must(library.Open(device))
	defer camera.Close()
	stream := must(camera.NewStream(&options))
	defer stream.Close()
	if err := stream.Start(); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if _, err := stream.Next(ctx); err != nil {
		return err
	}
	timed := len(os.Args) == 7
	turns := make([]time.Duration, 0, frames)
	for range frames - 1 {
		if timed {
			waitUntilReadable(stream.FD())
		}
		began := time.Now()
		if _, err := stream.Next(ctx); err != nil {
			return err
		}
		turns = append(turns, time.Since(began))
	}
	account, err := stream.Account()
	if err != nil {
		return err
	}
	slices.Sort(turns)
	median := turns[len(turns)/2].Nanoseconds()
	if !timed {
		median = 0
	}
	fmt.Printf("frames %d lost %d turn_ns %d\n", frames, account.DriverDropped, median)
	return nil
}

// waitUntilReadable blocks its thread, as the programs in C do: Go's poller would tell of the frame only to whoever takes it.
func waitUntilReadable(fd int) {
	entry := struct {
		fd              int32
		events, revents int16
	}{fd: int32(fd), events: 1}
	limit := syscall.NsecToTimespec((5 * time.Second).Nanoseconds())
	for {
		ready, _, errno := syscall.Syscall6(syscall.SYS_PPOLL, uintptr(unsafe.Pointer(&entry)), 1, uintptr(unsafe.Pointer(&limit)), 0, 0, 0)
		if ready == 1 {
			return
		}
		if errno != syscall.EINTR {
			log.Fatal("no frame within 5 s")
		}
	}
}
