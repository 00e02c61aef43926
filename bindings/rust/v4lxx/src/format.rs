// SPDX-License-Identifier: MIT
//! Pixel formats: their codes, what a device offers, what it is set to.

use crate::call::{all, changed, filled, made, text};
use crate::macros::newtype;
use crate::{
    ColourFamily, Device, Format, FormatField, FormatFlags, Fraction, IntervalRange, PixelFormatInfo, Result, SizeRange,
};
use std::ffi::CString;
use std::fmt;
use std::str::FromStr;
use v4lxx_sys as sys;

/// The code of a pixel format: four characters in a number. It prints as these characters.
///
/// ```
/// use v4lxx::FourCc;
/// assert_eq!(FourCc::YUYV, FourCc::new(*b"YUYV"));
/// assert_eq!(FourCc::YUYV.to_string(), "YUYV");
/// assert_eq!("NV12".parse(), Ok(FourCc::NV12));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FourCc(
    /// The number.
    pub u32,
);

newtype!(FourCc: u32);

impl FourCc {
    /// Luma and chroma in turns, 2 bytes a pixel: what most USB cameras offer uncompressed.
    pub const YUYV: FourCc = FourCc::new(*b"YUYV");
    /// A plane of luma and one of chroma at a quarter of the size.
    pub const NV12: FourCc = FourCc::new(*b"NV12");
    /// A JPEG picture for each frame: what most USB cameras offer at full rate.
    pub const MJPG: FourCc = FourCc::new(*b"MJPG");
    /// Luma only, 8 bits.
    pub const GREY: FourCc = FourCc::new(*b"GREY");
    /// Red, green, blue, a byte each.
    pub const RGB3: FourCc = FourCc::new(*b"RGB3");

    /// The code of four characters.
    pub const fn new(characters: [u8; 4]) -> FourCc {
        FourCc(u32::from_le_bytes(characters))
    }

    /// The code for the kernel's name of a format without `V4L2_PIX_FMT_`, such as "NV12M", or for its four characters.
    pub fn find(name: &str) -> Option<FourCc> {
        let name = CString::new(name).ok()?;
        // SAFETY: the name ends with a NUL.
        let code = unsafe { sys::v4lxx_pixel_format_find(name.as_ptr()) };
        (code != 0).then_some(FourCc(code))
    }

    /// The kernel's name of the format without `V4L2_PIX_FMT_`; "" if the table does not have it.
    pub fn name(self) -> &'static str {
        // SAFETY: takes any number; the text lives as long as the process.
        unsafe { text(sys::v4lxx_pixel_format_get_name(self.0)) }
    }

    /// Planes, subsampling and bits.
    pub fn describe(self) -> Result<PixelFormatInfo> {
        // SAFETY: the struct is one to fill.
        filled(|out, error| unsafe { sys::v4lxx_pixel_format_describe(self.0, out, error) })
    }

    /// The codes of all formats of Linux that the library knows.
    pub fn known() -> impl Iterator<Item = FourCc> {
        // SAFETY: no arguments.
        let count = unsafe { sys::v4lxx_pixel_format_get_count() };
        // SAFETY: takes any number.
        (0..count).map(|index| FourCc(unsafe { sys::v4lxx_pixel_format_get_fourcc(index) }))
    }
}

impl fmt::Display for FourCc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The highest bit of the last character says "big endian", and is written so.
        let characters = (self.0 & 0x7fff_ffff).to_le_bytes();
        if !characters.iter().all(|c| c.is_ascii_graphic() || *c == b' ') {
            return write!(f, "{:#010x}", self.0);
        }
        f.write_str(String::from_utf8_lossy(&characters).trim_end())?;
        f.write_str(if self.0 >> 31 == 1 { "-BE" } else { "" })
    }
}

impl fmt::Debug for FourCc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FourCc({self})")
    }
}

/// A text that is no code of a pixel format: not four characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoFourCc;

