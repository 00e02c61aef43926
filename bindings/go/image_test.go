// SPDX-License-Identifier: MIT

package v4lxx

import (
	"bytes"
	"errors"
	"image/color"
	"image/png"
	"io"
	"testing"
	"unsafe"
)

// The colour bars of the chart, 75 %: white, yellow, cyan, green, magenta, red, blue, black.
var bars = [8][3]int{{191, 191, 191}, {191, 191, 0}, {0, 191, 191}, {0, 191, 0}, {191, 0, 191}, {191, 0, 0}, {0, 0, 191}, {0, 0, 0}}

func near(got color.Color, wanted [3]int, tolerance int) bool {
	r, g, b, _ := got.RGBA()
	for i, each := range []uint32{r, g, b} {
		if difference := int(each>>8) - wanted[i]; difference < -tolerance || difference > tolerance {
			return false
		}
	}
	return true
}

func Test_U24_images_have_the_colours_of_the_chart(t *testing.T) {
	formats := []string{"YUYV", "UYVY", "YVYU", "VYUY", "NV12", "NV12M", "NV21", "NV16", "NV61", "YUV420", "YVU420", "YUV422P",
		"YUV420M", "RGB24", "BGR24", "XRGB32", "XBGR32", "RGBX32", "BGRX32"}
	if Supports(FeatureJPEG) { // without, the simulated camera has no pictures of that format
		formats = append(formats, "MJPEG")
	}
	for _, format := range formats {
		cam := start(t, "sim:camera,clock=virtual,size=320x240,format="+format)
		frame, err := cam.Next(soon(t))
		must(t, err)
		view, err := frame.Image()
		must(t, err)
		for i, wanted := range bars {
			if got := view.At(i*40+20, 100); !near(got, wanted, 8) {
				t.Errorf("%s: bar %d is %v, not %v", format, i, got, wanted)
			}
		}
	}
}

func Test_U24_an_image_is_what_the_library_makes_a_file_of(t *testing.T) {
	cam := start(t, "sim:camera,clock=virtual,size=160x120,format=GREY")
	frame, err := cam.Next(soon(t))
	must(t, err)
	var file bytes.Buffer
	err = frame.Encode(&file, ImagePNG, nil)
	if !Supports(FeaturePNG) {
		if !errors.Is(err, ErrUnsupported) || SupportsImage(frame.FourCC(), ImagePNG) {
			t.Error(err)
		}
		return
	}
	must(t, err)
	decoded, err := png.Decode(&file)
	must(t, err)
	view, err := frame.Image()
	must(t, err)
	for y := range 120 {
		for x := range 160 {
			a, _, _, _ := decoded.At(x, y).RGBA()
			b, _, _, _ := view.At(x, y).RGBA()
			if a != b {
				t.Fatalf("pixel %d,%d is %d in the file, %d in the view", x, y, a, b)
			}
		}
	}
}

func Test_U16_YCbCr_is_the_memory_of_the_frame(t *testing.T) {
	for format, blue := range map[string]int{"YUV420": 1, "YVU420": 2} {
		cam := start(t, "sim:camera,clock=virtual,size=64x48,format="+format)
		frame, err := cam.Next(soon(t))
		must(t, err)
		view, err := frame.YCbCr()
		must(t, err)
		plane, err := frame.Plane(blue)
		must(t, err)
		if unsafe.SliceData(view.Cb) != unsafe.SliceData(plane) || view.Bounds().Dx() != 64 || view.CStride != 32 {
			t.Errorf("%s: %v", format, view.Rect)
		}
	}
	frame, err := start(t, virtual).Next(soon(t))
	must(t, err)
	if _, err := frame.YCbCr(); !errors.Is(err, ErrUnsupported) {
		t.Error(err)
	}
}

func Test_U36_an_image_of_a_released_frame_is_transparent(t *testing.T) {
	cam := start(t, virtual)
	frame, err := cam.Next(soon(t))
	must(t, err)
	view, err := frame.Image()
	must(t, err)
	frame.Release()
	if _, _, _, alpha := view.At(1, 1).RGBA(); alpha != 0 {
		t.Error("it still has colours")
	}
	if _, err := frame.Image(); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
}

func Test_U26_a_short_frame_and_an_unknown_format_are_refused(t *testing.T) {
	cam := start(t, virtual+",script="+script(t, "at frame 0 short 100"))
	frame, err := cam.Next(soon(t))
	must(t, err)
	if _, err := frame.Image(); !errors.Is(err, ErrData) {
		t.Error(err)
	}
	if frame.Flags()&FrameShort == 0 {
		t.Error(frame.Flags())
	}
	mosaic, err := start(t, "sim:camera,clock=virtual,size=64x48,format=SRGGB8").Next(soon(t))
	must(t, err)
	if _, err := mosaic.Image(); !errors.Is(err, ErrUnsupported) {
		t.Error(err)
	}
	if err := mosaic.Encode(io.Discard, ImagePNG, nil); (err == nil) != Supports(FeaturePNG) { // which knows mosaics
		t.Error(err)
	}
}

func Test_section5_4_a_settled_frame_is_as_bright_as_the_one_after(t *testing.T) {
	cam := start(t, "sim:camera,clock=virtual,size=64x48,exposure=ramp")
	frame, err := cam.NextSettled(soon(t))
	must(t, err)
	if frame.Sequence() < 10 {
		t.Error("settled while it became brighter, at frame", frame.Sequence())
	}
	luma, err := frame.Luma()
	must(t, err)
	next, err := cam.Next(soon(t))
	must(t, err)
	after, err := next.Luma()
	must(t, err)
	if difference := int(luma) - int(after); difference*20 > int(luma) || -difference*20 > int(luma) {
		t.Errorf("%d and %d", luma, after)
	}
}
