#include "kernel/sim/referee.hpp"

#include "kernel/request_names.hpp"
#include "uapi/videodev2.hpp"

#include <algorithm>

namespace v4lxx::kernel::sim {

namespace {

template <class T>
bool is_zero(const T &bytes)
{
    const auto *at = reinterpret_cast<const unsigned char *>(&bytes);
    return std::all_of(at, at + sizeof bytes, [](unsigned char byte) { return byte == 0; });
}

bool is_setter(unsigned long request)
{
    constexpr unsigned long setters[] = {
        VIDIOC_S_FMT,       VIDIOC_S_PARM,       VIDIOC_S_INPUT,     VIDIOC_S_OUTPUT,   VIDIOC_S_STD,   VIDIOC_S_CTRL,
        VIDIOC_S_EXT_CTRLS, VIDIOC_S_CROP,       VIDIOC_S_SELECTION, VIDIOC_S_TUNER,    VIDIOC_S_AUDIO, VIDIOC_S_FREQUENCY,
        VIDIOC_S_EDID,      VIDIOC_S_DV_TIMINGS, VIDIOC_S_PRIORITY,  VIDIOC_S_FBUF,     VIDIOC_OVERLAY, VIDIOC_REQBUFS,
        VIDIOC_CREATE_BUFS, VIDIOC_STREAMON,     VIDIOC_S_MODULATOR, VIDIOC_S_JPEGCOMP, VIDIOC_QBUF,    VIDIOC_PREPARE_BUF,
    };
    return std::find(std::begin(setters), std::end(setters), request) != std::end(setters);
}

const char *wrong_in_format(const v4l2_format &format)
{
    if (format.type == V4L2_BUF_TYPE_VIDEO_CAPTURE) {
        uint32_t priv = format.fmt.pix.priv;
        return priv != 0 && priv != V4L2_PIX_FMT_PRIV_MAGIC ? "priv is neither 0 nor V4L2_PIX_FMT_PRIV_MAGIC" : nullptr;
    }
    if (format.type != V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE)
        return nullptr;
    if (!is_zero(format.fmt.pix_mp.reserved))
        return "reserved is not zero";
    for (const v4l2_plane_pix_format &plane : format.fmt.pix_mp.plane_fmt)
        if (!is_zero(plane.reserved))
            return "plane_fmt.reserved is not zero";
    return nullptr;
}

const char *wrong_in_creation(const v4l2_create_buffers &creation)
{
    return is_zero(creation.reserved) ? wrong_in_format(creation.format) : "reserved is not zero";
}

const char *wrong_in_buffer(const v4l2_buffer &buffer)
{
    if (buffer.reserved2 != 0 || buffer.request_fd != 0)
        return "reserved fields are not zero";
    if (!V4L2_TYPE_IS_MULTIPLANAR(buffer.type))
        return nullptr;
    if (buffer.m.planes == nullptr)
        return "there is no array of planes";
    for (uint32_t plane = 0; plane < std::min(buffer.length, uint32_t{VIDEO_MAX_PLANES}); ++plane)
        if (!is_zero(buffer.m.planes[plane].reserved))
            return "planes.reserved is not zero";
    return nullptr;
}

const char *wrong_in_controls(const v4l2_ext_controls &controls)
{
    if (controls.reserved[0] != 0)
        return "reserved is not zero";
    if (controls.controls == nullptr)
        return controls.count != 0 ? "there is no array of controls" : nullptr;
    for (uint32_t i = 0; i < std::min(controls.count, uint32_t{V4L2_CID_MAX_CTRLS}); ++i)
        if (controls.controls[i].reserved2[0] != 0)
            return "controls.reserved2 is not zero";
    return nullptr;
}

const char *wrong_in(unsigned long request, const void *argument)
{
    constexpr const char *reserved = "reserved is not zero";
    switch (request) {
    case VIDIOC_ENUM_FMT: return is_zero(static_cast<const v4l2_fmtdesc *>(argument)->reserved) ? nullptr : reserved;
    case VIDIOC_ENUM_FRAMESIZES: return is_zero(static_cast<const v4l2_frmsizeenum *>(argument)->reserved) ? nullptr : reserved;
    case VIDIOC_ENUM_FRAMEINTERVALS:
        return is_zero(static_cast<const v4l2_frmivalenum *>(argument)->reserved) ? nullptr : reserved;
    case VIDIOC_ENUMINPUT: return is_zero(static_cast<const v4l2_input *>(argument)->reserved) ? nullptr : reserved;
    case VIDIOC_ENUMSTD: return is_zero(static_cast<const v4l2_standard *>(argument)->reserved) ? nullptr : reserved;
    case VIDIOC_ENUM_DV_TIMINGS:
        return is_zero(static_cast<const v4l2_enum_dv_timings *>(argument)->reserved) ? nullptr : reserved;
    case VIDIOC_DV_TIMINGS_CAP:
        return is_zero(static_cast<const v4l2_dv_timings_cap *>(argument)->reserved) ? nullptr : reserved;
    case VIDIOC_S_DV_TIMINGS: return is_zero(static_cast<const v4l2_dv_timings *>(argument)->bt.reserved) ? nullptr : reserved;
    case VIDIOC_G_SELECTION:
    case VIDIOC_S_SELECTION: return is_zero(static_cast<const v4l2_selection *>(argument)->reserved) ? nullptr : reserved;
    case VIDIOC_REQBUFS: return is_zero(static_cast<const v4l2_requestbuffers *>(argument)->reserved) ? nullptr : reserved;
    case VIDIOC_SUBSCRIBE_EVENT:
    case VIDIOC_UNSUBSCRIBE_EVENT:
        return is_zero(static_cast<const v4l2_event_subscription *>(argument)->reserved) ? nullptr : reserved;
    case VIDIOC_CREATE_BUFS: return wrong_in_creation(*static_cast<const v4l2_create_buffers *>(argument));
    case VIDIOC_QUERYCTRL: return is_zero(static_cast<const v4l2_queryctrl *>(argument)->reserved) ? nullptr : reserved;
    case VIDIOC_QUERY_EXT_CTRL:
        return is_zero(static_cast<const v4l2_query_ext_ctrl *>(argument)->reserved) ? nullptr : reserved;
    case VIDIOC_QUERYMENU: return static_cast<const v4l2_querymenu *>(argument)->reserved == 0 ? nullptr : reserved;
    case VIDIOC_G_EXT_CTRLS:
    case VIDIOC_S_EXT_CTRLS:
    case VIDIOC_TRY_EXT_CTRLS: return wrong_in_controls(*static_cast<const v4l2_ext_controls *>(argument));
    case VIDIOC_G_PARM:
    case VIDIOC_S_PARM:
        return is_zero(static_cast<const v4l2_streamparm *>(argument)->parm.capture.reserved) ? nullptr : reserved;
    case VIDIOC_S_FMT:
    case VIDIOC_TRY_FMT: return wrong_in_format(*static_cast<const v4l2_format *>(argument));
    case VIDIOC_QUERYBUF:
    case VIDIOC_QBUF:
    case VIDIOC_DQBUF: return wrong_in_buffer(*static_cast<const v4l2_buffer *>(argument));
    default: return nullptr;
    }
}

}  // namespace

void Referee::look_at(unsigned long request, const void *argument)
{
    ++counts_[_IOC_NR(request)];
    if (is_setter(request))
        ++setters_;
    if (const char *wrong = wrong_in(request, argument); wrong != nullptr)
        object(request, wrong);
}

void Referee::object(unsigned long request, const std::string &to) { object(std::string(request_name(request)) + ": " + to); }

// A client that repeats its mistake for ever must not fill the memory.
void Referee::object(std::string violation)
{
    if (violations_.size() < 1000)
        violations_.push_back(std::move(violation));
}

uint64_t Referee::calls(unsigned long request) const { return counts_[_IOC_NR(request)]; }

}  // namespace v4lxx::kernel::sim
