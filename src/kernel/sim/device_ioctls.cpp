// The ioctls of a simulated device: what V4L2's core does around every call, and which room answers it.
#include "kernel/sim/device.hpp"

#include "kernel/sim/answer_text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace v4lxx::kernel::sim {

namespace {

constexpr size_t largest_argument = 256;
static_assert(sizeof(v4l2_format) <= largest_argument && sizeof(v4l2_create_buffers) <= largest_argument &&
              sizeof(v4l2_streamparm) <= largest_argument && sizeof(v4l2_query_ext_ctrl) <= largest_argument);

bool is_enumeration(unsigned long request)
{
    return request == VIDIOC_ENUM_FMT || request == VIDIOC_ENUM_FRAMESIZES || request == VIDIOC_ENUM_FRAMEINTERVALS ||
           request == VIDIOC_ENUMINPUT || request == VIDIOC_ENUMSTD || request == VIDIOC_ENUM_DV_TIMINGS;
}

bool is_control_enumeration(unsigned long request) { return request == VIDIOC_QUERY_EXT_CTRL || request == VIDIOC_QUERYCTRL; }

bool is_queue_call(unsigned long request)
{
    return request == VIDIOC_REQBUFS || request == VIDIOC_QUERYBUF || request == VIDIOC_QBUF || request == VIDIOC_DQBUF ||
           request == VIDIOC_STREAMON || request == VIDIOC_STREAMOFF || request == VIDIOC_CREATE_BUFS;
}

template <class T>
T &as(void *argument)
{
    return *static_cast<T *>(argument);
}

// V4L2's core fetches the planes of a buffer before anybody looks at the call.
int check_array_of_planes(unsigned long request, const void *copy)
{
    if (request != VIDIOC_QUERYBUF && request != VIDIOC_QBUF && request != VIDIOC_DQBUF)
        return 0;
    const auto &buffer = *static_cast<const v4l2_buffer *>(copy);
    if (!V4L2_TYPE_IS_MULTIPLANAR(buffer.type) || buffer.length == 0)
        return 0;
    if (buffer.length > VIDEO_MAX_PLANES)
        return -EINVAL;
    return buffer.m.planes == nullptr ? -EFAULT : 0;
}

uint32_t capabilities_of(const Parameters &parameters)
{
    uint32_t caps = V4L2_CAP_EXT_PIX_FORMAT;
    caps |= parameters.streaming ? V4L2_CAP_STREAMING : 0;
    caps |= parameters.readwrite ? V4L2_CAP_READWRITE : 0;
    switch (parameters.kind) {
    case NodeKind::capture: return caps | (parameters.multi_planar ? V4L2_CAP_VIDEO_CAPTURE_MPLANE : V4L2_CAP_VIDEO_CAPTURE);
    case NodeKind::output: return caps | (parameters.multi_planar ? V4L2_CAP_VIDEO_OUTPUT_MPLANE : V4L2_CAP_VIDEO_OUTPUT);
    case NodeKind::m2m: return caps | (parameters.multi_planar ? V4L2_CAP_VIDEO_M2M_MPLANE : V4L2_CAP_VIDEO_M2M);
    case NodeKind::metadata: break;
    }
    return caps | V4L2_CAP_META_CAPTURE;
}

}  // namespace

int Device::ioctl(OpenFile &file, unsigned long request, void *argument)
{
    Lock lock(mutex_);
    if (argument != nullptr)
        referee_.look_at(request, argument);
    else
        referee_.object(request, "the argument is NULL");
    CallFaults faults = begin_call(lock, request);
    int rc = 0;
    if (faults.error != 0)
        rc = -faults.error;
    else if (file.taken)
        rc = -EBADF;
    else if (file.gone)
        rc = -ENODEV;
    else if (argument == nullptr)
        rc = -EFAULT;
    else
        rc = dispatch(file, request, argument, faults);
    if (rc == 0 && faults.alters != 0)
        script_.alter_answer(faults.alters, argument);
    // An event loop outside found nothing: its time goes on to the next frame.
    if (rc == -EAGAIN && request == VIDIOC_DQBUF && clock_.is_virtual() && next_event_ns() != Sensor::never) {
        clock_.move_to(next_event_ns());
        catch_up();
    }
    set_alarms();
    return rc;
}

// The client's struct changes only when the call succeeds; a few calls say in it what was wrong.
int Device::dispatch(OpenFile &file, unsigned long request, void *argument, const CallFaults &faults)
{
    size_t size = _IOC_SIZE(request);
    if (size == 0 || size > largest_argument)
        return -ENOTTY;
    alignas(16) unsigned char copy[largest_argument] = {};
    if ((_IOC_DIR(request) & _IOC_WRITE) != 0)
        std::memcpy(copy, argument, size);
    if (int rc = check_array_of_planes(request, copy); rc < 0) {
        referee_.object(request, rc == -EFAULT ? "no array of planes" : "wrong number of planes");
        return rc;
    }
    int rc = answer(file, request, copy);
    if (rc == -EINVAL && faults.endless && is_enumeration(request)) {
        // The first field of all enumerations is the index.
        std::memset(copy, 0, sizeof(uint32_t));
        rc = answer(file, request, copy);
        std::memcpy(copy, argument, sizeof(uint32_t));
    }
    if (rc == -EINVAL && faults.endless && is_control_enumeration(request))
        rc = controls_.answer_beyond_the_end(request, copy);
    if ((rc == 0 || Controls::answers_on_failure(request)) && (_IOC_DIR(request) & _IOC_READ) != 0)
        std::memcpy(argument, copy, size);
    return rc;
}

