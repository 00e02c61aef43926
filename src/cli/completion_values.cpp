// What the words in the help texts stand for: FOURCC, WxH, RATE, FILE, and choices such as png|jpg|raw.
#include "cli/completion.hpp"
#include "cli/device_offer.hpp"
#include "cli/words.hpp"

#include <algorithm>
#include <optional>

namespace v4lxx::cli {

namespace {

using Candidates = std::vector<Candidate>;

void add_once(Candidates &all, Candidate candidate)
{
    const auto same = [&](const Candidate &other) { return other.word == candidate.word; };
    if (!candidate.word.empty() && std::none_of(all.begin(), all.end(), same))
        all.push_back(std::move(candidate));
}

// What the typed device offers; nothing without a device, or when it cannot be asked: the commands themselves tell why.
std::optional<DeviceOffer> offer_of(const Typed &typed)
{
    const std::string device = typed.device();
    if (device.empty())
        return std::nullopt;
    try {
        return read_offer(open_device(create_context(), device.c_str()));
    } catch (const Stop &) {
        return std::nullopt;
    }
}

std::string format_name(uint32_t fourcc)
{
    const std::string name = v4lxx_pixel_format_get_name(fourcc);
    return name.empty() ? fourcc_word(fourcc) : name;
}

Candidates formats(const Typed &typed)
{
    Candidates all;
    if (const auto offer = offer_of(typed)) {
        for (const OfferedFormat &format : offer->formats)
            add_once(all, {format_name(format.fourcc), format.description});
        return all;
    }
    for (uint32_t index = 0; index < v4lxx_pixel_format_get_count(); ++index)
        add_once(all, {format_name(v4lxx_pixel_format_get_fourcc(index)), ""});
    return all;
}

// Sizes of the format that was asked for, or of all.
std::vector<OfferedSize> offered_sizes(const DeviceOffer &offer, const Typed &typed)
{
    const auto wanted = typed.values.find("format");
    const uint32_t fourcc = wanted == typed.values.end() ? 0 : v4lxx_pixel_format_find(wanted->second.c_str());
    std::vector<OfferedSize> sizes;
    for (const OfferedFormat &format : offer.formats) {
        if (fourcc == 0 || format.fourcc == fourcc)
            sizes.insert(sizes.end(), format.sizes.begin(), format.sizes.end());
    }
    return sizes;
}

Candidates sizes(const Typed &typed)
{
    Candidates all;
    if (const auto offer = offer_of(typed)) {
        for (const OfferedSize &size : offered_sizes(*offer, typed)) {
            add_once(all, {size_word(size.range.min_width, size.range.min_height), ""});
            add_once(all, {size_word(size.range.max_width, size.range.max_height), ""});
        }
        return all;
    }
    for (const char *usual : {"640x480", "1280x720", "1920x1080", "3840x2160"})
        add_once(all, {usual, ""});
    return all;
}

Candidates rates(const Typed &typed)
{
    Candidates all;
    if (const auto offer = offer_of(typed)) {
        for (const OfferedSize &size : offered_sizes(*offer, typed)) {
            for (const v4lxx_interval_range &interval : size.intervals) {
                add_once(all, {short_decimal(rate_of_interval(interval.max_numerator, interval.max_denominator)), ""});
                add_once(all, {short_decimal(rate_of_interval(interval.min_numerator, interval.min_denominator)), ""});
            }
        }
        return all;
    }
    for (const char *usual : {"15", "30", "60"})
        add_once(all, {usual, ""});
    return all;
}

Candidates choices(std::string_view placeholder)
{
    Candidates all;
    while (!placeholder.empty()) {
        const size_t end = std::min(placeholder.find('|'), placeholder.size());
        add_once(all, {std::string(placeholder.substr(0, end)), ""});
        placeholder.remove_prefix(std::min(end + 1, placeholder.size()));
    }
    return all;
}

}  // namespace

std::vector<Candidate> value_candidates(std::string_view placeholder, const Typed &typed)
{
    if (placeholder == "FILE")
        return {{std::string(file_names), ""}};
    if (placeholder == "FOURCC")
        return formats(typed);
    if (placeholder == "WxH")
        return sizes(typed);
    if (placeholder == "RATE")
        return rates(typed);
    // Help writes words that are typed as they are in small letters: png|jpg|raw.
    const bool is_literal = std::none_of(placeholder.begin(), placeholder.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (is_literal && placeholder.find('|') != placeholder.npos)
        return choices(placeholder);
    return {};
}

std::vector<Candidate> operand_candidates(std::string_view placeholder, const Typed &typed, const std::string &current)
{
    if (placeholder == "DEV")
        return device_candidates(current);
    if (placeholder == "NAME[=VALUE]")
        return control_candidates(typed, current);
    return value_candidates(placeholder, typed);
}

}  // namespace v4lxx::cli
