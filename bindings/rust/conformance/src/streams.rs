// SPDX-License-Identifier: MIT
//! The verbs of streams and of their callbacks.

use crate::outcome::{Broken, Done, Outcome};
use crate::scenario::Step;
use crate::verbs::{Object, Objects, format_field, fourcc, number, ratio};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use v4lxx::{
    Flow, FrameRef, HeldFrame, ReadMode, Reserve, Stream, StreamAccount, StreamFlags, StreamHandle, StreamOptions, StreamState,
    StreamStatistics,
};

/// What the callbacks of a stream left behind.
#[derive(Default)]
struct Tally {
    calls: AtomicU32,
    destroyed: AtomicU32,
    inside: Mutex<Option<v4lxx::Result<()>>>,
}

/// Counts when the callback it belongs to is let go of.
struct Share(Arc<Tally>);

impl Drop for Share {
    fn drop(&mut self) {
        self.0.destroyed.fetch_add(1, Ordering::Relaxed);
    }
}

/// A stream of a scenario.
pub struct StreamObject {
    pub stream: Stream,
    tally: Arc<Tally>,
}

impl Objects {
    pub fn stream_verb(&mut self, step: &Step) -> Done {
        let name = step.word(1)?;
        match step.word(0)? {
            "stream" => {
                self.named.remove(name);
                let options = options(step, 3)?;
                let made = self.device(step.word(2)?)?.stream(options);
                Ok(self.put(name, made.map(|stream| Object::Stream(Box::new(StreamObject { stream, tally: Arc::default() })))))
            }
            "granted" if step.word(2)? == "buffers" => Ok(Outcome::value(self.stream(name)?.stream.buffer_count())),
            "granted" => Outcome::of_part(self.stream(name)?.stream.format(), |format| format_field(&format, step.word(2)?)),
            "reconfigure" => {
                let options = options(step, 2)?;
                Ok(Outcome::of(self.stream(name)?.stream.reconfigure(options), |()| Outcome::ok()))
            }
            "start" => Ok(Outcome::of(self.stream(name)?.stream.start(), |()| Outcome::ok())),
            "stop" => Ok(Outcome::of(self.stream(name)?.stream.stop(), |()| Outcome::ok())),
            "cancel" => {
                match self.named.get(name) {
                    Some(Object::Context(context)) => context.cancel(),
                    Some(Object::Group(group)) => group.cancel(),
                    _ => self.stream(name)?.stream.cancel(),
                }
                Ok(Outcome::ok())
            }
            "next" => {
                self.named.remove(name);
                let frame = self.stream(step.word(2)?)?.stream.next_frame(time(step.word(3)?)?);
                Ok(Outcome::of_wait(frame, |frame| self.put(name, Ok(Object::Frame(frame)))))
            }
            "next_many" => self.next_many(step),
            "left" => {
                let later = time(step.word(3)?)?.map_or(0, |time| i64::try_from(time.as_nanos()).unwrap_or(i64::MAX));
                let point = self.frame(step.word(2)?)?.info().arrival_ns + later;
                Ok(Outcome::value(self.stream(name)?.stream.time_left(point).as_millis()))
            }
            "wait" => wait(&self.stream(name)?.stream, time(step.word(2)?)?),
            "read" => self.read(step),
            "state" => Outcome::of_part(self.stream(name)?.stream.state(), |state| state_field(&state, step.word(2)?)),
            "held" => Outcome::of_part(self.stream(name)?.stream.held(), |held| held_field(&held, step)),
            "statistics" => Outcome::of_part(self.stream(name)?.stream.statistics(), |statistics| {
                statistics_field(&statistics, step.word(2)?)
            }),
            _ => Outcome::of_part(self.stream(name)?.stream.account(), |account| account_field(&account, step.word(2)?)),
        }
    }

    /// They become NAME1, NAME2 and so on.
    fn next_many(&mut self, step: &Step) -> Done {
        let (most, time) = (number(step.word(3)?)?, time(step.word(4)?)?);
        let mut frames = Vec::new();
        let taken = self.stream(step.word(2)?)?.stream.next_frames(&mut frames, most, time);
        for (place, frame) in frames.into_iter().enumerate() {
            self.named.insert(format!("{}{}", step.word(1)?, place + 1), Object::Frame(frame));
        }
        Ok(Outcome::of_wait(taken, Outcome::value))
    }

