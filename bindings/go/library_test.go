// SPDX-License-Identifier: MIT

package v4lxx

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/libv4lxx/libv4lxx/bindings/go/capi"
)

// loadedWith is what another process says of loading the library, with these settings.
func loadedWith(t *testing.T, settings ...string) string {
	t.Helper()
	line := append(strings.Fields(os.Getenv("V4LXX_TEST_LAUNCHER")), os.Args[0]) // a launcher such as qemu
	child := exec.Command(line[0], line[1:]...)
	child.Env = append([]string{"V4LXX_TEST_CHILD=1", "V4LXX_TEST_LAUNCHER=" + os.Getenv("V4LXX_TEST_LAUNCHER")}, settings...)
	said, err := child.Output()
	must(t, err)
	return string(said)
}

func wantAll(t *testing.T, said string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(said, part) {
			t.Errorf("it does not say %q:\n%s", part, said)
		}
	}
}

func Test_U37_a_missing_library_is_one_message_with_all_that_was_tried(t *testing.T) {
	wantAll(t, loadedWith(t, "V4LXX_LIBRARY=/no/such/lib.so"), "cannot load libv4lxx.so.0", "tried: /no/such/lib.so:", "No such file",
		"libv4lxx0", "set V4LXX_LIBRARY", "0.1.0")
	if _, err := os.Stat("/usr/local/lib/libv4lxx.so.0"); err == nil || loadedWith(t) == "<nil>\n" {
		return // the machine has one installed, which is found
	}
	wantAll(t, loadedWith(t, "LD_LIBRARY_PATH=/no/such/folder"), "LD_LIBRARY_PATH=/no/such/folder", "/etc/ld.so.cache",
		"/usr/local/lib/libv4lxx.so.0", "set V4LXX_LIBRARY")
}

func Test_U37_an_older_library_is_named_with_both_versions(t *testing.T) {
	folder := t.TempDir()
	source, library := folder+"/old.c", folder+"/libold.so"
	must(t, os.WriteFile(source, []byte(`const char *v4lxx_version_get_string(void) { return "0.0.9"; }`), 0o600))
	compiler := append(strings.Fields(os.Getenv("V4LXX_TEST_CC")), "cc")[0] // as in capi/frame_calls_test.go
	out, err := exec.Command(compiler, "-shared", "-fPIC", "-nostdlib", source, "-o", library).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	wantAll(t, loadedWith(t, "V4LXX_LIBRARY="+library), library, "is version 0.0.9", "needs "+capi.MinimumVersion, "v4lxx_bytes_get_data",
		"other functions", "set V4LXX_LIBRARY")
}
