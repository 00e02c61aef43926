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
    void join();
    bool is_this_thread() const;

private:
    std::thread thread_;
};

}  // namespace v4lxx::kernel
