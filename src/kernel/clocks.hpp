// The clocks that times are told by: those of the machine, or those of a simulated device whose time is its own.
#pragma once

#include <cstdint>

namespace v4lxx::kernel {

// Numbers are those of the public header. `unknown` and `copy` are what drivers say of their time stamps; nobody can read them.
enum class Clock : uint8_t { unknown = 0, monotonic = 1, copy = 2, realtime = 3, boottime = 4, tai = 5 };

class Clocks {
public:
    virtual ~Clocks() = default;
    // 0 or -errno. Not counted: it is no system call on ordinary machines.
    virtual int read_clock(Clock clock, int64_t *out_ns) = 0;
};

}  // namespace v4lxx::kernel
