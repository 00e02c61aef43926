// SPDX-License-Identifier: MIT
//! Feature `tokio`: waiting for a context without a thread.

use crate::{Code, Context, Error, Event, Frame, Result, Wait};
use std::future::poll_fn;
use std::io;
use std::task::{Context as TaskContext, Poll};
use std::time::Duration;
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;

/// What came of a context.
#[derive(Debug)]
pub enum Arrival {
    /// A frame of the stream with this tag.
    Frame(u64, Frame),
    /// The stream with this tag has ended.
    End(u64),
    /// The stream with this tag failed. The others go on.
    Failed(u64, Error),
    /// An event.
    Event(Event),
}

/// The loop and the events of a context on tokio. Dropping a wait loses nothing.
///
/// ```
/// # let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
/// # runtime.block_on(async {
/// let context = v4lxx::Context::new()?;
/// let stream = context.open("sim:camera")?.stream(Default::default())?;
/// context.add_stream(&stream, 7)?;
/// stream.start()?;
/// let mut arrivals = v4lxx::AsyncContext::new(context)?;
/// if let v4lxx::Arrival::Frame(tag, frame) = arrivals.next().await? {
///     println!("camera {tag}: {}x{}", frame.width(), frame.height());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// # }).unwrap();
/// ```
#[derive(Debug)]
pub struct AsyncContext {
    // The context is inside: tokio lets go of the descriptor before the context closes it.
    fd: AsyncFd<Context>,
}

impl AsyncContext {
    /// Needs a runtime with I/O. Streams are added and events asked for before or afterwards.
    pub fn new(context: Context) -> io::Result<AsyncContext> {
        context.fd()?;
        // SAFETY: the descriptor stays open, and the same, until the last reference of the context goes, and one is inside.
        let fd = unsafe { AsyncFd::register_with_interest(context, Interest::READABLE) }?;
        Ok(AsyncContext { fd })
    }

    /// What comes next: frames of all streams in the loop and, if the context listens, events. A failure is one of the loop itself, such as
    /// that of [`Context::cancel`].
    pub async fn next(&mut self) -> Result<Arrival> {
        poll_fn(|task| self.poll_next(task)).await
    }

    /// The context.
    pub fn context(&self) -> &Context {
        self.fd.get_ref()
    }

    /// The context back.
    pub fn into_inner(self) -> Context {
        self.fd.into_inner()
    }

    fn poll_next(&mut self, task: &mut TaskContext<'_>) -> Poll<Result<Arrival>> {
        loop {
            if let Some(arrival) = self.take() {
                return Poll::Ready(arrival);
            }
            // tokio hears only of changes: readiness is cleared after there was nothing, and what came in between is asked for once more.
            match self.fd.poll_read_ready(task) {
                Poll::Ready(Ok(mut ready)) => ready.clear_ready(),
                Poll::Ready(Err(problem)) => return Poll::Ready(Err(Error::waiting(problem))),
                Poll::Pending => return Poll::Pending,
            }
        }
    }

    fn take(&self) -> Option<Result<Arrival>> {
        let context = self.context();
        match context.next_frame(Some(Duration::ZERO)) {
            (tag, Ok(Wait::Ready(frame))) => return Some(Ok(Arrival::Frame(tag, frame))),
            (tag, Ok(Wait::End)) => return Some(Ok(Arrival::End(tag))),
            (_, Ok(_)) => {}
            (_, Err(error)) if matches!(error.code(), Some(Code::WAIT_CANCELLED | Code::LOOP_BUSY)) => return Some(Err(error)),
            (tag, Err(error)) => return Some(Ok(Arrival::Failed(tag, error))),
        }
        match context.next_event(Some(Duration::ZERO)) {
            Ok(Wait::Ready(event)) => Some(Ok(Arrival::Event(event))),
            Ok(_) => None,
            Err(error) if error.code() == Some(Code::NOT_LISTENING) => None,
            Err(error) => Some(Err(error)),
        }
    }
}
