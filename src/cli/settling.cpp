#include "cli/settling.hpp"

#include "cli/words.hpp"

#include <algorithm>
#include <chrono>

namespace v4lxx::cli {

namespace {

constexpr int64_t second_ns = 1'000'000'000;
constexpr int64_t frames_per_second = 15;  // of the limit: the library's 15 frames in 1 s

v4lxx_settling begin_settling(int64_t settle_ns)
{
    v4lxx_settling settling = V4LXX_SETTLING_INIT;
    settling.most_ns = settle_ns;
    const int64_t seconds = std::clamp<int64_t>((settle_ns + second_ns - 1) / second_ns, 1, 1'000'000);
    settling.most_frames = static_cast<uint32_t>(seconds * frames_per_second);
    return settling;
}

const char *word_of(SettlingEnd end)
{
    switch (end) {
    case SettlingEnd::off: return "off";
    case SettlingEnd::settled: return "settled";
    case SettlingEnd::gave_up: return "gave up";
    case SettlingEnd::not_measured: return "not measured";
    }
    return "off";
}

double as_fraction(uint32_t luma) { return luma / 65535.0; }

}  // namespace

int64_t read_settle_ns(const Arguments &arguments) { return arguments.seconds("settle").value_or(second_ns); }

SettledFrame take_settled_frame(Camera &camera, const SettlingLimits &limits)
{
    SettledFrame taken;
    taken.settling = begin_settling(limits.settle_ns);
    const auto end = std::chrono::steady_clock::now() + std::chrono::nanoseconds(limits.settle_ns);
    const int64_t next_ns = limits.timeout_ns < 0 ? limits.settle_ns : std::min(limits.settle_ns, limits.timeout_ns);
    for (;;) {
        Frame frame = taken.frame ? camera.next_or_none(next_ns) : camera.next_before_end(limits.timeout_ns);
        if (limits.settle_ns == 0) {
            taken.frame = std::move(frame);
            return taken;
        }
        taken.end = SettlingEnd::gave_up;
        if (!frame)
            return taken;
        Details details;
        const v4lxx_status status = v4lxx_settling_add_frame(&taken.settling, frame.get(), details.out());
        if (status == V4LXX_ERROR_UNSUPPORTED || (status == V4LXX_ERROR_DATA && limits.take_damaged)) {
            taken.end = SettlingEnd::not_measured;
            taken.frame = std::move(frame);
            return taken;
        }
        if (status == V4LXX_ERROR_DATA) {
            if (++taken.damaged > most_damaged_frames && !taken.frame)
                throw details.failure(status);
        } else {
            details.check(status);
            taken.frame = std::move(frame);
        }
        if (taken.settling.state == V4LXX_SETTLING_SETTLED)
            taken.end = SettlingEnd::settled;
        const bool over = taken.settling.state != V4LXX_SETTLING_MOVING || std::chrono::steady_clock::now() >= end;
        if (taken.frame && over)
            return taken;
    }
}

void write_settling_json(JsonWriter &json, const SettledFrame &taken)
{
    json.key("settling").begin_object();
    json.key("state").string(word_of(taken.end));
    json.key("frames").number(taken.settling.frame_count);
    json.key("brightness");
    taken.settling.measured_count > 0 ? json.decimal(as_fraction(taken.settling.luma[2]), 3) : json.null();
    json.end_object();
}

}  // namespace v4lxx::cli
