// SPDX-License-Identifier: MIT

package v4lxx

import (
	"time"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// ConvertedTime is a time by another clock, and how exact it is.
type ConvertedTime struct {
	Clock     Clock
	Time      time.Duration // what Clock showed then; of ClockRealtime since 1970, see Wall
	Error     time.Duration // it showed no less than Time-Error and no more than Time+Error
	Steps     uint32        // how often the clocks were seen to be set, or the machine to have slept, since the first conversion
	TAIOffset time.Duration // from or to ClockTAI: how far it is ahead of ClockRealtime; 0: the kernel was not told
}

// Wall is the time of ClockRealtime as Go tells times.
func (t ConvertedTime) Wall() time.Time { return time.Unix(0, int64(t.Time)) }

func convertedOf(raw *capi.ConvertedTime) ConvertedTime {
	return ConvertedTime{Clock(raw.Clock), time.Duration(raw.TimeNs), time.Duration(raw.ErrorNs), raw.Steps,
		time.Duration(raw.TaiOffsetS) * time.Second}
}

// ConvertTime tells a time of one clock by another: ClockMonotonic, ClockRealtime, ClockBoottime or ClockTAI. How they stand to one another is
// measured at each call, and what was measured before a step is kept.
func (c *Context) ConvertTime(when time.Duration, from, to Clock) (ConvertedTime, error) {
	raw := capi.MakeConvertedTime()
	err := c.object.ask("convert a time", func(context capi.Context, details *capi.Error) capi.Status {
		return capi.ContextConvertTime(context, int64(when), capi.Clock(from), capi.Clock(to), &raw, details)
	})
	return convertedOf(&raw), err
}

// TimeLeft is what is left until a point of CLOCK_MONOTONIC; 0 if it is past. A context of Go ends waits at a point by itself,
// context.WithDeadline; this is for points that a frame tells, such as its Arrival and a bit:
//
//	ctx, cancel := context.WithTimeout(ctx, s.TimeLeft(frame.Arrival()+100*time.Millisecond))
//
// It goes by the clock of the camera, which differs from that of the machine only for simulated cameras with a virtual clock.
func (s *Stream) TimeLeft(point time.Duration) time.Duration {
	stream, err := s.object.enter("tell the time")
	if err != nil {
		return 0
	}
	defer s.object.leave()
	return time.Duration(capi.StreamGetTimeLeft(stream, int64(point)))
}

// TimeLeft is what is left until a point of CLOCK_MONOTONIC; 0 if it is past. With ClockMonotonic, ConvertTime makes such points.
func (c *Context) TimeLeft(point time.Duration) time.Duration {
	context, err := c.object.enter("tell the time")
	if err != nil {
		return 0
	}
	defer c.object.leave()
	return time.Duration(capi.ContextGetTimeLeft(context, int64(point)))
}

// ConvertTime tells the time stamp by another clock. It fails with CodeStampClockUnknown where the clock of the stamp is not known.
func (f *Frame) ConvertTime(to Clock) (ConvertedTime, error) {
	if !f.enter() {
		return ConvertedTime{}, released("convert a time stamp")
	}
	defer f.leave()
	raw := capi.MakeConvertedTime()
	var details capi.Error
	if status := capi.FrameConvertTime(f.ref.Get(), capi.Clock(to), &raw, &details); status < 0 {
		return ConvertedTime{}, failed(status, details)
	}
	return convertedOf(&raw), nil
}
