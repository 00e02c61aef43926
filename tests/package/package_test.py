"""The Debian packages: what is in them, what they need, and that they work where they are installed. Argument: their folder."""
import glob
import os
import pathlib
import re
import subprocess
import sys
import unittest

FOLDER = os.path.abspath(sys.argv.pop(1))
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
TRIPLET = subprocess.run(["dpkg-architecture", "-qDEB_HOST_MULTIARCH"], capture_output=True, text=True, check=True).stdout.strip()
LIBRARIES = f"usr/lib/{TRIPLET}"


def package(name):
    found = glob.glob(os.path.join(FOLDER, f"{name}_*.deb"))
    assert len(found) == 1, (name, found)
    return found[0]


def output(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, (command, done.stdout + done.stderr)
    return done.stdout


def field(name, which):
    return output("dpkg-deb", "-f", package(name), which).strip()


def contents(name):
    listing = output("dpkg-deb", "-c", package(name))
    return [re.split(r" -> ", line.split(None, 5)[5])[0][2:] for line in listing.splitlines() if line[0] != "d"]


def project_version():
    with open(os.path.join(ROOT, "meson.build")) as file:
        return re.search(r"version: '([\d.]+)'", file.read()).group(1)


class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.tree = os.path.join(FOLDER, "unpacked")
        for name in ("libv4lxx0", "libv4lxx-dev", "v4lxx"):
            output("dpkg-deb", "-x", package(name), cls.tree)

    def place(self, name):
        return os.path.join(self.tree, name)

    def test_the_version_is_that_of_the_project(self):
        for name in ("libv4lxx0", "libv4lxx-dev", "v4lxx"):
            self.assertEqual(field(name, "Version"), project_version())

    def test_each_file_is_in_the_package_where_one_looks_for_it(self):
        version = project_version()
        self.assertEqual({name for name in contents("libv4lxx0") if "/doc/" not in name},
                         {f"{LIBRARIES}/libv4lxx.so.0", f"{LIBRARIES}/libv4lxx.so.{version}"})
        development = set(contents("libv4lxx-dev"))
        for name in ("libv4lxx.so", "libv4lxx.a", "pkgconfig/v4lxx.pc"):
            self.assertIn(f"{LIBRARIES}/{name}", development)
        top = "usr/include/v4lxx/"
        headers = {name.removeprefix(top) for name in development if name.startswith(top)}
        source = pathlib.Path(ROOT, "include/v4lxx")
        self.assertEqual(headers, {str(path.relative_to(source)) for path in source.rglob("*.h*") if path.suffix != ".in"} | {"version.h"})
        tools = set(contents("v4lxx"))
        for name in ("bin/v4lxx", "share/bash-completion/completions/v4lxx", "share/zsh/vendor-completions/_v4lxx",
                     "share/fish/vendor_completions.d/v4lxx.fish", "share/man/man1/v4lxx.1.gz", "share/man/man1/v4lxx-snap.1.gz"):
            self.assertIn("usr/" + name, tools)

    def test_no_file_is_in_two_packages(self):
        every = [name for which in ("libv4lxx0", "libv4lxx-dev", "v4lxx") for name in contents(which)]
        self.assertEqual(len(every), len(set(every)))

    def test_each_needs_what_it_uses_and_no_more(self):
        def needed(name):
            return {re.split(r"[ (:]", entry.strip())[0] for entry in field(name, "Depends").split(",")}

        self.assertEqual({name.replace("t64", "") for name in needed("libv4lxx0")},
                         {"libc6", "libgcc-s1", "libjpeg62-turbo", "libpng16-16", "libstdc++6"})
        self.assertEqual(needed("libv4lxx-dev"), {"libv4lxx0", "libjpeg-dev", "libpng-dev"})
        self.assertIn(f"libv4lxx0 (= {project_version()})", field("libv4lxx-dev", "Depends"))
        self.assertEqual(needed("v4lxx"), {"libc6", "libgcc-s1", "libstdc++6", "libv4lxx0"})

    def test_U40_two_architectures_can_be_installed_at_once(self):
        self.assertEqual([field(name, "Multi-Arch") for name in ("libv4lxx0", "libv4lxx-dev", "v4lxx")], ["same", "same", "foreign"])

    def test_U40_the_symbols_file_covers_every_exported_symbol(self):
        control = os.path.join(FOLDER, "control")
        output("dpkg-deb", "-e", package("libv4lxx0"), control)
        with open(os.path.join(control, "symbols")) as file:
            listed = set(re.findall(r"^ (\w+)@LIBV4LXX_0", file.read(), re.M))
        exported = set(re.findall(r" T (v4lxx_\w+)@@", output("nm", "-D", "--defined-only", self.place(f"{LIBRARIES}/libv4lxx.so"))))
        self.assertGreater(len(exported), 50)
        self.assertEqual(listed - {"LIBV4LXX_0"}, exported)

    def test_binaries_are_hardened_and_search_no_folder_of_their_own(self):
        for name in ("usr/bin/v4lxx", f"{LIBRARIES}/libv4lxx.so.0"):
            dynamic, headers = output("readelf", "-dW", self.place(name)), output("readelf", "-hlW", self.place(name))
            self.assertNotRegex(dynamic, "RPATH|RUNPATH")
            self.assertIn("NOW", dynamic)
            self.assertIn("GNU_RELRO", headers)
            self.assertRegex(headers, r"Type: +DYN")
            self.assertRegex(headers, r"GNU_STACK .* RW ")

    def test_the_pc_file_names_the_folders_of_this_architecture(self):
        with open(self.place(f"{LIBRARIES}/pkgconfig/v4lxx.pc")) as file:
            text = file.read()
        self.assertIn("prefix=/usr\n", text)
        self.assertIn(f"libdir=${{prefix}}/lib/{TRIPLET}\n", text)
        self.assertNotIn(ROOT, text)

    def test_nothing_tells_where_it_was_built(self):
        for folder, _, names in os.walk(self.tree):
            for name in names:
                path = os.path.join(folder, name)
                if not os.path.islink(path):
                    with open(path, "rb") as file:
                        self.assertNotIn(FOLDER.encode(), file.read(), path)

    def test_bash_finds_the_completion_by_itself(self):
        script = 'source /usr/share/bash-completion/bash_completion; _completion_loader v4lxx; complete -p v4lxx'
        done = subprocess.run(["bash", "--noprofile", "--norc", "-c", script], capture_output=True, text=True,
                              env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", "XDG_DATA_DIRS": self.place("usr/share")})
        self.assertEqual(done.stdout.strip(), "complete -F _v4lxx v4lxx", done.stderr)

    def test_U40_a_program_builds_and_runs_against_the_installed_packages(self):
        script = f'''
            set -e
            dpkg --install {FOLDER}/libv4lxx0_*.deb {FOLDER}/libv4lxx-dev_*.deb {FOLDER}/v4lxx_*.deb >/tmp/log 2>&1 || {{ cat /tmp/log; exit 1; }}
            dpkg --verify libv4lxx0 libv4lxx-dev v4lxx
            for name in build-and-run program; do {FOLDER}/libv4lxx-{project_version()}/debian/tests/$name; done
            dpkg --remove v4lxx libv4lxx-dev libv4lxx0 >/tmp/log 2>&1 || {{ cat /tmp/log; exit 1; }}
            if [ -e /usr/include/v4lxx ] || [ -e /usr/bin/v4lxx ]; then echo left behind; exit 1; fi'''
        done = subprocess.run([os.path.join(HERE, "disposable_root.sh"), FOLDER, "bash", "-c", script], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        for line in ("shared: 31 lines", "static: 31 lines", "sim:camera"):
            self.assertIn(line, done.stdout)


if __name__ == "__main__":
    unittest.main()
