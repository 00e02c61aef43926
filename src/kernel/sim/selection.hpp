// The crop and compose rectangles of a simulated device, as vivid has them without its scaler: the part that is taken is as large as
// the part of the frame it is put into.
#pragma once

#include "kernel/sim/source.hpp"

namespace v4lxx::kernel::sim {

class Selection {
public:
    explicit Selection(const InputParameters &parameters) : parameters_(parameters) {}

    void follow(const Source &source);  // everything is shown again
    bool is_possible() const { return (parameters_.can_crop || parameters_.can_compose) && !source_.is_camera; }
    // The frame that is granted for a wish, and what becomes of the rectangles when it is set.
    Size frame_for(Size wanted) const;
    void set_frame(Size frame);
    Size frame() const { return {frame_.width, frame_.height}; }

    // `busy`: buffers exist, so the frame must keep its size. *arg is as the core hands it on.
    int get(v4l2_selection &arg) const;
    int set(v4l2_selection &arg, bool busy);

private:
    int check(const v4l2_selection &arg) const;
    int set_crop(v4l2_rect r, bool busy);
    void set_compose(v4l2_rect r);
    uint32_t fields() const { return source_.field == V4L2_FIELD_ALTERNATE ? 2 : 1; }
    v4l2_rect whole() const;  // of the source

    const InputParameters &parameters_;
    Source source_;
    v4l2_rect crop_{}, compose_{}, frame_{};  // crop in lines of whole pictures, the others in lines of the frame
};

}  // namespace v4lxx::kernel::sim
