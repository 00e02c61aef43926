// Many cameras of one context at once, each on a thread of its own: they share nothing that one could wait for another at.
#include "support/camera.hpp"

#include "support/baseline.hpp"
#include "support/context.hpp"

using namespace v4lxx::test;

namespace {

struct Seen {
    uint32_t frames = 0;
    uint64_t numbers = 0;  // that the driver counted up to the last frame
    bool good = true;      // each call said OK, and each picture was whole
};

// cmocka's asserts belong to the test's own thread.
Seen stream(v4lxx_context *context, int id)
{
    Seen seen;
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.buffer_count = 16;
    const std::string name = "sim:camera,size=64x48,fps=240,pattern=cells,id=" + std::to_string(id);
    seen.good = v4lxx_device_open(context, name.c_str(), nullptr, &device, nullptr) == V4LXX_OK &&
                v4lxx_stream_create(device, &options, &stream, nullptr) == V4LXX_OK &&
                v4lxx_stream_start(stream, nullptr) == V4LXX_OK;
    while (seen.good && seen.frames < 60) {
        v4lxx_frame *frame = nullptr;
        v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
        seen.good = v4lxx_stream_dequeue(stream, 10 * second, &frame, nullptr) == V4LXX_OK &&
                    v4lxx_frame_read_info(frame, &info, nullptr) == V4LXX_OK && info.flags == 0;
        seen.frames++;
        seen.numbers = info.number + 1;
        v4lxx_frame_unref(frame);
    }
    v4lxx_stream_account account = V4LXX_STREAM_ACCOUNT_INIT;
    seen.good = seen.good && v4lxx_stream_read_account(stream, &account, nullptr) == V4LXX_OK &&
                account.delivered + account.driver_dropped == seen.numbers;
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
    return seen;
}

}  // namespace

static void bar1f_sixteen_cameras_of_one_context_on_as_many_threads(void **)
{
    const Baseline before = measure();
    {
        Context context;
        std::vector<Seen> seen(16);
        std::vector<std::thread> threads;
        for (int i = 0; i < 16; i++)
            threads.emplace_back([&, i] { seen[static_cast<size_t>(i)] = stream(context.get(), i); });
        for (std::thread &thread : threads)
            thread.join();
        for (const Seen &one : seen) {
            assert_true(one.good);
            assert_int_equal(one.frames, 60);
        }
    }
    assert_baseline(before);
}

int main()
{
    std::thread([] {}).join();  // a sanitizer starts a thread of its own with the first one, before anybody counts
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar1f_sixteen_cameras_of_one_context_on_as_many_threads),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
