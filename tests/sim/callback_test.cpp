// What is allowed inside a callback works there, what is not is refused; and a forked child leaves the parent's buffers alone.
#include "support/camera.hpp"

#include "support/baseline.hpp"
#include "support/control.hpp"

#include <linux/videodev2.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace v4lxx::test;

namespace {

struct Scene {
    Camera *camera = nullptr;
    std::function<void(v4lxx_stream *, v4lxx_frame *)> act;
    int frames = 0, destroyed = 0;
};

void on_frame(v4lxx_stream *stream, v4lxx_frame *frame, void *user_data)
{
    auto *scene = static_cast<Scene *>(user_data);
    scene->frames++;
    scene->act(stream, frame);
}

void on_destroy(void *user_data) { static_cast<Scene *>(user_data)->destroyed++; }

constexpr const char *name = "sim:camera,size=64x48,fps=100,clock=virtual";

}  // namespace

static void run(Scene &scene, v4lxx_status wanted_next)
{
    Camera camera(name);
    scene.camera = &camera;
    ASSERT_OK(v4lxx_stream_set_frame_callback(camera.stream(), on_frame, &scene, on_destroy, &error));
    camera.start();
    ASSERT_OK(v4lxx_stream_dispatch(camera.stream(), second, &error));
    assert_int_equal(scene.frames, 1);
    assert_int_equal(v4lxx_stream_dispatch(camera.stream(), second, nullptr), wanted_next);
}

static void S17_U36_stop_inside_a_callback(void **)
{
    Scene scene;
    scene.act = [](v4lxx_stream *stream, v4lxx_frame *frame) {
        ASSERT_OK(v4lxx_stream_stop(stream, &error));
        HeldFrame(v4lxx_frame_ref(frame)).assert_intact();
    };
    run(scene, V4LXX_ERROR_STATE);
    assert_int_equal(scene.frames, 1);
    assert_int_equal(scene.destroyed, 1);
}

static void S17_close_of_stream_and_device_inside_a_callback(void **)
{
    for (bool device : {false, true}) {
        Scene scene;
        scene.act = [&](v4lxx_stream *stream, v4lxx_frame *frame) {
            if (device)
                v4lxx_device_close(scene.camera->device());
            else
                v4lxx_stream_close(stream);
            HeldFrame(v4lxx_frame_ref(frame)).assert_intact();
        };
        run(scene, V4LXX_ERROR_CLOSED);
        assert_int_equal(scene.destroyed, 1);
    }
}

static void S17_dispatch_and_dequeue_inside_are_refused_a_new_open_works(void **)
{
    Scene scene;
    scene.act = [&](v4lxx_stream *stream, v4lxx_frame *) {
        ASSERT_CODE(v4lxx_stream_dispatch(stream, second, &error), V4LXX_CODE_INSIDE_CALLBACK);
        v4lxx_frame *frame = nullptr;
        ASSERT_CODE(v4lxx_stream_dequeue(stream, second, &frame, &error), V4LXX_CODE_CALLBACK_IS_SET);
        v4lxx_device *other = nullptr;
        ASSERT_OK(v4lxx_device_open(scene.camera->context(), "sim:camera,id=2", nullptr, &other, &error));
        v4lxx_device_unref(other);
    };
    run(scene, V4LXX_OK);
    assert_int_equal(scene.frames, 2);
}

static void S17_a_control_is_set_and_the_stream_cancelled_inside_a_callback(void **)
{
    Scene scene;
    scene.act = [&](v4lxx_stream *stream, v4lxx_frame *) {
        Control(*scene.camera, "brightness").set(10 + scene.frames);
        v4lxx_stream_cancel(stream);
    };
    run(scene, V4LXX_ERROR_CANCELLED);
}

static void S17_a_frame_kept_from_a_callback(void **)
{
    Scene scene;
    v4lxx_frame *kept = nullptr;
    scene.act = [&](v4lxx_stream *, v4lxx_frame *frame) {
        if (kept == nullptr)
            kept = v4lxx_frame_ref(frame);
    };
    run(scene, V4LXX_OK);
    HeldFrame(kept).assert_intact();
}

