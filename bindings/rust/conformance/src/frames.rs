// SPDX-License-Identifier: MIT
//! The verbs of frames.

use crate::outcome::{Broken, Done, Outcome};
use crate::scenario::Step;
use crate::verbs::{Object, Objects, number};
use v4lxx::{Frame, FrameFlags};

impl Objects {
    pub fn frame_verb(&mut self, step: &Step) -> Done {
        let name = step.word(1)?;
        match step.word(0)? {
            "info" => info_field(self.frame(name)?, step.word(2)?),
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
        "planes" => Outcome::value(info.plane_count),
        "flags" => Outcome::value(flags(info.flags)),
        _ => return Err(Broken(format!("a frame has no '{field}'"))),
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
