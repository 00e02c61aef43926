#include "kernel/sim/input_parameters.hpp"

#include "data/analog_standard.hpp"
#include "kernel/sim/timing_presets.hpp"

#include <algorithm>
#include <iterator>

namespace v4lxx::kernel::sim {

namespace {

constexpr std::string_view kind_names[] = {"camera", "tv", "svideo", "hdmi"};
constexpr size_t most_inputs = 8;

// The kind a word names; false if it names none.
bool read_kind(std::string_view word, InputKind *kind)
{
    const auto *found = std::find(std::begin(kind_names), std::end(kind_names), word);
    if (found == std::end(kind_names))
        return false;
    *kind = static_cast<InputKind>(found - std::begin(kind_names));
    return true;
}

struct SignalName {
    std::string_view name;
    SignalState state;
};
constexpr SignalName signal_names[] = {
    {"good", SignalState::good},         {"off", SignalState::off},           {"none", SignalState::none},
    {"unlocked", SignalState::unlocked}, {"unsynced", SignalState::unsynced}, {"range", SignalState::out_of_range},
};

bool read_one_signal(std::string_view word, Signal &signal)
{
    for (const SignalName &entry : signal_names)
        if (entry.name == word) {
            signal.state = entry.state;
            return true;
        }
    if (const data::AnalogStandard *standard = data::find_analog_standard(word)) {
        signal.standard = standard->bits;
        return true;
    }
    signal.timings = find_timing_preset(word);
    return signal.timings != nullptr;
}

// Cuts `text` at the first '+' and returns what stood before it.
std::string_view cut(std::string_view &text)
{
    const size_t at = text.find('+');
    const std::string_view head = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
    return head;
}

}  // namespace

const char *read_inputs(std::string_view value, InputParameters &inputs)
{
    inputs.kinds.clear();
    do {
        InputKind kind{};
        if (inputs.kinds.size() == most_inputs || !read_kind(cut(value), &kind))
            return "one to eight of camera, tv, svideo and hdmi, joined by '+'";
        inputs.kinds.push_back(kind);
    } while (!value.empty());
    return nullptr;
}

// The first input of a kind, or a number.
const char *read_input(std::string_view value, InputParameters &inputs)
{
    InputKind kind{};
    if (read_kind(value, &kind)) {
        const auto found = std::find(inputs.kinds.begin(), inputs.kinds.end(), kind);
        inputs.first = static_cast<uint32_t>(found - inputs.kinds.begin());
    } else if (value.size() == 1 && value[0] >= '0' && value[0] <= '9') {
        inputs.first = static_cast<uint32_t>(value[0] - '0');
    } else {
        return "a number, camera, tv, svideo or hdmi";
    }
    return inputs.first < inputs.kinds.size() ? nullptr : "one of the inputs, which inputs= lists before";
}

// Something else is plugged in: nothing stays of the old signal.
const char *read_signal(std::string_view value, Signal &signal)
{
    Signal read;
    do {
        if (!read_one_signal(cut(value), read))
            return "good, off, none, unlocked, unsynced, range, a standard (PAL) or timings (1920x1080p60), joined by '+'";
    } while (!value.empty());
    signal = read;
    return nullptr;
}

bool is_another_signal(InputKind kind, const Signal &before, const Signal &now)
{
    if (kind == InputKind::camera)
        return false;
    return before.state != now.state ||
           (kind == InputKind::hdmi ? before.timings != now.timings : before.standard != now.standard);
}

const char *read_selection(std::string_view value, InputParameters &inputs)
{
    constexpr std::string_view names[] = {"none", "crop", "compose", "crop+compose"};
    const auto *found = std::find(std::begin(names), std::end(names), value);
    if (found == std::end(names))
        return "none, crop, compose or crop+compose";
    inputs.can_crop = found == names + 1 || found == names + 3;
    inputs.can_compose = found >= names + 2;
    return nullptr;
}

}  // namespace v4lxx::kernel::sim
