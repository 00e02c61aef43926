//! Takes 30 frames with poll(), which can wait for a program's other descriptors too.
//! Run: cargo run --bin capture_poll -- [DEVICE]
use rustix::event::{PollFd, PollFlags, Timespec, poll};
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
    stream.start()?;

    let five_seconds = Timespec {
        tv_sec: 5,
        tv_nsec: 0,
    };
    let mut frames = 0;
    while frames < 30 {
        // The descriptor is the stream's own, which AsFd lends.
        if poll(
            &mut [PollFd::new(&stream, PollFlags::IN)],
            Some(&five_seconds),
        )? == 0
        {
            return Err("no frame within 5 seconds".into());
        }
        match stream.try_next_frame()? {
            Wait::Ready(frame) => {
                let info = frame.info();
                println!(
                    "frame {}: {}x{}, {} bytes",
                    info.sequence, info.width, info.height, info.plane_bytes[0]
                );
                frames += 1; // dropping the frame gives the buffer back to the driver
            }
            Wait::Again => continue,
            Wait::TimedOut | Wait::End => return Err("the stream has ended".into()),
        }
    }
    stream.stop()?;
    Ok(())
}
