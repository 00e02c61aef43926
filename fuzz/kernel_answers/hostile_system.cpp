#include "kernel_answers/hostile_system.hpp"

#include "support/require.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <linux/ioctl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace v4lxx::fuzz {

namespace {

constexpr size_t largest_mapping = 1 << 20;  // more is refused, as a kernel without memory does

struct Offered {
    uint32_t fourcc, planes;
};
constexpr Offered offered[] = {
    {V4L2_PIX_FMT_YUYV, 1},  {V4L2_PIX_FMT_NV12, 1},   {V4L2_PIX_FMT_RGB24, 1},   {V4L2_PIX_FMT_GREY, 1},
    {V4L2_PIX_FMT_MJPEG, 1}, {V4L2_PIX_FMT_NV12M, 2},  {V4L2_PIX_FMT_YUV420M, 3}, {V4L2_PIX_FMT_YUV420, 1},
    {V4L2_PIX_FMT_H264, 1},  {V4L2_PIX_FMT_NV12MT, 2},
};

const Offered &find_offered(uint32_t fourcc)
{
    for (const Offered &entry : offered)
        if (entry.fourcc == fourcc)
            return entry;
    return offered[0];
}

uint32_t stride_of(const Machine &machine)
{
    return machine.width * (machine.fourcc == V4L2_PIX_FMT_RGB24 ? 3 : machine.fourcc == V4L2_PIX_FMT_YUYV ? 2 : 1);
}

// Enough for any of the offered formats.
uint32_t size_of(const Machine &machine) { return stride_of(machine) * machine.height * 2; }

// Errno values that drivers answer, for a choice byte; the last stands for any number.
constexpr int usual_errors[] = {EINVAL, ENODEV, EIO,    EAGAIN,  EBUSY, ENOMEM, EPIPE,
                                ENOTTY, ENOSPC, EPROTO, ENODATA, ENXIO, EFAULT, 0};

int any_error(Input &bytes)
{
    const int error = usual_errors[bytes.below(std::size(usual_errors))];
    return -(error != 0 ? error : static_cast<int>(bytes.number() % 4095) + 1);
}

// True for about one call in four of an input of random bytes; never once the bytes have run out.
bool goes_wrong(Input &bytes) { return (bytes.byte() & 3) == 3; }

void answer_format(const Machine &machine, v4l2_format &format)
{
    if (format.type == V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE) {
        v4l2_pix_format_mplane &pix = format.fmt.pix_mp;
        pix = {};
        pix.pixelformat = machine.fourcc;
        pix.width = machine.width;
        pix.height = machine.height;
        pix.num_planes = static_cast<uint8_t>(find_offered(machine.fourcc).planes);
        for (uint32_t i = 0; i < pix.num_planes; i++) {
            pix.plane_fmt[i].bytesperline = stride_of(machine);
            pix.plane_fmt[i].sizeimage = size_of(machine);
        }
    } else {
        v4l2_pix_format &pix = format.fmt.pix;
        pix = {};
        pix.pixelformat = machine.fourcc;
        pix.width = machine.width;
        pix.height = machine.height;
        pix.bytesperline = stride_of(machine);
        pix.sizeimage = size_of(machine);
        pix.priv = V4L2_PIX_FMT_PRIV_MAGIC;
    }
}

void take_format(Machine &machine, const v4l2_format &format)
{
    const bool multi = format.type == V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE;
    machine.fourcc = find_offered(multi ? format.fmt.pix_mp.pixelformat : format.fmt.pix.pixelformat).fourcc;
    machine.width = std::clamp(multi ? format.fmt.pix_mp.width : format.fmt.pix.width, 1u, 128u);
    machine.height = std::clamp(multi ? format.fmt.pix_mp.height : format.fmt.pix.height, 1u, 128u);
}

void answer_memory(const Machine &machine, v4l2_buffer &buffer)
{
    const uint32_t index = buffer.index;
    if (buffer.type != V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE) {
        buffer.length = size_of(machine);
        buffer.m.offset = index << 16;
        return;
    }
    buffer.length = find_offered(machine.fourcc).planes;
    for (uint32_t i = 0; i < buffer.length; i++) {
        buffer.m.planes[i].length = size_of(machine);
        buffer.m.planes[i].m.mem_offset = index << 16 | i << 12;
    }
}

// One of each basic type, and an array.
constexpr uint32_t first_control = V4L2_CID_BASE, control_count = 10;

int describe_control(v4l2_query_ext_ctrl &control)
{
    constexpr uint32_t next = V4L2_CTRL_FLAG_NEXT_CTRL | V4L2_CTRL_FLAG_NEXT_COMPOUND;
    uint32_t id = control.id & V4L2_CTRL_ID_MASK;
    if ((control.id & next) != 0)
        id = std::max(id + 1, first_control);
    if (id < first_control || id >= first_control + control_count)
        return -EINVAL;
    control = {};
    control.id = id;
    control.type = id - first_control + 1 < control_count ? id - first_control + 1 : V4L2_CTRL_TYPE_U8;
    std::memcpy(control.name, "Control A", 9);
    control.name[8] = static_cast<char>('A' + (id - first_control));
    control.maximum = control.type == V4L2_CTRL_TYPE_STRING ? 8 : 2;
    control.step = control.elems = 1;
    control.elem_size = 4;
    return 0;
}

int answer_controls(const v4l2_ext_controls &all)
{
    for (uint32_t i = 0; i < all.count; i++) {
        v4l2_ext_control &control = all.controls[i];
        if (control.size == 0)
            control.value64 = std::clamp<int64_t>(control.value64, 0, 2);
        else
            std::memset(control.string, 0, control.size);
    }
    return 0;
}

v4l2_dv_timings timings_of(uint32_t index)
{
    v4l2_dv_timings timings{};
    timings.type = V4L2_DV_BT_656_1120;
    timings.bt.width = 64;
    timings.bt.height = 48;
    timings.bt.pixelclock = 64 * 48 * 60;
    timings.bt.interlaced = index & 1;
    timings.bt.flags = V4L2_DV_FL_CAN_REDUCE_FPS;
    return timings;
}

}  // namespace

