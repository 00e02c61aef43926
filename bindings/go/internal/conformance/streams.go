// SPDX-License-Identifier: MIT

package main

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
)

// stream is a stream with what its callbacks did.
type stream struct {
	*v4lxx.Stream
	tally *tally
}

type tally struct {
	calls     int
	inside    any
	destroyed atomic.Int64
}

func (s *stream) close() { s.Stream.Close() }

// placeOf is which of these words it is, from 0; the first without a word; behind the last if it is none, which the library refuses.
func placeOf(word string, words ...string) int {
	if place := slices.Index(words, word); place >= 0 || word == "" {
		return max(place, 0)
	}
	return len(words)
}

func streamOptionsOf(words []string) (*v4lxx.StreamOptions, error) {
	options, err := optionsOf(words, "fourcc", "width", "height", "fps", "buffers", "deliver_corrupt", "reconnect", "flow",
		"flow_depth", "min_queued", "reserve", "max_buffers", "stall_after_ms", "usb_reset")
	if err != nil {
		return nil, err
	}
	wanted := v4lxx.StreamOptions{Width: number32(options, "width"), Height: number32(options, "height"),
		Rate: ratio(options["fps"]), Buffers: number32(options, "buffers"), DeliverCorrupt: options["deliver_corrupt"] == "yes",
		Reconnect: options["reconnect"] == "yes", USBReset: options["usb_reset"] == "yes",
		Flow: v4lxx.Flow(placeOf(options["flow"], "block", "latest", "drop_oldest", "drop_newest")), FlowDepth: number32(options, "flow_depth"),
		MinQueued: number32(options, "min_queued"), Reserve: v4lxx.Reserve(placeOf(options["reserve"], "copy", "drop", "grow")),
		MaxBuffers: number32(options, "max_buffers"),
		StallAfter: time.Duration(number32(options, "stall_after_ms")) * time.Millisecond}
	if name := options["fourcc"]; name != "" {
		wanted.FourCC = v4lxx.Must(v4lxx.ParseFourCC(name))
	}
	return &wanted, nil
}

func doStream(w *world, d *v4lxx.Device, words []string) (any, error) {
	wanted, err := streamOptionsOf(words[2:])
	if err != nil {
		return nil, err
	}
	made, err := d.NewStream(wanted)
	if err != nil {
		return outcome(err), nil
	}
	put(w.streams, words[0], &stream{made, &tally{}}, (*stream).close)
	return "ok", nil
}

func doGranted(_ *world, s *stream, words []string) (any, error) {
	if words[1] == "buffers" {
		return s.BufferCount(), nil
	}
	format, err := s.Format()
	return formatField(format, err, words[1])
}

func doReconfigure(_ *world, s *stream, words []string) (any, error) {
	wanted, err := streamOptionsOf(words[1:])
	if err != nil {
		return nil, err
	}
	return outcome(s.Reconfigure(*wanted)), nil
}

func doStart(_ *world, s *stream, _ []string) (any, error) {
	return outcome(s.Start()), nil
}

func doStop(_ *world, s *stream, _ []string) (any, error) {
	return outcome(s.Stop()), nil
}

func doCancel(w *world, words []string) (any, error) {
	if c := w.contexts[words[0]]; c != nil {
		c.Cancel()
		return "ok", nil
	}
	if g := w.groups[words[0]]; g != nil {
		g.Cancel()
		return "ok", nil
	}
	s, err := named(w.streams, words[0])
	if err != nil {
		return nil, err
	}
	s.Cancel()
	return "ok", nil
}

func doNext(w *world, s *stream, words []string) (any, error) {
	ctx, cancel, err := timeOf(words[2])
	if err != nil {
		return nil, err
	}
	defer cancel()
	frame, err := take(s.Stream, ctx)
	if err != nil {
		return outcome(err), nil
	}
	return w.keep(words[0], frame), nil
}

// They become NAME1, NAME2 and so on.
func doNextMany(w *world, s *stream, words []string) (any, error) {
	most, err := strconv.Atoi(words[2])
	if err != nil {
		return nil, err
	}
	ctx, cancel, err := timeOf(words[3])
	if err != nil {
		return nil, err
	}
	defer cancel()
	frames, err := takeMany(s.Stream, ctx, most)
	if err != nil {
		return outcome(err), nil
	}
	for i, frame := range frames {
		put(w.frames, words[0]+strconv.Itoa(i+1), frame, (*v4lxx.Frame).Release)
	}
	return len(frames), nil
}

func takeMany(s *v4lxx.Stream, ctx context.Context, most int) ([]*v4lxx.Frame, error) {
	if ctx != nil {
		return s.NextMany(ctx, most)
	}
	frames, err := s.TryNextMany(most)
	if len(frames) == 0 && err == nil {
		err = errAgain
	}
	return frames, err
}

