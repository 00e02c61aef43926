#include "kernel/sim/negotiation.hpp"

#include "kernel/sim/answer_text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace v4lxx::kernel::sim {

namespace {

constexpr uint32_t size_step = 2;
constexpr Interval slowest{1, 1}, fastest{1, 240};

bool is_shorter(Interval a, Interval b)
{
    return uint64_t{a.numerator} * b.denominator < uint64_t{b.numerator} * a.denominator;
}

// What the bytes of a format mean: BT.601 as cameras send it, full range for grey, and what RGB and JPEG imply.
struct Colour {
    uint32_t colorspace, ycbcr_enc, quantization;
};

Colour colour_of(const PixelFormat &format)
{
    switch (format.arrangement) {
    case Arrangement::packed_bits:
    case Arrangement::packed_rgb: return {V4L2_COLORSPACE_SRGB, V4L2_YCBCR_ENC_DEFAULT, V4L2_QUANTIZATION_DEFAULT};
    case Arrangement::bayer_8: return {V4L2_COLORSPACE_RAW, V4L2_YCBCR_ENC_DEFAULT, V4L2_QUANTIZATION_DEFAULT};
    case Arrangement::grey_8:
    case Arrangement::grey_16: return {V4L2_COLORSPACE_SRGB, V4L2_YCBCR_ENC_601, V4L2_QUANTIZATION_FULL_RANGE};
    case Arrangement::jpeg: return {V4L2_COLORSPACE_JPEG, V4L2_YCBCR_ENC_DEFAULT, V4L2_QUANTIZATION_DEFAULT};
    default: return {V4L2_COLORSPACE_SMPTE170M, V4L2_YCBCR_ENC_DEFAULT, V4L2_QUANTIZATION_DEFAULT};
    }
}

Size aligned(Size size, const PixelFormat &format)
{
    return {size.width / format.horizontal * format.horizontal, size.height / format.vertical * format.vertical};
}

}  // namespace

void Negotiation::reset()
{
    intervals_ = make_intervals();
    camera_size_ = parameters_.initial_size;
    camera_interval_ = parameters_.initial_interval;
    layout_.format = parameters_.initial_format;
    follow({});
}

// The pixel format stays; size and rate are those of the source, or those that the camera had.
void Negotiation::follow(const Source &source)
{
    source_ = source;
    selection_.follow(source);
    interval_ = source.is_camera ? camera_interval_ : source.interval;
    set_size(source.is_camera ? camera_size_ : selection_.frame());
}

void Negotiation::set_size(Size size)
{
    const PixelFormat &format = *layout_.format;
    layout_ = lay_out(format, aligned(size, format), {}, parameters_.padding, parameters_.data_offset);
    layout_.field = source_.field;
}

Interval Negotiation::interval() const
{
    return {interval_.numerator, interval_.denominator * (source_.field == V4L2_FIELD_ALTERNATE ? 2 : 1)};
}

std::vector<Interval> Negotiation::make_intervals() const
{
    std::vector<Interval> intervals{{1, 5}, {1, 10}, {1, 15}, {1, 30}, {1, 60}};
    auto same = [&](Interval i) {
        return !is_shorter(i, parameters_.initial_interval) && !is_shorter(parameters_.initial_interval, i);
    };
    std::erase_if(intervals, same);
    intervals.push_back(parameters_.initial_interval);
    std::sort(intervals.begin(), intervals.end(), [](Interval a, Interval b) { return is_shorter(b, a); });
    return intervals;
}

bool Negotiation::is_right_type(uint32_t type) const
{
    return parameters_.kind == NodeKind::capture &&
           type == (parameters_.multi_planar ? V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE : V4L2_BUF_TYPE_VIDEO_CAPTURE);
}

const PixelFormat *Negotiation::offered(uint32_t fourcc) const
{
    for (const PixelFormat *format : parameters_.formats)
        if (format->fourcc == fourcc)
            return format;
    return nullptr;
}

int Negotiation::enum_fmt(v4l2_fmtdesc &arg) const
{
    uint32_t index = arg.index, type = arg.type;
    if (!is_right_type(type) || index >= parameters_.formats.size())
        return -EINVAL;
    const PixelFormat &format = *parameters_.formats[index];
    arg = {};
    arg.index = index;
    arg.type = type;
    arg.pixelformat = format.fourcc;
    arg.flags = format.arrangement == Arrangement::jpeg ? V4L2_FMT_FLAG_COMPRESSED : 0;
    put_text(arg.description, format.description);
    return 0;
}

