// What typed calls about inputs, standards, timings and selections speak: the kernel's answers after they were checked.
#pragma once

#include <cstdint>
#include <string>

namespace v4lxx::kernel {

struct Input {
    std::string name;
    uint32_t type = 0;  // V4L2_INPUT_TYPE_
    uint64_t standards = 0;
    uint32_t status = 0;        // V4L2_IN_ST_; meant for the input that is selected
    uint32_t capabilities = 0;  // V4L2_IN_CAP_
};

}  // namespace v4lxx::kernel
