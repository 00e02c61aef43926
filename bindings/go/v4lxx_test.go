// SPDX-License-Identifier: MIT

package v4lxx

import (
	"context"
	"fmt"
	"os"
	"testing"
	"time"
)

// silent is a camera from which nothing comes, and whose descriptor says nothing either.
const silent = "sim:camera,pattern=cells,inputs=hdmi,signal=none"

const virtual = "sim:camera,clock=virtual,pattern=cells,format=YUYV,size=64x48"

// frameBytes of that camera.
const frameBytes = 64 * 48 * 2

func TestMain(m *testing.M) {
	if child := os.Getenv("V4LXX_TEST_CHILD"); child != "" { // see library_test.go
		fmt.Println(Load())
		os.Exit(0)
	}
	if err := Load(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// start gives a running camera, which the end of the test closes.
func start(t testing.TB, name string) *Camera {
	t.Helper()
	cam, err := Open(name, nil)
	must(t, err)
	t.Cleanup(func() { cam.Close() })
	return cam
}

// soon is a context that no test should need to wait for.
func soon(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

// still is a camera from which no frame comes.
func still(t testing.TB) *Camera {
	t.Helper()
	return start(t, silent)
}

// script writes a script of a simulated camera.
func script(t testing.TB, text string) string {
	t.Helper()
	path := t.TempDir() + "/script.txt"
	must(t, os.WriteFile(path, []byte(text+"\n"), 0o600))
	return path
}