int Negotiation::enum_framesizes(v4l2_frmsizeenum &arg) const
{
    uint32_t index = arg.index, fourcc = arg.pixel_format;
    const PixelFormat *format = offered(fourcc);
    if (format == nullptr || !source_.is_camera ||
        index >= (parameters_.size_range == Range::discrete ? parameters_.sizes.size() : 1))
        return -EINVAL;
    arg = {};
    arg.index = index;
    arg.pixel_format = fourcc;
    if (parameters_.size_range == Range::discrete) {
        Size size = aligned(parameters_.sizes[index], *format);
        arg.type = V4L2_FRMSIZE_TYPE_DISCRETE;
        arg.discrete = {size.width, size.height};
        return 0;
    }
    bool continuous = parameters_.size_range == Range::continuous;
    arg.type = continuous ? V4L2_FRMSIZE_TYPE_CONTINUOUS : V4L2_FRMSIZE_TYPE_STEPWISE;
    uint32_t step = continuous ? 1 : size_step;
    arg.stepwise = {smallest_size.width, largest_size.width, step, smallest_size.height, largest_size.height, step};
    return 0;
}

int Negotiation::enum_frameintervals(v4l2_frmivalenum &arg) const
{
    const PixelFormat *format = offered(arg.pixel_format);
    if (format != nullptr && !source_.is_camera)
        return enum_source_interval(arg);
    if (format == nullptr || arg.index >= (parameters_.interval_range == Range::discrete ? intervals_.size() : 1))
        return -EINVAL;
    Size offered_size = aligned(nearest_size({arg.width, arg.height}), *format);
    if (offered_size.width != arg.width || offered_size.height != arg.height)
        return -EINVAL;
    v4l2_frmivalenum answer{};
    answer.index = arg.index;
    answer.pixel_format = arg.pixel_format;
    answer.width = arg.width;
    answer.height = arg.height;
    if (parameters_.interval_range == Range::discrete) {
        answer.type = V4L2_FRMIVAL_TYPE_DISCRETE;
        answer.discrete = {intervals_[arg.index].numerator, intervals_[arg.index].denominator};
    } else {
        bool continuous = parameters_.interval_range == Range::continuous;
        answer.type = continuous ? V4L2_FRMIVAL_TYPE_CONTINUOUS : V4L2_FRMIVAL_TYPE_STEPWISE;
        answer.stepwise.min = {fastest.numerator, fastest.denominator};
        answer.stepwise.max = {slowest.numerator, slowest.denominator};
        answer.stepwise.step = {1, continuous ? 1u : fastest.denominator};
    }
    arg = answer;
    return 0;
}

// A source that is no camera has one rate, whatever the size.
int Negotiation::enum_source_interval(v4l2_frmivalenum &arg) const
{
    const bool is_a_size = arg.width >= 16 && arg.width <= 16384 && arg.height >= 16 && arg.height <= 8640;
    if (arg.index != 0 || !is_a_size)
        return -EINVAL;
    v4l2_frmivalenum answer{};
    answer.pixel_format = arg.pixel_format;
    answer.width = arg.width;
    answer.height = arg.height;
    answer.type = V4L2_FRMIVAL_TYPE_DISCRETE;
    answer.discrete = {interval_.numerator, interval_.denominator};
    arg = answer;
    return 0;
}

Size Negotiation::nearest_size(Size wanted) const
{
    if (!source_.is_camera)
        return selection_.frame_for(wanted);
    if (parameters_.size_range != Range::discrete) {
        uint32_t step = parameters_.size_range == Range::continuous ? 1 : size_step;
        return {std::clamp(wanted.width, smallest_size.width, largest_size.width) / step * step,
                std::clamp(wanted.height, smallest_size.height, largest_size.height) / step * step};
    }
    auto distance = [&](Size size) {
        return std::llabs(int64_t{size.width} - wanted.width) + std::llabs(int64_t{size.height} - wanted.height);
    };
    return *std::min_element(parameters_.sizes.begin(), parameters_.sizes.end(),
                             [&](Size a, Size b) { return distance(a) < distance(b); });
}

Layout Negotiation::negotiate(const v4l2_format &wanted) const
{
    std::array<uint32_t, max_planes> bytesperline{};
    uint32_t fourcc = 0;
    Size size;
    if (parameters_.multi_planar) {
        const v4l2_pix_format_mplane &pix = wanted.fmt.pix_mp;
        fourcc = pix.pixelformat;
        size = {pix.width, pix.height};
        for (uint32_t plane = 0; plane < std::min<uint32_t>(pix.num_planes, max_planes); ++plane)
            bytesperline[plane] = pix.plane_fmt[plane].bytesperline;
    } else {
        const v4l2_pix_format &pix = wanted.fmt.pix;
        fourcc = pix.pixelformat;
        size = {pix.width, pix.height};
        bytesperline[0] = pix.bytesperline;
    }
    const PixelFormat *format = offered(fourcc);
    if (format == nullptr)
        format = parameters_.formats.front();
    Layout layout =
        lay_out(*format, aligned(nearest_size(size), *format), bytesperline, parameters_.padding, parameters_.data_offset);
    layout.field = source_.field;
    return layout;
}

