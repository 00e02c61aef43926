/* SPDX-License-Identifier: MIT */
// Verbs of frames.
#include "runner.hpp"

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

}  // namespace

void do_next(Runner &runner, const step &step, outcome &outcome)
{
    auto &stream = runner.stream(step.words[2]);
    const auto timeout = time(step.words[3]);
    runner.release(step.words[1]);
    auto frame = runner.attempt(outcome, [&](auto... tag) { return stream.next(tag..., timeout); });
    runner.put(step.words[1], *std::move(frame));
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
    else if (is_word(&step, 2, "planes"))
        set_number(&outcome, frame.planes().size());
    else if (is_word(&step, 2, "flags"))
        set_text(outcome, flags_of(info->flags));
    else
        throw Broken("a frame has no such field");
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
