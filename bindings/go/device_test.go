// SPDX-License-Identifier: MIT

package v4lxx

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// newContext gives a context, which the end of the test closes.
func newContext(t testing.TB) *Context {
	t.Helper()
	c, err := NewContext()
	must(t, err)
	t.Cleanup(func() { c.Close() })
	return c
}

// open gives a device, which the end of the test closes.
func open(t testing.TB, name string) *Device {
	t.Helper()
	device, err := newContext(t).Open(name)
	must(t, err)
	t.Cleanup(func() { device.Close() })
	return device
}

func Test_U03_a_failure_is_found_by_status_errno_and_what_Go_calls_it(t *testing.T) {
	c := newContext(t)
	_, err := c.Open("/dev/v4lxx-no-such-node")
	var details *Error
	if !errors.Is(err, ErrNotFound) || !errors.Is(err, fs.ErrNotExist) || !errors.Is(err, syscall.ENOENT) || errors.Is(err, ErrBusy) ||
		!errors.As(err, &details) || details.Code != CodeNoSuchNode || details.Request != "open" {
		t.Errorf("%#v", err)
	}
	wantAll(t, err.Error(), "/dev/v4lxx-no-such-node", "[V4LXX-E0101]", "try:")
	if CodeNoSuchNode.Explanation() == "" || CodeNoSuchNode.String() != "V4LXX-E0101" {
		t.Error(CodeNoSuchNode, CodeNoSuchNode.Explanation())
	}
	if !strings.Contains(ErrDeviceLost.Error(), "unplugged") {
		t.Error(ErrDeviceLost)
	}
}

func Test_U13_an_unplug_is_ErrDeviceLost(t *testing.T) {
	cam := start(t, virtual+",script="+script(t, "at frame 3 unplug"))
	n := 0
	for range cam.Frames(soon(t)) {
		n++
	}
	if n != 3 || !errors.Is(cam.Err(), ErrDeviceLost) || !errors.Is(cam.Err(), syscall.ENODEV) {
		t.Error(n, cam.Err())
	}
}

func Test_U01_the_list_has_cameras_with_their_nodes(t *testing.T) {
	c := newContext(t)
	must(t, c.AddSimulated("sim:camera,id=7,card=Left camera"))
	list, err := c.List(ListSimulated)
	must(t, err)
	found := false
	for _, each := range list.Devices {
		if each.Card == "Left camera" {
			found = true
			if !each.IsCamera || !each.IsSimulated || len(each.Nodes) == 0 || each.Nodes[0].Path != each.Path || each.ID == "" ||
				each.Capabilities&CapabilityVideoCapture == 0 || each.Role != NodeRoleCapture || each.Err != nil {
				t.Errorf("%+v", each)
			}
		}
	}
	if !found {
		t.Errorf("%+v", list)
	}
	device, err := c.Open("card:Left*")
	must(t, err)
	if device.Info().Driver != "v4lxx-sim" {
		t.Errorf("%+v", device.Info())
	}
	must(t, device.Close())
}

func Test_U05_formats_sizes_intervals_and_what_is_granted(t *testing.T) {
	device := open(t, "sim:camera")
	formats, err := device.Formats()
	must(t, err)
	sizes, err := device.Sizes(Must(ParseFourCC("NV12")))
	must(t, err)
	intervals, err := device.Intervals(Must(ParseFourCC("NV12")), 640, 480)
	must(t, err)
	if len(formats) < 10 || formats[0].FourCC.String() != "YUYV" || len(sizes) < 4 || len(intervals) < 5 {
		t.Error(formats, sizes, intervals)
	}
	granted, differences, err := device.SetFormat(Format{FourCC: Must(ParseFourCC("NV12")), Width: 641, Height: 480})
	must(t, err)
	if differences&FormatFieldWidth == 0 || granted.Height != 480 {
		t.Error(granted, differences)
	}
	now, err := device.Format()
	must(t, err)
	tried, differences, err := device.TryFormat(now)
	must(t, err)
	if tried != now || differences != 0 {
		t.Errorf("%+v is not %+v: %b", tried, now, differences)
	}
	interval, err := device.SetInterval(FPS(15).Inverse())
	must(t, err)
	if interval.Inverse().Float() != 15 {
		t.Error(interval)
	}
	got, err := device.Interval()
	must(t, err)
	if got != interval {
		t.Error(got, interval)
	}
}

func Test_U06_modes_are_ranked_and_the_best_is_set(t *testing.T) {
	device := open(t, "sim:camera")
	wish := Wish{Width: 1280, Height: 720, Rate: FPS(30), Formats: []FourCC{Must(ParseFourCC("NV12"))}}
	modes, err := device.Modes(wish)
	must(t, err)
	if best := modes[0]; best.Verdict != ModeBest || best.Width != 1280 || best.FourCC.String() != "NV12" || modes[1].Reason == "" {
		t.Errorf("%+v", modes[:2])
	}
	done, err := device.Negotiate(wish)
	must(t, err)
	if done.Granted.Width != 1280 || done.Differences != 0 {
		t.Errorf("%+v", done)
	}
	wish.Strict, wish.Width = true, 1281
	if _, err := device.Negotiate(wish); !errors.Is(err, ErrUnsupported) {
		t.Error(err)
	}
}

