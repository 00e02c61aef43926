// Frames as bytes: whole, in parts, with buffers that do not fit, and to the end.
#include "support/camera.hpp"

#include "support/baseline.hpp"

#include <linux/videodev2.h>

using namespace v4lxx::test;

namespace {

constexpr const char *name = "sim:camera,size=64x48,format=NV12M,api=mplane,fps=100,clock=virtual,pattern=cells";
constexpr size_t frame_bytes = 64 * 48 * 3 / 2;

struct Read {
    v4lxx_status status = V4LXX_OK;
    v4lxx_code code = 0;
    size_t size = 0;
};

Read read(Camera &camera, void *buffer, size_t size, v4lxx_read_mode mode, int64_t timeout_ns = second)
{
    Read out;
    v4lxx_error *failure = nullptr;
    out.status = v4lxx_stream_read(camera.stream(), buffer, size, mode, timeout_ns, &out.size, &failure);
    out.code = failure != nullptr ? v4lxx_error_get_code(failure) : 0;
    v4lxx_error_free(failure);
    return out;
}

std::vector<uint8_t> bytes_of(const HeldFrame &frame)
{
    std::vector<uint8_t> all;
    for (uint32_t plane = 0; plane < frame.info().plane_count; plane++) {
        size_t size = 0;
        const auto *data = static_cast<const uint8_t *>(v4lxx_frame_get_plane_data(frame.get(), plane, &size));
        all.insert(all.end(), data, data + size);
    }
    return all;
}

// What a camera of this name gives: every byte is a function of the number of the frame.
std::vector<std::vector<uint8_t>> expected_frames(int count)
{
    Camera camera(name);
    camera.start();
    std::vector<std::vector<uint8_t>> frames;
    for (int i = 0; i < count; i++)
        frames.push_back(bytes_of(camera.next()));
    return frames;
}

}  // namespace

static void bar3b_one_read_is_one_whole_frame(void **)
{
    const auto expected = expected_frames(3);
    Camera camera(name);
    camera.start();
    std::vector<uint8_t> buffer(frame_bytes + 100, 0xee);
    for (const auto &frame : expected) {
        const Read got = read(camera, buffer.data(), buffer.size(), V4LXX_READ_FRAME);
        assert_int_equal(got.status, V4LXX_OK);
        assert_int_equal(got.size, frame_bytes);
        assert_memory_equal(buffer.data(), frame.data(), frame_bytes);
        assert_int_equal(buffer[frame_bytes], 0xee);
    }
    assert_int_equal(camera.account().delivered, 3);
    assert_int_equal(camera.account().copies, 6);  // of two planes each
}

static void bar3b_a_frame_that_does_not_fit_is_told_and_stays(void **)
{
    const auto expected = expected_frames(1);
    Camera camera(name);
    camera.start();
    std::vector<uint8_t> buffer(frame_bytes);
    for (size_t size : {size_t{0}, size_t{1}, frame_bytes - 1}) {
        const Read refused = read(camera, buffer.data(), size, V4LXX_READ_FRAME);
        assert_int_equal(refused.status, V4LXX_ERROR_ARGUMENT);
        assert_int_equal(refused.code, V4LXX_CODE_BUFFER_TOO_SMALL);
        assert_int_equal(refused.size, frame_bytes);
    }
    const Read got = read(camera, buffer.data(), buffer.size(), V4LXX_READ_FRAME);
    assert_int_equal(got.size, frame_bytes);
    assert_memory_equal(buffer.data(), expected[0].data(), frame_bytes);
}

static void bar3b_plain_bytes_are_the_frames_one_behind_the_other(void **)
{
    const auto expected = expected_frames(4);
    std::vector<uint8_t> joined;
    for (const auto &frame : expected)
        joined.insert(joined.end(), frame.begin(), frame.end());
    for (size_t part : {size_t{1}, size_t{7}, size_t{1000}, frame_bytes - 1, frame_bytes, frame_bytes + 1}) {
        Camera camera(name);
        camera.start();
        std::vector<uint8_t> got, buffer(part);
        while (got.size() < joined.size()) {
            const Read read_now = read(camera, buffer.data(), part, V4LXX_READ_BYTES);
            assert_int_equal(read_now.status, V4LXX_OK);
            assert_true(read_now.size > 0 && read_now.size <= part);
            got.insert(got.end(), buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(read_now.size));
        }
        assert_int_equal(got.size(), joined.size());
        assert_memory_equal(got.data(), joined.data(), joined.size());
    }
}

