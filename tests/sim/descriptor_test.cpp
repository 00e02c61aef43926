// Another part of the program closes the descriptor of a device: that is no loss of the device, and is told as what it is.
#include "hostile_driver.hpp"

#include "support/baseline.hpp"

using namespace v4lxx::test;

static void assert_says_closed(const Refusal &refusal)
{
    assert_int_equal(refusal.status, V4LXX_ERROR_STATE);
    assert_int_equal(refusal.code, V4LXX_CODE_DESCRIPTOR_CLOSED);
    for (const char *said : {"EBADF", "that of no open file (checked)", "strace"})
        if (refusal.message.find(said) == std::string::npos)
            fail_msg("no \"%s\" in: %s", said, refusal.message.c_str());
}

static Refusal stop(Camera &camera)
{
    return refusal_of([&](v4lxx_error **error) { return v4lxx_stream_stop(camera.stream(), error); });
}

static void U13_a_descriptor_that_somebody_else_closed_is_told_apart_from_a_loss(void **)
{
    for (const char *name : {single, multi}) {
        const Baseline before = measure();
        {
            Camera camera(name);
            camera.start();
            HeldFrame held = camera.next();
            camera.inject("on VIDIOC_DQBUF 0 close");
            assert_says_closed(take(camera));
            assert_says_closed(take(camera, 0));  // and every call after it
            assert_says_closed(set_format(camera));
            held.assert_intact();
            assert_says_closed(stop(camera));
            held.assert_intact();
            assert_says_closed(start(camera));
            Camera other(camera.context(), name);  // the device is there
            other.start();
            other.next().assert_intact();
            held.assert_intact();
        }
        assert_baseline(before);
    }
}

static void U13_a_wait_ends_when_its_descriptor_is_closed(void **)
{
    for (const uint32_t flags : {0u, uint32_t{V4LXX_STREAM_RECONNECT}}) {
        Camera camera(single, 4, flags);
        camera.start();
        camera.inject("at frame 3 close");
        Refusal refusal;
        for (int i = 0; i < 8 && refusal.status == V4LXX_OK; i++)
            refusal = take(camera, -1);
        assert_says_closed(refusal);
        camera.sim().replug();  // nothing to come back to: it never went
        assert_says_closed(take(camera));
    }
}

// What was not confirmed is not claimed.
static void U13_an_EBADF_of_a_descriptor_that_is_open_is_only_told(void **)
{
    Camera camera(single);
    camera.start();
    camera.inject("on VIDIOC_DQBUF 0 errno EBADF");
    const Refusal refusal = take(camera);
    assert_int_equal(refusal.code, V4LXX_CODE_SYSTEM_CALL_FAILED);
    assert_true(refusal.message.find("VIDIOC_DQBUF: EBADF") != std::string::npos);
    camera.next().assert_intact();
}

static void U13_a_lost_device_is_still_a_lost_device(void **)
{
    Camera camera(single);
    camera.start();
    camera.sim().unplug();
    assert_int_equal(take(camera).code, V4LXX_CODE_DEVICE_GONE);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U13_a_descriptor_that_somebody_else_closed_is_told_apart_from_a_loss),
        cmocka_unit_test(U13_a_wait_ends_when_its_descriptor_is_closed),
        cmocka_unit_test(U13_an_EBADF_of_a_descriptor_that_is_open_is_only_told),
        cmocka_unit_test(U13_a_lost_device_is_still_a_lost_device),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