func doLeft(w *world, s *stream, words []string) (any, error) {
	frame, err := named(w.frames, words[1])
	if err != nil {
		return nil, err
	}
	later, err := durationOf(words[2])
	return s.TimeLeft(frame.Arrival() + later).Milliseconds(), err
}

// A scenario has several frames at a time, so it keeps each.
func (w *world) keep(name string, frame *v4lxx.Frame) any {
	kept, err := frame.Keep()
	frame.Release()
	put(w.frames, name, kept, (*v4lxx.Frame).Release)
	return outcome(err)
}

func take(s *v4lxx.Stream, ctx context.Context) (*v4lxx.Frame, error) {
	if ctx != nil {
		return s.Next(ctx)
	}
	frame, err := s.TryNext()
	if frame == nil && err == nil {
		err = errAgain
	}
	return frame, err
}

func doWait(_ *world, s *stream, words []string) (any, error) {
	ctx, cancel, err := timeOf(words[1])
	if err != nil {
		return nil, err
	}
	defer cancel()
	err = s.Wait(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		return "nothing", nil
	}
	if err == nil {
		return "ready", nil
	}
	return outcome(err), nil
}

var flagNames = []string{"corrupt", "short", "key", "last", "cancelled", "copied", "stamp_unset", "stamp_repeated", "stamp_backward",
	"stamp_future"}
var pictureNames = []string{"unknown", "key", "predicted", "bidirectional", "not_key"}

func doInfo(_ *world, f *v4lxx.Frame, words []string) (any, error) {
	switch words[1] {
	case "width":
		return f.Width(), nil
	case "height":
		return f.Height(), nil
	case "fourcc":
		return f.FourCC(), nil
	case "sequence":
		return f.Sequence(), nil
	case "number":
		return f.Number(), nil
	case "generation":
		return f.Generation(), nil
	case "picture":
		return pictureNames[f.PictureType()], nil
	case "clock":
		return clockNames[f.Clock()], nil
	case "stamp_clock":
		return clockNames[f.StampClock()], nil
	case "crop":
		crop, isKnown := f.Crop()
		if !isKnown {
			return "-", nil
		}
		return fmt.Sprintf("%dx%d%+d%+d", crop.Width, crop.Height, crop.Left, crop.Top), nil
	case "planes":
		return f.Planes(), nil
	case "flags":
		var names []string
		for i, name := range flagNames {
			if f.Flags()&(1<<i) != 0 {
				names = append(names, name)
			}
		}
		return strings.Join(append(names, "-")[:max(len(names), 1)], "+"), nil
	}
	return nil, fmt.Errorf("a frame has no '%s'", words[1])
}

func doBytes(_ *world, f *v4lxx.Frame, words []string) (any, error) {
	plane, err := strconv.Atoi(words[1])
	if err != nil {
		return nil, err
	}
	bytes, err := f.Plane(plane)
	if errors.Is(err, v4lxx.ErrArgument) {
		return outcome(errors.Join(errIndex, err)), nil
	}
	if err != nil {
		return outcome(err), nil
	}
	return len(bytes), nil
}

func doChecksum(_ *world, f *v4lxx.Frame, _ []string) (any, error) {
	sum := fnv.New32a()
	if _, err := f.WriteTo(sum); err != nil {
		return outcome(err), nil
	}
	return fmt.Sprintf("%08x", sum.Sum32()), nil
}

func doKeep(w *world, f *v4lxx.Frame, words []string) (any, error) {
	kept, err := f.Keep()
	put(w.frames, words[0], kept, (*v4lxx.Frame).Release)
	return outcome(err), nil
}

func doHold(_ *world, f *v4lxx.Frame, words []string) (any, error) {
	holder, err := strconv.ParseUint(words[1], 10, 64)
	if err == nil {
		f.SetHolder(holder)
	}
	return "ok", err
}

func doHeld(_ *world, s *stream, words []string) (any, error) {
	held, err := s.Held()
	if err != nil {
		return outcome(err), nil
	}
	if words[1] == "count" {
		return len(held), nil
	}
	index, err := strconv.Atoi(words[1])
	if err != nil || index >= len(held) || len(words) < 3 {
		return nil, fmt.Errorf("there is no held frame '%s'", words[1])
	}
	field := reflect.ValueOf(held[index]).FieldByNameFunc(func(each string) bool { return strings.EqualFold(each, words[2]) })
	if !field.IsValid() {
		return nil, fmt.Errorf("a held frame has no '%s'", words[2])
	}
	return field.Uint(), nil
}

func doRelease(_ *world, f *v4lxx.Frame, _ []string) (any, error) {
	f.Release()
	return "ok", nil
}

