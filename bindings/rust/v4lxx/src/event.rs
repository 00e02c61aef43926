// SPDX-License-Identifier: MIT
//! Events: what a context tells besides frames.

use crate::call::{call, filled, text, timeout_ns};
use crate::macros::{handle, text_of};
use crate::{Context, DeviceInfo, Error, EventInfo, EventKind, ListenFlags, Result, Wait};
use std::ptr::{self, NonNull};
use std::time::Duration;
use v4lxx_sys as sys;

handle! {
    /// Something that happened: a device came or went, a stream ended. It prints as a sentence. A clone is the same event.
    Event = v4lxx_event, drop v4lxx_event_unref, clone v4lxx_event_ref
}

impl Event {
    /// What it tells, in numbers.
    pub fn info(&self) -> EventInfo {
        // SAFETY: we hold a reference of the event; the struct is one to fill. Nothing that the call could refuse can be in it.
        filled(|out, error| unsafe { sys::v4lxx_event_read_info(self.0.as_ptr(), out, error) }).unwrap_or_default()
    }

    /// What kind of event it is.
    pub fn kind(&self) -> EventKind {
        self.info().kind
    }

    /// The device it is about, as it was then.
    pub fn device(&self) -> DeviceInfo {
        // SAFETY: as above; the snapshot lives as long as the event, which always has one.
        unsafe { DeviceInfo::keep(sys::v4lxx_event_get_device(self.0.as_ptr())) }.expect("every event has a device")
    }

    /// The event for people, such as `"HD Pro Webcam C920" (/dev/video2) is there`.
    pub fn text(&self) -> &str {
        text_of!(self, v4lxx_event_get_text)
    }
}

impl std::fmt::Display for Event {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.text())
    }
}

impl std::fmt::Debug for Event {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Event").field("info", &self.info()).field("text", &self.text()).finish_non_exhaustive()
    }
}

impl EventKind {
    /// The word for it: "device_added"; "" for a kind that the library does not know.
    pub fn word(self) -> &'static str {
        // SAFETY: takes any number; the text lives as long as the process.
        unsafe { text(sys::v4lxx_event_kind_get_name(self.0)) }
    }
}

impl EventInfo {
    /// How long it was: since when the program is slow, or how long a device was away.
    pub fn span(&self) -> Duration {
        Duration::from_nanos(u64::try_from(self.span_ns).unwrap_or(0))
    }
}

impl Context {
    /// Says which events are wanted from now on; none ends it, and drops what waits. Up to 256 wait for the program; of more the oldest are
    /// dropped, and counted. A stream tells of its source if it was started while [`ListenFlags::STREAMS`] was set.
    ///
    /// ```
    /// let context = v4lxx::Context::new()?;
    /// context.listen(v4lxx::ListenFlags::DEVICES)?;
    /// assert!(context.next_event(Some(std::time::Duration::ZERO))?.ready().is_none());
    /// # Ok::<(), v4lxx::Error>(())
    /// ```
    pub fn listen(&self, flags: ListenFlags) -> Result<()> {
        // SAFETY: we hold a reference of the context.
        call(|error| unsafe { sys::v4lxx_context_listen(self.0.as_ptr(), flags.0, error) }).map(drop)
    }

    /// Takes the next event. Waits so long at most; with [`Duration::ZERO`] not at all, with `None` until one comes or [`Context::cancel`].
    /// Any thread may, while another one takes frames.
    pub fn next_event(&self, timeout: Option<Duration>) -> Result<Wait<Event>> {
        let mut event = ptr::null_mut();
        // SAFETY: as above.
        let status =
            call(|error| unsafe { sys::v4lxx_context_next_event(self.0.as_ptr(), timeout_ns(timeout), &mut event, error) })?;
        Wait::of(status, || NonNull::new(event).map(Event).ok_or_else(|| Error::bug("success without an event")))
    }

    /// All events from now on, each waited for without end. It ends behind a failure, such as that of [`Context::cancel`].
    pub fn events(&self) -> Events<'_> {
        Events { context: self, is_done: false }
    }

    /// How many events were dropped because too many waited, or for want of memory.
    pub fn missed_events(&self) -> u64 {
        // SAFETY: as above.
        unsafe { sys::v4lxx_context_get_missed_events(self.0.as_ptr()) }
    }
}

/// The events of a context, as they come. Made by [`Context::events`].
#[derive(Debug)]
pub struct Events<'a> {
    context: &'a Context,
    is_done: bool,
}

impl Iterator for Events<'_> {
    type Item = Result<Event>;

    fn next(&mut self) -> Option<Result<Event>> {
        while !self.is_done {
            match self.context.next_event(None) {
                Ok(Wait::Ready(event)) => return Some(Ok(event)),
                Ok(_) => {}
                Err(error) => {
                    self.is_done = true;
                    return Some(Err(error));
                }
            }
        }
        None
    }
}

impl std::iter::FusedIterator for Events<'_> {}
