// A fault at each call in turn: whatever call of an open/stream/close cycle fails, and with whatever errno, the cycle ends with one
// clear failure, leaves nothing behind, and the next cycle works.
#include "support/camera.hpp"

#include "device/context.hpp"
#include "kernel/fault_plan.hpp"
#include "support/baseline.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <linux/videodev2.h>

using namespace v4lxx;
using namespace v4lxx::test;

namespace {

// Remembers which call it failed.
class NotedFault : public kernel::NthCallFails {
public:
    using NthCallFails::NthCallFails;
    int before(kernel::Call call, unsigned long request) override
    {
        const int rc = NthCallFails::before(call, request);
        if (rc < 0) {
            call_ = call;
            request_ = request;
            failed_ = true;
        }
        return rc;
    }
    bool failed() const { return failed_; }
    kernel::Call call() const { return call_; }
    unsigned long request() const { return request_; }

private:
    bool failed_ = false;
    kernel::Call call_{};
    unsigned long request_ = 0;
};

// One cycle from open to close. It goes on after a failure only with what gives things back.
class Cycle {
public:
    Cycle(v4lxx_context *context, const char *name) : context_(context) { run(name); }

    const std::vector<std::string> &failures() const { return failures_; }
    bool had_a_frame() const { return had_a_frame_; }

private:
    // `inner`: what the operation does first, and may fail at.
    bool step(v4lxx_status status, const char *operation, v4lxx_error *error, const char *inner = "")
    {
        assert_true((status < 0) == (error != nullptr));
        if (status < 0) {
            const std::string message = v4lxx_error_get_message(error);
            assert_int_equal(v4lxx_error_get_status(error), status);
            assert_int_not_equal(v4lxx_error_get_code(error), V4LXX_CODE_INTERNAL);
            const std::string named = v4lxx_error_get_operation(error);
            if ((named != operation && named != inner) || message.find("cannot " + named) != 0)
                fail_msg("the message does not begin with \"cannot %s\": %s", operation, message.c_str());
            failures_.push_back(message);
        }
        v4lxx_error_free(error);
        return status >= 0;
    }

    void run(const char *name)
    {
        v4lxx_device *device = nullptr;
        v4lxx_stream *stream = nullptr;
        v4lxx_error *error = nullptr;
        v4lxx_status status = v4lxx_device_open(context_, name, nullptr, &device, &error);
        if (step(status, "open", error) && look(device)) {
            status = v4lxx_stream_create(device, nullptr, &stream, &error);
            if (step(status, "create a stream", error, "ask for the format"))
                use(stream);
        }
        v4lxx_stream_unref(stream);
        v4lxx_device_unref(device);
        if (held_.get() != nullptr)
            held_.assert_intact();
        held_ = HeldFrame(nullptr);
    }

    bool look(v4lxx_device *device)
    {
        v4lxx_format_list *formats = nullptr;
        v4lxx_size_list *sizes = nullptr;
        v4lxx_interval_list *intervals = nullptr;
        v4lxx_error *error = nullptr;
        v4lxx_format format = V4LXX_FORMAT_INIT;
        v4lxx_fraction interval{1, 60};
        const uint32_t yuyv = V4L2_PIX_FMT_YUYV;
        v4lxx_status status = v4lxx_device_list_formats(device, &formats, &error);
        bool good = step(status, "list the formats", error);
        good = good &&
               (status = v4lxx_device_list_sizes(device, yuyv, &sizes, &error), step(status, "list the frame sizes", error));
        good = good && (status = v4lxx_device_list_intervals(device, yuyv, 64, 48, &intervals, &error),
                        step(status, "list the frame intervals", error));
        good = good && (status = v4lxx_device_read_format(device, &format, &error), step(status, "ask for the format", error));
        good =
            good && (status = v4lxx_device_try_format(device, &format, nullptr, &error), step(status, "try the format", error));
        good =
            good && (status = v4lxx_device_set_format(device, &format, nullptr, &error), step(status, "set the format", error));
        good = good &&
               (status = v4lxx_device_set_interval(device, &interval, &error), step(status, "set the frame interval", error));
        v4lxx_format_list_unref(formats);
        v4lxx_size_list_unref(sizes);
        v4lxx_interval_list_unref(intervals);
        return good;
    }

