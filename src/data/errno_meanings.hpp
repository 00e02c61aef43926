// What an errno means when a call answers it. The data is errno_meanings.yaml; errno_meanings.inc is generated from it.
#pragma once

#include "base/status_codes.hpp"

#include <string_view>

namespace v4lxx {

// What the handle that made the call is doing, where that decides what an errno means.
enum class DeviceState : uint8_t {
    any,
    streaming,  // a stream of this handle runs
    holding,    // none runs, but frames of the last one are still held
};

struct ErrnoMeaning {
    const char *call;  // "VIDIOC_S_FMT", "open"; "any"
    int error;
    DeviceState state;
    Code code;
    const char *cause;  // "" : the meaning of the code says it all
    bool checked;       // the cause follows from the answer itself
};

// The most specific row; null if the table has none, not even for any call.
const ErrnoMeaning *find_errno_meaning(std::string_view call, int error, DeviceState state);

}  // namespace v4lxx
