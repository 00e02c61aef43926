// What a context tells besides frames: of devices that come and go, and of streams.
#pragma once

#include "base/status_codes.hpp"
#include "device/device_info.hpp"

namespace v4lxx::stream {

// Numbers are those of v4lxx_event_kind_values.
enum class EventKind : uint32_t {
    device_added = 1,
    device_removed = 2,
    device_changed = 3,
    source_changed = 4,
    ended = 5,
    slow_program = 6,
    device_lost = 7,
    device_back = 8,
    other_refused = 9,
    left_loop = 10,
    stalled = 11
};

class Event final : public Object {
public:
    struct Facts {
        EventKind kind{};
        int64_t time_ns = 0;
        uint64_t tag = 0;                                                       // of the stream, in its loop
        uint32_t changes = 0;                                                   // of the source
        uint32_t old_width = 0, old_height = 0, new_width = 0, new_height = 0;  // of the source
        uint64_t frames_lost = 0, frames_delivered = 0;
        int64_t span_ns = 0;
        uint32_t attempts = 0;
        Code code{};
    };
    Event(const Facts &facts, Ref<device::DeviceInfo> device, std::string text)
        : facts_(facts), device_(std::move(device)), text_(std::move(text))
    {
    }
    const Facts &facts() const { return facts_; }
    const Ref<device::DeviceInfo> &device() const { return device_; }  // never null
    const std::string &text() const { return text_; }                  // a sentence for people

private:
    const Facts facts_;
    const Ref<device::DeviceInfo> device_;
    const std::string text_;
};

}  // namespace v4lxx::stream
