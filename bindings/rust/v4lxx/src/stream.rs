// SPDX-License-Identifier: MIT
//! Streaming: one buffer queue of a device. Wait for frames, poll a descriptor, or take a callback.

use crate::call::{all, call, filled, made, timeout_ns};
use crate::callback::{self, Callback, Slot};
use crate::macros::handle;
use crate::{
    Error, Flow, Format, FourCc, Fraction, Frame, FrameRef, Frames, HeldFrame, Reserve, Result, Status, StreamAccount,
    StreamFlags, StreamOptions, StreamRate, StreamState, StreamStatistics,
};
use std::ops::Deref;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
use std::ptr::{self, NonNull};
use std::sync::Weak;
use std::time::Duration;
use v4lxx_sys as sys;

/// How a wait ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wait<T> {
    /// With what was waited for.
    Ready(T),
    /// There is nothing yet, and no time was given.
    Again,
    /// The time ran out.
    TimedOut,
    /// The stream has ended; nothing more will come.
    End,
}

impl<T> Wait<T> {
    /// What was waited for, if it came.
    pub fn ready(self) -> Option<T> {
        match self {
            Wait::Ready(thing) => Some(thing),
            _ => None,
        }
    }

    pub(crate) fn of(status: Status, thing: impl FnOnce() -> Result<T>) -> Result<Wait<T>> {
        match status {
            Status::OK => thing().map(Wait::Ready),
            Status::AGAIN => Ok(Wait::Again),
            Status::TIMED_OUT => Ok(Wait::TimedOut),
            Status::END => Ok(Wait::End),
            _ => Err(Error::bug("a wait ended in a way this version does not know")),
        }
    }
}

impl StreamOptions {
    /// Everything as the device is now, and the usual number of buffers.
    pub fn new() -> StreamOptions {
        StreamOptions::default()
    }

    /// In a pixel format.
    pub fn fourcc(mut self, fourcc: FourCc) -> StreamOptions {
        self.fourcc = fourcc;
        self
    }

    /// In a size in pixels.
    pub fn size(mut self, width: u32, height: u32) -> StreamOptions {
        self.width = width;
        self.height = height;
        self
    }

    /// At so many frames per second.
    pub fn rate(mut self, rate: Fraction) -> StreamOptions {
        self.rate = rate;
        self
    }

    /// With so many buffers; [`StreamHandle::buffer_count`] tells what was given.
    pub fn buffers(mut self, count: u32) -> StreamOptions {
        self.buffer_count = count;
        self
    }

    /// What happens while the program is slower than the camera.
    pub fn flow(mut self, flow: Flow) -> StreamOptions {
        self.flow = flow;
        self
    }

    /// So many frames wait for the program at most, with [`Flow::DROP_OLDEST`] and [`Flow::DROP_NEWEST`]; 2 without this.
    pub fn flow_depth(mut self, frames: u32) -> StreamOptions {
        self.flow_depth = frames;
        self
    }

    /// The driver keeps so many buffers, however many frames the program holds; and what becomes of a frame that would leave it fewer.
    pub fn reserve(mut self, min_queued: u32, reserve: Reserve) -> StreamOptions {
        self.min_queued = min_queued;
        self.reserve = reserve;
        self
    }

    /// [`Reserve::GROW`] makes it so many buffers at most; without this twice as many as there were.
    pub fn max_buffers(mut self, count: u32) -> StreamOptions {
        self.max_buffers = count;
        self
    }

    /// As long without a good frame is a failure, [`Code::STREAM_STALLED`](crate::Code::STREAM_STALLED); without this any time is allowed.
    pub fn stall_after(mut self, time: Duration) -> StreamOptions {
        self.stall_after_ns = i64::try_from(time.as_nanos()).unwrap_or(i64::MAX);
        self
    }

    /// With these flags; adds to what was said before.
    pub fn flags(mut self, flags: StreamFlags) -> StreamOptions {
        self.flags |= flags;
        self
    }
}

handle! {
    /// What any thread may do with a stream at any time: start, stop, close, cancel a wait, and ask. A clone is the same stream. Frames are
    /// taken with the [`Stream`] itself, by one thread at a time.
    StreamHandle = v4lxx_stream, drop v4lxx_stream_unref, clone v4lxx_stream_ref
}

impl StreamHandle {
    /// Allocates buffers and starts the driver. On failure all of it is undone.
    pub fn start(&self) -> Result<()> {
        // SAFETY: we hold a reference of the stream.
        call(|error| unsafe { sys::v4lxx_stream_start(self.0.as_ptr(), error) }).map(drop)
    }

