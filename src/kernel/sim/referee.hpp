// Watches what a client does and writes down every breach of the V4L2 rules. Tests fail on any.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace v4lxx::kernel::sim {

class Referee {
public:
    // Counts the ioctl and looks at its argument as the client passed it. `argument` is never null.
    void look_at(unsigned long request, const void *argument);
    void object(unsigned long request, const std::string &to);
    void object(std::string violation);

    const std::vector<std::string> &violations() const { return violations_; }
    void forget_violations() { violations_.clear(); }
    uint64_t calls(unsigned long request) const;
    // Calls that change the device: S_*, REQBUFS, STREAMON and their like. Opening must make none (behaviour of open.rst).
    uint64_t setter_calls() const { return setters_; }

private:
    std::array<uint64_t, 256> counts_{};  // by number of the ioctl
    uint64_t setters_ = 0;
    std::vector<std::string> violations_;
};

}  // namespace v4lxx::kernel::sim
