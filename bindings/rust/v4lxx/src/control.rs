// SPDX-License-Identifier: MIT
//! Controls: brightness, exposure, focus and whatever else a driver offers. No value is clamped in silence.

use crate::call::{c_name, call, made, text};
use crate::macros::{handle, text_of};
use crate::{ControlFlags, ControlType, Device, Error, Result};
use std::ffi::{CStr, OsStr};
use std::ops::RangeInclusive;
use std::ptr::NonNull;
use v4lxx_sys as sys;

handle! {
    /// Description of one control, as it was when it was listed or found. A clone is the same description.
    Control = v4lxx_control, drop v4lxx_control_unref, clone v4lxx_control_ref
}

/// One item of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct MenuItem {
    /// The driver's index.
    pub index: u32,
    /// Its name; of an integer menu its value as text.
    pub name: String,
    /// What [`Device::set_control`] takes for it: of a menu the index, of an integer menu the value.
    pub value: i64,
}

impl Control {
    /// Its number, the same on every device that has it.
    pub fn id(&self) -> u32 {
        // SAFETY: the description lives as long as we do.
        unsafe { sys::v4lxx_control_get_id(self.0.as_ptr()) }
    }

    /// The driver's name for it, such as "Exposure Time, Absolute".
    pub fn name(&self) -> &str {
        text_of!(self, v4lxx_control_get_name)
    }

    /// The name as it is written on a command line, such as "exposure_time_absolute".
    pub fn short_name(&self) -> &str {
        text_of!(self, v4lxx_control_get_short_name)
    }

    /// What it holds.
    pub fn kind(&self) -> ControlType {
        // SAFETY: as above.
        ControlType(unsafe { sys::v4lxx_control_get_type(self.0.as_ptr()) })
    }

    /// Its state when it was listed or found.
    pub fn flags(&self) -> ControlFlags {
        // SAFETY: as above.
        ControlFlags(unsafe { sys::v4lxx_control_get_flags(self.0.as_ptr()) })
    }

    /// The smallest and the largest value; of a text the number of its bytes, of a menu the indices.
    pub fn range(&self) -> RangeInclusive<i64> {
        // SAFETY: as above.
        unsafe { sys::v4lxx_control_get_minimum(self.0.as_ptr())..=sys::v4lxx_control_get_maximum(self.0.as_ptr()) }
    }

    /// Values are the minimum and whole steps above it; 0 for controls without a range.
    pub fn step(&self) -> u64 {
        // SAFETY: as above.
        unsafe { sys::v4lxx_control_get_step(self.0.as_ptr()) }
    }

    /// The value the driver begins with.
    pub fn default_value(&self) -> i64 {
        // SAFETY: as above.
        unsafe { sys::v4lxx_control_get_default(self.0.as_ptr()) }
    }

    /// Number of elements of an array; 1 for a control that is none.
    pub fn element_count(&self) -> u32 {
        // SAFETY: as above.
        unsafe { sys::v4lxx_control_get_element_count(self.0.as_ptr()) }
    }

    /// Why the driver's description cannot be true; "" if all is well.
    pub fn flaw(&self) -> &str {
        text_of!(self, v4lxx_control_get_flaw)
    }

    /// Number of the control that governs this one, such as the automatic mode that makes it inactive.
    pub fn master(&self) -> Option<u32> {
        // SAFETY: as above.
        let id = unsafe { sys::v4lxx_control_get_master(self.0.as_ptr()) };
        (id != 0).then_some(id)
    }

    /// The items of a menu; none of any other control.
    pub fn items(&self) -> Vec<MenuItem> {
        let control = self.0.as_ptr();
        // SAFETY: as above.
        unsafe {
            (0..sys::v4lxx_control_get_item_count(control))
                .map(|number| MenuItem {
                    index: sys::v4lxx_control_get_item_index(control, number),
                    name: text(sys::v4lxx_control_get_item_name(control, number)).to_owned(),
                    value: sys::v4lxx_control_get_item_value(control, number),
                })
                .collect()
        }
    }

    /// Understands a value as people write it: "157", "0x1f", "on", "off", or an item of a menu.
    pub fn parse(&self, value: &str) -> Result<i64> {
        let value = c_name("understand the value of a control", OsStr::new(value))?;
        let mut number = 0;
        // SAFETY: the description lives as long as we do; the text ends with a NUL.
        call(|error| unsafe { sys::v4lxx_control_parse_value(self.0.as_ptr(), value.as_ptr(), &mut number, error) })?;
        Ok(number)
    }
}

