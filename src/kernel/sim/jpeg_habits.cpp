#include "kernel/sim/jpeg_habits.hpp"

#include <cstddef>

namespace v4lxx::kernel::sim {

static std::vector<uint8_t> without_tables(const std::vector<uint8_t> &jpeg)
{
    constexpr uint8_t huffman_tables = 0xc4, start_of_scan = 0xda;
    std::vector<uint8_t> out(jpeg.begin(), jpeg.begin() + 2);
    size_t at = 2;
    while (at + 4 <= jpeg.size() && jpeg[at] == 0xff && jpeg[at + 1] != start_of_scan) {
        const size_t length = 2 + (size_t{jpeg[at + 2]} << 8 | jpeg[at + 3]);
        if (length > jpeg.size() - at)
            break;
        if (jpeg[at + 1] != huffman_tables)
            out.insert(out.end(), jpeg.data() + at, jpeg.data() + at + length);
        at += length;
    }
    out.insert(out.end(), jpeg.data() + at, jpeg.data() + jpeg.size());
    return out;
}

std::vector<uint8_t> as_cameras_send(const std::vector<uint8_t> &jpeg, JpegHabit habit, uint32_t sequence)
{
    std::vector<uint8_t> out = jpeg;
    if (jpeg.size() < 4)
        return out;
    switch (habit) {
    case JpegHabit::complete: break;
    case JpegHabit::no_tables: return without_tables(jpeg);
    case JpegHabit::trailing:
        for (int i = 0; i < 16; ++i)
            out.insert(out.end(), {0xff, 0xd8, 0x00, 0xff});
        break;
    case JpegHabit::truncated:
        if (sequence % 2 == 0)
            out.resize(jpeg.size() / 2);
        break;
    }
    return out;
}

}  // namespace v4lxx::kernel::sim
