// SPDX-License-Identifier: MIT

package v4lxx

import (
	"fmt"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// FourCC is a pixel format code of V4L2.
type FourCC uint32

// ParseFourCC understands a name such as "NV12M" in either case, or the four characters of a code such as "YUYV".
func ParseFourCC(name string) (FourCC, error) {
	const operation = "find a pixel format"
	if err := Load(); err != nil {
		return 0, err
	}
	if err := withoutZero(operation, "name", name); err != nil {
		return 0, err
	}
	if code := capi.PixelFormatFind(name); code != 0 {
		return FourCC(code), nil
	}
	return 0, refused(ErrNotFound, CodeUnknownPixelFormat, operation, "name", fmt.Sprintf("there is none called %q", name))
}

// String is the kernel's name, such as "NV12M", or the four characters if it has none.
func (f FourCC) String() string {
	if Load() == nil {
		if name := capi.PixelFormatGetName(uint32(f)); name != "" {
			return name
		}
	}
	return fmt.Sprintf("%q", string([]byte{byte(f), byte(f >> 8), byte(f >> 16), byte(f >> 24)}))
}

// PixelFormat is what the table of pixel formats knows of one.
type PixelFormat struct {
	FourCC                FourCC
	Family                ColourFamily
	BitsPerSample         uint32    // 0 if it varies or is not known
	Planes                uint32    // colour planes, 1 to 4; 0 if not known
	MemoryPlanes          uint32    // separate blocks of memory
	HorizontalSubsampling uint32    // pixels for each chroma sample across
	VerticalSubsampling   uint32    // pixels for each chroma sample down
	BitsPerPixel          [4]uint32 // of each colour plane at its own size; 0 if not linear
}

// Describe tells the facts of a pixel format.
func (f FourCC) Describe() (PixelFormat, error) {
	if err := Load(); err != nil {
		return PixelFormat{}, err
	}
	raw := capi.MakePixelFormatInfo()
	var details capi.Error
	if status := capi.PixelFormatDescribe(uint32(f), &raw, &details); status < 0 {
		return PixelFormat{}, failed(status, details)
	}
	return PixelFormat{FourCC(raw.Fourcc), ColourFamily(raw.Family), raw.BitsPerSample, raw.PlaneCount, raw.MemoryPlaneCount,
		raw.HorizontalSubsampling, raw.VerticalSubsampling, raw.BitsPerPixel}, nil
}

// PixelFormats lists all formats of the table.
func PixelFormats() ([]FourCC, error) {
	if err := Load(); err != nil {
		return nil, err
	}
	all := make([]FourCC, capi.PixelFormatGetCount())
	for i := range all {
		all[i] = FourCC(capi.PixelFormatGetFourcc(uint32(i)))
	}
	return all, nil
}

// Fraction is a ratio: a rate in frames per second, or an interval in seconds. 0/0 is "not known" or "as it is".
type Fraction struct{ Numerator, Denominator uint32 }

// FPS is a whole number of frames per second.
func FPS(n uint32) Fraction { return Fraction{n, 1} }

// Inverse turns a rate into an interval and back.
func (f Fraction) Inverse() Fraction { return Fraction{f.Denominator, f.Numerator} }

// Float is the quotient; 0 if it is not known.
func (f Fraction) Float() float64 {
	if f.Denominator == 0 {
		return 0
	}
	return float64(f.Numerator) / float64(f.Denominator)
}

func (f Fraction) String() string {
	if f.Denominator == 1 {
		return fmt.Sprint(f.Numerator)
	}
	return fmt.Sprintf("%d/%d", f.Numerator, f.Denominator)
}

// Timecode is the time of a recording that a driver put on a frame.
type Timecode struct {
	Type, Flags                     uint32 // V4L2_TC_TYPE_…, V4L2_TC_FLAG_… of the kernel
	Hours, Minutes, Seconds, Frames uint32
	UserBits                        uint32 // four bytes, the first one lowest
}

// Colours say what the samples of a picture mean, in the kernel's own numbers.
type Colours struct {
	Colorspace       uint32 // enum v4l2_colorspace
	YCbCrEncoding    uint32 // enum v4l2_ycbcr_encoding
	Quantization     uint32 // enum v4l2_quantization
	TransferFunction uint32 // enum v4l2_xfer_func
}

// Format is a picture format. When setting, a zero field stays as it is or is left to the driver.
type Format struct {
	FourCC        FourCC
	Width, Height uint32 // pixels
	Field         uint32 // enum v4l2_field; 1 is a whole picture
	Colours       Colours
	Flags         uint32    // V4L2_PIX_FMT_FLAG_ bits as granted; zero when setting
	MemoryPlanes  uint32    // 1 to 4; told only
	Stride        [4]uint32 // bytes from row to row in each memory plane; 0 for compressed formats
	Size          [4]uint32 // bytes of each memory plane; told only
}

func (f *Format) raw() capi.Format {
	raw := capi.MakeFormat()
	raw.Fourcc, raw.Width, raw.Height, raw.Field = uint32(f.FourCC), f.Width, f.Height, f.Field
	raw.Colorspace, raw.YcbcrEncoding = f.Colours.Colorspace, f.Colours.YCbCrEncoding
	raw.Quantization, raw.TransferFunction = f.Colours.Quantization, f.Colours.TransferFunction
	raw.Flags, raw.StrideBytes = f.Flags, f.Stride
	return raw
}

func formatOf(raw *capi.Format) Format {
	return Format{FourCC(raw.Fourcc), raw.Width, raw.Height, raw.Field,
		Colours{raw.Colorspace, raw.YcbcrEncoding, raw.Quantization, raw.TransferFunction},
		raw.Flags, raw.MemoryPlaneCount, raw.StrideBytes, raw.SizeBytes}
}

// OfferedFormat is one that a device lists.
type OfferedFormat struct {
	FourCC      FourCC
	Description string // the driver's name, such as "YUYV 4:2:2"
	Flags       FormatFlags
}

// SizeRange is one frame size (minimum and maximum are the same), or a range of them, in pixels.
type SizeRange struct{ MinWidth, MaxWidth, StepWidth, MinHeight, MaxHeight, StepHeight uint32 }

// IntervalRange is one frame interval, or a range of them, in seconds. A step of 0 in a range: every interval of it is offered.
type IntervalRange struct{ Min, Max, Step Fraction }
