#include "kernel/sim/device.hpp"

#include "kernel/sim/low_light.hpp"

#include <algorithm>
#include <cerrno>
#include <poll.h>

namespace v4lxx::kernel::sim {

constexpr int64_t ten_years_ns = 315360000000000000;  // as good as for ever, and no sum overflows

Device::Device(Parameters parameters, JpegEncoder jpeg, std::shared_ptr<Bus> bus, std::shared_ptr<PlugBoard> board)
    : parameters_(std::move(parameters)), jpeg_(std::move(jpeg)), bus_(std::move(bus)), clock_(parameters_.virtual_clock),
      inputs_(parameters_.inputs), negotiation_(parameters_), queue_(parameters_, referee_),
      controls_(parameters_.controls, parameters_.low_light), sensor_(parameters_, jpeg_, clock_), plug_(std::move(board))
{
    negotiation_.follow(inputs_.source());
}

int Device::inject(std::string_view rules, std::string *problem)
{
    Lock lock(mutex_);
    int rc = script_.add(rules, clock_.now_ns(), problem);
    set_alarms();
    return rc;
}

// Every call begins here: what has happened meanwhile happens now, and the script has its say.
CallFaults Device::begin_call(Lock &lock, unsigned long request)
{
    CallFaults faults = script_.on_call(request);
    if (faults.delay_ns > 0) {
        clock_.move_to(clock_.now_ns() + faults.delay_ns);
        if (!clock_.is_virtual()) {
            lock.unlock();
            sleep_until_readable(-1, -1, faults.delay_ns);
            lock.lock();
        }
    }
    catch_up();
    if (faults.unplug)
        do_unplug();
    if (faults.replug)
        do_replug();
    if (faults.close_descriptor)
        do_close_descriptors();
    return faults;
}

// The moment something happens by itself; Sensor::never if nothing will.
int64_t Device::next_event_ns() const
{
    return std::min(script_.next_time_ns(), queue_.has_active() ? sensor_.next_frame_ns() : Sensor::never);
}

void Device::catch_up()
{
    int64_t now_ns = clock_.now_ns();
    for (;;) {
        int64_t timed_ns = script_.next_time_ns(), frame_ns = sensor_.next_frame_ns();
        if (std::min(timed_ns, frame_ns) > now_ns)
            break;
        if (const Rule *rule = timed_ns <= frame_ns ? script_.take_timed(now_ns) : nullptr; rule != nullptr) {
            do_action(*rule, std::min(timed_ns, now_ns));
            continue;
        }
        FrameFaults faults = sensor_.make_frame(queue_, negotiation_.layout(), script_);
        if (faults.last)
            raise(V4L2_EVENT_EOS, 0, 0, frame_ns);
        if (faults.break_queue)
            queue_.break_queue();
        if (faults.unplug)
            do_unplug();
        if (faults.replug)
            do_replug();
        if (faults.close_descriptor)
            do_close_descriptors();
    }
}

void Device::do_action(const Rule &rule, int64_t time_ns)
{
    switch (rule.action) {
    case Action::unplug: return do_unplug();
    case Action::replug:
    case Action::replug_other: return do_replug(rule.action == Action::replug_other);
    case Action::set_signal: return do_set_signal(rule.signal, time_ns);
    case Action::step: return clock_.step(rule.value);
    case Action::suspend: return clock_.suspend(rule.value);
    default: return queue_.break_queue();
    }
}

void Device::follow_sensor()
{
    const Interval told = negotiation_.interval();
    sensor_.follow(queue_, parameters_.low_light ? in_low_light(told, controls_) : told, inputs_.gives_frames(),
                   clock_.now_ns());
}

// As a receiver tells of it: each input that the signal is plugged into, selected or not.
void Device::do_set_signal(const Signal &signal, int64_t time_ns)
{
    const std::vector<InputKind> &kinds = parameters_.inputs.kinds;
    for (uint32_t input = 0; input < kinds.size(); ++input)
        if (is_another_signal(kinds[input], inputs_.signal(), signal))
            raise(V4L2_EVENT_SOURCE_CHANGE, input, V4L2_EVENT_SRC_CH_RESOLUTION, time_ns);
    inputs_.set_signal(signal);
    follow_sensor();
}

void Device::raise(uint32_t type, uint32_t id, uint32_t changes, int64_t time_ns)
{
    for (auto &file : files_)
        if (!file->gone)
            file->events.raise(type, id, changes, time_ns);
}

void Device::do_unplug()
{
    plugged_ = false;
    for (auto &file : files_)
        file->gone = true;
    queue_.abandon();
    follow_sensor();
}

// The open files live on as long as something is mapped, as in the kernel.
void Device::do_close_descriptors()
{
    for (auto &file : files_)
        file->taken = true;
    for (size_t i = files_.size(); i-- != 0;)
        release_if_unused(files_[i].get());
}

int Device::check_descriptor(const OpenFile &file) const
{
    Lock lock(mutex_);
    return file.taken ? -EBADF : 0;
}

void Device::do_replug(bool as_another)
{
    if (plugged_)
        return;
    plugged_ = true;
    ++pluggings_;
    is_another_ = as_another;
    inputs_.reset();
    negotiation_.reset();
    negotiation_.follow(inputs_.source());
    controls_.reset();
    sensor_.forget_pictures();
}

int Device::reset_usb()
{
    Lock lock(mutex_);
    const CallFaults faults = begin_call(lock, call_reset);
    const int rc = faults.error != 0 ? -faults.error : plugged_ ? 0 : -ENODEV;
    if (rc == 0) {
        script_.note_reset();
        do_unplug();
        do_replug(is_another_);
    }
    set_alarms();
    return rc;
}

// The bits poll(2) would answer. Only a real poll starts the emulation of read().
short Device::poll_bits(OpenFile &file, bool from_poll)
{
    if (file.taken)
        return POLLNVAL;
    if (file.gone)
        return script_.never_wakes() ? short{0} : short{POLLERR | POLLHUP | POLLPRI};
    bool can_start = from_poll && parameters_.kind == NodeKind::capture && parameters_.readwrite;
    short bits = queue_.poll(can_start ? &file : nullptr, negotiation_.layout());
    if (file.events.pending())
        bits = static_cast<short>(bits | POLLPRI);
    if (script_.never_wakes())
        bits = static_cast<short>(bits & POLLIN);
    if (script_.always_ready())
        bits = static_cast<short>(bits | POLLIN);
    return bits;
}

// Makes the descriptors readable exactly when poll(2) on a real node would say something, now or at the next event.
void Device::set_alarms()
{
    follow_sensor();
    if (bus_ && !queue_.started())
        bus_->give_back(this);
    // Only a real clock moves by itself.
    plug_.set(can_be_opened() ? pluggings_ : 0, clock_.is_virtual() ? PlugBoard::never : script_.next_time_ns());
    int64_t next_ns = next_event_ns();
    for (auto &file : files_) {
        if (!file->open)
            continue;
        if (poll_bits(*file, false) != 0)
            file->alarm.ring_now();
        else if (file->gone || next_ns == Sensor::never)
            file->alarm.silence();
        else if (!clock_.is_virtual())
            file->alarm.ring_at(next_ns);
        else if (queue_.has_active() && queue_.started())
            file->alarm.ring_now();  // whoever comes to look moves the clock
        else
            file->alarm.silence();
    }
}

// A new device takes the place of the old one only when nobody has that any more, as with vivid.
bool Device::can_be_opened() const
{
    return plugged_ && std::none_of(files_.begin(), files_.end(), [](const auto &file) { return file->gone; });
}

uint64_t Device::plugging()
{
    Lock lock(mutex_);
    catch_up();
    set_alarms();
    return can_be_opened() ? pluggings_ : 0;
}

int Device::open(OpenFile **out)
{
    Lock lock(mutex_);
    CallFaults faults = begin_call(lock, call_open);
    if (faults.error != 0)
        return -faults.error;
    if (!can_be_opened())
        return -ENODEV;
    auto file = std::make_unique<OpenFile>();
    if (int rc = file->alarm.open(); rc < 0)
        return rc;
    *out = file.get();
    files_.push_back(std::move(file));
    set_alarms();
    return 0;
}

void Device::close(OpenFile *file)
{
    Lock lock(mutex_);
    begin_call(lock, call_close);
    file->open = false;
    file->alarm.close();
    release_if_unused(file);
    set_alarms();
}

void Device::release_if_unused(OpenFile *file)
{
    if ((file->open && !file->taken) || file->mappings > 0)
        return;
    if (!file->gone)
        queue_.release(file);
    if (!file->open)
        std::erase_if(files_, [file](const auto &entry) { return entry.get() == file; });
}

int Device::map(OpenFile &file, uint64_t offset, size_t length, void **out)
{
    Lock lock(mutex_);
    CallFaults faults = begin_call(lock, call_mmap);
    mappings_.reserve(mappings_.size() + 1);  // nothing may fail once the memory is mapped
    uint32_t index = 0, plane = 0;
    int rc = faults.error != 0       ? -faults.error
             : file.taken            ? -EBADF
             : file.gone             ? -ENODEV
             : parameters_.read_only ? -EINVAL  // videobuf2 shares nothing over a descriptor that cannot be written
                                     : queue_.find_plane(offset, length, &index, &plane);
    if (rc == 0)
        rc = queue_.memory()->map(queue_.buffer(index).planes[plane].memory_offset, length, out);
    if (rc == 0) {
        ++queue_.buffer(index).mappings;
        ++file.mappings;
        mappings_.push_back({*out, length, &file, queue_.allocation(), index});
    }
    set_alarms();
    return rc;
}

bool Device::note_unmap(void *address, size_t length)
{
    Lock lock(mutex_);
    auto found = std::find_if(mappings_.begin(), mappings_.end(), [=](const Mapping &m) { return m.address == address; });
    if (found == mappings_.end())
        return false;
    catch_up();
    Mapping mapping = *found;
    mappings_.erase(found);
    if (length != mapping.length)
        referee_.object("munmap: " + std::to_string(length) + " bytes of a mapping of " + std::to_string(mapping.length));
    if (mapping.allocation == queue_.allocation())
        --queue_.buffer(mapping.buffer).mappings;
    --mapping.file->mappings;
    release_if_unused(mapping.file);
    set_alarms();
    return true;
}

int Device::wait(OpenFile &file, Event *wake, int64_t timeout_ns, Ready *ready)
{
    timeout_ns = timeout_ns > ten_years_ns ? forever_ns : timeout_ns;
    Lock lock(mutex_);
    int64_t end_ns = clock_.now_ns() + timeout_ns;
    if (CallFaults faults = begin_call(lock, call_wait); faults.error != 0)
        return -faults.error;
    int wake_fd = wake != nullptr ? wake->fd() : -1;
    for (;;) {
        catch_up();
        if (file.taken)
            return -EBADF;
        ready->device = poll_bits(file, true);
        set_alarms();
        int64_t next_ns = next_event_ns(), now_ns = clock_.now_ns();
        lock.unlock();
        ready->woken = wake != nullptr && sleep_until_readable(-1, wake_fd, 0) != 0;
        ready->left_ns = timeout_ns < 0 ? forever_ns : std::max<int64_t>(end_ns - now_ns, 0);
        if (ready->device != 0 || ready->woken)
            return 1;
        if (timeout_ns >= 0 && now_ns >= end_ns)
            return 0;
        if (!clock_.is_virtual() || (timeout_ns < 0 && next_ns == Sensor::never))
            sleep_until_readable(file.alarm.fd(), wake_fd, timeout_ns < 0 ? -1 : end_ns - now_ns);
        lock.lock();
        clock_.move_to(timeout_ns < 0 ? next_ns == Sensor::never ? 0 : next_ns : std::min(next_ns, end_ns));
    }
}

int64_t Device::time_to_next_rule() const
{
    Lock lock(mutex_);
    const int64_t next_ns = script_.next_time_ns();
    return next_ns == Sensor::never ? next_ns : std::max(next_ns - clock_.now_ns(), int64_t{0});
}

int Device::pause(Event &wake, int also_fd, int64_t timeout_ns)
{
    timeout_ns = timeout_ns > ten_years_ns ? forever_ns : timeout_ns;
    if (!parameters_.virtual_clock || timeout_ns < 0)
        return sleep_until_readable(also_fd, wake.fd(), timeout_ns) != 0 ? 1 : 0;
    // From one thing that the script does to the next: what it does may end the pause.
    for (const int64_t end_ns = now_ns() + timeout_ns;;) {
        if (sleep_until_readable(also_fd, wake.fd(), 0) != 0)
            return 1;
        const int64_t left_ns = end_ns - now_ns();
        if (left_ns <= 0)
            return 0;
        advance(std::min(left_ns, time_to_next_rule()));
    }
}

}  // namespace v4lxx::kernel::sim
