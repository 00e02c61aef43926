#include "device_call.hpp"
#include "format_struct.hpp"
#include "versioned.hpp"

namespace v4lxx::capi {

static std::optional<Failure> check_options(const v4lxx_device_options *options)
{
    v4lxx_device_options wish;
    if (auto bad = read_versioned(options, &wish, "options"))
        return bad;
    if (wish.flags != 0)
        return argument_failure(Code::unknown_value, "options.flags", "no flag is defined");
    return std::nullopt;
}

// try_format and set_format differ in one call.
template <class F>
static v4lxx_status negotiate(v4lxx_device *device, v4lxx_format *format, uint32_t *differences, v4lxx_error **error,
                              F &&request)
{
    V4LXX_NEED_STRUCT(format);
    v4lxx_format wish;
    if (auto bad = read_versioned(format, &wish, "format"))
        return fail(error, *std::move(bad));
    if (wish.reserved0 != 0)
        return fail(error, argument_failure(Code::reserved_not_zero, "format.reserved0", "it must be zero"));
    return inside(device, "negotiate the format", error, [&](device::Device &open) -> v4lxx_status {
        auto negotiated = request(open, wanted_format(wish));
        if (!negotiated)
            return fail(error, std::move(negotiated).failure());
        write_versioned(format, public_format(negotiated->granted));
        if (differences != nullptr)
            *differences = negotiated->differences;
        return V4LXX_OK;
    });
}

static const device::DeviceInfo *known(const v4lxx_device_info *info) { return info == nullptr ? nullptr : object(info); }

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_device_options_init(v4lxx_device_options *options, uint32_t size) { init_versioned(options, size); }

v4lxx_status v4lxx_device_open(v4lxx_context *context, const char *name, const v4lxx_device_options *options,
                               v4lxx_device **out, v4lxx_error **error)
{
    return guard(context, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        V4LXX_NEED(context);
        V4LXX_NEED(name);
        if (auto bad = check_options(options))
            return fail(error, *std::move(bad));
        auto device = device::Device::open(*object(context), name);
        if (!device)
            return fail(error, std::move(device).failure());
        *out = handle<v4lxx_device>(*std::move(device));
        return V4LXX_OK;
    });
}

v4lxx_status v4lxx_device_open_fd(v4lxx_context *context, int32_t fd, const v4lxx_device_options *options, v4lxx_device **out,
                                  v4lxx_error **error)
{
    return guard(context, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        V4LXX_NEED(context);
        if (auto bad = check_options(options))
            return fail(error, *std::move(bad));
        auto device = device::Device::adopt(*object(context), fd);
        if (!device)
            return fail(error, std::move(device).failure());
        *out = handle<v4lxx_device>(*std::move(device));
        return V4LXX_OK;
    });
}

v4lxx_device *v4lxx_device_ref(v4lxx_device *device) { return ref(device); }
void v4lxx_device_unref(v4lxx_device *device) { unref(device); }

void v4lxx_device_close(v4lxx_device *device)
{
    if (device != nullptr)
        object(device)->close();
}

v4lxx_status v4lxx_device_close_within(v4lxx_device *device, int64_t timeout_ns, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(device);
        auto closed = object(device)->close_within(timeout_ns);
        return closed ? V4LXX_OK : fail(error, std::move(closed).failure());
    });
}

v4lxx_device_info *v4lxx_device_get_info(const v4lxx_device *device)
{
    return device == nullptr ? nullptr : borrowed<v4lxx_device_info>(object(device)->info().get());
}

v4lxx_device_info *v4lxx_device_info_ref(v4lxx_device_info *info) { return ref(info); }
void v4lxx_device_info_unref(v4lxx_device_info *info) { unref(info); }

