// Names and scripts of simulated devices: text that users write. The first line follows "sim:"; the rest is a script.
#include "kernel/host.hpp"
#include "kernel/sim/device.hpp"
#include "support/require.hpp"

#include "capi/handle.hpp"
#include "image/jpeg.hpp"

#include <string>
#include <string_view>

using namespace v4lxx;

namespace {

constexpr uint32_t largest_pixels = 320 * 240;
constexpr size_t largest_picture = 4 << 20;

// A few frames, each failure with its words; what the script makes of it is not judged here.
void take_frames(v4lxx_device *device)
{
    v4lxx_error *error = nullptr;
    v4lxx_stream *stream = nullptr;
    v4lxx_frame *frame = nullptr;
    auto settle = [&](v4lxx_status status) {
        REQUIRE((status < 0) == (error != nullptr));
        REQUIRE(v4lxx_error_get_code(error) != V4LXX_CODE_INTERNAL);
        v4lxx_error_free(error);
        error = nullptr;
        return status;
    };
    if (settle(v4lxx_stream_create(device, nullptr, &stream, &error)) < 0)
        return;
    settle(v4lxx_stream_start(stream, &error));
    for (int i = 0; i < 6; i++) {
        settle(v4lxx_stream_dequeue(stream, 100'000'000, &frame, &error));
        v4lxx_frame_unref(frame);
    }
    settle(v4lxx_stream_stop(stream, &error));
    v4lxx_stream_unref(stream);
}

size_t picture_bytes(const kernel::sim::Device &device)
{
    const kernel::sim::Layout layout = device.layout();
    size_t bytes = 0;
    for (uint32_t i = 0; i < layout.format->memory_planes; i++)
        bytes += layout.memory[i].sizeimage;
    return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const size_t end = text.find('\n');
    const std::string_view script = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    std::string name = "sim:" + std::string(text.substr(0, end));
    if (name.find("script=") != std::string::npos || name.find('\0') != std::string::npos)
        return 0;  // a script comes from this input, not from the files of the machine
    name += ",clock=virtual";

    auto host = std::make_unique<kernel::Host>(image::jpeg_from_rgb);
    std::string problem;
    bool in_script = false;
    const auto sim = host->world().make(name, &problem, &in_script);
    REQUIRE((sim == nullptr) == !problem.empty() && !in_script);
    if (sim == nullptr)
        return 0;
    const bool good = sim->inject(script, &problem) == 0;
    REQUIRE(good || problem.find("line") != std::string::npos || problem.find("rules") != std::string::npos);
    // Hours of virtual time at thousands of frames a second, or pictures of many megabytes, are right but slow.
    const kernel::sim::Parameters &parameters = sim->parameters();
    if (parameters.initial_size.width * parameters.initial_size.height > largest_pixels ||
        picture_bytes(*sim) > largest_picture || script.find("delay") != std::string_view::npos)
        return 0;
    auto *context = capi::handle<v4lxx_context>(Ref<device::Context>::adopt(new device::Context(std::move(host))));
    v4lxx_device *device = nullptr;
    v4lxx_error *error = nullptr;
    const v4lxx_status status = v4lxx_device_open(context, name.c_str(), nullptr, &device, &error);
    REQUIRE((status < 0) == (error != nullptr));
    v4lxx_error_free(error);
    if (status == V4LXX_OK)
        take_frames(device);
    v4lxx_device_unref(device);
    v4lxx_context_unref(context);
    return 0;
}
