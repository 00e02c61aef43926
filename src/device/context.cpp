#include "device/context.hpp"

#include "image/jpeg.hpp"
#include "kernel/host.hpp"

namespace v4lxx::device {

Context::Context() : Context(std::make_unique<kernel::Host>(image::jpeg_from_rgb)) {}

Context::Context(std::unique_ptr<kernel::System> system)
    : system_(std::move(system)), log_([this] { return system_->now_ns(); }), clocks_(*system_)
{
}

Result<void> Context::check_process() const
{
    if (!system_->is_forked_child())
        return {};
    return Failure{Code::wrong_process};
}

}  // namespace v4lxx::device
