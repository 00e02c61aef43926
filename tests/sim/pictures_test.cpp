// Pictures and brightness through the public API, from every format a simulated camera draws.
#include "support/camera.hpp"

#include "kernel/sim/pixel_layout.hpp"

#include <cstdlib>
#include <vector>

using namespace v4lxx::test;
namespace sim = v4lxx::kernel::sim;

static uint32_t luma_of(const HeldFrame &frame)
{
    uint32_t luma = 0;
    ASSERT_OK(v4lxx_frame_measure_luma(frame.get(), &luma, &error));
    return luma;
}

// The number of the frame at which a decision was made.
static uint32_t settle(Camera &camera, v4lxx_settling &settling)
{
    for (;;) {
        const HeldFrame frame = camera.next();
        ASSERT_OK(v4lxx_settling_add_frame(&settling, frame.get(), &error));
        if (settling.state != V4LXX_SETTLING_MOVING)
            return frame.info().sequence;
    }
}

static void part6_every_format_the_simulator_draws_is_supported_encoded_and_measured(void **)
{
    uint32_t reference = 0;
    for (const sim::PixelFormat &format : sim::pixel_formats()) {
        if (format.arrangement == sim::Arrangement::jpeg && !v4lxx_supports(V4LXX_FEATURE_JPEG))
            continue;
        Camera camera(std::string("sim:camera,clock=virtual,size=320x240,padding=10,format=") + format.name);
        camera.start();
        const HeldFrame frame = camera.next();
        if (format.arrangement != sim::Arrangement::jpeg)
            frame.assert_intact();
        for (const v4lxx_image_type type : {V4LXX_IMAGE_PNG, V4LXX_IMAGE_JPEG}) {
            v4lxx_bytes *bytes = nullptr;
            v4lxx_error *error = nullptr;
            const v4lxx_status status = v4lxx_frame_encode(frame.get(), type, nullptr, &bytes, &error);
            assert_int_equal(status, v4lxx_image_supports(format.fourcc, type) ? V4LXX_OK : V4LXX_ERROR_UNSUPPORTED);
            v4lxx_bytes_unref(bytes);
            v4lxx_error_free(error);
        }
        const uint32_t luma = luma_of(frame);
        reference = reference == 0 ? luma : reference;
        if (std::abs(static_cast<int>(luma) - static_cast<int>(reference)) > 800)
            fail_msg("%s: mean luma %u, the others %u", format.name, luma, reference);
        camera.stop();
    }
}

static void part6_a_camera_that_brightens_is_settled_when_it_has_stopped(void **)
{
    std::vector<const char *> formats = {"YUYV", "NV12", "RGB24", "SRGGB8"};
    if (v4lxx_supports(V4LXX_FEATURE_JPEG))
        formats.push_back("MJPEG");
    for (const char *format : formats) {
        Camera camera(std::string("sim:camera,clock=virtual,size=640x480,exposure=ramp,format=") + format);
        camera.start();
        const uint32_t first = luma_of(camera.next());
        v4lxx_settling settling = V4LXX_SETTLING_INIT;
        const uint32_t last = settle(camera, settling);
        assert_int_equal(settling.state, V4LXX_SETTLING_SETTLED);
        assert_in_range(last, 7, 11);
        assert_true(settling.luma[2] > 2 * first);
        assert_int_equal(settling.frame_count, settling.measured_count);
        camera.stop();
    }
}

static void part6_a_camera_that_flickers_is_given_up_after_15_frames_or_one_second(void **)
{
    Camera camera("sim:camera,clock=virtual,size=320x240,exposure=flicker");
    camera.start();
    v4lxx_settling settling = V4LXX_SETTLING_INIT;
    assert_int_equal(settle(camera, settling), 14);
    assert_int_equal(settling.state, V4LXX_SETTLING_GAVE_UP);
    Camera slow("sim:camera,clock=virtual,size=320x240,exposure=flicker,fps=5,id=2");
    slow.start();
    v4lxx_settling_init(&settling, sizeof settling);
    assert_int_equal(settle(slow, settling), 5);
    assert_int_equal(settling.state, V4LXX_SETTLING_GAVE_UP);
    // Without a clock only frames are counted.
    Camera timeless("sim:camera,clock=virtual,size=320x240,exposure=flicker,fps=5,timestamp=unknown,id=3");
    timeless.start();
    v4lxx_settling_init(&settling, sizeof settling);
    assert_int_equal(settle(timeless, settling), 14);
}

