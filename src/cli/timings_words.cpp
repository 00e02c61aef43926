#include "cli/timings_words.hpp"

#include "cli/words.hpp"

#include <cmath>

namespace v4lxx::cli {

namespace {

double fields_per_second(const v4lxx_timings &timings)
{
    return rate_of_interval(timings.rate.denominator, timings.rate.numerator) * (timings.interlaced != 0 ? 2 : 1);
}

}  // namespace

std::string timings_word(const v4lxx_timings &timings)
{
    const double rate = std::round(fields_per_second(timings) * 100) / 100;
    return size_word(timings.width, timings.height) + (timings.interlaced != 0 ? "i" : "p") +
           (rate > 0 ? short_decimal(rate) : "");
}

std::string signal_state_word(v4lxx_signal_state state)
{
    switch (state) {
    case V4LXX_SIGNAL_PRESENT: return "present";
    case V4LXX_SIGNAL_NONE: return "no signal";
    case V4LXX_SIGNAL_UNLOCKED: return "no lock";
    case V4LXX_SIGNAL_OUT_OF_RANGE: return "out of range";
    case V4LXX_SIGNAL_NO_POWER: return "no power";
    default: return "not known";
    }
}

void write_timings_json(JsonWriter &json, const v4lxx_timings &timings)
{
    json.begin_object();
    json.key("name").string(timings_word(timings));
    json.key("width").number(timings.width);
    json.key("height").number(timings.height);
    json.key("interlaced").boolean(timings.interlaced != 0);
    json.key("rate").decimal(rate_of_interval(timings.rate.denominator, timings.rate.numerator), 3);
    json.key("pixelclock_hz").number(timings.pixelclock_hz);
    json.key("total_width").number(uint64_t{timings.width} + timings.hfrontporch + timings.hsync + timings.hbackporch);
    uint64_t total_height = uint64_t{timings.height} + timings.vfrontporch + timings.vsync + timings.vbackporch;
    if (timings.interlaced != 0)
        total_height += uint64_t{timings.il_vfrontporch} + timings.il_vsync + timings.il_vbackporch;
    json.key("total_height").number(total_height);
    json.key("reduced_rate").boolean((timings.flags & V4LXX_TIMINGS_REDUCED_FPS) != 0);
    json.key("consumer_video").boolean((timings.flags & V4LXX_TIMINGS_IS_CE_VIDEO) != 0);
    json.end_object();
}

}  // namespace v4lxx::cli