const char *v4lxx_device_info_get_path(const v4lxx_device_info *info)
{
    return info == nullptr ? "" : known(info)->path().c_str();
}
const char *v4lxx_device_info_get_card(const v4lxx_device_info *info)
{
    return info == nullptr ? "" : known(info)->card().c_str();
}
const char *v4lxx_device_info_get_driver(const v4lxx_device_info *info)
{
    return info == nullptr ? "" : known(info)->driver().c_str();
}
const char *v4lxx_device_info_get_bus(const v4lxx_device_info *info)
{
    return info == nullptr ? "" : known(info)->bus().c_str();
}
const char *v4lxx_device_info_get_id(const v4lxx_device_info *info) { return info == nullptr ? "" : known(info)->id().c_str(); }
const char *v4lxx_device_info_get_serial(const v4lxx_device_info *info)
{
    return info == nullptr ? "" : known(info)->place().serial.c_str();
}
const char *v4lxx_device_info_get_media_path(const v4lxx_device_info *info)
{
    return info == nullptr ? "" : known(info)->media_path().c_str();
}
v4lxx_node_role v4lxx_device_info_get_role(const v4lxx_device_info *info)
{
    return info == nullptr ? uint32_t{V4LXX_NODE_ROLE_UNKNOWN} : static_cast<uint32_t>(known(info)->role());
}
uint32_t v4lxx_device_info_get_usb_vendor(const v4lxx_device_info *info)
{
    return info == nullptr ? 0 : known(info)->place().vendor;
}
uint32_t v4lxx_device_info_get_usb_product(const v4lxx_device_info *info)
{
    return info == nullptr ? 0 : known(info)->place().product;
}
uint32_t v4lxx_device_info_get_node_count(const v4lxx_device_info *info)
{
    return info == nullptr ? 0 : static_cast<uint32_t>(known(info)->nodes().size());
}
v4lxx_device_info *v4lxx_device_info_get_node(const v4lxx_device_info *info, uint32_t index)
{
    if (info == nullptr || index >= known(info)->nodes().size())
        return nullptr;
    return borrowed<v4lxx_device_info>(known(info)->nodes()[index].get());
}
uint32_t v4lxx_device_info_get_capabilities(const v4lxx_device_info *info)
{
    return info == nullptr ? 0 : known(info)->capabilities();
}
v4lxx_bool v4lxx_device_info_is_camera(const v4lxx_device_info *info) { return info != nullptr && known(info)->is_camera(); }
v4lxx_bool v4lxx_device_info_is_simulated(const v4lxx_device_info *info)
{
    return info != nullptr && known(info)->is_simulated();
}
const v4lxx_error *v4lxx_device_info_get_error(const v4lxx_device_info *info)
{
    return info == nullptr ? nullptr : reinterpret_cast<const v4lxx_error *>(known(info)->error());
}

v4lxx_status v4lxx_device_list_formats(v4lxx_device *device, v4lxx_format_list **out, v4lxx_error **error)
{
    return hand_out_list(device, "list the formats", out, error, [&](device::Device &open) { return open.formats(); });
}

v4lxx_status v4lxx_device_list_sizes(v4lxx_device *device, uint32_t fourcc, v4lxx_size_list **out, v4lxx_error **error)
{
    return hand_out_list(device, "list the frame sizes", out, error, [&](device::Device &open) { return open.sizes(fourcc); });
}

v4lxx_status v4lxx_device_list_intervals(v4lxx_device *device, uint32_t fourcc, uint32_t width, uint32_t height,
                                         v4lxx_interval_list **out, v4lxx_error **error)
{
    return hand_out_list(device, "list the frame intervals", out, error,
                         [&](device::Device &open) { return open.intervals(fourcc, width, height); });
}

v4lxx_status v4lxx_device_read_format(v4lxx_device *device, v4lxx_format *format, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED_STRUCT(format);
        return inside(device, "ask for the format", error, [&](device::Device &open) -> v4lxx_status {
            auto now = open.format();
            if (!now)
                return fail(error, std::move(now).failure());
            write_versioned(format, public_format(*now));
            return V4LXX_OK;
        });
    });
}

v4lxx_status v4lxx_device_try_format(v4lxx_device *device, v4lxx_format *format, uint32_t *differences, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        return negotiate(device, format, differences, error,
                         [](device::Device &open, const kernel::Format &wanted) { return open.try_format(wanted); });
    });
}

v4lxx_status v4lxx_device_set_format(v4lxx_device *device, v4lxx_format *format, uint32_t *differences, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        return negotiate(device, format, differences, error,
                         [](device::Device &open, const kernel::Format &wanted) { return open.set_format(wanted); });
    });
}

v4lxx_status v4lxx_device_read_interval(v4lxx_device *device, v4lxx_fraction *interval, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(interval);
        return inside(device, "ask for the frame interval", error, [&](device::Device &open) -> v4lxx_status {
            auto now = open.interval();
            if (!now)
                return fail(error, std::move(now).failure());
            *interval = {now->numerator, now->denominator};
            return V4LXX_OK;
        });
    });
}

v4lxx_status v4lxx_device_set_interval(v4lxx_device *device, v4lxx_fraction *interval, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(interval);
        if (interval->numerator == 0 || interval->denominator == 0)
            return fail(error, argument_failure(Code::value_out_of_range, "interval", "an interval is more than 0 seconds"));
        return inside(device, "set the frame interval", error, [&](device::Device &open) -> v4lxx_status {
            auto granted = open.set_interval({interval->numerator, interval->denominator});
            if (!granted)
                return fail(error, std::move(granted).failure());
            *interval = {granted->numerator, granted->denominator};
            return V4LXX_OK;
        });
    });
}

}  // extern "C"
