// Closing really closes, and frames live on: after stop, close, a new format, whatever the driver can or cannot do.
#include "support/camera.hpp"

#include "base/object.hpp"
#include "support/baseline.hpp"

#include <linux/videodev2.h>

using namespace v4lxx::test;

static void bar14b_B07_U36_frames_stay_readable_after_stop_close_and_context(void **)
{
    for (const char *orphan : {"yes", "no"}) {
        const Baseline before = measure();
        {
            Camera camera(std::string("sim:camera,size=320x240,fps=100,clock=virtual,orphan=") + orphan);
            camera.start();
            HeldFrame a = camera.next(), b = camera.next();
            camera.stop();
            a.assert_intact();
            camera.start();
            camera.next().assert_intact();
            a.assert_intact();
            v4lxx_stream_close(camera.stream());
            b.assert_intact();
            v4lxx_device_close(camera.device());
            a.assert_intact();
            const bool copied = (a.info().flags & V4LXX_FRAME_COPIED) != 0;
            assert_int_equal(copied, std::string(orphan) == "no");
            assert_int_equal(camera.account().copies, copied ? 2 : 0);
            camera.close();
            a.assert_intact();
            b.assert_intact();
        }
        assert_baseline(before);
    }
}

// The device is free for others while frames of it are held.
static void U35_the_second_open_works_while_frames_are_held(void **)
{
    for (const char *orphan : {"yes", "no"}) {
        const std::string name = std::string("sim:camera,size=64x48,fps=100,clock=virtual,orphan=") + orphan;
        Camera camera(name);
        camera.start();
        HeldFrame held = camera.next();
        v4lxx_context *context = v4lxx_context_ref(camera.context());
        camera.close();
        v4lxx_device *device = nullptr;
        v4lxx_stream *stream = nullptr;
        v4lxx_frame *frame = nullptr;
        v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
        options.width = 640;
        options.height = 480;
        ASSERT_OK(v4lxx_device_open(context, name.c_str(), nullptr, &device, &error));
        ASSERT_OK(v4lxx_stream_create(device, &options, &stream, &error));
        ASSERT_OK(v4lxx_stream_start(stream, &error));
        ASSERT_OK(v4lxx_stream_dequeue(stream, second, &frame, &error));
        assert_int_equal(HeldFrame(frame).info().width, 640);
        held.assert_intact();
        assert_int_equal(held.info().width, 64);
        v4lxx_stream_unref(stream);
        v4lxx_device_unref(device);
        v4lxx_context_unref(context);
    }
}

static void bar14b_B06_a_new_format_leaves_held_frames_with_their_own(void **)
{
    Camera camera("sim:camera,size=320x240,fps=100,clock=virtual,format=YUYV");
    camera.start();
    HeldFrame old = camera.next();
    v4lxx_format format = V4LXX_FORMAT_INIT;
    format.fourcc = v4lxx_pixel_format_find("NV12");
    format.width = 640;
    format.height = 480;
    ASSERT_CODE(v4lxx_device_set_format(camera.device(), &format, nullptr, &error), V4LXX_CODE_OWN_STREAM_BUSY);
    camera.stop();
    uint32_t differences = 1;
    ASSERT_OK(v4lxx_device_set_format(camera.device(), &format, &differences, &error));
    assert_int_equal(differences, 0);
    camera.start();
    HeldFrame now = camera.next();
    now.assert_intact();
    assert_int_equal(now.info().width, 640);
    old.assert_intact();
    assert_int_equal(old.info().width, 320);
    v4lxx_format streaming = V4LXX_FORMAT_INIT;
    ASSERT_OK(v4lxx_stream_read_format(camera.stream(), &streaming, &error));
    assert_int_equal(streaming.fourcc, format.fourcc);
}

static void S15_S16_U36_close_with_frames_outstanding_and_release_them_after_all(void **)
{
    const Baseline before = measure();
    v4lxx_frame *held = nullptr;
    {
        Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
        camera.start();
        held = camera.next().release();
    }
    HeldFrame(held).assert_intact();
    assert_baseline(before);
}

