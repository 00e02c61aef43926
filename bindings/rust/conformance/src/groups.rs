// SPDX-License-Identifier: MIT
//! The verbs of several cameras in step.

use crate::outcome::{Broken, Done, Outcome};
use crate::scenario::Step;
use crate::streams::time;
use crate::verbs::{Object, Objects, number};
use std::time::Duration;
use v4lxx::{FrameSet, Group, GroupFlags, GroupOptions, Match};

impl Objects {
    pub fn group_verb(&mut self, step: &Step) -> Done {
        let name = step.word(1)?;
        match step.word(0)? {
            "group" => {
                let options = options(step)?;
                self.named.remove(name);
                let group = Group::new(self.context(step.word(2)?)?, &options);
                Ok(self.put(name, group.map(Object::Group)))
            }
            "join" => {
                let offset = if step.words.len() > 3 { time(step.word(3)?)?.unwrap_or_default() } else { Duration::ZERO };
                let group = self.group(name)?.clone();
                let added = group.add_stream(&self.stream(step.word(2)?)?.stream, offset.as_nanos() as i64);
                Ok(Outcome::of(added, |()| Outcome::ok()))
            }
            "next_set" => {
                self.named.remove(name);
                let set = self.group(step.word(2)?)?.next_set(time(step.word(3)?)?);
                Ok(Outcome::of_wait(set, |set| self.put(name, Ok(Object::Set(set)))))
            }
            "of_set" => of_set(self.set(name)?, step.word(2)?),
            "frame_of" => {
                let kept = self.set(step.word(2)?)?.frame(number(step.word(3)?)?).map(|frame| frame.keep());
                Ok(match kept {
                    Some(frame) => self.put(name, Ok(Object::Frame(frame))),
                    None => Outcome::value("missing"),
                })
            }
            "of_group" => of_group(self.group(name)?, step.word(2)?),
            _ => of_camera(self.group(name)?, number(step.word(2)?)?, step.word(3)?),
        }
    }
}

fn options(step: &Step) -> Result<GroupOptions, Broken> {
    let mut options = GroupOptions::new();
    for (key, value) in step.options(3)? {
        options = match key {
            "match" => options.match_by(match value {
                "stamps" => Match::STAMPS,
                "sequences" => Match::SEQUENCES,
                _ => Match::STAMPS_OR_SEQUENCES,
            }),
            "tolerance" => options.tolerance(time(value)?.unwrap_or_default()),
            "most_held" => options.most_held(number(value)?),
            "incomplete" => options.flags(GroupFlags::INCOMPLETE),
            _ => return Err(Broken(format!("a group has no option '{key}'"))),
        };
    }
    Ok(options)
}

fn of_set(set: &FrameSet, field: &str) -> Done {
    let info = set.info();
    Ok(match field {
        "number" => Outcome::value(info.number),
        "count" => Outcome::value(info.camera_count),
        "complete" => Outcome::yes_or_no(info.is_complete),
        "skew_us" => Outcome::value(info.skew_ns / 1000),
        "apart_us" => Outcome::value((set.moment_ns(1) - set.moment_ns(0)) / 1000),
        _ => return Err(Broken(format!("a set has no '{field}'"))),
    })
}

fn of_group(group: &Group, field: &str) -> Done {
    let seen = group.statistics();
    Ok(match field {
        "complete" => Outcome::value(seen.complete),
        "incomplete" => Outcome::value(seen.incomplete),
        "skews" => Outcome::value(seen.skew.count),
        "match" => Outcome::value(if seen.match_by == Match::SEQUENCES { "sequences" } else { "stamps" }),
        _ => return Err(Broken(format!("a group has no '{field}'"))),
    })
}

fn of_camera(group: &Group, camera: u32, field: &str) -> Done {
    Outcome::of_part(group.camera(camera), |seen| {
        Ok(match field {
            "frames" => Outcome::value(seen.frames),
            "in_complete" => Outcome::value(seen.in_complete),
            "in_incomplete" => Outcome::value(seen.in_incomplete),
            "unmatched" => Outcome::value(seen.unmatched),
            "gone" => Outcome::yes_or_no(seen.is_gone),
            _ => return Err(Broken(format!("a camera of a group has no '{field}'"))),
        })
    })
}
