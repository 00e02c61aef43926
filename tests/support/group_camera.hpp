// What a group tells of one of its cameras, simulated or real.
#pragma once

#include "support/check.hpp"

namespace v4lxx::test {

// It has to add up at all times.
inline v4lxx_group_camera read_group_camera(v4lxx_group *group, uint32_t index)
{
    v4lxx_group_camera out = V4LXX_GROUP_CAMERA_INIT;
    ASSERT_OK(v4lxx_group_read_camera(group, index, &out, &error));
    assert_int_equal(out.frames, out.in_complete + out.in_incomplete + out.unmatched + out.late + out.held);
    return out;
}

}  // namespace v4lxx::test
