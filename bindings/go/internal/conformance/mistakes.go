// SPDX-License-Identifier: MIT

package main

import (
	"context"
	"fmt"
	"runtime"

	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// byType is the reason why a mistake cannot even be written; testdata/refused shows what the compiler says.
type byType string

var refusedByType = map[string]byType{
	"nil_name":             "a string is never nil",
	"number_for_name":      "a number is no string",
	"wrong_object":         "each object has a type of its own",
	"width_negative":       "the field is unsigned",
	"width_too_large":      "the field has 32 bits",
	"width_fraction":       "the field is an integer",
	"width_text":           "a text is no number",
	"time_text":            "a text is no context",
	"time_not_a_number":    "a duration is an integer",
	"control_value_huge":   "the parameter has 64 bits",
	"control_value_table":  "a slice is no number",
	"callback_no_function": "a number is no function",
}

// camera runs, with a frame that was released.
type camera struct {
	context *v4lxx.Context
	device  *v4lxx.Device
	stream  *v4lxx.Stream
	frame   *v4lxx.Frame
}

var mistakes = map[string]func(c *camera) error{
	"name_with_nul": func(c *camera) error { return second(c.context.Open("sim:camera\x00,id=2")) },
	"nil_context":   func(*camera) error { return second((*v4lxx.Context)(nil).Open("sim:camera")) },
	"nil_device":    func(*camera) error { return second((*v4lxx.Device)(nil).NewStream(nil)) },
	"released_info": func(c *camera) error { return fmt.Errorf("%d", c.frame.Width()) },
	"released_bytes": func(c *camera) error {
		return second(c.frame.Plane(0))
	},
	"released_twice": func(c *camera) error {
		c.frame.Release()
		c.frame.Release()
		return fmt.Errorf("it is allowed")
	},
	"closed_context": func(c *camera) error {
		c.context.Close()
		return second(c.context.Open("sim:camera"))
	},
	"abi_too_small": func(c *camera) error {
		var raw capi.Context
		options := capi.ContextOptions{StructSize: 4}
		if status := capi.ContextCreate(&options, &raw, nil); status < 0 {
			return fmt.Errorf("status %d", status)
		}
		capi.ContextUnref(raw)
		return nil
	},
}

func second[T any](_ T, err error) error { return err }

func openCamera() (*camera, error) {
	c := &camera{}
	var err error
	if c.context, err = v4lxx.NewContext(); err != nil {
		return nil, err
	}
	if c.device, err = c.context.Open("sim:camera,clock=virtual,pattern=cells"); err != nil {
		return nil, err
	}
	if c.stream, err = c.device.NewStream(nil); err != nil {
		return nil, err
	}
	if err = c.stream.Start(); err != nil {
		return nil, err
	}
	if c.frame, err = c.stream.Next(context.Background()); err != nil {
		return nil, err
	}
	c.frame.Release()
	return c, nil
}

func doBad(_ *world, words []string) (any, error) {
	if reason, ok := refusedByType[words[0]]; ok {
		return reason, nil
	}
	make, ok := mistakes[words[0]]
	if !ok {
		return nil, fmt.Errorf("there is no mistake '%s'", words[0])
	}
	c, err := openCamera()
	if err != nil {
		return nil, err
	}
	defer c.context.Close()
	defer c.device.Close()
	defer c.stream.Close()
	if err := caught(func() error { return make(c) }); err == nil {
		return "accepted", nil
	}
	return "refused", nil
}

// caught turns a panic of Go's into an error. That of a nil pointer is one; a fault inside C would end the process.
func caught(function func() error) (err error) {
	defer func() {
		switch value := recover().(type) {
		case nil:
		case *v4lxx.Error:
			err = value
		case runtime.Error:
			err = value
		default:
			panic(value)
		}
	}()
	return function()
}
