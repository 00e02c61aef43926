#include "kernel/checks.hpp"

#include "base/text.hpp"
#include "data/pixel_format.hpp"
#include "data/plane_layout.hpp"
#include "kernel/request_names.hpp"

#include <algorithm>

namespace v4lxx::kernel {

// Far above any sensor of today, far below what makes 32-bit products wrap.
static constexpr uint32_t max_plane_bytes = 1u << 30;

std::string impossible_text(unsigned long request, const char *field, const std::string &value, const std::string &why)
{
    return std::string(request_name(request)) + " answered " + field + " = " + value + ": " + why;
}

Failure impossible(Code code, unsigned long request, const char *field, const std::string &value, const std::string &why)
{
    Failure failure;
    failure.code = code;
    failure.request = request_name(request);
    failure.field = field;
    failure.cause = impossible_text(request, field, value, why);
    failure.cause_checked = true;
    return failure;
}

Failure impossible(Code code, unsigned long request, const char *field, uint64_t value, const char *why)
{
    return impossible(code, request, field, std::to_string(value), why);
}

// The smallest stride a row of a plane needs; 0 if the format does not say.
static uint32_t least_stride(const data::PixelFormat *format, uint32_t memory_plane, uint32_t width)
{
    return format == nullptr ? 0 : data::minimum_stride(*format, memory_plane, width);
}

// Everything about a format that the planes do not hold. Zero sides would become divisions by zero, huge ones overflows.
static Result<void> check_picture(const Format &format, unsigned long request)
{
    if (format.width == 0 || format.width > max_side)
        return impossible(Code::value_impossible, request, "width", format.width, "a picture is 1 to 65535 pixels wide");
    if (format.height == 0 || format.height > max_side)
        return impossible(Code::value_impossible, request, "height", format.height, "a picture is 1 to 65535 pixels high");
    if (format.fourcc == 0)
        return impossible(Code::value_impossible, request, "pixelformat", format.fourcc, "0 is no pixel format");
    return {};
}

// Which memory plane cannot hold its part: the one without which all would be well.
static uint32_t too_small_plane(const data::PixelFormat &known, const Format &format, const data::MemoryPlane *memory)
{
    for (uint32_t i = 0; i + 1 < format.plane_count; i++) {
        data::MemoryPlane others[max_planes];
        for (uint32_t p = 0; p < format.plane_count; p++)
            others[p] = {memory[p].stride_bytes, 0, p == i ? memory[p].size_bytes : UINT32_MAX};
        data::PlaneLayout layout;
        if (!data::lay_out(known, format.width, format.height, others, format.plane_count, &layout))
            return i;
    }
    return format.plane_count - 1;
}

// A stride that cannot hold a row or a size that cannot hold the picture would become an out-of-bounds read three layers up.
// A stride of 0 is what old drivers say for "no padding".
static Result<void> check_planes(Format &format, unsigned long request)
{
    const data::PixelFormat *known = data::find_pixel_format(format.fourcc);
    for (uint32_t i = 0; i < format.plane_count; i++) {
        PlaneFormat &plane = format.planes[i];
        if (plane.size_bytes == 0)
            return impossible(Code::sizeimage_too_small, request, "sizeimage", 0, "no picture fits into nothing");
        if (plane.size_bytes > max_plane_bytes)
            return impossible(Code::value_impossible, request, "sizeimage", plane.size_bytes, "more than 1 GiB for one plane");
        const uint32_t least = least_stride(known, i, format.width);
        if (plane.stride_bytes == 0)
            plane.stride_bytes = least;
        if (plane.stride_bytes < least)
            return impossible(Code::value_impossible, request, "bytesperline", plane.stride_bytes,
                              ("a row of " + std::to_string(format.width) + " pixels needs " + std::to_string(least)).c_str());
    }
    if (known == nullptr || !data::is_linear(*known))
        return {};
    data::MemoryPlane memory[max_planes];
    for (uint32_t i = 0; i < format.plane_count; i++)
        memory[i] = {format.planes[i].stride_bytes, 0, format.planes[i].size_bytes};
    data::PlaneLayout layout;
    if (data::lay_out(*known, format.width, format.height, memory, format.plane_count, &layout))
        return {};
    const PlaneFormat &small = format.planes[too_small_plane(*known, format, memory)];
    return impossible(
        Code::sizeimage_too_small, request, "sizeimage", small.size_bytes,
        ("smaller than " + size_text(format.width, format.height) + " at bytesperline " + std::to_string(small.stride_bytes))
            .c_str());
}

static Result<Format> check_format(Format format, unsigned long request)
{
    if (auto good = check_picture(format, request); !good)
        return std::move(good).failure();
    if (auto good = check_planes(format, request); !good)
        return std::move(good).failure();
    if (format.field == V4L2_FIELD_ANY)  // no picture has "any" field order; drivers that say so mean progressive
        format.field = V4L2_FIELD_NONE;
    return format;
}

// What both kernel structs say about the picture under the same names.
template <class Raw>
static Format picture_of(const Raw &raw, bool extended)
{
    Format format;
    format.fourcc = raw.pixelformat;
    format.width = raw.width;
    format.height = raw.height;
    format.field = raw.field;
    format.colorspace = raw.colorspace;
    if (extended) {
        format.flags = raw.flags;
        format.ycbcr_encoding = raw.ycbcr_enc;
        format.quantization = raw.quantization;
        format.transfer_function = raw.xfer_func;
    }
    return format;
}

Result<Format> checked(const v4l2_pix_format &raw, unsigned long request)
{
    const data::PixelFormat *known = data::find_pixel_format(raw.pixelformat);
    if (known != nullptr && data::memory_plane_count(*known) > 1)
        return impossible(Code::planes_impossible, request, "pixelformat", raw.pixelformat,
                          (fourcc_text(raw.pixelformat) + " needs the multi-planar API").c_str());
    const bool extended = raw.priv == V4L2_PIX_FMT_PRIV_MAGIC;  // without it the driver does not know the extended fields
    Format format = picture_of(raw, extended);
    format.plane_count = 1;
    format.planes[0] = {raw.bytesperline, raw.sizeimage};
    return check_format(format, request);
}

Result<Format> checked(const v4l2_pix_format_mplane &raw, unsigned long request)
{
    if (raw.num_planes == 0 || raw.num_planes > max_planes)
        return impossible(Code::planes_impossible, request, "num_planes", raw.num_planes, "a format has 1 to 4 planes");
    const data::PixelFormat *known = data::find_pixel_format(raw.pixelformat);
    if (known != nullptr && data::memory_plane_count(*known) != 0 && data::memory_plane_count(*known) != raw.num_planes)
        return impossible(Code::planes_impossible, request, "num_planes", raw.num_planes,
                          (fourcc_text(raw.pixelformat) + " has " + std::to_string(data::memory_plane_count(*known))).c_str());
    Format format = picture_of(raw, true);
    format.plane_count = raw.num_planes;
    for (uint32_t i = 0; i < format.plane_count; i++)
        format.planes[i] = {raw.plane_fmt[i].bytesperline, raw.plane_fmt[i].sizeimage};
    return check_format(format, request);
}

Fraction checked(const v4l2_fract &raw)
{
    if (raw.numerator == 0 || raw.denominator == 0)
        return {};
    return {raw.numerator, raw.denominator};
}

Result<SizeRange> checked(const v4l2_frmsizeenum &raw)
{
    SizeRange range;
    if (raw.type == V4L2_FRMSIZE_TYPE_DISCRETE) {
        range.min_width = range.max_width = raw.discrete.width;
        range.min_height = range.max_height = raw.discrete.height;
    } else if (raw.type == V4L2_FRMSIZE_TYPE_STEPWISE || raw.type == V4L2_FRMSIZE_TYPE_CONTINUOUS) {
        // Programs walk from min to max: a step of 0 would keep them for ever, a max of 2^32 - 1 nearly.
        const bool stepwise = raw.type == V4L2_FRMSIZE_TYPE_STEPWISE;
        auto step = [stepwise](uint32_t value) { return stepwise ? std::max(value, 1u) : 1u; };
        range = {raw.stepwise.min_width,  std::min(raw.stepwise.max_width, max_side),  step(raw.stepwise.step_width),
                 raw.stepwise.min_height, std::min(raw.stepwise.max_height, max_side), step(raw.stepwise.step_height)};
    } else {
        return impossible(Code::value_impossible, VIDIOC_ENUM_FRAMESIZES, "type", raw.type, "no kind of frame size");
    }
    const bool discrete = raw.type == V4L2_FRMSIZE_TYPE_DISCRETE;
    if (range.min_width == 0 || range.min_width > range.max_width || range.max_width > max_side)
        return impossible(Code::value_impossible, VIDIOC_ENUM_FRAMESIZES, discrete ? "width" : "min_width", range.min_width,
                          discrete ? "a picture is 1 to 65535 pixels wide" : "not between 1 and max_width");
    if (range.min_height == 0 || range.min_height > range.max_height || range.max_height > max_side)
        return impossible(Code::value_impossible, VIDIOC_ENUM_FRAMESIZES, discrete ? "height" : "min_height", range.min_height,
                          discrete ? "a picture is 1 to 65535 pixels high" : "not between 1 and max_height");
    return range;
}

Result<IntervalRange> checked(const v4l2_frmivalenum &raw)
{
    IntervalRange range;
    if (raw.type == V4L2_FRMIVAL_TYPE_DISCRETE) {
        range.min = range.max = checked(raw.discrete);
    } else if (raw.type == V4L2_FRMIVAL_TYPE_STEPWISE || raw.type == V4L2_FRMIVAL_TYPE_CONTINUOUS) {
        range.min = checked(raw.stepwise.min);
        range.max = checked(raw.stepwise.max);
        range.step = checked(raw.stepwise.step);
    } else {
        return impossible(Code::value_impossible, VIDIOC_ENUM_FRAMEINTERVALS, "type", raw.type, "no kind of frame interval");
    }
    if (range.min.denominator == 0 || range.max.denominator == 0)
        return impossible(Code::value_impossible, VIDIOC_ENUM_FRAMEINTERVALS, "denominator", 0,
                          "an interval of 0 seconds, or a division by 0");
    // Drivers say that the step of a continuous range is 1 second, or anything else: it means nothing.
    if (range.step.denominator == 0 || raw.type == V4L2_FRMIVAL_TYPE_CONTINUOUS)
        range.step = {0, 1};
    return range;
}

}  // namespace v4lxx::kernel
