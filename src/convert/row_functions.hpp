// What a set of conversion kernels offers: one row of each source layout, in the colours of an Affine. The scalar set is the
// reference; faster sets fill in the same table and must give the same bytes.
#pragma once

#include "convert/colour.hpp"

#include <cstdint>

namespace v4lxx::convert {

// How the samples of a source lie in its rows. Chroma that is subsampled down stands in the row the caller passes.
enum class Layout : uint8_t {
    yuyv,              // Y U Y V
    uyvy,              // U Y V Y
    semi_uv,           // rows: Y; U V, one pair for two pixels
    semi_vu,           // the same with V first
    planar,            // rows: Y; U; V, one for two pixels
    triples,           // three bytes: R G B or Y U V
    triples_reversed,  // B G R
    single,            // Y alone
};
constexpr int layout_count = 8;

// rows: where the row begins in each plane. width: pixels; no byte beyond the row's own is read.
using TriplesRow = void (*)(const uint8_t *const rows[3], uint32_t width, const Affine &colour, uint8_t *out);
using FirstRow = void (*)(const uint8_t *const rows[3], uint32_t width, const Affine &colour, uint8_t *out);
// One value for each chroma sample of the source.
using ChromaRow = void (*)(const uint8_t *const rows[3], uint32_t width, const Affine &colour, uint8_t *second, uint8_t *third);

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
