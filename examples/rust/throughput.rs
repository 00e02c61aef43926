//! Shows where the time of a frame goes: waiting, in the driver, on the way to the program, in the program.
//! Run: cargo run --release --bin throughput -- [--json] [--touch] [--seconds N] [1080p60|4k30|four] [DEVICE...]
//! Without devices it takes simulated ones, which draw their pictures while a frame is taken: then that is the time of the driver.
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::time::{ClockId, clock_gettime};
use v4lxx::{Context, Fraction, Histogram, Stream, StreamOptions, Wait};

struct Preset {
    name: &'static str,
    width: u32,
    height: u32,
    rate: u32,
    cameras: usize,
}

#[rustfmt::skip]
const PRESETS: [Preset; 3] = [
    Preset { name: "1080p60", width: 1920, height: 1080, rate: 60, cameras: 1 },
    Preset { name: "4k30", width: 3840, height: 2160, rate: 30, cameras: 1 },
    Preset { name: "four", width: 1920, height: 1080, rate: 30, cameras: 4 },
];

/// What the whole run needed.
#[derive(Default)]
struct Spent {
    wait: Duration,
    driver: Duration,
    consumer: Duration,
    processor: Duration,
    all: Duration,
    calls: u64,
}

struct Camera {
    name: String,
    stream: Stream,
    calls_before: u64, // of opening and starting
}

fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

fn open(context: &Context, name: String, preset: &Preset) -> v4lxx::Result<Camera> {
    let mut options = StreamOptions::new();
    options.width = preset.width;
    options.height = preset.height;
    options.rate = Fraction::new(preset.rate, 1);
    let stream = context.open(&name)?.stream(options)?;
    stream.start()?;
    let calls_before = stream.account()?.system_calls;
    Ok(Camera {
        name,
        stream,
        calls_before,
    })
}

fn simulated(preset: &Preset, id: usize) -> String {
    let Preset {
        width,
        height,
        rate,
        ..
    } = preset;
    format!("sim:camera,size={width}x{height},fps={rate},id={id}")
}

