// SPDX-License-Identifier: MIT
//! Feature `image`: frames as pictures of the crate `image`.

use crate::{Error, FourCc, FrameRef, ImageType, Result, Status};
use image::flat::{FlatSamples, SampleLayout};
use image::{ImageFormat, RgbImage};

/// Formats with a byte of luma for each pixel: how many bytes from one to the next, and where the first one is.
const LUMA: &[(FourCc, usize, usize)] = &[
    (FourCc::GREY, 1, 0),
    (FourCc::NV12, 1, 0),
    (FourCc::new(*b"NM12"), 1, 0),
    (FourCc::new(*b"NV21"), 1, 0),
    (FourCc::new(*b"NM21"), 1, 0),
    (FourCc::new(*b"NV16"), 1, 0),
    (FourCc::new(*b"NV61"), 1, 0),
    (FourCc::new(*b"YU12"), 1, 0),
    (FourCc::new(*b"YM12"), 1, 0),
    (FourCc::new(*b"YV12"), 1, 0),
    (FourCc::new(*b"YM21"), 1, 0),
    (FourCc::new(*b"422P"), 1, 0),
    (FourCc::YUYV, 2, 0),
    (FourCc::new(*b"YVYU"), 2, 0),
    (FourCc::new(*b"UYVY"), 2, 1),
    (FourCc::new(*b"VYUY"), 2, 1),
];

impl FrameRef<'_> {
    /// The frame in RGB, with the colours that [`FrameRef::encode`] gives, from every format it takes. This goes by way of a PNG in memory:
    /// right for pictures, too slow for video.
    pub fn to_rgb_image(&self) -> Result<RgbImage> {
        let png = self.encode(ImageType::PNG)?;
        let picture =
            image::load_from_memory_with_format(&png, ImageFormat::Png).map_err(|problem| Error::picture(&problem))?;
        Ok(picture.into_rgb8())
    }

    /// The luma of the frame where it lies, without a copy: `None` for a format that has no byte of it for each pixel, and for a frame
    /// that is too short. `as_view::<image::Luma<u8>>()` makes an image of it that can be read pixel by pixel, cropped and saved. The range is
    /// that of the frame: 16 to 235 for most cameras.
    pub fn luma(&self) -> Option<FlatSamples<&[u8]>> {
        let info = self.info();
        let (_, step, first) = *LUMA.iter().find(|(fourcc, _, _)| *fourcc == info.fourcc)?;
        let samples = self.plane(0)?.get(first..)?;
        let layout = SampleLayout {
            channels: 1,
            channel_stride: 1,
            width: info.width,
            width_stride: step,
            height: info.height,
            height_stride: info.plane_stride[0] as usize,
        };
        layout.fits(samples.len()).then_some(FlatSamples { samples, layout, color_hint: None })
    }
}

impl Error {
    fn picture(problem: &image::ImageError) -> Error {
        Error::here(
            Status::ERROR_DATA,
            crate::Code::IMAGE_DATA_DAMAGED,
            "make a picture of a frame",
            problem.to_string(),
            "Report this; the crate image did not read what libv4lxx wrote",
        )
    }
}
