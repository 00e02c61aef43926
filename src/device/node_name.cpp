#include "device/node_name.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>

namespace v4lxx::device {

// As udev names them, in the order of Family.
static constexpr std::string_view families[] = {"video", "vbi", "radio", "swradio", "v4l-touch", "v4l-subdev"};

static std::optional<NodeName> parse(const std::string &name)
{
    for (size_t i = 0; i < std::size(families); i++) {
        if (name.compare(0, families[i].size(), families[i]) != 0)
            continue;
        uint32_t number = 0;
        const char *end = name.data() + name.size();
        const auto [rest, error] = std::from_chars(name.data() + families[i].size(), end, number);
        if (error == std::errc() && rest == end)
            return NodeName{static_cast<Family>(i), number, name};
    }
    return std::nullopt;
}

std::vector<NodeName> node_names(const std::vector<std::string> &names)
{
    std::vector<NodeName> nodes;
    for (const std::string &name : names)
        if (auto node = parse(name))
            nodes.push_back(*std::move(node));
    std::sort(nodes.begin(), nodes.end(), [](const NodeName &a, const NodeName &b) {
        return a.family != b.family ? a.family < b.family : a.number < b.number;
    });
    return nodes;
}

}  // namespace v4lxx::device
