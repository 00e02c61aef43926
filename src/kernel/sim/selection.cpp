#include "kernel/sim/selection.hpp"

#include <algorithm>
#include <cerrno>

namespace v4lxx::kernel::sim {

namespace {

constexpr uint32_t max_width = 4096, max_height = 2160;
constexpr v4l2_rect smallest{0, 0, 16, 16}, largest{0, 0, max_width * 4, max_height * 4};

void resize(v4l2_rect &r, const v4l2_rect &size)
{
    r.width = size.width;
    r.height = size.height;
}

void grow_to(v4l2_rect &r, const v4l2_rect &least)
{
    r.width = std::max(r.width, least.width);
    r.height = std::max(r.height, least.height);
}

void shrink_to(v4l2_rect &r, const v4l2_rect &most)
{
    r.width = std::min(r.width, most.width);
    r.height = std::min(r.height, most.height);
}

void move_inside(v4l2_rect &r, const v4l2_rect &around)
{
    shrink_to(r, around);
    r.left = std::clamp(r.left, around.left, around.left + static_cast<int32_t>(around.width - r.width));
    r.top = std::clamp(r.top, around.top, around.top + static_cast<int32_t>(around.height - r.height));
}

bool same_size(const v4l2_rect &a, const v4l2_rect &b) { return a.width == b.width && a.height == b.height; }

v4l2_rect with_lines_times(v4l2_rect r, uint32_t factor)
{
    r.top *= static_cast<int32_t>(factor);
    r.height *= factor;
    return r;
}

v4l2_rect with_lines_by(v4l2_rect r, uint32_t factor)
{
    r.top /= static_cast<int32_t>(factor);
    r.height /= factor;
    return r;
}

// A side becomes even: upwards unless it must not grow, within the device's limit unless it must not shrink.
int even_side(uint32_t wanted, uint32_t flags, uint32_t most, uint32_t *side)
{
    uint32_t value = wanted & 0xffff;
    if ((flags & V4L2_SEL_FLAG_LE) == 0)
        value = std::max(value + 1, 2u);
    if ((flags & V4L2_SEL_FLAG_GE) == 0)
        value = std::min(value, most);
    value &= ~1u;
    if (value < 2 || value > most)
        return -ERANGE;
    *side = value;
    return 0;
}

int32_t even_corner(int32_t wanted, uint32_t side, uint32_t most)
{
    return std::min(std::max(wanted, 0) & 0xfffe, static_cast<int32_t>(most - side));
}

// What a device that works in pairs of pixels makes of a rectangle.
int adjust(uint32_t flags, v4l2_rect &r)
{
    constexpr uint32_t exactly = V4L2_SEL_FLAG_GE | V4L2_SEL_FLAG_LE;
    v4l2_rect even = r;
    if (even_side(r.width, flags, max_width, &even.width) < 0 || even_side(r.height, flags, max_height, &even.height) < 0)
        return -ERANGE;
    if ((flags & exactly) == exactly && !same_size(r, even))
        return -ERANGE;
    even.left = even_corner(r.left, even.width, max_width);
    even.top = even_corner(r.top, even.height, max_height);
    r = even;
    return 0;
}

}  // namespace

v4l2_rect Selection::whole() const { return {0, 0, source_.size.width, source_.size.height}; }

void Selection::follow(const Source &source)
{
    source_ = source;
    crop_ = whole();
    compose_ = frame_ = with_lines_by(crop_, fields());
}

Size Selection::frame_for(Size wanted) const
{
    if (!is_possible())
        return {source_.size.width, source_.size.height / fields()};
    v4l2_rect r = with_lines_times({0, 0, wanted.width, std::min(wanted.height, largest.height)}, fields());
    grow_to(r, smallest);
    shrink_to(r, largest);
    if (!parameters_.can_compose)
        shrink_to(r, whole());
    if (!parameters_.can_crop)
        grow_to(r, whole());
    return {r.width, r.height / fields()};
}

void Selection::set_frame(Size frame)
{
    const v4l2_rect in_frame{0, 0, frame.width, frame.height}, in_source = with_lines_times(in_frame, fields());
    frame_ = in_frame;
    if (!parameters_.can_compose) {
        resize(crop_, in_source);
        move_inside(crop_, whole());
        resize(compose_, with_lines_by(crop_, fields()));
        return;
    }
    if (parameters_.can_crop) {
        shrink_to(crop_, in_source);
        move_inside(crop_, whole());
        resize(compose_, with_lines_by(crop_, fields()));
    }
    move_inside(compose_, in_frame);
}

// The order of V4L2: no such call, wrong type, not at this input, no such rectangle.
int Selection::check(const v4l2_selection &arg) const
{
    if (!parameters_.can_crop && !parameters_.can_compose)
        return -ENOTTY;
    if (arg.type != V4L2_BUF_TYPE_VIDEO_CAPTURE && arg.type != V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE)
        return -EINVAL;
    if (source_.is_camera)
        return -ENODATA;
    const bool of_crop = arg.target <= V4L2_SEL_TGT_CROP_BOUNDS;
    const bool of_compose = arg.target >= V4L2_SEL_TGT_COMPOSE && arg.target <= V4L2_SEL_TGT_COMPOSE_BOUNDS;
    return (of_crop && parameters_.can_crop) || (of_compose && parameters_.can_compose) ? 0 : -EINVAL;
}

int Selection::get(v4l2_selection &arg) const
{
    if (int rc = check(arg); rc < 0)
        return rc;
    switch (arg.target) {
    case V4L2_SEL_TGT_CROP: arg.r = crop_; break;
    case V4L2_SEL_TGT_CROP_DEFAULT:
    case V4L2_SEL_TGT_CROP_BOUNDS: arg.r = whole(); break;
    case V4L2_SEL_TGT_COMPOSE: arg.r = compose_; break;
    case V4L2_SEL_TGT_COMPOSE_DEFAULT: arg.r = frame_; break;
    default: arg.r = largest; break;
    }
    return 0;
}

int Selection::set(v4l2_selection &arg, bool busy)
{
    if (int rc = check(arg); rc < 0)
        return rc;
    if (arg.target != V4L2_SEL_TGT_CROP && arg.target != V4L2_SEL_TGT_COMPOSE)
        return -EINVAL;
    if (int rc = adjust(arg.flags, arg.r); rc < 0)
        return rc;
    grow_to(arg.r, smallest);
    if (arg.target == V4L2_SEL_TGT_COMPOSE) {
        set_compose(arg.r);
        arg.r = compose_;
        return 0;
    }
    if (int rc = set_crop(arg.r, busy); rc < 0)
        return rc;
    arg.r = crop_;
    return 0;
}

int Selection::set_crop(v4l2_rect r, bool busy)
{
    move_inside(r, whole());
    r = with_lines_by(r, fields());
    v4l2_rect frame = r;
    frame.left = frame.top = 0;
    if (parameters_.can_compose)
        grow_to(frame, frame_);
    if (busy && !same_size(frame, frame_))
        return -EBUSY;
    frame_ = frame;
    resize(compose_, r);
    move_inside(compose_, frame_);
    crop_ = with_lines_times(r, fields());
    return 0;
}

void Selection::set_compose(v4l2_rect r)
{
    shrink_to(r, frame_);
    if (parameters_.can_crop) {
        v4l2_rect taken = with_lines_times(r, fields());
        shrink_to(taken, whole());
        resize(crop_, taken);
        move_inside(crop_, whole());
        r = with_lines_by(taken, fields());
    } else {
        resize(r, with_lines_by(whole(), fields()));
    }
    move_inside(r, frame_);
    compose_ = r;
}

}  // namespace v4lxx::kernel::sim
