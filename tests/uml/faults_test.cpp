// The errors that vivid can inject: each is counted or reported as what it is, and the stream goes on.
#include "uml/vivid.hpp"

#include "support/baseline.hpp"

#include <cerrno>
#include <cstdlib>

using namespace v4lxx::test;

// A thousand turns are the simulator's; here it is the kernel's flag that matters.
constexpr int flag_errors = 60;

// Every buffer must be with the driver again once no frame is held.
static void assert_all_queued(RealCamera &camera)
{
    assert_int_equal(camera.account().held, 0);
    assert_int_equal(camera.account().queued, v4lxx_stream_get_buffer_count(camera.stream()));
}

// Delivered, dropped for a reason and missing frames add up to what the driver counted.
static void assert_account_is_exact(const v4lxx_stream_account &account, uint32_t last_sequence)
{
    assert_int_equal(account.delivered + account.driver_dropped + account.corrupt_dropped + account.empty_dropped,
                     uint64_t{last_sequence} + 1);
}

static void B02_S06_FLAG_ERROR_frames_are_dropped_and_counted(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state), {.fps = 120});
    RawNode raw(node_of(state));
    camera.start();
    uint32_t last = 0;
    for (int i = 0; i < flag_errors; i++) {
        raw.push("Inject V4L2_BUF_FLAG_ERROR");
        const uint64_t seen = camera.account().corrupt;
        // Frames that were done before the button was pushed come first.
        for (int frames = 0; camera.account().corrupt == seen && frames < 10; frames++) {
            HeldFrame frame = camera.next();
            assert_int_equal(frame.info().flags, 0);
            last = frame.info().sequence;
        }
        assert_int_equal(camera.account().corrupt, seen + 1);
    }
    assert_int_equal(camera.account().corrupt_dropped, flag_errors);
    assert_account_is_exact(camera.account(), last);
    assert_all_queued(camera);
}

static void B02_FLAG_ERROR_frames_are_delivered_to_who_asks(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state), {.fps = 120, .flags = V4LXX_STREAM_DELIVER_CORRUPT});
    RawNode raw(node_of(state));
    camera.start();
    uint32_t last = 0;
    int corrupt = 0;
    for (int i = 0; i < 10; i++) {
        raw.push("Inject V4L2_BUF_FLAG_ERROR");
        bool found = false;
        for (int frames = 0; !found && frames < 10; frames++) {
            HeldFrame frame = camera.next();
            last = frame.info().sequence;
            found = frame.info().flags == V4LXX_FRAME_CORRUPT;
            assert_true(found || frame.info().flags == 0);
        }
        assert_true(found);
        corrupt++;
    }
    assert_int_equal(camera.account().corrupt, corrupt);
    assert_int_equal(camera.account().corrupt_dropped, 0);
    assert_account_is_exact(camera.account(), last);
    assert_all_queued(camera);
}

static void bar11d_B08_frames_the_driver_dropped_are_counted_exactly(void **state)
{
    Library library;
    ControlSet dropping(node_of(state), "Percentage of Dropped Buffers", 50, 0);
    RealCamera camera(library.get(), node_of(state), {.fps = 120});
    camera.start();
    uint32_t last = 0;
    for (int i = 0; i < 60; i++) {
        HeldFrame frame = camera.next();
        assert_true(i == 0 || frame.info().sequence > last);
        last = frame.info().sequence;
    }
    const v4lxx_stream_account account = camera.account();
    assert_int_equal(account.delivered, 60);
    assert_true(account.driver_dropped >= 10);  // about 60; under 10 once in a billion runs
    assert_account_is_exact(account, last);
}

static void U11_a_driver_that_drops_all_frames_ends_in_the_time_out(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state));
    camera.start();
    {
        ControlSet dropping(node_of(state), "Percentage of Dropped Buffers", 100, 0);
        for (int frames = 0; camera.try_next(0) == V4LXX_OK; frames++)
            assert_true(frames < 10);
        assert_int_equal(camera.try_next(300 * ms), V4LXX_TIMED_OUT);
    }
    camera.next();
}

