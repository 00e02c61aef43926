#include "device/device_info.hpp"

#include "uapi/videodev2.hpp"

namespace v4lxx::device {

DeviceInfo::DeviceInfo(std::string path, const kernel::Capability &capability, bool simulated)
    : path_(std::move(path)), card_(capability.card), driver_(capability.driver), bus_(capability.bus),
      capabilities_(capability.device_caps), role_(role_of(capability.device_caps)), simulated_(simulated)
{
}

DeviceInfo::DeviceInfo(std::string path, std::string card, bool simulated, Failure why)
    : path_(std::move(path)), card_(std::move(card)), simulated_(simulated),
      error_(std::make_shared<ErrorReport>(std::move(why)))
{
}

DeviceInfo::DeviceInfo(std::string path, std::string card, Role role)
    : path_(std::move(path)), card_(std::move(card)), role_(role)
{
}

DeviceInfo::DeviceInfo(const DeviceInfo &main, std::vector<Ref<DeviceInfo>> nodes, std::string id, std::string media_path)
    : path_(main.path_), card_(main.card_), driver_(main.driver_), bus_(main.bus_), id_(std::move(id)),
      media_path_(std::move(media_path)), place_(main.place_), capabilities_(main.capabilities_), role_(main.role_),
      simulated_(main.simulated_), error_(main.error_), nodes_(std::move(nodes))
{
}

void DeviceInfo::identify(const Place &place, std::string id)
{
    place_ = place;
    id_ = std::move(id);
}

bool DeviceInfo::captures_video() const
{
    return (capabilities_ & (V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_VIDEO_CAPTURE_MPLANE)) != 0;
}

// Touch surfaces stream "video" of pressure values; they are no cameras.
bool DeviceInfo::is_camera() const
{
    return captures_video() && (capabilities_ & V4L2_CAP_STREAMING) != 0 && (capabilities_ & V4L2_CAP_TOUCH) == 0;
}

kernel::Api DeviceInfo::api() const
{
    return capabilities_ & V4L2_CAP_VIDEO_CAPTURE_MPLANE ? kernel::Api::multi_planar : kernel::Api::single_planar;
}

std::string DeviceInfo::label() const
{
    if (card_.empty())
        return path_;
    return path_.empty() ? '"' + card_ + '"' : '"' + card_ + "\" (" + path_ + ")";
}

}  // namespace v4lxx::device
