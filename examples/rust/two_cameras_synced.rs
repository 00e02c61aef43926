//! Takes 15 frames of each of two cameras that were taken at the same time, and tells how far apart they are.
//! Run: cargo run --bin two_cameras_synced -- [DEVICE DEVICE]
use std::time::Duration;
use v4lxx::{Context, Group, GroupOptions, Stream, StreamOptions, Wait};

fn start(context: &Context, group: &Group, name: &str) -> v4lxx::Result<Stream> {
    let stream = context.open(name)?.stream(StreamOptions::new())?;
    group.add_stream(&stream, 0)?;
    stream.start()?;
    Ok(stream)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let context = Context::new()?;
    let group = Group::new(&context, &GroupOptions::new())?;
    let mut streams = Vec::new();
    for simulated in ["sim:camera,phase=0ms", "sim:camera,id=2,phase=2ms"] {
        let name = arguments.next().unwrap_or_else(|| simulated.into());
        streams.push(start(&context, &group, &name)?);
    }

    let (mut sets, mut most_ns) = (0, 0);
    while sets < 15 {
        match group.next_set(Some(Duration::from_secs(5)))? {
            // set.frame(0) and set.frame(1) are its frames.
            Wait::Ready(set) => most_ns = most_ns.max(set.info().skew_ns),
            _ => return Err("no set within 5 seconds".into()),
        }
        sets += 1;
    }
    println!("{sets} sets, {:.1} ms apart at most", most_ns as f64 / 1e6);
    Ok(())
}
