// The log: who hears what, at which level, how often, and that nothing of the library stands in the way of the one who listens.
#include "support/camera.hpp"

#include "support/baseline.hpp"
#include "support/context.hpp"

#include <chrono>
#include <cstdio>
#include <unistd.h>

using namespace v4lxx::test;

namespace {

constexpr const char *camera_name = "sim:camera,size=64x48,fps=100,clock=virtual";

struct Heard {
    v4lxx_log_level level;
    v4lxx_log_topic topic;
    v4lxx_code code;
    uint64_t left_out;
    std::string device, message;
};

// Keeps what it hears; `inside` runs in the call.
class Listener {
public:
    explicit Listener(v4lxx_context *context, v4lxx_log_level level = V4LXX_LOG_DEBUG) : context_(v4lxx_context_ref(context))
    {
        ASSERT_OK(v4lxx_context_set_log(context, level, hear, this, end, &error));
    }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;
    ~Listener()
    {
        if (ended == 0)
            v4lxx_context_set_log(context_, V4LXX_LOG_NONE, nullptr, nullptr, nullptr, nullptr);
        v4lxx_context_unref(context_);
    }
    std::vector<Heard> of(v4lxx_log_topic topic) const
    {
        std::vector<Heard> found;
        for (const Heard &one : heard)
            if (one.topic == topic)
                found.push_back(one);
        return found;
    }

    std::vector<Heard> heard;
    std::function<void()> inside;
    int ended = 0;

private:
    static void hear(const v4lxx_log_record *record, void *me)
    {
        auto *listener = static_cast<Listener *>(me);
        listener->heard.push_back({v4lxx_log_record_get_level(record), v4lxx_log_record_get_topic(record),
                                   v4lxx_log_record_get_code(record), v4lxx_log_record_get_left_out(record),
                                   v4lxx_log_record_get_device(record), v4lxx_log_record_get_message(record)});
        if (listener->inside)
            listener->inside();
    }
    static void end(void *me) { static_cast<Listener *>(me)->ended++; }

    v4lxx_context *context_;
};

void silence(v4lxx_context *context)
{
    ASSERT_OK(v4lxx_context_set_log(context, V4LXX_LOG_NONE, nullptr, nullptr, nullptr, &error));
}

// Opens, sets a size the camera has not, streams 5 frames with a gap in them, fails once, closes.
void use_a_camera(v4lxx_context *context)
{
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.width = 65;
    options.height = 48;
    ASSERT_OK(v4lxx_device_open(context, camera_name, nullptr, &device, &error));
    ASSERT_OK(v4lxx_stream_create(device, &options, &stream, &error));
    std::string problem;
    assert_int_equal(sim_of(context, camera_name)->inject("at frame 2 drop 3", &problem), 0);
    ASSERT_OK(v4lxx_stream_start(stream, &error));
    for (int i = 0; i < 5; i++)
        take_frame(stream, second);
    ASSERT_CODE(v4lxx_stream_start(stream, &error), V4LXX_CODE_ALREADY_RUNNING);
    ASSERT_OK(v4lxx_stream_stop(stream, &error));
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
}

}  // namespace

static void what_was_done_and_what_went_wrong_is_told_in_order(void **)
{
    Context context;
    Listener listener(context.get());
    use_a_camera(context.get());
    std::vector<v4lxx_log_topic> topics;
    for (const Heard &one : listener.heard)
        topics.push_back(one.topic);
    const std::vector<v4lxx_log_topic> wanted = {V4LXX_LOG_DEVICE_OPENED, V4LXX_LOG_FORMAT_SET,       V4LXX_LOG_STREAM_STARTED,
                                                 V4LXX_LOG_FRAMES_LOST,   V4LXX_LOG_OPERATION_FAILED, V4LXX_LOG_STREAM_STOPPED,
                                                 V4LXX_LOG_DEVICE_CLOSED};
    assert_true(topics == wanted);
    const Heard &format = listener.heard[1], &lost = listener.heard[3], &failed = listener.heard[4];
    assert_int_equal(format.level, V4LXX_LOG_WARNING);
    assert_has(format.message, "64x48, asked for any format 65x48");
    assert_int_equal(lost.level, V4LXX_LOG_WARNING);
    assert_has(lost.message, "3 lost before frame 5 of \"Simulated camera\"");
    assert_int_equal(failed.level, V4LXX_LOG_DEBUG);
    assert_int_equal(failed.code, V4LXX_CODE_ALREADY_RUNNING);
    assert_has(failed.message, "cannot start streaming on \"Simulated camera\"");
    for (const Heard &one : listener.heard)
        assert_has(one.device, camera_name);
}

