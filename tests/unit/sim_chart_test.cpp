#include "sim_camera.hpp"

#include <cstdlib>

using namespace sim_test;

namespace {

struct Drawn {
    sim::Canvas canvas;
    sim::Picture picture;
    std::vector<uint8_t> memory[sim::max_planes];

    Drawn(const sim::PixelFormat &format, sim::Size size, uint32_t padding)
    {
        canvas.format = &format;
        canvas.size = picture.size = size;
        picture.fourcc = format.fourcc;
        for (uint32_t plane = 0; plane < format.colour_planes; ++plane) {
            uint32_t stride = sim::row_bytes(format, plane, size.width) + padding;
            memory[plane].assign(uint64_t{stride} * sim::plane_rows(format, plane, size.height), 0x11);
            canvas.plane[plane] = memory[plane].data();
            picture.plane[plane] = memory[plane].data();
            canvas.stride[plane] = picture.stride[plane] = stride;
        }
    }
};

constexpr sim::Size sizes[] = {{32, 32}, {64, 48}, {320, 240}, {642, 482}, {640, 64}};

bool is_drawn(const sim::PixelFormat &format) { return format.arrangement != sim::Arrangement::jpeg; }

}  // namespace

static void part5_what_is_drawn_is_what_colour_at_says(void **)
{
    for (const sim::PixelFormat &format : sim::pixel_formats())
        for (sim::Size size : sizes)
            for (sim::Pattern pattern : {sim::Pattern::chart, sim::Pattern::cells}) {
                if (!is_drawn(format))
                    continue;
                Drawn drawn(format, size, 6);
                sim::draw(drawn.canvas, pattern, 12345);
                sim::ChartPlan plan = sim::plan_chart(size);
                for (uint32_t y = 0; y < size.height; ++y)
                    for (uint32_t x = 0; x < size.width; ++x) {
                        sim::Rgb colour = sim::colour_at(plan, pattern, 12345, x, y);
                        int expected = sim::to_grey(colour);
                        int got = sim::brightness(format, drawn.picture.plane, drawn.picture.stride, x, y);
                        // A component of 4 bits has steps of 17.
                        int allowed = format.arrangement == sim::Arrangement::packed_bits ? 9 : 1;
                        if (std::abs(expected - got) > allowed)
                            fail_msg("%s %ux%u at %u,%u: %d, not %d", format.name, size.width, size.height, x, y, got,
                                     expected);
                    }
            }
}

static void part5_chroma_is_where_the_format_puts_it(void **)
{
    for (const sim::PixelFormat &format : sim::pixel_formats()) {
        if (!is_drawn(format))
            continue;
        Drawn drawn(format, {320, 240}, 2);
        sim::draw(drawn.canvas, sim::Pattern::chart, 0);
        // Bar 5 is red: in BT.601 with limited range 0.75 red is Y 65, U 100, V 212.
        sim::Yuv red = sim::to_yuv({191, 0, 0});
        assert_in_range(red.y, 64, 66);
        assert_in_range(red.u, 99, 101);
        assert_in_range(red.v, 211, 213);
        uint32_t x = 5 * 40 + 20, y = 20;
        const auto &p = drawn.memory;
        const auto &s = drawn.canvas.stride;
        if (format.arrangement == sim::Arrangement::packed_422) {
            assert_int_equal(p[0][y * s[0] + x * 2 + format.order[1]], red.u);
            assert_int_equal(p[0][y * s[0] + x * 2 + format.order[2]], red.v);
        } else if (format.arrangement == sim::Arrangement::semi_planar) {
            assert_int_equal(p[1][y / format.vertical * s[1] + x + format.order[1]], red.u);
            assert_int_equal(p[1][y / format.vertical * s[1] + x + format.order[2]], red.v);
        } else if (format.arrangement == sim::Arrangement::planar) {
            assert_int_equal(p[format.order[1]][y / format.vertical * s[1] + x / 2], red.u);
            assert_int_equal(p[format.order[2]][y / format.vertical * s[2] + x / 2], red.v);
        } else if (format.arrangement == sim::Arrangement::packed_rgb) {
            assert_int_equal(p[0][y * s[0] + x * format.pixel_bytes + format.order[0]], 191);
            assert_int_equal(p[0][y * s[0] + x * format.pixel_bytes + format.order[2]], 0);
        } else if (format.arrangement == sim::Arrangement::bayer_8) {
            // Of four pixels one is red; the picture says which by its name.
            uint32_t column = std::string_view(format.name) == "SRGGB8" || std::string_view(format.name) == "SGBRG8" ? 0 : 1;
            uint32_t row = std::string_view(format.name) == "SRGGB8" || std::string_view(format.name) == "SGRBG8" ? 0 : 1;
            for (uint32_t i = 0; i < 4; ++i)
                assert_int_equal(p[0][(y + i / 2) * s[0] + x + i % 2], i / 2 == row && i % 2 == column ? 191 : 0);
        }
    }
}

