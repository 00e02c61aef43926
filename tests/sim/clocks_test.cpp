// Time stamps by other clocks through the public API, and clocks that a driver does not name.
#include "support/camera.hpp"
#include "support/fake_machine.hpp"

#include <ctime>

using namespace v4lxx;
using namespace v4lxx::test;

static const std::string camera_name = "sim:camera,size=64x48,fps=100,clock=virtual";
static constexpr int64_t in_2027 = 1'800'000'000 * second, slept = 3600 * second;  // of a virtual clock

static v4lxx_converted_time told(const HeldFrame &frame, v4lxx_clock to)
{
    v4lxx_converted_time time = V4LXX_CONVERTED_TIME_INIT;
    ASSERT_OK(v4lxx_frame_convert_time(frame.get(), to, &time, &error));
    assert_int_equal(time.clock, to);
    return time;
}

static int64_t ahead(const HeldFrame &frame, v4lxx_clock to) { return told(frame, to).time_ns - frame.info().timestamp_ns; }

static v4lxx_converted_time told(v4lxx_context *context, int64_t time_ns, v4lxx_clock from, v4lxx_clock to)
{
    v4lxx_converted_time time = V4LXX_CONVERTED_TIME_INIT;
    ASSERT_OK(v4lxx_context_convert_time(context, time_ns, from, to, &time, &error));
    return time;
}

static int64_t now(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return int64_t{time.tv_sec} * second + time.tv_nsec;
}

