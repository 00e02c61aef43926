#include "data/plane_layout.hpp"

#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <setjmp.h>
#include <string_view>
#include <vector>

extern "C" {
#include <cmocka.h>
}

using namespace v4lxx::data;

static const PixelFormat &named(std::string_view name)
{
    const PixelFormat *format = find_pixel_format(name);
    assert_non_null(format);
    return *format;
}

// The slow oracle: walks the pixels of a picture one by one and notes where the sample of each would lie. It knows the formats
// by what the kernel's pages draw, not by the table: bytes of a sample, samples interleaved in a chroma plane, chroma grid.
struct Drawn {
    const char *name;
    int sample_bytes;   // of one component
    int chroma_planes;  // 1: interleaved pairs, 2: separate
    int across, down;   // luma pixels for one chroma sample
    bool separate;      // one memory plane each
};

static const Drawn drawn[] = {
    {"NV12", 1, 1, 2, 2, false},    {"NV21", 1, 1, 2, 2, false},   {"NV16", 1, 1, 2, 1, false},
    {"NV61", 1, 1, 2, 1, false},    {"NV24", 1, 1, 1, 1, false},   {"NV42", 1, 1, 1, 1, false},
    {"P010", 2, 1, 2, 2, false},    {"P012", 2, 1, 2, 2, false},   {"NV12M", 1, 1, 2, 2, true},
    {"NV21M", 1, 1, 2, 2, true},    {"NV16M", 1, 1, 2, 1, true},   {"NV61M", 1, 1, 2, 1, true},
    {"P012M", 2, 1, 2, 2, true},    {"YUV410", 1, 2, 4, 4, false}, {"YVU410", 1, 2, 4, 4, false},
    {"YUV411P", 1, 2, 4, 1, false}, {"YUV420", 1, 2, 2, 2, false}, {"YVU420", 1, 2, 2, 2, false},
    {"YUV422P", 1, 2, 2, 1, false}, {"YUV420M", 1, 2, 2, 2, true}, {"YVU420M", 1, 2, 2, 2, true},
    {"YUV422M", 1, 2, 2, 1, true},  {"YVU422M", 1, 2, 2, 1, true}, {"YUV444M", 1, 2, 1, 1, true},
    {"YVU444M", 1, 2, 1, 1, true},
};

struct OraclePlane {
    uint64_t row_bytes = 0, rows = 0;
};

// Counts distinct samples by walking, without a division that rounds up.
static OraclePlane walk(const Drawn &format, int plane, int width, int height)
{
    const int across = plane == 0 ? 1 : format.across, down = plane == 0 ? 1 : format.down;
    const int components = plane != 0 && format.chroma_planes == 1 ? 2 : 1;
    OraclePlane result;
    for (int x = 0; x < width; x++)
        if (x % across == 0)
            result.row_bytes += static_cast<uint64_t>(components) * static_cast<uint64_t>(format.sample_bytes);
    for (int y = 0; y < height; y++)
        if (y % down == 0)
            result.rows++;
    return result;
}

// Padding of chroma lines as the page says: as many pixels as the luma lines are long, walked the same way.
static uint64_t walked_stride(const Drawn &format, int plane, uint64_t luma_stride)
{
    const int pixels = static_cast<int>(luma_stride / static_cast<uint64_t>(format.sample_bytes));
    return walk(format, plane, pixels, 1).row_bytes;
}