static void part5_numbers_are_read_back_and_moving_on_equals_drawing_anew(void **)
{
    for (const sim::PixelFormat &format : sim::pixel_formats())
        for (sim::Size size : sizes)
            for (sim::Pattern pattern : {sim::Pattern::chart, sim::Pattern::cells}) {
                if (!is_drawn(format))
                    continue;
                Drawn drawn(format, size, 10);
                uint32_t previous = 0;
                sim::draw(drawn.canvas, pattern, previous);
                for (uint32_t sequence : {1u, 2u, 77u, 0x80000000u, 0xffffffffu, 0x12345678u}) {
                    sim::redraw(drawn.canvas, pattern, previous, sequence);
                    assert_int_equal(sim::read_sequence(drawn.picture).value_or(~sequence), sequence);
                    std::string damage = sim::find_damage(drawn.picture, pattern, sequence);
                    if (!damage.empty())
                        fail_msg("%s %ux%u: %s", format.name, size.width, size.height, damage.c_str());
                    assert_false(sim::verify_intact(drawn.picture, pattern, sequence + 1));
                    previous = sequence;
                }
            }
}

static void part5_one_changed_byte_anywhere_is_found(void **)
{
    for (const sim::PixelFormat &format : sim::pixel_formats()) {
        if (!is_drawn(format))
            continue;
        Drawn drawn(format, {64, 48}, 5);
        sim::draw(drawn.canvas, sim::Pattern::chart, 9);
        for (uint32_t plane = 0; plane < format.colour_planes; ++plane)
            for (size_t at = 0; at < drawn.memory[plane].size(); at += 13) {
                drawn.memory[plane][at] = static_cast<uint8_t>(drawn.memory[plane][at] ^ 1);
                assert_false(sim::verify_intact(drawn.picture, sim::Pattern::chart, 9));
                drawn.memory[plane][at] = static_cast<uint8_t>(drawn.memory[plane][at] ^ 1);
            }
        assert_true(sim::verify_intact(drawn.picture, sim::Pattern::chart, 9));
    }
}

static void part5_a_picture_without_cells_has_no_number(void **)
{
    const sim::PixelFormat &yuyv = *sim::find_format(std::string_view("YUYV"));
    Drawn drawn(yuyv, {320, 240}, 0);
    assert_false(sim::read_sequence(drawn.picture).has_value());
    sim::draw(drawn.canvas, sim::Pattern::chart, 5);
    sim::fill(drawn.canvas, {16, 40, 16, 16}, {255, 255, 255});  // one cell of the number: the check bits notice
    assert_false(sim::read_sequence(drawn.picture).has_value());
}

static void part5_an_mjpg_picture_carries_its_number_and_a_check(void **)
{
    std::vector<uint8_t> jpeg = sim::with_sequence_comment({0xff, 0xd8, 1, 2, 3, 4, 5, 0xff, 0xd9});
    sim::Picture picture;
    picture.fourcc = V4L2_PIX_FMT_MJPEG;
    picture.plane[0] = jpeg.data();
    picture.size_bytes = jpeg.size();
    for (uint32_t sequence : {0u, 1u, 0xfffffffeu, 4711u}) {
        sim::set_sequence_comment(jpeg.data(), sequence);
        assert_int_equal(sim::read_sequence(picture).value_or(~sequence), sequence);
        assert_true(sim::verify_intact(picture, sim::Pattern::chart, sequence));
    }
    for (size_t at = 0; at < jpeg.size(); ++at) {
        jpeg[at] = static_cast<uint8_t>(jpeg[at] ^ 0x10);
        assert_false(sim::verify_intact(picture, sim::Pattern::chart, 4711));
        jpeg[at] = static_cast<uint8_t>(jpeg[at] ^ 0x10);
    }
    assert_true(sim::with_sequence_comment({}).empty());
}