// The clocks of this machine are looked at from here too: what was told of a moment lies between what they showed around it.
static void bar11b_the_clocks_of_this_machine_are_told_within_20_microseconds(void **)
{
    const struct {
        v4lxx_clock clock;
        clockid_t id;
    } others[] = {{V4LXX_CLOCK_REALTIME, CLOCK_REALTIME}, {V4LXX_CLOCK_BOOTTIME, CLOCK_BOOTTIME}, {V4LXX_CLOCK_TAI, CLOCK_TAI}};
    Camera camera("sim:camera");
    for (const auto &other : others) {
        int64_t best_error = INT64_MAX;
        for (int i = 0; i < 200; i++) {
            const int64_t before = now(other.id), stamp = now(CLOCK_MONOTONIC), after = now(other.id);
            const auto there = told(camera.context(), stamp, V4LXX_CLOCK_MONOTONIC, other.clock);
            if (there.steps != 0)  // somebody set the clock of this machine just now
                return;
            assert_true(there.time_ns + there.error_ns >= before && there.time_ns - there.error_ns <= after);
            const auto back = told(camera.context(), there.time_ns, other.clock, V4LXX_CLOCK_MONOTONIC);
            assert_true(std::abs(back.time_ns - stamp) <= back.error_ns + there.error_ns);
            best_error = std::min(best_error, there.error_ns);
        }
        assert_in_range(best_error, 1, 20'000);  // the machine need not be idle all the time
        if (other.clock == V4LXX_CLOCK_TAI) {
            const int64_t apart = now(CLOCK_TAI) - now(CLOCK_REALTIME);
            const auto tai = told(camera.context(), 0, V4LXX_CLOCK_MONOTONIC, V4LXX_CLOCK_TAI);
            assert_true(std::abs(apart - tai.tai_offset_s * second) < second / 2);
        }
    }
}

// A stamp of a simulated camera by the real clocks: it arrived now.
static void bar11b_a_frame_was_taken_when_the_clock_on_the_wall_says(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100");
    camera.start();
    const int64_t before = now(CLOCK_REALTIME);
    camera.next();
    const HeldFrame frame = camera.next();
    const auto there = told(frame, V4LXX_CLOCK_REALTIME);
    assert_true(there.time_ns + there.error_ns >= before && there.time_ns - there.error_ns <= now(CLOCK_REALTIME));
}

static void bar11b_stamps_are_told_by_the_clocks_of_their_camera(void **)
{
    Camera camera(camera_name);
    camera.start();
    const HeldFrame frame = camera.next();
    assert_int_equal(ahead(frame, V4LXX_CLOCK_REALTIME), in_2027);
    assert_int_equal(ahead(frame, V4LXX_CLOCK_BOOTTIME), slept);
    assert_int_equal(ahead(frame, V4LXX_CLOCK_MONOTONIC), 0);
    assert_int_equal(ahead(frame, V4LXX_CLOCK_TAI), in_2027 + 37 * second);
    assert_int_equal(told(frame, V4LXX_CLOCK_TAI).tai_offset_s, 37);
    camera.close();  // what a frame knows it knows without its camera
    assert_int_equal(ahead(frame, V4LXX_CLOCK_REALTIME), in_2027);
}

static void bar11b_S32_over_a_step_and_a_sleep_each_frame_keeps_its_time(void **)
{
    Camera camera(camera_name, 8);
    camera.inject("at time 25ms step 3600s\nat time 45ms step -7200s\nat time 65ms suspend 60s");
    camera.start();
    std::vector<HeldFrame> frames;
    const int64_t steps[] = {0, 0, 3600, 3600, -3600, -3600, -3540};
    for (size_t i = 0; i < std::size(steps); i++) {
        frames.push_back(camera.next());
        const int64_t wanted = in_2027 + steps[i] * second, told_ahead = ahead(frames[i], V4LXX_CLOCK_REALTIME);
        const auto there = told(frames[i], V4LXX_CLOCK_REALTIME);
        assert_true(std::abs(told_ahead - wanted) <= there.error_ns);
        assert_int_equal(ahead(frames[i], V4LXX_CLOCK_BOOTTIME), slept + (i == 6 ? 60 * second : 0));
    }
    assert_int_equal(told(frames[6], V4LXX_CLOCK_REALTIME).steps, 3);
    assert_int_equal(told(frames[6], V4LXX_CLOCK_BOOTTIME).steps, 1);
    for (size_t i = 0; i < std::size(steps); i++) {
        const auto there = told(frames[i], V4LXX_CLOCK_REALTIME);
        assert_int_equal(there.time_ns - frames[i].info().timestamp_ns, in_2027 + steps[i] * second);
        assert_true(there.error_ns <= 20'000);
    }
}

static void bar11b_a_stamp_that_is_none_is_refused(void **)
{
    Camera camera(camera_name + ",timestamp=unknown");
    camera.inject("at frame 1 timestamp 0ns\non VIDIOC_DQBUF 2 flag COPY");
    camera.start();
    v4lxx_converted_time time = V4LXX_CONVERTED_TIME_INIT;
    for (const char *why : {"the driver does not say it", "the frame has no time stamp", "it was copied"}) {
        const HeldFrame frame = camera.next();
        v4lxx_error *error = nullptr;
        assert_int_equal(v4lxx_frame_convert_time(frame.get(), V4LXX_CLOCK_TAI, &time, &error), V4LXX_ERROR_UNSUPPORTED);
        assert_int_equal(v4lxx_error_get_code(error), V4LXX_CODE_STAMP_CLOCK_UNKNOWN);
        assert_true(std::string(v4lxx_error_get_cause(error)).find(why) == 0);
        v4lxx_error_free(error);
    }
    const HeldFrame frame = camera.next();
    for (const uint32_t clock : {uint32_t{V4LXX_CLOCK_UNKNOWN}, uint32_t{V4LXX_CLOCK_COPY}, 6u, UINT32_MAX})
        ASSERT_CODE(v4lxx_frame_convert_time(frame.get(), clock, &time, &error), V4LXX_CODE_UNKNOWN_VALUE);
    ASSERT_CODE(v4lxx_context_convert_time(camera.context(), INT64_MAX, V4LXX_CLOCK_TAI, V4LXX_CLOCK_MONOTONIC, &time, &error),
                V4LXX_CODE_VALUE_OUT_OF_RANGE);
}

// A machine whose clocks cannot all be read.
class WithoutTai : public FakeMachine {
protected:
    int do_read_clock(kernel::Clock clock, int64_t *out_ns) override
    {
        return clock == kernel::Clock::tai ? -EINVAL : FakeMachine::do_read_clock(clock, out_ns);
    }
};

static void bar11b_a_clock_that_cannot_be_read_is_a_failure(void **)
{
    v4lxx_context *context = FakeMachine::into_context(std::make_unique<WithoutTai>());
    v4lxx_converted_time time = V4LXX_CONVERTED_TIME_INIT;
    v4lxx_error *problem = nullptr;
    assert_true(v4lxx_context_convert_time(context, 1, V4LXX_CLOCK_MONOTONIC, V4LXX_CLOCK_TAI, &time, &problem) < 0);
    assert_string_equal(v4lxx_error_get_answer(problem), "clock_gettime: EINVAL");
    v4lxx_error_free(problem);
    ASSERT_OK(v4lxx_context_convert_time(context, 1, V4LXX_CLOCK_MONOTONIC, V4LXX_CLOCK_REALTIME, &time, &error));
    v4lxx_context_unref(context);
}

static void bar11c_within_three_frames_a_clock_is_found_out(void **)
{
    const struct {
        const char *stamps;
        v4lxx_clock clock;
    } cases[] = {{"unknown", V4LXX_CLOCK_MONOTONIC},
                 {"realtime", V4LXX_CLOCK_REALTIME},
                 {"boottime", V4LXX_CLOCK_BOOTTIME},
                 {"own", V4LXX_CLOCK_UNKNOWN}};
    for (const char *more : {"", ",source=soe", ",clock=real"})
        for (const auto &each : cases) {
            const bool is_real = std::string(more) == ",clock=real";
            if (is_real && each.clock == V4LXX_CLOCK_BOOTTIME && now(CLOCK_BOOTTIME) - now(CLOCK_MONOTONIC) < second)
                continue;  // this machine has never slept: both show the same
            Camera camera(camera_name + more + ",timestamp=" + each.stamps);
            for (int start = 0; start < 2; start++) {
                camera.start();
                for (int i = 0; i < 20; i++) {
                    const auto info = camera.next().info();
                    assert_int_equal(info.clock, V4LXX_CLOCK_UNKNOWN);
                    if (i >= 2)
                        assert_int_equal(info.stamp_clock, each.clock);
                    else if (info.stamp_clock != V4LXX_CLOCK_UNKNOWN)  // not yet, or right
                        assert_int_equal(info.stamp_clock, each.clock);
                }
                camera.stop();
            }
        }
}

static void bar11c_what_the_driver_says_is_not_doubted(void **)
{
    Camera camera(camera_name);
    camera.start();
    const auto info = camera.next().info();
    assert_int_equal(info.clock, V4LXX_CLOCK_MONOTONIC);
    assert_int_equal(info.stamp_clock, V4LXX_CLOCK_MONOTONIC);
}

static void bar11c_a_found_clock_converts(void **)
{
    Camera camera(camera_name + ",timestamp=realtime");
    camera.start();
    v4lxx_converted_time time = V4LXX_CONVERTED_TIME_INIT;
    {
        const HeldFrame first = camera.next();
        ASSERT_CODE(v4lxx_frame_convert_time(first.get(), V4LXX_CLOCK_MONOTONIC, &time, &error),
                    V4LXX_CODE_STAMP_CLOCK_UNKNOWN);
    }
    const HeldFrame frame = camera.next();
    assert_int_equal(told(frame, V4LXX_CLOCK_MONOTONIC).time_ns, frame.info().arrival_ns);
    assert_int_equal(ahead(frame, V4LXX_CLOCK_BOOTTIME), slept - in_2027);
}

// One frame whose stamp is rubbish, or has none, is not what decides.
static void bar11c_a_rubbish_stamp_among_the_first_decides_nothing(void **)
{
    for (const char *rule : {"at frame 0 timestamp 5s", "at frame 1 timestamp 900000s", "at frame 0 timestamp 0ns"}) {
        Camera camera(camera_name + ",timestamp=realtime");
        camera.inject(rule);
        camera.start();
        for (int i = 0; i < 4; i++)
            if (const auto info = camera.next().info(); i == 3)
                assert_int_equal(info.stamp_clock, V4LXX_CLOCK_REALTIME);
    }
}

// The driver stamps by the time of day, and somebody sets it: no stamp is taken for one of another clock.
static void bar11c_S32_a_step_of_the_found_clock_mixes_nothing(void **)
{
    Camera camera(camera_name + ",timestamp=realtime");
    camera.inject("at time 55ms step 3600s\nat time 105ms step -86400s\nat time 155ms suspend 7200s");
    camera.start();
    for (int i = 0; i < 40; i++) {
        const HeldFrame frame = camera.next();
        const auto info = frame.info();
        assert_true(info.stamp_clock == V4LXX_CLOCK_REALTIME || info.stamp_clock == V4LXX_CLOCK_UNKNOWN);
        if (i == 4 || i == 9 || i == 14 || i == 39)
            assert_int_equal(info.stamp_clock, V4LXX_CLOCK_REALTIME);
    }
}

// BOOTTIME and MONOTONIC are one while the machine never slept; afterwards stamps of one are not taken for the other.
static void bar11c_a_sleep_tells_two_clocks_apart_that_were_one(void **)
{
    Camera camera(camera_name + ",timestamp=boottime");
    camera.sim().suspend_clock(-slept);
    camera.inject("at time 55ms suspend 60s");
    camera.start();
    for (int i = 0; i < 12; i++) {
        const auto info = camera.next().info();
        if (i == 4)
            assert_int_equal(info.stamp_clock, V4LXX_CLOCK_MONOTONIC);
        if (i >= 5)  // ahead of CLOCK_MONOTONIC by a minute
            assert_int_not_equal(info.stamp_clock, V4LXX_CLOCK_MONOTONIC);
        if (i >= 7)
            assert_int_equal(info.stamp_clock, V4LXX_CLOCK_BOOTTIME);
    }
}

// A count of looks at the clocks, by the plan that could make them fail.
class CountsLooks : public kernel::FaultPlan {
public:
    int before(kernel::Call call, unsigned long) override
    {
        looks += call == kernel::Call::read_clock ? 1 : 0;
        return 0;
    }
    uint64_t looks = 0;
};

static void bar11c_once_a_clock_is_found_no_frame_costs_a_look(void **)
{
    auto machine = std::make_unique<FakeMachine>();
    CountsLooks plan;
    machine->set_fault_plan(&plan);
    v4lxx_context *context = FakeMachine::into_context(std::move(machine));
    for (const char *stamps : {"monotonic", "unknown", "realtime", "own"}) {
        v4lxx_device *device = nullptr;
        v4lxx_stream *stream = nullptr;
        ASSERT_OK(v4lxx_device_open(context, (std::string("sim:camera,size=64x48,fps=1000,timestamp=") + stamps).c_str(),
                                    nullptr, &device, &error));
        ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
        ASSERT_OK(v4lxx_stream_start(stream, &error));
        plan.looks = 0;
        for (int i = 0; i < 100; i++)
            take_frame(stream, second);
        const uint64_t most = std::string(stamps) == "monotonic" ? 0 : std::string(stamps) == "own" ? 20 : 4;
        assert_in_range(plan.looks, 0, most);  // two clocks for each look; one a second of a camera whose clock is none of them
        v4lxx_stream_unref(stream);
        v4lxx_device_unref(device);
    }
    v4lxx_context_unref(context);
}

// Frames come all the same, and nothing is taken for known.
static void bar11c_where_clocks_cannot_be_read_a_clock_stays_unknown(void **)
{
    class NoLook : public kernel::FaultPlan {
        int before(kernel::Call call, unsigned long) override { return call == kernel::Call::read_clock ? -EINVAL : 0; }
    } plan;
    auto machine = std::make_unique<FakeMachine>();
    machine->set_fault_plan(&plan);
    v4lxx_context *context = FakeMachine::into_context(std::move(machine));
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    ASSERT_OK(v4lxx_device_open(context, "sim:camera,size=64x48,fps=1000,timestamp=unknown", nullptr, &device, &error));
    ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
    ASSERT_OK(v4lxx_stream_start(stream, &error));
    for (int i = 0; i < 10; i++)
        assert_int_equal(take_frame(stream, second).info().stamp_clock, V4LXX_CLOCK_UNKNOWN);
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
    v4lxx_context_unref(context);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar11b_the_clocks_of_this_machine_are_told_within_20_microseconds),
        cmocka_unit_test(bar11b_a_frame_was_taken_when_the_clock_on_the_wall_says),
        cmocka_unit_test(bar11b_stamps_are_told_by_the_clocks_of_their_camera),
        cmocka_unit_test(bar11b_S32_over_a_step_and_a_sleep_each_frame_keeps_its_time),
        cmocka_unit_test(bar11b_a_stamp_that_is_none_is_refused),
        cmocka_unit_test(bar11b_a_clock_that_cannot_be_read_is_a_failure),
        cmocka_unit_test(bar11c_within_three_frames_a_clock_is_found_out),
        cmocka_unit_test(bar11c_what_the_driver_says_is_not_doubted),
        cmocka_unit_test(bar11c_a_found_clock_converts),
        cmocka_unit_test(bar11c_a_rubbish_stamp_among_the_first_decides_nothing),
        cmocka_unit_test(bar11c_S32_a_step_of_the_found_clock_mixes_nothing),
        cmocka_unit_test(bar11c_a_sleep_tells_two_clocks_apart_that_were_one),
        cmocka_unit_test(bar11c_once_a_clock_is_found_no_frame_costs_a_look),
        cmocka_unit_test(bar11c_where_clocks_cannot_be_read_a_clock_stays_unknown),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
