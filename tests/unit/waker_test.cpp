// Cancelling: each cancel ends the waits in progress, or the next one, once; and no signal is left behind.
#include "support/check.hpp"

#include "kernel/linux/events.hpp"
#include "stream/waker.hpp"

#include <poll.h>

using namespace v4lxx;
using namespace v4lxx::stream;

static std::unique_ptr<kernel::Event> event()
{
    std::unique_ptr<kernel::Event> made;
    assert_int_equal(kernel::make_eventfd(&made), 0);
    return made;
}

static bool readable(Waker &waker)
{
    pollfd entry{waker.event().fd(), POLLIN, 0};
    return poll(&entry, 1, 0) == 1;
}

static void abi_a_cancel_in_a_wait_ends_it_and_no_other(void **)
{
    Waker waker(event());
    {
        Wait a(waker), b(waker);
        assert_false(a.take_cancel());
        waker.cancel();
        assert_true(readable(waker));
        assert_true(a.take_cancel());
        assert_true(b.take_cancel());
    }
    assert_false(readable(waker));
    Wait next(waker);
    assert_false(next.take_cancel());
}

static void abi_a_cancel_before_a_wait_ends_the_next_one_once(void **)
{
    Waker waker(event());
    waker.cancel();
    waker.cancel();
    assert_true(readable(waker));
    {
        Wait first(waker);
        assert_true(first.take_cancel());
    }
    assert_false(readable(waker));
    Wait second(waker);
    assert_false(second.take_cancel());
}

static void abi_a_wake_is_cleared_by_the_last_one_out(void **)
{
    Waker waker(event());
    {
        Wait a(waker);
        {
            Wait b(waker);
            waker.wake();
        }
        assert_true(readable(waker));  // a has not seen it yet
    }
    assert_false(readable(waker));
}

static void abi_a_close_stays_signalled(void **)
{
    Waker waker(event());
    waker.wake_for_good();
    for (int i = 0; i < 3; i++) {
        Wait wait(waker);
        wait.nothing_for_me();
    }
    assert_true(readable(waker));
}

static void abi_no_cancel_is_lost_between_threads(void **)
{
    Waker waker(event());
    std::atomic<bool> done{false}, lost{false};
    std::thread waiter([&] {
        while (!done) {
            Wait wait(waker);
            pollfd entry{waker.event().fd(), POLLIN, 0};
            while (!wait.take_cancel()) {
                if (poll(&entry, 1, 5000) == 0) {
                    lost = true;
                    return;
                }
                if (!wait.take_cancel())
                    wait.nothing_for_me();
                else
                    break;
            }
        }
    });
    for (int i = 0; i < 2000; i++) {
        waker.cancel();
        if (i % 7 == 0)
            std::this_thread::yield();
    }
    done = true;
    waker.cancel();
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    waker.cancel();
    waiter.join();
    assert_false(lost);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(abi_a_cancel_in_a_wait_ends_it_and_no_other),
        cmocka_unit_test(abi_a_cancel_before_a_wait_ends_the_next_one_once),
        cmocka_unit_test(abi_a_wake_is_cleared_by_the_last_one_out),
        cmocka_unit_test(abi_a_close_stays_signalled),
        cmocka_unit_test(abi_no_cancel_is_lost_between_threads),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
