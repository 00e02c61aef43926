// What a stress test does to a device, phase by phase, and what each of them found.
#pragma once

#include "cli/camera.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace v4lxx::cli {

struct StressPlan {
    uint32_t rounds = 20;
    uint32_t frames = 10;     // of each round that takes some
    uint32_t modes = 40;      // that are tried at most
    uint64_t processes = 4;   // that compete; 0: none
    int64_t timeout_ns = -1;  // of each frame
};

struct StressPhase {
    explicit StressPhase(const char *name_given) : name(name_given) {}

    const char *name;
    uint64_t rounds = 0;
    uint64_t frames = 0;
    uint64_t refused = 0;    // by the device, for a reason that is none to worry about: it is in use, or the bus is full
    int64_t longest_ns = 0;  // of its rounds
    int64_t duration_ns = 0;
    std::vector<std::string> findings;

    // One round: counted and timed. Throws what it throws.
    void round(const std::function<void()> &work);
};

class StressTest {
public:
    StressTest(std::string device, const StressPlan &plan) : device_(std::move(device)), plan_(plan) {}

    // Opens the device, takes a frame and closes it: what is made once and stays is there afterwards. Throws Stop.
    void warm_up();
    // Each throws Stop for what ends it: a failure is its last finding, an interruption ends the test. A mode that fails does not end
    // the others.
    void open_close(StressPhase &phase);
    void start_stop(StressPhase &phase);
    void change_modes(StressPhase &phase);
    void consume_slowly(StressPhase &phase);
    void compete(StressPhase &phase);

private:
    Frame next(Camera &camera, StressPhase &phase);
    void try_mode(StressPhase &phase, const ModeWish &mode);
    void consume_slowly(StressPhase &phase, Camera &camera, v4lxx_flow flow);

    std::string device_;
    StressPlan plan_;
};

}  // namespace v4lxx::cli
