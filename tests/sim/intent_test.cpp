// Choosing a mode by intent: which one, why not another, and that the driver's answer is told as it is.
#include "support/camera.hpp"

#include <cstring>

#include <linux/videodev2.h>

using namespace v4lxx::test;

namespace {

uint32_t code(const char *name) { return v4lxx_pixel_format_find(name); }

v4lxx_wish wish_of(uint32_t width, uint32_t height, v4lxx_fraction rate = {0, 0}, uint32_t flags = 0)
{
    v4lxx_wish wish = V4LXX_WISH_INIT;
    wish.width = width;
    wish.height = height;
    wish.rate = rate;
    wish.flags = flags;
    return wish;
}

// A device without a stream, which would hold it.
class Device {
public:
    explicit Device(const std::string &name, const std::string &rules = {}) : name_(name)
    {
        ASSERT_OK(v4lxx_context_create(nullptr, &context_, &error));
        std::string problem;
        if (make_sim(context_, name)->inject(rules, &problem) < 0)
            fail_msg("%s", problem.c_str());
        ASSERT_OK(v4lxx_device_open(context_, name.c_str(), nullptr, &device_, &error));
    }
    Device(const Device &) = delete;
    Device &operator=(const Device &) = delete;
    ~Device()
    {
        v4lxx_device_unref(device_);
        v4lxx_context_unref(context_);
    }
    v4lxx_device *get() { return device_; }
    uint64_t calls(unsigned long request) { return sim_of(context_, name_)->calls(request); }
    uint64_t setter_calls() { return sim_of(context_, name_)->setter_calls(); }
    v4lxx_format format()
    {
        v4lxx_format now = V4LXX_FORMAT_INIT;
        ASSERT_OK(v4lxx_device_read_format(device_, &now, &error));
        return now;
    }
    v4lxx_negotiation negotiate(const v4lxx_wish &wish, const std::vector<uint32_t> &outputs = {})
    {
        v4lxx_negotiation result = V4LXX_NEGOTIATION_INIT;
        ASSERT_OK(
            v4lxx_device_negotiate(device_, &wish, outputs.data(), static_cast<uint32_t>(outputs.size()), &result, &error));
        return result;
    }
    v4lxx_mode_list *modes(const v4lxx_wish &wish, const std::vector<uint32_t> &outputs = {})
    {
        v4lxx_mode_list *list = nullptr;
        ASSERT_OK(
            v4lxx_device_list_modes(device_, &wish, outputs.data(), static_cast<uint32_t>(outputs.size()), &list, &error));
        return list;
    }

private:
    std::string name_;
    v4lxx_context *context_ = nullptr;
    v4lxx_device *device_ = nullptr;
};

v4lxx_mode mode_at(v4lxx_mode_list *list, uint32_t index)
{
    v4lxx_mode mode = V4LXX_MODE_INIT;
    ASSERT_OK(v4lxx_mode_list_at(list, index, &mode, &error));
    return mode;
}

constexpr const char *webcam = "sim:camera,clock=virtual,formats=YUYV+MJPEG+GREY,sizes=320x240+640x480+1280x720,size=640x480";

void assert_granted(const v4lxx_negotiation &result, const char *format, uint32_t width, uint32_t height, uint32_t rate)
{
    assert_int_equal(result.granted_fourcc, code(format));
    assert_int_equal(result.granted_width, width);
    assert_int_equal(result.granted_height, height);
    assert_int_equal(result.granted_rate.numerator, rate);
    assert_int_equal(result.granted_rate.denominator, 1);
    assert_int_equal(result.differences, 0);
    assert_int_equal(result.adjusted, 0);
}

}  // namespace

static void U06_without_a_wish_the_best_picture_that_can_be_shown_is_chosen(void **)
{
    Device device(webcam);
    assert_granted(device.negotiate(V4LXX_WISH_INIT), "YUYV", 1280, 720, 30);
}

