#!/usr/bin/env bash
# Runs inside the test kernel: every line of programs.txt, each with its own time limit, between marks that .dev/count_tests.py reads.
# Exits with 1 when one of them failed. usage: run-inside.sh BUILD_FOLDER DIST_FOLDER [LIST]
set -u
here=$(cd "$(dirname "$0")" && pwd)
export BUILD=$1 DIST=$2
list=${3:-$here/programs.txt}

worst=0
while read -r seconds program; do
    case $seconds in '' | '#'*) continue ;; esac
    echo "=== begin $program"
    timeout -k 5 "$seconds" bash -c "$program" </dev/null 2>&1
    status=$?
    echo  # a program may end in the middle of a line
    echo "=== end $status"
    [ "$status" -eq 0 ] || worst=1
done <"$list"
echo "=== finished"
exit "$worst"
