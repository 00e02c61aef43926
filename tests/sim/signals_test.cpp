// Signals, stops and other processes: none of them is an error, shortens a wait or loses a frame that is not counted.
#include "support/camera.hpp"

#include "support/baseline.hpp"
#include "support/storm.hpp"

#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace v4lxx::test;

namespace {

int64_t now_ns()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * second + now.tv_nsec;
}

// All that a program does with a stream, on the real clock.
void use_a_stream_in_a_storm(int signal, int64_t interval_ns)
{
    const Storm storm(signal, interval_ns);
    Camera camera("sim:camera,size=64x48,fps=200", 16);
    for (int start = 0; start < 2; start++) {
        camera.start();
        uint64_t number = 0;
        for (int i = 0; i < 40; i++) {
            HeldFrame frame = camera.next();
            frame.assert_intact();
            number = frame.info().number;
        }
        assert_int_equal(camera.account().io_errors + camera.account().requeue_failures, 0);
        if (start == 0)
            assert_int_equal(camera.account().delivered + camera.account().driver_dropped, number + 1);
        camera.stop();
    }
    camera.start();
    v4lxx_stream_cancel(camera.stream());
    assert_int_equal(camera.try_next(second), V4LXX_ERROR_CANCELLED);
    camera.inject("on VIDIOC_DQBUF all errno EAGAIN\nnever wake");
    const int64_t start = now_ns();
    assert_int_equal(camera.try_next(100 * ms), V4LXX_TIMED_OUT);
    assert_true(now_ns() - start >= 100 * ms);
    assert_true(storm.signals() > 100);
}

}  // namespace

static void bar10f_10000_profiling_signals_a_second_change_no_result(void **) { use_a_stream_in_a_storm(SIGPROF, 100'000); }

static void S19_U12_1000_signals_a_second_of_children_windows_and_profilers_change_no_result(void **)
{
    for (const int signal : {SIGCHLD, SIGWINCH, SIGPROF})
        use_a_stream_in_a_storm(signal, ms);
}

// In a child: cmocka's way out of a test must not be taken there.
static bool goes_on_after_a_stop()
{
    v4lxx_context *context = nullptr;
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.flow = V4LXX_FLOW_LATEST;
    if (v4lxx_context_create(nullptr, &context, nullptr) != V4LXX_OK ||
        v4lxx_device_open(context, "sim:camera,size=64x48,fps=50", nullptr, &device, nullptr) != V4LXX_OK ||
        v4lxx_stream_create(device, &options, &stream, nullptr) != V4LXX_OK || v4lxx_stream_start(stream, nullptr) != V4LXX_OK)
        return false;
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
    uint64_t last = 0;
    for (int i = 0; i < 30; i++) {
        if (i == 10)
            raise(SIGSTOP);
        v4lxx_frame *frame = nullptr;
        if (v4lxx_stream_dequeue(stream, 5 * second, &frame, nullptr) != V4LXX_OK)
            return false;
        v4lxx_frame_read_info(frame, &info, nullptr);
        v4lxx_frame_unref(frame);
        if (i != 0 && info.number <= last)
            return false;
        last = info.number;
    }
    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
    v4lxx_stream_read_account(stream, &account, nullptr);
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
    v4lxx_context_unref(context);
    // The old frames were skipped by the policy, what the driver had no buffer for is its loss; together they are half a second.
    return account.delivered == 30 && account.policy_dropped >= 1 && account.driver_dropped >= 10 &&
           account.delivered + account.policy_dropped + account.driver_dropped == last + 1;
}

static void S19_a_process_that_was_stopped_goes_on_and_old_frames_are_skipped(void **)
{
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        alarm(60);
        _exit(goes_on_after_a_stop() ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, WUNTRACED), child);
    assert_true(WIFSTOPPED(status));
    usleep(500'000);
    kill(child, SIGCONT);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void S13_no_descriptor_of_a_running_stream_is_inherited(void **)
{
    const size_t before = inheritable_descriptors();
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    assert_true(v4lxx_stream_get_fd(camera.stream()) >= 0);
    camera.start();
    camera.next();
    assert_int_equal(inheritable_descriptors(), before);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar10f_10000_profiling_signals_a_second_change_no_result),
        cmocka_unit_test(S19_U12_1000_signals_a_second_of_children_windows_and_profilers_change_no_result),
        cmocka_unit_test(S19_a_process_that_was_stopped_goes_on_and_old_frames_are_skipped),
        cmocka_unit_test(S13_no_descriptor_of_a_running_stream_is_inherited),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
