// Every pixel format that can be read, against its drawing in the kernel's pages and against the formula in double precision: odd
// sizes, padded rows, every matrix and range, and planes whose neighbours cannot be read.
#include "convert/convert.hpp"
#include "convert/sources.hpp"

#include "data/pixel_format.hpp"
#include "guarded_bytes.hpp"
#include "source_formats.hpp"
#include "uapi/videodev2.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <vector>

using namespace v4lxx;
using namespace v4lxx::convert;
using source_formats::Family;

namespace {

struct Meaning {
    const char *name;
    uint32_t ycbcr, quantization;
    double kr, kb;
    bool full;
};

constexpr Meaning meanings[] = {
    {"601 limited", V4L2_YCBCR_ENC_601, V4L2_QUANTIZATION_LIM_RANGE, 0.299, 0.114, false},
    {"601 full", V4L2_YCBCR_ENC_601, V4L2_QUANTIZATION_FULL_RANGE, 0.299, 0.114, true},
    {"709 limited", V4L2_YCBCR_ENC_709, V4L2_QUANTIZATION_LIM_RANGE, 0.2126, 0.0722, false},
    {"709 full", V4L2_YCBCR_ENC_709, V4L2_QUANTIZATION_FULL_RANGE, 0.2126, 0.0722, true},
    {"2020 limited", V4L2_YCBCR_ENC_BT2020, V4L2_QUANTIZATION_LIM_RANGE, 0.2627, 0.0593, false},
    {"2020 full", V4L2_YCBCR_ENC_BT2020, V4L2_QUANTIZATION_FULL_RANGE, 0.2627, 0.0593, true},
};

using Rgb = std::array<double, 3>;  // 0 to 255, not rounded

// A code of `depth` bits as a fraction of light or of colour difference.
double light(double code, int depth, bool full)
{
    const double scale = std::pow(2.0, depth - 8);
    return full ? code / (256 * scale - 1) : (code - 16 * scale) / (219 * scale);
}

double difference(double code, int depth, bool full)
{
    const double scale = std::pow(2.0, depth - 8);
    return (code - 128 * scale) / (full ? 256 * scale - 1 : 224 * scale);
}

Rgb exact(Family family, const double samples[3], const int depth[3], const Meaning &meaning)
{
    if (family == Family::rgb || family == Family::mosaic)
        return {255 * light(samples[0], depth[0], meaning.full), 255 * light(samples[1], depth[1], meaning.full),
                255 * light(samples[2], depth[2], meaning.full)};
    const double y = light(samples[0], depth[0], meaning.full);
    const double pb = family == Family::grey ? 0 : difference(samples[1], depth[1], meaning.full);
    const double pr = family == Family::grey ? 0 : difference(samples[2], depth[2], meaning.full);
    const double r = y + 2 * (1 - meaning.kr) * pr, b = y + 2 * (1 - meaning.kb) * pb;
    return {255 * r, 255 * (y - meaning.kr * r - meaning.kb * b) / (1 - meaning.kr - meaning.kb), 255 * b};
}

double clamped(double value) { return std::clamp(std::floor(value + 0.5), 0.0, 255.0); }

// A picture in guarded memory, and what each of its pixels means.
struct Sheet {
    PictureView view;
    std::vector<Guarded> blocks;
    std::vector<Rgb> meant;
    std::string name;

