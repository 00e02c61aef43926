#include "image/motion_jpeg.hpp"

#include "base/text.hpp"
#include "image/failures.hpp"
#include "image/huffman_tables.hpp"

#include <iterator>
#include <string>

namespace v4lxx::image {

namespace {

constexpr uint8_t start_of_image = 0xd8, end_of_image = 0xd9, start_of_scan = 0xda, huffman_tables = 0xc4;
constexpr uint8_t arithmetic_conditioning = 0xcc, reserved_frame = 0xc8;

struct Segments {
    uint32_t width = 0, height = 0;
    bool has_tables = false;
    bool sequential = false;  // Huffman-coded, not progressive: the standard tables fit
    size_t first_scan = 0;    // where the marker of the first scan stands
    size_t end = 0;           // behind the end-of-image marker
    const char *fault = nullptr;
};

}  // namespace

static bool is_frame_header(uint8_t marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != huffman_tables && marker != arithmetic_conditioning &&
           marker != reserved_frame;
}

static uint32_t big_endian(const uint8_t *p) { return static_cast<uint32_t>(p[0] << 8 | p[1]); }

// The position of the next marker behind entropy-coded data, in which 0xff is followed by 0 or a restart number; size if there
// is none.
static size_t next_marker(const uint8_t *data, size_t size, size_t at)
{
    for (; at + 1 < size; at++) {
        if (data[at] != 0xff)
            continue;
        const uint8_t next = data[at + 1];
        if (next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7))
            return at;
    }
    return size;
}

static const char *read_frame_header(const uint8_t *segment, uint32_t length, uint8_t marker, Segments *out)
{
    if (out->width != 0)
        return "it has two frame headers";
    if (length < 8)
        return "its frame header is too short";
    out->height = big_endian(segment + 3);
    out->width = big_endian(segment + 5);
    out->sequential = marker == 0xc0 || marker == 0xc1;
    return out->width == 0 || out->height == 0 ? "its frame header has no size" : nullptr;
}

// Walks the marker segments. Every step is checked against size before a byte is read.
static Segments walk_segments(const uint8_t *data, size_t size)
{
    Segments found;
    auto fail = [&found](const char *fault) {
        found.fault = fault;
        return found;
    };
    if (size < 4 || data[0] != 0xff || data[1] != start_of_image)
        return fail("it does not begin as a JPEG");
    for (size_t at = 2;;) {
        while (at + 1 < size && data[at] == 0xff && data[at + 1] == 0xff)  // fill bytes
            at++;
        if (at + 1 >= size)
            return fail("it ends before its end marker");
        if (data[at] != 0xff)
            return fail("a marker is missing");
        const uint8_t marker = data[at + 1];
        if (marker == end_of_image) {
            found.end = at + 2;
            return found.first_scan == 0 ? fail("it has no picture data") : found;
        }
        if (at + 4 > size || big_endian(data + at + 2) < 2 || size - at - 2 < big_endian(data + at + 2))
            return fail("it ends inside a segment");
        const uint32_t length = big_endian(data + at + 2);
        if (is_frame_header(marker))
            if (const char *fault = read_frame_header(data + at + 2, length, marker, &found); fault != nullptr)
                return fail(fault);
        if (marker == huffman_tables)
            found.has_tables = true;
        const bool scan = marker == start_of_scan;
        if (scan && found.width == 0)
            return fail("picture data come before the frame header");
        if (scan && found.first_scan == 0)
            found.first_scan = at;
        at += 2 + length;
        if (scan)
            at = next_marker(data, size, at);
    }
}

Result<CompleteJpeg> complete_jpeg(const uint8_t *data, size_t size, uint32_t max_width, uint32_t max_height)
{
    const Segments found = walk_segments(data, data == nullptr ? 0 : size);
    if (found.fault != nullptr)
        return damaged(std::string("the JPEG cannot be read: ") + found.fault);
    auto limit = [](uint32_t side) { return (uint64_t{side} + 15) / 16 * 16; };
    if (found.width > limit(max_width) || found.height > limit(max_height))
        return damaged("the JPEG says it is " + size_text(found.width, found.height) + ", the format is " +
                       size_text(max_width, max_height));
    CompleteJpeg result;
    result.width = found.width;
    result.height = found.height;
    const bool insert = !found.has_tables && found.sequential;
    result.bytes.reserve(found.end + (insert ? sizeof standard_huffman_tables : 0));
    result.bytes.assign(data, data + found.first_scan);
    if (insert)
        result.bytes.insert(result.bytes.end(), std::begin(standard_huffman_tables), std::end(standard_huffman_tables));
    result.bytes.insert(result.bytes.end(), data + found.first_scan, data + found.end);
    return result;
}

}  // namespace v4lxx::image
