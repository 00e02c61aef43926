// What the numbers of a picture mean as colours, by the default rules of V4L2, and the exact maths from one meaning to another.
#pragma once

#include <cstdint>

namespace v4lxx::convert {

enum class Matrix : uint8_t { bt601, bt709, bt2020, smpte240m };

// One meaning of three 8-bit components.
struct Colour {
    bool rgb = false;  // red, green, blue; otherwise Y, Cb, Cr by the matrix
    Matrix matrix = Matrix::bt601;
    bool full_range = false;  // 0 to 255; otherwise 16 to 235 (chroma: to 240)

    bool operator==(const Colour &) const = default;
};

constexpr Colour full_rgb = {true, Matrix::bt601, true};
constexpr Colour jfif = {false, Matrix::bt601, true};  // what a JPEG file means without further words

// Resolves what the driver left at default, as V4L2_MAP_YCBCR_ENC_DEFAULT and V4L2_MAP_QUANTIZATION_DEFAULT do. Numbers that do
// not exist count as default. False for constant luminance (BT.2020), which no matrix describes.
[[nodiscard]] bool resolve_colour(bool rgb, uint32_t colorspace, uint32_t ycbcr_encoding, uint32_t quantization, Colour *out);

// Three components to three others: out[i] = (sum of factor[i][j] * in[j] + offset[i]) >> fraction_bits, clamped to 8 bits.
// 20 bits after the point: the error before the one rounding is below 0.0005 of a step (0.1 for 16-bit sources), and every sum
// fits into 32 bits.
struct Affine {
    static constexpr int fraction_bits = 20;
    int32_t factor[3][3];
    int32_t offset[3];
};

// source_bits: of each component, 1 to 16. More or fewer than 8 bits are 8-bit codes with digits behind the point, or without
// their last digits; in full range the highest number is full light.
Affine affine(const Colour &from, const Colour &to, const uint8_t source_bits[3]);

}  // namespace v4lxx::convert
