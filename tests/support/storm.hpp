// A signal that comes again and again, for tests of what must not notice.
#pragma once

#include "support/check.hpp"

#include <csignal>
#include <ctime>

namespace v4lxx::test {

// For the life of the object; one at a time.
class Storm {
public:
    Storm(int signal, int64_t interval_ns) : signal_(signal)
    {
        seen() = 0;
        struct sigaction action{};
        action.sa_handler = [](int) { seen()++; };  // without SA_RESTART
        assert_int_equal(sigaction(signal, &action, &before_), 0);
        sigevent event{};
        event.sigev_notify = SIGEV_SIGNAL;
        event.sigev_signo = signal;
        assert_int_equal(timer_create(CLOCK_MONOTONIC, &event, &timer_), 0);
        const timespec interval{0, static_cast<long>(interval_ns)};
        const itimerspec times{interval, interval};
        assert_int_equal(timer_settime(timer_, 0, &times, nullptr), 0);
    }
    Storm(const Storm &) = delete;
    Storm &operator=(const Storm &) = delete;
    ~Storm()
    {
        timer_delete(timer_);
        sigaction(signal_, &before_, nullptr);
    }
    uint64_t signals() const { return seen(); }

private:
    static std::atomic<uint64_t> &seen()
    {
        static std::atomic<uint64_t> count{0};
        return count;
    }

    const int signal_;
    timer_t timer_{};
    struct sigaction before_{};
};

}  // namespace v4lxx::test
