#include "cli/mode_wish.hpp"

#include "cli/input_words.hpp"

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

static bool is_receiver(const Device &device)
{
    uint32_t selected = 0;
    v4lxx_input_list *raw = nullptr;
    if (v4lxx_device_read_input(device.get(), &selected, nullptr) != V4LXX_OK ||
        v4lxx_device_list_inputs(device.get(), &raw, nullptr) != V4LXX_OK)
        return false;
    const InputList list(raw);
    for (uint32_t i = 0; i < v4lxx_input_list_get_count(raw); i++)
        if (const v4lxx_input_info input = input_at(list, i); input.index == selected)
            return (input.capabilities & (V4LXX_INPUT_HAS_TIMINGS | V4LXX_INPUT_HAS_STANDARDS)) != 0;
    return false;
}

ModeWish with_size_of_signal(ModeWish wish, const Device &device)
{
    v4lxx_format now = V4LXX_FORMAT_INIT;
    if (wish.wish.width == 0 && is_receiver(device) && v4lxx_device_read_format(device.get(), &now, nullptr) == V4LXX_OK) {
        wish.wish.width = now.width;
        wish.wish.height = now.height;
    }
    return wish;
}

}  // namespace v4lxx::cli