int Device::answer(OpenFile &file, unsigned long request, void *copy)
{
    if (is_queue_call(request))
        return queue_call(file, request, copy);
    if (EventQueue::answers(request))
        return file.events.ioctl(request, copy, parameters_.events);
    if (Inputs::answers(request))
        return input_call(request, copy);
    if (Controls::is_control_call(request))
        return controls_.answer(request, copy, queue_.started());
    int rc = 0;
    switch (request) {
    case VIDIOC_QUERYCAP: return querycap(as<v4l2_capability>(copy));
    case VIDIOC_ENUM_FMT: return negotiation_.enum_fmt(as<v4l2_fmtdesc>(copy));
    case VIDIOC_ENUM_FRAMESIZES: return negotiation_.enum_framesizes(as<v4l2_frmsizeenum>(copy));
    case VIDIOC_ENUM_FRAMEINTERVALS: return negotiation_.enum_frameintervals(as<v4l2_frmivalenum>(copy));
    case VIDIOC_G_FMT: return negotiation_.g_fmt(as<v4l2_format>(copy));
    case VIDIOC_TRY_FMT: return negotiation_.try_fmt(as<v4l2_format>(copy));
    case VIDIOC_S_FMT:
        rc = negotiation_.s_fmt(as<v4l2_format>(copy), queue_.has_buffers());
        if (rc == 0)
            sensor_.forget_pictures();
        return rc;
    case VIDIOC_G_PARM: return negotiation_.g_parm(as<v4l2_streamparm>(copy));
    case VIDIOC_G_SELECTION: return selection_call(request, as<v4l2_selection>(copy));
    case VIDIOC_S_SELECTION: return selection_call(request, as<v4l2_selection>(copy));
    case VIDIOC_S_PARM: return negotiation_.s_parm(as<v4l2_streamparm>(copy));
    default: return -ENOTTY;
    }
}

// What follows the input that is selected has changed with it.
int Device::input_call(unsigned long request, void *copy)
{
    if (parameters_.kind != NodeKind::capture)
        return -ENOTTY;
    const uint64_t before = inputs_.changes();
    const int rc = inputs_.ioctl(request, copy, queue_.has_buffers());
    if (inputs_.changes() != before) {
        negotiation_.follow(inputs_.source());
        sensor_.forget_pictures();
    }
    return rc;
}

int Device::selection_call(unsigned long request, v4l2_selection &arg)
{
    if (parameters_.kind != NodeKind::capture)
        return -ENOTTY;
    std::memset(arg.reserved, 0, sizeof arg.reserved);
    if (request == VIDIOC_G_SELECTION)
        return negotiation_.g_selection(arg);
    const int rc = negotiation_.s_selection(arg, queue_.has_buffers());
    if (rc == 0)
        sensor_.forget_pictures();
    return rc;
}

int Device::queue_call(OpenFile &file, unsigned long request, void *copy)
{
    if (!parameters_.streaming)
        return -ENOTTY;
    if (parameters_.kind != NodeKind::capture)
        return -EINVAL;
    switch (request) {
    case VIDIOC_REQBUFS: return queue_.reqbufs(&file, as<v4l2_requestbuffers>(copy), negotiation_.layout());
    case VIDIOC_CREATE_BUFS:
        if (!parameters_.create_buffers)
            return -ENOTTY;
        return queue_.create_bufs(&file, as<v4l2_create_buffers>(copy), negotiation_.layout());
    case VIDIOC_QUERYBUF: {
        // The core clears what lies behind the fields that are asked with.
        auto &buffer = as<v4l2_buffer>(copy);
        buffer.reserved2 = 0;
        buffer.request_fd = 0;
        return queue_.querybuf(buffer);
    }
    case VIDIOC_QBUF: return queue_.qbuf(&file, as<v4l2_buffer>(copy), negotiation_.layout());
    case VIDIOC_DQBUF: return queue_.dqbuf(&file, as<v4l2_buffer>(copy));
    case VIDIOC_STREAMON: return stream_on(file, as<uint32_t>(copy));
    default: return queue_.streamoff(&file, as<uint32_t>(copy));
    }
}

// A USB camera takes its share of the bus for the mode it has, whatever it needs for its pictures.
int Device::stream_on(OpenFile &file, uint32_t type)
{
    const Layout layout = negotiation_.layout();
    const Interval interval = negotiation_.interval();
    uint64_t bytes = uint64_t{layout.size.width} * layout.size.height / 4;  // of what is compressed
    if (layout.format->arrangement != Arrangement::jpeg) {
        bytes = 0;
        for (uint32_t plane = 0; plane < layout.format->memory_planes; ++plane)
            bytes += layout.memory[plane].sizeimage;
    }
    if (bus_ && !queue_.started() && queue_.has_buffers() &&
        !bus_->take(this, bytes * interval.denominator / interval.numerator))
        return -ENOSPC;
    return queue_.streamon(&file, type);
}

int Device::querycap(v4l2_capability &arg) const
{
    put_text(arg.driver, parameters_.driver);
    put_text(arg.card, is_another_ ? "Another camera" : parameters_.card);
    put_text(arg.bus_info, "platform:sim-" + (is_another_ ? "other" : std::to_string(parameters_.id)));
    arg.version = 6u << 16 | 12u << 8;
    arg.device_caps = capabilities_of(parameters_);
    // Those of the whole device, which has more nodes than this one: what this node can do is only in device_caps.
    arg.capabilities = arg.device_caps | V4L2_CAP_DEVICE_CAPS | V4L2_CAP_META_CAPTURE |
                       (parameters_.multi_planar ? V4L2_CAP_VIDEO_CAPTURE_MPLANE : V4L2_CAP_VIDEO_CAPTURE);
    return 0;
}

}  // namespace v4lxx::kernel::sim
