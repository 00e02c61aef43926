// SPDX-License-Identifier: MIT
//! The verbs of the loop of a context and of events.

use crate::outcome::{Broken, Done, Outcome};
use crate::scenario::Step;
use crate::streams::time;
use crate::verbs::{Object, Objects, number};
use v4lxx::{Event, ListenFlags};

impl Objects {
    pub fn loop_verb(&mut self, step: &Step) -> Done {
        match step.word(0)? {
            "listen" => {
                let flags = flags(step)?;
                Ok(Outcome::of(self.context(step.word(1)?)?.listen(flags), |()| Outcome::ok()))
            }
            "event" => {
                let event = self.context(step.word(1)?)?.next_event(time(step.word(2)?)?);
                self.event = None;
                Ok(Outcome::of_wait(event, |event| Outcome::value(self.event.insert(event).kind().word())))
            }
            "told" => told(self.event.as_ref().ok_or_else(|| Broken("nothing was told".into()))?, step.word(1)?),
            "add_stream" => {
                let context = self.context(step.word(1)?)?.clone();
                let added = context.add_stream(&self.stream(step.word(2)?)?.stream, number(step.word(3)?)?);
                Ok(Outcome::of(added, |()| Outcome::ok()))
            }
            "remove_stream" => {
                let context = self.context(step.word(1)?)?.clone();
                context.remove_stream(&self.stream(step.word(2)?)?.stream);
                Ok(Outcome::ok())
            }
            "next_of" => {
                let name = step.word(1)?;
                self.named.remove(name);
                let (tag, frame) = self.context(step.word(2)?)?.next_frame(time(step.word(3)?)?);
                self.tag = tag;
                Ok(Outcome::of_wait(frame, |frame| self.put(name, Ok(Object::Frame(frame)))))
            }
            _ => Ok(Outcome::value(self.tag)),
        }
    }
}

fn flags(step: &Step) -> Result<ListenFlags, Broken> {
    let mut flags = ListenFlags::empty();
    for place in 2..step.words.len() {
        flags |= match step.word(place)? {
            "devices" => ListenFlags::DEVICES,
            "streams" => ListenFlags::STREAMS,
            "simulated" => ListenFlags::SIMULATED,
            word => return Err(Broken(format!("there are no events '{word}'"))),
        };
    }
    Ok(flags)
}

fn told(event: &Event, field: &str) -> Done {
    let info = event.info();
    Ok(match field {
        "tag" => Outcome::value(info.tag),
        "code" => Outcome::value(format!("E{:04}", info.code.0)),
        "delivered" => Outcome::value(info.frames_delivered),
        "lost" => Outcome::value(info.frames_lost),
        "attempts" => Outcome::value(info.attempts),
        "text" => Outcome::value(event),
        "card" => Outcome::value(event.device().card()),
        _ => return Err(Broken(format!("an event has no '{field}'"))),
    })
}
