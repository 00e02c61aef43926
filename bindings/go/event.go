// SPDX-License-Identifier: MIT

package v4lxx

import (
	"context"
	"iter"
	"sync"
	"time"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// Event is what a context tells besides frames: a device came or went, a stream ended. What the kind does not tell is zero.
type Event struct {
	Kind                EventKind
	Time                time.Duration // when it was told, a time of CLOCK_MONOTONIC
	Device              DeviceInfo    // it is about, as it was then
	Text                string        // the event for people
	Tag                 uint64        // of the stream, as it was given to AddStream; 0 outside of a loop
	Code                Code          // EventLeftLoop: why
	SourceChanges       uint32        // EventSourceChanged: bits of the kernel; 1 is the resolution
	OldWidth, OldHeight uint32        // EventSourceChanged: of the frames until now, pixels
	NewWidth, NewHeight uint32        // of the source now; 0 if there is no signal, or the driver does not tell
	Attempts            uint32        // EventDeviceBack: how often it was looked for
	Lost, Delivered     uint64        // EventSlowProgram: frames that were not handed out since it began, and that were
	Span                time.Duration // EventSlowProgram: since when; EventDeviceBack: how long it was away
}

// String is the event for people.
func (e *Event) String() string { return e.Text }

// String is the word for a kind of event, such as "device_added".
func (k EventKind) String() string {
	if Load() != nil {
		return ""
	}
	return capi.EventKindGetName(capi.EventKind(k))
}

// newEvent takes over and copies.
func newEvent(raw capi.Event) (*Event, error) {
	defer capi.EventUnref(raw)
	info := capi.MakeEventInfo()
	var details capi.Error
	if status := capi.EventReadInfo(raw, &info, &details); status < 0 {
		return nil, failed(status, details)
	}
	return &Event{Kind: EventKind(info.Kind), Time: time.Duration(info.TimeNs), Device: infoOf(capi.EventGetDevice(raw)),
		Text: capi.EventGetText(raw), Tag: info.Tag, Code: Code(info.Code), SourceChanges: info.SourceChanges,
		OldWidth: info.OldWidth, OldHeight: info.OldHeight, NewWidth: info.NewWidth, NewHeight: info.NewHeight,
		Attempts: info.Attempts, Lost: info.FramesLost, Delivered: info.FramesDelivered, Span: time.Duration(info.SpanNs)}, nil
}

// eventQueue has the events that Next came across while it looked for frames; the others wait in the library.
type eventQueue struct {
	turn    chan struct{} // of the one goroutine that waits
	mutex   sync.Mutex    // guards all below
	listens bool
	aside   []*Event
	missed  uint64
}

const mostAside = 256

// take gives the next event. The mutex is held.
func (q *eventQueue) take(raw capi.Context) (*Event, error) {
	if len(q.aside) > 0 {
		event := q.aside[0]
		q.aside = q.aside[1:]
		return event, nil
	}
	var event capi.Event
	var details capi.Error
	if status := capi.ContextNextEvent(raw, 0, &event, &details); status != capi.OK {
		return nil, failed(status, details)
	}
	return newEvent(event)
}

// putAside takes what waits in the library: else its descriptor would say that there is something, and a loop that wants frames could not
// sleep. Whoever waits for events hears of the same change as that loop, and finds them here.
func (q *eventQueue) putAside(raw capi.Context) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	for q.listens {
		var event capi.Event
		if capi.ContextNextEvent(raw, 0, &event, nil) != capi.OK {
			return
		}
		if copied, err := newEvent(event); err == nil {
			q.aside = append(q.aside, copied)
		} else {
			q.missed++
		}
		if over := len(q.aside) - mostAside; over > 0 {
			q.aside, q.missed = q.aside[over:], q.missed+uint64(over)
		}
	}
}

// Listen says which events are wanted from now on; 0 ends it, and drops what waits. Up to 256 wait for the program; of more the oldest are
// dropped, and counted by MissedEvents. A stream tells of its source if it was started while ListenStreams was set.
func (c *Context) Listen(flags ListenFlags) error {
	return c.object.ask("listen for events", func(raw capi.Context, details *capi.Error) capi.Status {
		queue := &c.loop.queue
		queue.mutex.Lock()
		defer queue.mutex.Unlock()
		status := capi.ContextListen(raw, uint32(flags), details)
		if status >= 0 {
			queue.listens = flags != 0
		}
		if status >= 0 && flags == 0 {
			queue.aside = nil
		}
		return status
	})
}

// NextEvent waits for the next event. It ends with the error of the context when that ends, or with a failure. The goroutine is parked; no
// thread waits, and others may take frames meanwhile.
func (c *Context) NextEvent(ctx context.Context) (event *Event, err error) {
	poller, err := c.poller(func(l *loop) **poller { return &l.events })
	if err != nil {
		return nil, err
	}
	select {
	case c.loop.queue.turn <- struct{}{}:
		defer func() { <-c.loop.queue.turn }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if err := poller.follow(ctx); err != nil {
		return nil, err
	}
	look := func(uintptr) bool {
		event, err = c.TryNextEvent()
		return event != nil || err != nil
	}
	for {
		if look(0) {
			return event, err
		}
		failure := poller.until(ctx, look)
		if event != nil || err != nil {
			return event, err
		}
		if failure != nil {
			return nil, failure
		}
	}
}

// TryNextEvent takes the next event if there is one, and else returns nil and no error.
func (c *Context) TryNextEvent() (*Event, error) {
	raw, err := c.object.enter("wait for an event")
	if err != nil {
		return nil, err
	}
	defer c.object.leave()
	c.loop.queue.mutex.Lock()
	defer c.loop.queue.mutex.Unlock()
	return c.loop.queue.take(raw)
}

// Events walks through the events as NextEvent gives them. The last turn has the error that ended it, that of the context above all.
func (c *Context) Events(ctx context.Context) iter.Seq2[*Event, error] {
	return func(yield func(*Event, error) bool) {
		for {
			event, err := c.NextEvent(ctx)
			if !yield(event, err) || err != nil {
				return
			}
		}
	}
}

// MissedEvents is how many events were dropped because too many waited, or for want of memory.
func (c *Context) MissedEvents() uint64 {
	raw, err := c.object.enter("count events")
	if err != nil {
		return 0
	}
	defer c.object.leave()
	c.loop.queue.mutex.Lock()
	defer c.loop.queue.mutex.Unlock()
	return capi.ContextGetMissedEvents(raw) + c.loop.queue.missed
}
