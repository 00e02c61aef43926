// Several cameras in step, through the public API.
#include "support/loop_rig.hpp"

#include "stream/group.hpp"
#include "support/baseline.hpp"

#include <algorithm>
#include <csignal>
#include <poll.h>
#include <thread>

using namespace v4lxx::test;

namespace {

constexpr int64_t us = 1'000;  // the kernel's time stamps are no finer
constexpr const char *virtual_camera = "sim:camera,size=64x48,fps=30,pattern=cells,clock=virtual";
constexpr const char *real_camera = "sim:camera,size=64x48,fps=200,pattern=cells";

struct Set {
    explicit Set(v4lxx_frame_set *set) : held(set) { ASSERT_OK(v4lxx_frame_set_read_info(held, &info, &error)); }
    Set(Set &&other) noexcept : held(std::exchange(other.held, nullptr)), info(other.info) {}
    Set &operator=(Set &&) = delete;
    ~Set() { v4lxx_frame_set_unref(held); }
    v4lxx_frame_info frame(uint32_t camera) const
    {
        v4lxx_frame_info out = V4LXX_FRAME_INFO_INIT;
        ASSERT_OK(v4lxx_frame_read_info(v4lxx_frame_set_get_frame(held, camera), &out, &error));
        return out;
    }

    v4lxx_frame_set *held;
    v4lxx_frame_set_info info = V4LXX_FRAME_SET_INFO_INIT;
};

class GroupRig {
public:
    explicit GroupRig(v4lxx_group_options options = V4LXX_GROUP_OPTIONS_INIT)
    {
        ASSERT_OK(v4lxx_group_create(context_.get(), &options, &group_, &error));
    }
    ~GroupRig() { v4lxx_group_unref(group_); }
    GroupRig(const GroupRig &) = delete;
    GroupRig &operator=(const GroupRig &) = delete;

    Camera &add(const std::string &name, int64_t offset_ns = 0, uint32_t flags = 0)
    {
        cameras_.push_back(std::make_unique<Camera>(context_.get(), name + ",id=" + std::to_string(cameras_.size()), 4, flags));
        ASSERT_OK(v4lxx_group_add_stream(group_, cameras_.back()->stream(), offset_ns, &error));
        return *cameras_.back();
    }
    void start()
    {
        for (const auto &camera : cameras_)
            camera->start();
    }
    v4lxx_status try_next(int64_t timeout_ns, v4lxx_code *code = nullptr)
    {
        v4lxx_frame_set *set = nullptr;
        v4lxx_error *details = nullptr;
        const v4lxx_status status = v4lxx_group_next(group_, timeout_ns, &set, &details);
        if (code != nullptr)
            *code = v4lxx_error_get_code(details);
        v4lxx_error_free(details);
        v4lxx_frame_set_unref(set);
        return status;
    }
    Set next(int64_t timeout_ns = 5 * second)
    {
        v4lxx_frame_set *set = nullptr;
        ASSERT_OK(v4lxx_group_next(group_, timeout_ns, &set, &error));
        assert_non_null(set);
        return Set(set);
    }
    v4lxx_group_statistics statistics()
    {
        v4lxx_group_statistics out = V4LXX_GROUP_STATISTICS_INIT;
        ASSERT_OK(v4lxx_group_read_statistics(group_, &out, &error));
        return out;
    }
    // What it tells of a camera has to add up at all times.
    v4lxx_group_camera told(uint32_t index)
    {
        v4lxx_group_camera out = V4LXX_GROUP_CAMERA_INIT;
        ASSERT_OK(v4lxx_group_read_camera(group_, index, &out, &error));
        assert_int_equal(out.frames, out.in_complete + out.in_incomplete + out.unmatched + out.late + out.held);
        return out;
    }
    v4lxx_group *group() { return group_; }
    uint64_t waits() { return reinterpret_cast<v4lxx::stream::Group *>(group_)->facts().waits; }
    Camera &camera(size_t index) { return *cameras_[index]; }
    void forget(size_t index) { cameras_[index].reset(); }
    v4lxx_context *context() { return context_.get(); }

private:
    Context context_;
    v4lxx_group *group_ = nullptr;
    std::vector<std::unique_ptr<Camera>> cameras_;
};

v4lxx_group_options with_incomplete(int64_t max_wait_ns = 0)
{
    v4lxx_group_options options = V4LXX_GROUP_OPTIONS_INIT;
    options.flags = V4LXX_GROUP_INCOMPLETE;
    options.max_wait_ns = max_wait_ns;
    return options;
}

bool is_readable(int fd)
{
    pollfd entry{fd, POLLIN, 0};
    return poll(&entry, 1, 0) == 1;
}

}  // namespace

