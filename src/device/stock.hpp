// The devices there are at one moment, with what it takes to tell later what has become of each.
#pragma once

#include "device/discovery.hpp"

#include <string>
#include <vector>

namespace v4lxx::device {

enum class ChangeKind : uint8_t { added, removed, changed };

struct Change {
    ChangeKind kind;
    Ref<DeviceInfo> device;  // as it is now; as it was, if it was removed
};

// A node as it was when it was looked at.
struct SeenNode {
    std::string name;           // path, or name of a simulated device
    uint64_t instance = 0;      // another number: another device, or this one plugged in again
    int64_t changed_ns = 0;     // when its owner, mode or access list were set
    Ref<DeviceInfo> node = {};  // what it answered, without a name; null: it cannot be used yet, or not any more
};

using SeenNodes = std::vector<SeenNode>;

struct Stock {
    SeenNodes real = {}, simulated = {};  // in the order in which they are listed
    std::vector<Ref<DeviceInfo>> devices = {};
    uint32_t unready = 0;  // so many nodes could not be asked for a reason that may pass by itself
};

// Looks at one half of what there is, and takes the rest from before. Only nodes that came since, or got other access rights, or could not be
// asked, are opened. Fails if it cannot be told which nodes there are.
Result<Stock> take_stock(Context &context, const Stock &before, bool real, bool simulated);

// Each physical device once, or twice where another took its place: what was removed, then what was added, then what changed.
std::vector<Change> changes_between(const Stock &before, const Stock &now);

}  // namespace v4lxx::device
