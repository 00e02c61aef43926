// What the options of a command wish of a camera, as the library understands it.
#pragma once

#include "cli/arguments.hpp"
#include "cli/library.hpp"

namespace v4lxx::cli {

struct ModeWish {
    v4lxx_wish wish = V4LXX_WISH_INIT;
    std::vector<uint32_t> outputs;

    uint32_t output_count() const { return static_cast<uint32_t>(outputs.size()); }
    bool is_strict() const { return (wish.flags & V4LXX_WISH_STRICT) != 0; }
};

// --size, --fps, --format (one, or several joined by commas), --decode and --strict, as far as the command has them.
ModeWish read_mode_wish(const Arguments &arguments);
// The name of a simulated camera wishes, too, where the options do not: "sim:camera,size=640x480".
ModeWish with_wish_of_name(ModeWish wish, const std::string &name);
// A receiver scales to whatever it is asked for. Where nobody asks, its pictures stay as large as the signal it was set to.
ModeWish with_size_of_signal(ModeWish wish, const Device &device);

}  // namespace v4lxx::cli
