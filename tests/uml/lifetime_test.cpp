// Frames that outlive their stream on a real driver, buffer counts, the three faces of the engine.
#include "uml/vivid.hpp"

#include "support/baseline.hpp"

#include <cerrno>
#include <csetjmp>
#include <csignal>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace v4lxx::test;

static void S15_bar14b_close_with_frames_held_and_the_next_open_streams(void **state)
{
    Library library;
    const Baseline before = measure();
    for (const char *format : {"YUYV", "NV12"}) {
        RealCamera camera(library.get(), node_of(state), {.format = format});
        camera.start();
        HeldFrame first = camera.next(), second_frame = camera.next();
        const uint64_t first_print = fingerprint(first), second_print = fingerprint(second_frame);
        camera.close();
        // bar14b: no EBUSY, and none of the new frames lands in the old ones.
        RealCamera again(library.get(), node_of(state), {.format = format});
        again.start();
        for (int i = 0; i < 12; i++)
            again.next();
        assert_true(fingerprint(first) == first_print && fingerprint(second_frame) == second_print);
        assert_int_equal(first.info().flags & V4LXX_FRAME_COPIED, 0);  // vivid's queue orphans its buffers: nothing was copied
        assert_int_equal(again.account().copies, 0);
    }
    assert_baseline(before);
}

// The device is free for others as soon as the stream stops, frames held or not.
static void S29_U35_stop_frees_the_device_while_frames_are_held(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state));
    RawNode other(node_of(state));
    v4l2_requestbuffers request{};
    request.type = other.buffer_type();
    request.memory = V4L2_MEMORY_MMAP;
    request.count = 2;
    camera.start();
    HeldFrame frame = camera.next();
    assert_int_equal(other.call(VIDIOC_REQBUFS, &request), -EBUSY);
    camera.stop();
    assert_int_equal(other.call(VIDIOC_REQBUFS, &request), 0);
    request.count = 0;
    assert_int_equal(other.call(VIDIOC_REQBUFS, &request), 0);
}

static void bar14b_B07_stop_and_a_new_format_while_frames_are_held(void **state)
{
    Library library;
    const Baseline before = measure();
    {
        std::vector<HeldFrame> held;
        std::vector<uint64_t> prints;
        RealCamera camera(library.get(), node_of(state));
        const uint32_t sizes[][2] = {{320, 180}, {640, 360}, {640, 480}};
        for (int turn = 0; turn < 6; turn++) {
            v4lxx_format format = V4LXX_FORMAT_INIT;
            format.fourcc = fourcc_of(turn % 2 == 0 ? "NV12" : "YUYV");
            format.width = sizes[turn % 3][0];
            format.height = sizes[turn % 3][1];
            uint32_t differences = 0;
            ASSERT_OK(v4lxx_device_set_format(camera.device(), &format, &differences, &error));
            assert_int_equal(differences, 0);
            camera.start();
            held.push_back(camera.next());
            held.push_back(camera.next());
            for (size_t i = held.size() - 2; i < held.size(); i++) {
                assert_int_equal(held[i].info().width, format.width);
                assert_int_equal(held[i].info().fourcc, format.fourcc);
                prints.push_back(fingerprint(held[i]));
            }
            camera.next();
            camera.stop();
            assert_int_equal(camera.account().held, held.size());
        }
        for (size_t i = 0; i < held.size(); i++) {
            assert_int_equal(held[i].info().width, sizes[i / 2 % 3][0]);
            assert_true(fingerprint(held[i]) == prints[i]);
        }
        assert_int_equal(camera.account().copies, 0);
        assert_int_equal(camera.account().delivered, 18);
    }
    assert_baseline(before);
}

// What the kernel made, not only what the library says.
static void assert_buffers_exist(const char *path, uint32_t count)
{
    RawNode raw(path);
    v4l2_plane planes[VIDEO_MAX_PLANES] = {};
    v4l2_buffer buffer{};
    buffer.type = raw.buffer_type();
    if (raw.is_multi_planar()) {
        buffer.m.planes = planes;
        buffer.length = VIDEO_MAX_PLANES;
    }
    buffer.index = count - 1;
    assert_int_equal(raw.call(VIDIOC_QUERYBUF, &buffer), 0);
    buffer.index = count;
    assert_int_equal(raw.call(VIDIOC_QUERYBUF, &buffer), -EINVAL);
}

static void S25_any_number_of_buffers(void **state)
{
    Library library;
    for (const uint32_t wanted : {1u, 2u, 4u, 32u}) {
        RealCamera camera(library.get(), node_of(state), {.buffers = wanted});
        camera.start();
        const uint32_t given = v4lxx_stream_get_buffer_count(camera.stream());
        assert_int_equal(given, std::max(wanted, 2u));  // vivid does not stream with fewer than two
        assert_buffers_exist(node_of(state), given);
        for (uint32_t i = 0; i < 6; i++)
            camera.next();
        camera.stop();
        assert_int_equal(v4lxx_stream_get_buffer_count(camera.stream()), 0);
    }
}