impl std::fmt::Debug for Control {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Control")
            .field("id", &self.id())
            .field("name", &self.name())
            .field("kind", &self.kind())
            .field("range", &self.range())
            .finish_non_exhaustive()
    }
}

impl Device {
    /// All controls by rising number, headings and controls of every type included.
    pub fn controls(&self) -> Result<Vec<Control>> {
        // SAFETY: we hold a reference of the device; the list is ours and is given back below; each control gets a reference of its own.
        unsafe {
            let list = made(|out, error| sys::v4lxx_device_list_controls(self.0.as_ptr(), out, error))?.as_ptr();
            let controls = (0..sys::v4lxx_control_list_get_count(list))
                .filter_map(|index| NonNull::new(sys::v4lxx_control_ref(sys::v4lxx_control_list_get(list, index))))
                .map(Control)
                .collect();
            sys::v4lxx_control_list_unref(list);
            Ok(controls)
        }
    }

    /// Finds a control by name: the driver's, that one as it is written on a command line, the one of an older or newer kernel, or its
    /// number ("0x009a0902").
    ///
    /// ```
    /// let camera = v4lxx::Context::new()?.open("sim:camera")?;
    /// let brightness = camera.control("brightness")?;
    /// camera.set_control(&brightness, 42)?;
    /// assert_eq!(camera.control_value(&brightness)?, 42);
    /// # Ok::<(), v4lxx::Error>(())
    /// ```
    pub fn control(&self, name: &str) -> Result<Control> {
        let name = c_name("find a control", OsStr::new(name))?;
        // SAFETY: we hold a reference of the device; the name ends with a NUL.
        made(|out, error| unsafe { sys::v4lxx_device_find_control(self.0.as_ptr(), name.as_ptr(), out, error) }).map(Control)
    }

    /// Finds a control by its number.
    pub fn control_by_id(&self, id: u32) -> Result<Control> {
        // SAFETY: we hold a reference of the device.
        made(|out, error| unsafe { sys::v4lxx_device_find_control_by_id(self.0.as_ptr(), id, out, error) }).map(Control)
    }

    /// Reads a control that holds a number. A menu gives the index of its item, an integer menu the value.
    pub fn control_value(&self, control: &Control) -> Result<i64> {
        let mut value = 0;
        // SAFETY: we hold references of both.
        call(|error| unsafe { sys::v4lxx_device_read_control_i64(self.0.as_ptr(), control.0.as_ptr(), &mut value, error) })?;
        Ok(value)
    }

    /// Sets a control that holds a number, or pushes a button (with any value); what the driver made of the value. What the control
    /// cannot take is refused with what it can take.
    pub fn set_control(&self, control: &Control, value: i64) -> Result<i64> {
        let mut applied = value;
        // SAFETY: we hold references of both.
        call(|error| unsafe {
            sys::v4lxx_device_set_control_i64(self.0.as_ptr(), control.0.as_ptr(), value, &mut applied, error)
        })?;
        Ok(applied)
    }

    /// Reads a control that holds a text.
    pub fn control_text(&self, control: &Control) -> Result<String> {
        // The maximum and 1 is always enough; that of another type is refused by the library, whatever the size.
        let most = u32::try_from(*control.range().end()).unwrap_or(0).min(1 << 20);
        let mut text = vec![0_u8; most as usize + 1];
        // SAFETY: we hold references of both; the memory is ours and has that size.
        call(|error| unsafe {
            sys::v4lxx_device_read_control_string(
                self.0.as_ptr(),
                control.0.as_ptr(),
                text.as_mut_ptr().cast(),
                most + 1,
                error,
            )
        })?;
        let text = CStr::from_bytes_until_nul(&text).map_err(|_| Error::bug("a text without an end"))?;
        Ok(text.to_string_lossy().into_owned())
    }

    /// Sets a control that holds a text.
    pub fn set_control_text(&self, control: &Control, value: &str) -> Result<()> {
        let value = c_name("set a control", OsStr::new(value))?;
        // SAFETY: we hold references of both; the text ends with a NUL.
        call(|error| unsafe {
            sys::v4lxx_device_set_control_string(self.0.as_ptr(), control.0.as_ptr(), value.as_ptr(), error)
        })
        .map(drop)
    }
}

#[cfg(feature = "serde")]
crate::macros::serialize!(MenuItem, |item| { index: item.index, name: item.name, value: item.value });

#[cfg(feature = "serde")]
crate::macros::serialize!(Control, |control| {
    id: control.id(),
    name: control.name(),
    short_name: control.short_name(),
    kind: control.kind(),
    flags: control.flags(),
    minimum: *control.range().start(),
    maximum: *control.range().end(),
    step: control.step(),
    default: control.default_value(),
    items: control.items(),
});
