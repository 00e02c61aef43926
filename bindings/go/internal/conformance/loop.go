// SPDX-License-Identifier: MIT

package main

import (
	"fmt"
	"strconv"
	"strings"

	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
)

func doListen(_ *world, c *v4lxx.Context, words []string) (any, error) {
	known := map[string]v4lxx.ListenFlags{"devices": v4lxx.ListenDevices, "streams": v4lxx.ListenStreams, "simulated": v4lxx.ListenSimulated}
	var flags v4lxx.ListenFlags
	for _, word := range words[1:] {
		flag, found := known[word]
		if !found {
			return nil, fmt.Errorf("there are no events '%s'", word)
		}
		flags |= flag
	}
	return outcome(c.Listen(flags)), nil
}

func doEvent(w *world, c *v4lxx.Context, words []string) (any, error) {
	ctx, cancel, err := timeOf(words[1])
	if err != nil {
		return nil, err
	}
	defer cancel()
	if ctx != nil {
		w.event, err = c.NextEvent(ctx)
	} else if w.event, err = c.TryNextEvent(); w.event == nil && err == nil {
		err = errAgain
	}
	if err != nil {
		return outcome(err), nil
	}
	return w.event.Kind, nil
}

func doTold(w *world, words []string) (any, error) {
	if w.event == nil {
		return nil, fmt.Errorf("nothing was told")
	}
	switch words[0] {
	case "tag":
		return w.event.Tag, nil
	case "code":
		return strings.TrimPrefix(w.event.Code.String(), "V4LXX-"), nil
	case "delivered":
		return w.event.Delivered, nil
	case "lost":
		return w.event.Lost, nil
	case "attempts":
		return w.event.Attempts, nil
	case "text":
		return w.event.Text, nil
	case "card":
		return w.event.Device.Card, nil
	}
	return nil, fmt.Errorf("an event has no '%s'", words[0])
}

func doAddStream(w *world, c *v4lxx.Context, words []string) (any, error) {
	s, err := named(w.streams, words[1])
	if err != nil {
		return nil, err
	}
	tag, err := strconv.ParseUint(words[2], 10, 64)
	if err != nil {
		return nil, err
	}
	return outcome(c.AddStream(s.Stream, tag)), nil
}

func doRemoveStream(w *world, c *v4lxx.Context, words []string) (any, error) {
	s, err := named(w.streams, words[1])
	if err != nil {
		return nil, err
	}
	c.RemoveStream(s.Stream)
	return "ok", nil
}

func doNextOf(w *world, c *v4lxx.Context, words []string) (any, error) {
	ctx, cancel, err := timeOf(words[2])
	if err != nil {
		return nil, err
	}
	defer cancel()
	var frame *v4lxx.Frame
	if ctx != nil {
		frame, w.tag, err = c.Next(ctx)
	} else if frame, w.tag, err = c.TryNext(); frame == nil && err == nil {
		err = errAgain
	}
	if err != nil {
		return outcome(err), nil
	}
	return w.keep(words[0], frame), nil
}

func doOf(w *world, _ []string) (any, error) { return w.tag, nil }
