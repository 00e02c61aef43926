// Several frames with one call: what it costs, what it loses (nothing), and large pages behind the pool of copies.
#include "support/camera.hpp"

#include "support/baseline.hpp"

#include "device/context.hpp"

#include <linux/videodev2.h>
#include <poll.h>

using namespace v4lxx::test;

namespace {

const char *const name = "sim:camera,size=64x48,fps=100,clock=virtual";
constexpr int64_t interval = 10 * ms;

v4lxx_stream_options options_of(uint32_t buffers, v4lxx_flow flow = V4LXX_FLOW_BLOCK, uint32_t depth = 0)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.buffer_count = buffers;
    options.flow = flow;
    options.flow_depth = depth;
    return options;
}

struct Many {
    v4lxx_status status = V4LXX_OK;
    v4lxx_code code = 0;
    std::vector<HeldFrame> frames;
};

Many take_many(Camera &camera, uint32_t capacity, int64_t timeout_ns = 5 * second)
{
    std::vector<v4lxx_frame *> frames(capacity, nullptr);
    uint32_t count = 77;
    v4lxx_error *error = nullptr;
    Many many;
    many.status = v4lxx_stream_dequeue_many(camera.stream(), frames.data(), capacity, timeout_ns, &count, &error);
    many.code = v4lxx_error_get_code(error);
    v4lxx_error_free(error);
    assert_true(count <= capacity);
    assert_int_equal(count != 0, many.status == V4LXX_OK);
    for (uint32_t i = 0; i < capacity; i++)
        assert_int_equal(frames[i] != nullptr, i < count);
    for (uint32_t i = 0; i < count; i++)
        many.frames.emplace_back(frames[i]);
    return many;
}

void warm_up(Camera &camera)
{
    camera.start();
    for (int i = 0; i < 20; i++)
        camera.next();
}

uint64_t sum(const v4lxx_stream_account &account)
{
    return account.delivered + account.driver_dropped + account.corrupt_dropped + account.empty_dropped +
           account.policy_dropped + account.waiting;
}

class LargePagesRefused : public v4lxx::kernel::FaultPlan {
public:
    int before(v4lxx::kernel::Call call, unsigned long) override
    {
        if (call != v4lxx::kernel::Call::prefer_large_pages)
            return 0;
        asked++;
        return refuse ? -EINVAL : 0;
    }
    bool refuse = false;
    int asked = 0;
};

}  // namespace

static void bar14e_frames_that_are_ready_cost_one_wait_and_one_DQBUF_each(void **)
{
    Camera camera(name, options_of(8));
    warm_up(camera);
    for (const uint32_t ready : {1u, 2u, 5u, 7u}) {
        camera.sim().advance(ready * interval);
        const uint64_t calls = camera.account().system_calls, dequeues = camera.sim().calls(VIDIOC_DQBUF);
        const uint64_t made = allocations_made();
        v4lxx_frame *frames[7] = {};
        uint32_t count = 0;
        assert_int_equal(v4lxx_stream_dequeue_many(camera.stream(), frames, ready, -1, &count, nullptr), V4LXX_OK);
        assert_int_equal(allocations_made(), made);
        assert_int_equal(count, ready);
        assert_int_equal(camera.sim().calls(VIDIOC_DQBUF) - dequeues, ready);
        assert_int_equal(camera.account().system_calls - calls, ready + 1);
        for (uint32_t i = 0; i < count; i++)
            v4lxx_frame_unref(frames[i]);
        assert_int_equal(camera.account().system_calls - calls, 2 * ready + 1);
    }
}

// A program that keeps up pays for a frame what it pays with dequeue: the next one is not there yet, and is not asked for.
static void bar1a_bar14e_a_program_that_keeps_up_pays_three_calls_a_frame(void **)
{
    Camera camera(name, options_of(4));
    warm_up(camera);
    take_many(camera, 4);  // which finds out how quick it can be
    const uint64_t calls = camera.account().system_calls;
    for (int i = 0; i < 100; i++)
        assert_int_equal(take_many(camera, 4).frames.size(), 1);
    assert_int_equal(camera.account().system_calls - calls, 300);
}

static void bar14e_frames_come_in_order_and_each_once_with_every_flow(void **)
{
    for (const v4lxx_flow flow : {V4LXX_FLOW_BLOCK, V4LXX_FLOW_LATEST, V4LXX_FLOW_DROP_OLDEST, V4LXX_FLOW_DROP_NEWEST}) {
        Camera camera(name, options_of(8, flow, 3));
        warm_up(camera);
        uint64_t last = 0;
        size_t most = 0;
        for (int i = 0; i < 50; i++) {
            camera.sim().advance((i % 7) * interval);
            const Many many = take_many(camera, 6);
            for (const HeldFrame &frame : many.frames) {
                assert_true(frame.info().number > last);
                last = frame.info().number;
                frame.assert_intact();
            }
            most = std::max(most, many.frames.size());
        }
        assert_int_equal(most, flow == V4LXX_FLOW_BLOCK ? 6 : flow == V4LXX_FLOW_LATEST ? 1 : 3);
        const auto account = camera.account();
        assert_int_equal(sum(account), frames_counted(camera.stream()));
        assert_int_equal(account.held, 0);
    }
}

