#include "kernel/format_calls.hpp"

#include "base/text.hpp"
#include "kernel/checks.hpp"
#include "kernel/enumeration.hpp"
#include "kernel/kernel_failure.hpp"

#include <cerrno>
#include <cstring>

namespace v4lxx::kernel {

// No device has more entries; a list that goes on is a driver that ignores the index.
static constexpr uint32_t max_formats = 512;
static constexpr uint32_t max_ranges = 1024;

Result<Capability> query_capability(Node &node)
{
    v4l2_capability raw{};
    if (int rc = node.ioctl(VIDIOC_QUERYCAP, &raw); rc < 0)
        return kernel_failure(rc, VIDIOC_QUERYCAP);
    Capability capability;
    capability.driver = sanitised(raw.driver, sizeof raw.driver);
    capability.card = sanitised(raw.card, sizeof raw.card);
    capability.bus = sanitised(raw.bus_info, sizeof raw.bus_info);
    capability.version = raw.version;
    capability.capabilities = raw.capabilities;
    // Before Linux 3.4 there was no device_caps; such a driver has one node, so the two are the same.
    capability.device_caps = raw.capabilities & V4L2_CAP_DEVICE_CAPS ? raw.device_caps : raw.capabilities;
    return capability;
}

Result<std::vector<FormatDescription>> enumerate_formats(Node &node, Api api)
{
    v4l2_fmtdesc start{};
    start.type = queue_type(api);
    return enumerate<FormatDescription>(
        node, VIDIOC_ENUM_FMT, max_formats, start, [](const v4l2_fmtdesc &raw) -> Result<FormatDescription> {
            return FormatDescription{raw.pixelformat, raw.flags, sanitised(raw.description, sizeof raw.description)};
        });
}

Result<std::vector<SizeRange>> enumerate_sizes(Node &node, uint32_t fourcc)
{
    v4l2_frmsizeenum start{};
    start.pixel_format = fourcc;
    return enumerate<SizeRange>(node, VIDIOC_ENUM_FRAMESIZES, max_ranges, start,
                                [](const v4l2_frmsizeenum &raw) { return checked(raw); });
}

Result<std::vector<IntervalRange>> enumerate_intervals(Node &node, uint32_t fourcc, uint32_t width, uint32_t height)
{
    v4l2_frmivalenum start{};
    start.pixel_format = fourcc;
    start.width = width;
    start.height = height;
    return enumerate<IntervalRange>(node, VIDIOC_ENUM_FRAMEINTERVALS, max_ranges, start,
                                    [](const v4l2_frmivalenum &raw) { return checked(raw); });
}

static Result<Format> checked(const v4l2_format &raw, unsigned long request)
{
    return raw.type == V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE ? checked(raw.fmt.pix_mp, request) : checked(raw.fmt.pix, request);
}

// A capture driver keeps its own colour unless it is told that the caller means it (V4L2_PIX_FMT_FLAG_SET_CSC).
static bool asks_for_colour(const Format &wanted)
{
    return wanted.colorspace != 0 || wanted.ycbcr_encoding != 0 || wanted.quantization != 0 || wanted.transfer_function != 0;
}

static v4l2_format to_kernel(Api api, const Format &wanted)
{
    v4l2_format raw{};
    raw.type = queue_type(api);
    const uint32_t flags = asks_for_colour(wanted) ? V4L2_PIX_FMT_FLAG_SET_CSC : 0;
    if (api == Api::multi_planar) {
        v4l2_pix_format_mplane &pix = raw.fmt.pix_mp;
        pix.width = wanted.width;
        pix.height = wanted.height;
        pix.pixelformat = wanted.fourcc;
        pix.field = wanted.field;
        pix.colorspace = wanted.colorspace;
        pix.ycbcr_enc = static_cast<uint8_t>(wanted.ycbcr_encoding);
        pix.quantization = static_cast<uint8_t>(wanted.quantization);
        pix.xfer_func = static_cast<uint8_t>(wanted.transfer_function);
        pix.flags = static_cast<uint8_t>(flags);
        pix.num_planes = static_cast<uint8_t>(wanted.plane_count);
        for (uint32_t i = 0; i < wanted.plane_count; i++)
            pix.plane_fmt[i].bytesperline = wanted.planes[i].stride_bytes;
    } else {
        v4l2_pix_format &pix = raw.fmt.pix;
        pix.width = wanted.width;
        pix.height = wanted.height;
        pix.pixelformat = wanted.fourcc;
        pix.field = wanted.field;
        pix.bytesperline = wanted.planes[0].stride_bytes;
        pix.colorspace = wanted.colorspace;
        pix.priv = V4L2_PIX_FMT_PRIV_MAGIC;
        pix.flags = flags;
        pix.ycbcr_enc = wanted.ycbcr_encoding;
        pix.quantization = wanted.quantization;
        pix.xfer_func = wanted.transfer_function;
    }
    return raw;
}

Result<Format> get_format(Node &node, Api api)
{
    v4l2_format raw{};
    raw.type = queue_type(api);
    if (int rc = node.ioctl(VIDIOC_G_FMT, &raw); rc < 0)
        return kernel_failure(rc, VIDIOC_G_FMT);
    return checked(raw, VIDIOC_G_FMT);
}

// S_FMT and TRY_FMT adjust and rarely fail (behaviour 5): what comes back is what the device will do.
static Result<Format> negotiate(Node &node, Api api, const Format &wanted, unsigned long request)
{
    v4l2_format raw = to_kernel(api, wanted);
    if (int rc = node.ioctl(request, &raw); rc < 0)
        return kernel_failure(rc, request);
    return checked(raw, request);
}

Result<Format> try_format(Node &node, Api api, const Format &wanted) { return negotiate(node, api, wanted, VIDIOC_TRY_FMT); }
Result<Format> set_format(Node &node, Api api, const Format &wanted) { return negotiate(node, api, wanted, VIDIOC_S_FMT); }

Result<Fraction> get_interval(Node &node, Api api)
{
    v4l2_streamparm raw{};
    raw.type = queue_type(api);
    if (int rc = node.ioctl(VIDIOC_G_PARM, &raw); rc < 0)
        return kernel_failure(rc, VIDIOC_G_PARM);
    return checked(raw.parm.capture.timeperframe);
}

Result<Fraction> set_interval(Node &node, Api api, Fraction wanted)
{
    v4l2_streamparm raw{};
    raw.type = queue_type(api);
    raw.parm.capture.timeperframe.numerator = wanted.numerator;
    raw.parm.capture.timeperframe.denominator = wanted.denominator;
    if (int rc = node.ioctl(VIDIOC_S_PARM, &raw); rc < 0)
        return kernel_failure(rc, VIDIOC_S_PARM);
    return checked(raw.parm.capture.timeperframe);
}

}  // namespace v4lxx::kernel
