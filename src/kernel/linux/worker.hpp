// A thread of the library's own, for whoever asks for one. Signals of the program never run on it.
#pragma once

#include <functional>
#include <thread>

namespace v4lxx::kernel {

class Worker {
public:
    Worker() = default;
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;
    ~Worker();  // of one that was not joined: it goes on alone

    int start(std::function<void()> work);  // 0 or -errno
    void join() { thread_.join(); }
    bool is_this_thread() const { return thread_.get_id() == std::this_thread::get_id(); }

private:
    std::thread thread_;
};

}  // namespace v4lxx::kernel
