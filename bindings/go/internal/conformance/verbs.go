// SPDX-License-Identifier: MIT

package main

import (
	"context"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/ebitengine/purego"
	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
)

// world is what one scenario has made.
type world struct {
	contexts map[string]*v4lxx.Context
	lists    map[string]v4lxx.DeviceList
	devices  map[string]*v4lxx.Device
	streams  map[string]*stream
	frames   map[string]*v4lxx.Frame
	groups   map[string]*v4lxx.Group
	sets     map[string]*v4lxx.FrameSet
	last     failed
	event    *v4lxx.Event // that was taken last
	tag      uint64       // that the loop of a context told last
}

func newWorld() *world {
	return &world{map[string]*v4lxx.Context{}, map[string]v4lxx.DeviceList{}, map[string]*v4lxx.Device{}, map[string]*stream{},
		map[string]*v4lxx.Frame{}, map[string]*v4lxx.Group{}, map[string]*v4lxx.FrameSet{}, failed{}, nil, 0}
}

func (w *world) releaseAll() {
	for name := range w.frames {
		put(w.frames, name, nil, (*v4lxx.Frame).Release)
	}
	for name := range w.sets {
		put(w.sets, name, nil, (*v4lxx.FrameSet).Release)
	}
	for name := range w.groups {
		put(w.groups, name, nil, func(g *v4lxx.Group) { g.Close() })
	}
	for name := range w.streams {
		put(w.streams, name, nil, (*stream).close)
	}
	for name := range w.devices {
		put(w.devices, name, nil, func(d *v4lxx.Device) { d.Close() })
	}
	for name := range w.contexts {
		put(w.contexts, name, nil, func(c *v4lxx.Context) { c.Close() })
	}
}

// put stores an object after what had its name was released.
func put[T any](objects map[string]*T, name string, object *T, release func(*T)) {
	if old := objects[name]; old != nil {
		release(old)
	}
	if object == nil {
		delete(objects, name)
		return
	}
	objects[name] = object
}

type verb struct {
	words int // besides the verb, at least
	do    action
}

type action func(w *world, words []string) (any, error)

type actionOf[T any] func(w *world, object *T, words []string) (any, error)

func ofContext(place int, do actionOf[v4lxx.Context]) action {
	return of(place, func(w *world) map[string]*v4lxx.Context { return w.contexts }, do)
}

func ofDevice(place int, do actionOf[v4lxx.Device]) action {
	return of(place, func(w *world) map[string]*v4lxx.Device { return w.devices }, do)
}

func ofStream(place int, do actionOf[stream]) action {
	return of(place, func(w *world) map[string]*stream { return w.streams }, do)
}

func ofFrame(place int, do actionOf[v4lxx.Frame]) action {
	return of(place, func(w *world) map[string]*v4lxx.Frame { return w.frames }, do)
}

func ofGroup(place int, do actionOf[v4lxx.Group]) action {
	return of(place, func(w *world) map[string]*v4lxx.Group { return w.groups }, do)
}

func ofSet(place int, do actionOf[v4lxx.FrameSet]) action {
	return of(place, func(w *world) map[string]*v4lxx.FrameSet { return w.sets }, do)
}

// of is the action of a verb with an object, which the word at this place names.
func of[T any](place int, objects func(*world) map[string]*T, do actionOf[T]) action {
	return func(w *world, words []string) (any, error) {
		object, err := named(objects(w), words[place])
		if err != nil {
			return nil, err
		}
		return do(w, object, words)
	}
}

var verbs map[string]verb

