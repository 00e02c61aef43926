"""An installed tree, such as build/dist, as a user's shell sees it."""
import glob
import os
import sys


def prefix_from_arguments():
    """The first argument that is no option, taken away; or what V4LXX_PREFIX says."""
    for argument in sys.argv[1:]:
        if not argument.startswith("-"):
            sys.argv.remove(argument)
            return os.path.abspath(argument)
    return os.path.abspath(os.environ["V4LXX_PREFIX"])


def option_from_arguments(name):
    """What stands behind an option, taken away with it; "" without."""
    if name not in sys.argv:
        return ""
    at = sys.argv.index(name)
    value = sys.argv[at + 1]
    del sys.argv[at:at + 2]
    return value


def folder_of(prefix, pattern):
    found = glob.glob(os.path.join(prefix, "lib*", "**", pattern), recursive=True)
    assert found, f"no {pattern} below {prefix}"
    return os.path.dirname(found[0])


def environment(prefix):
    return dict(os.environ, PKG_CONFIG_PATH=folder_of(prefix, "v4lxx.pc"), LD_LIBRARY_PATH=folder_of(prefix, "libv4lxx.so.*"),
                PATH=os.path.join(prefix, "bin") + ":" + os.environ["PATH"])