    uint8_t *at(uint32_t plane, size_t row, size_t byte, size_t bytes = 1)
    {
        const size_t offset = row * view.planes[plane].stride_bytes + byte;
        assert_true(offset + bytes <= view.planes[plane].size_bytes);
        return blocks[plane].data() + offset;
    }
};

struct Shape {
    uint32_t width, height, padding;
    const Meaning &meaning;
    bool at_start;  // the forbidden page lies before the picture
};

Sheet blank(const char *name, const Shape &shape, uint32_t seed)
{
    const data::PixelFormat &format = *data::find_pixel_format(std::string_view(name));
    Sheet sheet;
    sheet.name = name;
    sheet.view.fourcc = format.fourcc;
    sheet.view.width = shape.width;
    sheet.view.height = shape.height;
    sheet.view.colorspace = V4L2_COLORSPACE_SRGB;
    sheet.view.ycbcr_encoding = shape.meaning.ycbcr;
    sheet.view.quantization = shape.meaning.quantization;
    sheet.meant.resize(size_t{shape.width} * shape.height);
    std::mt19937 random(seed);
    for (uint32_t p = 0; p < format.plane_count; p++) {
        const uint32_t across = p == 0 ? 1 : format.horizontal_subsampling, down = p == 0 ? 1 : format.vertical_subsampling;
        const uint32_t row = (shape.width + across - 1) / across * format.bits_per_pixel[p] / 8;
        const uint32_t rows = (shape.height + down - 1) / down;
        const size_t size = size_t{rows - 1} * (row + shape.padding) + row;
        sheet.blocks.emplace_back(size, shape.at_start);
        std::generate_n(sheet.blocks.back().data(), size, [&] { return static_cast<uint8_t>(random()); });
        sheet.view.planes[sheet.view.plane_count++] = {sheet.blocks.back().data(), size, row + shape.padding};
    }
    return sheet;
}

Sheet packed_sheet(const source_formats::Packed &format, const Shape &shape)
{
    Sheet sheet = blank(format.name, shape, 1);
    std::mt19937 random(shape.width * 31 + shape.height);
    const uint32_t bytes = source_formats::pixel_bytes(format);
    for (uint32_t y = 0; y < shape.height; y++)
        for (uint32_t x = 0; x < shape.width; x++) {
            int samples[3];
            double codes[3];
            for (size_t i = 0; i < 3; i++) {
                samples[i] = static_cast<int>(random() & ((1u << format.depth[i]) - 1));
                codes[i] = samples[i];
            }
            source_formats::put_packed(format, sheet.at(0, y, size_t{x} * bytes, bytes), samples);
            sheet.meant[size_t{y} * shape.width + x] = exact(format.family, codes, format.depth, shape.meaning);
        }
    return sheet;
}

constexpr int eight[3] = {8, 8, 8};

// What the bytes of a row mean, read pair by pair; where the second chroma sample of half a pair is cut off, that of the pair
// before serves, or none.
Sheet pairs_sheet(const source_formats::Pairs &format, const Shape &shape)
{
    Sheet sheet = blank(format.name, shape, shape.width * 7 + shape.height);
    const std::string_view bytes = format.bytes;
    const size_t luma = bytes.find('Y'), blue = bytes.find('U'), red = bytes.find('V');
    for (uint32_t y = 0; y < shape.height; y++)
        for (uint32_t x = 0; x < shape.width; x++) {
            const size_t end = size_t{shape.width} * 2, pair = size_t{x} / 2 * 4;
            auto chroma = [&](size_t byte) -> double {
                if (pair + byte < end)
                    return *sheet.at(0, y, pair + byte);
                return pair == 0 ? 128 : *sheet.at(0, y, pair - 4 + byte);
            };
            const double codes[3] = {static_cast<double>(*sheet.at(0, y, size_t{x} * 2 + luma)), chroma(blue), chroma(red)};
            sheet.meant[size_t{y} * shape.width + x] = exact(Family::yuv, codes, eight, shape.meaning);
        }
    return sheet;
}

Sheet planes_sheet(const source_formats::Planes &format, const Shape &shape)
{
    Sheet sheet = blank(format.name, shape, shape.width * 5 + shape.height);
    assert_int_equal(sheet.view.plane_count, format.count);
    const size_t blue = format.order[0] == 'V';
    for (uint32_t y = 0; y < shape.height; y++)
        for (uint32_t x = 0; x < shape.width; x++) {
            const size_t row = y / format.down, column = x / format.across;
            auto chroma = [&](size_t which) -> double {
                return format.count == 2 ? *sheet.at(1, row, column * 2 + which)
                                         : *sheet.at(static_cast<uint32_t>(1 + which), row, column);
            };
            const double codes[3] = {static_cast<double>(*sheet.at(0, y, x)), chroma(blue), chroma(1 - blue)};
            sheet.meant[size_t{y} * shape.width + x] = exact(Family::yuv, codes, eight, shape.meaning);
        }
    return sheet;
}

// Reference bilinear: of the nine pixels around a place, mirrored at the edges, the mean of those nearest that have the colour.
Sheet mosaic_sheet(const source_formats::Mosaic &format, const Shape &shape)
{
    Sheet sheet = blank(format.name, shape, shape.width * 3 + shape.height);
    const size_t bytes = format.depth > 8 ? 2 : 1;
    const int width = static_cast<int>(shape.width), height = static_cast<int>(shape.height);
    auto mirrored = [](int place, int count) {
        return place < 0 ? std::min(1, count - 1) : place >= count ? std::max(count - 2, 0) : place;
    };
    auto code = [&](int x, int y) {
        const auto column = static_cast<size_t>(mirrored(x, width)), row = static_cast<size_t>(mirrored(y, height));
        const uint8_t *at = sheet.at(0, row, column * bytes, bytes);
        return static_cast<double>((bytes == 1 ? at[0] : at[0] | at[1] << 8) & ((1 << format.depth) - 1));
    };
    auto colour = [&](int x, int y) { return format.colours[(y & 1) * 2 + (x & 1)]; };
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) {
            double codes[3];
            for (int i = 0; i < 3; i++) {
                const char wanted = "RGB"[i];
                double sum = 0;
                int count = 0;
                for (int distance = 0; distance <= 2 && count == 0; distance++)
                    for (int dy = -1; dy <= 1; dy++)
                        for (int dx = -1; dx <= 1; dx++)
                            if (std::abs(dx) + std::abs(dy) == distance && colour(x + dx, y + dy) == wanted) {
                                sum += code(x + dx, y + dy);
                                count++;
                            }
                codes[i] = sum / count;
            }
            const int depth[3] = {format.depth, format.depth, format.depth};
            sheet.meant[static_cast<size_t>(y * width + x)] = exact(Family::mosaic, codes, depth, shape.meaning);
        }
    return sheet;
}

