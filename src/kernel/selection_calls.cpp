#include "kernel/selection_calls.hpp"

#include "kernel/checks.hpp"
#include "kernel/format_calls.hpp"
#include "kernel/kernel_failure.hpp"

namespace v4lxx::kernel {

static constexpr int32_t farthest = 1 << 20;  // of a corner: right and bottom edges stay far from where 32 bits end

// A rectangle that somebody adds up or compares: no empty one, none beyond all pictures. Corners may be negative (a default
// rectangle may lie outside the bounds of an analog picture).
static Result<Rectangle> checked(const v4l2_rect &raw, unsigned long request)
{
    if (raw.width == 0 || raw.width > max_side)
        return impossible(Code::value_impossible, request, "width", raw.width, "a rectangle is 1 to 65535 pixels wide");
    if (raw.height == 0 || raw.height > max_side)
        return impossible(Code::value_impossible, request, "height", raw.height, "a rectangle is 1 to 65535 pixels high");
    if (raw.left < -farthest || raw.left > farthest)
        return impossible(Code::value_impossible, request, "left", static_cast<uint32_t>(raw.left), "beyond all pictures");
    if (raw.top < -farthest || raw.top > farthest)
        return impossible(Code::value_impossible, request, "top", static_cast<uint32_t>(raw.top), "beyond all pictures");
    return Rectangle{raw.left, raw.top, raw.width, raw.height};
}

// The type is that of the single-planar API in both APIs (documented since Linux 4.13; some drivers know no other).
static Result<Rectangle> ask(Node &node, unsigned long request, uint32_t target, uint32_t flags, const Rectangle &rectangle)
{
    v4l2_selection raw{};
    raw.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    raw.target = target;
    raw.flags = flags;
    raw.r.left = rectangle.left;
    raw.r.top = rectangle.top;
    raw.r.width = rectangle.width;
    raw.r.height = rectangle.height;
    if (int rc = node.ioctl(request, &raw); rc < 0)
        return kernel_failure(rc, request);
    return checked(raw.r, request);
}

Result<Rectangle> get_selection(Node &node, uint32_t target) { return ask(node, VIDIOC_G_SELECTION, target, 0, {}); }

Result<Rectangle> set_selection(Node &node, uint32_t target, uint32_t flags, const Rectangle &wanted)
{
    return ask(node, VIDIOC_S_SELECTION, target, flags, wanted);
}

}  // namespace v4lxx::kernel
