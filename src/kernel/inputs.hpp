// What typed calls about inputs, standards and selections speak: the kernel's answers after they were checked.
#pragma once

#include "kernel/formats.hpp"

namespace v4lxx::kernel {

struct Input {
    std::string name;
    uint32_t type = 0;  // V4L2_INPUT_TYPE_
    uint64_t standards = 0;
    uint32_t status = 0;        // V4L2_IN_ST_; meant for the input that is selected
    uint32_t capabilities = 0;  // V4L2_IN_CAP_
};

struct Standard {
    uint64_t bits = 0;
    std::string name;
    Fraction period;  // seconds from picture to picture; 0/0 if the driver does not say
    uint32_t lines = 0;
};

struct Rectangle {
    int32_t left = 0, top = 0;
    uint32_t width = 0, height = 0;
};

}  // namespace v4lxx::kernel
