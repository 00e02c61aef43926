# What the scripts of ./dev share: where things are, and how a step says what it does. Sourced, not run.
set -euo pipefail
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$root/build
logs=$build/logs
home=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
cache=${XDG_CACHE_HOME:-$home/.cache}/libv4lxx
jobs=${JOBS:-$(nproc)}

# The system's own programs come first: a python3 or meson from elsewhere lacks the modules that setup installs.
python=/usr/bin/python3
meson=/usr/bin/meson
[ -x "$meson" ] || meson=$(command -v meson || echo meson)

stop() {
    echo "./dev: $*" >&2
    exit 1
}

# need PROGRAM…: stops with the name of the first one that is missing.
need() {
    local program
    for program in "$@"; do
        command -v "$program" >/dev/null || stop "missing: $program. Run: ./dev setup"
    done
}

# missing_for_build: the first thing that a build with its tests needs and this machine has not; nothing when all is there.
missing_for_build() {
    local thing
    for thing in "$meson" ninja gcc g++ pkg-config "$python"; do
        command -v "$thing" >/dev/null || { echo "$thing"; return; }
    done
    for thing in libpng libjpeg cmocka; do
        pkg-config --exists "$thing" || { echo "$thing with its headers"; return; }
    done
    for thing in yaml clang.cindex; do
        "$python" -c "import $thing" 2>/dev/null || { echo "the module $thing of $python"; return; }
    done
}

# meson_suites_of SUITE: the suites of Meson's that are one of ./dev test, where it is not the one of the same name.
meson_suites_of() {
    case $1 in
        asan) echo unit sim cli soak ;;
        m32) echo unit sim abi ;;
        m32-time64) echo time64 ;;
        core) echo unit core ;;
        stream-sim | stream-asan) echo stream ;;
        stream-tsan) echo threads ;;
    esac
}
# meson_suites_in TREE: the suites of Meson's that ./dev test runs in build/TREE, where they are not all of them.
meson_suites_in() {
    case $1 in
        asan) echo "$(meson_suites_of asan) fuzz-corpus" ;;
        tsan) echo threads ;;
        m32 | m32-time64 | core) meson_suites_of "$1" ;;
    esac
}

# All files of a target at once: most of the time of a file goes into the headers of the standard library and into what every file
# makes of their templates. Every file still has to include what it uses: the tree debug reads each by itself, without what tests read once (tests/pch).
joined=(-Dunity=on -Dunity_size=200)

# use_installed [PREFIX]: sets prefix and library, libv4lxx.so.0 of the tree that is installed there (build/dist without), and has pkg-config
# look there.
use_installed() {
    prefix=$(cd "${1:-$build/dist}" && pwd)
    library=$(find "$prefix/" -name libv4lxx.so.0 | head -n 1)
    PKG_CONFIG_PATH=$(find "$prefix/" -name v4lxx.pc -printf '%h\n' | head -n 1)
    export PKG_CONFIG_PATH
    [ -n "$library" ] && [ -n "$PKG_CONFIG_PATH" ] || stop "there is no libv4lxx in $prefix. Run: ./dev build"
}

milliseconds() { echo $((${EPOCHREALTIME/./} / 1000)); }

# seconds_since MILLISECONDS: "12.3 s"
seconds_since() {
    local tenths=$((($(milliseconds) - $1) / 100))
    echo "$((tenths / 10)).$((tenths % 10)) s"
}

# step WHAT LOG COMMAND…: says what it does, keeps the output in build/logs/LOG.log, prints the time, and stops with the end of the
# log when the command fails.
step() {
    local what=$1 log=$logs/$2.log start
    shift 2
    mkdir -p "$logs"
    start=$(milliseconds)
    echo "$what"
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 40 "$log" >&2
        stop "failed after $(seconds_since "$start"): $what (all of it: ${log#"$root"/})"
    fi
    echo "  done in $(seconds_since "$start")"
}

# marked COMMAND…: runs one test program with a time limit, between the marks that count_tests.py reads. The log that it makes ends
# with the line `=== finished`, which whoever calls it for the last time writes.
marked() {
    local status=0
    echo "=== begin $*"
    timeout -k 5 "${MARKED_SECONDS:-600}" "$@" </dev/null 2>&1 || status=$?
    echo
    echo "=== end $status"
}

# scenarios_for_checkers FOLDER: lays the conformance scenarios there for programs under a sanitizer or Valgrind. These have an operator new of
# their own, so the scenario that makes it fail is left out.
scenarios_for_checkers() {
    local file
    mkdir -p "$1"
    for file in "$root"/bindings/conformance/scenarios/*.txt; do
        awk '/^scenario /{keep = !/an_allocation_that_fails/} keep' "$file" >"$1/$(basename "$file")"
    done
}
