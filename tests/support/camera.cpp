#include "support/camera.hpp"

#include "device/context.hpp"
#include "kernel/host.hpp"
#include "kernel/sim/sim.hpp"
#include "stream/stream.hpp"

namespace v4lxx::test {

v4lxx_frame_info HeldFrame::info() const
{
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
    ASSERT_OK(v4lxx_frame_read_info(frame_, &info, &error));
    return info;
}

kernel::sim::Picture HeldFrame::picture() const
{
    const v4lxx_frame_info info = this->info();
    kernel::sim::Picture picture;
    picture.fourcc = info.fourcc;
    picture.size = {info.width, info.height};
    for (uint32_t i = 0; i < info.plane_count; i++) {
        size_t size = 0;
        picture.plane[i] = static_cast<const uint8_t *>(v4lxx_frame_get_plane_data(frame_, i, &size));
        assert_int_equal(size, info.plane_bytes[i]);
        assert_true(reinterpret_cast<uintptr_t>(picture.plane[i]) == info.plane_address[i]);
        picture.stride[i] = info.plane_stride[i];
        picture.size_bytes = size;
    }
    return picture;
}

uint32_t HeldFrame::chart_number() const
{
    auto number = kernel::sim::read_sequence(picture());
    assert_true(number.has_value());
    return *number;
}

void HeldFrame::assert_intact(kernel::sim::Pattern pattern) const
{
    const std::string damage = kernel::sim::find_damage(picture(), pattern, chart_number());
    if (!damage.empty())
        fail_msg("the picture was overwritten: %s", damage.c_str());
}

// A context of the public API always has the machine behind it, simulated devices included.
static kernel::sim::World &world_of(v4lxx_context *context)
{
    return dynamic_cast<kernel::Host &>(reinterpret_cast<device::Context *>(context)->system()).world();
}

uint64_t frames_counted(v4lxx_stream *stream) { return reinterpret_cast<stream::Stream *>(stream)->queue().frames_counted(); }

std::shared_ptr<kernel::sim::Device> sim_of(v4lxx_context *context, const std::string &name)
{
    return world_of(context).find(name);
}

std::shared_ptr<kernel::sim::Device> make_sim(v4lxx_context *context, const std::string &name)
{
    std::string problem;
    bool in_script = false;
    auto made = world_of(context).make(name, &problem, &in_script);
    if (!made)
        fail_msg("%s: %s", name.c_str(), problem.c_str());
    return made;
}

static v4lxx_stream_options options_with(uint32_t buffers, uint32_t flags)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.buffer_count = buffers;
    options.flags = flags;
    return options;
}

Camera::Camera(const std::string &name, uint32_t buffers, uint32_t flags) : Camera(name, options_with(buffers, flags)) {}

Camera::Camera(v4lxx_context *context, const std::string &name, uint32_t buffers, uint32_t flags)
    : Camera(name, options_with(buffers, flags), context)
{
}

Camera::Camera(const std::string &name, const v4lxx_stream_options &options, v4lxx_context *context)
    : name_(name), context_(v4lxx_context_ref(context))
{
    if (context_ == nullptr)
        ASSERT_OK(v4lxx_context_create(nullptr, &context_, &error));
    ASSERT_OK(v4lxx_device_open(context_, name.c_str(), nullptr, &device_, &error));
    ASSERT_OK(v4lxx_stream_create(device_, &options, &stream_, &error));
    sim_ = sim_of(context_, name);
    assert_non_null(sim_.get());
}

Camera::~Camera() noexcept(false)
{
    close();
    if (!check_violations_)
        return;
    for (const std::string &violation : sim_->violations())
        fail_msg("the client broke a rule: %s", violation.c_str());
}

void Camera::close()
{
    v4lxx_stream_unref(stream_);
    v4lxx_device_unref(device_);
    v4lxx_context_unref(context_);
    stream_ = nullptr;
    device_ = nullptr;
    context_ = nullptr;
}

void Camera::inject(const std::string &rules)
{
    std::string problem;
    if (sim_->inject(rules, &problem) < 0)
        fail_msg("%s: %s", rules.c_str(), problem.c_str());
}

HeldFrame take_frame(v4lxx_stream *stream, int64_t timeout_ns)
{
    v4lxx_frame *frame = nullptr;
    ASSERT_OK(v4lxx_stream_dequeue(stream, timeout_ns, &frame, &error));
    return HeldFrame(frame);
}

v4lxx_status try_take_frame(v4lxx_stream *stream, int64_t timeout_ns, v4lxx_code *code)
{
    v4lxx_frame *frame = nullptr;
    v4lxx_error *error = nullptr;
    const v4lxx_status status = v4lxx_stream_dequeue(stream, timeout_ns, &frame, &error);
    if (code != nullptr)
        *code = v4lxx_error_get_code(error);
    v4lxx_error_free(error);
    v4lxx_frame_unref(frame);
    return status;
}

v4lxx_stream_state read_state(v4lxx_stream *stream)
{
    v4lxx_stream_state state = V4LXX_STREAM_STATE_INIT;
    ASSERT_OK(v4lxx_stream_read_state(stream, &state, &error));
    return state;
}

v4lxx_stream_account read_account(v4lxx_stream *stream)
{
    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
    ASSERT_OK(v4lxx_stream_read_account(stream, &account, &error));
    return account;
}

}  // namespace v4lxx::test
