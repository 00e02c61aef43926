// SPDX-License-Identifier: MIT

package v4lxx

import (
	"time"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// StreamState is what a stream does now: what there is to know when no frame comes, and while a lost device is looked for. Nothing in it is
// a guess. An age below 0 says that there is no such frame, a length of 0 that the device does not tell.
type StreamState struct {
	Phase          StreamPhase
	Generation     uint32        // how often it was started; frames carry the number of theirs
	Buffers        uint32        // that the driver gave; 0 while it does not stream
	Queued         uint32        // of these, with the driver; with 0 it has nowhere to put a frame
	Waiting        uint32        // taken from it, and waiting for the program
	Held           uint32        // frames that were not released yet, of all generations
	HasInputStatus bool          // the driver was asked for InputStatus, and told
	InputStatus    InputStatus   // of the selected input
	Attempts       uint32        // to get a lost device back
	LastCode       Code          // while it is away: why the last attempt failed
	LastFrameAge   time.Duration // since the last frame came
	HeldAge        time.Duration // since the oldest frame came that is held now
	Interval       time.Duration // from frame to frame as the device says
	Exposure       time.Duration // how long it exposes a frame as its control says
	Away           time.Duration // how long it is away
}

// Reconfigure changes format, rate and number of buffers, of a stream that runs or not; all other options have to be zero. If it fails, all is
// as before. Frames that are kept stay readable.
func (s *Stream) Reconfigure(options StreamOptions) error {
	raw := options.raw()
	return s.object.ask("reconfigure", func(stream capi.Stream, details *capi.Error) capi.Status {
		return capi.StreamReconfigure(stream, &raw, details)
	})
}

// State reads what the stream does now. It asks the device for its input and its exposure, so it is nothing for every frame.
func (s *Stream) State() (StreamState, error) {
	raw := capi.MakeStreamState()
	err := s.object.ask("read the state", func(stream capi.Stream, details *capi.Error) capi.Status {
		return capi.StreamReadState(stream, &raw, details)
	})
	return StreamState{StreamPhase(raw.Phase), raw.Generation, raw.BufferCount, raw.Queued, raw.Waiting, raw.Held,
		raw.HasInputStatus != 0, InputStatus(raw.InputStatus), raw.Attempts, Code(raw.LastCode), time.Duration(raw.LastFrameAgeNs),
		time.Duration(raw.HeldAgeNs), time.Duration(raw.IntervalNs), time.Duration(raw.ExposureNs), time.Duration(raw.AwayNs)}, err
}
