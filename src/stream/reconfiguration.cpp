// Another format, rate or number of buffers of a stream, in one call.
#include "stream/stream.hpp"

#include <cerrno>

namespace v4lxx::stream {

static bool changes(const kernel::Format &wanted, const kernel::Format &now)
{
    return (wanted.fourcc != 0 && wanted.fourcc != now.fourcc) || (wanted.width != 0 && wanted.width != now.width) ||
           (wanted.height != 0 && wanted.height != now.height);
}

Stream::Change Stream::as_it_is()
{
    Change change;
    const kernel::Format format = queue_->format();
    change.format.fourcc = format.fourcc;
    change.format.width = format.width;
    change.format.height = format.height;
    change.buffers = queue_->wanted_buffers();
    std::lock_guard lock(mutex_);
    if (interval_)
        change.rate = {interval_->denominator, interval_->numerator};
    return change;
}

Result<void> Stream::change_while_stopped(const Change &change)
{
    Ref<device::Device> device = queue_->device();
    if (!device)
        return Failure{Code::object_closed};
    Inside inside(*device);
    if (!inside)
        return device->closed_failure();
    if (change.buffers != 0)
        queue_->want_buffers(change.buffers);
    StreamWish wish;
    wish.format = change.format;
    wish.rate = change.rate;
    return negotiate(*device, wish);
}

// True: nothing is left to do. Many drivers take a rate while they stream, none another format.
Result<bool> Stream::change_while_running(const Change &change)
{
    if (change.format.fourcc != 0 || change.format.width != 0 || change.format.height != 0 ||
        (change.buffers != 0 && change.buffers != queue_->wanted_buffers()))
        return false;
    if (change.rate.numerator == 0)
        return true;
    auto done = change_while_stopped({{}, change.rate, 0});
    if (done)
        return true;
    if (done.failure().sys_errno == EBUSY)
        return false;
    return std::move(done).failure();
}

Result<void> Stream::reconfigure(const Change &wanted)
{
    const char *operation = "reconfigure the stream";
    Change change = wanted;
    if (!changes(wanted.format, queue_->format()))
        change.format = {};  // nothing to be set
    if (change.buffers != 0 && change.buffers <= queue_->min_queued())
        return argument_failure(Code::value_out_of_range, "options.buffer_count", "min_queued keeps all of them").in(operation);
    const bool ran = queue_->buffer_count() > 0;
    if (ran) {
        auto done = change_while_running(change);
        if (!done)
            return std::move(done).failure().in(operation);
        if (*done)
            return {};
    }
    if (auto asked = interval(); !asked)  // so that it can be set again
        return std::move(asked).failure().in(operation);
    const Change before = as_it_is();
    if (auto stopped = ran ? stop() : Result<void>(); !stopped)
        return std::move(stopped).failure().in(operation);
    auto done = change_while_stopped(change);
    if (done && ran)
        done = start();
    if (done)
        return {};
    // What it was before was granted once; if that fails too, the first failure is the one to tell.
    if (change_while_stopped(before) && ran)
        (void)start();
    return std::move(done).failure().in(operation);
}

}  // namespace v4lxx::stream
