#!/usr/bin/env bash
# The scenarios of streaming on the kernel's own test cameras, in every language; runs in the test kernel. The runners are those that the
# suites conformance, go, rust and lua built. usage: vivid.sh BUILD PREFIX     BUILD: the folder build; PREFIX: an installed tree
set -euo pipefail
[ $# -eq 2 ] || { echo "usage: $0 BUILD PREFIX" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$1" && pwd)
prefix=$(cd "$2" && pwd)
library=$(find "$prefix" -name libv4lxx.so.0 | head -n 1)
export LD_LIBRARY_PATH=${library%/*} V4LXX_LIBRARY=$library

lua=$here/../lua
with_lua() { echo "$lua/built $build $1 $lua/conformance/runner.lua"; } # VERSION
runners=("C=$build/conformance/runner-c" "C++=$build/conformance/runner-cpp" "Go=$build/go/runner-go"
    "Rust=$build/rust/target/debug/v4lxx-conformance" "LuaJIT=$(with_lua jit)")
for version in 5.1 5.2 5.3 5.4; do runners+=("Lua $version=$(with_lua "$version")"); done

worst=0
for camera in /dev/vivid-single /dev/vivid-multi; do
    /usr/bin/python3 -B "$here/report.py" --camera "$camera" "${runners[@]}" || worst=1
done
exit "$worst"
