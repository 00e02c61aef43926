// SPDX-License-Identifier: MIT

package v4lxx

import (
	"errors"
	"testing"
	"time"
)

func Test_bar11b_a_frame_is_told_by_the_time_of_day(t *testing.T) {
	cam := start(t, virtual+",timestamp=realtime")
	var kept *Frame
	for frame := range cam.Frames(soon(t)) {
		if frame.Sequence() == 0 {
			_, err := frame.ConvertTime(ClockMonotonic)
			var failure *Error
			if !errors.As(err, &failure) || failure.Code != CodeStampClockUnknown {
				t.Error(err)
			}
			continue
		}
		var err error
		kept, err = frame.Keep()
		must(t, err)
		break
	}
	day, err := kept.ConvertTime(ClockRealtime)
	must(t, err)
	if kept.Clock() != ClockUnknown || kept.StampClock() != ClockRealtime || day.Time != kept.Timestamp() || day.Wall().Year() != 2027 {
		t.Error(kept.Clock(), kept.StampClock(), day)
	}
	monotonic, err := kept.ConvertTime(ClockMonotonic)
	must(t, err)
	if late := kept.Arrival() - monotonic.Time; late.Abs() > time.Microsecond || monotonic.Error > time.Microsecond { // drivers stamp in microseconds
		t.Error(monotonic, kept.Arrival())
	}
	kept.Release()
	if _, err := kept.ConvertTime(ClockTAI); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
}

func Test_bar11b_now_is_now_by_a_context(t *testing.T) {
	c, err := NewContext()
	must(t, err)
	defer c.Close()
	before := time.Now()
	monotonic, err := c.ConvertTime(time.Duration(before.UnixNano()), ClockRealtime, ClockMonotonic)
	must(t, err)
	back, err := c.ConvertTime(monotonic.Time, ClockMonotonic, ClockRealtime)
	must(t, err)
	if off := back.Wall().Sub(before); off.Abs() > back.Error+monotonic.Error {
		t.Error(off, back, monotonic)
	}
}