    void use(v4lxx_stream *stream)
    {
        v4lxx_error *error = nullptr;
        v4lxx_stream_get_fd(stream);  // -1 when it cannot be made: the stream works without
        v4lxx_status status = v4lxx_stream_start(stream, &error);
        if (!step(status, "start streaming", error))
            return;
        for (int i = 0; i < 6 && status >= 0; i++) {
            v4lxx_frame *frame = nullptr;
            status = v4lxx_stream_dequeue(stream, second, &frame, &error);
            step(status, "take a frame", error);
            assert_true((status == V4LXX_OK) == (frame != nullptr));
            if (frame == nullptr)
                continue;
            had_a_frame_ = true;
            HeldFrame(frame).assert_intact();
            if (i == 1) {
                v4lxx_frame *again = nullptr;
                status = v4lxx_stream_dequeue(stream, second, &again, &error);
                step(status, "take a frame", error);
                held_ = HeldFrame(again);
            }
        }
        status = v4lxx_stream_stop(stream, &error);
        step(status, "stop streaming", error);
    }

    v4lxx_context *context_;
    std::vector<std::string> failures_;
    HeldFrame held_{nullptr};
    bool had_a_frame_ = false;
};

kernel::System &system_of(v4lxx_context *context) { return reinterpret_cast<device::Context *>(context)->system(); }

// Calls whose failure a user need not hear of, because nothing is lost by it.
bool may_fail_silently(const NotedFault &fault, int error, uint32_t silent_before)
{
    switch (fault.call()) {
    case kernel::Call::make_wait_set: return true;  // get_fd answers -1, and says so in the header
    case kernel::Call::pause:                       // a pause that is too short
    case kernel::Call::protect:                     // the guard of a frame, which is for debugging
    case kernel::Call::prefer_large_pages:          // a hint
    case kernel::Call::make_private: return true;   // the old mapping stays
    case kernel::Call::ioctl: break;
    default: return false;
    }
    switch (fault.request()) {
    case VIDIOC_ENUM_FMT:
    case VIDIOC_ENUM_FRAMESIZES:
    case VIDIOC_ENUM_FRAMEINTERVALS: return error == EINVAL || error == ENOTTY;   // how a list ends
    case VIDIOC_DQBUF: return error == EAGAIN || error == EIO || error == EPIPE;  // nothing there, tried again, the end
    case VIDIOC_G_SELECTION: return true;                                         // frames say that nothing is known
    case VIDIOC_STREAMOFF: return error == ENODEV || error == ENXIO;              // nothing left to stop
    case VIDIOC_REQBUFS:                         // of a stop: the close that follows gives the buffers back
    case VIDIOC_QBUF: return silent_before < 2;  // of the last release before a stop; no other is silent
    default: return false;
    }
}

constexpr const char *cameras[] = {
    "sim:camera,size=64x48,fps=100,clock=virtual",
    "sim:camera,size=64x48,fps=100,clock=virtual,api=mplane,format=NM12,orphan=no",
};

constexpr int errors[] = {EIO, ENOMEM, EINVAL, EBUSY, ENODEV, EMFILE, EAGAIN, EPIPE, ENOTTY, EPROTO, ENOSPC, EACCES};

void assert_works(v4lxx_context *context, const char *name)
{
    Cycle cycle(context, name);
    if (!cycle.failures().empty())
        fail_msg("the cycle after it failed: %s", cycle.failures().front().c_str());
    assert_true(cycle.had_a_frame());
}

// By number of the ioctl: how often nobody was told of a fault there.
using SilentFaults = std::array<uint32_t, 256>;

void judge(const Cycle &cycle, const NotedFault &fault, const std::string &where, int error, SilentFaults &silent)
{
    if (cycle.failures().size() > 1)
        fail_msg("%s: %zu failures, the second: %s", where.c_str(), cycle.failures().size(), cycle.failures()[1].c_str());
    if (fault.failed() && cycle.failures().empty() && !may_fail_silently(fault, error, silent[_IOC_NR(fault.request())]++))
        fail_msg("%s (kind %d, request %lx): nobody was told", where.c_str(), static_cast<int>(fault.call()), fault.request());
    if (!fault.failed())
        assert_int_equal(cycle.failures().size(), 0);
}

// The number of cycles it took: until a cycle needs fewer calls than it takes to reach the fault.
uint64_t sweep(v4lxx_context *context, const char *name, int error)
{
    SilentFaults silent{};
    const Baseline before = measure();
    for (uint64_t n = 0;; n++) {
        NotedFault fault(n, error);
        system_of(context).set_fault_plan(&fault);
        judge(Cycle(context, name), fault, "call " + std::to_string(n) + ", " + strerrorname_np(error), error, silent);
        system_of(context).set_fault_plan(nullptr);
        assert_baseline(before);
        assert_works(context, name);
        assert_baseline(before);
        if (!fault.failed())
            return n;
    }
}

}  // namespace

