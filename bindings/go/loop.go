// SPDX-License-Identifier: MIT

package v4lxx

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"sync"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// loop is what there is of the loop of a context on the side of Go. It refers to nothing that could reach the context.
type loop struct {
	mutex          sync.Mutex // guards the next three
	isClosed       bool
	frames, events *poller // made when somebody waits for the first time; two, since a poller follows one goroutine

	busy  sync.Mutex // guards last: one goroutine at a time takes
	last  *Frame     // what Next gave last
	queue eventQueue
}

// poller gives one of the two of a context.
func (c *Context) poller(which func(*loop) **poller) (*poller, error) {
	raw, err := c.object.enter("wait")
	if err != nil {
		return nil, err
	}
	defer c.object.leave()
	c.loop.mutex.Lock()
	defer c.loop.mutex.Unlock()
	place := which(c.loop)
	if *place == nil && !c.loop.isClosed {
		made, err := newPoller(int(capi.ContextGetFd(raw)), "v4lxx context")
		if err != nil {
			return nil, refused(ErrSystem, CodeSystemCallFailed, "wait for a context", "", fmt.Sprintf("its descriptor cannot be watched: %v", err))
		}
		*place = made
	}
	if *place == nil {
		return nil, c.object.closed("wait")
	}
	return *place, nil
}

// close ends the waits.
func (l *loop) close() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.isClosed = true
	for _, each := range []*poller{l.frames, l.events} {
		if each != nil {
			each.close()
		}
	}
}

// end is the end of a context that nobody can reach, or that was closed, after the last call inside it.
func (l *loop) end(context capi.Context) {
	l.close()
	capi.ContextUnref(context)
}

func (l *loop) releaseLast() {
	if l.last != nil {
		l.last.Release()
		l.last = nil
	}
}

// AddStream takes a stream into the loop of the context; the tag stands for it in what Next gives. Neither keeps the other alive: a stream
// leaves when it is closed or forgotten, and after a failure, from which it may be started and added again.
func (c *Context) AddStream(stream *Stream, tag uint64) error {
	const operation = "add a stream"
	raw, err := stream.object.enter(operation)
	if err != nil {
		return err
	}
	defer stream.object.leave()
	return c.object.ask(operation, func(context capi.Context, details *capi.Error) capi.Status {
		return capi.ContextAddStream(context, raw, tag, details)
	})
}

// RemoveStream takes a stream out of the loop. One that is not in it is left as it is.
func (c *Context) RemoveStream(stream *Stream) {
	raw, err := stream.object.enter("remove a stream")
	if err != nil {
		return
	}
	defer stream.object.leave()
	if context, err := c.object.enter("remove a stream"); err == nil {
		capi.ContextRemoveStream(context, raw)
		c.object.leave()
	}
}

// Next waits for the next frame of any stream in the loop, and gives it with the tag of its stream; those that are ready take turns. The
// frame is valid until the next one is taken: Keep it to have it longer. The error io.EOF comes once for a stream that has ended, and a
// failure of a stream once as well, each with its tag; the others go on, and the next call is for them. The error of the context has no tag.
// The goroutine is parked; no thread waits. One goroutine at a time takes frames.
func (c *Context) Next(ctx context.Context) (frame *Frame, tag uint64, err error) {
	poller, err := c.poller(func(l *loop) **poller { return &l.frames })
	if err != nil {
		return nil, 0, err
	}
	if err := poller.follow(ctx); err != nil {
		return nil, 0, err
	}
	// Between the question and the sleep nothing is lost: the poller hears of all changes since before the question. A descriptor that is
	// readable without a frame has one by now, or belongs to a virtual clock, which is moved by looking.
	look := func(fd uintptr) bool {
		frame, tag, err = c.take(true)
		return frame != nil || err != nil || isReadable(fd)
	}
	for {
		if frame, tag, err = c.take(true); frame != nil || err != nil {
			return frame, tag, err
		}
		failure := poller.until(ctx, look)
		if frame != nil || err != nil {
			return frame, tag, err
		}
		if failure != nil {
			return nil, 0, failure
		}
	}
}

// TryNext takes the next frame if there is one, as Next does, and else returns nil and no error. For programs with an event loop of their
// own: FD.
func (c *Context) TryNext() (*Frame, uint64, error) { return c.take(false) }

func (c *Context) take(putEventsAside bool) (*Frame, uint64, error) {
	context, err := c.object.enter("take a frame")
	if err != nil {
		return nil, 0, err
	}
	defer c.object.leave()
	c.loop.busy.Lock()
	defer c.loop.busy.Unlock()
	c.loop.releaseLast()
	var tag uint64
	var raw capi.Frame
	var details capi.Error
	switch status := capi.ContextDequeue(context, 0, &tag, &raw, &details); status {
	case capi.OK:
		c.loop.last, err = ownedFrame(raw)
		return c.loop.last, tag, err
	case capi.Again:
		if putEventsAside {
			c.loop.queue.putAside(context)
		}
		return nil, 0, nil
	case capi.End:
		return nil, tag, io.EOF
	default:
		return nil, tag, failed(status, details)
	}
}

// ownedFrame takes over a reference, which goes with the frame.
func ownedFrame(raw capi.Frame) (*Frame, error) {
	frame := &Frame{}
	frame.ref.Set(raw)
	var details capi.Error
	frame.info = capi.MakeFrameInfo()
	if status := capi.FrameReadInfo(raw, &frame.info, &details); status < 0 {
		frame.ref.Unref()
		return nil, failed(status, details)
	}
	frame.cleanup = runtime.AddCleanup(frame, unrefFrame, raw)
	return frame, nil
}

// Cancel ends one wait on this context, in progress or the next one, with ErrCancelled: Next or NextEvent, whichever looks first. Waits on
// its streams go on. To end a certain wait, end its own context.
func (c *Context) Cancel() {
	if context, err := c.object.enter("cancel"); err == nil {
		capi.ContextCancel(context)
		c.object.leave()
	}
}

// FD is the descriptor to wait for in an event loop of another kind: readable when TryNext or TryNextEvent has something to say. It is the
// context's own: never read or close it. -1 after Close.
func (c *Context) FD() int {
	context, err := c.object.enter("wait")
	if err != nil {
		return -1
	}
	defer c.object.leave()
	return int(capi.ContextGetFd(context))
}
