// Ten thousand lives of a camera, each with its own order of starts, stops, closes, unplugs and releases: whatever the order, what is held
// stays readable, and nothing is left behind.
#include "support/camera.hpp"

#include "support/baseline.hpp"

#include <random>

using namespace v4lxx::test;

namespace {

constexpr auto pattern = v4lxx::kernel::sim::Pattern::cells;

// One life. Handles are dropped in whatever order; frames live on.
class Life {
public:
    Life(std::mt19937 &random, bool can_orphan) : random_(random)
    {
        const std::string name =
            std::string("sim:camera,size=64x48,fps=100,clock=virtual,pattern=cells,orphan=") + (can_orphan ? "yes" : "no");
        v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
        options.flow = pick(4);
        options.min_queued = pick(2);
        ASSERT_OK(v4lxx_context_create(nullptr, &context_, &error));
        ASSERT_OK(v4lxx_device_open(context_, name.c_str(), nullptr, &device_, &error));
        ASSERT_OK(v4lxx_stream_create(device_, &options, &stream_, &error));
        sim_ = sim_of(context_, name);
        ASSERT_OK(v4lxx_stream_start(stream_, &error));
    }
    Life(const Life &) = delete;
    Life &operator=(const Life &) = delete;
    ~Life()
    {
        frames_.clear();
        v4lxx_stream_unref(stream_);
        v4lxx_device_unref(device_);
        v4lxx_context_unref(context_);
    }

    void act()
    {
        switch (pick(12)) {
        case 0: v4lxx_stream_stop(stream_, nullptr); break;
        case 1: v4lxx_stream_start(stream_, nullptr); break;
        case 2: release(); break;
        case 3: keep_another_reference(); break;
        case 4: end_one_of_the_handles(); break;
        case 5: v4lxx_stream_cancel(stream_); break;
        case 6: set_another_size(); break;
        case 7: end_for_good(); break;
        default: take(); break;
        }
        if (!frames_.empty())
            frames_[pick(static_cast<uint32_t>(frames_.size()))].assert_intact(pattern);
    }
    void assert_all_good() const
    {
        for (const HeldFrame &frame : frames_)
            frame.assert_intact(pattern);
        for (const std::string &violation : sim_->violations())
            fail_msg("the client broke a rule: %s", violation.c_str());
    }
    size_t held() const { return frames_.size(); }

private:
    uint32_t pick(uint32_t count) { return static_cast<uint32_t>(random_() % count); }

    void take()
    {
        v4lxx_frame *frame = nullptr;
        v4lxx_stream_dequeue(stream_, 50 * ms, &frame, nullptr);
        if (frame != nullptr)
            frames_.emplace_back(frame);
    }
    void release()
    {
        if (!frames_.empty())
            frames_.erase(frames_.begin() + pick(static_cast<uint32_t>(frames_.size())));
    }
    void keep_another_reference()
    {
        if (!frames_.empty())
            frames_.emplace_back(v4lxx_frame_ref(frames_[pick(static_cast<uint32_t>(frames_.size()))].get()));
    }
    void set_another_size()
    {
        v4lxx_format format = V4LXX_FORMAT_INIT;
        format.width = pick(2) == 0 ? 64 : 320;
        format.height = format.width * 3 / 4;
        v4lxx_device_set_format(device_, &format, nullptr, nullptr);  // refused while there are buffers
    }
    void end_one_of_the_handles()
    {
        switch (pick(3)) {
        case 0:
            v4lxx_stream_unref(stream_);
            stream_ = nullptr;
            v4lxx_stream_create(device_, nullptr, &stream_, nullptr);
            v4lxx_stream_start(stream_, nullptr);
            break;
        case 1:
            v4lxx_context_unref(context_);
            context_ = nullptr;
            break;
        default: v4lxx_stream_close(stream_); break;
        }
    }
    // Seldom, so that something was going on before.
    void end_for_good()
    {
        switch (pick(6)) {
        case 0: sim_->unplug(); break;
        case 1: v4lxx_device_close(device_); break;
        case 2:
            v4lxx_device_unref(device_);
            device_ = nullptr;
            break;
        default: break;
        }
    }

    std::mt19937 &random_;
    v4lxx_context *context_ = nullptr;
    v4lxx_device *device_ = nullptr;
    v4lxx_stream *stream_ = nullptr;
    std::shared_ptr<v4lxx::kernel::sim::Device> sim_;
    std::vector<HeldFrame> frames_;
};

}  // namespace

static void bar14b_U36_10000_random_interleavings_keep_what_is_held_and_leave_nothing(void **)
{
    std::mt19937 random(14);
    Baseline before;
    uint64_t held = 0;
    for (int i = 0; i <= 10'000; i++) {
        {
            Life life(random, i % 2 == 0);
            for (int step = 0; step < 16; step++)
                life.act();
            life.assert_all_good();
            held += life.held();
        }
        if (i == 0)
            before = measure();
        else if (i % 1000 == 0)
            assert_baseline(before);
    }
    assert_true(held > 10'000);  // or it would have shown little
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar14b_U36_10000_random_interleavings_keep_what_is_held_and_leave_nothing),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
