//! Takes a picture when the exposure has settled, and writes it as PNG.
//! Run: cargo run --bin snap -- [DEVICE] [FILE]
use std::time::Duration;
use v4lxx::{Context, ImageType, Settling, SettlingState, StreamOptions};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let context = Context::new()?;
    let name = arguments.next().unwrap_or_else(|| "sim:camera".into());
    let file = arguments.next().unwrap_or_else(|| "snap.png".into());

    let mut stream = context.open(name)?.stream(StreamOptions::new())?;
    stream.start()?;
    let mut settling = Settling::new();
    // The first frames of a camera are too dark or too bright: takes frames until they are steady.
    for frame in stream.frames().timeout(Duration::from_secs(5)) {
        let frame = frame?;
        // A frame that cannot be measured counts, too: after 15 frames or a second the last one is taken in any case.
        let _ = settling.add(&frame);
        if settling.state == SettlingState::MOVING {
            continue;
        }
        std::fs::write(&file, &*frame.encode(ImageType::PNG)?)?;
        println!(
            "wrote {file}: {}x{} from {}",
            frame.width(),
            frame.height(),
            frame.fourcc()
        );
        return Ok(());
    }
    Err("the stream ended before the exposure had settled".into())
}
