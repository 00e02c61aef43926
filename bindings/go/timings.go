// SPDX-License-Identifier: MIT

package v4lxx

import "github.com/libv4lxx/libv4lxx/bindings/go/capi"

// Timings are those of a digital signal: HDMI, DVI, SDI.
type Timings struct {
	Width, Height uint32
	Interlaced    bool
	Polarities    uint32 // bit 0: vertical sync is positive; bit 1: horizontal sync is
	Flags         TimingsFlags
	Standards     TimingsStandard
	HFrontPorch   uint32 // pixels
	HSync         uint32
	HBackPorch    uint32
	VFrontPorch   uint32 // lines, of the first field if there are two
	VSync         uint32
	VBackPorch    uint32
	ILVFrontPorch uint32 // lines of the second field
	ILVSync       uint32
	ILVBackPorch  uint32
	CEA861VIC     uint32 // if the flag says so
	HDMIVIC       uint32 // if the flag says so
	PictureAspect Fraction
	Rate          Fraction // pictures per second; told only
	PixelClockHz  uint64   // blanking included; 0: not known
}

func (t *Timings) raw() capi.Timings {
	raw := capi.MakeTimings()
	raw.Width, raw.Height, raw.Polarities, raw.Flags, raw.Standards = t.Width, t.Height, t.Polarities, uint32(t.Flags), uint32(t.Standards)
	raw.Interlaced = capi.Bool(bit(t.Interlaced, 1))
	raw.Hfrontporch, raw.Hsync, raw.Hbackporch = t.HFrontPorch, t.HSync, t.HBackPorch
	raw.Vfrontporch, raw.Vsync, raw.Vbackporch = t.VFrontPorch, t.VSync, t.VBackPorch
	raw.IlVfrontporch, raw.IlVsync, raw.IlVbackporch = t.ILVFrontPorch, t.ILVSync, t.ILVBackPorch
	raw.Cea861Vic, raw.HdmiVic, raw.PictureAspect = t.CEA861VIC, t.HDMIVIC, capi.Fraction(t.PictureAspect)
	raw.Rate, raw.PixelclockHz = capi.Fraction(t.Rate), t.PixelClockHz
	return raw
}

func timingsOf(raw *capi.Timings) Timings {
	return Timings{raw.Width, raw.Height, raw.Interlaced != 0, raw.Polarities, TimingsFlags(raw.Flags), TimingsStandard(raw.Standards),
		raw.Hfrontporch, raw.Hsync, raw.Hbackporch, raw.Vfrontporch, raw.Vsync, raw.Vbackporch, raw.IlVfrontporch, raw.IlVsync,
		raw.IlVbackporch, raw.Cea861Vic, raw.HdmiVic, Fraction(raw.PictureAspect), Fraction(raw.Rate), raw.PixelclockHz}
}

// NamedTimings are timings with the name by which FindTimings finds them, such as "1920x1080p60".
type NamedTimings struct {
	Name string
	Timings
}

// ListTimings lists the timings that the selected input knows. Empty if it has none.
func (d *Device) ListTimings() ([]NamedTimings, error) {
	one := at(capi.TimingsListAt, capi.MakeTimings, timingsOf)
	return list(d, "list timings", capi.DeviceListTimings, capi.TimingsListUnref, capi.TimingsListGetCount,
		func(raw capi.TimingsList, i uint32) (NamedTimings, error) {
			timings, err := one(raw, i)
			return NamedTimings{capi.TimingsListGetName(raw, i), timings}, err
		})
}

// Timings are those the selected input is set to.
func (d *Device) Timings() (Timings, error) {
	return d.timings("read the timings", Timings{}, capi.DeviceReadTimings)
}

// QueryTimings looks which timings come in. No signal, no lock and out of range are failures with codes of their own.
func (d *Device) QueryTimings() (Timings, error) {
	return d.timings("look for timings", Timings{}, capi.DeviceQueryTimings)
}

// SetTimings sets the timings and returns what was granted. Format and interval become those of the timings.
func (d *Device) SetTimings(wanted Timings) (Timings, error) {
	return d.timings("set the timings", wanted, capi.DeviceSetTimings)
}

// FindTimings finds the listed timings that a text means: "1920x1080p60", "1280x720", or "auto" for what comes in.
func (d *Device) FindTimings(name string) (Timings, error) {
	const operation = "find timings"
	if err := withoutZero(operation, "name", name); err != nil {
		return Timings{}, err
	}
	return d.timings(operation, Timings{}, func(device capi.Device, raw *capi.Timings, details *capi.Error) capi.Status {
		return capi.DeviceFindTimings(device, name, raw, details)
	})
}

func (d *Device) timings(operation string, wanted Timings, call func(capi.Device, *capi.Timings, *capi.Error) capi.Status) (Timings, error) {
	raw := wanted.raw()
	err := d.object.ask(operation, func(device capi.Device, details *capi.Error) capi.Status { return call(device, &raw, details) })
	return timingsOf(&raw), err
}

// TimingsLimits is what timings a receiver can do at the selected input.
type TimingsLimits struct {
	MinWidth, MaxWidth, MinHeight, MaxHeight uint32
	Standards                                TimingsStandard
	Capabilities                             TimingsCapability
	MinPixelClockHz, MaxPixelClockHz         uint64
}

// TimingsLimits asks what timings the receiver can do.
func (d *Device) TimingsLimits() (TimingsLimits, error) {
	raw := capi.MakeTimingsCapabilities()
	err := d.object.ask("ask for the limits of timings", func(device capi.Device, details *capi.Error) capi.Status {
		return capi.DeviceReadTimingsCapabilities(device, &raw, details)
	})
	return TimingsLimits{raw.MinWidth, raw.MaxWidth, raw.MinHeight, raw.MaxHeight, TimingsStandard(raw.Standards),
		TimingsCapability(raw.Capabilities), raw.MinPixelclockHz, raw.MaxPixelclockHz}, err
}
