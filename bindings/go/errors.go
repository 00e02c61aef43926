// SPDX-License-Identifier: MIT

package v4lxx

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// Error is a failure with all that is known of it. Its text is the message of the library: what failed, on which device, what was
// asked for, what the kernel answered, what that most likely means, and what to do next.
type Error struct {
	Status       error         // one of the Err values of this package
	Code         Code          // the stable number people look up: 231 is printed as V4LXX-E0231
	Message      string        // all of the parts below, in one text
	Operation    string        // what failed, such as "start streaming"
	Device       string        // such as `"HD Pro Webcam C920" (/dev/video2)`; "" if none is concerned
	Asked        string        // what was asked for, such as "MJPG 1920x1080, 4 buffers"
	Answer       string        // what the kernel answered, such as "VIDIOC_STREAMON: ENOSPC"
	Cause        string        // what it most likely means
	CauseChecked bool          // whether the cause was verified; else it is the usual one
	Advice       string        // what to do next
	Field        string        // the argument or field it is about, such as "width"
	Request      string        // the request the kernel refused, such as "VIDIOC_S_FMT"
	Errno        syscall.Errno // what the kernel answered with; 0 if it was not asked
	Needed       int           // bytes a read needs, if the buffer was too small for the frame (io.ErrShortBuffer)
}

func (e *Error) Error() string { return e.Message }

// Is makes errors.Is work for the Err values of this package and for those of the standard library that mean the same.
func (e *Error) Is(target error) bool {
	switch target {
	case os.ErrClosed:
		return e.Status == ErrClosed
	case fs.ErrNotExist:
		return e.Status == ErrNotFound
	case fs.ErrPermission:
		return e.Status == ErrDenied
	case io.ErrShortBuffer:
		return e.Code == CodeBufferTooSmall
	}
	return target == e.Status
}

// Unwrap gives the errno of the kernel, if it was asked.
func (e *Error) Unwrap() error {
	if e.Errno == 0 {
		return nil
	}
	return e.Errno
}

// statusError is what an Err value of this package is.
type statusError capi.Status

func (s statusError) Error() string {
	if capi.Load() != nil {
		return fmt.Sprintf("v4lxx: failure %d", int32(s))
	}
	return "v4lxx: " + capi.StatusGetMeaning(capi.Status(s))
}

// PanicError says that a function of the program, called by the library, panicked. The stream was stopped.
type PanicError struct {
	Value any    // what it panicked with
	Stack []byte // where
}

func (e *PanicError) Error() string {
	return fmt.Sprintf("v4lxx: a callback panicked: %v\n%s", e.Value, e.Stack)
}

// Unwrap gives the error it panicked with, if it was one.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}

// LibraryError says that libv4lxx could not be loaded: where it was looked for, or that it is older than this package.
type LibraryError = capi.LibraryError

// Load loads the library. Nobody has to call it: all that needs the library does; it tells early whether it is there.
func Load() error { return capi.Load() }

// String is the name people look up, such as V4LXX-E0231.
func (c Code) String() string { return fmt.Sprintf("V4LXX-E%04d", uint32(c)) }

// Explanation is the page of a code: when it happens, how to tell, what to do; "" for one that the library does not know.
func (c Code) Explanation() string {
	if Load() != nil {
		return ""
	}
	return capi.CodeGetExplanation(capi.Code(c))
}

// failed turns what a call returned into an error. It takes the details over.
func failed(status capi.Status, raw capi.Error) error {
	if status >= 0 {
		return nil
	}
	if raw == 0 { // not even memory for the details
		return &Error{Status: statusError(status), Message: statusError(status).Error()}
	}
	defer capi.ErrorFree(raw)
	return details(raw)
}

// details copies an error, which stays its owner's.
func details(raw capi.Error) *Error {
	return &Error{
		Status:       statusError(capi.ErrorGetStatus(raw)),
		Code:         Code(capi.ErrorGetCode(raw)),
		Message:      capi.ErrorGetMessage(raw),
		Operation:    capi.ErrorGetOperation(raw),
		Device:       capi.ErrorGetDevice(raw),
		Asked:        capi.ErrorGetAsked(raw),
		Answer:       capi.ErrorGetAnswer(raw),
		Cause:        capi.ErrorGetCause(raw),
		CauseChecked: capi.ErrorIsCauseChecked(raw) != 0,
		Advice:       capi.ErrorGetAdvice(raw),
		Field:        capi.ErrorGetField(raw),
		Request:      capi.ErrorGetRequest(raw),
		Errno:        syscall.Errno(capi.ErrorGetErrno(raw)),
	}
}

// refused is a failure found before the library was asked, in the form of its messages.
func refused(status error, code Code, operation, field, cause string) *Error {
	return &Error{Status: status, Code: code, Operation: operation, Field: field, Cause: cause, CauseChecked: true,
		Message: fmt.Sprintf("cannot %s: %s [%v]", operation, cause, code)}
}