// tolerance: 0 if the answer is the rounded formula, whatever the numbers.
void check_rgb(const Sheet &sheet, const Shape &shape, int tolerance)
{
    std::vector<uint8_t> rgb(sheet.meant.size() * 3);
    assert_true(bool(to_rgb24(sheet.view, rgb.data(), size_t{shape.width} * 3)));
    for (size_t i = 0; i < rgb.size(); i++)
        if (std::abs(rgb[i] - clamped(sheet.meant[i / 3][i % 3])) > tolerance)
            fail_msg("%s %ux%u %s: pixel %zu component %zu is %d, not %.3f", sheet.name.c_str(), shape.width, shape.height,
                     shape.meaning.name, i / 3, i % 3, rgb[i], sheet.meant[i / 3][i % 3]);
}

// Luma and chroma as JPEG gets them: the JFIF numbers of the same colours. Chroma is that of the first pixel that has the sample.
void check_jfif(const Sheet &sheet, const Shape &shape)
{
    auto reader = PictureReader::open(sheet.view, jfif);
    assert_true(bool(reader));
    std::vector<uint8_t> first(shape.width), blue(reader->chroma_width()), red(reader->chroma_width());
    auto pixel = [&](uint32_t x, uint32_t y) { return sheet.meant[size_t{y} * shape.width + x]; };
    auto luma = [&](const Rgb &rgb) { return 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]; };
    for (uint32_t y = 0; y < shape.height; y++) {
        reader->read_first(y, first.data());
        for (uint32_t x = 0; x < shape.width; x++)
            if (std::abs(first[x] - clamped(luma(pixel(x, y)))) > 1)
                fail_msg("%s: luma %u,%u is %d, not %.3f", sheet.name.c_str(), x, y, first[x], luma(pixel(x, y)));
    }
    if (reader->across() == 1)
        return;
    for (uint32_t y = 0; y < reader->chroma_height(); y++) {
        reader->read_chroma(y, blue.data(), red.data());
        for (uint32_t x = 0; x < reader->chroma_width(); x++) {
            const Rgb rgb = pixel(x * reader->across(), y * reader->down());
            assert_true(std::abs(blue[x] - clamped((rgb[2] - luma(rgb)) / 1.772 + 128)) <= 1);
            assert_true(std::abs(red[x] - clamped((rgb[0] - luma(rgb)) / 1.402 + 128)) <= 1);
        }
    }
}

