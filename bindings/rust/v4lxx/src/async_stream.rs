// SPDX-License-Identifier: MIT
//! Feature `tokio`: waiting for frames without a thread.

use crate::{Frame, Result, Stream, Wait};
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;

/// The frames of a stream as a `futures::Stream`: each item is a frame or a failure, and the end is the end of the stream. Dropping a wait
/// loses no frame.
///
/// ```
/// # let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
/// # runtime.block_on(async {
/// let stream = v4lxx::Context::new()?.open("sim:camera")?.stream(Default::default())?;
/// stream.start()?;
/// let mut frames = v4lxx::AsyncStream::new(stream)?;
/// while let Some(frame) = frames.next().await {
///     if frame?.sequence() == 3 {
///         break;
///     }
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # }).unwrap();
/// ```
#[derive(Debug)]
pub struct AsyncStream {
    // The stream is inside: tokio lets go of the descriptor before the stream closes it.
    fd: AsyncFd<Stream>,
    is_done: bool,
}

impl AsyncStream {
    /// Needs a runtime with I/O. Frames come from whatever is running: start the stream before or afterwards.
    pub fn new(stream: Stream) -> io::Result<AsyncStream> {
        stream.fd()?;
        // SAFETY: the descriptor stays open, and the same, until the last reference of the stream goes, and one is inside.
        let fd = unsafe { AsyncFd::register_with_interest(stream, Interest::READABLE) }?;
        Ok(AsyncStream { fd, is_done: false })
    }

    /// The next frame; `None` when the stream has ended, or behind a failure.
    pub async fn next(&mut self) -> Option<Result<Frame>> {
        poll_fn(|context| self.poll_frame(context)).await
    }

    /// The stream, for everything but taking frames.
    pub fn stream(&self) -> &Stream {
        self.fd.get_ref()
    }

    /// The stream back.
    pub fn into_inner(self) -> Stream {
        self.fd.into_inner()
    }

    fn poll_frame(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Frame>>> {
        if self.is_done {
            return Poll::Ready(None);
        }
        loop {
            match self.fd.get_mut().try_next_frame() {
                Ok(Wait::Ready(frame)) => return Poll::Ready(Some(Ok(frame))),
                Ok(Wait::Again | Wait::TimedOut) => {}
                Ok(Wait::End) => {
                    self.is_done = true;
                    return Poll::Ready(None);
                }
                Err(error) => {
                    self.is_done = true;
                    return Poll::Ready(Some(Err(error)));
                }
            }
            // tokio hears only of changes: readiness is cleared after there was nothing, and what came in between is asked for once more.
            match self.fd.poll_read_ready(context) {
                Poll::Ready(Ok(mut ready)) => ready.clear_ready(),
                Poll::Ready(Err(problem)) => {
                    self.is_done = true;
                    return Poll::Ready(Some(Err(crate::Error::waiting(problem))));
                }
                Poll::Pending => return Poll::Pending,
            }
        }
    }
}

impl futures_core::Stream for AsyncStream {
    type Item = Result<Frame>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame>>> {
        self.get_mut().poll_frame(context)
    }
}