    /// Stops the driver and frees its buffers. Frames still held stay readable. No callback runs after this has returned; inside the
    /// callback itself it does not wait.
    pub fn stop(&self) -> Result<()> {
        // SAFETY: as above.
        call(|error| unsafe { sys::v4lxx_stream_stop(self.0.as_ptr(), error) }).map(drop)
    }

    /// Changes format, rate and number of buffers, whether it runs or not; all else of the options has to be left as it is made. If it fails,
    /// all is as before. Frames that are kept stay readable.
    pub fn reconfigure(&self, options: StreamOptions) -> Result<()> {
        let raw = crate::macros::Raw::to_raw(&options);
        // SAFETY: as above; the options are our own and complete.
        call(|error| unsafe { sys::v4lxx_stream_reconfigure(self.0.as_ptr(), &raw, error) }).map(drop)
    }

    /// Ends the stream now: waits in progress and later calls answer [`Status::ERROR_CLOSED`]. Frames stay readable. Twice is allowed.
    pub fn close(&self) {
        // SAFETY: as above.
        unsafe { sys::v4lxx_stream_close(self.0.as_ptr()) }
    }

    /// Closes, and waits so long at most until that is over; `None` waits without end. If the driver does not return from a call in this time,
    /// the failure is [`Status::ERROR_BUSY`] and names the call. The stream is closed all the same, and the rest happens when the driver returns;
    /// called again it waits on.
    pub fn close_within(&self, timeout: Option<Duration>) -> Result<()> {
        // SAFETY: as above.
        call(|error| unsafe { sys::v4lxx_stream_close_within(self.0.as_ptr(), timeout_ns(timeout), error) }).map(drop)
    }

    /// What is left until a point of `CLOCK_MONOTONIC`, such as the arrival of a frame and a bit, for a wait that is to end there; zero if it is
    /// past. With an [`Instant`](std::time::Instant) no call is needed: `deadline.saturating_duration_since(Instant::now())`.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # let mut stream = v4lxx::Context::new()?.open("sim:camera,fps=100")?.stream(Default::default())?;
    /// # stream.start()?;
    /// let first = stream.next_frame(None)?.ready().unwrap();
    /// let deadline = first.info().arrival_ns + 50_000_000;
    /// let mut frames = 0;
    /// while !stream.time_left(deadline).is_zero() {
    ///     let left = stream.time_left(deadline); // however many frames come, the loop ends in time
    ///     frames += stream.next_frame(Some(left))?.ready().is_some() as u32;
    /// }
    /// assert!((3..=6).contains(&frames));
    /// # Ok::<(), v4lxx::Error>(())
    /// ```
    pub fn time_left(&self, deadline_ns: i64) -> Duration {
        // SAFETY: as above.
        let left = unsafe { sys::v4lxx_stream_get_time_left(self.0.as_ptr(), deadline_ns) };
        Duration::from_nanos(left.unsigned_abs())
    }

    /// Ends the waits in progress, or the next one if there is none, once, with [`Status::ERROR_CANCELLED`].
    pub fn cancel(&self) {
        // SAFETY: as above.
        unsafe { sys::v4lxx_stream_cancel(self.0.as_ptr()) }
    }

    /// The format the driver granted when the stream was made or last started.
    pub fn format(&self) -> Result<Format> {
        // SAFETY: as above; the struct is one to fill.
        filled(|out, error| unsafe { sys::v4lxx_stream_read_format(self.0.as_ptr(), out, error) })
    }

    /// Seconds per frame; 0/0 if the device does not tell.
    pub fn interval(&self) -> Result<Fraction> {
        // SAFETY: as above.
        filled(|out, error| unsafe { sys::v4lxx_stream_read_interval(self.0.as_ptr(), out, error) })
    }

    /// How many buffers the driver gave; 0 while the stream is not running.
    pub fn buffer_count(&self) -> u32 {
        // SAFETY: as above.
        unsafe { sys::v4lxx_stream_get_buffer_count(self.0.as_ptr()) }
    }

    /// How often the last start had to take a mode that needs less bandwidth.
    pub fn steps_down(&self) -> u32 {
        // SAFETY: as above.
        unsafe { sys::v4lxx_stream_get_steps_down(self.0.as_ptr()) }
    }

    /// The exact account of the stream since it was made: every frame the driver counted is in one line.
    pub fn account(&self) -> Result<StreamAccount> {
        // SAFETY: as above.
        filled(|out, error| unsafe { sys::v4lxx_stream_read_account(self.0.as_ptr(), out, error) })
    }