    fn read(&mut self, step: &Step) -> Done {
        let mut buffer = vec![0; number(step.word(2)?)?];
        let mode = match step.word(3)? {
            "frame" => ReadMode::FRAME,
            "bytes" => ReadMode::BYTES,
            mode => return Err(Broken(format!("one cannot read '{mode}'"))),
        };
        let time = time(step.word(4)?)?;
        Ok(Outcome::of_wait(self.stream(step.word(1)?)?.stream.read_into(&mut buffer, mode, time), Outcome::value))
    }

    pub fn callback_verb(&mut self, step: &Step) -> Done {
        let object = self.stream(step.word(1)?)?;
        let tally = &object.tally;
        match step.word(0)? {
            "callback" => set_callback(object, step.word(2)?),
            "dispatch" => Ok(Outcome::of_wait(object.stream.dispatch(time(step.word(2)?)?), |()| Outcome::ok())),
            "calls" => Ok(Outcome::value(tally.calls.load(Ordering::Relaxed))),
            "destroyed" => Ok(Outcome::value(tally.destroyed.load(Ordering::Relaxed))),
            _ => match tally.inside.lock().unwrap_or_else(PoisonError::into_inner).take() {
                Some(result) => Ok(Outcome::of(result, |()| Outcome::ok())),
                None => Err(Broken("nothing was called inside".into())),
            },
        }
    }
}

fn set_callback(object: &mut StreamObject, kind: &str) -> Done {
    let share = Share(object.tally.clone());
    let count = |share: &Share| share.0.calls.fetch_add(1, Ordering::Relaxed) + 1;
    object.tally.calls.store(0, Ordering::Relaxed);
    let set = match kind {
        "count" => object.stream.set_callback(move |_: &StreamHandle, _: FrameRef<'_>| {
            count(&share);
        }),
        "fail" => object.stream.set_callback(move |_, _| assert!(count(&share) != 2, "the second frame is one too many")),
        "stop" => object.stream.set_callback(move |stream, _| {
            count(&share);
            *share.0.inside.lock().unwrap_or_else(PoisonError::into_inner) = Some(stream.stop());
        }),
        "none" => {
            // This share was never one of a callback.
            object.tally.destroyed.fetch_sub(1, Ordering::Relaxed);
            object.stream.clear_callback()
        }
        "dispatch" => return Ok(Outcome::ByType("dispatch wants the stream exclusively, and a callback has a handle of it")),
        _ => return Err(Broken(format!("there is no callback '{kind}'"))),
    };
    Ok(Outcome::of(set, |()| Outcome::ok()))
}

/// `0`, `-1`, `20ms`, `2s`; `None` is without end.
pub fn time(word: &str) -> Result<Option<Duration>, Broken> {
    if word == "0" || word == "-1" {
        return Ok((word == "0").then_some(Duration::ZERO));
    }
    if let Some(count) = word.strip_suffix("ms") {
        return Ok(Some(Duration::from_millis(number(count)?)));
    }
    match word.strip_suffix('s') {
        Some(count) => Ok(Some(Duration::from_secs(number(count)?))),
        None => Err(Broken(format!("'{word}' is no time such as 0, -1, 20ms or 2s"))),
    }
}

/// Which of these words it is, from 0; behind the last if it is none, which the library refuses.
fn place_of(word: &str, words: &[&str]) -> u32 {
    words.iter().position(|known| *known == word).unwrap_or(words.len()) as u32
}