// 720p comes raw at 10 per second and as MJPG at 30: the camera everybody has.
static void U06_720p_is_never_taken_raw_at_10_when_MJPG_gives_30(void **)
{
    const std::string rules =
        "on VIDIOC_ENUM_FRAMEINTERVALS 0 set numerator 1\non VIDIOC_ENUM_FRAMEINTERVALS 0 set denominator 10\n"
        "on VIDIOC_ENUM_FRAMEINTERVALS 1 errno EINVAL\n";
    Device device("sim:camera,clock=virtual,formats=YUYV+MJPEG,sizes=1280x720,size=1280x720", rules);
    const bool can_decode = v4lxx_supports(V4LXX_FEATURE_JPEG) != 0;
    assert_granted(device.negotiate(V4LXX_WISH_INIT), can_decode ? "MJPEG" : "YUYV", 1280, 720, can_decode ? 30 : 10);
    v4lxx_mode_list *list = device.modes(V4LXX_WISH_INIT);
    assert_int_equal(v4lxx_mode_list_get_count(list), 2);
    if (!can_decode) {  // what this build cannot show is not chosen, and the list says so
        assert_int_equal(mode_at(list, 1).fourcc, code("MJPEG"));
        assert_int_equal(mode_at(list, 1).verdict, V4LXX_MODE_OUTSCORED);
        assert_string_equal(v4lxx_mode_list_get_reason(list, 1), "this build can make no picture of MJPG (20000)");
        v4lxx_mode_list_unref(list);
        return;
    }
    assert_int_equal(mode_at(list, 1).verdict, V4LXX_MODE_OUTSCORED);
    assert_int_equal(mode_at(list, 1).rate_penalty, 2400);
    assert_string_equal(v4lxx_mode_list_get_reason(list, 1),
                        "10 per second is slower than 25 to 30 per second (2400); YUYV has to be converted (20)");
    assert_string_equal(v4lxx_mode_list_get_reason(list, 0), "MJPG has to be decoded (40)");
    v4lxx_mode_list_unref(list);
}

static void U06_size_and_rate_are_granted_as_wished(void **)
{
    Device device(webcam);
    assert_granted(device.negotiate(wish_of(320, 240, {15, 1})), "YUYV", 320, 240, 15);
    assert_granted(device.negotiate(wish_of(640, 480, {60, 1}), {code("MJPEG"), code("YUYV")}), "MJPEG", 640, 480, 60);
    assert_granted(device.negotiate(wish_of(640, 480, {60, 1}), {code("GREY")}), "GREY", 640, 480, 60);
}

static void U06_stepwise_and_continuous_ranges_are_chosen_from(void **)
{
    Device stepwise("sim:camera,clock=virtual,sizes=stepwise,intervals=stepwise");
    assert_granted(stepwise.negotiate(wish_of(802, 600, {24, 1})), "YUYV", 802, 600, 24);
    assert_int_equal(stepwise.negotiate(wish_of(801, 600)).differences, V4LXX_FORMAT_FIELD_WIDTH);
    assert_granted(stepwise.negotiate(V4LXX_WISH_INIT), "YUYV", 1920, 1080, 30);
    Device continuous("sim:camera,clock=virtual,sizes=continuous,intervals=continuous,formats=GREY");
    assert_granted(continuous.negotiate(wish_of(801, 599, {7, 1})), "GREY", 801, 599, 7);
}

