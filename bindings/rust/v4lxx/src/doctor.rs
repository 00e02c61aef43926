// SPDX-License-Identifier: MIT
//! Why does my camera not work? An examination of the machine and of its cameras.

use crate::call::{c_name, made, text};
use crate::{Check, Code, Context, ExamineFlags, Result, Severity};
use std::ffi::OsStr;
use std::ptr;
use v4lxx_sys as sys;

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// What was looked at.
    pub check: Check,
    /// How bad it is.
    pub severity: Severity,
    /// The code to look it up by; all problems have one.
    pub code: Option<Code>,
    /// The device it is about; "" for the machine.
    pub device: String,
    /// What was found.
    pub found: String,
    /// Why it is so, or what follows from it.
    pub meaning: String,
    /// Whether the meaning was verified; else it is what it usually means.
    pub is_meaning_checked: bool,
    /// What to do next.
    pub advice: String,
}

impl Context {
    /// Examines one device, or with `None` every camera of the machine. Nothing is set on any of them; a capture of a few frames takes
    /// five seconds each at most. Those of the machine come first, then device by device. Problems are findings, not failures.
    pub fn examine(&self, name: Option<&OsStr>, flags: ExamineFlags) -> Result<Vec<Finding>> {
        let name = name.map(|name| c_name("examine a device", name)).transpose()?;
        let name = name.as_ref().map_or(ptr::null(), |name| name.as_ptr());
        // SAFETY: we hold a reference of the context; the name is NULL or ends with a NUL; the findings are ours and are given back below.
        unsafe {
            let examination =
                made(|out, error| sys::v4lxx_context_examine(self.0.as_ptr(), name, flags.0, out, error))?.as_ptr();
            let findings =
                (0..sys::v4lxx_examination_get_count(examination)).map(|index| finding(examination, index)).collect();
            sys::v4lxx_examination_unref(examination);
            Ok(findings)
        }
    }
}

/// # Safety
/// `examination` is one that lives.
unsafe fn finding(examination: *const sys::v4lxx_examination, index: u32) -> Finding {
    // SAFETY: as of this function; the texts live as long as the examination.
    unsafe {
        let code = sys::v4lxx_examination_get_code(examination, index);
        Finding {
            check: Check(sys::v4lxx_examination_get_check(examination, index)),
            severity: Severity(sys::v4lxx_examination_get_severity(examination, index)),
            code: (code != 0).then_some(Code(code)),
            device: text(sys::v4lxx_examination_get_device(examination, index)).to_owned(),
            found: text(sys::v4lxx_examination_get_found(examination, index)).to_owned(),
            meaning: text(sys::v4lxx_examination_get_meaning(examination, index)).to_owned(),
            is_meaning_checked: sys::v4lxx_examination_is_meaning_checked(examination, index) != 0,
            advice: text(sys::v4lxx_examination_get_advice(examination, index)).to_owned(),
        }
    }
}

impl Severity {
    /// The word for it: "warning".
    pub fn word(self) -> &'static str {
        // SAFETY: takes any number; the text lives as long as the process.
        unsafe { text(sys::v4lxx_severity_get_name(self.0)) }
    }
}

impl Check {
    /// The word for it: "access".
    pub fn word(self) -> &'static str {
        // SAFETY: as above.
        unsafe { text(sys::v4lxx_check_get_name(self.0)) }
    }
}

#[cfg(feature = "serde")]
crate::macros::serialize!(Finding, |finding| {
    check: finding.check,
    severity: finding.severity,
    code: finding.code,
    device: finding.device,
    found: finding.found,
    meaning: finding.meaning,
    is_meaning_checked: finding.is_meaning_checked,
    advice: finding.advice,
});
