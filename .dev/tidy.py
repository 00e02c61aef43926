#!/usr/bin/python3
"""Runs clang-tidy over what the build compiles, as many files at a time as the build joins.

usage: tidy.py BUILD_FOLDER JOBS FILE…     names below the root of the project; prints what clang-tidy found; 1 if it found something

Most of its work for a file is done on the headers of the standard library. Files that are read together have them once."""
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "abi/tools"))
import compiled  # noqa: E402

# What is included by a joined file is a header to clang-tidy.
LOOKED_AT = "/(src|abi|tests|fuzz)/.*[.][ch]pp$|/include/v4lxx/"


def groups(build, wanted):
    """(folder, arguments, files) of what the build compiles, as it joins them; each file once."""
    seen = set()
    for folder, words, files, _ in compiled.commands(build):
        members = [name for name in (os.path.relpath(file, ROOT) for file in files) if name in wanted and name not in seen]
        seen.update(members)
        if members:
            yield folder, [word for word in words if word.startswith(("-I", "-D", "-std", "-isystem"))], members


def tidy(scratch, number, folder, words, members):
    source = pathlib.Path(scratch, f"joined{number}.cpp")
    source.write_text("".join(f'#include "{ROOT / name}"  // NOLINT(bugprone-suspicious-include)\n' for name in members))
    command = ["clang-tidy-19", "--quiet", f"--config-file={ROOT / '.clang-tidy'}", f"--header-filter={LOOKED_AT}", str(source), "--",
               "-Wno-unknown-warning-option", *words]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    said = done.stdout + "".join(line + "\n" for line in done.stderr.splitlines() if "error" in line)
    return done.returncode, said


def main():
    build, jobs, wanted = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2]), set(sys.argv[3:])
    with tempfile.TemporaryDirectory() as scratch, concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        running = [pool.submit(tidy, scratch, number, *group) for number, group in enumerate(groups(build, wanted))]
        results = [job.result() for job in running]
    for _, said in results:
        sys.stdout.write(said)
    return 1 if not results or any(code for code, _ in results) else 0


if __name__ == "__main__":
    sys.exit(main())
