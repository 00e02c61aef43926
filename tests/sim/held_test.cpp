// Frames that are not given back: how many, how old, and who has them. And frames that were, and are read all the same.
#include "support/camera.hpp"

#include "support/baseline.hpp"

#include "device/context.hpp"

#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace v4lxx::test;

namespace {

class Held {
public:
    explicit Held(v4lxx_stream *stream) { ASSERT_OK(v4lxx_stream_list_held(stream, &list_, &error)); }
    Held(const Held &) = delete;
    Held &operator=(const Held &) = delete;
    ~Held() { v4lxx_held_list_unref(list_); }
    uint32_t count() const { return v4lxx_held_list_get_count(list_); }
    v4lxx_held_frame operator[](uint32_t index) const
    {
        v4lxx_held_frame held = V4LXX_HELD_FRAME_INIT;
        ASSERT_OK(v4lxx_held_list_at(list_, index, &held, &error));
        return held;
    }

private:
    v4lxx_held_list *list_ = nullptr;
};

v4lxx_stream_options with_reserve(uint32_t buffers, uint32_t min_queued)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.buffer_count = buffers;
    options.min_queued = min_queued;
    return options;
}

}  // namespace

static void bar14d_frames_that_are_held_are_listed_with_age_and_holder(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    camera.start();
    assert_int_equal(Held(camera.stream()).count(), 0);
    HeldFrame first = camera.next();
    camera.next();
    HeldFrame third = camera.next();
    v4lxx_frame_set_holder(first.get(), 7);
    v4lxx_frame_set_holder(third.get(), UINT64_MAX);
    HeldFrame again(v4lxx_frame_ref(third.get()));
    const Held held(camera.stream());
    assert_int_equal(held.count(), 2);
    const v4lxx_held_frame oldest = held[0], newest = held[1];
    assert_int_equal(oldest.number, 0);
    assert_int_equal(oldest.holder, 7);
    assert_int_equal(oldest.references, 1);
    assert_int_equal(oldest.bytes, 64 * 48 * 2);
    assert_int_equal(oldest.generation, 1);
    assert_int_equal(oldest.arrival_ns, first.info().arrival_ns);
    assert_int_equal(oldest.buffer_index, first.info().buffer_index);
    assert_int_equal(newest.number, 2);
    assert_true(newest.holder == UINT64_MAX);
    assert_int_equal(newest.references, 2);
    assert_int_equal(oldest.age_ns - newest.age_ns, newest.arrival_ns - oldest.arrival_ns);
    assert_true(oldest.age_ns >= 20 * ms && newest.age_ns >= 0);
    assert_int_equal(camera.account().held, 2);
}

static void bar14d_the_list_is_a_snapshot_and_holds_no_frame(void **)
{
    const Baseline before = measure();
    {
        Camera camera("sim:camera,size=64x48,fps=100,clock=virtual", 2);
        camera.start();
        HeldFrame frame = camera.next();
        const Held held(camera.stream());
        frame = HeldFrame(nullptr);
        assert_int_equal(held.count(), 1);
        assert_int_equal(Held(camera.stream()).count(), 0);
        for (int i = 0; i < 4; i++)
            camera.next();
    }
    assert_baseline(before);
}

static void bar14d_a_frame_that_is_handed_out_again_has_no_holder(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual", 1);
    camera.start();
    for (int i = 0; i < 2; i++) {
        HeldFrame frame = camera.next();
        assert_int_equal(Held(camera.stream())[0].holder, 0);
        v4lxx_frame_set_holder(frame.get(), 5);
        assert_int_equal(Held(camera.stream())[0].holder, 5);
    }
}

static void bar14d_copies_and_frames_of_older_starts_are_listed(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual", with_reserve(3, 2));
    camera.start();
    HeldFrame buffer = camera.next(), copy = camera.next();
    assert_true((copy.info().flags & V4LXX_FRAME_COPIED) != 0);
    camera.stop();
    camera.start();
    HeldFrame fresh = camera.next();
    const Held held(camera.stream());
    assert_int_equal(held.count(), 3);
    assert_int_equal(held[0].generation, 1);
    assert_int_equal(held[0].flags & V4LXX_FRAME_COPIED, 0);
    assert_int_equal(held[1].generation, 1);
    assert_int_equal(held[1].flags & V4LXX_FRAME_COPIED, V4LXX_FRAME_COPIED);
    assert_int_equal(held[2].generation, 2);
    assert_int_equal(held[2].number, fresh.info().number);
    copy = HeldFrame(nullptr);
    assert_int_equal(Held(camera.stream()).count(), 2);
}

static void S15_bar14d_a_closed_stream_still_tells_who_holds_its_frames(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    camera.start();
    HeldFrame frame = camera.next();
    v4lxx_frame_set_holder(frame.get(), 3);
    v4lxx_stream_close(camera.stream());
    const Held held(camera.stream());
    assert_int_equal(held.count(), 1);
    assert_int_equal(held[0].holder, 3);
    assert_int_equal(held[0].age_ns, -1);
    assert_int_equal(held[0].arrival_ns, frame.info().arrival_ns);
}

static void bar14d_a_lost_device_is_asked_nothing(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    camera.start();
    HeldFrame frame = camera.next();
    camera.sim().unplug();
    const uint64_t calls = camera.account().system_calls;
    const Held held(camera.stream());
    assert_int_equal(held.count(), 1);
    assert_true(held[0].age_ns >= 0);
    assert_int_equal(camera.account().system_calls, calls);
}