static void S17_taking_the_callback_away_inside_it(void **)
{
    Scene scene;
    scene.act = [&](v4lxx_stream *stream, v4lxx_frame *) {
        ASSERT_OK(v4lxx_stream_set_frame_callback(stream, nullptr, nullptr, nullptr, &error));
        assert_int_equal(scene.destroyed, 0);  // not while it runs
    };
    run(scene, V4LXX_ERROR_STATE);
    assert_int_equal(scene.destroyed, 1);
}

static void S17_the_last_reference_given_back_inside_a_callback(void **)
{
    const Baseline before = measure();
    {
        Scene scene;
        v4lxx_context *context = nullptr;
        v4lxx_device *device = nullptr;
        v4lxx_stream *stream = nullptr;
        ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
        ASSERT_OK(v4lxx_device_open(context, name, nullptr, &device, &error));
        ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
        scene.act = [&](v4lxx_stream *mine, v4lxx_frame *) {
            v4lxx_stream_unref(mine);
            v4lxx_device_unref(device);
            v4lxx_context_unref(context);
        };
        ASSERT_OK(v4lxx_stream_set_frame_callback(stream, on_frame, &scene, on_destroy, &error));
        ASSERT_OK(v4lxx_stream_start(stream, &error));
        ASSERT_OK(v4lxx_stream_dispatch(stream, second, &error));
        assert_int_equal(scene.destroyed, 1);
        scene.act = nullptr;
    }
    assert_baseline(before);
}

static void abi_destroy_runs_exactly_once_also_on_failure(void **)
{
    Scene scene;
    ASSERT_CODE(v4lxx_stream_set_frame_callback(nullptr, on_frame, &scene, on_destroy, &error), V4LXX_CODE_NULL_ARGUMENT);
    assert_int_equal(scene.destroyed, 1);
    Camera camera(name);
    ASSERT_OK(v4lxx_stream_set_frame_callback(camera.stream(), nullptr, &scene, on_destroy, &error));
    assert_int_equal(scene.destroyed, 2);
    ASSERT_OK(v4lxx_stream_set_frame_callback(camera.stream(), on_frame, &scene, on_destroy, &error));
    ASSERT_OK(v4lxx_stream_set_frame_callback(camera.stream(), on_frame, &scene, on_destroy, &error));  // replaces it
    assert_int_equal(scene.destroyed, 3);
    v4lxx_stream_close(camera.stream());
    ASSERT_CODE(v4lxx_stream_set_frame_callback(camera.stream(), on_frame, &scene, on_destroy, &error),
                V4LXX_CODE_OBJECT_CLOSED);
    assert_int_equal(scene.destroyed, 4);
    camera.close();
    assert_int_equal(scene.destroyed, 5);
}

// Buffers and streams are the parent's: the child's copies of the handles ask nothing of the driver (abi.md 3c).
static void S13_a_forked_child_gives_no_buffer_back(void **)
{
    Camera camera(name);
    camera.start();
    HeldFrame held = camera.next();
    const pid_t child = fork();
    if (child == 0) {
        const uint64_t queued = camera.sim().calls(VIDIOC_QBUF), off = camera.sim().calls(VIDIOC_STREAMOFF);
        v4lxx_frame_unref(held.release());
        const bool quiet = camera.sim().calls(VIDIOC_QBUF) == queued;
        camera.allow_violations();
        camera.close();
        _exit(quiet && camera.sim().calls(VIDIOC_STREAMOFF) == off ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    for (int i = 0; i < 10; i++)
        camera.next().assert_intact();
    held.assert_intact();
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S17_U36_stop_inside_a_callback),
        cmocka_unit_test(S17_close_of_stream_and_device_inside_a_callback),
        cmocka_unit_test(S17_dispatch_and_dequeue_inside_are_refused_a_new_open_works),
        cmocka_unit_test(S17_a_control_is_set_and_the_stream_cancelled_inside_a_callback),
        cmocka_unit_test(S17_a_frame_kept_from_a_callback),
        cmocka_unit_test(S17_taking_the_callback_away_inside_it),
        cmocka_unit_test(S17_the_last_reference_given_back_inside_a_callback),
        cmocka_unit_test(abi_destroy_runs_exactly_once_also_on_failure),
        cmocka_unit_test(S13_a_forked_child_gives_no_buffer_back),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
