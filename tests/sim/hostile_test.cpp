// A hostile driver: every value it can answer about itself and its formats that cannot be true is clamped, or refused as a bug of the
// driver in words that name the field and the value. Nothing is left behind, and where the driver is sane again the next call works.
#include "hostile_driver.hpp"

#include "support/baseline.hpp"

#include <cstring>

using namespace v4lxx::test;

namespace {

struct BadField {
    const char *camera;
    const char *field;  // as the script says it
    const char *value;
    const char *named, *shown;  // as the message says it
};

}  // namespace

// S_FMT, TRY_FMT and G_FMT answer the same struct; start asks G_FMT.
static void S24_format_fields_that_cannot_be_are_refused(void **)
{
    const BadField fields[] = {
        {single, "bytesperline", "1", "bytesperline", "1"},
        {single, "bytesperline", "127", "bytesperline", "127"},
        {single, "bytesperline", "0xffffffff", "sizeimage", "6144"},  // no row but the first would be in the buffer
        {single, "sizeimage", "0", "sizeimage", "0"},
        {single, "sizeimage", "1", "sizeimage", "1"},
        {single, "sizeimage", "6143", "sizeimage", "6143"},
        {single, "sizeimage", "0xffffffff", "sizeimage", "4294967295"},
        {single, "width", "0", "width", "0"},
        {single, "width", "0xffffffff", "width", "4294967295"},
        {single, "width", "65535", "bytesperline", "128"},
        {single, "height", "0", "height", "0"},
        {single, "height", "0xffffffff", "height", "4294967295"},
        {single, "height", "65535", "sizeimage", "6144"},
        {single, "pixelformat", "0", "pixelformat", "0"},
        {single, "pixelformat", "0x32314d4e", "pixelformat", "842091854"},  // NM12 over the single-planar API
        {multi, "num_planes", "0", "num_planes", "0"},
        {multi, "num_planes", "1", "num_planes", "1"},
        {multi, "num_planes", "3", "num_planes", "3"},
        {multi, "num_planes", "9", "num_planes", "9"},
        {multi, "num_planes", "255", "num_planes", "255"},
        {multi, "bytesperline[0]", "63", "bytesperline", "63"},
        {multi, "bytesperline[1]", "1", "bytesperline", "1"},
        {multi, "sizeimage[0]", "0", "sizeimage", "0"},
        {multi, "sizeimage[1]", "0", "sizeimage", "0"},
        {multi, "sizeimage[1]", "1535", "sizeimage", "1535"},
        {multi, "sizeimage[1]", "0xffffffff", "sizeimage", "4294967295"},
        {multi, "height", "0x80000000", "height", "2147483648"},
    };
    for (const BadField &bad : fields) {
        const Baseline before = measure();
        {
            Camera camera(bad.camera);
            const std::string rest = std::string(" 0 set ") + bad.field + " " + bad.value;
            camera.inject("on VIDIOC_S_FMT" + rest);
            assert_driver_bug(set_format(camera), rest, "VIDIOC_S_FMT", bad.named, bad.shown);
            camera.inject("on VIDIOC_G_FMT" + rest);
            assert_driver_bug(start(camera), rest, "VIDIOC_G_FMT", bad.named, bad.shown);
            assert_usable(camera);
        }
        assert_baseline(before);
    }
}

// A driver that says 0 for "no padding" is an old one, not a hostile one.
static void S24_a_stride_of_0_is_that_of_a_row(void **)
{
    Camera camera(single);
    camera.inject("on VIDIOC_S_FMT 0 set bytesperline 0\non VIDIOC_G_FMT 0 set bytesperline 0");
    v4lxx_format format = V4LXX_FORMAT_INIT;
    format.width = 64;
    format.height = 48;
    uint32_t differences = 0xffffffff;
    ASSERT_OK(v4lxx_device_set_format(camera.device(), &format, &differences, &error));
    assert_int_equal(format.stride_bytes[0], 128);
    assert_int_equal(differences, 0);
    camera.start();
    camera.next().assert_intact();
}

