// SPDX-License-Identifier: MIT

package v4lxx

import (
	"context"
	"os"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"
)

// poller parks a goroutine in Go's own poller until a descriptor of the library is readable. It knows nothing of the object the
// descriptor belongs to, so that a context that refers to it keeps no stream alive.
type poller struct {
	file   *os.File // a duplicate, because os.File closes what it has and the library's own must stay
	conn   syscall.RawConn
	ready  func(uintptr) bool
	parked atomic.Bool // ready said no, and is asked again when something happened

	mutex       sync.Mutex // guards all below
	done        <-chan struct{}
	stop        func() bool
	registered  int  // counts the contexts, so that an old one which is late does no harm
	interrupted bool // the context of `done` ended: the deadline of the file is in the past
	deadline    time.Time
}

var longAgo = time.Unix(1, 0)

// newPoller watches a descriptor, which stays its owner's.
func newPoller(fd int, name string) (*poller, error) {
	duplicate, _, errno := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), syscall.F_DUPFD_CLOEXEC, 0)
	if errno != 0 {
		return nil, errno
	}
	// Without this os.NewFile does not try the poller. The description is an epoll's, which nobody reads.
	if err := syscall.SetNonblock(int(duplicate), true); err != nil {
		_ = syscall.Close(int(duplicate))
		return nil, err
	}
	p := &poller{file: os.NewFile(duplicate, name)}
	conn, err := p.file.SyscallConn()
	if err != nil {
		p.close()
		return nil, err
	}
	p.conn = conn
	// Go forgets what it heard before a wait began and hears of a change only once. So the first question is the kernel's, which
	// answers for the moment; when the goroutine was woken there was a change, and the caller looks.
	p.ready = func(fd uintptr) bool {
		if p.parked.Swap(false) || isReadable(fd) {
			return true
		}
		p.parked.Store(true)
		return false
	}
	return p, nil
}

// isReadable asks without waiting.
func isReadable(fd uintptr) bool {
	polled := struct {
		fd              int32
		events, revents int16
	}{int32(fd), 1 /* POLLIN */, 0}
	var none syscall.Timespec
	n, _, _ := syscall.RawSyscall6(syscall.SYS_PPOLL, uintptr(unsafe.Pointer(&polled)), 1, uintptr(unsafe.Pointer(&none)), 0, 0, 0)
	return n == 1
}

// follow makes waits end with this context. Asked again for the same context, it does nothing.
func (p *poller) follow(ctx context.Context) error {
	if p == nil {
		return refused(ErrClosed, CodeObjectClosed, "wait", "", "nobody opened the stream")
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	done := ctx.Done()
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if done == p.done && !p.interrupted {
		return nil
	}
	p.forget()
	p.done = done
	if done != nil {
		number := p.registered
		p.stop = context.AfterFunc(ctx, func() { p.interrupt(number) })
	}
	return nil
}

// forget lets go of the context so far. The mutex is held.
func (p *poller) forget() {
	if p.stop != nil {
		p.stop()
		p.stop = nil
	}
	p.registered++
	if p.interrupted {
		p.interrupted = false
		_ = p.file.SetReadDeadline(p.deadline)
	}
}

func (p *poller) interrupt(number int) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if number == p.registered {
		p.interrupted = true
		_ = p.file.SetReadDeadline(longAgo)
	}
}

func (p *poller) setDeadline(t time.Time) error {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.deadline = t
	if p.interrupted {
		return nil
	}
	return p.file.SetReadDeadline(t)
}

// wait parks until the descriptor is readable, the context ends, or the deadline passes. After close it says nothing: the stream does.
func (p *poller) wait(ctx context.Context) error { return p.until(ctx, p.ready) }

// until is wait with another question than whether the descriptor is readable, asked at first and then whenever something happened.
func (p *poller) until(ctx context.Context, ready func(uintptr) bool) error {
	err := p.conn.Read(ready)
	if err == nil {
		return nil
	}
	p.parked.Store(false)
	if ended := ctx.Err(); ended != nil {
		return ended
	}
	if os.IsTimeout(err) {
		return os.ErrDeadlineExceeded
	}
	return nil
}

func (p *poller) close() {
	p.mutex.Lock()
	p.forget()
	p.mutex.Unlock()
	_ = p.file.Close()
}