static void check_against_oracle(const Drawn &format, int width, int height, int padding)
{
    const uint64_t luma_stride = walk(format, 0, width, 1).row_bytes + static_cast<uint64_t>(padding * format.sample_bytes);
    const int planes = 1 + format.chroma_planes;
    std::vector<MemoryPlane> memory(format.separate ? static_cast<size_t>(planes) : 1);
    uint64_t offsets[3] = {}, strides[3] = {}, next = 0;
    for (int p = 0; p < planes; p++) {
        // Planes with their own memory may have any stride; the others follow the first.
        strides[p] = format.separate ? walk(format, p, width, 1).row_bytes + static_cast<uint64_t>(padding + p)
                     : p == 0        ? luma_stride
                                     : walked_stride(format, p, luma_stride);
        offsets[p] = format.separate ? 0 : next;
        next = offsets[p] + strides[p] * walk(format, p, width, height).rows;
        if (format.separate)
            memory[static_cast<size_t>(p)] = {static_cast<uint32_t>(strides[p]), 0, next};
    }
    if (!format.separate)
        memory[0] = {static_cast<uint32_t>(luma_stride), 0, next};
    PlaneLayout layout;
    assert_true(lay_out(named(format.name), static_cast<uint32_t>(width), static_cast<uint32_t>(height), memory.data(),
                        static_cast<uint32_t>(memory.size()), &layout));
    assert_true(layout.complete);
    assert_int_equal(layout.plane_count, planes);
    for (int p = 0; p < planes; p++) {
        const ColourPlane &plane = layout.planes[p];
        const OraclePlane expected = walk(format, p, width, height);
        assert_int_equal(plane.memory_plane, format.separate ? p : 0);
        assert_int_equal(plane.offset, offsets[p]);
        assert_int_equal(plane.stride_bytes, strides[p]);
        assert_int_equal(plane.rows, expected.rows);
        assert_int_equal(plane.row_bytes, expected.row_bytes);
        assert_int_equal(plane.bytes, strides[p] * expected.rows);
    }
    // One byte less than the last row needs is refused.
    MemoryPlane &last = memory.back();
    const ColourPlane &bottom = layout.planes[planes - 1];
    last.size_bytes = bottom.offset + uint64_t{bottom.rows - 1} * bottom.stride_bytes + bottom.row_bytes;
    const auto count = static_cast<uint32_t>(memory.size());
    const auto w = static_cast<uint32_t>(width), h = static_cast<uint32_t>(height);
    assert_true(lay_out(named(format.name), w, h, memory.data(), count, &layout));
    last.size_bytes--;
    assert_false(lay_out(named(format.name), w, h, memory.data(), count, &layout));
}

static void bar5b_planes_of_all_planar_formats_odd_sizes_and_padded_strides_agree_with_a_slow_oracle(void **)
{
    for (const Drawn &format : drawn)
        for (int width = 1; width <= 19; width++)
            for (int height = 1; height <= 11; height++)
                for (int padding : {0, 1, 2, 3, 5, 8, 13, 64})
                    check_against_oracle(format, width, height, padding);
    for (const Drawn &format : drawn)
        for (int side : {639, 640, 641, 1079, 1920, 4095})
            for (int padding : {0, 7, 128})
                check_against_oracle(format, side, side / 2 + 1, padding);
}

static void bar5b_the_oracle_knows_every_planar_format_of_the_table(void **)
{
    for (const PixelFormat &format : pixel_formats) {
        if (!is_linear(format) || format.plane_count < 2)
            continue;
        bool known = false;
        for (const Drawn &entry : drawn)
            known |= std::string_view(entry.name) == format.name;
        if (!known)
            fail_msg("%s is planar and not in the oracle", format.name);
    }
}

static void bar5b_packed_formats_have_one_plane_whose_rows_round_up_to_bytes(void **)
{
    struct Packed {
        const char *name;
        uint32_t width, row_bytes;
    };
    for (Packed packed : {Packed{"YUYV", 640, 1280},
                          {"YUYV", 5, 10},
                          {"RGB24", 7, 21},
                          {"Y10P", 4, 5},
                          {"Y10P", 5, 7},
                          {"CNF4", 3, 2},
                          {"Y41P", 8, 12},
                          {"SRGGB12P", 3, 5},
                          {"GREY", 1, 1},
                          {"ABGR64_12", 3, 24},
                          {"DELTA_TD16", 3, 6}}) {
        const PixelFormat &format = named(packed.name);
        MemoryPlane memory = {packed.row_bytes + 3, 0, uint64_t{packed.row_bytes + 3} * 4 + packed.row_bytes};
        PlaneLayout layout;
        assert_true(lay_out(format, packed.width, 5, &memory, 1, &layout));
        assert_int_equal(layout.plane_count, 1);
        assert_int_equal(layout.planes[0].row_bytes, packed.row_bytes);
        assert_int_equal(layout.planes[0].rows, 5);
        assert_int_equal(minimum_stride(format, 0, packed.width), packed.row_bytes);
    }
}