static void group_hands_out_frames_taken_at_the_same_time_and_tells_the_skew(void **)
{
    const Baseline before = measure();
    {
        GroupRig rig;
        rig.add(std::string(virtual_camera) + ",phase=0ms");
        rig.add(std::string(virtual_camera) + ",phase=2ms");
        rig.start();
        for (uint64_t i = 0; i < 300; i++) {
            Set set = rig.next();
            assert_int_equal(set.info.camera_count, 2);
            assert_int_equal(set.info.cameras, 3);
            assert_int_equal(set.info.number, i);
            assert_true(set.info.is_complete);
            assert_in_range(set.info.skew_ns, 2 * ms - us, 2 * ms + us);
            assert_int_equal(set.frame(1).timestamp_ns - set.frame(0).timestamp_ns, set.info.skew_ns);
            assert_int_equal(v4lxx_frame_set_get_moment(set.held, 1), set.frame(1).timestamp_ns);
            assert_null(v4lxx_frame_set_get_frame(set.held, 2));
        }
        const v4lxx_group_statistics seen = rig.statistics();
        assert_int_equal(seen.complete, 300);
        assert_int_equal(seen.incomplete, 0);
        assert_int_equal(seen.skew.count, 300);
        assert_in_range(seen.skew.most_ns, 2 * ms - us, 2 * ms + us);
        assert_int_equal(seen.match_by, V4LXX_MATCH_STAMPS);
        assert_in_range(seen.tolerance_ns, 16 * ms, 17 * ms);
        assert_int_equal(rig.camera(0).account().driver_dropped, 0);
    }
    assert_baseline(before);
}

// Two calls of its own for each frame, and the shared wait.
static void group_takes_two_calls_per_frame_and_a_wait_for_all(void **)
{
    GroupRig rig;
    for (int i = 0; i < 4; i++)
        rig.add(std::string(real_camera) + ",phase=0ms");
    rig.start();
    for (int i = 0; i < 10; i++)
        (void)rig.next();
    const uint64_t waits = rig.waits();
    uint64_t calls[2] = {};
    for (int i = 0; i < 4; i++)
        calls[0] += rig.camera(i).account().system_calls;
    for (int i = 0; i < 100; i++)
        (void)rig.next();
    uint64_t frames = 0;
    for (int i = 0; i < 4; i++) {
        calls[1] += rig.camera(i).account().system_calls;
        frames += rig.told(i).in_complete;
    }
    frames -= 40;
    assert_int_equal(frames, 400);
    assert_true(calls[1] - calls[0] <= 2 * frames + 40);  // a camera may be found ready that was just asked
    assert_true(rig.waits() - waits <= frames + 10);      // one for each frame where each comes by itself
}

static void group_a_drift_is_measured(void **)
{
    GroupRig rig;
    rig.add(std::string(virtual_camera) + ",phase=0ms");
    rig.add(std::string(virtual_camera) + ",phase=0ms,drift=120");
    rig.start();
    for (int i = 0; i < 600; i++)
        (void)rig.next();
    const v4lxx_group_camera told = rig.told(1);
    assert_in_range(told.drift_ppb, 119'000, 121'000);
    assert_true(told.drift_frames >= 500);
    assert_in_range(told.interval_ns, 33'337'000, 33'338'000);
    assert_int_equal(rig.told(0).drift_ppb, 0);
}

// As they drift apart, one frame in the end has no partner; then they go on.
static void group_cameras_that_drift_past_one_another_lose_one_frame(void **)
{
    GroupRig rig;
    rig.add(std::string(virtual_camera) + ",phase=0ms");
    rig.add(std::string(virtual_camera) + ",phase=0ms,drift=2000");
    rig.start();
    for (int i = 0; i < 1200; i++)
        assert_true(rig.next().info.skew_ns <= 17 * ms);
    assert_in_range(rig.told(0).unmatched, 2, 3);
    assert_int_equal(rig.told(1).unmatched, 0);
}

