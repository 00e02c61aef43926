// Flows and the reserve on a real driver, whose account must add up to the numbers that it gave its frames.
#include "uml/vivid.hpp"

#include <unistd.h>

using namespace v4lxx::test;

static uint64_t sum(const v4lxx_stream_account &account)
{
    return account.delivered + account.driver_dropped + account.corrupt_dropped + account.empty_dropped +
           account.policy_dropped + account.waiting;
}

// Frames that come after pauses of eight intervals; the number of the last one.
static uint64_t take_after_pauses(RealCamera &camera, int times)
{
    uint64_t last = 0;
    for (int i = 0; i < times; i++) {
        HeldFrame frame = camera.next();
        const uint64_t number = frame.info().number;
        assert_true(i == 0 || number > last);
        last = number;
        usleep(133'000);
    }
    return last;
}

static void S09_latest_skips_what_came_during_a_pause(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state), {.flow = V4LXX_FLOW_LATEST});
    camera.start();
    for (int i = 0; i < 20; i++)
        camera.next();
    const auto before = camera.account();
    const uint64_t last = take_after_pauses(camera, 20);
    const auto account = camera.account();
    assert_int_equal(account.delivered - before.delivered, 20);
    assert_true(account.policy_dropped - before.policy_dropped >= 40);  // each pause fills the other buffers with old frames
    assert_int_equal(account.waiting, 0);
    assert_int_equal(sum(account), last + 1);
    assert_int_equal(account.copies, 0);
}

static void S09_frames_wait_in_order_and_the_rest_is_counted(void **state)
{
    for (v4lxx_flow flow : {V4LXX_FLOW_DROP_OLDEST, V4LXX_FLOW_DROP_NEWEST}) {
        Library library;
        RealCamera camera(library.get(), node_of(state), {.buffers = 8, .flow = flow});
        camera.start();
        const uint64_t last = take_after_pauses(camera, 15);
        const auto account = camera.account();
        assert_true(account.policy_dropped >= 15);
        assert_true(sum(account) > last);
        camera.stop();
        assert_int_equal(sum(camera.account()), sum(account));
    }
}

static void bar1d_the_driver_keeps_its_reserve_while_frames_are_held(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state), {.min_queued = 2});
    camera.start();
    std::vector<HeldFrame> held;
    std::vector<uint64_t> prints;
    for (uint32_t i = 0; i < 6; i++) {
        held.push_back(camera.next());
        prints.push_back(fingerprint(held.back()));
        assert_true(camera.account().queued >= 2);
        assert_int_equal((held.back().info().flags & V4LXX_FRAME_COPIED) != 0, i >= 2);
    }
    const uint64_t before = camera.account().policy_dropped;
    assert_int_equal(camera.try_next(200 * ms), V4LXX_TIMED_OUT);
    assert_true(camera.account().policy_dropped > before);
    camera.close();
    for (size_t i = 0; i < held.size(); i++)
        assert_true(fingerprint(held[i]) == prints[i]);
}

static void bar1d_the_driver_gets_more_buffers_while_frames_are_held(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state), {.min_queued = 2, .reserve = V4LXX_RESERVE_GROW});
    camera.start();
    std::vector<HeldFrame> held;
    std::vector<uint64_t> prints;
    for (uint32_t i = 0; i < 10; i++) {
        held.push_back(camera.next());
        prints.push_back(fingerprint(held.back()));
        assert_true(camera.account().queued >= 2);
        assert_int_equal((held.back().info().flags & V4LXX_FRAME_COPIED) != 0, i >= 6);
    }
    assert_int_equal(camera.account().buffers_grown, 4);
    assert_int_equal(v4lxx_stream_get_buffer_count(camera.stream()), 8);
    for (size_t i = 0; i < held.size(); i++)
        assert_true(fingerprint(held[i]) == prints[i]);
    held.clear();
    for (int i = 0; i < 20; i++)
        assert_int_equal(camera.next().info().flags & V4LXX_FRAME_COPIED, 0);
    assert_int_equal(camera.account().buffers_grown, 4);
    assert_int_equal(camera.account().requeue_failures, 0);
    camera.close();
}

int main()
{
    const CMUnitTest tests[] = {
        ON_BOTH_APIS(S09_latest_skips_what_came_during_a_pause),
        ON_BOTH_APIS(S09_frames_wait_in_order_and_the_rest_is_counted),
        ON_BOTH_APIS(bar1d_the_driver_keeps_its_reserve_while_frames_are_held),
        ON_BOTH_APIS(bar1d_the_driver_gets_more_buffers_while_frames_are_held),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
