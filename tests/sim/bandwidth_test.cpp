// USB bandwidth (U09, S22): what is told when the bus has no more, who is on it, and the step down to a mode that needs less.
#include "support/camera.hpp"
#include "support/fake_machine.hpp"

#include <cerrno>
#include <cstring>

#include <linux/videodev2.h>

using namespace v4lxx::test;

namespace {

constexpr uint32_t yuyv_640 = 640 * 480 * 2 * 30;  // bytes per second

std::string on_bus(int id, const char *rest = "")
{
    return "sim:camera,clock=virtual,pattern=cells,formats=YUYV,sizes=320x240+640x480,size=640x480,bus=left,bandwidth=" +
           std::to_string(yuyv_640 * 3 / 2) + ",id=" + std::to_string(id) + rest;
}

struct Member {
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;

    Member(v4lxx_context *context, const std::string &name, uint32_t flags = 0)
    {
        v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
        options.flags = flags;
        ASSERT_OK(v4lxx_device_open(context, name.c_str(), nullptr, &device, &error));
        ASSERT_OK(v4lxx_stream_create(device, &options, &stream, &error));
    }
    Member(const Member &) = delete;
    Member &operator=(const Member &) = delete;
    ~Member()
    {
        v4lxx_stream_unref(stream);
        v4lxx_device_unref(device);
    }
    v4lxx_format format() const
    {
        v4lxx_format now = V4LXX_FORMAT_INIT;
        ASSERT_OK(v4lxx_stream_read_format(stream, &now, &error));
        return now;
    }
};

void assert_no_bandwidth(v4lxx_stream *stream, std::initializer_list<const char *> told)
{
    v4lxx_error *refusal = nullptr;
    assert_int_equal(v4lxx_stream_start(stream, &refusal), V4LXX_ERROR_BUSY);
    assert_int_equal(v4lxx_error_get_code(refusal), V4LXX_CODE_USB_BANDWIDTH);
    assert_int_equal(v4lxx_error_get_errno(refusal), ENOSPC);
    for (const char *words : told)
        if (strstr(v4lxx_error_get_message(refusal), words) == nullptr)
            fail_msg("\"%s\" is not in: %s", words, v4lxx_error_get_message(refusal));
    v4lxx_error_free(refusal);
}

}  // namespace

static void S22_a_retry_succeeds_without_reopening_when_the_other_camera_stops(void **)
{
    v4lxx_context *context = nullptr;
    ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
    {
        Member one(context, on_bus(1, ",card=Left eye")), two(context, on_bus(2));
        ASSERT_OK(v4lxx_stream_start(one.stream, &error));
        for (int i = 0; i < 3; i++)
            assert_no_bandwidth(two.stream,
                                {"it is not about disk space", "\"Left eye\" (sim:camera", "streams (checked)",
                                 "Ask for YUYV 320x240 at 30 per second", "about 25 % of the bandwidth of YUYV 640x480"});
        take_frame(one.stream, second);
        ASSERT_OK(v4lxx_stream_stop(one.stream, &error));
        ASSERT_OK(v4lxx_stream_start(two.stream, &error));
        take_frame(two.stream, second);
        assert_no_bandwidth(one.stream, {"streams (checked)"});
        v4lxx_device_close(two.device);
        ASSERT_OK(v4lxx_stream_start(one.stream, &error));
    }
    v4lxx_context_unref(context);
}

static void S22_an_unplugged_camera_gives_its_bandwidth_back(void **)
{
    v4lxx_context *context = nullptr;
    ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
    {
        Member one(context, on_bus(1)), two(context, on_bus(2));
        ASSERT_OK(v4lxx_stream_start(one.stream, &error));
        assert_no_bandwidth(two.stream, {});
        sim_of(context, on_bus(1))->unplug();
        ASSERT_OK(v4lxx_stream_start(two.stream, &error));
    }
    v4lxx_context_unref(context);
}

