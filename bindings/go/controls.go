// SPDX-License-Identifier: MIT

package v4lxx

import (
	"bytes"
	"unsafe"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// Control is one control of a device: what it is, as it was when it was listed or found, and the means to read and set it.
type Control struct {
	ID        uint32 // the same on every device that has it
	Name      string // the driver's, such as "Exposure Time, Absolute"
	ShortName string // as it is written on a command line, such as "exposure_time_absolute"
	Type      ControlType
	Flags     ControlFlags
	Minimum   int64  // of a string the fewest bytes, of a menu the first index
	Maximum   int64  // of a string the most bytes, of a menu the last index, of a bitmask all bits that may be set
	Step      uint64 // values are the minimum and whole steps above it; 0 for controls without a range
	Default   int64
	Elements  uint32        // of an array; else 1
	Flaw      string        // why the driver's description cannot be true; "" if all is well
	Master    uint32        // ID of the control that governs this one; 0 if none is known
	Items     []ControlItem // of a menu

	object object[capi.Control]
	device *Device
}

// ControlItem is one item of a menu.
type ControlItem struct {
	Index uint32 // the driver's
	Name  string
	Value int64 // what Set takes for it
}

func (d *Device) newControl(raw capi.Control) *Control {
	c := &Control{
		ID: capi.ControlGetId(raw), Name: capi.ControlGetName(raw), ShortName: capi.ControlGetShortName(raw),
		Type: ControlType(capi.ControlGetType(raw)), Flags: ControlFlags(capi.ControlGetFlags(raw)),
		Minimum: capi.ControlGetMinimum(raw), Maximum: capi.ControlGetMaximum(raw), Step: capi.ControlGetStep(raw),
		Default: capi.ControlGetDefault(raw), Elements: capi.ControlGetElementCount(raw), Flaw: capi.ControlGetFlaw(raw),
		Master: capi.ControlGetMaster(raw), device: d,
	}
	for i := range capi.ControlGetItemCount(raw) {
		c.Items = append(c.Items, ControlItem{capi.ControlGetItemIndex(raw, i), capi.ControlGetItemName(raw, i), capi.ControlGetItemValue(raw, i)})
	}
	hold(c, &c.object, "control", raw, capi.ControlUnref)
	return c
}

// Controls lists all controls of a device by rising number, headings and controls of every type included.
func (d *Device) Controls() ([]*Control, error) {
	return list(d, "list controls", capi.DeviceListControls, capi.ControlListUnref, capi.ControlListGetCount,
		func(raw capi.ControlList, i uint32) (*Control, error) {
			return d.newControl(capi.ControlRef(capi.ControlListGet(raw, i))), nil
		})
}

// Control finds a control by its name, the driver's or as it is written on a command line, or by that of an older or newer kernel.
func (d *Device) Control(name string) (*Control, error) {
	const operation = "find a control"
	if err := withoutZero(operation, "name", name); err != nil {
		return nil, err
	}
	return d.control(operation, func(device capi.Device, out *capi.Control, details *capi.Error) capi.Status {
		return capi.DeviceFindControl(device, name, out, details)
	})
}

// ControlByID finds a control by its number, such as V4L2_CID_BRIGHTNESS.
func (d *Device) ControlByID(id uint32) (*Control, error) {
	return d.control("find a control", func(device capi.Device, out *capi.Control, details *capi.Error) capi.Status {
		return capi.DeviceFindControlById(device, id, out, details)
	})
}

func (d *Device) control(operation string, find func(capi.Device, *capi.Control, *capi.Error) capi.Status) (*Control, error) {
	var raw capi.Control
	err := d.object.ask(operation, func(device capi.Device, details *capi.Error) capi.Status { return find(device, &raw, details) })
	if err != nil {
		return nil, err
	}
	return d.newControl(raw), nil
}

// ask makes a call on the device about this control.
func (c *Control) ask(operation string, call func(capi.Device, capi.Control, *capi.Error) capi.Status) error {
	control, err := c.object.enter(operation)
	if err != nil {
		return err
	}
	defer c.object.leave()
	return c.device.object.ask(operation, func(device capi.Device, details *capi.Error) capi.Status { return call(device, control, details) })
}

// Value reads a control that holds a number; of a menu the index of its item, of an integer menu the value of its item.
func (c *Control) Value() (int64, error) {
	var value int64
	err := c.ask("read a control", func(device capi.Device, control capi.Control, details *capi.Error) capi.Status {
		return capi.DeviceReadControlI64(device, control, &value, details)
	})
	return value, err
}

// Set sets a control that holds a number, or pushes a button, and tells what the driver made of the value. One that the control cannot
// take is refused, with what it can take; nothing is clamped.
func (c *Control) Set(value int64) (applied int64, err error) {
	err = c.ask("set a control", func(device capi.Device, control capi.Control, details *capi.Error) capi.Status {
		return capi.DeviceSetControlI64(device, control, value, &applied, details)
	})
	return applied, err
}

// Text reads a control that holds a text.
func (c *Control) Text() (string, error) {
	buffer := make([]byte, max(c.Maximum, 0)+1)
	err := c.ask("read a control", func(device capi.Device, control capi.Control, details *capi.Error) capi.Status {
		return capi.DeviceReadControlString(device, control, unsafe.Pointer(&buffer[0]), uint32(len(buffer)), details)
	})
	if err != nil {
		return "", err
	}
	text, _, _ := bytes.Cut(buffer, []byte{0})
	return string(text), nil
}

// SetText sets a control that holds a text.
func (c *Control) SetText(text string) error {
	const operation = "set a control"
	if err := withoutZero(operation, "text", text); err != nil {
		return err
	}
	return c.ask(operation, func(device capi.Device, control capi.Control, details *capi.Error) capi.Status {
		return capi.DeviceSetControlString(device, control, text, details)
	})
}

// Parse understands a value as people write it: "157", "0x1f", "on", or an item of a menu. The result is what Set takes.
func (c *Control) Parse(text string) (int64, error) {
	const operation = "understand a value"
	if err := withoutZero(operation, "text", text); err != nil {
		return 0, err
	}
	var value int64
	err := c.object.ask(operation, func(control capi.Control, details *capi.Error) capi.Status {
		return capi.ControlParseValue(control, text, &value, details)
	})
	return value, err
}
