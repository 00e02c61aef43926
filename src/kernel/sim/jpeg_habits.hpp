// What cameras do to their MJPG pictures: no Huffman tables, bytes behind the end, pictures that break off.
#pragma once

#include <cstdint>
#include <vector>

namespace v4lxx::kernel::sim {

enum class JpegHabit : uint8_t {
    complete,
    no_tables,  // the segments with Huffman tables are left out, as UVC allows
    trailing,   // 64 bytes stand behind the end marker, some of which look like markers
    truncated,  // every picture with an even number breaks off in the middle
};

std::vector<uint8_t> as_cameras_send(const std::vector<uint8_t> &jpeg, JpegHabit habit, uint32_t sequence);

}  // namespace v4lxx::kernel::sim
