// What is known of a node without streaming from it: a snapshot that never changes.
#pragma once

#include "base/error_report.hpp"
#include "base/object.hpp"
#include "kernel/formats.hpp"

#include <memory>
#include <string>

namespace v4lxx::device {

class DeviceInfo : public Object {
public:
    DeviceInfo(std::string path, const kernel::Capability &capability, bool simulated);
    // A node that could not be asked stays known, with the reason.
    DeviceInfo(std::string path, std::string card, bool simulated, Failure why);

    const std::string &path() const { return path_; }
    const std::string &card() const { return card_; }
    const std::string &driver() const { return driver_; }
    const std::string &bus() const { return bus_; }
    uint32_t capabilities() const { return capabilities_; }
    bool is_simulated() const { return simulated_; }
    bool is_camera() const;  // captures video by streaming
    bool captures_video() const;
    kernel::Api api() const;
    const ErrorReport *error() const { return error_.get(); }  // null if all is well
    std::string label() const;                                 // "HD Pro Webcam C920" (/dev/video2)

private:
    std::string path_, card_, driver_, bus_;
    uint32_t capabilities_ = 0;
    bool simulated_ = false;
    std::unique_ptr<ErrorReport> error_;
};

}  // namespace v4lxx::device