static void U07_nothing_is_asked_twice_and_at_most_three_formats_are_tried(void **)
{
    Device device(std::string(webcam) + ",id=7", "on VIDIOC_TRY_FMT all delay 82ms\non VIDIOC_S_FMT all delay 82ms");
    for (int i = 0; i < 3; i++)
        v4lxx_mode_list_unref(device.modes(V4LXX_WISH_INIT));
    const uint64_t formats = device.calls(VIDIOC_ENUM_FMT), sizes = device.calls(VIDIOC_ENUM_FRAMESIZES),
                   intervals = device.calls(VIDIOC_ENUM_FRAMEINTERVALS);
    assert_int_equal(formats, 3 + 1);  // each list ends with a refusal
    assert_int_equal(sizes, 3 * (3 + 1));
    assert_int_equal(intervals, 3 * 3 * (5 + 1));
    assert_int_equal(device.setter_calls(), 0);
    device.negotiate(wish_of(320, 240));
    v4lxx_stream *stream = nullptr;
    ASSERT_OK(v4lxx_stream_create(device.get(), nullptr, &stream, &error));
    ASSERT_OK(v4lxx_stream_start(stream, &error));
    assert_int_equal(device.calls(VIDIOC_ENUM_FMT), formats);
    assert_int_equal(device.calls(VIDIOC_ENUM_FRAMESIZES), sizes);
    assert_int_equal(device.calls(VIDIOC_ENUM_FRAMEINTERVALS), intervals);
    assert_true(device.calls(VIDIOC_TRY_FMT) + device.calls(VIDIOC_S_FMT) <= 3);
    v4lxx_stream_unref(stream);
}

// A driver that lists what it does not grant: the next mode is taken, and all of it is told.
static void U05_a_mode_that_is_listed_but_not_granted_is_passed_over(void **)
{
    Device device(webcam, "on VIDIOC_TRY_FMT 0 set width 160");
    const v4lxx_negotiation result = device.negotiate(V4LXX_WISH_INIT);
    assert_int_equal(result.refused, 1);
    const bool can_decode = v4lxx_supports(V4LXX_FEATURE_JPEG) != 0;
    assert_int_equal(result.granted_fourcc, code(can_decode ? "MJPEG" : "YUYV"));
    assert_int_equal(result.granted_width, can_decode ? 1280 : 640);
    // Without JPEG the next best is the mode the device has already, which needs not be set.
    assert_int_equal(device.calls(VIDIOC_TRY_FMT) + device.calls(VIDIOC_S_FMT), can_decode ? 3 : 2);
}

static void U05_a_driver_that_alters_any_one_field_is_always_reported(void **)
{
    const struct {
        const char *rule;
        uint32_t bit;
    } cases[] = {
        {"width 160", V4LXX_FORMAT_FIELD_WIDTH},
        {"height 120", V4LXX_FORMAT_FIELD_HEIGHT},
        {"pixelformat 0x59455247", V4LXX_FORMAT_FIELD_FOURCC},
        {"field 4", V4LXX_FORMAT_FIELD_FIELD},
        {"colorspace 3", V4LXX_FORMAT_FIELD_COLORSPACE},
        {"ycbcr_enc 2", V4LXX_FORMAT_FIELD_YCBCR_ENCODING},
        {"quantization 1", V4LXX_FORMAT_FIELD_QUANTIZATION},
        {"xfer_func 1", V4LXX_FORMAT_FIELD_TRANSFER_FUNCTION},
        {"bytesperline 640", V4LXX_FORMAT_FIELD_STRIDE},
        {"sizeimage 9000000", V4LXX_FORMAT_FIELD_SIZE_BYTES},
        {"flags 1", V4LXX_FORMAT_FIELD_FLAGS},
    };
    for (const auto &c : cases)
        for (const char *request : {"VIDIOC_S_FMT all", "VIDIOC_G_FMT 1..", "VIDIOC_TRY_FMT all"}) {
            // In what is tried, only a change that is a lie later on matters: of what is set, the answer counts.
            Device device("sim:camera,clock=virtual,formats=YUYV,sizes=320x240,size=640x480,padding=16",
                          std::string("on ") + request + " set " + c.rule);
            const v4lxx_negotiation result = device.negotiate(wish_of(320, 240));
            if ((result.adjusted & c.bit) == 0)
                fail_msg("%s set %s was not reported: adjusted 0x%x", request, c.rule, result.adjusted);
        }
    Device device(webcam, "on VIDIOC_G_PARM 1.. set denominator 12");
    const v4lxx_negotiation result = device.negotiate(wish_of(320, 240, {15, 1}));
    assert_int_equal(result.adjusted, V4LXX_FORMAT_FIELD_RATE);
    assert_int_equal(result.differences, V4LXX_FORMAT_FIELD_RATE);
    assert_int_equal(result.granted_rate.numerator, 12);
}

