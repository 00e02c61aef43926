// Memory runs out: each allocation in turn fails, alone or with all that follow. A call says NO_MEMORY or does without; nothing is left
// behind, and what gives things back (unref, close, stop of a queue, release of a frame) needs no memory at all.
#include "support/camera.hpp"

#include "support/baseline.hpp"

#include <span>

using namespace v4lxx::test;

namespace {

// The fault is on while a call of the library runs, not while the test looks at the outcome.
class ShortOfMemory {
public:
    ShortOfMemory(int64_t nth, bool and_all_later) { fail_allocation(nth, and_all_later); }
    ~ShortOfMemory() { fail_allocation(-1); }
};

struct Handles {
    v4lxx_context *context = nullptr;
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    v4lxx_device_list *devices = nullptr;
    v4lxx_format_list *formats = nullptr;
    v4lxx_size_list *sizes = nullptr;
    v4lxx_interval_list *intervals = nullptr;
    v4lxx_held_list *held = nullptr;
    v4lxx_frame *frame = nullptr;
    v4lxx_group *group = nullptr;
    v4lxx_frame_set *set = nullptr;
    v4lxx_bytes *png = nullptr, *jpeg = nullptr;

    void release()
    {
        v4lxx_bytes_unref(png);
        v4lxx_bytes_unref(jpeg);
        v4lxx_group_unref(group);
        v4lxx_held_list_unref(held);
        v4lxx_interval_list_unref(intervals);
        v4lxx_size_list_unref(sizes);
        v4lxx_format_list_unref(formats);
        v4lxx_device_list_unref(devices);
        v4lxx_stream_unref(stream);
        v4lxx_device_unref(device);
        v4lxx_frame_unref(frame);
        v4lxx_frame_set_unref(set);
        v4lxx_context_unref(context);
    }
};

int destroyed = 0;
void count_destroy(void *) { destroyed++; }
void no_callback(v4lxx_stream *, v4lxx_frame *, void *) {}

// Every call of the public API that can fail, in an order that works. Returns the first status that is a failure.
struct Outcome {
    v4lxx_status status = V4LXX_OK;
    v4lxx_code code = 0;
    const char *message = "";
    const char *step = "";
};

#define STEP(call)                                           \
    do {                                                     \
        error = nullptr;                                     \
        outcome.status = (call);                             \
        outcome.step = #call;                                \
        if (outcome.status < 0)                              \
            return judge(outcome, error);                    \
    } while (0)

Outcome judge(Outcome outcome, v4lxx_error *error)
{
    outcome.code = v4lxx_error_get_code(error);
    outcome.message = error == nullptr ? "" : v4lxx_error_get_message(error)[0] != '\0' ? "there" : "";
    v4lxx_error_free(error);
    return outcome;
}

Outcome use_everything(Handles &h, const char *name)
{
    Outcome outcome;
    v4lxx_error *error = nullptr;
    v4lxx_format format = V4LXX_FORMAT_INIT;
    v4lxx_fraction interval{1, 60};
    v4lxx_size_range size = V4LXX_SIZE_RANGE_INIT;
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
    STEP(v4lxx_context_create(nullptr, &h.context, &error));
    STEP(v4lxx_context_list_devices(h.context, V4LXX_LIST_ALL, &h.devices, &error));
    STEP(v4lxx_device_open(h.context, name, nullptr, &h.device, &error));
    STEP(v4lxx_device_list_formats(h.device, &h.formats, &error));
    STEP(v4lxx_device_list_sizes(h.device, v4lxx_format_list_get_fourcc(h.formats, 0), &h.sizes, &error));
    STEP(v4lxx_device_list_intervals(h.device, v4lxx_format_list_get_fourcc(h.formats, 0), 64, 48, &h.intervals, &error));
    STEP(v4lxx_size_list_at(h.sizes, 0, &size, &error));
    STEP(v4lxx_device_read_format(h.device, &format, &error));
    STEP(v4lxx_device_try_format(h.device, &format, nullptr, &error));
    STEP(v4lxx_device_set_format(h.device, &format, nullptr, &error));
    STEP(v4lxx_device_set_interval(h.device, &interval, &error));
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.flow = V4LXX_FLOW_DROP_OLDEST;
    STEP(v4lxx_stream_create(h.device, &options, &h.stream, &error));
    v4lxx_stream_get_fd(h.stream);
    STEP(v4lxx_stream_start(h.stream, &error));
    for (int i = 0; i < 3; i++) {
        v4lxx_frame_unref(h.frame);
        h.frame = nullptr;
        STEP(v4lxx_stream_dequeue(h.stream, second, &h.frame, &error));
    }
    v4lxx_frame_unref(h.frame);
    h.frame = nullptr;
    uint32_t count = 0;
    STEP(v4lxx_stream_dequeue_many(h.stream, &h.frame, 1, second, &count, &error));
    STEP(v4lxx_frame_read_info(h.frame, &info, &error));
    v4lxx_converted_time time = V4LXX_CONVERTED_TIME_INIT;
    STEP(v4lxx_frame_convert_time(h.frame, V4LXX_CLOCK_REALTIME, &time, &error));
    STEP(v4lxx_context_convert_time(h.context, time.time_ns, V4LXX_CLOCK_REALTIME, V4LXX_CLOCK_TAI, &time, &error));
    if (v4lxx_supports(V4LXX_FEATURE_PNG))
        STEP(v4lxx_frame_encode(h.frame, V4LXX_IMAGE_PNG, nullptr, &h.png, &error));
    if (v4lxx_supports(V4LXX_FEATURE_JPEG))
        STEP(v4lxx_frame_encode(h.frame, V4LXX_IMAGE_JPEG, nullptr, &h.jpeg, &error));
    STEP(v4lxx_stream_set_frame_callback(h.stream, no_callback, nullptr, count_destroy, &error));
    STEP(v4lxx_stream_dispatch(h.stream, second, &error));
    STEP(v4lxx_stream_set_frame_callback(h.stream, nullptr, nullptr, nullptr, &error));
    STEP(v4lxx_stream_read_account(h.stream, &account, &error));
    v4lxx_stream_rate rate = V4LXX_STREAM_RATE_INIT;
    STEP(v4lxx_stream_read_rate(h.stream, &rate, &error));
    v4lxx_stream_options change = V4LXX_STREAM_OPTIONS_INIT;
    change.buffer_count = 3;
    STEP(v4lxx_stream_reconfigure(h.stream, &change, &error));
    v4lxx_stream_state state = V4LXX_STREAM_STATE_INIT;
    STEP(v4lxx_stream_read_state(h.stream, &state, &error));
    STEP(v4lxx_stream_list_held(h.stream, &h.held, &error));
    v4lxx_stream_statistics statistics = V4LXX_STREAM_STATISTICS_INIT;
    STEP(v4lxx_stream_read_statistics(h.stream, &statistics, &error));
    STEP(v4lxx_context_listen(h.context, V4LXX_LISTEN_STREAMS, &error));
    STEP(v4lxx_context_add_stream(h.context, h.stream, 1, &error));
    uint64_t tag = 0;
    v4lxx_frame_unref(h.frame);
    h.frame = nullptr;
    STEP(v4lxx_context_dequeue(h.context, second, &tag, &h.frame, &error));
    v4lxx_context_remove_stream(h.context, h.stream);
    v4lxx_group_options in_step = V4LXX_GROUP_OPTIONS_INIT;
    in_step.max_wait_ns = second;
    STEP(v4lxx_group_create(h.context, &in_step, &h.group, &error));
    v4lxx_group_get_fd(h.group);
    STEP(v4lxx_group_add_stream(h.group, h.stream, 0, &error));
    STEP(v4lxx_group_next(h.group, second, &h.set, &error));
    STEP(v4lxx_stream_stop(h.stream, &error));
    STEP(v4lxx_stream_close_within(h.stream, -1, &error));
    STEP(v4lxx_device_close_within(h.device, -1, &error));
    return outcome;
}

// True as long as the nth allocation was reached.
bool round(const char *name, int64_t nth, bool and_all_later, bool release_without_memory)
{
    const Baseline before = measure();
    Handles handles;
    Outcome outcome;
    bool reached = false;
    destroyed = 0;
    {
        ShortOfMemory fault(nth, and_all_later);
        outcome = use_everything(handles, name);
        reached = allocation_failed();
        if (release_without_memory)
            handles.release();
    }
    if (!release_without_memory)
        handles.release();
    if (outcome.status < 0 && (outcome.status != V4LXX_ERROR_NO_MEMORY || outcome.message[0] == '\0'))
        fail_msg("allocation %lld: %s: status %d, code %u, message %s", static_cast<long long>(nth), outcome.step,
                 outcome.status, outcome.code, outcome.message);
    if (!reached)
        assert_int_equal(outcome.status, V4LXX_OK);
    assert_in_range(destroyed, 0, 1);
    if (outcome.status == V4LXX_OK)
        assert_int_equal(destroyed, 1);
    assert_baseline(before);
    return reached;
}

// The last one needs an encoder, which a build without JPEG does not have.
constexpr const char *all_cameras[] = {
    "sim:camera,size=64x48,fps=100,clock=virtual",
    "sim:camera,size=64x48,fps=100,clock=virtual,api=mplane,format=NM12,orphan=no",
    "sim:camera,size=64x48,fps=100,clock=virtual,format=MJPG",
};

std::span<const char *const> cameras() { return std::span(all_cameras).first(v4lxx_supports(V4LXX_FEATURE_JPEG) ? 3 : 2); }

}  // namespace

