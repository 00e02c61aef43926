// Crop and compose rectangles through the public API.
#include "hostile_driver.hpp"

#include <linux/videodev2.h>

using namespace v4lxx::test;

namespace {

constexpr const char *cropping = "sim:camera,inputs=camera+tv,input=tv,selection=crop,clock=virtual";
constexpr const char *both = "sim:camera,inputs=camera+tv,input=tv,selection=crop+compose,clock=virtual";

v4lxx_rectangle read(v4lxx_device *device, v4lxx_selection_target target)
{
    v4lxx_rectangle rectangle{};
    ASSERT_OK(v4lxx_device_read_selection(device, target, &rectangle, &error));
    return rectangle;
}

v4lxx_rectangle set(v4lxx_device *device, v4lxx_selection_target target, v4lxx_rectangle rectangle, uint32_t flags = 0)
{
    ASSERT_OK(v4lxx_device_set_selection(device, target, flags, &rectangle, &error));
    return rectangle;
}

void assert_rectangle(const v4lxx_rectangle &have, int32_t left, int32_t top, uint32_t width, uint32_t height)
{
    if (have.left != left || have.top != top || have.width != width || have.height != height)
        fail_msg("%ux%u+%d+%d, not %ux%u+%d+%d", have.width, have.height, have.left, have.top, width, height, left, top);
}

v4lxx_format format_of(v4lxx_device *device)
{
    v4lxx_format format = V4LXX_FORMAT_INIT;
    ASSERT_OK(v4lxx_device_read_format(device, &format, &error));
    return format;
}

}  // namespace

static void U33_a_crop_is_granted_and_the_format_follows(void **)
{
    Camera camera(cropping);
    v4lxx_device *device = camera.device();
    assert_rectangle(read(device, V4LXX_SELECTION_CROP), 0, 0, 720, 576);
    assert_rectangle(read(device, V4LXX_SELECTION_CROP_BOUNDS), 0, 0, 720, 576);
    assert_rectangle(set(device, V4LXX_SELECTION_CROP, {16, 8, 320, 240}), 16, 8, 320, 240);
    assert_rectangle(read(device, V4LXX_SELECTION_CROP), 16, 8, 320, 240);
    assert_rectangle(read(device, V4LXX_SELECTION_CROP_DEFAULT), 0, 0, 720, 576);
    assert_int_equal(format_of(device).width, 320);
    assert_int_equal(format_of(device).height, 240);
    camera.start();
    assert_int_equal(camera.next().info().width, 320);
}

static void U33_a_crop_is_adjusted_and_what_was_granted_is_told(void **)
{
    Camera camera(cropping);
    v4lxx_device *device = camera.device();
    assert_rectangle(set(device, V4LXX_SELECTION_CROP, {1, 1, 321, 241}), 0, 0, 322, 242);
    assert_rectangle(set(device, V4LXX_SELECTION_CROP, {0, 0, 321, 241}, V4LXX_SELECTION_AT_MOST), 0, 0, 320, 240);
    assert_rectangle(set(device, V4LXX_SELECTION_CROP, {-5, 1000, 320, 240}), 0, 336, 320, 240);
    assert_rectangle(set(device, V4LXX_SELECTION_CROP, {0, 0, 4000, 4000}), 0, 0, 720, 576);
    v4lxx_rectangle odd{0, 0, 321, 241};
    ASSERT_CODE(v4lxx_device_set_selection(device, V4LXX_SELECTION_CROP, V4LXX_SELECTION_AT_LEAST | V4LXX_SELECTION_AT_MOST,
                                           &odd, &error),
                V4LXX_CODE_SELECTION_REFUSED);
    assert_rectangle(odd, 0, 0, 321, 241);
    assert_rectangle(read(device, V4LXX_SELECTION_CROP), 0, 0, 720, 576);
}

static void U33_a_picture_is_composed_into_a_larger_frame(void **)
{
    Camera camera(both);
    v4lxx_device *device = camera.device();
    assert_rectangle(set(device, V4LXX_SELECTION_CROP, {0, 0, 320, 240}), 0, 0, 320, 240);
    assert_int_equal(format_of(device).width, 720);  // the frame stays; the picture has become smaller in it
    assert_rectangle(set(device, V4LXX_SELECTION_COMPOSE, {100, 50, 320, 240}), 100, 50, 320, 240);
    assert_rectangle(read(device, V4LXX_SELECTION_COMPOSE_DEFAULT), 0, 0, 720, 576);
}