/// One wait for all cameras, then one frame of each that is ready.
fn take_round(
    cameras: &mut [Camera],
    touch: bool,
    spent: &mut Spent,
) -> Result<(), Box<dyn std::error::Error>> {
    let five_seconds = Timespec {
        tv_sec: 5,
        tv_nsec: 0,
    };
    let begin = Instant::now();
    let mut waiting: Vec<_> = cameras
        .iter()
        .map(|camera| PollFd::new(&camera.stream, PollFlags::IN))
        .collect();
    if poll(&mut waiting, Some(&five_seconds))? == 0 {
        return Err("no frame within 5 seconds".into());
    }
    let ready: Vec<bool> = waiting
        .iter()
        .map(|one| !one.revents().is_empty())
        .collect();
    spent.wait += begin.elapsed();
    spent.calls += 1;
    for (camera, _) in cameras.iter_mut().zip(ready).filter(|(_, ready)| *ready) {
        let begin = Instant::now();
        let frame = match camera.stream.try_next_frame()? {
            Wait::Ready(frame) => frame,
            Wait::Again => continue,
            Wait::TimedOut | Wait::End => {
                return Err(format!("{}: the stream has ended", camera.name).into());
            }
        };
        let taken = Instant::now();
        if touch {
            let sum = frame
                .planes()
                .flatten()
                .fold(0u8, |sum, byte| sum.wrapping_add(*byte));
            std::hint::black_box(sum);
        }
        let done = Instant::now();
        drop(frame);
        spent.consumer += done - taken;
        spent.driver += taken - begin + done.elapsed();
    }
    Ok(())
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn within(times: &Histogram) -> [f64; 2] {
    [500, 990].map(|part| ms(times.quantile(part)))
}

fn report(cameras: &[Camera], spent: &Spent, json: bool, preset: &str) -> v4lxx::Result<()> {
    let (mut frames, mut calls, mut copies) = (0, spent.calls, 0);
    if json {
        print!("{{\"preset\": \"{preset}\", \"cameras\": [");
    } else {
        println!(
            "{preset:<38}      size  frames  lost   MiB/s  interval 50/99 %  delivery 50/99 %"
        );
    }
    for (place, camera) in cameras.iter().enumerate() {
        let (account, seen) = (camera.stream.account()?, camera.stream.statistics()?);
        let (name, delivered, lost) = (&camera.name, account.delivered, account.driver_dropped);
        let granted = camera.stream.format()?;
        let (width, height) = (granted.width, granted.height);
        let rate = account.bytes as f64 / 1048576.0 / spent.all.as_secs_f64();
        let ([i50, i99], [d50, d99]) = (within(&seen.interval), within(&seen.delivery));
        if json {
            print!(
                "{}{{\"name\": \"{name}\", \"width\": {width}, \"height\": {height}, \"frames\": {delivered}, \
                 \"lost\": {lost}, \"mib_per_second\": {rate:.1}, \"interval_ms\": [{i50:.3}, {i99:.3}], \"delivery_ms\": [{d50:.3}, {d99:.3}]}}",
                if place > 0 { ", " } else { "" }
            );
        } else {
            println!(
                "{name:<38}{width:5}x{height:<5}{delivered:7}{lost:6}{rate:8.1}{i50:9.2} /{i99:7.2}{d50:9.2} /{d99:7.2}"
            );
        }
        frames += delivered;
        calls += account.system_calls - camera.calls_before;
        copies += account.copies;
    }
    let each = |sum: f64| sum / frames.max(1) as f64;
    let [wait, driver, consumer, processor] =
        [spent.wait, spent.driver, spent.consumer, spent.processor].map(|time| each(ms(time)));
    let (calls, copies) = (each(calls as f64), each(copies as f64));
    if json {
        println!(
            "], \"frame\": {{\"wait_ms\": {wait:.3}, \"driver_ms\": {driver:.3}, \"consumer_ms\": {consumer:.3}, \
             \"processor_ms\": {processor:.3}, \"system_calls\": {calls:.2}, \"copies\": {copies:.2}}}}}"
        );
    } else {
        println!(
            "\na frame    ms\nwait       {wait:8.3}  nothing to do\ndriver     {driver:8.3}  taking it and giving it back"
        );
        println!(
            "consumer   {consumer:8.3}  the work of the program\nprocessor  {processor:8.3}  for all of it"
        );
        println!("{calls:.2} system calls, {copies:.2} copies");
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut preset, mut json, mut touch, mut seconds, mut names) =
        (&PRESETS[0], false, false, 5.0, Vec::new());
    let mut arguments = std::env::args().skip(1);
    while let Some(word) = arguments.next() {
        match word.as_str() {
            "--json" => json = true,
            "--touch" => touch = true,
            "--seconds" => seconds = arguments.next().ok_or("how many seconds?")?.parse()?,
            _ => match PRESETS.iter().find(|preset| preset.name == word) {
                Some(known) => preset = known,
                None => names.push(word),
            },
        }
    }
    if names.is_empty() {
        names = (1..=preset.cameras)
            .map(|id| simulated(preset, id))
            .collect();
    }
    let context = Context::new()?;
    let cameras: v4lxx::Result<Vec<_>> = names
        .into_iter()
        .map(|name| open(&context, name, preset))
        .collect();
    let mut cameras = cameras?;
    let (begin, processor) = (Instant::now(), processor_time());
    let mut spent = Spent::default();
    while begin.elapsed().as_secs_f64() < seconds {
        take_round(&mut cameras, touch, &mut spent)?;
    }
    spent.all = begin.elapsed();
    spent.processor = processor_time() - processor;
    report(&cameras, &spent, json, preset.name)?;
    Ok(())
}
