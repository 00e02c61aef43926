// SPDX-License-Identifier: MIT
//! Arrays of C that are too long for what the standard library and serde do with arrays by themselves.

use crate::macros::Raw;
use std::ops::Deref;

/// An array of any length, with a default of zeros. It dereferences to the array of Rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Array<T, const N: usize>(pub [T; N]);

impl<T: Default + Copy, const N: usize> Default for Array<T, N> {
    fn default() -> Self {
        Array([T::default(); N])
    }
}

impl<T, const N: usize> Deref for Array<T, N> {
    type Target = [T; N];

    fn deref(&self) -> &[T; N] {
        &self.0
    }
}

impl<T: Copy, const N: usize> Raw for Array<T, N> {
    type C = [T; N];

    fn from_raw(raw: &[T; N]) -> Self {
        Array(*raw)
    }

    fn to_raw(&self) -> [T; N] {
        self.0
    }
}

#[cfg(feature = "serde")]
impl<T: serde_core::Serialize, const N: usize> serde_core::Serialize for Array<T, N> {
    fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.0)
    }
}
