// A machine with one video node whose every answer comes from the fuzz input: poisoned fields, any errno, any result of a wait.
// An answer begins as a plausible one, so that inputs get past the first call; the input says how it is spoiled.
#pragma once

#include "kernel/linux/linux_system.hpp"
#include "support/input.hpp"
#include "uapi/videodev2.hpp"

#include <map>

namespace v4lxx::fuzz {

// What the node remembers of itself. Shared by the system, which sees the mappings go.
struct Machine {
    explicit Machine(Input input) : bytes(input) {}

    Input bytes;
    int64_t now_ns = 1'000'000'000;
    uint32_t fourcc = 0, width = 64, height = 48;
    uint32_t buffer_count = 0, next_buffer = 0, sequence = 0;
    std::map<void *, size_t> mapped;  // what was handed out by map()
    size_t open_nodes = 0;
};

class HostileNode : public kernel::Node {
public:
    explicit HostileNode(Machine &machine);
    ~HostileNode() override;

    int wait_fd() const override { return fd_; }
    int64_t now_ns() override { return machine_.now_ns += 1000; }

protected:
    int do_ioctl(unsigned long request, void *argument) override;
    int do_map(uint64_t offset, size_t length, void **out) override;
    int do_wait(kernel::Event *wake, int64_t timeout_ns, kernel::Ready *ready) override;
    int do_pause(kernel::Event &wake, int64_t timeout_ns) override;

private:
    int plausible(unsigned long request, void *argument);
    int plausible_input(unsigned long request, void *argument);
    int plausible_control(unsigned long request, void *argument);
    int dequeue(v4l2_buffer &buffer);
    void spoil(unsigned long request, void *argument);
    void spoil_control(v4l2_ext_control &control);
    void spoil_bytes(void *start, size_t size);

    Machine &machine_;
    int fd_;
};

class HostileSystem : public kernel::LinuxSystem {
public:
    explicit HostileSystem(Machine &machine) : machine_(machine) {}

    bool is_simulated(const char *) const override { return false; }
    std::vector<std::string> simulated_names() const override { return {}; }

protected:
    int do_open(const char *name, std::unique_ptr<kernel::Node> *out, kernel::OpenProblem *problem) override;
    int do_adopt(int fd, std::unique_ptr<kernel::Node> *out) override;
    int do_make_event(std::unique_ptr<kernel::Event> *out) override;
    int do_make_wait_set(std::unique_ptr<kernel::WaitSet> *out) override;
    int do_unmap(void *address, size_t length) override;
    int do_make_private(void *address, size_t length) override;
    int do_path_kind(const char *path, kernel::PathKind *out) override;
    int do_list_directory(const char *path, std::vector<std::string> *out) override;
    int do_read_file(const char *path, size_t limit_bytes, std::string *out) override;

private:
    Machine &machine_;
};

}  // namespace v4lxx::fuzz
