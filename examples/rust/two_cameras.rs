//! Takes 15 frames of each of two cameras, in one loop.
//! Run: cargo run --bin two_cameras -- [DEVICE DEVICE]
use std::time::Duration;
use v4lxx::{Context, StreamOptions, Wait};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut names: Vec<String> = std::env::args().skip(1).take(2).collect();
    if names.len() < 2 {
        names = vec!["sim:camera".into(), "sim:camera,id=2".into()];
    }
    let context = Context::new()?;
    let mut streams = Vec::new();
    for (tag, name) in (0..).zip(&names) {
        let stream = context.open(name)?.stream(StreamOptions::new())?;
        context.add_stream(&stream, tag)?;
        stream.start()?;
        streams.push(stream);
    }

    let mut frames = [0; 2];
    while frames.iter().any(|count| *count < 15) {
        let (tag, frame) = context.next_frame(Some(Duration::from_secs(5))); // of either
        let i = tag as usize;
        match frame? {
            Wait::Ready(_frame) => frames[i] += 1,
            Wait::End => return Err(format!("{}: the stream has ended", names[i]).into()),
            Wait::Again | Wait::TimedOut => return Err("no frame within 5 seconds".into()),
        }
        if frames[i] == 15 {
            println!("{}: 15 frames", names[i]);
            context.remove_stream(&streams[i]); // it has enough
        }
    }
    Ok(())
}