static void bar11d_B08_S33_sequence_numbers_wrap_without_a_gap(void **state)
{
    Library library;
    ControlSet wrapping(node_of(state), "Wrap Sequence Number", 1, 0);
    RealCamera camera(library.get(), node_of(state), {.fps = 120});
    camera.start();
    const HeldFrame first = camera.next();
    assert_true(first.info().driver_sequence >= 0xffffff80);
    uint32_t last = first.info().sequence;
    bool wrapped = false;
    while (last < 140) {
        HeldFrame frame = camera.next();
        const v4lxx_frame_info info = frame.info();
        assert_true(info.sequence > last);
        // vivid begins at -128; the library's numbers go on over the end of 32 bits.
        assert_int_equal(info.driver_sequence, info.sequence - 128);
        wrapped |= info.driver_sequence < 0x80000000;
        last = info.sequence;
    }
    assert_true(wrapped);
    assert_account_is_exact(camera.account(), last);
    // Held all the time: one buffer of four was missing, and nothing else.
    assert_int_equal(camera.account().held, 1);
}

// vivid moves its clock to 16 s before the end of 2^31 seconds, or of 2^63 nanoseconds.
static void B08_timestamps_go_on_over_the_ends_of_32_and_64_bits(void **)
{
    Library library;
    ControlSet bits_32(single_planar, "Wrap Timestamp", 2, 0), bits_64(multi_planar, "Wrap Timestamp", 1, 0);
    RealCamera single(library.get(), single_planar, {.fps = 10}), multi(library.get(), multi_planar, {.fps = 10});
    single.start();
    multi.start();
    RealCamera *const cameras[] = {&single, &multi};
    const uint64_t borders[] = {uint64_t{0x80000000u} * 1'000'000'000u, uint64_t{1} << 63};
    uint64_t last[2] = {};
    uint32_t sequence[2] = {};
    for (bool crossed = false; !crossed;) {
        crossed = true;
        for (int i = 0; i < 2; i++) {
            HeldFrame frame = cameras[i]->next();
            const auto stamp = static_cast<uint64_t>(frame.info().timestamp_ns);
            assert_int_equal(frame.info().clock, V4LXX_CLOCK_MONOTONIC);
            if (last[i] == 0)
                assert_true(stamp < borders[i] && stamp + 17'000'000'000u > borders[i]);
            else  // a tenth of a second for each frame, give or take what a busy machine does
                assert_true(stamp > last[i] &&
                            stamp - last[i] < (frame.info().sequence - sequence[i]) * 100'000'000u + 2'000'000'000u);
            last[i] = stamp;
            sequence[i] = frame.info().sequence;
            crossed &= stamp > borders[i];
        }
    }
}

// The start fails with the step that failed, leaves nothing behind, and the next one works.
static void start_fails_once(const char *path, const char *button, v4lxx_code code, const char *request)
{
    Library library;
    {
        RealCamera camera(library.get(), path);
        camera.start();
        camera.next();
        camera.stop();
        const Baseline before = measure();
        push(path, button);
        v4lxx_error *error = nullptr;
        assert_true(v4lxx_stream_start(camera.stream(), &error) < 0);
        if (v4lxx_error_get_code(error) != code)
            fail_msg("%s: %s", button, v4lxx_error_get_message(error));
        assert_string_equal(v4lxx_error_get_request(error), request);
        assert_int_equal(v4lxx_error_get_errno(error), EINVAL);
        v4lxx_error_free(error);
        assert_int_equal(v4lxx_stream_get_buffer_count(camera.stream()), 0);
        assert_baseline(before);
        // The buffers were given back: another handle may have some.
        RawNode other(path);
        v4l2_requestbuffers buffers{};
        buffers.type = other.buffer_type();
        buffers.memory = V4L2_MEMORY_MMAP;
        for (const uint32_t count : {2u, 0u}) {
            buffers.count = count;
            assert_int_equal(other.call(VIDIOC_REQBUFS, &buffers), 0);
        }
        camera.start();
        camera.next();
    }
}

static void U35_start_fails_when_REQBUFS_does(void **state)
{
    start_fails_once(node_of(state), "Inject VIDIOC_REQBUFS Error", V4LXX_CODE_NO_STREAMING, "VIDIOC_REQBUFS");
}

static void U35_start_fails_when_QBUF_does(void **state)
{
    start_fails_once(node_of(state), "Inject VIDIOC_QBUF Error", V4LXX_CODE_QUEUE_REFUSED, "VIDIOC_QBUF");
}

static void B06_U35_start_fails_when_STREAMON_does(void **state)
{
    start_fails_once(node_of(state), "Inject VIDIOC_STREAMON Error", V4LXX_CODE_START_FAILED, "VIDIOC_STREAMON");
}

// unref cannot fail, so the next dequeue says it, once; the buffer is offered again and the stream goes on.
static void a_frame_that_cannot_be_given_back_is_reported_once(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state));
    camera.start();
    {
        HeldFrame frame = camera.next();
        push(node_of(state), "Inject VIDIOC_QBUF Error");
    }
    v4lxx_code code = 0;
    assert_true(camera.try_next(second, &code) < 0);
    assert_int_equal(code, V4LXX_CODE_QUEUE_REFUSED);
    assert_int_equal(camera.account().requeue_failures, 1);
    for (int i = 0; i < 8; i++)
        camera.next();
    assert_int_equal(camera.account().requeue_failures, 1);
    assert_all_queued(camera);
}

// A queue in error answers EIO for ever: the wait ends with that, slowly and not with a loss, and a new start repairs it (S07).
static void S07_a_fatal_streaming_error_is_not_a_lost_device(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state));
    camera.start();
    camera.next();
    push(node_of(state), "Inject Fatal Streaming Error");
    const uint64_t calls = camera.account().system_calls;
    v4lxx_code code = 0;
    assert_int_equal(camera.try_next(10 * second, &code), V4LXX_ERROR_SYSTEM);
    assert_int_equal(code, V4LXX_CODE_STREAM_BROKEN);
    // At most 20 retries a second, for about a second, each with a handful of calls.
    assert_in_range(camera.account().io_errors, 1, 25);
    assert_true(camera.account().system_calls - calls < 400);
    camera.stop();
    camera.start();
    for (int i = 0; i < 3; i++)
        camera.next();
    assert_int_equal(camera.account().copies, 0);
}

int main()
{
    const CMUnitTest tests[] = {
        ON_BOTH_APIS(B02_S06_FLAG_ERROR_frames_are_dropped_and_counted),
        ON_BOTH_APIS(B02_FLAG_ERROR_frames_are_delivered_to_who_asks),
        ON_BOTH_APIS(bar11d_B08_frames_the_driver_dropped_are_counted_exactly),
        ON_BOTH_APIS(U11_a_driver_that_drops_all_frames_ends_in_the_time_out),
        ON_BOTH_APIS(bar11d_B08_S33_sequence_numbers_wrap_without_a_gap),
        cmocka_unit_test(B08_timestamps_go_on_over_the_ends_of_32_and_64_bits),
        ON_BOTH_APIS(U35_start_fails_when_REQBUFS_does),
        ON_BOTH_APIS(U35_start_fails_when_QBUF_does),
        ON_BOTH_APIS(B06_U35_start_fails_when_STREAMON_does),
        ON_BOTH_APIS(a_frame_that_cannot_be_given_back_is_reported_once),
        ON_BOTH_APIS(S07_a_fatal_streaming_error_is_not_a_lost_device),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
