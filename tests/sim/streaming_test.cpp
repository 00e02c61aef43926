// Streaming from a simulated camera, as a user does it.
#include "support/baseline.hpp"
#include "support/camera.hpp"

#include <poll.h>

using namespace v4lxx::test;

static void U10_frames_come_in_order_and_intact(void **)
{
    Camera camera("sim:camera,size=320x240,fps=100,clock=virtual");
    camera.start();
    for (uint32_t i = 0; i < 50; i++) {
        HeldFrame frame = camera.next();
        assert_int_equal(frame.info().sequence, i);
        frame.assert_intact();
    }
    assert_int_equal(camera.account().delivered, 50);
    assert_int_equal(camera.account().driver_dropped, 0);
}

static void bar1a_three_system_calls_no_allocation_no_copy_per_frame(void **)
{
    Camera camera("sim:camera,size=320x240,fps=100,clock=virtual");
    camera.start();
    for (int i = 0; i < 10; i++)
        camera.next();
    const auto before = camera.account();
    const uint64_t allocations = allocations_made();
    for (int i = 0; i < 1000; i++)
        camera.next();
    assert_int_equal(allocations_made() - allocations, 0);
    const auto after = camera.account();
    assert_int_equal(after.delivered - before.delivered, 1000);
    assert_int_equal(after.system_calls - before.system_calls, 3000);
    assert_int_equal(after.copies, 0);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U10_frames_come_in_order_and_intact),
        cmocka_unit_test(bar1a_three_system_calls_no_allocation_no_copy_per_frame),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
