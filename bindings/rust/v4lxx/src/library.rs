// SPDX-License-Identifier: MIT
//! The library that is in use.

use crate::call::text;
use crate::{Error, Feature, Result};
use v4lxx_sys as sys;

/// The version of libv4lxx in use, and where it came from. Without the feature `dlopen` this cannot fail: a program whose library is
/// missing does not start.
///
/// ```
/// println!("libv4lxx {}", v4lxx::library()?.version());
/// # Ok::<(), v4lxx::Error>(())
/// ```
pub fn library() -> Result<Library> {
    let loaded = sys::load().map_err(Error::NotLoaded)?;
    Ok(Library { path: AsRef::<str>::as_ref(&loaded.path) })
}

/// What is known of the library itself. See [`library`].
#[derive(Debug, Clone, Copy)]
pub struct Library {
    path: &'static str,
}

impl Library {
    /// Its version, such as "0.1.0".
    pub fn version(&self) -> &'static str {
        // SAFETY: no arguments; the text lives as long as the process.
        unsafe { text(sys::v4lxx_version_get_string()) }
    }

    /// Its version as a number: `major << 16 | minor << 8 | micro`.
    pub fn version_number(&self) -> u32 {
        // SAFETY: no arguments.
        unsafe { sys::v4lxx_version_get_number() }
    }

    /// Whether it was built with a feature.
    pub fn supports(&self, feature: Feature) -> bool {
        // SAFETY: takes any number.
        unsafe { sys::v4lxx_supports(feature.0) != 0 }
    }

    /// The name it was loaded by.
    pub fn path(&self) -> &'static str {
        self.path
    }
}
