// Key, P and B from the first bytes of compressed data (bar 11e). The bytes are written by hand after the specifications.
#include "support/check.hpp"

#include "stream/bitstream.hpp"
#include "uapi/videodev2.hpp"

#include <vector>

using v4lxx::kernel::Picture;
using v4lxx::stream::picture_in;

using Bytes = std::vector<uint8_t>;

static void expect(Picture wanted, uint32_t fourcc, const Bytes &bytes)
{
    // Every shorter part answers too, and is read no further than it goes: from memory of its own, which a sanitizer guards.
    for (size_t size = 0; size < bytes.size(); size++) {
        const Bytes part(bytes.begin(), bytes.begin() + static_cast<ptrdiff_t>(size));
        picture_in(fourcc, part.data(), part.size());
    }
    assert_int_equal(picture_in(fourcc, bytes.data(), bytes.size()), wanted);
}

static Bytes operator+(Bytes a, const Bytes &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

static const Bytes start{0, 0, 0, 1};

static void bar11e_H264_says_key_P_and_B_in_its_first_slice(void **)
{
    const Bytes parameters = start + Bytes{0x67, 0x42, 0x00, 0x1f, 0x8c} + start + Bytes{0x68, 0xce, 0x38, 0x80} + start +
                             Bytes{0x06, 5, 1, 0, 0x80};
    expect(Picture::key, V4L2_PIX_FMT_H264, parameters + start + Bytes{0x65, 0x88, 0x84, 0x00});
    // first_mb_in_slice 0 is the bit 1; slice_type ue(v): 0 is 1, 1 is 010, 2 is 011, 5 is 00110, 6 is 00111, 7 is 0001000
    expect(Picture::predicted, V4L2_PIX_FMT_H264, start + Bytes{0x41, 0b11000000});
    expect(Picture::bidirectional, V4L2_PIX_FMT_H264, start + Bytes{0x01, 0b10100000});
    expect(Picture::not_key, V4L2_PIX_FMT_H264, start + Bytes{0x41, 0b10110000});
    expect(Picture::predicted, V4L2_PIX_FMT_H264, parameters + Bytes{0, 0, 1, 0x41, 0b10011000});
    expect(Picture::bidirectional, V4L2_PIX_FMT_H264, start + Bytes{0x41, 0b10011100});
    // first_mb_in_slice of 2^17: seventeen zeros, in which the encoder has put a 3 after two whole bytes of them
    expect(Picture::predicted, V4L2_PIX_FMT_H264, start + Bytes{0x41, 0x00, 0x00, 0x03, 0b01000000, 0x00, 0x00, 0b01100000});
    expect(Picture::unknown, V4L2_PIX_FMT_H264, parameters);
    expect(Picture::unknown, V4L2_PIX_FMT_H264, Bytes(5000, 0));
    expect(Picture::unknown, V4L2_PIX_FMT_H264, Bytes(5000, 0) + start + Bytes{0x65, 0x88});  // beyond what is looked at
}

static void bar11e_HEVC_says_key_or_not(void **)
{
    const Bytes parameters =
        start + Bytes{0x40, 0x01, 0x0c} + start + Bytes{0x42, 0x01, 0x01} + start + Bytes{0x44, 0x01, 0xc1};
    expect(Picture::key, V4L2_PIX_FMT_HEVC, parameters + start + Bytes{19 << 1, 0x01, 0xaf});
    expect(Picture::key, V4L2_PIX_FMT_HEVC, start + Bytes{21 << 1, 0x01, 0xaf});
    expect(Picture::not_key, V4L2_PIX_FMT_HEVC, start + Bytes{1 << 1, 0x01, 0xd0});
    expect(Picture::unknown, V4L2_PIX_FMT_HEVC, parameters);
}

static void bar11e_VP8_and_VP9_say_it_in_their_first_byte(void **)
{
    expect(Picture::key, V4L2_PIX_FMT_VP8, {0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a});
    expect(Picture::predicted, V4L2_PIX_FMT_VP8, {0x31, 0x02, 0x00});
    expect(Picture::key, V4L2_PIX_FMT_VP9, {0b10000010, 0x49, 0x83});  // marker, profile 0, no existing frame, key
    expect(Picture::not_key, V4L2_PIX_FMT_VP9, {0b10000110, 0x00});    // frame_type 1
    expect(Picture::not_key, V4L2_PIX_FMT_VP9, {0b10001000});          // shows a frame that exists
    expect(Picture::key, V4L2_PIX_FMT_VP9, {0b10110000, 0b10000000});  // profile 3 has one bit more
    expect(Picture::unknown, V4L2_PIX_FMT_VP9, {0b01000010, 0x49});    // no marker
}

// A unit of AV1 with its size in one byte: forbidden 0, type, no extension, has a size, reserved 0.
static Bytes unit(uint8_t type, const Bytes &content)
{
    return Bytes{static_cast<uint8_t>(type << 3 | 2), static_cast<uint8_t>(content.size())} + content;
}

static void bar11e_AV1_says_it_in_its_first_frame_header(void **)
{
    const Bytes delimiter = unit(2, {}), metadata = unit(5, {1, 0x7f}), padding = unit(15, {0x80});
    const Bytes sequence = unit(1, {0b00000000, 0x00, 0x00, 0x42}), still = unit(1, {0b00011000, 0x42});
    // A frame begins with show_existing_frame, two bits of its type and show_frame.
    const Bytes key = unit(6, {0b00010000, 0x55}), inter = unit(6, {0b00110000, 0x55});
    const auto code = V4L2_PIX_FMT_AV1;
    expect(Picture::key, code, delimiter + sequence + key);
    expect(Picture::key, code, delimiter + sequence + metadata + padding + key + inter);
    expect(Picture::key, code, sequence + unit(3, {0b00010000}) + unit(4, {0x55}));
    expect(Picture::not_key, code, delimiter + inter);
    expect(Picture::not_key, code, delimiter + inter + key);                   // the first one says it
    expect(Picture::not_key, code, delimiter + unit(6, {0b01010000}));         // intra only: what was before is kept
    expect(Picture::not_key, code, delimiter + unit(6, {0b01110000}));         // switch
    expect(Picture::not_key, code, delimiter + unit(3, {0b10000000}));         // shows a frame that exists
    expect(Picture::not_key, code, sequence + unit(6, {0b00000000}) + inter);  // a key picture that is shown later
    expect(Picture::key, code, still + unit(6, {0b11111111}));                 // a still picture has none of these bits
    expect(Picture::key, code, Bytes{0b00001110, 0b00100000, 1, 0x00, 0b00110100, 0b00100000, 0b00010000});  // with extensions
    expect(Picture::key, code, Bytes{0b00110000, 0b00010000, 0x55});                    // without a size: to the end
    expect(Picture::key, code, Bytes{0b00110010, 0x80 | 0x7f, 0x7f, 0b00010000});       // a size beyond what came
    expect(Picture::key, code, Bytes{0b01111010, 0x83, 0x80, 0x00, 1, 2, 0x80} + key);  // leb128 may be longer than it need be
}

static void bar11e_what_is_no_AV1_says_nothing(void **)
{
    const Bytes key = unit(6, {0b00010000, 0x55});
    const auto code = V4L2_PIX_FMT_AV1;
    expect(Picture::unknown, code, unit(2, {}) + unit(1, {0x00, 0x00}));       // no picture yet
    expect(Picture::unknown, code, Bytes{0x80 | 0b00110010, 1, 0b00010000});   // the forbidden bit
    expect(Picture::unknown, code, unit(6, {}));                               // a frame without a byte
    expect(Picture::unknown, code, Bytes{0b01111010} + Bytes(9, 0xff) + key);  // a size of more than eight bytes
    expect(Picture::unknown, code, Bytes{0b01111010, 0x7f} + key);             // padding over all the rest
    expect(Picture::unknown, code, Bytes{0b01111010, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f} + key);
    expect(Picture::unknown, code, Bytes(5000, 0));
    expect(Picture::unknown, code, Bytes{0b01111010, 0x88, 0x27} + Bytes(5000, 1) + key);  // beyond what is looked at
}

static void bar11e_MJPEG_is_always_key_and_what_is_not_known_says_nothing(void **)
{
    expect(Picture::key, V4L2_PIX_FMT_MJPEG, {0xff, 0xd8});
    expect(Picture::key, V4L2_PIX_FMT_JPEG, {0xff, 0xd8});
    expect(Picture::unknown, V4L2_PIX_FMT_MJPEG, {});
    expect(Picture::unknown, V4L2_PIX_FMT_MPEG2, {0, 0, 1, 0xb3});
    expect(Picture::unknown, V4L2_PIX_FMT_YUYV, {0, 0, 1, 0x65});
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar11e_H264_says_key_P_and_B_in_its_first_slice),
        cmocka_unit_test(bar11e_HEVC_says_key_or_not),
        cmocka_unit_test(bar11e_VP8_and_VP9_say_it_in_their_first_byte),
        cmocka_unit_test(bar11e_AV1_says_it_in_its_first_frame_header),
        cmocka_unit_test(bar11e_what_is_no_AV1_says_nothing),
        cmocka_unit_test(bar11e_MJPEG_is_always_key_and_what_is_not_known_says_nothing),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