static void U05_strict_fails_with_what_there_is_and_changes_nothing(void **)
{
    Device device(webcam);
    const v4lxx_format before = device.format();
    const v4lxx_wish wish = wish_of(1024, 768, {0, 0}, V4LXX_WISH_STRICT);
    v4lxx_error *failure = nullptr;
    assert_int_equal(v4lxx_device_negotiate(device.get(), &wish, nullptr, 0, nullptr, &failure), V4LXX_ERROR_UNSUPPORTED);
    assert_int_equal(v4lxx_error_get_code(failure), V4LXX_CODE_MODE_NOT_OFFERED);
    const std::string message = v4lxx_error_get_message(failure);
    assert_non_null(strstr(message.c_str(), "1024x768"));
    assert_non_null(strstr(message.c_str(), "YUYV 1280x720 at 30 per second"));
    v4lxx_error_free(failure);
    const v4lxx_wish rate = wish_of(640, 480, {31, 1}, V4LXX_WISH_STRICT);
    ASSERT_CODE(v4lxx_device_negotiate(device.get(), &rate, nullptr, 0, nullptr, &error), V4LXX_CODE_MODE_NOT_OFFERED);
    assert_int_equal(device.setter_calls(), 0);
    const v4lxx_format after = device.format();
    assert_memory_equal(&before, &after, sizeof before);
    assert_granted(device.negotiate(wish_of(640, 480, {60, 1}, V4LXX_WISH_STRICT)), "YUYV", 640, 480, 60);
}

static void U05_strict_puts_the_device_back_if_the_driver_does_not_keep_its_word(void **)
{
    for (const char *rule :
         {"on VIDIOC_S_FMT 0 set width 160\non VIDIOC_G_FMT 1 set width 160", "on VIDIOC_TRY_FMT all set width 160",
          "on VIDIOC_G_PARM 1 set denominator 7", "on VIDIOC_S_PARM 0 errno EIO"}) {
        Device device(webcam, rule);
        v4lxx_wish wish = wish_of(320, 240, {15, 1}, V4LXX_WISH_STRICT);
        assert_true(v4lxx_device_negotiate(device.get(), &wish, nullptr, 0, nullptr, nullptr) < 0);
        assert_int_equal(device.format().width, 640);
        v4lxx_fraction interval{};
        ASSERT_OK(v4lxx_device_read_interval(device.get(), &interval, &error));
        assert_int_equal(interval.denominator, 30);
    }
}

static void U06_a_format_that_is_not_offered_is_refused_with_those_that_are(void **)
{
    Device device(webcam);
    const uint32_t outputs[] = {code("H264"), code("NV12")};
    v4lxx_error *failure = nullptr;
    assert_int_equal(v4lxx_device_negotiate(device.get(), nullptr, outputs, 2, nullptr, &failure), V4LXX_ERROR_UNSUPPORTED);
    assert_int_equal(v4lxx_error_get_code(failure), V4LXX_CODE_NO_WANTED_FORMAT);
    assert_non_null(strstr(v4lxx_error_get_message(failure), "it offers YUYV, MJPG, GREY (checked)"));
    v4lxx_error_free(failure);
    v4lxx_wish decode = wish_of(0, 0, {0, 0}, V4LXX_WISH_DECODE);
    v4lxx_negotiation result = V4LXX_NEGOTIATION_INIT;
    ASSERT_OK(v4lxx_device_negotiate(device.get(), &decode, outputs, 2, &result, &error));
    assert_granted(result, "YUYV", 1280, 720, 30);
}

