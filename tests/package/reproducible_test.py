"""The packages built a second time, elsewhere and by somebody else, are the same bytes. Argument: the folder of the first build."""
import glob
import hashlib
import os
import subprocess
import sys
import tempfile
import unittest

FOLDER = os.path.abspath(sys.argv.pop(1))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# What may differ between two machines. dpkg's own care for paths is switched off the second time: the project's has to be enough.
OTHER = ["DEB_BUILD_OPTIONS=nocheck parallel={jobs} reproducible=-all", "TZ=Pacific/Kiritimati", "LC_ALL=C", "LANG=de_DE.UTF-8",
         "LANGUAGE=de", "USER=somebody", "LOGNAME=somebody", "HOME=/tmp/nowhere"]


def digests(folder):
    found = {}
    for path in glob.glob(os.path.join(folder, "*.deb")):
        with open(path, "rb") as file:
            found[os.path.basename(path)] = hashlib.sha256(file.read()).hexdigest()
    return found


class Reproducible(unittest.TestCase):
    def test_U40_two_builds_in_two_folders_are_the_same_bytes(self):
        jobs = os.environ.get("JOBS") or str(os.cpu_count())
        with tempfile.TemporaryDirectory(prefix="a-much-longer-name-") as folder:
            os.chmod(folder, 0o755)
            command = [os.path.join(ROOT, ".dev/package-build"), os.path.join(folder, "deeper/and-deeper"),
                       *(entry.format(jobs=jobs) for entry in OTHER), "faketime", "-f", "+400d"]
            done = subprocess.run(command, capture_output=True, text=True, umask=0o077)
            self.assertEqual(done.returncode, 0, (done.stdout + done.stderr)[-4000:])
            first, second = digests(FOLDER), digests(os.path.join(folder, "deeper/and-deeper"))
        self.assertEqual(len(first), 5, first)
        self.assertEqual(first, second)


if __name__ == "__main__":
    unittest.main()
