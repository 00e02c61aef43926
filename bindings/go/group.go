// SPDX-License-Identifier: MIT

package v4lxx

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"sync"
	"time"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// GroupOptions say how a group matches frames; zero is the usual way.
type GroupOptions struct {
	MatchBy    Match         // by what frames belong together
	Tolerance  time.Duration // how far apart time stamps of one set may be; 0: half the shortest frame interval
	MaxWait    time.Duration // how long a frame waits for its partners; 0: while its camera has no more than MostHeld that wait
	MostHeld   uint32        // frames of one camera that wait at most, 1 to 32; 0 is 2
	Incomplete bool          // frames whose partners do not come are handed out, too
}

// Group has several streams, whose frames it matches: sets of frames that were taken at the same time. One goroutine at a time takes sets.
type Group struct {
	object object[capi.Group]
	native *nativeGroup

	busy    sync.Mutex // guards all below
	streams []*Stream  // that they are not collected while the group takes their frames
	last    *FrameSet  // what Next gave last
}

// nativeGroup is what has to be given back when nobody can reach the group any more.
type nativeGroup struct {
	group  capi.Group
	poller *poller
}

func (n *nativeGroup) end(capi.Group) {
	n.poller.close()
	capi.GroupUnref(n.group)
}

// FrameSet is a frame of each camera of a group. The frames are valid until the next set is taken: Keep one to have it longer.
type FrameSet struct {
	Number   uint64          // of the sets of the group, from 0
	Frames   []*Frame        // in the order of the streams; nil for one that is missing
	Moments  []time.Duration // when they were taken, comparable with one another; 0 for one that is missing
	Skew     time.Duration   // from the earliest to the latest; -1ns if their time stamps cannot be compared
	Complete bool            // none is missing
}

// Release gives the frames back now. Twice is allowed.
func (s *FrameSet) Release() {
	for _, frame := range s.Frames {
		if frame != nil {
			frame.Release()
		}
	}
}

// GroupStatistics tell how a group went since it was made.
type GroupStatistics struct {
	Cameras              uint32
	Complete, Incomplete uint64        // sets with a frame of each camera, and without
	Tolerance            time.Duration // in use now; 0 with sequences
	MatchBy              Match         // in use now: MatchStamps or MatchSequences
	Skew                 Histogram     // of complete sets
}

// GroupCamera tells how one camera of a group went. Its frames are those in sets, unmatched or late, and those held.
type GroupCamera struct {
	Frames, InComplete, InIncomplete, Unmatched, Late uint64
	Held                                              uint32        // frames that wait for partners now
	Resets                                            uint64        // how often it was started again, or its driver counted anew
	Interval                                          time.Duration // from frame to frame, as measured
	DriftPPB                                          int64         // its intervals are so many billionths longer than those of the first camera
	DriftFrames                                       uint32        // what that was measured over; 0: it is not known
	Gone                                              bool          // it has ended, or its failure was told
}

// NewGroup makes a group without streams; nil takes the defaults.
func (c *Context) NewGroup(options *GroupOptions) (*Group, error) {
	raw := capi.MakeGroupOptions()
	if options != nil {
		raw.MatchBy, raw.MostHeld = capi.Match(options.MatchBy), options.MostHeld
		raw.ToleranceNs, raw.MaxWaitNs = int64(options.Tolerance), int64(options.MaxWait)
		raw.Flags = bit(options.Incomplete, uint32(capi.GroupIncomplete))
	}
	var group capi.Group
	err := c.object.ask("make a group", func(context capi.Context, details *capi.Error) capi.Status {
		return capi.GroupCreate(context, &raw, &group, details)
	})
	if err != nil {
		return nil, err
	}
	poller, err := newPoller(int(capi.GroupGetFd(group)), "v4lxx group")
	if err != nil {
		capi.GroupUnref(group)
		return nil, refused(ErrSystem, CodeSystemCallFailed, "wait for a group", "", fmt.Sprintf("its descriptor cannot be watched: %v", err))
	}
	g := &Group{native: &nativeGroup{group, poller}}
	hold(g, &g.object, "group", group, g.native.end)
	g.object.unref = g.closed
	return g, nil
}

// AddStream takes a stream into the group; its number is how many there were before. The offset is added to its time stamps.
func (g *Group) AddStream(stream *Stream, offset time.Duration) error {
	const operation = "add a stream to a group"
	raw, err := stream.object.enter(operation)
	if err != nil {
		return err
	}
	defer stream.object.leave()
	err = g.object.ask(operation, func(group capi.Group, details *capi.Error) capi.Status {
		return capi.GroupAddStream(group, raw, int64(offset), details)
	})
	if err == nil {
		g.busy.Lock()
		g.streams = append(g.streams, stream)
		g.busy.Unlock()
	}
	return err
}

// Next waits for the next set, which is valid until the next one is taken. It ends with the error of the context when that ends, with io.EOF
// when no set can come any more, or with a failure; that of a stream is told once. The goroutine is parked; no thread waits.
func (g *Group) Next(ctx context.Context) (*FrameSet, error) {
	if g.native == nil {
		return nil, g.object.closed("take frames of several cameras")
	}
	if err := g.native.poller.follow(ctx); err != nil {
		return nil, err
	}
	for {
		set, err := g.TryNext()
		if set != nil || err != nil {
			return set, err
		}
		if err := g.native.poller.wait(ctx); err != nil {
			return nil, err
		}
	}
}