static void S24_texts_without_an_end_and_with_anything_in_them_are_made_safe(void **)
{
    struct {
        const char *rule, *card;
    } const texts[] = {
        {"on VIDIOC_QUERYCAP 0 set card unterminated", "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"},
        {"on VIDIOC_QUERYCAP 0 set card K\\xc3\\xa4mera \\xff\\xfe", "K\xc3\xa4mera ??"},
        {"on VIDIOC_QUERYCAP 0 set card \\x1b[31mred\\x07\\x7f", "?[31mred??"},
        {"on VIDIOC_QUERYCAP 0 set card \\xc2\\x9b31m", "?31m"},  // the same escape as one character
        {"on VIDIOC_QUERYCAP 0 set card \\xe2\\x82", "??"},       // cut in the middle of a character
        {"on VIDIOC_QUERYCAP 0 set card \\xc0\\xaf\\xed\\xa0\\x80", "?????"},
    };
    v4lxx_context *context = nullptr;
    ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
    auto sim = make_sim(context, single);
    for (const auto &text : texts) {
        std::string problem;
        assert_int_equal(sim->inject(text.rule, &problem), 0);
        v4lxx_device *device = nullptr;
        ASSERT_OK(v4lxx_device_open(context, single, nullptr, &device, &error));
        assert_string_equal(v4lxx_device_info_get_card(v4lxx_device_get_info(device)), text.card);
        v4lxx_device_unref(device);
    }
    std::string problem;
    assert_int_equal(
        sim->inject("on VIDIOC_QUERYCAP all set driver unterminated\non VIDIOC_QUERYCAP all set bus_info unterminated\n"
                    "on VIDIOC_ENUM_FMT all set description unterminated",
                    &problem),
        0);
    v4lxx_device *device = nullptr;
    v4lxx_format_list *formats = nullptr;
    ASSERT_OK(v4lxx_device_open(context, single, nullptr, &device, &error));
    ASSERT_OK(v4lxx_device_list_formats(device, &formats, &error));
    assert_int_equal(std::strlen(v4lxx_device_info_get_driver(v4lxx_device_get_info(device))), 16);
    assert_int_equal(std::strlen(v4lxx_device_info_get_bus(v4lxx_device_get_info(device))), 32);
    assert_int_equal(std::strlen(v4lxx_format_list_get_description(formats, 0)), 32);
    v4lxx_format_list_unref(formats);
    v4lxx_device_unref(device);
    v4lxx_context_unref(context);
}

// A node that says it can do nothing, or everything.
static void S24_capabilities_of_any_kind_open_and_do_no_harm(void **)
{
    for (const char *value : {"0", "0xffffffff", "0x80000000", "0x04000000"}) {
        const Baseline before = measure();
        {
            v4lxx_context *context = nullptr;
            v4lxx_device *device = nullptr;
            v4lxx_stream *stream = nullptr;
            ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
            std::string problem;
            auto sim = make_sim(context, single);
            assert_int_equal(sim->inject(std::string("on VIDIOC_QUERYCAP all set device_caps ") + value, &problem), 0);
            ASSERT_OK(v4lxx_device_open(context, single, nullptr, &device, &error));
            const Refusal refusal =
                refusal_of([&](v4lxx_error **error) { return v4lxx_stream_create(device, nullptr, &stream, error); });
            assert_true(refusal.status < 0 && !refusal.message.empty());
            assert_null(stream);
            v4lxx_device_unref(device);
            v4lxx_context_unref(context);
        }
        assert_baseline(before);
    }
}

