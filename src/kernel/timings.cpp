#include "kernel/timings.hpp"

#include "base/text.hpp"
#include "uapi/videodev2.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>

namespace v4lxx::kernel {

// With sides up to 65535 and each blanking up to 65535 (checked) the totals stay below 2^20, their product below 2^40.
static uint64_t pixels_of(const Timings &t)
{
    const uint64_t across = uint64_t{t.width} + t.hfrontporch + t.hsync + t.hbackporch;
    uint64_t down = uint64_t{t.height} + t.vfrontporch + t.vsync + t.vbackporch;
    if (t.interlaced)
        down += uint64_t{t.il_vfrontporch} + t.il_vsync + t.il_vbackporch;
    return across * down;
}

static bool is_reduced(const Timings &t) { return (t.flags & V4L2_DV_FL_REDUCED_FPS) != 0; }

// The numbers of the fraction, which may need more than 32 bits before they are made smaller.
Fraction picture_rate(const Timings &timings)
{
    uint64_t numerator = timings.pixelclock_hz, denominator = pixels_of(timings);
    if (numerator == 0 || denominator == 0)
        return {};
    if (is_reduced(timings)) {
        numerator *= 1000;
        denominator *= 1001;
    }
    const uint64_t common = std::gcd(numerator, denominator);
    numerator /= common;
    denominator /= common;
    while (numerator > UINT32_MAX || denominator > UINT32_MAX) {
        numerator >>= 1;
        denominator >>= 1;
    }
    if (numerator == 0 || denominator == 0)
        return {};
    return {static_cast<uint32_t>(numerator), static_cast<uint32_t>(denominator)};
}

// Fields per second for interlaced timings, as their names count.
static double named_rate(const Timings &timings)
{
    const Fraction rate = picture_rate(timings);
    if (rate.denominator == 0)
        return 0;
    return static_cast<double>(rate.numerator) / rate.denominator * (timings.interlaced ? 2 : 1);
}

// At most two digits behind the point, in every locale.
static std::string rate_text(double rate)
{
    const auto hundredths = static_cast<uint64_t>(std::llround(rate * 100));
    std::string text = std::to_string(hundredths / 100);
    if (hundredths % 100 != 0) {
        text.append(".").append(std::to_string(hundredths % 100 / 10));
        if (hundredths % 10 != 0)
            text.append(std::to_string(hundredths % 10));
    }
    return text;
}

std::string timings_text(const Timings &timings)
{
    const double rate = named_rate(timings);
    return size_text(timings.width, timings.height) + (timings.interlaced ? "i" : "p") + (rate > 0 ? rate_text(rate) : "");
}

namespace {

// Takes numbers and letters from the front of a text.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}
    bool at_end() const { return rest_.empty(); }
    bool skip(std::string_view either)  // a letter in both cases, or one character
    {
        if (rest_.empty() || either.find(rest_[0]) == std::string_view::npos)
            return false;
        rest_.remove_prefix(1);
        return true;
    }
    std::optional<uint32_t> number()
    {
        uint32_t value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        if (error != std::errc())
            return std::nullopt;
        rest_.remove_prefix(static_cast<size_t>(end - rest_.data()));
        return value;
    }
    // "60", "59.94", "60000/1001"
    std::optional<double> rate()
    {
        const auto whole = number();
        if (!whole)
            return std::nullopt;
        if (!rest_.empty() && rest_[0] == '/') {
            rest_.remove_prefix(1);
            const auto below = number();
            return below && *below != 0 ? std::optional(static_cast<double>(*whole) / *below) : std::nullopt;
        }
        double value = *whole, digit = 0.1;
        if (!rest_.empty() && rest_[0] == '.')
            for (rest_.remove_prefix(1); !rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9';
                 rest_.remove_prefix(1), digit /= 10)
                value += digit * (rest_[0] - '0');
        return value;
    }

private:
    std::string_view rest_;
};

struct Candidate {
    Timings timings;
    double distance;  // of the rate
};

// The rate as listed, or reduced if that comes nearer.
Candidate nearer(const Timings &listed, double rate)
{
    Candidate plain{listed, std::abs(named_rate(listed) - rate)};
    if ((listed.flags & V4L2_DV_FL_CAN_REDUCE_FPS) == 0)
        return plain;
    Candidate reduced = plain;
    reduced.timings.flags |= V4L2_DV_FL_REDUCED_FPS;
    reduced.distance = std::abs(named_rate(reduced.timings) - rate);
    return reduced.distance < plain.distance ? reduced : plain;
}

constexpr double usual_rate = 60;

// Between candidates that are equally near: as listed before reduced, consumer video before monitors.
int preference(const Candidate &candidate)
{
    return (is_reduced(candidate.timings) ? 0 : 2) + ((candidate.timings.flags & V4L2_DV_FL_IS_CE_VIDEO) != 0 ? 1 : 0);
}

}  // namespace

std::optional<TimingsWish> parse_timings(std::string_view text)
{
    Reader reader(text);
    TimingsWish wish;
    const auto width = reader.number();
    if (!width || !reader.skip("xX"))
        return std::nullopt;
    const auto height = reader.number();
    if (!height || *width == 0 || *height == 0)
        return std::nullopt;
    wish.width = *width;
    wish.height = *height;
    wish.interlaced = reader.skip("iI");
    const bool kind_given = wish.interlaced || reader.skip("pP");
    if (reader.at_end())
        return wish;
    const bool at = reader.skip("@");
    if (!at && !kind_given)
        return std::nullopt;
    const auto rate = reader.rate();
    if (!rate || !(*rate > 0) || !reader.at_end())
        return std::nullopt;
    wish.rate = *rate;
    return wish;
}

std::optional<Timings> choose_timings(const std::vector<Timings> &listed, const TimingsWish &wish)
{
    constexpr double nearly_equal = 0.001;
    std::optional<Candidate> best;
    for (const Timings &entry : listed) {
        if (entry.width != wish.width || entry.height != wish.height || entry.interlaced != wish.interlaced)
            continue;
        // Without a rate nothing is reduced: nobody asked for it.
        const Candidate candidate =
            wish.rate > 0 ? nearer(entry, wish.rate) : Candidate{entry, std::abs(named_rate(entry) - usual_rate)};
        if (wish.rate > 0 && candidate.distance >= 0.5)
            continue;
        const double gain = best ? best->distance - candidate.distance : 0;
        if (!best || gain > nearly_equal || (gain > -nearly_equal && preference(candidate) > preference(*best)))
            best = candidate;
    }
    return best ? std::optional(best->timings) : std::nullopt;
}

std::vector<Timings> nearest_timings(const std::vector<Timings> &listed, const TimingsWish &wish, size_t count)
{
    const double rate = wish.rate > 0 ? wish.rate : usual_rate;
    const auto distance = [&](const Timings &t) {
        // A pixel counts as much as a picture per second; an interlaced one for a progressive one is far away.
        return std::abs(static_cast<double>(t.width) - wish.width) + std::abs(static_cast<double>(t.height) - wish.height) +
               std::abs(named_rate(t) - rate) + (t.interlaced != wish.interlaced ? 100 : 0);
    };
    std::vector<Timings> sorted = listed;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Timings &a, const Timings &b) { return distance(a) < distance(b); });
    sorted.resize(std::min(count, sorted.size()));
    return sorted;
}

}  // namespace v4lxx::kernel
