// SPDX-License-Identifier: MIT
//! Several cameras in step: a group of streams gives the frames that were taken at the same time, as one set.

use crate::call::{call, filled, made, timeout_ns};
use crate::macros::{Raw, handle};
use crate::{
    Context, Error, Frame, FrameRef, FrameSetInfo, GroupCamera, GroupFlags, GroupOptions, GroupStatistics, Match, Result,
    StreamHandle, Wait,
};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, RawFd};
use std::ptr::{self, NonNull};
use std::time::Duration;
use v4lxx_sys as sys;

handle! {
    /// Several streams whose frames are matched. It keeps them alive. A clone is the same group.
    Group = v4lxx_group, drop v4lxx_group_unref, clone v4lxx_group_ref
}

handle! {
    /// Frames that were taken at the same time, one of each camera of a group. The last drop gives its frames back. A clone is the same set.
    FrameSet = v4lxx_frame_set, drop v4lxx_frame_set_unref, clone v4lxx_frame_set_ref
}

impl GroupOptions {
    /// Complete sets, by time stamps, within half the shortest frame interval.
    pub fn new() -> GroupOptions {
        GroupOptions::default()
    }

    /// By what frames belong together.
    pub fn match_by(mut self, by: Match) -> GroupOptions {
        self.match_by = by;
        self
    }

    /// How far apart time stamps of one set may be.
    pub fn tolerance(mut self, time: Duration) -> GroupOptions {
        self.tolerance_ns = timeout_ns(Some(time)).max(0);
        self
    }

    /// How long a frame waits for its partners.
    pub fn max_wait(mut self, time: Duration) -> GroupOptions {
        self.max_wait_ns = timeout_ns(Some(time)).max(0);
        self
    }

    /// So many frames of one camera wait at most; 2 without this.
    pub fn most_held(mut self, frames: u32) -> GroupOptions {
        self.most_held = frames;
        self
    }

    /// With these flags; adds to what was said before.
    pub fn flags(mut self, flags: GroupFlags) -> GroupOptions {
        self.flags |= flags;
        self
    }
}

impl Group {
    /// A group without streams.
    ///
    /// ```
    /// # use v4lxx::{Context, Group, GroupOptions};
    /// let context = Context::new()?;
    /// let group = Group::new(&context, &GroupOptions::new())?;
    /// let mut streams = Vec::new();
    /// for name in ["sim:camera,phase=0ms", "sim:camera,id=2,phase=2ms"] {
    ///     let stream = context.open(name)?.stream(Default::default())?;
    ///     group.add_stream(&stream, 0)?;
    ///     stream.start()?;
    ///     streams.push(stream);
    /// }
    /// let set = group.next_set(None)?.ready().unwrap();
    /// println!("{} frames, {} ns apart", set.frames().flatten().count(), set.info().skew_ns);
    /// # Ok::<(), v4lxx::Error>(())
    /// ```
    pub fn new(context: &Context, options: &GroupOptions) -> Result<Group> {
        let raw = options.to_raw();
        // SAFETY: the caller holds a reference of the context; the struct outlives the call.
        made(|out, error| unsafe { sys::v4lxx_group_create(context.0.as_ptr(), &raw, out, error) }).map(Group)
    }

    /// Takes a stream into the group; its number is how many there were before. So many nanoseconds are added to its time stamps.
    pub fn add_stream(&self, stream: &StreamHandle, offset_ns: i64) -> Result<()> {
        // SAFETY: we hold a reference of the group, and the caller one of the stream.
        call(|error| unsafe { sys::v4lxx_group_add_stream(self.0.as_ptr(), stream.0.as_ptr(), offset_ns, error) }).map(drop)
    }

    /// Takes the next set. Waits so long at most; with [`Duration::ZERO`] not at all, with `None` until one comes or [`Group::cancel`]. A
    /// failure of a stream is told once. [`Wait::End`]: no set can come any more. One thread at a time; to another one it is
    /// [`Code::LOOP_BUSY`](crate::Code::LOOP_BUSY).
    pub fn next_set(&self, timeout: Option<Duration>) -> Result<Wait<FrameSet>> {
        let mut set = ptr::null_mut();
        // SAFETY: as above.
        let status = call(|error| unsafe { sys::v4lxx_group_next(self.0.as_ptr(), timeout_ns(timeout), &mut set, error) })?;
        Wait::of(status, || NonNull::new(set).map(FrameSet).ok_or_else(|| Error::bug("success without a set")))
    }

