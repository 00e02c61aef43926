#include "pipeline/settling.hpp"

#include "pipeline/luma.hpp"

#include <algorithm>
#include <iterator>

namespace v4lxx::pipeline {

// Two hundredths, but in the dark half a step of an 8-bit picture: below that nothing can be seen to move.
static bool is_steady(const Settling &settling)
{
    const auto [least, most] = std::minmax_element(std::begin(settling.luma), std::end(settling.luma));
    return settling.measured_count >= std::size(settling.luma) && *most - *least < std::max(*most / 50, white_luma / 255 / 2);
}

void add_frame(Settling &settling, const uint32_t *luma, const int64_t *timestamp_ns)
{
    if (settling.state != SettlingState::moving)
        return;
    if (settling.frame_count++ == 0)
        settling.first_timestamp_ns = timestamp_ns != nullptr ? *timestamp_ns : 0;
    if (luma != nullptr) {
        std::rotate(std::begin(settling.luma), std::begin(settling.luma) + 1, std::end(settling.luma));
        settling.luma[2] = *luma;
        settling.measured_count = settling.measured_count < UINT32_MAX ? settling.measured_count + 1 : UINT32_MAX;
        if (is_steady(settling)) {
            settling.state = SettlingState::settled;
            return;
        }
    }
    const uint32_t most_frames = settling.most_frames != 0 ? settling.most_frames : default_settling_frames;
    const int64_t most_ns = settling.most_ns != 0 ? settling.most_ns : default_settling_ns;
    int64_t passed_ns = 0;
    const bool late = timestamp_ns != nullptr &&
                      !__builtin_sub_overflow(*timestamp_ns, settling.first_timestamp_ns, &passed_ns) && passed_ns >= most_ns;
    if (settling.frame_count >= most_frames || late)
        settling.state = SettlingState::gave_up;
}

}  // namespace v4lxx::pipeline
