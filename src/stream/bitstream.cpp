#include "stream/bitstream.hpp"

#include "uapi/videodev2.hpp"

#include <algorithm>

namespace v4lxx::stream {

using kernel::Picture;

namespace {

constexpr size_t looked_at = 4096;  // parameter sets and messages before the first slice are smaller

// Bits of one NAL unit, without the bytes that only keep start codes out of it.
class Bits {
public:
    Bits(const uint8_t *data, size_t bytes) : data_(data), end_(data + bytes) {}

    bool ended() const { return ended_; }
    uint32_t bit()
    {
        if (left_ == 0 && !next_byte())
            return 0;
        left_--;
        return byte_ >> left_ & 1;
    }
    // ue(v) of H.264 and HEVC.
    uint32_t exp_golomb()
    {
        uint32_t zeros = 0;
        while (!ended_ && bit() == 0)
            zeros++;
        if (zeros > 31) {
            ended_ = true;
            return 0;
        }
        uint32_t value = 0;
        for (uint32_t i = 0; i < zeros; i++)
            value = value << 1 | bit();
        return (1u << zeros) - 1 + value;
    }

private:
    bool next_byte()
    {
        if (zeros_in_a_row_ >= 2 && data_ != end_ && *data_ == 3) {
            data_++;
            zeros_in_a_row_ = 0;
        }
        if (data_ == end_) {
            ended_ = true;
            return false;
        }
        byte_ = *data_++;
        zeros_in_a_row_ = byte_ == 0 ? zeros_in_a_row_ + 1 : 0;
        left_ = 8;
        return true;
    }

    const uint8_t *data_, *end_;
    uint32_t byte_ = 0, left_ = 0, zeros_in_a_row_ = 0;
    bool ended_ = false;
};

// Calls `look` with each NAL unit, which says whether to go on.
template <class Look>
void each_nal(const uint8_t *data, size_t bytes, Look look)
{
    for (size_t i = 0; i + 3 < bytes; i++)
        if (data[i] == 0 && data[i + 1] == 0 && data[i + 2] == 1) {
            i += 3;
            if (!look(data + i, bytes - i))
                return;
        }
}

Picture h264_slice(const uint8_t *nal, size_t bytes)
{
    if ((nal[0] & 0x1f) == 5)
        return Picture::key;
    Bits bits(nal + 1, bytes - 1);
    bits.exp_golomb();  // first_mb_in_slice
    const uint32_t type = bits.exp_golomb() % 5;
    if (bits.ended())
        return Picture::unknown;
    // An I slice is no place to begin decoding, and other slices of the picture may be P.
    return type == 0 ? Picture::predicted : type == 1 ? Picture::bidirectional : Picture::not_key;
}

Picture in_h264(const uint8_t *data, size_t bytes)
{
    Picture found = Picture::unknown;
    each_nal(data, bytes, [&](const uint8_t *nal, size_t left) {
        const uint32_t type = nal[0] & 0x1f;
        if (type < 1 || type > 5)
            return true;
        found = h264_slice(nal, left);
        return false;
    });
    return found;
}

// Whether a slice is P or B stands behind bits whose number only the parameter sets tell, which need not be in this buffer.
Picture in_hevc(const uint8_t *data, size_t bytes)
{
    Picture found = Picture::unknown;
    each_nal(data, bytes, [&](const uint8_t *nal, size_t) {
        const uint32_t type = nal[0] >> 1 & 0x3f;
        if (type >= 32)
            return true;
        found = type >= 16 && type <= 23 ? Picture::key : Picture::not_key;
        return false;
    });
    return found;
}

Picture in_vp9(const uint8_t *data, size_t bytes)
{
    Bits bits(data, bytes);
    if (bits.bit() != 1 || bits.bit() != 0)
        return Picture::unknown;
    const uint32_t profile = bits.bit() | bits.bit() << 1;
    if (profile == 3)
        bits.bit();
    if (bits.bit() == 1)  // show_existing_frame: no picture of its own
        return Picture::not_key;
    return bits.bit() == 0 ? Picture::key : Picture::not_key;
}

// One unit of AV1 (an OBU), and what comes behind it.
struct Av1Unit {
    uint32_t type = 0;
    const uint8_t *data = nullptr;
    size_t bytes = 0;  // of data, as far as it is looked at
};

// Bytes that the next unit takes; 0 if there is none.
size_t read_av1_unit(const uint8_t *data, size_t bytes, Av1Unit *out)
{
    if (bytes == 0 || (data[0] & 0x80) != 0)
        return 0;
    const bool has_extension = (data[0] & 4) != 0, has_size = (data[0] & 2) != 0;
    size_t at = has_extension ? 2 : 1;
    uint64_t size = 0;  // leb128
    bool more = has_size;
    for (unsigned shift = 0; more && at < bytes; shift += 7) {
        if (shift >= 56)
            return 0;
        size |= uint64_t{data[at] & 0x7fu} << shift;
        more = (data[at++] & 0x80) != 0;
    }
    if (more || at > bytes)
        return 0;
    const size_t left = bytes - at;
    *out = {data[0] >> 3 & 0xfu, data + at, has_size && size < left ? static_cast<size_t>(size) : left};
    return at + out->bytes;
}

// A key picture that is not shown yet is no place to begin: those between it and its showing lean on what was before.
Picture av1_frame(const Av1Unit &header, bool is_still)
{
    if (is_still)
        return Picture::key;
    if (header.bytes == 0)
        return Picture::unknown;
    const bool shows_existing = (header.data[0] & 0x80) != 0, is_shown = (header.data[0] & 0x10) != 0;
    const uint32_t type = header.data[0] >> 5 & 3;  // 0: key
    return !shows_existing && type == 0 && is_shown ? Picture::key : Picture::not_key;
}

Picture in_av1(const uint8_t *data, size_t bytes)
{
    constexpr uint32_t sequence_header = 1, frame_header = 3, frame = 6;
    bool is_still = false;  // reduced_still_picture_header: frame headers leave out what says so
    Av1Unit unit;
    for (size_t used; (used = read_av1_unit(data, bytes, &unit)) != 0; data += used, bytes -= used) {
        if (unit.type == sequence_header && unit.bytes != 0)
            is_still = (unit.data[0] & 8) != 0;
        if (unit.type == frame_header || unit.type == frame)
            return av1_frame(unit, is_still);
    }
    return Picture::unknown;
}

}  // namespace

Picture picture_in(uint32_t fourcc, const uint8_t *data, uint64_t bytes) noexcept
{
    const auto size = static_cast<size_t>(std::min<uint64_t>(bytes, looked_at));
    if (size == 0)
        return Picture::unknown;
    switch (fourcc) {
    case V4L2_PIX_FMT_MJPEG:
    case V4L2_PIX_FMT_JPEG: return Picture::key;
    case V4L2_PIX_FMT_H264: return in_h264(data, size);
    case V4L2_PIX_FMT_HEVC: return in_hevc(data, size);
    case V4L2_PIX_FMT_VP8: return (data[0] & 1) == 0 ? Picture::key : Picture::predicted;
    case V4L2_PIX_FMT_VP9: return in_vp9(data, size);
    case V4L2_PIX_FMT_AV1: return in_av1(data, size);
    default: return Picture::unknown;
    }
}

}  // namespace v4lxx::stream