static void bar5a_nv12_and_nv12m_give_the_same_colour_planes(void **)
{
    const MemoryPlane one = {656, 0, 656 * 480 * 3 / 2};
    const MemoryPlane two[] = {{656, 0, 656 * 480}, {656, 0, 656 * 240}};
    PlaneLayout single, separate;
    assert_true(lay_out(named("NV12"), 640, 480, &one, 1, &single));
    assert_true(lay_out(named("NV12M"), 640, 480, two, 2, &separate));
    assert_int_equal(single.plane_count, separate.plane_count);
    for (int p = 0; p < 2; p++) {
        assert_int_equal(single.planes[p].stride_bytes, separate.planes[p].stride_bytes);
        assert_int_equal(single.planes[p].rows, separate.planes[p].rows);
        assert_int_equal(single.planes[p].row_bytes, separate.planes[p].row_bytes);
        assert_int_equal(single.planes[p].bytes, separate.planes[p].bytes);
    }
    assert_int_equal(single.planes[1].offset, 656 * 480);
    assert_int_equal(separate.planes[1].offset, 0);
}

static void bar5c_the_picture_begins_at_data_offset_and_ends_at_bytesused(void **)
{
    // As vivid's NV16M: the second plane has 128 bytes in front of its picture; bytesused counts them.
    const MemoryPlane memory[] = {{640, 0, 640 * 480, 640 * 480}, {640, 128, 640 * 480 + 128, 640 * 480 + 128}};
    PlaneLayout layout;
    assert_true(lay_out(named("NV16M"), 640, 480, memory, 2, &layout));
    assert_true(layout.complete);
    assert_int_equal(layout.planes[0].offset, 0);
    assert_int_equal(layout.planes[1].offset, 128);
    assert_int_equal(layout.planes[1].bytes, 640 * 480);
    // Compressed data are the bytes between the two.
    const MemoryPlane coded = {0, 64, 100000, 5064};
    assert_true(lay_out(named("MJPEG"), 640, 480, &coded, 1, &layout));
    assert_int_equal(layout.planes[0].offset, 64);
    assert_int_equal(layout.planes[0].bytes, 5000);
    assert_int_equal(layout.planes[0].rows, 0);
}

static void bar5d_memory_behind_the_picture_is_no_error(void **)
{
    const MemoryPlane memory = {640, 0, 1 << 20};
    PlaneLayout layout;
    assert_true(lay_out(named("NV12"), 640, 480, &memory, 1, &layout));
    assert_int_equal(layout.planes[1].bytes, 640 * 240);
}

static void B09_the_number_of_memory_planes_must_be_that_of_the_format(void **)
{
    MemoryPlane memory[4];
    for (MemoryPlane &plane : memory)
        plane = {640, 0, 1 << 20};
    PlaneLayout layout;
    assert_false(lay_out(named("NV12"), 640, 480, memory, 0, &layout));
    assert_false(lay_out(named("NV12"), 640, 480, memory, 2, &layout));
    assert_false(lay_out(named("NV12M"), 640, 480, memory, 1, &layout));
    assert_false(lay_out(named("YUV420M"), 640, 480, memory, 2, &layout));
    assert_false(lay_out(named("MJPEG"), 640, 480, memory, 2, &layout));
    assert_true(lay_out(named("YUV420M"), 640, 480, memory, 3, &layout));
    assert_true(lay_out(named("NV12MT"), 640, 480, memory, 2, &layout));
    assert_int_equal(layout.plane_count, 2);
    assert_true(lay_out_unknown(memory, 4, &layout));
    assert_false(lay_out_unknown(memory, 5, &layout));
    assert_false(lay_out_unknown(memory, 0, &layout));
}

