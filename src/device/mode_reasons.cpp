#include "device/mode_reasons.hpp"

#include "base/text.hpp"
#include "device/picture_formats.hpp"

namespace v4lxx::device {

static std::string wanted_rate(const Yardstick &yardstick)
{
    return yardstick.wish.has_rate() ? rate_text(yardstick.rate.least_uhz) : "25 to 30 per second";
}

static std::string rate_part(const Candidate &candidate, const Yardstick &yardstick)
{
    const uint64_t uhz = rate_uhz(candidate.mode.interval);
    if (uhz == 0)
        return "the device does not tell its rate";
    return rate_text(uhz) + (uhz < yardstick.rate.least_uhz ? " is slower than " : " is faster than ") + wanted_rate(yardstick);
}

static std::string size_part(const Candidate &candidate, const Yardstick &yardstick)
{
    const Size has = candidate.mode.size;
    const std::string other = size_text(yardstick.size.width, yardstick.size.height);
    if (has.area() != yardstick.size.area())
        return size_text(has.width, has.height) +
               (has.area() < yardstick.size.area() ? " is smaller than " : " is larger than ") + other;
    return size_text(has.width, has.height) + " has another shape than " + other;
}

static std::string format_part(const Candidate &candidate, const Wish &wish)
{
    const uint32_t fourcc = candidate.mode.fourcc;
    if (wish.wants(fourcc))
        return fourcc_name(fourcc) + " stands further down the list of wishes";
    switch (picture_source(fourcc)) {
    case PictureSource::none: return "this build can make no picture of " + fourcc_name(fourcc);
    case PictureSource::grey: return fourcc_name(fourcc) + " has no colour";
    case PictureSource::compressed: return fourcc_name(fourcc) + " has to be decoded";
    default: return fourcc_name(fourcc) + " has to be converted";
    }
}

// Two modes as good as each other: which of the rules for ties decided.
static std::string tie(const Candidate &candidate, const Candidate &best)
{
    if (candidate.mode.size.area() != best.mode.size.area())
        return "as good as the best, but smaller";
    if (rate_uhz(candidate.mode.interval) != rate_uhz(best.mode.interval))
        return "as good as the best, but slower";
    return "as good as the best; the device names that one first";
}

static void append(std::string &text, const std::string &part, uint32_t points)
{
    text += (text.empty() ? "" : "; ") + part + " (" + std::to_string(points) + ")";
}

std::string reason_of(const Candidate &candidate, const Candidate &best, const Yardstick &yardstick)
{
    const Wish &wish = yardstick.wish;
    switch (candidate.verdict) {
    case Verdict::format_not_wanted: return "not one of the formats wished for";
    case Verdict::no_picture: return "this build can make no picture of it";
    case Verdict::size_differs: return "not the size wished for, " + size_text(wish.width, wish.height);
    case Verdict::rate_differs: return "not the rate wished for, " + rate_text(yardstick.rate.least_uhz);
    default: break;
    }
    std::string text;
    if (candidate.penalty.size != 0)
        append(text, size_part(candidate, yardstick), candidate.penalty.size);
    if (candidate.penalty.rate != 0)
        append(text, rate_part(candidate, yardstick), candidate.penalty.rate);
    if (candidate.penalty.format != 0)
        append(text, format_part(candidate, wish), candidate.penalty.format);
    if (candidate.verdict == Verdict::best)
        return text.empty() ? "as wished for" : text;
    if (candidate.penalty.total() == best.penalty.total())
        return tie(candidate, best);
    return text;
}

}  // namespace v4lxx::device