static void U19_a_damaged_frame_counts_and_the_next_is_measured(void **)
{
    Camera camera("sim:camera,clock=virtual,size=640x480,format=MJPEG,jpeg=truncated");
    camera.start();
    v4lxx_settling settling = V4LXX_SETTLING_INIT;
    for (uint32_t number = 0; settling.state == V4LXX_SETTLING_MOVING; number++) {
        const HeldFrame frame = camera.next();
        frame.assert_intact();  // cut off by the camera, not by us
        if (number % 2 == 0)
            ASSERT_CODE(v4lxx_settling_add_frame(&settling, frame.get(), &error), V4LXX_CODE_IMAGE_DATA_DAMAGED);
        else
            ASSERT_OK(v4lxx_settling_add_frame(&settling, frame.get(), &error));
    }
    assert_int_equal(settling.state, V4LXX_SETTLING_SETTLED);
    assert_int_equal(settling.frame_count, 6);
    assert_int_equal(settling.measured_count, 3);
}

static void U18_motion_jpeg_without_tables_or_with_rubbish_behind_it_becomes_a_picture(void **)
{
    for (const char *habit : {"no-dht", "trailing"}) {
        Camera camera(std::string("sim:camera,clock=virtual,size=320x240,format=MJPEG,jpeg=") + habit);
        camera.start();
        const HeldFrame frame = camera.next();
        frame.assert_intact();
        for (const v4lxx_image_type type : {V4LXX_IMAGE_PNG, V4LXX_IMAGE_JPEG}) {
            v4lxx_bytes *bytes = nullptr;
            ASSERT_OK(v4lxx_frame_encode(frame.get(), type, nullptr, &bytes, &error));
            size_t size = 0;
            const auto *data = static_cast<const uint8_t *>(v4lxx_bytes_get_data(bytes, &size));
            if (type == V4LXX_IMAGE_JPEG)
                assert_true(data[size - 2] == 0xff && data[size - 1] == 0xd9);
            v4lxx_bytes_unref(bytes);
        }
    }
}

static void U25_a_format_nobody_knows_is_delivered_and_has_neither_picture_nor_brightness(void **)
{
    Camera camera("sim:camera,clock=virtual,size=320x240,format=MJPEG");
    camera.inject("on VIDIOC_G_FMT all set pixelformat 0x21212121\n");
    camera.start();
    const HeldFrame frame = camera.next();
    if (frame.info().fourcc != 0x21212121)
        fail_msg("the format is %08x", frame.info().fourcc);
    v4lxx_bytes *bytes = nullptr;
    uint32_t luma = 0;
    v4lxx_settling settling = V4LXX_SETTLING_INIT;
    ASSERT_CODE(v4lxx_frame_encode(frame.get(), V4LXX_IMAGE_PNG, nullptr, &bytes, &error), V4LXX_CODE_IMAGE_FORMAT_UNSUPPORTED);
    ASSERT_CODE(v4lxx_frame_measure_luma(frame.get(), &luma, &error), V4LXX_CODE_IMAGE_FORMAT_UNSUPPORTED);
    ASSERT_CODE(v4lxx_settling_add_frame(&settling, frame.get(), &error), V4LXX_CODE_IMAGE_FORMAT_UNSUPPORTED);
    size_t size = 0;
    assert_non_null(v4lxx_frame_get_plane_data(frame.get(), 0, &size));
    assert_true(size > 0);
}

static void part6_impossible_states_and_times_are_refused(void **)
{
    Camera camera("sim:camera,clock=virtual,size=320x240");
    camera.start();
    const HeldFrame frame = camera.next();
    v4lxx_settling settling = V4LXX_SETTLING_INIT;
    settling.state = 3;
    ASSERT_CODE(v4lxx_settling_add_frame(&settling, frame.get(), &error), V4LXX_CODE_UNKNOWN_VALUE);
    settling.state = 0;
    settling.most_ns = -1;
    ASSERT_CODE(v4lxx_settling_add_frame(&settling, frame.get(), &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    assert_int_equal(settling.frame_count, 0);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(part6_every_format_the_simulator_draws_is_supported_encoded_and_measured),
        cmocka_unit_test(part6_a_camera_that_brightens_is_settled_when_it_has_stopped),
        cmocka_unit_test(part6_a_camera_that_flickers_is_given_up_after_15_frames_or_one_second),
        cmocka_unit_test(part6_impossible_states_and_times_are_refused),
    };
    // A simulated camera needs the encoder for these.
    const CMUnitTest with_jpeg[] = {
        cmocka_unit_test(U19_a_damaged_frame_counts_and_the_next_is_measured),
        cmocka_unit_test(U18_motion_jpeg_without_tables_or_with_rubbish_behind_it_becomes_a_picture),
        cmocka_unit_test(U25_a_format_nobody_knows_is_delivered_and_has_neither_picture_nor_brightness),
    };
    const int failed = cmocka_run_group_tests(tests, nullptr, nullptr);
    return failed + (v4lxx_supports(V4LXX_FEATURE_JPEG) ? cmocka_run_group_tests(with_jpeg, nullptr, nullptr) : 0);
}