static void abi_a_level_has_those_before_it_and_no_other(void **)
{
    for (v4lxx_log_level level : {V4LXX_LOG_NONE, V4LXX_LOG_ERROR, V4LXX_LOG_WARNING, V4LXX_LOG_INFO, V4LXX_LOG_DEBUG}) {
        Context context;
        Listener listener(context.get(), level);
        use_a_camera(context.get());
        for (const Heard &one : listener.heard)
            assert_true(one.level <= level);
        const size_t numbers[] = {0, 0, 2, 6, 7};
        assert_int_equal(listener.heard.size(), numbers[level]);
    }
    Context context;
    int destroyed = 0;
    ASSERT_CODE(v4lxx_context_set_log(
                    context.get(), V4LXX_LOG_DEBUG + 1, [](const v4lxx_log_record *, void *) {}, &destroyed,
                    [](void *count) { ++*static_cast<int *>(count); }, &error),
                V4LXX_CODE_UNKNOWN_VALUE);
    assert_int_equal(destroyed, 1);
    assert_string_equal(v4lxx_log_level_get_name(V4LXX_LOG_WARNING), "warning");
    assert_string_equal(v4lxx_log_level_get_name(99), "");
}

// A caller who takes the details and one who does not: the log hears the same, once.
static void a_failed_call_is_told_once_with_or_without_details(void **)
{
    Context context;
    Listener listener(context.get());
    v4lxx_device *device = nullptr;
    ASSERT_CODE(v4lxx_device_open(context.get(), "/dev/no-such-node", nullptr, &device, &error), V4LXX_CODE_NO_SUCH_NODE);
    assert_int_equal(v4lxx_device_open(context.get(), "/dev/nor-this-one", nullptr, &device, nullptr), V4LXX_ERROR_NOT_FOUND);
    assert_int_equal(listener.heard.size(), 2);
    for (const Heard &one : listener.heard) {
        assert_int_equal(one.topic, V4LXX_LOG_OPERATION_FAILED);
        assert_int_equal(one.code, V4LXX_CODE_NO_SUCH_NODE);
        assert_has(one.message, "[V4LXX-E0101]\n  kernel: ");
    }
    assert_string_equal(listener.heard[1].device.c_str(), "/dev/nor-this-one");
}

static void U08_a_rate_that_is_not_reached_is_told_as_every_failed_call_is(void **)
{
    Camera camera("sim:camera,clock=virtual,pattern=cells,low_light=yes");
    Listener listener(camera.context());
    camera.start();
    for (int i = 0; i < 20; i++)
        camera.next();
    assert_int_equal(v4lxx_stream_check_rate(camera.stream(), nullptr), V4LXX_ERROR_UNSUPPORTED);
    const auto failures = listener.of(V4LXX_LOG_OPERATION_FAILED);
    assert_int_equal(failures.size(), 1);
    assert_int_equal(failures[0].code, V4LXX_CODE_RATE_NOT_REACHED);
}

static void bar10d_U13_a_lost_device_is_told_once_however_often_it_is_met(void **)
{
    Camera camera(camera_name);
    Listener listener(camera.context());
    camera.inject("at frame 2 unplug");
    camera.start();
    camera.next();
    camera.next();
    for (int i = 0; i < 4; i++)
        assert_int_equal(camera.try_next(second), V4LXX_ERROR_DEVICE_LOST);
    camera.stop();
    assert_int_equal(listener.of(V4LXX_LOG_DEVICE_LOST).size(), 1);
    assert_int_equal(listener.of(V4LXX_LOG_DEVICE_LOST)[0].level, V4LXX_LOG_ERROR);
    camera.close();
}

