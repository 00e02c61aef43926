// SPDX-License-Identifier: MIT
//! The mistakes of ../../conformance/scenarios/bad_input.txt. Most of them no compiler of Rust lets pass: v4lxx/src/refused.rs shows each.

use crate::outcome::{Broken, Done, Outcome};
use std::ffi::{c_char, c_int, c_void};
use v4lxx::Context;
use v4lxx_sys as sys;

unsafe extern "C" {
    fn dlsym(library: *mut c_void, name: *const c_char) -> *mut c_void;
}

/// What the compiler says to each.
const REFUSED: &[(&str, &str)] = &[
    ("nil_name", "there is no nil: Option is another type"),
    ("number_for_name", "a number is no name"),
    ("nil_context", "there is no nil"),
    ("nil_device", "there is no nil"),
    ("wrong_object", "a stream is no device"),
    ("width_negative", "the width is unsigned"),
    ("width_too_large", "the width has 32 bits"),
    ("width_fraction", "the width is an integer"),
    ("width_text", "a text is no number"),
    ("time_text", "a text is no time"),
    ("time_not_a_number", "a time is no number, and a Duration is never NaN"),
    ("control_value_huge", "the value has 64 bits"),
    ("control_value_table", "a list is no number"),
    ("callback_no_function", "a number is no function"),
    ("released_info", "what was dropped cannot be used"),
    ("released_bytes", "what was dropped cannot be used"),
    ("released_twice", "what was dropped cannot be dropped again"),
    ("closed_context", "what was dropped cannot be used"),
];

pub fn bad(case: &str) -> Done {
    if let Some((_, why)) = REFUSED.iter().find(|(name, _)| *name == case) {
        return Ok(Outcome::ByType(why));
    }
    match case {
        "name_with_nul" => Ok(Outcome::of(Context::new(), |context| refused(context.open("sim:camera\0").is_err()))),
        "abi_too_small" => Ok(refused(struct_too_small())),
        _ => Err(Broken(format!("there is no mistake '{case}'"))),
    }
}

fn refused(is: bool) -> Outcome {
    Outcome::value(if is { "refused" } else { "accepted" })
}

/// The raw layer with a struct that says it is smaller than it ever was.
fn struct_too_small() -> bool {
    let mut info = sys::v4lxx_pixel_format_info { struct_size: 4, ..Default::default() };
    // SAFETY: the struct is our own and larger than it says.
    let status = unsafe { sys::v4lxx_pixel_format_describe(v4lxx::FourCc::YUYV.0, &mut info, std::ptr::null_mut()) };
    status == sys::V4LXX_ERROR_ABI
}

/// Arms the preloaded library of bindings/conformance/failing_new.c.
pub fn fail_allocation() -> Done {
    // SAFETY: NULL is RTLD_DEFAULT; the name ends with a NUL.
    let arm = unsafe { dlsym(std::ptr::null_mut(), c"v4lxx_failing_new_arm".as_ptr()) };
    if arm.is_null() {
        return Err(Broken("failing_new.so is not preloaded".into()));
    }
    // SAFETY: the function of this name has this signature.
    let arm = unsafe { std::mem::transmute::<*mut c_void, unsafe extern "C" fn(*mut c_void) -> c_int>(arm) };
    // SAFETY: it does not look at its argument.
    unsafe { arm(std::ptr::null_mut()) };
    Ok(Outcome::ok())
}