    /// All sets, each waited for so long at most, or without end. It ends behind a failure, after a time without a set, and where no set can
    /// come any more.
    pub fn sets(&self, timeout: Option<Duration>) -> Sets<'_> {
        Sets { group: self, timeout, is_done: false }
    }

    /// Ends the wait in progress on this group, or the next one if there is none, once, with
    /// [`Status::ERROR_CANCELLED`](crate::Status::ERROR_CANCELLED). Any thread, by a clone.
    pub fn cancel(&self) {
        // SAFETY: as above.
        unsafe { sys::v4lxx_group_cancel(self.0.as_ptr()) }
    }

    /// How it went.
    pub fn statistics(&self) -> GroupStatistics {
        // SAFETY: as above; the struct is one to fill. Nothing that the call could refuse can be in it.
        filled(|out, error| unsafe { sys::v4lxx_group_read_statistics(self.0.as_ptr(), out, error) }).unwrap_or_default()
    }

    /// How one of its cameras went, by the number of its stream.
    pub fn camera(&self, index: u32) -> Result<GroupCamera> {
        // SAFETY: as above.
        filled(|out, error| unsafe { sys::v4lxx_group_read_camera(self.0.as_ptr(), index, out, error) })
    }
}

/// The descriptor to wait for in any event loop: readable when [`Group::next_set`] has something to say. It stays the group's own.
impl AsFd for Group {
    fn as_fd(&self) -> BorrowedFd<'_> {
        // SAFETY: it stays open until the last reference of the group goes, and we hold one.
        unsafe { BorrowedFd::borrow_raw(sys::v4lxx_group_get_fd(self.0.as_ptr())) }
    }
}

impl AsRawFd for Group {
    fn as_raw_fd(&self) -> RawFd {
        self.as_fd().as_raw_fd()
    }
}

impl std::fmt::Debug for Group {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Group").field("statistics", &self.statistics()).finish_non_exhaustive()
    }
}

impl FrameSet {
    /// What is known of it.
    pub fn info(&self) -> FrameSetInfo {
        // SAFETY: we hold a reference of the set; the struct is one to fill. Nothing that the call could refuse can be in it.
        filled(|out, error| unsafe { sys::v4lxx_frame_set_read_info(self.0.as_ptr(), out, error) }).unwrap_or_default()
    }

    /// The frame of one camera, by the number of its stream; `None` if it is missing. [`FrameRef::keep`] makes one that outlives the set.
    pub fn frame(&self, index: u32) -> Option<FrameRef<'_>> {
        // SAFETY: as above; the set keeps its frames as long as we borrow it.
        NonNull::new(unsafe { sys::v4lxx_frame_set_get_frame(self.0.as_ptr(), index) })
            .map(|frame| unsafe { FrameRef::lend(frame) })
    }

    /// The frames of all cameras in the order of their streams, `None` for those that are missing.
    pub fn frames(&self) -> impl Iterator<Item = Option<Frame>> {
        (0..self.info().camera_count).map(|index| self.frame(index).map(|frame| frame.keep()))
    }

    /// When the frame of one camera was taken, comparable with the others: nanoseconds by the clock of its time stamp. 0 if it is missing.
    pub fn moment_ns(&self, index: u32) -> i64 {
        // SAFETY: as above.
        unsafe { sys::v4lxx_frame_set_get_moment(self.0.as_ptr(), index) }
    }
}

impl std::fmt::Debug for FrameSet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FrameSet").field("info", &self.info()).finish_non_exhaustive()
    }
}

/// The sets of a group, as they come. Made by [`Group::sets`].
#[derive(Debug)]
pub struct Sets<'a> {
    group: &'a Group,
    timeout: Option<Duration>,
    is_done: bool,
}

impl Iterator for Sets<'_> {
    type Item = Result<FrameSet>;

    fn next(&mut self) -> Option<Result<FrameSet>> {
        if self.is_done {
            return None;
        }
        let next = self.group.next_set(self.timeout).map(Wait::ready).transpose();
        self.is_done = !matches!(next, Some(Ok(_)));
        next
    }
}

impl std::iter::FusedIterator for Sets<'_> {}