static void U09_a_bus_that_is_too_narrow_for_one_camera_blames_no_other(void **)
{
    Camera camera("sim:camera,clock=virtual,formats=YUYV+MJPEG,sizes=320x240+640x480,size=640x480,bandwidth=5000000");
    const bool can_decode = v4lxx_supports(V4LXX_FEATURE_JPEG) != 0;
    assert_no_bandwidth(camera.stream(), {can_decode ? "Ask for MJPG 640x480 at 30 per second" : "Ask for YUYV 320x240"});
}

static void U09_stepping_down_is_opt_in_and_told(void **)
{
    const char *name =
        "sim:camera,clock=virtual,formats=YUYV+MJPEG,sizes=320x240+640x480+1280x720,size=1280x720,bandwidth=3000000";
    const bool can_decode = v4lxx_supports(V4LXX_FEATURE_JPEG) != 0;
    Camera camera(name, 4, V4LXX_STREAM_STEP_DOWN);
    if (!can_decode) {  // raw pictures of 320x240 need 4.6 MB a second
        assert_no_bandwidth(camera.stream(), {});
        v4lxx_format back = V4LXX_FORMAT_INIT;
        ASSERT_OK(v4lxx_device_read_format(camera.device(), &back, &error));
        assert_int_equal(back.width, 1280);
        return;
    }
    camera.start();
    assert_int_equal(v4lxx_stream_get_steps_down(camera.stream()), 2);  // MJPG 1280x720 needs 6.9 MB, MJPG 640x480 2.3
    v4lxx_format granted = V4LXX_FORMAT_INIT;
    ASSERT_OK(v4lxx_stream_read_format(camera.stream(), &granted, &error));
    assert_int_equal(granted.fourcc, v4lxx_pixel_format_find("MJPEG"));
    assert_int_equal(granted.width, 640);
    camera.next();
    camera.stop();
    camera.start();
    assert_int_equal(v4lxx_stream_get_steps_down(camera.stream()), 0);
}

static void U09_when_no_step_helps_the_old_mode_is_back(void **)
{
    Camera camera("sim:camera,clock=virtual,formats=YUYV,sizes=320x240+640x480,size=640x480,bandwidth=1000", 4,
                  V4LXX_STREAM_STEP_DOWN);
    assert_no_bandwidth(camera.stream(), {"YUYV 640x480"});
    v4lxx_format now = V4LXX_FORMAT_INIT;
    ASSERT_OK(v4lxx_device_read_format(camera.device(), &now, &error));
    assert_int_equal(now.width, 640);
    assert_int_equal(v4lxx_stream_get_steps_down(camera.stream()), 0);
}

static void U09_drivers_that_refuse_the_format_are_stepped_down_by_the_wish(void **)
{
    Camera camera("sim:camera,clock=virtual,formats=YUYV,sizes=160x120+320x240+640x480,size=160x120");
    camera.inject("on VIDIOC_S_FMT 0 errno ENOSPC\non VIDIOC_S_FMT 2 errno ENOSPC");
    v4lxx_wish wish = V4LXX_WISH_INIT;
    v4lxx_negotiation result = V4LXX_NEGOTIATION_INIT;
    ASSERT_CODE(v4lxx_device_negotiate(camera.device(), &wish, nullptr, 0, nullptr, &error), V4LXX_CODE_USB_BANDWIDTH);
    wish.flags = V4LXX_WISH_STEP_DOWN;
    ASSERT_OK(v4lxx_device_negotiate(camera.device(), &wish, nullptr, 0, &result, &error));
    assert_int_equal(result.steps_down, 1);
    assert_int_equal(result.granted_width, 320);
    wish.flags |= V4LXX_WISH_STRICT;
    ASSERT_CODE(v4lxx_device_negotiate(camera.device(), &wish, nullptr, 0, nullptr, &error), V4LXX_CODE_UNKNOWN_VALUE);
}