    /// The rate the device says and the one that the time stamps say.
    pub fn rate(&self) -> Result<StreamRate> {
        // SAFETY: as above.
        filled(|out, error| unsafe { sys::v4lxx_stream_read_rate(self.0.as_ptr(), out, error) })
    }

    /// How regularly frames come and how quickly they are taken, since the stream was made.
    pub fn statistics(&self) -> Result<StreamStatistics> {
        // SAFETY: as above.
        filled(|out, error| unsafe { sys::v4lxx_stream_read_statistics(self.0.as_ptr(), out, error) })
    }

    /// What the stream does now: for who got no frame in time. It asks the device for its input and its exposure.
    pub fn state(&self) -> Result<StreamState> {
        // SAFETY: as above.
        filled(|out, error| unsafe { sys::v4lxx_stream_read_state(self.0.as_ptr(), out, error) })
    }

    /// The frames that were handed out and not given back, of all starts, the oldest first. It takes the lock of the frame path for as long
    /// as it looks.
    pub fn held(&self) -> Result<Vec<HeldFrame>> {
        // SAFETY: as above; the list is ours until it is given back.
        unsafe {
            let list = made(|out, error| sys::v4lxx_stream_list_held(self.0.as_ptr(), out, error))?.as_ptr();
            let held =
                all(sys::v4lxx_held_list_get_count(list), |index, out, error| sys::v4lxx_held_list_at(list, index, out, error));
            sys::v4lxx_held_list_unref(list);
            held
        }
    }

    /// The frame of a buffer by an address in it: which one it was that somebody read, by a pointer that was kept, after it was given back.
    pub fn find_frame(&self, address: u64) -> Result<HeldFrame> {
        // SAFETY: as above; the address is only compared.
        filled(|out, error| unsafe { sys::v4lxx_stream_find_frame(self.0.as_ptr(), address, out, error) })
    }

    /// Finds out why frames come more slowly than the device says: a failure with the likely reason. `false`: that cannot be said yet.
    pub fn check_rate(&self) -> Result<bool> {
        // SAFETY: as above.
        call(|error| unsafe { sys::v4lxx_stream_check_rate(self.0.as_ptr(), error) }).map(|status| status == Status::OK)
    }

    /// The descriptor to wait for the stream with, in any event loop: readable when there is something to take. It is made at the first
    /// call and stays the stream's own: never read or close it.
    pub fn fd(&self) -> Result<BorrowedFd<'_>> {
        // SAFETY: as above.
        let number = unsafe { sys::v4lxx_stream_get_fd(self.0.as_ptr()) };
        if number < 0 {
            return Err(Error::no_descriptor());
        }
        // SAFETY: it stays open until the last reference of the stream goes, and we hold one.
        Ok(unsafe { BorrowedFd::borrow_raw(number) })
    }
}

impl std::fmt::Debug for StreamHandle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Stream").field("format", &self.format().ok()).finish_non_exhaustive()
    }
}

/// One buffer queue of a device. Dropping it closes it; frames still held stay readable. It can be moved to any thread; whatever takes a
/// frame needs it exclusively, and everything else is in [`StreamHandle`], to which it dereferences.
pub struct Stream {
    handle: StreamHandle,
    panicked: Slot,
    /// The one that is set; the library holds it.
    callback: Weak<Callback>,
}

impl Stream {
    pub(crate) fn new(stream: NonNull<sys::v4lxx_stream>) -> Stream {
        Stream { handle: StreamHandle(stream), panicked: Slot::default(), callback: Weak::new() }
    }

    /// What other threads may have of this stream, such as to cancel a wait.
    pub fn handle(&self) -> StreamHandle {
        self.handle.clone()
    }

    /// Takes the next frame. Waits so long at most; with [`Duration::ZERO`] not at all, with `None` until one comes or
    /// [`StreamHandle::cancel`].
    #[inline]
    pub fn next_frame(&mut self, timeout: Option<Duration>) -> Result<Wait<Frame>> {
        let mut frame = ptr::null_mut();
        // SAFETY: we hold a reference of the stream, and nobody else takes frames: we are borrowed exclusively.
        let status = call(|error| unsafe { sys::v4lxx_stream_dequeue(self.as_ptr(), timeout_ns(timeout), &mut frame, error) })?;
        Wait::of(status, || {
            // SAFETY: the reference is ours.
            let own = |frame| unsafe { Frame::own(frame) };
            NonNull::new(frame).map(own).ok_or_else(|| Error::bug("success without a frame"))
        })
    }

