#include "stream/stream.hpp"

#include "device/bandwidth.hpp"
#include "device/mode_penalty.hpp"
#include "device/negotiation.hpp"
#include "device/slow_frames.hpp"
#include "kernel/kernel_failure.hpp"
#include "stream/loop.hpp"

#include <cerrno>

namespace v4lxx::stream {

static constexpr uint32_t most_steps_down = 16;

static Failure refusal(Code code, const char *operation)
{
    Failure failure;
    failure.code = code;
    failure.operation = operation;
    return failure;
}

Result<Ref<Stream>> Stream::create(device::Device &device, const StreamWish &wish)
{
    const char *operation = "create a stream";
    Inside inside(device);
    if (!inside)
        return device.closed_failure().in(operation);
    const std::string label = device.info()->label();
    if (!device.info()->captures_video())
        return refusal(Code::not_a_capture_device, operation).on(label);
    if (!device.info()->is_camera())
        return refusal(Code::no_streaming, operation).on(label);
    std::unique_ptr<kernel::Event> wake;
    if (int rc = device.context().system().make_event(&wake); rc < 0)
        return kernel::call_failure(rc, "eventfd").in(operation);
    std::unique_ptr<kernel::DeviceClock> clock;
    if (wish.reconnect || wish.queue.stall_after_ns > 0)
        if (int rc = device.context().system().make_clock(device.info()->path().c_str(), &clock); rc < 0)
            return kernel::call_failure(rc, "timerfd_create").in(operation);
    auto queue =
        Ref<Queue>::adopt(new Queue(Ref<device::Device>::share(&device), std::move(wake), std::move(clock), wish.queue));
    auto stream = Ref<Stream>::adopt(new Stream(std::move(queue), wish.step_down));  // closes the queue when it goes
    if (!device.attach(stream->queue()))
        return refusal(Code::stream_exists, operation).on(label);
    if (auto good = stream->negotiate(device, wish); !good)
        return std::move(good).failure().in(operation);
    if (wish.reconnect)
        if (auto good = stream->heal_from_now_on(device, wish.reset_usb); !good)
            return std::move(good).failure().in(operation);
    return stream;
}

// While the device is there: afterwards nobody can tell any more which one it was, and how fast it was.
Result<void> Stream::heal_from_now_on(device::Device &device, bool may_reset_usb)
{
    if (auto interval = this->interval(); !interval)
        return std::move(interval).failure();
    device::WayBack way = device::way_back_to(device.context(), *device.info(), device.node());
    if (!way.name.empty())
        healing_ = std::make_unique<Healing>(*queue_, std::move(way), may_reset_usb,
                                             [this](uint64_t stops, bool anew) -> Result<void> {
                                                 if (auto good = anew ? set_as_before() : Result<void>(); !good)
                                                     return good;
                                                 return start_queue(stops);
                                             });
    return {};
}

// What the device grants now is in its frames.
Result<void> Stream::set_as_before() { return change_while_stopped(as_it_is()); }

// Only what was wished for is set: a stream without wishes changes nothing on the device.
Result<void> Stream::negotiate(device::Device &device, const StreamWish &wish)
{
    const kernel::Format &wanted = wish.format;
    if (wanted.fourcc != 0 || wanted.width != 0 || wanted.height != 0) {
        auto granted = device.set_format(wanted);
        if (!granted)
            return std::move(granted).failure();
        queue_->set_format(granted->granted);
    } else {
        auto now = device.format();
        if (!now)
            return std::move(now).failure();
        queue_->set_format(*now);
    }
    if (wish.rate.numerator != 0) {
        auto granted = device.set_interval({wish.rate.denominator, wish.rate.numerator});
        if (!granted && granted.failure().code != Code::request_unsupported)  // a device with one rate has that rate
            return std::move(granted).failure();
        std::lock_guard lock(mutex_);
        if (granted)
            interval_ = *granted;
    }
    return {};
}

Result<void> Stream::set_mode(device::Device &device, const device::Mode &mode)
{
    {
        std::lock_guard lock(mutex_);
        interval_.reset();  // of the mode before
    }
    StreamWish wish;
    wish.format.fourcc = mode.fourcc;
    wish.format.width = mode.size.width;
    wish.format.height = mode.size.height;
    wish.rate = {mode.interval.denominator, mode.interval.numerator};
    return negotiate(device, wish);
}

// False if there is none.
Result<bool> Stream::take_cheaper_mode(device::Device &device)
{
    auto now = device::current_mode(device);
    if (!now)
        return std::move(now).failure();
    auto cheaper = device::next_cheaper(device, *now);
    if (!cheaper)
        return std::move(cheaper).failure();
    if (!*cheaper)
        return false;
    if (auto good = set_mode(device, **cheaper); !good)
        return std::move(good).failure();
    auto granted = device::current_mode(device);
    // A driver that goes back to what was refused would keep this going for ever.
    return granted && device::bytes_per_second(*granted) < device::bytes_per_second(*now);
}

Result<void> Stream::start() { return healing_ ? healing_->start() : start_queue(std::nullopt); }

// The first refusal is what is told if no cheaper mode helps.
Result<void> Stream::start_queue(std::optional<uint64_t> stops)
{
    steps_down_.store(0, std::memory_order_relaxed);
    auto first = queue_->start(stops);
    if (first || !may_step_down_ || first.failure().code != Code::usb_bandwidth)
        return first;
    Ref<device::Device> device = queue_->device();
    if (!device)
        return first;
    Inside inside(*device);
    auto before = inside ? device::current_mode(*device) : device->closed_failure();
    if (!before)
        return first;
    for (uint32_t steps = 1; steps <= most_steps_down; steps++) {
        auto taken = take_cheaper_mode(*device);
        if (!taken || !*taken)
            break;
        auto started = queue_->start(stops);
        if (started) {
            steps_down_.store(steps, std::memory_order_relaxed);
            return started;
        }
        if (started.failure().code != Code::usb_bandwidth)
            break;
    }
    (void)set_mode(*device, *before);
    return first;
}

// From another thread, waits for the callback that is running: none runs after stop has returned.
Result<void> Stream::stop()
{
    if (healing_)
        healing_->give_up();
    auto stopped = queue_->stop();
    if (!stopped && stopped.failure().code == Code::device_gone)  // nothing is left to stop
        stopped = {};
    if (queue_->in_forked_child())  // a callback that ran when this process was forked runs on in the parent
        return stopped;
    std::unique_lock lock(mutex_);
    const auto mine = std::this_thread::get_id();
    callback_ended_.wait(lock, [&] { return callback_thread_ == std::thread::id() || callback_thread_ == mine; });
    return stopped;
}

void Stream::last_unref() noexcept
{
    if (Loop *loop = Loop::found(queue_->context()))
        loop->remove(*this);
    close();
    Object::last_unref();
}

Result<Next> Stream::dequeue(int64_t timeout_ns)
{
    {
        std::lock_guard lock(mutex_);
        if (sink_)
            return refusal(Code::callback_is_set, "take a frame");
    }
    return next(timeout_ns);
}

Result<NextKind> Stream::dequeue_many(Frame **frames, uint32_t most, int64_t timeout_ns, uint32_t *count)
{
    auto first = dequeue(timeout_ns);
    if (!first)
        return std::move(first).failure();
    if (first->kind != NextKind::frame)
        return first->kind;
    frames[0] = first->frame.release();
    *count = queue_->take_ready(first->start_count, frames, 1, most);
    return NextKind::frame;
}

static Failure too_small(const Frame &frame, uint64_t left, size_t size)
{
    Failure failure = argument_failure(Code::buffer_too_small, "size", {});
    failure.asked = "a frame of " + std::to_string(left) + " bytes (" + device::format_text(frame.format()) +
                    ") into a buffer of " + std::to_string(size);
    return failure;
}

// What is begun is read to its end, even after a stop: bytes that are joined are always whole frames.
Result<NextKind> Stream::read(void *buffer, size_t size, ReadMode mode, int64_t timeout_ns, uint64_t *bytes)
{
    const char *operation = "read frames";
    if (queue_->gate().is_shut())
        reader_.drop();
    if (size == 0 && mode == ReadMode::bytes)
        return NextKind::frame;
    if (!reader_.has_frame()) {
        auto next = dequeue(timeout_ns);
        if (!next)
            return std::move(next).failure().in(operation);
        if (next->kind != NextKind::frame)
            return next->kind;
        reader_.begin(std::move(next->frame));
    }
    *bytes = reader_.left();
    if (mode == ReadMode::frame && size < reader_.left()) {
        Ref<device::Device> device = queue_->device();
        return too_small(reader_.frame(), reader_.left(), size).in(operation).on(device ? device->info()->label() : "");
    }
    *bytes = reader_.copy(buffer, size, queue_->copies());
    return NextKind::frame;
}

Result<void> Stream::set_sink(std::shared_ptr<FrameSink> sink)
{
    if (queue_->gate().is_shut())
        return refusal(Code::object_closed, "set the callback");
    std::lock_guard lock(mutex_);
    sink_.swap(sink);  // the old one goes after the lock, with the parameter
    return {};
}

// False if the stream was stopped since the frame was taken: no callback runs after that.
bool Stream::begin_callback(uint64_t start_count)
{
    std::lock_guard lock(mutex_);
    if (queue_->start_count() != start_count)
        return false;
    callback_thread_ = std::this_thread::get_id();
    return true;
}

void Stream::end_callback() noexcept
{
    {
        std::lock_guard lock(mutex_);
        callback_thread_ = {};
    }
    callback_ended_.notify_all();
}

Result<NextKind> Stream::dispatch(int64_t timeout_ns)
{
    const char *operation = "dispatch frames";
    std::shared_ptr<FrameSink> sink;
    {
        std::lock_guard lock(mutex_);
        if (callback_thread_ == std::this_thread::get_id())
            return refusal(Code::inside_callback, operation);
        sink = sink_;
    }
    if (queue_->gate().is_shut())
        return refusal(Code::object_closed, operation);
    if (!sink)
        return refusal(Code::callback_not_set, operation);
    auto next = this->next(timeout_ns);
    if (!next)
        return std::move(next).failure();
    if (next->kind != NextKind::frame)
        return next->kind;
    if (!begin_callback(next->start_count))
        return refusal(Code::stopped_meanwhile, operation);
    struct End {
        Stream &stream;
        ~End() { stream.end_callback(); }
    } end{*this};
    sink->take(*next->frame);
    return NextKind::frame;
}

Result<kernel::Fraction> Stream::interval()
{
    {
        std::lock_guard lock(mutex_);
        if (interval_)
            return *interval_;
    }
    Ref<device::Device> device = queue_->device();
    if (!device)
        return refusal(Code::object_closed, "ask for the frame interval");
    Inside inside(*device);
    if (!inside)
        return device->closed_failure().in("ask for the frame interval");
    auto asked = device->interval();
    if (!asked && asked.failure().code != Code::request_unsupported)
        return std::move(asked).failure();
    std::lock_guard lock(mutex_);
    interval_ = asked ? *asked : kernel::Fraction{};
    return *interval_;
}

// Fewer frames say little: the first ones after a start come irregularly.
static constexpr uint32_t fewest_intervals = 10;

static RateVerdict verdict_of(const Rate &rate, uint64_t nominal_uhz)
{
    if (rate.measured_uhz == 0 || nominal_uhz == 0 || rate.measured.intervals < fewest_intervals)
        return RateVerdict::unknown;
    if (rate.measured_uhz >= nominal_uhz / 5 * 4)
        return RateVerdict::as_told;
    return rate.measured.missing == 0 ? RateVerdict::slower : RateVerdict::frames_lost;
}

Result<Rate> Stream::rate()
{
    auto interval = this->interval();
    if (!interval)
        return std::move(interval).failure();
    Rate rate;
    rate.interval = *interval;
    rate.measured = queue_->rate().measure();
    if (rate.measured.ns > 0)
        rate.measured_uhz = static_cast<uint64_t>(uint64_t{rate.measured.intervals} * 1'000'000'000'000'000 /
                                                  static_cast<uint64_t>(rate.measured.ns));
    rate.verdict = verdict_of(rate, device::rate_uhz(*interval));
    return rate;
}

Result<RateVerdict> Stream::check_rate()
{
    const char *operation = "keep the rate";
    auto rate = this->rate();
    if (!rate)
        return std::move(rate).failure();
    if (rate->verdict != RateVerdict::slower)
        return rate->verdict;
    Ref<device::Device> device = queue_->device();
    if (!device)
        return refusal(Code::object_closed, operation);
    Inside inside(*device);
    if (!inside)
        return device->closed_failure().in(operation);
    if (device->is_lost())
        return device->lost_failure().in(operation);
    return device::explain_slow_frames(*device, rate->interval, rate->measured_uhz).in(operation).on(device->info()->label());
}

}  // namespace v4lxx::stream
