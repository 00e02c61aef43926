// SPDX-License-Identifier: MIT
//! Feature `dlopen`: the library is looked for when the program runs, once, and all of its functions are looked up then.

use core::ffi::{CStr, c_char, c_int, c_void};
use std::ffi::{CString, OsString};
use std::os::unix::ffi::OsStringExt;
use std::sync::OnceLock;

/// The variable that names the library, a path or a name that dlopen() looks for.
const VARIABLE: &str = "V4LXX_LIBRARY";
/// Looked for in this order where the variable is not set: by the rules of dlopen(), then where people install things.
const NAMES: &[&str] = &["libv4lxx.so.0", "/usr/local/lib/libv4lxx.so.0"];
const RTLD_NOW: c_int = 2;

// Part of libc.so since glibc 2.34 and of musl for ever; both still have a libdl to link.
#[link(name = "dl")]
unsafe extern "C" {
    fn dlopen(name: *const c_char, flags: c_int) -> *mut c_void;
    fn dlsym(library: *mut c_void, name: *const c_char) -> *mut c_void;
    fn dlclose(library: *mut c_void) -> c_int;
    fn dlerror() -> *const c_char;
}

/// Why the library could not be loaded: one message with every name tried, the reason of each, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadError {
    message: String,
}

impl core::fmt::Display for LoadError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for LoadError {}

/// A library that is loaded, for the life of the process.
#[derive(Debug)]
pub struct Loaded {
    /// The name it was loaded by.
    pub path: String,
    functions: table::Functions,
}

/// Loads the library at the first call; later calls give the same answer.
pub fn load() -> Result<&'static Loaded, &'static LoadError> {
    static ANSWER: OnceLock<Result<Loaded, LoadError>> = OnceLock::new();
    ANSWER.get_or_init(find).as_ref()
}

/// The table, for the functions that go through it.
#[inline]
fn functions() -> &'static table::Functions {
    match load() {
        Ok(loaded) => &loaded.functions,
        Err(problem) => panic!("{problem}"),
    }
}

fn find() -> Result<Loaded, LoadError> {
    let names: Vec<OsString> = match std::env::var_os(VARIABLE) {
        Some(name) if !name.is_empty() => vec![name],
        _ => NAMES.iter().map(OsString::from).collect(),
    };
    let mut tried = String::new();
    for name in names {
        let path = name.to_string_lossy().into_owned();
        let Ok(c_name) = CString::new(name.into_vec()) else {
            tried += &format!("\n  tried:  {path}: there is a NUL in the name");
            continue;
        };
        match open(&c_name) {
            Ok(library) => return table_of(library, path),
            Err(reason) => tried += &format!("\n  tried:  {path}: {reason}"),
        }
    }
    Err(LoadError {
        message: format!(
            "cannot load libv4lxx{tried}\n  try:    Install it (Debian: apt install libv4lxx0), add its folder to LD_LIBRARY_PATH, \
             or set {VARIABLE} to the path of libv4lxx.so.0"
        ),
    })
}

fn open(name: &CStr) -> Result<*mut c_void, String> {
    // SAFETY: the name ends with a NUL. What the library does when it is loaded is not ours: it has no constructors.
    let library = unsafe { dlopen(name.as_ptr(), RTLD_NOW) };
    if library.is_null() {
        return Err(last_failure());
    }
    Ok(library)
}

fn last_failure() -> String {
    // SAFETY: dlerror() gives NULL or a text that is good until the next call of this thread.
    unsafe {
        let text = dlerror();
        if text.is_null() { String::from("no reason was given") } else { CStr::from_ptr(text).to_string_lossy().into_owned() }
    }
}

fn symbol(library: *mut c_void, name: &CStr) -> Option<*mut c_void> {
    // SAFETY: library came from dlopen(), the name ends with a NUL.
    let address = unsafe { dlsym(library, name.as_ptr()) };
    (!address.is_null()).then_some(address)
}

fn table_of(library: *mut c_void, path: String) -> Result<Loaded, LoadError> {
    match table::Functions::look_up(library) {
        Ok(functions) => Ok(Loaded { path, functions }),
        Err(missing) => {
            let version = version_of(library);
            // SAFETY: nothing of this library is in use.
            unsafe { dlclose(library) };
            Err(LoadError {
                message: format!(
                    "cannot use libv4lxx from {path}: it is version {version}, this program was made for {}, and there is no {missing}\n  \
                     try:    Install libv4lxx {} or newer, or set {VARIABLE} to the path of such a libv4lxx.so.0",
                    env!("CARGO_PKG_VERSION"),
                    env!("CARGO_PKG_VERSION")
                ),
            })
        }
    }
}

/// What a library says of itself that lacks something.
fn version_of(library: *mut c_void) -> String {
    type GetString = unsafe extern "C" fn() -> *const c_char;
    match symbol(library, c"v4lxx_version_get_string") {
        // SAFETY: this function has had this signature from the first version on; its text lives as long as the library.
        Some(address) => unsafe {
            let get = core::mem::transmute::<*mut c_void, GetString>(address);
            CStr::from_ptr(get()).to_string_lossy().into_owned()
        },
        None => String::from("unknown"),
    }
}

/// Makes of the list of functions a table of addresses, and beside it functions that go through the table.
macro_rules! functions {
    ($(fn $name:ident($($argument:ident: $type:ty),*) $(-> $result:ty)?;)*) => {
        /// The addresses of all functions.
        #[derive(Debug)]
        pub(super) struct Functions {
            $($name: unsafe extern "C" fn($($type),*) $(-> $result)?,)*
        }

        impl Functions {
            /// The whole table, or the name of the first function that the library has not.
            pub(super) fn look_up(library: *mut c_void) -> Result<Functions, &'static str> {
                Ok(Functions {
                    $($name: {
                        let name = stringify!($name);
                        let c_name = CString::new(name).map_err(|_| name)?;
                        let address = symbol(library, &c_name).ok_or(name)?;
                        // SAFETY: the C API says that a function of this name has this signature.
                        unsafe { core::mem::transmute::<*mut c_void, unsafe extern "C" fn($($type),*) $(-> $result)?>(address) }
                    },)*
                })
            }
        }

        $(
            /// As the header says. Panics with the message of [`load`] if the library cannot be loaded.
            ///
            /// # Safety
            /// The arguments have to be what the header asks for.
            #[inline]
            pub unsafe fn $name($($argument: $type),*) $(-> $result)? {
                // SAFETY: as of this function.
                unsafe { (functions().$name)($($argument),*) }
            }
        )*
    };
}

/// The functions.
pub mod table {
    use super::*;
    use crate::*;

    include!("loaded.rs");
}
