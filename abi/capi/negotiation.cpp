#include "device_call.hpp"
#include "versioned.hpp"

#include "device/intent.hpp"

namespace v4lxx::capi {

static v4lxx_fraction rate_of(kernel::Fraction interval) { return {interval.denominator, interval.numerator}; }

static Result<device::Wish> read_wish(const v4lxx_wish *wish, const uint32_t *outputs, uint32_t output_count)
{
    v4lxx_wish given;
    if (auto bad = read_versioned(wish, &given, "wish"))
        return *std::move(bad);
    constexpr uint32_t known = V4LXX_WISH_STRICT | V4LXX_WISH_DECODE | V4LXX_WISH_PREFER_RATE | V4LXX_WISH_STEP_DOWN;
    if ((given.flags & ~known) != 0)
        return argument_failure(Code::unknown_value, "wish.flags", "a bit is set that this version does not know");
    if (outputs == nullptr && output_count != 0)
        return null_argument("outputs");
    if (output_count > device::most_outputs)  // before as many are read
        return argument_failure(Code::value_out_of_range, "output_count",
                                "at most " + std::to_string(device::most_outputs) + " outputs can be named");
    device::Wish read;
    read.width = given.width;
    read.height = given.height;
    read.rate = {given.rate.numerator, given.rate.denominator};
    read.strict = (given.flags & V4LXX_WISH_STRICT) != 0;
    read.decode = (given.flags & V4LXX_WISH_DECODE) != 0;
    read.prefer_rate = (given.flags & V4LXX_WISH_PREFER_RATE) != 0;
    read.step_down = (given.flags & V4LXX_WISH_STEP_DOWN) != 0;
    if (output_count != 0)
        read.outputs.assign(outputs, outputs + output_count);
    return read;
}

static v4lxx_mode public_mode(const device::Candidate &candidate)
{
    v4lxx_mode out = V4LXX_MODE_INIT;
    out.fourcc = candidate.mode.fourcc;
    out.width = candidate.mode.size.width;
    out.height = candidate.mode.size.height;
    out.rate = rate_of(candidate.mode.interval);
    out.flags = candidate.size_listed ? 0 : V4LXX_MODE_SIZE_NOT_LISTED;
    out.verdict = static_cast<uint32_t>(candidate.verdict);
    out.penalty = candidate.penalty.total();
    out.size_penalty = candidate.penalty.size;
    out.rate_penalty = candidate.penalty.rate;
    out.format_penalty = candidate.penalty.format;
    return out;
}

static v4lxx_negotiation public_negotiation(const device::Settled &settled)
{
    v4lxx_negotiation out = V4LXX_NEGOTIATION_INIT;
    out.differences = settled.differences;
    out.adjusted = settled.adjusted;
    out.refused = settled.refused;
    out.wanted_width = settled.wanted.size.width;
    out.wanted_height = settled.wanted.size.height;
    out.wanted_rate = rate_of(settled.wanted.interval);
    out.chosen_fourcc = settled.chosen.fourcc;
    out.chosen_width = settled.chosen.size.width;
    out.chosen_height = settled.chosen.size.height;
    out.chosen_rate = rate_of(settled.chosen.interval);
    out.steps_down = settled.steps_down;
    out.granted_fourcc = settled.granted.fourcc;
    out.granted_width = settled.granted.size.width;
    out.granted_height = settled.granted.size.height;
    out.granted_rate = rate_of(settled.granted.interval);
    return out;
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_wish_init(v4lxx_wish *wish, uint32_t size) { init_versioned(wish, size); }
void v4lxx_mode_init(v4lxx_mode *mode, uint32_t size) { init_versioned(mode, size); }
void v4lxx_negotiation_init(v4lxx_negotiation *negotiation, uint32_t size) { init_versioned(negotiation, size); }

v4lxx_status v4lxx_device_list_modes(v4lxx_device *device, const v4lxx_wish *wish, const uint32_t *outputs,
                                     uint32_t output_count, v4lxx_mode_list **out, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        V4LXX_NEED(device);
        auto read = read_wish(wish, outputs, output_count);
        if (!read)
            return fail(error, std::move(read).failure());
        return inside(device, "choose a mode", error,
                      [&](device::Device &open) { return hand_out(device::rank_modes(open, *read), out, error); });
    });
}

void v4lxx_mode_list_unref(v4lxx_mode_list *list) { unref(list); }

uint32_t v4lxx_mode_list_get_count(const v4lxx_mode_list *list) { return count(list); }

v4lxx_status v4lxx_mode_list_at(const v4lxx_mode_list *list, uint32_t index, v4lxx_mode *out, v4lxx_error **error)
{
    return write_entry(list, index, out, error, public_mode);
}

const char *v4lxx_mode_list_get_reason(const v4lxx_mode_list *list, uint32_t index)
{
    const auto *found = entry(list, index);
    return found == nullptr ? "" : found->reason.c_str();
}

v4lxx_status v4lxx_device_negotiate(v4lxx_device *device, const v4lxx_wish *wish, const uint32_t *outputs,
                                    uint32_t output_count, v4lxx_negotiation *out, v4lxx_error **error)
{
    return guard(device, error, [&]() -> v4lxx_status {
        V4LXX_NEED(device);
        if (out != nullptr)
            V4LXX_NEED_STRUCT(out);
        auto read = read_wish(wish, outputs, output_count);
        if (!read)
            return fail(error, std::move(read).failure());
        return inside(device, "choose a mode", error, [&](device::Device &open) -> v4lxx_status {
            auto settled = device::settle_by_intent(open, *read);
            if (!settled)
                return fail(error, std::move(settled).failure());
            if (out != nullptr)
                write_versioned(out, public_negotiation(*settled));
            return V4LXX_OK;
        });
    });
}

}  // extern "C"
