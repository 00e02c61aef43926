// SPDX-License-Identifier: MIT
//! The loop of a context: many streams on one thread, with one descriptor, and one wait for all of them.

use crate::call::{call, timeout_ns};
use crate::{Context, Error, Frame, Result, StreamHandle, Wait};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
use std::ptr::{self, NonNull};
use std::time::Duration;
use v4lxx_sys as sys;

impl Context {
    /// Takes a stream into the loop; the tag stands for it. Neither keeps the other alive: a stream leaves when it is closed or dropped, and
    /// after a failure, from which it may be started and added again.
    ///
    /// ```
    /// let context = v4lxx::Context::new()?;
    /// let mut streams = Vec::new();
    /// for (tag, name) in (1..).zip(["sim:camera", "sim:camera,id=2"]) {
    ///     let stream = context.open(name)?.stream(Default::default())?;
    ///     context.add_stream(&stream, tag)?;
    ///     stream.start()?;
    ///     streams.push(stream);
    /// }
    /// let (tag, frame) = context.next_frame(None);
    /// println!("camera {tag}: frame {}", frame?.ready().unwrap().sequence());
    /// # Ok::<(), v4lxx::Error>(())
    /// ```
    pub fn add_stream(&self, stream: &StreamHandle, tag: u64) -> Result<()> {
        // SAFETY: we hold a reference of the context, and the caller one of the stream.
        call(|error| unsafe { sys::v4lxx_context_add_stream(self.0.as_ptr(), stream.0.as_ptr(), tag, error) }).map(drop)
    }

    /// Takes a stream out of the loop. One that is not in it is left as it is.
    pub fn remove_stream(&self, stream: &StreamHandle) {
        // SAFETY: as above.
        unsafe { sys::v4lxx_context_remove_stream(self.0.as_ptr(), stream.0.as_ptr()) }
    }

    /// Takes the next frame of any stream in the loop; those that are ready take turns. Beside the tag of the stream stands what
    /// [`Stream::next_frame`](crate::Stream::next_frame) would give: the end of a stream comes once, and a failure of a stream once as well;
    /// the others go on. The tag is 0 if it is about none. [`Wait::Again`]: the time was zero, or an event waits for [`Context::next_event`].
    /// One thread at a time; to another one it is [`Code::LOOP_BUSY`](crate::Code::LOOP_BUSY).
    pub fn next_frame(&self, timeout: Option<Duration>) -> (u64, Result<Wait<Frame>>) {
        let (mut tag, mut frame) = (0, ptr::null_mut());
        let status = call(|error| {
            // SAFETY: as above. Whoever takes frames of one of the streams meanwhile does no harm: the library locks.
            unsafe { sys::v4lxx_context_dequeue(self.0.as_ptr(), timeout_ns(timeout), &mut tag, &mut frame, error) }
        });
        let taken = status.and_then(|status| {
            Wait::of(status, || {
                // SAFETY: the reference is ours.
                let own = |frame| unsafe { Frame::own(frame) };
                NonNull::new(frame).map(own).ok_or_else(|| Error::bug("success without a frame"))
            })
        });
        (tag, taken)
    }

    /// Ends the waits in progress on this context, or the next one if there is none, once, with
    /// [`Status::ERROR_CANCELLED`](crate::Status::ERROR_CANCELLED). Waits on its streams go on. Any thread, by a clone.
    pub fn cancel(&self) {
        // SAFETY: as above.
        unsafe { sys::v4lxx_context_cancel(self.0.as_ptr()) }
    }

    /// The descriptor to wait for in any event loop: readable when [`Context::next_frame`] or [`Context::next_event`] has something to say. It
    /// stays the context's own: never read or close it.
    pub fn fd(&self) -> Result<BorrowedFd<'_>> {
        // SAFETY: as above.
        let number = unsafe { sys::v4lxx_context_get_fd(self.0.as_ptr()) };
        if number < 0 {
            return Err(Error::no_descriptor());
        }
        // SAFETY: it stays open until the last reference of the context goes, and we hold one.
        Ok(unsafe { BorrowedFd::borrow_raw(number) })
    }
}

/// Panics if no descriptor can be made; [`Context::fd`] tells that as an error.
impl AsFd for Context {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self.fd() {
            Ok(fd) => fd,
            Err(problem) => panic!("{problem}"),
        }
    }
}

impl AsRawFd for Context {
    fn as_raw_fd(&self) -> RawFd {
        self.as_fd().as_raw_fd()
    }
}
