// SPDX-License-Identifier: MIT

package v4lxx

import (
	"context"
	"io"
	"time"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// Reader reads the frames of a stream as bytes, the data of all planes one behind the other: an io.ReadCloser, with one copy from the
// driver's memory into the caller's.
type Reader struct {
	stream *Stream
	mode   ReadMode
}

var _ io.ReadCloser = (*Reader)(nil)

// NewReader reads a stream that runs. With ReadFrame one Read is one frame; if the buffer is too small for it, Read fails with
// io.ErrShortBuffer, the *Error has the bytes that it needs, and the frame stays to be read. With ReadBytes frames follow one another
// unmarked, and a frame may take many reads: for io.Copy into a file or a pipe.
func (s *Stream) NewReader(mode ReadMode) *Reader { return &Reader{s, mode} }

// Read waits for a frame, or for the rest of one, and reads it. It ends with io.EOF at the end of the stream, with
// os.ErrDeadlineExceeded at the deadline, with ErrClosed after Close, or with a failure.
func (r *Reader) Read(buffer []byte) (int, error) { return r.ReadContext(context.Background(), buffer) }

// ReadContext is Read until the context ends.
func (r *Reader) ReadContext(ctx context.Context, buffer []byte) (int, error) {
	if err := r.stream.poller.follow(ctx); err != nil {
		return 0, err
	}
	for {
		n, nothing, err := r.tryRead(buffer)
		if !nothing {
			return n, err
		}
		if err := r.stream.poller.wait(ctx); err != nil {
			return 0, err
		}
	}
}

// TryRead is Read without waiting: 0 and no error if nothing is there.
func (r *Reader) TryRead(buffer []byte) (int, error) {
	n, _, err := r.tryRead(buffer)
	return n, err
}

func (r *Reader) tryRead(buffer []byte) (n int, nothing bool, err error) {
	s := r.stream
	stream, err := s.take("read a frame")
	if err != nil {
		return 0, false, err
	}
	defer s.taken()
	switch status := s.calls.Read(stream, buffer, capi.ReadMode(r.mode)); status {
	case capi.OK:
		return int(s.calls.Size), false, nil
	case capi.Again:
		return 0, true, nil
	case capi.End:
		return 0, false, io.EOF
	default:
		err := failed(status, s.calls.Err)
		if details, ok := err.(*Error); ok && details.Code == CodeBufferTooSmall {
			details.Needed = int(s.calls.Size)
		}
		return 0, false, err
	}
}

// SetReadDeadline makes reads end with os.ErrDeadlineExceeded from then on; the zero time takes the deadline away. It holds for the
// other waits of the stream, too.
func (r *Reader) SetReadDeadline(t time.Time) error { return r.stream.SetDeadline(t) }

// Close closes the stream.
func (r *Reader) Close() error { return r.stream.Close() }

// SetDeadline makes waits of this stream end with os.ErrDeadlineExceeded from then on, besides what their contexts say; the zero time
// takes the deadline away.
func (s *Stream) SetDeadline(t time.Time) error {
	if _, err := s.object.enter("set a deadline"); err != nil {
		return err
	}
	defer s.object.leave()
	return s.poller.setDeadline(t)
}
