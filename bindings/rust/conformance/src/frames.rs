// SPDX-License-Identifier: MIT
//! The verbs of frames.

use crate::outcome::{Broken, Done, Outcome};
use crate::scenario::Step;
use crate::streams::time;
use crate::verbs::{Object, Objects, number};
use v4lxx::{Clock, Frame, FrameFlags};

impl Objects {
    pub fn frame_verb(&mut self, step: &Step) -> Done {
        let name = step.word(1)?;
        match step.word(0)? {
            "info" => info_field(self.frame(name)?, step.word(2)?),
            "convert" => convert(self.frame(name)?, step.word(2)?, step.word(3)?),
            "time" => {
                let when = time(step.word(2)?)?.map_or(0, |time| i64::try_from(time.as_nanos()).unwrap_or(i64::MAX));
                let (from, to) = (clock(step.word(3)?)?, clock(step.word(4)?)?);
                let told = self.context(name)?.convert_time(when, from, to);
                Ok(Outcome::of(told, |told| Outcome::value(told.time_ns)))
            }
            "bytes" => Ok(match self.frame(name)?.plane(number(step.word(2)?)?) {
                Some(bytes) => Outcome::value(bytes.len()),
                None => Outcome::NoSuchIndex,
            }),
            "checksum" => Ok(Outcome::value(format!("{:08x}", checksum(self.frame(name)?)))),
            "hold" => {
                self.frame(name)?.set_holder(number(step.word(2)?)?);
                Ok(Outcome::ok())
            }
            "keep" => {
                let kept = self.frame(step.word(2)?)?.clone();
                Ok(self.put(name, Ok(Object::Frame(kept))))
            }
            _ => {
                self.frame(name)?;
                self.named.remove(name);
                Ok(Outcome::ok())
            }
        }
    }
}

fn info_field(frame: &Frame, field: &str) -> Done {
    let info = frame.info();
    Ok(match field {
        "width" => Outcome::value(info.width),
        "height" => Outcome::value(info.height),
        "fourcc" => Outcome::value(info.fourcc),
        "sequence" => Outcome::value(info.sequence),
        "number" => Outcome::value(info.number),
        "generation" => Outcome::value(info.generation),
        "picture" => Outcome::value(info.picture_type.to_string().to_lowercase()),
        "clock" => Outcome::value(info.clock.to_string().to_lowercase()),
        "stamp_clock" => Outcome::value(info.stamp_clock.to_string().to_lowercase()),
        "crop" if info.crop_width == 0 => Outcome::value("-"),
        "crop" => Outcome::value(format!("{}x{}{:+}{:+}", info.crop_width, info.crop_height, info.crop_left, info.crop_top)),
        "planes" => Outcome::value(info.plane_count),
        "flags" => Outcome::value(flags(info.flags)),
        _ => return Err(Broken(format!("a frame has no '{field}'"))),
    })
}

fn clock(word: &str) -> Result<Clock, Broken> {
    let all = [Clock::UNKNOWN, Clock::MONOTONIC, Clock::COPY, Clock::REALTIME, Clock::BOOTTIME, Clock::TAI];
    let found = all.into_iter().find(|each| each.to_string().eq_ignore_ascii_case(word));
    found.ok_or_else(|| Broken(format!("there is no clock '{word}'")))
}

fn convert(frame: &Frame, to: &str, field: &str) -> Done {
    let converted = frame.convert_time(clock(to)?);
    Outcome::of_part(converted, |told| {
        Ok(match field {
            "ahead" => Outcome::value((told.time_ns - frame.info().timestamp_ns + 500_000_000) / 1_000_000_000),
            "error" => Outcome::value(told.error_ns),
            "steps" => Outcome::value(told.steps),
            "tai_offset" => Outcome::value(told.tai_offset_s),
            _ => return Err(Broken(format!("a converted time has no '{field}'"))),
        })
    })
}

/// `corrupt+short`; `-` for none.
fn flags(flags: FrameFlags) -> String {
    if flags.is_empty() { "-".into() } else { flags.to_string().to_lowercase().replace('|', "+") }
}

/// FNV-1a of the bytes of all planes, where they lie.
fn checksum(frame: &Frame) -> u32 {
    let bytes = frame.planes().flatten();
    bytes.fold(2166136261, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(16777619))
}
