#include "kernel/sim/chart.hpp"

#include <algorithm>
#include <cstring>

namespace v4lxx::kernel::sim {

namespace {

constexpr Rgb bars[8] = {{191, 191, 191}, {191, 191, 0}, {0, 191, 191}, {0, 191, 0},
                         {191, 0, 191},   {191, 0, 0},   {0, 0, 191},   {0, 0, 0}};
constexpr Rgb black{0, 0, 0}, white{255, 255, 255}, orange{255, 128, 0}, background{128, 128, 128};
constexpr uint32_t columns = 8, rows = 6;
constexpr uint8_t mark = 0xb4;  // the first row of cells: this is a chart, and this way up

uint32_t even(uint32_t value) { return value & ~1u; }

// CRC-8 with the polynomial x^8 + x^2 + x + 1.
uint8_t check_bits(uint32_t sequence)
{
    uint8_t crc = 0xff;
    for (int byte = 3; byte >= 0; --byte) {
        crc = static_cast<uint8_t>(crc ^ (sequence >> (8 * byte) & 0xff));
        for (int bit = 0; bit < 8; ++bit)
            crc = static_cast<uint8_t>((crc & 0x80) != 0 ? (crc << 1) ^ 0x07 : crc << 1);
    }
    return crc;
}

// The 8 cells of a row as bits, the leftmost the highest: mark, four rows of the number, check bits.
uint8_t cell_row(uint32_t sequence, uint32_t row)
{
    if (row == 0)
        return mark;
    if (row == rows - 1)
        return check_bits(sequence);
    return static_cast<uint8_t>(sequence >> (8 * (4 - row)) & 0xff);
}

Rgb ramp_colour(const ChartPlan &plan, uint32_t x)
{
    auto level = static_cast<uint8_t>(uint64_t{even(x)} * 255 / (plan.size.width > 2 ? even(plan.size.width - 1) : 2));
    return {level, level, level};
}

void draw_cells(const Canvas &canvas, const ChartPlan &plan, uint32_t sequence)
{
    for (uint32_t row = 0; row < rows; ++row)
        for (uint32_t column = 0; column < columns; ++column)
            fill(canvas, {column * plan.cell_width, row * plan.cell_height, plan.cell_width, plan.cell_height},
                 (cell_row(sequence, row) >> (7 - column) & 1) != 0 ? white : black);
}

Rgb at_level(Rgb colour, uint32_t level)
{
    auto part = [level](uint8_t value) { return static_cast<uint8_t>(value * level / full_level); };
    return {part(colour.r), part(colour.g), part(colour.b)};
}

// The bars as they are behind the moving block.
void draw_bars(const Canvas &canvas, const ChartPlan &plan, Rect rect, uint32_t level)
{
    uint32_t end = std::min(rect.x + rect.width, plan.size.width);
    for (uint32_t x = rect.x; x < end;) {
        uint32_t bar = std::min(x / plan.bar_width, 7u);
        uint32_t stop = bar == 7 ? end : std::min(end, (bar + 1) * plan.bar_width);
        fill(canvas, {x, rect.y, stop - x, rect.height}, at_level(bars[bar], level));
        x = stop;
    }
}

void draw_block(const Canvas &canvas, const ChartPlan &plan, uint32_t sequence, uint32_t level)
{
    fill(canvas, {plan.block_left(sequence), plan.block_top, plan.block_size, plan.block_size}, at_level(orange, level));
}

}  // namespace

uint32_t level_at(Exposure exposure, uint32_t sequence)
{
    if (exposure == Exposure::flicker)
        return sequence % 2 == 0 ? full_level : 200;
    uint32_t missing = exposure == Exposure::ramp ? 192 : 0;
    for (uint32_t frame = 0; frame < sequence && missing > 0; ++frame)
        missing = missing * 3 / 5;
    return full_level - missing;
}

uint32_t ChartPlan::block_left(uint32_t sequence) const
{
    uint32_t way = std::max(2u, even(size.width - block_size));
    return static_cast<uint32_t>(uint64_t{sequence} * 8 % way) & ~1u;
}

ChartPlan plan_chart(Size size)
{
    ChartPlan plan;
    plan.size = size;
    plan.cell_width = std::clamp(even(size.width / 10), 2u, 16u);
    plan.cell_height = std::clamp(even(size.height / 8), 2u, 16u);
    plan.bar_width = std::max(2u, even(size.width / 8));
    plan.ramp_top = even(size.height * 3 / 4);
    plan.block_size = std::max(2u, even(size.height / 8));
    plan.block_size = std::min(plan.block_size, std::max(2u, even(size.width / 2)));
    plan.block_top = even(size.height / 2);
    return plan;
}

Rgb colour_at(const ChartPlan &plan, Scene scene, uint32_t sequence, uint32_t x, uint32_t y)
{
    if (x < columns * plan.cell_width && y < rows * plan.cell_height)
        return (cell_row(sequence, y / plan.cell_height) >> (7 - x / plan.cell_width) & 1) != 0 ? white : black;
    const uint32_t level = level_at(scene.exposure, sequence);
    if (scene.pattern == Pattern::cells)
        return at_level(background, level);
    uint32_t left = plan.block_left(sequence);
    if (x >= left && x < left + plan.block_size && y >= plan.block_top && y < plan.block_top + plan.block_size)
        return at_level(orange, level);
    if (y >= plan.ramp_top)
        return at_level(ramp_colour(plan, x), level);
    return at_level(bars[std::min(x / plan.bar_width, 7u)], level);
}

void draw(const Canvas &canvas, Scene scene, uint32_t sequence)
{
    draw_at_level(canvas, scene.pattern, sequence, level_at(scene.exposure, sequence));
}

void draw_at_level(const Canvas &canvas, Pattern pattern, uint32_t sequence, uint32_t level)
{
    ChartPlan plan = plan_chart(canvas.size);
    fill_padding(canvas, padding_byte);
    if (pattern == Pattern::cells) {
        fill(canvas, {0, 0, canvas.size.width, canvas.size.height}, at_level(background, level));
    } else {
        draw_bars(canvas, plan, {0, 0, canvas.size.width, plan.ramp_top}, level);
        for (uint32_t x = 0; x < canvas.size.width; x += 2)
            fill(canvas, {x, plan.ramp_top, 2, canvas.size.height - plan.ramp_top}, at_level(ramp_colour(plan, x), level));
        draw_block(canvas, plan, sequence, level);
    }
    draw_cells(canvas, plan, sequence);
}

void redraw(const Canvas &canvas, Scene scene, uint32_t previous, uint32_t sequence)
{
    const uint32_t level = level_at(scene.exposure, sequence);
    if (level != level_at(scene.exposure, previous)) {
        draw(canvas, scene, sequence);
        return;
    }
    ChartPlan plan = plan_chart(canvas.size);
    if (scene.pattern == Pattern::chart) {
        draw_bars(canvas, plan, {plan.block_left(previous), plan.block_top, plan.block_size, plan.block_size}, level);
        draw_block(canvas, plan, sequence, level);
    }
    draw_cells(canvas, plan, sequence);
}

static std::optional<uint32_t> read_cells(const Picture &picture, const PixelFormat &format)
{
    ChartPlan plan = plan_chart(picture.size);
    uint8_t read[rows] = {};
    for (uint32_t row = 0; row < rows; ++row)
        for (uint32_t column = 0; column < columns; ++column) {
            uint32_t x = column * plan.cell_width + plan.cell_width / 2, y = row * plan.cell_height + plan.cell_height / 2;
            bool bright = brightness(format, picture.plane, picture.stride, x, y) >= 128;
            read[row] = static_cast<uint8_t>(read[row] << 1 | (bright ? 1 : 0));
        }
    uint32_t sequence = uint32_t{read[1]} << 24 | uint32_t{read[2]} << 16 | uint32_t{read[3]} << 8 | read[4];
    if (read[0] != mark || read[rows - 1] != check_bits(sequence))
        return std::nullopt;
    return sequence;
}

namespace {

// The comment of an MJPG picture: marker, length, a name, the number, a check of number and picture.
constexpr uint8_t comment_head[] = {0xff, 0xfe, 0x00, 0x10, 'v', '4', 'l', 'x', 'x', 0};
constexpr size_t comment_at = 2, comment_size = 18, number_at = comment_at + sizeof comment_head, check_at = number_at + 4;

void put_32(uint8_t *at, uint32_t value)
{
    for (int i = 0; i < 4; ++i)
        at[i] = static_cast<uint8_t>(value >> (24 - 8 * i));
}

uint32_t get_32(const uint8_t *at) { return uint32_t{at[0]} << 24 | uint32_t{at[1]} << 16 | uint32_t{at[2]} << 8 | at[3]; }

// FNV-1a over the picture behind the comment, so that a changed byte shows.
uint32_t digest(const uint8_t *bytes, size_t size)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < size; ++i)
        hash = (hash ^ bytes[i]) * 16777619u;
    return hash;
}

