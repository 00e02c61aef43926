// The kernel's test driver vivid, once with each planar API: its nodes, its controls, a camera over the public API.
#pragma once

#include "support/camera.hpp"

#include <linux/videodev2.h>
#include <string>
#include <vector>

// Lists a test for each planar API; it finds the path of the node in *state.
#define ON_BOTH_APIS(name)                                                                                    \
    {#name "_single_planar", name, nullptr, nullptr, const_cast<char *>(v4lxx::test::single_planar)},         \
    {                                                                                                         \
        #name "_multi_planar", name, nullptr, nullptr, const_cast<char *>(v4lxx::test::multi_planar)          \
    }

namespace v4lxx::test {

extern const char *const single_planar;
extern const char *const multi_planar;

// The node under test, from the state of a test of ON_BOTH_APIS.
inline const char *node_of(void **state) { return static_cast<const char *>(*state); }

// A descriptor of a node for raw calls, beside what is tested.
class RawNode {
public:
    explicit RawNode(const char *path);  // fails the test if it cannot be opened
    RawNode(const RawNode &) = delete;
    RawNode &operator=(const RawNode &) = delete;
    ~RawNode();

    int fd() const { return fd_; }
    // 0 or -errno; any request of V4L2.
    int call(unsigned long request, void *argument) const;
    bool is_multi_planar() const;
    uint32_t buffer_type() const;
    uint32_t find_control(const char *name) const;  // fails the test if there is none
    void set_control(const char *name, int32_t value) const;
    void push(const char *button) const { set_control(button, 1); }

private:
    int fd_ = -1;
};

// Sets a control through a descriptor of its own.
void set_control(const char *path, const char *name, int32_t value);
void push(const char *path, const char *button);
// Sets a control for the life of the object.
class ControlSet {
public:
    ControlSet(const char *path, const char *name, int32_t value, int32_t usual) : path_(path), name_(name), usual_(usual)
    {
        set_control(path, name, value);
    }
    ControlSet(const ControlSet &) = delete;
    ControlSet &operator=(const ControlSet &) = delete;
    ~ControlSet() { set_control(path_, name_, usual_); }

private:
    const char *path_, *name_;
    int32_t usual_;
};

struct Wish {
    const char *format = "YUYV";
    uint32_t width = 320, height = 180;
    uint32_t fps = 60;
    uint32_t buffers = 4;
    uint32_t flags = 0;
    v4lxx_flow flow = V4LXX_FLOW_BLOCK;
    uint32_t min_queued = 0;
    v4lxx_reserve reserve = V4LXX_RESERVE_COPY;
};

// A stream of a real node. Handles are dropped by close() or the destructor; frames live on.
class RealCamera {
public:
    RealCamera(v4lxx_context *context, const char *path, const Wish &wish = {});
    RealCamera(const RealCamera &) = delete;
    RealCamera &operator=(const RealCamera &) = delete;
    ~RealCamera() { close(); }

    v4lxx_device *device() { return device_; }
    v4lxx_stream *stream() { return stream_; }
    void start() { ASSERT_OK(v4lxx_stream_start(stream_, &error)); }
    void stop() { ASSERT_OK(v4lxx_stream_stop(stream_, &error)); }
    HeldFrame next(int64_t timeout_ns = 5 * second) { return take_frame(stream_, timeout_ns); }
    // A dequeue that is not expected to give a frame; releases one if it does.
    v4lxx_status try_next(int64_t timeout_ns, v4lxx_code *code = nullptr) { return try_take_frame(stream_, timeout_ns, code); }
    v4lxx_stream_account account() { return read_account(stream_); }
    v4lxx_format format();
    void close();

private:
    v4lxx_device *device_ = nullptr;
    v4lxx_stream *stream_ = nullptr;
};

// A context for the life of a test.
class Library {
public:
    Library() { ASSERT_OK(v4lxx_context_create(nullptr, &context_, &error)); }
    Library(const Library &) = delete;
    Library &operator=(const Library &) = delete;
    ~Library() { v4lxx_context_unref(context_); }
    v4lxx_context *get() const { return context_; }

private:
    v4lxx_context *context_ = nullptr;
};

// What a frame holds, to compare it later: a number from all bytes of all planes.
uint64_t fingerprint(const HeldFrame &frame);
std::vector<uint32_t> offered_formats(v4lxx_device *device);
uint32_t fourcc_of(const char *name);  // "NV16M", or the four characters

}  // namespace v4lxx::test