namespace {

v4lxx_stream *guarded = nullptr;
int answer = -1;

// What a program does that wants to know: no allocation, one write.
void tell_whose_it_was(int, siginfo_t *info, void *)
{
    v4lxx_held_frame frame = V4LXX_HELD_FRAME_INIT;
    const auto address = reinterpret_cast<uintptr_t>(info->si_addr);
    if (v4lxx_stream_find_frame(guarded, address, &frame, nullptr) == V4LXX_OK &&
        write(answer, &frame, sizeof frame) == sizeof frame)
        _exit(0);
    _exit(2);
}

// In a process of its own, because it ends. 1: the byte could be read.
void read_a_frame_that_was_given_back()
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual", 4, V4LXX_STREAM_GUARD);
    guarded = camera.stream();
    camera.start();
    camera.next();
    const volatile uint8_t *kept = nullptr;
    {
        HeldFrame frame = camera.next();
        v4lxx_frame_set_holder(frame.get(), 99);
        kept = static_cast<const uint8_t *>(v4lxx_frame_get_plane_data(frame.get(), 0, nullptr));
        if (kept[6143] == 0 && kept[0] == 0)
            _exit(3);  // so much is in every picture of the chart
    }
    struct sigaction action{};
    action.sa_sigaction = tell_whose_it_was;
    action.sa_flags = SA_SIGINFO;
    sigaction(SIGSEGV, &action, nullptr);
    [[maybe_unused]] const uint8_t byte = kept[5000];
    _exit(1);
}

class ProtectFails : public v4lxx::kernel::FaultPlan {
public:
    int before(v4lxx::kernel::Call call, unsigned long) override
    {
        return armed && call == v4lxx::kernel::Call::protect ? -ENOMEM : 0;
    }
    bool armed = false;
};

}  // namespace

static void bar14c_to_read_a_frame_that_was_given_back_is_trapped_and_it_can_be_told_which(void **)
{
    int ends[2];
    assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        answer = ends[1];
        read_a_frame_that_was_given_back();
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    v4lxx_held_frame told = V4LXX_HELD_FRAME_INIT;
    assert_int_equal(read(ends[0], &told, sizeof told), sizeof told);
    assert_int_equal(told.number, 1);
    assert_int_equal(told.generation, 1);
    assert_int_equal(told.references, 0);
    assert_int_equal(told.holder, 99);
    assert_int_equal(told.taken_by, child);
    assert_int_equal(told.released_by, child);
    close(ends[0]);
    close(ends[1]);
}

static void bar14c_with_a_guard_what_is_held_can_be_read_with_every_flow(void **)
{
    const Baseline before = measure();
    for (const v4lxx_flow flow : {V4LXX_FLOW_BLOCK, V4LXX_FLOW_LATEST, V4LXX_FLOW_DROP_OLDEST, V4LXX_FLOW_DROP_NEWEST}) {
        v4lxx_stream_options options = with_reserve(4, 2);
        options.flags = V4LXX_STREAM_GUARD;
        options.flow = flow;
        Camera camera("sim:camera,size=64x48,fps=100,clock=virtual,formats=YUYV+MJPG", options);
        camera.start();
        HeldFrame held = camera.next();
        for (int i = 0; i < 20; i++)
            camera.next().assert_intact();
        camera.stop();
        held.assert_intact();
        camera.start();
        camera.next().assert_intact();
        held.assert_intact();
    }
    assert_baseline(before);
}

static void bar14c_a_guard_that_cannot_be_lifted_costs_the_frame_and_is_told(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual", 4, V4LXX_STREAM_GUARD);
    camera.start();
    ProtectFails plan;
    auto &system = reinterpret_cast<v4lxx::device::Context *>(camera.context())->system();
    system.set_fault_plan(&plan);
    camera.next();
    plan.armed = true;
    assert_int_equal(camera.try_next(second), V4LXX_ERROR_NO_MEMORY);
    plan.armed = false;
    camera.next().assert_intact();
    system.set_fault_plan(nullptr);
    const v4lxx_stream_account account = camera.account();
    assert_int_equal(account.policy_dropped, 1);
    assert_int_equal(account.queued, 4);
    assert_int_equal(account.delivered + account.policy_dropped + account.driver_dropped, frames_counted(camera.stream()));
}

static void bar14c_an_address_of_nobody_is_refused(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    camera.start();
    HeldFrame frame = camera.next();
    v4lxx_held_frame found = V4LXX_HELD_FRAME_INIT;
    const uint64_t address = frame.info().plane_address[0];
    ASSERT_OK(v4lxx_stream_find_frame(camera.stream(), address + 6143, &found, &error));
    assert_int_equal(found.references, 1);
    assert_int_equal(found.taken_by, 0);  // it costs a call for each frame, so only with the guard
    ASSERT_CODE(v4lxx_stream_find_frame(camera.stream(), 4711, &found, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    assert_int_equal(v4lxx_stream_find_frame(camera.stream(), UINT64_MAX, &found, nullptr), V4LXX_ERROR_ARGUMENT);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar14d_frames_that_are_held_are_listed_with_age_and_holder),
        cmocka_unit_test(bar14d_the_list_is_a_snapshot_and_holds_no_frame),
        cmocka_unit_test(bar14d_a_frame_that_is_handed_out_again_has_no_holder),
        cmocka_unit_test(bar14d_copies_and_frames_of_older_starts_are_listed),
        cmocka_unit_test(S15_bar14d_a_closed_stream_still_tells_who_holds_its_frames),
        cmocka_unit_test(bar14d_a_lost_device_is_asked_nothing),
        cmocka_unit_test(bar14c_to_read_a_frame_that_was_given_back_is_trapped_and_it_can_be_told_which),
        cmocka_unit_test(bar14c_with_a_guard_what_is_held_can_be_read_with_every_flow),
        cmocka_unit_test(bar14c_a_guard_that_cannot_be_lifted_costs_the_frame_and_is_told),
        cmocka_unit_test(bar14c_an_address_of_nobody_is_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
