#include "kernel/control_checks.hpp"

#include "base/text.hpp"
#include "kernel/checks.hpp"

#include <algorithm>

namespace v4lxx::kernel {

static void flawed(ControlDescription &control, unsigned long request, const char *field, int64_t value, const std::string &why)
{
    if (control.flaw.empty())
        control.flaw = impossible_text(request, field, std::to_string(value), why);
}

// A menu is asked for item by item, so its size is what a program would walk through.
static void check_menu(ControlDescription &control, unsigned long request)
{
    control.step = 1;
    control.default_value = std::clamp(control.default_value, control.minimum, control.maximum);
    if (control.minimum < 0)
        flawed(control, request, "minimum", control.minimum, "no item of a menu has this number");
    else if (control.maximum - control.minimum >= int64_t{max_menu_items} || control.maximum > INT32_MAX)
        flawed(control, request, "maximum", control.maximum,
               "no menu has more than " + std::to_string(max_menu_items) + " items");
}

static void check_string(ControlDescription &control, unsigned long request)
{
    if (control.step == 0)
        control.step = 1;
    if (control.minimum < 0)
        flawed(control, request, "minimum", control.minimum, "no text has so many bytes");
    else if (control.maximum > int64_t{max_string_bytes})
        flawed(control, request, "maximum", control.maximum,
               "no text has more than " + std::to_string(max_string_bytes) + " bytes");
}

// Many cameras answer a step of 0 or a default outside the range: that is no reason to do without the control.
static void check_number(ControlDescription &control)
{
    if (control.step == 0)
        control.step = 1;
    control.default_value = std::clamp(control.default_value, control.minimum, control.maximum);
}

static void check_range(ControlDescription &control, unsigned long request)
{
    if (control.is_compound() || control.is_class() || control.type == ControlType::button)
        return;
    if (control.type == ControlType::bitmask) {  // bit 31 makes the maximum negative where it came in 32 bits
        control.minimum = 0;
        control.maximum &= UINT32_MAX;
        control.default_value &= control.maximum;
        control.step = 0;
        return;
    }
    if (control.minimum > control.maximum) {
        flawed(control, request, "minimum", control.minimum, "it is above the maximum, " + std::to_string(control.maximum));
        return;
    }
    switch (control.type) {
    case ControlType::menu:
    case ControlType::integer_menu: check_menu(control, request); break;
    case ControlType::string: check_string(control, request); break;
    case ControlType::integer:
        if (control.minimum < INT32_MIN)
            flawed(control, request, "minimum", control.minimum, "an integer has 32 bits");
        if (control.maximum > INT32_MAX)
            flawed(control, request, "maximum", control.maximum, "an integer has 32 bits");
        check_number(control);
        break;
    default: check_number(control);
    }
}

static void check_type(ControlDescription &control, unsigned long request)
{
    if (control.is_of_unknown_type())
        flawed(control, request, "type", static_cast<uint32_t>(control.type), "no type of a value is known by it");
}

// Arrays may be large, but their size must be computable.
static void check_elements(ControlDescription &control, const v4l2_query_ext_ctrl &raw)
{
    constexpr unsigned long request = VIDIOC_QUERY_EXT_CTRL;
    control.element_size = raw.elem_size;
    control.elements = raw.elems;
    if (raw.nr_of_dims > V4L2_CTRL_MAX_DIMS) {
        control.dimensions.assign(1, raw.elems);  // an array of some kind
        flawed(control, request, "nr_of_dims", raw.nr_of_dims,
               "no array has more than " + std::to_string(V4L2_CTRL_MAX_DIMS) + " dimensions");
        return;
    }
    control.dimensions.assign(raw.dims, raw.dims + raw.nr_of_dims);
    if (uint64_t{raw.elem_size} * raw.elems > max_array_bytes)
        flawed(control, request, "elems", raw.elems,
               "each has " + std::to_string(raw.elem_size) + " bytes, and no control has so many");
}

ControlDescription checked(const v4l2_query_ext_ctrl &raw)
{
    ControlDescription control;
    control.id = raw.id;
    control.type = static_cast<ControlType>(raw.type);
    control.flags = raw.flags;
    control.name = sanitised(raw.name, sizeof raw.name);
    control.minimum = raw.minimum;
    control.maximum = raw.maximum;
    control.step = raw.step;
    control.default_value = raw.default_value;
    check_elements(control, raw);
    check_type(control, VIDIOC_QUERY_EXT_CTRL);
    check_range(control, VIDIOC_QUERY_EXT_CTRL);
    return control;
}

ControlDescription checked(const v4l2_queryctrl &raw)
{
    ControlDescription control;
    control.id = raw.id;
    control.type = static_cast<ControlType>(raw.type);
    control.flags = raw.flags;
    control.name = sanitised(raw.name, sizeof raw.name);
    control.minimum = raw.minimum;
    control.maximum = raw.maximum;
    control.step = static_cast<uint32_t>(raw.step);
    control.default_value = raw.default_value;
    if (control.type == ControlType::integer64) {  // this call cannot tell its range
        control.minimum = INT64_MIN;
        control.maximum = INT64_MAX;
    }
    check_type(control, VIDIOC_QUERYCTRL);
    check_range(control, VIDIOC_QUERYCTRL);
    return control;
}

bool takes(const ControlDescription &control, int64_t value)
{
    if (control.type == ControlType::bitmask)
        return (static_cast<uint64_t>(value) & ~static_cast<uint64_t>(control.maximum)) == 0;
    return value >= control.minimum && value <= control.maximum;
}

MenuItem checked(const v4l2_querymenu &raw, ControlType type)
{
    MenuItem item;
    item.index = raw.index;
    if (type == ControlType::integer_menu) {
        item.value = raw.value;
        item.name = std::to_string(item.value);
    } else {
        item.value = raw.index;
        item.name = sanitised(raw.name, sizeof raw.name);
    }
    return item;
}

}  // namespace v4lxx::kernel