// A head that is ours; the digest is stored mixed with the number so that neither can change alone.
bool has_comment(const Picture &picture)
{
    return picture.size_bytes > comment_at + comment_size && picture.plane[0][0] == 0xff && picture.plane[0][1] == 0xd8 &&
           std::memcmp(picture.plane[0] + comment_at, comment_head, sizeof comment_head) == 0;
}

std::string find_jpeg_damage(const Picture &picture, uint32_t sequence)
{
    if (!has_comment(picture))
        return "the picture does not begin with the simulator's comment";
    uint32_t hash = digest(picture.plane[0] + comment_at + comment_size, picture.size_bytes - comment_at - comment_size);
    if (get_32(picture.plane[0] + number_at) != sequence)
        return "the comment carries number " + std::to_string(get_32(picture.plane[0] + number_at));
    if (get_32(picture.plane[0] + check_at) != (hash ^ sequence))
        return "the bytes behind the comment do not have its check value";
    return {};
}

}  // namespace

std::vector<uint8_t> with_sequence_comment(const std::vector<uint8_t> &jpeg)
{
    if (jpeg.size() < 4)
        return {};
    std::vector<uint8_t> out(jpeg.size() + comment_size);
    std::memcpy(out.data(), jpeg.data(), comment_at);
    std::memcpy(out.data() + comment_at, comment_head, sizeof comment_head);
    std::memcpy(out.data() + comment_at + comment_size, jpeg.data() + comment_at, jpeg.size() - comment_at);
    put_32(out.data() + check_at, digest(jpeg.data() + 2, jpeg.size() - 2));
    return out;
}

