#include "device/device.hpp"
#include "device/holders.hpp"

#include "base/text.hpp"
#include "device/bandwidth.hpp"
#include "device/opening.hpp"
#include "device/refused_format.hpp"
#include "device/request.hpp"
#include "kernel/kernel_failure.hpp"
#include "uapi/videodev2.hpp"

#include <cerrno>

namespace v4lxx::device {

Device::Device(Context &context, std::unique_ptr<kernel::Node> node, Ref<DeviceInfo> info)
    : context_(Ref<Context>::share(&context)), node_(std::move(node)), infos_{std::move(info)}, info_(&infos_.front()),
      subject_(infos_.front()->label()), call_marks_(node_->call_marks())
{
    tell(LogLevel::info, LogTopic::device_opened,
         [&] { return subject_.name + " is open: driver " + this->info()->driver() + ", bus " + this->info()->bus(); });
}

Result<Ref<Device>> Device::open(Context &context, const char *name)
{
    if (auto good = context.check_process(); !good)
        return std::move(good).failure().in("open").on(name);
    auto opened = open_named(context, name);
    if (!opened)
        return std::move(opened).failure();
    return Ref<Device>::adopt(new Device(context, std::move(opened->node), std::move(opened->info)));
}

Result<Ref<Device>> Device::adopt(Context &context, int fd)
{
    if (auto good = context.check_process(); !good)
        return std::move(good).failure().in("open");
    auto opened = adopt_node(context, fd);
    if (!opened)
        return std::move(opened).failure();
    return Ref<Device>::adopt(new Device(context, std::move(opened->node), std::move(opened->info)));
}

bool Device::enter() noexcept { return !context_->system().is_forked_child() && gate_.enter(); }

// The gate is shut first, so that whoever is woken finds it shut.
void Device::close() noexcept
{
    if (begin_close())
        finish_close();
}

// True if the rest falls to the caller.
bool Device::begin_close() noexcept
{
    if (gate_.is_shut())
        return false;
    const bool mine = gate_.shut();
    Ref<QueueOwner> owner;
    {
        std::lock_guard lock(owner_mutex_);
        owner = owner_;
    }
    if (owner)
        owner->device_closing();
    return mine;
}

std::shared_ptr<const kernel::CallMarks> Device::call_marks() const
{
    std::lock_guard lock(owner_mutex_);
    return call_marks_;
}

// In a forked child the driver is asked nothing, so nothing keeps the one that closes; and a thread would be all it has.
Result<void> Device::close_within(int64_t timeout_ns)
{
    if (context_->system().is_forked_child()) {
        close();
        return {};
    }
    auto is_over = closing_.run(
        context_->system(), timeout_ns, [this] { return begin_close(); },
        [self = Ref<Device>::share(this)] { self->finish_close(); });
    if (is_over && *is_over)
        return {};
    Failure failure = is_over ? not_closed_yet(timeout_ns, *call_marks()) : std::move(is_over).failure();
    return std::move(failure).in("close").on(info()->label());
}

// Runs once, when nobody is inside.
void Device::finish_close() noexcept
{
    Ref<QueueOwner> owner;
    {
        std::lock_guard lock(owner_mutex_);
        owner = std::move(owner_);
    }
    if (owner)
        owner->device_closed();
    const std::shared_ptr<kernel::CallMarks> marks = call_marks_;  // nobody opens it anew any more
    marks->begin(kernel::CallMarks::close);
    node_.reset();
    marks->end(kernel::CallMarks::close);
    closing_.tell_over();
    tell(LogLevel::info, LogTopic::device_closed, [&] { return subject_.name + " is closed"; });
}

void Device::tell_lost() noexcept
{
    if (is_lost() && !loss_told_.exchange(true))
        tell(LogLevel::error, LogTopic::device_lost,
             [&] { return subject_.name + " is gone: unplugged, or its driver was removed"; });
}

void Device::take_node(OpenedNode opened)
{
    const DeviceInfo &before = *info(), &now = *opened.info;
    if (now.path() != before.path() || now.card() != before.card() || now.bus() != before.bus() ||
        now.capabilities() != before.capabilities()) {
        infos_.push_back(std::move(opened.info));
        info_.store(&infos_.back(), std::memory_order_release);
    }
    node_ = std::move(opened.node);
    {
        std::lock_guard lock(owner_mutex_);
        call_marks_ = node_->call_marks();
    }
    modes_.forget();
    crop_.forget_device();
    loss_told_.store(false);
    lost_.store(false, std::memory_order_release);
}

// Alone inside, unless the device is closed or a call is still inside: no other gets in then, so the next attempt finds it gone.
class Device::Alone {
public:
    explicit Alone(Device &device) : device_(device.gate_.enter_alone() ? &device : nullptr) {}
    Alone(const Alone &) = delete;
    Alone &operator=(const Alone &) = delete;
    ~Alone()
    {
        if (device_ != nullptr && device_->gate_.leave_alone(is_back_))
            device_->finish_close();
    }
    explicit operator bool() const { return device_ != nullptr; }

