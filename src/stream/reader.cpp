#include "stream/reader.hpp"

#include <algorithm>
#include <cstring>

namespace v4lxx::stream {

void Reader::begin(Ref<Frame> frame)
{
    frame_ = std::move(frame);
    plane_ = 0;
    offset_ = 0;
    left_ = frame_->bytes();
}

size_t Reader::copy(void *buffer, size_t size, Counter &copied_planes)
{
    auto *out = static_cast<uint8_t *>(buffer);
    size_t done = 0;
    while (done < size && left_ > 0) {
        const ColourPlane &plane = frame_->plane(plane_);
        const auto part = static_cast<size_t>(std::min<uint64_t>(size - done, plane.bytes - offset_));
        if (part != 0)
            std::memcpy(out + done, plane.data + offset_, part);
        done += part;
        offset_ += part;
        left_ -= part;
        if (offset_ == plane.bytes) {
            if (plane.bytes != 0)
                copied_planes.add();
            plane_++;
            offset_ = 0;
        }
    }
    if (left_ == 0)
        drop();
    return done;
}

}  // namespace v4lxx::stream
