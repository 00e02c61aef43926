// What cameras send as MJPEG: made complete, decoded, encoded again. The first two bytes are the negotiated size.
#include "image/motion_jpeg.hpp"
#include "image/jpeg.hpp"
#include "pipeline/picture.hpp"
#include "support/input.hpp"
#include "support/require.hpp"

#include "data/pixel_format.hpp"

#include <vector>

using namespace v4lxx;
using namespace v4lxx::fuzz;

static void make_picture(const pipeline::PictureView &view, pipeline::ImageType type)
{
    auto encoded = pipeline::encode(view, type, 0);
    if (encoded)
        REQUIRE(!encoded->empty());
    else
        REQUIRE(!encoded.failure().message().empty());
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Input bytes(data, size);
    const uint32_t width = bytes.byte() * 2u, height = bytes.byte() * 2u;
    const std::vector<uint8_t> jpeg(bytes.rest(), bytes.rest() + bytes.left());  // exactly as long as it is
    auto complete = image::complete_jpeg(jpeg.data(), jpeg.size(), width, height);
    if (complete) {
        REQUIRE(complete->width <= width + 15 && complete->height <= height + 15);
        REQUIRE(complete->bytes.size() <= jpeg.size() + 420);
        auto decoded = image::decode_jpeg(complete->bytes, complete->width, complete->height);
        if (decoded)
            REQUIRE(decoded->width == complete->width && decoded->height == complete->height);
    }
    pipeline::PictureView view;
    view.fourcc = data::fourcc_of("MJPEG");
    view.width = width;
    view.height = height;
    view.plane_count = 1;
    view.planes[0] = {jpeg.data(), jpeg.size(), 0};
    make_picture(view, pipeline::ImageType::png);
    make_picture(view, pipeline::ImageType::jpeg);
    return 0;
}
