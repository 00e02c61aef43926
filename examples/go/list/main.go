// Command list lists the cameras of this machine, those that cannot be used with the reason, and the simulated one.
//
// Run: go run ./list
package main

import (
	"fmt"
	"log"

	v4lxx "github.com/libv4lxx/libv4lxx/bindings/go"
)

func main() {
	log.SetFlags(0)
	context, err := v4lxx.NewContext()
	if err != nil { // says what failed, why, and what to do about it
		log.Fatal(err)
	}
	defer context.Close()
	list, err := context.List(v4lxx.ListSimulated)
	if err != nil {
		log.Fatal(err)
	}
	for _, device := range list.Devices {
		fmt.Printf("%s  %s", device.Path, device.Card)
		if device.Err != nil {
			fmt.Printf("  %v", device.Err)
		}
		fmt.Println()
	}
}