static void group_of_two_rates_matches_every_second_frame(void **)
{
    GroupRig rig;
    rig.add(std::string(virtual_camera) + ",phase=0ms");
    rig.add("sim:camera,size=64x48,fps=60,pattern=cells,clock=virtual,phase=1ms");
    rig.start();
    for (int i = 0; i < 100; i++)
        assert_in_range(rig.next().info.skew_ns, ms - us, ms + us);
    assert_in_range(rig.told(1).unmatched, 98, 101);
    assert_int_equal(rig.told(0).unmatched, 0);
}

static void group_start_of_exposure_is_compared_with_the_end_of_frames(void **)
{
    GroupRig rig;
    rig.add(std::string(virtual_camera) + ",phase=0ms,source=soe");
    rig.add(std::string(virtual_camera) + ",phase=3ms");
    rig.start();
    for (int i = 0; i < 20; i++) {
        Set set = rig.next();
        assert_in_range(set.info.skew_ns, 3 * ms - us, 3 * ms + us);
        assert_in_range(v4lxx_frame_set_get_moment(set.held, 1) - v4lxx_frame_set_get_moment(set.held, 0), 3 * ms - us,
                        3 * ms + us);
    }
}

static void group_a_known_offset_is_taken_off(void **)
{
    GroupRig rig;
    rig.add(std::string(virtual_camera) + ",phase=0ms");
    rig.add(std::string(virtual_camera) + ",phase=0ms,offset=12ms", -12 * ms);
    rig.start();
    for (int i = 0; i < 20; i++)
        assert_true(rig.next().info.skew_ns <= us);
}

static void group_an_unplugged_camera_is_told_once_and_the_others_go_on(void **)
{
    const Baseline before = measure();
    for (const bool incomplete : {false, true}) {
        GroupRig rig(incomplete ? with_incomplete() : v4lxx_group_options V4LXX_GROUP_OPTIONS_INIT);
        rig.add(std::string(virtual_camera) + ",phase=0ms");
        rig.add(std::string(virtual_camera) + ",phase=0ms").inject("at frame 5 unplug");
        rig.start();
        int complete = 0, failures = 0;
        for (int i = 0; i < 20 && failures == 0; i++) {
            v4lxx_code code = 0;
            const v4lxx_status status = rig.try_next(5 * second, &code);
            complete += status == V4LXX_OK ? 1 : 0;
            if (status < 0) {
                assert_int_equal(code, V4LXX_CODE_DEVICE_GONE);
                failures++;
            }
        }
        assert_int_equal(complete, 5);
        assert_int_equal(failures, 1);
        assert_true(rig.told(1).is_gone);
        if (incomplete) {
            for (int i = 0; i < 10; i++)
                assert_int_equal(rig.next().info.cameras, 1);
        } else {
            assert_int_equal(rig.try_next(5 * second), V4LXX_END);
            assert_int_equal(rig.try_next(0), V4LXX_END);
        }
        rig.camera(1).allow_violations();
    }
    assert_baseline(before);
}

// A camera that gives nothing holds up a frame no longer than asked, and no wait longer than its time-out.
static void group_a_stalled_camera_never_holds_up_the_other(void **)
{
    GroupRig drops, hands_out(with_incomplete(30 * ms));
    for (GroupRig *rig : {&drops, &hands_out}) {
        rig->add(real_camera);
        rig->add(real_camera).inject("at frame 0 drop 100000");
        rig->start();
    }
    assert_int_equal(drops.try_next(100 * ms), V4LXX_TIMED_OUT);
    assert_true(drops.told(0).unmatched > 10);
    assert_true(drops.told(0).held <= 2);
    for (int i = 0; i < 10; i++)
        assert_int_equal(hands_out.next().info.cameras, 1);
    assert_int_equal(drops.camera(0).account().starved, 0);
}

