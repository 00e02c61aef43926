#include "uml/vivid.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace v4lxx::test {

const char *const single_planar = "/dev/vivid-single";
const char *const multi_planar = "/dev/vivid-multi";

RawNode::RawNode(const char *path) : fd_(open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC))
{
    if (fd_ < 0)
        fail_msg("%s: %s", path, std::strerror(errno));
}

RawNode::~RawNode() { ::close(fd_); }

int RawNode::call(unsigned long request, void *argument) const
{
    int rc = 0;
    do
        rc = ioctl(fd_, request, argument);
    while (rc < 0 && errno == EINTR);
    return rc < 0 ? -errno : 0;
}

bool RawNode::is_multi_planar() const
{
    v4l2_capability capability{};
    assert_int_equal(call(VIDIOC_QUERYCAP, &capability), 0);
    return (capability.device_caps & V4L2_CAP_VIDEO_CAPTURE_MPLANE) != 0;
}

uint32_t RawNode::buffer_type() const
{
    return is_multi_planar() ? V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE : V4L2_BUF_TYPE_VIDEO_CAPTURE;
}

uint32_t RawNode::find_control(const char *name) const
{
    v4l2_queryctrl query{};
    query.id = V4L2_CTRL_FLAG_NEXT_CTRL;
    for (; call(VIDIOC_QUERYCTRL, &query) == 0; query.id |= V4L2_CTRL_FLAG_NEXT_CTRL)
        if (std::strcmp(reinterpret_cast<const char *>(query.name), name) == 0)
            return query.id;
    fail_msg("there is no control '%s'", name);
    return 0;
}

void RawNode::set_control(const char *name, int32_t value) const
{
    v4l2_control control{};
    control.id = find_control(name);
    control.value = value;
    if (const int rc = call(VIDIOC_S_CTRL, &control); rc < 0)
        fail_msg("control '%s': %s", name, std::strerror(-rc));
}

void set_control(const char *path, const char *name, int32_t value) { RawNode(path).set_control(name, value); }
void push(const char *path, const char *button) { RawNode(path).push(button); }

RealCamera::RealCamera(v4lxx_context *context, const char *path, const Wish &wish)
{
    ASSERT_OK(v4lxx_device_open(context, path, nullptr, &device_, &error));
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.fourcc = fourcc_of(wish.format);
    options.width = wish.width;
    options.height = wish.height;
    options.rate = {wish.fps, 1};
    options.buffer_count = wish.buffers;
    options.flags = wish.flags;
    options.flow = wish.flow;
    options.min_queued = wish.min_queued;
    options.reserve = wish.reserve;
    ASSERT_OK(v4lxx_stream_create(device_, &options, &stream_, &error));
}

v4lxx_format RealCamera::format()
{
    v4lxx_format format = V4LXX_FORMAT_INIT;
    ASSERT_OK(v4lxx_stream_read_format(stream_, &format, &error));
    return format;
}

void RealCamera::close()
{
    v4lxx_stream_unref(stream_);
    v4lxx_device_unref(device_);
    stream_ = nullptr;
    device_ = nullptr;
}

uint64_t fingerprint(const HeldFrame &frame)
{
    uint64_t number = 14695981039346656037u;  // FNV-1a, on words where there are whole ones
    for (uint32_t plane = 0; plane < frame.info().plane_count; plane++) {
        size_t size = 0;
        const auto *bytes = static_cast<const uint8_t *>(v4lxx_frame_get_plane_data(frame.get(), plane, &size));
        for (size_t i = 0; i < size; i += sizeof(uint64_t)) {
            uint64_t word = 0;
            std::memcpy(&word, bytes + i, std::min(sizeof word, size - i));
            number = (number ^ word) * 1099511628211u;
        }
    }
    return number;
}

std::vector<uint32_t> offered_formats(v4lxx_device *device)
{
    v4lxx_format_list *list = nullptr;
    ASSERT_OK(v4lxx_device_list_formats(device, &list, &error));
    std::vector<uint32_t> formats;
    for (uint32_t i = 0; i < v4lxx_format_list_get_count(list); i++)
        formats.push_back(v4lxx_format_list_get_fourcc(list, i));
    v4lxx_format_list_unref(list);
    return formats;
}

uint32_t fourcc_of(const char *name)
{
    const uint32_t fourcc = v4lxx_pixel_format_find(name);
    if (fourcc == 0)
        fail_msg("there is no pixel format '%s'", name);
    return fourcc;
}

}  // namespace v4lxx::test
