//! Takes 30 frames, and goes on when the camera was unplugged and is plugged in again.
//! Run: cargo run --bin reconnect -- [DEVICE]
use std::time::Duration;

use v4lxx::{Context, ListFlags, StreamFlags, StreamOptions, StreamPhase, Wait};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let context = Context::new()?;
    // Without an argument the first of the list, which the simulated camera ends.
    let name = match std::env::args_os().nth(1) {
        Some(name) => name.into(),
        None => context.list(ListFlags::SIMULATED)?[0].path().to_owned(),
    };
    println!("{}", name.display());
    let mut options = StreamOptions::new();
    options.flags = StreamFlags::RECONNECT;
    let mut stream = context.open(name)?.stream(options)?;
    stream.start()?;

    let (mut frames, mut generation) = (0, 1);
    while frames < 30 {
        match stream.next_frame(Some(Duration::from_secs(5)))? {
            Wait::Ready(frame) => {
                let info = frame.info();
                if info.generation != generation {
                    // It may have come back with another size.
                    println!("back after {frames} frames: {}x{}", info.width, info.height);
                }
                generation = info.generation;
                frames += 1;
            }
            Wait::End => return Err("the stream has ended".into()),
            // Away, or silent: the state knows.
            Wait::Again | Wait::TimedOut => match stream.state()?.phase {
                StreamPhase::AWAY => println!("still away"),
                _ => println!("no frame within 5 seconds"),
            },
        }
    }
    println!("{frames} frames");
    stream.stop()?;
    Ok(())
}
