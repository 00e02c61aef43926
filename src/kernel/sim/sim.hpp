// Simulated devices behind the same door as real ones. A World holds the devices of one context: the same name, the same
// device.
#pragma once

#include "kernel/kernel.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace v4lxx::kernel::sim {

// Encodes a picture as JPEG: `kernel` may not include `image`, so the function is handed down from above.
// rgb: width * height * 3 bytes. Returns an empty vector when it cannot.
using JpegEncoder = std::function<std::vector<uint8_t>(const uint8_t *rgb, uint32_t width, uint32_t height)>;

class Device;  // device.hpp; C++ tests drive it directly

class World {
public:
    explicit World(JpegEncoder jpeg);
    ~World();
    World(const World &) = delete;
    World &operator=(const World &) = delete;

    static bool is_simulated_name(std::string_view name);  // begins with "sim:"
    // 0 or -errno. On -EINVAL *problem says which parameter or script line is wrong, and *bad_script which of the two it is.
    int open(const char *name, FaultPlan *faults, std::unique_ptr<Node> *out, std::string *problem, bool *bad_script);
    int make_clock(const char *name, std::unique_ptr<DeviceClock> *out);
    int make_monitor(std::unique_ptr<Monitor> *out);  // may not outlive the world
    int reset_usb(std::string_view name);             // as System::reset_usb()
    // As System::simulated_plugging(). A device that nobody has made yet counts as plugged in.
    uint64_t plugging(std::string_view name) const;
    // A mapping that a node made is gone, or a private copy took its place. Addresses of others are ignored.
    void note_unmap(void *address, size_t length);
    // The device of a name, once it was opened; null before.
    std::shared_ptr<Device> find(std::string_view name);
    // Makes the device of a name without opening it, so that a test can give it rules for the first open. Null as open() fails.
    std::shared_ptr<Device> make(std::string_view name, std::string *problem, bool *bad_script);
    // Names offered to people who ask for simulated devices; offer() adds one, and fails as open() does.
    int offer(const char *name, std::string *problem, bool *bad_script);
    std::vector<std::string> offered() const;
    // The other devices that stream on the bus of this one.
    std::vector<Neighbour> streaming_neighbours(std::string_view name) const;
    std::vector<std::string> added() const;  // of those, the ones that offer() added

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace v4lxx::kernel::sim
