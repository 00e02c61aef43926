// Opening changes nothing; setting reports, field by field, what was granted otherwise.
#include "support/camera.hpp"

#include <linux/videodev2.h>

using namespace v4lxx::test;

static uint32_t code(const char *name) { return v4lxx_pixel_format_find(name); }

static void bar4_opening_listing_and_closing_set_nothing(void **)
{
    v4lxx_context *context = nullptr;
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    v4lxx_device_list *list = nullptr;
    v4lxx_format_list *formats = nullptr;
    v4lxx_format format = V4LXX_FORMAT_INIT;
    v4lxx_fraction interval{};
    ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
    ASSERT_OK(v4lxx_context_list_devices(context, V4LXX_LIST_SIMULATED | V4LXX_LIST_ALL, &list, &error));
    ASSERT_OK(v4lxx_device_open(context, "sim:camera", nullptr, &device, &error));
    ASSERT_OK(v4lxx_device_list_formats(device, &formats, &error));
    ASSERT_OK(v4lxx_device_read_format(device, &format, &error));
    ASSERT_OK(v4lxx_device_read_interval(device, &interval, &error));
    ASSERT_OK(v4lxx_device_try_format(device, &format, nullptr, &error));
    ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));  // without a wish
    assert_int_equal(sim_of(context, "sim:camera")->setter_calls(), 0);
    assert_int_equal(sim_of(context, "sim:camera")->violations().size(), 0);
    v4lxx_stream_unref(stream);
    v4lxx_format_list_unref(formats);
    v4lxx_device_unref(device);
    assert_int_equal(sim_of(context, "sim:camera")->setter_calls(), 0);
    v4lxx_device_list_unref(list);
    v4lxx_context_unref(context);
}

static void B05_a_wish_that_is_granted_has_no_differences(void **)
{
    Camera camera("sim:camera,clock=virtual");
    v4lxx_format format = V4LXX_FORMAT_INIT;
    format.fourcc = code("NV12");
    format.width = 320;
    format.height = 240;
    uint32_t differences = 1;
    ASSERT_OK(v4lxx_device_set_format(camera.device(), &format, &differences, &error));
    assert_int_equal(differences, 0);
    assert_int_equal(format.memory_plane_count, 1);
    assert_int_equal(format.stride_bytes[0], 320);
    assert_int_equal(format.size_bytes[0], 320 * 240 * 3 / 2);
}

static void B05_every_adjusted_field_is_reported(void **)
{
    Camera camera("sim:camera,clock=virtual");
    v4lxx_format format = V4LXX_FORMAT_INIT;
    format.fourcc = code("H264");
    format.width = 321;
    format.height = 100000;
    format.field = V4L2_FIELD_INTERLACED;
    format.stride_bytes[0] = 64;
    uint32_t differences = 0;
    ASSERT_OK(v4lxx_device_set_format(camera.device(), &format, &differences, &error));
    assert_int_equal(differences, V4LXX_FORMAT_FIELD_FOURCC | V4LXX_FORMAT_FIELD_WIDTH | V4LXX_FORMAT_FIELD_HEIGHT |
                                      V4LXX_FORMAT_FIELD_FIELD | V4LXX_FORMAT_FIELD_STRIDE);
    v4lxx_format now = V4LXX_FORMAT_INIT;
    ASSERT_OK(v4lxx_device_read_format(camera.device(), &now, &error));
    assert_memory_equal(&now, &format, sizeof now);  // what was granted is what the device has
}