// With every buffer held the driver has none: the wait ends with its time-out, and goes on when one is given back.
static void S10_a_consumer_that_holds_all_frames_gets_no_more(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state), {.buffers = 2});
    camera.start();
    std::vector<HeldFrame> held;
    held.push_back(camera.next());
    held.push_back(camera.next());
    const uint64_t prints[] = {fingerprint(held[0]), fingerprint(held[1])};
    assert_int_equal(camera.try_next(200 * ms), V4LXX_TIMED_OUT);
    assert_true(fingerprint(held[0]) == prints[0] && fingerprint(held[1]) == prints[1]);
    assert_int_equal(camera.account().queued, 0);
    held.clear();
    HeldFrame next = camera.next();
    // What the driver could not deliver meanwhile is accounted for, frame by frame.
    const v4lxx_stream_account account = camera.account();
    assert_true(account.driver_dropped >= 5);
    assert_int_equal(next.info().sequence + 1, account.delivered + account.driver_dropped);
}

static void bar10a_B12_one_descriptor_to_poll_on_a_node_that_can_read(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state));
    pollfd entry{v4lxx_stream_get_fd(camera.stream()), POLLIN, 0};
    // Polling the node itself would start vivid's emulation of read(), and start() would then find it busy (behaviour 12).
    assert_int_equal(poll(&entry, 1, 100), 0);
    camera.start();
    for (int frames = 0; frames < 20;) {
        assert_int_equal(poll(&entry, 1, 5000), 1);
        const v4lxx_status status = camera.try_next(0);
        assert_true(status == V4LXX_OK || status == V4LXX_AGAIN);
        frames += status == V4LXX_OK;
    }
    camera.stop();
    assert_int_equal(camera.account().delivered, 20);
}

static void count_frame(v4lxx_stream *, v4lxx_frame *, void *user_data) { ++*static_cast<int *>(user_data); }

static void bar10b_dispatch_hands_frames_to_the_callback(void **state)
{
    Library library;
    int frames = 0;
    RealCamera camera(library.get(), node_of(state));
    ASSERT_OK(v4lxx_stream_set_frame_callback(camera.stream(), count_frame, &frames, nullptr, &error));
    camera.start();
    for (int i = 0; i < 10; i++)
        ASSERT_OK(v4lxx_stream_dispatch(camera.stream(), 5 * second, &error));
    assert_int_equal(frames, 10);
}

static void bar1a_U16_three_system_calls_no_allocation_no_copy_per_frame(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state));
    camera.start();
    camera.next();
    const v4lxx_stream_account before = camera.account();
    const uint64_t allocations = allocations_made();
    for (int i = 0; i < 60; i++)
        camera.next();
    assert_int_equal(allocations_made() - allocations, 0);
    const v4lxx_stream_account after = camera.account();
    assert_int_equal(after.system_calls - before.system_calls, 180);
    assert_int_equal(after.copies, 0);
}

static void bar10c_S11_cancel_and_close_from_another_thread_end_a_wait(void **state)
{
    Library library;
    for (const bool by_close : {false, true}) {
        RealCamera camera(library.get(), node_of(state), {.fps = 1});
        camera.start();
        camera.next();
        v4lxx_status status = V4LXX_OK;
        std::thread waiter([&] { status = camera.try_next(-1); });
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        by_close ? v4lxx_stream_close(camera.stream()) : v4lxx_stream_cancel(camera.stream());
        waiter.join();
        assert_int_equal(status, by_close ? V4LXX_ERROR_CLOSED : V4LXX_ERROR_CANCELLED);
    }
}

static void S13_no_descriptor_of_a_running_stream_is_inherited(void **state)
{
    Library library;
    const size_t before = inheritable_descriptors();
    RealCamera camera(library.get(), node_of(state));
    assert_true(v4lxx_stream_get_fd(camera.stream()) >= 0);
    camera.start();
    camera.next();
    assert_int_equal(inheritable_descriptors(), before);
}

// A copy of the stream in a child shares the driver's queue with its parent, who must not notice what becomes of it.
static void S13_a_child_is_told_whose_stream_it_has_and_its_parent_streams_on(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state));
    camera.start();
    HeldFrame held = camera.next();
    const uint64_t print = fingerprint(held);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        v4lxx_frame *frame = nullptr;
        v4lxx_error *error = nullptr;
        alarm(20);
        const bool refused = v4lxx_stream_dequeue(camera.stream(), -1, &frame, &error) == V4LXX_ERROR_STATE &&
                             v4lxx_error_get_code(error) == V4LXX_CODE_WRONG_PROCESS;
        const bool stopped = v4lxx_stream_stop(camera.stream(), nullptr) == V4LXX_OK;
        v4lxx_frame_unref(held.release());
        camera.close();
        _exit(refused && stopped ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    for (int i = 0; i < 20; i++)
        camera.next();
    assert_true(fingerprint(held) == print);
}

