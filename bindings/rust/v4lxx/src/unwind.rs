// SPDX-License-Identifier: MIT
//! Panics end here: none may unwind through C.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a function panicked with, if it did. Whatever it left half done is not looked at again, or belongs to whoever handed it in.
pub(crate) fn caught(function: impl FnOnce()) -> Option<Box<dyn Any + Send>> {
    catch_unwind(AssertUnwindSafe(function)).err()
}

/// Drops what nobody is told of. If even that panics, what it panics with stays for ever.
pub(crate) fn let_go(payload: Option<Box<dyn Any + Send>>) {
    std::mem::forget(caught(|| drop(payload)));
}

// What stays for ever would be a leak to Miri.
#[cfg(all(test, not(miri)))]
mod tests {
    use super::*;

    #[test]
    fn s39_what_panics_when_it_goes_goes_quietly() {
        struct Bad;
        impl Drop for Bad {
            fn drop(&mut self) {
                panic!("not even this");
            }
        }
        let_go(caught(|| std::panic::panic_any(Bad)));
    }
}
