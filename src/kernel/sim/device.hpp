// A simulated device: what all nodes opened by one name share. Nodes bring it calls; C++ tests may drive it directly.
#pragma once

#include "kernel/kernel.hpp"
#include "kernel/linux/alarm.hpp"
#include "kernel/sim/buffer_queue.hpp"
#include "kernel/sim/bus.hpp"
#include "kernel/sim/clock.hpp"
#include "kernel/sim/controls.hpp"
#include "kernel/sim/event_queue.hpp"
#include "kernel/sim/inputs.hpp"
#include "kernel/sim/negotiation.hpp"
#include "kernel/sim/plug_board.hpp"
#include "kernel/sim/referee.hpp"
#include "kernel/sim/script.hpp"
#include "kernel/sim/sensor.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace v4lxx::kernel::sim {

// One open file description. As in the kernel it lives on after close() while memory mapped through it is still mapped.
struct OpenFile {
    Alarm alarm;
    EventQueue events;
    bool open = true;
    bool gone = false;   // its device was unplugged
    bool taken = false;  // somebody else closed its descriptor
    uint32_t mappings = 0;
};

class Device : public Clocks {
public:
    Device(Parameters parameters, JpegEncoder jpeg, std::shared_ptr<Bus> bus = nullptr,
           std::shared_ptr<PlugBoard> board = nullptr);
    Device(const Device &) = delete;
    Device &operator=(const Device &) = delete;

    // Rules of a script, counted from now. 0, or -EINVAL with what is wrong.
    int inject(std::string_view rules, std::string *problem);

    // For tests.
    void unplug();
    // Plugged in again, with its first format. Can be opened once every old node is closed and every old mapping gone.
    void replug();
    bool is_plugged() const;
    void set_signal(const Signal &signal);  // something else is plugged into the inputs
    void advance(int64_t ns);               // a virtual clock
    int64_t now_ns() const;
    int read_clock(kernel::Clock clock, int64_t *out_ns) override;
    void step_clock(int64_t ns);                  // the time of day is set
    void suspend_clock(int64_t ns);               // the machine sleeps
    std::vector<std::string> violations() const;  // what the client did against the rules
    void forget_violations();
    uint64_t calls(unsigned long request) const;
    uint64_t setter_calls() const;
    uint64_t frames_generated() const;  // exposed, lost ones included
    uint64_t frames_lost() const;
    size_t open_files() const;  // those that are closed but held by a mapping included
    size_t live_mappings() const;
    const Parameters &parameters() const { return parameters_; }
    Layout layout() const;
    const std::shared_ptr<Bus> &bus() const { return bus_; }
    int64_t control_value(uint32_t id) const;

    // What has happened meanwhile happens now. 0: it cannot be opened; else which plugging in this is, from 1.
    uint64_t plugging();

    // To nodes an unplug and a replug; what a script says to last until then is over. 0 or -errno.
    int reset_usb();

    // For nodes: the calls of one open file description.
    int open(OpenFile **out);
    void close(OpenFile *file);
    int ioctl(OpenFile &file, unsigned long request, void *argument);
    int map(OpenFile &file, uint64_t offset, size_t length, void **out);
    int wait(OpenFile &file, Event *wake, int64_t timeout_ns, Ready *ready);
    int pause(Event &wake, int also_fd, int64_t timeout_ns);
    int check_descriptor(const OpenFile &file) const;
    // A mapping is gone, or a private copy took its place. False if it was not of this device.
    bool note_unmap(void *address, size_t length);

private:
    struct Mapping {
        void *address;
        size_t length;
        OpenFile *file;
        uint64_t allocation;
        uint32_t buffer;
    };
    using Lock = std::unique_lock<std::mutex>;

    CallFaults begin_call(Lock &lock, unsigned long request);
    void catch_up();
    int64_t next_event_ns() const;
    int64_t time_to_next_rule() const;  // that goes by time; not locked
    void follow_sensor();
    void do_unplug();
    void do_close_descriptors();
    void do_set_signal(const Signal &signal, int64_t time_ns);
    void raise(uint32_t type, uint32_t id, uint32_t changes, int64_t time_ns);
    void do_replug(bool as_another = false);
    void do_action(const Rule &rule, int64_t time_ns);
    void set_alarms();
    bool can_be_opened() const;
    short poll_bits(OpenFile &file, bool from_poll);
    void release_if_unused(OpenFile *file);
    int dispatch(OpenFile &file, unsigned long request, void *argument, const CallFaults &faults);
    int answer(OpenFile &file, unsigned long request, void *copy);
    int querycap(v4l2_capability &arg) const;
    int input_call(unsigned long request, void *copy);
    int selection_call(unsigned long request, v4l2_selection &arg);
    int queue_call(OpenFile &file, unsigned long request, void *copy);
    int stream_on(OpenFile &file, uint32_t type);

    const Parameters parameters_;
    const JpegEncoder jpeg_;
    const std::shared_ptr<Bus> bus_;  // null: bandwidth without end

    // Guards everything below. Nothing but the bus and the plug board is locked while it is held; the world's mutex may be held before it.
    mutable std::mutex mutex_;
    Clock clock_;
    Script script_;
    Referee referee_;
    Inputs inputs_;
    Negotiation negotiation_;
    BufferQueue queue_;
    Controls controls_;
    Sensor sensor_;
    Plug plug_;
    bool plugged_ = true;
    uint64_t pluggings_ = 1;
    bool is_another_ = false;  // what was plugged in last is not what was there at first
    std::vector<std::unique_ptr<OpenFile>> files_;
    std::vector<Mapping> mappings_;
};

}  // namespace v4lxx::kernel::sim
