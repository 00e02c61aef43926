// SPDX-License-Identifier: MIT

package v4lxx

import (
	"fmt"
	"io"
	"runtime"
	"sync/atomic"
	"time"
	"unsafe"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// Frame is one picture: its bytes, and all that is known of it. It is either one of a stream's own, which is valid until the next
// one is taken and whose memory then goes back to the driver, or kept, and valid until Release. Its bytes stay readable until then,
// whatever happens to stream, device or cable. Used after that, it answers with ErrClosed: methods that have no error to return panic
// with it.
type Frame struct {
	ref     capi.FrameReference
	info    capi.FrameInfo
	gate    gate            // around everything that touches the picture: Release waits for the last one inside
	held    *atomic.Uintptr // of one in the ring of a stream: where that keeps its last frame for its own end
	cleanup runtime.Cleanup
}

// known is what is known of a frame that was not released.
func (f *Frame) known() *capi.FrameInfo {
	if !f.isThere() {
		panic(released("ask about a frame"))
	}
	return &f.info
}

// Width is in pixels.
func (f *Frame) Width() int { return int(f.known().Width) }

// Height is in pixels.
func (f *Frame) Height() int { return int(f.known().Height) }

// FourCC is the pixel format.
func (f *Frame) FourCC() FourCC { return FourCC(f.known().Fourcc) }

// Sequence is the number of the frame since the start, from 0. Gaps are frames the driver dropped.
func (f *Frame) Sequence() uint32 { return f.known().Sequence }

// DriverSequence is the kernel's own number.
func (f *Frame) DriverSequence() uint32 { return f.known().DriverSequence }

// Timestamp is a time of CLOCK_MONOTONIC, unless StampClock says otherwise.
func (f *Frame) Timestamp() time.Duration { return time.Duration(f.known().TimestampNs) }

// Clock is the clock of the time stamp as the driver says.
func (f *Frame) Clock() Clock { return Clock(f.known().Clock) }

// StampClock is as Clock; where the driver says ClockUnknown it is what was found out, or ClockUnknown.
func (f *Frame) StampClock() Clock { return Clock(f.known().StampClock) }

// TimestampSource is the moment the time stamp stands for.
func (f *Frame) TimestampSource() TimestampSource { return TimestampSource(f.known().TimestampSource) }

// Arrival is the time of CLOCK_MONOTONIC at which the library took the frame from the driver.
func (f *Frame) Arrival() time.Duration { return time.Duration(f.known().ArrivalNs) }

// Number is as Sequence, and never wraps.
func (f *Frame) Number() uint64 { return f.known().Number }

// Generation is which start of the stream the frame is of, from 1.
func (f *Frame) Generation() uint32 { return f.known().Generation }

// Crop is the part of the source that the frame shows; false if the driver has no such rectangle. It was asked for when the stream
// started; after SetSelection frames say what was granted from then on.
func (f *Frame) Crop() (Rectangle, bool) {
	info := f.known()
	return Rectangle{info.CropLeft, info.CropTop, info.CropWidth, info.CropHeight}, info.CropWidth != 0
}

// PictureType is what kind of picture a compressed frame holds.
func (f *Frame) PictureType() PictureType { return PictureType(f.known().PictureType) }

// Timecode is the time code that the driver set; false without one.
func (f *Frame) Timecode() (Timecode, bool) {
	info := f.known()
	return Timecode{info.TimecodeType, info.TimecodeFlags, info.TimecodeHours, info.TimecodeMinutes, info.TimecodeSeconds,
		info.TimecodeFrames, info.TimecodeUserBits}, info.TimecodeType != 0
}

// Flags tells of damage and the like.
func (f *Frame) Flags() FrameFlags { return FrameFlags(f.known().Flags) }

// Field is enum v4l2_field of the kernel: 1 is a whole picture.
func (f *Frame) Field() uint32 { return f.known().Field }

// Colours are the kernel's numbers for what the samples mean.
func (f *Frame) Colours() Colours {
	info := f.known()
	return Colours{info.Colorspace, info.YcbcrEncoding, info.Quantization, info.TransferFunction}
}

// BufferIndex is the kernel's number of the buffer.
func (f *Frame) BufferIndex() int { return int(f.known().BufferIndex) }

// Planes is the number of colour planes, 1 to 4: 2 for NV12, whether or not the driver has them in one block of memory.
func (f *Frame) Planes() int { return int(f.known().PlaneCount) }

// Stride is the distance in bytes of two rows of a plane; 0 for compressed formats and for a plane that is not there.
func (f *Frame) Stride(plane int) int {
	if plane < 0 || plane >= len(f.info.PlaneStride) {
		return 0
	}
	return int(f.known().PlaneStride[plane])
}

// Plane gives the bytes of a colour plane that hold data, without a copy. They are the driver's memory: read only, and only until the
// frame is released. A slice kept longer shows later pictures, and faults once the stream has stopped: Keep the frame, or copy.
func (f *Frame) Plane(plane int) ([]byte, error) {
	const operation = "read the bytes of a frame"
	if !f.enter() {
		return nil, released(operation)
	}
	defer f.leave()
	if plane < 0 || plane >= int(f.info.PlaneCount) {
		return nil, refused(ErrArgument, CodeValueOutOfRange, operation, "plane",
			fmt.Sprintf("there is no plane %d of %d", plane, f.info.PlaneCount))
	}
	return f.bytes(plane), nil
}

// bytes: for whoever is inside and knows that there is such a plane.
func (f *Frame) bytes(plane int) []byte {
	return unsafe.Slice((*byte)(capi.Pointer(f.info.PlaneAddress[plane])), int(f.info.PlaneBytes[plane]))
}

// Len is the number of bytes of all planes.
func (f *Frame) Len() int {
	n := 0
	for plane := range f.Planes() {
		n += int(f.info.PlaneBytes[plane])
	}
	return n
}

// WriteTo writes the bytes of all planes, one after the other, as io.WriterTo. An MJPEG frame written to a file is a JPEG file.
func (f *Frame) WriteTo(w io.Writer) (int64, error) {
	if !f.enter() {
		return 0, released("write a frame")
	}
	defer f.leave()
	var total int64
	for plane := range int(f.info.PlaneCount) {
		n, err := w.Write(f.bytes(plane))
		total += int64(n)
		if err != nil {
			return total, err
		}
	}
	return total, nil
}

// Keep makes one more reference, which stays valid until its own Release, whatever becomes of this one. The driver lacks the buffer
// until then: of a stream with four buffers keep at most two.
func (f *Frame) Keep() (*Frame, error) {
	if !f.enter() {
		return nil, released("keep a frame")
	}
	defer f.leave()
	kept := &Frame{info: f.info}
	kept.ref.Set(f.ref.Get())
	kept.ref.Ref()
	kept.cleanup = runtime.AddCleanup(kept, unrefFrame, kept.ref.Get())
	return kept, nil
}

func unrefFrame(frame capi.Frame) { capi.FrameUnref(frame) }

// Release gives the frame back, now instead of when the next one is taken or the garbage collector finds it. Releasing twice is
// allowed.
func (f *Frame) Release() {
	wasOpen, wasEmpty := f.gate.shut()
	if wasOpen && f.held == nil {
		f.cleanup.Stop()
	}
	if wasEmpty {
		f.giveBack()
	}
}

func (f *Frame) giveBack() {
	if f.ref.Get() == 0 {
		return
	}
	if f.held != nil {
		f.held.CompareAndSwap(uintptr(f.ref.Get()), 0) // there may be a later one already
	}
	f.ref.Unref()
	f.gate.state.Store(ended | givenBack) // not before: the stream takes the place for another frame then
}

// givenBack is in the state of a frame that nobody has any more.
const givenBack = int64(1) << 61

// isThere: nobody has released it, and it is no zero value.
func (f *Frame) isThere() bool { return !f.gate.isShut() && f.ref.Get() != 0 }

// Inside first: only there nobody takes the place for another frame meanwhile.
func (f *Frame) enter() bool {
	if !f.gate.enter() {
		return false
	}
	if f.ref.Get() == 0 {
		f.leave()
		return false
	}
	return true
}

func (f *Frame) leave() {
	if f.gate.leave() {
		f.giveBack()
	}
}

func released(operation string) error {
	return refused(ErrClosed, CodeObjectClosed, operation, "", "it was released, or the next one has been taken")
}
