#include "cli/frame_writer.hpp"

namespace v4lxx::cli {

void write_raw(OutputFile &output, const Frame &frame)
{
    constexpr uint32_t most_planes = 4;
    for (uint32_t plane = 0; plane < most_planes; ++plane) {
        size_t size_bytes = 0;
        const void *data = v4lxx_frame_get_plane_data(frame.get(), plane, &size_bytes);
        if (data != nullptr)
            output.write(data, size_bytes);
    }
}

v4lxx_status encode(const Frame &frame, v4lxx_image_type type, Bytes &picture, Details &details)
{
    v4lxx_bytes *bytes = nullptr;
    const v4lxx_status status = v4lxx_frame_encode(frame.get(), type, nullptr, &bytes, details.out());
    picture.reset(bytes);
    return status;
}

void write_bytes(OutputFile &output, const Bytes &bytes)
{
    size_t size_bytes = 0;
    const void *data = v4lxx_bytes_get_data(bytes.get(), &size_bytes);
    output.write(data, size_bytes);
}

}  // namespace v4lxx::cli
