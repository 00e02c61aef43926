// The picture of a simulated camera: a moving colour chart that carries its sequence number in cells a program can read.
// Every byte is a function of format, size, pattern and sequence, so a test can tell whether a frame was overwritten.
#pragma once

#include "kernel/sim/canvas.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace v4lxx::kernel::sim {

enum class Pattern : uint8_t { chart, cells };
// How bright the picture is: as it is; rising to that, as after a camera has started; up and down for ever.
enum class Exposure : uint8_t { steady, ramp, flicker };

// What is drawn, but for the number of the frame.
struct Scene {
    Pattern pattern = Pattern::chart;
    Exposure exposure = Exposure::steady;
    Scene(Pattern of = Pattern::chart, Exposure brightness = Exposure::steady) : pattern(of), exposure(brightness) {}
};

// Of 256: what is left of every colour but the cells'.
constexpr uint32_t full_level = 256;
uint32_t level_at(Exposure exposure, uint32_t sequence);

constexpr uint8_t padding_byte = 0x5a;      // behind each row, and behind the picture in its buffer
constexpr uint8_t data_offset_byte = 0xd0;  // before it

// A picture as a test got it: colour planes with their strides.
struct Picture {
    uint32_t fourcc = 0;
    Size size;
    const uint8_t *plane[max_planes] = {};
    uint32_t stride[max_planes] = {};
    size_t size_bytes = 0;  // of a compressed picture
};

// Where the parts of the chart are, for a size.
struct ChartPlan {
    Size size;
    uint32_t cell_width = 0, cell_height = 0;  // 8 columns, 6 rows, from the upper left corner
    uint32_t bar_width = 0;                    // 8 colour bars from left to right
    uint32_t ramp_top = 0;                     // below it, black to white from left to right
    uint32_t block_size = 0, block_top = 0;    // the orange block that moves to the right
    uint32_t block_left(uint32_t sequence) const;
};
ChartPlan plan_chart(Size size);

// The colour of one pixel: what all drawing must agree with.
Rgb colour_at(const ChartPlan &plan, Scene scene, uint32_t sequence, uint32_t x, uint32_t y);

void draw(const Canvas &canvas, Scene scene, uint32_t sequence);
// The cells show another number than the one that says how bright it is and where the block stands.
void draw_at_level(const Canvas &canvas, Pattern pattern, uint32_t sequence, uint32_t level);
// Turns the picture of `previous` into that of `sequence`, touching only what differs.
void redraw(const Canvas &canvas, Scene scene, uint32_t previous, uint32_t sequence);

// MJPG carries its sequence number in a comment behind the start of the picture, with a check over all other bytes; its cells
// show the number modulo mjpeg_cycle, so that encoded pictures can be used again.
constexpr uint32_t mjpeg_cycle = 32;
std::vector<uint8_t> with_sequence_comment(const std::vector<uint8_t> &jpeg);
void set_sequence_comment(uint8_t *jpeg, uint32_t sequence);

// The number in the cells (or the comment); nothing if there is none or its check bits are wrong.
std::optional<uint32_t> read_sequence(const Picture &picture);
// Compares every byte, padding behind rows included, with what was drawn. Empty, or the first byte that differs.
std::string find_damage(const Picture &picture, Scene scene, uint32_t sequence);
bool verify_intact(const Picture &picture, Scene scene, uint32_t sequence);

}  // namespace v4lxx::kernel::sim
