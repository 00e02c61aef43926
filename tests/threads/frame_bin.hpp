// Threads that release whatever frames are thrown to them, for tests of release from any thread.
#pragma once

#include "support/camera.hpp"

#include <deque>

namespace v4lxx::test {

class FrameBin {
public:
    explicit FrameBin(unsigned threads)
    {
        for (unsigned i = 0; i < threads; i++)
            threads_.emplace_back([this] { release_all(); });
    }
    FrameBin(const FrameBin &) = delete;
    FrameBin &operator=(const FrameBin &) = delete;
    ~FrameBin() { empty(); }

    void take(v4lxx_frame *frame)
    {
        std::lock_guard lock(mutex_);
        frames_.push_back(frame);
        changed_.notify_one();
    }
    // Waits until all is released and the threads have ended.
    void empty()
    {
        {
            std::lock_guard lock(mutex_);
            closing_ = true;
            changed_.notify_all();
        }
        for (std::thread &thread : threads_)
            thread.join();
        threads_.clear();
    }

private:
    void release_all()
    {
        for (;;) {
            v4lxx_frame *frame;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [this] { return closing_ || !frames_.empty(); });
                if (frames_.empty())
                    return;
                frame = frames_.front();
                frames_.pop_front();
            }
            v4lxx_frame_unref(frame);
        }
    }

    std::mutex mutex_;  // guards frames_ and closing_; nothing else is held with it
    std::condition_variable changed_;
    std::deque<v4lxx_frame *> frames_;
    bool closing_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace v4lxx::test
