// SPDX-License-Identifier: MIT

// Package capi is the raw layer: every function, constant and struct of libv4lxx under its own name, as the header declares it.
// It is generated from the same description as the other languages' and keeps nobody from mistakes; package v4lxx above it does.
//
// Load must have returned nil before any function is called. How pointers, sizes and owners go is said in the headers
// (include/v4lxx) and at https://github.com/libv4lxx/libv4lxx; nothing here frees or keeps anything by itself.
package capi

import "unsafe"

// CString returns a text ended by a NUL, for parameters that may be nil.
func CString(text string) *byte {
	bytes := append([]byte(text), 0)
	return &bytes[0]
}

// Pointer makes a pointer of an address that C handed over, such as FrameInfo.PlaneAddress. It must not be one of Go's memory.
func Pointer(address uint64) unsafe.Pointer {
	number := uintptr(address)
	return *(*unsafe.Pointer)(unsafe.Pointer(&number))
}
