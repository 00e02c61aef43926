// The one door to the system. Nothing outside src/kernel makes a system call. Two things stand behind this interface: real system
// calls (linux/) and simulated devices (sim/). Every call is counted here, and here is where a fault plan can make any call fail.
#pragma once

#include "kernel/call_marks.hpp"
#include "kernel/clocks.hpp"
#include "kernel/counter.hpp"
#include "kernel/fault_plan.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace v4lxx::kernel {

// Answers: >= 0 is success, < 0 is -errno. EINTR never gets out.

constexpr int64_t forever_ns = -1;
constexpr uint32_t v4l2_major = 81;  // of every V4L2 character device, since 1999
constexpr uint32_t usb_major = 189;  // of the nodes below /dev/bus/usb

// What a wait saw. Bits are those of poll(2).
struct Ready {
    short device = 0;     // POLLIN, POLLERR, POLLHUP, POLLPRI of the node
    bool woken = false;   // the wake event was signalled
    int64_t left_ns = 0;  // of the time given, if there was an end
};

// What a path is, without opening it.
struct PathKind {
    enum Type { character_device, directory, regular, other } type = other;
    uint32_t major = 0, minor = 0;  // of a character device
    uint32_t mode = 0;              // permission bits
    uint32_t owner = 0, group = 0;
    uint64_t inode = 0;      // another number: made anew; 0: not known
    int64_t changed_ns = 0;  // when owner, mode or access list were set last
};

// Who this process is to the kernel.
struct ProcessIdentity {
    uint32_t user = 0;             // effective
    std::vector<uint32_t> groups;  // the effective group and the supplementary ones
};

// Why a simulated device could not be opened: its name or its script is wrong.
struct OpenProblem {
    std::string text;
    bool in_script = false;
};

// Another device that takes bandwidth on the same bus.
struct Neighbour {
    std::string name, card;  // "/dev/video2", "HD Pro Webcam C920"
};

// An event that any thread, and a signal handler, can signal, and that a wait can wait for.
class Event {
public:
    virtual ~Event() = default;
    virtual void signal() noexcept = 0;  // one write; async-signal-safe
    virtual void clear() = 0;
    virtual int fd() const = 0;
};

// One file descriptor that is readable when one of several is.
class WaitSet {
public:
    explicit WaitSet(FaultPlan *faults) : faults_(faults) {}
    WaitSet(const WaitSet &) = delete;
    WaitSet &operator=(const WaitSet &) = delete;
    virtual ~WaitSet() = default;

    struct Entry {
        uint64_t token = 0;  // of the descriptor that is ready
        short bits = 0;      // those of poll(2)
    };
    virtual int fd() const = 0;
    virtual int add(int fd, uint64_t token) = 0;  // POLLIN and POLLPRI, level-triggered
    virtual int remove(int fd) = 0;
    // Waits until one is ready or timeout_ns has passed (0: only looks; < 0: for ever). How many of those that are ready were written to
    // `ready`; 0: time ran out.
    int wait(Entry *ready, unsigned most, int64_t timeout_ns);

    const CallCounter &calls() const { return calls_; }

protected:
    virtual int do_wait(Entry *ready, unsigned most, int64_t timeout_ns) = 0;

private:
    FaultPlan *faults_;  // null unless a test set one
    CallCounter calls_;
};

// The time of a device, whether or not a node of it is open: CLOCK_MONOTONIC, or the virtual clock of a simulated device.
class DeviceClock {
public:
    virtual ~DeviceClock() = default;
    virtual int64_t now_ns() = 0;
    // Waits for the event, and for a descriptor that is not the device's; < 0: for the event alone.
    virtual int pause(Event &wake, int also_fd, int64_t timeout_ns) = 0;
    // A descriptor that is readable from a moment on.
    virtual int alarm_fd() const = 0;
    virtual void set_alarm(int64_t time_ns) = 0;
    virtual void silence_alarm() = 0;
    // Whether a moment has come. A virtual clock, which moves only when somebody waits, is moved there.
    virtual bool has_come(int64_t time_ns) = 0;
};

