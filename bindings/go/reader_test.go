// SPDX-License-Identifier: MIT

package v4lxx

import (
	"bytes"
	"errors"
	"io"
	"os"
	"testing"
	"time"
)

func Test_bar3b_a_frame_that_does_not_fit_stays_to_be_read(t *testing.T) {
	cam := start(t, virtual)
	reader := cam.NewReader(ReadFrame)
	small := make([]byte, 10)
	n, err := reader.Read(small)
	var details *Error
	if n != 0 || !errors.Is(err, io.ErrShortBuffer) || !errors.As(err, &details) || details.Needed != frameBytes {
		t.Fatal(n, err)
	}
	n, err = reader.Read(make([]byte, details.Needed))
	must(t, err)
	account, err := cam.Account()
	must(t, err)
	if n != frameBytes || account.Delivered != 1 {
		t.Error(n, account)
	}
}

func Test_bar3c_the_end_is_EOF_and_close_is_close(t *testing.T) {
	cam := start(t, virtual+",script="+script(t, "at frame 3 last"))
	var all bytes.Buffer
	n, err := io.Copy(&all, cam.NewReader(ReadBytes))
	must(t, err)
	if n != 4*frameBytes {
		t.Errorf("%d bytes are not 4 frames", n)
	}
	reader := cam.NewReader(ReadBytes)
	must(t, reader.Close())
	if _, err := reader.Read(make([]byte, 1)); !errors.Is(err, os.ErrClosed) {
		t.Error(err)
	}
}

func Test_bar3d_a_read_ends_at_its_deadline(t *testing.T) {
	reader := still(t).NewReader(ReadBytes)
	must(t, reader.SetReadDeadline(time.Now().Add(20*time.Millisecond)))
	if _, err := reader.Read(make([]byte, 1)); !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Error(err)
	}
	must(t, reader.SetReadDeadline(time.Time{}))
	if n, err := reader.TryRead(make([]byte, 1)); n != 0 || err != nil {
		t.Error(n, err)
	}
}

// FuzzReader: both modes, with buffers of whatever sizes, give the bytes that the frames of such a camera have, each once.
func FuzzReader(f *testing.F) {
	f.Add([]byte{1, 0, 255, 7}, false)
	f.Add([]byte{0, 0, 0, 200, 3}, true)
	f.Add([]byte{128, 129, 1, 1, 1, 1}, true)
	f.Add(bytes.Repeat([]byte{191, 64}, 40), false)
	f.Fuzz(func(t *testing.T, sizes []byte, frames bool) {
		cam, twin := start(t, virtual), start(t, virtual+",id=2")
		defer cam.Close()
		defer twin.Close()
		mode := ReadBytes
		if frames {
			mode = ReadFrame
		}
		reader := cam.NewReader(mode)
		var got []byte
		for _, size := range sizes[:min(len(sizes), 64)] {
			buffer := make([]byte, int(size)*int(size)*2/3) // 0 to 43,350: up to seven frames
			n, err := reader.Read(buffer)
			got = append(got, buffer[:n]...)
			switch {
			case errors.Is(err, io.ErrShortBuffer) && frames && len(buffer) < frameBytes && n == 0:
			case err != nil:
				t.Fatal(err)
			case frames && len(buffer) < frameBytes && n > 0, frames && len(buffer) >= frameBytes && n != frameBytes:
				t.Fatalf("%d bytes into a buffer of %d", n, len(buffer))
			}
		}
		var wanted []byte
		for len(wanted) < len(got) {
			frame, err := twin.Next(soon(t))
			must(t, err)
			bytes, err := frame.Plane(0)
			must(t, err)
			wanted = append(wanted, bytes...)
		}
		if !bytes.Equal(got, wanted[:len(got)]) {
			t.Fatalf("the %d bytes are not those of the camera", len(got))
		}
	})
}
