// What a device offers, as far as it was asked: formats, sizes of a format, frame intervals of a size.
#pragma once

#include "device/asked_once.hpp"
#include "kernel/formats.hpp"

#include <tuple>

namespace v4lxx::device {

struct ModeCatalogue {
    AskedOnce<uint32_t, kernel::FormatDescription> formats;                                // one list; its key is 0
    AskedOnce<uint32_t, kernel::SizeRange> sizes;                                          // by fourcc
    AskedOnce<std::tuple<uint32_t, uint32_t, uint32_t>, kernel::IntervalRange> intervals;  // by fourcc, width, height

    void forget()
    {
        formats.forget();
        sizes.forget();
        intervals.forget();
    }
};

}  // namespace v4lxx::device