static void S03_S27_U35_a_fault_at_each_call_in_turn_leaves_the_baseline(void **)
{
    uint64_t cycles = 0;
    for (const char *name : cameras) {
        v4lxx_context *context = nullptr;
        ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
        assert_works(context, name);
        for (int error : errors)
            cycles += sweep(context, name, error);
        v4lxx_context_unref(context);
    }
    print_message("%llu cycles with a fault\n", static_cast<unsigned long long>(cycles));
    assert_true(cycles >= 1000);
}

// The context's own calls: listing devices, opening what is a path and what is a descriptor.
static void S26_a_fault_at_each_call_of_listing_and_opening(void **)
{
    v4lxx_context *context = nullptr;
    ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
    auto list = [&] {
        v4lxx_device_list *devices = nullptr;
        v4lxx_device *device = nullptr;
        v4lxx_error *error = nullptr;
        const v4lxx_status listed =
            v4lxx_context_list_devices(context, V4LXX_LIST_ALL | V4LXX_LIST_SIMULATED, &devices, &error);
        assert_true((listed < 0) == (error != nullptr));
        v4lxx_error_free(error);
        for (uint32_t i = 0; i < v4lxx_device_list_get_count(devices); i++)
            if (const v4lxx_error *why = v4lxx_device_info_get_error(v4lxx_device_list_get(devices, i)))
                assert_string_not_equal(v4lxx_error_get_message(why), "");
        v4lxx_device_list_unref(devices);
        for (const char *path : {"/dev/null", "/"}) {
            assert_true(v4lxx_device_open(context, path, nullptr, &device, &error) < 0);
            assert_string_not_equal(v4lxx_error_get_message(error), "");
            v4lxx_error_free(error);
        }
        assert_true(v4lxx_device_open_fd(context, 0, nullptr, &device, &error) < 0);
        assert_string_not_equal(v4lxx_error_get_message(error), "");
        v4lxx_error_free(error);
    };
    list();
    const Baseline before = measure();
    for (int error : errors)
        for (uint64_t n = 0;; n++) {
            kernel::NthCallFails fault(n, error);
            system_of(context).set_fault_plan(&fault);
            list();
            system_of(context).set_fault_plan(nullptr);
            assert_baseline(before);
            if (fault.seen() <= n)
                break;
        }
    v4lxx_context_unref(context);
}

// The same from a script, as programs in other languages inject faults: each call fails the first time, the second start works.
static void S27_scripted_faults_of_every_call_leave_the_baseline(void **)
{
    const char *calls[] = {"open",
                           "mmap",
                           "wait",
                           "VIDIOC_QUERYCAP",
                           "VIDIOC_ENUM_FMT",
                           "VIDIOC_ENUM_FRAMESIZES",
                           "VIDIOC_ENUM_FRAMEINTERVALS",
                           "VIDIOC_G_FMT",
                           "VIDIOC_TRY_FMT",
                           "VIDIOC_S_FMT",
                           "VIDIOC_S_PARM",
                           "VIDIOC_REQBUFS",
                           "VIDIOC_QUERYBUF",
                           "VIDIOC_QBUF",
                           "VIDIOC_DQBUF",
                           "VIDIOC_STREAMON",
                           "VIDIOC_STREAMOFF"};
    for (const char *name : cameras) {
        v4lxx_context *context = nullptr;
        ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
        auto sim = make_sim(context, name);
        assert_works(context, name);
        for (const char *call : calls)
            for (const char *error : {"EIO", "ENOMEM", "EINVAL", "EBUSY", "ENODEV", "EMFILE", "EAGAIN", "EPIPE"})
                for (int which = 0; which < 3; which++) {
                    std::string problem;
                    const std::string rule = std::string("on ") + call + " " + std::to_string(which) + " errno " + error;
                    const Baseline before = measure();
                    {
                        assert_int_equal(sim->inject(rule, &problem), 0);
                        const Cycle cycle(context, name);
                        if (cycle.failures().size() > 1)
                            fail_msg("%s: the second failure: %s", rule.c_str(), cycle.failures()[1].c_str());
                    }
                    for (int i = 0; i < 3; i++)
                        Cycle rest(context, name);  // the rule may not have come to its call
                    assert_works(context, name);
                    const Baseline after = measure();
                    assert_int_equal(after.descriptors, before.descriptors);
                    assert_int_equal(after.buffer_mappings, before.buffer_mappings);
                    assert_int_equal(after.threads, before.threads);
                }
        sim.reset();
        v4lxx_context_unref(context);
    }
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S03_S27_U35_a_fault_at_each_call_in_turn_leaves_the_baseline),
        cmocka_unit_test(S26_a_fault_at_each_call_of_listing_and_opening),
        cmocka_unit_test(S27_scripted_faults_of_every_call_leave_the_baseline),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
