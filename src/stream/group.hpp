// Several cameras in step: waits for all their streams at once and hands out the frames that were taken at the same time.
#pragma once

#include "stream/frame_set.hpp"
#include "stream/stream.hpp"

#include <vector>

namespace v4lxx::stream {

class Group final : public Object {
public:
    static Result<Ref<Group>> create(device::Context &context, const GroupWish &wish);

    // Its number is how many there were before. One that has left, by a failure or its end, comes back to its place.
    Result<void> add(Stream &stream, int64_t offset_ns);
    struct Taken {
        NextKind kind = NextKind::again;
        Ref<FrameSet> set;
    };
    // Ended: no set can come any more.
    Result<Taken> next(int64_t timeout_ns);
    void cancel() noexcept;  // async-signal-safe
    int fd();                // readable when next() has something to do

    struct Facts {
        uint32_t camera_count = 0;
        bool by_sequences = false;
        int64_t tolerance_ns = 0;
        uint64_t complete = 0, incomplete = 0;
        Histogram::Snapshot skew;
        uint64_t waits = 0;  // system calls of its own
    };
    Facts facts();
    std::optional<GroupMatcher::CameraFacts> camera(uint32_t index);
    device::Context &context() const { return *context_; }

protected:
    ~Group() override;

private:
    enum Token : uint64_t { of_waker = 0, of_more = 1, of_alarm = 2, of_first_stream = 3 };
    struct Member {
        Ref<Stream> stream;
        bool is_in = false;       // the set of descriptors
        uint32_t generation = 0;  // of its last frame
        uint64_t frames_since_start = 0;
        Ring<Ref<Frame>, GroupMatcher::most_waiting + 1> frames;  // those that wait in the matcher
    };

    Group(device::Context &context, const GroupWish &wish, std::unique_ptr<kernel::Event> wake,
          std::unique_ptr<kernel::Event> more)
        : context_(Ref<device::Context>::share(&context)), pool_(Ref<FrameSetPool>::adopt(new FrameSetPool)),
          waker_(std::move(wake)), more_(std::move(more)), matcher_(wish)
    {
        members_.reserve(GroupMatcher::most_cameras);
    }
    Result<void> make_set(bool has_deadlines);
    uint32_t index_of(const Stream &stream) const;
    Result<bool> wait_for_ready(int64_t left_ns);
    Result<void> handle_ready(Wait &wait);
    Result<void> take_from(uint32_t index);
    Result<void> take_in(uint32_t index, Ref<Frame> frame);
    Result<void> tell_failure(uint32_t index, Failure failure);
    void leave(uint32_t index);
    Ref<FrameSet> take_set();
    Ref<FrameSet> decide();
    Ref<FrameSet> gather(const GroupMatcher::Decision &decision);
    bool is_over();
    void set_alarm();

    const Ref<device::Context> context_;
    const Ref<FrameSetPool> pool_;
    Waker waker_;
    // For who polls the descriptor: a set waits, or a frame has waited long enough. The second is null if frames may wait without end.
    const std::unique_ptr<kernel::Event> more_;
    std::unique_ptr<kernel::DeviceClock> clock_;
    std::unique_ptr<kernel::WaitSet> set_;
    std::atomic<bool> fd_asked_{false}, has_more_{false};

    // Of the thread whose turn it is.
    std::atomic<bool> taken_{false};
    std::vector<Member> members_;
    kernel::WaitSet::Entry ready_[GroupMatcher::most_cameras + of_first_stream];
    unsigned ready_next_ = 0, ready_count_ = 0;
    uint32_t least_waiting_ = 0;  // frames of a camera that is ready
    uint32_t fruitless_ = 0;      // waits without a frame, in a row
    Ref<FrameSet> waiting_set_;   // decided, not handed out yet
    uint64_t sets_ = 0;

    // Guards all below, which the thread whose turn it is changes and others read. Nothing is locked under it, and nothing of the user's runs
    // under it.
    std::mutex mutex_;
    GroupMatcher matcher_;
    int64_t alarm_ns_ = -1;
};

}  // namespace v4lxx::stream
