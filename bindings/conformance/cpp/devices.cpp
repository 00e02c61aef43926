/* SPDX-License-Identifier: MIT */
// Verbs of contexts, lists and devices.
#include "runner.hpp"

#include <algorithm>
#include <cinttypes>
#include <vector>

namespace {

std::uint32_t fourcc_of(std::string_view name) { return v4lxx_pixel_format_find(std::string(name).c_str()); }

void set_info_field(outcome &outcome, const v4lxx::DeviceInfo &info, std::string_view field)
{
    if (field == "path")
        set_text(outcome, info.path());
    else if (field == "card")
        set_text(outcome, info.card());
    else if (field == "driver")
        set_text(outcome, info.driver());
    else if (field == "bus")
        set_text(outcome, info.bus());
    else if (field == "simulated")
        set_text(outcome, info.is_simulated() ? "yes" : "no");
    else
        throw Broken("a device has no such field");
}

std::vector<std::uint32_t> fourccs_of(std::string_view names)
{
    std::vector<std::uint32_t> outputs;
    while (!names.empty()) {
        const auto end = std::min(names.find('+'), names.size());
        outputs.push_back(fourcc_of(names.substr(0, end)));
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return outputs;
}

}  // namespace

void do_context(Runner &runner, const step &step, outcome &outcome)
{
    runner.release(step.words[1]);
    auto context = runner.attempt(outcome, [](auto... tag) { return v4lxx::Context::create(tag...); });
    runner.put(step.words[1], *std::move(context));
}

void do_simulated(Runner &runner, const step &step, outcome &outcome)
{
    auto &context = runner.get<v4lxx::Context>(step.words[1]);
    runner.run(outcome, [&](auto... tag) { return context.add_simulated(tag..., step.words[2]); });
}

void do_list(Runner &runner, const step &step, outcome &outcome)
{
    auto &context = runner.get<v4lxx::Context>(step.words[2]);
    const std::uint32_t flags = is_word(&step, 3, "simulated") ? V4LXX_LIST_SIMULATED : 0;
    runner.release(step.words[1]);
    auto list = runner.attempt(outcome, [&](auto... tag) { return context.list_devices(tag..., flags); });
    runner.put(step.words[1], *std::move(list));
}

void do_count(Runner &runner, const step &step, outcome &outcome)
{
    set_number(&outcome, runner.get<v4lxx::DeviceList>(step.words[1]).size());
}

void do_entry(Runner &runner, const step &step, outcome &outcome)
{
    const auto &list = runner.get<v4lxx::DeviceList>(step.words[1]);
    set_info_field(outcome, list.at(static_cast<std::size_t>(number(step.words[2]))), step.words[3]);
}

void do_open(Runner &runner, const step &step, outcome &outcome)
{
    auto &context = runner.get<v4lxx::Context>(step.words[2]);
    runner.release(step.words[1]);
    auto device = runner.attempt(outcome, [&](auto... tag) { return context.open(tag..., step.words[3]); });
    runner.put(step.words[1], *std::move(device));
}

void do_device(Runner &runner, const step &step, outcome &outcome)
{
    set_info_field(outcome, runner.get<v4lxx::Device>(step.words[1]).info(), step.words[2]);
}

void do_formats(Runner &runner, const step &step, outcome &outcome)
{
    const auto &device = runner.get<v4lxx::Device>(step.words[1]);
    const auto list = runner.attempt(outcome, [&](auto... tag) { return device.list_formats(tag...); });
    const auto is_wanted = [wanted = fourcc_of(step.words[2])](const auto &format) { return format.fourcc == wanted; };
    if (list)
        set_text(outcome, std::ranges::any_of(*list, is_wanted) ? "yes" : "no");
}

void do_negotiate(Runner &runner, const step &step, outcome &outcome)
{
    auto &device = runner.get<v4lxx::Device>(step.words[1]);
    v4lxx::Wish wish;
    std::vector<std::uint32_t> outputs;
    for_options(step, 2, [&](std::string_view key, const char *value) {
        if (key == "width")
            wish.width = static_cast<std::uint32_t>(number(value));
        else if (key == "height")
            wish.height = static_cast<std::uint32_t>(number(value));
        else if (key == "fps")
            wish.rate = ratio(value);
        else if (key == "fourcc")
            outputs = fourccs_of(value);
        else
            throw Broken("a wish has no such field");
    });
    runner.run(outcome, [&](auto... tag) { return device.negotiate(tag..., wish, outputs); });
}

void set_format_field(outcome &outcome, const v4lxx::Format &format, const char *field)
{
    const std::string_view name = field;
    if (name == "width")
        set_number(&outcome, format.width);
    else if (name == "height")
        set_number(&outcome, format.height);
    else if (name == "fourcc")
        set_text(outcome, v4lxx::fourcc_name(format.fourcc));
    else
        throw Broken("a format has no such field");
}

void do_format(Runner &runner, const step &step, outcome &outcome)
{
    const auto &device = runner.get<v4lxx::Device>(step.words[1]);
    if (const auto format = runner.attempt(outcome, [&](auto... tag) { return device.read_format(tag...); }))
        set_format_field(outcome, *format, step.words[2]);
}

void do_get(Runner &runner, const step &step, outcome &outcome)
{
    const auto &device = runner.get<v4lxx::Device>(step.words[1]);
    const auto control = runner.attempt(outcome, [&](auto... tag) { return device.find_control(tag..., step.words[2]); });
    if (!control)
        return;
    if (control->type() == V4LXX_CONTROL_TYPE_STRING) {
        if (const auto text =
                runner.attempt(outcome, [&](auto... tag) { return device.read_control_string(tag..., *control); }))
            set_text(outcome, *text);
    } else if (const auto value = runner.attempt(outcome, [&](auto... tag) { return device.read_control(tag..., *control); })) {
        set_value(&outcome, "%" PRId64, *value);
    }
}

void do_set(Runner &runner, const step &step, outcome &outcome)
{
    auto &device = runner.get<v4lxx::Device>(step.words[1]);
    const auto control = runner.attempt(outcome, [&](auto... tag) { return device.find_control(tag..., step.words[2]); });
    if (!control)
        return;
    if (control->type() == V4LXX_CONTROL_TYPE_STRING)
        runner.run(outcome, [&](auto... tag) { return device.set_control_string(tag..., *control, step.words[3]); });
    else if (const auto value =
                 runner.attempt(outcome, [&](auto... tag) { return control->parse_value(tag..., step.words[3]); }))
        runner.run(outcome, [&](auto... tag) { return device.set_control(tag..., *control, *value); });
}
