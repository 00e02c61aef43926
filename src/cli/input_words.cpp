#include "cli/input_words.hpp"

#include <cstdio>

namespace v4lxx::cli {

v4lxx_input_info input_at(const InputList &list, uint32_t index)
{
    Details details;
    v4lxx_input_info info = V4LXX_INPUT_INFO_INIT;
    details.check(v4lxx_input_list_at(list.get(), index, &info, details.out()));
    return info;
}

std::string input_kind_word(const v4lxx_input_info &info)
{
    if (info.type == V4LXX_INPUT_TUNER)
        return "tuner";
    if (info.type == V4LXX_INPUT_TOUCH)
        return "touch";
    if (info.type != V4LXX_INPUT_CAMERA)
        return "input of type " + std::to_string(info.type);
    if ((info.capabilities & V4LXX_INPUT_HAS_TIMINGS) != 0)
        return "digital";
    return (info.capabilities & V4LXX_INPUT_HAS_STANDARDS) != 0 ? "analog" : "camera";
}

std::vector<std::string> input_status_words(uint32_t status)
{
    std::vector<std::string> words;
    for (uint32_t bit = 1; bit != 0; bit <<= 1) {
        if ((status & bit) == 0)
            continue;
        const char *text = v4lxx_input_status_get_text(bit);
        char number[16];
        std::snprintf(number, sizeof(number), "0x%08x", bit);
        words.emplace_back(text[0] != 0 ? text : number);
    }
    return words;
}

}  // namespace v4lxx::cli