func Test_U21_controls_by_name_number_and_item(t *testing.T) {
	device := open(t, "sim:camera")
	all, err := device.Controls()
	must(t, err)
	if len(all) < 15 {
		t.Error(len(all))
	}
	exposure, err := device.Control("auto_exposure")
	must(t, err)
	value, err := exposure.Parse(exposure.Items[0].Name)
	must(t, err)
	if _, err := exposure.Set(value); err != nil || len(exposure.Items) != 2 || value != exposure.Items[0].Value {
		t.Error(err, exposure.Items)
	}
	same, err := device.ControlByID(exposure.ID)
	must(t, err)
	if got, err := same.Value(); err != nil || got != value {
		t.Error(got, err)
	}
	tag, err := device.Control("serial_tag")
	must(t, err)
	must(t, tag.SetText("ab"))
	if text, err := tag.Text(); err != nil || text != "ab" {
		t.Error(text, err)
	}
	if err := tag.SetText("a\x00b"); !errors.Is(err, ErrArgument) {
		t.Error(err)
	}
	if _, err := device.Control("no_such"); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	must(t, device.Close())
	if _, err := exposure.Value(); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
}

func Test_U20_inputs_standards_timings_signals_and_selections(t *testing.T) {
	device := open(t, "sim:camera,inputs=camera+tv+hdmi,signal=NTSC-M+1920x1080p60,selection=crop")
	inputs, err := device.Inputs()
	must(t, err)
	index, err := device.FindInput("hdmi")
	must(t, err)
	if len(inputs) != 3 || inputs[index].Type != InputCamera || inputs[index].Capabilities&InputHasTimings == 0 {
		t.Fatalf("%d of %+v", index, inputs)
	}
	must(t, device.SelectInput(index))
	if selected, err := device.Input(); err != nil || selected != index {
		t.Error(selected, err)
	}
	coming, err := device.QueryTimings()
	must(t, err)
	granted, err := device.SetTimings(coming)
	must(t, err)
	listed, err := device.ListTimings()
	must(t, err)
	limits, err := device.TimingsLimits()
	must(t, err)
	found, err := device.FindTimings("1920x1080p60")
	must(t, err)
	now, err := device.Timings()
	must(t, err)
	if granted.Width != 1920 || found.PixelClockHz != 148500000 || now.Height != 1080 || len(listed) < 10 || limits.MaxWidth < 1920 {
		t.Errorf("%+v %+v %+v %d %+v", granted, found, now, len(listed), limits)
	}
	if signal, err := device.Signal(); err != nil || signal.State != SignalPresent || !signal.IsSet || signal.Width != 1920 {
		t.Errorf("%+v %v", signal, err)
	}
	crop, err := device.SetSelection(SelectionCrop, 0, Rectangle{10, 10, 640, 480})
	must(t, err)
	if got, err := device.Selection(SelectionCrop); err != nil || got != crop || got.Width != 640 {
		t.Errorf("%+v %+v %v", got, crop, err)
	}
	if _, err := device.Standard(); !errors.Is(err, ErrUnsupported) {
		t.Error(err)
	}
	must(t, device.SelectInput(1))
	standards, err := device.Standards()
	must(t, err)
	ntsc, err := ParseStandard("ntsc-m")
	must(t, err)
	query, err := device.QueryStandard()
	must(t, err)
	if query&ntsc == 0 || len(standards) < 3 || ntsc.String() != "NTSC-M" {
		t.Error(query, standards)
	}
	byName, err := device.FindStandard("NTSC-M")
	must(t, err)
	must(t, device.SetStandard(byName))
	if got, err := device.Standard(); err != nil || got&ntsc == 0 {
		t.Error(got, err)
	}
	if InputNoSignal.String() != "no signal" {
		t.Error(InputNoSignal.String())
	}
}

func Test_section5_1_the_doctor_has_findings(t *testing.T) {
	c := newContext(t)
	findings, worst, err := c.Examine("sim:camera,clock=virtual", 0)
	must(t, err)
	checks := map[string]Severity{}
	for _, each := range findings {
		checks[each.Check.String()] = each.Severity
	}
	if _, ok := checks["capture"]; !ok || worst > SeverityNote {
		t.Errorf("%v: %+v", worst, findings)
	}
	if _, worst, err = c.Examine("/dev/v4lxx-no-such-node", ExamineNoCapture); err != nil || worst != SeverityProblem || worst.String() != "problem" {
		t.Error(worst, err)
	}
}

