// SPDX-License-Identifier: MIT

package v4lxx

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

func Test_bar14e_several_frames_are_each_ones_own(t *testing.T) {
	cam := start(t, virtual)
	numbers, most := uint64(0), 0
	for numbers < 50 {
		frames, err := cam.NextMany(soon(t), 3)
		must(t, err)
		most = max(most, len(frames))
		for _, frame := range frames {
			if frame.Number() != numbers || frame.Len() != frameBytes {
				t.Fatalf("frame %d is number %d, %d bytes", numbers, frame.Number(), frame.Len())
			}
			numbers++
			frame.Release()
			frame.Release()
		}
	}
	account, err := cam.Account()
	must(t, err)
	if account.Held != 0 || most == 0 || most > 3 {
		t.Errorf("%d at most, %+v", most, account)
	}
}

func Test_bar14e_without_a_frame_it_answers_as_Next_does(t *testing.T) {
	cam := still(t)
	if frames, err := cam.TryNextMany(2); len(frames) != 0 || err != nil {
		t.Errorf("%d frames, %v", len(frames), err)
	}
	for _, most := range []int{0, -1} {
		if _, err := cam.TryNextMany(most); !errors.Is(err, ErrArgument) {
			t.Errorf("room for %d: %v", most, err)
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	if _, err := cam.NextMany(ctx, 2); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("after the deadline: %v", err)
	}
	must(t, cam.Stop())
	if _, err := cam.NextMany(soon(t), 2); !errors.Is(err, ErrState) {
		t.Errorf("after a stop: %v", err)
	}
	must(t, cam.Close())
	if _, err := cam.NextMany(soon(t), 2); !errors.Is(err, ErrClosed) {
		t.Errorf("after a close: %v", err)
	}
}

func Test_bar14e_the_end_comes_behind_the_frames(t *testing.T) {
	cam := start(t, virtual+",script="+script(t, "at frame 3 last"))
	count := 0
	for {
		frames, err := cam.NextMany(soon(t), 8)
		if err == io.EOF {
			break
		}
		must(t, err)
		for _, frame := range frames {
			count++
			frame.Release()
		}
	}
	if count != 4 {
		t.Errorf("%d frames before the end", count)
	}
}

func Test_bar10c_what_is_left_until_a_point(t *testing.T) {
	cam := start(t, virtual)
	frame, err := cam.Next(soon(t))
	must(t, err)
	arrival := frame.Arrival()
	if left := cam.TimeLeft(arrival + time.Minute); left != time.Minute {
		t.Errorf("%v of a minute", left)
	}
	if left := cam.TimeLeft(arrival); left != 0 {
		t.Errorf("%v of nothing", left)
	}
	must(t, cam.Close())
	c, err := NewContext()
	must(t, err)
	defer c.Close()
	if left := c.TimeLeft(1); left != 0 {
		t.Errorf("%v until the start of the machine", left)
	}
	if left := c.TimeLeft(1 << 62); left <= 0 {
		t.Errorf("%v until the end of time", left)
	}
}

func Test_S12_a_close_names_the_call_that_keeps_it(t *testing.T) {
	cam := start(t, "sim:camera,fps=100,script="+script(t, "on VIDIOC_STREAMOFF 0 delay 1s"))
	_, err := cam.Next(soon(t))
	must(t, err)
	err = cam.CloseWithin(400 * time.Millisecond)
	if !errors.Is(err, ErrBusy) || !strings.Contains(err.Error(), "VIDIOC_STREAMOFF") {
		t.Fatal(err)
	}
	if _, err := cam.Next(soon(t)); !errors.Is(err, ErrClosed) {
		t.Errorf("meanwhile: %v", err)
	}
	must(t, cam.CloseWithin(-1))
	must(t, cam.CloseWithin(0))
	if _, err := cam.Next(soon(t)); !errors.Is(err, ErrClosed) {
		t.Errorf("afterwards: %v", err)
	}
}