    void let_node_go()
    {
        if (device_->node_)
            device_->calls_before_.fetch_add(device_->node_->calls().value());
        device_->node_.reset();
    }
    void take_node(OpenedNode opened)
    {
        device_->take_node(std::move(opened));
        is_back_ = true;
    }

private:
    Device *device_;
    bool is_back_ = false;
};

void Device::let_node_go()
{
    if (Alone alone(*this); alone)
        alone.let_node_go();
}

Result<void> Device::reopen(const WayBack &way)
{
    Alone alone(*this);
    if (!alone)
        return closed_failure();
    alone.let_node_go();
    auto opened = open_again(*context_, way);
    if (!opened)
        return std::move(opened).failure();
    alone.take_node(*std::move(opened));
    return {};
}

void Device::restore_settings()
{
    for (const SettingsMemory::Setting &setting : settings_.all()) {
        auto done = setting.again(*this);
        if (!done)
            tell(LogLevel::warning, LogTopic::operation_failed,
                 [&] { return "not as it was before: " + done.failure().message(); });
        if (is_lost())
            return;
    }
}

void Device::last_unref() noexcept
{
    close();
    Object::last_unref();
}

bool Device::attach(QueueOwner &owner)
{
    std::lock_guard lock(owner_mutex_);
    if (owner_)
        return false;
    owner_ = Ref<QueueOwner>::share(&owner);
    return true;
}

void Device::detach(QueueOwner &owner) noexcept
{
    Ref<QueueOwner> mine;
    std::lock_guard lock(owner_mutex_);
    if (owner_.get() == &owner)
        mine = std::move(owner_);
}

Failure Device::lost_failure() const
{
    Failure failure;
    failure.code = Code::device_gone;
    failure.device = info()->label();
    return failure;
}

Failure Device::closed_failure() const
{
    const std::string &label = info()->label();
    if (gate_.is_shut())
        return Failure{Code::object_closed}.on(label);
    if (auto good = context_->check_process(); !good)
        return std::move(good).failure().on(label);
    return lost_failure();  // it is away, and somebody tries to get it back
}

bool Device::confirm_lost() noexcept
{
    if (is_lost())
        return true;
    v4l2_capability raw{};
    if (!kernel::means_lost(node_->ioctl(VIDIOC_QUERYCAP, &raw)))
        return false;
    lost_.store(true, std::memory_order_release);
    return true;
}

DeviceState Device::state()
{
    std::lock_guard lock(owner_mutex_);
    return owner_ ? owner_->state() : DeviceState::any;
}

// The kernel shares the memory of a device only over a descriptor that may be written, whoever asks for it to be read only.
static Failure explain_read_only(const DeviceInfo &info, Failure failure)
{
    failure.cause = "the device was opened for reading only, which is enough to ask it but not to map its buffers";
    failure.cause_checked = true;
    failure.advice = info.path().empty() ? "Open it with O_RDWR and hand that descriptor over."
                                         : "Allow yourself to write to the node, too: sudo chmod g+w DEVICE";
    return failure;
}

// Another part of the program may have closed the descriptor, and its number may be another file's now: then what was answered is not
// about this device. These are the answers of a number that is nobody's, and of most other files.
static bool is_about_another_file(kernel::Node &node, Failure &failure)
{
    const int error = failure.sys_errno;
    if (error != EBADF && error != ENOTTY && error != EINVAL && error != EIO && error != ENODEV && error != ENXIO)
        return false;
    const int rc = node.check_descriptor();
    if (rc != -EBADF && rc != -ESTALE)
        return false;
    failure.code = Code::descriptor_closed;
    failure.cause = rc == -ESTALE ? "its number belongs to another file now" : "its number is that of no open file";
    failure.cause_checked = true;
    failure.advice.clear();
    return true;
}

// The original errno is kept as detail; only the meaning changes once the driver confirmed it (S02).
Failure Device::settle(Failure failure)
{
    kernel::explain_in_state(failure, state());
    const int error = failure.sys_errno;
    if (is_about_another_file(*node_, failure)) {
        // nothing is known of the device
    } else if (failure.code == Code::device_gone) {
        lost_.store(true, std::memory_order_release);
    } else if ((error == EIO || error == EPROTO || error == ENOTTY || error == EPIPE || error == EINVAL) && confirm_lost()) {
        failure.code = Code::device_gone;
        failure.cause = "the driver no longer knows the device";
        failure.cause_checked = true;
    } else if (failure.code == Code::usb_bandwidth) {
        failure = explain_bandwidth(*this, std::move(failure));
    } else if (failure.code == Code::map_failed && node_->is_read_only()) {
        failure = explain_read_only(*info(), std::move(failure));
    } else if (error == EBUSY) {
        failure = explain_busy(context_->system(), *node_, std::move(failure));
    }
    return std::move(failure).on(info()->label());
}

// A request that is answered from memory if it was made before. A device that is gone offers nothing.
template <class Entry, class Key, class F>
static Result<std::vector<Entry>> request_once(Device &device, AskedOnce<Key, Entry> &known, const Key &key,
                                               const char *operation, F &&call)
{
    if (device.is_lost())
        return device.lost_failure().in(operation);
    return known.get(key, [&] { return request<std::vector<Entry>>(device, operation, call); });
}

Result<std::vector<kernel::FormatDescription>> Device::formats()
{
    return request_once(*this, modes_.formats, 0u, "list the formats",
                        [&] { return kernel::enumerate_formats(*node_, api()); });
}

Result<std::vector<kernel::SizeRange>> Device::sizes(uint32_t fourcc)
{
    return request_once(*this, modes_.sizes, fourcc, "list the frame sizes",
                        [&] { return kernel::enumerate_sizes(*node_, fourcc); });
}

Result<std::vector<kernel::IntervalRange>> Device::intervals(uint32_t fourcc, uint32_t width, uint32_t height)
{
    return request_once(*this, modes_.intervals, {fourcc, width, height}, "list the frame intervals",
                        [&] { return kernel::enumerate_intervals(*node_, fourcc, width, height); });
}

Failure Device::not_a_camera() const
{
    Failure failure;
    failure.code = Code::not_a_capture_device;
    failure.device = info()->label();
    failure.cause = "its capabilities are " + hex(info()->capabilities());
    failure.cause_checked = true;
    return failure;
}

Result<kernel::Format> Device::format()
{
    if (!info()->captures_video())
        return not_a_camera().in("ask for the format");
    return request<kernel::Format>(*this, "ask for the format", [&] { return kernel::get_format(*node_, api()); });
}

template <class F>
static Result<Negotiated> negotiate(Device &device, const kernel::Format &wanted, const char *operation, F &&call)
{
    if (!device.info()->captures_video())
        return device.not_a_camera().in(operation).asking(format_text(wanted));
    kernel::Format asked = wanted;
    auto granted = request<kernel::Format>(device, operation, [&]() -> Result<kernel::Format> {
        auto complete = completed(device.node(), device.api(), wanted);
        if (!complete)
            return complete;
        asked = *complete;
        return call(asked);
    });
    if (!granted) {
        Failure failure = std::move(granted).failure();
        if (failure.code == Code::format_refused)
            failure = explain_refused_format(device, asked, std::move(failure));
        return std::move(failure).asking(format_text(wanted));
    }
    return Negotiated{*granted, differences(wanted, *granted)};
}

Result<Negotiated> Device::try_format(const kernel::Format &wanted)
{
    return negotiate(*this, wanted, "try the format",
                     [&](const kernel::Format &complete) { return kernel::try_format(*node_, api(), complete); });
}

Result<Negotiated> Device::set_format(const kernel::Format &wanted)
{
    auto set = negotiate(*this, wanted, "set the format",
                         [&](const kernel::Format &complete) { return kernel::set_format(*node_, api(), complete); });
    if (set)
        tell(set->differences != 0 ? LogLevel::warning : LogLevel::info, LogTopic::format_set, [&] {
            return subject_.name + " is set to " + format_text(set->granted) +
                   (set->differences != 0 ? ", asked for " + format_text(wanted) : std::string());
        });
    return set;
}

Result<kernel::Fraction> Device::interval()
{
    return request<kernel::Fraction>(*this, "ask for the frame interval", [&] { return kernel::get_interval(*node_, api()); });
}

static std::string interval_text(kernel::Fraction interval)
{
    return std::to_string(interval.numerator) + "/" + std::to_string(interval.denominator) + " s";
}

Result<kernel::Fraction> Device::set_interval(kernel::Fraction wanted)
{
    auto granted =
        request<kernel::Fraction>(*this, "set the frame interval", [&] { return kernel::set_interval(*node_, api(), wanted); });
    if (!granted)
        return std::move(granted).failure().asking(interval_text(wanted));
    tell(LogLevel::info, LogTopic::interval_set, [&] {
        return subject_.name + " is set to a frame each " + interval_text(*granted) + ", asked for " + interval_text(wanted);
    });
    return granted;
}

}  // namespace v4lxx::device
