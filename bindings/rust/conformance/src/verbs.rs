// SPDX-License-Identifier: MIT
//! The objects of a scenario, the table of verbs, and the verbs of contexts, lists and devices.

use crate::outcome::{Broken, Done, Outcome, status_of};
use crate::scenario::Step;
use crate::streams::StreamObject;
use std::collections::HashMap;
use v4lxx::{
    Context, Control, ControlType, Device, DeviceInfo, DeviceList, Error, Event, Format, FourCc, Fraction, Frame, FrameSet,
    Group, ListFlags, Wish,
};

/// What a name stands for.
pub enum Object {
    Context(Context),
    List(DeviceList),
    Device(Device),
    Stream(Box<StreamObject>),
    Frame(Frame),
    Group(Group),
    Set(FrameSet),
}

#[derive(Default)]
pub struct Objects {
    pub named: HashMap<String, Object>,
    /// The last failure that was expected.
    pub last: Option<Error>,
    /// The event that was taken last.
    pub event: Option<Event>,
    /// The tag that the loop of a context told last.
    pub tag: u64,
}

macro_rules! find {
    ($function:ident, $kind:ident, $type:ty) => {
        pub fn $function(&mut self, name: &str) -> Result<&mut $type, Broken> {
            match self.named.get_mut(name) {
                Some(Object::$kind(object)) => Ok(object),
                Some(_) => Err(Broken(format!("'{name}' is of another kind"))),
                None => Err(Broken(format!("there is no '{name}'"))),
            }
        }
    };
}

impl Objects {
    find!(context, Context, Context);
    find!(list, List, DeviceList);
    find!(device, Device, Device);
    find!(stream, Stream, StreamObject);
    find!(frame, Frame, Frame);
    find!(group, Group, Group);
    find!(set, Set, FrameSet);

    /// Puts what a call made under a name. What was there was let go of before the call.
    pub fn put(&mut self, name: &str, made: v4lxx::Result<Object>) -> Outcome {
        Outcome::of(made, |object| {
            self.named.insert(name.into(), object);
            Outcome::ok()
        })
    }

    pub fn step(&mut self, step: &Step) -> Done {
        match step.word(0)? {
            "context" | "simulated" | "list" | "count" | "entry" | "open" | "device" => self.context_verb(step),
            "formats" | "negotiate" | "format" | "get" | "set" => self.device_verb(step),
            "stream" | "reconfigure" | "granted" | "start" | "stop" | "cancel" | "next" | "next_many" | "left" | "wait"
            | "read" | "account" | "state" | "statistics" | "held" => self.stream_verb(step),
            "callback" | "dispatch" | "calls" | "inside" | "destroyed" => self.callback_verb(step),
            "info" | "convert" | "time" | "bytes" | "checksum" | "keep" | "hold" | "release" => self.frame_verb(step),
            "listen" | "event" | "told" | "add_stream" | "remove_stream" | "next_of" | "of" => self.loop_verb(step),
            "group" | "join" | "next_set" | "of_set" | "frame_of" | "of_group" | "of_camera" => self.group_verb(step),
            "close" => self.close(step.word(1)?),
            "close_within" => self.close_within(step.word(1)?, step.word(2)?),
            "drop" => {
                self.named.remove(step.word(1)?);
                Ok(Outcome::ok())
            }
            "collect" => Ok(Outcome::ok()),
            "error" => self.error(step.word(1)?),
            "library" => library(step.word(1)?),
            "fail_allocation" => crate::mistakes::fail_allocation(),
            "bad" => crate::mistakes::bad(step.word(1)?),
            verb => Err(Broken(format!("there is no verb '{verb}'"))),
        }
    }

    fn close(&mut self, name: &str) -> Done {
        match self.named.get(name) {
            Some(Object::Device(device)) => device.close(),
            Some(Object::Stream(stream)) => stream.stream.close(),
            _ => return Err(Broken(format!("'{name}' is nothing that can be closed"))),
        }
        Ok(Outcome::ok())
    }

    fn close_within(&mut self, name: &str, time: &str) -> Done {
        let time = crate::streams::time(time)?;
        let closed = match self.named.get(name) {
            Some(Object::Device(device)) => device.close_within(time),
            Some(Object::Stream(stream)) => stream.stream.close_within(time),
            _ => return Err(Broken(format!("'{name}' is nothing that can be closed"))),
        };
        Ok(Outcome::of(closed, |()| Outcome::ok()))
    }

    fn context_verb(&mut self, step: &Step) -> Done {
        let name = step.word(1)?;
        match step.word(0)? {
            "context" => {
                self.named.remove(name);
                Ok(self.put(name, Context::new().map(Object::Context)))
            }
            "simulated" => Ok(Outcome::of(self.context(name)?.add_simulated(&step.words[2]), |()| Outcome::ok())),
            "list" => {
                self.named.remove(name);
                let flags = if step.words.len() > 3 { ListFlags::SIMULATED } else { ListFlags::empty() };
                let list = self.context(step.word(2)?)?.list(flags);
                Ok(self.put(name, list.map(Object::List)))
            }
            "count" => Ok(Outcome::value(self.list(name)?.len())),
            "entry" => match self.list(name)?.get(number::<usize>(step.word(2)?)?) {
                Some(info) => info_field(info, step.word(3)?),
                None => Ok(Outcome::NoSuchIndex),
            },
            "open" => {
                self.named.remove(name);
                let device = self.context(step.word(2)?)?.open(&step.words[3]);
                Ok(self.put(name, device.map(Object::Device)))
            }
            _ => info_field(&self.device(name)?.info(), step.word(2)?),
        }
    }

