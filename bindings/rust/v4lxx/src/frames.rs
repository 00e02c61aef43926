// SPDX-License-Identifier: MIT
//! `for frame in stream.frames()`.

use crate::{Error, Frame, Result, Stream, Wait};
use std::time::Duration;

/// The frames of a stream, as they come. Made by [`Stream::frames`].
#[derive(Debug)]
pub struct Frames<'a> {
    stream: &'a mut Stream,
    timeout: Option<Duration>,
    is_done: bool,
}

impl<'a> Frames<'a> {
    pub(crate) fn new(stream: &'a mut Stream) -> Frames<'a> {
        Frames { stream, timeout: None, is_done: false }
    }

    /// Waits so long at most for each frame. When nothing came the item is [`Error::TimedOut`], and the next one is waited for anew.
    pub fn timeout(mut self, time: Duration) -> Frames<'a> {
        self.timeout = Some(time);
        self
    }
}

impl Iterator for Frames<'_> {
    type Item = Result<Frame>;

    #[inline]
    fn next(&mut self) -> Option<Result<Frame>> {
        if self.is_done {
            return None;
        }
        match self.stream.next_frame(self.timeout) {
            Ok(Wait::Ready(frame)) => Some(Ok(frame)),
            Ok(Wait::Again | Wait::TimedOut) => Some(Err(Error::TimedOut(self.timeout.unwrap_or_default()))),
            Ok(Wait::End) => {
                self.is_done = true;
                None
            }
            Err(error) => {
                self.is_done = true;
                Some(Err(error))
            }
        }
    }
}

impl std::iter::FusedIterator for Frames<'_> {}