static void group_the_last_frame_waits_no_longer_than_it_may(void **)
{
    GroupRig rig(with_incomplete(50 * ms));
    rig.add(real_camera).inject("at frame 1 drop 100000");
    rig.add(real_camera).inject("at frame 0 drop 100000");
    rig.start();
    assert_int_equal(rig.next().info.cameras, 1);
    // The same for a loop that waits for the descriptor.
    GroupRig polled(with_incomplete(50 * ms));
    const int fd = v4lxx_group_get_fd(polled.group());
    polled.add(real_camera).inject("at frame 1 drop 100000");
    polled.add(real_camera).inject("at frame 0 drop 100000");
    polled.start();
    v4lxx_status status = V4LXX_AGAIN;
    for (int i = 0; i < 20 && status == V4LXX_AGAIN; i++) {
        pollfd entry{fd, POLLIN, 0};
        assert_int_equal(poll(&entry, 1, 5000), 1);
        status = polled.try_next(0);
    }
    assert_int_equal(status, V4LXX_OK);
}

static void group_a_descriptor_tells_of_sets_and_is_quiet_without(void **)
{
    GroupRig rig;
    const int fd = v4lxx_group_get_fd(rig.group());
    assert_true(fd >= 0);
    assert_int_equal(v4lxx_group_get_fd(rig.group()), fd);
    rig.add(std::string(real_camera) + ",phase=0ms");
    rig.add(std::string(real_camera) + ",phase=1ms");
    assert_false(is_readable(fd));
    assert_int_equal(rig.try_next(0), V4LXX_AGAIN);
    rig.start();
    int sets = 0;
    for (int turns = 0; sets < 50 && turns < 1000; turns++) {
        pollfd entry{fd, POLLIN, 0};
        assert_int_equal(poll(&entry, 1, 5000), 1);
        const v4lxx_status status = rig.try_next(0);
        assert_true(status == V4LXX_OK || status == V4LXX_AGAIN);
        sets += status == V4LXX_OK ? 1 : 0;
    }
    assert_int_equal(sets, 50);
    rig.camera(0).stop();
    rig.camera(1).stop();
    while (rig.try_next(0) == V4LXX_OK) {
    }
    assert_false(is_readable(fd));
}

static void group_an_unknown_clock_is_a_clear_failure_unless_sequences_will_do(void **)
{
    v4lxx_group_options lenient = V4LXX_GROUP_OPTIONS_INIT;
    lenient.match_by = V4LXX_MATCH_STAMPS_OR_SEQUENCES;
    GroupRig strict, group(lenient);
    for (GroupRig *rig : {&strict, &group}) {
        rig->add(std::string(virtual_camera) + ",timestamp=own");
        rig->add(virtual_camera);
        rig->start();
    }
    v4lxx_code code = 0;
    assert_int_equal(strict.try_next(5 * second, &code), V4LXX_ERROR_UNSUPPORTED);
    assert_int_equal(code, V4LXX_CODE_STAMPS_NOT_COMPARABLE);
    for (int i = 0; i < 50; i++) {
        Set set = group.next();
        assert_int_equal(set.frame(0).driver_sequence, set.frame(1).driver_sequence);
        assert_int_equal(set.info.skew_ns, -1);
    }
    assert_int_equal(group.statistics().match_by, V4LXX_MATCH_SEQUENCES);
    assert_int_equal(group.told(1).drift_frames, 0);
}

// A clock that a driver does not name is found out from its first frames.
static void group_a_clock_that_was_found_out_will_do(void **)
{
    GroupRig rig;
    rig.add(std::string(virtual_camera) + ",phase=0ms,timestamp=unknown");
    rig.add(std::string(virtual_camera) + ",phase=1ms");
    rig.start();
    for (int i = 0; i < 20; i++)
        assert_in_range(rig.next().info.skew_ns, ms - us, ms + us);
    assert_in_range(rig.told(0).unmatched, 1, 3);
}

static void group_sequences_find_the_partner_behind_a_loss(void **)
{
    v4lxx_group_options options = V4LXX_GROUP_OPTIONS_INIT;
    options.match_by = V4LXX_MATCH_SEQUENCES;
    GroupRig rig(options);
    rig.add(std::string(virtual_camera) + ",sequence=4294967290");  // wraps
    rig.add(std::string(virtual_camera) + ",sequence=4294967290").inject("at frame 7 drop 3");
    rig.start();
    for (int i = 0; i < 50; i++) {
        Set set = rig.next();
        assert_int_equal(set.frame(0).driver_sequence, set.frame(1).driver_sequence);
    }
    assert_int_equal(rig.told(0).unmatched, 3);
    assert_int_equal(rig.told(0).resets + rig.told(1).resets, 0);
}

