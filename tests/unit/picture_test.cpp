#include "convert/sources.hpp"
#include "image/jpeg.hpp"
#include "image/motion_jpeg.hpp"
#include "pipeline/picture.hpp"

#include "data/pixel_format.hpp"
#include "painted_picture.hpp"
#include "v4lxx_config.h"

#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <setjmp.h>
#include <string>
#include <vector>

extern "C" {
#include <cmocka.h>
}

using namespace v4lxx;
using namespace v4lxx::image;
using namespace v4lxx::pipeline;

static void part9_other_formats_are_refused_by_name_and_number(void **)
{
    uint8_t bytes[64] = {};
    PictureView view;
    view.width = view.height = 4;
    view.plane_count = 1;
    view.planes[0] = {bytes, sizeof bytes, 16};
    for (const data::PixelFormat &format : data::pixel_formats) {
        if (convert::can_read(format.fourcc) || is_motion_jpeg(format.fourcc))  // refused, if at all, for want of a library
            continue;
        view.fourcc = format.fourcc;
        for (ImageType type : {ImageType::png, ImageType::jpeg}) {
            auto file = encode(view, type, 0);
            assert_false(bool(file));
            assert_true(file.failure().code == Code::image_format_unsupported);
            assert_true(file.failure().status() == Status::error_unsupported);
        }
    }
    view.fourcc = data::fourcc_of("H264");
    const std::string message = encode(view, ImageType::png, 0).failure().message();
    assert_non_null(std::strstr(message.c_str(), "H264 (0x34363248)"));
    view.fourcc = 0;
    assert_true(encode(view, ImageType::png, 0).failure().code == Code::image_format_unsupported);
}

// The question and the deed never disagree: whatever can_encode() promises is not refused as unsupported, and all else is.
static void part6_what_is_promised_is_what_is_done_for_every_format(void **)
{
    const std::vector<uint8_t> bytes(4096, 0x40);
    for (const data::PixelFormat &format : data::pixel_formats)
        for (ImageType type : {ImageType::png, ImageType::jpeg}) {
            PictureView view;
            view.fourcc = format.fourcc;
            view.width = view.height = 8;
            view.plane_count = format.plane_count;
            for (uint32_t p = 0; p < view.plane_count; p++)
                view.planes[p] = {bytes.data(), bytes.size(), 64};
            auto file = encode(view, type, 0);
            const bool refused = !file && file.failure().status() == Status::error_unsupported;
            if (refused == can_encode(format.fourcc, type))
                fail_msg("%s: can_encode says %d", format.name, can_encode(format.fourcc, type));
        }
    assert_false(can_encode(0, ImageType::png));
    assert_false(can_encode(data::fourcc_of("YUYV"), static_cast<ImageType>(0)));
    assert_false(can_encode(data::fourcc_of("MJPEG"), static_cast<ImageType>(3)));
#if defined(HAVE_PNG) && defined(HAVE_JPEG)
    for (const char *name : {"YUYV", "NV21", "BGR24", "XBGR32", "RGB565", "Y16", "SRGGB8", "MJPEG", "JPEG"})
        assert_true(can_encode(data::find_pixel_format(std::string_view(name))->fourcc, ImageType::png));
#endif
}

static void part9_an_image_type_that_does_not_exist_is_an_argument_error(void **)
{
    const painted::Picture picture = painted::paint("GREY", 4, 4, painted::meanings[0], 0, painted::ramp);
    for (uint32_t type : {0u, 3u, 0xffffffffu}) {
        auto file = encode(picture.view, static_cast<ImageType>(type), 0);
        assert_false(bool(file));
        assert_true(file.failure().status() == Status::error_argument);
    }
}

static void part9_a_build_without_a_library_says_so(void **)
{
    const painted::Picture picture = painted::paint("YUYV", 16, 16, painted::meanings[0], 0, painted::ramp);
    auto png = encode(picture.view, ImageType::png, 0);
    auto jpeg = encode(picture.view, ImageType::jpeg, 0);
#ifdef HAVE_PNG
    assert_true(bool(png));
#else
    assert_true(png.failure().code == Code::image_type_not_built);
    assert_true(png.failure().status() == Status::error_unsupported);
#endif
#ifdef HAVE_JPEG
    assert_true(bool(jpeg));
    assert_false(jpeg_from_rgb(picture.view.planes[0].data, 8, 8).empty());
#else
    assert_true(jpeg.failure().code == Code::image_type_not_built);
    assert_true(jpeg_from_rgb(picture.view.planes[0].data, 8, 8).empty());
#endif
}

// Needs no library: markers only. A frame header of 8x8, a scan of two bytes, the end.
static void U18_a_motion_jpeg_is_made_complete_in_every_build(void **)
{
    const std::vector<uint8_t> frame = {0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 8,    0, 8,    1,    1,    0x11, 0,
                                        0xff, 0xda, 0,    8,    1, 1,  0, 0, 0x3f, 0, 0x12, 0x34, 0xff, 0xd9};
    std::vector<uint8_t> sent = frame;
    sent.insert(sent.end(), 100, 0);
    PictureView view;
    view.fourcc = data::fourcc_of("MJPEG");
    view.width = view.height = 8;
    view.plane_count = 1;
    view.planes[0] = {sent.data(), sent.size(), 0};
    auto file = encode(view, ImageType::jpeg, 0);
    assert_true(bool(file));
    assert_int_equal(file->size(), frame.size() + 420);
    assert_memory_equal(file->data(), frame.data(), 15);  // up to the scan
    assert_int_equal((*file)[15], 0xff);                  // the tables
    assert_int_equal((*file)[16], 0xc4);
    assert_memory_equal(file->data() + 15 + 420, frame.data() + 15, frame.size() - 15);  // the rest
    view.planes[0] = {nullptr, 0, 0};
    assert_true(encode(view, ImageType::jpeg, 0).failure().code == Code::image_data_damaged);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(part9_other_formats_are_refused_by_name_and_number),
        cmocka_unit_test(part6_what_is_promised_is_what_is_done_for_every_format),
        cmocka_unit_test(part9_an_image_type_that_does_not_exist_is_an_argument_error),
        cmocka_unit_test(part9_a_build_without_a_library_says_so),
        cmocka_unit_test(U18_a_motion_jpeg_is_made_complete_in_every_build),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
