// SPDX-License-Identifier: MIT
//! What a histogram says.

use crate::Histogram;
use crate::macros::Raw;
use std::time::Duration;
use v4lxx_sys as sys;

impl Histogram {
    /// The shortest time; zero without any.
    pub fn min(&self) -> Duration {
        duration(self.least_ns)
    }

    /// The longest time; zero without any.
    pub fn max(&self) -> Duration {
        duration(self.most_ns)
    }

    /// The mean of all times; zero without any.
    pub fn mean(&self) -> Duration {
        i64::try_from(self.count).ok().and_then(|count| self.sum_ns.checked_div(count)).map_or(Duration::ZERO, duration)
    }

    /// The time within which a part of all times lies, as far as buckets tell: 990 per mille is the 99th percentile. More than 1000 is
    /// taken as 1000.
    pub fn quantile(&self, per_mille: u32) -> Duration {
        // SAFETY: the struct lives during the call.
        duration(unsafe { sys::v4lxx_histogram_get_quantile(&self.to_raw(), per_mille.min(1000)) })
    }

    /// The shortest time that a bucket holds; `None` if there is no such bucket. The one behind the last is the end of that.
    pub fn bound(bucket: usize) -> Option<Duration> {
        // SAFETY: a number is all it takes.
        let ns = unsafe { sys::v4lxx_histogram_get_bound(u32::try_from(bucket).ok()?) };
        u64::try_from(ns).ok().map(Duration::from_nanos)
    }
}

fn duration(ns: i64) -> Duration {
    Duration::from_nanos(u64::try_from(ns).unwrap_or(0))
}
