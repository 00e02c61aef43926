// SPDX-License-Identifier: MIT
//! What is known of a node without streaming.

use crate::call::bytes;
use crate::macros::{handle, text_of};
use crate::{Capability, Failure, NodeRole};
use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::ptr::NonNull;
use v4lxx_sys as sys;

handle! {
    /// What is known of a device node: a snapshot, which stays as it is. A clone is the same snapshot.
    DeviceInfo = v4lxx_device_info, drop v4lxx_device_info_unref, clone v4lxx_device_info_ref
}

impl DeviceInfo {
    /// A reference of our own of what is borrowed from a list or a device.
    ///
    /// # Safety
    /// NULL, or a snapshot that lives during this call.
    pub(crate) unsafe fn keep(borrowed: *mut sys::v4lxx_device_info) -> Option<DeviceInfo> {
        // SAFETY: as of this function; NULL is a no-op that gives NULL.
        NonNull::new(unsafe { sys::v4lxx_device_info_ref(borrowed) }).map(DeviceInfo)
    }

    /// What opens the node: a path such as `/dev/video0`, or the name of a simulated device. Empty if it was opened by descriptor.
    pub fn path(&self) -> &Path {
        // SAFETY: as above.
        let name = unsafe { bytes(sys::v4lxx_device_info_get_path(self.0.as_ptr())) };
        Path::new(OsStr::from_bytes(name.to_bytes()))
    }

    /// The name of the device for people, such as "HD Pro Webcam C920".
    pub fn card(&self) -> &str {
        text_of!(self, v4lxx_device_info_get_card)
    }

    /// The name of the driver, such as "uvcvideo"; "" if the node could not be asked.
    pub fn driver(&self) -> &str {
        text_of!(self, v4lxx_device_info_get_driver)
    }

    /// Where it is plugged in, such as "usb-0000:00:14.0-2".
    pub fn bus(&self) -> &str {
        text_of!(self, v4lxx_device_info_get_bus)
    }

    /// The name that stays the same over replugging, reboots and other node numbers; [`Context::open`](crate::Context::open) takes it.
    /// "" if the device was opened by path or by descriptor.
    pub fn id(&self) -> &str {
        text_of!(self, v4lxx_device_info_get_id)
    }

    /// Serial number of a USB device; "" if there is none.
    pub fn serial(&self) -> &str {
        text_of!(self, v4lxx_device_info_get_serial)
    }

    /// The media controller node of the physical device; "" if it has none.
    pub fn media_path(&self) -> &str {
        text_of!(self, v4lxx_device_info_get_media_path)
    }

    /// What the node is for.
    pub fn role(&self) -> NodeRole {
        // SAFETY: the snapshot lives as long as we do.
        NodeRole(unsafe { sys::v4lxx_device_info_get_role(self.0.as_ptr()) })
    }

    /// Vendor and product number of a USB device.
    pub fn usb(&self) -> Option<(u32, u32)> {
        // SAFETY: as above.
        let numbers = unsafe {
            (sys::v4lxx_device_info_get_usb_vendor(self.0.as_ptr()), sys::v4lxx_device_info_get_usb_product(self.0.as_ptr()))
        };
        (numbers != (0, 0)).then_some(numbers)
    }

    /// The nodes of the physical device, if this is an entry of a list; the one that a program would open is among them.
    pub fn nodes(&self) -> Vec<DeviceInfo> {
        // SAFETY: as above; each node is kept by a reference of its own.
        unsafe {
            (0..sys::v4lxx_device_info_get_node_count(self.0.as_ptr()))
                .filter_map(|index| DeviceInfo::keep(sys::v4lxx_device_info_get_node(self.0.as_ptr(), index)))
                .collect()
        }
    }

    /// What this node can do: the kernel's `device_caps`.
    pub fn capabilities(&self) -> Capability {
        // SAFETY: as above.
        Capability(unsafe { sys::v4lxx_device_info_get_capabilities(self.0.as_ptr()) })
    }

    /// Whether the node can capture video by streaming: the question most programs have.
    pub fn is_camera(&self) -> bool {
        // SAFETY: as above.
        unsafe { sys::v4lxx_device_info_is_camera(self.0.as_ptr()) != 0 }
    }

    /// Whether the device is simulated.
    pub fn is_simulated(&self) -> bool {
        // SAFETY: as above.
        unsafe { sys::v4lxx_device_info_is_simulated(self.0.as_ptr()) != 0 }
    }

    /// Why the node could not be asked, if it could not.
    pub fn failure(&self) -> Option<Failure> {
        // SAFETY: as above; the error lives as long as the snapshot.
        unsafe {
            let error = sys::v4lxx_device_info_get_error(self.0.as_ptr());
            (!error.is_null()).then(|| Failure::read(error))
        }
    }
}

impl std::fmt::Debug for DeviceInfo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DeviceInfo")
            .field("path", &self.path())
            .field("card", &self.card())
            .field("driver", &self.driver())
            .field("bus", &self.bus())
            .finish_non_exhaustive()
    }
}

#[cfg(feature = "serde")]
crate::macros::serialize!(DeviceInfo, |info| {
    path: info.path().to_string_lossy(),
    card: info.card(),
    driver: info.driver(),
    bus: info.bus(),
    id: info.id(),
    serial: info.serial(),
    usb: info.usb(),
    media_path: info.media_path(),
    role: info.role(),
    capabilities: info.capabilities(),
    is_camera: info.is_camera(),
    is_simulated: info.is_simulated(),
    problem: info.failure().map(|failure| failure.message),
});
