// SPDX-License-Identifier: MIT

package main

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

func Test_mistakes_refused_by_type_are_refused_by_the_compiler(t *testing.T) {
	const path = "testdata/refused/refused.go"
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command("go", "build", "-gcflags=-e", "./testdata/refused").CombinedOutput()
	if err == nil {
		t.Fatal("it compiles")
	}
	seen := 0
	for number, line := range strings.Split(string(source), "\n") {
		_, name, found := strings.Cut(line, "// ")
		if _, known := refusedByType[name]; !found || !known {
			continue
		}
		seen++
		if !strings.Contains(string(said), fmt.Sprintf("%s:%d:", path, number+1)) {
			t.Errorf("%s is not refused:\n%s", name, said)
		}
	}
	if seen != len(refusedByType) {
		t.Errorf("%d of %d mistakes are shown", seen, len(refusedByType))
	}
}
