#!/usr/bin/env bash
# Boots the test kernel with the files of this machine as its root, runs one command in it as root, and exits with its status.
# The command sees the same paths, working directory and environment; its stdout and stderr stay apart.
# usage: boot.sh KERNEL_FOLDER COMMAND [ARGUMENT…]
# UML_SECONDS   time limit of the whole boot (120)
# UML_MEMORY    memory of the machine (2G)
# UML_OPTIONS   more words for the kernel's command line, such as vivid.n_devs=4
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
kernel=$1; shift
seconds=${UML_SECONDS:-120}

# The memory of the machine is a sparse file; a container often has a /dev/shm too small to hold it.
memory_folder=
for folder in /dev/shm "${TMPDIR:-/tmp}" /var/tmp; do
    free_kib=$(df -Pk "$folder" 2>/dev/null | awk 'NR == 2 {print $4}')
    if [ -w "$folder" ] && [ "${free_kib:-0}" -ge 1500000 ]; then memory_folder=$folder; break; fi
done
[ -n "$memory_folder" ] || { echo "no folder with 1.5 GB free for the memory of the test kernel (/dev/shm, /tmp, /var/tmp)" >&2; exit 1; }

run=$(mktemp -d /tmp/v4lxx-uml.XXXXXX)
pid=
cleanup() {
    if [ -n "$pid" ]; then kill -KILL -- "-$pid" 2>/dev/null || true; fi
    rm -rf "$run"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

install -m 755 "$here/init.sh" "$run/init"
install -m 755 "$kernel/poweroff" "$run/poweroff"
export -p >"$run/environment"
pwd >"$run/cwd"
printf '%q ' "$@" >"$run/command"

# The kernel has one processor, and so have all processes in it: to go from one to the other is much cheaper where both run on the same processor
# of this machine. The last one, because most others begin with the first.
processor=$(taskset --cpu-list --pid $$ | grep -o '[0-9]*$')

# Kernel messages have their own console, so that they never land in the middle of the command's output.
# A session of its own, so that one signal ends the kernel and every process in it.
TMPDIR=$memory_folder taskset --cpu-list "$processor" setsid "$kernel/linux" mem="${UML_MEMORY:-2G}" root=/dev/root rootfstype=hostfs rootflags=/ rw init="$run/init" \
    quiet panic=-1 console=tty2 con=null con0=null,fd:1 con1=null,fd:2 con2=null,fd:3 umid="v4lxx-$$" \
    vivid.n_devs=2 vivid.multiplanar=1,2 ${UML_OPTIONS:-} </dev/null 3>"$run/kernel.log" &
pid=$!

# Without a line that every boot has: there is no block device, on purpose.
kernel_said() { grep -v 'ubd device 0' "$run/kernel.log" || true; }
now_ms() { echo $((${EPOCHREALTIME/[.,]/} / 1000)); }
deadline=$(($(now_ms) + seconds * 1000))
while kill -0 "$pid" 2>/dev/null; do
    if [ "$(now_ms)" -ge "$deadline" ]; then
        kill -KILL -- "-$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
        pid=
        kernel_said | tail -n 20 >&2
        echo "time limit of $seconds s reached: the test kernel was stopped (UML_SECONDS changes the limit)" >&2
        exit 124
    fi
    sleep 0.1
done
wait "$pid" 2>/dev/null || true
pid=

if [ ! -s "$run/status" ]; then
    kernel_said >&2
    echo "the test kernel ended without a result" >&2
    exit 125
fi
if grep -Eq 'BUG:|WARNING:|Oops|Kernel panic' "$run/kernel.log"; then
    kernel_said >&2
    echo "the kernel complained, see above" >&2
fi
exit "$(cat "$run/status")"
