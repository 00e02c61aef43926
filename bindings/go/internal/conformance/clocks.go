// SPDX-License-Identifier: MIT

package main

import (
	"fmt"
	"slices"
	"time"

	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
)

var clockNames = []string{"unknown", "monotonic", "copy", "realtime", "boottime", "tai"}

func clockOf(word string) (v4lxx.Clock, error) {
	at := slices.Index(clockNames, word)
	if at < 0 {
		return 0, fmt.Errorf("there is no clock '%s'", word)
	}
	return v4lxx.Clock(at), nil
}

func doConvert(_ *world, f *v4lxx.Frame, words []string) (any, error) {
	to, err := clockOf(words[1])
	if err != nil {
		return nil, err
	}
	told, err := f.ConvertTime(to)
	if err != nil {
		return outcome(err), nil
	}
	switch words[2] {
	case "ahead":
		return int64((told.Time - f.Timestamp()).Round(time.Second) / time.Second), nil
	case "error":
		return int64(told.Error), nil
	case "steps":
		return told.Steps, nil
	case "tai_offset":
		return int64(told.TAIOffset.Seconds()), nil
	}
	return nil, fmt.Errorf("a converted time has no '%s'", words[2])
}

func doTime(_ *world, c *v4lxx.Context, words []string) (any, error) {
	when, err := time.ParseDuration(words[1])
	if err != nil {
		return nil, err
	}
	from, err := clockOf(words[2])
	if err != nil {
		return nil, err
	}
	to, err := clockOf(words[3])
	if err != nil {
		return nil, err
	}
	told, err := c.ConvertTime(when, from, to)
	if err != nil {
		return outcome(err), nil
	}
	return int64(told.Time), nil
}
