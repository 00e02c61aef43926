#include "device/format_names.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace v4lxx::device {

std::string format_names(std::span<const kernel::FormatDescription> formats)
{
    constexpr size_t most_named = 16;
    std::vector<std::string> names;
    for (const auto &format : formats.first(std::min(formats.size(), most_named))) {
        std::string name = fourcc_name(format.fourcc);
        name.erase(name.find_last_not_of(' ') + 1);
        names.push_back(std::move(name));
    }
    return listed(names, formats.size() - names.size());
}

}  // namespace v4lxx::device
