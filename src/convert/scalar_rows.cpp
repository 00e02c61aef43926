// The scalar kernels: each layout says where the samples of a pixel are, everything else is written once.
#include "convert/row_functions.hpp"

#include <cstddef>

namespace v4lxx::convert {

namespace {

struct Sample {
    int32_t first, second, third;
};

// A pair of pixels in four bytes. Where an odd width ends in half a pair, its second chroma sample does not exist: that of the
// pair before serves, and no byte behind the row is read.
template <uint32_t luma, uint32_t blue, uint32_t red>
struct Packed422 {
    static constexpr uint32_t across = 2;
    static Sample at(const uint8_t *const rows[3], uint32_t x, const RowShape &shape)
    {
        const uint8_t *pair = rows[0] + size_t{x / 2} * 4;
        const bool half = x / 2 * 2 + 1 == shape.width;
        auto chroma = [&](uint32_t byte) -> int32_t {
            const bool missing = half && byte > 1;
            return !missing ? pair[byte] : x == 0 ? 128 : pair[static_cast<ptrdiff_t>(byte) - 4];
        };
        return {rows[0][size_t{x} * 2 + luma], chroma(blue), chroma(red)};
    }
};

template <uint32_t blue, uint32_t red, uint32_t pixels>
struct SemiPlanar {
    static constexpr uint32_t across = pixels;
    static Sample at(const uint8_t *const rows[3], uint32_t x, const RowShape &)
    {
        const uint8_t *pair = rows[1] + size_t{x / pixels} * 2;
        return {rows[0][x], pair[blue], pair[red]};
    }
};

template <uint32_t pixels>
struct Planar {
    static constexpr uint32_t across = pixels;
    static Sample at(const uint8_t *const rows[3], uint32_t x, const RowShape &)
    {
        return {rows[0][x], rows[1][x / pixels], rows[2][x / pixels]};
    }
};

template <uint32_t first, uint32_t third>
struct Triples {
    static constexpr uint32_t across = 1;
    static Sample at(const uint8_t *const rows[3], uint32_t x, const RowShape &)
    {
        const uint8_t *pixel = rows[0] + size_t{x} * 3;
        return {pixel[first], pixel[1], pixel[third]};
    }
};

struct Single {
    static constexpr uint32_t across = 1;
    static Sample at(const uint8_t *const rows[3], uint32_t x, const RowShape &) { return {rows[0][x], 128, 128}; }
};

template <uint32_t bytes>
uint32_t word_at(const uint8_t *row, uint32_t x, bool big_endian)
{
    const uint8_t *at = row + size_t{x} * bytes;
    uint32_t word = 0;
    for (uint32_t i = 0; i < bytes; i++)
        word |= static_cast<uint32_t>(at[i]) << 8 * (big_endian ? bytes - 1 - i : i);
    return word;
}

int32_t field(uint32_t word, const Packing &packing, int i)
{
    return static_cast<int32_t>(word >> packing.shift[i] & ((1u << packing.bits[i]) - 1));
}

struct SingleIn16Bits {
    static constexpr uint32_t across = 1;
    static Sample at(const uint8_t *const rows[3], uint32_t x, const RowShape &shape)
    {
        return {field(word_at<2>(rows[0], x, shape.packing.big_endian), shape.packing, 0), 128, 128};
    }
};

template <uint32_t bytes>
struct Fields {
    static constexpr uint32_t across = 1;
    static Sample at(const uint8_t *const rows[3], uint32_t x, const RowShape &shape)
    {
        const uint32_t word = word_at<bytes>(rows[0], x, shape.packing.big_endian);
        return {field(word, shape.packing, 0), field(word, shape.packing, 1), field(word, shape.packing, 2)};
    }
};

// Bilinear: a colour that a pixel does not have is the mean of its nearest neighbours that have it. Left and right edges are
// mirrored, which keeps the mosaic's order; a picture one pixel wide takes what its own column has.
template <uint32_t bytes, bool green_first, bool red_row>
struct Mosaic {
    static constexpr uint32_t across = 1;
    static Sample at(const uint8_t *const rows[3], uint32_t x, const RowShape &shape)
    {
        const uint32_t last = shape.width - 1;
        const uint32_t left = x > 0 ? x - 1 : last > 0 ? 1 : 0, right = x < last ? x + 1 : last > 0 ? last - 1 : 0;
        auto pixel = [&](int row, uint32_t column) {
            return field(word_at<bytes>(rows[row], column, shape.packing.big_endian), shape.packing, 0);
        };
        const int32_t own = pixel(1, x), beside = pixel(1, left) + pixel(1, right), over = pixel(0, x) + pixel(2, x);
        const bool is_green = (x % 2 == 0) == green_first;
        const int32_t of_row = is_green ? (beside + 1) / 2 : own;
        const int32_t green = is_green ? own : (beside + over + 2) / 4;
        const int32_t other =
            is_green ? (over + 1) / 2 : (pixel(0, left) + pixel(0, right) + pixel(2, left) + pixel(2, right) + 2) / 4;
        return red_row ? Sample{of_row, green, other} : Sample{other, green, of_row};
    }
};

}  // namespace

static uint8_t component(const Affine &colour, int i, const Sample &in)
{
    const int32_t sum = colour.factor[i][0] * in.first + colour.factor[i][1] * in.second + colour.factor[i][2] * in.third;
    const int32_t value = (sum + colour.offset[i]) >> Affine::fraction_bits;
    return static_cast<uint8_t>(value < 0 ? 0 : value > 255 ? 255 : value);
}

template <class Source>
static void triples_row(const uint8_t *const rows[3], const RowShape &shape, uint8_t *out)
{
    for (uint32_t x = 0; x < shape.width; x++, out += 3) {
        const Sample in = Source::at(rows, x, shape);
        for (int i = 0; i < 3; i++)
            out[i] = component(shape.colour, i, in);
    }
}

template <class Source>
static void first_row(const uint8_t *const rows[3], const RowShape &shape, uint8_t *out)
{
    for (uint32_t x = 0; x < shape.width; x++)
        out[x] = component(shape.colour, 0, Source::at(rows, x, shape));
}

template <class Source>
static void chroma_row(const uint8_t *const rows[3], const RowShape &shape, uint8_t *second, uint8_t *third)
{
    for (uint32_t x = 0; x < shape.width; x += Source::across, second++, third++) {
        const Sample in = Source::at(rows, x, shape);
        *second = component(shape.colour, 1, in);
        *third = component(shape.colour, 2, in);
    }
}

template <class... Sources>
static constexpr RowFunctions functions_of()
{
    static_assert(sizeof...(Sources) == layout_count);
    return {{triples_row<Sources>...}, {first_row<Sources>...}, {chroma_row<Sources>...}};
}

const RowFunctions &scalar_row_functions()
{
    // In the order of Layout.
    static constexpr RowFunctions functions =
        functions_of<Packed422<0, 1, 3>, Packed422<1, 0, 2>, Packed422<0, 3, 1>, Packed422<1, 2, 0>, SemiPlanar<0, 1, 2>,
                     SemiPlanar<1, 0, 2>, SemiPlanar<0, 1, 1>, SemiPlanar<1, 0, 1>, Planar<2>, Planar<1>, Planar<4>,
                     Triples<0, 2>, Triples<2, 0>, Single, SingleIn16Bits, Fields<1>, Fields<2>, Fields<4>,
                     Mosaic<1, false, true>, Mosaic<1, true, false>, Mosaic<1, true, true>, Mosaic<1, false, false>,
                     Mosaic<2, false, true>, Mosaic<2, true, false>, Mosaic<2, true, true>, Mosaic<2, false, false>>();
    return functions;
}

const RowFunctions &row_functions() { return scalar_row_functions(); }

}  // namespace v4lxx::convert