static void group_a_camera_that_comes_back_takes_its_place(void **)
{
    GroupRig rig(with_incomplete());
    rig.add(std::string(virtual_camera) + ",phase=0ms");
    Camera &lost = rig.add(std::string(virtual_camera) + ",phase=0ms");
    rig.start();
    for (int i = 0; i < 5; i++)
        assert_int_equal(rig.next().info.cameras, 3);
    lost.stop();  // a stop is no failure
    for (int i = 0; i < 5; i++)
        (void)rig.next();
    assert_false(rig.told(1).is_gone);
    assert_true(rig.statistics().incomplete > 0);
    assert_int_equal(lost.sim().parameters().virtual_clock, true);
    lost.sim().advance(rig.camera(0).sim().now_ns() - lost.sim().now_ns());  // a virtual clock stands while nobody waits
    lost.start();
    bool complete = false;
    for (int i = 0; i < 10 && !complete; i++)
        complete = rig.next().info.is_complete;
    assert_true(complete);
    assert_int_equal(rig.told(1).resets, 1);
}

static void group_streams_that_were_closed_leave_and_cannot_come_back(void **)
{
    GroupRig rig;
    rig.add(virtual_camera);
    rig.add(virtual_camera);
    rig.start();
    (void)rig.next();
    v4lxx_stream_close(rig.camera(1).stream());
    v4lxx_code code = 0;
    v4lxx_status status = V4LXX_OK;
    while (status == V4LXX_OK)
        status = rig.try_next(5 * second, &code);
    assert_int_equal(status, V4LXX_ERROR_CLOSED);
    assert_int_equal(rig.try_next(5 * second), V4LXX_END);
    assert_int_equal(v4lxx_group_add_stream(rig.group(), rig.camera(1).stream(), 0, nullptr), V4LXX_ERROR_CLOSED);
}

static void group_and_loop_do_not_share_a_stream(void **)
{
    GroupRig rig, other;
    Camera &camera = rig.add(virtual_camera);
    assert_int_equal(v4lxx_group_add_stream(rig.group(), camera.stream(), 0, nullptr), V4LXX_ERROR_STATE);
    assert_int_equal(v4lxx_context_add_stream(rig.context(), camera.stream(), 1, nullptr), V4LXX_ERROR_STATE);
    assert_int_equal(v4lxx_group_add_stream(other.group(), camera.stream(), 0, nullptr), V4LXX_ERROR_ARGUMENT);
    assert_int_equal(v4lxx_group_add_stream(rig.group(), camera.stream(), 2 * 3600 * second, nullptr), V4LXX_ERROR_ARGUMENT);
}

static v4lxx_group *to_cancel;
static void cancel_it(int) { v4lxx_group_cancel(to_cancel); }

static void group_a_wait_is_cancelled_from_a_signal_handler_and_a_thread(void **)
{
    GroupRig rig;
    rig.add("sim:camera,size=64x48,pattern=cells").inject("at frame 0 drop 100000");
    rig.start();
    std::thread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        v4lxx_group_cancel(rig.group());
    });
    assert_int_equal(rig.try_next(-1), V4LXX_ERROR_CANCELLED);
    other.join();
    assert_int_equal(rig.try_next(0), V4LXX_AGAIN);
    to_cancel = rig.group();
    std::signal(SIGALRM, cancel_it);
    alarm(1);
    assert_int_equal(rig.try_next(-1), V4LXX_ERROR_CANCELLED);
    std::signal(SIGALRM, SIG_DFL);
}