func init() { // not in its declaration: the verbs lead to do(), which looks here
	verbs = map[string]verb{
		"context": {1, doContext}, "simulated": {2, ofContext(0, doSimulated)}, "list": {2, ofContext(1, doList)},
		"count": {1, doCount}, "entry": {3, doEntry}, "open": {3, ofContext(1, doOpen)}, "device": {2, ofDevice(0, doDevice)},
		"formats": {2, ofDevice(0, doFormats)}, "negotiate": {1, ofDevice(0, doNegotiate)},
		"format": {2, ofDevice(0, doFormat)}, "get": {2, ofDevice(0, doGet)}, "set": {3, ofDevice(0, doSet)},
		"stream": {2, ofDevice(1, doStream)}, "granted": {2, ofStream(0, doGranted)}, "reconfigure": {1, ofStream(0, doReconfigure)}, "start": {1, ofStream(0, doStart)},
		"stop": {1, ofStream(0, doStop)}, "cancel": {1, doCancel}, "next": {3, ofStream(1, doNext)},
		"next_many": {4, ofStream(1, doNextMany)}, "left": {3, ofStream(0, doLeft)}, "close_within": {2, doCloseWithin},
		"wait": {2, ofStream(0, doWait)}, "info": {2, ofFrame(0, doInfo)}, "convert": {3, ofFrame(0, doConvert)},
		"time": {4, ofContext(0, doTime)}, "bytes": {2, ofFrame(0, doBytes)},
		"checksum": {1, ofFrame(0, doChecksum)}, "keep": {2, ofFrame(1, doKeep)}, "hold": {2, ofFrame(0, doHold)}, "held": {2, ofStream(0, doHeld)}, "release": {1, ofFrame(0, doRelease)},
		"callback": {2, ofStream(0, doCallback)}, "dispatch": {2, ofStream(0, doDispatch)}, "calls": {1, ofStream(0, doCalls)},
		"inside": {1, ofStream(0, doInside)}, "destroyed": {1, ofStream(0, doDestroyed)}, "read": {4, ofStream(0, doRead)},
		"account": {2, ofStream(0, doAccount)}, "statistics": {2, ofStream(0, doStatistics)}, "state": {2, ofStream(0, doState)},
		"listen": {1, ofContext(0, doListen)}, "event": {2, ofContext(0, doEvent)}, "told": {1, doTold},
		"add_stream": {3, ofContext(0, doAddStream)}, "remove_stream": {2, ofContext(0, doRemoveStream)},
		"next_of": {3, ofContext(1, doNextOf)}, "of": {0, doOf},
		"group": {2, ofContext(1, doGroup)}, "join": {2, ofGroup(0, doJoin)}, "next_set": {3, ofGroup(1, doNextSet)},
		"of_set": {2, ofSet(0, doOfSet)}, "frame_of": {3, ofSet(1, doFrameOf)}, "of_group": {2, ofGroup(0, doOfGroup)},
		"of_camera": {3, ofGroup(0, doOfCamera)}, "close": {1, doClose}, "drop": {1, doDrop}, "collect": {0, doCollect},
		"error": {1, doError}, "fail_allocation": {0, doFailAllocation}, "library": {1, doLibrary}, "bad": {1, doBad},
	}
}

// do carries a step out. Its result is a value, or a failure that the scenario may expect; an error is a step that makes no sense.
func (w *world) do(words []string) (any, error) {
	found, ok := verbs[words[0]]
	if !ok || len(words)-1 < found.words {
		return nil, fmt.Errorf("there is no such step")
	}
	got, err := found.do(w, words[1:])
	if failure, ok := got.(failed); ok {
		w.last = failure
	}
	if broken, ok := got.(error); ok && err == nil {
		return nil, broken
	}
	return got, err
}

// named finds an object that a step before has made.
func named[T any](objects map[string]*T, name string) (*T, error) {
	object := objects[name]
	if object == nil {
		return nil, fmt.Errorf("there is no '%s' of that kind", name)
	}
	return object, nil
}

func doContext(w *world, words []string) (any, error) {
	made, err := v4lxx.NewContext()
	put(w.contexts, words[0], made, func(c *v4lxx.Context) { c.Close() })
	return outcome(err), nil
}

func doSimulated(_ *world, c *v4lxx.Context, words []string) (any, error) {
	return outcome(c.AddSimulated(words[1])), nil
}

