// The cable is pulled: one clear event, whatever the driver says, and nothing is lost but the camera.
#include "support/camera.hpp"

#include "support/baseline.hpp"

#include <cerrno>

using namespace v4lxx::test;

static void S01_B13_U13_unplug_in_mid_stream_is_reported_once_and_held_frames_stay(void **)
{
    const Baseline before = measure();
    {
        Camera camera("sim:camera,size=320x240,fps=100,clock=virtual");
        camera.start();
        HeldFrame held = camera.next();
        camera.sim().unplug();
        v4lxx_code code = 0;
        assert_int_equal(camera.try_next(second, &code), V4LXX_ERROR_DEVICE_LOST);
        assert_int_equal(code, V4LXX_CODE_DEVICE_GONE);
        assert_int_equal(camera.try_next(second), V4LXX_ERROR_DEVICE_LOST);  // and at once from then on
        v4lxx_format format = V4LXX_FORMAT_INIT;
        ASSERT_CODE(v4lxx_device_read_format(camera.device(), &format, &error), V4LXX_CODE_DEVICE_GONE);
        ASSERT_OK(v4lxx_stream_stop(camera.stream(), &error));  // no second failure from the clean-up
        held.assert_intact();
        camera.close();
        held.assert_intact();
    }
    assert_baseline(before);
}

// Held over a stop, a frame still maps the device's memory: it lets go of it when the device is lost and closed.
static void S16_a_frame_held_over_a_stop_does_not_keep_a_lost_device_away(void **)
{
    const char *name = "sim:camera,size=64x48,fps=100,clock=virtual";
    Camera camera(name);
    camera.start();
    const HeldFrame held = camera.next();
    camera.stop();
    camera.sim().unplug();
    ASSERT_CODE(v4lxx_stream_start(camera.stream(), &error), V4LXX_CODE_DEVICE_GONE);
    v4lxx_device_close(camera.device());
    held.assert_intact();
    camera.sim().replug();
    v4lxx_device *again = nullptr;
    ASSERT_OK(v4lxx_device_open(camera.context(), name, nullptr, &again, &error));
    v4lxx_device_unref(again);
    held.assert_intact();
}

// Opens, streams, holds two frames, pulls the cable, closes, plugs in again. The camera can be opened again only when nothing of the
// old device is left: a held frame that still mapped its memory would keep the node away.
static void unplug_round(v4lxx_context *context, const char *name, int round)
{
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    v4lxx_frame *a = nullptr, *b = nullptr, *none = nullptr;
    ASSERT_OK(v4lxx_device_open(context, name, nullptr, &device, &error));
    ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
    ASSERT_OK(v4lxx_stream_start(stream, &error));
    ASSERT_OK(v4lxx_stream_dequeue(stream, second, &a, &error));
    ASSERT_OK(v4lxx_stream_dequeue(stream, second, &b, &error));
    HeldFrame held(a), other(b);
    auto sim = sim_of(context, name);
    sim->unplug();
    ASSERT_CODE(v4lxx_stream_dequeue(stream, second, &none, &error), V4LXX_CODE_DEVICE_GONE);
    if (round % 2 == 0)
        v4lxx_stream_close(stream);
    other = HeldFrame(nullptr);  // a release after the unplug, before or after the close
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
    held.assert_intact();
    assert_true((held.info().flags & V4LXX_FRAME_COPIED) != 0);
    sim->replug();
}

static void S01_B13_unplug_with_held_frames_1000_times(void **)
{
    const char *name = "sim:camera,size=64x48,fps=100,clock=virtual";
    v4lxx_context *context = nullptr;
    ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
    unplug_round(context, name, 0);
    const Baseline before = measure();
    for (int i = 0; i < 1000; i++)
        unplug_round(context, name, i);
    assert_baseline(before);
    assert_int_equal(sim_of(context, name)->violations().size(), 0);
    v4lxx_context_unref(context);
}

