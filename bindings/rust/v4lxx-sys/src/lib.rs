// SPDX-License-Identifier: MIT
//! The C API of libv4lxx as it is. Use the crate `v4lxx`, which is safe, unless you need just this.
//!
//! Types and functions are what bindgen 0.73.2 made of `<v4lxx/v4lxx.h>`; they are checked in, so that no libclang is needed to build.
//! What each function does stands in the header.
//!
//! The library is found by pkg-config, or in the folder of `V4LXX_LIB_DIR`. With the feature `dlopen` it is looked for when the
//! program runs, see [`load`]; all functions have the same names then.
#![allow(non_camel_case_types, missing_docs)]

include!("types.rs");

#[cfg(not(feature = "dlopen"))]
include!("functions.rs");

#[cfg(feature = "dlopen")]
mod loading;
#[cfg(feature = "dlopen")]
pub use loading::{LoadError, Loaded, load, table::*};

#[cfg(not(feature = "dlopen"))]
mod linked;
#[cfg(not(feature = "dlopen"))]
pub use linked::{LoadError, Loaded, load};