static void bar4_what_a_driver_answered_wrongly_is_told(void **)
{
    Camera camera(camera_name);
    Listener listener(camera.context(), V4LXX_LOG_WARNING);
    camera.inject("on VIDIOC_DQBUF 1 set bytesused 99999999\non VIDIOC_DQBUF 3 errno EIO\non VIDIOC_G_PARM 0 set numerator 0");
    camera.start();
    for (int i = 0; i < 6; i++)
        camera.next();
    const auto answers = listener.of(V4LXX_LOG_DRIVER_ANSWER);
    assert_int_equal(answers.size(), 2);
    assert_has(answers[0].message, "more bytes in frame 1 of");
    assert_has(answers[1].message, "VIDIOC_DQBUF");
    assert_has(answers[1].message, "EIO");
    camera.stop();
    camera.inject("on VIDIOC_G_FMT all set width 0");
    v4lxx_format format = V4LXX_FORMAT_INIT;
    assert_int_equal(v4lxx_device_read_format(camera.device(), &format, nullptr), V4LXX_ERROR_DRIVER_BUG);
    const auto failures = listener.of(V4LXX_LOG_OPERATION_FAILED);
    assert_int_equal(failures.size(), 1);
    assert_int_equal(failures[0].level, V4LXX_LOG_WARNING);
}

static void U19_damaged_frames_are_told_with_their_fate(void **)
{
    Camera camera(camera_name);
    Listener listener(camera.context());
    camera.inject("at frame 1 corrupt\nat frame 3 empty");
    camera.start();
    for (int i = 0; i < 4; i++)
        camera.next();
    const auto damaged = listener.of(V4LXX_LOG_FRAME_DAMAGED);
    assert_int_equal(damaged.size(), 2);
    assert_has(damaged[0].message, "frame 1 of \"Simulated camera\"");
    assert_has(damaged[0].message, "is damaged, says the driver; it is not handed out");
    assert_has(damaged[1].message, "has no bytes; it is not handed out");
}

// The real clock: whatever the second the test begins in, at most 5 come in it and 5 in the next.
static void U19_the_same_message_is_told_5_times_a_second_and_the_rest_is_counted(void **)
{
    Camera camera(camera_name);
    Listener listener(camera.context());
    camera.inject("at frame every 2 drop 1");
    camera.start();
    const auto begun = std::chrono::steady_clock::now();
    for (int i = 0; i < 400; i++)
        camera.next();
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begun).count();
    const size_t told = listener.of(V4LXX_LOG_FRAMES_LOST).size();
    assert_in_range(told, 5, 5 * (static_cast<size_t>(seconds) + 2));
    assert_true(v4lxx_context_get_log_left_out(camera.context()) > 100);
    usleep(1100 * 1000);
    const uint64_t left_out = v4lxx_context_get_log_left_out(camera.context());
    camera.next();
    camera.next();
    camera.next();
    const auto lost = listener.of(V4LXX_LOG_FRAMES_LOST);
    uint64_t said = 0;
    for (const Heard &one : lost)
        said += one.left_out;
    assert_int_equal(said, left_out);
    const Heard &last = lost[told];
    assert_true(last.left_out > 0);
    assert_has(last.message, "(" + std::to_string(last.left_out) + " more like this left out)");
}

// Everything a program may want to do when it hears of something: none of it may meet a lock of the library.
static void U36_a_listener_may_call_the_library_and_is_not_told_of_what_it_does(void **)
{
    Camera camera(camera_name);
    Listener listener(camera.context());
    int calls = 0;
    listener.inside = [&] {
        calls++;
        v4lxx_format format = V4LXX_FORMAT_INIT;
        v4lxx_device *other = nullptr;
        ASSERT_OK(v4lxx_stream_read_format(camera.stream(), &format, &error));
        ASSERT_OK(v4lxx_device_read_format(camera.device(), &format, &error));
        ASSERT_OK(v4lxx_device_open(camera.context(), "sim:camera,id=9", nullptr, &other, &error));
        v4lxx_device_unref(other);
        v4lxx_stream_cancel(camera.stream());
        ASSERT_OK(v4lxx_stream_stop(camera.stream(), &error));
    };
    camera.inject("at frame 2 drop 3");
    camera.start();
    assert_int_equal(calls, 1);  // STREAM_STARTED; and stopped again
    listener.inside = nullptr;
    assert_int_equal(camera.try_next(0), V4LXX_ERROR_CANCELLED);
    assert_int_equal(listener.of(V4LXX_LOG_DEVICE_OPENED).size(), 0);
    assert_int_equal(listener.of(V4LXX_LOG_STREAM_STOPPED).size(), 0);
}

