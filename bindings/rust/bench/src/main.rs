// SPDX-License-Identifier: MIT
//! What a call and a frame cost in Rust. Prints lines `bench rust WHAT NUMBER UNIT`, which `./dev bench bindings` puts beside those of C.

mod raw;

use std::alloc::{GlobalAlloc, Layout, System};
use std::hint::black_box;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use v4lxx::{Context, Stream, StreamOptions};

const CAMERA: &str = "sim:camera,clock=virtual,pattern=cells";
const RUNS: usize = 5;
const CALLS: u32 = 5_000_000;
const FRAMES: u32 = 200_000;
const ROUNDS: u32 = 2_000;
const ROUND_FRAMES: u32 = 50;

/// Counts what Rust allocates; the library's own heap is another.
struct Counting;

static ALLOCATIONS: AtomicU64 = AtomicU64::new(0);

// SAFETY: everything is left to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::Relaxed);
        // SAFETY: as of this function.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        // SAFETY: as of this function.
        unsafe { System.dealloc(memory, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// Nanoseconds for each turn, of the best of several runs.
fn best(turns: u32, mut run: impl FnMut() -> v4lxx::Result<()>) -> v4lxx::Result<f64> {
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let start = Instant::now();
        run()?;
        best = best.min(start.elapsed());
    }
    Ok(best.as_nanos() as f64 / f64::from(turns))
}

fn main() -> v4lxx::Result<()> {
    let library = v4lxx::library()?;
    let call = best(CALLS, || {
        for _ in 0..CALLS {
            black_box(black_box(&library).version_number());
        }
        Ok(())
    })?;
    println!("bench rust call {call:.1} ns");

    let mut stream = Context::new()?.open(CAMERA)?.stream(StreamOptions::new())?;
    stream.start()?;
    let mut allocations = 0;
    let frame = best(FRAMES, || {
        let before = ALLOCATIONS.load(Ordering::Relaxed);
        take(&mut stream, FRAMES)?;
        allocations = ALLOCATIONS.load(Ordering::Relaxed) - before;
        Ok(())
    })?;
    println!("bench rust frame {frame:.1} ns");
    println!("bench rust frame_allocations {:.3} allocations", allocations as f64 / f64::from(FRAMES));
    println!("bench rust frame_over_raw {:.1} ns", over_raw(&mut stream)?);
    Ok(())
}

/// What the safe layer adds to the same calls of the raw one, which are those of C. A frame of the simulator costs hundreds of times as
/// much, so both take turns in short rounds, of which the best counts.
fn over_raw(stream: &mut Stream) -> v4lxx::Result<f64> {
    let mut camera = raw::Camera::open();
    let (mut safe, mut raw) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        take(stream, ROUND_FRAMES)?;
        safe = safe.min(start.elapsed());
        let start = Instant::now();
        camera.take(ROUND_FRAMES);
        raw = raw.min(start.elapsed());
    }
    Ok((safe.as_nanos() as f64 - raw.as_nanos() as f64) / f64::from(ROUND_FRAMES))
}

fn take(stream: &mut Stream, count: u32) -> v4lxx::Result<()> {
    for frame in stream.frames().take(count as usize) {
        let frame = frame?;
        let info = frame.info();
        black_box((info.width, info.height, info.sequence, frame.plane(0)));
    }
    Ok(())
}
