#include "device/refused_format.hpp"

#include "base/text.hpp"
#include "device/format_names.hpp"
#include "device/mode_penalty.hpp"

#include <algorithm>

namespace v4lxx::device {

static Size nearest_of(const std::vector<kernel::SizeRange> &ranges, Size wanted)
{
    Size best = nearest_size(ranges.front(), wanted);
    for (const kernel::SizeRange &range : ranges)
        if (const Size size = nearest_size(range, wanted); size_distance(wanted, size) < size_distance(wanted, best))
            best = size;
    return best;
}

static Failure checked(Failure failure, const char *field, std::string cause)
{
    failure.field = field;
    failure.cause = std::move(cause);
    failure.cause_checked = true;
    return failure;
}

Failure explain_refused_format(Device &device, const kernel::Format &refused, Failure failure)
{
    const auto formats = device.formats();
    if (!formats || formats->empty())
        return failure;
    const std::string name = fourcc_name(refused.fourcc);
    if (std::none_of(formats->begin(), formats->end(), [&](const auto &format) { return format.fourcc == refused.fourcc; }))
        return checked(std::move(failure), "fourcc",
                       "it does not list the pixel format " + name + ", but " + format_names(*formats));
    const auto ranges = device.sizes(refused.fourcc);
    if (!ranges || ranges->empty())
        return failure;
    const Size wanted{refused.width, refused.height}, nearest = nearest_of(*ranges, wanted);
    const std::string size = size_text(wanted.width, wanted.height);
    if (nearest == wanted)
        return checked(std::move(failure), "", "it lists " + name + " " + size + ", and refuses it all the same");
    return checked(std::move(failure), nearest.width != wanted.width ? "width" : "height",
                   "it does not list " + size + " in " + name + "; the nearest is " + size_text(nearest.width, nearest.height));
}

}  // namespace v4lxx::device
