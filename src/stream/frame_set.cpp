#include "stream/frame_set.hpp"

#include <memory>

namespace v4lxx::stream {

// The pool may end with the last set that comes back to it.
void FrameSet::last_unref() noexcept
{
    for (Member &member : members_)
        member = {};
    Ref<FrameSetPool> pool = std::move(pool_);
    pool->put(*this);
}

Ref<FrameSet> FrameSetPool::take(uint32_t camera_count)
{
    std::unique_ptr<FrameSet> set;
    {
        std::lock_guard lock(mutex_);
        if (!free_.empty()) {
            set.reset(free_.back());
            free_.pop_back();
        } else {
            free_.reserve(free_.capacity() + 1);  // so that it can be put back
            set.reset(new FrameSet);
        }
    }
    if (set->members_.size() < camera_count)
        set->members_.resize(camera_count);
    set->facts_ = {.camera_count = camera_count};
    set->pool_ = Ref<FrameSetPool>::share(this);
    set->revive();
    return Ref<FrameSet>::adopt(set.release());
}

void FrameSetPool::put(FrameSet &set) noexcept
{
    std::lock_guard lock(mutex_);
    free_.push_back(&set);
}

FrameSetPool::~FrameSetPool()
{
    for (FrameSet *set : free_)
        delete set;
}

}  // namespace v4lxx::stream
