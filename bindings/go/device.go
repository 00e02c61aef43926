// SPDX-License-Identifier: MIT

package v4lxx

import (
	"time"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// Device is an open device node. Opening changes nothing on it.
type Device struct {
	object object[capi.Device]
	info   DeviceInfo
}

// DeviceInfo is what is known of a node without streaming, when it was listed or opened.
type DeviceInfo struct {
	Path         string // the name that opens it, such as "/dev/video0"
	Card         string // the name for people, such as "HD Pro Webcam C920"
	Driver       string // such as "uvcvideo"
	Bus          string // where it is plugged in, such as "usb-0000:00:14.0-2"
	ID           string // a name that stays the same over replugging; "" if it was opened by path
	Role         NodeRole
	Capabilities Capability // what this node can do, and others of the kernel's bits
	USBVendor    uint16     // 0 if it is not on USB, or was opened by path
	USBProduct   uint16
	Serial       string
	MediaPath    string       // the media controller node of the device; "" if it has none
	Nodes        []DeviceInfo // of an entry of a list: all nodes of the physical device, this one among them
	IsCamera     bool         // captures video by streaming
	IsSimulated  bool
	Err          error // why the node could not be asked; nil if all is well
}

// infoOf copies what is known; nodes only of an entry of a list, which has them.
func infoOf(raw capi.DeviceInfo) DeviceInfo {
	info := DeviceInfo{
		Path:         capi.DeviceInfoGetPath(raw),
		Card:         capi.DeviceInfoGetCard(raw),
		Driver:       capi.DeviceInfoGetDriver(raw),
		Bus:          capi.DeviceInfoGetBus(raw),
		ID:           capi.DeviceInfoGetId(raw),
		Role:         NodeRole(capi.DeviceInfoGetRole(raw)),
		Capabilities: Capability(capi.DeviceInfoGetCapabilities(raw)),
		USBVendor:    uint16(capi.DeviceInfoGetUsbVendor(raw)),
		USBProduct:   uint16(capi.DeviceInfoGetUsbProduct(raw)),
		Serial:       capi.DeviceInfoGetSerial(raw),
		MediaPath:    capi.DeviceInfoGetMediaPath(raw),
		IsCamera:     capi.DeviceInfoIsCamera(raw) != 0,
		IsSimulated:  capi.DeviceInfoIsSimulated(raw) != 0,
	}
	if problem := capi.DeviceInfoGetError(raw); problem != 0 {
		info.Err = details(problem)
	}
	for i := range capi.DeviceInfoGetNodeCount(raw) {
		node := capi.DeviceInfoGetNode(raw, i)
		if node == raw { // itself: its own nodes are these
			own := info
			own.Nodes = nil
			info.Nodes = append(info.Nodes, own)
			continue
		}
		info.Nodes = append(info.Nodes, infoOf(node))
	}
	return info
}

func newDevice(raw capi.Device) *Device {
	d := &Device{info: infoOf(capi.DeviceGetInfo(raw))}
	hold(d, &d.object, "device", raw, capi.DeviceUnref)
	return d
}

// Info is what was known of the device when it was opened. It may be asked after Close.
func (d *Device) Info() DeviceInfo { return d.info }

// CloseWithin closes, and waits until that is over; a negative time waits without end. If the driver does not return from a call in this time,
// the error, ErrBusy, names the call. The device is closed all the same, and the rest happens when the driver returns; called again it waits on.
func (d *Device) CloseWithin(timeout time.Duration) error {
	device, err := d.object.enter("close")
	if err != nil {
		return nil
	}
	defer d.object.leave()
	var details capi.Error
	if status := capi.DeviceCloseWithin(device, int64(timeout), &details); status < 0 {
		return failed(status, details)
	}
	d.object.end()
	return nil
}

// Close ends the use of the device now: its streams stop, and their calls fail with ErrClosed. Kept frames stay readable. It never
// fails, and closing twice is allowed.
func (d *Device) Close() error {
	device, err := d.object.enter("close")
	if err != nil {
		return nil
	}
	defer d.object.leave()
	capi.DeviceClose(device)
	d.object.end()
	return nil
}

// list makes a call that gives a list, and copies it.
func list[L ~uintptr, T any](d *Device, operation string, call func(capi.Device, *L, *capi.Error) capi.Status, unref func(L),
	count func(L) uint32, entry func(L, uint32) (T, error)) ([]T, error) {
	var raw L
	err := d.object.ask(operation, func(device capi.Device, details *capi.Error) capi.Status { return call(device, &raw, details) })
	if err != nil {
		return nil, err
	}
	defer unref(raw)
	return entries(raw, count, entry)
}

func entries[L any, T any](raw L, count func(L) uint32, entry func(L, uint32) (T, error)) ([]T, error) {
	all := make([]T, 0, count(raw))
	for i := range count(raw) {
		each, err := entry(raw, i)
		if err != nil {
			return nil, err
		}
		all = append(all, each)
	}
	return all, nil
}

// at reads one entry of a list that gives structs.
func at[L any, R any, T any](read func(L, uint32, *R, *capi.Error) capi.Status, empty func() R, convert func(*R) T) func(L, uint32) (T, error) {
	return func(raw L, i uint32) (T, error) {
		one := empty()
		var details capi.Error
		status := read(raw, i, &one, &details)
		return convert(&one), failed(status, details)
	}
}

// Formats lists the pixel formats the device offers.
func (d *Device) Formats() ([]OfferedFormat, error) {
	return list(d, "list formats", capi.DeviceListFormats, capi.FormatListUnref, capi.FormatListGetCount,
		func(raw capi.FormatList, i uint32) (OfferedFormat, error) {
			return OfferedFormat{FourCC(capi.FormatListGetFourcc(raw, i)), capi.FormatListGetDescription(raw, i),
				FormatFlags(capi.FormatListGetFlags(raw, i))}, nil
		})
}

// Sizes lists the frame sizes of a pixel format. Empty if the driver does not tell.
func (d *Device) Sizes(format FourCC) ([]SizeRange, error) {
	return list(d, "list frame sizes", func(device capi.Device, out *capi.SizeList, err *capi.Error) capi.Status {
		return capi.DeviceListSizes(device, uint32(format), out, err)
	}, capi.SizeListUnref, capi.SizeListGetCount, at(capi.SizeListAt, capi.MakeSizeRange, func(r *capi.SizeRange) SizeRange {
		return SizeRange{r.MinWidth, r.MaxWidth, r.StepWidth, r.MinHeight, r.MaxHeight, r.StepHeight}
	}))
}

// Intervals lists the frame intervals of a pixel format and a size. Empty if the driver does not tell.
func (d *Device) Intervals(format FourCC, width, height uint32) ([]IntervalRange, error) {
	return list(d, "list frame intervals", func(device capi.Device, out *capi.IntervalList, err *capi.Error) capi.Status {
		return capi.DeviceListIntervals(device, uint32(format), width, height, out, err)
	}, capi.IntervalListUnref, capi.IntervalListGetCount, at(capi.IntervalListAt, capi.MakeIntervalRange, func(r *capi.IntervalRange) IntervalRange {
		return IntervalRange{Fraction{r.MinNumerator, r.MinDenominator}, Fraction{r.MaxNumerator, r.MaxDenominator},
			Fraction{r.StepNumerator, r.StepDenominator}}
	}))
}

// Format is the format the device has now.
func (d *Device) Format() (Format, error) {
	raw := capi.MakeFormat()
	err := d.object.ask("read the format", func(device capi.Device, details *capi.Error) capi.Status {
		return capi.DeviceReadFormat(device, &raw, details)
	})
	return formatOf(&raw), err
}

// TryFormat asks what the device would grant, without changing anything, and which fields would differ from what is wanted.
func (d *Device) TryFormat(wanted Format) (Format, FormatField, error) {
	return d.format("try the format", wanted, capi.DeviceTryFormat)
}

// SetFormat sets the format. The driver adjusts what it cannot do: what it granted is returned, and which fields differ.
func (d *Device) SetFormat(wanted Format) (Format, FormatField, error) {
	return d.format("set the format", wanted, capi.DeviceSetFormat)
}

func (d *Device) format(operation string, wanted Format, call func(capi.Device, *capi.Format, *uint32, *capi.Error) capi.Status) (Format, FormatField, error) {
	raw := wanted.raw()
	var differences uint32
	err := d.object.ask(operation, func(device capi.Device, details *capi.Error) capi.Status {
		return call(device, &raw, &differences, details)
	})
	if err != nil {
		return Format{}, 0, err
	}
	return formatOf(&raw), FormatField(differences), nil
}

// Interval is the time between two frames, in seconds.
func (d *Device) Interval() (Fraction, error) {
	return d.interval("read the frame interval", Fraction{}, capi.DeviceReadInterval)
}

// SetInterval sets the time between two frames, in seconds, and returns what was granted.
func (d *Device) SetInterval(wanted Fraction) (Fraction, error) {
	return d.interval("set the frame interval", wanted, capi.DeviceSetInterval)
}

func (d *Device) interval(operation string, wanted Fraction, call func(capi.Device, *capi.Fraction, *capi.Error) capi.Status) (Fraction, error) {
	raw := capi.Fraction(wanted)
	err := d.object.ask(operation, func(device capi.Device, details *capi.Error) capi.Status { return call(device, &raw, details) })
	return Fraction(raw), err
}