HostileNode::HostileNode(Machine &machine) : Node(nullptr), machine_(machine), fd_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    machine_.open_nodes++;
}

HostileNode::~HostileNode()
{
    machine_.open_nodes--;
    close(fd_);
}

// Three inputs that are TV and HDMI at once, and can crop.
int HostileNode::plausible_input(unsigned long request, void *argument)
{
    switch (request) {
    case VIDIOC_ENUMINPUT: {
        auto &input = *static_cast<v4l2_input *>(argument);
        std::memcpy(input.name, "HDMI", 4);
        input.type = V4L2_INPUT_TYPE_CAMERA;
        input.capabilities = input.index & 1 ? V4L2_IN_CAP_STD : V4L2_IN_CAP_DV_TIMINGS;
        return input.index < 3 ? 0 : -EINVAL;
    }
    case VIDIOC_ENUMSTD: {
        auto &standard = *static_cast<v4l2_standard *>(argument);
        standard.id = uint64_t{1} << (standard.index & 31);
        standard.frameperiod = {1, 25};
        return standard.index < 3 ? 0 : -EINVAL;
    }
    case VIDIOC_G_STD:
    case VIDIOC_QUERYSTD: *static_cast<v4l2_std_id *>(argument) = V4L2_STD_PAL; return 0;
    case VIDIOC_ENUM_DV_TIMINGS: {
        auto &entry = *static_cast<v4l2_enum_dv_timings *>(argument);
        entry.timings = timings_of(entry.index);
        return entry.index < 3 ? 0 : -EINVAL;
    }
    case VIDIOC_G_DV_TIMINGS:
    case VIDIOC_QUERY_DV_TIMINGS: *static_cast<v4l2_dv_timings *>(argument) = timings_of(0); return 0;
    case VIDIOC_DV_TIMINGS_CAP: {
        auto &cap = *static_cast<v4l2_dv_timings_cap *>(argument);
        cap.type = V4L2_DV_BT_656_1120;
        cap.bt.max_width = cap.bt.max_height = 4096;
        return 0;
    }
    case VIDIOC_DQEVENT: {
        auto &event = *static_cast<v4l2_event *>(argument);
        event.type = machine_.bytes.byte() & 1 ? V4L2_EVENT_SOURCE_CHANGE : V4L2_EVENT_EOS;
        event.u.src_change.changes = V4L2_EVENT_SRC_CH_RESOLUTION;
        return machine_.bytes.empty() ? -ENOENT : 0;
    }
    case VIDIOC_G_SELECTION: static_cast<v4l2_selection *>(argument)->r = {0, 0, 64, 48}; return 0;
    default: return plausible_control(request, argument);
    }
}

