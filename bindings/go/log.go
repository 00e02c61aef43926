// SPDX-License-Identifier: MIT

package v4lxx

import (
	"context"
	"log/slog"
	"runtime/debug"
	"sync/atomic"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// logSink is what the library may need longer than anybody has the context.
type logSink struct {
	logger   *slog.Logger
	panicked atomic.Pointer[PanicError]
}

var slogLevels = map[capi.LogLevel]slog.Level{capi.LogError: slog.LevelError, capi.LogWarning: slog.LevelWarn,
	capi.LogInfo: slog.LevelInfo, capi.LogDebug: slog.LevelDebug}

// SetLogger sends what the library has to tell about everything of this context to a logger, as far down as the logger wants to hear
// when this is called; nil ends it. Attributes are `device`, `topic`, `code` and `left_out`, where there is something to say. The
// handler runs on the goroutine whose call caused the message, and that call waits for it. If it panics it is not called again, and
// LogPanic has what it panicked with.
func (c *Context) SetLogger(logger *slog.Logger) error {
	level := capi.LogNone
	for _, each := range []capi.LogLevel{capi.LogDebug, capi.LogInfo, capi.LogWarning, capi.LogError} {
		if logger != nil && logger.Enabled(context.Background(), slogLevels[each]) {
			level = each
			break
		}
	}
	return c.object.ask("set the log", func(raw capi.Context, details *capi.Error) capi.Status {
		if level == capi.LogNone {
			return capi.ContextSetLog(raw, capi.LogNone, 0, 0, 0, details)
		}
		sink := &logSink{logger: logger}
		c.log.Store(sink)
		entry := trampolines()
		return capi.ContextSetLog(raw, level, entry.log, newToken(sink), entry.destroy, details)
	})
}

// LogPanic tells how the handler of the logger panicked, or nil.
func (c *Context) LogPanic() error {
	if sink := c.log.Load(); sink != nil {
		if panicked := sink.panicked.Load(); panicked != nil {
			return panicked
		}
	}
	return nil
}

// LogLeftOut is how many messages were kept back, because the same one about one device comes at most 5 times a second.
func (c *Context) LogLeftOut() uint64 {
	raw, err := c.object.enter("count messages")
	if err != nil {
		return 0
	}
	defer c.object.leave()
	return capi.ContextGetLogLeftOut(raw)
}

func (s *logSink) call(record capi.LogRecord) {
	if s.panicked.Load() != nil {
		return
	}
	defer func() {
		if value := recover(); value != nil {
			s.panicked.Store(&PanicError{Value: value, Stack: debug.Stack()})
		}
	}()
	level, known := slogLevels[capi.LogRecordGetLevel(record)]
	if !known {
		level = slog.LevelDebug
	}
	attributes := []slog.Attr{slog.Uint64("topic", uint64(capi.LogRecordGetTopic(record)))}
	if device := capi.LogRecordGetDevice(record); device != "" {
		attributes = append(attributes, slog.String("device", device))
	}
	if code := capi.LogRecordGetCode(record); code != 0 {
		attributes = append(attributes, slog.String("code", Code(code).String()))
	}
	if leftOut := capi.LogRecordGetLeftOut(record); leftOut != 0 {
		attributes = append(attributes, slog.Uint64("left_out", leftOut))
	}
	s.logger.LogAttrs(context.Background(), level, capi.LogRecordGetMessage(record), attributes...)
}
