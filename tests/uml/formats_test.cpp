// All formats that vivid offers, over both planar APIs: the planes are right, and the same picture is in them.
#include "uml/vivid.hpp"

#include <cinttypes>
#include <cstring>

using namespace v4lxx::test;

static v4lxx_pixel_format_info describe(uint32_t fourcc)
{
    v4lxx_pixel_format_info facts = V4LXX_PIXEL_FORMAT_INFO_INIT;
    ASSERT_OK(v4lxx_pixel_format_describe(fourcc, &facts, &error));
    return facts;
}

// Bytes and rows of each colour plane are those that the pixel format needs at this size.
static void assert_planes(const v4lxx_frame_info &info)
{
    const v4lxx_pixel_format_info facts = describe(info.fourcc);
    const char *name = v4lxx_pixel_format_get_name(info.fourcc);
    if (info.plane_count != facts.plane_count)
        fail_msg("%s: %u planes, not %u", name, info.plane_count, facts.plane_count);
    for (uint32_t i = 0; i < info.plane_count; i++) {
        const uint32_t across = i == 0 ? 1 : facts.horizontal_subsampling, down = i == 0 ? 1 : facts.vertical_subsampling;
        const uint64_t row = info.width / across * facts.bits_per_pixel[i] / 8;
        if (info.plane_stride[i] != row || info.plane_bytes[i] != row * (info.height / down))
            fail_msg("%s: plane %u has stride %u and %" PRIu64 " bytes", name, i, info.plane_stride[i], info.plane_bytes[i]);
    }
}

// Three frames of a format. False if the machine was too slow to take them without a gap, which the account must then tell of.
static bool frames_come_without_gap(RealCamera &camera)
{
    camera.start();
    uint32_t last = 0;
    for (uint32_t i = 0; i < 3; i++) {
        HeldFrame frame = camera.next();
        const v4lxx_frame_info info = frame.info();
        assert_planes(info);
        assert_int_equal(info.flags, 0);
        assert_int_equal(info.clock, V4LXX_CLOCK_MONOTONIC);
        assert_true(i == 0 || info.sequence > last);
        last = info.sequence;
    }
    camera.stop();
    const v4lxx_stream_account account = camera.account();
    assert_int_equal(account.short_frames, 0);
    assert_int_equal(account.corrupt, 0);
    assert_int_equal(account.copies, 0);
    return account.driver_dropped == 0;
}

static void U27_every_format_offered_streams_with_the_right_planes(void **state)
{
    Library library;
    v4lxx_device *device = nullptr;
    ASSERT_OK(v4lxx_device_open(library.get(), node_of(state), nullptr, &device, &error));
    const std::vector<uint32_t> formats = offered_formats(device);
    v4lxx_device_unref(device);
    assert_true(formats.size() >= (node_of(state) == multi_planar ? 93u : 83u));
    for (const uint32_t fourcc : formats) {
        const char *name = v4lxx_pixel_format_get_name(fourcc);
        bool good = false;
        for (int attempt = 0; attempt < 10 && !good; attempt++) {
            RealCamera camera(library.get(), node_of(state), {.format = name});
            assert_int_equal(camera.format().fourcc, fourcc);
            assert_int_equal(camera.format().memory_plane_count, describe(fourcc).memory_plane_count);
            good = frames_come_without_gap(camera);
        }
        if (!good)
            fail_msg("%s: ten attempts to take three frames without a gap failed", name);
    }
}

// The lowest quarter of a plane: below vivid's text, which changes with every frame.
static std::vector<uint8_t> bars(const HeldFrame &frame, uint32_t plane)
{
    const v4lxx_frame_info info = frame.info();
    size_t size = 0;
    const auto *bytes = static_cast<const uint8_t *>(v4lxx_frame_get_plane_data(frame.get(), plane, &size));
    const size_t rows = size / info.plane_stride[plane];
    return {bytes + rows * 3 / 4 * info.plane_stride[plane], bytes + size};
}

static std::vector<std::vector<uint8_t>> bars_of(v4lxx_context *context, const char *path, const char *format)
{
    RealCamera camera(context, path, {.format = format});
    camera.start();
    HeldFrame frame = camera.next();
    std::vector<std::vector<uint8_t>> planes;
    for (uint32_t plane = 0; plane < frame.info().plane_count; plane++)
        planes.push_back(bars(frame, plane));
    return planes;
}

static void assert_same_bars(v4lxx_context *context, const char *of_single, const char *of_multi)
{
    if (bars_of(context, single_planar, of_single) != bars_of(context, multi_planar, of_multi))
        fail_msg("the bars of %s over the single-planar API are not those of %s over the multi-planar one", of_single,
                 of_multi);
}

static void U27_both_apis_show_the_same_picture(void **)
{
    Library library;
    for (const char *format : {"YUYV", "UYVY", "NV12", "NV21", "NV16", "NV24", "YUV420", "YVU420", "YUV422P", "RGB24", "BGR24",
                               "GREY", "Y16", "RGB565", "XBGR32"})
        assert_same_bars(library.get(), format, format);
    // Colour planes in several memory planes are the same colour planes; two of these have a data_offset.
    const char *const pairs[][2] = {{"NV12", "NV12M"},     {"NV21", "NV21M"},     {"NV16", "NV16M"},     {"NV61", "NV61M"},
                                    {"YUV420", "YUV420M"}, {"YVU420", "YVU420M"}, {"YUV422P", "YUV422M"}};
    for (const auto &pair : pairs)
        assert_same_bars(library.get(), pair[0], pair[1]);
}

