#include "kernel/linux/worker.hpp"

#include <csignal>
#include <system_error>
#include <utility>

namespace v4lxx::kernel {

Worker::~Worker()
{
    if (thread_.joinable())
        thread_.detach();
}

void Worker::join() { thread_.join(); }

bool Worker::is_this_thread() const { return thread_.get_id() == std::this_thread::get_id(); }

// A thread is born with the signal mask of its maker.
int Worker::start(std::function<void()> work)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int rc = 0;
    try {
        thread_ = std::thread(std::move(work));
    } catch (const std::system_error &error) {
        rc = -error.code().value();
    }
    pthread_sigmask(SIG_SETMASK, &before, nullptr);
    return rc;
}

}  // namespace v4lxx::kernel