// Frames that were taken from the driver and wait are handed out without asking it again.
static void bar14e_what_waits_on_the_shelf_costs_no_call(void **)
{
    Camera camera(name, options_of(8, V4LXX_FLOW_DROP_OLDEST, 5));
    warm_up(camera);
    camera.sim().advance(5 * interval);
    const uint64_t dequeues = camera.sim().calls(VIDIOC_DQBUF);
    assert_int_equal(take_many(camera, 5).frames.size(), 5);
    assert_true(camera.sim().calls(VIDIOC_DQBUF) - dequeues <= 6);
}

static void bar14e_a_corrupt_frame_in_the_middle_costs_none_of_the_others(void **)
{
    Camera camera(name, options_of(8));
    warm_up(camera);
    camera.inject("at frame 2 corrupt");
    camera.sim().advance(5 * interval);
    const Many many = take_many(camera, 7);
    assert_true(many.frames.size() >= 4);
    for (const HeldFrame &frame : many.frames)
        assert_true(frame.info().number != 22);
    assert_int_equal(camera.account().corrupt_dropped, 1);
    assert_int_equal(sum(camera.account()), frames_counted(camera.stream()));
}

static void bar14e_an_end_behind_frames_is_told_by_the_next_call(void **)
{
    for (const v4lxx_flow flow : {V4LXX_FLOW_BLOCK, V4LXX_FLOW_DROP_OLDEST})
        for (const int64_t timeout : {int64_t{0}, int64_t{-1}}) {
            Camera camera(name, options_of(8, flow, 6));
            warm_up(camera);
            camera.inject("at frame 3 last");
            camera.sim().advance(6 * interval);
            const Many many = take_many(camera, 8);
            assert_int_equal(many.status, V4LXX_OK);
            assert_int_equal(many.frames.back().info().number, 23);
            pollfd entry{v4lxx_stream_get_fd(camera.stream()), POLLIN, 0};
            assert_int_equal(poll(&entry, 1, 1000), 1);
            assert_int_equal(take_many(camera, 8, timeout).status, V4LXX_END);
            assert_int_equal(take_many(camera, 8, timeout).status, V4LXX_END);
        }
}

static void bar14e_a_failure_behind_frames_is_told_by_the_next_call(void **)
{
    for (const v4lxx_flow flow : {V4LXX_FLOW_BLOCK, V4LXX_FLOW_DROP_OLDEST}) {
        Camera camera(name, options_of(8, flow, 6));
        warm_up(camera);
        camera.sim().advance(6 * interval);
        camera.inject("on VIDIOC_DQBUF 3 set index 77");
        camera.allow_violations();
        const Many many = take_many(camera, 8);
        assert_int_equal(many.status, V4LXX_OK);
        assert_int_equal(many.frames.size(), 3);
        const Many next = take_many(camera, 8);
        assert_int_equal(next.status, V4LXX_ERROR_DRIVER_BUG);
        assert_int_equal(next.code, V4LXX_CODE_INDEX_IMPOSSIBLE);
    }
}

static void bar14e_an_unplug_behind_frames_is_told_by_the_next_call(void **)
{
    Camera camera(name, options_of(8));
    warm_up(camera);
    camera.sim().advance(6 * interval);
    camera.inject("on VIDIOC_DQBUF 2 unplug");
    const Many many = take_many(camera, 8);
    assert_int_equal(many.status, V4LXX_OK);
    assert_int_equal(many.frames.size(), 2);
    assert_int_equal(take_many(camera, 8).status, V4LXX_ERROR_DEVICE_LOST);
    for (const HeldFrame &frame : many.frames)
        frame.assert_intact();
}

// Of a stream that waits for its camera the frames of both starts come, each batch of one.
static void bar14e_U14_a_loss_behind_frames_is_healed_by_the_next_call(void **)
{
    v4lxx_stream_options options = options_of(8);
    options.flags = V4LXX_STREAM_RECONNECT;
    Camera camera(name, options);
    warm_up(camera);
    camera.sim().advance(6 * interval);
    camera.inject("on VIDIOC_DQBUF 2 unplug");
    Many many = take_many(camera, 8);
    assert_int_equal(many.frames.size(), 2);
    const uint32_t generation = many.frames[0].info().generation;
    many.frames.clear();
    assert_int_equal(take_many(camera, 8, 100 * ms).status, V4LXX_TIMED_OUT);
    camera.sim().replug();
    const Many again = take_many(camera, 8);
    assert_int_equal(again.status, V4LXX_OK);
    assert_int_equal(again.frames[0].info().generation, generation + 1);
    assert_int_equal(camera.account().reconnects, 1);
}

