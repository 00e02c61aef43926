#include "stream/arrival.hpp"

namespace v4lxx::stream {

static void tell_trouble(const device::Device &device, const Arrival &arrival) noexcept
{
    const auto frame = [&] { return "frame " + std::to_string(arrival.number) + " of " + device.subject().name; };
    const auto fate = [&] { return arrival.dropped ? "; it is not handed out" : "; it is handed out, marked"; };
    if (arrival.missing != 0)
        device.tell(LogLevel::warning, LogTopic::frames_lost, [&] {
            return std::to_string(arrival.missing) + " lost before " + frame() +
                   ": the driver had no free buffer, or lost them on the way";
        });
    if (arrival.cut)
        device.tell(LogLevel::warning, LogTopic::driver_answer,
                    [&] { return "the driver told of more bytes in " + frame() + " than its buffer has; they were cut off"; });
    if (arrival.empty)
        device.tell(LogLevel::warning, LogTopic::frame_damaged, [&] { return frame() + " has no bytes" + fate(); });
    else if (arrival.corrupt)
        device.tell(LogLevel::warning, LogTopic::frame_damaged,
                    [&] { return frame() + " is damaged, says the driver" + fate(); });
    if (arrival.io_error)
        device.tell(LogLevel::warning, LogTopic::driver_answer,
                    [&] { return "VIDIOC_DQBUF of " + device.subject().name + " answered EIO; it is tried again"; });
}

void tell_arrival(const device::Device &device, const Arrival &arrival) noexcept
{
    if (arrival.has_trouble())
        tell_trouble(device, arrival);
}

}  // namespace v4lxx::stream