// What is left of a bar's colour in the middle of it, from RGB24.
static void bars_of_RGB24_have_the_colours_of_the_test_pattern(void **state)
{
    static const uint8_t colours[8][3] = {{191, 191, 191}, {191, 191, 0}, {0, 191, 191}, {0, 191, 0},
                                          {191, 0, 191},   {191, 0, 0},   {0, 0, 191},   {0, 0, 0}};
    Library library;
    RealCamera camera(library.get(), node_of(state), {.format = "RGB24"});
    camera.start();
    HeldFrame frame = camera.next();
    const v4lxx_frame_info info = frame.info();
    const auto *bytes = static_cast<const uint8_t *>(v4lxx_frame_get_plane_data(frame.get(), 0, nullptr));
    for (uint32_t bar = 0; bar < 8; bar++) {
        const uint8_t *pixel =
            bytes + size_t{info.height} * 9 / 10 * info.plane_stride[0] + (2 * bar + 1) * info.width / 16 * 3;
        for (int i = 0; i < 3; i++)
            assert_in_range(pixel[i], colours[bar][i] < 3 ? 0 : colours[bar][i] - 3, colours[bar][i] + 3);
    }
}

// vivid fills the bytes before the picture with the number 128: none of them may be taken for picture, at either end.
static void B09_data_offset_is_honoured(const char *format, uint32_t with_offset)
{
    Library library;
    RealCamera camera(library.get(), multi_planar, {.format = format});
    camera.start();
    HeldFrame frame = camera.next();
    const v4lxx_frame_info info = frame.info();
    const v4lxx_format granted = camera.format();
    assert_int_equal(info.plane_count, 2);
    for (uint32_t i = 0; i < 2; i++) {
        const uint64_t picture = uint64_t{info.plane_stride[i]} * info.height;
        assert_int_equal(info.plane_bytes[i], picture);
        assert_int_equal(granted.size_bytes[i], picture + (i == with_offset ? 128 : 0));
        // Mappings begin at pages.
        assert_int_equal(info.plane_address[i] % 4096, i == with_offset ? 128 : 0);
    }
    const auto *before = reinterpret_cast<const uint8_t *>(info.plane_address[with_offset]) - 128;
    for (int i = 0; i < 128; i++)
        assert_int_equal(before[i], 128);
}

static void B09_NV16M_has_its_luma_behind_the_data_offset(void **) { B09_data_offset_is_honoured("NV16M", 0); }
static void B09_NV61M_has_its_chroma_behind_the_data_offset(void **) { B09_data_offset_is_honoured("NV61M", 1); }

// A stride wider than the row, as vivid grants it on request, in each memory plane.
static void U26_a_wide_stride_is_granted_and_honoured(void **state)
{
    Library library;
    const bool multi = node_of(state) == multi_planar;
    const char *name = multi ? "NV12M" : "NV12";
    v4lxx_device *device = nullptr;
    ASSERT_OK(v4lxx_device_open(library.get(), node_of(state), nullptr, &device, &error));
    v4lxx_format format = V4LXX_FORMAT_INIT;
    format.fourcc = fourcc_of(name);
    format.width = 320;
    format.height = 180;
    format.stride_bytes[0] = 384;
    if (multi)
        format.stride_bytes[1] = 448;
    uint32_t differences = 0;
    ASSERT_OK(v4lxx_device_set_format(device, &format, &differences, &error));
    assert_int_equal(differences, 0);
    assert_int_equal(format.size_bytes[0], multi ? 384 * 180 : 384 * 270);
    v4lxx_stream *stream = nullptr;
    ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
    ASSERT_OK(v4lxx_stream_start(stream, &error));
    v4lxx_frame *taken = nullptr;
    ASSERT_OK(v4lxx_stream_dequeue(stream, 5 * second, &taken, &error));
    {
        HeldFrame frame(taken);
        const v4lxx_frame_info info = frame.info();
        assert_int_equal(info.plane_stride[0], 384);
        assert_int_equal(info.plane_stride[1], multi ? 448 : 384);
        assert_int_equal(info.plane_bytes[0], 384 * 180);
        assert_int_equal(info.plane_bytes[1], (multi ? 448 : 384) * 90);
        // Row by row the picture is that of the narrow format.
        const auto narrow = bars_of(library.get(), multi ? single_planar : multi_planar, "NV12");
        for (uint32_t plane = 0; plane < 2; plane++) {
            const std::vector<uint8_t> wide = bars(frame, plane);
            const size_t stride = info.plane_stride[plane], rows = wide.size() / stride;
            for (size_t row = 1; row <= rows; row++)
                assert_memory_equal(wide.data() + wide.size() - row * stride,
                                    narrow[plane].data() + narrow[plane].size() - row * 320, 320);
        }
    }
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
}

int main()
{
    const CMUnitTest tests[] = {
        ON_BOTH_APIS(U27_every_format_offered_streams_with_the_right_planes),
        cmocka_unit_test(U27_both_apis_show_the_same_picture),
        ON_BOTH_APIS(bars_of_RGB24_have_the_colours_of_the_test_pattern),
        cmocka_unit_test(B09_NV16M_has_its_luma_behind_the_data_offset),
        cmocka_unit_test(B09_NV61M_has_its_chroma_behind_the_data_offset),
        ON_BOTH_APIS(U26_a_wide_stride_is_granted_and_honoured),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