static void bar4_row6_a_crop_that_changes_the_frame_is_busy_while_buffers_exist(void **)
{
    Camera camera(cropping);
    camera.start();
    set(camera.device(), V4LXX_SELECTION_CROP, {0, 0, 720, 576});  // no other size
    v4lxx_rectangle smaller{0, 0, 320, 240};
    ASSERT_CODE(v4lxx_device_set_selection(camera.device(), V4LXX_SELECTION_CROP, 0, &smaller, &error),
                V4LXX_CODE_SELECTION_BUSY);
    camera.next();
}

static void bar4_a_device_that_cannot_crop_says_so(void **)
{
    for (const char *name : {"sim:camera,clock=virtual", "sim:camera,inputs=tv,clock=virtual",
                             "sim:camera,inputs=camera+tv,selection=crop,clock=virtual"}) {
        Camera camera(name);
        v4lxx_rectangle rectangle{0, 0, 100, 100};
        ASSERT_CODE(v4lxx_device_read_selection(camera.device(), V4LXX_SELECTION_CROP, &rectangle, &error),
                    V4LXX_CODE_NO_SELECTION);
        ASSERT_CODE(v4lxx_device_set_selection(camera.device(), V4LXX_SELECTION_CROP, 0, &rectangle, &error),
                    V4LXX_CODE_NO_SELECTION);
    }
    Camera camera(cropping);
    v4lxx_rectangle rectangle{};
    for (uint32_t target : {uint32_t{V4LXX_SELECTION_COMPOSE}, uint32_t{V4LXX_SELECTION_NATIVE_SIZE}, 0xffffffffu})
        ASSERT_CODE(v4lxx_device_read_selection(camera.device(), target, &rectangle, &error), V4LXX_CODE_NO_SELECTION);
}

