#include "device/bandwidth.hpp"

#include "base/text.hpp"
#include "data/pixel_format.hpp"
#include "device/bus_neighbours.hpp"

#include <algorithm>

namespace v4lxx::device {

static constexpr uint64_t usual_uhz = 30'000'000;  // where a device does not tell its rate
static constexpr uint64_t compressed_bits_per_pixel = 2;

// Bits of one pixel with all its planes, in sixteenths, so that 4:1:0 is whole.
static uint64_t sixteenths_of_bits(uint32_t fourcc)
{
    const data::PixelFormat *format = data::find_pixel_format(fourcc);
    if (format == nullptr || !data::is_linear(*format))
        return compressed_bits_per_pixel * 16;
    uint64_t bits = uint64_t{format->bits_per_pixel[0]} * 16;
    for (uint32_t plane = 1; plane < format->plane_count; plane++)
        bits += uint64_t{format->bits_per_pixel[plane]} * 16 /
                (uint64_t{format->horizontal_subsampling} * format->vertical_subsampling);
    return bits;
}

// Below 2^64: 2^35 kilobytes for a frame of 65535x65535, 2^22 thousandths of a frame per second.
uint64_t bytes_per_second(const Mode &mode)
{
    const uint64_t uhz = rate_uhz(mode.interval) != 0 ? rate_uhz(mode.interval) : usual_uhz;
    const uint64_t frame = mode.size.area() * sixteenths_of_bits(mode.fourcc) / (uint64_t{16} * 8);
    return frame * std::min<uint64_t>(uhz / 1000, 4'000'000) / 1000;
}

const Candidate *best_cheaper(const std::vector<Candidate> &candidates, const Mode &than)
{
    const uint64_t cost = bytes_per_second(than);
    for (const Candidate &candidate : candidates)
        if (candidate.is_acceptable() && bytes_per_second(candidate.mode) < cost)
            return &candidate;
    return nullptr;
}

Result<Mode> current_mode(Device &device)
{
    auto format = device.format();
    if (!format)
        return std::move(format).failure();
    Mode mode{format->fourcc, {format->width, format->height}, {}};
    if (auto interval = device.interval())
        mode.interval = *interval;
    return mode;
}

Result<std::optional<Mode>> next_cheaper(Device &device, const Mode &than)
{
    Wish wish;
    wish.width = than.size.width;
    wish.height = than.size.height;
    wish.rate = {than.interval.denominator, than.interval.numerator};
    wish.decode = true;
    auto ranked = rank_modes(device, wish);
    if (!ranked)
        return std::move(ranked).failure();
    const Candidate *cheaper = best_cheaper(*ranked, than);
    return cheaper == nullptr ? std::nullopt : std::optional(cheaper->mode);
}

static std::string proposal(Device &device)
{
    auto now = current_mode(device);
    if (!now)
        return {};
    auto cheaper = next_cheaper(device, *now);
    if (!cheaper || !*cheaper)
        return {};
    const uint64_t needs = std::max<uint64_t>(bytes_per_second(*now) / 100, 1);
    const uint64_t part = std::max<uint64_t>(bytes_per_second(**cheaper) / needs, 1);
    return "Ask for " + mode_text(**cheaper) + ", which needs about " + std::to_string(part) + " % of the bandwidth of " +
           mode_text(*now) + ", or use another USB port.";
}

Failure explain_bandwidth(Device &device, Failure failure)
{
    const BusNeighbours found = find_bus_neighbours(device);
    if (!found.words.empty()) {
        constexpr size_t most_named = 4;
        const size_t named = std::min(found.words.size(), most_named);
        const std::vector<std::string> shown(found.words.begin(), found.words.begin() + static_cast<std::ptrdiff_t>(named));
        failure.cause = "on the same USB controller, " + listed(shown, found.words.size() - named, "; ", "; and ");
        failure.cause_checked = true;
    } else if (found.known) {
        failure.cause =
            "no other camera is in use on the same USB controller: this mode alone is too much for it, or a device of "
            "another kind takes part of it";
    }
    failure.advice = proposal(device);
    return failure;
}

}  // namespace v4lxx::device
