#!/usr/bin/env python3
"""Writes the first inputs of each fuzz target into fuzz/TARGET/seeds. Beside them stand inputs that once failed, under names of their
own, and found-*: the smallest set that the fuzzer needed for all it had reached (libFuzzer: -use_counters=0 -set_cover_merge=1).
usage: make_seeds.py [FOLDER]   FOLDER: where the targets are, by default the folder of this script"""
import pathlib
import struct
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)


def write(target, name, data):
    path = ROOT / target / "seeds" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


# A generator of our own: that of Python's library may change between versions.
def noise(count, state):
    out = bytearray()
    for _ in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        out.append(state >> 16 & 0xFF)
    return bytes(out)


def segment(marker, body):
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


# All coefficients are 0: each block is its two shortest codes, DC difference 0 and end of block.
def jpeg(width, height, components, tables):
    luma, chroma = "00" + "1010", "00" + "00"
    across = 2 if components == 3 else 1
    units = -(-width // (8 * across)) * -(-height // 8)
    bits = (luma * across + (chroma * 2 if components == 3 else "")) * units
    bits += "1" * (-len(bits) % 8)
    scan = int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\0")
    parts = [b"\xff\xd8", segment(0xDB, b"\0" + b"\x10" * 64)]
    sampling = [across << 4 | 1] + [0x11] * (components - 1)
    parts.append(segment(0xC0, struct.pack(">BHHB", 8, height, width, components) +
                         b"".join(bytes([i + 1, sampling[i], 0]) for i in range(components))))
    if tables:
        # Enough to read what is there: one code for DC 0, one for the end of a block.
        counts = {0x00: (2, [0]), 0x10: (4, [0]), 0x01: (2, [0]), 0x11: (2, [0])}
        for identity, (length, values) in counts.items():
            body = bytes([identity]) + bytes(1 if i + 1 == length else 0 for i in range(16)) + bytes(values)
            parts.append(segment(0xC4, body))
        scan = b"\0" * (len(scan) + 1)
    parts.append(segment(0xDA, bytes([components]) + b"".join(bytes([i + 1, 0x11 if i else 0]) for i in range(components)) +
                         b"\0\x3f\0"))
    return b"".join(parts) + scan + b"\xff\xd9"


def motion_jpeg():
    for width, height in ((16, 16), (64, 48)):
        size = bytes([width // 2, height // 2])
        for components in (1, 3):
            for tables in (False, True):
                name = f"{width}x{height}-{'colour' if components == 3 else 'grey'}-{'tables' if tables else 'bare'}"
                whole = jpeg(width, height, components, tables)
                write("motion_jpeg", name, size + whole)
                write("motion_jpeg", name + "-cut", size + whole[:-6])
    whole = jpeg(16, 16, 3, False)
    write("motion_jpeg", "rubbish-behind", b"\x08\x08" + whole + b"\0" * 40)
    write("motion_jpeg", "too-large", b"\x08\x08" + jpeg(4096, 4096, 1, False)[:400] + b"\xff\xd9")
    write("motion_jpeg", "two-frame-headers", b"\x08\x08" + whole[:69] + whole[69:].replace(b"\xff\xda", b"\xff\xc0\0\x0b\x08\0\x10\0\x10\1\1\x11\0\xff\xda"))
    write("motion_jpeg", "segment-beyond-the-end", b"\x08\x08\xff\xd8\xff\xe0\xff\xff")
    write("motion_jpeg", "empty", b"")


def device_names():
    names = ["camera", "camera,format=NV12,size=320x240,fps=60,api=mplane", "camera,format=NV12M,size=64x48,data_offset=64",
             "camera,format=MJPG,size=64x48", "camera,sizes=32x32+64x48,intervals=stepwise,formats=YUYV+GREY",
             "camera,kind=metadata", "camera,buffers=+3,min_buffers=2,padding=16,orphan=no,size=64x48", "camera,format", "toaster", ""]
    rules = ["on VIDIOC_DQBUF 2..4 errno EIO", "on VIDIOC_S_FMT 0 set bytesperline[0] 0xffffffff", "at frame 3 unplug",
             "at frame every 2 corrupt", "at frame 1 short 10", "at time 50ms broken", "never wake", "on wait always ready",
             "on VIDIOC_QUERYCAP all set card \\xff\\x00x", "on VIDIOC_DQBUF 1 flag LAST", "on VIDIOC_REQBUFS 0 set count 0",
             "at frame 2 sequence 4294967295", "at frame 4 drop 3", "# nothing", "on VIDIOC_ENUM_FMT all endless"]
    for number, name in enumerate(names):
        write("device_name", f"name-{number:02}", name.encode())
    for number, rule in enumerate(rules):
        write("device_name", f"rule-{number:02}", f"camera,size=64x48\n{rule}\n".encode())
    write("device_name", "many-rules", ("camera,size=64x48\n" + "\n".join(rules)).encode())


def node_signs():
    head = b"add@/devices/platform/vivid.0/video4linux/video0"
    lines = [b"ACTION=add", b"DEVPATH=/devices/platform/vivid.0/video4linux/video0", b"SUBSYSTEM=video4linux", b"MAJOR=81", b"DEVNAME=video0"]
    whole = b"\0".join([head] + lines) + b"\0"
    entries = b"".join(struct.pack("<iIII", 1, mask, 0, 16) + name.ljust(16, b"\0")
                       for mask, name in ((0x100, b"tty7"), (4, b"null"), (0x200, b"video12"), (0x100, b"v4l-subdev0")))
    for name, data in (("message", whole), ("message-cut", whole[:-30]), ("message-usb", whole.replace(b"video4linux\0M", b"usb\0M")),
                       ("message-media", whole.replace(b"=video4linux", b"=media")), ("udev", b"libudev\0\xfe\xed\xca\xfe" + whole),
                       ("name", b"video0"), ("empty", b"")):
        write("node_signs", name, b"\0" + data)
    for name, data in (("entries", entries), ("entries-cut", entries[:-5]), ("overflow", struct.pack("<iIII", -1, 0x4000, 0, 0)),
                       ("too-long", struct.pack("<iIII", 1, 0x100, 0, 0xFFFFFFFF) + b"video0"), ("noise", noise(300, 900))):
        write("node_signs", name, b"\1" + data)


def bitstreams():
    start = b"\0\0\0\1"
    unit = lambda kind, content: bytes([kind << 3 | 2, len(content)]) + content  # noqa: E731
    for which, name, data in ((0, "h264-key", start + b"\x67\x42\0\x1f" + start + b"\x65\x88"), (0, "h264-p", start + b"\x41\xc0"),
                              (0, "h264-stuffed", start + b"\x41\0\0\3\x40\0\0\x60"), (1, "hevc-key", start + b"\x26\1\xaf"),
                              (2, "vp8", b"\x10\2\0"), (3, "vp9-profile-3", b"\xb0\x80"),
                              (4, "av1-key", unit(2, b"") + unit(1, b"\0\0") + unit(6, b"\x10")),
                              (4, "av1-still", unit(1, b"\x18") + unit(6, b"\xff")),
                              (4, "av1-extended", b"\x0e\x20\1\0\x34\x20\x10"), (4, "av1-long-size", b"\x7a" + b"\xff" * 9),
                              (4, "noise", noise(5000, 77)), (0, "empty", b"")):
        write("bitstream", name, bytes([which]) + data)


def struct_blobs():
    sizes = [8, 8, 40, 8, 8, 80, 80, 80, 80, 32, 32, 152, 80, 104, 48]
    for which, size in enumerate(sizes):
        for name, claimed, body in (("exact", size, b""), ("none", 0, b""), ("huge", 0xFFFFFFFF, b""), ("short", size - 4, b""),
                                    ("longer", size + 24, b""), ("tail", size + 8, b"\0" * (size - 4) + b"\0\0\0\1"),
                                    ("ones", size, b"\xff" * size), ("largest", 4096, b"")):
            write("struct_blobs", f"{which:02}-{name}", bytes([which]) + struct.pack("<I", claimed) + body)


def kernel_answers():
    write("kernel_answers", "plausible", b"")
    for value in (1, 2, 3, 7, 0x0B, 0x13, 0xFF):
        write("kernel_answers", f"always-{value:02x}", bytes([value]) * 400)
    for number in range(24):
        write("kernel_answers", f"noise-{number:02}", noise(600, number + 1))
    # Long stretches of plausible answers, so that streams start, with noise behind.
    for number in range(24):
        write("kernel_answers", f"late-noise-{number:02}", b"\0" * (30 + 6 * number) + noise(500, number + 100))
    for number in range(12):
        sparse = bytes(b if i % (5 + number) == 0 else b & ~3 for i, b in enumerate(noise(900, number + 200)))
        write("kernel_answers", f"sparse-{number:02}", sparse)


def calls_answered(target, first, step):
    """Inputs for a target that makes many short calls. first: where its noise begins, so that targets have different bytes."""
    write(target, "plausible", b"")
    for value in (1, 2, 3, 7, 0x0B, 0x13, 0xFF):
        write(target, f"always-{value:02x}", bytes([value]) * 300)
    for number in range(16):
        write(target, f"noise-{number:02}", noise(400, number + first))
    for number in range(16):
        write(target, f"late-noise-{number:02}", b"\0" * (10 + step * number) + noise(400, number + first + 100))
    for number in range(12):
        sparse = bytes(b if i % (4 + number) == 0 else b & ~3 for i, b in enumerate(noise(600, number + first + 200)))
        write(target, f"sparse-{number:02}", sparse)


motion_jpeg()
device_names()
node_signs()
bitstreams()
struct_blobs()
kernel_answers()
calls_answered("input_answers", 300, 9)
calls_answered("control_answers", 600, 11)
