#include "stream/frame.hpp"

#include "stream/queue.hpp"

namespace v4lxx::stream {

const kernel::Format &Frame::format() const { return set_.format(); }
uint32_t Frame::generation() const { return set_.generation(); }

Result<device::ConvertedTime> Frame::convert_time(kernel::Clock to) const
{
    const char *operation = "convert a time stamp";
    const bool is_unset = (flags_ & frame_stamp_unset) != 0;
    if (is_unset || stamp_clock_ == kernel::Clock::unknown || stamp_clock_ == kernel::Clock::copy) {
        Failure failure;
        failure.code = Code::stamp_clock_unknown;
        failure.field = "stamp_clock";
        failure.cause = is_unset                              ? "the frame has no time stamp"
                        : stamp_clock_ == kernel::Clock::copy ? "it was copied from the input of the device"
                                                              : "the driver does not say it, and no clock shows such times";
        failure.cause_checked = true;
        return std::move(failure).in(operation);
    }
    auto converted = set_.queue().clocks().convert(origin_.timestamp_ns, stamp_clock_, to);
    if (!converted)
        return std::move(converted).failure().in(operation);
    return converted;
}

// Waits for no lock: whoever holds the queue gives the buffer back, or the next dequeue does.
void Frame::last_unref() noexcept
{
    BufferSet &set = set_;
    set.queue().frame_released(set, *this);
    set.unref();
}

}  // namespace v4lxx::stream