static void part6_a_rising_exposure_ends_at_the_steady_picture_and_redrawing_equals_drawing(void **)
{
    assert_int_equal(sim::level_at(sim::Exposure::ramp, 0), 64);
    for (uint32_t sequence = 0; sequence < 10; ++sequence)
        assert_true(sim::level_at(sim::Exposure::ramp, sequence) < sim::level_at(sim::Exposure::ramp, sequence + 1));
    assert_int_equal(sim::level_at(sim::Exposure::ramp, 10), sim::full_level);
    assert_int_equal(sim::level_at(sim::Exposure::ramp, 0xffffffff), sim::full_level);
    for (sim::Exposure exposure : {sim::Exposure::ramp, sim::Exposure::flicker})
        for (sim::Pattern pattern : {sim::Pattern::chart, sim::Pattern::cells}) {
            const sim::Scene scene(pattern, exposure);
            Drawn drawn(*sim::find_format(std::string_view("YUYV")), {320, 240}, 4);
            sim::draw(drawn.canvas, scene, 0);
            uint32_t previous = 0;
            for (uint32_t sequence : {1u, 2u, 4u, 12u, 13u}) {
                sim::redraw(drawn.canvas, scene, previous, sequence);
                assert_int_equal(sim::read_sequence(drawn.picture).value_or(~sequence), sequence);
                assert_string_equal(sim::find_damage(drawn.picture, scene, sequence).c_str(), "");
                previous = sequence;
            }
        }
    const sim::ChartPlan plan = sim::plan_chart({320, 240});
    assert_int_equal(sim::colour_at(plan, {sim::Pattern::chart, sim::Exposure::ramp}, 0, 20, 110).r, 191 / 4);
    assert_int_equal(sim::colour_at(plan, sim::Pattern::chart, 0, 20, 110).r, 191);
}

static void U18_jpegs_are_spoilt_as_cameras_spoil_them(void **)
{
    // Start, a comment, two segments with tables around another, a scan, the end.
    const std::vector<uint8_t> jpeg = {0xff, 0xd8, 0xff, 0xc4, 0,    3,    9, 0xff, 0xdb, 0,    4,    1,   2,
                                       0xff, 0xc4, 0,    2,    0xff, 0xda, 0, 2,    0xff, 0xc4, 0xff, 0xd9};
    const std::vector<uint8_t> bare = {0xff, 0xd8, 0xff, 0xdb, 0, 4, 1, 2, 0xff, 0xda, 0, 2, 0xff, 0xc4, 0xff, 0xd9};
    assert_true(sim::as_cameras_send(jpeg, sim::JpegHabit::complete, 0) == jpeg);
    assert_true(sim::as_cameras_send(jpeg, sim::JpegHabit::no_tables, 0) == bare);
    assert_int_equal(sim::as_cameras_send(jpeg, sim::JpegHabit::trailing, 0).size(), jpeg.size() + 64);
    assert_int_equal(sim::as_cameras_send(jpeg, sim::JpegHabit::truncated, 2).size(), jpeg.size() / 2);
    assert_true(sim::as_cameras_send(jpeg, sim::JpegHabit::truncated, 3) == jpeg);
    assert_true(sim::as_cameras_send({}, sim::JpegHabit::no_tables, 0).empty());
    for (size_t size = 0; size < jpeg.size(); ++size)  // nothing that is no JPEG is read beyond its end
        sim::as_cameras_send({jpeg.begin(), jpeg.begin() + static_cast<ptrdiff_t>(size)}, sim::JpegHabit::no_tables, 0);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(part5_what_is_drawn_is_what_colour_at_says),
        cmocka_unit_test(part5_chroma_is_where_the_format_puts_it),
        cmocka_unit_test(part5_numbers_are_read_back_and_moving_on_equals_drawing_anew),
        cmocka_unit_test(part5_one_changed_byte_anywhere_is_found),
        cmocka_unit_test(part5_a_picture_without_cells_has_no_number),
        cmocka_unit_test(part6_a_rising_exposure_ends_at_the_steady_picture_and_redrawing_equals_drawing),
        cmocka_unit_test(U18_jpegs_are_spoilt_as_cameras_spoil_them),
        cmocka_unit_test(part5_an_mjpg_picture_carries_its_number_and_a_check),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
