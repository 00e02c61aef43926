// SPDX-License-Identifier: MIT
//! The shapes that calls of the C API have, once each.

use crate::macros::Fill;
use crate::{Error, Failure, Result, Status};
use std::ffi::{CStr, CString, OsStr, c_char};
use std::os::unix::ffi::OsStrExt;
use std::ptr::{self, NonNull};
use std::time::Duration;
use v4lxx_sys as sys;

/// Makes a call and turns a failure into an [`Error`]. What is left is a status of success.
#[inline]
pub(crate) fn call(function: impl FnOnce(*mut *mut sys::v4lxx_error) -> sys::v4lxx_status) -> Result<Status> {
    let mut error = ptr::null_mut();
    let status = function(&mut error);
    if status >= 0 {
        return Ok(Status(status));
    }
    Err(Error::Failed(Box::new(Failure::take(Status(status), error))))
}

/// A call that makes an object.
pub(crate) fn made<T>(
    function: impl FnOnce(*mut *mut T, *mut *mut sys::v4lxx_error) -> sys::v4lxx_status,
) -> Result<NonNull<T>> {
    let mut out = ptr::null_mut();
    call(|error| function(&mut out, error))?;
    NonNull::new(out).ok_or_else(|| Error::bug("the library succeeded without a result"))
}

/// A call that fills a struct.
pub(crate) fn filled<T: Fill>(function: impl FnOnce(*mut T::C, *mut *mut sys::v4lxx_error) -> sys::v4lxx_status) -> Result<T> {
    let mut raw = T::empty();
    call(|error| function(&mut raw, error))?;
    Ok(T::from_raw(&raw))
}

/// A call that changes a struct: what it is afterwards.
pub(crate) fn changed<T: Fill>(
    value: &T,
    function: impl FnOnce(*mut T::C, *mut *mut sys::v4lxx_error) -> sys::v4lxx_status,
) -> Result<T> {
    let mut raw = value.to_raw();
    call(|error| function(&mut raw, error))?;
    Ok(T::from_raw(&raw))
}

/// All structs of a list.
pub(crate) fn all<T: Fill>(
    count: u32,
    at: impl Fn(u32, *mut T::C, *mut *mut sys::v4lxx_error) -> sys::v4lxx_status,
) -> Result<Vec<T>> {
    (0..count).map(|index| filled(|out, error| at(index, out, error))).collect()
}

/// A text of the library.
///
/// # Safety
/// NULL, or a text ended by a NUL that lives as long as `'a`.
pub(crate) unsafe fn text<'a>(text: *const c_char) -> &'a str {
    // SAFETY: as of this function. The C API promises UTF-8; what is not is not shown rather than believed.
    unsafe { bytes(text) }.to_str().unwrap_or_default()
}

/// The same as text of our own.
///
/// # Safety
/// NULL, or a text ended by a NUL.
pub(crate) unsafe fn owned_text(text: *const c_char) -> String {
    // SAFETY: as of this function.
    unsafe { bytes(text) }.to_string_lossy().into_owned()
}

/// The same with whatever is in it.
///
/// # Safety
/// NULL, or a text ended by a NUL that lives as long as `'a`.
pub(crate) unsafe fn bytes<'a>(text: *const c_char) -> &'a CStr {
    if text.is_null() {
        return c"";
    }
    // SAFETY: as of this function.
    unsafe { CStr::from_ptr(text) }
}

/// A name as C wants it. `what` is what the name is of, for the message.
pub(crate) fn c_name(what: &str, name: &OsStr) -> Result<CString> {
    CString::new(name.as_bytes()).map_err(|_| Error::nul_inside(what, &name.to_string_lossy()))
}

/// A time to wait as C wants it: nothing is for ever, and what is too long for an `i64` of nanoseconds (292 years) as well.
pub(crate) fn timeout_ns(timeout: Option<Duration>) -> i64 {
    match timeout {
        Some(time) => i64::try_from(time.as_nanos()).unwrap_or(-1),
        None => -1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_nanoseconds_and_no_end_is_negative() {
        assert_eq!(timeout_ns(Some(Duration::ZERO)), 0);
        assert_eq!(timeout_ns(Some(Duration::from_millis(20))), 20_000_000);
        assert_eq!(timeout_ns(Some(Duration::MAX)), -1);
        assert_eq!(timeout_ns(None), -1);
    }

    #[test]
    fn a_name_with_a_nul_is_refused_before_the_library_sees_it() {
        let failure = c_name("open", OsStr::new("a\0b")).expect_err("refused");
        assert_eq!(failure.status(), Status::ERROR_ARGUMENT);
        assert_eq!(failure.code(), Some(crate::Code::BAD_NAME));
        assert!(failure.to_string().contains("V4LXX-E0007"), "{failure}");
    }

    #[test]
    fn a_text_that_is_null_is_empty() {
        // SAFETY: NULL is allowed.
        assert_eq!(unsafe { text(ptr::null()) }, "");
    }
}
