// SPDX-License-Identifier: MIT
//! What went wrong: everything the library knows of a failed call, a panic in a callback, or a library that is not there.

use crate::call::{owned_text, text};
use crate::{Code, Status};
use std::any::Any;
use std::ffi::CString;
use std::sync::Mutex;
use std::time::Duration;
use std::{fmt, io};
use v4lxx_sys as sys;

/// The result of whatever can fail.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something failed. It prints, with `{}` and with `{:?}` alike, the message for people: what failed, on which device, what was
/// asked, what the kernel answered, what it means and what to do.
#[non_exhaustive]
pub enum Error {
    /// A call of the library failed.
    Failed(Box<Failure>),
    /// The callback of a stream panicked, and the stream was stopped. [`Panic::resume`] goes on panicking here.
    Panicked(Panic),
    /// Nothing came within the time that was given to an iterator or a reader.
    TimedOut(Duration),
    /// The library could not be loaded (feature `dlopen`).
    NotLoaded(&'static sys::LoadError),
}

impl Error {
    /// The status programs branch on, such as [`Status::ERROR_DEVICE_LOST`]; of a panic [`Status::ERROR_STATE`], of a library that is
    /// not there [`Status::ERROR_NOT_FOUND`].
    pub fn status(&self) -> Status {
        match self {
            Error::Failed(failure) => failure.status,
            Error::Panicked(_) => Status::ERROR_STATE,
            Error::TimedOut(_) => Status::TIMED_OUT,
            Error::NotLoaded(_) => Status::ERROR_NOT_FOUND,
        }
    }

    /// The stable number people look up, of a failed call.
    pub fn code(&self) -> Option<Code> {
        self.failure().map(|failure| failure.code)
    }

    /// All that is known of a failed call.
    pub fn failure(&self) -> Option<&Failure> {
        match self {
            Error::Failed(failure) => Some(failure),
            _ => None,
        }
    }

    /// Whether the device was unplugged, or its driver is gone.
    pub fn is_device_lost(&self) -> bool {
        self.status() == Status::ERROR_DEVICE_LOST
    }

    /// A failure that was found on this side of the library.
    pub(crate) fn here(status: Status, code: Code, operation: &str, cause: String, advice: &str) -> Error {
        let message = format!("cannot {operation} [V4LXX-E{:04}]\n  why:    {cause} (checked)\n  try:    {advice}", code.0);
        Error::Failed(Box::new(Failure {
            status,
            code,
            message,
            operation: operation.into(),
            cause,
            is_cause_checked: true,
            advice: advice.into(),
            ..Failure::default()
        }))
    }

    pub(crate) fn nul_inside(operation: &str, name: &str) -> Error {
        let cause = format!("there is a NUL in {name:?}");
        Error::here(Status::ERROR_ARGUMENT, Code::BAD_NAME, operation, cause, "Give a name without NUL")
    }

    pub(crate) fn bug(what: &str) -> Error {
        Error::here(Status::ERROR_SYSTEM, Code(0), "use libv4lxx", what.into(), "Report this; it is a bug of the library")
    }

    #[cfg(feature = "tokio")]
    pub(crate) fn waiting(problem: io::Error) -> Error {
        Error::here(
            Status::ERROR_SYSTEM,
            Code(0),
            "wait for a frame",
            problem.to_string(),
            "Keep the runtime of tokio as long as its streams",
        )
    }

    pub(crate) fn no_descriptor() -> Error {
        Error::here(
            Status::ERROR_SYSTEM,
            Code::TOO_MANY_FILES,
            "make a descriptor to wait for the stream with",
            "no descriptor was free, or the stream was closed before the first call".into(),
            "Raise the limit (ulimit -n), and ask for the descriptor before the stream is closed",
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Failed(failure) => f.write_str(&failure.message),
            Error::Panicked(panic) => {
                write!(f, "the callback of the stream panicked, the stream was stopped: {}", panic.message)
            }
            Error::TimedOut(time) => write!(f, "no frame came within {time:?}"),
            Error::NotLoaded(problem) => write!(f, "{problem}"),
        }
    }
}

/// As people read it: a `main` that returns an error prints it so.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {
    /// What the kernel answered, if it was asked; or why the library could not be loaded.
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Failed(failure) => failure.source.as_ref().map(|source| source as _),
            Error::NotLoaded(problem) => Some(*problem),
            _ => None,
        }
    }
}

