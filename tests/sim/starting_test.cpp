// A start that fails: the errno becomes a cause, what was allocated is given back, and the next start works.
#include "hostile_driver.hpp"

#include "support/baseline.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/resource.h>

using namespace v4lxx::test;

// Nothing of a failed start is left at the driver: another handle gets buffers.
static void assert_device_is_free(Camera &camera)
{
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    ASSERT_OK(v4lxx_device_open(camera.context(), single, nullptr, &device, &error));
    ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
    ASSERT_OK(v4lxx_stream_start(stream, &error));
    take_frame(stream, second).assert_intact();
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
}

static void B06_each_errno_of_STREAMON_has_a_cause_and_nothing_stays_allocated(void **)
{
    const struct {
        const char *error;
        v4lxx_code code;
    } cases[] = {
        {"ENOSPC", V4LXX_CODE_USB_BANDWIDTH},
        {"EPIPE", V4LXX_CODE_PIPELINE_MISMATCH},
        {"ENOLINK", V4LXX_CODE_PIPELINE_NOT_LINKED},
        {"EINVAL", V4LXX_CODE_START_FAILED},
        {"EBUSY", V4LXX_CODE_START_BUSY},
        {"EIO", V4LXX_CODE_START_FAILED},
        {"ENOMEM", V4LXX_CODE_BUFFERS_NO_MEMORY},
    };
    for (const auto &wanted : cases) {
        Camera camera(single);
        camera.inject(std::string("on VIDIOC_STREAMON 0 errno ") + wanted.error);
        const Refusal refusal = start(camera);
        if (refusal.code != wanted.code || refusal.message.find(wanted.error) == std::string::npos)
            fail_msg("%s: %s", wanted.error, refusal.message.c_str());
        assert_int_equal(v4lxx_stream_get_buffer_count(camera.stream()), 0);
        assert_int_equal(camera.account().queued, 0);
        assert_device_is_free(camera);
        assert_usable(camera);
    }
}

static void B06_a_format_that_the_buffers_forbid_is_refused_until_the_stream_stops(void **)
{
    Camera camera(single);
    camera.start();
    assert_int_equal(set_format(camera).code, V4LXX_CODE_OWN_STREAM_BUSY);
    camera.next().assert_intact();  // the refusal did it no harm
    camera.stop();
    assert_int_equal(set_format(camera).status, V4LXX_OK);
    assert_usable(camera);
}

// Busy at whatever step: named with its call, and the next attempt works without a new open.
static void S29_busy_at_each_step_is_named_and_the_next_attempt_works(void **)
{
    const struct {
        const char *request;
        v4lxx_code code;
        Refusal (*act)(Camera &);
    } cases[] = {
        {"VIDIOC_S_FMT", V4LXX_CODE_FORMAT_BUSY, set_format},
        {"VIDIOC_REQBUFS", V4LXX_CODE_BUFFERS_BUSY, start},
        {"VIDIOC_STREAMON", V4LXX_CODE_START_BUSY, start},
    };
    for (const auto &wanted : cases) {
        const Baseline before = measure();
        {
            Camera camera(single);
            camera.inject(std::string("on ") + wanted.request + " 0 errno EBUSY");
            const uint64_t asked = camera.account().system_calls;
            const Refusal refusal = wanted.act(camera);
            assert_int_equal(refusal.status, V4LXX_ERROR_BUSY);
            assert_int_equal(refusal.code, wanted.code);
            assert_true(refusal.message.find(wanted.request) != std::string::npos);
            assert_true(camera.account().system_calls - asked < 25);  // not tried again and again
            assert_int_equal(wanted.act(camera).status, V4LXX_OK);
        }
        assert_baseline(before);
    }
}

