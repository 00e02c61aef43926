"""What raw_capture.c does, with OpenCV. usage: opencv_capture.py bgr|raw DEVICE FRAMES WIDTH HEIGHT FPS     raw: no conversion to BGR"""
import sys

import cv2

pixels, device, frames, width, height, fps = *sys.argv[1:3], *(int(text) for text in sys.argv[3:7])
wanted = [cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"YUYV"), cv2.CAP_PROP_FRAME_WIDTH, width, cv2.CAP_PROP_FRAME_HEIGHT, height,
          cv2.CAP_PROP_FPS, fps, cv2.CAP_PROP_BUFFERSIZE, 4]
if pixels == "raw":
    wanted += [cv2.CAP_PROP_CONVERT_RGB, 0]
camera = cv2.VideoCapture(device, cv2.CAP_V4L2, wanted)
if not camera.isOpened():
    sys.exit(f"OpenCV does not open {device}")
for _ in range(frames):
    if not camera.read()[0]:
        sys.exit("no frame")
camera.release()
print(f"frames {frames}")