static void U06_formats_nobody_wants_are_not_asked_for_sizes(void **)
{
    Device device(webcam);
    v4lxx_mode_list *list = device.modes(V4LXX_WISH_INIT, {code("GREY")});
    assert_int_equal(mode_at(list, v4lxx_mode_list_get_count(list) - 1).verdict, V4LXX_MODE_FORMAT_NOT_WANTED);
    assert_int_equal(device.calls(VIDIOC_ENUM_FRAMESIZES), 3 + 1);
    v4lxx_mode_list_unref(list);
}

static void S24_an_endless_driver_is_refused_and_nothing_is_left(void **)
{
    for (const char *request : {"VIDIOC_ENUM_FMT", "VIDIOC_ENUM_FRAMESIZES", "VIDIOC_ENUM_FRAMEINTERVALS"}) {
        Device device(webcam, std::string("on ") + request + " all endless");
        v4lxx_mode_list *list = nullptr;
        ASSERT_CODE(v4lxx_device_list_modes(device.get(), nullptr, nullptr, 0, &list, &error), V4LXX_CODE_ENDLESS_LIST);
        assert_null(list);
        ASSERT_CODE(v4lxx_device_negotiate(device.get(), nullptr, nullptr, 0, nullptr, &error), V4LXX_CODE_ENDLESS_LIST);
        assert_int_equal(device.setter_calls(), 0);
    }
}

