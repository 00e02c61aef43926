// SPDX-License-Identifier: MIT
//! A frame: bytes of the driver's own buffer, and what is known of them.

use crate::call::filled;
use crate::{Clock, ConvertedTime, FourCc, FrameInfo, Result, TimestampSource};
use std::marker::PhantomData;
use std::ops::Deref;
use std::ptr::NonNull;
use std::time::Duration;
use v4lxx_sys as sys;

/// A frame on loan: what a callback gets. It cannot leave the call; [`FrameRef::keep`] makes a [`Frame`] that can.
pub struct FrameRef<'a>(NonNull<sys::v4lxx_frame>, PhantomData<&'a ()>);

/// A frame of one's own. The last drop gives the buffer back to the driver: keep few, for each one is a buffer the driver has not.
/// The bytes stay readable whatever becomes of stream and device. A clone is the same frame.
pub struct Frame(FrameRef<'static>);

// SAFETY: every function of a frame may be called from any thread, and the bytes are only read.
unsafe impl Send for FrameRef<'_> {}
// SAFETY: as above.
unsafe impl Sync for FrameRef<'_> {}

impl<'a> FrameRef<'a> {
    /// # Safety
    /// The frame lives for `'a`.
    pub(crate) unsafe fn lend(frame: NonNull<sys::v4lxx_frame>) -> FrameRef<'a> {
        FrameRef(frame, PhantomData)
    }

    pub(crate) fn as_ptr(&self) -> *mut sys::v4lxx_frame {
        self.0.as_ptr()
    }

    /// All that is known of the frame, by one call. The getters below ask anew each time.
    #[inline]
    pub fn info(&self) -> FrameInfo {
        // SAFETY: the frame lives as long as we do; the struct is one to fill. Nothing that the call could refuse can be in it.
        filled(|out, error| unsafe { sys::v4lxx_frame_read_info(self.as_ptr(), out, error) }).unwrap_or_default()
    }

    /// The bytes of one colour plane; `None` if there is no such plane. No copy is made.
    #[inline]
    pub fn plane(&self, plane: u32) -> Option<&[u8]> {
        let mut size = 0;
        // SAFETY: the frame lives as long as we do.
        let data = unsafe { sys::v4lxx_frame_get_plane_data(self.as_ptr(), plane, &mut size) };
        if data.is_null() {
            return None;
        }
        // SAFETY: so many bytes are there, and they stay as they are until the last reference goes; the slice cannot outlive ours.
        Some(unsafe { std::slice::from_raw_parts(data.cast(), size) })
    }

    /// All colour planes in order.
    pub fn planes(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.info().plane_count).map_while(|plane| self.plane(plane))
    }

    /// Pixels of a row.
    pub fn width(&self) -> u32 {
        self.info().width
    }

    /// Rows.
    pub fn height(&self) -> u32 {
        self.info().height
    }

    /// The pixel format.
    pub fn fourcc(&self) -> FourCc {
        self.info().fourcc
    }

    /// Number of the frame since the start, from 0; gaps are frames the driver dropped.
    pub fn sequence(&self) -> u32 {
        self.info().sequence
    }

    /// The time stamp by another clock, such as [`Clock::REALTIME`]. Refused where the clock of the stamp is not known: nothing is guessed.
    pub fn convert_time(&self, to: Clock) -> Result<ConvertedTime> {
        // SAFETY: the frame lives as long as we do; the struct is one to fill.
        filled(|out, error| unsafe { sys::v4lxx_frame_convert_time(self.as_ptr(), to.0, out, error) })
    }

    /// One more reference, of one's own: for what is to be kept longer than a callback lasts.
    pub fn keep(&self) -> Frame {
        // SAFETY: the frame lives as long as we do. ref gives the same pointer, and that reference is the new one's.
        unsafe { sys::v4lxx_frame_ref(self.as_ptr()) };
        Frame(FrameRef(self.0, PhantomData))
    }
}

impl Frame {
    /// # Safety
    /// The caller gives away a reference.
    #[inline]
    pub(crate) unsafe fn own(frame: NonNull<sys::v4lxx_frame>) -> Frame {
        Frame(FrameRef(frame, PhantomData))
    }
}

impl Deref for Frame {
    type Target = FrameRef<'static>;
    fn deref(&self) -> &FrameRef<'static> {
        &self.0
    }
}

impl Clone for Frame {
    fn clone(&self) -> Frame {
        self.keep()
    }
}

impl Drop for Frame {
    #[inline]
    fn drop(&mut self) {
        // SAFETY: this reference is ours, and it goes with us.
        unsafe { sys::v4lxx_frame_unref(self.as_ptr()) }
    }
}

impl std::fmt::Debug for FrameRef<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.info().fmt(f)
    }
}

impl std::fmt::Debug for Frame {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.info().fmt(f)
    }
}

impl ConvertedTime {
    /// What the clock showed, since its beginning; of [`Clock::REALTIME`] since 1970.
    pub fn time(&self) -> Duration {
        Duration::from_nanos(u64::try_from(self.time_ns).unwrap_or(0))
    }
}

impl FrameInfo {
    /// The time stamp in the time of its clock.
    pub fn timestamp(&self) -> Duration {
        Duration::from_nanos(u64::try_from(self.timestamp_ns).unwrap_or(0))
    }

    /// Whether the time stamp is of the start of the exposure; else it is of the end of the frame.
    pub fn is_stamped_at_start(&self) -> bool {
        self.timestamp_source == TimestampSource::START_OF_EXPOSURE
    }
}
