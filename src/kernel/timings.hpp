// DV timings (HDMI, DVI, SDI) after they were checked, and what people call them: "1920x1080p60".
#pragma once

#include "kernel/formats.hpp"

#include <optional>
#include <string_view>

namespace v4lxx::kernel {

// Names and meanings of v4l2_bt_timings.
struct Timings {
    uint32_t width = 0, height = 0;  // of a whole picture, also when it comes as two fields
    bool interlaced = false;
    uint32_t polarities = 0;
    uint64_t pixelclock_hz = 0;  // 0: not known
    uint32_t hfrontporch = 0, hsync = 0, hbackporch = 0;
    uint32_t vfrontporch = 0, vsync = 0, vbackporch = 0;
    uint32_t il_vfrontporch = 0, il_vsync = 0, il_vbackporch = 0;
    uint32_t standards = 0, flags = 0;
    Fraction picture_aspect;
    uint32_t cea861_vic = 0, hdmi_vic = 0;
};

struct TimingsCapabilities {
    uint32_t min_width = 0, max_width = 0, min_height = 0, max_height = 0;
    uint64_t min_pixelclock_hz = 0, max_pixelclock_hz = 0;
    uint32_t standards = 0, capabilities = 0;
};

// Pictures per second in lowest terms, 1000/1001 of the pixel clock's if the timings say so; 0/0 if the clock is not known.
Fraction picture_rate(const Timings &timings);
// What they are called: fields per second for interlaced ones. "1920x1080p60", "1920x1080p59.94", "1920x1080i60", "720x576p" without a
// known clock.
std::string timings_text(const Timings &timings);

// What somebody asks for: "1920x1080p60", "1920x1080@59.94", "1280x720" (then the rate nearest to 60).
struct TimingsWish {
    uint32_t width = 0, height = 0;
    bool interlaced = false;
    double rate = 0;  // of fields for interlaced ones; 0: any
};
std::optional<TimingsWish> parse_timings(std::string_view text);

// The listed timings that come nearest to a wish, within half a picture per second; reduced by 1000/1001 if that comes nearer and the
// timings allow it. Equally near: as listed before reduced, consumer video before monitors, then the first.
std::optional<Timings> choose_timings(const std::vector<Timings> &listed, const TimingsWish &wish);
// The listed timings in the order of their distance from a wish: for messages.
std::vector<Timings> nearest_timings(const std::vector<Timings> &listed, const TimingsWish &wish, size_t count);

}  // namespace v4lxx::kernel