static void S27_each_allocation_in_turn_fails_alone(void **)
{
    for (const char *name : cameras()) {
        int64_t n = 0;
        while (round(name, n, false, false))
            n++;
        print_message("%s: %lld allocations\n", name, static_cast<long long>(n));
        assert_true(n > 50);
    }
}

// From the nth on there is no memory at all, for the release neither.
static void S27_from_each_allocation_on_there_is_no_memory(void **)
{
    for (const char *name : cameras())
        for (int64_t n = 0; round(name, n, true, true);)
            n++;
}

// A running stream with frames held is given back when there is not one byte of memory left.
static void S27_giving_back_needs_no_memory(void **)
{
    for (const char *name : cameras())
        for (int order = 0; order < 4; order++) {
            const Baseline before = measure();
            v4lxx_context *context = nullptr;
            v4lxx_device *device = nullptr;
            v4lxx_stream *stream = nullptr;
            v4lxx_frame *a = nullptr, *b = nullptr;
            ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
            ASSERT_OK(v4lxx_device_open(context, name, nullptr, &device, &error));
            ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
            assert_true(v4lxx_stream_get_fd(stream) >= 0);
            ASSERT_OK(v4lxx_stream_start(stream, &error));
            ASSERT_OK(v4lxx_stream_dequeue(stream, second, &a, &error));
            ASSERT_OK(v4lxx_stream_dequeue(stream, second, &b, &error));
            v4lxx_status stopped = V4LXX_OK;
            {
                ShortOfMemory fault(0, true);
                v4lxx_frame_unref(a);
                v4lxx_stream_cancel(stream);
                if (order == 0)
                    stopped = v4lxx_stream_stop(stream, nullptr);
                if (order == 1)
                    v4lxx_stream_close(stream);
                if (order == 2)
                    v4lxx_device_close(device);
                v4lxx_stream_unref(stream);
                v4lxx_device_unref(device);
                v4lxx_frame_unref(b);
                v4lxx_context_unref(context);
                assert_false(allocation_failed());
            }
            assert_int_equal(stopped, V4LXX_OK);
            assert_baseline(before);
        }
}

