#!/usr/bin/env python3
"""Only src/kernel makes system calls: the undefined symbols of every other object of the library are in a short list, and no other
object holds a system call instruction.  usage: one_door_test.py ROOT BUILD"""
import functools
import pathlib
import re
import subprocess
import tempfile
import unittest

import build_tree

TREE = build_tree.from_arguments()

C_NAMES = {
    # memory and strings
    "malloc", "calloc", "realloc", "free", "memcpy", "memmove", "memset", "memcmp", "memchr", "memrchr", "strlen", "strnlen", "strcmp",
    "strncmp", "strchr", "strrchr", "strstr", "strcasecmp", "strncasecmp", "strtol", "strtoul", "strtoll", "strtoull", "snprintf",
    "vsnprintf", "strerrorname_np", "__errno_location", "bcmp",
    "__memcpy_chk", "__memmove_chk", "__memset_chk", "__snprintf_chk", "__vsnprintf_chk", "__strncpy_chk",
    # the compiler's own needs
    "abort", "__stack_chk_fail", "__stack_chk_fail_local", "_GLOBAL_OFFSET_TABLE_", "__dso_handle", "__tls_get_addr", "___tls_get_addr",
    "_Unwind_Resume", "__divdi3", "__moddi3", "__udivdi3", "__umoddi3", "__divmoddi4", "__udivmoddi4", "__ctzdi2", "__clzdi2", "__popcountdi2",
    "__libc_single_threaded",
    # math
    "sqrt", "sqrtf", "pow", "powf", "floor", "floorf", "ceil", "ceilf", "round", "roundf", "lround", "lroundf", "lrint", "lrintf",
    "cbrt", "cbrtf", "exp", "log", "exp2", "log2", "ldexp", "frexp", "nearbyint", "fma",
}
DEBUG_NAMES = {"__assert_fail"}  # of assert(): a debug build stops there
IMAGE_NAMES = {"setjmp", "_setjmp", "__sigsetjmp", "longjmp", "__longjmp_chk"}  # how libpng and libjpeg report failures
PATTERNS = [r"pthread_(mutex|cond|rwlock|once|key|getspecific|setspecific|self|equal|spin)\w*", r"__pthread_key_create",
            r"__(cxa|gxx)_\w+", r"__(asan|tsan|ubsan|lsan|sanitizer)_\w+", r"__sancov\w*",
            r"__(start|stop)_(asan_globals|__sancov\w*)", r"__gcov\w*", r"__llvm_\w+"]
IMAGE_PATTERNS = [r"png_\w+", r"jpeg_\w+"]
CXX_NAMES = re.compile(r"operator (new|delete)\b|typeinfo for |(vtable for |VTT for |[\w:<>, *&]+ )?(std|__gnu_cxx|__cxxabiv1)::")
# Parts of libstdc++ that reach the system: files, streams, threads, time, randomness, the environment.
CXX_DOORS = re.compile(r"std::(__cxx11::)?(basic_)?(o|i|io)?f?stream|std::basic_(o|i|io|f|ifs|ofs)\w*stream|std::(__\w+::)*filesystem|"
                       r"std::basic_filebuf|std::(cout|cerr|clog|cin|wcout|wcerr|wclog|wcin)\b|std::ios_base::Init|std::__basic_file|"
                       r"std::(jthread|thread|this_thread)|std::(__\w+::)*\w*chrono|std::random_device|std::locale::locale\(char|"
                       r"std::_V2::(system|generic)_category|std::system_error|std::print|std::__open_terminal|std::__write_to_terminal")
INSTRUCTIONS = re.compile(r"\t(syscall|sysenter|int +\$0x80|svc\b.*)")


def lines(*command, text=None):
    return subprocess.run([str(c) for c in command], input=text, capture_output=True, text=True, check=True).stdout.splitlines()


# An object is made of many files, and asked once.
@functools.cache
def undefined(made):
    return {line.split()[-1].split("@")[0] for line in lines("nm", "-u", made) if line.strip()}


@functools.cache
def defined(made):
    return {line.split()[-1] for line in lines("nm", "--defined-only", "--extern-only", made) if len(line.split()) >= 3}


@functools.cache
def bare_instructions(made):
    return [line.strip() for line in lines("objdump", "-d", "--no-show-raw-insn", made) if INSTRUCTIONS.search(line)]


@functools.cache
def plain(names):
    return dict(zip(names, lines("c++filt", text="\n".join(names) + "\n"))) if names else {}


def allowed(name, readable, image):
    if name in C_NAMES or name in DEBUG_NAMES or (image and name in IMAGE_NAMES):
        return True
    patterns = PATTERNS + (IMAGE_PATTERNS if image else [])
    if name.startswith("_Z"):
        return CXX_NAMES.match(readable) is not None and not CXX_DOORS.search(readable)
    return any(re.fullmatch(p, name) for p in patterns)


