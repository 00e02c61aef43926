#include "device_call.hpp"

#include "device/control_finding.hpp"
#include "device/control_values.hpp"

#include <cstring>

namespace v4lxx::capi {

static const kernel::ControlDescription *described(const v4lxx_control *control) noexcept
{
    return control == nullptr ? nullptr : &object(control)->description();
}

static const kernel::MenuItem *item(const v4lxx_control *control, uint32_t number) noexcept
{
    return control == nullptr || number >= object(control)->menu().size() ? nullptr : &object(control)->menu()[number];
}

template <class Handle, class T>
static v4lxx_status hand_out(Result<Ref<T>> made, Handle **out, v4lxx_error **error)
{
    if (!made)
        return fail(error, std::move(made).failure());
    *out = handle<Handle>(*std::move(made));
    return V4LXX_OK;
}

static v4lxx_status copy_out(const std::string &text, void *out, uint32_t size, v4lxx_error **error)
{
    if (text.size() >= size)
        return fail(error, argument_failure(Code::value_out_of_range, "size",
                                            "the text and its NUL need " + std::to_string(text.size() + 1) + " bytes"));
    std::memcpy(out, text.c_str(), text.size() + 1);
    return V4LXX_OK;
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

v4lxx_status v4lxx_device_list_controls(v4lxx_device *device, v4lxx_control_list **out, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        return inside(device, "list the controls", error,
                      [&](device::Device &open) { return hand_out(device::list_controls(open), out, error); });
    });
}

v4lxx_status v4lxx_device_find_control(v4lxx_device *device, const char *name, v4lxx_control **out, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        V4LXX_NEED(name);
        return inside(device, "find a control", error,
                      [&](device::Device &open) { return hand_out(device::find_control(open, name), out, error); });
    });
}

v4lxx_status v4lxx_device_find_control_by_id(v4lxx_device *device, uint32_t id, v4lxx_control **out, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        return inside(device, "find a control", error,
                      [&](device::Device &open) { return hand_out(device::find_control_by_id(open, id), out, error); });
    });
}

v4lxx_status v4lxx_device_read_control_i64(v4lxx_device *device, const v4lxx_control *control, int64_t *value,
                                           v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(control);
        V4LXX_NEED(value);
        return inside(device, "read a control", error, [&](device::Device &open) -> v4lxx_status {
            auto now = device::read_number(open, *object(control));
            if (!now)
                return fail(error, std::move(now).failure());
            *value = *now;
            return V4LXX_OK;
        });
    });
}

v4lxx_status v4lxx_device_set_control_i64(v4lxx_device *device, const v4lxx_control *control, int64_t value, int64_t *applied,
                                          v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(control);
        return inside(device, "set a control", error, [&](device::Device &open) -> v4lxx_status {
            auto now = device::set_number(open, *object(control), value);
            if (!now)
                return fail(error, std::move(now).failure());
            if (applied != nullptr)
                *applied = *now;
            return V4LXX_OK;
        });
    });
}

v4lxx_status v4lxx_device_read_control_string(v4lxx_device *device, const v4lxx_control *control, void *text, uint32_t size,
                                              v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(control);
        V4LXX_NEED(text);
        return inside(device, "read a control", error, [&](device::Device &open) -> v4lxx_status {
            auto now = device::read_string(open, *object(control));
            return now ? copy_out(*now, text, size, error) : fail(error, std::move(now).failure());
        });
    });
}

v4lxx_status v4lxx_device_set_control_string(v4lxx_device *device, const v4lxx_control *control, const char *text,
                                             v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(control);
        V4LXX_NEED(text);
        return inside(device, "set a control", error, [&](device::Device &open) -> v4lxx_status {
            auto done = device::set_string(open, *object(control), text);
            return done ? V4LXX_OK : fail(error, std::move(done).failure());
        });
    });
}

v4lxx_control *v4lxx_control_ref(v4lxx_control *control) { return ref(control); }
void v4lxx_control_unref(v4lxx_control *control) { unref(control); }

uint32_t v4lxx_control_get_id(const v4lxx_control *control) { return control == nullptr ? 0 : described(control)->id; }

const char *v4lxx_control_get_name(const v4lxx_control *control)
{
    return control == nullptr ? "" : described(control)->name.c_str();
}

const char *v4lxx_control_get_short_name(const v4lxx_control *control)
{
    return control == nullptr ? "" : object(control)->short_name().c_str();
}

uint32_t v4lxx_control_get_type(const v4lxx_control *control)
{
    return control == nullptr ? 0 : static_cast<uint32_t>(described(control)->type);
}

uint32_t v4lxx_control_get_flags(const v4lxx_control *control) { return control == nullptr ? 0 : described(control)->flags; }
int64_t v4lxx_control_get_minimum(const v4lxx_control *control) { return control == nullptr ? 0 : described(control)->minimum; }
int64_t v4lxx_control_get_maximum(const v4lxx_control *control) { return control == nullptr ? 0 : described(control)->maximum; }
uint64_t v4lxx_control_get_step(const v4lxx_control *control) { return control == nullptr ? 0 : described(control)->step; }

int64_t v4lxx_control_get_default(const v4lxx_control *control)
{
    return control == nullptr ? 0 : described(control)->default_value;
}

uint32_t v4lxx_control_get_element_count(const v4lxx_control *control)
{
    return control == nullptr ? 0 : described(control)->elements;
}

const char *v4lxx_control_get_flaw(const v4lxx_control *control)
{
    return control == nullptr ? "" : described(control)->flaw.c_str();
}

uint32_t v4lxx_control_get_master(const v4lxx_control *control)
{
    return control == nullptr || object(control)->facts() == nullptr ? 0 : object(control)->facts()->master;
}

uint32_t v4lxx_control_get_item_count(const v4lxx_control *control)
{
    return control == nullptr ? 0 : static_cast<uint32_t>(object(control)->menu().size());
}

uint32_t v4lxx_control_get_item_index(const v4lxx_control *control, uint32_t number)
{
    const kernel::MenuItem *found = item(control, number);
    return found == nullptr ? 0 : found->index;
}

const char *v4lxx_control_get_item_name(const v4lxx_control *control, uint32_t number)
{
    const kernel::MenuItem *found = item(control, number);
    return found == nullptr ? "" : found->name.c_str();
}

int64_t v4lxx_control_get_item_value(const v4lxx_control *control, uint32_t number)
{
    const kernel::MenuItem *found = item(control, number);
    return found == nullptr ? 0 : found->value;
}

v4lxx_status v4lxx_control_parse_value(const v4lxx_control *control, const char *text, int64_t *value, v4lxx_error **error)
{
    return guard(error, [&]() -> v4lxx_status {
        V4LXX_NEED(control);
        V4LXX_NEED(text);
        V4LXX_NEED(value);
        auto understood = device::parse_value(*object(control), text);
        if (!understood)
            return fail(error, std::move(understood).failure());
        *value = *understood;
        return V4LXX_OK;
    });
}

void v4lxx_control_list_unref(v4lxx_control_list *list) { unref(list); }

uint32_t v4lxx_control_list_get_count(const v4lxx_control_list *list)
{
    return list == nullptr ? 0 : static_cast<uint32_t>(object(list)->entries.size());
}

v4lxx_control *v4lxx_control_list_get(const v4lxx_control_list *list, uint32_t index)
{
    if (list == nullptr || index >= object(list)->entries.size())
        return nullptr;
    return borrowed<v4lxx_control>(object(list)->entries[index].get());
}

}  // extern "C"
