// SPDX-License-Identifier: MIT
//! The raw layer against abi/v0/api.json: layouts, numbers and signatures while this is compiled, names of functions while it runs.

use v4lxx_sys::*;

macro_rules! layout {
    ($type:ident, $size:literal, { $($field:ident: $offset:literal),* }) => {
        const _: () = assert!(size_of::<$type>() == $size);
        $(const _: () = assert!(std::mem::offset_of!($type, $field) == $offset);)*
    };
}

macro_rules! constant {
    ($name:ident, $value:literal) => {
        const _: () = assert!($name as i64 == $value);
    };
}

#[cfg(not(feature = "dlopen"))]
macro_rules! signature {
    ($name:ident($($type:ty),*) $(-> $result:ty)?) => {
        const _: unsafe extern "C" fn($($type),*) $(-> $result)? = $name;
    };
}

#[cfg(feature = "dlopen")]
macro_rules! signature {
    ($name:ident($($type:ty),*) $(-> $result:ty)?) => {
        const _: unsafe fn($($type),*) $(-> $result)? = $name;
    };
}

include!("api.rs");

/// The names that the loaded library exports, by `nm`.
fn exported() -> Vec<String> {
    let path = std::env::var("V4LXX_LIBRARY").expect("V4LXX_LIBRARY: the path of the library that is tested");
    let output = std::process::Command::new("nm").args(["-D", "--defined-only", "--format=posix", &path]).output().expect("nm");
    assert!(output.status.success(), "nm {path}");
    let mut names: Vec<String> = String::from_utf8(output.stdout)
        .expect("names are ASCII")
        .lines()
        .filter_map(|line| line.split([' ', '@']).next())
        .filter(|name| name.starts_with("v4lxx_"))
        .map(String::from)
        .collect();
    names.sort();
    names.dedup();
    names
}

#[test]
fn bar2_every_exported_function_is_in_the_raw_layer_and_no_other() {
    let mut known = FUNCTIONS.to_vec();
    known.sort_unstable();
    assert_eq!(exported(), known);
}

#[test]
fn u38_the_library_answers() {
    load().expect("the library is there");
    // SAFETY: no arguments; the text lives as long as the process.
    let version = unsafe { std::ffi::CStr::from_ptr(v4lxx_version_get_string()) };
    assert_eq!(version.to_str(), Ok(env!("CARGO_PKG_VERSION")));
}
