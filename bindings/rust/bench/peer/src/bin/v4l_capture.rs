// SPDX-License-Identifier: MIT
//! The same with the crate v4l. It gives a buffer back when the next frame is asked for, so a turn is the same work in another order.

use std::os::fd::BorrowedFd;
use v4l::buffer::Type;
use v4l::io::traits::CaptureStream;
use v4l::prelude::*;
use v4l::video::Capture;
use v4l::video::capture::Parameters;
use v4l::{Format, FourCC};
use v4lxx_peer::{Stopwatch, Task};

fn main() -> std::io::Result<()> {
    let task = Task::from_arguments();
    let device = Device::with_path(&task.device)?;
    device.set_format(&Format::new(task.width, task.height, FourCC::new(b"YUYV")))?;
    device.set_params(&Parameters::with_fps(task.fps))?;
    let mut stream = MmapStream::with_buffers(&device, Type::VideoCapture, 4)?;
    // SAFETY: the device, which is open, outlives this.
    let fd = unsafe { BorrowedFd::borrow_raw(device.handle().fd()) };
    let mut last = stream.next()?.1.sequence;
    let mut lost = 0;
    let mut stopwatch = Stopwatch::new(&task);
    for _ in 1..task.frames {
        let mut number = last;
        stopwatch.turn(fd, || number = stream.next().expect("no failure").1.sequence);
        // Drivers repeat a number now and then: that is no frame less.
        lost += u64::from(number.saturating_sub(last.saturating_add(1)));
        last = number;
    }
    stopwatch.print(task.frames, lost);
    Ok(())
}
