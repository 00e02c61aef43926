#include "kernel/sim/control_values.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace v4lxx::kernel::sim {

// v4l2-ctrls rounds to the nearest step and clamps; a program is never told.
static int64_t rounded(const ControlModel &model, int64_t value)
{
    const auto half = static_cast<int64_t>(model.step / 2);
    if (model.maximum >= 0 && value >= model.maximum - half)
        value = model.maximum;
    else
        value += half;
    value = std::clamp(value, model.minimum, model.maximum);
    const uint64_t offset = static_cast<uint64_t>(value) - static_cast<uint64_t>(model.minimum);
    return model.minimum + static_cast<int64_t>(offset / model.step * model.step);
}

bool is_offered(const ControlModel &model, int64_t index)
{
    if (index < model.minimum || index > model.maximum)
        return false;
    if (index < 64 && (model.skip_mask >> index & 1) != 0)
        return false;
    return model.type != V4L2_CTRL_TYPE_MENU || model.items[static_cast<size_t>(index)][0] != '\0';
}

int validate(const ControlModel &model, int64_t *value)
{
    switch (model.type) {
    case V4L2_CTRL_TYPE_INTEGER:
    case V4L2_CTRL_TYPE_INTEGER64: *value = rounded(model, *value); return 0;
    case V4L2_CTRL_TYPE_BOOLEAN: *value = *value != 0 ? 1 : 0; return 0;
    case V4L2_CTRL_TYPE_MENU:
    case V4L2_CTRL_TYPE_INTEGER_MENU:
        if (*value < model.minimum || *value > model.maximum)
            return -ERANGE;
        return is_offered(model, *value) ? 0 : -EINVAL;
    case V4L2_CTRL_TYPE_BITMASK: *value &= model.maximum; return 0;
    default: *value = 0; return 0;  // buttons keep nothing
    }
}

int validate_text(const ControlModel &model, const std::string &text)
{
    const auto minimum = static_cast<size_t>(model.minimum);
    if (text.size() < minimum)
        return -ERANGE;
    return (text.size() - minimum) % model.step != 0 ? -ERANGE : 0;
}

int64_t number_in(const ControlModel &model, const v4l2_ext_control &control)
{
    return model.type == V4L2_CTRL_TYPE_INTEGER64 ? control.value64 : int64_t{control.value};
}

void put_number(const ControlModel &model, int64_t value, v4l2_ext_control *control)
{
    if (model.type == V4L2_CTRL_TYPE_INTEGER64)
        control->value64 = value;
    else
        control->value = static_cast<int32_t>(value);
}

// It ends at its NUL, or where the control's room ends.
int take_text(const ControlModel &model, const v4l2_ext_control &control, std::string *out)
{
    const size_t room = static_cast<size_t>(model.maximum) + 1;
    const size_t size = std::min<size_t>(control.size, room);
    if (size == 0)
        return -ERANGE;
    const char *from = control.string;
    if (from == nullptr)
        return -EFAULT;
    out->assign(from, strnlen(from, size));
    if (out->size() < size)
        return 0;
    // No NUL: the last byte gives way to one, unless the text is too long for that.
    out->pop_back();
    return out->size() == static_cast<size_t>(model.maximum) ? -ERANGE : 0;
}

int hand_out(const ControlModel &model, const std::string &text, v4l2_ext_control *control)
{
    if (control->size < text.size() + 1) {
        control->size = model.element_size();
        return -ENOSPC;
    }
    char *to = control->string;
    if (to == nullptr)
        return -EFAULT;
    std::memcpy(to, text.c_str(), text.size() + 1);
    return 0;
}

// Elements of an array are bytes here, each rounded as a number is.
int take_bytes(const ControlModel &model, const v4l2_ext_control &control, std::vector<uint8_t> *out)
{
    const auto *from = static_cast<const uint8_t *>(control.ptr);
    if (from == nullptr)
        return -EFAULT;
    out->assign(from, from + control.size);
    for (uint8_t &byte : *out)
        byte = static_cast<uint8_t>(rounded(model, byte));
    return 0;
}

int hand_out(const std::vector<uint8_t> &bytes, const v4l2_ext_control &control)
{
    void *to = control.ptr;
    if (to == nullptr)
        return -EFAULT;
    std::memcpy(to, bytes.data(), bytes.size());
    return 0;
}

std::string default_text(const ControlModel &model) { return std::string(static_cast<size_t>(model.minimum), ' '); }

std::vector<uint8_t> default_bytes(const ControlModel &model)
{
    return std::vector<uint8_t>(size_t{model.elements()} * model.element_size(), static_cast<uint8_t>(model.default_value));
}

}  // namespace v4lxx::kernel::sim
