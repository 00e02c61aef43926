// What a control makes of a value: rounding, menus with holes, texts and arrays, as Linux 6.12's v4l2-ctrls does it.
#pragma once

#include "kernel/sim/controls.hpp"

namespace v4lxx::kernel::sim {

// Whether a menu has the item; holes are left out.
bool is_offered(const ControlModel &model, int64_t index);
// What the type makes of a number: 0, or why not.
int validate(const ControlModel &model, int64_t *value);
int validate_text(const ControlModel &model, const std::string &text);

int64_t number_in(const ControlModel &model, const v4l2_ext_control &control);
void put_number(const ControlModel &model, int64_t value, v4l2_ext_control *control);
// Text and bytes of a program, and back to it: 0 or -errno.
int take_text(const ControlModel &model, const v4l2_ext_control &control, std::string *out);
int take_bytes(const ControlModel &model, const v4l2_ext_control &control, std::vector<uint8_t> *out);
int hand_out(const ControlModel &model, const std::string &text, v4l2_ext_control *control);
int hand_out(const std::vector<uint8_t> &bytes, const v4l2_ext_control &control);

std::string default_text(const ControlModel &model);
std::vector<uint8_t> default_bytes(const ControlModel &model);

}  // namespace v4lxx::kernel::sim
