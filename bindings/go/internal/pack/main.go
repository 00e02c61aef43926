// SPDX-License-Identifier: MIT

// Command pack lays the module and what it needs into a folder that is a Go module proxy: GOPROXY=file://FOLDER.
// Usage: pack MODULE_FOLDER VERSION LICENSE FOLDER
package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 5 {
		log.Fatal("usage: pack MODULE_FOLDER VERSION LICENSE FOLDER")
	}
	if err := pack(os.Args[1], "v"+os.Args[2], os.Args[3], os.Args[4]); err != nil {
		log.Fatal(err)
	}
}

var (
	moduleLine  = regexp.MustCompile(`(?m)^module (\S+)$`)
	requireLine = regexp.MustCompile(`(?m)^require (\S+) (\S+)$`)
)

func pack(source, version, license, folder string) error {
	mod, err := os.ReadFile(source + "/go.mod")
	if err != nil {
		return err
	}
	module := moduleLine.FindSubmatch(mod)
	if module == nil {
		return fmt.Errorf("%s/go.mod names no module", source)
	}
	archive, err := archived(source, license, string(module[1])+"@"+version)
	if err != nil {
		return err
	}
	info := []byte(fmt.Sprintf(`{"Version":%q}`, version))
	if err := lay(folder, string(module[1]), version, map[string][]byte{"info": info, "mod": mod, "zip": archive}); err != nil {
		return err
	}
	for _, needed := range requireLine.FindAllSubmatch(mod, -1) {
		if err := layDownloaded(folder, string(needed[1]), string(needed[2])); err != nil {
			return err
		}
	}
	return nil
}

// lay writes one version of a module as a proxy has it.
func lay(folder, module, version string, files map[string][]byte) error {
	where := filepath.Join(folder, module, "@v")
	if err := os.MkdirAll(where, 0o755); err != nil {
		return err
	}
	for kind, content := range files {
		if err := os.WriteFile(filepath.Join(where, version+"."+kind), content, 0o644); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(where, "list"), []byte(version+"\n"), 0o644)
}

// layDownloaded takes a module out of Go's own cache, where building the binding has put it.
func layDownloaded(folder, module, version string) error {
	said, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		return err
	}
	cached := filepath.Join(strings.TrimSpace(string(said)), "cache/download", module, "@v", version)
	files := map[string][]byte{"info": []byte(fmt.Sprintf(`{"Version":%q}`, version))}
	for _, kind := range []string{"mod", "zip"} {
		if files[kind], err = os.ReadFile(cached + "." + kind); err != nil {
			return fmt.Errorf("%w\n  try: go mod download in bindings/go", err)
		}
	}
	return lay(folder, module, version, files)
}

// archived is the module as a zip file, the same bytes for the same files.
func archived(source, license, prefix string) ([]byte, error) {
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	add := func(name, path string) error {
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := archive.Create(prefix + "/" + name)
		if err != nil {
			return err
		}
		_, err = file.Write(content)
		return err
	}
	err := fs.WalkDir(os.DirFS(source), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		return add(path, filepath.Join(source, path))
	})
	if err != nil {
		return nil, err
	}
	if err := add("LICENSE", license); err != nil {
		return nil, err
	}
	err = archive.Close()
	return out.Bytes(), err
}
