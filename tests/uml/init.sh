#!/bin/bash
# The first program inside the test kernel. boot.sh copies it into a folder of its own, next to what it is to run:
# environment, command (one word a line would not survive newlines, so it is shell-quoted), cwd; it leaves `status` there.
run=$(dirname "$0")

mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev 2>/dev/null  # the kernel may have done it
mkdir -p /dev/shm /dev/pts
mount -t tmpfs tmpfs /dev/shm
mount -t tmpfs tmpfs /run
mount -t devpts devpts /dev/pts 2>/dev/null
mount -t debugfs none /sys/kernel/debug
ip link set lo up 2>/dev/null

# stdout and stderr are two consoles, and with output processing off every byte arrives as it was written.
stty -F /dev/tty0 raw -echo
stty -F /dev/tty1 raw -echo
exec </dev/null >/dev/tty0 2>/dev/tty1

# Node numbers vary: the links are made by name. The first vivid has the single-planar API, the second the multi-planar one.
for node in /sys/class/video4linux/video*; do
    case $(cat "$node/name") in
        vivid-000-vid-cap) ln -s "${node##*/}" /dev/vivid-single ;;
        vivid-001-vid-cap) ln -s "${node##*/}" /dev/vivid-multi ;;
    esac
done

(
    source "$run/environment"
    cd "$(cat "$run/cwd")" || exit 126
    eval "exec $(cat "$run/command")"
)
status=$?
# Everything written to a console before must be out before the power goes.
stty -F /dev/tty0 -g >/dev/null; sync
echo "$status" >"$run/status.new"
mv "$run/status.new" "$run/status"
exec "$run/poweroff"