void Negotiation::report(const Layout &layout, v4l2_format &arg) const
{
    Colour colour = colour_of(*layout.format);
    std::memset(&arg.fmt, 0, sizeof arg.fmt);
    if (parameters_.multi_planar) {
        v4l2_pix_format_mplane &pix = arg.fmt.pix_mp;
        pix.width = layout.size.width;
        pix.height = layout.size.height;
        pix.pixelformat = layout.format->fourcc;
        pix.field = layout.field;
        pix.colorspace = colour.colorspace;
        pix.ycbcr_enc = static_cast<uint8_t>(colour.ycbcr_enc);
        pix.quantization = static_cast<uint8_t>(colour.quantization);
        pix.num_planes = layout.format->memory_planes;
        for (uint32_t plane = 0; plane < layout.format->memory_planes; ++plane) {
            pix.plane_fmt[plane].sizeimage = layout.memory[plane].sizeimage;
            pix.plane_fmt[plane].bytesperline = layout.memory[plane].bytesperline;
        }
        return;
    }
    v4l2_pix_format &pix = arg.fmt.pix;
    pix.width = layout.size.width;
    pix.height = layout.size.height;
    pix.pixelformat = layout.format->fourcc;
    pix.field = layout.field;
    pix.bytesperline = layout.memory[0].bytesperline;
    pix.sizeimage = layout.memory[0].sizeimage;
    pix.colorspace = colour.colorspace;
    pix.ycbcr_enc = colour.ycbcr_enc;
    pix.quantization = colour.quantization;
    pix.priv = V4L2_PIX_FMT_PRIV_MAGIC;
}

int Negotiation::g_fmt(v4l2_format &arg) const
{
    if (!is_right_type(arg.type))
        return -EINVAL;
    report(layout_, arg);
    return 0;
}

int Negotiation::try_fmt(v4l2_format &arg) const
{
    if (!is_right_type(arg.type))
        return -EINVAL;
    report(negotiate(arg), arg);
    return 0;
}

int Negotiation::s_fmt(v4l2_format &arg, bool busy)
{
    if (!is_right_type(arg.type))
        return -EINVAL;
    if (busy)
        return -EBUSY;
    layout_ = negotiate(arg);
    if (source_.is_camera)
        camera_size_ = layout_.size;
    else
        selection_.set_frame(layout_.size);
    report(layout_, arg);
    return 0;
}

// The frame follows what is taken, and may have to grow or shrink.
int Negotiation::s_selection(v4l2_selection &arg, bool busy)
{
    const Size before = selection_.frame();
    const int rc = selection_.set(arg, busy);
    const Size now = selection_.frame();
    if (rc == 0 && (now.width != before.width || now.height != before.height))
        set_size(now);
    return rc;
}

int Negotiation::g_parm(v4l2_streamparm &arg) const
{
    if (!is_right_type(arg.type))
        return -EINVAL;
    uint32_t type = arg.type;
    arg = {};
    arg.type = type;
    arg.parm.capture.capability = V4L2_CAP_TIMEPERFRAME;
    arg.parm.capture.timeperframe = {interval_.numerator, interval_.denominator};
    arg.parm.capture.readbuffers = parameters_.readwrite ? 2 : 0;
    return 0;
}

// The slowest rate that is at least as fast as the one asked for; the fastest if none is, or if nothing was asked for.
Interval Negotiation::nearest_interval(Interval wanted) const
{
    if (wanted.denominator == 0 || wanted.numerator == 0)
        return intervals_.back();
    if (parameters_.interval_range != Range::discrete)
        return is_shorter(wanted, fastest) ? fastest : is_shorter(slowest, wanted) ? slowest : wanted;
    for (Interval interval : intervals_)
        if (!is_shorter(wanted, interval))
            return interval;
    return intervals_.back();
}

int Negotiation::s_parm(v4l2_streamparm &arg)
{
    if (!is_right_type(arg.type))
        return -EINVAL;
    if (!source_.is_camera)
        return g_parm(arg);
    interval_ = camera_interval_ =
        nearest_interval({arg.parm.capture.timeperframe.numerator, arg.parm.capture.timeperframe.denominator});
    return g_parm(arg);
}

}  // namespace v4lxx::kernel::sim
