// SPDX-License-Identifier: MIT

package v4lxx

import "github.com/libv4lxx/libv4lxx/bindings/go/capi"

// Standard is one or more analog television standards: the kernel's bits.
type Standard uint64

// ParseStandard understands a name such as "PAL", "NTSC-M" or "PAL-B/G"; case, dashes and slashes do not matter.
func ParseStandard(name string) (Standard, error) {
	const operation = "find a standard"
	if err := Load(); err != nil {
		return 0, err
	}
	if err := withoutZero(operation, "name", name); err != nil {
		return 0, err
	}
	if bits := capi.StandardFind(capi.CString(name)); bits != 0 {
		return Standard(bits), nil
	}
	return 0, refused(ErrNotFound, CodeStandardUnknown, operation, "name", "there is no standard of that name")
}

// String is the name of exactly these standards; "" if they have none together.
func (s Standard) String() string {
	if Load() != nil {
		return ""
	}
	return capi.StandardGetName(uint64(s))
}

// OfferedStandard is one that an input can do.
type OfferedStandard struct {
	Name   string // the driver's
	Bits   Standard
	Lines  uint32   // of a whole picture: 525 or 625; 0 if the driver does not say
	Period Fraction // seconds from picture to picture; 0/0 if the driver does not say
}

// Standards lists what the selected input can do. Empty if it has no standards.
func (d *Device) Standards() ([]OfferedStandard, error) {
	one := at(capi.StandardListAt, capi.MakeStandardInfo, func(s *capi.StandardInfo) OfferedStandard {
		return OfferedStandard{"", Standard(s.Bits), s.Lines, Fraction(s.Period)}
	})
	return list(d, "list standards", capi.DeviceListStandards, capi.StandardListUnref, capi.StandardListGetCount,
		func(raw capi.StandardList, i uint32) (OfferedStandard, error) {
			standard, err := one(raw, i)
			standard.Name = capi.StandardListGetName(raw, i)
			return standard, err
		})
}

// Standard is what the input is set to.
func (d *Device) Standard() (Standard, error) {
	return d.standard("read the standard", capi.DeviceReadStandard)
}

// QueryStandard looks which standard comes in: all it may be, 0 if none was recognised.
func (d *Device) QueryStandard() (Standard, error) {
	return d.standard("look for a standard", capi.DeviceQueryStandard)
}

// FindStandard finds a standard by its name, the driver's name, its bits, or "auto" for what comes in.
func (d *Device) FindStandard(name string) (Standard, error) {
	const operation = "find a standard"
	if err := withoutZero(operation, "name", name); err != nil {
		return 0, err
	}
	return d.standard(operation, func(device capi.Device, bits *uint64, details *capi.Error) capi.Status {
		return capi.DeviceFindStandard(device, name, bits, details)
	})
}

func (d *Device) standard(operation string, call func(capi.Device, *uint64, *capi.Error) capi.Status) (Standard, error) {
	var bits uint64
	err := d.object.ask(operation, func(device capi.Device, details *capi.Error) capi.Status { return call(device, &bits, details) })
	return Standard(bits), err
}

// SetStandard sets the standard. Format and interval become those of the standard.
func (d *Device) SetStandard(bits Standard) error {
	return d.object.ask("set the standard", func(device capi.Device, details *capi.Error) capi.Status {
		return capi.DeviceSetStandard(device, uint64(bits), details)
	})
}
