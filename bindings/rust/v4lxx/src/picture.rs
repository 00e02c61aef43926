// SPDX-License-Identifier: MIT
//! Pictures of frames, and when a camera has found its exposure.

use crate::call::{call, made};
use crate::macros::handle;
use crate::{FourCc, FrameRef, ImageType, Result, Settling, SettlingState};
use std::ops::Deref;
use v4lxx_sys as sys;

handle! {
    /// A file in memory: a slice of bytes that the library made. A clone is the same memory.
    Encoded = v4lxx_bytes, drop v4lxx_bytes_unref, clone v4lxx_bytes_ref
}

impl Deref for Encoded {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        let mut size = 0;
        // SAFETY: the block lives as long as we do.
        let data = unsafe { sys::v4lxx_bytes_get_data(self.0.as_ptr(), &mut size) };
        if data.is_null() {
            return &[];
        }
        // SAFETY: so many bytes are there, and they never change.
        unsafe { std::slice::from_raw_parts(data.cast(), size) }
    }
}

impl AsRef<[u8]> for Encoded {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl std::fmt::Debug for Encoded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Encoded({} bytes)", self.len())
    }
}

impl ImageType {
    /// Whether the library makes pictures of this type from frames of a pixel format.
    pub fn supports(self, fourcc: FourCc) -> bool {
        // SAFETY: takes any numbers.
        unsafe { sys::v4lxx_image_supports(fourcc.0, self.0) != 0 }
    }
}

impl FrameRef<'_> {
    /// A PNG or JPEG file of the frame, in the colours that the driver says it has.
    ///
    /// ```
    /// # let mut stream = v4lxx::Context::new()?.open("sim:camera")?.stream(Default::default())?;
    /// # stream.start()?;
    /// # let frame = stream.frames().next().unwrap()?;
    /// let png = frame.encode(v4lxx::ImageType::PNG)?;
    /// assert!(png.starts_with(b"\x89PNG"));
    /// # Ok::<(), v4lxx::Error>(())
    /// ```
    pub fn encode(&self, kind: ImageType) -> Result<Encoded> {
        self.encode_with_quality(kind, 0)
    }

    /// The same with a quality for JPEG, 1 to 100; 0 is 90.
    pub fn encode_with_quality(&self, kind: ImageType, quality: u32) -> Result<Encoded> {
        let options = sys::v4lxx_image_options { struct_size: size_of::<sys::v4lxx_image_options>() as u32, quality };
        // SAFETY: the frame lives as long as we do; the options are complete.
        made(|out, error| unsafe { sys::v4lxx_frame_encode(self.as_ptr(), kind.0, &options, out, error) }).map(Encoded)
    }

    /// How bright the frame is: the mean of its luma, 0 (black) to 65535 (white).
    pub fn measure_luma(&self) -> Result<u32> {
        let mut luma = 0;
        // SAFETY: the frame lives as long as we do.
        call(|error| unsafe { sys::v4lxx_frame_measure_luma(self.as_ptr(), &mut luma, error) })?;
        Ok(luma)
    }
}

impl Settling {
    /// Nothing is known yet; the limits are 15 frames and one second.
    pub fn new() -> Settling {
        Settling::default()
    }

    /// Adds a frame and tells whether the exposure has settled: add frames while it is [`SettlingState::MOVING`]; the last one is the
    /// picture to take. A frame that cannot be measured is a failure, and counts all the same.
    pub fn add(&mut self, frame: &FrameRef<'_>) -> Result<SettlingState> {
        // What it counted is kept when it fails, too.
        let mut raw = crate::macros::Raw::to_raw(self);
        // SAFETY: the frame lives during the call; the struct is our own and complete.
        let answer = call(|error| unsafe { sys::v4lxx_settling_add_frame(&mut raw, frame.as_ptr(), error) });
        *self = crate::macros::Raw::from_raw(&raw);
        answer.map(|_| self.state)
    }
}
