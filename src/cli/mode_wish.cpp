#include "cli/mode_wish.hpp"

#include <algorithm>

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
    read.wish.flags = (arguments.has("decode") ? uint32_t{V4LXX_WISH_DECODE} : 0) |
                      (arguments.has("strict") ? uint32_t{V4LXX_WISH_STRICT} : 0);
    return read;
}

ModeWish with_wish_of_name(ModeWish wish, const std::string &name)
{
    if (name.compare(0, 4, "sim:") != 0)
        return wish;
    const ModeWish options = wish;
    for (size_t start = 0; start < name.size();) {
        const size_t end = std::min(name.find(',', start), name.size()), equals = std::min(name.find('=', start), end);
        const std::string key = name.substr(start, equals - start);
        const std::string value = name.substr(std::min(equals + 1, end), end - std::min(equals + 1, end));
        start = end + 1;
        const auto size = key == "size" ? parse_size(value) : std::nullopt;
        const auto rate = key == "fps" ? parse_rate(value) : std::nullopt;
        const auto fourcc = key == "format" ? parse_fourcc(value) : std::nullopt;
        if (size && options.wish.width == 0) {
            wish.wish.width = size->width;
            wish.wish.height = size->height;
        }
        if (rate && options.wish.rate.numerator == 0)
            wish.wish.rate = *rate;
        if (fourcc && options.outputs.empty())
            wish.outputs = {*fourcc};
    }
    return wish;
}

}  // namespace v4lxx::cli