func Test_the_log_goes_to_slog_and_survives_its_handler(t *testing.T) {
	var text bytes.Buffer
	c := newContext(t)
	must(t, c.SetLogger(slog.New(slog.NewTextHandler(&text, &slog.HandlerOptions{Level: slog.LevelDebug}))))
	device, err := c.Open(virtual)
	must(t, err)
	if _, err := c.Open("/dev/v4lxx-no-such-node"); err == nil {
		t.Error("it is there")
	}
	wantAll(t, text.String(), "level=INFO", "is open", "device=", "level=DEBUG", "code=V4LXX-E0101")
	must(t, c.SetLogger(slog.New(broken{})))
	must(t, device.Close())
	if err := c.LogPanic(); err == nil || !strings.Contains(err.Error(), "broken handler") {
		t.Error(err)
	}
	must(t, c.SetLogger(nil))
	if n := c.LogLeftOut(); n != 0 {
		t.Error(n)
	}
}

func Test_U36_a_logger_may_be_set_while_another_goroutine_asks_for_its_panic(t *testing.T) {
	c := newContext(t)
	var all sync.WaitGroup
	for range 2 {
		all.Go(func() {
			for range 100 {
				if err := errors.Join(c.SetLogger(slog.New(slog.NewTextHandler(io.Discard, nil))), c.LogPanic()); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
}

type broken struct{ slog.Handler }

func (broken) Enabled(_ context.Context, _ slog.Level) bool  { return true }
func (broken) Handle(_ context.Context, _ slog.Record) error { panic("broken handler") }

func Test_U05_open_with_a_wish_and_rates(t *testing.T) {
	cam, err := Open("sim:camera,clock=virtual,pattern=cells", &Wish{Width: 320, Height: 240, Rate: FPS(30), Formats: []FourCC{Must(ParseFourCC("GREY"))}})
	must(t, err)
	defer cam.Close()
	for range 40 {
		_, err := cam.Next(soon(t))
		must(t, err)
	}
	format, err := cam.Format()
	must(t, err)
	rate, err := cam.Rate()
	must(t, err)
	interval, err := cam.Interval()
	must(t, err)
	known, err := cam.CheckRate()
	if format.Width != 320 || format.FourCC.String() != "GREY" || interval.Inverse().Float() != 30 || !known || err != nil ||
		rate.Verdict != RateAsTold || rate.Measured < 29.9 || cam.BufferCount() != 4 || cam.StepsDown() != 0 || cam.FD() < 0 {
		t.Errorf("%+v %+v %v %v %v", format, rate, interval, known, err)
	}
}

func Test_U37_open_nothing_finds_the_first_camera(t *testing.T) {
	cam, err := Open("", nil)
	must(t, err)
	if !cam.Device.Info().IsCamera {
		t.Errorf("%+v", cam.Device.Info())
	}
	must(t, cam.Close())
	must(t, cam.Close())
	if _, err := Open("/dev/v4lxx-no-such-node", nil); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
}

func Test_U08_slow_cameras_are_told_from_slow_programs(t *testing.T) {
	cam := start(t, "sim:camera,clock=virtual,pattern=cells,low_light=yes")
	for range 40 {
		_, err := cam.Next(soon(t))
		must(t, err)
	}
	var details *Error
	known, err := cam.CheckRate()
	if !known || !errors.As(err, &details) || details.Code != CodeRateNotReached || details.Field == "" {
		t.Error(known, err)
	}
}

func Test_objects_nobody_opened_are_errors(t *testing.T) {
	if _, err := new(Device).Formats(); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
	if _, err := new(Context).List(0); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
	if _, err := new(Frame).Plane(0); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
	if err := new(Stream).Start(); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
	if _, err := new(Stream).Next(soon(t)); !errors.Is(err, ErrClosed) {
		t.Error(err)
	}
	new(Frame).Release()
	must(t, new(Stream).Close())
	must(t, new(Device).Close())
	must(t, new(Context).Close())
}

func Test_U02_a_descriptor_of_something_else_is_refused(t *testing.T) {
	c := newContext(t)
	file, err := os.Open("/dev/null")
	must(t, err)
	defer file.Close()
	if _, err := c.OpenFD(int32(file.Fd())); !errors.Is(err, ErrUnsupported) {
		t.Error(err)
	}
	if _, err := c.OpenFD(-1); !errors.Is(err, ErrArgument) {
		t.Error(err)
	}
}

func Test_pixel_formats_have_names_and_facts(t *testing.T) {
	all, err := PixelFormats()
	must(t, err)
	if len(all) < 100 {
		t.Error(len(all))
	}
	nv12, err := Must(ParseFourCC("nv12")).Describe()
	must(t, err)
	if nv12.Planes != 2 || nv12.Family != ColourYUV || SupportsImage(nv12.FourCC, ImagePNG) != Supports(FeaturePNG) {
		t.Errorf("%+v", nv12)
	}
	if _, err := ParseFourCC("no such format"); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	if _, err := FourCC(0x21212121).Describe(); !errors.Is(err, ErrNotFound) || fmt.Sprint(FourCC(0x21212121)) != `"!!!!"` {
		t.Error(err, FourCC(0x21212121))
	}
	if Version() == "" || !Supports(FeatureSim) || FPS(25).String() != "25" || (Fraction{30000, 1001}).String() != "30000/1001" {
		t.Error(Version())
	}
}
