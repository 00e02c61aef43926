// Frames that were taken at the same time, one of each camera of a group. Sets are used again and again: no allocation per set.
#pragma once

#include "stream/frame.hpp"
#include "stream/group_matcher.hpp"

#include <mutex>
#include <vector>

namespace v4lxx::stream {

class FrameSetPool;

class FrameSet final : public Object {
public:
    struct Facts {
        uint64_t number = 0;  // of the sets of its group, from 0
        GroupMatcher::Decision decision;
        uint32_t camera_count = 0;
    };
    struct Member {
        Ref<Frame> frame;       // null: it is missing
        int64_t moment_ns = 0;  // its time stamp, made comparable with those of the others
    };
    const Facts &facts() const { return facts_; }
    const Member *member(uint32_t camera) const { return camera < facts_.camera_count ? &members_[camera] : nullptr; }

protected:
    void last_unref() noexcept override;

private:
    friend class FrameSetPool;
    friend class Group;
    FrameSet() : Object(0) {}

    Facts facts_;
    std::vector<Member> members_;
    Ref<FrameSetPool> pool_;  // while it is somebody's
};

// Outlives its group as long as sets are held.
class FrameSetPool final : public Object {
public:
    Ref<FrameSet> take(uint32_t camera_count);
    void put(FrameSet &set) noexcept;

protected:
    ~FrameSetPool() override;

private:
    std::mutex mutex_;  // guards free_; nothing is locked under it
    std::vector<FrameSet *> free_;
};

}  // namespace v4lxx::stream
