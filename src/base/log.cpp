#include "base/log.hpp"

#include <algorithm>

namespace v4lxx {

class Log::Visit {
public:
    explicit Visit(Log &log) : log_(log), me_(std::this_thread::get_id())
    {
        std::lock_guard lock(log_.mutex_);
        if (std::find(log_.inside_.begin(), log_.inside_.end(), me_) != log_.inside_.end())
            return;
        log_.inside_.push_back(me_);
        sink_ = log_.sink_;
        entered_ = true;
    }
    Visit(const Visit &) = delete;
    Visit &operator=(const Visit &) = delete;
    ~Visit()
    {
        if (!entered_)
            return;
        std::lock_guard lock(log_.mutex_);
        log_.inside_.erase(std::find(log_.inside_.begin(), log_.inside_.end(), me_));
    }
    LogSink *sink() const { return sink_.get(); }  // null for a thread that is inside already

private:
    Log &log_;
    const std::thread::id me_;
    bool entered_ = false;
    std::shared_ptr<LogSink> sink_;  // goes after the mark of the thread, without the lock: it may be the last
};

void Log::set_sink(LogLevel level, std::shared_ptr<LogSink> sink)
{
    std::lock_guard lock(mutex_);
    level_.store(sink ? level : LogLevel::none, std::memory_order_relaxed);
    sink_.swap(sink);  // the old one goes after the lock, with the parameter
}

// The same message of the same device is one kind; of failures, the same code.
bool Log::admit(LogTopic topic, Code code, uint64_t subject, uint64_t *left_out)
{
    const int64_t now_ns = clock_();
    const uint64_t kind =
        subject ^ (uint64_t{static_cast<uint32_t>(topic)} << 32 | static_cast<uint32_t>(code)) * 0x9e3779b97f4a7c15u;
    std::lock_guard lock(mutex_);
    if (limiter_.admit(kind, now_ns, left_out))
        return true;
    left_out_.fetch_add(1, std::memory_order_relaxed);
    return false;
}

void Log::hand_over(LogRecord record)
{
    if (record.left_out != 0)
        record.message += " (" + std::to_string(record.left_out) + " more like this left out)";
    Visit visit(*this);
    if (visit.sink() != nullptr)
        visit.sink()->take(record);
}

}  // namespace v4lxx
