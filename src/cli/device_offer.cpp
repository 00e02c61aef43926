#include "cli/device_offer.hpp"

#include "cli/words.hpp"

namespace v4lxx::cli {

namespace {

std::vector<v4lxx_interval_range> read_intervals(const Device &device, uint32_t fourcc, const v4lxx_size_range &size)
{
    Details details;
    v4lxx_interval_list *raw = nullptr;
    details.check(v4lxx_device_list_intervals(device.get(), fourcc, size.max_width, size.max_height, &raw, details.out()));
    const IntervalList list(raw);
    std::vector<v4lxx_interval_range> intervals(v4lxx_interval_list_get_count(list.get()), V4LXX_INTERVAL_RANGE_INIT);
    for (uint32_t index = 0; index < intervals.size(); ++index)
        details.check(v4lxx_interval_list_at(list.get(), index, &intervals[index], details.out()));
    return intervals;
}

std::vector<OfferedSize> read_sizes(const Device &device, uint32_t fourcc)
{
    Details details;
    v4lxx_size_list *raw = nullptr;
    details.check(v4lxx_device_list_sizes(device.get(), fourcc, &raw, details.out()));
    const SizeList list(raw);
    std::vector<OfferedSize> sizes;
    for (uint32_t index = 0; index < v4lxx_size_list_get_count(list.get()); ++index) {
        v4lxx_size_range range = V4LXX_SIZE_RANGE_INIT;
        details.check(v4lxx_size_list_at(list.get(), index, &range, details.out()));
        sizes.push_back({range, read_intervals(device, fourcc, range)});
    }
    return sizes;
}

bool captures_video(const Device &device)
{
    constexpr uint32_t capture = V4LXX_CAPABILITY_VIDEO_CAPTURE | V4LXX_CAPABILITY_VIDEO_CAPTURE_MPLANE;
    return (v4lxx_device_info_get_capabilities(v4lxx_device_get_info(device.get())) & capture) != 0;
}

// Many devices have no frame interval to tell of, such as test drivers and receivers.
double read_rate(const Device &device)
{
    Details details;
    v4lxx_fraction interval = {0, 0};
    const v4lxx_status status = v4lxx_device_read_interval(device.get(), &interval, details.out());
    if (status == V4LXX_ERROR_UNSUPPORTED)
        return 0;
    details.check(status);
    return rate_of_interval(interval.numerator, interval.denominator);
}

void write_interval_json(JsonWriter &json, const char *name, uint32_t numerator, uint32_t denominator)
{
    json.key(name).begin_object();
    json.key("numerator").number(numerator);
    json.key("denominator").number(denominator).end_object();
}

void write_size_json(JsonWriter &json, const OfferedSize &size)
{
    json.begin_object();
    json.key("min_width").number(size.range.min_width);
    json.key("max_width").number(size.range.max_width);
    json.key("step_width").number(size.range.step_width);
    json.key("min_height").number(size.range.min_height);
    json.key("max_height").number(size.range.max_height);
    json.key("step_height").number(size.range.step_height);
    json.key("intervals").begin_array();
    for (const v4lxx_interval_range &interval : size.intervals) {
        json.begin_object();
        write_interval_json(json, "min", interval.min_numerator, interval.min_denominator);
        write_interval_json(json, "max", interval.max_numerator, interval.max_denominator);
        json.key("max_rate").decimal(rate_of_interval(interval.min_numerator, interval.min_denominator), 3);
        json.key("min_rate").decimal(rate_of_interval(interval.max_numerator, interval.max_denominator), 3);
        json.end_object();
    }
    json.end_array().end_object();
}

void write_current_json(JsonWriter &json, const v4lxx_format &format, double rate)
{
    json.begin_object();
    json.key("fourcc").string(fourcc_word(format.fourcc));
    json.key("width").number(format.width);
    json.key("height").number(format.height);
    json.key("rate").rate(rate);
    json.key("field").string(field_word(format.field));
    json.key("colorspace").string(colorspace_word(format.colorspace));
    json.key("ycbcr_encoding").string(ycbcr_encoding_word(format.ycbcr_encoding));
    json.key("quantization").string(quantization_word(format.quantization));
    json.key("transfer_function").string(transfer_function_word(format.transfer_function));
    json.key("memory_planes").begin_array();
    for (uint32_t plane = 0; plane < format.memory_plane_count && plane < 4; ++plane) {
        json.begin_object();
        json.key("size_bytes").number(format.size_bytes[plane]);
        json.key("stride_bytes").number(format.stride_bytes[plane]).end_object();
    }
    json.end_array().end_object();
}

std::string rates_as_text(const OfferedSize &size)
{
    std::vector<std::string> rates;
    for (const v4lxx_interval_range &interval : size.intervals) {
        const std::string fastest = short_decimal(rate_of_interval(interval.min_numerator, interval.min_denominator));
        std::string words = short_decimal(rate_of_interval(interval.max_numerator, interval.max_denominator));
        if (words != fastest)
            words += " to " + fastest;
        rates.push_back(words);
    }
    return rates.empty() ? "" : ": " + joined(rates, ", ") + " per second";
}

bool is_current(const DeviceOffer &offer, const OfferedFormat &format, const v4lxx_size_range &range)
{
    return offer.current && offer.current->fourcc == format.fourcc && offer.current->width >= range.min_width &&
           offer.current->width <= range.max_width && offer.current->height >= range.min_height &&
           offer.current->height <= range.max_height;
}

std::string size_as_text(const OfferedSize &size, bool current)
{
    const v4lxx_size_range &range = size.range;
    std::string text = (current ? "  * " : "    ") + size_word(range.min_width, range.min_height);
    if (!size.is_one())
        text += " to " + size_word(range.max_width, range.max_height) + " in steps of " +
                size_word(range.step_width, range.step_height);
    return text + rates_as_text(size) + "\n";
}

}  // namespace

std::string formats_as_text(const DeviceOffer &offer)
{
    std::string text = "formats:\n";
    for (const OfferedFormat &format : offer.formats) {
        text += "  " + fourcc_word(format.fourcc) + "  " + format.description;
        text += (format.flags & V4LXX_FORMAT_COMPRESSED) != 0 ? ", compressed" : "";
        text += (format.flags & V4LXX_FORMAT_EMULATED) != 0 ? ", emulated" : "";
        text += "\n";
        for (const OfferedSize &size : format.sizes)
            text += size_as_text(size, is_current(offer, format, size.range));
    }
    return text;
}

DeviceOffer read_offer(const Device &device)
{
    DeviceOffer offer;
    if (!captures_video(device))
        return offer;
    Details details;
    v4lxx_format current = V4LXX_FORMAT_INIT;
    details.check(v4lxx_device_read_format(device.get(), &current, details.out()));
    offer.current = current;
    offer.rate = read_rate(device);
    v4lxx_format_list *raw = nullptr;
    details.check(v4lxx_device_list_formats(device.get(), &raw, details.out()));
    const FormatList list(raw);
    for (uint32_t index = 0; index < v4lxx_format_list_get_count(list.get()); ++index) {
        const uint32_t fourcc = v4lxx_format_list_get_fourcc(list.get(), index);
        offer.formats.push_back({fourcc, v4lxx_format_list_get_flags(list.get(), index),
                                 v4lxx_format_list_get_description(list.get(), index), read_sizes(device, fourcc)});
    }
    return offer;
}

void write_offer_json(JsonWriter &json, const DeviceOffer &offer)
{
    json.key("format");
    if (offer.current)
        write_current_json(json, *offer.current, offer.rate);
    else
        json.null();
    json.key("formats").begin_array();
    for (const OfferedFormat &format : offer.formats) {
        json.begin_object();
        json.key("fourcc").string(fourcc_word(format.fourcc));
        json.key("name").string(v4lxx_pixel_format_get_name(format.fourcc));
        json.key("description").string(format.description);
        json.key("compressed").boolean((format.flags & V4LXX_FORMAT_COMPRESSED) != 0);
        json.key("emulated").boolean((format.flags & V4LXX_FORMAT_EMULATED) != 0);
        json.key("picture").boolean(v4lxx_image_supports(format.fourcc, V4LXX_IMAGE_PNG) != 0);
        json.key("sizes").begin_array();
        for (const OfferedSize &size : format.sizes)
            write_size_json(json, size);
        json.end_array().end_object();
    }
    json.end_array();
}

}  // namespace v4lxx::cli
