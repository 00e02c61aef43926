/* SPDX-License-Identifier: MIT */
// Verbs of frames.
#include "runner.hpp"

#include <algorithm>

namespace {

std::string flags_of(std::uint32_t flags)
{
    const std::pair<std::uint32_t, const char *> names[] = {{V4LXX_FRAME_CORRUPT, "corrupt"},
                                                            {V4LXX_FRAME_SHORT, "short"},
                                                            {V4LXX_FRAME_KEY, "key"},
                                                            {V4LXX_FRAME_LAST, "last"},
                                                            {V4LXX_FRAME_CANCELLED, "cancelled"},
                                                            {V4LXX_FRAME_COPIED, "copied"},
                                                            {V4LXX_FRAME_STAMP_UNSET, "stamp_unset"},
                                                            {V4LXX_FRAME_STAMP_REPEATED, "stamp_repeated"},
                                                            {V4LXX_FRAME_STAMP_BACKWARD, "stamp_backward"},
                                                            {V4LXX_FRAME_STAMP_FUTURE, "stamp_future"}};
    std::string text;
    for (const auto &[flag, name] : names) {
        if ((flags & flag) != 0)
            text += (text.empty() ? "" : "+") + std::string(name);
    }
    return text.empty() ? "-" : text;
}

const char *picture_of(v4lxx_picture_type type)
{
    const char *const names[] = {"unknown", "key", "predicted", "bidirectional", "not_key"};
    return type < std::size(names) ? names[type] : "?";
}

std::string signed_number(std::int32_t value) { return (value < 0 ? "" : "+") + std::to_string(value); }

std::string crop_of(const v4lxx::FrameInfo &info)
{
    if (info.crop_width == 0)
        return "-";
    return std::to_string(info.crop_width) + "x" + std::to_string(info.crop_height) + signed_number(info.crop_left) +
           signed_number(info.crop_top);
}

constexpr const char *clock_names[] = {"unknown", "monotonic", "copy", "realtime", "boottime", "tai"};

v4lxx_clock clock_of(std::string_view word)
{
    const auto found = std::find(std::begin(clock_names), std::end(clock_names), word);
    if (found == std::end(clock_names))
        throw Broken("there is no such clock");
    return static_cast<v4lxx_clock>(found - std::begin(clock_names));
}

}  // namespace

void do_next(Runner &runner, const step &step, outcome &outcome)
{
    auto &stream = runner.stream(step.words[2]);
    const auto timeout = time(step.words[3]);
    runner.release(step.words[1]);
    auto frame = runner.attempt(outcome, [&](auto... tag) { return stream.next(tag..., timeout); });
    runner.put(step.words[1], *std::move(frame));
}

// They become NAME1, NAME2 and so on.
void do_next_many(Runner &runner, const step &step, outcome &outcome)
{
    auto &stream = runner.stream(step.words[2]);
    v4lxx::Frame frames[8];
    const std::size_t most = std::min<std::size_t>(number(step.words[3]), std::size(frames));
    const auto timeout = time(step.words[4]);
    const auto count =
        runner.attempt(outcome, [&](auto... tag) { return stream.next_many(tag..., std::span(frames, most), timeout); });
    if (!count)
        return;
    for (std::size_t i = 0; i < *count; i++) {
        const std::string name = step.words[1] + std::to_string(i + 1);
        runner.release(name.c_str());
        runner.put(name.c_str(), std::move(frames[i]));
    }
    set_number(&outcome, *count);
}

void do_left(Runner &runner, const step &step, outcome &outcome)
{
    const auto &frame = runner.get<v4lxx::Frame>(step.words[2]);
    const auto later = time(step.words[3]);
    const auto info = runner.attempt(outcome, [&](auto... tag) { return frame.info(tag...); });
    if (!info)
        return;
    const auto left = runner.stream(step.words[1]).time_left(std::chrono::nanoseconds(info->arrival_ns) + later);
    set_number(&outcome, static_cast<std::uint64_t>(left.count()) / 1000000);
}

