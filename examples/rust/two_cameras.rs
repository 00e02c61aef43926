//! Takes 15 frames of each of two cameras, in one loop.
//! Run: cargo run --bin two_cameras -- [DEVICE DEVICE]
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use v4lxx::{Context, Stream, StreamOptions, Wait};

struct Camera {
    name: String,
    stream: Stream,
    frames: u32,
}

fn open(context: &Context, name: String) -> v4lxx::Result<Camera> {
    let stream = context.open(&name)?.stream(StreamOptions::new())?;
    stream.start()?;
    Ok(Camera {
        name,
        stream,
        frames: 0,
    })
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let context = Context::new()?;
    let first = open(
        &context,
        arguments.next().unwrap_or_else(|| "sim:camera".into()),
    )?;
    let second = open(
        &context,
        arguments.next().unwrap_or_else(|| "sim:camera,id=2".into()),
    )?;
    let mut cameras = [first, second];

    let five_seconds = Timespec {
        tv_sec: 5,
        tv_nsec: 0,
    };
    while cameras.iter().any(|camera| camera.frames < 15) {
        // Who has enough is no longer waited for.
        let mut waiting: Vec<_> = cameras
            .iter()
            .filter(|camera| camera.frames < 15)
            .map(|camera| PollFd::new(&camera.stream, PollFlags::IN))
            .collect();
        if poll(&mut waiting, Some(&five_seconds))? == 0 {
            return Err("no frame within 5 seconds".into());
        }
        for camera in cameras.iter_mut().filter(|camera| camera.frames < 15) {
            match camera.stream.try_next_frame()? {
                Wait::Ready(_frame) => {
                    camera.frames += 1;
                    if camera.frames == 15 {
                        println!("{}: {} frames", camera.name, camera.frames);
                    }
                }
                Wait::Again => continue, // the other one was ready
                Wait::TimedOut | Wait::End => {
                    return Err(format!("{}: the stream has ended", camera.name).into());
                }
            }
        }
    }
    Ok(())
}