static void U36_a_listener_may_take_itself_away_and_ends_once(void **)
{
    const Baseline before = measure();
    {
        Context context;
        Listener listener(context.get());
        listener.inside = [&] {
            silence(context.get());
            assert_int_equal(listener.ended, 0);  // its own call is not over
        };
        use_a_camera(context.get());
        assert_int_equal(listener.heard.size(), 1);
        assert_int_equal(listener.ended, 1);
        Listener next(context.get());
        Listener last(context.get());
        assert_int_equal(next.ended, 1);
        use_a_camera(context.get());
        assert_int_equal(next.heard.size(), 0);
        assert_int_equal(last.heard.size(), 7);
        v4lxx_context_unref(v4lxx_context_ref(context.get()));
        assert_int_equal(last.ended, 0);
        silence(context.get());
        assert_int_equal(last.ended, 1);
    }
    assert_baseline(before);
}

static void abi_two_contexts_have_logs_of_their_own(void **)
{
    Context one, other;
    Listener listener(one.get()), quiet(other.get(), V4LXX_LOG_ERROR);
    use_a_camera(other.get());
    assert_int_equal(listener.heard.size(), 0);
    use_a_camera(one.get());
    assert_int_equal(listener.heard.size(), 7);
    assert_int_equal(quiet.heard.size(), 0);
}

// Standard output and standard error of the whole process, while all that a log could tell of happens.
static void U37_without_a_listener_nothing_is_said_anywhere(void **)
{
    std::FILE *caught = std::tmpfile();
    std::fflush(nullptr);
    const int out = dup(STDOUT_FILENO), err = dup(STDERR_FILENO);
    dup2(fileno(caught), STDOUT_FILENO);
    dup2(fileno(caught), STDERR_FILENO);
    Context context;
    use_a_camera(context.get());
    v4lxx_device *device = nullptr;
    const v4lxx_status status = v4lxx_device_open(context.get(), "/dev/no-such-node", nullptr, &device, nullptr);
    std::fflush(nullptr);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    close(out);
    close(err);
    assert_int_equal(status, V4LXX_ERROR_NOT_FOUND);
    assert_int_equal(std::fseek(caught, 0, SEEK_END), 0);
    assert_int_equal(std::ftell(caught), 0);
    std::fclose(caught);
}

static void bar1a_frames_cost_no_allocation_with_a_listener_that_has_nothing_to_hear(void **)
{
    Camera camera(camera_name);
    Listener listener(camera.context());
    camera.start();
    camera.next();
    const size_t heard = listener.heard.size();
    const uint64_t before = allocations_made();
    for (int i = 0; i < 100; i++)
        camera.next();
    assert_int_equal(allocations_made(), before);
    assert_int_equal(listener.heard.size(), heard);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(what_was_done_and_what_went_wrong_is_told_in_order),
        cmocka_unit_test(abi_a_level_has_those_before_it_and_no_other),
        cmocka_unit_test(a_failed_call_is_told_once_with_or_without_details),
        cmocka_unit_test(U08_a_rate_that_is_not_reached_is_told_as_every_failed_call_is),
        cmocka_unit_test(bar10d_U13_a_lost_device_is_told_once_however_often_it_is_met),
        cmocka_unit_test(bar4_what_a_driver_answered_wrongly_is_told),
        cmocka_unit_test(U19_damaged_frames_are_told_with_their_fate),
        cmocka_unit_test(U19_the_same_message_is_told_5_times_a_second_and_the_rest_is_counted),
        cmocka_unit_test(U36_a_listener_may_call_the_library_and_is_not_told_of_what_it_does),
        cmocka_unit_test(U36_a_listener_may_take_itself_away_and_ends_once),
        cmocka_unit_test(abi_two_contexts_have_logs_of_their_own),
        cmocka_unit_test(U37_without_a_listener_nothing_is_said_anywhere),
        cmocka_unit_test(bar1a_frames_cost_no_allocation_with_a_listener_that_has_nothing_to_hear),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
