// SPDX-License-Identifier: MIT
//! An open device node. What can be done with it stands beside what it is about: formats, modes, controls, inputs, streams.

use crate::call::{call, made, timeout_ns};
use crate::macros::handle;
use crate::{DeviceInfo, Result, Stream, StreamOptions};
use v4lxx_sys as sys;

handle! {
    /// An open device node. It keeps its context alive; a clone is the same device. The last reference closes it: its own, and those
    /// of its streams.
    Device = v4lxx_device, drop v4lxx_device_unref, clone v4lxx_device_ref
}

impl std::fmt::Debug for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Device").field(&self.info()).finish()
    }
}

impl Device {
    /// What was known of the device when it was opened.
    pub fn info(&self) -> DeviceInfo {
        // SAFETY: we hold a reference of the device; the snapshot lives as long as the device, and is kept by a reference of its own.
        let info = unsafe { DeviceInfo::keep(sys::v4lxx_device_get_info(self.0.as_ptr())) };
        info.expect("a device has its snapshot from the moment it is opened")
    }

    /// Ends the use of the device now: its streams stop, waits in progress end, and later calls answer
    /// [`Status::ERROR_CLOSED`](crate::Status::ERROR_CLOSED). Frames already delivered stay readable. Twice is allowed.
    pub fn close(&self) {
        // SAFETY: we hold a reference of the device.
        unsafe { sys::v4lxx_device_close(self.0.as_ptr()) }
    }

    /// Closes, and waits so long at most until that is over; `None` waits without end. If the driver does not return from a call in this time,
    /// the failure is [`Status::ERROR_BUSY`](crate::Status::ERROR_BUSY) and names the call. The device is closed all the same, and the rest happens
    /// when the driver returns; called again it waits on.
    pub fn close_within(&self, timeout: Option<std::time::Duration>) -> Result<()> {
        // SAFETY: we hold a reference of the device.
        call(|error| unsafe { sys::v4lxx_device_close_within(self.0.as_ptr(), timeout_ns(timeout), error) }).map(drop)
    }

    /// Makes the capture stream of the device. What the options leave open stays as it is; what was granted instead of what they ask for
    /// is in [`StreamHandle::format`](crate::StreamHandle::format).
    pub fn stream(&self, options: StreamOptions) -> Result<Stream> {
        let raw = crate::macros::Raw::to_raw(&options);
        // SAFETY: we hold a reference of the device; the options are our own and complete.
        made(|out, error| unsafe { sys::v4lxx_stream_create(self.0.as_ptr(), &raw, out, error) }).map(Stream::new)
    }
}
