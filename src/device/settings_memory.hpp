// What was set through a handle, in the order in which it was last set, so that the same device can be set so again when it is back.
#pragma once

#include "base/result.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <mutex>
#include <vector>

namespace v4lxx::device {

class Device;

class SettingsMemory {
public:
    enum class Kind : uint8_t { control, input, standard, timings, selection };
    struct Setting {
        Kind kind;
        uint64_t which;  // of its kind: the id of the control, the target of the rectangle
        std::function<Result<void>(Device &)> again;
    };

    // `set` sets it again on a device; what it answers beside a failure is nobody's.
    template <class Set>
    void remember(Kind kind, uint64_t which, Set set)
    {
        remember({kind, which, [set = std::move(set)](Device &device) -> Result<void> {
                      auto done = set(device);
                      return done ? Result<void>() : std::move(done).failure();
                  }});
    }
    std::vector<Setting> all() const
    {
        std::lock_guard lock(mutex_);
        return settings_;
    }

private:
    void remember(Setting setting)
    {
        std::lock_guard lock(mutex_);
        std::erase_if(settings_, [&](const Setting &old) { return old.kind == setting.kind && old.which == setting.which; });
        settings_.push_back(std::move(setting));
    }

    mutable std::mutex mutex_;  // guards settings_; nothing is locked before it or under it
    std::vector<Setting> settings_;
};

}  // namespace v4lxx::device
