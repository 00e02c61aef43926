// SPDX-License-Identifier: MIT
//! What video comes in at an input that is no camera: analog standards, and timings of HDMI and its like.

use crate::call::{c_name, call, changed, filled, made, text};
use crate::{Device, Result, StandardInfo, Timings, TimingsCapabilities};
use std::ffi::{CString, OsStr};
use v4lxx_sys as sys;

/// One analog standard of an input.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Standard {
    /// The driver's name for it, such as "PAL-BG".
    pub name: String,
    /// What is known of it; its bits are what [`Device::set_standard`] takes.
    pub info: StandardInfo,
}

/// The bits of a standard by name, such as "PAL" or "NTSC-M", without a device.
pub fn find_standard(name: &str) -> Option<u64> {
    let name = CString::new(name).ok()?;
    // SAFETY: the name ends with a NUL.
    let bits = unsafe { sys::v4lxx_standard_find(name.as_ptr()) };
    (bits != 0).then_some(bits)
}

/// The name of a standard; "" for bits that have none.
pub fn standard_name(bits: u64) -> &'static str {
    // SAFETY: takes any number; the text lives as long as the process.
    unsafe { text(sys::v4lxx_standard_get_name(bits)) }
}

/// Timings that an input knows, with what people call them.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct NamedTimings {
    /// Such as "1920x1080p60".
    pub name: String,
    /// The timings.
    pub timings: Timings,
}

impl Device {
    /// The standards that the selected input can do.
    pub fn standards(&self) -> Result<Vec<Standard>> {
        // SAFETY: we hold a reference of the device; the list is ours and is given back below.
        unsafe {
            let list = made(|out, error| sys::v4lxx_device_list_standards(self.0.as_ptr(), out, error))?.as_ptr();
            let standards = (0..sys::v4lxx_standard_list_get_count(list))
                .map(|index| {
                    let info = filled(|out, error| sys::v4lxx_standard_list_at(list, index, out, error))?;
                    Ok(Standard { name: text(sys::v4lxx_standard_list_get_name(list, index)).to_owned(), info })
                })
                .collect();
            sys::v4lxx_standard_list_unref(list);
            standards
        }
    }

    /// The standard the selected input is set to.
    pub fn standard(&self) -> Result<u64> {
        let mut bits = 0;
        // SAFETY: we hold a reference of the device.
        call(|error| unsafe { sys::v4lxx_device_read_standard(self.0.as_ptr(), &mut bits, error) })?;
        Ok(bits)
    }

    /// All standards that what comes in may be.
    pub fn query_standard(&self) -> Result<u64> {
        let mut bits = 0;
        // SAFETY: as above.
        call(|error| unsafe { sys::v4lxx_device_query_standard(self.0.as_ptr(), &mut bits, error) })?;
        Ok(bits)
    }

    /// The standard of the selected input that people mean: a name, or "auto" for what comes in.
    pub fn find_standard(&self, name: &str) -> Result<u64> {
        let name = c_name("find a standard", OsStr::new(name))?;
        let mut bits = 0;
        // SAFETY: as above; the name ends with a NUL.
        call(|error| unsafe { sys::v4lxx_device_find_standard(self.0.as_ptr(), name.as_ptr(), &mut bits, error) })?;
        Ok(bits)
    }

    /// Sets the standard. Size and rate follow it.
    pub fn set_standard(&self, bits: u64) -> Result<()> {
        // SAFETY: as above.
        call(|error| unsafe { sys::v4lxx_device_set_standard(self.0.as_ptr(), bits, error) }).map(drop)
    }

    /// The timings that the selected input knows.
    pub fn known_timings(&self) -> Result<Vec<NamedTimings>> {
        // SAFETY: we hold a reference of the device; the list is ours and is given back below.
        unsafe {
            let list = made(|out, error| sys::v4lxx_device_list_timings(self.0.as_ptr(), out, error))?.as_ptr();
            let known = (0..sys::v4lxx_timings_list_get_count(list))
                .map(|index| {
                    let timings = filled(|out, error| sys::v4lxx_timings_list_at(list, index, out, error))?;
                    Ok(NamedTimings { name: text(sys::v4lxx_timings_list_get_name(list, index)).to_owned(), timings })
                })
                .collect();
            sys::v4lxx_timings_list_unref(list);
            known
        }
    }

    /// The timings the selected input is set to.
    pub fn timings(&self) -> Result<Timings> {
        // SAFETY: we hold a reference of the device; the struct is one to fill.
        filled(|out, error| unsafe { sys::v4lxx_device_read_timings(self.0.as_ptr(), out, error) })
    }

    /// The timings that come in; a failure if there is no signal.
    pub fn query_timings(&self) -> Result<Timings> {
        // SAFETY: as above.
        filled(|out, error| unsafe { sys::v4lxx_device_query_timings(self.0.as_ptr(), out, error) })
    }

    /// The known timings that people mean: "1920x1080p60", "1280x720", or "auto" for what comes in.
    pub fn find_timings(&self, name: &str) -> Result<Timings> {
        let name = c_name("find timings", OsStr::new(name))?;
        // SAFETY: as above; the name ends with a NUL.
        filled(|out, error| unsafe { sys::v4lxx_device_find_timings(self.0.as_ptr(), name.as_ptr(), out, error) })
    }

    /// Sets the timings; what was granted.
    pub fn set_timings(&self, wanted: &Timings) -> Result<Timings> {
        // SAFETY: as above.
        changed(wanted, |raw, error| unsafe { sys::v4lxx_device_set_timings(self.0.as_ptr(), raw, error) })
    }

    /// What timings the receiver can do.
    pub fn timings_capabilities(&self) -> Result<TimingsCapabilities> {
        // SAFETY: as above.
        filled(|out, error| unsafe { sys::v4lxx_device_read_timings_capabilities(self.0.as_ptr(), out, error) })
    }
}

#[cfg(feature = "serde")]
crate::macros::serialize!(Standard, |standard| { name: standard.name, info: standard.info });

#[cfg(feature = "serde")]
crate::macros::serialize!(NamedTimings, |named| { name: named.name, timings: named.timings });