static void S24_endless_lists_are_cut_off(void **)
{
    Camera camera(single);
    camera.inject(
        "on VIDIOC_ENUM_FMT all endless\non VIDIOC_ENUM_FRAMESIZES all endless\non VIDIOC_ENUM_FRAMEINTERVALS all endless");
    v4lxx_format_list *formats = nullptr;
    v4lxx_size_list *sizes = nullptr;
    v4lxx_interval_list *intervals = nullptr;
    const uint32_t yuyv = v4lxx_pixel_format_find("YUYV");
    assert_driver_bug(
        refusal_of([&](v4lxx_error **error) { return v4lxx_device_list_formats(camera.device(), &formats, error); }), "formats",
        "VIDIOC_ENUM_FMT", "index", "512");
    assert_driver_bug(
        refusal_of([&](v4lxx_error **error) { return v4lxx_device_list_sizes(camera.device(), yuyv, &sizes, error); }), "sizes",
        "VIDIOC_ENUM_FRAMESIZES", "index", "1024");
    assert_driver_bug(refusal_of([&](v4lxx_error **error) {
                          return v4lxx_device_list_intervals(camera.device(), yuyv, 64, 48, &intervals, error);
                      }),
                      "intervals", "VIDIOC_ENUM_FRAMEINTERVALS", "index", "1024");
    assert_null(formats);
    assert_null(sizes);
    assert_null(intervals);
    camera.start();
    camera.next().assert_intact();
}

static void S24_frame_sizes_that_cannot_be_are_refused(void **)
{
    struct {
        const char *rule, *named, *shown;
    } const rules[] = {
        {"set type 0", "type", "0"},     {"set type 77", "type", "77"},
        {"set width 0", "width", "0"},   {"set width 0xffffffff", "width", "4294967295"},
        {"set height 0", "height", "0"}, {"set height 65536", "height", "65536"},
    };
    Camera camera(single);
    const uint32_t yuyv = v4lxx_pixel_format_find("YUYV");
    v4lxx_size_list *sizes = nullptr;
    auto list = [&] {
        return refusal_of([&](v4lxx_error **error) { return v4lxx_device_list_sizes(camera.device(), yuyv, &sizes, error); });
    };
    for (const auto &rule : rules) {
        camera.inject(std::string("on VIDIOC_ENUM_FRAMESIZES 0 ") + rule.rule);
        assert_driver_bug(list(), rule.rule, "VIDIOC_ENUM_FRAMESIZES", rule.named, rule.shown);
        assert_null(sizes);
    }
    assert_int_equal(list().status, V4LXX_OK);
    v4lxx_size_list_unref(sizes);
}

// Programs walk from min to max: that ends, whatever the driver says.
static void S24_ranges_of_sizes_can_be_walked(void **)
{
    Camera camera("sim:camera,size=64x48,sizes=stepwise,clock=virtual");
    const uint32_t yuyv = v4lxx_pixel_format_find("YUYV");
    v4lxx_size_list *sizes = nullptr;
    camera.inject(
        "on VIDIOC_ENUM_FRAMESIZES 0 set step_width 0\non VIDIOC_ENUM_FRAMESIZES 0 set step_height 0\n"
        "on VIDIOC_ENUM_FRAMESIZES 0 set max_width 0xffffffff\non VIDIOC_ENUM_FRAMESIZES 0 set max_height 0xffffffff");
    ASSERT_OK(v4lxx_device_list_sizes(camera.device(), yuyv, &sizes, &error));
    v4lxx_size_range range = V4LXX_SIZE_RANGE_INIT;
    ASSERT_OK(v4lxx_size_list_at(sizes, 0, &range, &error));
    assert_int_equal(range.step_width, 1);
    assert_int_equal(range.step_height, 1);
    assert_int_equal(range.max_width, 65535);
    assert_int_equal(range.max_height, 65535);
    v4lxx_size_list_unref(sizes);
    for (const char *rule : {"min_width 0", "min_width 0xfffffff0", "max_height 1"}) {
        Camera other("sim:camera,size=64x48,sizes=stepwise,clock=virtual");  // what was listed is not asked for again
        other.inject(std::string("on VIDIOC_ENUM_FRAMESIZES 0 set ") + rule);
        const Refusal refusal =
            refusal_of([&](v4lxx_error **error) { return v4lxx_device_list_sizes(other.device(), yuyv, &sizes, error); });
        assert_int_equal(refusal.status, V4LXX_ERROR_DRIVER_BUG);
        assert_non_null(std::strstr(refusal.message.c_str(), "VIDIOC_ENUM_FRAMESIZES answered min_"));
    }
}

