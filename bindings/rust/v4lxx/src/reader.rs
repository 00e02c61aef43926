// SPDX-License-Identifier: MIT
//! A stream as bytes: `std::io::Read`.

use crate::call::{call, timeout_ns};
use crate::{Error, ReadMode, Result, Stream, Wait};
use std::borrow::BorrowMut;
use std::io;
use std::time::Duration;
use v4lxx_sys as sys;

impl Stream {
    /// Copies bytes of the next frame into memory of one's own. In the mode [`ReadMode::FRAME`] a frame is read whole; one that does not
    /// fit is a failure with the code [`Code::BUFFER_TOO_SMALL`](crate::Code::BUFFER_TOO_SMALL), and stays to be read. In the mode
    /// [`ReadMode::BYTES`] a frame may take many calls. Times as in [`Stream::next_frame`].
    pub fn read_into(&mut self, buffer: &mut [u8], mode: ReadMode, timeout: Option<Duration>) -> Result<Wait<usize>> {
        let mut size = 0;
        // SAFETY: we hold a reference of the stream and are borrowed exclusively; the memory is the caller's and has that size.
        let status = call(|error| unsafe {
            sys::v4lxx_stream_read(
                self.as_ptr(),
                buffer.as_mut_ptr().cast(),
                buffer.len(),
                mode.0,
                timeout_ns(timeout),
                &mut size,
                error,
            )
        })?;
        Wait::of(status, || Ok(size))
    }

    /// The stream as something to read from; `&mut stream` can be had as well: [`Reader::new`].
    pub fn into_reader(self, mode: ReadMode) -> Reader<Stream> {
        Reader::new(self, mode)
    }
}

/// Reads the bytes of frames, with one copy. The end of the stream is the end of the file.
///
/// ```
/// use std::io::Read;
/// let mut stream = v4lxx::Context::new()?.open("sim:camera")?.stream(Default::default())?;
/// stream.start()?;
/// let mut first = vec![0; 640 * 480 * 2];
/// stream.into_reader(v4lxx::ReadMode::BYTES).read_exact(&mut first)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Reader<S = Stream> {
    stream: S,
    mode: ReadMode,
    timeout: Option<Duration>,
}

impl<S: BorrowMut<Stream>> Reader<S> {
    /// Over a stream or a `&mut` of one. Each read waits without end.
    pub fn new(stream: S, mode: ReadMode) -> Reader<S> {
        Reader { stream, mode, timeout: None }
    }

    /// Waits so long at most in each read, which then fails with [`io::ErrorKind::TimedOut`]; with [`Duration::ZERO`] it does not wait
    /// and fails with [`io::ErrorKind::WouldBlock`].
    pub fn timeout(mut self, time: Duration) -> Reader<S> {
        self.timeout = Some(time);
        self
    }

    /// The stream.
    pub fn stream(&self) -> &Stream {
        self.stream.borrow()
    }

    /// The stream back.
    pub fn into_inner(self) -> S {
        self.stream
    }
}

impl<S: BorrowMut<Stream>> io::Read for Reader<S> {
    /// Every failure is an [`Error`], to be had by `get_ref()` and `downcast_ref()`.
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.stream.borrow_mut().read_into(buffer, self.mode, self.timeout)? {
            Wait::Ready(size) => Ok(size),
            Wait::Again => Err(io::ErrorKind::WouldBlock.into()),
            Wait::TimedOut => Err(Error::TimedOut(self.timeout.unwrap_or_default()).into()),
            Wait::End => Ok(0),
        }
    }
}
