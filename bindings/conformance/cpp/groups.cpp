/* SPDX-License-Identifier: MIT */
// Verbs of several cameras in step.
#include "runner.hpp"

void do_group(Runner &runner, const step &step, outcome &outcome)
{
    auto &context = runner.get<v4lxx::Context>(step.words[2]);
    v4lxx::GroupOptions options;
    for_options(step, 3, [&](std::string_view key, const char *value) {
        const std::string_view word = value;
        if (key == "match")
            options.match_by = word == "stamps"      ? V4LXX_MATCH_STAMPS
                               : word == "sequences" ? V4LXX_MATCH_SEQUENCES
                                                     : V4LXX_MATCH_STAMPS_OR_SEQUENCES;
        else if (key == "tolerance")
            options.tolerance = time(value);
        else if (key == "most_held")
            options.most_held = static_cast<std::uint32_t>(number(value));
        else if (key == "incomplete")
            options.flags |= V4LXX_GROUP_INCOMPLETE;
        else
            throw Broken("a group has no such option");
    });
    runner.release(step.words[1]);
    auto group = runner.attempt(outcome, [&](auto... tag) { return v4lxx::Group::create(tag..., context, options); });
    runner.put(step.words[1], *std::move(group));
}

void do_join(Runner &runner, const step &step, outcome &outcome)
{
    auto &group = runner.get<v4lxx::Group>(step.words[1]);
    const auto &stream = runner.stream(step.words[2]);
    const auto offset = step.count > 3 ? time(step.words[3]) : std::chrono::nanoseconds(0);
    runner.run(outcome, [&](auto... tag) { return group.add_stream(tag..., stream, offset); });
}

void do_next_set(Runner &runner, const step &step, outcome &outcome)
{
    auto &group = runner.get<v4lxx::Group>(step.words[2]);
    const auto timeout = time(step.words[3]);
    runner.release(step.words[1]);
    auto set = runner.attempt(outcome, [&](auto... tag) { return group.next(tag..., timeout); });
    runner.put(step.words[1], *std::move(set));
}

void do_of_set(Runner &runner, const step &step, outcome &outcome)
{
    const auto &set = runner.get<v4lxx::FrameSet>(step.words[1]);
    const std::string_view field = step.words[2];
    const v4lxx::FrameSetInfo info = set.read_info();
    if (field == "number")
        set_number(&outcome, info.number);
    else if (field == "count")
        set_number(&outcome, info.camera_count);
    else if (field == "complete")
        set_text(outcome, info.is_complete != 0 ? "yes" : "no");
    else if (field == "skew_us")
        set_number(&outcome, static_cast<std::uint64_t>(info.skew_ns / 1000));
    else if (field == "apart_us")
        set_number(&outcome, static_cast<std::uint64_t>((set.moment(1) - set.moment(0)).count() / 1000));
    else
        throw Broken("a set has no such field");
}

void do_frame_of(Runner &runner, const step &step, outcome &outcome)
{
    auto frame = runner.get<v4lxx::FrameSet>(step.words[2]).frame(static_cast<std::uint32_t>(number(step.words[3])));
    if (!frame) {
        set_text(outcome, "missing");
        return;
    }
    runner.put(step.words[1], std::move(frame));
    set_text(outcome, "ok");
}

void do_of_group(Runner &runner, const step &step, outcome &outcome)
{
    const std::string_view field = step.words[2];
    const v4lxx::GroupStatistics seen = runner.get<v4lxx::Group>(step.words[1]).read_statistics();
    if (field == "complete")
        set_number(&outcome, seen.complete);
    else if (field == "incomplete")
        set_number(&outcome, seen.incomplete);
    else if (field == "skews")
        set_number(&outcome, seen.skew.count);
    else if (field == "match")
        set_text(outcome, seen.match_by == V4LXX_MATCH_SEQUENCES ? "sequences" : "stamps");
    else
        throw Broken("a group has no such field");
}

void do_of_camera(Runner &runner, const step &step, outcome &outcome)
{
    const auto &group = runner.get<v4lxx::Group>(step.words[1]);
    const auto index = static_cast<std::uint32_t>(number(step.words[2]));
    const std::string_view field = step.words[3];
    const auto read = runner.attempt(outcome, [&](auto... tag) { return group.read_camera(tag..., index); });
    if (read.failed())
        return;
    const v4lxx::GroupCamera seen = *read;
    if (field == "frames")
        set_number(&outcome, seen.frames);
    else if (field == "in_complete")
        set_number(&outcome, seen.in_complete);
    else if (field == "in_incomplete")
        set_number(&outcome, seen.in_incomplete);
    else if (field == "unmatched")
        set_number(&outcome, seen.unmatched);
    else if (field == "gone")
        set_text(outcome, seen.is_gone != 0 ? "yes" : "no");
    else
        throw Broken("a camera of a group has no such field");
}
