// SPDX-License-Identifier: MIT

package v4lxx

import "github.com/libv4lxx/libv4lxx/bindings/go/capi"

// Input is one input of a device: a webcam has one, a TV card or an HDMI receiver may have several.
type Input struct {
	Index        uint32 // for SelectInput
	Name         string // the driver's, such as "HDMI 1"
	Type         InputType
	Status       InputStatus // of the selected one; drivers may leave it 0 for others
	Capabilities InputCapability
	Standards    uint64 // analog standards it can do, bits of V4L2_STD_; 0 if none
}

// String says in words what one bit of a status means, such as "no signal".
func (s InputStatus) String() string {
	if Load() != nil {
		return ""
	}
	return capi.InputStatusGetText(capi.InputStatus(s))
}

// Inputs lists the inputs of a device, with what is known of the signal at each. Empty if it has none.
func (d *Device) Inputs() ([]Input, error) {
	one := at(capi.InputListAt, capi.MakeInputInfo, func(i *capi.InputInfo) Input {
		return Input{i.Index, "", InputType(i.Type), InputStatus(i.Status), InputCapability(i.Capabilities), i.Standards}
	})
	return list(d, "list inputs", capi.DeviceListInputs, capi.InputListUnref, capi.InputListGetCount,
		func(raw capi.InputList, i uint32) (Input, error) {
			input, err := one(raw, i)
			input.Name = capi.InputListGetName(raw, i)
			return input, err
		})
}

// Input is the number of the input that is selected.
func (d *Device) Input() (uint32, error) {
	var index uint32
	err := d.object.ask("read the input", func(device capi.Device, details *capi.Error) capi.Status {
		return capi.DeviceReadInput(device, &index, details)
	})
	return index, err
}

// FindInput finds an input by its number, its name in any case, or the beginning of its name, and returns its number.
func (d *Device) FindInput(name string) (uint32, error) {
	const operation = "find an input"
	if err := withoutZero(operation, "name", name); err != nil {
		return 0, err
	}
	var index uint32
	err := d.object.ask(operation, func(device capi.Device, details *capi.Error) capi.Status {
		return capi.DeviceFindInput(device, name, &index, details)
	})
	return index, err
}

// SelectInput selects an input. Format, interval, standard, timings and controls become those of that input.
func (d *Device) SelectInput(index uint32) error {
	return d.object.ask("select an input", func(device capi.Device, details *capi.Error) capi.Status {
		return capi.DeviceSelectInput(device, index, details)
	})
}

// Signal is what comes in at the selected input.
type Signal struct {
	State         SignalState
	IsSet         bool // the input is set to what comes in
	Input         uint32
	Status        InputStatus
	Width, Height uint32 // of a digital signal, pixels; 0: not known
	Interlaced    bool
	Rate          Fraction // pictures per second of a digital signal
	Standard      uint64   // of an analog signal: all standards it may be
}

// Signal looks at the signal of the selected input. No signal is an answer, not a failure.
func (d *Device) Signal() (Signal, error) {
	raw := capi.MakeSignal()
	err := d.object.ask("look at the signal", func(device capi.Device, details *capi.Error) capi.Status {
		return capi.DeviceReadSignal(device, &raw, details)
	})
	return Signal{SignalState(raw.State), raw.IsSet != 0, raw.Input, InputStatus(raw.Status), raw.Width, raw.Height,
		raw.Interlaced != 0, Fraction(raw.Rate), raw.Standard}, err
}

// Rectangle is a part of a picture in pixels; corners may be negative.
type Rectangle struct {
	Left, Top     int32
	Width, Height uint32
}

// Selection reads one of the rectangles: which part of the source is taken, or where in the frame it is put.
func (d *Device) Selection(target SelectionTarget) (Rectangle, error) {
	var raw capi.Rectangle
	err := d.object.ask("read a selection", func(device capi.Device, details *capi.Error) capi.Status {
		return capi.DeviceReadSelection(device, capi.SelectionTarget(target), &raw, details)
	})
	return Rectangle(raw), err
}

// SetSelection sets the crop or the compose rectangle and returns what was granted. The format may follow.
func (d *Device) SetSelection(target SelectionTarget, flags SelectionFlags, wanted Rectangle) (Rectangle, error) {
	raw := capi.Rectangle(wanted)
	err := d.object.ask("set a selection", func(device capi.Device, details *capi.Error) capi.Status {
		return capi.DeviceSetSelection(device, capi.SelectionTarget(target), uint32(flags), &raw, details)
	})
	return Rectangle(raw), err
}