void do_info(Runner &runner, const step &step, outcome &outcome)
{
    const auto &frame = runner.get<v4lxx::Frame>(step.words[1]);
    const auto info = runner.attempt(outcome, [&](auto... tag) { return frame.info(tag...); });
    if (!info)
        return;
    if (is_word(&step, 2, "width"))
        set_number(&outcome, frame.width());
    else if (is_word(&step, 2, "height"))
        set_number(&outcome, frame.height());
    else if (is_word(&step, 2, "fourcc"))
        set_text(outcome, v4lxx::fourcc_name(frame.fourcc()));
    else if (is_word(&step, 2, "sequence"))
        set_number(&outcome, frame.sequence());
    else if (is_word(&step, 2, "number"))
        set_number(&outcome, info->number);
    else if (is_word(&step, 2, "generation"))
        set_number(&outcome, info->generation);
    else if (is_word(&step, 2, "picture"))
        set_text(outcome, picture_of(info->picture_type));
    else if (is_word(&step, 2, "clock"))
        set_text(outcome, clock_names[info->clock % 6]);
    else if (is_word(&step, 2, "stamp_clock"))
        set_text(outcome, clock_names[info->stamp_clock % 6]);
    else if (is_word(&step, 2, "crop"))
        set_text(outcome, crop_of(*info));
    else if (is_word(&step, 2, "planes"))
        set_number(&outcome, frame.planes().size());
    else if (is_word(&step, 2, "flags"))
        set_text(outcome, flags_of(info->flags));
    else
        throw Broken("a frame has no such field");
}

void do_convert(Runner &runner, const step &step, outcome &outcome)
{
    const auto &frame = runner.get<v4lxx::Frame>(step.words[1]);
    const v4lxx_clock to = clock_of(step.words[2]);
    const auto time = runner.attempt(outcome, [&](auto... tag) { return frame.convert_time(tag..., to); });
    if (!time)
        return;
    if (is_word(&step, 3, "ahead"))
        set_number(&outcome, static_cast<std::uint64_t>(time->time_ns - frame.timestamp().count() + 500000000) / 1000000000);
    else if (is_word(&step, 3, "error"))
        set_number(&outcome, static_cast<std::uint64_t>(time->error_ns));
    else if (is_word(&step, 3, "steps"))
        set_number(&outcome, time->steps);
    else if (is_word(&step, 3, "tai_offset"))
        set_number(&outcome, static_cast<std::uint64_t>(time->tai_offset_s));
    else
        throw Broken("a converted time has no such field");
}

void do_time(Runner &runner, const step &step, outcome &outcome)
{
    auto &context = runner.get<v4lxx::Context>(step.words[1]);
    const auto from = clock_of(step.words[3]), to = clock_of(step.words[4]);
    const auto told =
        runner.attempt(outcome, [&](auto... tag) { return context.convert_time(tag..., time(step.words[2]), from, to); });
    if (told)
        set_number(&outcome, static_cast<std::uint64_t>(told->time_ns));
}

void do_bytes(Runner &runner, const step &step, outcome &outcome)
{
    const auto &frame = runner.get<v4lxx::Frame>(step.words[1]);
    set_number(&outcome, frame.plane(static_cast<std::size_t>(number(step.words[2]))).size());
}

void do_checksum(Runner &runner, const step &step, outcome &outcome)
{
    std::uint32_t checksum = FNV_START;
    for (const auto &plane : runner.get<v4lxx::Frame>(step.words[1]).planes())
        checksum = add_to_checksum(checksum, plane.data(), plane.size());
    set_value(&outcome, "%08x", checksum);
}

void do_hold(Runner &runner, const step &step, outcome &outcome)
{
    runner.get<v4lxx::Frame>(step.words[1]).set_holder(static_cast<std::uint64_t>(number(step.words[2])));
    set_text(outcome, "ok");
}

void do_keep(Runner &runner, const step &step, outcome &outcome)
{
    runner.put(step.words[1], v4lxx::Frame(runner.get<v4lxx::Frame>(step.words[2])));
    set_text(outcome, "ok");
}

void do_release(Runner &runner, const step &step, outcome &outcome)
{
    runner.get<v4lxx::Frame>(step.words[1]).reset();
    set_text(outcome, "ok");
}