static void U26_a_short_frame_is_delivered_with_the_bytes_it_has(void **)
{
    MemoryPlane memory = {1280, 0, 1280 * 720 * 3 / 2, 1280 * 720 * 3 / 2 - 4096};
    PlaneLayout layout;
    assert_true(lay_out(named("NV12"), 1280, 720, &memory, 1, &layout));
    assert_false(layout.complete);
    assert_int_equal(layout.planes[0].bytes, 1280 * 720);
    assert_int_equal(layout.planes[1].bytes, 1280 * 360 - 4096);
    memory.used_bytes = 1280 * 100;
    assert_true(lay_out(named("NV12"), 1280, 720, &memory, 1, &layout));
    assert_int_equal(layout.planes[0].bytes, 1280 * 100);
    assert_int_equal(layout.planes[1].bytes, 0);
    memory.used_bytes = 0;
    assert_true(lay_out(named("NV12"), 1280, 720, &memory, 1, &layout));
    assert_false(layout.complete);
    assert_int_equal(layout.planes[0].bytes, 0);
}

static void U26_a_bytesused_beyond_the_buffer_counts_as_the_whole_buffer(void **)
{
    const MemoryPlane memory = {1280, 0, 1280 * 480, UINT32_MAX};
    PlaneLayout layout;
    assert_true(lay_out(named("YUYV"), 640, 480, &memory, 1, &layout));
    assert_true(layout.complete);
    assert_int_equal(layout.planes[0].bytes, 1280 * 480);
    const MemoryPlane coded = {0, 0, 5000, UINT32_MAX};
    assert_true(lay_out(named("MJPEG"), 640, 480, &coded, 1, &layout));
    assert_int_equal(layout.planes[0].bytes, 5000);
}

static void U26_the_padding_of_the_last_row_may_be_missing(void **)
{
    // Stride 1872 as stated, and a frame that ends with the last pixel.
    const MemoryPlane memory = {1872, 0, 1872 * 480, 1872 * 479 + 1280};
    PlaneLayout layout;
    assert_true(lay_out(named("YUYV"), 640, 480, &memory, 1, &layout));
    assert_true(layout.complete);
    assert_int_equal(layout.planes[0].bytes, 1872 * 479 + 1280);
}

static void U26_a_stride_of_zero_means_no_padding(void **)
{
    const MemoryPlane memory = {0, 0, 640 * 480 * 3 / 2};
    PlaneLayout layout;
    assert_true(lay_out(named("YUV420"), 640, 480, &memory, 1, &layout));
    assert_int_equal(layout.planes[0].stride_bytes, 640);
    assert_int_equal(layout.planes[1].stride_bytes, 320);
    // A second memory plane without a stride of its own follows the first.
    const MemoryPlane two[] = {{704, 0, 704 * 480}, {0, 0, 704 * 240}};
    assert_true(lay_out(named("NV12M"), 640, 480, two, 2, &layout));
    assert_int_equal(layout.planes[1].stride_bytes, 704);
}

static void U26_numbers_that_cannot_be_true_are_refused(void **)
{
    PlaneLayout layout;
    MemoryPlane memory = {1279, 0, 1u << 30};
    assert_false(lay_out(named("YUYV"), 640, 480, &memory, 1, &layout));  // stride below a row
    memory = {1280, 0, 1280 * 480 - 1};
    assert_false(lay_out(named("YUYV"), 640, 480, &memory, 1, &layout));  // one byte too few
    memory = {1280, 1, 1280 * 480};
    assert_false(lay_out(named("YUYV"), 640, 480, &memory, 1, &layout));  // data_offset pushes it out
    memory = {1280, UINT32_MAX, 1280 * 480};
    assert_false(lay_out(named("YUYV"), 640, 480, &memory, 1, &layout));
    assert_false(lay_out(named("MJPEG"), 640, 480, &memory, 1, &layout));
    memory = {1280, 0, 1280 * 480};
    assert_false(lay_out(named("YUYV"), 0, 480, &memory, 1, &layout));
    assert_false(lay_out(named("YUYV"), 640, 0, &memory, 1, &layout));
    memory = {UINT32_MAX, 0, UINT64_MAX};
    assert_false(lay_out(named("NV24"), 640, 480, &memory, 1, &layout));  // the chroma stride is no 32-bit number
    assert_int_equal(minimum_stride(named("ABGR64_12"), 0, UINT32_MAX), UINT32_MAX);
    assert_int_equal(minimum_stride(named("MJPEG"), 0, 640), 0);
    assert_int_equal(minimum_stride(named("NV12"), 1, 640), 0);
    assert_int_equal(minimum_stride(named("NV12M"), 1, 641), 642);
}

