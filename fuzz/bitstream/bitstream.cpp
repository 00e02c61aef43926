// What kind of picture compressed data holds is read from bytes that a device made. The first byte says which format they are taken for.
#include "stream/bitstream.hpp"
#include "support/require.hpp"
#include "uapi/videodev2.hpp"

#include <iterator>
#include <vector>

using namespace v4lxx;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr uint32_t formats[] = {V4L2_PIX_FMT_H264, V4L2_PIX_FMT_HEVC, V4L2_PIX_FMT_VP8, V4L2_PIX_FMT_VP9, V4L2_PIX_FMT_AV1};
    if (size == 0)
        return 0;
    const uint32_t format = formats[data[0] % std::size(formats)];
    const std::vector<uint8_t> bytes(data + 1, data + size);
    const kernel::Picture said = stream::picture_in(format, bytes.data(), bytes.size());
    REQUIRE(said <= kernel::Picture::not_key);
    // Bytes beyond what is looked at change nothing.
    if (bytes.size() > 4096)
        REQUIRE(stream::picture_in(format, bytes.data(), 4096) == said);
    return 0;
}