static void bar3b_no_room_reads_nothing(void **)
{
    Camera camera(name);
    camera.start();
    const Read got = read(camera, nullptr, 0, V4LXX_READ_BYTES);
    assert_int_equal(got.status, V4LXX_OK);
    assert_int_equal(got.size, 0);
    assert_int_equal(camera.account().delivered, 0);
}

// A stop does not tear a frame: its rest is still read, then the stream says that it does not run.
static void bar3c_what_is_begun_is_read_to_its_end_after_a_stop(void **)
{
    const auto expected = expected_frames(1);
    Camera camera(name);
    camera.start();
    std::vector<uint8_t> buffer(frame_bytes);
    assert_int_equal(read(camera, buffer.data(), 10, V4LXX_READ_BYTES).size, 10);
    camera.stop();
    assert_int_equal(read(camera, buffer.data() + 10, frame_bytes, V4LXX_READ_FRAME).size, frame_bytes - 10);
    assert_memory_equal(buffer.data(), expected[0].data(), frame_bytes);
    assert_int_equal(read(camera, buffer.data(), 10, V4LXX_READ_BYTES).code, V4LXX_CODE_NOT_RUNNING);
}

static void bar3c_a_close_drops_what_is_begun(void **)
{
    const Baseline before = measure();
    {
        Camera camera(name);
        camera.start();
        std::vector<uint8_t> buffer(frame_bytes);
        assert_int_equal(read(camera, buffer.data(), 10, V4LXX_READ_BYTES).size, 10);
        v4lxx_stream_close(camera.stream());
        const Read closed = read(camera, buffer.data(), 10, V4LXX_READ_BYTES);
        assert_int_equal(closed.status, V4LXX_ERROR_CLOSED);
        assert_int_equal(closed.size, 0);
    }
    assert_baseline(before);
}

static void bar3c_the_end_and_an_unplug_differ(void **)
{
    struct Ending {
        const char *rule;
        v4lxx_status status;
    };
    for (const Ending &ending : {Ending{"at frame 1 last", V4LXX_END}, Ending{"at frame 2 unplug", V4LXX_ERROR_DEVICE_LOST}}) {
        Camera camera(name);
        camera.inject(ending.rule);
        camera.start();
        std::vector<uint8_t> buffer(frame_bytes);
        for (int i = 0; i < 2; i++)
            assert_int_equal(read(camera, buffer.data(), buffer.size(), V4LXX_READ_FRAME).size, frame_bytes);
        const Read end = read(camera, buffer.data(), buffer.size(), V4LXX_READ_FRAME);
        assert_int_equal(end.status, ending.status);
        assert_int_equal(end.size, 0);
    }
}

static void bar3d_a_read_waits_no_longer_than_it_may_and_can_be_cancelled(void **)
{
    Camera camera(name);
    camera.inject("at frame 0 drop 100000");
    camera.start();
    char byte = 0;
    assert_int_equal(read(camera, &byte, 1, V4LXX_READ_BYTES, 0).status, V4LXX_AGAIN);
    assert_int_equal(read(camera, &byte, 1, V4LXX_READ_BYTES, 50 * ms).status, V4LXX_TIMED_OUT);
    v4lxx_stream_cancel(camera.stream());
    assert_int_equal(read(camera, &byte, 1, V4LXX_READ_BYTES, -1).status, V4LXX_ERROR_CANCELLED);
}

static void bar3b_a_mode_that_is_none_is_refused(void **)
{
    Camera camera(name);
    camera.start();
    char byte = 0;
    assert_int_equal(read(camera, &byte, 1, 2).code, V4LXX_CODE_UNKNOWN_VALUE);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar3b_one_read_is_one_whole_frame),
        cmocka_unit_test(bar3b_a_frame_that_does_not_fit_is_told_and_stays),
        cmocka_unit_test(bar3b_plain_bytes_are_the_frames_one_behind_the_other),
        cmocka_unit_test(bar3b_no_room_reads_nothing),
        cmocka_unit_test(bar3c_what_is_begun_is_read_to_its_end_after_a_stop),
        cmocka_unit_test(bar3c_a_close_drops_what_is_begun),
        cmocka_unit_test(bar3c_the_end_and_an_unplug_differ),
        cmocka_unit_test(bar3d_a_read_waits_no_longer_than_it_may_and_can_be_cancelled),
        cmocka_unit_test(bar3b_a_mode_that_is_none_is_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
