// SPDX-License-Identifier: MIT

package capi

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"

	"github.com/ebitengine/purego"
)

// LibraryName is what the dynamic linker is asked for.
const LibraryName = "libv4lxx.so.0"

// LibraryVariable is the environment variable with the path of the library to load instead.
const LibraryVariable = "V4LXX_LIBRARY"

// Attempt is one place where the library was looked for.
type Attempt struct {
	Path   string // a path, or the bare name with which the dynamic linker searched
	Answer string // what the dynamic linker said
}

// LibraryError says that the library cannot be used: it was not found, or it is older than this package.
type LibraryError struct {
	Tried   []Attempt // where it was looked for; empty if one was found
	Path    string    // the one that was found and is too old
	Version string    // its version
	Missing []string  // functions that it does not have
}

func (e *LibraryError) Error() string {
	var text strings.Builder
	if len(e.Tried) == 0 {
		fmt.Fprintf(&text, "v4lxx: %s is version %s, and this package needs %s or newer: it has no %s", e.Path, e.Version,
			MinimumVersion, e.Missing[0])
		if len(e.Missing) > 1 {
			fmt.Fprintf(&text, " and lacks %d other functions", len(e.Missing)-1)
		}
		fmt.Fprintf(&text, "\n  try: install a newer libv4lxx, or set %s to the path of one", LibraryVariable)
		return text.String()
	}
	fmt.Fprintf(&text, "v4lxx: cannot load %s, version %s or newer", LibraryName, MinimumVersion)
	for _, each := range e.Tried {
		fmt.Fprintf(&text, "\n  tried: %s: %s", each.Path, each.Answer)
	}
	fmt.Fprintf(&text, "\n  try: install the package libv4lxx0 (Debian, Ubuntu) or build libv4lxx, or set %s to the path of %s",
		LibraryVariable, LibraryName)
	return text.String()
}

type symbol struct {
	name     string
	function any // a pointer to the variable
}

// Load loads the library, once for the life of the process, and fills in all functions. Any goroutine may call it, at any time.
// A failure is a *LibraryError, the same at every call.
var Load = sync.OnceValue(func() error {
	library, tried := open()
	if library == 0 {
		return &LibraryError{Tried: tried}
	}
	addresses := make([]uintptr, len(symbols))
	var missing []string
	for i, each := range symbols {
		address, err := purego.Dlsym(library, each.name)
		if err != nil {
			missing = append(missing, each.name)
		}
		addresses[i] = address
	}
	if len(missing) > 0 {
		return &LibraryError{Path: loadedPath(), Version: versionOf(library), Missing: missing}
	}
	for i, each := range symbols {
		purego.RegisterFunc(each.function, addresses[i])
		if address, wanted := frameAddresses[each.name]; wanted {
			*address = addresses[i]
		}
	}
	return nil
})

// LoadedPath is the file that was loaded, for messages; "" if none was.
func LoadedPath() string {
	if Load() != nil {
		return ""
	}
	return loadedPath()
}

func open() (uintptr, []Attempt) {
	// What the dynamic linker says of a failure belongs to the thread on which it failed.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var tried []Attempt
	for _, path := range candidates() {
		library, err := purego.Dlopen(path, purego.RTLD_NOW|purego.RTLD_LOCAL)
		if err == nil {
			return library, nil
		}
		answer := strings.TrimPrefix(err.Error(), path+": ")
		if path == LibraryName {
			path += " (LD_LIBRARY_PATH=" + os.Getenv("LD_LIBRARY_PATH") + ", /etc/ld.so.cache, the system's folders)"
		}
		tried = append(tried, Attempt{path, answer})
	}
	return 0, tried
}

// candidates: the user's own choice alone if there is one. Else the dynamic linker's search, and then the folders where a build from
// source goes, which a linker whose cache nobody renewed does not find.
func candidates() []string {
	if path := os.Getenv(LibraryVariable); path != "" {
		return []string{path}
	}
	return []string{LibraryName, "/usr/local/lib/" + multiarch() + "/" + LibraryName, "/usr/local/lib64/" + LibraryName,
		"/usr/local/lib/" + LibraryName}
}

// multiarch is Debian's name for this machine.
func multiarch() string {
	names := map[string]string{"amd64": "x86_64-linux-gnu", "arm64": "aarch64-linux-gnu", "arm": "arm-linux-gnueabihf",
		"386": "i386-linux-gnu", "riscv64": "riscv64-linux-gnu", "loong64": "loongarch64-linux-gnu", "ppc64le": "powerpc64le-linux-gnu"}
	return names[runtime.GOARCH]
}

func versionOf(library uintptr) string {
	address, err := purego.Dlsym(library, "v4lxx_version_get_string")
	if err != nil {
		return "unknown"
	}
	var version func() string
	purego.RegisterFunc(&version, address)
	return version()
}

// loadedPath asks the kernel, because the dynamic linker does not say which of its folders had the file.
func loadedPath() string {
	file, err := os.Open("/proc/self/maps")
	if err != nil {
		return LibraryName
	}
	defer file.Close()
	wanted := LibraryName
	if path := os.Getenv(LibraryVariable); path != "" {
		wanted = path[strings.LastIndexByte(path, '/')+1:]
	}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		_, path, found := strings.Cut(lines.Text(), " /")
		if found && strings.Contains(path, strings.TrimSuffix(wanted, ".0")) {
			return "/" + strings.TrimSpace(path)
		}
	}
	return LibraryName
}
