/* SPDX-License-Identifier: MIT */
/** @file Frames and the pictures made of them. Part of <v4lxx/v4lxx.hpp>. */
#ifndef V4LXX_CPP_FRAME_HPP
#define V4LXX_CPP_FRAME_HPP

#include <v4lxx/cpp/error.hpp>
#include <v4lxx/cpp/handle.hpp>

#include <v4lxx/clock.h>
#include <v4lxx/frame.h>
#include <v4lxx/held.h>
#include <v4lxx/image.h>
#include <v4lxx/pixel_format.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <span>
#include <stdexcept>

namespace v4lxx {

/** The code of four characters: `fourcc("YUYV")`. */
constexpr std::uint32_t fourcc(const char (&characters)[5]) noexcept
{
    std::uint32_t code = 0;
    for (int i = 3; i >= 0; i--)
        code = code << 8 | static_cast<unsigned char>(characters[i]);
    return code;
}

/** The four characters of a code; those that cannot be printed as '.'. */
inline std::string fourcc_name(std::uint32_t code)
{
    std::string name;
    for (int i = 0; i < 4; i++, code >>= 8) {
        const char character = static_cast<char>(code & 0x7f);
        name += character >= ' ' && character <= '~' ? character : '.';
    }
    return name;
}

/** Facts of a pixel format. */
using PixelFormatInfo = Versioned<v4lxx_pixel_format_info>;

/** Facts of a pixel format; NOT_FOUND if the table does not have it. Does not throw. */
inline Result<PixelFormatInfo> describe_pixel_format(std::nothrow_t, std::uint32_t code) noexcept
{
    return detail::read<PixelFormatInfo>(v4lxx_pixel_format_describe, code);
}
/** Facts of a pixel format. @throws Error */
inline PixelFormatInfo describe_pixel_format(std::uint32_t code) { return describe_pixel_format(std::nothrow, code).value(); }

/** Bytes of an encoded picture. A copy is one more reference of the same bytes. */
class Bytes : public Shared<v4lxx_bytes, v4lxx_bytes_ref, v4lxx_bytes_unref> {
public:
    using Shared::Shared;

    /** The bytes, good as long as one reference. */
    [[nodiscard]] std::span<const std::byte> data() const noexcept
    {
        std::size_t size = 0;
        const void *first = v4lxx_bytes_get_data(get(), &size);
        return {static_cast<const std::byte *>(first), size};
    }
};

/** How a picture is encoded; zero is the default. */
struct ImageOptions {
    std::uint32_t quality = 0; /**< JPEG: 1 to 100; 0 is 90 */
};

/** All that is known of a frame: see ::v4lxx_frame_info. */
using FrameInfo = Versioned<v4lxx_frame_info>;

/** A time by another clock, and how exact it is: see ::v4lxx_converted_time. */
using ConvertedTime = Versioned<v4lxx_converted_time>;

/** The colour planes of a frame, where they are: no copy. Good as long as a reference of the frame. */
class Planes {
public:
    /** A frame's; none of an empty frame. */
    explicit Planes(const v4lxx_frame *frame) noexcept
    {
        while (count_ < planes_.size()) {
            std::size_t size = 0;
            const void *first = v4lxx_frame_get_plane_data(frame, static_cast<std::uint32_t>(count_), &size);
            if (first == nullptr)
                break;
            planes_[count_++] = {static_cast<const std::byte *>(first), size};
        }
    }

    /** Number of planes, 1 to 4. */
    [[nodiscard]] std::size_t size() const noexcept { return count_; }
    /** The first plane. */
    [[nodiscard]] const std::span<const std::byte> *begin() const noexcept { return planes_.data(); }
    /** Behind the last plane. */
    [[nodiscard]] const std::span<const std::byte> *end() const noexcept { return planes_.data() + count_; }

private:
    std::array<std::span<const std::byte>, 4> planes_{};
    std::size_t count_ = 0;
};

/** One frame. Its bytes stay readable until the last reference goes, whatever happens to stream, device or cable; that gives the buffer
 * back to the driver, from any thread. A copy is one more reference of the same frame, not of its bytes. */
class Frame : public Shared<v4lxx_frame, v4lxx_frame_ref, v4lxx_frame_unref> {
public:
    using Shared::Shared;

    /** One more reference of a frame that the C API lent. */
    [[nodiscard]] static Frame borrow(v4lxx_frame *frame) noexcept { return Frame(v4lxx_frame_ref(frame)); }