    /// Takes the next frame if there is one already.
    pub fn try_next_frame(&mut self) -> Result<Wait<Frame>> {
        self.next_frame(Some(Duration::ZERO))
    }

    /// Takes the next frame as [`Stream::next_frame`] does, and with it all others that are ready, `most` of them at most, with one call: pushes
    /// them onto `frames`, and gives their number. An end or a failure behind frames is told by the next call, so none of them is lost.
    pub fn next_frames(&mut self, frames: &mut Vec<Frame>, most: usize, timeout: Option<Duration>) -> Result<Wait<usize>> {
        let mut raw = vec![ptr::null_mut(); most];
        let (capacity, mut count) = (u32::try_from(most).unwrap_or(u32::MAX), 0);
        // SAFETY: we hold a reference of the stream, are borrowed exclusively, and have room for as many frames as we say.
        let status = call(|error| unsafe {
            sys::v4lxx_stream_dequeue_many(self.as_ptr(), raw.as_mut_ptr(), capacity, timeout_ns(timeout), &mut count, error)
        })?;
        Wait::of(status, || {
            // SAFETY: the references are ours, and as many as were written.
            frames.extend(
                raw.iter()
                    .take(count as usize)
                    .filter_map(|frame| NonNull::new(*frame))
                    .map(|frame| unsafe { Frame::own(frame) }),
            );
            Ok(count as usize)
        })
    }

    /// All frames from now on, each waited for without end; [`Frames::timeout`] gives it one. It ends when the stream ends, or behind
    /// a failure.
    ///
    /// ```
    /// let mut stream = v4lxx::Context::new()?.open("sim:camera")?.stream(Default::default())?;
    /// stream.start()?;
    /// for frame in stream.frames().take(3) {
    ///     let frame = frame?;
    ///     println!("{}x{}, {} bytes", frame.width(), frame.height(), frame.plane(0).unwrap().len());
    /// }
    /// # Ok::<(), v4lxx::Error>(())
    /// ```
    pub fn frames(&mut self) -> Frames<'_> {
        Frames::new(self)
    }

    /// Sets the function that [`Stream::dispatch`] hands frames to. It runs on the thread that calls dispatch, and only inside it. While
    /// it is set, frames cannot be taken in another way.
    ///
    /// If it panics the stream stops, and dispatch returns [`Error::Panicked`].
    pub fn set_callback(&mut self, function: impl FnMut(&StreamHandle, FrameRef<'_>) + Send + 'static) -> Result<()> {
        self.callback = callback::set(self.as_ptr(), &self.panicked, Box::new(function))?;
        Ok(())
    }

    /// Takes the callback away.
    pub fn clear_callback(&mut self) -> Result<()> {
        callback::clear(self.as_ptr())
    }

    /// Waits for one frame and hands it to the callback. Times as in [`Stream::next_frame`].
    pub fn dispatch(&mut self, timeout: Option<Duration>) -> Result<Wait<()>> {
        // SAFETY: we hold a reference of the stream, and are borrowed exclusively.
        let answer = call(|error| unsafe { sys::v4lxx_stream_dispatch(self.as_ptr(), timeout_ns(timeout), error) });
        if let Some(panic) = callback::take_panic(&self.panicked) {
            return Err(Error::Panicked(panic));
        }
        Wait::of(answer?, || Ok(()))
    }

    pub(crate) fn as_ptr(&self) -> *mut sys::v4lxx_stream {
        self.handle.0.as_ptr()
    }
}

impl std::fmt::Debug for Stream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.handle.fmt(f)
    }
}

impl Deref for Stream {
    type Target = StreamHandle;
    fn deref(&self) -> &StreamHandle {
        &self.handle
    }
}

impl Drop for Stream {
    /// Closes it although handles may be left: whoever let go of the stream expects the device to be free. The function of a callback goes
    /// as well, since it may have such a handle itself.
    fn drop(&mut self) {
        self.handle.close();
        if let Some(callback) = self.callback.upgrade() {
            callback.let_go();
        }
    }
}

/// Panics if no descriptor can be made; [`StreamHandle::fd`] tells that as an error.
impl AsFd for Stream {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self.fd() {
            Ok(fd) => fd,
            Err(problem) => panic!("{problem}"),
        }
    }
}

impl AsRawFd for Stream {
    fn as_raw_fd(&self) -> RawFd {
        self.as_fd().as_raw_fd()
    }
}
