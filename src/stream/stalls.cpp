// A driver that goes on without giving anything good: what is told of it, and when a program that set a time for it hears of a failure.
#include "stream/loop.hpp"
#include "stream/queue.hpp"

namespace v4lxx::stream {

// It says that there is a frame, and there is none.
void Queue::tell_idle(device::Device &device) noexcept
{
    Arrival arrival;
    {
        Lock lock(*this);
        arrival.bad = bad_.add(false, device.node().now_ns());
    }
    tell_arrival(device, arrival, tag());
}

// The program's own doing is no stall: without a buffer a driver has nothing to fill.
bool Queue::has_stalled(device::Device &device)
{
    const int64_t now_ns = device.node().now_ns();
    if (account_.queued.value() == 0 || ended_)
        watchdog_.feed(now_ns);
    const bool is_over = watchdog_.is_over(now_ns);
    if (is_over)
        watchdog_.feed(now_ns);  // told again after as long a time
    watchdog_.rearm(*clock_, now_ns);
    return is_over;
}

Result<void> Queue::check_stall(device::Device &device, uint64_t start_count)
{
    if (!watchdog_.is_on())
        return {};
    {
        Lock lock(*this);
        if (!set_ || this->start_count() != start_count || !has_stalled(device))
            return {};
    }
    account_.stalls.add();
    Failure failure{Code::stream_stalled};
    failure.cause = "no good frame for " + std::to_string(wish_.stall_after_ns / 1'000'000) + " ms, although the driver had " +
                    std::to_string(account_.queued.value()) + " buffers";
    failure.cause_checked = true;
    const auto text = [&] { return device.info()->label() + " gives nothing: " + failure.cause; };
    device.tell(LogLevel::warning, LogTopic::operation_failed, text, failure.code);
    post_event({.kind = EventKind::stalled, .tag = tag(), .span_ns = wish_.stall_after_ns, .code = failure.code}, device, text);
    return failure;
}

}  // namespace v4lxx::stream
