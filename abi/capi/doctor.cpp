#include "device_call.hpp"

#include "pipeline/doctor.hpp"

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

v4lxx_status v4lxx_context_examine(v4lxx_context *context, const char *name, uint32_t flags, v4lxx_examination **out,
                                   v4lxx_error **error)
{
    return guard(context, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        V4LXX_NEED(context);
        constexpr uint32_t known = V4LXX_EXAMINE_NO_CAPTURE | V4LXX_EXAMINE_SIMULATED;
        if ((flags & ~known) != 0)
            return fail(error, argument_failure(Code::unknown_value, "flags", "a bit is not known"));
        if (name != nullptr && name[0] == '\0')
            return fail(error, argument_failure(Code::bad_name, "name", "the name is empty"));
        auto done = pipeline::examine(*object(context), {name == nullptr ? "" : name, (flags & V4LXX_EXAMINE_SIMULATED) != 0,
                                                         (flags & V4LXX_EXAMINE_NO_CAPTURE) == 0});
        if (!done)
            return fail(error, std::move(done).failure());
        *out = handle<v4lxx_examination>(*std::move(done));
        return V4LXX_OK;
    });
}

void v4lxx_examination_unref(v4lxx_examination *examination) { unref(examination); }

uint32_t v4lxx_examination_get_count(const v4lxx_examination *examination) { return count(examination); }

v4lxx_severity v4lxx_examination_get_worst(const v4lxx_examination *examination)
{
    return examination == nullptr ? 0 : static_cast<v4lxx_severity>(object(examination)->worst());
}

v4lxx_check v4lxx_examination_get_check(const v4lxx_examination *examination, uint32_t index)
{
    const auto *one = entry(examination, index);
    return one == nullptr ? 0 : static_cast<v4lxx_check>(one->check);
}

v4lxx_severity v4lxx_examination_get_severity(const v4lxx_examination *examination, uint32_t index)
{
    const auto *one = entry(examination, index);
    return one == nullptr ? 0 : static_cast<v4lxx_severity>(one->severity);
}

v4lxx_code v4lxx_examination_get_code(const v4lxx_examination *examination, uint32_t index)
{
    const auto *one = entry(examination, index);
    return one == nullptr ? 0 : static_cast<v4lxx_code>(one->code);
}

const char *v4lxx_examination_get_device(const v4lxx_examination *examination, uint32_t index)
{
    const auto *one = entry(examination, index);
    return one == nullptr ? "" : one->subject.c_str();
}

const char *v4lxx_examination_get_found(const v4lxx_examination *examination, uint32_t index)
{
    const auto *one = entry(examination, index);
    return one == nullptr ? "" : one->found.c_str();
}

const char *v4lxx_examination_get_meaning(const v4lxx_examination *examination, uint32_t index)
{
    const auto *one = entry(examination, index);
    return one == nullptr ? "" : one->meaning.c_str();
}

v4lxx_bool v4lxx_examination_is_meaning_checked(const v4lxx_examination *examination, uint32_t index)
{
    const auto *one = entry(examination, index);
    return one != nullptr && one->meaning_checked;
}

const char *v4lxx_examination_get_advice(const v4lxx_examination *examination, uint32_t index)
{
    const auto *one = entry(examination, index);
    return one == nullptr ? "" : one->advice.c_str();
}

const char *v4lxx_severity_get_name(v4lxx_severity severity)
{
    static constexpr const char *names[] = {"ok", "note", "warning", "problem"};
    return severity < std::size(names) ? names[severity] : "";
}

const char *v4lxx_check_get_name(v4lxx_check check)
{
    static constexpr const char *names[] = {"",        "devices", "surroundings", "kernel", "access",   "capabilities",
                                            "holders", "formats", "signal",       "usb",    "controls", "capture"};
    return check < std::size(names) ? names[check] : "";
}

}  // extern "C"