// What a monitor was told since it was last asked.
struct Signs {
    bool real = false;       // of video nodes below /dev; what came may not be ready for use yet
    bool simulated = false;  // of simulated devices
};

// Says when to look which devices there are, and never what is there: what it was told may have come late, twice, or instead of much else.
class Monitor {
public:
    virtual ~Monitor() = default;
    // One of them is readable when it was told something. Several, because epoll takes sets in sets only a few deep.
    virtual std::vector<int> fds() const = 0;
    virtual Signs drain() = 0;  // never waits
};

// One open file description of a device node. Destroying it closes it.
class Node {
public:
    explicit Node(FaultPlan *faults) : faults_(faults) {}
    Node(const Node &) = delete;
    Node &operator=(const Node &) = delete;
    virtual ~Node() = default;

    int ioctl(unsigned long request, void *argument);
    int map(uint64_t offset, size_t length, void **out);  // shared, read-only: frames are const
    // Waits until the node or the event is ready or timeout_ns has passed (0: only looks; < 0: for ever).
    // 0: time ran out; 1: *ready says what is ready.
    int wait(Event *wake, int64_t timeout_ns, Ready *ready);
    // Waits for the event alone, in this node's time.
    int pause(Event &wake, int64_t timeout_ns);
    // What was opened, which need not be what stood at the path a moment before. -ENOSYS where nobody can tell.
    int kind(PathKind *out);
    // Whether the descriptor is still that of what was opened. -EBADF: somebody else closed it; -ESTALE: and its number is another file's
    // now. Asked after a failure: from then on nothing goes to that number.
    int check_descriptor();
    // Whether it was opened for reading only, when it could not be had or was not given otherwise.
    virtual bool is_read_only() const { return false; }
    // A descriptor that an event loop can poll in place of the node; stays the node's.
    virtual int wait_fd() const = 0;
    // CLOCK_MONOTONIC, or the virtual clock of a simulated device. Not counted: it is no system call on ordinary machines.
    virtual int64_t now_ns() = 0;
    // The clocks that its time stamps are told by, where they are not those of the system: of a simulated device with a virtual clock. They
    // live on without the node. Else null.
    virtual std::shared_ptr<Clocks> own_clocks() { return nullptr; }

    const CallCounter &calls() const { return calls_; }
    // What its driver has not returned from. They live on without the node, whose own end is one of them.
    const std::shared_ptr<CallMarks> &call_marks() const { return call_marks_; }

protected:
    virtual int do_ioctl(unsigned long request, void *argument) = 0;
    virtual int do_map(uint64_t offset, size_t length, void **out) = 0;
    virtual int do_wait(Event *wake, int64_t timeout_ns, Ready *ready) = 0;
    virtual int do_pause(Event &wake, int64_t timeout_ns) = 0;
    virtual int do_kind(PathKind *out);
    virtual int do_check_descriptor() { return 0; }

private:
    FaultPlan *faults_;  // null unless a test set one
    CallCounter calls_;
    const std::shared_ptr<CallMarks> call_marks_ = std::make_shared<CallMarks>();
};