def forbidden(rows):
    """[(source, symbol)]: what objects outside src/kernel ask for that neither the library nor the list has."""
    own = set().union(*(defined(made) for _, made in rows))
    found = []
    for source, made in rows:
        if source.startswith("src/kernel/"):
            continue
        wanted = tuple(sorted(undefined(made) - own))
        readable = plain(wanted)
        found += [(source, readable[n]) for n in wanted if not allowed(n, readable[n], source.startswith("src/image/"))]
        found += [(source, line) for line in bare_instructions(made)]
    return found


class OneDoor(unittest.TestCase):
    def test_only_the_kernel_folder_reaches_the_system(self):
        self.assertEqual(forbidden(TREE.objects()), [])

    def test_every_layer_was_looked_at(self):
        folders = {name.split("/")[1] for name, _ in TREE.objects()}
        self.assertLessEqual({"base", "kernel", "device", "stream", "capi"}, folders)

    def test_the_kernel_folder_is_the_door(self):
        """The list would catch a door: the one we have does not pass it."""
        rows = [("src/device/" + name, made) for name, made in TREE.objects() if name.startswith("src/kernel/linux/")]
        names = {symbol for _, symbol in forbidden(rows)}
        self.assertLessEqual({"ioctl", "mmap"}, {n[:-2] if n.endswith("64") else n for n in names})


class SelfTest(unittest.TestCase):
    def judge(self, code, folder="src/device"):
        with tempfile.TemporaryDirectory() as temp:
            made = pathlib.Path(temp) / "a.o"
            subprocess.run(["c++", "-std=c++20", "-O1", "-c", "-fPIC", "-xc++", "-", "-o", str(made)], input=code, text=True, check=True)
            return forbidden([(f"{folder}/a.cpp", made)])

    def caught(self, symbol, code):
        self.assertIn(symbol, " ".join(name for _, name in self.judge(code)))

    def test_calls_of_the_C_library_are_caught(self):
        for symbol, code in {
            "open": '#include <fcntl.h>\nint f() { return open("/dev/video0", 0); }',
            "ioctl": "#include <sys/ioctl.h>\nint f(int fd) { return ioctl(fd, 1); }",
            "clock_gettime": "#include <time.h>\nint f(timespec *t) { return clock_gettime(CLOCK_MONOTONIC, t); }",
            "getenv": '#include <stdlib.h>\nchar *f() { return getenv("HOME"); }',
            "usleep": "#include <unistd.h>\nint f() { return usleep(1); }",
            "getpid": "#include <unistd.h>\nint f() { return getpid(); }",
            "puts": '#include <stdio.h>\nint f() { return puts("x"); }',
            "syscall": "#include <unistd.h>\nlong f() { return syscall(39); }",
            "dlopen": '#include <dlfcn.h>\nvoid *f() { return dlopen("x", 1); }',
            "png_read_info": "extern \"C\" void png_read_info();\nvoid f() { png_read_info(); }",
        }.items():
            with self.subTest(symbol=symbol):
                self.caught(symbol, code)

    def test_doors_of_libstdcxx_are_caught(self):
        for symbol, code in {
            "std::cout": "#include <iostream>\nvoid f() { std::cout << 1; }",
            "filebuf": '#include <fstream>\nbool f() { return std::ifstream("x").good(); }',
            "filesystem": '#include <filesystem>\nbool f() { return std::filesystem::exists("/"); }',
            "steady_clock": "#include <chrono>\nauto f() { return std::chrono::steady_clock::now(); }",
            "nanosleep": "#include <thread>\nvoid f() { std::this_thread::sleep_for(std::chrono::seconds(1)); }",
            "std::thread": "#include <thread>\nvoid f() { std::thread([] {}).detach(); }",
            "random_device": "#include <random>\nunsigned f() { return std::random_device{}(); }",
        }.items():
            with self.subTest(symbol=symbol):
                self.caught(symbol, code)

    def test_a_bare_instruction_is_caught(self):
        code = {"x86_64": 'void f() { asm volatile("syscall"); }', "aarch64": 'void f() { asm volatile("svc 0"); }'}
        machine = lines("uname", "-m")[0]
        self.assertIn(machine, code, "no example for this machine")
        self.assertEqual(len(self.judge(code[machine])), 1)

    def test_ordinary_code_passes(self):
        self.assertEqual(self.judge(
            "#include <map>\n#include <memory>\n#include <mutex>\n#include <string>\n#include <vector>\n#include <stdexcept>\n"
            "#include <string.h>\n#include <math.h>\nstd::mutex m;\nint f(const char *s, double d) {\n"
            "std::lock_guard l(m); std::map<std::string, std::vector<int>> x; x[s].push_back(int(strlen(s)) + int(pow(d, 3)));\n"
            "auto p = std::make_shared<int>(3); try { x.at(s); } catch (const std::out_of_range &) { return 1; } return *p; }"), [])

    def test_the_door_itself_is_not_judged(self):
        self.assertEqual(self.judge("#include <sys/ioctl.h>\nint f(int fd) { return ioctl(fd, 1); }", "src/kernel/linux"), [])


if __name__ == "__main__":
    unittest.main()
