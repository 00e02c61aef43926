// Formats, sizes and frame rates of a simulated camera: what is enumerated, and how a wish becomes what the device will do.
#pragma once

#include "kernel/sim/selection.hpp"
#include "uapi/videodev2.hpp"

namespace v4lxx::kernel::sim {

class Negotiation {
public:
    explicit Negotiation(const Parameters &parameters) : parameters_(parameters), selection_(parameters.inputs) { reset(); }

    void reset();  // what a device has when it is plugged in
    const Layout &layout() const { return layout_; }
    Interval interval() const;          // from frame to frame: half of a picture's if it comes as two
    void follow(const Source &source);  // another input, standard or timings

    // The ioctls; `busy`: buffers exist, so the format is fixed.
    int enum_fmt(v4l2_fmtdesc &arg) const;
    int enum_framesizes(v4l2_frmsizeenum &arg) const;
    int enum_frameintervals(v4l2_frmivalenum &arg) const;
    int g_fmt(v4l2_format &arg) const;
    int try_fmt(v4l2_format &arg) const;
    int s_fmt(v4l2_format &arg, bool busy);
    int g_parm(v4l2_streamparm &arg) const;
    int s_parm(v4l2_streamparm &arg);
    int g_selection(v4l2_selection &arg) const { return selection_.get(arg); }
    int s_selection(v4l2_selection &arg, bool busy);

private:
    bool is_right_type(uint32_t type) const;
    const PixelFormat *offered(uint32_t fourcc) const;
    int enum_source_interval(v4l2_frmivalenum &arg) const;
    void set_size(Size size);
    Size nearest_size(Size wanted) const;
    Interval nearest_interval(Interval wanted) const;
    Layout negotiate(const v4l2_format &wanted) const;
    void report(const Layout &layout, v4l2_format &arg) const;
    std::vector<Interval> make_intervals() const;

    const Parameters &parameters_;
    std::vector<Interval> intervals_;  // from the slowest to the fastest
    Layout layout_;
    Interval interval_;
    Source source_;
    Selection selection_;  // of sources that are no camera
    Size camera_size_;     // what a camera had, for when it is selected again
    Interval camera_interval_;
};

}  // namespace v4lxx::kernel::sim