impl fmt::Display for NoFourCc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a code of a pixel format has up to four characters, such as YUYV")
    }
}

impl std::error::Error for NoFourCc {}

/// Just the characters; [`FourCc::find`] knows names as well.
impl FromStr for FourCc {
    type Err = NoFourCc;
    fn from_str(text: &str) -> Result<FourCc, NoFourCc> {
        let mut characters = *b"    ";
        if text.is_empty() || text.len() > 4 || !text.is_ascii() {
            return Err(NoFourCc);
        }
        characters[..text.len()].copy_from_slice(text.as_bytes());
        Ok(FourCc::new(characters))
    }
}

impl Fraction {
    /// A ratio.
    pub const fn new(numerator: u32, denominator: u32) -> Fraction {
        Fraction { numerator, denominator }
    }

    /// As a number; `None` if it is not known (the denominator is 0).
    pub fn value(self) -> Option<f64> {
        (self.denominator != 0).then(|| f64::from(self.numerator) / f64::from(self.denominator))
    }

    /// The other way round: the rate of an interval, the interval of a rate.
    pub const fn inverse(self) -> Fraction {
        Fraction { numerator: self.denominator, denominator: self.numerator }
    }
}

impl fmt::Display for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.denominator {
            1 => write!(f, "{}", self.numerator),
            _ => write!(f, "{}/{}", self.numerator, self.denominator),
        }
    }
}

/// One pixel format that a device offers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct OfferedFormat {
    /// Its code.
    pub fourcc: FourCc,
    /// The driver's name for it.
    pub description: String,
    /// What is special about it.
    pub flags: FormatFlags,
}

/// What a driver made of a format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct GrantedFormat {
    /// What it is now, or would be.
    pub format: Format,
    /// The fields that are not as they were asked for.
    pub differences: FormatField,
}

impl Format {
    /// A wish for [`Device::set_format`]: everything else is as the driver likes it.
    pub fn new(fourcc: FourCc, width: u32, height: u32) -> Format {
        Format { fourcc, width, height, ..Format::default() }
    }
}

impl PixelFormatInfo {
    /// Whether frames are coded data that vary in size.
    pub fn is_compressed(&self) -> bool {
        self.family == ColourFamily::COMPRESSED
    }
}

impl Device {
    /// The pixel formats the device offers.
    pub fn formats(&self) -> Result<Vec<OfferedFormat>> {
        // SAFETY: we hold a reference of the device; the list is ours and is given back below.
        unsafe {
            let list = made(|out, error| sys::v4lxx_device_list_formats(self.0.as_ptr(), out, error))?.as_ptr();
            let formats = (0..sys::v4lxx_format_list_get_count(list))
                .map(|index| OfferedFormat {
                    fourcc: FourCc(sys::v4lxx_format_list_get_fourcc(list, index)),
                    description: text(sys::v4lxx_format_list_get_description(list, index)).to_owned(),
                    flags: FormatFlags(sys::v4lxx_format_list_get_flags(list, index)),
                })
                .collect();
            sys::v4lxx_format_list_unref(list);
            Ok(formats)
        }
    }

    /// The frame sizes the device offers for a pixel format; none if the driver does not tell.
    pub fn sizes(&self, fourcc: FourCc) -> Result<Vec<SizeRange>> {
        // SAFETY: as above.
        unsafe {
            let list = made(|out, error| sys::v4lxx_device_list_sizes(self.0.as_ptr(), fourcc.0, out, error))?.as_ptr();
            let sizes =
                all(sys::v4lxx_size_list_get_count(list), |index, out, error| sys::v4lxx_size_list_at(list, index, out, error));
            sys::v4lxx_size_list_unref(list);
            sizes
        }
    }

