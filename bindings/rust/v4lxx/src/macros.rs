// SPDX-License-Identifier: MIT
//! What the generated lists in `values.rs` and `records.rs` become, and the shape that all handles have.

/// A value of the C API and what it is here.
pub(crate) trait Raw {
    /// Its type in C.
    type C;
    fn from_raw(raw: &Self::C) -> Self;
    fn to_raw(&self) -> Self::C;
}

/// A struct that the caller hands to the library to be filled.
pub(crate) trait Fill: Raw {
    /// All zero but for `struct_size`, where there is one.
    fn empty() -> Self::C;
}

macro_rules! same_in_c {
    ($($type:ty),*) => { $(impl Raw for $type {
        type C = $type;
        fn from_raw(raw: &$type) -> $type { *raw }
        fn to_raw(&self) -> $type { *self }
    })* };
}
same_in_c!(u32, i32, u64, i64, [u32; 3], [u32; 4], [u64; 4]);

impl Raw for bool {
    type C = i32;
    fn from_raw(raw: &i32) -> bool {
        *raw != 0
    }
    fn to_raw(&self) -> i32 {
        i32::from(*self)
    }
}

/// The number in a newtype of the C API, and back.
macro_rules! newtype {
    ($name:ident: $type:ty) => {
        impl crate::macros::Raw for $name {
            type C = $type;
            fn from_raw(raw: &$type) -> Self {
                $name(*raw)
            }
            fn to_raw(&self) -> $type {
                self.0
            }
        }

        #[cfg(feature = "serde")]
        impl serde_core::Serialize for $name {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}
pub(crate) use newtype;

/// An enum of C that later versions may extend: a number with names. It prints as its name.
macro_rules! numbers {
    ($(#[$doc:meta])* $name:ident: $type:ty { $($(#[$constant_doc:meta])* $constant:ident = $value:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(
            /// The number, which may be one that this version has no name for.
            pub $type,
        );

        impl $name {
            $($(#[$constant_doc])* pub const $constant: Self = Self($value);)*
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self.0 {
                    $($value => f.write_str(stringify!($constant)),)*
                    number => write!(f, "{number}"),
                }
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}::{self}", stringify!($name))
            }
        }

        crate::macros::newtype!($name: $type);
    };
}
pub(crate) use numbers;

/// A set of bits of C. It prints as the names of its bits, joined by `|`.
macro_rules! bits {
    ($(#[$doc:meta])* $name:ident: $type:ty { $($(#[$constant_doc:meta])* $constant:ident = $value:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(
            /// The bits, among which may be some that this version has no name for.
            pub $type,
        );

        impl $name {
            $($(#[$constant_doc])* pub const $constant: Self = Self($value);)*

            /// No bit.
            pub const fn empty() -> Self {
                Self(0)
            }

            /// Whether no bit is set.
            pub const fn is_empty(self) -> bool {
                self.0 == 0
            }

            /// Whether all bits of `other` are set.
            pub const fn contains(self, other: Self) -> bool {
                self.0 & other.0 == other.0
            }
        }

        impl std::ops::BitOr for $name {
            type Output = Self;
            fn bitor(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }
        }

        impl std::ops::BitOrAssign for $name {
            fn bitor_assign(&mut self, other: Self) {
                self.0 |= other.0;
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let mut rest = self.0;
                let mut between = "";
                $(if self.0 & $value == $value && $value != 0 {
                    write!(f, "{between}{}", stringify!($constant))?;
                    between = "|";
                    rest &= !$value;
                })*
                if rest != 0 {
                    write!(f, "{between}{rest:#x}")?;
                }
                Ok(())
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        crate::macros::newtype!($name: $type);
    };
}
pub(crate) use bits;

/// Serialize for a type whose fields or methods `$part` give its parts.
#[cfg(feature = "serde")]
macro_rules! serialize {
    ($name:ident, |$value:ident| { $($key:ident: $part:expr),* $(,)? }) => {
        impl serde_core::Serialize for $name {
            fn serialize<S: serde_core::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde_core::ser::SerializeStruct;
                let $value = self;
                let count = [$(stringify!($key)),*].len();
                let mut fields = serializer.serialize_struct(stringify!($name), count)?;
                $(fields.serialize_field(stringify!($key), &$part)?;)*
                fields.end()
            }
        }
    };
}
#[cfg(feature = "serde")]
pub(crate) use serialize;

/// A struct of C as one of Rust: `versioned` ones carry their size and may grow, `frozen` ones never change.
macro_rules! record {
    (versioned $(#[$doc:meta])* $name:ident = $raw:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty = $raw_field:ident,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        #[non_exhaustive]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }

        crate::macros::record_in_c!($name, $raw, { $($field: $type = $raw_field,)* });

        impl crate::macros::Fill for $name {
            fn empty() -> v4lxx_sys::$raw {
                v4lxx_sys::$raw { struct_size: size_of::<v4lxx_sys::$raw>() as u32, ..Default::default() }
            }
        }
    };
    (frozen $(#[$doc:meta])* $name:ident = $raw:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty = $raw_field:ident,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)* }

        crate::macros::record_in_c!($name, $raw, { $($field: $type = $raw_field,)* });

        impl crate::macros::Fill for $name {
            fn empty() -> v4lxx_sys::$raw {
                v4lxx_sys::$raw::default()
            }
        }
    };
}
pub(crate) use record;

macro_rules! record_in_c {
    ($name:ident, $raw:ident, { $($field:ident: $type:ty = $raw_field:ident,)* }) => {
        impl crate::macros::Raw for $name {
            type C = v4lxx_sys::$raw;
            fn from_raw(raw: &v4lxx_sys::$raw) -> Self {
                Self { $($field: <$type as crate::macros::Raw>::from_raw(&raw.$raw_field),)* }
            }
            fn to_raw(&self) -> v4lxx_sys::$raw {
                let mut raw = <Self as crate::macros::Fill>::empty();
                $(raw.$raw_field = crate::macros::Raw::to_raw(&self.$field);)*
                raw
            }
        }

        #[cfg(feature = "serde")]
        crate::macros::serialize!($name, |value| { $($field: value.$field),* });
    };
}
pub(crate) use record_in_c;

/// An owned reference of a refcounted object all of whose functions are of the tag `safe`: any thread, any time.
macro_rules! handle {
    ($(#[$doc:meta])* $name:ident = $raw:ident, drop $unref:ident $(, clone $ref:ident)?) => {
        $(#[$doc])*
        pub struct $name(pub(crate) std::ptr::NonNull<v4lxx_sys::$raw>);

        // SAFETY: the reference count is atomic, and the C API lets every function of this object be called from any thread.
        unsafe impl Send for $name {}
        // SAFETY: as above.
        unsafe impl Sync for $name {}

        impl Drop for $name {
            fn drop(&mut self) {
                // SAFETY: this reference is ours, and it goes with us.
                unsafe { v4lxx_sys::$unref(self.0.as_ptr()) }
            }
        }

        $(impl Clone for $name {
            fn clone(&self) -> Self {
                // SAFETY: the object lives, since we hold a reference. ref gives the same pointer.
                unsafe { v4lxx_sys::$ref(self.0.as_ptr()) };
                $name(self.0)
            }
        })?
    };
}
pub(crate) use handle;

/// A text of an object that lives as long as the object.
macro_rules! text_of {
    ($object:ident, $get:ident) => {
        // SAFETY: we hold a reference of the object, and the text cannot outlive our borrow.
        unsafe { crate::call::text(v4lxx_sys::$get($object.0.as_ptr())) }
    };
}
pub(crate) use text_of;