static void U06_bad_wishes_are_refused_by_name_and_nothing_is_asked(void **)
{
    Device device(webcam);
    const struct {
        v4lxx_wish wish;
        const char *field;
        v4lxx_code code;
    } cases[] = {
        {wish_of(640, 0), "wish.height", V4LXX_CODE_VALUE_OUT_OF_RANGE},
        {wish_of(0, 480), "wish.width", V4LXX_CODE_VALUE_OUT_OF_RANGE},
        {wish_of(0x80000000u, 480), "wish.width", V4LXX_CODE_VALUE_OUT_OF_RANGE},
        {wish_of(640, UINT32_MAX), "wish.height", V4LXX_CODE_VALUE_OUT_OF_RANGE},
        {wish_of(640, 480, {30, 0}), "wish.rate", V4LXX_CODE_VALUE_OUT_OF_RANGE},
        {wish_of(640, 480, {0, 1}), "wish.rate", V4LXX_CODE_VALUE_OUT_OF_RANGE},
        {wish_of(640, 480, {30, 1}, 1u << 31), "wish.flags", V4LXX_CODE_UNKNOWN_VALUE},
    };
    for (const auto &c : cases) {
        v4lxx_error *error = nullptr;
        assert_true(v4lxx_device_negotiate(device.get(), &c.wish, nullptr, 0, nullptr, &error) < 0);
        assert_int_equal(v4lxx_error_get_code(error), c.code);
        assert_string_equal(v4lxx_error_get_field(error), c.field);
        v4lxx_error_free(error);
    }
    const std::vector<uint32_t> many(65, code("YUYV"));
    const uint32_t zero = 0;
    ASSERT_CODE(v4lxx_device_negotiate(device.get(), nullptr, many.data(), 65, nullptr, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    ASSERT_CODE(v4lxx_device_negotiate(device.get(), nullptr, &zero, 1, nullptr, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    const uint32_t unknown = 0xfffefdfc;
    ASSERT_CODE(v4lxx_device_negotiate(device.get(), nullptr, &unknown, 1, nullptr, &error), V4LXX_CODE_NO_WANTED_FORMAT);
    assert_int_equal(device.calls(VIDIOC_ENUM_FRAMESIZES) + device.setter_calls(), 0);
    // Absurd, but it can be meant: the largest there is.
    const v4lxx_wish huge = wish_of(65535, 65535);
    v4lxx_negotiation result = V4LXX_NEGOTIATION_INIT;
    ASSERT_OK(v4lxx_device_negotiate(device.get(), &huge, nullptr, 0, &result, &error));
    assert_int_equal(result.granted_width, 1280);
    assert_int_equal(result.differences, V4LXX_FORMAT_FIELD_WIDTH | V4LXX_FORMAT_FIELD_HEIGHT);
}

static void U06_a_device_that_is_gone_or_no_camera_says_so(void **)
{
    Device gone(webcam);
    v4lxx_mode_list *list = gone.modes(V4LXX_WISH_INIT);
    v4lxx_mode_list_unref(list);
    Device metadata("sim:camera,kind=metadata");
    ASSERT_CODE(v4lxx_device_negotiate(metadata.get(), nullptr, nullptr, 0, nullptr, &error), V4LXX_CODE_NOT_A_CAPTURE_DEVICE);
    Device lost(webcam, "on VIDIOC_ENUM_FRAMESIZES 3 unplug");
    ASSERT_CODE(v4lxx_device_negotiate(lost.get(), nullptr, nullptr, 0, nullptr, &error), V4LXX_CODE_DEVICE_GONE);
    ASSERT_CODE(v4lxx_device_list_modes(lost.get(), nullptr, nullptr, 0, &list, &error), V4LXX_CODE_DEVICE_GONE);
    v4lxx_device_close(gone.get());
    ASSERT_CODE(v4lxx_device_list_modes(gone.get(), nullptr, nullptr, 0, &list, &error), V4LXX_CODE_OBJECT_CLOSED);
    ASSERT_CODE(v4lxx_device_negotiate(gone.get(), nullptr, nullptr, 0, nullptr, &error), V4LXX_CODE_OBJECT_CLOSED);
}

static void U06_a_device_that_streams_keeps_its_mode(void **)
{
    Camera camera("sim:camera,clock=virtual,size=640x480");
    camera.start();
    const v4lxx_wish other = wish_of(320, 240);
    ASSERT_CODE(v4lxx_device_negotiate(camera.device(), &other, nullptr, 0, nullptr, &error), V4LXX_CODE_OWN_STREAM_BUSY);
    const v4lxx_wish same = wish_of(640, 480, {30, 1});
    ASSERT_OK(v4lxx_device_negotiate(camera.device(), &same, nullptr, 0, nullptr, &error));
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U06_without_a_wish_the_best_picture_that_can_be_shown_is_chosen),
        cmocka_unit_test(U06_720p_is_never_taken_raw_at_10_when_MJPG_gives_30),
        cmocka_unit_test(U06_size_and_rate_are_granted_as_wished),
        cmocka_unit_test(U06_stepwise_and_continuous_ranges_are_chosen_from),
        cmocka_unit_test(U07_nothing_is_asked_twice_and_at_most_three_formats_are_tried),
        cmocka_unit_test(U05_a_mode_that_is_listed_but_not_granted_is_passed_over),
        cmocka_unit_test(U05_a_driver_that_alters_any_one_field_is_always_reported),
        cmocka_unit_test(U05_strict_fails_with_what_there_is_and_changes_nothing),
        cmocka_unit_test(U05_strict_puts_the_device_back_if_the_driver_does_not_keep_its_word),
        cmocka_unit_test(U06_a_format_that_is_not_offered_is_refused_with_those_that_are),
        cmocka_unit_test(U06_formats_nobody_wants_are_not_asked_for_sizes),
        cmocka_unit_test(S24_an_endless_driver_is_refused_and_nothing_is_left),
        cmocka_unit_test(U06_bad_wishes_are_refused_by_name_and_nothing_is_asked),
        cmocka_unit_test(U06_a_device_that_is_gone_or_no_camera_says_so),
        cmocka_unit_test(U06_a_device_that_streams_keeps_its_mode),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
