// SPDX-License-Identifier: MIT
//! What both programs share: their command line and their stopwatch, those of tests/bench/stopwatch.h.
//!
//! A turn is timed only if a frame is there already, so that the time is work and not waiting. Without "timed" there is no waiting of the
//! stopwatch's own, so that system calls can be counted.

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::os::fd::BorrowedFd;
use std::time::Instant;

/// What is measured.
pub struct Task {
    /// The path of the device.
    pub device: String,
    /// How many frames are taken.
    pub frames: u32,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// Frames per second.
    pub fps: u32,
    /// Whether turns are timed.
    pub timed: bool,
}

impl Task {
    /// From the command line: DEVICE FRAMES [WIDTH HEIGHT FPS [timed]].
    pub fn from_arguments() -> Task {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let number = |place: usize, otherwise| arguments.get(place).map_or(otherwise, |text| text.parse().expect("a number"));
        Task {
            device: arguments.first().expect("usage: DEVICE FRAMES [WIDTH HEIGHT FPS [timed]]").clone(),
            frames: number(1, 200),
            width: number(2, 640),
            height: number(3, 360),
            fps: number(4, 30),
            timed: arguments.get(5).is_some_and(|word| word == "timed"),
        }
    }
}

/// The times of all turns.
pub struct Stopwatch {
    runs: bool,
    turns_ns: Vec<u128>,
}

impl Stopwatch {
    /// One that runs if the task is timed.
    pub fn new(task: &Task) -> Stopwatch {
        Stopwatch { runs: task.timed, turns_ns: Vec::new() }
    }

    /// Waits until there is a frame, and times what takes it and gives it back.
    pub fn turn(&mut self, fd: BorrowedFd<'_>, take: impl FnOnce()) {
        if !self.runs {
            return take();
        }
        let five_seconds = Timespec { tv_sec: 5, tv_nsec: 0 };
        let ready = poll(&mut [PollFd::from_borrowed_fd(fd, PollFlags::IN)], Some(&five_seconds)).expect("poll");
        assert_eq!(ready, 1, "no frame within 5 s");
        let began = Instant::now();
        take();
        self.turns_ns.push(began.elapsed().as_nanos());
    }

    /// Prints what the programs in C print.
    pub fn print(&mut self, frames: u32, lost: u64) {
        self.turns_ns.sort_unstable();
        let median = self.turns_ns.get(self.turns_ns.len() / 2).unwrap_or(&0);
        println!("frames {frames} lost {lost} turn_ns {median}");
    }
}
