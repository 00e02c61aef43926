// SPDX-License-Identifier: MIT

package v4lxx

import "github.com/libv4lxx/libv4lxx/bindings/go/capi"

// Wish is what is wanted of a camera; a zero field wishes for nothing.
type Wish struct {
	Width, Height uint32   // pixels; 0: the largest picture that comes at 25 per second or more
	Rate          Fraction // frames per second; 0/0: 25 to 30
	Formats       []FourCC // pixel formats the program can use, the best first, at most 64; none: any
	Decode        bool     // besides these, every format that Encode can make a picture of
	Strict        bool     // size and rate exactly as wished, or a failure that changes nothing
	PreferRate    bool     // if size and rate cannot both be had, the rate matters more
	StepDown      bool     // a mode that needs less bandwidth if the USB bus has no more; not with Strict
}

func (w *Wish) raw() (capi.Wish, *uint32, uint32) {
	raw := capi.MakeWish()
	raw.Width, raw.Height, raw.Rate = w.Width, w.Height, capi.Fraction(w.Rate)
	raw.Flags = capi.WishFlags(bit(w.Strict, uint32(capi.WishStrict)) | bit(w.Decode, uint32(capi.WishDecode)) |
		bit(w.PreferRate, uint32(capi.WishPreferRate)) | bit(w.StepDown, uint32(capi.WishStepDown)))
	if len(w.Formats) == 0 {
		return raw, nil, 0
	}
	outputs := make([]uint32, len(w.Formats))
	for i, format := range w.Formats {
		outputs[i] = uint32(format)
	}
	return raw, &outputs[0], uint32(len(outputs))
}

// Mode is one mode of a device, and how far it is from the wish: 0 is what was wished for.
type Mode struct {
	FourCC        FourCC
	Width, Height uint32   // 0 if sizes were not asked for
	Rate          Fraction // 0/0 if the device does not tell
	Flags         ModeFlags
	Verdict       ModeVerdict
	Penalty       uint32 // the sum of the three below
	SizePenalty   uint32
	RatePenalty   uint32
	FormatPenalty uint32
	Reason        string // why it lost, for people
}

// Modes lists all modes of the device, the one nearest to the wish first. Nothing on the device is changed.
func (d *Device) Modes(wish Wish) ([]Mode, error) {
	raw, outputs, count := wish.raw()
	one := at(capi.ModeListAt, capi.MakeMode, func(m *capi.Mode) Mode {
		return Mode{FourCC(m.Fourcc), m.Width, m.Height, Fraction(m.Rate), ModeFlags(m.Flags), ModeVerdict(m.Verdict), m.Penalty,
			m.SizePenalty, m.RatePenalty, m.FormatPenalty, ""}
	})
	return list(d, "list modes", func(device capi.Device, out *capi.ModeList, details *capi.Error) capi.Status {
		return capi.DeviceListModes(device, &raw, outputs, count, out, details)
	}, capi.ModeListUnref, capi.ModeListGetCount, func(list capi.ModeList, i uint32) (Mode, error) {
		mode, err := one(list, i)
		mode.Reason = capi.ModeListGetReason(list, i)
		return mode, err
	})
}

// NegotiatedMode is a format, a size and a rate.
type NegotiatedMode struct {
	FourCC        FourCC
	Width, Height uint32
	Rate          Fraction // 0/0 if the device does not tell
}

// Negotiation is what was chosen for a wish, and what the driver granted.
type Negotiation struct {
	Chosen, Granted NegotiatedMode
	Differences     FormatField // parts of the wish that were granted otherwise
	Adjusted        FormatField // the same of what was chosen, and of answers in which the driver contradicted itself
	Refused         uint32      // better modes that the driver lists but did not grant
	StepsDown       uint32      // better modes for which the bandwidth was not there
}

// Negotiate sets the mode nearest to the wish, format and rate, and tells what the driver granted. On failure the device is as it was.
func (d *Device) Negotiate(wish Wish) (Negotiation, error) {
	raw, outputs, count := wish.raw()
	out := capi.MakeNegotiation()
	err := d.object.ask("choose a mode", func(device capi.Device, details *capi.Error) capi.Status {
		return capi.DeviceNegotiate(device, &raw, outputs, count, &out, details)
	})
	return Negotiation{NegotiatedMode{FourCC(out.ChosenFourcc), out.ChosenWidth, out.ChosenHeight, Fraction(out.ChosenRate)},
		NegotiatedMode{FourCC(out.GrantedFourcc), out.GrantedWidth, out.GrantedHeight, Fraction(out.GrantedRate)},
		FormatField(out.Differences), FormatField(out.Adjusted), out.Refused, out.StepsDown}, err
}
