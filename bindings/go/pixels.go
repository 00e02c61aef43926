// SPDX-License-Identifier: MIT

package v4lxx

import (
	"image/color"
	"slices"
	"strings"
)

// Where the samples of a packed pixel are: of YUV the first luma, Cb and Cr in four bytes for two pixels; of RGB the three colours in
// as many bytes as a pixel has.
var (
	packedYUV = map[string][3]int{"YUYV": {0, 1, 3}, "YVYU": {0, 3, 1}, "UYVY": {1, 0, 2}, "VYUY": {1, 2, 0}}
	packedRGB = map[string][4]int{"RGB24": {0, 1, 2, 3}, "BGR24": {2, 1, 0, 3},
		"XRGB32": {1, 2, 3, 4}, "ARGB32": {1, 2, 3, 4}, "RGB32": {1, 2, 3, 4}, "RGBX32": {0, 1, 2, 4}, "RGBA32": {0, 1, 2, 4},
		"XBGR32": {2, 1, 0, 4}, "ABGR32": {2, 1, 0, 4}, "BGR32": {2, 1, 0, 4}, "BGRX32": {3, 2, 1, 4}, "BGRA32": {3, 2, 1, 4}}
	redFirst = []string{"NV21", "NV61", "NV42", "NV21M", "NV61M"}
)

// pixels gives the function that finds the colour of a pixel; nil for a format that has none. Whoever calls that function is inside the
// frame and knows that it is whole.
func (f *Frame) pixels(name string) func(x, y int) color.Color {
	row := func(plane, y int) []byte { return f.bytes(plane)[y*f.Stride(plane):] }
	if order, ok := packedRGB[name]; ok {
		return func(x, y int) color.Color {
			pixel := row(0, y)[x*order[3]:]
			return color.RGBA{pixel[order[0]], pixel[order[1]], pixel[order[2]], 255}
		}
	}
	switch name {
	case "GREY":
		return func(x, y int) color.Color { return color.Gray{row(0, y)[x]} }
	case "Y16":
		return func(x, y int) color.Color { return color.Gray16{uint16(row(0, y)[2*x]) | uint16(row(0, y)[2*x+1])<<8} }
	case "Y16_BE":
		return func(x, y int) color.Color { return color.Gray16{uint16(row(0, y)[2*x+1]) | uint16(row(0, y)[2*x])<<8} }
	}
	convert := f.conversion()
	if order, ok := packedYUV[name]; ok {
		return func(x, y int) color.Color {
			pair := row(0, y)[x/2*4:]
			return convert(pair[order[0]+x%2*2], pair[order[1]], pair[order[2]])
		}
	}
	return f.planarPixels(name, row, convert)
}

func (f *Frame) planarPixels(name string, row func(plane, y int) []byte, convert func(y, cb, cr byte) color.Color) func(x, y int) color.Color {
	about, err := f.FourCC().Describe()
	if err != nil || about.Family != ColourYUV || about.BitsPerSample != 8 {
		return nil
	}
	across, down := int(about.HorizontalSubsampling), int(about.VerticalSubsampling)
	blue, red := 1, 2
	switch about.Planes {
	case 3:
		if strings.HasPrefix(name, "YVU") {
			blue, red = 2, 1
		}
		return func(x, y int) color.Color {
			return convert(row(0, y)[x], row(blue, y/down)[x/across], row(red, y/down)[x/across])
		}
	case 2:
		if blue = 0; slices.Contains(redFirst, name) {
			blue = 1
		}
		return func(x, y int) color.Color {
			pair := row(1, y/down)[x/across*2:]
			return convert(row(0, y)[x], pair[blue], pair[1-blue])
		}
	}
	return nil
}

// conversion turns YUV into RGB by the matrix and range of the frame. Numbers not given mean what the kernel says they mean.
func (f *Frame) conversion() func(y, cb, cr byte) color.Color {
	const jpegColours, rec709, bt2020, encoding709, encodingXV709, encoding2020, fullRange = 7, 3, 10, 2, 4, 6, 1
	colours := f.Colours()
	red, blue := 0.299, 0.114 // BT.601, of which sYCC and others are the same
	switch {
	case colours.YCbCrEncoding == encoding709 || colours.YCbCrEncoding == encodingXV709 ||
		colours.YCbCrEncoding == 0 && colours.Colorspace == rec709:
		red, blue = 0.2126, 0.0722
	case colours.YCbCrEncoding == encoding2020 || colours.YCbCrEncoding == 0 && colours.Colorspace == bt2020:
		red, blue = 0.2627, 0.0593
	}
	black, luma, chroma := 16.0, 255.0/219, 255.0/224
	if colours.Quantization == fullRange || colours.Quantization == 0 && colours.Colorspace == jpegColours {
		black, luma, chroma = 0, 1, 1
	}
	return func(y, cb, cr byte) color.Color {
		grey := (float64(y) - black) * luma
		b, r := (float64(cb)-128)*chroma, (float64(cr)-128)*chroma
		return color.RGBA{clamped(grey + 2*(1-red)*r),
			clamped(grey - (2*blue*(1-blue)*b+2*red*(1-red)*r)/(1-red-blue)), clamped(grey + 2*(1-blue)*b), 255}
	}
}

func clamped(value float64) byte { return byte(max(0, min(255, value+0.5))) }
