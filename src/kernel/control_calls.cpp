#include "kernel/control_calls.hpp"

#include "base/text.hpp"
#include "kernel/checks.hpp"
#include "kernel/control_checks.hpp"
#include "kernel/format_calls.hpp"
#include "kernel/kernel_failure.hpp"
#include "kernel/request_names.hpp"

#include <algorithm>
#include <cerrno>

namespace v4lxx::kernel {

static constexpr uint32_t max_controls = 2048;
static constexpr uint64_t max_items_of_all_menus = 65536;  // each is a call

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
            return impossible(Code::control_impossible, request, "id", std::to_string(raw.id),
                              "it must be above " + std::to_string(last));
        if (controls.size() == max_controls)
            return impossible(Code::endless_list, request, "id", raw.id, "the list does not end");
        last = raw.id;
        controls.push_back(checked(raw));
    }
}

static Result<void> check_sum_of_menus(const std::vector<ControlDescription> &controls)
{
    uint64_t items = 0;
    for (const ControlDescription &control : controls)
        if (control.is_menu() && control.flaw.empty())
            items += static_cast<uint64_t>(control.maximum - control.minimum) + 1;
    if (items <= max_items_of_all_menus)
        return {};
    return impossible(Code::endless_list, VIDIOC_QUERY_EXT_CTRL, "maximum", std::to_string(items),
                      "so many items of all menus are too many");
}

// QUERY_EXT_CTRL came with Linux 3.17; drivers that answer for themselves may lack it still.
Result<std::vector<ControlDescription>> enumerate_controls(Node &node)
{
    auto controls =
        enumerate<v4l2_query_ext_ctrl>(node, VIDIOC_QUERY_EXT_CTRL, V4L2_CTRL_FLAG_NEXT_CTRL | V4L2_CTRL_FLAG_NEXT_COMPOUND);
    if (!controls && controls.failure().sys_errno == ENOTTY)
        controls = enumerate<v4l2_queryctrl>(node, VIDIOC_QUERYCTRL, V4L2_CTRL_FLAG_NEXT_CTRL);
    if (controls)
        if (auto good = check_sum_of_menus(*controls); !good)
            return std::move(good).failure();
    return controls;
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
        return impossible(Code::control_impossible, request, "id", std::to_string(raw.id),
                          "it was asked for " + std::to_string(id));
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

// A value outside its range is no answer: a program would look for it in a menu, or count with it. The range may have changed since
// the control was listed, which only the driver knows.
static Result<int64_t> believed(Node &node, const ControlDescription &control, unsigned long request, int64_t value)
{
    if (!control.flaw.empty() || control.type == ControlType::button || takes(control, value))
        return value;
    auto now = describe_control(node, control.id);
    if (now && now->type == control.type && takes(*now, value))
        return value;
    const ControlDescription &range = now ? *now : control;
    const std::string why = control.type == ControlType::bitmask
                                ? "it may have the bits of " + hex(static_cast<uint64_t>(range.maximum))
                                : "it may be " + std::to_string(range.minimum) + " to " + std::to_string(range.maximum);
    return impossible(Code::control_impossible, request, "value", std::to_string(value), why);
}

// Reads or sets a number. The old calls hold 32 bits and work with every driver that ever was.
static Result<int64_t> number_call(Node &node, const ControlDescription &control, unsigned long narrow, unsigned long wide,
                                   int64_t value)
{
    if (control.type == ControlType::integer64) {
        OneControl one(control.id);
        one.control.value64 = value;
        if (int rc = node.ioctl(wide, &one.all); rc < 0)
            return control_failure(rc, wide);
        return believed(node, control, wide, one.control.value64);
    }
    v4l2_control raw{};
    raw.id = control.id;
    raw.value = static_cast<int32_t>(value);
    if (int rc = node.ioctl(narrow, &raw); rc < 0)
        return control_failure(rc, narrow);
    const bool is_unsigned = control.type == ControlType::bitmask;
    return believed(node, control, narrow, is_unsigned ? int64_t{static_cast<uint32_t>(raw.value)} : int64_t{raw.value});
}

Result<int64_t> get_control(Node &node, const ControlDescription &control)
{
    return number_call(node, control, VIDIOC_G_CTRL, VIDIOC_G_EXT_CTRLS, 0);
}

Result<int64_t> set_control(Node &node, const ControlDescription &control, int64_t value)
{
    return number_call(node, control, VIDIOC_S_CTRL, VIDIOC_S_EXT_CTRLS, value);
}

// The driver writes into memory of ours, one byte longer than it was told.
static Result<std::string> string_call(Node &node, unsigned long request, uint32_t id, std::vector<char> &room)
{
    OneControl one(id);
    const size_t size = room.size() - 1;
    one.control.size = static_cast<uint32_t>(size);
    one.control.string = room.data();
    if (int rc = node.ioctl(request, &one.all); rc < 0)
        return control_failure(rc, request);
    if (std::find(room.begin(), room.end(), '\0') - room.begin() >= static_cast<std::ptrdiff_t>(size))
        return impossible(Code::control_impossible, request, "size", size, "the text has no end in so many bytes");
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