void set_sequence_comment(uint8_t *jpeg, uint32_t sequence)
{
    uint32_t hash = get_32(jpeg + check_at) ^ get_32(jpeg + number_at);
    put_32(jpeg + number_at, sequence);
    put_32(jpeg + check_at, hash ^ sequence);
}

std::optional<uint32_t> read_sequence(const Picture &picture)
{
    const PixelFormat *format = find_format(picture.fourcc);
    if (format == nullptr)
        return std::nullopt;
    if (format->arrangement != Arrangement::jpeg)
        return read_cells(picture, *format);
    if (!has_comment(picture))
        return std::nullopt;
    uint32_t sequence = get_32(picture.plane[0] + number_at);
    return find_jpeg_damage(picture, sequence).empty() ? std::optional<uint32_t>(sequence) : std::nullopt;
}

std::string find_damage(const Picture &picture, Scene scene, uint32_t sequence)
{
    const PixelFormat *format = find_format(picture.fourcc);
    if (format == nullptr)
        return "not a format the simulator draws";
    if (format->arrangement == Arrangement::jpeg)
        return find_jpeg_damage(picture, sequence);
    Canvas expected{format, picture.size, {}, {}};
    std::vector<uint8_t> memory[max_planes];
    for (uint32_t plane = 0; plane < format->colour_planes; ++plane) {
        expected.stride[plane] = picture.stride[plane];
        memory[plane].resize(uint64_t{picture.stride[plane]} * plane_rows(*format, plane, picture.size.height));
        expected.plane[plane] = memory[plane].data();
    }
    draw(expected, scene, sequence);
    for (uint32_t plane = 0; plane < format->colour_planes; ++plane) {
        if (std::memcmp(memory[plane].data(), picture.plane[plane], memory[plane].size()) == 0)
            continue;
        auto [mine, theirs] = std::mismatch(memory[plane].begin(), memory[plane].end(), picture.plane[plane]);
        auto at = static_cast<uint64_t>(mine - memory[plane].begin());
        return "plane " + std::to_string(plane) + ", row " + std::to_string(at / picture.stride[plane]) + ", byte " +
               std::to_string(at % picture.stride[plane]) + ": " + std::to_string(*theirs) + " instead of " +
               std::to_string(*mine);
    }
    return {};
}

bool verify_intact(const Picture &picture, Scene scene, uint32_t sequence)
{
    return find_damage(picture, scene, sequence).empty();
}

}  // namespace v4lxx::kernel::sim
