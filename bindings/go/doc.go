// SPDX-License-Identifier: MIT

// Package v4lxx captures video on Linux: cameras, frame grabbers, HDMI receivers, and simulated cameras for tests. It is the Go face
// of libv4lxx, which it loads at run time; neither cgo nor a C compiler is needed.
//
//	cam, err := v4lxx.Open("", nil) // the first camera
//	if err != nil {
//		log.Fatal(err)
//	}
//	defer cam.Close()
//	for frame := range cam.Frames(ctx) {
//		fmt.Println(frame.Sequence(), frame.Width(), frame.Height())
//	}
//
// # Objects
//
// A [Context] finds and opens devices, a [Device] has formats and controls, a [Stream] delivers frames, a [Frame] is one picture.
// [Open] makes all of them for the usual case. Each has a Close, which may be called twice and from any goroutine; what is forgotten
// is closed when the garbage collector finds it. Objects may be closed in any order: what one needs of another stays alive.
//
// # Frames
//
// A frame of [Stream.Frames] or [Stream.Next] is valid until the next one is taken, because its memory goes back to the driver then.
// [Frame.Keep] makes one that stays until its Release. No pixel is copied.
//
// # Failures
//
// An error is a *[Error] with all that is known; errors.Is compares it with [ErrDeviceLost] and its like, with os.ErrClosed,
// fs.ErrNotExist, fs.ErrPermission, io.ErrShortBuffer and every syscall.Errno.
//
// # Goroutines
//
// All methods may be called from any goroutine. One goroutine at a time takes frames of a stream. Waiting parks the goroutine in Go's
// poller: many waiting streams need no more threads than one. A context ends a wait at once.
package v4lxx
