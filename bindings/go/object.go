// SPDX-License-Identifier: MIT

package v4lxx

import (
	"runtime"
	"strings"
	"sync/atomic"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// object holds a handle of the library and gives its reference back once: after the owner has closed it and no call is inside any
// more. So a method that runs while another goroutine closes never meets a handle that is gone.
type object[H ~uintptr] struct {
	what    string // for messages: "stream"
	raw     H
	unref   func(H)
	gate    gate
	cleanup runtime.Cleanup
}

// gate lets calls in until it is shut. What it guards may go when it is shut and nobody is inside, which one caller is told.
type gate struct{ state atomic.Int64 } // how many calls are inside, and the bit `ended`

const ended = int64(1) << 62

func (g *gate) isShut() bool { return g.state.Load()&ended != 0 }

func (g *gate) enter() bool {
	for {
		state := g.state.Load()
		if state&ended != 0 {
			return false
		}
		if g.state.CompareAndSwap(state, state+1) {
			return true
		}
	}
}

// leave ends what enter began, and tells whether it was the last of a gate that is shut.
func (g *gate) leave() bool { return g.state.Add(-1) == ended }

// shut tells whether it was open, and whether nobody was inside.
func (g *gate) shut() (wasOpen, wasEmpty bool) {
	before := g.state.Or(ended)
	return before&ended == 0, before == 0
}

// hold takes the handle over; owner is the object of Go whose end the garbage collector tells.
func hold[O any, H ~uintptr](owner *O, o *object[H], what string, raw H, unref func(H)) {
	o.what, o.raw, o.unref = what, raw, unref
	o.cleanup = runtime.AddCleanup(owner, unref, raw)
}

// enter gives the handle for a call, which leave must follow.
func (o *object[H]) enter(operation string) (H, error) {
	if o.raw == 0 || !o.gate.enter() {
		return 0, o.closed(operation)
	}
	return o.raw, nil
}

func (o *object[H]) closed(operation string) error {
	what := o.what
	if what == "" {
		what = "object, which nobody opened,"
	}
	return refused(ErrClosed, CodeObjectClosed, operation, "", "the "+what+" is closed")
}

// leave ends what enter began. That it uses the object also keeps its owner from being collected until then.
func (o *object[H]) leave() {
	if o.gate.leave() {
		o.unref(o.raw)
	}
}

// ask makes a call with the handle.
func (o *object[H]) ask(operation string, call func(H, *capi.Error) capi.Status) error {
	raw, err := o.enter(operation)
	if err != nil {
		return err
	}
	defer o.leave()
	var details capi.Error
	return failed(call(raw, &details), details)
}

// end says that nobody may enter any more.
func (o *object[H]) end() {
	if o.raw == 0 {
		return
	}
	wasOpen, wasEmpty := o.gate.shut()
	if wasOpen {
		o.cleanup.Stop()
	}
	if wasEmpty {
		o.unref(o.raw)
	}
}

// withoutZero refuses a text that C would take to end in its middle.
func withoutZero(operation, field, text string) error {
	if strings.IndexByte(text, 0) < 0 {
		return nil
	}
	return refused(ErrArgument, CodeBadName, operation, field, field+" has a zero byte in it")
}
