// What typed calls about formats speak: the kernel's answers after they were checked. One model for both planar APIs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace v4lxx::kernel {

constexpr uint32_t max_planes = 4;  // no format has more; the kernel's array has 8

// A capture queue speaks one of two dialects; everything above this folder sees no difference.
enum class Api : uint8_t { single_planar, multi_planar };

struct Capability {
    std::string driver, card, bus;
    uint32_t version = 0;
    uint32_t capabilities = 0;  // of the whole device
    uint32_t device_caps = 0;   // of this node
};

struct PlaneFormat {
    uint32_t stride_bytes = 0;  // 0 for compressed formats
    uint32_t size_bytes = 0;
};

struct Format {
    uint32_t fourcc = 0, width = 0, height = 0, field = 0;
    uint32_t colorspace = 0, ycbcr_encoding = 0, quantization = 0, transfer_function = 0;
    uint32_t flags = 0;
    uint32_t plane_count = 0;  // memory planes
    PlaneFormat planes[max_planes];
};

struct FormatDescription {
    uint32_t fourcc = 0, flags = 0;
    std::string description;
};

struct SizeRange {
    uint32_t min_width = 0, max_width = 0, step_width = 0;
    uint32_t min_height = 0, max_height = 0, step_height = 0;
};

struct Fraction {
    uint32_t numerator = 0, denominator = 0;
};

struct IntervalRange {
    Fraction min, max, step;
};

}  // namespace v4lxx::kernel
