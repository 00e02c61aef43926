#include "kernel/control_calls.hpp"

#include "base/text.hpp"
#include "kernel/checks.hpp"
#include "kernel/control_checks.hpp"
#include "kernel/format_calls.hpp"
#include "kernel/kernel_failure.hpp"
#include "kernel/request_names.hpp"

#include <cerrno>

namespace v4lxx::kernel {

static constexpr uint32_t max_controls = 2048;

namespace {

struct Meaning {
    int error;
    Code code;
    const char *cause;
};

// What an errno means when a control was read or set: none of them has its everyday meaning.
constexpr Meaning meanings[] = {
    {EACCES, Code::control_refused, "EACCES of a control is about the control, not about file permissions"},
    {EPERM, Code::control_refused, "EPERM of a control is about the control, not about file permissions"},
    {EBUSY, Code::control_grabbed, "a stream of this or of another program forbids it"},
    {ERANGE, Code::control_out_of_range, "the driver has narrower limits than it says"},
    {EINVAL, Code::control_refused, "the driver finds the value or the moment wrong"},
    {EIO, Code::control_no_answer, "the device did not carry it out; some cameras refuse in certain modes"},
    {EREMOTEIO, Code::control_no_answer, "the device did not carry it out"},
    {ETIMEDOUT, Code::control_no_answer, "the device did not answer in time"},
    {EPIPE, Code::control_no_answer, "the USB device stalled the request"},
    {EILSEQ, Code::control_no_answer, "the device answered nonsense"},
};

}  // namespace

static Failure control_failure(int rc, unsigned long request)
{
    Failure failure = kernel_failure(rc, request);
    for (const Meaning &row : meanings)
        if (row.error == -rc) {
            failure.code = row.code;
            failure.cause = row.cause;
            failure.cause_checked = false;
        }
    return failure;
}

static bool ends_list(int rc) { return rc == -EINVAL || rc == -ENOTTY || rc == -ENODATA; }

// Ids rise strictly; a driver whose ids do not is asked no further.
template <class Raw>
static Result<std::vector<ControlDescription>> enumerate(Node &node, unsigned long request, uint32_t next_flags)
{
    std::vector<ControlDescription> controls;
    for (uint32_t last = 0;;) {
        Raw raw{};
        raw.id = last | next_flags;
        const int rc = node.ioctl(request, &raw);
        if (ends_list(rc) && (rc != -ENOTTY || request == VIDIOC_QUERYCTRL || !controls.empty()))
            return controls;
        if (rc < 0)
            return kernel_failure(rc, request);
        if (raw.id <= last || raw.id > V4L2_CTRL_ID_MASK)
            return impossible(Code::control_impossible, request, "id", raw.id,
                              ("it must be above " + std::to_string(last)).c_str());
        if (controls.size() == max_controls)
            return impossible(Code::endless_list, request, "id", raw.id, "the list does not end");
        last = raw.id;
        controls.push_back(checked(raw));
    }
}

// QUERY_EXT_CTRL came with Linux 3.17; drivers that answer for themselves may lack it still.
Result<std::vector<ControlDescription>> enumerate_controls(Node &node)
{
    auto controls =
        enumerate<v4l2_query_ext_ctrl>(node, VIDIOC_QUERY_EXT_CTRL, V4L2_CTRL_FLAG_NEXT_CTRL | V4L2_CTRL_FLAG_NEXT_COMPOUND);
    if (controls || controls.failure().sys_errno != ENOTTY)
        return controls;
    return enumerate<v4l2_queryctrl>(node, VIDIOC_QUERYCTRL, V4L2_CTRL_FLAG_NEXT_CTRL);
}

static Failure unknown_control(int rc, unsigned long request, uint32_t id)
{
    Failure failure = kernel_failure(rc, request);
    if (rc == -EINVAL || rc == -ENOTTY) {
        failure.code = Code::control_unknown;
        failure.cause = "the driver does not know control " + hex(id);
        failure.cause_checked = true;
    }
    return failure;
}

template <class Raw>
static Result<ControlDescription> describe(int rc, unsigned long request, uint32_t id, const Raw &raw)
{
    if (rc < 0)
        return unknown_control(rc, request, id);
    if (raw.id != id)
        return impossible(Code::control_impossible, request, "id", raw.id, ("it was asked for " + hex(id)).c_str());
    return checked(raw);
}

Result<ControlDescription> describe_control(Node &node, uint32_t id)
{
    v4l2_query_ext_ctrl raw{};
    raw.id = id;
    if (int rc = node.ioctl(VIDIOC_QUERY_EXT_CTRL, &raw); rc != -ENOTTY)
        return describe(rc, VIDIOC_QUERY_EXT_CTRL, id, raw);
    v4l2_queryctrl old{};
    old.id = id;
    const int rc = node.ioctl(VIDIOC_QUERYCTRL, &old);
    return describe(rc, VIDIOC_QUERYCTRL, id, old);
}

Result<std::vector<MenuItem>> enumerate_menu(Node &node, const ControlDescription &control)
{
    std::vector<MenuItem> items;
    if (!control.is_menu() || !control.flaw.empty())
        return items;
    for (int64_t index = control.minimum; index <= control.maximum; index++) {
        v4l2_querymenu raw{};
        raw.id = control.id;
        raw.index = static_cast<uint32_t>(index);
        const int rc = node.ioctl(VIDIOC_QUERYMENU, &raw);
        if (rc == -ENOTTY)
            break;
        if (rc == -EINVAL)
            continue;  // a hole
        if (rc < 0)
            return kernel_failure(rc, VIDIOC_QUERYMENU);
        raw.index = static_cast<uint32_t>(index);  // the one that was asked for, whatever came back
        items.push_back(checked(raw, control.type));
    }
    return items;
}

// What the extended calls need for one control.
namespace {

struct OneControl {
    explicit OneControl(uint32_t id)
    {
        control.id = id;
        all.count = 1;
        all.controls = &control;
    }
    v4l2_ext_control control{};
    v4l2_ext_controls all{};
};

}  // namespace

// The old calls hold 32 bits and work with every driver that ever was.
static bool is_wide(const ControlDescription &control) { return control.type == ControlType::integer64; }

static int64_t number_of(const ControlDescription &control, int32_t value)
{
    return control.type == ControlType::bitmask ? int64_t{static_cast<uint32_t>(value)} : int64_t{value};
}

Result<int64_t> get_control(Node &node, const ControlDescription &control)
{
    if (is_wide(control)) {
        OneControl one(control.id);
        if (int rc = node.ioctl(VIDIOC_G_EXT_CTRLS, &one.all); rc < 0)
            return control_failure(rc, VIDIOC_G_EXT_CTRLS);
        return int64_t{one.control.value64};
    }
    v4l2_control raw{};
    raw.id = control.id;
    if (int rc = node.ioctl(VIDIOC_G_CTRL, &raw); rc < 0)
        return control_failure(rc, VIDIOC_G_CTRL);
    return number_of(control, raw.value);
}

Result<int64_t> set_control(Node &node, const ControlDescription &control, int64_t value)
{
    if (is_wide(control)) {
        OneControl one(control.id);
        one.control.value64 = value;
        if (int rc = node.ioctl(VIDIOC_S_EXT_CTRLS, &one.all); rc < 0)
            return control_failure(rc, VIDIOC_S_EXT_CTRLS);
        return int64_t{one.control.value64};
    }
    v4l2_control raw{};
    raw.id = control.id;
    raw.value = static_cast<int32_t>(value);
    if (int rc = node.ioctl(VIDIOC_S_CTRL, &raw); rc < 0)
        return control_failure(rc, VIDIOC_S_CTRL);
    return number_of(control, raw.value);
}

// The driver writes into memory of ours, one byte longer than it was told.
static Result<std::string> string_call(Node &node, unsigned long request, uint32_t id, std::vector<char> &room)
{
    OneControl one(id);
    one.control.size = static_cast<uint32_t>(room.size() - 1);
    one.control.string = room.data();
    if (int rc = node.ioctl(request, &one.all); rc < 0)
        return control_failure(rc, request);
    return sanitised(room.data(), room.size());
}

static size_t room_for(const ControlDescription &control) { return static_cast<size_t>(control.maximum) + 2; }

Result<std::string> get_control_string(Node &node, const ControlDescription &control)
{
    std::vector<char> room(room_for(control));
    return string_call(node, VIDIOC_G_EXT_CTRLS, control.id, room);
}

Result<std::string> set_control_string(Node &node, const ControlDescription &control, const std::string &value)
{
    std::vector<char> room(std::max(room_for(control), value.size() + 2));
    value.copy(room.data(), value.size());
    return string_call(node, VIDIOC_S_EXT_CTRLS, control.id, room);
}

}  // namespace v4lxx::kernel
