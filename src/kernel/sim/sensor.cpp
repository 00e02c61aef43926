#include "kernel/sim/sensor.hpp"

#include "kernel/sim/jpeg_habits.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace v4lxx::kernel::sim {

int64_t Sensor::time_of(uint64_t index) const
{
    // Exact to the nanosecond however long it runs: the remainder is not added up. The split keeps 64 bits enough.
    const auto ns_per_second = static_cast<uint64_t>(1'000'000'000 + int64_t{parameters_.drift_ppm} * 1000);
    uint64_t frames = index - epoch_index_ + 1, per_frame = uint64_t{interval_.numerator} * ns_per_second;
    uint64_t whole = per_frame / interval_.denominator, rest = per_frame % interval_.denominator;
    return epoch_ns_ + static_cast<int64_t>(frames * whole + frames * rest / interval_.denominator);
}

// The last time until now that is a multiple of the interval, and the phase after it: one trigger for all cameras with that interval.
static int64_t last_beat(Interval interval, int64_t phase_ns, int64_t now_ns)
{
    constexpr int64_t second_ns = 1'000'000'000;
    const int64_t since_ns = std::max<int64_t>(now_ns - phase_ns, 0), each = interval.numerator, in_all = interval.denominator;
    const int64_t beats = (since_ns / second_ns * in_all + since_ns % second_ns * in_all / second_ns) / each;
    return beats * each / in_all * second_ns + beats * each % in_all * second_ns / in_all + phase_ns;
}

void Sensor::follow(const BufferQueue &queue, Interval interval, bool has_signal, int64_t now_ns)
{
    if (!queue.started() || !has_signal) {
        running_ = false;
        return;
    }
    bool same_rate = interval.numerator == interval_.numerator && interval.denominator == interval_.denominator;
    if (!running_ || start_ != queue.starts()) {
        // A signal that comes back does not begin a new stream: the numbers go on.
        if (start_ != queue.starts()) {
            sequence_ = parameters_.first_sequence;
            drop_ = 0;
        }
        running_ = true;
        start_ = queue.starts();
        interval_ = interval;
        epoch_ns_ = parameters_.phase_ns ? last_beat(interval, *parameters_.phase_ns, now_ns) : now_ns;
        epoch_index_ = next_index_ = 0;
    } else if (!same_rate) {
        epoch_ns_ = next_index_ > epoch_index_ ? time_of(next_index_ - 1) : epoch_ns_;
        epoch_index_ = next_index_;
        interval_ = interval;
    }
}

FrameFaults Sensor::make_frame(BufferQueue &queue, const Layout &layout, Script &script)
{
    FrameFaults faults;
    if (script.touches_frames())
        faults = script.on_frame();
    if (faults.sequence >= 0)
        sequence_ = static_cast<uint32_t>(faults.sequence);
    drop_ = std::max(drop_, faults.drop);
    if (drop_ > 0 || !queue.has_active() || faults.unplug) {
        drop_ -= drop_ > 0 ? 1 : 0;
        ++lost_;
        faults.last = false;
    } else {
        finish(queue, layout, faults);
    }
    ++frames_;
    ++sequence_;
    ++next_index_;
    return faults;
}

// Of the frame that is being made, by the clock that this driver takes.
int64_t Sensor::stamp() const
{
    const int64_t moment_ns = !parameters_.start_of_exposure ? time_of(next_index_)
                              : next_index_ > epoch_index_   ? time_of(next_index_ - 1)
                                                             : epoch_ns_;
    const int64_t time_ns = moment_ns + parameters_.stamp_offset_ns;
    switch (parameters_.stamps) {
    case Stamps::realtime: return time_ns + clock_.ahead_ns(kernel::Clock::realtime);
    case Stamps::boottime: return time_ns + clock_.ahead_ns(kernel::Clock::boottime);
    case Stamps::own: return time_ns + own_clock_ahead_ns;
    case Stamps::monotonic:
    case Stamps::unknown: break;
    }
    return time_ns;
}

// Bytes in a plane of a frame that was cut short or came empty.
static void shorten(Buffer &buffer, const Layout &layout, const FrameFaults &faults)
{
    for (uint32_t plane = 0; plane < layout.format->memory_planes; ++plane) {
        Buffer::Plane &part = buffer.planes[plane];
        if (faults.empty)
            part.bytesused = part.data_offset = 0;
        else if (faults.short_bytes >= 0)
            part.bytesused = std::min(part.bytesused, static_cast<uint32_t>(faults.short_bytes));
    }
}

void Sensor::finish(BufferQueue &queue, const Layout &layout, const FrameFaults &faults)
{
    Buffer &buffer = queue.next_active();
    uint8_t *memory = queue.memory()->at(0);
    bool fits = true;
    const bool half = layout.field == V4L2_FIELD_ALTERNATE;  // both fields of a picture have its number
    buffer.sequence = half ? sequence_ / 2 : sequence_;
    buffer.field = !half ? layout.field : uint32_t{V4L2_FIELD_TOP} + sequence_ % 2;
    buffer.timestamp_ns = faults.timestamp_ns >= 0 ? faults.timestamp_ns : stamp();
    buffer.flags = faults.last ? V4L2_BUF_FLAG_LAST : 0;
    if (layout.format->arrangement == Arrangement::jpeg)
        fits = paint_jpeg(buffer, memory, layout);
    else
        paint(buffer, memory, layout);
    if (faults.corrupt) {
        // A stripe through the middle, as a lost packet leaves it.
        Buffer::Plane &plane = buffer.planes[0];
        std::memset(memory + plane.memory_offset + plane.bytesused / 2, 0xee, plane.bytesused / 16);
        buffer.drawn = false;
    }
    shorten(buffer, layout, faults);
    queue.complete(faults.corrupt || !fits);
}

void Sensor::paint(Buffer &buffer, uint8_t *memory, const Layout &layout)
{
    Canvas canvas{layout.format, layout.size, {}, {}};
    for (uint32_t plane = 0; plane < layout.format->colour_planes; ++plane) {
        const Layout::ColourPlane &colour = layout.colour[plane];
        canvas.plane[plane] = memory + buffer.planes[colour.memory_plane].memory_offset + colour.offset;
        canvas.stride[plane] = colour.stride;
    }
    if (buffer.drawn) {
        redraw(canvas, parameters_.scene, buffer.drawn_sequence, buffer.sequence);
    } else {
        for (uint32_t plane = 0; plane < layout.format->memory_planes; ++plane) {
            uint8_t *start = memory + buffer.planes[plane].memory_offset;
            std::memset(start, data_offset_byte, layout.memory[plane].data_offset);
            std::memset(start + layout.memory[plane].bytesused, padding_byte,
                        layout.memory[plane].sizeimage - layout.memory[plane].bytesused);
        }
        draw(canvas, parameters_.scene, buffer.sequence);
    }
    buffer.drawn = true;
    buffer.drawn_sequence = buffer.sequence;
}

// Empty if there is no encoder or no memory for it: a frame is drawn whenever its time has come, in a close as well, where nothing
// may be thrown.
const std::vector<uint8_t> &Sensor::encoded(const Layout &layout) noexcept
{
    auto &[picture, drawn_level] = encoded_[sequence_ % mjpeg_cycle];
    const uint32_t level = level_at(parameters_.scene.exposure, sequence_);
    if ((!picture.empty() && drawn_level == level) || !jpeg_)
        return picture;
    try {
        const PixelFormat *rgb = find_format(uint32_t{V4L2_PIX_FMT_RGB24});
        std::vector<uint8_t> pixels(size_t{layout.size.width} * layout.size.height * 3);
        Canvas canvas{rgb, layout.size, {pixels.data()}, {layout.size.width * 3}};
        draw_at_level(canvas, parameters_.scene.pattern, sequence_ % mjpeg_cycle, level);
        const std::vector<uint8_t> jpeg = jpeg_(pixels.data(), layout.size.width, layout.size.height);
        picture = with_sequence_comment(as_cameras_send(jpeg, parameters_.jpeg, sequence_));
        drawn_level = level;
    } catch (const std::bad_alloc &) {
        picture.clear();
    }
    return picture;
}

// False if the encoder made nothing, or more than the buffer holds.
bool Sensor::paint_jpeg(Buffer &buffer, uint8_t *memory, const Layout &layout)
{
    const std::vector<uint8_t> &picture = encoded(layout);
    Buffer::Plane &plane = buffer.planes[0];
    uint32_t offset = layout.memory[0].data_offset;
    plane.bytesused = 0;
    if (picture.empty() || picture.size() + offset > plane.length)
        return false;
    std::memset(memory + plane.memory_offset, data_offset_byte, offset);
    std::memcpy(memory + plane.memory_offset + offset, picture.data(), picture.size());
    set_sequence_comment(memory + plane.memory_offset + offset, buffer.sequence);
    plane.bytesused = offset + static_cast<uint32_t>(picture.size());
    return true;
}

void Sensor::forget_pictures()
{
    for (Encoded &picture : encoded_)
        picture.bytes.clear();
}

}  // namespace v4lxx::kernel::sim
