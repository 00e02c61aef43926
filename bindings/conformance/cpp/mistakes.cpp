/* SPDX-License-Identifier: MIT */
// The mistakes of ../scenarios/bad_input.txt: each is refused with an exception, or by the compiler, which refused.cpp shows.
#include "runner.hpp"

#include <limits>

namespace {

// A camera that runs, with a frame that was let go of.
struct Camera {
    v4lxx::Context context = v4lxx::Context::create();
    v4lxx::Device device = context.open("sim:camera,clock=virtual,pattern=cells");
    v4lxx::Stream stream = device.create_stream();
    v4lxx::Frame frame;

    Camera()
    {
        stream.start();
        frame = *stream.next(std::chrono::seconds(1));
        frame.reset();
    }
};

void name_with_nul(Camera &camera) { (void)camera.context.open(std::string("sim:camera\0,format=NV12", 23)); }
void nil_name(Camera &camera)
{
    const char *name = nullptr;
    (void)camera.context.open(name);
}
void nil_context(Camera &) { (void)v4lxx::Context().open("sim:camera"); }
void nil_device(Camera &) { (void)v4lxx::Device().create_stream(); }
void control_value_huge(Camera &camera)
{
    camera.device.set_control(camera.device.find_control("clock_offset"), std::numeric_limits<std::uint64_t>::max() / 2 + 1);
}
void released_info(Camera &camera) { (void)camera.frame.info(); }
void released_bytes(Camera &camera) { (void)camera.frame.plane(0); }
void released_twice(Camera &camera)
{
    camera.frame.reset();
    camera.frame.reset();
    throw std::out_of_range("allowed, which counts as refused");
}
void closed_context(Camera &camera)
{
    camera.context.reset();
    (void)camera.context.open("sim:camera");
}
void abi_too_small(Camera &camera)
{
    v4lxx_frame_info info{};
    v4lxx_error *error = nullptr;
    info.struct_size = 4;
    const auto frame = camera.stream.next(std::chrono::seconds(1));
    const auto status = v4lxx_frame_read_info(frame->get(), &info, &error);
    if (const v4lxx::Error failure(status, error); failure.status() < 0)
        throw failure;
}

constexpr struct {
    std::string_view name;
    void (*make)(Camera &camera);  // NULL: the compiler refuses it
    const char *why;
} mistakes[] = {
    {"name_with_nul", name_with_nul, ""},
    {"nil_name", nil_name, ""},
    {"nil_context", nil_context, ""},
    {"nil_device", nil_device, ""},
    {"control_value_huge", control_value_huge, ""},
    {"released_info", released_info, ""},
    {"released_bytes", released_bytes, ""},
    {"released_twice", released_twice, ""},
    {"closed_context", closed_context, ""},
    {"abi_too_small", abi_too_small, ""},
    {"number_for_name", nullptr, "a number is no text"},
    {"wrong_object", nullptr, "each object has a type of its own"},
    {"width_negative", nullptr, "braces do not narrow"},
    {"width_too_large", nullptr, "braces do not narrow"},
    {"width_fraction", nullptr, "braces do not narrow"},
    {"width_text", nullptr, "a text is no number"},
    {"time_text", nullptr, "times are durations"},
    {"time_not_a_number", nullptr, "times are whole nanoseconds"},
    {"control_value_table", nullptr, "values are integers"},
    {"callback_no_function", nullptr, "a number takes no frames"},
};

}  // namespace

void do_bad(Runner &, const step &step, outcome &outcome)
{
    for (const auto &mistake : mistakes) {
        if (mistake.name != step.words[1])
            continue;
        set_text(outcome, "refused");
        if (mistake.make == nullptr) {
            std::snprintf(outcome.by_type, sizeof(outcome.by_type), "%s", mistake.why);
            return;
        }
        Camera camera;
        try {
            mistake.make(camera);
            set_text(outcome, "accepted");
        } catch (const v4lxx::Error &) {
        } catch (const std::out_of_range &) {
        }
        return;
    }
    throw Broken("there is no such mistake");
}
