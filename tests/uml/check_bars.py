#!/usr/bin/python3
"""Fails unless a PNG shows vivid's test pattern, eight bars at 75 percent, in the right place and colours.

usage: check_bars.py FILE WIDTH HEIGHT"""
import itertools
import operator
import struct
import sys
import zlib

BARS = ((191, 191, 191), (191, 191, 0), (0, 191, 191), (0, 191, 0), (191, 0, 191), (191, 0, 0), (0, 0, 191), (0, 0, 0))
SAMPLES = {0: 1, 2: 3}  # of a pixel, by PNG's colour type
LOW_BYTE = (255).__and__
TOLERANCE = 4  # of 255: what YUV with 8 bits costs


def chunks(data):
    at = 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        content = data[at + 8:at + 8 + length]
        if zlib.crc32(kind + content) != struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0]:
            sys.exit(f"the checksum of chunk {kind} is wrong")
        yield kind, content
        at += 12 + length


def predicted(kind, left, above, above_left):
    if kind == 4:  # Paeth: the one of the three that is nearest to left + above - above_left
        guess = left + above - above_left
        return min((abs(guess - left), 0, left), (abs(guess - above), 1, above), (abs(guess - above_left), 2, above_left))[2]
    return (left + above) // 2


def unfiltered(kind, filtered, above, step):
    """The bytes of a row. The first three kinds without a loop in Python: the test kernel is slow enough."""
    if kind == 0:
        return filtered
    row = bytearray(len(filtered))
    if kind == 1:  # each byte is the sum of those of its sample so far
        for sample in range(step):
            row[sample::step] = bytes(map(LOW_BYTE, itertools.accumulate(filtered[sample::step])))
    elif kind == 2:
        row[:] = bytes(map(LOW_BYTE, map(operator.add, filtered, above)))
    else:
        for x, byte in enumerate(filtered):
            left, above_left = (row[x - step], above[x - step]) if x >= step else (0, 0)
            row[x] = LOW_BYTE(byte + predicted(kind, left, above[x], above_left))
    return row


def read_png(path):
    """Width, height and rows of RGB bytes; grey becomes RGB."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        sys.exit("this is no PNG")
    parts = list(chunks(data))
    if parts[-1][0] != b"IEND":
        sys.exit("the file does not end")
    width, height, depth, colour, *_ = struct.unpack(">IIBBBBB", parts[0][1])
    if depth != 8 or colour not in SAMPLES:
        sys.exit(f"depth {depth}, colour type {colour}: neither grey nor RGB with 8 bits")
    step = SAMPLES[colour]
    packed = zlib.decompress(b"".join(content for kind, content in parts if kind == b"IDAT"))
    rows, above = [], bytes(width * step)
    for y in range(height):
        start = y * (width * step + 1)
        above = unfiltered(packed[start], packed[start + 1:start + width * step + 1], above, step)
        rows.append(above if step == 3 else bytes(byte for byte in above for _ in range(3)))
    return width, height, rows


def problem(path, wanted_width, wanted_height, bars=BARS, tolerance=TOLERANCE):
    """What is wrong with the picture, in a sentence; "" if nothing is."""
    width, height, rows = read_png(path)
    if (width, height) != (wanted_width, wanted_height):
        return f"{path} is {width}x{height}, not {wanted_width}x{wanted_height}"
    for bar, wanted in enumerate(bars):
        # Below vivid's text; the middle of the bar, and near both of its ends.
        for across in (0.15, 0.5, 0.85):
            for down in (0.85, 0.92, 0.99):
                x, y = int((bar + across) * width / 8), int(down * height)
                pixel = tuple(rows[y][3 * x:3 * x + 3])
                if any(abs(have - want) > tolerance for have, want in zip(pixel, wanted)):
                    return f"{path}: bar {bar} at {x},{y} is {pixel}, not {wanted}"
    return ""


def main():
    path, width, height = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    wrong = problem(path, width, height)
    if wrong:
        sys.exit(wrong)
    print(f"{path}: {width}x{height}, eight bars of the right colours")


if __name__ == "__main__":
    main()
