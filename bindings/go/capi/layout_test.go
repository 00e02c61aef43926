// SPDX-License-Identifier: MIT

package capi

import (
	"debug/elf"
	"os"
	"reflect"
	"strings"
	"testing"
	"unsafe"
)

// layout is a struct of C: its name, a value of its Go type, the types of its fields in C, and for versioned ones a function that
// returns what the library's init function and what Make writes.
type layout struct {
	name   string
	value  any
	fields []string
	filled func() (any, any)
}

func TestMain(m *testing.M) {
	if err := Load(); err != nil {
		println(err.Error())
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// kindOf is what a type of C has to be in Go for a call by purego. It reads the signature in the header and knows nothing of the
// generator that wrote the Go type.
func kindOf(name string, stars int) reflect.Kind {
	name = strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(name, "const ", ""), "*", ""))
	switch {
	case stars > 1:
		return reflect.Pointer
	case stars == 1 && handles[name]:
		return reflect.Uintptr
	case stars == 1 && name == "char":
		return reflect.String
	case stars == 1 && name == "void":
		return reflect.UnsafePointer
	case stars == 1:
		return reflect.Pointer
	case callbacks[name]:
		return reflect.Uintptr
	}
	if of, found := integers[name]; found {
		name = of
	}
	return map[string]reflect.Kind{"int32_t": reflect.Int32, "uint32_t": reflect.Uint32, "int64_t": reflect.Int64,
		"uint64_t": reflect.Uint64, "size_t": reflect.Uintptr, "void": reflect.Invalid}[name]
}

// fits says whether a Go type can stand for a type of C.
func fits(got reflect.Type, declared string) bool {
	stars := strings.Count(declared, "*")
	wanted := kindOf(declared, stars)
	switch {
	case got.Kind() == wanted && wanted == reflect.Pointer:
		return fitsPointee(got.Elem(), declared, stars)
	case got.Kind() == wanted:
		return true
	case strings.Contains(declared, "void *"): // user_data is a number
		return got.Kind() == reflect.Uintptr
	case strings.Contains(declared, "char *"): // one that may be NULL
		return got.Kind() == reflect.Pointer && got.Elem().Kind() == reflect.Uint8
	}
	return false
}

func fitsPointee(got reflect.Type, declared string, stars int) bool {
	if got.Kind() == reflect.Struct {
		for _, each := range layouts {
			if strings.Contains(declared, each.name+" ") {
				return got == reflect.TypeOf(each.value)
			}
		}
		return false
	}
	return got.Kind() == kindOf(declared, stars-1)
}

func Test_bar2b_kinds_of_every_function_are_those_of_the_header(t *testing.T) {
	if len(symbols) != len(signatures) || len(symbols) == 0 {
		t.Fatalf("%d functions, %d signatures", len(symbols), len(signatures))
	}
	for _, each := range symbols {
		words, function := signatures[each.name], reflect.TypeOf(each.function).Elem()
		if function.NumIn() != len(words)-1 || (function.NumOut() == 0) != (words[0] == "void") {
			t.Errorf("%s: %v is not %v", each.name, function, words)
			continue
		}
		if function.NumOut() == 1 && !fits(function.Out(0), words[0]) {
			t.Errorf("%s returns %v, not %s", each.name, function.Out(0), words[0])
		}
		for i, word := range words[1:] {
			if !fits(function.In(i), word) {
				t.Errorf("%s: parameter %d is %v, not %s", each.name, i, function.In(i), word)
			}
		}
	}
}

func Test_bar2b_fields_of_every_struct_are_those_of_the_header(t *testing.T) {
	for _, each := range layouts {
		got := reflect.TypeOf(each.value)
		if got.NumField() != len(each.fields) {
			t.Errorf("%s has %d fields, not %d", each.name, got.NumField(), len(each.fields))
			continue
		}
		for i, declared := range each.fields {
			kind, name := got.Field(i).Type, declared
			if base, _, isArray := strings.Cut(declared, "["); isArray {
				kind, name = kind.Elem(), base
			}
			if kind.Kind() != reflect.Struct && kind.Kind() != kindOf(name, 0) {
				t.Errorf("%s: field %d is %v, not %s", each.name, i, kind, declared)
			}
		}
	}
}

func Test_defaults_are_those_of_the_library(t *testing.T) {
	for _, each := range layouts {
		if each.filled == nil {
			continue
		}
		if theirs, ours := each.filled(); theirs != ours {
			t.Errorf("%s: the library writes %+v, and Make %+v", each.name, theirs, ours)
		}
	}
}

func Test_constants_are_those_of_the_header(t *testing.T) {
	for name, pair := range constants {
		if pair[0] != pair[1] {
			t.Errorf("%s is %d, not %d", name, pair[0], pair[1])
		}
	}
}

func Test_bar2d_every_exported_symbol_has_a_variable(t *testing.T) {
	file, err := elf.Open(LoadedPath())
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	exported, err := file.DynamicSymbols()
	if err != nil {
		t.Fatal(err)
	}
	ours := map[string]bool{}
	for _, each := range symbols {
		ours[each.name] = true
	}
	found := 0
	for _, each := range exported {
		if each.Section == elf.SHN_UNDEF || !strings.HasPrefix(each.Name, "v4lxx_") {
			continue
		}
		found++
		if !ours[each.Name] {
			t.Errorf("%s is exported and has no variable here", each.Name)
		}
	}
	if found < len(ours) {
		t.Errorf("the library exports %d functions, and there are %d here", found, len(ours))
	}
}

func Test_a_pointer_of_an_address_is_that_address(t *testing.T) {
	if Pointer(0) != nil {
		t.Error("0 is not nil")
	}
	number := CString("text")
	if got := Pointer(uint64(uintptr(unsafe.Pointer(number)))); *(*byte)(got) != 't' {
		t.Errorf("it points to %d", *(*byte)(got))
	}
}