func doList(w *world, c *v4lxx.Context, words []string) (any, error) {
	var flags v4lxx.ListFlags
	if len(words) > 2 && words[2] == "simulated" {
		flags = v4lxx.ListSimulated
	}
	found, err := c.List(flags)
	w.lists[words[0]] = found
	return outcome(err), nil
}

func doCount(w *world, words []string) (any, error) { return len(w.lists[words[0]].Devices), nil }

func doEntry(w *world, words []string) (any, error) {
	number, err := strconv.Atoi(words[1])
	if err != nil {
		return nil, err
	}
	devices := w.lists[words[0]].Devices
	if number >= len(devices) { // what Go itself says of such an index
		return outcome(fmt.Errorf("%d of %d: %w", number, len(devices), errIndex)), nil
	}
	return infoField(devices[number], words[2])
}

func infoField(info v4lxx.DeviceInfo, field string) (any, error) {
	switch field {
	case "path":
		return info.Path, nil
	case "card":
		return info.Card, nil
	case "driver":
		return info.Driver, nil
	case "bus":
		return info.Bus, nil
	case "simulated":
		return yes(info.IsSimulated), nil
	}
	return nil, fmt.Errorf("a device has no '%s'", field)
}

func yes(value bool) string {
	if value {
		return "yes"
	}
	return "no"
}

func doOpen(w *world, c *v4lxx.Context, words []string) (any, error) {
	opened, err := c.Open(words[2])
	put(w.devices, words[0], opened, func(d *v4lxx.Device) { d.Close() })
	return outcome(err), nil
}

func doDevice(_ *world, d *v4lxx.Device, words []string) (any, error) {
	return infoField(d.Info(), words[1])
}

func doFormats(_ *world, d *v4lxx.Device, words []string) (any, error) {
	formats, err := d.Formats()
	if err != nil {
		return outcome(err), nil
	}
	for _, each := range formats {
		if each.FourCC.String() == words[1] {
			return "yes", nil
		}
	}
	return "no", nil
}

// optionsOf reads the words KEY=VALUE.
func optionsOf(words []string, known ...string) (map[string]string, error) {
	options := map[string]string{}
	for _, word := range words {
		key, value, found := strings.Cut(word, "=")
		if !found || !strings.Contains(" "+strings.Join(known, " ")+" ", " "+key+" ") {
			return nil, fmt.Errorf("'%s' is not understood", word)
		}
		options[key] = value
	}
	return options, nil
}

func number32(options map[string]string, key string) uint32 {
	value, _ := strconv.ParseUint(options[key], 10, 32)
	return uint32(value)
}

func ratio(text string) v4lxx.Fraction {
	above, below, divided := strings.Cut(text, "/")
	numerator, _ := strconv.ParseUint(above, 10, 32)
	denominator := uint64(min(numerator, 1))
	if divided {
		denominator, _ = strconv.ParseUint(below, 10, 32)
	}
	return v4lxx.Fraction{Numerator: uint32(numerator), Denominator: uint32(denominator)}
}

func doNegotiate(_ *world, d *v4lxx.Device, words []string) (any, error) {
	options, err := optionsOf(words[1:], "width", "height", "fps", "fourcc")
	if err != nil {
		return nil, err
	}
	wish := v4lxx.Wish{Width: number32(options, "width"), Height: number32(options, "height"), Rate: ratio(options["fps"])}
	for name := range strings.SplitSeq(options["fourcc"], "+") {
		if name != "" {
			wish.Formats = append(wish.Formats, v4lxx.Must(v4lxx.ParseFourCC(name)))
		}
	}
	_, err = d.Negotiate(wish)
	return outcome(err), nil
}

func doFormat(_ *world, d *v4lxx.Device, words []string) (any, error) {
	format, err := d.Format()
	return formatField(format, err, words[1])
}

func formatField(format v4lxx.Format, err error, field string) (any, error) {
	switch {
	case err != nil:
		return outcome(err), nil
	case field == "width":
		return format.Width, nil
	case field == "height":
		return format.Height, nil
	case field == "fourcc":
		return format.FourCC, nil
	}
	return nil, fmt.Errorf("a format has no '%s'", field)
}

