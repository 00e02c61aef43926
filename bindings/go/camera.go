// SPDX-License-Identifier: MIT

package v4lxx

import (
	"errors"
	"time"
)

// Camera is a device and its running stream, which is all that a program with one camera needs.
type Camera struct {
	*Stream
	Device  *Device
	context *Context
}

// Open opens a camera by any name that Context.Open takes, and starts it. An empty name is the first camera of the machine, or a
// simulated one if there is none. With a wish, the mode nearest to it is chosen; nil leaves the device as it is.
func Open(name string, wish *Wish) (*Camera, error) {
	context, err := NewContext()
	if err != nil {
		return nil, err
	}
	cam := &Camera{context: context}
	if err := cam.open(name, wish); err != nil {
		cam.Close()
		return nil, err
	}
	return cam, nil
}

func (c *Camera) open(name string, wish *Wish) (err error) {
	if name == "" {
		if name, err = c.context.firstCamera(); err != nil {
			return err
		}
	}
	if c.Device, err = c.context.Open(name); err != nil {
		return err
	}
	if wish != nil {
		if _, err = c.Device.Negotiate(*wish); err != nil {
			return err
		}
	}
	if c.Stream, err = c.Device.NewStream(&StreamOptions{StepDown: wish != nil && wish.StepDown}); err != nil {
		return err
	}
	return c.Stream.Start()
}

func (c *Context) firstCamera() (string, error) {
	list, err := c.List(ListSimulated)
	if err != nil {
		return "", err
	}
	for _, device := range list.Devices {
		if device.IsCamera && device.Err == nil {
			return device.Path, nil
		}
	}
	var problems []error
	for _, device := range list.Devices {
		problems = append(problems, device.Err)
	}
	if err := errors.Join(problems...); err != nil {
		return "", err
	}
	return "", refused(ErrNotFound, CodeNoDevices, "open a camera", "", "there is none on this machine: "+list.Note)
}

// Close stops and closes all of it. It never fails, and closing twice is allowed.
func (c *Camera) Close() error {
	if c.Stream != nil {
		c.Stream.Close()
	}
	if c.Device != nil {
		c.Device.Close()
	}
	return c.context.Close()
}

// CloseWithin closes all of it, and waits until the driver has let go of the device: see Device.CloseWithin.
func (c *Camera) CloseWithin(timeout time.Duration) error {
	if c.Device != nil {
		if err := c.Device.CloseWithin(timeout); err != nil {
			return err
		}
	}
	return c.Close()
}

// Must is for programs that cannot go on without: v4lxx.Must(v4lxx.Open("", nil)) panics with the error, if there is one.
func Must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}