static void group_sets_outlive_their_group(void **)
{
    const Baseline before = measure();
    {
        v4lxx_frame_set *held = nullptr;
        v4lxx_frame *frame = nullptr;
        {
            GroupRig rig;
            rig.add(virtual_camera);
            rig.add(virtual_camera);
            rig.start();
            ASSERT_OK(v4lxx_group_next(rig.group(), 5 * second, &held, &error));
        }
        frame = v4lxx_frame_ref(v4lxx_frame_set_get_frame(held, 1));
        HeldFrame(v4lxx_frame_ref(v4lxx_frame_set_get_frame(held, 0))).assert_intact(v4lxx::kernel::sim::Pattern::cells);
        v4lxx_frame_set_unref(v4lxx_frame_set_ref(held));
        v4lxx_frame_set_unref(held);
        HeldFrame(frame).assert_intact(v4lxx::kernel::sim::Pattern::cells);
    }
    assert_baseline(before);
}

// A stream that comes back by itself does not fail: its frames are missing while it is away.
static void group_a_stream_that_reconnects_stays(void **)
{
    GroupRig rig(with_incomplete());
    rig.add(real_camera);
    Camera &lost = rig.add(real_camera, 0, V4LXX_STREAM_RECONNECT);
    lost.inject("at frame 20 unplug\nat time 300ms replug");
    rig.start();
    bool was_away = false, is_back = false;
    for (int i = 0; i < 2000 && !is_back; i++) {
        const Set set = rig.next();
        was_away = was_away || (i > 25 && !set.info.is_complete);
        is_back = was_away && set.info.is_complete && rig.told(1).resets != 0;
    }
    assert_true(is_back);
    assert_false(rig.told(1).is_gone);
}

static void group_options_that_cannot_be_are_refused(void **)
{
    Context context;
    const auto create = [&](auto &&change) {
        v4lxx_group_options options = V4LXX_GROUP_OPTIONS_INIT;
        change(options);
        v4lxx_group *group = nullptr;
        const v4lxx_status status = v4lxx_group_create(context.get(), &options, &group, nullptr);
        assert_null(group);
        return status;
    };
    assert_int_equal(create([](auto &options) { options.match_by = 3; }), V4LXX_ERROR_ARGUMENT);
    assert_int_equal(create([](auto &options) { options.flags = 2; }), V4LXX_ERROR_ARGUMENT);
    assert_int_equal(create([](auto &options) { options.tolerance_ns = -1; }), V4LXX_ERROR_ARGUMENT);
    assert_int_equal(create([](auto &options) { options.max_wait_ns = -1; }), V4LXX_ERROR_ARGUMENT);
    assert_int_equal(create([](auto &options) { options.most_held = 33; }), V4LXX_ERROR_ARGUMENT);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(group_hands_out_frames_taken_at_the_same_time_and_tells_the_skew),
        cmocka_unit_test(group_takes_two_calls_per_frame_and_a_wait_for_all),
        cmocka_unit_test(group_a_drift_is_measured),
        cmocka_unit_test(group_cameras_that_drift_past_one_another_lose_one_frame),
        cmocka_unit_test(group_of_two_rates_matches_every_second_frame),
        cmocka_unit_test(group_start_of_exposure_is_compared_with_the_end_of_frames),
        cmocka_unit_test(group_a_known_offset_is_taken_off),
        cmocka_unit_test(group_an_unplugged_camera_is_told_once_and_the_others_go_on),
        cmocka_unit_test(group_a_stalled_camera_never_holds_up_the_other),
        cmocka_unit_test(group_the_last_frame_waits_no_longer_than_it_may),
        cmocka_unit_test(group_a_descriptor_tells_of_sets_and_is_quiet_without),
        cmocka_unit_test(group_an_unknown_clock_is_a_clear_failure_unless_sequences_will_do),
        cmocka_unit_test(group_a_clock_that_was_found_out_will_do),
        cmocka_unit_test(group_sequences_find_the_partner_behind_a_loss),
        cmocka_unit_test(group_a_camera_that_comes_back_takes_its_place),
        cmocka_unit_test(group_streams_that_were_closed_leave_and_cannot_come_back),
        cmocka_unit_test(group_and_loop_do_not_share_a_stream),
        cmocka_unit_test(group_a_wait_is_cancelled_from_a_signal_handler_and_a_thread),
        cmocka_unit_test(group_sets_outlive_their_group),
        cmocka_unit_test(group_a_stream_that_reconnects_stays),
        cmocka_unit_test(group_options_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