static void bar14e_frames_that_are_ready_cost_one_wait_and_one_DQBUF_each(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state), {.buffers = 8});
    camera.start();
    for (int i = 0; i < 10; i++)
        camera.next();
    usleep(300'000);  // vivid goes on, until its buffers are full
    v4lxx_frame *frames[8] = {};
    uint32_t count = 0;
    const uint64_t before = read_account(camera.stream()).system_calls;
    assert_int_equal(v4lxx_stream_dequeue_many(camera.stream(), frames, 8, second, &count, nullptr), V4LXX_OK);
    const uint64_t calls = read_account(camera.stream()).system_calls - before;
    assert_in_range(count, 2, 8);
    assert_in_range(calls, count + 1, count + 2);  // one that finds nothing more
    for (uint32_t i = 0; i < count; i++)
        v4lxx_frame_unref(frames[i]);
    camera.next();
    ASSERT_OK(v4lxx_stream_close_within(camera.stream(), 20 * second, &error));
}

static sigjmp_buf behind_the_fault;

// By a signal: the kernel of User-Mode Linux reads for write(2) what the program itself may not.
static bool can_be_read(uint64_t address)
{
    struct sigaction action{}, before{};
    action.sa_handler = [](int) { siglongjmp(behind_the_fault, 1); };
    sigaction(SIGSEGV, &action, &before);
    volatile bool can = false;
    if (sigsetjmp(behind_the_fault, 1) == 0) {
        [[maybe_unused]] const uint8_t byte = *reinterpret_cast<const volatile uint8_t *>(static_cast<uintptr_t>(address));
        can = true;
    }
    sigaction(SIGSEGV, &before, nullptr);
    return can;
}

static void bar14c_bar14d_the_driver_fills_buffers_that_the_program_cannot_read(void **state)
{
    Library library;
    const Baseline before = measure();
    {
        RealCamera camera(library.get(), node_of(state), {.flags = V4LXX_STREAM_GUARD});
        camera.start();
        for (int i = 0; i < 12; i++) {
            HeldFrame frame = camera.next(), other = camera.next();
            const v4lxx_frame_info info = frame.info();
            v4lxx_frame_set_holder(frame.get(), 5);
            assert_true(can_be_read(info.plane_address[0]) && can_be_read(other.info().plane_address[0]));
            v4lxx_held_list *held = nullptr;
            ASSERT_OK(v4lxx_stream_list_held(camera.stream(), &held, &error));
            assert_int_equal(v4lxx_held_list_get_count(held), 2);
            v4lxx_held_list_unref(held);
            frame = HeldFrame(nullptr);
            assert_false(can_be_read(info.plane_address[0]));
            v4lxx_held_frame found = V4LXX_HELD_FRAME_INIT;
            ASSERT_OK(v4lxx_stream_find_frame(camera.stream(), info.plane_address[0], &found, &error));
            assert_int_equal(found.number, info.number);
            assert_int_equal(found.references, 0);
            assert_int_equal(found.holder, 5);
            assert_true(can_be_read(other.info().plane_address[0]));
        }
    }
    assert_baseline(before);
}

int main()
{
    const CMUnitTest tests[] = {
        ON_BOTH_APIS(S15_bar14b_close_with_frames_held_and_the_next_open_streams),
        ON_BOTH_APIS(S29_U35_stop_frees_the_device_while_frames_are_held),
        ON_BOTH_APIS(bar14b_B07_stop_and_a_new_format_while_frames_are_held),
        ON_BOTH_APIS(S25_any_number_of_buffers),
        ON_BOTH_APIS(S10_a_consumer_that_holds_all_frames_gets_no_more),
        ON_BOTH_APIS(bar10a_B12_one_descriptor_to_poll_on_a_node_that_can_read),
        ON_BOTH_APIS(bar10b_dispatch_hands_frames_to_the_callback),
        ON_BOTH_APIS(bar1a_U16_three_system_calls_no_allocation_no_copy_per_frame),
        ON_BOTH_APIS(S13_no_descriptor_of_a_running_stream_is_inherited),
        ON_BOTH_APIS(S13_a_child_is_told_whose_stream_it_has_and_its_parent_streams_on),
        ON_BOTH_APIS(bar14e_frames_that_are_ready_cost_one_wait_and_one_DQBUF_each),
        ON_BOTH_APIS(bar14c_bar14d_the_driver_fills_buffers_that_the_program_cannot_read),
        ON_BOTH_APIS(bar10c_S11_cancel_and_close_from_another_thread_end_a_wait),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
