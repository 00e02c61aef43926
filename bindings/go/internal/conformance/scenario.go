// SPDX-License-Identifier: MIT

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
)

type scenario struct {
	name  string
	steps []step
}

type step struct {
	line     int
	text     string
	words    []string
	expected []string
}

func setting(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

func readScenarios(path string) ([]scenario, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	variables := strings.NewReplacer(
		"$CAMERA", setting("V4LXX_CONFORMANCE_CAMERA", "sim:camera,clock=virtual,pattern=cells"),
		"$SCRIPTS", setting("V4LXX_CONFORMANCE_SCRIPTS", "scripts"))
	var all []scenario
	for number, line := range strings.Split(string(text), "\n") {
		words, err := split(line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, number+1, err)
		}
		switch {
		case len(words) == 0:
			continue
		case words[0] == "scenario" && len(words) == 2:
			all = append(all, scenario{name: words[1]})
			continue
		case len(all) == 0:
			return nil, fmt.Errorf("%s:%d: a step before the first scenario", path, number+1)
		}
		one := step{line: number + 1, text: strings.TrimSpace(line), words: words, expected: []string{"ok"}}
		for i, word := range words {
			if word == "=>" {
				one.words, one.expected = words[:i], words[i+1:]
				break
			}
		}
		for i := range one.words {
			one.words[i] = variables.Replace(one.words[i])
		}
		last := &all[len(all)-1]
		last.steps = append(last.steps, one)
	}
	return all, nil
}

// split takes a line apart at its blanks; "…" may hold blanks, and \", \\ and \xHH.
func split(line string) ([]string, error) {
	var words []string
	var word strings.Builder
	inWord, quoted := false, false
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case quoted && c == '\\' && strings.HasPrefix(line[i:], `\x`) && i+3 < len(line):
			value, err := strconv.ParseUint(line[i+2:i+4], 16, 8)
			if err != nil {
				return nil, err
			}
			word.WriteByte(byte(value))
			i += 3
		case quoted && c == '\\' && i+1 < len(line):
			i++
			word.WriteByte(line[i])
		case c == '"':
			quoted, inWord = !quoted, true
		case !quoted && c == '#' && !inWord:
			return words, nil
		case !quoted && (c == ' ' || c == '\t'):
			if inWord {
				words = append(words, word.String())
			}
			word.Reset()
			inWord = false
		default:
			inWord = true
			word.WriteByte(c)
		}
	}
	if quoted {
		return nil, errors.New(`a " without its end`)
	}
	if inWord {
		words = append(words, word.String())
	}
	return words, nil
}

// failed is an outcome that is a failure: what a scenario writes as !STATUS CODE.
type failed struct {
	status, code string
	err          error
}

func (f failed) String() string { return strings.TrimSpace("!" + f.status + " " + f.code) }

var statuses = map[error]string{
	v4lxx.ErrArgument: "ARGUMENT", v4lxx.ErrNoMemory: "NO_MEMORY", v4lxx.ErrSystem: "SYSTEM", v4lxx.ErrDeviceLost: "DEVICE_LOST",
	v4lxx.ErrState: "STATE", v4lxx.ErrABI: "ABI", v4lxx.ErrClosed: "CLOSED", v4lxx.ErrCancelled: "CANCELLED", v4lxx.ErrBusy: "BUSY",
	v4lxx.ErrDenied: "DENIED", v4lxx.ErrNotFound: "NOT_FOUND", v4lxx.ErrUnsupported: "UNSUPPORTED",
	v4lxx.ErrDriverBug: "DRIVER_BUG", v4lxx.ErrData: "DATA",
}

var (
	errIndex    = errors.New("there is no such index")
	errCallback = errors.New("the callback failed as it was told to")
	errAgain    = errors.New("again")
)

// outcome is what a scenario calls what an error of Go says.
func outcome(err error) any {
	var details *v4lxx.Error
	var panicked *v4lxx.PanicError
	switch {
	case err == nil:
		return "ok"
	case err == errAgain:
		return "again"
	case errors.Is(err, io.EOF):
		return "end"
	case errors.Is(err, context.DeadlineExceeded):
		return "timed_out"
	case errors.Is(err, errIndex):
		return failed{"INDEX", "", err}
	case errors.As(err, &panicked) && panicked.Value == errCallback, errors.Is(err, errCallback):
		return failed{"CALLBACK", "", err}
	case errors.As(err, &details):
		return failed{statuses[details.Status], strings.TrimPrefix(details.Code.String(), "V4LXX-"), details}
	}
	return fmt.Errorf("no failure that the scenarios know: %w", err)
}

func fits(expected []string, got any) bool {
	if failure, ok := got.(failed); ok {
		return len(expected) > 0 && expected[0] == "!"+failure.status && (len(expected) == 1 || expected[1] == failure.code)
	}
	text := fmt.Sprint(got)
	wanted := strings.Join(expected, " ")
	if part, contains := strings.CutPrefix(wanted, "~"); contains {
		return strings.Contains(text, part)
	}
	return text == wanted
}

func (s *scenario) run() bool {
	w := newWorld()
	defer w.releaseAll()
	for _, each := range s.steps {
		got, err := w.do(each.words)
		if err != nil {
			fmt.Printf("not ok %s: line %d: %s: %v\n", s.name, each.line, each.text, err)
			return false
		}
		if reason, ok := got.(byType); ok {
			fmt.Printf("ok %s # by type: %s\n", s.name, string(reason))
			return true
		}
		if !fits(each.expected, got) {
			fmt.Printf("not ok %s: line %d: %s: expected %s, got %v\n", s.name, each.line, each.text, strings.Join(each.expected, " "), got)
			return false
		}
	}
	fmt.Println("ok", s.name)
	return true
}
