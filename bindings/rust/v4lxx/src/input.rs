// SPDX-License-Identifier: MIT
//! Inputs, the signal at them, and the rectangles of a picture.

use crate::call::{c_name, call, changed, filled, made, text};
use crate::{Device, InputInfo, InputStatus, Rectangle, Result, SelectionFlags, SelectionTarget, Signal};
use std::ffi::OsStr;
use v4lxx_sys as sys;

/// One input of a device.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Input {
    /// The driver's name for it, such as "HDMI 1".
    pub name: String,
    /// What is known of it.
    pub info: InputInfo,
}

impl InputStatus {
    /// What its bits mean, in words: "no signal, no power"; "" if nothing is known to be wrong.
    pub fn words(self) -> String {
        let bits = (0..32).map(|bit| 1 << bit).filter(|bit| self.0 & bit != 0);
        // SAFETY: takes any number; the text lives as long as the process.
        let words: Vec<&str> =
            bits.map(|bit| unsafe { text(sys::v4lxx_input_status_get_text(bit)) }).filter(|word| !word.is_empty()).collect();
        words.join(", ")
    }
}

impl Device {
    /// The inputs with what is known of the signal at each; none if the node has no inputs.
    pub fn inputs(&self) -> Result<Vec<Input>> {
        // SAFETY: we hold a reference of the device; the list is ours and is given back below.
        unsafe {
            let list = made(|out, error| sys::v4lxx_device_list_inputs(self.0.as_ptr(), out, error))?.as_ptr();
            let inputs = (0..sys::v4lxx_input_list_get_count(list))
                .map(|index| {
                    let info = filled(|out, error| sys::v4lxx_input_list_at(list, index, out, error))?;
                    Ok(Input { name: text(sys::v4lxx_input_list_get_name(list, index)).to_owned(), info })
                })
                .collect();
            sys::v4lxx_input_list_unref(list);
            inputs
        }
    }

    /// Number of the input that is selected.
    pub fn input(&self) -> Result<u32> {
        let mut index = 0;
        // SAFETY: we hold a reference of the device.
        call(|error| unsafe { sys::v4lxx_device_read_input(self.0.as_ptr(), &mut index, error) })?;
        Ok(index)
    }

    /// Number of the input that people mean: its number, its name, or the beginning of its name.
    pub fn find_input(&self, name: &str) -> Result<u32> {
        let name = c_name("find an input", OsStr::new(name))?;
        let mut index = 0;
        // SAFETY: we hold a reference of the device; the name ends with a NUL.
        call(|error| unsafe { sys::v4lxx_device_find_input(self.0.as_ptr(), name.as_ptr(), &mut index, error) })?;
        Ok(index)
    }

    /// Selects an input. Format, interval, standard, timings and controls become those of that input.
    pub fn select_input(&self, index: u32) -> Result<()> {
        // SAFETY: we hold a reference of the device.
        call(|error| unsafe { sys::v4lxx_device_select_input(self.0.as_ptr(), index, error) }).map(drop)
    }

    /// Looks at the signal of the selected input. No signal is an answer, not a failure.
    pub fn signal(&self) -> Result<Signal> {
        // SAFETY: we hold a reference of the device; the struct is one to fill.
        filled(|out, error| unsafe { sys::v4lxx_device_read_signal(self.0.as_ptr(), out, error) })
    }

    /// One of the rectangles of crop and compose.
    pub fn selection(&self, target: SelectionTarget) -> Result<Rectangle> {
        // SAFETY: as above.
        filled(|out, error| unsafe { sys::v4lxx_device_read_selection(self.0.as_ptr(), target.0, out, error) })
    }

    /// Sets the crop or the compose rectangle; what was granted.
    pub fn set_selection(&self, target: SelectionTarget, flags: SelectionFlags, wanted: Rectangle) -> Result<Rectangle> {
        // SAFETY: as above.
        changed(&wanted, |raw, error| unsafe {
            sys::v4lxx_device_set_selection(self.0.as_ptr(), target.0, flags.0, raw, error)
        })
    }
}

#[cfg(feature = "serde")]
crate::macros::serialize!(Input, |input| { name: input.name, info: input.info });
