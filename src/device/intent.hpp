// Negotiation by intent: the wish becomes the mode nearest to it, and what the driver made of that is told field by field.
#pragma once

#include "device/mode_ranking.hpp"

namespace v4lxx::device {

struct Settled {
    Mode wanted;               // as wished; zero where nothing was
    Mode chosen;               // what the library asked the driver for
    Mode granted;              // what the device has now
    kernel::Format format;     // the same with all that belongs to it
    uint32_t differences = 0;  // bits of Difference: of the wish
    uint32_t adjusted = 0;     // of what was chosen, or between two answers of the driver
    uint32_t refused = 0;      // better modes that the driver offers and does not grant
    uint32_t steps_down = 0;   // better modes for which the bandwidth was not there
};

// At most three TRY_FMT and S_FMT together on the good path. On failure the device is as it was.
Result<Settled> settle_by_intent(Device &device, const Wish &wish);

}  // namespace v4lxx::device
