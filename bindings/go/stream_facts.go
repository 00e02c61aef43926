// SPDX-License-Identifier: MIT

package v4lxx

import (
	"time"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// Format is the format the driver granted when the stream was created or last started.
func (s *Stream) Format() (Format, error) {
	raw := capi.MakeFormat()
	err := s.object.ask("read the format", func(stream capi.Stream, details *capi.Error) capi.Status {
		return capi.StreamReadFormat(stream, &raw, details)
	})
	return formatOf(&raw), err
}

// Interval is the time between two frames in seconds; 0/0 if the device does not tell.
func (s *Stream) Interval() (Fraction, error) {
	var raw capi.Fraction
	err := s.object.ask("read the frame interval", func(stream capi.Stream, details *capi.Error) capi.Status {
		return capi.StreamReadInterval(stream, &raw, details)
	})
	return Fraction(raw), err
}

// BufferCount is how many buffers the driver gave; 0 while the stream does not run.
func (s *Stream) BufferCount() int { return s.count(capi.StreamGetBufferCount) }

// StepsDown is how often the last start had to take a mode that needs less bandwidth.
func (s *Stream) StepsDown() int { return s.count(capi.StreamGetStepsDown) }

func (s *Stream) count(get func(capi.Stream) uint32) int {
	stream, err := s.object.enter("count")
	if err != nil {
		return 0
	}
	defer s.object.leave()
	return int(get(stream))
}

// Account is the exact account of a stream since it was created. Every frame the driver counted is in one line.
type Account struct {
	Delivered       uint64 // frames handed out, corrupt and short ones among them if asked for
	DriverDropped   uint64 // frames missing in the driver's sequence numbers
	Corrupt         uint64 // frames the driver marked as corrupt, dropped or delivered
	CorruptDropped  uint64 // of these, not delivered
	EmptyDropped    uint64 // frames without a byte, not delivered
	ShortFrames     uint64 // delivered frames with fewer bytes than the format needs
	Bytes           uint64 // of delivered frames
	Copies          uint64 // whole planes copied
	IOErrors        uint64 // dequeue attempts the driver answered with an I/O error
	RequeueFailures uint64 // frames that could not be given back to the driver
	SystemCalls     uint64 // on the device since it was opened
	Queued          uint32 // buffers with the driver now
	Held            uint32 // frames not yet released now
	PolicyDropped   uint64 // frames not handed out because of the flow or the reserve; also those that waited at a stop
	Starved         uint64 // how often taking frames left the driver without a buffer
	Waiting         uint32 // frames taken from the driver that wait for the program now
	Reconnects      uint64 // how often the device was lost and came back
	OthersRefused   uint64 // how often another device was in its place meanwhile; it was not taken
	BuffersGrown    uint64 // buffers that were added while streaming, with ReserveGrow
	LargePages      uint64 // memory for copies for which the kernel took the hint of StreamOptions.LargePages; 0: it refused, or there was none
	Stalls          uint64 // how often nothing good came for as long as StallAfter allows
	USBResets       uint64 // how often the USB device was reset
}

// Account reads the account.
func (s *Stream) Account() (Account, error) {
	raw := capi.MakeStreamAccount()
	err := s.object.ask("read the account", func(stream capi.Stream, details *capi.Error) capi.Status {
		return capi.StreamReadAccount(stream, &raw, details)
	})
	return Account{raw.Delivered, raw.DriverDropped, raw.Corrupt, raw.CorruptDropped, raw.EmptyDropped, raw.ShortFrames, raw.Bytes,
		raw.Copies, raw.IoErrors, raw.RequeueFailures, raw.SystemCalls, raw.Queued, raw.Held,
		raw.PolicyDropped, raw.Starved, raw.Waiting, raw.Reconnects, raw.OthersRefused, raw.BuffersGrown, raw.LargePages, raw.Stalls,
		raw.UsbResets}, err
}

// Rate is how fast frames come: what the device says, and what the time stamps say.
type Rate struct {
	Verdict   RateVerdict
	Nominal   Fraction      // frames per second as the device says; 0/0 if it does not
	Measured  float64       // frames per second by time stamps; 0: not measured
	Over      time.Duration // it was measured over
	Intervals uint32        // from frame to frame, within that time
	Missing   uint32        // frames missing in the driver's numbers meanwhile
}

// Rate reads both rates since the last start.
func (s *Stream) Rate() (Rate, error) {
	raw := capi.MakeStreamRate()
	err := s.object.ask("read the rate", func(stream capi.Stream, details *capi.Error) capi.Status {
		return capi.StreamReadRate(stream, &raw, details)
	})
	return Rate{RateVerdict(raw.Verdict), Fraction(raw.Nominal), float64(raw.MeasuredUhz) / 1e6, time.Duration(raw.MeasuredNs),
		raw.MeasuredIntervals, raw.Missing}, err
}

// CheckRate finds out why frames come more slowly than the device says. It is known only if there were frames enough and none was
// lost: then nil is "as told", and an error with CodeRateNotReached has the likely reason.
func (s *Stream) CheckRate() (known bool, err error) {
	err = s.object.ask("check the rate", func(stream capi.Stream, details *capi.Error) capi.Status {
		status := capi.StreamCheckRate(stream, details)
		known = status != capi.Again
		return status
	})
	return known, err
}

// Histogram tells how often which time was seen. Bucket i reaches from Bound(i) to Bound(i+1).
type Histogram struct{ raw capi.Histogram }

// Count is how many times were seen.
func (h *Histogram) Count() uint64 { return h.raw.Count }

// Min is the shortest time; 0 without any.
func (h *Histogram) Min() time.Duration { return time.Duration(h.raw.LeastNs) }

// Max is the longest time; 0 without any.
func (h *Histogram) Max() time.Duration { return time.Duration(h.raw.MostNs) }

// Mean is the mean of all times; 0 without any.
func (h *Histogram) Mean() time.Duration {
	if h.raw.Count == 0 {
		return 0
	}
	return time.Duration(h.raw.SumNs / int64(h.raw.Count))
}

// Quantile is the time within which a part of all times lies, as far as buckets tell: Quantile(0.99) is the 99th percentile. A part
// below 0 is taken as 0, one above 1 as 1.
func (h *Histogram) Quantile(part float64) time.Duration {
	return time.Duration(capi.HistogramGetQuantile(&h.raw, uint32(max(0, min(1, part))*1000+0.5)))
}

// Buckets are how many times each bucket holds.
func (h *Histogram) Buckets() []uint64 { return h.raw.Buckets[:] }

// Bound is the shortest time that a bucket holds.
func (h *Histogram) Bound(bucket int) time.Duration {
	if bucket < 0 || bucket > len(h.raw.Buckets) {
		return -1
	}
	return time.Duration(capi.HistogramGetBound(uint32(bucket)))
}

// Statistics tell how regularly frames come and how quickly they are taken, since the stream was created.
type Statistics struct {
	StampsUnset, StampsRepeated, StampsBackward, StampsFuture uint64 // frames with the FrameFlags of that name

	Interval Histogram // from time stamp to time stamp
	Delivery Histogram // from time stamp to arrival, where stamps are of CLOCK_MONOTONIC
}

// Statistics reads the statistics.
func (s *Stream) Statistics() (*Statistics, error) {
	raw := capi.MakeStreamStatistics()
	err := s.object.ask("read the statistics", func(stream capi.Stream, details *capi.Error) capi.Status {
		return capi.StreamReadStatistics(stream, &raw, details)
	})
	if err != nil {
		return nil, err
	}
	return &Statistics{raw.StampsUnset, raw.StampsRepeated, raw.StampsBackward, raw.StampsFuture, Histogram{raw.Interval},
		Histogram{raw.Delivery}}, nil
}
