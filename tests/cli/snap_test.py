"""One picture: what is in the file is what its name says, in the size that was granted."""
import json
import os
import struct
import unittest
import zlib

from program import CAMERA, FAST, FRAME_BYTES, CommandTest, run


# The bars of the chart at three quarters of full colour; the first begins at the left edge.
BARS = ((191, 191, 191), (191, 191, 0), (0, 191, 191), (0, 191, 0), (191, 0, 191), (191, 0, 0), (0, 0, 191), (0, 0, 0))


# All that the simulator draws and the library reads, one of each kind; tests/unit/convert_formats_test.cpp knows the rest.
FORMATS = """YUYV UYVY YVYU VYUY NV12 NV12M NV21 NV21M NV16 NV16M NV61 NV61M YUV420 YUV420M YVU420 YVU420M YUV422P RGB24 BGR24
XRGB32 ARGB32 RGBX32 RGBA32 XBGR32 ABGR32 BGRX32 BGRA32 RGB32 BGR32 RGB565 RGB565X RGB555 XRGB555 ARGB555 RGB555X RGB444
GREY Y10 Y12 Y16 Y16_BE SBGGR8 SGBRG8 SGRBG8 SRGGB8 MJPEG""".split()


class Png:
    """A PNG of 8 bits, RGB or grey. Every chunk is checked on the way."""

    def __init__(self, data):
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        place, packed, header = 8, b"", None
        while place < len(data):
            length, kind = struct.unpack(">I4s", data[place:place + 8])
            body = data[place + 8:place + 8 + length]
            assert struct.unpack(">I", data[place + 8 + length:place + 12 + length])[0] == zlib.crc32(kind + body), kind
            place += 12 + length
            if kind == b"IHDR":
                header = struct.unpack(">IIBBBBB", body)
            elif kind == b"IDAT":
                packed += body
        assert kind == b"IEND" and place == len(data)
        self.width, self.height, depth, colour = header[:4]
        assert depth == 8 and colour in (0, 2)
        self.samples = 3 if colour == 2 else 1
        self.filtered = zlib.decompress(packed)
        assert len(self.filtered) == self.height * (1 + self.width * self.samples)

    @property
    def size(self):
        return self.width, self.height

    def row(self, wanted):
        """Pixels of one row; rows above it are unfiltered on the way."""
        length, above = self.width * self.samples, bytes(self.width * self.samples)
        for y in range(wanted + 1):
            start = y * (length + 1)
            above = self.unfilter(self.filtered[start], self.filtered[start + 1:start + 1 + length], above)
        return [tuple(above[x:x + self.samples]) for x in range(0, length, self.samples)]

    def unfilter(self, kind, line, above):
        out = bytearray(line)
        for x in range(len(out)):
            left = out[x - self.samples] if x >= self.samples else 0
            up, corner = above[x], above[x - self.samples] if x >= self.samples else 0
            nearest = min((left, up, corner), key=lambda value: abs(left + up - corner - value))
            out[x] = out[x] + (0, left, up, (left + up) // 2, nearest)[kind] & 0xff
        return bytes(out)


def read_jpeg_size(data):
    """Width and height from the frame header; the ends are checked."""
    assert data[:2] == b"\xff\xd8" and data[-2:] == b"\xff\xd9"
    place = 2
    while data[place + 1] not in (0xc0, 0xc1, 0xc2):
        place += 2 + struct.unpack(">H", data[place + 2:place + 4])[0]
    height, width = struct.unpack(">HH", data[place + 5:place + 9])
    return width, height


class Snap(CommandTest):
    def snap(self, camera, name, *options):
        path = self.place(name)
        result = run("snap", camera, "-o", path, *options)
        self.assertEqual(result.code, 0, result.problem)
        self.assertEqual(self.files(), [name])
        with open(path, "rb") as file:
            return file.read()

    def test_a_png_has_the_size_of_the_frame_and_a_picture_in_it(self):
        png = Png(self.snap(CAMERA, "picture.png"))
        self.assertEqual(png.size, (640, 480))
        self.assert_bars(png)

    def test_a_jpeg_has_the_size_of_the_frame(self):
        self.assertEqual(read_jpeg_size(self.snap(CAMERA, "picture.jpg")), (640, 480))

    def test_the_extension_counts_whatever_its_case(self):
        self.assertEqual(read_jpeg_size(self.snap(CAMERA, "picture.JPEG")), (640, 480))

    def test_raw_is_the_bytes_of_the_frame(self):
        self.assertEqual(len(self.snap(CAMERA, "picture.raw")), FRAME_BYTES)

    def test_raw_has_all_planes_one_after_the_other(self):
        for name in ("NV12", "NV12M"):
            camera = f"sim:camera,format={name},size=640x480,api=mplane"
            self.assertEqual(len(self.snap(camera, "picture.raw")), 640 * 480 * 3 // 2)

    def test_type_overrules_the_name(self):
        self.assertEqual(Png(self.snap(CAMERA, "picture.jpg", "--type", "png")).size, (640, 480))

    def test_every_format_pictures_are_made_from_gives_a_png(self):
        for name in FORMATS:
            with self.subTest(format=name):
                png = Png(self.snap(f"sim:camera,format={name},size=320x240,padding=6,clock=virtual", "picture.png"))
                self.assertEqual(png.size, (320, 240))
                self.assert_bars(png)

    def assert_bars(self, png):
        """In the middle of each bar is its colour, or its brightness in a grey picture."""
        row = png.row(png.height * 9 // 20)  # below the cells, above the block
        for number, (red, green, blue) in enumerate(BARS):
            expected = (red, green, blue) if png.samples == 3 else (round(0.299 * red + 0.587 * green + 0.114 * blue),)
            got = row[(2 * number + 1) * png.width // 16]
            for sample, wanted in zip(got, expected):
                self.assertAlmostEqual(sample, wanted, delta=6, msg=f"bar {number}: {got}, expected {expected}")

    def test_format_size_and_rate_are_asked_for(self):
        path = self.place("picture.png")
        result = run("snap", CAMERA, "-o", path, "--format", "NV12", "--size", "1280x720", "--fps", "30", "--json")
        self.assertEqual((result.code, result.problem), (0, ""))
        summary = json.loads(result.out)
        self.assertEqual(summary["granted"], {"fourcc": "NV12", "width": 1280, "height": 720, "rate": 30.0,
                                              "buffers": summary["granted"]["buffers"]})
        self.assertEqual(summary["differences"], [])
        self.assertEqual(summary["output"], {"path": path, "type": "PNG", "bytes": os.path.getsize(path)})

    def test_a_different_grant_is_said_on_standard_error(self):
        result = run("snap", CAMERA, "-o", self.place("picture.png"), "--size", "60000x60000")
        self.assertEqual(result.code, 0)
        self.assertRegex(result.problem, r"\Av4lxx: note: .* granted \d+x\d+ instead of 60000x60000\n\Z")

    def test_a_picture_goes_to_standard_output_and_nothing_else_does(self):
        result = run("snap", CAMERA, "-o", "-", "--type", "png")
        self.assertEqual(Png(result.out).size, (640, 480))
        self.assertTrue(result.problem.startswith("wrote standard output: PNG 640x480"), result.problem)

    def snap_json(self, camera, name="picture.png", *options):
        result = run("snap", camera, "-o", self.place(name), "--json", *options)
        self.assertEqual(result.code, 0, result.problem)
        return json.loads(result.out), result.problem

    def test_the_picture_is_taken_when_the_exposure_has_settled(self):
        summary, problem = self.snap_json("sim:camera,exposure=ramp,clock=virtual,size=640x480")
        self.assertEqual((summary["settling"]["state"], problem), ("settled", ""))
        self.assertEqual(summary["settling"]["frames"], summary["frame"]["sequence"] + 1)
        self.assertIn(summary["frame"]["sequence"], range(7, 12))
        with open(self.place("picture.png"), "rb") as file:
            self.assert_bars(Png(file.read()))

    def test_settle_0_takes_the_first_frame_dark_as_it_is(self):
        summary, _ = self.snap_json("sim:camera,exposure=ramp,clock=virtual,size=320x240", "picture.png", "--settle", "0")
        self.assertEqual(summary["frame"]["sequence"], 0)
        self.assertEqual(summary["settling"], {"state": "off", "frames": 0, "brightness": None})
        with open(self.place("picture.png"), "rb") as file:
            self.assertLess(Png(file.read()).row(108)[20][0], 60)

    def test_a_camera_that_never_settles_is_waited_for_15_frames(self):
        summary, _ = self.snap_json("sim:camera,exposure=flicker,clock=virtual,size=320x240")
        self.assertEqual((summary["settling"]["state"], summary["frame"]["sequence"]), ("gave up", 14))
        summary, _ = self.snap_json("sim:camera,exposure=flicker,clock=virtual,size=320x240", "picture.png", "--settle", "2")
        self.assertEqual(summary["frame"]["sequence"], 29)

    def test_a_camera_with_one_frame_only_has_its_picture_taken(self):
        camera = self.camera_with_script("at frame 1.. drop 1000000")
        summary, _ = self.snap_json(camera, "picture.png", "--settle", "0.2")
        self.assertEqual((summary["settling"]["state"], summary["frame"]["sequence"]), ("gave up", 0))

    def test_mjpeg_as_cameras_send_it_becomes_a_picture(self):
        for habit, damaged in (("no-dht", 0), ("trailing", 0), ("truncated", 3)):
            with self.subTest(habit=habit):
                camera = f"sim:camera,format=MJPEG,jpeg={habit},clock=virtual,size=640x480"
                summary, _ = self.snap_json(camera)
                self.assertEqual(summary["damaged_before"], damaged)
                with open(self.place("picture.png"), "rb") as file:
                    self.assert_bars(Png(file.read()))
                self.snap_json(camera, "picture.jpg")
                with open(self.place("picture.jpg"), "rb") as file:
                    data = file.read()
                self.assertEqual(read_jpeg_size(data), (640, 480))
                self.assertIn(b"\xff\xc4", data)

    def test_an_unknown_format_is_saved_as_it_is_and_a_picture_of_it_is_refused_with_a_way_out(self):
        camera = self.camera_with_script("on VIDIOC_G_FMT all set pixelformat 0x34363248",
                                         camera="sim:camera,formats=MJPEG+YUYV+NV12,clock=virtual")
        result = run("snap", camera, "-o", self.place("picture.raw"))
        self.assertEqual(result.code, 0, result.problem)
        self.assertIn("saved as it is: no picture can be made of H264 (0x34363248)", result.text)
        os.remove(self.place("picture.raw"))
        result = run("snap", camera, "-o", self.place("picture.png"))
        self.assert_fails(result, 1, "V4LXX-E0401", "H264 (0x34363248)", ".raw", "MJPG, YUYV, NV12", "--format")
        self.assertEqual(self.files(), [])

    def test_a_damaged_frame_is_passed_over(self):
        camera = self.camera_with_script("at frame 0..1 short 1000")
        result = run("snap", camera, "-o", self.place("picture.png"), "--json")
        self.assertEqual(result.code, 0, result.problem)
        self.assertEqual(json.loads(result.out)["damaged_before"], 2)

    def test_frames_that_are_all_damaged_are_a_failure_and_leave_no_file(self):
        camera = self.camera_with_script("at frame all short 1000")
        self.assert_fails(run("snap", camera, "-o", self.place("picture.png")), 1, "V4LXX-E04")
        self.assertEqual(self.files(), [])

    def test_a_camera_without_frames_is_a_time_out_and_leaves_no_file(self):
        camera = self.camera_with_script("at frame all drop 1000000")
        self.assert_fails(run("snap", camera, "-o", self.place("picture.png"), "--timeout", "0.2"), 3, "within 0.2 s", "--timeout")
        self.assertEqual(self.files(), [])

    def test_without_a_device_it_takes_the_first_camera_or_tells_of_the_simulated_one(self):
        devices = json.loads(run("list", "--json").out)["devices"]
        usable = [device["device"] for device in devices if device["camera"] and not device["error"]]
        result = run("snap", "-o", self.place("picture.png"), "--json")
        if usable:
            self.assertEqual(json.loads(result.out)["device"], usable[0])
        else:
            self.assert_fails(result, 1, "no camera", "sim:camera")
            self.assertEqual(self.files(), [])

    def test_two_pictures_of_the_virtual_clock_are_the_same(self):
        first = self.snap(FAST, "picture.png")
        self.assertEqual(first, self.snap(FAST, "picture.png"))


if __name__ == "__main__":
    unittest.main()