// A driver that changes any one field is always caught.
static void U05_a_driver_that_alters_one_field_is_reported(void **)
{
    const struct {
        const char *field;
        const char *value;
        uint32_t bit;
    } cases[] = {
        {"width", "160", V4LXX_FORMAT_FIELD_WIDTH},
        {"height", "120", V4LXX_FORMAT_FIELD_HEIGHT},
        {"pixelformat", "0x59455247", V4LXX_FORMAT_FIELD_FOURCC},
        {"field", "4", V4LXX_FORMAT_FIELD_FIELD},
        {"colorspace", "3", V4LXX_FORMAT_FIELD_COLORSPACE},
    };
    for (const auto &c : cases) {
        Camera camera("sim:camera,clock=virtual,format=YUYV");
        camera.inject(std::string("on VIDIOC_S_FMT all set ") + c.field + " " + c.value);
        v4lxx_format format = V4LXX_FORMAT_INIT;
        format.fourcc = code("YUYV");
        format.width = 320;
        format.height = 240;
        format.field = V4L2_FIELD_NONE;
        format.colorspace = V4L2_COLORSPACE_SMPTE170M;
        uint32_t differences = 0;
        ASSERT_OK(v4lxx_device_set_format(camera.device(), &format, &differences, &error));
        if ((differences & c.bit) == 0)
            fail_msg("an altered %s was not reported: differences 0x%x", c.field, differences);
    }
}

// A zero leaves the field as it is; a driver handed the zero itself would choose its smallest picture.
static void B05_a_zero_field_is_left_as_it_is(void **)
{
    Camera camera("sim:camera,clock=virtual,size=640x480,format=YUYV");
    v4lxx_format format = V4LXX_FORMAT_INIT;
    format.fourcc = code("GREY");
    uint32_t differences = 1;
    ASSERT_OK(v4lxx_device_set_format(camera.device(), &format, &differences, &error));
    assert_int_equal(differences, 0);
    assert_int_equal(format.width, 640);
    assert_int_equal(format.height, 480);
    v4lxx_format empty = V4LXX_FORMAT_INIT;
    ASSERT_OK(v4lxx_device_set_format(camera.device(), &empty, &differences, &error));
    assert_int_equal(empty.fourcc, code("GREY"));
}

static void B05_trying_changes_nothing(void **)
{
    Camera camera("sim:camera,clock=virtual,size=640x480");
    v4lxx_format format = V4LXX_FORMAT_INIT;
    format.width = 320;
    format.height = 240;
    ASSERT_OK(v4lxx_device_try_format(camera.device(), &format, nullptr, &error));
    assert_int_equal(format.width, 320);
    v4lxx_format now = V4LXX_FORMAT_INIT;
    ASSERT_OK(v4lxx_device_read_format(camera.device(), &now, &error));
    assert_int_equal(now.width, 640);
}