static void bar14e_without_a_frame_it_answers_as_dequeue_does(void **)
{
    Camera camera("sim:camera,size=64x48,fps=1");
    assert_int_equal(take_many(camera, 3, 0).code, V4LXX_CODE_NOT_RUNNING);
    camera.start();
    assert_int_equal(take_many(camera, 3, 0).status, V4LXX_AGAIN);
    assert_int_equal(take_many(camera, 3, 100 * ms).status, V4LXX_TIMED_OUT);
    v4lxx_stream_cancel(camera.stream());
    assert_int_equal(take_many(camera, 3, -1).status, V4LXX_ERROR_CANCELLED);
    v4lxx_frame *frame = nullptr;
    uint32_t count = 0;
    ASSERT_CODE(v4lxx_stream_dequeue_many(camera.stream(), &frame, 0, 0, &count, &error), V4LXX_CODE_VALUE_OUT_OF_RANGE);
    v4lxx_stream_close(camera.stream());
    assert_int_equal(take_many(camera, 3, -1).status, V4LXX_ERROR_CLOSED);
}

// All buffers at once: the driver has none left, and the descriptor is quiet until one comes back.
static void bar10d_bar14e_all_buffers_may_be_taken_at_once(void **)
{
    Camera camera(name, options_of(4));
    warm_up(camera);
    pollfd entry{v4lxx_stream_get_fd(camera.stream()), POLLIN, 0};
    camera.sim().advance(10 * interval);
    Many many = take_many(camera, 8);
    assert_int_equal(many.frames.size(), 4);
    assert_int_equal(take_many(camera, 8, 0).status, V4LXX_AGAIN);
    assert_int_equal(poll(&entry, 1, 0), 0);
    many.frames.clear();
    assert_int_equal(take_many(camera, 8).status, V4LXX_OK);
}

static void bar14e_copies_are_put_on_large_pages_where_the_kernel_takes_the_hint(void **)
{
    struct Row {
        const char *size;
        uint32_t flags;
        bool refuse;
        int asked, taken;
    };
    for (const Row &row :
         {Row{"1280x1024", V4LXX_STREAM_LARGE_PAGES, true, 2, 0}, Row{"1280x1024", 0, false, 0, 0},
          Row{"64x48", V4LXX_STREAM_LARGE_PAGES, false, 0, 0}, Row{"1280x1024", V4LXX_STREAM_LARGE_PAGES, false, 2, 2}}) {
        v4lxx_stream_options options = options_of(4);
        options.flags = row.flags;
        options.min_queued = 2;
        LargePagesRefused faults;
        faults.refuse = row.refuse;
        Camera camera("sim:camera,fps=100,clock=virtual,size=" + std::string(row.size), options);
        auto &system = reinterpret_cast<v4lxx::device::Context *>(camera.context())->system();
        void *page = aligned_alloc(size_t{2} << 20, size_t{2} << 20);
        const bool has_them = system.prefer_large_pages(page, size_t{2} << 20) == 0;
        free(page);
        system.set_fault_plan(&faults);
        camera.start();
        std::vector<HeldFrame> held;
        for (int i = 0; i < 4; i++)
            held.push_back(camera.next());
        assert_int_equal(camera.account().copies, 2);
        assert_int_equal(faults.asked, row.asked);
        assert_int_equal(camera.account().large_pages, has_them ? row.taken : 0);
        for (const HeldFrame &frame : held)
            frame.assert_intact();
        if (row.asked != 0)
            assert_int_equal(frames_counted(camera.stream()), 4);
        held.clear();
        system.set_fault_plan(nullptr);
    }
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar14e_frames_that_are_ready_cost_one_wait_and_one_DQBUF_each),
        cmocka_unit_test(bar1a_bar14e_a_program_that_keeps_up_pays_three_calls_a_frame),
        cmocka_unit_test(bar14e_frames_come_in_order_and_each_once_with_every_flow),
        cmocka_unit_test(bar14e_what_waits_on_the_shelf_costs_no_call),
        cmocka_unit_test(bar14e_a_corrupt_frame_in_the_middle_costs_none_of_the_others),
        cmocka_unit_test(bar14e_an_end_behind_frames_is_told_by_the_next_call),
        cmocka_unit_test(bar14e_a_failure_behind_frames_is_told_by_the_next_call),
        cmocka_unit_test(bar14e_an_unplug_behind_frames_is_told_by_the_next_call),
        cmocka_unit_test(bar14e_U14_a_loss_behind_frames_is_healed_by_the_next_call),
        cmocka_unit_test(bar14e_without_a_frame_it_answers_as_dequeue_does),
        cmocka_unit_test(bar10d_bar14e_all_buffers_may_be_taken_at_once),
        cmocka_unit_test(bar14e_copies_are_put_on_large_pages_where_the_kernel_takes_the_hint),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