    /// The frame intervals, in seconds, the device offers for a pixel format and a size; none if the driver does not tell.
    pub fn intervals(&self, fourcc: FourCc, width: u32, height: u32) -> Result<Vec<IntervalRange>> {
        // SAFETY: as above.
        unsafe {
            let list =
                made(|out, error| sys::v4lxx_device_list_intervals(self.0.as_ptr(), fourcc.0, width, height, out, error))?
                    .as_ptr();
            let intervals = all(sys::v4lxx_interval_list_get_count(list), |index, out, error| {
                sys::v4lxx_interval_list_at(list, index, out, error)
            });
            sys::v4lxx_interval_list_unref(list);
            intervals
        }
    }

    /// The format the device is set to.
    pub fn format(&self) -> Result<Format> {
        // SAFETY: we hold a reference of the device; the struct is one to fill.
        filled(|out, error| unsafe { sys::v4lxx_device_read_format(self.0.as_ptr(), out, error) })
    }

    /// Sets the format. Zero fields are as they are or as the driver likes; what it cannot do it adjusts.
    pub fn set_format(&self, wanted: &Format) -> Result<GrantedFormat> {
        self.granted(wanted, |format, differences, error| {
            // SAFETY: we hold a reference of the device; the structs are our own.
            unsafe { sys::v4lxx_device_set_format(self.0.as_ptr(), format, differences, error) }
        })
    }

    /// Asks what would become of a format, and changes nothing.
    pub fn try_format(&self, wanted: &Format) -> Result<GrantedFormat> {
        self.granted(wanted, |format, differences, error| {
            // SAFETY: as above.
            unsafe { sys::v4lxx_device_try_format(self.0.as_ptr(), format, differences, error) }
        })
    }

    fn granted(
        &self,
        wanted: &Format,
        ask: impl FnOnce(*mut sys::v4lxx_format, *mut u32, *mut *mut sys::v4lxx_error) -> sys::v4lxx_status,
    ) -> Result<GrantedFormat> {
        let mut differences = 0;
        let format = changed(wanted, |raw, error| ask(raw, &mut differences, error))?;
        Ok(GrantedFormat { format, differences: FormatField(differences) })
    }

    /// The frame interval in seconds.
    pub fn interval(&self) -> Result<Fraction> {
        // SAFETY: we hold a reference of the device; the struct is one to fill.
        filled(|out, error| unsafe { sys::v4lxx_device_read_interval(self.0.as_ptr(), out, error) })
    }

    /// Sets the frame interval in seconds; what was granted.
    pub fn set_interval(&self, wanted: Fraction) -> Result<Fraction> {
        // SAFETY: as above.
        changed(&wanted, |raw, error| unsafe { sys::v4lxx_device_set_interval(self.0.as_ptr(), raw, error) })
    }
}

#[cfg(feature = "serde")]
crate::macros::serialize!(OfferedFormat, |format| {
    fourcc: format.fourcc,
    description: format.description,
    flags: format.flags,
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_prints_as_its_characters_and_is_read_from_them() {
        assert_eq!(FourCc::new(*b"Y16 ").to_string(), "Y16");
        assert_eq!("Y16".parse(), Ok(FourCc::new(*b"Y16 ")));
        assert_eq!(FourCc(FourCc::new(*b"Y16 ").0 | 1 << 31).to_string(), "Y16-BE");
        assert_eq!(FourCc(3).to_string(), "0x00000003");
        assert_eq!("".parse::<FourCc>(), Err(NoFourCc));
        assert_eq!("YUYVY".parse::<FourCc>(), Err(NoFourCc));
        assert_eq!("ÄÖ".parse::<FourCc>(), Err(NoFourCc));
    }

    #[test]
    fn a_rate_is_the_inverse_of_an_interval() {
        let interval = Fraction::new(1001, 30000);
        assert_eq!(interval.inverse().to_string(), "30000/1001");
        assert_eq!(Fraction::new(30, 1).to_string(), "30");
        assert_eq!(Fraction::default().value(), None);
        assert_eq!(Fraction::new(1, 2).value(), Some(0.5));
    }
}
