// SPDX-License-Identifier: MIT
//! What the library has to tell besides what its calls return.

use crate::call::{call, text};
use crate::unwind::{caught, let_go};
use crate::{Code, Context, LogLevel, LogTopic, Result};
use std::ffi::c_void;
use std::marker::PhantomData;
use std::sync::atomic::{AtomicBool, Ordering};
use v4lxx_sys as sys;

type SinkFn = dyn Fn(&LogRecord<'_>) + Send + Sync;

/// What the library holds for us: the function, and whether it has panicked.
struct Sink {
    function: Box<SinkFn>,
    panicked: AtomicBool,
}

pub(crate) fn set(context: &Context, level: LogLevel, function: Box<SinkFn>) -> Result<()> {
    let sink = Box::into_raw(Box::new(Sink { function, panicked: AtomicBool::new(false) }));
    // SAFETY: we hold a reference of the context. The sink belongs to the library until it calls destroy, which it does if this fails, too.
    call(|error| unsafe {
        sys::v4lxx_context_set_log(context.0.as_ptr(), level.0, Some(on_record), sink.cast(), Some(on_destroy), error)
    })
    .map(drop)
}

unsafe extern "C" fn on_record(record: *const sys::v4lxx_log_record, user_data: *mut c_void) {
    // SAFETY: user_data is the sink of set(), which lives until on_destroy. Other threads have shared references at most.
    let sink = unsafe { &*user_data.cast::<Sink>() };
    if sink.panicked.load(Ordering::Relaxed) {
        return;
    }
    // SAFETY: the record lives during this call, and LogRecord cannot be taken out of the sink's call.
    let Some(record) = (unsafe { record.as_ref() }) else { return };
    if let Some(payload) = caught(|| (sink.function)(&LogRecord(record, PhantomData))) {
        sink.panicked.store(true, Ordering::Relaxed);
        let_go(Some(payload));
    }
}

unsafe extern "C" fn on_destroy(user_data: *mut c_void) {
    // SAFETY: user_data is the sink of set(), and the library calls this once, after the last message.
    let sink = unsafe { Box::from_raw(user_data.cast::<Sink>()) };
    let_go(caught(|| drop(sink)));
}

/// One message, for the length of the call that hands it over, and for its thread.
pub struct LogRecord<'a>(&'a sys::v4lxx_log_record, PhantomData<*const ()>);

impl LogRecord<'_> {
    /// How much it matters.
    pub fn level(&self) -> LogLevel {
        // SAFETY: the record lives as long as we do.
        LogLevel(unsafe { sys::v4lxx_log_record_get_level(self.0) })
    }

    /// What it is about.
    pub fn topic(&self) -> LogTopic {
        // SAFETY: as above.
        LogTopic(unsafe { sys::v4lxx_log_record_get_topic(self.0) })
    }

    /// The code of the failure it tells of.
    pub fn code(&self) -> Option<Code> {
        // SAFETY: as above.
        let code = unsafe { sys::v4lxx_log_record_get_code(self.0) };
        (code != 0).then_some(Code(code))
    }

    /// How many messages of this kind about this device were left out since the last one.
    pub fn left_out(&self) -> u64 {
        // SAFETY: as above.
        unsafe { sys::v4lxx_log_record_get_left_out(self.0) }
    }

    /// The device it is about; "" if it is about none.
    pub fn device(&self) -> &str {
        // SAFETY: as above; the text lives as long as the record.
        unsafe { text(sys::v4lxx_log_record_get_device(self.0)) }
    }

    /// The message for people. That of a failure has several lines, the first of which stands alone.
    pub fn message(&self) -> &str {
        // SAFETY: as above.
        unsafe { text(sys::v4lxx_log_record_get_message(self.0)) }
    }
}

impl std::fmt::Debug for LogRecord<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LogRecord")
            .field("level", &self.level())
            .field("topic", &self.topic())
            .field("message", &self.message())
            .finish_non_exhaustive()
    }
}

impl LogLevel {
    /// The word for it: "warning".
    pub fn word(self) -> &'static str {
        // SAFETY: takes any number; the text lives as long as the process.
        unsafe { text(sys::v4lxx_log_level_get_name(self.0)) }
    }
}

/// Without the library, so that Miri can look on.
#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::atomic::AtomicU32;

    #[test]
    fn s39_a_sink_that_panics_is_not_called_again_and_is_let_go_of() {
        let calls = Arc::new(AtomicU32::new(0));
        let counted = calls.clone();
        let function: Box<SinkFn> = Box::new(move |_| assert_eq!(counted.fetch_add(1, Ordering::Relaxed), 0, "the second"));
        let user_data = Box::into_raw(Box::new(Sink { function, panicked: AtomicBool::new(false) })).cast();
        for _ in 0..3 {
            // SAFETY: nobody looks at the record; user_data is a sink.
            unsafe { on_record(std::ptr::NonNull::dangling().as_ptr(), user_data) };
        }
        // SAFETY: once, and after the last message.
        unsafe { on_destroy(user_data) };
        assert_eq!((calls.load(Ordering::Relaxed), Arc::strong_count(&calls)), (2, 1));
    }
}
