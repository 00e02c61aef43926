// SPDX-License-Identifier: MIT

package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
)

func groupOptions(words []string) (*v4lxx.GroupOptions, error) {
	options := &v4lxx.GroupOptions{}
	matches := map[string]v4lxx.Match{"stamps": v4lxx.MatchStamps, "sequences": v4lxx.MatchSequences, "stamps_or_sequences": v4lxx.MatchStampsOrSequences}
	for _, word := range words {
		key, value, _ := strings.Cut(word, "=")
		var err error
		switch key {
		case "match":
			options.MatchBy = matches[value]
		case "tolerance":
			options.Tolerance, err = time.ParseDuration(value)
		case "most_held":
			var most uint64
			most, err = strconv.ParseUint(value, 10, 32)
			options.MostHeld = uint32(most)
		case "incomplete":
			options.Incomplete = true
		default:
			err = fmt.Errorf("a group has no option '%s'", key)
		}
		if err != nil {
			return nil, err
		}
	}
	return options, nil
}

func doGroup(w *world, c *v4lxx.Context, words []string) (any, error) {
	options, err := groupOptions(words[2:])
	if err != nil {
		return nil, err
	}
	made, err := c.NewGroup(options)
	put(w.groups, words[0], made, func(g *v4lxx.Group) { g.Close() })
	return outcome(err), nil
}

func doJoin(w *world, g *v4lxx.Group, words []string) (any, error) {
	s, err := named(w.streams, words[1])
	if err != nil {
		return nil, err
	}
	var offset time.Duration
	if len(words) > 2 {
		if offset, err = time.ParseDuration(words[2]); err != nil {
			return nil, err
		}
	}
	return outcome(g.AddStream(s.Stream, offset)), nil
}

// A set of Go's is valid until the next one is taken; here it is kept, as in the other languages.
func doNextSet(w *world, g *v4lxx.Group, words []string) (any, error) {
	ctx, cancel, err := timeOf(words[2])
	if err != nil {
		return nil, err
	}
	defer cancel()
	put(w.sets, words[0], nil, (*v4lxx.FrameSet).Release)
	var set *v4lxx.FrameSet
	if ctx != nil {
		set, err = g.Next(ctx)
	} else if set, err = g.TryNext(); set == nil && err == nil {
		err = errAgain
	}
	if err != nil {
		return outcome(err), nil
	}
	kept := *set
	kept.Frames = make([]*v4lxx.Frame, len(set.Frames))
	for i, frame := range set.Frames {
		if frame == nil {
			continue
		}
		if kept.Frames[i], err = frame.Keep(); err != nil {
			return outcome(err), nil
		}
	}
	set.Release()
	put(w.sets, words[0], &kept, (*v4lxx.FrameSet).Release)
	return "ok", nil
}

func doOfSet(_ *world, s *v4lxx.FrameSet, words []string) (any, error) {
	switch words[1] {
	case "number":
		return s.Number, nil
	case "count":
		return len(s.Frames), nil
	case "complete":
		return yes(s.Complete), nil
	case "skew_us":
		return s.Skew.Microseconds(), nil
	case "apart_us":
		return (s.Moments[1] - s.Moments[0]).Microseconds(), nil
	}
	return nil, fmt.Errorf("a set has no '%s'", words[1])
}

func doFrameOf(w *world, s *v4lxx.FrameSet, words []string) (any, error) {
	camera, err := strconv.Atoi(words[2])
	if err != nil {
		return nil, err
	}
	if camera >= len(s.Frames) || s.Frames[camera] == nil {
		return "missing", nil
	}
	kept, err := s.Frames[camera].Keep()
	put(w.frames, words[0], kept, (*v4lxx.Frame).Release)
	return outcome(err), nil
}

func doOfGroup(_ *world, g *v4lxx.Group, words []string) (any, error) {
	seen, err := g.Statistics()
	if err != nil {
		return outcome(err), nil
	}
	switch words[1] {
	case "complete":
		return seen.Complete, nil
	case "incomplete":
		return seen.Incomplete, nil
	case "skews":
		return seen.Skew.Count(), nil
	case "match":
		return map[v4lxx.Match]string{v4lxx.MatchStamps: "stamps", v4lxx.MatchSequences: "sequences"}[seen.MatchBy], nil
	}
	return nil, fmt.Errorf("a group has no '%s'", words[1])
}

func doOfCamera(_ *world, g *v4lxx.Group, words []string) (any, error) {
	camera, err := strconv.Atoi(words[1])
	if err != nil {
		return nil, err
	}
	seen, err := g.Camera(camera)
	if err != nil {
		return outcome(err), nil
	}
	switch words[2] {
	case "frames":
		return seen.Frames, nil
	case "in_complete":
		return seen.InComplete, nil
	case "in_incomplete":
		return seen.InIncomplete, nil
	case "unmatched":
		return seen.Unmatched, nil
	case "gone":
		return yes(seen.Gone), nil
	}
	return nil, fmt.Errorf("a camera of a group has no '%s'", words[2])
}
