#include "stream/frame.hpp"

#include "stream/queue.hpp"

namespace v4lxx::stream {

const kernel::Format &Frame::format() const { return set_.format(); }
uint32_t Frame::generation() const { return set_.generation(); }

// Waits for no lock: whoever holds the queue gives the buffer back, or the next dequeue does.
void Frame::last_unref() noexcept
{
    BufferSet &set = set_;
    set.queue().frame_released(set, *this);
    set.unref();
}

}  // namespace v4lxx::stream