static void S24_rates_of_0_by_0_are_not_known_or_refused(void **)
{
    Camera camera(single);
    const uint32_t yuyv = v4lxx_pixel_format_find("YUYV");
    v4lxx_interval_list *intervals = nullptr;
    for (const char *rule : {"numerator 0", "denominator 0", "type 9"}) {
        camera.inject(std::string("on VIDIOC_ENUM_FRAMEINTERVALS 0 set ") + rule);
        const Refusal refusal = refusal_of(
            [&](v4lxx_error **error) { return v4lxx_device_list_intervals(camera.device(), yuyv, 64, 48, &intervals, error); });
        const bool by_type = std::string(rule) == "type 9";
        assert_driver_bug(refusal, rule, "VIDIOC_ENUM_FRAMEINTERVALS", by_type ? "type" : "denominator", by_type ? "9" : "0");
        assert_null(intervals);
    }
    for (const char *rule : {"numerator 0", "denominator 0"}) {
        camera.inject(std::string("on VIDIOC_G_PARM 0 set ") + rule + "\non VIDIOC_S_PARM 0 set " + rule);
        v4lxx_fraction interval{1, 30};
        ASSERT_OK(v4lxx_device_set_interval(camera.device(), &interval, &error));
        assert_true(interval.numerator == 0 && interval.denominator == 0);
        ASSERT_OK(v4lxx_device_read_interval(camera.device(), &interval, &error));
        assert_true(interval.numerator == 0 && interval.denominator == 0);
    }
}

// The kernel's own errno values never reach a program; any other number is said as it is.
static void S24_unknown_errnos_have_words(void **)
{
    for (const char *number : {"512", "515", "4095"}) {
        Camera camera(single);
        camera.inject(std::string("on VIDIOC_STREAMON 0 errno ") + number);
        const Refusal refusal = start(camera);
        assert_int_equal(refusal.code, V4LXX_CODE_ERRNO_IMPOSSIBLE);
        assert_int_equal(refusal.status, V4LXX_ERROR_DRIVER_BUG);
        assert_non_null(
            std::strstr(refusal.message.c_str(), (std::string("VIDIOC_STREAMON answered errno ") + number).c_str()));
        assert_string_equal(refusal.field.c_str(), "errno");
        assert_usable(camera);
    }
    Camera camera(single);
    camera.inject("on VIDIOC_STREAMON 0 errno 200");
    const Refusal refusal = start(camera);
    assert_int_equal(refusal.status, V4LXX_ERROR_SYSTEM);
    assert_non_null(std::strstr(refusal.message.c_str(), "VIDIOC_STREAMON: errno 200"));
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S24_format_fields_that_cannot_be_are_refused),
        cmocka_unit_test(S24_a_stride_of_0_is_that_of_a_row),
        cmocka_unit_test(S24_texts_without_an_end_and_with_anything_in_them_are_made_safe),
        cmocka_unit_test(S24_capabilities_of_any_kind_open_and_do_no_harm),
        cmocka_unit_test(S24_endless_lists_are_cut_off),
        cmocka_unit_test(S24_frame_sizes_that_cannot_be_are_refused),
        cmocka_unit_test(S24_ranges_of_sizes_can_be_walked),
        cmocka_unit_test(S24_rates_of_0_by_0_are_not_known_or_refused),
        cmocka_unit_test(S24_unknown_errnos_have_words),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
