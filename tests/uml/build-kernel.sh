#!/usr/bin/env bash
# Builds the User-Mode Linux test kernel from Debian's kernel source, once: a kernel with the same key is used again.
# Prints the folder that holds it (linux, poweroff) on stdout, and what it does on stderr.
# usage: build-kernel.sh [--where]      --where: only print the folder, whether it is there or not
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
package=linux-source-6.12
archive=/usr/src/$package.tar.xz
home=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
cache=${XDG_CACHE_HOME:-$home/.cache}/libv4lxx

# Whatever changes the kernel changes the key: the options, this script (it holds the patch) and the source.
source_version() { dpkg-query -W -f '${Version}' "$package" 2>/dev/null || true; }
key=$( (cat "$here/kernel.config" "$here/build-kernel.sh" "$here/poweroff.c"; source_version) | sha256sum | cut -c1-16)
out=$cache/uml-$key

if [ "${1:-}" = --where ]; then echo "$out"; exit 0; fi
if [ -x "$out/linux" ] && [ -x "$out/poweroff" ]; then echo "$out"; exit 0; fi

if [ ! -f "$archive" ]; then
    echo "missing: $archive (Debian package $package). Run: ./dev setup" >&2
    exit 1
fi
for tool in gcc make flex bison bc xz; do
    command -v "$tool" >/dev/null || { echo "missing: $tool. Run: ./dev setup" >&2; exit 1; }
done

# Two builds at once would only take longer: the second one waits, and finds the kernel there.
mkdir -p "$cache"
exec 9>"$cache/kernel.lock"
flock 9
if [ -x "$out/linux" ] && [ -x "$out/poweroff" ]; then echo "$out"; exit 0; fi

work=$(mktemp -d "$cache/build.XXXXXX")  # 2 GB, which /tmp may not have
trap 'rm -rf "$work"' EXIT
log=$work/build.log
try() { "$@" >>"$log" 2>&1 || { tail -n 30 "$log" >&2; echo "the test kernel could not be built: '$*' failed" >&2; exit 1; }; }

echo "building the test kernel from $archive (a few minutes, once)" >&2
mkdir "$work/linux"
tar -xf "$archive" -C "$work/linux" --strip-components=1
cd "$work/linux"
# vivid paces its frames in jiffies: at User-Mode Linux's fixed HZ=100 a stream of 60 frames a second loses every third one.
sed -i '/^config HZ$/,/^$/ s/default 100/default 1000/' arch/um/Kconfig
grep -A5 '^config HZ$' arch/um/Kconfig | grep -q 'default 1000' || { echo "arch/um/Kconfig is not what the patch of HZ expects" >&2; exit 1; }
# The kernel keeps the vector registers of a process in a buffer of fixed size and gives up on a processor that has more of them (AMX:
# 11,008 bytes). A larger buffer fits every processor: ptrace says how much of it is used.
sed -i 's/DEFINE_LONGS(HOST_FP_SIZE, 2696)/DEFINE_LONGS(HOST_FP_SIZE, 12288)/' arch/x86/um/user-offsets.c
grep -q 'HOST_FP_SIZE, 12288' arch/x86/um/user-offsets.c || { echo "user-offsets.c is not what the patch of the registers expects" >&2; exit 1; }
try make ARCH=um defconfig
try ./scripts/kconfig/merge_config.sh -m .config "$here/kernel.config"
try make ARCH=um olddefconfig
# An option that the kernel dropped silently would only be noticed as a missing device.
while read -r line; do
    case $line in
        CONFIG_*=*) grep -qx "$line" .config || { echo "the kernel did not take $line" >&2; exit 1; } ;;
    esac
done <"$here/kernel.config"
try make ARCH=um -j"${JOBS:-$(nproc)}" linux
try strip --strip-debug linux
try gcc -O1 -static -o "$work/poweroff" "$here/poweroff.c"

# The folder appears only when it is complete, so that an interrupted build is not taken for a kernel.
rm -rf "$out" "$out.new.$$"
mkdir "$out.new.$$"
install linux "$work/poweroff" "$out.new.$$/"
cp .config "$out.new.$$/config"
mv "$out.new.$$" "$out"
echo "$out"