// TryNext takes the next set if there is one, and else returns nil and no error. For programs with an event loop of their own: FD.
func (g *Group) TryNext() (*FrameSet, error) {
	group, err := g.object.enter("take frames of several cameras")
	if err != nil {
		return nil, err
	}
	defer g.object.leave()
	g.busy.Lock()
	defer g.busy.Unlock()
	g.releaseLast()
	var raw capi.FrameSet
	var details capi.Error
	switch status := capi.GroupNext(group, 0, &raw, &details); status {
	case capi.OK:
		g.last, err = newFrameSet(raw)
		return g.last, err
	case capi.End:
		return nil, io.EOF
	default:
		return nil, failed(status, details)
	}
}

// newFrameSet takes over; a frame has a reference of its own.
func newFrameSet(raw capi.FrameSet) (*FrameSet, error) {
	defer capi.FrameSetUnref(raw)
	info := capi.MakeFrameSetInfo()
	var details capi.Error
	if status := capi.FrameSetReadInfo(raw, &info, &details); status < 0 {
		return nil, failed(status, details)
	}
	set := &FrameSet{Number: info.Number, Frames: make([]*Frame, info.CameraCount), Moments: make([]time.Duration, info.CameraCount),
		Skew: time.Duration(info.SkewNs), Complete: info.IsComplete != 0}
	for i := range set.Frames {
		frame := capi.FrameSetGetFrame(raw, uint32(i))
		if frame == 0 {
			continue
		}
		owned, err := ownedFrame(capi.FrameRef(frame))
		if err != nil {
			set.Release()
			return nil, err
		}
		set.Frames[i], set.Moments[i] = owned, time.Duration(capi.FrameSetGetMoment(raw, uint32(i)))
	}
	return set, nil
}

func (g *Group) releaseLast() {
	if g.last != nil {
		g.last.Release()
		g.last = nil
	}
}

// Sets walks through the sets of the group, until no set can come any more or the loop is left. A failure, and the error of the context when
// that ends, comes as the last one without a set. Each set is valid until the next turn of the loop.
func (g *Group) Sets(ctx context.Context) iter.Seq2[*FrameSet, error] {
	return func(yield func(*FrameSet, error) bool) {
		for {
			set, err := g.Next(ctx)
			if errors.Is(err, io.EOF) || !yield(set, err) || err != nil {
				return
			}
		}
	}
}

// Cancel ends the wait of this group, or the next one if there is none, once, with ErrCancelled.
func (g *Group) Cancel() {
	if group, err := g.object.enter("cancel"); err == nil {
		capi.GroupCancel(group)
		g.object.leave()
	}
}

// FD is the descriptor to wait for in an event loop of another kind: readable when TryNext has something to say. It is the group's own:
// never read or close it. -1 after Close.
func (g *Group) FD() int {
	group, err := g.object.enter("wait")
	if err != nil {
		return -1
	}
	defer g.object.leave()
	return int(capi.GroupGetFd(group))
}

// Statistics tells how the group went.
func (g *Group) Statistics() (GroupStatistics, error) {
	raw := capi.MakeGroupStatistics()
	err := g.object.ask("read the statistics of a group", func(group capi.Group, details *capi.Error) capi.Status {
		return capi.GroupReadStatistics(group, &raw, details)
	})
	return GroupStatistics{Cameras: raw.CameraCount, Complete: raw.Complete, Incomplete: raw.Incomplete,
		Tolerance: time.Duration(raw.ToleranceNs), MatchBy: Match(raw.MatchBy), Skew: Histogram{raw.Skew}}, err
}

// Camera tells how one camera of the group went, by the number of its stream.
func (g *Group) Camera(index int) (GroupCamera, error) {
	raw := capi.MakeGroupCamera()
	err := g.object.ask("read of a camera of a group", func(group capi.Group, details *capi.Error) capi.Status {
		return capi.GroupReadCamera(group, uint32(index), &raw, details)
	})
	return GroupCamera{Frames: raw.Frames, InComplete: raw.InComplete, InIncomplete: raw.InIncomplete, Unmatched: raw.Unmatched,
		Late: raw.Late, Held: raw.Held, Resets: raw.Resets, Interval: time.Duration(raw.IntervalNs), DriftPPB: raw.DriftPpb,
		DriftFrames: raw.DriftFrames, Gone: raw.IsGone != 0}, err
}

// Close lets go of the streams; a wait ends with ErrClosed. Kept frames stay readable. It never fails, and closing twice is allowed.
func (g *Group) Close() error {
	if g.native != nil {
		g.native.poller.close()
	}
	g.object.end()
	return nil
}

// closed is the end of a group that was closed, after the last call inside it.
func (g *Group) closed(group capi.Group) {
	g.busy.Lock()
	g.releaseLast()
	g.streams = nil
	g.busy.Unlock()
	capi.GroupUnref(group)
}