// callbackOf makes a callback of a kind. What it refers to is counted when the binding has let go of it.
func callbackOf(s *stream, kind string) func(*v4lxx.Frame) error {
	held := &struct{ tally *tally }{s.tally}
	runtime.AddCleanup(held, func(t *tally) { t.destroyed.Add(1) }, s.tally)
	kinds := map[string]func() error{
		"count": func() error { return nil },
		"fail": func() error {
			if held.tally.calls == 2 {
				panic(errCallback)
			}
			return nil
		},
		"stop": func() error {
			held.tally.inside = outcome(s.Stop())
			return nil
		},
		"dispatch": func() error {
			_, err := s.TryDispatch()
			held.tally.inside = outcome(err)
			return nil
		},
	}
	inner := kinds[kind]
	if inner == nil {
		return nil
	}
	return func(*v4lxx.Frame) error {
		held.tally.calls++
		return inner()
	}
}

func doCallback(_ *world, s *stream, words []string) (any, error) {
	if words[1] == "none" {
		return outcome(s.SetCallback(nil)), nil
	}
	callback := callbackOf(s, words[1])
	if callback == nil {
		return nil, fmt.Errorf("there is no callback '%s'", words[1])
	}
	s.tally.calls = 0
	return outcome(s.SetCallback(callback)), nil
}

func doDispatch(_ *world, s *stream, words []string) (any, error) {
	ctx, cancel, err := timeOf(words[1])
	if err != nil {
		return nil, err
	}
	defer cancel()
	if ctx != nil {
		return outcome(s.Dispatch(ctx)), nil
	}
	called, err := s.TryDispatch()
	if !called && err == nil {
		err = errAgain
	}
	return outcome(err), nil
}

func doCalls(_ *world, s *stream, _ []string) (any, error) {
	return s.tally.calls, nil
}

func doInside(_ *world, s *stream, _ []string) (any, error) {
	return s.tally.inside, nil
}

func doDestroyed(w *world, s *stream, _ []string) (any, error) {
	if _, err := doCollect(w, nil); err != nil {
		return nil, err
	}
	return s.tally.destroyed.Load(), nil
}

func doRead(_ *world, s *stream, words []string) (any, error) {
	size, err := strconv.Atoi(words[1])
	if err != nil {
		return nil, err
	}
	modes := map[string]v4lxx.ReadMode{"frame": v4lxx.ReadFrame, "bytes": v4lxx.ReadBytes}
	mode, known := modes[words[2]]
	if !known {
		return nil, fmt.Errorf("there is no mode '%s'", words[2])
	}
	ctx, cancel, err := timeOf(words[3])
	if err != nil {
		return nil, err
	}
	defer cancel()
	reader, buffer := s.NewReader(mode), make([]byte, size)
	var n int
	if ctx != nil {
		n, err = reader.ReadContext(ctx, buffer)
	} else if n, err = reader.TryRead(buffer); n == 0 && err == nil && size > 0 {
		err = errAgain
	}
	if err != nil {
		return outcome(err), nil
	}
	return n, nil
}

func doAccount(_ *world, s *stream, words []string) (any, error) {
	account, err := s.Account()
	if err != nil {
		return outcome(err), nil
	}
	name := strings.ReplaceAll(words[1], "_", "")
	field := reflect.ValueOf(account).FieldByNameFunc(func(each string) bool { return strings.EqualFold(each, name) })
	if !field.IsValid() {
		return nil, fmt.Errorf("an account has no '%s'", words[1])
	}
	return field.Uint(), nil
}

func doStatistics(_ *world, s *stream, words []string) (any, error) {
	statistics, err := s.Statistics()
	if err != nil {
		return outcome(err), nil
	}
	switch words[1] {
	case "stamps_unset":
		return statistics.StampsUnset, nil
	case "stamps_repeated":
		return statistics.StampsRepeated, nil
	case "stamps_backward":
		return statistics.StampsBackward, nil
	case "stamps_future":
		return statistics.StampsFuture, nil
	case "intervals":
		return statistics.Interval.Count(), nil
	case "deliveries":
		return statistics.Delivery.Count(), nil
	case "longest_interval":
		return statistics.Interval.Max().Nanoseconds(), nil
	case "interval_990":
		return statistics.Interval.Quantile(0.99).Nanoseconds(), nil
	}
	return nil, fmt.Errorf("statistics have no '%s'", words[1])
}

func doState(_ *world, s *stream, words []string) (any, error) {
	state, err := s.State()
	if err != nil {
		return outcome(err), nil
	}
	switch words[1] {
	case "phase":
		return [...]string{"stopped", "streaming", "ended", "away", "lost", "closed"}[state.Phase], nil
	case "generation":
		return state.Generation, nil
	case "queued":
		return state.Queued, nil
	case "held":
		return state.Held, nil
	}
	return nil, fmt.Errorf("a state has no '%s'", words[1])
}
