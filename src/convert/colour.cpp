#include "convert/colour.hpp"

#include "uapi/videodev2.hpp"

#include <array>
#include <cmath>

namespace v4lxx::convert {

namespace {

using Row = std::array<double, 4>;  // three factors and an offset
using Map = std::array<Row, 3>;

struct Weights {
    double red, blue;  // of luma; green is the rest
};

}  // namespace

static Weights weights(Matrix matrix)
{
    switch (matrix) {
    case Matrix::bt709: return {0.2126, 0.0722};
    case Matrix::bt2020: return {0.2627, 0.0593};
    case Matrix::smpte240m: return {0.212, 0.087};
    case Matrix::bt601: break;
    }
    return {0.299, 0.114};
}

namespace {

// Where the codes of one component begin and how many of them are one.
struct Codes {
    double black, steps;
    double centre, chroma_steps;
};

}  // namespace

static Codes codes_of(bool full_range, int bits)
{
    auto scaled = [bits](double code) { return std::ldexp(code, bits - 8); };
    const double highest = std::ldexp(1.0, bits) - 1;
    return {full_range ? 0 : scaled(16), full_range ? highest : scaled(219), scaled(128), full_range ? highest : scaled(224)};
}

// Stored numbers to R, G, B in 0 to 1.
static Map to_light(const Colour &colour, const uint8_t bits[3])
{
    const Codes first = codes_of(colour.full_range, bits[0]), second = codes_of(colour.full_range, bits[1]);
    const Codes third = codes_of(colour.full_range, bits[2]);
    const double gain = 1.0 / first.steps, lift = -first.black / first.steps;
    if (colour.rgb)
        return {Row{gain, 0, 0, lift}, Row{0, 1.0 / second.steps, 0, -second.black / second.steps},
                Row{0, 0, 1.0 / third.steps, -third.black / third.steps}};
    const auto [red, blue] = weights(colour.matrix);
    const double green = 1.0 - red - blue;
    const double red_of_cr = 2.0 * (1.0 - red) / third.chroma_steps, blue_of_cb = 2.0 * (1.0 - blue) / second.chroma_steps;
    const double green_of_cr = -red_of_cr * red / green, green_of_cb = -blue_of_cb * blue / green;
    return {Row{gain, 0, red_of_cr, lift - third.centre * red_of_cr},
            Row{gain, green_of_cb, green_of_cr, lift - second.centre * green_of_cb - third.centre * green_of_cr},
            Row{gain, blue_of_cb, 0, lift - second.centre * blue_of_cb}};
}

// R, G, B in 0 to 1 to stored numbers.
static Map from_light(const Colour &colour)
{
    const double black = colour.full_range ? 0.0 : 16.0, steps = colour.full_range ? 255.0 : 219.0;
    const double chroma_steps = colour.full_range ? 255.0 : 224.0;
    if (colour.rgb)
        return {Row{steps, 0, 0, black}, Row{0, steps, 0, black}, Row{0, 0, steps, black}};
    const auto [red, blue] = weights(colour.matrix);
    const double green = 1.0 - red - blue;
    const double cb = chroma_steps / (2.0 * (1.0 - blue)), cr = chroma_steps / (2.0 * (1.0 - red));
    return {Row{steps * red, steps * green, steps * blue, black}, Row{-cb * red, -cb * green, cb * (1.0 - blue), 128.0},
            Row{cr * (1.0 - red), -cr * green, -cr * blue, 128.0}};
}

static int32_t fixed(double value) { return static_cast<int32_t>(std::lround(std::ldexp(value, Affine::fraction_bits))); }

Affine affine(const Colour &from, const Colour &to, const uint8_t source_bits[3])
{
    const Map first = to_light(from, source_bits), second = from_light(to);
    Affine result{};
    for (size_t i = 0; i < 3; i++) {
        Row row{};
        for (size_t k = 0; k < 3; k++)
            for (size_t j = 0; j < 4; j++)
                row[j] += second[i][k] * first[k][j];
        for (size_t j = 0; j < 3; j++)
            result.factor[i][j] = fixed(row[j]);
        result.offset[i] = fixed(row[3] + second[i][3] + 0.5);  // the half rounds to nearest
    }
    return result;
}

static Matrix default_matrix(uint32_t colorspace)
{
    switch (colorspace) {
    case V4L2_COLORSPACE_REC709:
    case V4L2_COLORSPACE_DCI_P3: return Matrix::bt709;
    case V4L2_COLORSPACE_BT2020: return Matrix::bt2020;
    case V4L2_COLORSPACE_SMPTE240M: return Matrix::smpte240m;
    default: return Matrix::bt601;
    }
}

static Matrix matrix_of(uint32_t ycbcr_encoding, uint32_t colorspace)
{
    switch (ycbcr_encoding) {
    case V4L2_YCBCR_ENC_601:
    case V4L2_YCBCR_ENC_XV601:
    case V4L2_YCBCR_ENC_SYCC: return Matrix::bt601;
    case V4L2_YCBCR_ENC_709:
    case V4L2_YCBCR_ENC_XV709: return Matrix::bt709;
    case V4L2_YCBCR_ENC_BT2020: return Matrix::bt2020;
    case V4L2_YCBCR_ENC_SMPTE240M: return Matrix::smpte240m;
    default: return default_matrix(colorspace);
    }
}

bool resolve_colour(bool rgb, uint32_t colorspace, uint32_t ycbcr_encoding, uint32_t quantization, Colour *out)
{
    if (!rgb && ycbcr_encoding == V4L2_YCBCR_ENC_BT2020_CONST_LUM)
        return false;
    out->rgb = rgb;
    out->matrix = matrix_of(ycbcr_encoding, colorspace);
    if (quantization == V4L2_QUANTIZATION_FULL_RANGE || quantization == V4L2_QUANTIZATION_LIM_RANGE)
        out->full_range = quantization == V4L2_QUANTIZATION_FULL_RANGE;
    else  // RAW is not in the kernel's macro: such numbers come from a sensor, and nobody reserved any of them
        out->full_range = rgb || colorspace == V4L2_COLORSPACE_JPEG || colorspace == V4L2_COLORSPACE_RAW;
    return true;
}

}  // namespace v4lxx::convert
