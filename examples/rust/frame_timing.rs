//! Takes 10 frames, and says when each was taken by the time of day, how sure that is, and how long it took to arrive.
//! Run: cargo run --bin frame_timing -- [DEVICE]
use std::time::Duration;

use v4lxx::{Clock, Context, Frame, ListFlags, Wait};

/// "2027-01-15 08:16:40.033333": the days since 1970 as a date of the Gregorian calendar.
fn date(time: Duration) -> String {
    let (days, of_day) = (time.as_secs() / 86400 + 719468, time.as_secs() % 86400);
    let (era, day) = (days / 146097, days % 146097);
    let year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153; // from March
    let (day, month, year) = (day - (153 * month + 2) / 5 + 1, month + 3, era * 400 + year);
    let (month, year) = if month > 12 {
        (month - 12, year + 1)
    } else {
        (month, year)
    };
    let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    format!(
        "{year}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}.{:06}",
        time.subsec_micros()
    )
}

fn tell(frame: &Frame) {
    let info = frame.info();
    match (
        frame.convert_time(Clock::REALTIME),
        frame.convert_time(Clock::MONOTONIC),
    ) {
        (Ok(day), Ok(monotonic)) => println!(
            "frame {}: taken at {} UTC, within {} us, delivered after {} us",
            info.sequence,
            date(day.time()),
            (day.error_ns + 999) / 1000,
            (info.arrival_ns - monotonic.time_ns) / 1000
        ),
        _ => println!("frame {}: taken at an unknown time", info.sequence), // nothing is guessed
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let context = Context::new()?;
    let name = match std::env::args_os().nth(1) {
        Some(name) => name.into(),
        None => context.list(ListFlags::SIMULATED)?[0].path().to_owned(),
    };
    println!("{}", name.display());
    let mut stream = context.open(name)?.stream(Default::default())?;
    stream.start()?;
    for _ in 0..10 {
        match stream.next_frame(Some(Duration::from_secs(5)))? {
            Wait::Ready(frame) => tell(&frame),
            _ => return Err("no frame within 5 seconds".into()),
        }
    }
    let interval = stream.statistics()?.interval;
    println!(
        "{} intervals, the longest {:.1} ms",
        interval.count,
        interval.most_ns as f64 / 1e6
    );
    stream.stop()?;
    Ok(())
}
