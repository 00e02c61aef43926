// Handles are the C++ objects themselves under an opaque name; which is which is said once, here.
#pragma once

#include "base/error_report.hpp"
#include "base/log.hpp"
#include "device/control.hpp"
#include "device/device.hpp"
#include "device/discovery.hpp"
#include "device/dv_timings.hpp"
#include "device/finding.hpp"
#include "device/mode_ranking.hpp"
#include "kernel/inputs.hpp"
#include "stream/group.hpp"
#include "stream/held.hpp"
#include "stream/loop.hpp"

#include <v4lxx/v4lxx.h>

#include <vector>

namespace v4lxx::capi {

// Immutable snapshots as objects.
template <class T>
class List final : public Object {
public:
    explicit List(std::vector<T> all) : entries(std::move(all)) {}
    const std::vector<T> entries;
};

template <class Handle>
struct ObjectOf;
template <>
struct ObjectOf<v4lxx_context> {
    using type = device::Context;
};
template <>
struct ObjectOf<v4lxx_device> {
    using type = device::Device;
};
template <>
struct ObjectOf<v4lxx_device_info> {
    using type = device::DeviceInfo;
};
template <>
struct ObjectOf<v4lxx_device_list> {
    using type = device::DeviceList;
};
template <>
struct ObjectOf<v4lxx_format_list> {
    using type = List<kernel::FormatDescription>;
};
template <>
struct ObjectOf<v4lxx_size_list> {
    using type = List<kernel::SizeRange>;
};
template <>
struct ObjectOf<v4lxx_interval_list> {
    using type = List<kernel::IntervalRange>;
};
template <>
struct ObjectOf<v4lxx_input_list> {
    using type = List<kernel::Input>;
};
template <>
struct ObjectOf<v4lxx_standard_list> {
    using type = List<kernel::Standard>;
};
template <>
struct ObjectOf<v4lxx_timings_list> {
    using type = List<device::ListedTimings>;
};
template <>
struct ObjectOf<v4lxx_control> {
    using type = device::Control;
};
template <>
struct ObjectOf<v4lxx_control_list> {
    using type = device::ControlList;
};
template <>
struct ObjectOf<v4lxx_mode_list> {
    using type = List<device::Candidate>;
};
template <>
struct ObjectOf<v4lxx_held_list> {
    using type = List<stream::HeldFrame>;
};
template <>
struct ObjectOf<v4lxx_stream> {
    using type = stream::Stream;
};
template <>
struct ObjectOf<v4lxx_frame> {
    using type = stream::Frame;
};
template <>
struct ObjectOf<v4lxx_group> {
    using type = stream::Group;
};
template <>
struct ObjectOf<v4lxx_frame_set> {
    using type = stream::FrameSet;
};
template <>
struct ObjectOf<v4lxx_event> {
    using type = stream::Event;
};
template <>
struct ObjectOf<v4lxx_bytes> {
    using type = List<uint8_t>;
};
template <>
struct ObjectOf<v4lxx_log_record> {
    using type = LogRecord;
};
template <>
struct ObjectOf<v4lxx_examination> {
    using type = device::Examination;
};
template <>
struct ObjectOf<v4lxx_error> {
    using type = ErrorReport;
};

template <class Handle>
typename ObjectOf<Handle>::type *object(Handle *handle) noexcept
{
    return reinterpret_cast<typename ObjectOf<Handle>::type *>(handle);
}

template <class Handle>
const typename ObjectOf<Handle>::type *object(const Handle *handle) noexcept
{
    return reinterpret_cast<const typename ObjectOf<Handle>::type *>(handle);
}

// Gives a reference away to the caller of the C API.
template <class Handle, class T>
Handle *handle(Ref<T> owned) noexcept
{
    static_assert(std::is_same_v<T, typename ObjectOf<Handle>::type>);
    return reinterpret_cast<Handle *>(owned.release());
}

// Lends a pointer to the caller of the C API.
template <class Handle, class T>
Handle *borrowed(T *lent) noexcept
{
    static_assert(std::is_same_v<T, typename ObjectOf<Handle>::type>);
    return reinterpret_cast<Handle *>(lent);
}

template <class Handle>
Handle *ref(Handle *handle) noexcept
{
    if (handle != nullptr)
        object(handle)->ref();
    return handle;
}

template <class Handle>
void unref(Handle *handle) noexcept
{
    if (handle != nullptr)
        object(handle)->unref();
}

}  // namespace v4lxx::capi
