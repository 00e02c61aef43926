// SPDX-License-Identifier: MIT

package v4lxx

import (
	"context"
	"errors"
	"io"
	"time"
	"unsafe"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// ImageOptions are options of an encoded picture; zero is the default.
type ImageOptions struct {
	Quality uint32 // JPEG: 1 to 100; 0 is 90
}

// SupportsImage tells whether Encode makes pictures of a kind from frames of a pixel format.
func SupportsImage(format FourCC, kind ImageType) bool {
	return Load() == nil && capi.ImageSupports(uint32(format), capi.ImageType(kind)) != 0
}

// Encode writes the frame as a picture file, with the colours of its own matrix and range. A frame that is MJPEG already goes into a
// JPEG file as it is. nil takes the defaults. For pixels instead of a file: Image.
func (f *Frame) Encode(w io.Writer, kind ImageType, options *ImageOptions) error {
	if !f.enter() {
		return released("encode a frame")
	}
	defer f.leave()
	raw := capi.MakeImageOptions()
	if options != nil {
		raw.Quality = options.Quality
	}
	var bytes capi.Bytes
	var details capi.Error
	if status := capi.FrameEncode(f.ref.Get(), capi.ImageType(kind), &raw, &bytes, &details); status < 0 {
		return failed(status, details)
	}
	defer capi.BytesUnref(bytes)
	var size uintptr
	data := capi.BytesGetData(bytes, &size)
	_, err := w.Write(unsafe.Slice((*byte)(data), int(size)))
	return err
}

// Luma is how bright the frame is, from a sample of its rows: 0 is black, 65535 is white.
func (f *Frame) Luma() (uint32, error) {
	if !f.enter() {
		return 0, released("measure a frame")
	}
	defer f.leave()
	var luma uint32
	var details capi.Error
	status := capi.FrameMeasureLuma(f.ref.Get(), &luma, &details)
	return luma, failed(status, details)
}

// Settling tells when the exposure of a camera that has just started is steady. Zero limits are 15 frames and one second.
type Settling struct {
	MostFrames uint32        // most frames
	MostTime   time.Duration // longest time from the first frame to the last, by their time stamps
	raw        capi.Settling
}

// Add adds the next frame. The state is SettlingMoving until the last three frames were as bright as each other, or a limit was reached;
// then the last one is the picture to take. A frame that cannot be measured is an error, and counts as a frame.
func (s *Settling) Add(f *Frame) (SettlingState, error) {
	if !f.enter() {
		return SettlingMoving, released("measure a frame")
	}
	defer f.leave()
	if s.raw.StructSize == 0 {
		s.raw = capi.MakeSettling()
		s.raw.MostFrames, s.raw.MostNs = s.MostFrames, int64(s.MostTime)
	}
	var details capi.Error
	status := capi.SettlingAddFrame(&s.raw, f.ref.Get(), &details)
	return SettlingState(s.raw.State), failed(status, details)
}

// NextSettled takes frames until the exposure is steady, for at most a second, and returns the last. It is valid until the next frame is
// taken. Frames that cannot be measured count, and the last one is returned all the same.
func (s *Stream) NextSettled(ctx context.Context) (*Frame, error) {
	var settling Settling
	for {
		frame, err := s.Next(ctx)
		if err != nil {
			return nil, err
		}
		state, err := settling.Add(frame)
		if state != SettlingMoving || errors.Is(err, ErrUnsupported) { // frames of such a format are never measured
			return frame, nil
		}
	}
}
