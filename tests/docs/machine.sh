#!/bin/bash
# Makes of the test kernel a machine as Debian sets one up, and runs a command in it: with two cameras (of the driver vivid, owned by root:video,
# mode 0660) or with none, a user "guest" who is not in the group video, and sudo. Its root folder is a new one into which the
# folders of the real machine are mounted, with a copy of /etc: files of the real machine are seen in the test kernel and must stay
# as they are, and whether that is a container must not be seen. usage: machine.sh cameras|no-cameras DIST COMMAND…
set -euo pipefail
if [ "$1" != --inside ]; then exec unshare --mount "$0" --inside "$@"; fi
cameras=$2 dist=$3
shift 3
work=$PWD root=$(mktemp -d /run/machine.XXXXXX)  # one for each run: a boot makes several
chmod 755 "$root"

for driver in vimc vim2m vicodec visl vivid; do
    for device in /sys/bus/platform/drivers/"$driver"/"$driver"*; do
        if [ -e "$device" ]; then echo "${device##*/}" >/sys/bus/platform/drivers/"$driver"/unbind; fi
    done
done
# Bound anew, vivid has its first state again, and the first numbers.
if [ "$cameras" = cameras ]; then
    echo vivid.0 >/sys/bus/platform/drivers/vivid/bind
    chgrp video /dev/video*
    chmod 660 /dev/video*
fi

for entry in /*; do
    case $entry in
        /run | /etc) mkdir -p "$root$entry" ;;
        *) if [ -L "$entry" ]; then cp -P "$entry" "$root"; elif [ -d "$entry" ]; then mkdir -p "$root$entry" && mount --rbind "$entry" "$root$entry"; fi ;;
    esac
done
cp -a /etc/. "$root/etc"
# Where the project is may be closed to other users.
cp -a "$dist" "$root/run/v4lxx"
mkdir "$root/run/bin"
printf '#!/bin/sh\nexec "$@"\n' >"$root/run/bin/sudo"
chmod 755 "$root/run/bin/sudo"
chroot "$root" useradd --no-create-home --uid 2000 guest
USER=guest PATH=/run/bin:$PATH V4LXX_PREFIX=/run/v4lxx chroot "$root" env -C "$work" "$@"
