#include "kernel/control_checks.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace v4lxx::kernel {

static void flawed(ControlDescription &control, const char *field, std::string why)
{
    if (control.flaw.empty()) {
        control.flawed_field = field;
        control.flaw = std::move(why);
    }
}

static std::string above(const ControlDescription &control)
{
    return "minimum " + std::to_string(control.minimum) + " is above maximum " + std::to_string(control.maximum);
}

// A menu is asked for item by item, so its size is what a program would walk through.
static void check_menu(ControlDescription &control)
{
    control.step = 1;
    if (control.minimum < 0)
        flawed(control, "minimum", "a menu has no item " + std::to_string(control.minimum));
    else if (control.maximum - control.minimum >= int64_t{max_menu_items} || control.maximum > INT32_MAX)
        flawed(control, "maximum", "a menu whose last item is " + std::to_string(control.maximum));
}

static void check_string(ControlDescription &control)
{
    if (control.step == 0)
        control.step = 1;
    if (control.minimum < 0)
        flawed(control, "minimum", "a text of " + std::to_string(control.minimum) + " bytes");
    else if (control.maximum > int64_t{max_string_bytes})
        flawed(control, "maximum", "a text of " + std::to_string(control.maximum) + " bytes");
}

// Many cameras answer a step of 0 or a default outside the range: that is no reason to do without the control.
static void check_number(ControlDescription &control)
{
    if (control.step == 0)
        control.step = 1;
    control.default_value = std::clamp(control.default_value, control.minimum, control.maximum);
}

static void check_range(ControlDescription &control)
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
        flawed(control, "minimum", above(control));
        return;
    }
    switch (control.type) {
    case ControlType::menu:
    case ControlType::integer_menu: check_menu(control); break;
    case ControlType::string: check_string(control); break;
    case ControlType::integer:
        if (control.minimum < INT32_MIN || control.maximum > INT32_MAX)
            flawed(control, "maximum", "a range beyond 32 bits");
        check_number(control);
        break;
    default: check_number(control);
    }
}

// Arrays may be large, but their size must be computable.
static void check_elements(ControlDescription &control, const v4l2_query_ext_ctrl &raw)
{
    control.element_size = raw.elem_size;
    control.elements = raw.elems;
    if (raw.nr_of_dims > V4L2_CTRL_MAX_DIMS) {
        flawed(control, "nr_of_dims", "an array of " + std::to_string(raw.nr_of_dims) + " dimensions");
        return;
    }
    control.dimensions.assign(raw.dims, raw.dims + raw.nr_of_dims);
    if (uint64_t{raw.elem_size} * raw.elems > uint64_t{1} << 30)
        flawed(control, "elems", std::to_string(raw.elems) + " elements of " + std::to_string(raw.elem_size) + " bytes");
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
    check_range(control);
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
    check_range(control);
    return control;
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