static uint64_t hostile(std::mt19937_64 &random)
{
    static const uint64_t edges[] = {
        0,         1, 2, 0x7fffffff, 0x80000000, 0xfffffffe, UINT32_MAX, uint64_t{1} << 32, uint64_t{1} << 63, UINT64_MAX - 1,
        UINT64_MAX};
    switch (random() % 4) {
    case 0: return edges[random() % std::size(edges)];
    case 1: return random();
    case 2: return random() % 5000000;
    default: return random() % 700;
    }
}

static void U26_hostile_numbers_never_lead_outside_the_memory(void **)
{
    std::mt19937_64 random(26);
    int accepted = 0;
    for (int round = 0; round < 400000; round++) {
        const PixelFormat &format = pixel_formats[random() % std::size(pixel_formats)];
        MemoryPlane memory[4];
        for (MemoryPlane &plane : memory)
            plane = {static_cast<uint32_t>(hostile(random)), random() % 2 ? 0 : static_cast<uint32_t>(hostile(random)),
                     hostile(random), hostile(random)};
        const uint32_t count = random() % 8 ? format.memory_plane_count : static_cast<uint32_t>(random() % 5);
        PlaneLayout layout;
        if (!lay_out(format, static_cast<uint32_t>(hostile(random)), static_cast<uint32_t>(hostile(random)), memory, count,
                     &layout))
            continue;
        accepted++;
        for (uint32_t p = 0; p < layout.plane_count; p++) {
            const ColourPlane &plane = layout.planes[p];
            assert_true(plane.memory_plane < count);
            const MemoryPlane &block = memory[plane.memory_plane];
            assert_true(plane.offset <= block.size_bytes);
            assert_true(plane.bytes <= block.size_bytes - plane.offset);
            if (plane.rows != 0) {
                // Below 2^64, since both factors are below 2^32.
                const uint64_t needed = uint64_t{plane.rows - 1} * plane.stride_bytes + plane.row_bytes;
                assert_true(needed <= block.size_bytes - plane.offset);
            }
        }
    }
    assert_true(accepted > 10000);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar5a_nv12_and_nv12m_give_the_same_colour_planes),
        cmocka_unit_test(bar5b_planes_of_all_planar_formats_odd_sizes_and_padded_strides_agree_with_a_slow_oracle),
        cmocka_unit_test(bar5b_the_oracle_knows_every_planar_format_of_the_table),
        cmocka_unit_test(bar5b_packed_formats_have_one_plane_whose_rows_round_up_to_bytes),
        cmocka_unit_test(bar5c_the_picture_begins_at_data_offset_and_ends_at_bytesused),
        cmocka_unit_test(bar5d_memory_behind_the_picture_is_no_error),
        cmocka_unit_test(B09_the_number_of_memory_planes_must_be_that_of_the_format),
        cmocka_unit_test(U26_a_short_frame_is_delivered_with_the_bytes_it_has),
        cmocka_unit_test(U26_a_bytesused_beyond_the_buffer_counts_as_the_whole_buffer),
        cmocka_unit_test(U26_the_padding_of_the_last_row_may_be_missing),
        cmocka_unit_test(U26_a_stride_of_zero_means_no_padding),
        cmocka_unit_test(U26_numbers_that_cannot_be_true_are_refused),
        cmocka_unit_test(U26_hostile_numbers_never_lead_outside_the_memory),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