fn options(step: &Step, first: usize) -> Result<StreamOptions, Broken> {
    let mut options = StreamOptions::new();
    for (key, value) in step.options(first)? {
        match key {
            "fourcc" => options.fourcc = fourcc(value),
            "width" => options.width = number(value)?,
            "height" => options.height = number(value)?,
            "fps" => options.rate = ratio(value)?,
            "buffers" => options.buffer_count = number(value)?,
            "flow" => options.flow = Flow(place_of(value, &["block", "latest", "drop_oldest", "drop_newest"])),
            "flow_depth" => options.flow_depth = number(value)?,
            "min_queued" => options.min_queued = number(value)?,
            "reserve" => options.reserve = Reserve(place_of(value, &["copy", "drop", "grow"])),
            "max_buffers" => options.max_buffers = number(value)?,
            "stall_after_ms" => options = options.stall_after(Duration::from_millis(number(value)?)),
            "deliver_corrupt" if value == "yes" => options.flags |= StreamFlags::DELIVER_CORRUPT,
            "reconnect" if value == "yes" => options.flags |= StreamFlags::RECONNECT,
            "usb_reset" if value == "yes" => options.flags |= StreamFlags::USB_RESET,
            _ => return Err(Broken(format!("a stream has no '{key}={value}'"))),
        }
    }
    Ok(options)
}

fn wait(stream: &Stream, time: Option<Duration>) -> Done {
    let limit = time.and_then(|time| Timespec::try_from(time).ok());
    Outcome::of_part(stream.fd(), |fd| {
        let ready = poll(&mut [PollFd::new(&fd, PollFlags::IN)], limit.as_ref());
        let ready = ready.map_err(|problem| Broken(problem.to_string()))?;
        Ok(Outcome::value(if ready > 0 { "ready" } else { "nothing" }))
    })
}

fn statistics_field(statistics: &StreamStatistics, field: &str) -> Done {
    Ok(match field {
        "stamps_unset" => Outcome::value(statistics.stamps_unset),
        "stamps_repeated" => Outcome::value(statistics.stamps_repeated),
        "stamps_backward" => Outcome::value(statistics.stamps_backward),
        "stamps_future" => Outcome::value(statistics.stamps_future),
        "intervals" => Outcome::value(statistics.interval.count),
        "deliveries" => Outcome::value(statistics.delivery.count),
        "longest_interval" => Outcome::value(statistics.interval.max().as_nanos()),
        "interval_990" => Outcome::value(statistics.interval.quantile(990).as_nanos()),
        _ => return Err(Broken(format!("statistics have no '{field}'"))),
    })
}

fn state_field(state: &StreamState, field: &str) -> Done {
    Ok(match field {
        "phase" => Outcome::value(["stopped", "streaming", "ended", "away", "lost", "closed"][state.phase.0 as usize]),
        "generation" => Outcome::value(state.generation),
        "queued" => Outcome::value(state.queued),
        "held" => Outcome::value(state.held),
        _ => return Err(Broken(format!("a state has no '{field}'"))),
    })
}

fn held_field(held: &[HeldFrame], step: &Step) -> Done {
    if step.word(2)? == "count" {
        return Ok(Outcome::value(held.len()));
    }
    let index: usize = number(step.word(2)?)?;
    let frame = held.get(index).ok_or_else(|| Broken(format!("there is no held frame {index}")))?;
    Ok(Outcome::value(match step.word(3)? {
        "number" => frame.number,
        "generation" => frame.generation.into(),
        "holder" => frame.holder,
        "references" => frame.references.into(),
        "bytes" => frame.bytes,
        field => return Err(Broken(format!("a held frame has no '{field}'"))),
    }))
}

fn account_field(account: &StreamAccount, field: &str) -> Done {
    Ok(Outcome::value(match field {
        "delivered" => account.delivered,
        "driver_dropped" => account.driver_dropped,
        "corrupt" => account.corrupt,
        "corrupt_dropped" => account.corrupt_dropped,
        "empty_dropped" => account.empty_dropped,
        "short_frames" => account.short_frames,
        "bytes" => account.bytes,
        "copies" => account.copies,
        "io_errors" => account.io_errors,
        "requeue_failures" => account.requeue_failures,
        "system_calls" => account.system_calls,
        "queued" => account.queued.into(),
        "held" => account.held.into(),
        "policy_dropped" => account.policy_dropped,
        "starved" => account.starved,
        "waiting" => account.waiting.into(),
        "reconnects" => account.reconnects,
        "others_refused" => account.others_refused,
        "buffers_grown" => account.buffers_grown,
        "large_pages" => account.large_pages,
        "stalls" => account.stalls,
        "usb_resets" => account.usb_resets,
        _ => return Err(Broken(format!("an account has no '{field}'"))),
    }))
}