func doGet(_ *world, d *v4lxx.Device, words []string) (any, error) {
	control, err := d.Control(words[1])
	if err != nil {
		return outcome(err), nil
	}
	var value any
	if control.Type == v4lxx.ControlTypeString {
		value, err = control.Text()
	} else {
		value, err = control.Value()
	}
	if err != nil {
		return outcome(err), nil
	}
	return value, nil
}

func doSet(_ *world, d *v4lxx.Device, words []string) (any, error) {
	control, err := d.Control(words[1])
	if err != nil {
		return outcome(err), nil
	}
	if control.Type == v4lxx.ControlTypeString {
		return outcome(control.SetText(words[2])), nil
	}
	value, err := control.Parse(words[2])
	if err == nil {
		_, err = control.Set(value)
	}
	return outcome(err), nil
}

// timeOf reads a time: 0, -1 or a duration. For 0 there is no context.
func timeOf(text string) (ctx context.Context, cancel context.CancelFunc, err error) {
	switch text {
	case "0":
		return nil, func() {}, nil
	case "-1":
		return context.Background(), func() {}, nil
	}
	duration, err := time.ParseDuration(text)
	if err != nil {
		return nil, nil, err
	}
	ctx, cancel = context.WithTimeout(context.Background(), duration)
	return ctx, cancel, nil
}

func doClose(w *world, words []string) (any, error) {
	if s := w.streams[words[0]]; s != nil {
		return outcome(s.Close()), nil
	}
	d, err := named(w.devices, words[0])
	if err != nil {
		return nil, err
	}
	return outcome(d.Close()), nil
}

func doCloseWithin(w *world, words []string) (any, error) {
	within, err := durationOf(words[1])
	if err != nil {
		return nil, err
	}
	if s := w.streams[words[0]]; s != nil {
		return outcome(s.CloseWithin(within)), nil
	}
	d, err := named(w.devices, words[0])
	if err != nil {
		return nil, err
	}
	return outcome(d.CloseWithin(within)), nil
}

// durationOf: "0", "-1", "20ms".
func durationOf(text string) (time.Duration, error) {
	if text == "-1" {
		return -1, nil
	}
	return time.ParseDuration(text)
}

func doDrop(w *world, words []string) (any, error) {
	delete(w.contexts, words[0])
	delete(w.lists, words[0])
	delete(w.devices, words[0])
	delete(w.streams, words[0])
	delete(w.frames, words[0])
	return "ok", nil
}

func doCollect(*world, []string) (any, error) {
	for range 3 { // clean-ups run on a goroutine of their own, after the collection
		runtime.GC()
		time.Sleep(5 * time.Millisecond)
	}
	return "ok", nil
}

func doError(w *world, words []string) (any, error) {
	details, ok := w.last.err.(*v4lxx.Error)
	if !ok {
		return nil, fmt.Errorf("there was no failure")
	}
	switch words[0] {
	case "status":
		return w.last.status, nil
	case "code":
		return w.last.code, nil
	case "errno":
		return int(details.Errno), nil
	}
	field := reflect.ValueOf(*details).FieldByName(strings.ToUpper(words[0][:1]) + words[0][1:])
	if !field.IsValid() {
		return nil, fmt.Errorf("an error has no '%s'", words[0])
	}
	return field.String(), nil
}

func doFailAllocation(*world, []string) (any, error) {
	library, err := purego.Dlopen(os.Getenv("V4LXX_FAILING_NEW"), purego.RTLD_NOW)
	if err != nil {
		return nil, err
	}
	address, err := purego.Dlsym(library, "v4lxx_failing_new_arm")
	if err != nil {
		return nil, err
	}
	purego.SyscallN(address, 0)
	return "ok", nil
}

func doLibrary(_ *world, words []string) (any, error) {
	switch words[0] {
	case "version":
		return v4lxx.Version(), nil
	case "loaded":
		return yes(v4lxx.Load() == nil), nil
	}
	return nil, fmt.Errorf("a library has no '%s'", words[0])
}