int HostileNode::plausible_control(unsigned long request, void *argument)
{
    switch (request) {
    case VIDIOC_QUERY_EXT_CTRL: return describe_control(*static_cast<v4l2_query_ext_ctrl *>(argument));
    case VIDIOC_QUERYCTRL: {
        auto &old = *static_cast<v4l2_queryctrl *>(argument);
        v4l2_query_ext_ctrl control{};
        control.id = old.id;
        const int rc = describe_control(control);
        old.id = control.id;
        old.type = control.type;
        old.maximum = 2;
        return rc;
    }
    case VIDIOC_QUERYMENU: {
        auto &item = *static_cast<v4l2_querymenu *>(argument);
        item.value = item.index & 1;
        return item.index < 3 ? 0 : -EINVAL;
    }
    case VIDIOC_G_EXT_CTRLS:
    case VIDIOC_S_EXT_CTRLS: return answer_controls(*static_cast<v4l2_ext_controls *>(argument));
    default: return 0;  // S_INPUT, S_STD, S_CTRL and so on
    }
}

// A list has three entries; everything else is a camera that grants what it is asked for.
int HostileNode::plausible(unsigned long request, void *argument)
{
    switch (request) {
    case VIDIOC_QUERYCAP: {
        auto &capability = *static_cast<v4l2_capability *>(argument);
        const uint32_t api = machine_.bytes.byte() & 1 ? V4L2_CAP_VIDEO_CAPTURE_MPLANE : V4L2_CAP_VIDEO_CAPTURE;
        capability.capabilities = V4L2_CAP_DEVICE_CAPS | V4L2_CAP_STREAMING | api;
        capability.device_caps = V4L2_CAP_STREAMING | api;
        std::memcpy(capability.card, "hostile", 8);
        return 0;
    }
    case VIDIOC_ENUM_FMT: {
        auto &entry = *static_cast<v4l2_fmtdesc *>(argument);
        entry.pixelformat = offered[entry.index % std::size(offered)].fourcc;
        return entry.index < 3 ? 0 : -EINVAL;
    }
    case VIDIOC_ENUM_FRAMESIZES: {
        auto &entry = *static_cast<v4l2_frmsizeenum *>(argument);
        entry.type = V4L2_FRMSIZE_TYPE_DISCRETE;
        entry.discrete = {64, 48};
        return entry.index < 3 ? 0 : -EINVAL;
    }
    case VIDIOC_ENUM_FRAMEINTERVALS: {
        auto &entry = *static_cast<v4l2_frmivalenum *>(argument);
        entry.type = V4L2_FRMIVAL_TYPE_DISCRETE;
        entry.discrete = {1, 30};
        return entry.index < 3 ? 0 : -EINVAL;
    }
    case VIDIOC_S_FMT: take_format(machine_, *static_cast<v4l2_format *>(argument)); [[fallthrough]];
    case VIDIOC_TRY_FMT:
    case VIDIOC_G_FMT: answer_format(machine_, *static_cast<v4l2_format *>(argument)); return 0;
    case VIDIOC_G_PARM:
    case VIDIOC_S_PARM: static_cast<v4l2_streamparm *>(argument)->parm.capture.timeperframe = {1, 30}; return 0;
    case VIDIOC_REQBUFS: {
        auto &buffers = *static_cast<v4l2_requestbuffers *>(argument);
        buffers.count = std::min(buffers.count, 32u);
        buffers.capabilities = machine_.bytes.byte() & 1 ? V4L2_BUF_CAP_SUPPORTS_ORPHANED_BUFS : 0;
        machine_.buffer_count = buffers.count;
        machine_.next_buffer = 0;
        return 0;
    }
    case VIDIOC_CREATE_BUFS: {
        auto &creation = *static_cast<v4l2_create_buffers *>(argument);
        creation.index = machine_.buffer_count;
        creation.count = std::min(creation.count, 32u);
        machine_.buffer_count += creation.count;
        return 0;
    }
    case VIDIOC_QUERYBUF: answer_memory(machine_, *static_cast<v4l2_buffer *>(argument)); return 0;
    case VIDIOC_DQBUF: return dequeue(*static_cast<v4l2_buffer *>(argument));
    case VIDIOC_QBUF:
    case VIDIOC_STREAMON:
    case VIDIOC_STREAMOFF: return 0;
    default: return plausible_input(request, argument);
    }
}

