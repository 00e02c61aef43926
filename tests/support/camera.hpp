// A simulated camera through the public API, with the simulator behind it at hand.
#pragma once

#include "support/check.hpp"

#include "kernel/sim/chart.hpp"
#include "kernel/sim/device.hpp"

#include <memory>
#include <string>
#include <vector>

namespace v4lxx::test {

constexpr int64_t ms = 1'000'000;
constexpr int64_t second = 1'000 * ms;

// A frame that is released when it goes out of scope.
class HeldFrame {
public:
    explicit HeldFrame(v4lxx_frame *frame) : frame_(frame) {}
    HeldFrame(HeldFrame &&other) noexcept : frame_(std::exchange(other.frame_, nullptr)) {}
    HeldFrame &operator=(HeldFrame &&other) noexcept
    {
        std::swap(frame_, other.frame_);
        return *this;
    }
    ~HeldFrame() { v4lxx_frame_unref(frame_); }

    v4lxx_frame *get() const { return frame_; }
    v4lxx_frame *release() { return std::exchange(frame_, nullptr); }
    v4lxx_frame_info info() const;
    kernel::sim::Picture picture() const;
    uint32_t chart_number() const;  // fails the test if the picture carries none
    // Every byte is as the camera drew it.
    void assert_intact(kernel::sim::Pattern pattern = kernel::sim::Pattern::chart) const;

private:
    v4lxx_frame *frame_;
};

// Taking frames from any stream, simulated or real.
HeldFrame take_frame(v4lxx_stream *stream, int64_t timeout_ns);  // fails the test if none comes
// The status of a dequeue that is not expected to give a frame; releases one if it does.
v4lxx_status try_take_frame(v4lxx_stream *stream, int64_t timeout_ns, v4lxx_code *code);
v4lxx_stream_account read_account(v4lxx_stream *stream);
v4lxx_stream_state read_state(v4lxx_stream *stream);
uint64_t frames_counted(v4lxx_stream *stream);  // by the driver, as far as it has told

class Camera {
public:
    explicit Camera(const std::string &name, uint32_t buffers = 4, uint32_t flags = 0);
    Camera(const std::string &name, const v4lxx_stream_options &options, v4lxx_context *context = nullptr);
    Camera(v4lxx_context *context, const std::string &name, uint32_t buffers = 4, uint32_t flags = 0);
    Camera(const Camera &) = delete;
    Camera &operator=(const Camera &) = delete;
    // Fails the test if the client broke a rule of V4L2.
    ~Camera() noexcept(false);

    v4lxx_context *context() { return context_; }
    v4lxx_device *device() { return device_; }
    v4lxx_stream *stream() { return stream_; }
    kernel::sim::Device &sim() { return *sim_; }
    void inject(const std::string &rules);  // fails the test if they are wrong
    void allow_violations() { check_violations_ = false; }

    void start() { ASSERT_OK(v4lxx_stream_start(stream_, &error)); }
    void stop() { ASSERT_OK(v4lxx_stream_stop(stream_, &error)); }
    HeldFrame next(int64_t timeout_ns = 5 * second) { return take_frame(stream_, timeout_ns); }
    v4lxx_status try_next(int64_t timeout_ns, v4lxx_code *code = nullptr) { return try_take_frame(stream_, timeout_ns, code); }
    v4lxx_stream_account account() { return read_account(stream_); }
    void close();  // drops all handles, frames apart

private:
    std::string name_;
    v4lxx_context *context_ = nullptr;
    v4lxx_device *device_ = nullptr;
    v4lxx_stream *stream_ = nullptr;
    std::shared_ptr<kernel::sim::Device> sim_;
    bool check_violations_ = true;
};

std::shared_ptr<kernel::sim::Device> sim_of(v4lxx_context *context, const std::string &name);
// The simulated device before it is opened for the first time.
std::shared_ptr<kernel::sim::Device> make_sim(v4lxx_context *context, const std::string &name);

}  // namespace v4lxx::test