impl From<Error> for io::Error {
    fn from(error: Error) -> io::Error {
        let kind = match error.status() {
            Status::TIMED_OUT => io::ErrorKind::TimedOut,
            Status::ERROR_ARGUMENT | Status::ERROR_ABI => io::ErrorKind::InvalidInput,
            Status::ERROR_NO_MEMORY => io::ErrorKind::OutOfMemory,
            Status::ERROR_DEVICE_LOST | Status::ERROR_CLOSED => io::ErrorKind::NotConnected,
            Status::ERROR_CANCELLED => io::ErrorKind::ConnectionAborted,
            Status::ERROR_BUSY => io::ErrorKind::ResourceBusy,
            Status::ERROR_DENIED => io::ErrorKind::PermissionDenied,
            Status::ERROR_NOT_FOUND => io::ErrorKind::NotFound,
            Status::ERROR_UNSUPPORTED => io::ErrorKind::Unsupported,
            Status::ERROR_DATA | Status::ERROR_DRIVER_BUG => io::ErrorKind::InvalidData,
            _ => io::ErrorKind::Other,
        };
        io::Error::new(kind, error)
    }
}

/// All that is known of a failed call. Texts are empty where there is nothing to say.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Failure {
    /// What programs branch on.
    pub status: Status,
    /// The stable number people look up.
    pub code: Code,
    /// The whole message, several lines.
    pub message: String,
    /// What failed, such as "start streaming".
    pub operation: String,
    /// The device it failed on, such as `"HD Pro Webcam C920" (/dev/video2)`.
    pub device: String,
    /// What was asked for, such as "MJPG 1920x1080, 4 buffers".
    pub asked: String,
    /// What the kernel answered, such as "VIDIOC_STREAMON: ENOSPC".
    pub answer: String,
    /// What it most likely means.
    pub cause: String,
    /// Whether the cause was verified; else it is the usual meaning.
    pub is_cause_checked: bool,
    /// What to do next.
    pub advice: String,
    /// The argument or field the failure is about.
    pub field: String,
    /// The request the kernel refused, such as "VIDIOC_S_FMT".
    pub request: String,
    /// What the kernel answered as an error of the system; its `raw_os_error()` is the errno.
    pub source: Option<io::Error>,
}

impl Failure {
    /// Reads an error of the library and frees it. It is NULL if there was no memory for it.
    pub(crate) fn take(status: Status, error: *mut sys::v4lxx_error) -> Failure {
        if error.is_null() {
            return Failure { status, message: format!("failed: {}", status.meaning()), ..Failure::default() };
        }
        // SAFETY: the error is ours, lives until it is freed, and is freed once.
        unsafe {
            let failure = Failure::read(error);
            sys::v4lxx_error_free(error);
            failure
        }
    }

    /// # Safety
    /// `error` is an error of the library that lives during this call.
    pub(crate) unsafe fn read(error: *const sys::v4lxx_error) -> Failure {
        // SAFETY: as of this function; the texts live as long as the error.
        unsafe {
            let errno = sys::v4lxx_error_get_errno(error);
            Failure {
                status: Status(sys::v4lxx_error_get_status(error)),
                code: Code(sys::v4lxx_error_get_code(error)),
                message: owned_text(sys::v4lxx_error_get_message(error)),
                operation: owned_text(sys::v4lxx_error_get_operation(error)),
                device: owned_text(sys::v4lxx_error_get_device(error)),
                asked: owned_text(sys::v4lxx_error_get_asked(error)),
                answer: owned_text(sys::v4lxx_error_get_answer(error)),
                cause: owned_text(sys::v4lxx_error_get_cause(error)),
                is_cause_checked: sys::v4lxx_error_is_cause_checked(error) != 0,
                advice: owned_text(sys::v4lxx_error_get_advice(error)),
                field: owned_text(sys::v4lxx_error_get_field(error)),
                request: owned_text(sys::v4lxx_error_get_request(error)),
                source: (errno != 0).then(|| io::Error::from_raw_os_error(errno)),
            }
        }
    }
}

