#include "cli/current_format.hpp"

#include "cli/words.hpp"

#include <optional>

namespace v4lxx::cli {

namespace {

struct Now {
    v4lxx_format format;
    double rate;  // 0: the device does not tell
};

std::optional<Now> read_now(const Device &device)
{
    Details details;
    Now now = {V4LXX_FORMAT_INIT, 0};
    v4lxx_status status = v4lxx_device_read_format(device.get(), &now.format, details.out());
    if (status == V4LXX_ERROR_UNSUPPORTED)
        return std::nullopt;
    details.check(status);
    v4lxx_fraction interval = {0, 0};
    status = v4lxx_device_read_interval(device.get(), &interval, details.out());
    if (status != V4LXX_ERROR_UNSUPPORTED)
        details.check(status);
    now.rate = rate_of_interval(interval.numerator, interval.denominator);
    return now;
}

}  // namespace

std::string current_format_as_text(const Device &device)
{
    const std::optional<Now> now = read_now(device);
    if (!now)
        return "";
    return "format: " + mode_word(now->format.fourcc, now->format.width, now->format.height, now->rate) + ", field " +
           field_word(now->format.field) + "\n";
}

void write_current_format_json(JsonWriter &json, const Device &device)
{
    const std::optional<Now> now = read_now(device);
    json.key("format");
    if (!now) {
        json.null();
        return;
    }
    json.begin_object();
    json.key("fourcc").string(fourcc_word(now->format.fourcc));
    json.key("width").number(now->format.width);
    json.key("height").number(now->format.height);
    json.key("rate").rate(now->rate);
    json.key("field").string(field_word(now->format.field)).end_object();
}

}  // namespace v4lxx::cli
