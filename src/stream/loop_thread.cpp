#include "stream/loop.hpp"

#include "kernel/kernel_failure.hpp"

namespace v4lxx::stream {

// A context that goes has no thread: that holds a reference of it.
Loop::~Loop() = default;

Result<void> Loop::start_thread()
{
    const char *operation = "start the thread of the loop";
    std::lock_guard lock(thread_mutex_);
    if (thread_ || taken_.load())
        return Failure{Code::loop_busy}.in(operation);
    auto worker = std::make_unique<kernel::Worker>();
    wait_failed_ = false;
    const int rc = worker->start([this, context = Ref<device::Context>::share(&context_)] { run_thread(); });
    if (rc < 0)
        return kernel::call_failure(rc, "pthread_create").in(operation);
    thread_ = std::move(worker);
    return {};
}

// A stream that failed has left the loop, so its failure does not come again. One of the loop itself would: it ends the thread.
void Loop::run_thread() noexcept
{
    while (!stopping_.load() && !wait_failed_) {
        try {
            (void)dispatch(kernel::forever_ns, 0);
        } catch (const std::bad_alloc &) {
            events_.count_missed();
        }
    }
    stopping_.store(false);
}

void Loop::stop_thread() noexcept
{
    std::unique_ptr<kernel::Worker> ended;    // goes after the lock
    if (context_.system().is_forked_child())  // the thread is the parent's
        return;
    std::lock_guard lock(thread_mutex_);
    if (!thread_)
        return;
    stopping_.store(true);
    waker_.wake();
    if (!thread_->is_this_thread())
        thread_->join();
    ended = std::move(thread_);
}

}  // namespace v4lxx::stream
