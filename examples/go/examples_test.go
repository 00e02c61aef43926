// Package examples tests the programs in the folders beside it: they do what those of C, Rust and Lua do.
package examples

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/png"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

const camera = "sim:camera,size=320x240,fps=120"

var folder string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	var err error
	if folder, err = os.MkdirTemp("", "v4lxx-examples-"); err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	if said, err := exec.Command("go", "build", "-o", folder+"/", "./...").CombinedOutput(); err != nil {
		fmt.Printf("%s%v\n", said, err)
		return 1
	}
	return m.Run()
}

// program runs one of them: what it printed, what it complained of, and whether it ended well.
func program(name string, arguments ...string) (output, complaint string, err error) {
	command := exec.Command(folder+"/"+name, arguments...)
	command.Dir = folder
	var said, complained bytes.Buffer
	command.Stdout, command.Stderr = &said, &complained
	err = command.Run()
	return said.String(), complained.String(), err
}

func Test_list_names_simulated_cameras_last(t *testing.T) {
	output, complaint, err := program("list")
	lines := strings.Split(strings.TrimSpace(output), "\n")
	if err != nil || complaint != "" || !strings.HasPrefix(lines[len(lines)-1], "sim:camera") {
		t.Error(output, complaint, err)
	}
}

func Test_both_captures_take_30_frames(t *testing.T) {
	line := regexp.MustCompile(`^frame \d+: 320x240, 153600 bytes$`)
	for _, name := range []string{"capture_poll", "capture_callback"} {
		output, complaint, err := program(name, camera)
		lines := strings.Split(strings.TrimSpace(output), "\n")
		if err != nil || complaint != "" || len(lines) != 31 || lines[0] != camera {
			t.Fatal(name, output, complaint, err)
		}
		for _, each := range lines[1:] {
			if !line.MatchString(each) {
				t.Errorf("%s: %s", name, each)
			}
		}
	}
}

func Test_snap_writes_a_picture(t *testing.T) {
	output, complaint, err := program("snap", camera, "picture.png")
	if err != nil || output != "wrote picture.png: 320x240 from YUYV\n" {
		t.Fatal(output, complaint, err)
	}
	file, err := os.Open(folder + "/picture.png")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if picture, err := png.Decode(file); err != nil || picture.Bounds().Dx() != 320 {
		t.Error(err)
	}
}

func Test_two_cameras_give_15_frames_each(t *testing.T) {
	output, complaint, err := program("two_cameras", camera, camera+",id=2")
	if err != nil || output != fmt.Sprintf("%s: 15 frames\n%[1]s,id=2: 15 frames\n", camera) {
		t.Error(output, complaint, err)
	}
}

func Test_two_cameras_in_step_tell_how_far_they_are_apart(t *testing.T) {
	output, complaint, err := program("two_cameras_synced")
	if err != nil || complaint != "" || output != "15 sets, 2.0 ms apart at most\n" {
		t.Error(output, complaint, err)
	}
}

func Test_reconnect_goes_on_when_the_camera_is_back(t *testing.T) {
	if err := os.WriteFile(folder+"/away.txt", []byte("at frame 10 unplug\nat time 1s replug\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	name := camera + ",script=away.txt"
	output, complaint, err := program("reconnect", name)
	if err != nil || complaint != "" || output != name+"\nback after 10 frames: 320x240\n30 frames\n" {
		t.Error(output, complaint, err)
	}
}

func Test_frame_timing_tells_when_frames_were_taken(t *testing.T) {
	name := "sim:camera,size=320x240,clock=virtual,timestamp=boottime"
	output, complaint, err := program("frame_timing", name)
	lines := strings.Split(output, "\n")
	if err != nil || complaint != "" || len(lines) != 13 || lines[1] != "frame 0: taken at an unknown time" ||
		lines[2] != "frame 1: taken at 2027-01-15 08:16:40.066666 UTC, within 1 us, delivered after 0 us" ||
		lines[11] != "9 intervals, the longest 33.3 ms" {
		t.Error(output, complaint, err)
	}
}

func Test_throughput_says_where_the_time_goes(t *testing.T) {
	output, complaint, err := program("throughput", "-json", "-touch", "-seconds", "0.5", "-preset", "four")
	var seen struct {
		Cameras []struct{ Frames int }
		Frame   map[string]float64
	}
	if err != nil || complaint != "" || json.Unmarshal([]byte(output), &seen) != nil || len(seen.Cameras) != 4 {
		t.Fatal(output, complaint, err)
	}
	for _, camera := range seen.Cameras {
		if camera.Frames == 0 {
			t.Error(output)
		}
	}
	if seen.Frame["copies"] != 0 || seen.Frame["system_calls"] < 2 || min(seen.Frame["driver_ms"], seen.Frame["consumer_ms"], seen.Frame["processor_ms"]) <= 0 {
		t.Error(output)
	}
	output, complaint, err = program("throughput", "-seconds", "0.2", camera)
	if err != nil || complaint != "" || !strings.Contains(output, "\nwait ") {
		t.Error(output, complaint, err)
	}
}

func Test_all_work_without_an_argument(t *testing.T) {
	for _, name := range []string{"capture_poll", "capture_callback", "snap", "two_cameras", "two_cameras_synced", "reconnect", "frame_timing"} {
		if output, complaint, err := program(name); err != nil || complaint != "" {
			t.Error(name, output, complaint, err)
		}
	}
}

func Test_all_print_what_the_library_says(t *testing.T) {
	for _, name := range []string{"capture_poll", "capture_callback", "snap", "two_cameras", "two_cameras_synced", "reconnect", "frame_timing"} {
		_, complaint, err := program(name, "/dev/no-such-node")
		if err == nil || !strings.Contains(complaint, "V4LXX-E0101") || !strings.Contains(complaint, "/dev/no-such-node") {
			t.Error(name, complaint, err)
		}
	}
}

func Test_each_is_shorter_than_80_lines_and_says_how_it_is_run(t *testing.T) {
	for _, name := range []string{"list", "snap", "capture_poll", "capture_callback", "two_cameras", "two_cameras_synced", "reconnect", "frame_timing"} {
		text, err := os.ReadFile(name + "/main.go")
		if err != nil || bytes.Count(text, []byte("\n")) >= 80 || !bytes.Contains(text, []byte("// Run: go run ./"+name)) {
			t.Error(name, err)
		}
	}
}
