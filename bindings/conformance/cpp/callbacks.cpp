/* SPDX-License-Identifier: MIT */
// Verbs of callbacks.
#include "runner.hpp"

namespace {

// What a callback holds: it counts when it is let go of, but not when it is moved.
class Share {
public:
    explicit Share(std::shared_ptr<Tally> tally) : tally_(std::move(tally)) {}
    Share(Share &&) noexcept = default;
    Share &operator=(Share &&) = delete;
    ~Share()
    {
        if (tally_)
            tally_->destroyed++;
    }
    Tally *operator->() const { return tally_.get(); }

private:
    std::shared_ptr<Tally> tally_;
};

}  // namespace

void do_callback(Runner &runner, const step &step, outcome &outcome)
{
    auto &[stream, tally] = runner.get<StreamObject>(step.words[1]);
    if (is_word(&step, 2, "none")) {
        runner.run(outcome, [&stream](auto... tag) { return stream.clear_frame_callback(tag...); });
        return;
    }
    tally->calls = 0;
    Share share(tally);
    const auto set = [&runner, &outcome, &stream](auto function) {
        runner.run(outcome, [&](auto... tag) { return stream.set_frame_callback(tag..., std::move(function)); });
    };
    if (is_word(&step, 2, "count"))
        set([share = std::move(share)](v4lxx::Frame &) { share->calls++; });
    else if (is_word(&step, 2, "fail"))
        set([share = std::move(share)](v4lxx::Frame &) {
            if (++share->calls == 2)
                throw CallbackFailed();
        });
    else if (is_word(&step, 2, "stop"))
        set([share = std::move(share)](v4lxx::Stream &inside, v4lxx::Frame &) {
            share->calls++;
            share->inside = inside.stop(std::nothrow).error();
        });
    else if (is_word(&step, 2, "dispatch"))
        set([share = std::move(share)](v4lxx::Stream &inside, v4lxx::Frame &) {
            share->calls++;
            share->inside = inside.dispatch(std::nothrow, std::chrono::nanoseconds(0)).error();
        });
    else
        throw Broken("there is no such callback");
}

void do_dispatch(Runner &runner, const step &step, outcome &outcome)
{
    auto &stream = runner.stream(step.words[1]);
    const auto timeout = time(step.words[2]);
    try {
        runner.run(outcome, [&](auto... tag) { return stream.dispatch(tag..., timeout); });
    } catch (const CallbackFailed &) {
        set_failure(&outcome, "CALLBACK", "", "the callback failed");
    }
}

void do_calls(Runner &runner, const step &step, outcome &outcome)
{
    set_number(&outcome, runner.get<StreamObject>(step.words[1]).tally->calls);
}

void do_inside(Runner &runner, const step &step, outcome &outcome)
{
    runner.tell(outcome, runner.get<StreamObject>(step.words[1]).tally->inside);
}

void do_destroyed(Runner &runner, const step &step, outcome &outcome)
{
    set_number(&outcome, runner.get<StreamObject>(step.words[1]).tally->destroyed);
}
