/* SPDX-License-Identifier: MIT */
// The runner of C++: the objects of a scenario by name, and the verbs. Scenarios are read by ../c/scenario.c.
#pragma once

#include "../c/scenario.h"

#include <v4lxx/v4lxx.hpp>

#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <variant>

// What the callbacks of a stream did.
struct Tally {
    std::uint64_t calls = 0;      // of the callback that was set last
    std::uint64_t destroyed = 0;  // callbacks, in all
    v4lxx::Error inside;
};

struct StreamObject {
    v4lxx::Stream stream;
    std::shared_ptr<Tally> tally = std::make_shared<Tally>();
};

using Object =
    std::variant<v4lxx::Context, v4lxx::DeviceList, v4lxx::Device, StreamObject, v4lxx::Frame, v4lxx::Group, v4lxx::FrameSet>;

// A step that cannot be carried out.
struct Broken : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The error of a callback, which must come out of dispatch as it is.
struct CallbackFailed : std::exception {};

class Runner {
public:
    // With std::nothrow: every call in its form that throws nothing.
    explicit Runner(bool without_exceptions) : without_exceptions_(without_exceptions) {}

    v4lxx::Event event;     // that was taken last
    std::uint64_t tag = 0;  // that the loop of a context told last

    void perform(const step &step, outcome &outcome);
    void release_all();

    template <class T>
    T &get(const char *name)
    {
        const auto found = objects_.find(name);
        T *object = found != objects_.end() ? std::get_if<T>(&found->second) : nullptr;
        if (object == nullptr)
            throw Broken("there is no '" + std::string(name) + "' of this kind");
        return *object;
    }
    v4lxx::Stream &stream(const char *name) { return get<StreamObject>(name).stream; }
    void release(const char *name)
    {
        if (const auto found = objects_.find(name); found != objects_.end())
            objects_.erase(found);
    }
    template <class Visitor>
    void visit(const char *name, Visitor visitor)
    {
        const auto found = objects_.find(name);
        if (found == objects_.end())
            throw Broken("there is no '" + std::string(name) + "'");
        std::visit(visitor, found->second);
    }
    template <class T>
    void put(const char *name, T object)
    {
        objects_.insert_or_assign(name, Object(std::move(object)));
    }

    // Makes a call in one of its two forms, `call()` or `call(std::nothrow)`, and tells the outcome its status. Between two allocations
    // of the library nothing here may allocate: fail_allocation counts them.
    template <class Call>
    auto attempt(outcome &outcome, Call call)
    {
        using Answer = decltype(call(std::nothrow));
        Answer answer = without_exceptions_ ? call(std::nothrow) : catching<Answer>(call);
        tell(outcome, answer.error());
        return answer;
    }
    // The same of a call whose value does not matter.
    template <class Call>
    void run(outcome &outcome, Call call)
    {
        (void)attempt(outcome, std::move(call));
    }
    void tell(outcome &outcome, const v4lxx::Error &error);
    [[nodiscard]] const v4lxx::Error &last() const { return last_; }

private:
    template <class Answer, class Call>
    static Answer catching(Call call)
    {
        try {
            using Value = decltype(call());
            if constexpr (std::is_same_v<Value, Answer>) {
                return call();
            } else if constexpr (std::is_void_v<Value>) {
                call();
                return Answer(v4lxx::Error());
            } else if constexpr (std::is_same_v<Answer, v4lxx::Result<void>>) {
                return Answer(v4lxx::Error(call(), nullptr));
            } else {
                return Answer(v4lxx::Error(), call());
            }
        } catch (const v4lxx::Error &error) {
            return Answer(error);
        }
    }

    bool without_exceptions_;
    std::map<std::string, Object, std::less<>> objects_;
    v4lxx::Error last_;
};

using Verb = void(Runner &runner, const step &step, outcome &outcome);
#define DECLARE(name) Verb do_##name;
EACH_VERB(DECLARE)
#undef DECLARE

void set_text(outcome &outcome, std::string_view text);
void set_format_field(outcome &outcome, const v4lxx::Format &format, const char *field);
// Words of a step; a wrong one is Broken.
std::int64_t number(const char *word);
std::chrono::nanoseconds time(const char *word);
v4lxx_fraction ratio(const char *word);
// Calls `take(key, value)` with each KEY=VALUE from a place on.
void for_options(const step &step, int place, const std::function<void(std::string_view, const char *)> &take);
