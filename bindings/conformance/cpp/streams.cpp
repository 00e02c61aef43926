/* SPDX-License-Identifier: MIT */
// Verbs of streams and of what can be closed.
#include "runner.hpp"

#include <poll.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <type_traits>
#include <vector>

namespace {

// Which of these words it is, from 0; behind the last if it is none, which the library refuses.
std::uint32_t place_of(std::string_view word, std::initializer_list<std::string_view> words)
{
    return static_cast<std::uint32_t>(std::find(words.begin(), words.end(), word) - words.begin());
}

v4lxx::StreamOptions options_of(const step &step, int first)
{
    v4lxx::StreamOptions options;
    for_options(step, first, [&](std::string_view key, const char *value) {
        if (key == "fourcc")
            options.fourcc = v4lxx_pixel_format_find(value);
        else if (key == "width")
            options.width = static_cast<std::uint32_t>(number(value));
        else if (key == "height")
            options.height = static_cast<std::uint32_t>(number(value));
        else if (key == "buffers")
            options.buffer_count = static_cast<std::uint32_t>(number(value));
        else if (key == "fps")
            options.rate = ratio(value);
        else if (key == "flow")
            options.flow = place_of(value, {"block", "latest", "drop_oldest", "drop_newest"});
        else if (key == "flow_depth")
            options.flow_depth = static_cast<std::uint32_t>(number(value));
        else if (key == "min_queued")
            options.min_queued = static_cast<std::uint32_t>(number(value));
        else if (key == "reserve")
            options.reserve = place_of(value, {"copy", "drop", "grow"});
        else if (key == "max_buffers")
            options.max_buffers = static_cast<std::uint32_t>(number(value));
        else if (key == "stall_after_ms")
            options.stall_after = std::chrono::milliseconds(number(value));
        else if (key == "deliver_corrupt")
            options.flags |= V4LXX_STREAM_DELIVER_CORRUPT;
        else if (key == "reconnect")
            options.flags |= V4LXX_STREAM_RECONNECT;
        else if (key == "usb_reset")
            options.flags |= V4LXX_STREAM_USB_RESET;
        else
            throw Broken("a stream has no such option");
    });
    return options;
}

std::optional<std::uint64_t> value_of(std::span<const std::pair<std::string_view, std::uint64_t>> fields, std::string_view name)
{
    for (const auto &[field, value] : fields) {
        if (field == name)
            return value;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> field_of(const v4lxx::StreamAccount &account, std::string_view name)
{
    const std::pair<std::string_view, std::uint64_t> fields[] = {{"delivered", account.delivered},
                                                                 {"driver_dropped", account.driver_dropped},
                                                                 {"corrupt", account.corrupt},
                                                                 {"corrupt_dropped", account.corrupt_dropped},
                                                                 {"empty_dropped", account.empty_dropped},
                                                                 {"short_frames", account.short_frames},
                                                                 {"bytes", account.bytes},
                                                                 {"copies", account.copies},
                                                                 {"io_errors", account.io_errors},
                                                                 {"requeue_failures", account.requeue_failures},
                                                                 {"system_calls", account.system_calls},
                                                                 {"queued", account.queued},
                                                                 {"held", account.held},
                                                                 {"policy_dropped", account.policy_dropped},
                                                                 {"starved", account.starved},
                                                                 {"waiting", account.waiting},
                                                                 {"reconnects", account.reconnects},
                                                                 {"others_refused", account.others_refused},
                                                                 {"buffers_grown", account.buffers_grown},
                                                                 {"large_pages", account.large_pages},
                                                                 {"stalls", account.stalls},
                                                                 {"usb_resets", account.usb_resets}};
    return value_of(fields, name);
}

std::optional<std::uint64_t> field_of(const v4lxx::StreamStatistics &statistics, std::string_view name)
{
    const auto longest = static_cast<std::uint64_t>(statistics.interval.most_ns);
    const auto within = static_cast<std::uint64_t>(v4lxx::histogram_quantile(statistics.interval, 990).count());
    const std::pair<std::string_view, std::uint64_t> fields[] = {{"stamps_unset", statistics.stamps_unset},
                                                                 {"stamps_repeated", statistics.stamps_repeated},
                                                                 {"stamps_backward", statistics.stamps_backward},
                                                                 {"stamps_future", statistics.stamps_future},
                                                                 {"intervals", statistics.interval.count},
                                                                 {"deliveries", statistics.delivery.count},
                                                                 {"longest_interval", longest},
                                                                 {"interval_990", within}};
    return value_of(fields, name);
}

}  // namespace

void do_stream(Runner &runner, const step &step, outcome &outcome)
{
    auto &device = runner.get<v4lxx::Device>(step.words[2]);
    const auto options = options_of(step, 3);
    StreamObject object;
    runner.release(step.words[1]);
    auto stream = runner.attempt(outcome, [&](auto... tag) { return device.create_stream(tag..., options); });
    object.stream = *std::move(stream);
    runner.put(step.words[1], std::move(object));
}

void do_granted(Runner &runner, const step &step, outcome &outcome)
{
    const auto &stream = runner.stream(step.words[1]);
    if (is_word(&step, 2, "buffers"))
        set_number(&outcome, stream.buffer_count());
    else if (const auto format = runner.attempt(outcome, [&](auto... tag) { return stream.read_format(tag...); }))
        set_format_field(outcome, *format, step.words[2]);
}

void do_reconfigure(Runner &runner, const step &step, outcome &outcome)
{
    auto &stream = runner.stream(step.words[1]);
    const auto options = options_of(step, 2);
    runner.run(outcome, [&](auto... tag) { return stream.reconfigure(tag..., options); });
}

void do_start(Runner &runner, const step &step, outcome &outcome)
{
    auto &stream = runner.stream(step.words[1]);
    runner.run(outcome, [&](auto... tag) { return stream.start(tag...); });
}

void do_stop(Runner &runner, const step &step, outcome &outcome)
{
    auto &stream = runner.stream(step.words[1]);
    runner.run(outcome, [&](auto... tag) { return stream.stop(tag...); });
}

void do_cancel(Runner &runner, const step &step, outcome &outcome)
{
    runner.visit(step.words[1], [](auto &object) {
        using T = std::decay_t<decltype(object)>;
        if constexpr (std::is_same_v<T, StreamObject>)
            object.stream.cancel();
        else if constexpr (std::is_same_v<T, v4lxx::Context> || std::is_same_v<T, v4lxx::Group>)
            object.cancel();
        else
            throw Broken("only streams, contexts and groups have waits");
    });
    set_text(outcome, "ok");
}

void do_wait(Runner &runner, const step &step, outcome &outcome)
{
    pollfd waiting{runner.stream(step.words[1]).fd(), POLLIN, 0};
    const auto timeout = time(step.words[2]);
    const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(timeout).count();
    set_text(outcome,
             poll(&waiting, 1, timeout < timeout.zero() ? -1 : static_cast<int>(milliseconds)) > 0 ? "ready" : "nothing");
}

void do_statistics(Runner &runner, const step &step, outcome &outcome)
{
    const auto &stream = runner.stream(step.words[1]);
    const auto statistics = runner.attempt(outcome, [&](auto... tag) { return stream.read_statistics(tag...); });
    if (!statistics)
        return;
    const auto value = field_of(*statistics, step.words[2]);
    if (!value)
        throw Broken("statistics have no such field");
    set_number(&outcome, *value);
}

void do_state(Runner &runner, const step &step, outcome &outcome)
{
    static constexpr const char *phases[] = {"stopped", "streaming", "ended", "away", "lost", "closed"};
    const auto &stream = runner.stream(step.words[1]);
    const auto state = runner.attempt(outcome, [&](auto... tag) { return stream.read_state(tag...); });
    if (!state)
        return;
    if (std::string_view(step.words[2]) == "phase") {
        set_text(outcome, state->phase < std::size(phases) ? phases[state->phase] : "unknown");
        return;
    }
    const std::pair<std::string_view, std::uint64_t> fields[] = {
        {"generation", state->generation}, {"queued", state->queued}, {"held", state->held}};
    const auto value = value_of(fields, step.words[2]);
    if (!value)
        throw Broken("a state has no such field");
    set_number(&outcome, *value);
}

void do_held(Runner &runner, const step &step, outcome &outcome)
{
    const auto &stream = runner.stream(step.words[1]);
    const auto held = runner.attempt(outcome, [&](auto... tag) { return stream.list_held(tag...); });
    if (!held)
        return;
    if (is_word(&step, 2, "count")) {
        set_number(&outcome, held->size());
        return;
    }
    const v4lxx::HeldFrame frame = held->at(static_cast<std::size_t>(number(step.words[2])));
    const std::pair<std::string_view, std::uint64_t> fields[] = {{"number", frame.number},
                                                                 {"generation", frame.generation},
                                                                 {"holder", frame.holder},
                                                                 {"references", frame.references},
                                                                 {"bytes", frame.bytes}};
    const auto value = value_of(fields, step.words[3]);
    if (!value)
        throw Broken("a held frame has no such field");
    set_number(&outcome, *value);
}

void do_account(Runner &runner, const step &step, outcome &outcome)
{
    const auto &stream = runner.stream(step.words[1]);
    const auto account = runner.attempt(outcome, [&](auto... tag) { return stream.read_account(tag...); });
    if (!account)
        return;
    const auto value = field_of(*account, step.words[2]);
    if (!value)
        throw Broken("an account has no such field");
    set_number(&outcome, *value);
}

void do_read(Runner &runner, const step &step, outcome &outcome)
{
    auto &stream = runner.stream(step.words[1]);
    std::vector<std::byte> buffer(static_cast<std::size_t>(number(step.words[2])));
    const v4lxx_read_mode mode = is_word(&step, 3, "bytes") ? V4LXX_READ_BYTES : V4LXX_READ_FRAME;
    const auto timeout = time(step.words[4]);
    if (const auto size = runner.attempt(outcome, [&](auto... tag) { return stream.read(tag..., buffer, mode, timeout); }))
        set_number(&outcome, *size);
}

void do_close(Runner &runner, const step &step, outcome &outcome)
{
    runner.visit(step.words[1], [](auto &object) {
        using T = std::decay_t<decltype(object)>;
        if constexpr (std::is_same_v<T, StreamObject>)
            object.stream.close();
        else if constexpr (std::is_same_v<T, v4lxx::Device>)
            object.close();
        else
            throw Broken("only devices and streams can be closed");
    });
    set_text(outcome, "ok");
}

void do_close_within(Runner &runner, const step &step, outcome &outcome)
{
    const auto timeout = time(step.words[2]);
    runner.visit(step.words[1], [&](auto &object) {
        using T = std::decay_t<decltype(object)>;
        if constexpr (std::is_same_v<T, StreamObject>)
            runner.run(outcome, [&](auto... tag) { return object.stream.close_within(tag..., timeout); });
        else if constexpr (std::is_same_v<T, v4lxx::Device>)
            runner.run(outcome, [&](auto... tag) { return object.close_within(tag..., timeout); });
        else
            throw Broken("only devices and streams can be closed");
    });
}

void do_drop(Runner &runner, const step &step, outcome &outcome)
{
    runner.visit(step.words[1], [](auto &object) {
        if constexpr (std::is_same_v<std::decay_t<decltype(object)>, StreamObject>)
            object.stream.reset();
        else
            object.reset();
    });
    set_text(outcome, "ok");
}
