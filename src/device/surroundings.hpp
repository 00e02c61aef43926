// Where this process runs, as far as that explains why it sees no device or may not open one. Only what was found is said.
#pragma once

#include "kernel/kernel.hpp"

#include <string>

namespace v4lxx::device {

enum class Surroundings : uint8_t { plain, container, flatpak, snap, wsl };

struct Evidence {
    Surroundings kind = Surroundings::plain;
    std::string words;  // "a container (/.dockerenv exists)"; empty for plain
};

Evidence look_around(kernel::System &system);

struct Absence {
    std::string why, advice;

    std::string text() const { return advice.empty() ? why : why + "\n  try:    " + advice; }
};

// Why a list is empty, with what to do; `nodes`: there are nodes, but none that captures video.
Absence why_no_devices(kernel::System &system, bool nodes);

}  // namespace v4lxx::device
