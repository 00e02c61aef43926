// SPDX-License-Identifier: MIT

// Command conformance runs the scenarios of bindings/conformance with the Go binding; its README has the form of both.
package main

import (
	"fmt"
	"os"

	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
)

func main() {
	if err := v4lxx.Load(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	count, good := 0, true
	for _, path := range os.Args[1:] {
		scenarios, err := readScenarios(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		for _, each := range scenarios {
			count++
			good = each.run() && good
		}
	}
	fmt.Printf("1..%d\n", count)
	if !good {
		os.Exit(1)
	}
}