// The system as one context sees it.
class System : public Clocks {
public:
    // `name` is a path (O_RDWR, or O_RDONLY if that is refused; O_NONBLOCK, O_CLOEXEC) or names a simulated device.
    // *problem is filled when a simulated device answers -EINVAL.
    int open(const char *name, std::unique_ptr<Node> *out, OpenProblem *problem);
    int adopt(int fd, std::unique_ptr<Node> *out);  // duplicates fd; -ENOTTY if it is no V4L2 node, which is left as it is
    int make_event(std::unique_ptr<Event> *out);
    int make_wait_set(std::unique_ptr<WaitSet> *out);
    int make_clock(const char *name, std::unique_ptr<DeviceClock> *out);  // of the device of that name
    int make_monitor(bool with_simulated, std::unique_ptr<Monitor> *out);
    int unmap(void *address, size_t length);
    // Replaces a mapping in place by a private copy of its bytes, without a moment in which the address is invalid.
    int make_private(void *address, size_t length);
    // Whether a mapping can be read: a read of one that cannot is a SIGSEGV.
    int protect(void *address, size_t length, bool readable);
    // Asks for large pages behind memory of the program's own. 0: the kernel took the hint, and may or may not have such pages.
    int prefer_large_pages(void *address, size_t length);
    // Resets a USB device, given as its node below /dev/bus/usb or by the name of a simulated one: to its drivers that is an unplug and
    // a replug. Takes as long as the kernel does.
    int reset_usb(const char *name);
    virtual uint32_t thread_id() const { return 0; }  // as the kernel numbers threads; a system call
    int path_kind(const char *path, PathKind *out);
    int list_directory(const char *path, std::vector<std::string> *out);
    int read_file(const char *path, size_t limit_bytes, std::string *out);
    int read_link(const char *path, std::string *out);  // -ENAMETOOLONG beyond 4 KiB
    int process_identity(ProcessIdentity *out);
    int read_clock(Clock clock, int64_t *out_ns) final;
    // True in a process forked from the one that made this object. Costs no system call.
    virtual bool is_forked_child() const = 0;
    // CLOCK_MONOTONIC, for what is about no node. Not counted, as Node::now_ns().
    virtual int64_t now_ns() const = 0;
    // Whether a name is one of a simulated device, and the names to offer to people who ask for them.
    virtual bool is_simulated(const char *name) const = 0;
    virtual std::vector<std::string> simulated_names() const = 0;
    // Adds a name to those, and the names so added. 0, -EINVAL with *problem if no device can have that name, -ENOSYS without simulated devices.
    virtual int offer_simulated(const char *name, OpenProblem *problem);
    virtual std::vector<std::string> added_simulated_names() const { return {}; }
    // 0: a simulated device of that name cannot be opened now; else a number that is another one each time it is plugged in.
    virtual uint64_t simulated_plugging(const char *) const { return 0; }
    // Which simulated devices stream on the bus of this one.
    virtual std::vector<Neighbour> simulated_neighbours(const char *) const { return {}; }

    void set_fault_plan(FaultPlan *faults) { faults_ = faults; }
    FaultPlan *fault_plan() const { return faults_; }
    const CallCounter &calls() const { return calls_; }

protected:
    virtual int do_open(const char *name, std::unique_ptr<Node> *out, OpenProblem *problem) = 0;
    virtual int do_adopt(int fd, std::unique_ptr<Node> *out) = 0;
    virtual int do_make_event(std::unique_ptr<Event> *out) = 0;
    virtual int do_make_wait_set(std::unique_ptr<WaitSet> *out) = 0;
    virtual int do_make_clock(const char *name, std::unique_ptr<DeviceClock> *out) = 0;
    virtual int do_make_monitor(bool with_simulated, std::unique_ptr<Monitor> *out) = 0;
    virtual int do_unmap(void *address, size_t length) = 0;
    virtual int do_make_private(void *address, size_t length) = 0;
    virtual int do_protect(void *address, size_t length, bool readable);
    virtual int do_prefer_large_pages(void *address, size_t length);
    virtual int do_reset_usb(const char *name);
    virtual int do_path_kind(const char *path, PathKind *out) = 0;
    virtual int do_list_directory(const char *path, std::vector<std::string> *out) = 0;
    virtual int do_read_file(const char *path, size_t limit_bytes, std::string *out) = 0;
    virtual int do_read_link(const char *path, std::string *out) = 0;
    virtual int do_process_identity(ProcessIdentity *out) = 0;
    virtual int do_read_clock(Clock clock, int64_t *out_ns) = 0;

private:
    FaultPlan *faults_ = nullptr;
    CallCounter calls_;
};

}  // namespace v4lxx::kernel
