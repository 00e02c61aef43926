#include "kernel/sim/input_parameters.hpp"

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
    {"as-set", SignalState::as_set},     {"off", SignalState::off},           {"none", SignalState::none},
    {"unlocked", SignalState::unlocked}, {"unsynced", SignalState::unsynced}, {"range", SignalState::out_of_range},
};

}  // namespace

const char *read_inputs(std::string_view value, InputParameters &inputs)
{
    constexpr const char *expected = "one to eight of camera, tv, svideo and hdmi, joined by '+'";
    inputs.kinds.clear();
    inputs.given = true;
    while (true) {
        const size_t end = value.find('+');
        InputKind kind{};
        if (inputs.kinds.size() == most_inputs || !read_kind(value.substr(0, end), &kind))
            return expected;
        inputs.kinds.push_back(kind);
        if (end == std::string_view::npos)
            return nullptr;
        value = value.substr(end + 1);
    }
}

const char *read_signal(std::string_view value, InputParameters &inputs)
{
    for (const SignalName &entry : signal_names)
        if (entry.name == value) {
            inputs.signal = entry.state;
            return nullptr;
        }
    return "as-set, off, none, unlocked, unsynced or range";
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

}  // namespace v4lxx::kernel::sim
