#!/usr/bin/env bash
# Runs a command as root in a copy of this system that is gone afterwards: what it installs is seen by nobody else.
# Above the root file system lies a layer in memory, in a mount namespace of its own. Nothing is ever removed by hand.
# usage: disposable_root.sh FOLDER COMMAND…     FOLDER can be read in there at the same path
set -euo pipefail

if [ "${1:-}" = --inside ]; then
    layer=$2 folder=$3
    shift 3
    mount -t tmpfs -o mode=755 layer "$layer"
    mkdir "$layer/upper" "$layer/work" "$layer/root"
    mount -t overlay overlay -o "lowerdir=/,upperdir=$layer/upper,workdir=$layer/work" "$layer/root"
    # Other file systems are not in the layer: a new /tmp, single device nodes, and what was asked for.
    mount -t tmpfs tmp "$layer/root/tmp"
    mount -t tmpfs dev "$layer/root/dev"
    for node in null zero full random urandom; do
        : >"$layer/root/dev/$node"
        mount --bind "/dev/$node" "$layer/root/dev/$node"
    done
    mount --rbind /proc "$layer/root/proc"
    mkdir -p "$layer/root$folder"
    mount --bind "$folder" "$layer/root$folder"
    exec chroot "$layer/root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
fi

folder=$(readlink -f "$1")
shift
layer=$(mktemp -d)
trap 'rmdir "$layer"' EXIT
isolated=(unshare --mount)
if [ "$(id -u)" -ne 0 ]; then isolated=(unshare --map-root-user --mount); fi
"${isolated[@]}" "$0" --inside "$layer" "$folder" "$@"
