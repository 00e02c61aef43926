// Options that several commands have, so that they are called and explained alike.
#pragma once

#include "cli/arguments.hpp"

namespace v4lxx::cli {

inline constexpr OptionSpec format_option = {"format", 0, "FOURCC",
                                             "pixel format wished for, such as MJPG; several with commas, the best first"};
inline constexpr OptionSpec size_option = {"size", 0, "WxH", "size wished for, such as 1280x720"};
inline constexpr OptionSpec fps_option = {"fps", 0, "RATE", "frames per second wished for: 30, 29.97, 30000/1001"};
inline constexpr OptionSpec strict_option = {"strict", 0, nullptr,
                                             "fail, with the list of what there is, instead of taking something else"};
inline constexpr OptionSpec step_down_option = {"step-down", 0, nullptr,
                                                "take a mode that needs less if the USB bandwidth is not there"};
inline constexpr OptionSpec buffers_option = {"buffers", 0, "N", "buffers to ask for (4)"};
inline constexpr OptionSpec min_queued_option = {"min-queued", 0, "N", "buffers the driver keeps, whatever happens (0)"};
inline constexpr OptionSpec reserve_option = {"reserve", 0, "copy|drop|grow",
                                              "with --min-queued: what becomes of a frame beyond (copy)"};
inline constexpr OptionSpec timeout_option = {"timeout", 0, "SECONDS", "longest wait for a frame (5; 0: for ever)"};
inline constexpr OptionSpec json_option = {"json", 0, nullptr, "print JSON"};

}  // namespace v4lxx::cli
