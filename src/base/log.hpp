// What the library tells whoever asked to hear it. One per context: nothing is global, and without a sink a message costs one load.
// Nothing here waits, and the sink runs without any lock, so it may come back into the library.
#pragma once

#include "base/log_limiter.hpp"
#include "base/status_codes.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace v4lxx {

enum class LogLevel : uint32_t { none = 0, error = 1, warning = 2, info = 3, debug = 4 };  // v4lxx_log_level_values

// What a message is about: numbers are those of v4lxx_log_topic_values.
enum class LogTopic : uint32_t {
    device_opened = 1,
    device_closed = 2,
    device_lost = 3,
    format_set = 4,
    interval_set = 5,
    stream_started = 6,
    stream_stopped = 7,
    frames_lost = 8,
    frame_damaged = 9,
    driver_answer = 10,
    operation_failed = 11,
    device_back = 12,
    usb_reset = 13,
};

struct LogRecord {
    LogLevel level;
    LogTopic topic;
    Code code{};            // 0 if there is none
    uint64_t left_out = 0;  // messages like this one that the rate limit kept back since the last
    std::string device, message;
};

// Whom messages are about, with what the limiter needs of the name, so that a message kept back costs no allocation.
struct LogSubject {
    explicit LogSubject(std::string label) : name(std::move(label)), key(std::hash<std::string>()(name)) {}
    const std::string name;
    const uint64_t key;
};

// Where messages go. Destroyed after the last call of take(), by whoever lets go of it last.
class LogSink {
public:
    virtual ~LogSink() = default;
    virtual void take(const LogRecord &record) = 0;
};

class Log {
public:
    using Clock = std::function<int64_t()>;
    explicit Log(Clock clock) : clock_(std::move(clock)) {}

    bool wants(LogLevel level) const noexcept { return level <= level_.load(std::memory_order_relaxed); }
    void set_sink(LogLevel level, std::shared_ptr<LogSink> sink);
    // Messages that nobody heard, the rate limit or want of memory kept them back.
    uint64_t left_out() const noexcept { return left_out_.load(std::memory_order_relaxed); }

    // `text` makes the message, if it is to be said. Call it without a lock.
    template <class Text>
    void say(LogLevel level, LogTopic topic, const LogSubject &subject, Text &&text, Code code = {}) noexcept
    {
        if (!wants(level))
            return;
        try {
            uint64_t left_out = 0;
            if (admit(topic, code, subject.key, &left_out))
                hand_over({level, topic, code, left_out, subject.name, text()});
        } catch (...) {
            // Whoever gives something back must be able to do so without memory.
            left_out_.fetch_add(1, std::memory_order_relaxed);
        }
    }

private:
    class Visit;  // a thread inside the sink

    bool admit(LogTopic topic, Code code, uint64_t subject, uint64_t *left_out);
    void hand_over(LogRecord record);

    const Clock clock_;
    std::atomic<LogLevel> level_{LogLevel::none};
    std::atomic<uint64_t> left_out_{0};
    std::mutex mutex_;  // guards all below; nothing is locked before it or under it, and the sink runs without it
    std::shared_ptr<LogSink> sink_;
    LogLimiter limiter_;
    std::vector<std::thread::id> inside_;  // threads in the sink: what they cause is not told, or it would never end
};

}  // namespace v4lxx
