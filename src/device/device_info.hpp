// What is known of a node without streaming from it: a snapshot that never changes once it was handed out. The entry of a list is the
// node a program would open, with all nodes of the same physical device.
#pragma once

#include "base/error_report.hpp"
#include "base/object.hpp"
#include "device/place.hpp"
#include "device/role.hpp"
#include "kernel/formats.hpp"

#include <memory>
#include <string>
#include <vector>

namespace v4lxx::device {

class DeviceInfo : public Object {
public:
    DeviceInfo(std::string path, const kernel::Capability &capability, bool simulated);
    // A node that could not be asked stays known, with the reason.
    DeviceInfo(std::string path, std::string card, bool simulated, Failure why);
    // A node that is known by name only and is not opened: a sub-device.
    DeviceInfo(std::string path, std::string card, Role role);
    // The entry of a physical device: what is said of `main`, and the nodes.
    DeviceInfo(const DeviceInfo &main, std::vector<Ref<DeviceInfo>> nodes, std::string id, std::string media_path);

    // Before anybody else sees it.
    void identify(const Place &place, std::string id);

    const std::string &path() const { return path_; }
    const std::string &card() const { return card_; }
    const std::string &driver() const { return driver_; }
    const std::string &bus() const { return bus_; }
    const std::string &id() const { return id_; }  // empty if it was not looked for
    const Place &place() const { return place_; }
    const std::string &media_path() const { return media_path_; }
    uint32_t capabilities() const { return capabilities_; }
    Role role() const { return role_; }
    bool is_simulated() const { return simulated_; }
    bool is_camera() const;  // captures video by streaming
    bool captures_video() const;
    kernel::Api api() const;
    const ErrorReport *error() const { return error_.get(); }  // null if all is well
    const std::vector<Ref<DeviceInfo>> &nodes() const { return nodes_; }
    std::string label() const;  // "HD Pro Webcam C920" (/dev/video2)

private:
    std::string path_, card_, driver_, bus_, id_, media_path_;
    Place place_;
    uint32_t capabilities_ = 0;
    Role role_ = Role::unknown;
    bool simulated_ = false;
    std::shared_ptr<const ErrorReport> error_;
    std::vector<Ref<DeviceInfo>> nodes_;
};

}  // namespace v4lxx::device
