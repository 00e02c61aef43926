// Two of vivid's cameras in step, on the real kernel: one with each planar API.
#include "uml/vivid.hpp"

#include "support/baseline.hpp"
#include "support/group_camera.hpp"

using namespace v4lxx::test;

namespace {

struct Pair {
    explicit Pair(v4lxx_context *context, uint32_t flags = 0)
        : first(context, single_planar, {.fps = 30}), second(context, multi_planar, {.fps = 30})
    {
        v4lxx_group_options options = V4LXX_GROUP_OPTIONS_INIT;
        options.flags = flags;
        ASSERT_OK(v4lxx_group_create(context, &options, &group, &error));
        ASSERT_OK(v4lxx_group_add_stream(group, first.stream(), 0, &error));
        ASSERT_OK(v4lxx_group_add_stream(group, second.stream(), 0, &error));
        first.start();
        second.start();
    }
    ~Pair() { v4lxx_group_unref(group); }
    Pair(const Pair &) = delete;
    Pair &operator=(const Pair &) = delete;

    v4lxx_frame_set_info next()
    {
        v4lxx_frame_set *set = nullptr;
        v4lxx_frame_set_info info = V4LXX_FRAME_SET_INFO_INIT;
        ASSERT_OK(v4lxx_group_next(group, 5 * second_ns, &set, &error));
        ASSERT_OK(v4lxx_frame_set_read_info(set, &info, &error));
        v4lxx_frame_set_unref(set);
        return info;
    }
    v4lxx_group_camera told(uint32_t index) { return read_group_camera(group, index); }

    static constexpr int64_t second_ns = v4lxx::test::second;
    RealCamera first, second;
    v4lxx_group *group = nullptr;
};

}  // namespace

static void U17_group_two_cameras_of_vivid_come_in_sets(void **)
{
    Library library;
    Pair pair(library.get());
    pair.next();
    const Baseline before = measure();
    for (int i = 0; i < 60; i++) {
        const v4lxx_frame_set_info info = pair.next();
        assert_int_equal(info.cameras, 3);
        assert_in_range(info.skew_ns, 0, 17 * ms);  // they run freely: half an interval apart at most
    }
    assert_baseline(before);
    assert_int_equal(pair.told(0).in_complete, 61);
    assert_true(pair.told(0).unmatched + pair.told(1).unmatched < 10);
    assert_in_range(pair.told(1).interval_ns, 32 * ms, 35 * ms);
    assert_true(pair.told(1).drift_frames > 30);
}

static void group_an_unplug_is_told_once_and_the_other_goes_on(void **)
{
    Library library;
    Pair pair(library.get(), V4LXX_GROUP_INCOMPLETE);
    for (int i = 0; i < 5; i++)
        pair.next();
    push(multi_planar, "Disconnect");
    v4lxx_status status = V4LXX_OK;
    for (int i = 0; i < 20 && status == V4LXX_OK; i++) {
        v4lxx_frame_set *set = nullptr;
        status = v4lxx_group_next(pair.group, Pair::second_ns, &set, nullptr);
        v4lxx_frame_set_unref(set);
    }
    assert_int_equal(status, V4LXX_ERROR_DEVICE_LOST);
    for (int i = 0; i < 10; i++)
        assert_int_equal(pair.next().cameras, 1);
    assert_true(pair.told(1).is_gone);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U17_group_two_cameras_of_vivid_come_in_sets),
        cmocka_unit_test(group_an_unplug_is_told_once_and_the_other_goes_on),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