static void plug_in(FakeMachine &machine, const std::string &node, const std::string &bus, const std::string &port, int id)
{
    const std::string device = "pci0000:00/" + bus + "/usb1/" + port;
    const std::string simulated = "sim:camera,clock=virtual,pattern=cells,formats=YUYV,size=640x480,id=" + std::to_string(id);
    machine.add_usb_device(device, "046d", "0892", "");
    machine.add_video_node(node, simulated, device + "/" + port + ":1.0", 0);
    machine.add_directory("/sys/devices/" + device + "/" + port + ":1.1");
    for (const auto &[file, text] :
         {std::pair{"bInterfaceClass", "0e\n"}, {"bInterfaceSubClass", "02\n"}, {"bAlternateSetting", " 0\n"}})
        machine.add_file("/sys/devices/" + device + "/" + port + ":1.1/" + file, text);
}

// Four cameras: one that streams and one that is only open on the same controller, one that is idle there, one that streams elsewhere.
static void U09_the_cameras_in_use_on_the_same_controller_are_named(void **)
{
    auto machine = std::make_unique<FakeMachine>();
    plug_in(*machine, "video0", "0000:00:14.0", "1-1", 1);
    plug_in(*machine, "video2", "0000:00:14.0", "1-2", 2);
    plug_in(*machine, "video4", "0000:00:14.0", "1-4.3", 3);
    plug_in(*machine, "video6", "0000:00:14.0", "1-5", 4);
    plug_in(*machine, "video8", "0000:03:00.0", "1-1", 5);
    machine->add_file("/sys/devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.1/bAlternateSetting", " 7\n");
    machine->add_file("/sys/devices/pci0000:00/0000:03:00.0/usb1/1-1/1-1:1.1/bAlternateSetting", "11\n");
    machine->add_link("/proc/self", "10");
    machine->add_directory("/proc/4711");
    machine->add_link("/proc/4711/fd/5", "/dev/video4");
    machine->add_file("/proc/4711/comm", "obs\n");
    v4lxx_context *context = FakeMachine::into_context(std::move(machine));
    {
        Member camera(context, "/dev/video0");
        std::string problem;
        auto sim = sim_of(context, "sim:camera,clock=virtual,pattern=cells,formats=YUYV,size=640x480,id=1");
        assert_int_equal(sim->inject("on VIDIOC_STREAMON all errno ENOSPC", &problem), 0);
        assert_no_bandwidth(camera.stream, {"on the same USB controller, \"name of video2\" (/dev/video2) streams; "
                                            "\"name of video4\" (/dev/video4) is open in obs (process 4711) (checked)"});
    }
    v4lxx_context_unref(context);
}

static void U09_without_another_camera_in_use_the_reason_is_a_guess(void **)
{
    auto machine = std::make_unique<FakeMachine>();
    plug_in(*machine, "video0", "0000:00:14.0", "1-1", 1);
    plug_in(*machine, "video2", "0000:00:14.0", "1-2", 2);
    v4lxx_context *context = FakeMachine::into_context(std::move(machine));
    {
        Member camera(context, "/dev/video0");
        std::string problem;
        auto sim = sim_of(context, "sim:camera,clock=virtual,pattern=cells,formats=YUYV,size=640x480,id=1");
        assert_int_equal(sim->inject("on VIDIOC_STREAMON all errno ENOSPC", &problem), 0);
        assert_no_bandwidth(camera.stream, {"no other camera is in use on the same USB controller", "(a guess)"});
    }
    v4lxx_context_unref(context);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S22_a_retry_succeeds_without_reopening_when_the_other_camera_stops),
        cmocka_unit_test(S22_an_unplugged_camera_gives_its_bandwidth_back),
        cmocka_unit_test(U09_a_bus_that_is_too_narrow_for_one_camera_blames_no_other),
        cmocka_unit_test(U09_stepping_down_is_opt_in_and_told),
        cmocka_unit_test(U09_when_no_step_helps_the_old_mode_is_back),
        cmocka_unit_test(U09_drivers_that_refuse_the_format_are_stepped_down_by_the_wish),
        cmocka_unit_test(U09_the_cameras_in_use_on_the_same_controller_are_named),
        cmocka_unit_test(U09_without_another_camera_in_use_the_reason_is_a_guess),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
