/* SPDX-License-Identifier: MIT */
/** @file What is known of a device without streaming, and the list of devices. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_DEVICE_INFO_HPP
#define V4LXX_CPP_DEVICE_INFO_HPP

#include <v4lxx/cpp/error.hpp>
#include <v4lxx/cpp/handle.hpp>
#include <v4lxx/cpp/list.hpp>

#include <v4lxx/context.h>
#include <v4lxx/device.h>

#include <cstdint>
#include <string_view>

namespace v4lxx {

/** What is known of a node. Immutable; a copy is one more reference. Texts are UTF-8 and live as long as a reference. */
class DeviceInfo : public Shared<v4lxx_device_info, v4lxx_device_info_ref, v4lxx_device_info_unref> {
public:
    using Shared::Shared;

    /** One more reference of a snapshot that the C API lent. */
    [[nodiscard]] static DeviceInfo borrow(v4lxx_device_info *info) noexcept { return DeviceInfo(v4lxx_device_info_ref(info)); }

    /** The name that opens the node, such as "/dev/video0"; "" if it was opened by descriptor. */
    [[nodiscard]] std::string_view path() const noexcept { return v4lxx_device_info_get_path(get()); }
    /** Its name for people, such as "HD Pro Webcam C920". */
    [[nodiscard]] std::string_view card() const noexcept { return v4lxx_device_info_get_card(get()); }
    /** The name of the driver, such as "uvcvideo". */
    [[nodiscard]] std::string_view driver() const noexcept { return v4lxx_device_info_get_driver(get()); }
    /** Where it is plugged in, such as "usb-0000:00:14.0-2". */
    [[nodiscard]] std::string_view bus() const noexcept { return v4lxx_device_info_get_bus(get()); }
    /** The name that stays the same over replugging and reboots. */
    [[nodiscard]] std::string_view id() const noexcept { return v4lxx_device_info_get_id(get()); }
    /** Serial number of a USB device; "" if there is none. */
    [[nodiscard]] std::string_view serial() const noexcept { return v4lxx_device_info_get_serial(get()); }
    /** The media controller node, such as "/dev/media0"; "" if there is none. */
    [[nodiscard]] std::string_view media_path() const noexcept { return v4lxx_device_info_get_media_path(get()); }
    /** What the node is for: one of ::v4lxx_node_role_values. */
    [[nodiscard]] v4lxx_node_role role() const noexcept { return v4lxx_device_info_get_role(get()); }
    /** USB vendor number, or 0. */
    [[nodiscard]] std::uint32_t usb_vendor() const noexcept { return v4lxx_device_info_get_usb_vendor(get()); }
    /** USB product number, or 0. */
    [[nodiscard]] std::uint32_t usb_product() const noexcept { return v4lxx_device_info_get_usb_product(get()); }
    /** Bits of ::v4lxx_capability_values; 0 if the node could not be asked. */
    [[nodiscard]] v4lxx_capability capabilities() const noexcept { return v4lxx_device_info_get_capabilities(get()); }
    /** Whether it can capture video by streaming. */
    [[nodiscard]] bool is_camera() const noexcept { return v4lxx_device_info_is_camera(get()) != 0; }
    /** Whether it is simulated. */
    [[nodiscard]] bool is_simulated() const noexcept { return v4lxx_device_info_is_simulated(get()) != 0; }
    /** Nodes of the physical device; 0 if this is not an entry of a list. */
    [[nodiscard]] std::uint32_t node_count() const noexcept { return v4lxx_device_info_get_node_count(get()); }
    /** One node of the physical device; empty if the index is too large. */
    [[nodiscard]] DeviceInfo node(std::uint32_t index) const noexcept
    {
        return borrow(v4lxx_device_info_get_node(get(), index));
    }
    /** Why the node could not be asked, for people; "" if it could. */
    [[nodiscard]] std::string_view problem() const noexcept
    {
        return v4lxx_error_get_message(v4lxx_device_info_get_error(get()));
    }
    /** The same as a code, or 0. */
    [[nodiscard]] Code problem_code() const noexcept { return v4lxx_error_get_code(v4lxx_device_info_get_error(get())); }
};

/** The devices of the machine, real ones first. */
class DeviceList : public Unique<v4lxx_device_list, v4lxx_device_list_unref>, public Listed<DeviceList, DeviceInfo> {
public:
    using Unique::Unique;

    /** Why the list is empty, with what to try; "" if it is not. Lives as long as the list. */
    [[nodiscard]] std::string_view note() const noexcept { return v4lxx_device_list_get_note(get()); }

private:
    friend Listed;
    [[nodiscard]] std::uint32_t count() const noexcept { return v4lxx_device_list_get_count(get()); }
    [[nodiscard]] DeviceInfo entry(std::uint32_t index) const noexcept
    {
        return DeviceInfo::borrow(v4lxx_device_list_get(get(), index));
    }
};

}  // namespace v4lxx

#endif