    fn device_verb(&mut self, step: &Step) -> Done {
        let device = self.device(step.word(1)?)?.clone();
        match step.word(0)? {
            "formats" => {
                let wanted = fourcc(step.word(2)?);
                Ok(Outcome::of(device.formats(), |formats| {
                    Outcome::yes_or_no(formats.iter().any(|format| format.fourcc == wanted))
                }))
            }
            "negotiate" => {
                let (wish, outputs) = wish(step)?;
                Ok(Outcome::of(device.negotiate(&wish, &outputs), |_| Outcome::ok()))
            }
            "format" => Outcome::of_part(device.format(), |format| format_field(&format, step.word(2)?)),
            "get" => Ok(get(&device, step.word(2)?).unwrap_or_else(Outcome::Failed)),
            _ => Ok(set(&device, step.word(2)?, step.word(3)?).unwrap_or_else(Outcome::Failed)),
        }
    }

    fn error(&self, field: &str) -> Done {
        let error = self.last.as_ref().ok_or_else(|| Broken("nothing has failed yet".into()))?;
        let failure = error.failure().ok_or_else(|| Broken("the failure was none of the library".into()))?;
        Ok(Outcome::value(match field {
            "message" => &failure.message,
            "operation" => &failure.operation,
            "device" => &failure.device,
            "asked" => &failure.asked,
            "answer" => &failure.answer,
            "cause" => &failure.cause,
            "advice" => &failure.advice,
            "field" => &failure.field,
            "request" => &failure.request,
            "status" => return Ok(Outcome::value(status_of(error))),
            "code" => return Ok(Outcome::value(format!("E{:04}", failure.code.0))),
            "errno" => {
                let errno = failure.source.as_ref().and_then(std::io::Error::raw_os_error);
                return Ok(Outcome::value(errno.unwrap_or(0)));
            }
            _ => return Err(Broken(format!("an error has no '{field}'"))),
        }))
    }
}

pub fn number<T: std::str::FromStr>(word: &str) -> Result<T, Broken> {
    word.parse().map_err(|_| Broken(format!("'{word}' is no such number")))
}

pub fn ratio(word: &str) -> Result<Fraction, Broken> {
    let (numerator, denominator) = word.split_once('/').unwrap_or((word, "1"));
    Ok(Fraction::new(number(numerator)?, number(denominator)?))
}

pub fn fourcc(name: &str) -> FourCc {
    FourCc::find(name).unwrap_or_default()
}

pub fn format_field(format: &Format, field: &str) -> Done {
    Ok(match field {
        "width" => Outcome::value(format.width),
        "height" => Outcome::value(format.height),
        "fourcc" => Outcome::value(format.fourcc),
        _ => return Err(Broken(format!("a format has no '{field}'"))),
    })
}

fn info_field(info: &DeviceInfo, field: &str) -> Done {
    Ok(match field {
        "path" => Outcome::value(info.path().display()),
        "card" => Outcome::value(info.card()),
        "driver" => Outcome::value(info.driver()),
        "bus" => Outcome::value(info.bus()),
        "simulated" => Outcome::yes_or_no(info.is_simulated()),
        _ => return Err(Broken(format!("a device has no '{field}'"))),
    })
}

fn wish(step: &Step) -> Result<(Wish, Vec<FourCc>), Broken> {
    let mut wish = Wish::new();
    let mut outputs = Vec::new();
    for (key, value) in step.options(2)? {
        match key {
            "width" => wish.width = number(value)?,
            "height" => wish.height = number(value)?,
            "fps" => wish.rate = ratio(value)?,
            "fourcc" => outputs = value.split('+').map(fourcc).collect(),
            _ => return Err(Broken(format!("a wish has no '{key}'"))),
        }
    }
    Ok((wish, outputs))
}

fn is_text(control: &Control) -> bool {
    control.kind() == ControlType::STRING
}

fn get(device: &Device, name: &str) -> v4lxx::Result<Outcome> {
    let control = device.control(name)?;
    if is_text(&control) {
        device.control_text(&control).map(Outcome::value)
    } else {
        device.control_value(&control).map(Outcome::value)
    }
}

fn set(device: &Device, name: &str, value: &str) -> v4lxx::Result<Outcome> {
    let control = device.control(name)?;
    if is_text(&control) {
        device.set_control_text(&control, value)?;
    } else {
        device.set_control(&control, control.parse(value)?)?;
    }
    Ok(Outcome::ok())
}

fn library(field: &str) -> Done {
    Outcome::of_part(v4lxx::library(), |library| match field {
        "version" => Ok(Outcome::value(library.version())),
        "loaded" => Ok(Outcome::yes_or_no(!library.path().is_empty())),
        _ => Err(Broken(format!("the library has no '{field}'"))),
    })
}
