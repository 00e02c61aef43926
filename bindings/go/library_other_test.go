// SPDX-License-Identifier: MIT

//go:build !386

package v4lxx

func compilerFlags() []string { return nil }
