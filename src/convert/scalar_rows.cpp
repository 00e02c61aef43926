// The scalar kernels: each layout says where the samples of a pixel are, everything else is written once.
#include "convert/row_functions.hpp"

#include <cstddef>

namespace v4lxx::convert {

namespace {

struct Sample {
    int32_t first, second, third;
};

// A pair of pixels in four bytes. Where an odd width ends in half a pair, its third sample does not exist: that of the pair
// before serves, and no byte behind the row is read.
template <uint32_t luma, uint32_t blue, uint32_t red>
struct Packed422 {
    static constexpr uint32_t across = 2;
    static Sample at(const uint8_t *const rows[3], uint32_t x, uint32_t width)
    {
        const uint8_t *pair = rows[0] + size_t{x / 2} * 4;
        const bool half = x / 2 * 2 + 1 == width;
        const int32_t third = !half ? pair[red] : x == 0 ? 128 : pair[static_cast<ptrdiff_t>(red) - 4];
        return {rows[0][size_t{x} * 2 + luma], pair[blue], third};
    }
};

template <uint32_t blue, uint32_t red>
struct SemiPlanar {
    static constexpr uint32_t across = 2;
    static Sample at(const uint8_t *const rows[3], uint32_t x, uint32_t)
    {
        const uint8_t *pair = rows[1] + size_t{x / 2} * 2;
        return {rows[0][x], pair[blue], pair[red]};
    }
};

struct Planar {
    static constexpr uint32_t across = 2;
    static Sample at(const uint8_t *const rows[3], uint32_t x, uint32_t)
    {
        return {rows[0][x], rows[1][x / 2], rows[2][x / 2]};
    }
};

template <uint32_t first, uint32_t third>
struct Triples {
    static constexpr uint32_t across = 1;
    static Sample at(const uint8_t *const rows[3], uint32_t x, uint32_t)
    {
        const uint8_t *pixel = rows[0] + size_t{x} * 3;
        return {pixel[first], pixel[1], pixel[third]};
    }
};

struct Single {
    static constexpr uint32_t across = 1;
    static Sample at(const uint8_t *const rows[3], uint32_t x, uint32_t) { return {rows[0][x], 128, 128}; }
};

}  // namespace

static uint8_t component(const Affine &colour, int i, const Sample &in)
{
    const int32_t sum = colour.factor[i][0] * in.first + colour.factor[i][1] * in.second + colour.factor[i][2] * in.third;
    const int32_t value = (sum + colour.offset[i]) >> Affine::fraction_bits;
    return static_cast<uint8_t>(value < 0 ? 0 : value > 255 ? 255 : value);
}

template <class Source>
static void triples_row(const uint8_t *const rows[3], uint32_t width, const Affine &colour, uint8_t *out)
{
    for (uint32_t x = 0; x < width; x++, out += 3) {
        const Sample in = Source::at(rows, x, width);
        for (int i = 0; i < 3; i++)
            out[i] = component(colour, i, in);
    }
}

template <class Source>
static void first_row(const uint8_t *const rows[3], uint32_t width, const Affine &colour, uint8_t *out)
{
    for (uint32_t x = 0; x < width; x++)
        out[x] = component(colour, 0, Source::at(rows, x, width));
}

template <class Source>
static void chroma_row(const uint8_t *const rows[3], uint32_t width, const Affine &colour, uint8_t *second, uint8_t *third)
{
    for (uint32_t x = 0; x < width; x += Source::across, second++, third++) {
        const Sample in = Source::at(rows, x, width);
        *second = component(colour, 1, in);
        *third = component(colour, 2, in);
    }
}

template <class... Sources>
static constexpr RowFunctions functions_of()
{
    return {{triples_row<Sources>...}, {first_row<Sources>...}, {chroma_row<Sources>...}};
}

const RowFunctions &scalar_row_functions()
{
    // In the order of Layout.
    static constexpr RowFunctions functions = functions_of<Packed422<0, 1, 3>, Packed422<1, 0, 2>, SemiPlanar<0, 1>,
                                                           SemiPlanar<1, 0>, Planar, Triples<0, 2>, Triples<2, 0>, Single>();
    return functions;
}

const RowFunctions &row_functions() { return scalar_row_functions(); }

}  // namespace v4lxx::convert
