// What one thread at a time does, while others that want to do the same go away without waiting.
#pragma once

#include <atomic>

namespace v4lxx::stream {

class Turn {
public:
    explicit Turn(std::atomic<bool> &taken) noexcept : taken_(taken.exchange(true) ? nullptr : &taken) {}
    Turn(const Turn &) = delete;
    Turn &operator=(const Turn &) = delete;
    ~Turn()
    {
        if (taken_ != nullptr)
            taken_->store(false);
    }
    explicit operator bool() const { return taken_ != nullptr; }

private:
    std::atomic<bool> *taken_;  // null: it is another thread's turn
};

}  // namespace v4lxx::stream
