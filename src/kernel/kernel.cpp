#include "kernel/kernel.hpp"

#include <cerrno>

namespace v4lxx::kernel {

// Counts the call and asks the fault plan; only then does the call go through.
template <class F>
static int pass(CallCounter &calls, FaultPlan *faults, Call call, unsigned long request, F &&go)
{
    calls.add();
    if (faults != nullptr)
        if (int rc = faults->before(call, request); rc < 0)
            return rc;
    return go();
}

int Node::ioctl(unsigned long request, void *argument)
{
    return pass(calls_, faults_, Call::ioctl, request, [&] {
        call_marks_->begin(request);
        const int rc = do_ioctl(request, argument);
        call_marks_->end(request);
        return rc;
    });
}

int Node::map(uint64_t offset, size_t length, void **out)
{
    return pass(calls_, faults_, Call::map, 0, [&] { return do_map(offset, length, out); });
}

int Node::wait(Event *wake, int64_t timeout_ns, Ready *ready)
{
    return pass(calls_, faults_, Call::wait, 0, [&] { return do_wait(wake, timeout_ns, ready); });
}

int Node::pause(Event &wake, int64_t timeout_ns)
{
    return pass(calls_, faults_, Call::pause, 0, [&] { return do_pause(wake, timeout_ns); });
}

int Node::kind(PathKind *out)
{
    return pass(calls_, faults_, Call::path_kind, 0, [&] { return do_kind(out); });
}

int Node::check_descriptor()
{
    return pass(calls_, faults_, Call::path_kind, 0, [&] { return do_check_descriptor(); });
}

int Node::do_kind(PathKind *) { return -ENOSYS; }

int WaitSet::wait(Entry *ready, unsigned most, int64_t timeout_ns)
{
    return pass(calls_, faults_, Call::wait, 0, [&] { return do_wait(ready, most, timeout_ns); });
}

int System::offer_simulated(const char *, OpenProblem *) { return -ENOSYS; }

int System::open(const char *name, std::unique_ptr<Node> *out, OpenProblem *problem)
{
    return pass(calls_, faults_, Call::open, 0, [&] { return do_open(name, out, problem); });
}

int System::adopt(int fd, std::unique_ptr<Node> *out)
{
    return pass(calls_, faults_, Call::adopt, 0, [&] { return do_adopt(fd, out); });
}

int System::make_event(std::unique_ptr<Event> *out)
{
    return pass(calls_, faults_, Call::make_event, 0, [&] { return do_make_event(out); });
}

int System::make_wait_set(std::unique_ptr<WaitSet> *out)
{
    return pass(calls_, faults_, Call::make_wait_set, 0, [&] { return do_make_wait_set(out); });
}

int System::make_clock(const char *name, std::unique_ptr<DeviceClock> *out)
{
    return pass(calls_, faults_, Call::make_clock, 0, [&] { return do_make_clock(name, out); });
}

int System::make_monitor(bool with_simulated, std::unique_ptr<Monitor> *out)
{
    return pass(calls_, faults_, Call::make_monitor, 0, [&] { return do_make_monitor(with_simulated, out); });
}

// Giving memory back never fails on purpose: a fault here could only leak.
int System::unmap(void *address, size_t length)
{
    calls_.add();
    return do_unmap(address, length);
}

int System::make_private(void *address, size_t length)
{
    return pass(calls_, faults_, Call::make_private, 0, [&] { return do_make_private(address, length); });
}

int System::protect(void *address, size_t length, bool readable)
{
    return pass(calls_, faults_, Call::protect, 0, [&] { return do_protect(address, length, readable); });
}

int System::do_protect(void *, size_t, bool) { return -ENOSYS; }

int System::prefer_large_pages(void *address, size_t length)
{
    return pass(calls_, faults_, Call::prefer_large_pages, 0, [&] { return do_prefer_large_pages(address, length); });
}

int System::do_prefer_large_pages(void *, size_t) { return -ENOSYS; }

int System::reset_usb(const char *name)
{
    return pass(calls_, faults_, Call::reset_usb, 0, [&] { return do_reset_usb(name); });
}

int System::do_reset_usb(const char *) { return -ENOSYS; }

int System::path_kind(const char *path, PathKind *out)
{
    return pass(calls_, faults_, Call::path_kind, 0, [&] { return do_path_kind(path, out); });
}

int System::list_directory(const char *path, std::vector<std::string> *out)
{
    return pass(calls_, faults_, Call::list_directory, 0, [&] { return do_list_directory(path, out); });
}

int System::read_file(const char *path, size_t limit_bytes, std::string *out)
{
    return pass(calls_, faults_, Call::read_file, 0, [&] { return do_read_file(path, limit_bytes, out); });
}

int System::read_link(const char *path, std::string *out)
{
    return pass(calls_, faults_, Call::read_link, 0, [&] { return do_read_link(path, out); });
}

// Read for what a user asks to be told, so that every fault can be met, but not counted.
int System::read_clock(Clock clock, int64_t *out_ns)
{
    if (faults_ != nullptr)
        if (int rc = faults_->before(Call::read_clock, 0); rc < 0)
            return rc;
    return do_read_clock(clock, out_ns);
}

int System::process_identity(ProcessIdentity *out)
{
    return pass(calls_, faults_, Call::process_identity, 0, [&] { return do_process_identity(out); });
}

}  // namespace v4lxx::kernel