int HostileNode::dequeue(v4l2_buffer &buffer)
{
    if (machine_.buffer_count == 0)
        return -EINVAL;
    buffer.index = machine_.next_buffer++ % machine_.buffer_count;
    buffer.sequence = machine_.sequence++;
    answer_memory(machine_, buffer);
    buffer.bytesused = buffer.length;
    if (buffer.type == V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE)
        for (uint32_t i = 0; i < buffer.length; i++)
            buffer.m.planes[i].bytesused = buffer.m.planes[i].length;
    return 0;
}

void HostileNode::spoil_bytes(void *start, size_t size)
{
    auto *bytes = static_cast<uint8_t *>(start);
    switch (machine_.bytes.below(4)) {
    case 0: std::memset(bytes, machine_.bytes.byte(), size); break;
    case 1: machine_.bytes.take(bytes, size); break;
    default: {  // one field: most are 32 bits wide and lie at multiples of 4
        const size_t fields = size / 4;
        if (fields == 0)
            break;
        constexpr uint32_t extremes[] = {0, 1, 0xffffffff, 0x80000000, 0x7fffffff, 0x10000, 0x100};
        const uint32_t choice = machine_.bytes.below(std::size(extremes) + 1);
        const uint32_t value = choice < std::size(extremes) ? extremes[choice] : machine_.bytes.number();
        std::memcpy(bytes + machine_.bytes.byte() % fields * 4, &value, 4);
    }
    }
}

// The kernel writes the struct and, of a buffer, its planes; the pointer to these stays what it was.
void HostileNode::spoil(unsigned long request, void *argument)
{
    if (request == VIDIOC_G_EXT_CTRLS || request == VIDIOC_S_EXT_CTRLS) {
        spoil_control(*static_cast<v4l2_ext_controls *>(argument)->controls);
        return;
    }
    if (request != VIDIOC_QUERYBUF && request != VIDIOC_QBUF && request != VIDIOC_DQBUF) {
        spoil_bytes(argument, _IOC_SIZE(request));
        return;
    }
    auto &buffer = *static_cast<v4l2_buffer *>(argument);
    const uint32_t type = buffer.type;
    v4l2_plane *planes = buffer.m.planes;
    if (type == V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE && machine_.bytes.byte() & 1)
        spoil_bytes(planes, sizeof(v4l2_plane) * VIDEO_MAX_PLANES);
    else
        spoil_bytes(&buffer, sizeof buffer);
    if (type == V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE)
        buffer.m.planes = planes;
}

// The text behind the pointer, as far as the caller gave room, or the struct.
void HostileNode::spoil_control(v4l2_ext_control &control)
{
    if (control.size != 0 && machine_.bytes.byte() & 1)
        spoil_bytes(control.string, control.size);
    else
        spoil_bytes(&control, sizeof control);
}

int HostileNode::do_ioctl(unsigned long request, void *argument)
{
    const bool wrong = goes_wrong(machine_.bytes);
    if (wrong && machine_.bytes.byte() & 1)
        return any_error(machine_.bytes);
    const int rc = plausible(request, argument);
    if (wrong)
        spoil(request, argument);
    // An entry beyond the end of a list may be answered all the same.
    return wrong && machine_.bytes.byte() & 1 ? 0 : rc;
}