template <class Format, class Draw>
void sweep(const Format &format, Draw draw, int (*tolerance)(const Format &, const Meaning &))
{
    for (uint32_t width : {1u, 2u, 3u, 4u, 5u, 7u, 8u, 16u, 17u, 33u})
        for (uint32_t height : {1u, 2u, 3u, 4u, 5u, 9u})
            for (uint32_t padding : {0u, 1u, 16u}) {
                const Meaning &meaning = meanings[(width + height + padding) % std::size(meanings)];
                const Shape shape = {width, height, padding, meaning, (width + padding) % 2 != 0};
                const Sheet sheet = draw(format, shape);
                check_rgb(sheet, shape, tolerance(format, meaning));
                check_jfif(sheet, shape);
            }
}

template <class Format>
int one_step(const Format &, const Meaning &)
{
    return 1;
}

}  // namespace

static void bar6c_packed_rgb_is_exact_to_the_bit_and_packed_yuv_and_grey_to_one_step(void **)
{
    for (const source_formats::Packed &format : source_formats::packed)
        sweep(
            format, packed_sheet, +[](const source_formats::Packed &f, const Meaning &meaning) {
                return f.family == Family::rgb && meaning.full ? 0 : 1;
            });
}

static void bar6c_packed_422_in_every_order_is_exact_to_one_step(void **)
{
    for (const source_formats::Pairs &format : source_formats::pairs)
        sweep(format, pairs_sheet, one_step);
}

static void bar6c_planes_in_every_order_and_subsampling_are_exact_to_one_step(void **)
{
    for (const source_formats::Planes &format : source_formats::planes)
        sweep(format, planes_sheet, one_step);
}

static void U25_mosaics_are_the_reference_bilinear_to_one_step_edges_included(void **)
{
    for (const source_formats::Mosaic &format : source_formats::mosaics)
        sweep(format, mosaic_sheet, one_step);
}

// A mosaic of one flat colour has no edges to get wrong: every pixel, corners included, is that colour.
static void U25_a_flat_mosaic_is_flat_to_its_corners(void **)
{
    for (const source_formats::Mosaic &format : source_formats::mosaics)
        for (uint32_t width : {2u, 3u, 8u, 9u})
            for (uint32_t height : {2u, 3u, 7u}) {
                const Shape shape = {width, height, 3, meanings[1], false};
                Sheet sheet = blank(format.name, shape, 1);
                const size_t bytes = format.depth > 8 ? 2 : 1;
                const int flat[3] = {200 << (format.depth - 8), 100 << (format.depth - 8), 50 << (format.depth - 8)};
                for (uint32_t y = 0; y < height; y++)
                    for (uint32_t x = 0; x < width; x++) {
                        const int code = flat[std::string_view("RGB").find(format.colours[(y & 1) * 2 + (x & 1)])];
                        uint8_t *at = sheet.at(0, y, x * bytes, bytes);
                        at[0] = static_cast<uint8_t>(code);
                        if (bytes == 2)
                            at[1] = static_cast<uint8_t>(code >> 8);
                    }
                for (Rgb &pixel : sheet.meant)
                    for (size_t i = 0; i < 3; i++)
                        pixel[i] = 255.0 * flat[i] / ((1 << format.depth) - 1);
                check_rgb(sheet, shape, 0);
            }
}

static void bar6c_every_format_that_can_be_read_has_an_oracle_here(void **)
{
    std::set<std::string> known;
    for (const auto &format : source_formats::packed)
        known.insert(format.name);
    for (const auto &format : source_formats::pairs)
        known.insert(format.name);
    for (const auto &format : source_formats::planes)
        known.insert(format.name);
    for (const auto &format : source_formats::mosaics)
        known.insert(format.name);
    for (const data::PixelFormat &format : data::pixel_formats)
        if (can_read(format.fourcc) != (known.count(format.name) != 0))
            fail_msg("%s: can_read says %d", format.name, can_read(format.fourcc));
}

