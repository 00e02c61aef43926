// SPDX-License-Identifier: MIT

package v4lxx

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
)

// Image shows the frame as an image.Image with the right colours, by its own matrix and range. It is a view of the driver's memory
// without a copy, and good as long as the frame: of a released one every pixel is transparent. Frames that are JPEG are decoded, which
// makes a copy. For files, Encode is faster. ErrUnsupported for a pixel format of which there is no view.
func (f *Frame) Image() (image.Image, error) {
	const operation = "show a frame as an image"
	if !f.enter() {
		return nil, released(operation)
	}
	defer f.leave()
	name := f.FourCC().String()
	if name == "MJPEG" || name == "JPEG" {
		return f.decoded()
	}
	pixel := f.pixels(name)
	if pixel == nil {
		return nil, refused(ErrUnsupported, CodeImageFormatUnsupported, operation, "fourcc", "there is no view of "+name)
	}
	if err := f.isWhole(operation); err != nil {
		return nil, err
	}
	return &view{f, pixel}, nil
}

// YCbCr gives the planes of a planar 8-bit YUV frame (YUV420, YVU420, YUV422P and their like) as Go's type for them, without a copy, and
// with the limits of Plane. Go takes the samples for BT.601 with full range; those of most cameras have limited range, which Image
// knows and this type cannot say.
func (f *Frame) YCbCr() (*image.YCbCr, error) {
	const operation = "show a frame as image.YCbCr"
	if !f.enter() {
		return nil, released(operation)
	}
	defer f.leave()
	about, err := f.FourCC().Describe()
	if err != nil {
		return nil, err
	}
	ratio, known := map[[2]uint32]image.YCbCrSubsampleRatio{{1, 1}: image.YCbCrSubsampleRatio444, {2, 1}: image.YCbCrSubsampleRatio422,
		{2, 2}: image.YCbCrSubsampleRatio420, {4, 1}: image.YCbCrSubsampleRatio411,
		{4, 4}: image.YCbCrSubsampleRatio410}[[2]uint32{about.HorizontalSubsampling, about.VerticalSubsampling}]
	if about.Family != ColourYUV || about.Planes != 3 || about.BitsPerSample != 8 || !known {
		return nil, refused(ErrUnsupported, CodeImageFormatUnsupported, operation, "fourcc", f.FourCC().String()+" is not planar YUV of 8 bits")
	}
	if err := f.isWhole(operation); err != nil {
		return nil, err
	}
	blue, red := 1, 2
	if strings.HasPrefix(f.FourCC().String(), "YVU") {
		blue, red = red, blue
	}
	return &image.YCbCr{Y: f.bytes(0), Cb: f.bytes(blue), Cr: f.bytes(red), YStride: f.Stride(0), CStride: f.Stride(blue),
		SubsampleRatio: ratio, Rect: image.Rect(0, 0, f.Width(), f.Height())}, nil
}

// isWhole refuses a frame with fewer bytes than its picture has.
func (f *Frame) isWhole(operation string) error {
	about, err := f.FourCC().Describe()
	if err != nil {
		return err
	}
	for plane := range f.Planes() {
		width, height := f.Width(), f.Height()
		if plane > 0 {
			width = (width + int(about.HorizontalSubsampling) - 1) / int(about.HorizontalSubsampling)
			height = (height + int(about.VerticalSubsampling) - 1) / int(about.VerticalSubsampling)
		}
		needed := (height-1)*f.Stride(plane) + (width*int(about.BitsPerPixel[plane])+7)/8
		if height <= 0 || len(f.bytes(plane)) < needed {
			return refused(ErrData, CodeImageTooShort, operation, "",
				fmt.Sprintf("plane %d has %d bytes, and %d are needed", plane, len(f.bytes(plane)), needed))
		}
	}
	return nil
}

func (f *Frame) decoded() (image.Image, error) {
	var file bytes.Buffer // what the library makes of it has the tables that cameras leave out
	if err := f.Encode(&file, ImageJPEG, nil); err != nil {
		return nil, err
	}
	return jpeg.Decode(&file)
}

// view is a frame and how to find the colour of a pixel in it.
type view struct {
	frame *Frame
	pixel func(x, y int) color.Color
}

func (v *view) ColorModel() color.Model { return color.RGBA64Model }
func (v *view) Bounds() image.Rectangle {
	return image.Rect(0, 0, int(v.frame.info.Width), int(v.frame.info.Height))
}

func (v *view) At(x, y int) color.Color {
	if !(image.Point{X: x, Y: y}).In(v.Bounds()) || !v.frame.enter() {
		return color.RGBA64{}
	}
	defer v.frame.leave()
	return v.pixel(x, y)
}