// Memory from the heap, of exactly the length asked for: one byte too far is seen by AddressSanitizer.
int HostileNode::do_map(uint64_t, size_t length, void **out)
{
    if (goes_wrong(machine_.bytes))
        return any_error(machine_.bytes);
    if (length > largest_mapping)
        return -ENOMEM;
    auto *memory = static_cast<uint8_t *>(std::malloc(length));
    REQUIRE(memory != nullptr);
    std::memset(memory, machine_.bytes.byte(), length);
    std::memcpy(memory, machine_.bytes.rest(), std::min(machine_.bytes.left(), length));  // may be a JPEG
    machine_.mapped[memory] = length;
    *out = memory;
    return 0;
}

int HostileNode::do_wait(kernel::Event *, int64_t timeout_ns, kernel::Ready *ready)
{
    if (goes_wrong(machine_.bytes)) {
        switch (machine_.bytes.below(4)) {
        case 0: return any_error(machine_.bytes);
        case 1: ready->woken = true; return 1;
        case 2: ready->device = static_cast<short>(machine_.bytes.byte()); return 1;
        default: ready->device = POLLERR | POLLHUP; return 1;
        }
    }
    constexpr int64_t ten_years_ns = 315'360'000'000'000'000, step_ns = 1'000'000;
    if (machine_.bytes.byte() & 1 && timeout_ns >= 0) {
        machine_.now_ns += std::min(timeout_ns, ten_years_ns);
        return 0;
    }
    machine_.now_ns += step_ns;
    ready->left_ns = timeout_ns < 0 ? kernel::forever_ns : std::max<int64_t>(timeout_ns - step_ns, 0);
    ready->device = POLLIN;
    return 1;
}

int HostileNode::do_pause(kernel::Event &, int64_t timeout_ns)
{
    machine_.now_ns += timeout_ns;
    return goes_wrong(machine_.bytes) ? any_error(machine_.bytes) : 0;
}

int HostileSystem::do_open(const char *, std::unique_ptr<kernel::Node> *out, kernel::OpenProblem *)
{
    if (goes_wrong(machine_.bytes))
        return any_error(machine_.bytes);
    *out = std::make_unique<HostileNode>(machine_);
    return 0;
}

int HostileSystem::do_adopt(int, std::unique_ptr<kernel::Node> *out) { return do_open("", out, nullptr); }

int HostileSystem::do_make_event(std::unique_ptr<kernel::Event> *out)
{
    return goes_wrong(machine_.bytes) ? any_error(machine_.bytes) : LinuxSystem::do_make_event(out);
}

int HostileSystem::do_make_wait_set(std::unique_ptr<kernel::WaitSet> *out)
{
    return goes_wrong(machine_.bytes) ? any_error(machine_.bytes) : LinuxSystem::do_make_wait_set(out);
}

int HostileSystem::do_unmap(void *address, size_t length)
{
    const auto found = machine_.mapped.find(address);
    REQUIRE(found != machine_.mapped.end() && found->second == length);
    machine_.mapped.erase(found);
    std::free(address);
    return 0;
}

int HostileSystem::do_make_private(void *address, size_t length)
{
    const auto found = machine_.mapped.find(address);
    REQUIRE(found != machine_.mapped.end() && found->second == length);
    return goes_wrong(machine_.bytes) ? any_error(machine_.bytes) : 0;
}

int HostileSystem::do_path_kind(const char *, kernel::PathKind *out)
{
    if (goes_wrong(machine_.bytes))
        return any_error(machine_.bytes);
    *out = {kernel::PathKind::character_device, 81, 0};
    return 0;
}

int HostileSystem::do_list_directory(const char *, std::vector<std::string> *out)
{
    if (goes_wrong(machine_.bytes))
        return any_error(machine_.bytes);
    *out = {"video0", "video10", "video999999999999", "video", "null", "vbi0", ""};
    return 0;
}

int HostileSystem::do_read_file(const char *, size_t limit_bytes, std::string *out)
{
    if (goes_wrong(machine_.bytes))
        return any_error(machine_.bytes);
    out->assign(std::min<size_t>(machine_.bytes.byte(), limit_bytes), static_cast<char>(machine_.bytes.byte()));
    return 0;
}

}  // namespace v4lxx::fuzz
