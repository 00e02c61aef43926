// The real system behind kernel.hpp.
#pragma once

#include "kernel/kernel.hpp"
#include "kernel/linux/process_mark.hpp"

namespace v4lxx::kernel {

class LinuxSystem : public System {
public:
    bool is_forked_child() const override { return mark_.is_forked_child(); }
    int64_t now_ns() const override;
    uint32_t thread_id() const override;
    bool is_simulated(const char *) const override { return false; }
    std::vector<std::string> simulated_names() const override { return {}; }

protected:
    int do_open(const char *name, std::unique_ptr<Node> *out, OpenProblem *problem) override;
    int do_adopt(int fd, std::unique_ptr<Node> *out) override;
    int do_make_event(std::unique_ptr<Event> *out) override;
    int do_make_wait_set(std::unique_ptr<WaitSet> *out) override;
    int do_make_clock(const char *name, std::unique_ptr<DeviceClock> *out) override;
    int do_make_monitor(bool with_simulated, std::unique_ptr<Monitor> *out) override;
    int do_unmap(void *address, size_t length) override;
    int do_make_private(void *address, size_t length) override;
    int do_protect(void *address, size_t length, bool readable) override;
    int do_prefer_large_pages(void *address, size_t length) override;
    int do_reset_usb(const char *name) override;
    int do_path_kind(const char *path, PathKind *out) override;
    int do_list_directory(const char *path, std::vector<std::string> *out) override;
    int do_read_file(const char *path, size_t limit_bytes, std::string *out) override;
    int do_read_link(const char *path, std::string *out) override;
    int do_process_identity(ProcessIdentity *out) override;
    int do_read_clock(Clock clock, int64_t *out_ns) override;

private:
    ProcessMark mark_;
};

}  // namespace v4lxx::kernel