static void S16_an_old_generation_is_never_queued(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    camera.start();
    HeldFrame old = camera.next();
    camera.stop();
    camera.start();
    const uint64_t queued = camera.sim().calls(VIDIOC_QBUF);
    old = HeldFrame(nullptr);
    assert_int_equal(camera.sim().calls(VIDIOC_QBUF), queued);
    for (int i = 0; i < 10; i++)
        camera.next().assert_intact();
}

static const char *misuse;
static void note_misuse(const char *what) { misuse = what; }

static void S16_releasing_a_frame_twice_is_noticed_and_harmless(void **)
{
    v4lxx::set_misuse_trap(note_misuse);
    misuse = nullptr;
    {
        Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
        camera.start();
        HeldFrame keep = camera.next();
        v4lxx_frame *twice = camera.next().release();
        v4lxx_frame_unref(twice);
        v4lxx_frame_unref(twice);
        assert_non_null(misuse);
        for (int i = 0; i < 10; i++)
            camera.next().assert_intact();
        keep.assert_intact();
        assert_int_equal(camera.account().held, 1);
    }
    v4lxx::set_misuse_trap(nullptr);
}

static void S14_double_close_use_after_close_start_and_stop_twice(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    v4lxx_stream *stream = camera.stream();
    ASSERT_OK(v4lxx_stream_stop(stream, &error));
    ASSERT_CODE(v4lxx_stream_dequeue(stream, 0, nullptr, &error), V4LXX_CODE_NULL_ARGUMENT);
    assert_int_equal(camera.try_next(0), V4LXX_ERROR_STATE);
    camera.start();
    ASSERT_CODE(v4lxx_stream_start(stream, &error), V4LXX_CODE_ALREADY_RUNNING);
    camera.next();
    camera.stop();
    camera.stop();
    v4lxx_code code = 0;
    assert_int_equal(camera.try_next(0, &code), V4LXX_ERROR_STATE);
    assert_int_equal(code, V4LXX_CODE_NOT_RUNNING);
    v4lxx_stream_close(stream);
    v4lxx_stream_close(stream);
    ASSERT_CODE(v4lxx_stream_start(stream, &error), V4LXX_CODE_OBJECT_CLOSED);
    ASSERT_CODE(v4lxx_stream_stop(stream, &error), V4LXX_CODE_OBJECT_CLOSED);
    assert_int_equal(camera.try_next(second), V4LXX_ERROR_CLOSED);
    v4lxx_stream *second_stream = nullptr;  // the device is still open, and its queue free again
    ASSERT_OK(v4lxx_stream_create(camera.device(), nullptr, &second_stream, &error));
    v4lxx_stream_unref(second_stream);
    v4lxx_device_close(camera.device());
    v4lxx_device_close(camera.device());
    v4lxx_format_list *list = nullptr;
    ASSERT_CODE(v4lxx_device_list_formats(camera.device(), &list, &error), V4LXX_CODE_OBJECT_CLOSED);
    ASSERT_CODE(v4lxx_stream_create(camera.device(), nullptr, &second_stream, &error), V4LXX_CODE_OBJECT_CLOSED);
    assert_string_equal(v4lxx_device_info_get_card(v4lxx_device_get_info(camera.device())), "Simulated camera");
}

static void S14_closing_the_device_under_a_running_stream(void **)
{
    Camera camera("sim:camera,size=64x48,fps=100,clock=virtual");
    camera.start();
    HeldFrame held = camera.next();
    v4lxx_device_close(camera.device());
    assert_int_equal(camera.try_next(second), V4LXX_ERROR_CLOSED);
    ASSERT_CODE(v4lxx_stream_start(camera.stream(), &error), V4LXX_CODE_OBJECT_CLOSED);
    held.assert_intact();
    assert_int_equal(camera.sim().live_mappings(), 1);  // of the held frame: this driver can orphan it
}

