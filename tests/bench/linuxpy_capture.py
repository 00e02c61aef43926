"""What raw_capture.c does, with linuxpy. usage: linuxpy_capture.py DEVICE FRAMES WIDTH HEIGHT FPS [timed]"""
import select
import sys
import time

from linuxpy.video.device import BufferType, Device, VideoCapture

device, frames, width, height, fps = sys.argv[1], *(int(text) for text in sys.argv[2:6])
timed = sys.argv[6:] == ["timed"]
with Device(device) as camera:
    camera.set_format(BufferType.VIDEO_CAPTURE, width, height, "YUYV")
    camera.set_fps(BufferType.VIDEO_CAPTURE, fps)
    with VideoCapture(camera, size=4) as capture:
        stream = iter(capture)
        last = next(stream).frame_nb
        lost, turns = 0, []
        for _ in range(frames - 1):
            if timed and not select.select([camera], [], [], 5)[0]:
                sys.exit("no frame within 5 s")
            began = time.monotonic_ns()
            number = next(stream).frame_nb
            turns.append(time.monotonic_ns() - began)
            lost += max(number - last - 1, 0)  # drivers repeat a number now and then: that is no frame less
            last = number
print(f"frames {frames} lost {lost} turn_ns {sorted(turns)[len(turns) // 2] if timed else 0}")
