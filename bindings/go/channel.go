// SPDX-License-Identifier: MIT

package v4lxx

import "context"

// Policy says what Channel does with a frame for which there is no room.
type Policy int

const (
	DropOldest Policy = iota // the oldest frame in the channel makes room: whoever receives has the newest ones
	DropNewest               // the new frame is dropped: whoever receives has them in order from where it fell behind
	Block                    // the stream waits, and the driver drops what it has no buffer for
)

// Channel takes frames on a goroutine of its own and sends them. Each is kept: whoever receives it must Release it. The channel has
// room for size frames, at least one. It is closed when the context ends, at the end of the stream, or after a failure; Err tells.
// Frames in the channel hold buffers of the driver: size should be smaller than BufferCount by two.
func (s *Stream) Channel(ctx context.Context, size int, policy Policy) <-chan *Frame {
	frames := make(chan *Frame, max(size, 1))
	go func() {
		defer close(frames)
		for frame := range s.Frames(ctx) {
			kept, err := frame.Keep()
			if err != nil {
				s.ends(err)
				return
			}
			frame.Release()
			send(ctx, frames, kept, policy)
		}
	}()
	return frames
}

func send(ctx context.Context, frames chan *Frame, frame *Frame, policy Policy) {
	if policy == Block {
		select {
		case frames <- frame:
		case <-ctx.Done():
			frame.Release()
		}
		return
	}
	for {
		select {
		case frames <- frame:
			return
		default:
		}
		if policy == DropNewest {
			frame.Release()
			return
		}
		select {
		case oldest := <-frames:
			oldest.Release()
		default:
		}
	}
}