static void bad_input_to_a_selection_is_named(void **)
{
    Camera camera(cropping);
    v4lxx_rectangle rectangle{0, 0, 100, 100}, empty{0, 0, 0, 100}, flat{0, 0, 100, 0};
    v4lxx_device *device = camera.device();
    ASSERT_CODE(v4lxx_device_set_selection(device, V4LXX_SELECTION_CROP_BOUNDS, 0, &rectangle, &error),
                V4LXX_CODE_UNKNOWN_VALUE);
    ASSERT_CODE(v4lxx_device_set_selection(device, V4LXX_SELECTION_CROP, 4, &rectangle, &error), V4LXX_CODE_UNKNOWN_VALUE);
    ASSERT_CODE(v4lxx_device_set_selection(device, V4LXX_SELECTION_CROP, 0, &empty, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    ASSERT_CODE(v4lxx_device_set_selection(device, V4LXX_SELECTION_CROP, 0, &flat, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    assert_int_equal(camera.sim().calls(VIDIOC_S_SELECTION), 0);
}

static void S24_rectangles_that_cannot_be_are_refused(void **)
{
    Camera camera(cropping);
    const struct {
        const char *rule, *field, *shown;
    } cases[] = {
        {"width 0", "width", "0"},
        {"width 65536", "width", "65536"},
        {"height 0", "height", "0"},
        {"height 0xffffffff", "height", "4294967295"},
        {"left 0x7fffffff", "left", "2147483647"},
        {"left 0x80000000", "left", "2147483648"},
        {"top 0x7fffffff", "top", "2147483647"},
        {"top 0x80000000", "top", "2147483648"},
    };
    for (const auto &bad : cases) {
        camera.inject(std::string("on VIDIOC_G_SELECTION 0 set ") + bad.rule);
        v4lxx_rectangle rectangle{};
        assert_driver_bug(refusal_of([&](v4lxx_error **error) {
                              return v4lxx_device_read_selection(camera.device(), V4LXX_SELECTION_CROP, &rectangle, error);
                          }),
                          bad.rule, "VIDIOC_G_SELECTION", bad.field, bad.shown);
        assert_int_equal(rectangle.width, 0);
    }
}

void assert_shows(const v4lxx_frame_info &info, int32_t left, int32_t top, uint32_t width, uint32_t height)
{
    assert_rectangle({info.crop_left, info.crop_top, info.crop_width, info.crop_height}, left, top, width, height);
}

static void bar11a_frames_say_which_part_of_the_source_they_show(void **)
{
    Camera camera(both);
    camera.start();
    HeldFrame whole = camera.next();
    assert_shows(whole.info(), 0, 0, 720, 576);
    assert_rectangle(set(camera.device(), V4LXX_SELECTION_CROP, {16, 8, 320, 240}), 16, 8, 320, 240);
    assert_shows(camera.next().info(), 16, 8, 320, 240);
    assert_shows(whole.info(), 0, 0, 720, 576);  // it was taken before
    set(camera.device(), V4LXX_SELECTION_COMPOSE, {0, 0, 160, 120});
    assert_shows(camera.next().info(), 16, 8, 160, 120);
    assert_shows(camera.next().info(), 16, 8, 160, 120);
    camera.stop();
    set(camera.device(), V4LXX_SELECTION_CROP, {32, 32, 160, 120});
    camera.start();
    assert_shows(camera.next().info(), 32, 32, 160, 120);
    // Once at a start, never for a frame: two starts, the compose, and what setting the crop asks nothing for.
    assert_int_equal(camera.sim().calls(VIDIOC_G_SELECTION), 3);
}

static void bar11a_a_copy_of_a_frame_says_it_too(void **)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.min_queued = 3;
    options.reserve = V4LXX_RESERVE_COPY;
    Camera camera(cropping, options);
    camera.start();
    HeldFrame first = camera.next(), second_one = camera.next();
    const v4lxx_frame_info info = second_one.info();
    assert_true((info.flags & V4LXX_FRAME_COPIED) != 0);
    assert_shows(info, 0, 0, 720, 576);
}

// Not asked again until there may be another answer.
static void bar11a_a_driver_without_such_a_rectangle_is_asked_once(void **)
{
    Camera none(single), of_camera("sim:camera,inputs=camera+tv,selection=crop,clock=virtual");
    for (Camera *camera : {&none, &of_camera})
        for (int i = 0; i < 3; i++) {
            camera->start();
            assert_shows(camera->next().info(), 0, 0, 0, 0);
            camera->stop();
            assert_int_equal(camera->sim().calls(VIDIOC_G_SELECTION), 1);
        }
    ASSERT_OK(v4lxx_device_select_input(of_camera.device(), 1, &error));
    of_camera.start();
    const v4lxx_frame_info info = of_camera.next().info();
    assert_int_equal(info.crop_width, info.width);
    assert_int_equal(of_camera.sim().calls(VIDIOC_G_SELECTION), 2);
}

static void bar11a_what_a_driver_says_wrong_of_it_stops_no_stream(void **)
{
    for (const char *fault : {"errno EIO", "errno ENOMEM", "set width 0", "set height 0xffffffff", "set left 0x7fffffff"}) {
        Camera camera(cropping);
        camera.inject("on VIDIOC_G_SELECTION 0 " + std::string(fault));
        camera.start();
        assert_shows(camera.next().info(), 0, 0, 0, 0);
        camera.stop();
        camera.start();  // it is asked again
        assert_shows(camera.next().info(), 0, 0, 720, 576);
    }
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar11a_frames_say_which_part_of_the_source_they_show),
        cmocka_unit_test(bar11a_a_copy_of_a_frame_says_it_too),
        cmocka_unit_test(bar11a_a_driver_without_such_a_rectangle_is_asked_once),
        cmocka_unit_test(bar11a_what_a_driver_says_wrong_of_it_stops_no_stream),
        cmocka_unit_test(U33_a_crop_is_granted_and_the_format_follows),
        cmocka_unit_test(U33_a_crop_is_adjusted_and_what_was_granted_is_told),
        cmocka_unit_test(U33_a_picture_is_composed_into_a_larger_frame),
        cmocka_unit_test(bar4_row6_a_crop_that_changes_the_frame_is_busy_while_buffers_exist),
        cmocka_unit_test(bar4_a_device_that_cannot_crop_says_so),
        cmocka_unit_test(bad_input_to_a_selection_is_named),
        cmocka_unit_test(S24_rectangles_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
