"""What v4lxx.pc says for every way to install, and that programs build with it. Argument: the prefix of an installed tree."""
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PREFIX = os.path.abspath(sys.argv.pop(1))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXAMPLE = os.path.join(ROOT, "examples/c/capture_poll.c")


def pkg_config(folder, *arguments):
    done = subprocess.run(["pkg-config", *arguments, "v4lxx"], capture_output=True, text=True,
                          env=dict(os.environ, PKG_CONFIG_PATH=folder))
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


class WhatItSays(unittest.TestCase):
    """Only set up, not built: the file is written then."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="v4lxx-pc-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def set_up(self, *options):
        tree = os.path.join(self.folder, "tree")
        done = subprocess.run(["/usr/bin/meson", "setup", tree, ROOT, "-Dtests=false", "-Dman=disabled", *options],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return os.path.join(tree, "meson-private")

    def test_U40_a_custom_prefix_is_named(self):
        folder = self.set_up("--prefix=/opt/x", "--libdir=lib64")
        self.assertEqual(pkg_config(folder, "--variable=libdir"), ["/opt/x/lib64"])
        self.assertEqual(pkg_config(folder, "--cflags-only-I")[0], "-I/opt/x/include")
        self.assertEqual(pkg_config(folder, "--libs"), ["-L/opt/x/lib64", "-lv4lxx"])

    def test_U40_multiarch_folders_are_named(self):
        folder = self.set_up("--prefix=/usr", "--libdir=lib/aarch64-linux-gnu")
        self.assertEqual(pkg_config(folder, "--variable=libdir"), ["/usr/lib/aarch64-linux-gnu"])

    def test_U40_a_relocatable_one_is_right_wherever_it_lies(self):
        folder = self.set_up("--prefix=/opt/x", "--libdir=lib", "-Dpkgconfig.relocatable=true")
        place = os.path.join(self.folder, "moved/lib/pkgconfig")
        os.makedirs(place)
        shutil.copy(os.path.join(folder, "v4lxx.pc"), place)
        self.assertEqual(os.path.normpath(pkg_config(place, "--variable=libdir")[0]), os.path.join(self.folder, "moved/lib"))

    def test_U40_the_core_profile_asks_for_no_other_package(self):
        folder = self.set_up("-Dprofile=core")
        self.assertEqual(pkg_config(folder, "--print-requires-private"), [])
        self.assertEqual(pkg_config(folder, "--static", "--libs-only-l"), ["-lv4lxx", "-lstdc++", "-lm"])


class WhatIsBuiltWithIt(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="v4lxx-pc-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        # Not where it was installed, so that nothing is found by luck.
        self.prefix = os.path.join(self.folder, "elsewhere")
        shutil.copytree(PREFIX, self.prefix, symlinks=True)
        self.pc = os.path.join(self.prefix, "lib/pkgconfig")
        self.program = os.path.join(self.folder, "program")

    def build(self, *flags):
        done = subprocess.run(["cc", EXAMPLE, *flags, "-o", self.program], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def check_that_it_runs(self, **environment):
        done = subprocess.run([self.program, "sim:camera,fps=120"], capture_output=True, text=True, env=environment, timeout=60)
        self.assertEqual((done.returncode, done.stderr, len(done.stdout.splitlines())), (0, "", 31))

    def test_U40_a_program_with_the_shared_library(self):
        flags = pkg_config(self.pc, "--cflags", "--libs")
        self.assertFalse([flag for flag in flags if flag in ("-lpng", "-lpng16", "-ljpeg", "-lstdc++")], flags)
        self.build(*flags)
        self.check_that_it_runs(LD_LIBRARY_PATH=os.path.join(self.prefix, "lib"))

    def test_U40_a_c_program_with_the_static_library(self):
        os.unlink(os.path.join(self.prefix, "lib/libv4lxx.so"))
        flags = pkg_config(self.pc, "--static", "--cflags", "--libs")
        for flag in ("-lstdc++", "-lm", "-ljpeg"):
            self.assertIn(flag, flags)
        self.build(*flags)
        needed = subprocess.run(["readelf", "-d", self.program], capture_output=True, text=True, check=True).stdout
        self.assertNotIn("libv4lxx", needed)
        self.check_that_it_runs()

    def test_U40_a_program_without_any_shared_library(self):
        self.build("-static", *pkg_config(self.pc, "--static", "--cflags", "--libs"))
        self.check_that_it_runs()

    def test_U40_a_package_image_is_made_below_destdir(self):
        image = os.path.join(self.folder, "image")
        done = subprocess.run(["/usr/bin/meson", "install", "-C", os.path.join(os.path.dirname(PREFIX), "release"), "--no-rebuild",
                               "--destdir", image], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        for name in ("bin/v4lxx", "lib/libv4lxx.so.0", "lib/libv4lxx.a", "lib/pkgconfig/v4lxx.pc", "include/v4lxx/v4lxx.h",
                     "share/man/man1/v4lxx.1", "share/zsh/site-functions/_v4lxx"):
            self.assertTrue(os.path.exists(image + os.path.join(PREFIX, name)), name)


if __name__ == "__main__":
    unittest.main()
