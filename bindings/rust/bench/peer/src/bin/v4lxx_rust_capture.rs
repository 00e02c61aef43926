// SPDX-License-Identifier: MIT
//! What tests/bench/v4lxx_capture.c does, in Rust.

use std::time::Duration;
use v4lxx::{Context, FourCc, Fraction, StreamOptions};
use v4lxx_peer::{Stopwatch, Task};

fn main() -> v4lxx::Result<()> {
    let task = Task::from_arguments();
    let options = StreamOptions::new().fourcc(FourCc::YUYV).size(task.width, task.height).rate(Fraction::new(task.fps, 1)).buffers(4);
    let mut stream = Context::new()?.open(&task.device)?.stream(options)?;
    stream.start()?;
    let handle = stream.handle();
    let fd = handle.fd()?;
    let mut stopwatch = Stopwatch::new(&task);
    let mut take = || drop(stream.next_frame(Some(Duration::from_secs(5))).expect("no failure").ready().expect("a frame"));
    take();
    for _ in 1..task.frames {
        stopwatch.turn(fd, &mut take);
    }
    stopwatch.print(task.frames, handle.account()?.driver_dropped);
    Ok(())
}
