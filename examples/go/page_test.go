package examples

import (
	"bytes"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

var block = regexp.MustCompile("(?m)^(?:<!-- (file|not run): (.*) -->\n)```(\\w+)\n((?:.*\n)*?)```$")

// Test_section4_the_page_works_by_copy_and_paste does what docs/bindings/go.md says, in an empty folder and with a module proxy of files, as
// `./dev install` lays one. Each program is run as the page runs it, and prints what the page says.
func Test_section4_the_page_works_by_copy_and_paste(t *testing.T) {
	page, err := os.ReadFile("../../docs/bindings/go.md")
	if err != nil {
		t.Fatal(err)
	}
	where, proxy := t.TempDir(), t.TempDir()
	if said, err := exec.Command("../../bindings/go/pack", proxy).CombinedOutput(); err != nil {
		t.Fatalf("%s%v", said, err)
	}
	environment := append(os.Environ(), "GOPROXY=file://"+proxy, "GOSUMDB=off", "GOFLAGS=-modcacherw", "GOMODCACHE="+t.TempDir())
	found, programs := block.FindAllStringSubmatch(string(page), -1), 0
	for _, each := range found {
		if each[1] == "file" {
			if err := os.WriteFile(where+"/"+each[2], []byte(each[4]), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, each := range found {
		if each[3] != "console" {
			continue
		}
		for _, part := range strings.Split("\n"+each[4], "\n$ ")[1:] {
			line, shown, _ := strings.Cut(strings.TrimSuffix(part, "\n")+"\n", "\n")
			if strings.HasPrefix(line, "export ") {
				continue
			}
			if strings.HasPrefix(line, "go run") {
				programs++
			}
			shell := exec.Command("bash", "-c", line)
			shell.Dir, shell.Env = where, environment
			said, err := shell.CombinedOutput()
			if got := withoutNoise(string(said)); err != nil || strings.TrimSpace(got) != strings.TrimSpace(shown) {
				t.Errorf("%s: %v\n%s\ninstead of\n%s", line, err, got, shown)
			}
		}
	}
	if programs < 3 || len(programOf(t, page)) > 10 {
		t.Errorf("%d programs; the first has %d lines", programs, len(programOf(t, page)))
	}
}

// withoutNoise: what Go says of its own work, which differs from machine to machine, and how a closed pipe ends a program.
func withoutNoise(text string) string {
	return regexp.MustCompile(`(?m)^(go: downloading .*|go: to add module requirements and sums:|\tgo mod tidy|signal: broken pipe)\n`).ReplaceAllString(text, "")
}

// programOf is the first program of a page, without its empty lines.
func programOf(t *testing.T, page []byte) [][]byte {
	for _, each := range block.FindAllSubmatch(page, -1) {
		if string(each[1]) == "file" && bytes.HasSuffix(each[2], []byte(".go")) {
			lines := bytes.Split(each[4], []byte("\n"))
			kept := lines[:0]
			for _, line := range lines {
				if len(bytes.TrimSpace(line)) > 0 {
					kept = append(kept, line)
				}
			}
			return kept
		}
	}
	t.Fatal("the page has no program")
	return nil
}
