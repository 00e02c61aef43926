// What a set of conversion kernels offers: one row of each source layout, in the colours of an Affine. The scalar set is the
// reference; faster sets fill in the same table and must give the same bytes.
#pragma once

#include "convert/colour.hpp"

#include <cstdint>

namespace v4lxx::convert {

// How the samples of a source lie in its rows. Chroma that is subsampled down stands in the row the caller passes.
enum class Layout : uint8_t {
    yuyv,               // Y U Y V
    uyvy,               // U Y V Y
    yvyu,               // Y V Y U
    vyuy,               // V Y U Y
    semi_uv,            // rows: Y; U V, one pair for two pixels
    semi_vu,            // the same with V first
    semi_uv_each,       // rows: Y; U V, one pair for each pixel
    semi_vu_each,       // the same with V first
    planar,             // rows: Y; U; V, one for two pixels
    planar_each,        // one for each pixel
    planar_by_four,     // one for four pixels
    triples,            // three bytes: R G B or Y U V
    triples_reversed,   // B G R
    single,             // Y alone
    single_in_16_bits,  // Y alone, in the bits of a 16-bit word that Packing says
    fields_in_8_bits,   // three components in one word, in the bits that Packing says
    fields_in_16_bits,  //
    fields_in_32_bits,  //
    // A mosaic of one colour for each pixel. rows: the one above, this one, the one below; at the edges their mirror image.
    // Each of a pair is the next row of the other.
    mosaic_rg,  // R G R G, in bytes
    mosaic_gb,  // G B G B
    mosaic_gr,  // G R G R
    mosaic_bg,  // B G B G
    mosaic_rg_in_16_bits,
    mosaic_gb_in_16_bits,
    mosaic_gr_in_16_bits,
    mosaic_bg_in_16_bits,
};
constexpr int layout_count = 26;

constexpr bool is_mosaic(Layout layout) { return layout >= Layout::mosaic_rg; }
// The rows of a mosaic take turns.
constexpr Layout layout_of_row(Layout layout, uint32_t row)
{
    const auto first = static_cast<uint32_t>(Layout::mosaic_rg), number = static_cast<uint32_t>(layout) - first;
    return row % 2 == 0 ? layout : static_cast<Layout>(first + (number ^ 1));
}
constexpr bool is_grey(Layout layout) { return layout == Layout::single || layout == Layout::single_in_16_bits; }

// Which bits of a word are a component.
struct Packing {
    uint8_t shift[3] = {0, 0, 0};
    uint8_t bits[3] = {8, 8, 8};
    bool big_endian = false;
};

// What is the same for all rows of a picture.
struct RowShape {
    uint32_t width = 0;  // pixels; no byte beyond the row's own is read
    Affine colour{};
    Packing packing;
};

// rows: where the row begins in each plane.
using TriplesRow = void (*)(const uint8_t *const rows[3], const RowShape &shape, uint8_t *out);
using FirstRow = void (*)(const uint8_t *const rows[3], const RowShape &shape, uint8_t *out);
// One value for each chroma sample of the source.
using ChromaRow = void (*)(const uint8_t *const rows[3], const RowShape &shape, uint8_t *second, uint8_t *third);

struct RowFunctions {
    TriplesRow triples[layout_count];  // all three components, interleaved; chroma is repeated
    FirstRow first[layout_count];      // the first component: luma
    ChromaRow chroma[layout_count];    // the others, for colours whose chroma does not depend on luma
};

// Plain code that follows the formula.
const RowFunctions &scalar_row_functions();

// The best set for this machine.
const RowFunctions &row_functions();

}  // namespace v4lxx::convert
