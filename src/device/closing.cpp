#include "device/closing.hpp"

#include "kernel/kernel_failure.hpp"
#include "kernel/linux/worker.hpp"

#include <new>

namespace v4lxx::device {

void Closing::tell_over() noexcept
{
    std::lock_guard lock(mutex_);
    is_over_ = true;
    if (end_)
        end_->signal();
}

Result<std::shared_ptr<kernel::Event>> Closing::end(kernel::System &system)
{
    std::lock_guard lock(mutex_);
    if (is_over_)
        return std::shared_ptr<kernel::Event>();
    if (!end_) {
        std::unique_ptr<kernel::Event> event;
        if (const int rc = system.make_event(&event); rc < 0)
            return kernel::call_failure(rc, "eventfd");
        end_ = std::move(event);
    }
    return end_;
}

static bool starts(kernel::Worker &worker, std::function<void()> &work) noexcept
{
    try {
        return worker.start(std::move(work)) == 0;
    } catch (const std::bad_alloc &) {
        return false;
    }
}

// All that can fail comes first, while the object is as it was. Without a thread the caller has to take the time it takes.
Result<bool> Closing::run(kernel::System &system, int64_t timeout_ns, const std::function<bool()> &begin,
                          const std::function<void()> &finish)
{
    auto end = this->end(system);
    if (!end)
        return std::move(end).failure();
    if (!*end)
        return true;
    std::unique_ptr<kernel::WaitSet> set;
    if (const int rc = system.make_wait_set(&set); rc < 0)
        return kernel::call_failure(rc, "epoll_create1");
    if (const int rc = set->add((*end)->fd(), 0); rc < 0)
        return kernel::call_failure(rc, "epoll_ctl");
    kernel::Worker worker;
    std::function<void()> work = finish;
    const bool is_mine = begin(), has_worker = is_mine && starts(worker, work);
    if (is_mine && !has_worker)
        finish();
    kernel::WaitSet::Entry entry;
    const int rc = set->wait(&entry, 1, timeout_ns);
    if (rc > 0 && has_worker)
        worker.join();
    if (rc < 0)
        return kernel::wait_failure(rc);
    return rc > 0;
}

static std::string time_text(int64_t ns)
{
    constexpr int64_t ms = 1'000'000, tenth = 100 * ms;
    if (ns < 10 * tenth)
        return std::to_string(ns / ms) + " ms";
    return std::to_string(ns / tenth / 10) + "." + std::to_string(ns / tenth % 10) + " s";
}

Failure not_closed_yet(int64_t timeout_ns, const kernel::CallMarks &calls)
{
    Failure failure;
    failure.code = Code::call_not_returned;
    const std::string names = calls.text(), time = timeout_ns > 0 ? " for " + time_text(timeout_ns) : " yet";
    failure.cause =
        names.empty() ? "a call of this program has not ended" + time : "the driver has not returned from " + names + time;
    failure.cause_checked = true;
    return failure;
}

}  // namespace v4lxx::device