// However the driver shows it, a lost device is DEVICE_LOST once the driver confirmed it; the first errno is kept.
static void S02_U13_unplug_seen_as_another_errno(void **)
{
    for (const char *error_name : {"EIO", "EPROTO", "ENOTTY", "EINVAL"}) {
        Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
        camera.start();
        camera.next();
        camera.inject(std::string("on VIDIOC_DQBUF all errno ") + error_name + "\non VIDIOC_QUERYCAP all errno ENODEV");
        v4lxx_code code = 0;
        assert_int_equal(camera.try_next(5 * second, &code), V4LXX_ERROR_DEVICE_LOST);
        assert_int_equal(code, V4LXX_CODE_DEVICE_GONE);
    }
}

// The driver says nothing: poll() alone does.
static void S02_unplug_seen_by_poll_alone(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    camera.start();
    camera.next();
    camera.inject("on VIDIOC_DQBUF all errno EAGAIN");
    camera.sim().unplug();
    v4lxx_code code = 0;
    assert_int_equal(camera.try_next(5 * second, &code), V4LXX_ERROR_DEVICE_LOST);
    assert_int_equal(code, V4LXX_CODE_DEVICE_GONE);
}

static void S02_the_errno_that_was_seen_first_stays_in_the_error(void **)
{
    const std::pair<const char *, int> errors[] = {{"EIO", EIO}, {"EPROTO", EPROTO}, {"ENOTTY", ENOTTY}, {"EINVAL", EINVAL}};
    for (const auto &[name, number] : errors) {
        Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
        camera.start();
        camera.inject(std::string("on VIDIOC_DQBUF all errno ") + name + "\non VIDIOC_QUERYCAP all errno ENODEV");
        v4lxx_frame *frame = nullptr;
        v4lxx_error *error = nullptr;
        assert_int_equal(v4lxx_stream_dequeue(camera.stream(), second, &frame, &error), V4LXX_ERROR_DEVICE_LOST);
        assert_int_equal(v4lxx_error_get_errno(error), number);
        assert_string_equal(v4lxx_error_get_request(error), "VIDIOC_DQBUF");
        v4lxx_error_free(error);
    }
}

static void S02_an_errno_of_a_device_that_is_there_is_not_taken_for_an_unplug(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    camera.start();
    camera.inject("on VIDIOC_DQBUF 0..2 errno EPROTO");
    v4lxx_code code = 0;
    assert_int_equal(camera.try_next(5 * second, &code), V4LXX_ERROR_SYSTEM);
    camera.try_next(second);
    camera.try_next(second);
    camera.next().assert_intact();
}

// Every face of the engine says the same, and none calls the program for it.
static void U13_reads_callbacks_and_calls_about_the_device_hear_of_an_unplug_as_waits_do(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    static int calls;
    calls = 0;
    camera.start();
    camera.next();
    camera.sim().unplug();
    uint8_t byte = 0;
    size_t size = 0;
    ASSERT_CODE(v4lxx_stream_read(camera.stream(), &byte, 1, V4LXX_READ_BYTES, second, &size, &error), V4LXX_CODE_DEVICE_GONE);
    ASSERT_OK(v4lxx_stream_set_frame_callback(
        camera.stream(), [](v4lxx_stream *, v4lxx_frame *, void *) { calls++; }, nullptr, nullptr, &error));
    for (const int64_t timeout : {int64_t{0}, second, int64_t{-1}})
        ASSERT_CODE(v4lxx_stream_dispatch(camera.stream(), timeout, &error), V4LXX_CODE_DEVICE_GONE);
    assert_int_equal(calls, 0);
    v4lxx_fraction interval{};
    ASSERT_CODE(v4lxx_device_read_interval(camera.device(), &interval, &error), V4LXX_CODE_DEVICE_GONE);
    ASSERT_CODE(v4lxx_stream_start(camera.stream(), &error), V4LXX_CODE_ALREADY_RUNNING);
    camera.stop();
    ASSERT_CODE(v4lxx_stream_start(camera.stream(), &error), V4LXX_CODE_DEVICE_GONE);
}

