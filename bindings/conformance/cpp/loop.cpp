/* SPDX-License-Identifier: MIT */
// Verbs of the loop of a context and of events.
#include "runner.hpp"

namespace {

std::string code_of(v4lxx::Code code)
{
    char text[16];
    std::snprintf(text, sizeof(text), "E%04u", static_cast<unsigned>(code % 10000U));
    return text;
}

}  // namespace

void do_listen(Runner &runner, const step &step, outcome &outcome)
{
    auto &context = runner.get<v4lxx::Context>(step.words[1]);
    std::uint32_t flags = 0;
    for (int i = 2; i < step.count; i++) {
        const std::string_view word = step.words[i];
        if (word == "devices")
            flags |= V4LXX_LISTEN_DEVICES;
        else if (word == "streams")
            flags |= V4LXX_LISTEN_STREAMS;
        else if (word == "simulated")
            flags |= V4LXX_LISTEN_SIMULATED;
        else
            throw Broken("there are no such events");
    }
    runner.run(outcome, [&](auto... tag) { return context.listen(tag..., flags); });
}

void do_event(Runner &runner, const step &step, outcome &outcome)
{
    auto &context = runner.get<v4lxx::Context>(step.words[1]);
    const auto timeout = time(step.words[2]);
    runner.event = {};
    auto event = runner.attempt(outcome, [&](auto... tag) { return context.next_event(tag..., timeout); });
    if (event) {
        runner.event = *std::move(event);
        set_text(outcome, v4lxx::event_kind_name(runner.event.read_info().kind));
    }
}

void do_told(Runner &runner, const step &step, outcome &outcome)
{
    const std::string_view field = step.words[1];
    const v4lxx::EventInfo info = runner.event.read_info();
    if (field == "tag")
        set_number(&outcome, info.tag);
    else if (field == "code")
        set_text(outcome, code_of(info.code));
    else if (field == "delivered")
        set_number(&outcome, info.frames_delivered);
    else if (field == "lost")
        set_number(&outcome, info.frames_lost);
    else if (field == "attempts")
        set_number(&outcome, info.attempts);
    else if (field == "text")
        set_text(outcome, runner.event.text());
    else if (field == "card")
        set_text(outcome, runner.event.device().card());
    else
        throw Broken("an event has no such field");
}

void do_add_stream(Runner &runner, const step &step, outcome &outcome)
{
    auto &context = runner.get<v4lxx::Context>(step.words[1]);
    const auto &stream = runner.stream(step.words[2]);
    const auto number_of = static_cast<std::uint64_t>(number(step.words[3]));
    runner.run(outcome, [&](auto... tag) { return context.add_stream(tag..., stream, number_of); });
}

void do_remove_stream(Runner &runner, const step &step, outcome &outcome)
{
    runner.get<v4lxx::Context>(step.words[1]).remove_stream(runner.stream(step.words[2]));
    set_text(outcome, "ok");
}

// In its form without exceptions: only that says of which stream a failure is.
void do_next_of(Runner &runner, const step &step, outcome &outcome)
{
    auto &context = runner.get<v4lxx::Context>(step.words[2]);
    const auto timeout = time(step.words[3]);
    runner.release(step.words[1]);
    auto taken = context.next(std::nothrow, timeout);
    runner.tell(outcome, taken.error());
    runner.tag = taken->tag;
    runner.put(step.words[1], std::move(taken->frame));
}

void do_of(Runner &runner, const step &, outcome &outcome) { set_number(&outcome, runner.tag); }