    /** All that is known of the frame, by one call. @throws Error if the frame is empty. */
    [[nodiscard]] FrameInfo info() const
    {
        FrameInfo out;  // written where the caller has it: a Result would copy 248 bytes four times for each frame
        v4lxx_error *error = nullptr;
        detail::demand(v4lxx_frame_read_info(get(), &out, &error), error);
        return out;
    }
    /** The same, does not throw. */
    [[nodiscard]] Result<FrameInfo> info(std::nothrow_t) const noexcept
    {
        return detail::read<FrameInfo>(v4lxx_frame_read_info, get());
    }

    /** Pixels across. Each of these asks for info(); whoever needs several takes that. @throws Error if the frame is empty. */
    [[nodiscard]] std::uint32_t width() const { return info().width; }
    /** Pixels down. @throws Error if the frame is empty. */
    [[nodiscard]] std::uint32_t height() const { return info().height; }
    /** Pixel format code. @throws Error if the frame is empty. */
    [[nodiscard]] std::uint32_t fourcc() const { return info().fourcc; }
    /** Number since start, from 0; gaps are frames the driver dropped. @throws Error if the frame is empty. */
    [[nodiscard]] std::uint32_t sequence() const { return info().sequence; }
    /** The time stamp, in the time of `info().stamp_clock`. @throws Error if the frame is empty. */
    [[nodiscard]] std::chrono::nanoseconds timestamp() const { return std::chrono::nanoseconds(info().timestamp_ns); }

    /** The time stamp by another clock, such as V4LXX_CLOCK_REALTIME. @throws Error where the clock of the stamp is not known */
    [[nodiscard]] ConvertedTime convert_time(v4lxx_clock to) const { return convert_time(std::nothrow, to).value(); }
    [[nodiscard]] Result<ConvertedTime> convert_time(std::nothrow_t, v4lxx_clock to) const noexcept
    {
        return detail::read<ConvertedTime>(v4lxx_frame_convert_time, get(), to);
    }

    /** The bytes of one colour plane, from 0; no copy, good as long as a reference. @throws std::out_of_range */
    [[nodiscard]] std::span<const std::byte> plane(std::size_t index) const
    {
        std::size_t size = 0;
        const void *first = index < 4 ? v4lxx_frame_get_plane_data(get(), static_cast<std::uint32_t>(index), &size) : nullptr;
        if (first == nullptr)
            throw std::out_of_range("the frame has no plane of this number");
        return {static_cast<const std::byte *>(first), size};
    }
    /** All colour planes. */
    [[nodiscard]] Planes planes() const noexcept { return Planes(get()); }

    /** Says who has the frame, for Stream::list_held(): a number of the program's own. */
    void set_holder(std::uint64_t holder) noexcept { v4lxx_frame_set_holder(get(), holder); }

    /** Encodes the frame to memory: V4LXX_IMAGE_PNG or V4LXX_IMAGE_JPEG. @throws Error */
    [[nodiscard]] Bytes encode(v4lxx_image_type type, const ImageOptions &options = {}) const
    {
        return encode(std::nothrow, type, options).value();
    }
    /** The same, does not throw. */
    [[nodiscard]] Result<Bytes> encode(std::nothrow_t, v4lxx_image_type type, const ImageOptions &options = {}) const noexcept
    {
        Versioned<v4lxx_image_options> raw;
        raw.quality = options.quality;
        return detail::take<Bytes>(v4lxx_frame_encode, get(), type, &raw);
    }
    /** How bright the frame is, 0 to 65535. @throws Error */
    [[nodiscard]] std::uint32_t measure_luma() const { return measure_luma(std::nothrow).value(); }
    /** The same, does not throw. */
    [[nodiscard]] Result<std::uint32_t> measure_luma(std::nothrow_t) const noexcept
    {
        return detail::read<std::uint32_t>(v4lxx_frame_measure_luma, get());
    }
};

/** Whether the exposure of a camera has settled after its start: see ::v4lxx_settling. Of one thread at a time. */
class Settling {
public:
    /** At most so many frames and so much time; 0 is 15 frames and 1 s. */
    explicit Settling(std::uint32_t most_frames = 0, std::chrono::nanoseconds most_time = {}) noexcept
    {
        raw_.most_frames = most_frames;
        raw_.most_ns = most_time.count();
    }
    /** Adds the next frame of a stream and tells one of ::v4lxx_settling_state_values. @throws Error */
    v4lxx_settling_state add_frame(const Frame &frame) { return add_frame(std::nothrow, frame).value(); }
    /** The same, does not throw. */
    Result<v4lxx_settling_state> add_frame(std::nothrow_t, const Frame &frame) noexcept
    {
        return {detail::call(v4lxx_settling_add_frame, &raw_, frame.get()), raw_.state};
    }
    /** All that is known so far. */
    [[nodiscard]] const v4lxx_settling &raw() const noexcept { return raw_; }

private:
    Versioned<v4lxx_settling> raw_;
};

}  // namespace v4lxx

#endif
