// SPDX-License-Identifier: MIT
//! The context: what simulated devices, the log and the list of devices hang off.

use crate::call::{c_name, call, filled, made, text};
use crate::macros::handle;
use crate::{Clock, ConvertedTime, Device, DeviceInfo, Error, ListFlags, LogLevel, LogRecord, Result, log};
use std::ffi::OsStr;
use std::ops::Deref;
use std::os::fd::{AsFd, AsRawFd};
use std::ptr;
use v4lxx_sys as sys;

handle! {
    /// Everything hangs off one; there are no globals. It opens nothing and starts no thread. A clone is the same context.
    Context = v4lxx_context, drop v4lxx_context_unref, clone v4lxx_context_ref
}

impl std::fmt::Debug for Context {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Context")
    }
}

impl Context {
    /// Makes a context. With the feature `dlopen` the library is loaded here, at the latest.
    pub fn new() -> Result<Context> {
        sys::load().map_err(Error::NotLoaded)?;
        // SAFETY: NULL options are the defaults.
        made(|out, error| unsafe { sys::v4lxx_context_create(ptr::null(), out, error) }).map(Context)
    }

    /// The cameras of this machine, those that cannot be used with the reason. Nothing is set on any of them.
    pub fn devices(&self) -> Result<DeviceList> {
        self.list(ListFlags::empty())
    }

    /// The same with more in it: simulated cameras, or devices that are no cameras.
    pub fn list(&self, flags: ListFlags) -> Result<DeviceList> {
        // SAFETY: we hold a reference of the context; the list is ours and is given back below.
        unsafe {
            let list = made(|out, error| sys::v4lxx_context_list_devices(self.0.as_ptr(), flags.0, out, error))?.as_ptr();
            let devices = (0..sys::v4lxx_device_list_get_count(list))
                .filter_map(|index| DeviceInfo::keep(sys::v4lxx_device_list_get(list, index)))
                .collect();
            let note = text(sys::v4lxx_device_list_get_note(list)).to_owned();
            sys::v4lxx_device_list_unref(list);
            Ok(DeviceList { devices, note })
        }
    }

    /// Opens a device: a path, `id:…`, `usb:VENDOR:PRODUCT`, `card:PATTERN`, or a simulated one, `sim:camera`. Only questions are asked;
    /// nothing on the device is changed. Within one context the same `sim:` name is the same device.
    ///
    /// ```
    /// let camera = v4lxx::Context::new()?.open("sim:camera,size=1280x720")?;
    /// assert_eq!(camera.format()?.width, 1280);
    /// # Ok::<(), v4lxx::Error>(())
    /// ```
    pub fn open(&self, name: impl AsRef<OsStr>) -> Result<Device> {
        let name = c_name("open a device", name.as_ref())?;
        // SAFETY: we hold a reference of the context, the name ends with a NUL, NULL options are the defaults.
        made(|out, error| unsafe { sys::v4lxx_device_open(self.0.as_ptr(), name.as_ptr(), ptr::null(), out, error) })
            .map(Device)
    }

    /// Opens a device over a descriptor that somebody else opened, such as a portal. It is duplicated: the caller keeps its own. Both
    /// share one open file description, which becomes non-blocking.
    pub fn open_fd(&self, fd: impl AsFd) -> Result<Device> {
        let number = fd.as_fd().as_raw_fd();
        // SAFETY: we hold a reference of the context; the descriptor is open during the call.
        made(|out, error| unsafe { sys::v4lxx_device_open_fd(self.0.as_ptr(), number, ptr::null(), out, error) }).map(Device)
    }

    /// Adds a simulated device to those that a list with [`ListFlags::SIMULATED`] names, for tests of programs that look for a camera.
    pub fn add_simulated(&self, name: impl AsRef<OsStr>) -> Result<()> {
        let name = c_name("add a simulated device", name.as_ref())?;
        // SAFETY: we hold a reference of the context, the name ends with a NUL.
        call(|error| unsafe { sys::v4lxx_context_add_simulated(self.0.as_ptr(), name.as_ptr(), error) }).map(drop)
    }

