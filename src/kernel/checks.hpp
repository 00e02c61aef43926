// The checks behind the typed calls: pure functions over what the kernel answered. Kernel answers are hostile input.
#pragma once

#include "base/result.hpp"
#include "kernel/formats.hpp"
#include "uapi/videodev2.hpp"

namespace v4lxx::kernel {

constexpr uint32_t max_side = 65535;  // pixels of a picture that can be believed, and of each part of a blanking

constexpr uint32_t queue_type(Api api)
{
    return api == Api::multi_planar ? V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE : V4L2_BUF_TYPE_VIDEO_CAPTURE;
}

// An answer that cannot be true: names the request, the field and the value.
std::string impossible_text(unsigned long request, const char *field, const std::string &value, const std::string &why);
Failure impossible(Code code, unsigned long request, const char *field, uint64_t value, const char *why);
Failure impossible(Code code, unsigned long request, const char *field, const std::string &value, const std::string &why);

Result<Format> checked(const v4l2_pix_format &raw, unsigned long request);
Result<Format> checked(const v4l2_pix_format_mplane &raw, unsigned long request);

// 0/0 and n/0 are "not known"; anything else is taken as it is.
Fraction checked(const v4l2_fract &raw);

Result<SizeRange> checked(const v4l2_frmsizeenum &raw);
Result<IntervalRange> checked(const v4l2_frmivalenum &raw);

}  // namespace v4lxx::kernel
