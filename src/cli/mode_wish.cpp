#include "cli/mode_wish.hpp"

namespace v4lxx::cli {

ModeWish read_mode_wish(const Arguments &arguments)
{
    ModeWish read;
    if (const auto size = arguments.size("size")) {
        read.wish.width = size->width;
        read.wish.height = size->height;
    }
    read.wish.rate = arguments.rate("fps").value_or(v4lxx_fraction{0, 0});
    read.outputs = arguments.fourccs("format");
    read.wish.flags = (arguments.has("decode") ? V4LXX_WISH_DECODE : 0u) | (arguments.has("strict") ? V4LXX_WISH_STRICT : 0u);
    return read;
}

}  // namespace v4lxx::cli