static void S27_no_memory_says_how_many_bytes_were_wanted(void **)
{
    const struct {
        const char *name, *bytes;
    } cameras[] = {
        {"sim:camera,format=YUYV,size=640x480,clock=virtual", "4 buffers of 614400 bytes: 2.3 MiB in all"},
        {"sim:camera,format=NV12M,size=320x240,clock=virtual", "4 buffers of 115200 bytes: 450.0 KiB in all"},  // of two planes
    };
    for (const auto &camera_of : cameras)
        for (const char *fault : {"VIDIOC_REQBUFS 0 errno ENOMEM", "VIDIOC_REQBUFS 0 errno ENOSPC", "mmap 1 errno ENOMEM",
                                  "VIDIOC_STREAMON 0 errno ENOMEM"}) {
            Camera camera(camera_of.name);
            camera.inject("on " + std::string(fault));
            const Refusal refusal = start(camera);
            assert_int_equal(refusal.status, V4LXX_ERROR_NO_MEMORY);
            if (refusal.message.find(camera_of.bytes) == std::string::npos)
                fail_msg("%s: no \"%s\" in: %s", fault, camera_of.bytes, refusal.message.c_str());
            assert_usable(camera);
        }
    Camera busy(single);  // where memory is not the trouble nothing is said of it
    busy.inject("on VIDIOC_REQBUFS 0 errno EBUSY");
    assert_true(start(busy).message.find("in all") == std::string::npos);
}

static void S30_a_mapping_that_fails_says_that_the_device_was_opened_for_reading_only(void **)
{
    const Baseline before = measure();
    for (const char *more : {"", ",api=mplane,format=NM12"}) {
        Camera camera("sim:camera,size=64x48,clock=virtual,access=read-only" + std::string(more));
        assert_int_equal(set_format(camera).status, V4LXX_OK);  // it can be asked
        const Refusal refusal = start(camera);
        assert_int_equal(refusal.code, V4LXX_CODE_MAP_FAILED);
        for (const char *said :
             {"mmap: EINVAL", "was opened for reading only", "(checked)", "write to the node, too: sudo chmod g+w"})
            if (refusal.message.find(said) == std::string::npos)
                fail_msg("no \"%s\" in: %s", said, refusal.message.c_str());
    }
    assert_baseline(before);
    Camera writable(single);
    writable.inject("on mmap 0 errno EINVAL");
    assert_true(start(writable).message.find("reading only") == std::string::npos);
}

static void set_limit(rlim_t count)
{
    rlimit limit{};
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = std::min(count, limit.rlim_max);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
}

// Opens, starts and takes a frame; the errno of what failed, or 0.
static int use_another_camera(v4lxx_context *context)
{
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    v4lxx_error *error = nullptr;
    v4lxx_status status = v4lxx_device_open(context, "sim:camera,size=64x48,clock=virtual,id=2", nullptr, &device, &error);
    if (status == V4LXX_OK)
        status = v4lxx_stream_create(device, nullptr, &stream, &error);
    if (status == V4LXX_OK)
        status = v4lxx_stream_start(stream, &error);
    if (status == V4LXX_OK)
        take_frame(stream, second).assert_intact();
    else
        assert_int_equal(v4lxx_error_get_code(error), V4LXX_CODE_TOO_MANY_FILES);
    const int number = v4lxx_error_get_errno(error);
    v4lxx_error_free(error);
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
    return number;
}

// The limit of descriptors is reached at each place in turn. A stream that runs does not notice.
static void S26_without_descriptors_an_open_fails_and_running_streams_go_on(void **)
{
    Camera running(single);
    running.start();
    rlimit usual{};
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &usual), 0);
    assert_int_equal(use_another_camera(running.context()), 0);
    const Baseline before = measure();
    const int first_free = fcntl(0, F_DUPFD_CLOEXEC, 0);
    close(first_free);
    int failures = 0, answer = EMFILE;
    for (rlim_t more = 0; answer != 0 && more < 32; more++) {
        set_limit(static_cast<rlim_t>(first_free) + more);
        answer = use_another_camera(running.context());
        running.next().assert_intact();
        set_limit(usual.rlim_cur);
        if (answer != 0) {
            assert_int_equal(answer, EMFILE);
            failures++;
        }
        assert_baseline(before);
    }
    assert_int_equal(answer, 0);
    assert_true(failures >= 2);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(B06_each_errno_of_STREAMON_has_a_cause_and_nothing_stays_allocated),
        cmocka_unit_test(B06_a_format_that_the_buffers_forbid_is_refused_until_the_stream_stops),
        cmocka_unit_test(S29_busy_at_each_step_is_named_and_the_next_attempt_works),
        cmocka_unit_test(S27_no_memory_says_how_many_bytes_were_wanted),
        cmocka_unit_test(S30_a_mapping_that_fails_says_that_the_device_was_opened_for_reading_only),
        cmocka_unit_test(S26_without_descriptors_an_open_fails_and_running_streams_go_on),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
