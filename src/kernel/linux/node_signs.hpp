// What the kernel says of devices that come and go, as bytes: which of it is about video nodes. Others may write such bytes, too, so they are
// only ever a reason to look.
#pragma once

#include <cstddef>
#include <linux/netlink.h>
#include <string_view>

namespace v4lxx::kernel {

// A message of NETLINK_KOBJECT_UEVENT: "add@/devices/..." and KEY=VALUE, each with a NUL behind it.
bool is_uevent_of_video(std::string_view message);
// Any program with the right to may send one to the same group.
bool is_from_kernel(const sockaddr_nl &sender, size_t sender_size);
// What inotify reports of /dev, one entry behind the other. Reports that were lost count.
bool has_video_node(std::string_view entries);
bool is_video_node(std::string_view name);  // "video0", "v4l-subdev3", "media1"

}  // namespace v4lxx::kernel