// Without memory there is no error object to make: the one that stands for this has words all the same.
static void S27_the_error_without_memory_has_words(void **)
{
    v4lxx_context *context = nullptr;
    v4lxx_error *error = nullptr;
    v4lxx_status status = V4LXX_OK;
    {
        ShortOfMemory fault(0, true);
        status = v4lxx_context_create(nullptr, &context, &error);
    }
    assert_int_equal(status, V4LXX_ERROR_NO_MEMORY);
    assert_null(context);
    assert_int_equal(v4lxx_error_get_status(error), V4LXX_ERROR_NO_MEMORY);
    assert_int_equal(v4lxx_error_get_code(error), V4LXX_CODE_OUT_OF_MEMORY);
    assert_string_not_equal(v4lxx_error_get_message(error), "");
    assert_string_not_equal(v4lxx_error_get_cause(error), "");
    assert_string_equal(v4lxx_error_get_device(error), "");
    assert_int_equal(v4lxx_error_get_errno(error), 0);
    v4lxx_error_free(error);
    v4lxx_error_free(error);  // it belongs to nobody
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S27_each_allocation_in_turn_fails_alone),
        cmocka_unit_test(S27_from_each_allocation_on_there_is_no_memory),
        cmocka_unit_test(S27_giving_back_needs_no_memory),
        cmocka_unit_test(S27_the_error_without_memory_has_words),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
