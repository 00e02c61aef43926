#include "device_call.hpp"
#include "versioned.hpp"

#include "device/inputs.hpp"
#include "device/signal.hpp"

namespace v4lxx::capi {

struct StatusText {
    uint32_t bit;
    const char *text;
};

static constexpr StatusText status_texts[] = {
    {V4LXX_INPUT_NO_POWER, "no power"},
    {V4LXX_INPUT_NO_SIGNAL, "no signal"},
    {V4LXX_INPUT_NO_COLOUR, "no colour"},
    {V4LXX_INPUT_HFLIP, "mirrored"},
    {V4LXX_INPUT_VFLIP, "upside down"},
    {V4LXX_INPUT_NO_H_LOCK, "no lock to the lines"},
    {V4LXX_INPUT_COLOUR_KILL, "too weak for colour"},
    {V4LXX_INPUT_NO_V_LOCK, "no lock to the pictures"},
    {V4LXX_INPUT_NO_STD_LOCK, "standard not recognised"},
    {V4LXX_INPUT_NO_SYNC, "no sync"},
    {V4LXX_INPUT_NO_EQU, "no equaliser lock"},
    {V4LXX_INPUT_NO_CARRIER, "no carrier"},
    {V4LXX_INPUT_MACROVISION, "copy protected"},
    {V4LXX_INPUT_NO_ACCESS, "access denied"},
    {V4LXX_INPUT_VTR, "video recorder"},
};

static v4lxx_signal public_signal(const device::Signal &signal)
{
    v4lxx_signal out = V4LXX_SIGNAL_INIT;
    out.state = static_cast<v4lxx_signal_state>(signal.state);
    out.is_set = signal.is_set;
    out.input = signal.input;
    out.status = signal.input_status;
    out.standard = signal.standard;
    if (signal.timings) {
        const kernel::Fraction rate = kernel::picture_rate(*signal.timings);
        out.width = signal.timings->width;
        out.height = signal.timings->height;
        out.interlaced = signal.timings->interlaced;
        out.rate = {rate.numerator, rate.denominator};
    }
    return out;
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_input_info_init(v4lxx_input_info *info, uint32_t size) { init_versioned(info, size); }

v4lxx_status v4lxx_device_list_inputs(v4lxx_device *device, v4lxx_input_list **out, v4lxx_error **error)
{
    return hand_out_list(device, "list the inputs", out, error,
                         [&](device::Device &open) { return device::list_inputs(open); });
}

void v4lxx_input_list_unref(v4lxx_input_list *list) { unref(list); }

uint32_t v4lxx_input_list_get_count(const v4lxx_input_list *list) { return count(list); }

const char *v4lxx_input_list_get_name(const v4lxx_input_list *list, uint32_t index)
{
    const auto *found = entry(list, index);
    return found == nullptr ? "" : found->name.c_str();
}

v4lxx_status v4lxx_input_list_at(const v4lxx_input_list *list, uint32_t index, v4lxx_input_info *out, v4lxx_error **error)
{
    return write_entry(list, index, out, error, [index](const auto &found) {
        v4lxx_input_info info = V4LXX_INPUT_INFO_INIT;
        info.index = index;
        info.type = found.type;
        info.status = found.status;
        info.capabilities = found.capabilities;
        info.standards = found.standards;
        return info;
    });
}

const char *v4lxx_input_status_get_text(v4lxx_input_status bit)
{
    for (const StatusText &row : status_texts)
        if (row.bit == bit)
            return row.text;
    return "";
}

v4lxx_status v4lxx_device_read_input(v4lxx_device *device, uint32_t *index, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(index);
        return inside(device, "ask for the input", error,
                      [&](device::Device &open) { return write(device::current_input(open), index, error); });
    });
}

v4lxx_status v4lxx_device_find_input(v4lxx_device *device, const char *name, uint32_t *index, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(name);
        V4LXX_NEED(index);
        return inside(device, "find the input", error,
                      [&](device::Device &open) { return write(device::find_input(open, name), index, error); });
    });
}

v4lxx_status v4lxx_device_select_input(v4lxx_device *device, uint32_t index, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        return inside(device, "select the input", error, [&](device::Device &open) -> v4lxx_status {
            auto selected = device::select_input(open, index);
            return selected ? V4LXX_OK : fail(error, std::move(selected).failure());
        });
    });
}

void v4lxx_signal_init(v4lxx_signal *signal, uint32_t size) { init_versioned(signal, size); }

v4lxx_status v4lxx_device_read_signal(v4lxx_device *device, v4lxx_signal *out, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED_STRUCT(out);
        return inside(device, "look for a signal", error, [&](device::Device &open) -> v4lxx_status {
            auto signal = device::read_signal(open);
            if (!signal)
                return fail(error, std::move(signal).failure());
            write_versioned(out, public_signal(*signal));
            return V4LXX_OK;
        });
    });
}

}  // extern "C"
