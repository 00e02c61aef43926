// SPDX-License-Identifier: MIT

package v4lxx

func compilerFlags() []string { return []string{"-m32", "-nostdlib"} }
