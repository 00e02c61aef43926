/* SPDX-License-Identifier: MIT */
// See ../README.md. V4LXX_CONFORMANCE_NOTHROW=1 makes every call in its form that throws nothing.
#include "runner.hpp"

#include <dlfcn.h>

#include <array>
#include <cstdlib>
#include <cstring>

namespace {

void set_code(char (&text)[16], v4lxx::Code code) { std::snprintf(text, sizeof(text), "E%04u", code % 10000U); }

const char *status_of(const v4lxx::Error &error) { return v4lxx_status_get_name(error.status()); }

constexpr struct {
    const char *name;
    Verb *perform;
} verbs[] = {
#define ENTRY(name) {#name, do_##name},
    EACH_VERB(ENTRY)
#undef ENTRY
};

// The outcomes of words that cannot be read, which scenario.c tells as text.
outcome scratch;

}  // namespace

void do_error(Runner &runner, const step &step, outcome &outcome)
{
    using Text = std::string_view (v4lxx::Error::*)() const noexcept;
    static constexpr std::array<std::pair<const char *, Text>, 8> texts{{{"operation", &v4lxx::Error::operation},
                                                                         {"device", &v4lxx::Error::device},
                                                                         {"asked", &v4lxx::Error::asked},
                                                                         {"answer", &v4lxx::Error::answer},
                                                                         {"cause", &v4lxx::Error::cause},
                                                                         {"advice", &v4lxx::Error::advice},
                                                                         {"field", &v4lxx::Error::field},
                                                                         {"request", &v4lxx::Error::request}}};
    const v4lxx::Error &error = runner.last();
    for (const auto &[name, get] : texts) {
        if (is_word(&step, 1, name))
            return set_text(outcome, (error.*get)());
    }
    char code[16];
    set_code(code, error.code());
    if (is_word(&step, 1, "message"))
        set_text(outcome, error.what());
    else if (is_word(&step, 1, "errno"))
        set_value(&outcome, "%d", error.errno_value());
    else if (is_word(&step, 1, "status"))
        set_text(outcome, status_of(error) + std::strlen("ERROR_"));
    else if (is_word(&step, 1, "code"))
        set_text(outcome, code);
    else
        throw Broken("an error has no such field");
}

void do_library(Runner &, const step &step, outcome &outcome)
{
    if (is_word(&step, 1, "version"))
        set_text(outcome, v4lxx_version_get_string());
    else
        set_text(outcome, v4lxx_version_at_least(V4LXX_VERSION_MAJOR, V4LXX_VERSION_MINOR, V4LXX_VERSION_MICRO) ? "yes" : "no");
}

// C++ has no collector: what was dropped is gone already.
void do_collect(Runner &, const step &, outcome &outcome) { set_text(outcome, "ok"); }

void do_fail_allocation(Runner &, const step &, outcome &outcome)
{
    using Arm = int(void *);
    auto *arm = reinterpret_cast<Arm *>(dlsym(RTLD_DEFAULT, "v4lxx_failing_new_arm"));
    if (arm == nullptr)
        throw Broken("failing_new.so is not preloaded");
    set_text(outcome, "ok");
    arm(nullptr);
}

void set_text(outcome &outcome, std::string_view text)
{
    set_value(&outcome, "%.*s", static_cast<int>(text.size()), text.data());
}

std::int64_t number(const char *word)
{
    std::int64_t value = 0;
    if (!read_number(word, &value, &scratch))
        throw Broken(scratch.text);
    return value;
}

std::chrono::nanoseconds time(const char *word)
{
    std::int64_t value = 0;
    if (!read_time(word, &value, &scratch))
        throw Broken(scratch.text);
    return std::chrono::nanoseconds(value);
}

v4lxx_fraction ratio(const char *word)
{
    v4lxx_fraction value{};
    if (!read_ratio(word, &value.numerator, &value.denominator, &scratch))
        throw Broken(scratch.text);
    return value;
}

void for_options(const step &step, int place, const std::function<void(std::string_view, const char *)> &take)
{
    for (; place < step.count; place++) {
        char key[32];
        const char *value = nullptr;
        if (!split_option(step.words[place], key, &value, &scratch))
            throw Broken(scratch.text);
        take(key, value);
    }
}

void Runner::tell(outcome &outcome, const v4lxx::Error &error)
{
    switch (error.status()) {
    case V4LXX_OK: return set_text(outcome, "ok");
    case V4LXX_AGAIN: return set_text(outcome, "again");
    case V4LXX_TIMED_OUT: return set_text(outcome, "timed_out");
    case V4LXX_END: return set_text(outcome, "end");
    default: break;
    }
    char code[16];
    set_code(code, error.code());
    set_failure(&outcome, status_of(error), code, error.what());
    last_ = error;
}

void Runner::perform(const step &step, outcome &outcome)
{
    for (const auto &verb : verbs) {
        if (!is_word(&step, 0, verb.name))
            continue;
        try {
            verb.perform(*this, step, outcome);
        } catch (const Broken &broken) {
            set_broken(&outcome, "%s", broken.what());
        } catch (const std::out_of_range &error) {
            set_failure(&outcome, "INDEX", "", error.what());
        } catch (const std::exception &error) {
            set_broken(&outcome, "an exception that was not expected: %s", error.what());
        }
        return;
    }
    set_broken(&outcome, "there is no such verb");
}

void Runner::release_all()
{
    objects_.clear();
    last_ = v4lxx::Error();
    event = {};
    tag = 0;
}

int main(int argc, char **argv)
{
    Runner objects(std::getenv("V4LXX_CONFORMANCE_NOTHROW") != nullptr);
    const runner functions = {
        &objects,
        [](void *state, const step *step, outcome *outcome) { static_cast<Runner *>(state)->perform(*step, *outcome); },
        [](void *state) { static_cast<Runner *>(state)->release_all(); }};

    return run_scenarios(&functions, argc, argv);
}
