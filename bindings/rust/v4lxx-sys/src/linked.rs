// SPDX-License-Identifier: MIT
//! The counterpart of `loading.rs` for a library that the linker found: there is nothing to do and nothing to go wrong.

/// Why the library could not be loaded: never, without the feature `dlopen`.
pub type LoadError = core::convert::Infallible;

/// Where the library came from.
#[derive(Debug)]
pub struct Loaded {
    /// The name that was given to the linker.
    pub path: &'static str,
}

/// Loads nothing: the linker did it.
pub fn load() -> Result<&'static Loaded, &'static LoadError> {
    Ok(&Loaded { path: "libv4lxx.so.0" })
}