// Typed failure that names the step, no leak, no second failure from the clean-up.
static void S03_unplug_while_idle_and_at_every_step_of_start(void **)
{
    for (const char *request :
         {"VIDIOC_S_FMT", "VIDIOC_REQBUFS", "VIDIOC_G_FMT", "VIDIOC_QUERYBUF", "mmap", "VIDIOC_QBUF", "VIDIOC_STREAMON"}) {
        const Baseline before = measure();
        {
            Camera camera("sim:camera,size=64x48,clock=virtual");
            camera.inject(std::string("on ") + request + " 0 unplug");
            v4lxx_error *why = nullptr;
            v4lxx_status status = V4LXX_OK;
            if (std::string(request) == "VIDIOC_S_FMT") {
                v4lxx_format format = V4LXX_FORMAT_INIT;
                format.width = 320;
                format.height = 240;
                status = v4lxx_device_set_format(camera.device(), &format, nullptr, &why);
            } else {
                status = v4lxx_stream_start(camera.stream(), &why);
            }
            if (status != V4LXX_ERROR_DEVICE_LOST)
                fail_msg("unplug at %s: status %d: %s", request, status, v4lxx_error_get_message(why));
            assert_string_not_equal(v4lxx_error_get_operation(why), "");
            assert_string_not_equal(v4lxx_error_get_request(why), "");
            v4lxx_error_free(why);
            ASSERT_CODE(v4lxx_stream_start(camera.stream(), &error), V4LXX_CODE_DEVICE_GONE);
        }
        assert_baseline(before);
    }
}

static void S03_unplug_between_open_and_start(void **)
{
    Camera camera("sim:camera,size=64x48,clock=virtual");
    camera.sim().unplug();
    ASSERT_CODE(v4lxx_stream_start(camera.stream(), &error), V4LXX_CODE_DEVICE_GONE);
    v4lxx_format_list *list = nullptr;
    ASSERT_CODE(v4lxx_device_list_formats(camera.device(), &list, &error), V4LXX_CODE_DEVICE_GONE);
}

static void S16_release_after_unplug_and_after_the_device_came_back(void **)
{
    const char *name = "sim:camera,size=64x48,fps=100,clock=virtual";
    Camera camera(name);
    camera.start();
    HeldFrame early = camera.next(), late = camera.next();
    camera.sim().unplug();
    early = HeldFrame(nullptr);
    assert_int_equal(camera.try_next(second), V4LXX_ERROR_DEVICE_LOST);
    v4lxx_context *context = v4lxx_context_ref(camera.context());
    auto sim = sim_of(context, name);
    camera.close();
    sim->replug();
    v4lxx_device *again = nullptr;
    ASSERT_OK(v4lxx_device_open(context, name, nullptr, &again, &error));
    late.assert_intact();
    late = HeldFrame(nullptr);  // of the old generation: is never queued at the new device
    v4lxx_device_unref(again);
    v4lxx_context_unref(context);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S16_a_frame_held_over_a_stop_does_not_keep_a_lost_device_away),
        cmocka_unit_test(S01_B13_U13_unplug_in_mid_stream_is_reported_once_and_held_frames_stay),
        cmocka_unit_test(S01_B13_unplug_with_held_frames_1000_times),
        cmocka_unit_test(S02_U13_unplug_seen_as_another_errno),
        cmocka_unit_test(S02_unplug_seen_by_poll_alone),
        cmocka_unit_test(S02_the_errno_that_was_seen_first_stays_in_the_error),
        cmocka_unit_test(U13_reads_callbacks_and_calls_about_the_device_hear_of_an_unplug_as_waits_do),
        cmocka_unit_test(S02_an_errno_of_a_device_that_is_there_is_not_taken_for_an_unplug),
        cmocka_unit_test(S03_unplug_while_idle_and_at_every_step_of_start),
        cmocka_unit_test(S03_unplug_between_open_and_start),
        cmocka_unit_test(S16_release_after_unplug_and_after_the_device_came_back),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
