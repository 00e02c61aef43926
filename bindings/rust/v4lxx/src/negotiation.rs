// SPDX-License-Identifier: MIT
//! Choosing a mode by what is wished for, with the reason why each other mode lost.

use crate::call::{filled, made, text};
use crate::macros::Raw;
use crate::{Device, FourCc, Fraction, Mode, Negotiation, Result, Wish, WishFlags};
use v4lxx_sys as sys;

/// One mode of a device, and why it lost; of the best: what it lacks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct RankedMode {
    /// The mode with its verdict and its distance from the wish.
    pub mode: Mode,
    /// The reason for people: "10 per second is slower than 25 to 30 per second (2400)".
    pub reason: String,
}

impl Wish {
    /// A wish for nothing: a good picture.
    pub fn new() -> Wish {
        Wish::default()
    }

    /// For a size in pixels.
    pub fn size(mut self, width: u32, height: u32) -> Wish {
        self.width = width;
        self.height = height;
        self
    }

    /// For so many frames per second.
    pub fn rate(mut self, rate: Fraction) -> Wish {
        self.rate = rate;
        self
    }

    /// How it is meant; adds to what was said before.
    pub fn flags(mut self, flags: WishFlags) -> Wish {
        self.flags |= flags;
        self
    }
}

/// The formats as C wants them: their numbers, and how many.
fn numbers(outputs: &[FourCc]) -> (Vec<u32>, u32) {
    let numbers: Vec<u32> = outputs.iter().map(|fourcc| fourcc.0).collect();
    let count = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    (numbers, count)
}

impl Device {
    /// All modes the device offers, the one nearest to the wish first. `outputs` are the pixel formats the program can use, the best first,
    /// at most 64; empty: any. Only questions are asked.
    pub fn modes(&self, wish: &Wish, outputs: &[FourCc]) -> Result<Vec<RankedMode>> {
        let (outputs, count) = numbers(outputs);
        let wish = wish.to_raw();
        // SAFETY: we hold a reference of the device; the structs and the list of formats are our own; the list is given back below.
        unsafe {
            let list =
                made(|out, error| sys::v4lxx_device_list_modes(self.0.as_ptr(), &wish, outputs.as_ptr(), count, out, error))?
                    .as_ptr();
            let modes = (0..sys::v4lxx_mode_list_get_count(list))
                .map(|index| {
                    let mode = filled(|out, error| sys::v4lxx_mode_list_at(list, index, out, error))?;
                    let reason = text(sys::v4lxx_mode_list_get_reason(list, index)).to_owned();
                    Ok(RankedMode { mode, reason })
                })
                .collect();
            sys::v4lxx_mode_list_unref(list);
            modes
        }
    }

    /// Sets the mode nearest to the wish, format and rate, and reports what the driver granted. `outputs` as in [`Device::modes`].
    ///
    /// ```
    /// use v4lxx::{FourCc, Fraction, Wish};
    /// let camera = v4lxx::Context::new()?.open("sim:camera")?;
    /// let got = camera.negotiate(&Wish::new().size(1280, 720).rate(Fraction::new(60, 1)), &[FourCc::NV12])?;
    /// assert_eq!((got.granted_width, got.granted_height, got.granted_fourcc), (1280, 720, FourCc::NV12));
    /// # Ok::<(), v4lxx::Error>(())
    /// ```
    pub fn negotiate(&self, wish: &Wish, outputs: &[FourCc]) -> Result<Negotiation> {
        let (outputs, count) = numbers(outputs);
        let wish = wish.to_raw();
        // SAFETY: we hold a reference of the device; the structs and the list of formats are our own.
        filled(|out, error| unsafe { sys::v4lxx_device_negotiate(self.0.as_ptr(), &wish, outputs.as_ptr(), count, out, error) })
    }
}

#[cfg(feature = "serde")]
crate::macros::serialize!(RankedMode, |ranked| { mode: ranked.mode, reason: ranked.reason });
