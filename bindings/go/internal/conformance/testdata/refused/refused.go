// SPDX-License-Identifier: MIT

// Package refused holds the mistakes that the compiler refuses, each on a line with its name. It does not compile, and a test says so.
package refused

import (
	"context"
	"math"

	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
)

func mistakes(c *v4lxx.Context, d *v4lxx.Device, s *v4lxx.Stream, control *v4lxx.Control) {
	c.Open(nil)                                       // nil_name
	c.Open(7)                                         // number_for_name
	(*v4lxx.Device).NewStream(s, nil)                 // wrong_object
	d.NewStream(&v4lxx.StreamOptions{Width: -1})      // width_negative
	d.NewStream(&v4lxx.StreamOptions{Width: 1 << 32}) // width_too_large
	d.NewStream(&v4lxx.StreamOptions{Width: 1.5})     // width_fraction
	d.NewStream(&v4lxx.StreamOptions{Width: "wide"})  // width_text
	s.Next("soon")                                    // time_text
	context.WithTimeout(nil, math.NaN())              // time_not_a_number
	control.Set(1 << 63)                              // control_value_huge
	control.Set([]int64{1})                           // control_value_table
	s.SetCallback(7)                                  // callback_no_function
}
