// A group on several threads: one takes sets, another gives them back, others read how it goes, cancel, and stop and start a camera.
#include "support/loop_rig.hpp"

#include "support/baseline.hpp"

#include <atomic>
#include <mutex>
#include <thread>

using namespace v4lxx::test;

namespace {

constexpr int wanted_sets = 200;
const char *const names[] = {"sim:camera,size=64x48,fps=240,pattern=cells,phase=0ms,id=1",
                             "sim:camera,size=64x48,fps=240,pattern=cells,phase=1ms,id=2"};

// Sets on their way from the thread that takes them to the one that gives them back.
class SetBin {
public:
    void put(v4lxx_frame_set *set)
    {
        std::lock_guard lock(mutex_);
        std::swap(set, set_);
        v4lxx_frame_set_unref(set);
    }
    ~SetBin() { v4lxx_frame_set_unref(set_); }

private:
    std::mutex mutex_;
    v4lxx_frame_set *set_ = nullptr;
};

struct Outcome {
    int sets = 0, cancels = 0, others = 0;
};

Outcome take(v4lxx_group *group, SetBin &bin)
{
    Outcome outcome;
    while (outcome.sets < wanted_sets && outcome.others == 0) {
        v4lxx_frame_set *set = nullptr;
        const v4lxx_status status = v4lxx_group_next(group, 10 * second, &set, nullptr);
        outcome.sets += status == V4LXX_OK ? 1 : 0;
        outcome.cancels += status == V4LXX_ERROR_CANCELLED ? 1 : 0;
        outcome.others += status != V4LXX_OK && status != V4LXX_ERROR_CANCELLED ? 1 : 0;
        bin.put(set);
    }
    return outcome;
}

}  // namespace

static void group_of_many_threads(void **)
{
    std::thread([] {}).join();  // a sanitizer starts a thread of its own with the first one
    const Baseline before = measure();
    {
        Context context;
        Camera first(context.get(), names[0]), second_camera(context.get(), names[1]);
        v4lxx_group *group = nullptr;
        v4lxx_group_options options = V4LXX_GROUP_OPTIONS_INIT;
        options.flags = V4LXX_GROUP_INCOMPLETE;
        options.max_wait_ns = 20 * ms;
        ASSERT_OK(v4lxx_group_create(context.get(), &options, &group, &error));
        assert_true(v4lxx_group_get_fd(group) >= 0);
        ASSERT_OK(v4lxx_group_add_stream(group, first.stream(), 0, &error));
        ASSERT_OK(v4lxx_group_add_stream(group, second_camera.stream(), 0, &error));
        first.start();
        second_camera.start();
        SetBin bin;
        Outcome outcome;
        std::atomic<bool> done{false};
        std::vector<std::thread> threads;
        threads.emplace_back([&] {
            outcome = take(group, bin);
            done = true;
        });
        threads.emplace_back([&] {
            while (!done) {
                v4lxx_group_statistics statistics = V4LXX_GROUP_STATISTICS_INIT;
                v4lxx_group_camera camera = V4LXX_GROUP_CAMERA_INIT;
                (void)v4lxx_group_read_statistics(group, &statistics, nullptr);
                (void)v4lxx_group_read_camera(group, 1, &camera, nullptr);
                bin.put(nullptr);
            }
        });
        threads.emplace_back([&] {
            while (!done) {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                v4lxx_group_cancel(group);
                (void)v4lxx_stream_stop(second_camera.stream(), nullptr);
                (void)v4lxx_stream_start(second_camera.stream(), nullptr);
            }
        });
        for (std::thread &thread : threads)
            thread.join();
        assert_int_equal(outcome.sets, wanted_sets);
        assert_int_equal(outcome.others, 0);
        assert_true(outcome.cancels > 0);
        bin.put(nullptr);
        v4lxx_group_unref(group);
    }
    assert_baseline(before);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(group_of_many_threads),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
