// A close with a time-out: it says what keeps it, ends waits all the same, and the rest happens once the driver returns.
#include "support/camera.hpp"

#include "support/baseline.hpp"
#include "support/call_fails.hpp"

#include "device/context.hpp"

#include <atomic>
#include <chrono>
#include <linux/videodev2.h>
#include <thread>

using namespace v4lxx::test;

namespace {

struct Answer {
    v4lxx_status status = V4LXX_OK;
    v4lxx_code code = 0;
    std::string message;
};

Answer close_within(Camera &camera, bool whole_device, int64_t timeout_ns)
{
    v4lxx_error *error = nullptr;
    Answer answer;
    answer.status = whole_device ? v4lxx_device_close_within(camera.device(), timeout_ns, &error)
                                 : v4lxx_stream_close_within(camera.stream(), timeout_ns, &error);
    answer.code = v4lxx_error_get_code(error);
    answer.message = v4lxx_error_get_message(error);
    v4lxx_error_free(error);
    return answer;
}

void assert_kept_by(const Answer &answer, const std::string &call, const std::string &time)
{
    assert_int_equal(answer.status, V4LXX_ERROR_BUSY);
    assert_int_equal(answer.code, V4LXX_CODE_CALL_NOT_RETURNED);
    const std::string wanted = "the driver has not returned from " + call + " " + time;
    if (answer.message.find(wanted) == std::string::npos)
        fail_msg("no '%s' in:\n%s", wanted.c_str(), answer.message.c_str());
}

const char *const name = "sim:camera,size=64x48,fps=100";

}  // namespace

static void S12_a_close_names_the_call_that_keeps_it_and_is_over_when_the_driver_returns(void **)
{
    {
        Camera warm(name);
        close_within(warm, true, -1);  // a sanitizer has a thread of its own once there are several
    }
    const Baseline before = measure();
    for (const bool whole_device : {false, true}) {
        Camera camera(name), other("sim:camera,size=64x48,fps=100,id=2");
        camera.start();
        other.start();
        HeldFrame held = camera.next();
        camera.inject("on VIDIOC_STREAMOFF 0 delay 600ms");
        assert_int_equal(close_within(camera, whole_device, 0).code, V4LXX_CODE_CALL_NOT_RETURNED);
        assert_int_equal(camera.try_next(-1), V4LXX_ERROR_CLOSED);
        other.next().assert_intact();
        assert_kept_by(close_within(camera, whole_device, 150 * ms), "VIDIOC_STREAMOFF", "for 150 ms");
        assert_int_equal(close_within(camera, whole_device, 20 * second).status, V4LXX_OK);
        assert_int_equal(camera.sim().calls(VIDIOC_STREAMOFF), 1);
        assert_int_equal(close_within(camera, whole_device, -1).status, V4LXX_OK);
        held.assert_intact();
    }
    // The thread that closed may have a few steps left to its end.
    for (int i = 0; i < 1000 && measure().threads != before.threads; i++)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    assert_baseline(before);
}

// The thread that is in the driver does the closing, once it comes back.
static void S12_a_close_that_another_thread_keeps_names_its_call(void **)
{
    for (const bool whole_device : {false, true}) {
        Camera camera(name);
        camera.start();
        camera.next();
        camera.inject("on VIDIOC_STREAMOFF 0 delay 600ms");
        std::atomic<bool> returned{false};
        std::thread stopper([&] {
            v4lxx_stream_stop(camera.stream(), nullptr);
            returned = true;
        });
        while (camera.sim().calls(VIDIOC_STREAMOFF) == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        assert_kept_by(close_within(camera, whole_device, 20 * ms), "VIDIOC_STREAMOFF", "for 20 ms");
        assert_false(returned);
        assert_int_equal(close_within(camera, whole_device, -1).status, V4LXX_OK);
        stopper.join();
    }
}

static void S12_a_close_that_nothing_keeps_is_over_at_once(void **)
{
    for (const bool whole_device : {false, true})
        for (const bool runs : {false, true}) {
            Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
            if (runs)
                camera.start();
            assert_int_equal(close_within(camera, whole_device, 20 * second).status, V4LXX_OK);
            assert_int_equal(close_within(camera, whole_device, 0).status, V4LXX_OK);
            assert_int_equal(camera.try_next(0), V4LXX_ERROR_CLOSED);
            if (whole_device)
                continue;
            v4lxx_stream *next = nullptr;  // the device is free for it
            ASSERT_OK(v4lxx_stream_create(camera.device(), nullptr, &next, &error));
            v4lxx_stream_unref(next);
        }
}

static void S12_a_close_that_cannot_be_begun_leaves_all_as_it_was(void **)
{
    for (const auto call : {v4lxx::kernel::Call::make_event, v4lxx::kernel::Call::make_wait_set})
        for (const bool whole_device : {false, true}) {
            CallFails faults(call);
            Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
            camera.start();
            auto &system = reinterpret_cast<v4lxx::device::Context *>(camera.context())->system();
            system.set_fault_plan(&faults);
            faults.armed = true;
            assert_int_equal(close_within(camera, whole_device, -1).status, V4LXX_ERROR_SYSTEM);
            faults.armed = false;
            system.set_fault_plan(nullptr);
            camera.next().assert_intact();
        }
}

// The last call of all.
static void S12_a_node_that_does_not_close_is_told(void **)
{
    Camera camera(name);
    camera.inject("on close 0 delay 600ms");
    assert_kept_by(close_within(camera, true, 150 * ms), "close", "for 150 ms");
    assert_int_equal(close_within(camera, true, -1).status, V4LXX_OK);
}

// The wait of another thread, which need not know of the close.
static void S12_waits_end_although_the_close_is_not_over(void **)
{
    Camera camera("sim:camera,size=64x48,fps=1");
    camera.start();
    camera.next();
    camera.inject("on VIDIOC_STREAMOFF 0 delay 600ms");
    v4lxx_status status = V4LXX_OK;
    std::thread waiter([&] { status = camera.try_next(-1); });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    const Answer answer = close_within(camera, false, 100 * ms);
    waiter.join();
    assert_int_equal(status, V4LXX_ERROR_CLOSED);
    assert_kept_by(answer, "VIDIOC_STREAMOFF", "for 100 ms");
    assert_int_equal(close_within(camera, false, -1).status, V4LXX_OK);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S12_a_close_names_the_call_that_keeps_it_and_is_over_when_the_driver_returns),
        cmocka_unit_test(S12_a_close_that_another_thread_keeps_names_its_call),
        cmocka_unit_test(S12_a_close_that_nothing_keeps_is_over_at_once),
        cmocka_unit_test(S12_a_close_that_cannot_be_begun_leaves_all_as_it_was),
        cmocka_unit_test(S12_a_node_that_does_not_close_is_told),
        cmocka_unit_test(S12_waits_end_although_the_close_is_not_over),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
