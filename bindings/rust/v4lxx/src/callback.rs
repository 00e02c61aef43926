// SPDX-License-Identifier: MIT
//! The one function that the library calls for frames. No panic leaves it: unwinding through C is undefined.

use crate::call::call;
use crate::unwind::{caught, let_go};
use crate::{FrameRef, Panic, Result, StreamHandle};
use std::any::Any;
use std::ffi::c_void;
use std::mem::ManuallyDrop;
use std::ptr::{self, NonNull};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use v4lxx_sys as sys;

/// Where a panic waits for the end of the dispatch it happened in.
pub(crate) type Slot = Arc<Mutex<Option<Box<dyn Any + Send>>>>;
pub(crate) type Function = dyn FnMut(&StreamHandle, FrameRef<'_>) + Send;

/// What the library holds for us. The mutex is never waited for: dispatch does not run twice at a time.
pub(crate) struct Callback {
    function: Mutex<Option<Box<Function>>>,
    panicked: Slot,
}

impl Callback {
    fn new(panicked: &Slot, function: Box<Function>) -> Arc<Callback> {
        Arc::new(Callback { function: Mutex::new(Some(function)), panicked: panicked.clone() })
    }

    /// Drops the function now, whoever may still hold the rest.
    pub(crate) fn let_go(&self) {
        let function = self.function.lock().unwrap_or_else(PoisonError::into_inner).take();
        let_go(caught(|| drop(function)));
    }
}

pub(crate) fn set(stream: *mut sys::v4lxx_stream, panicked: &Slot, function: Box<Function>) -> Result<Weak<Callback>> {
    let callback = Callback::new(panicked, function);
    let weak = Arc::downgrade(&callback);
    let user_data = Arc::into_raw(callback).cast_mut().cast();
    // SAFETY: the stream lives. This reference of the callback is the library's until it calls destroy, which it does if this fails, too.
    call(|error| unsafe { sys::v4lxx_stream_set_frame_callback(stream, Some(on_frame), user_data, Some(on_destroy), error) })?;
    Ok(weak)
}

pub(crate) fn clear(stream: *mut sys::v4lxx_stream) -> Result<()> {
    // SAFETY: the stream lives; without a function nothing is kept.
    call(|error| unsafe { sys::v4lxx_stream_set_frame_callback(stream, None, ptr::null_mut(), None, error) }).map(drop)
}

pub(crate) fn take_panic(slot: &Slot) -> Option<Panic> {
    slot.lock().unwrap_or_else(PoisonError::into_inner).take().map(Panic::new)
}

fn keep_panic(slot: &Slot, payload: Box<dyn Any + Send>) {
    let_go(slot.lock().unwrap_or_else(PoisonError::into_inner).replace(payload));
}

unsafe extern "C" fn on_frame(stream: *mut sys::v4lxx_stream, frame: *mut sys::v4lxx_frame, user_data: *mut c_void) {
    let (Some(stream), Some(frame)) = (NonNull::new(stream), NonNull::new(frame)) else { return };
    // SAFETY: user_data is the callback of set(), which lives until on_destroy.
    let callback = unsafe { &*user_data.cast::<Callback>() };
    // The reference is the caller's: it is not ours to give back.
    let handle = ManuallyDrop::new(StreamHandle(stream));
    // SAFETY: the frame lives during this call, and the function cannot keep what is lent to it.
    let lent = unsafe { FrameRef::lend(frame) };
    if !run(callback, &handle, lent) {
        // The panic says what happened; that the stop failed as well would only hide it.
        let _ = handle.stop();
    }
}

/// Runs the function; whether it came to its end.
fn run(callback: &Callback, stream: &StreamHandle, frame: FrameRef<'_>) -> bool {
    let mut function = callback.function.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(function) = &mut *function else { return true };
    let Some(payload) = caught(|| function(stream, frame)) else { return true };
    keep_panic(&callback.panicked, payload);
    false
}

unsafe extern "C" fn on_destroy(user_data: *mut c_void) {
    // SAFETY: user_data is the callback of set(), and the library calls this once, after the last frame.
    let callback = unsafe { Arc::from_raw(user_data.cast::<Callback>()) };
    let slot = callback.panicked.clone();
    if let Some(payload) = caught(|| drop(callback)) {
        keep_panic(&slot, payload);
    }
}

/// Without the library, so that Miri can look on.
#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    fn boxed(slot: &Slot, function: Box<Function>) -> *mut c_void {
        Arc::into_raw(Callback::new(slot, function)).cast_mut().cast()
    }

    #[test]
    fn s39_the_trampoline_runs_the_closure_and_destroy_lets_go_of_it() {
        let (slot, calls) = (Slot::default(), Arc::new(AtomicU32::new(0)));
        let counted = calls.clone();
        let user_data = boxed(
            &slot,
            Box::new(move |_, _| {
                counted.fetch_add(1, Ordering::Relaxed);
            }),
        );
        for _ in 0..2 {
            // SAFETY: nobody looks at the stream or the frame; user_data is a callback.
            unsafe { on_frame(NonNull::dangling().as_ptr(), NonNull::dangling().as_ptr(), user_data) };
        }
        // SAFETY: once, and after the last frame.
        unsafe { on_destroy(user_data) };
        assert_eq!((calls.load(Ordering::Relaxed), Arc::strong_count(&calls)), (2, 1));
        assert!(take_panic(&slot).is_none());
    }

    #[test]
    fn s39_no_panic_leaves_the_trampoline() {
        let slot = Slot::default();
        let callback = Callback::new(&slot, Box::new(|_, _| panic!("here")));
        let stream = ManuallyDrop::new(StreamHandle(NonNull::dangling()));
        // SAFETY: nobody looks at the frame.
        let lent = unsafe { FrameRef::lend(NonNull::dangling()) };
        assert!(!run(&callback, &stream, lent));
        assert_eq!(take_panic(&slot).expect("it is kept").message(), "here");
        assert!(take_panic(&slot).is_none());
    }
}
