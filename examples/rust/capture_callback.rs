//! Takes 30 frames by a callback, which runs only inside dispatch(), on this thread.
//! Run: cargo run --bin capture_callback -- [DEVICE]
use std::time::Duration;
use v4lxx::{Context, ListFlags, StreamOptions, Wait};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let context = Context::new()?;
    // Without an argument the first of the list, which the simulated camera ends.
    let name = match std::env::args_os().nth(1) {
        Some(name) => name.into(),
        None => context.list(ListFlags::SIMULATED)?[0].path().to_owned(),
    };
    println!("{}", name.display());
    let mut stream = context.open(name)?.stream(StreamOptions::new())?;
    stream.set_callback(|_stream, frame| {
        let info = frame.info();
        println!(
            "frame {}: {}x{}, {} bytes",
            info.sequence, info.width, info.height, info.plane_bytes[0]
        );
        // frame.keep() would keep the frame longer than this call
    })?;
    stream.start()?;

    for _ in 0..30 {
        // At most 5 seconds for each frame. A panic of the callback would come out here.
        if stream.dispatch(Some(Duration::from_secs(5)))? != Wait::Ready(()) {
            return Err("no frame within 5 seconds".into());
        }
    }
    stream.stop()?;
    Ok(())
}