static void abi_children_keep_parents_alive_in_any_order(void **)
{
    const Baseline before = measure();
    for (int order = 0; order < 24; order++) {
        v4lxx_context *context = nullptr;
        v4lxx_device *device = nullptr;
        v4lxx_stream *stream = nullptr;
        v4lxx_frame *frame = nullptr;
        ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
        ASSERT_OK(v4lxx_device_open(context, "sim:camera,size=64x48,clock=virtual", nullptr, &device, &error));
        ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
        ASSERT_OK(v4lxx_stream_start(stream, &error));
        ASSERT_OK(v4lxx_stream_dequeue(stream, second, &frame, &error));
        int left[4] = {0, 1, 2, 3}, n = 4, code = order;
        while (n > 0) {
            const int pick = code % n;
            code /= n;
            switch (left[pick]) {
            case 0: v4lxx_context_unref(context); break;
            case 1: v4lxx_device_unref(device); break;
            case 2: v4lxx_stream_unref(stream); break;
            default: HeldFrame(frame).assert_intact(); break;
            }
            left[pick] = left[--n];
        }
    }
    assert_baseline(before);
}

static void U35_1000_cycles_end_where_they_began(void **)
{
    v4lxx_context *context = nullptr;
    ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
    Baseline before;
    for (int i = 0; i <= 1000; i++) {
        v4lxx_device *device = nullptr;
        v4lxx_stream *stream = nullptr;
        v4lxx_frame *frame = nullptr;
        ASSERT_OK(v4lxx_device_open(context, "sim:camera,size=64x48,clock=virtual", nullptr, &device, &error));
        ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
        assert_true(v4lxx_stream_get_fd(stream) >= 0);
        ASSERT_OK(v4lxx_stream_start(stream, &error));
        ASSERT_OK(v4lxx_stream_dequeue(stream, second, &frame, &error));
        v4lxx_frame_unref(frame);
        v4lxx_stream_unref(stream);
        v4lxx_device_unref(device);
        if (i == 0)
            before = measure();
    }
    assert_baseline(before);
    v4lxx_context_unref(context);
}

static void abi_one_capture_stream_for_a_device(void **)
{
    Camera camera("sim:camera,size=64x48,clock=virtual");
    v4lxx_stream *other = nullptr;
    ASSERT_CODE(v4lxx_stream_create(camera.device(), nullptr, &other, &error), V4LXX_CODE_STREAM_EXISTS);
    assert_null(other);
}

static void S29_U04_another_handle_that_streams_makes_start_busy(void **)
{
    Camera camera("sim:camera,size=64x48,clock=virtual");
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    ASSERT_OK(v4lxx_device_open(camera.context(), "sim:camera,size=64x48,clock=virtual", nullptr, &device, &error));
    ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
    camera.start();
    ASSERT_CODE(v4lxx_stream_start(stream, &error), V4LXX_CODE_BUFFERS_BUSY);
    camera.stop();
    ASSERT_OK(v4lxx_stream_start(stream, &error));
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar14b_B07_U36_frames_stay_readable_after_stop_close_and_context),
        cmocka_unit_test(U35_the_second_open_works_while_frames_are_held),
        cmocka_unit_test(bar14b_B06_a_new_format_leaves_held_frames_with_their_own),
        cmocka_unit_test(S15_S16_U36_close_with_frames_outstanding_and_release_them_after_all),
        cmocka_unit_test(S16_an_old_generation_is_never_queued),
        cmocka_unit_test(S16_releasing_a_frame_twice_is_noticed_and_harmless),
        cmocka_unit_test(S14_double_close_use_after_close_start_and_stop_twice),
        cmocka_unit_test(S14_closing_the_device_under_a_running_stream),
        cmocka_unit_test(abi_children_keep_parents_alive_in_any_order),
        cmocka_unit_test(U35_1000_cycles_end_where_they_began),
        cmocka_unit_test(abi_one_capture_stream_for_a_device),
        cmocka_unit_test(S29_U04_another_handle_that_streams_makes_start_busy),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
