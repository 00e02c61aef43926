// The controls of a simulated camera, kept and answered as Linux 6.12's v4l2-ctrls does it: the same order of errors, the same
// rounding, the same error_idx. No control changes the picture: a frame is a function of format, size and sequence number alone.
#pragma once

#include "uapi/videodev2.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace v4lxx::kernel::sim {

// Which controls a device has. uvc: those of camera, but a set of an inactive control is EACCES, as uvcvideo answers it.
enum class ControlChoice : uint8_t { camera, uvc, none };

// One control: its description, which never changes, and its state.
struct ControlModel {
    uint32_t id;
    uint32_t type;
    const char *name;
    int64_t minimum = 0, maximum = 0;
    uint64_t step = 0;
    int64_t default_value = 0;
    uint32_t flags = 0;
    std::vector<const char *> items = {};     // of a menu; "" is a hole
    std::vector<int64_t> integer_items = {};  // of an integer menu
    uint64_t skip_mask = 0;                   // items that the menu leaves out
    std::vector<uint32_t> dimensions = {};    // of an array

    int64_t value = 0;
    std::string text = {};
    std::vector<uint8_t> bytes = {};

    bool is_array() const { return !dimensions.empty(); }
    bool is_compound() const { return is_array() || type >= V4L2_CTRL_COMPOUND_TYPES; }
    bool is_string() const { return type == V4L2_CTRL_TYPE_STRING; }
    bool has_payload() const { return is_compound() || is_string(); }
    // What G_CTRL and S_CTRL can hold.
    bool is_int() const { return !has_payload() && type != V4L2_CTRL_TYPE_INTEGER64; }
    uint32_t element_size() const;
    uint32_t elements() const;
};

class Controls {
public:
    Controls(ControlChoice choice, bool dynamic_framerate);

    bool exist() const { return !models_.empty(); }
    static bool is_control_call(unsigned long request);
    // Whether the kernel hands the argument back although the call failed: error_idx says what was wrong.
    static bool answers_on_failure(unsigned long request);
    // A call of is_control_call(); streaming grabs some controls.
    int answer(unsigned long request, void *argument, bool streaming);
    // Continues an enumeration that is over, for drivers that never say so.
    int answer_beyond_the_end(unsigned long request, void *argument);
    void reset();  // plugged in again
    // The value of a control that is no string and no array; 0 if there is none.
    int64_t value(uint32_t id) const;
    void note_exposure(int64_t value);  // what the automatic exposure has come to

private:
    int query_ext(v4l2_query_ext_ctrl &arg) const;
    int query(v4l2_queryctrl &arg) const;
    int query_menu(v4l2_querymenu &arg) const;
    int get(v4l2_control &arg) const;
    int set(v4l2_control &arg);
    int get_ext(v4l2_ext_controls &arg, std::vector<v4l2_ext_control> &controls) const;
    int set_ext(v4l2_ext_controls &arg, std::vector<v4l2_ext_control> &controls, bool set);
    int with_array(unsigned long request, v4l2_ext_controls &arg);
    int prepare(v4l2_ext_controls &arg, std::vector<v4l2_ext_control> &controls, bool get) const;
    int check_class(uint32_t which) const;
    int check_settable(v4l2_ext_controls &arg, std::vector<v4l2_ext_control> &controls, bool set) const;
    bool is_refused_as_inactive(const ControlModel &model, const std::vector<v4l2_ext_control> &controls) const;

    const ControlModel *find(uint32_t id) const;
    ControlModel *find(uint32_t id);
    const ControlModel *next(uint32_t id, uint32_t next_flags) const;
    void follow_masters();

    ControlChoice choice_;
    std::vector<ControlModel> models_;  // by rising id, as the kernel keeps them
};

// The controls of the camera, in their first state and by rising id.
std::vector<ControlModel> camera_controls();
// Which control governs another, and the values with which it leaves it alone.
struct Governor {
    uint32_t slave, master;
    int64_t manual_value;
};
extern const Governor governors[3];

}  // namespace v4lxx::kernel::sim