/// What a callback panicked with.
#[derive(Debug)]
pub struct Panic {
    message: String,
    // In a mutex only so that an Error can be shared by threads: nobody waits for it.
    payload: Mutex<Option<Box<dyn Any + Send>>>,
}

impl Panic {
    pub(crate) fn new(payload: Box<dyn Any + Send>) -> Panic {
        let message = match (payload.downcast_ref::<&str>(), payload.downcast_ref::<String>()) {
            (Some(text), _) => (*text).to_owned(),
            (_, Some(text)) => text.clone(),
            _ => String::from("with something that is no text"),
        };
        Panic { message, payload: Mutex::new(Some(payload)) }
    }

    /// What it said.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Goes on panicking, as if the callback had been called from here.
    pub fn resume(self) -> ! {
        let payload = self.payload.into_inner().unwrap_or_default();
        std::panic::resume_unwind(payload.unwrap_or_else(|| Box::new(self.message)))
    }
}

impl Status {
    /// The meaning in one sentence; "" for a number that this version does not know.
    pub fn meaning(self) -> &'static str {
        // SAFETY: takes any number; the text lives as long as the process.
        unsafe { text(sys::v4lxx_status_get_meaning(self.0)) }
    }
}

impl Code {
    /// The code somebody read in a message: "V4LXX-E0231", "E0231", "231" or "USB_BANDWIDTH", in either case.
    pub fn find(text: &str) -> Option<Code> {
        let name = CString::new(text).ok()?;
        // SAFETY: the text ends with a NUL.
        let code = unsafe { sys::v4lxx_code_find(name.as_ptr()) };
        (code != 0).then_some(Code(code))
    }

    /// The meaning in one sentence; "" for a number that this version does not know.
    pub fn meaning(self) -> &'static str {
        // SAFETY: takes any number; the text lives as long as the process.
        unsafe { text(sys::v4lxx_code_get_meaning(self.0)) }
    }

    /// What to do about it, in general.
    pub fn advice(self) -> &'static str {
        // SAFETY: as above.
        unsafe { text(sys::v4lxx_code_get_advice(self.0)) }
    }

    /// The page of the code: when it happens, how to tell, what to do.
    pub fn explanation(self) -> &'static str {
        // SAFETY: as above.
        unsafe { text(sys::v4lxx_code_get_explanation(self.0)) }
    }

    /// The status it belongs to.
    pub fn status(self) -> Status {
        // SAFETY: takes any number.
        Status(unsafe { sys::v4lxx_code_get_status(self.0) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s39_what_a_callback_panicked_with_is_kept_whole() {
        let panic = Panic::new(Box::new(String::from("no more")));
        assert_eq!(panic.message(), "no more");
        let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| panic.resume())).expect_err("it panics");
        assert_eq!(caught.downcast_ref::<String>().map(String::as_str), Some("no more"));
        assert_eq!(Panic::new(Box::new(7)).message(), "with something that is no text");
    }

    #[test]
    fn an_error_is_an_io_error_of_a_fitting_kind() {
        let error = Error::nul_inside("open a device", "a\0");
        assert_eq!(io::Error::from(error).kind(), io::ErrorKind::InvalidInput);
        assert_eq!(io::Error::from(Error::TimedOut(Duration::ZERO)).kind(), io::ErrorKind::TimedOut);
    }

    #[test]
    fn an_error_can_go_to_any_thread() {
        fn goes<T: Send + Sync + 'static>() {}
        goes::<Error>();
    }
}