static void U26_a_plane_that_is_one_byte_too_short_is_refused_in_every_format(void **)
{
    std::vector<uint8_t> out(64 * 3);
    for (const data::PixelFormat &format : data::pixel_formats) {
        if (!can_read(format.fourcc))
            continue;
        const Shape shape = {5, 3, 2, meanings[0], false};
        const Sheet sheet = blank(format.name, shape, 1);
        assert_true(bool(to_rgb24(sheet.view, out.data(), 15)));
        for (uint32_t plane = 0; plane < sheet.view.plane_count; plane++)
            for (int how = 0; how < 3; how++) {
                PictureView bad = sheet.view;
                how == 0   ? void(bad.planes[plane].size_bytes--)
                : how == 1 ? void(bad.planes[plane].stride_bytes = bad.planes[plane].stride_bytes - 3)
                           : void(bad.planes[plane].data = nullptr);
                auto refused = to_rgb24(bad, out.data(), 15);
                assert_false(bool(refused));
                assert_true(refused.failure().code == Code::image_too_short);
            }
    }
}

// Whatever numbers a picture comes with, it is refused, or read without touching a byte outside: the pages around it are closed.
static void U26_hostile_geometry_is_refused_or_read_inside_its_planes(void **)
{
    std::mt19937 random(26);
    auto hostile = [&](uint32_t usual) -> uint32_t {
        static constexpr uint32_t edges[] = {0, 1, 2, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff, 65535, 65536};
        return static_cast<uint32_t>(random() % 4 == 0 ? edges[random() % std::size(edges)] : random() % usual);
    };
    int read = 0;
    std::vector<uint8_t> row;
    for (int round = 0; round < 30000; round++) {
        PictureView view;
        const data::PixelFormat &format = data::pixel_formats[random() % std::size(data::pixel_formats)];
        if (!can_read(format.fourcc))
            continue;
        view.fourcc = format.fourcc;
        view.width = hostile(40);
        view.height = hostile(8);
        view.colorspace = hostile(20);
        view.ycbcr_encoding = hostile(12);
        view.quantization = hostile(4);
        view.plane_count = static_cast<uint32_t>(random() % 8 == 0 ? random() % 5 : format.plane_count);
        std::vector<Guarded> blocks;
        for (uint32_t p = 0; p < view.plane_count; p++) {
            const size_t size = 1 + random() % 700;
            blocks.emplace_back(size, random() % 2 == 0);
            std::memset(blocks.back().data(), static_cast<int>(random() & 0xff), size);
            view.planes[p] = {blocks.back().data(), size, hostile(200)};
        }
        auto reader = PictureReader::open(view, random() % 2 == 0 ? full_rgb : jfif);
        if (!reader)
            continue;
        read++;
        row.resize(size_t{view.width} * 3);
        for (uint32_t y = 0; y < view.height; y++) {
            reader->read_triples(y, row.data());
            reader->read_first(y, row.data());
        }
    }
    print_message("%d pictures read\n", read);
    assert_true(read > 500);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar6c_packed_rgb_is_exact_to_the_bit_and_packed_yuv_and_grey_to_one_step),
        cmocka_unit_test(bar6c_packed_422_in_every_order_is_exact_to_one_step),
        cmocka_unit_test(bar6c_planes_in_every_order_and_subsampling_are_exact_to_one_step),
        cmocka_unit_test(bar6c_every_format_that_can_be_read_has_an_oracle_here),
        cmocka_unit_test(U25_mosaics_are_the_reference_bilinear_to_one_step_edges_included),
        cmocka_unit_test(U25_a_flat_mosaic_is_flat_to_its_corners),
        cmocka_unit_test(U26_a_plane_that_is_one_byte_too_short_is_refused_in_every_format),
        cmocka_unit_test(U26_hostile_geometry_is_refused_or_read_inside_its_planes),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