    /// Tells a time of one clock by another: [`Clock::MONOTONIC`], `REALTIME`, `BOOTTIME` or `TAI`. How they stand to one another is measured
    /// at each call, and what was measured before a step is kept.
    ///
    /// ```
    /// use v4lxx::Clock;
    /// let context = v4lxx::Context::new()?;
    /// let day = context.convert_time(0, Clock::MONOTONIC, Clock::REALTIME)?; // when the machine started, if it never slept
    /// assert!(day.time_ns > 0 && day.error_ns < 1_000_000);
    /// # Ok::<(), v4lxx::Error>(())
    /// ```
    pub fn convert_time(&self, time_ns: i64, from: Clock, to: Clock) -> Result<ConvertedTime> {
        // SAFETY: we hold a reference of the context; the struct is one to fill.
        filled(|out, error| unsafe { sys::v4lxx_context_convert_time(self.0.as_ptr(), time_ns, from.0, to.0, out, error) })
    }

    /// What is left until a point of `CLOCK_MONOTONIC`, for a wait that is to end there; zero if it is past. With an
    /// [`Instant`](std::time::Instant) no call is needed: `deadline.saturating_duration_since(Instant::now())`.
    pub fn time_left(&self, deadline_ns: i64) -> std::time::Duration {
        // SAFETY: we hold a reference of the context.
        let left = unsafe { sys::v4lxx_context_get_time_left(self.0.as_ptr(), deadline_ns) };
        std::time::Duration::from_nanos(left.unsigned_abs())
    }

    /// Hears what the library has to tell about everything of this context: messages of this level and of all before it. The sink runs
    /// on the thread whose call caused the message; two threads may be in it at the same time. If it panics it is not called again.
    ///
    /// ```
    /// use std::sync::{Arc, Mutex};
    /// let messages = Arc::new(Mutex::new(Vec::new()));
    /// let context = v4lxx::Context::new()?;
    /// let kept = messages.clone();
    /// context.set_log(v4lxx::LogLevel::INFO, move |record| kept.lock().unwrap().push(record.message().to_owned()))?;
    /// context.open("sim:camera")?;
    /// assert!(messages.lock().unwrap()[0].contains("Simulated camera"));
    /// # Ok::<(), v4lxx::Error>(())
    /// ```
    pub fn set_log(&self, level: LogLevel, sink: impl Fn(&LogRecord<'_>) + Send + Sync + 'static) -> Result<()> {
        log::set(self, level, Box::new(sink))
    }

    /// Ends the log. A call in progress on another thread may still run when this returns.
    pub fn clear_log(&self) -> Result<()> {
        // SAFETY: we hold a reference of the context; without a function nothing is kept.
        call(|error| unsafe {
            sys::v4lxx_context_set_log(self.0.as_ptr(), LogLevel::NONE.0, None, ptr::null_mut(), None, error)
        })
        .map(drop)
    }

    /// How many messages the log kept back because they came too fast.
    pub fn log_left_out(&self) -> u64 {
        // SAFETY: we hold a reference of the context.
        unsafe { sys::v4lxx_context_get_log_left_out(self.0.as_ptr()) }
    }
}

/// The devices that were there when the list was made: a slice of [`DeviceInfo`].
#[derive(Debug, Clone)]
pub struct DeviceList {
    devices: Vec<DeviceInfo>,
    note: String,
}

impl DeviceList {
    /// Why the list is empty, with what to try on a second line; "" if it is not.
    pub fn note(&self) -> &str {
        &self.note
    }
}

impl Deref for DeviceList {
    type Target = [DeviceInfo];
    fn deref(&self) -> &[DeviceInfo] {
        &self.devices
    }
}

impl IntoIterator for DeviceList {
    type Item = DeviceInfo;
    type IntoIter = std::vec::IntoIter<DeviceInfo>;
    fn into_iter(self) -> Self::IntoIter {
        self.devices.into_iter()
    }
}

impl<'a> IntoIterator for &'a DeviceList {
    type Item = &'a DeviceInfo;
    type IntoIter = std::slice::Iter<'a, DeviceInfo>;
    fn into_iter(self) -> Self::IntoIter {
        self.devices.iter()
    }
}