static void U06_lists_say_what_there_is(void **)
{
    Camera camera("sim:camera,clock=virtual,formats=YUYV+NV12");
    v4lxx_format_list *formats = nullptr;
    ASSERT_OK(v4lxx_device_list_formats(camera.device(), &formats, &error));
    assert_int_equal(v4lxx_format_list_get_count(formats), 2);
    assert_int_equal(v4lxx_format_list_get_fourcc(formats, 1), code("NV12"));
    assert_int_equal(v4lxx_format_list_get_flags(formats, 1), 0);
    assert_int_equal(v4lxx_format_list_get_fourcc(formats, 2), 0);
    v4lxx_format_list_unref(formats);
    v4lxx_size_list *sizes = nullptr;
    ASSERT_OK(v4lxx_device_list_sizes(camera.device(), code("YUYV"), &sizes, &error));
    assert_true(v4lxx_size_list_get_count(sizes) > 0);
    v4lxx_size_range size = V4LXX_SIZE_RANGE_INIT;
    ASSERT_OK(v4lxx_size_list_at(sizes, 0, &size, &error));
    v4lxx_interval_list *intervals = nullptr;
    ASSERT_OK(v4lxx_device_list_intervals(camera.device(), code("YUYV"), size.max_width, size.max_height, &intervals, &error));
    assert_true(v4lxx_interval_list_get_count(intervals) > 0);
    v4lxx_interval_range interval = V4LXX_INTERVAL_RANGE_INIT;
    ASSERT_OK(v4lxx_interval_list_at(intervals, 0, &interval, &error));
    assert_true(interval.min_denominator > 0);
    ASSERT_CODE(v4lxx_interval_list_at(intervals, 4711, &interval, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    v4lxx_interval_list_unref(intervals);
    v4lxx_size_list_unref(sizes);
    ASSERT_OK(v4lxx_device_list_sizes(camera.device(), code("H264"), &sizes, &error));  // not offered: nothing to tell
    assert_int_equal(v4lxx_size_list_get_count(sizes), 0);
    v4lxx_size_list_unref(sizes);
}

static void U08_the_granted_rate_is_told(void **)
{
    Camera camera("sim:camera,clock=virtual,fps=30");
    v4lxx_fraction interval{};
    ASSERT_OK(v4lxx_stream_read_interval(camera.stream(), &interval, &error));
    assert_int_equal(interval.numerator, 1);
    assert_int_equal(interval.denominator, 30);
    v4lxx_fraction wanted{1, 60};
    ASSERT_OK(v4lxx_device_set_interval(camera.device(), &wanted, &error));
    assert_int_equal(wanted.denominator, 60);
    v4lxx_fraction wrong{0, 0};
    ASSERT_CODE(v4lxx_device_set_interval(camera.device(), &wrong, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
}

// From open to the first frame: what a raw loop needs (open, S_FMT, REQBUFS, 4 x QUERYBUF, mmap, QBUF, STREAMON, wait, DQBUF: 18) and
// four more, each with its reason.
static void bar_measured_calls_from_open_to_the_first_frame(void **)
{
    v4lxx_context *context = nullptr;
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    v4lxx_frame *frame = nullptr;
    const char *name = "sim:camera,clock=virtual";
    ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
    ASSERT_OK(v4lxx_device_open(context, name, nullptr, &device, &error));
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.fourcc = code("YUYV");
    options.width = 640;
    options.height = 480;
    ASSERT_OK(v4lxx_stream_create(device, &options, &stream, &error));
    ASSERT_OK(v4lxx_stream_start(stream, &error));
    ASSERT_OK(v4lxx_stream_dequeue(stream, second, &frame, &error));
    auto sim = sim_of(context, name);
    assert_int_equal(sim->calls(VIDIOC_QUERYCAP), 1);  // is it a camera, and which API does it speak
    assert_int_equal(sim->calls(VIDIOC_S_FMT), 1);
    assert_int_equal(sim->calls(VIDIOC_G_FMT), 1);  // after REQBUFS, when nobody else can change it any more
    assert_int_equal(sim->calls(VIDIOC_TRY_FMT), 0);
    assert_int_equal(sim->calls(VIDIOC_G_PARM) + sim->calls(VIDIOC_S_PARM), 0);
    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
    ASSERT_OK(v4lxx_stream_read_account(stream, &account, &error));
    // All but open itself, the stat before it, and the eventfd for cancelling, which are not calls on the node.
    assert_int_equal(sim->calls(VIDIOC_G_SELECTION), 1);  // what the frames show
    assert_int_equal(account.system_calls, 18 - 1 + 3);
    v4lxx_frame_unref(frame);
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
    v4lxx_context_unref(context);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar4_opening_listing_and_closing_set_nothing),
        cmocka_unit_test(B05_a_wish_that_is_granted_has_no_differences),
        cmocka_unit_test(B05_every_adjusted_field_is_reported),
        cmocka_unit_test(U05_a_driver_that_alters_one_field_is_reported),
        cmocka_unit_test(B05_a_zero_field_is_left_as_it_is),
        cmocka_unit_test(B05_trying_changes_nothing),
        cmocka_unit_test(U06_lists_say_what_there_is),
        cmocka_unit_test(U08_the_granted_rate_is_told),
        cmocka_unit_test(bar_measured_calls_from_open_to_the_first_frame),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
