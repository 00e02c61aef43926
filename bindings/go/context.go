// SPDX-License-Identifier: MIT

package v4lxx

import (
	"sync/atomic"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// Context is what devices hang off: the simulated ones, the log, and the view of the machine. A program needs one.
type Context struct {
	object object[capi.Context]
	loop   *loop
	log    atomic.Pointer[logSink] // of the last logger
}

// NewContext makes one. It fails with a *LibraryError if the library is not there.
func NewContext() (*Context, error) {
	if err := Load(); err != nil {
		return nil, err
	}
	var raw capi.Context
	var details capi.Error
	options := capi.MakeContextOptions()
	if status := capi.ContextCreate(&options, &raw, &details); status < 0 {
		return nil, failed(status, details)
	}
	c := &Context{loop: &loop{queue: eventQueue{turn: make(chan struct{}, 1)}}}
	hold(c, &c.object, "context", raw, c.loop.end)
	return c, nil
}

// Close lets go of the context; waits on it end with ErrClosed. Its devices stay open. Kept frames stay readable,
// the one that Next gave last does not. It never fails, and closing twice is allowed.
func (c *Context) Close() error {
	if c.loop != nil {
		c.loop.close()
		c.loop.busy.Lock()
		c.loop.releaseLast()
		c.loop.busy.Unlock()
	}
	c.object.end()
	return nil
}

// DeviceList is what there was when it was asked for: real devices first, in the order of their nodes.
type DeviceList struct {
	Devices []DeviceInfo
	Note    string // why there is none, with what to try on a second line; "" if there is one
}

// List lists the video devices of the machine, one entry for each physical device, those that cannot be opened with the reason.
// ListSimulated adds the simulated ones, ListAll those that cannot capture.
func (c *Context) List(flags ListFlags) (DeviceList, error) {
	var raw capi.DeviceList
	err := c.object.ask("list devices", func(context capi.Context, details *capi.Error) capi.Status {
		return capi.ContextListDevices(context, uint32(flags), &raw, details)
	})
	if err != nil {
		return DeviceList{}, err
	}
	defer capi.DeviceListUnref(raw)
	devices, err := entries(raw, capi.DeviceListGetCount, func(raw capi.DeviceList, i uint32) (DeviceInfo, error) {
		return infoOf(capi.DeviceListGet(raw, i)), nil
	})
	return DeviceList{devices, capi.DeviceListGetNote(raw)}, err
}

// AddSimulated adds a simulated device, such as "sim:camera,id=7,card=Left camera", to those that are listed and found by card or id.
func (c *Context) AddSimulated(name string) error {
	const operation = "add a simulated device"
	if err := withoutZero(operation, "name", name); err != nil {
		return err
	}
	return c.object.ask(operation, func(context capi.Context, details *capi.Error) capi.Status {
		return capi.ContextAddSimulated(context, name, details)
	})
}

// Open opens a device. The name is a path; the id of a device ("id:…"); "usb:VENDOR:PRODUCT[:SERIAL]"; "card:*C920*" with * and ?;
// or a simulated device ("sim:…"). Nothing on the device is changed.
func (c *Context) Open(name string) (*Device, error) {
	const operation = "open a device"
	if err := withoutZero(operation, "name", name); err != nil {
		return nil, err
	}
	return c.open(operation, func(context capi.Context, options *capi.DeviceOptions, out *capi.Device, details *capi.Error) capi.Status {
		return capi.DeviceOpen(context, name, options, out, details)
	})
}

// OpenFD opens a device over a descriptor that somebody else opened. It is duplicated, and made non-blocking.
func (c *Context) OpenFD(fd int32) (*Device, error) {
	return c.open("open a device", func(context capi.Context, options *capi.DeviceOptions, out *capi.Device, details *capi.Error) capi.Status {
		return capi.DeviceOpenFd(context, fd, options, out, details)
	})
}

func (c *Context) open(operation string, call func(capi.Context, *capi.DeviceOptions, *capi.Device, *capi.Error) capi.Status) (*Device, error) {
	options := capi.MakeDeviceOptions()
	var raw capi.Device
	err := c.object.ask(operation, func(context capi.Context, details *capi.Error) capi.Status {
		return call(context, &options, &raw, details)
	})
	if err != nil {
		return nil, err
	}
	return newDevice(raw), nil
}

// Version is that of the loaded library, such as "0.1.0"; "" if it cannot be loaded.
func Version() string {
	if Load() != nil {
		return ""
	}
	return capi.VersionGetString()
}

// Supports tells whether the library was built with a feature.
func Supports(feature Feature) bool {
	return Load() == nil && capi.Supports(capi.Feature(feature)) != 0
}
