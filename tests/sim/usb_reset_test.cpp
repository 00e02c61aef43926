// The last means against a camera that is there and gives nothing, with V4LXX_STREAM_USB_RESET: its USB device is reset.
#include "support/camera.hpp"
#include "support/context.hpp"
#include "support/fake_machine.hpp"

#include <cerrno>

using namespace v4lxx;
using namespace v4lxx::test;

namespace {

constexpr uint32_t with_reset = V4LXX_STREAM_RECONNECT | V4LXX_STREAM_USB_RESET;
constexpr const char *small_camera = "sim:camera,size=64x48,fps=100,clock=virtual";
constexpr const char *broken = "on VIDIOC_DQBUF until reset errno EPROTO";

// The messages of a topic, or of a code, that a context has told.
class Told {
public:
    explicit Told(v4lxx_context *context) : context_(context)
    {
        ASSERT_OK(v4lxx_context_set_log(context, V4LXX_LOG_WARNING, hear, this, nullptr, &error));
    }
    Told(const Told &) = delete;
    Told &operator=(const Told &) = delete;
    ~Told() { v4lxx_context_set_log(context_, V4LXX_LOG_NONE, nullptr, nullptr, nullptr, nullptr); }

    std::vector<std::string> resets, refusals;

private:
    static void hear(const v4lxx_log_record *record, void *me)
    {
        auto *told = static_cast<Told *>(me);
        if (v4lxx_log_record_get_topic(record) == V4LXX_LOG_USB_RESET)
            told->resets.emplace_back(v4lxx_log_record_get_message(record));
        if (v4lxx_log_record_get_code(record) == V4LXX_CODE_USB_RESET_FAILED)
            told->refusals.emplace_back(v4lxx_log_record_get_message(record));
    }

    v4lxx_context *context_;
};

}  // namespace

static void S08_U14_what_starts_and_an_opening_do_not_mend_a_reset_does(void **)
{
    Camera camera(small_camera, 4, with_reset);
    const Told told(camera.context());
    camera.start();
    HeldFrame held = camera.next();
    camera.inject(broken);
    camera.next().assert_intact();
    assert_int_equal(read_state(camera.stream()).attempts, 4);  // two starts, an opening, the reset
    assert_int_equal(camera.account().usb_resets, 1);
    assert_int_equal(told.resets.size(), 1);
    assert_has(told.resets[0], "was reset");
    held.assert_intact();
    for (int i = 0; i < 20; i++)
        camera.next().assert_intact();
    camera.inject(broken);  // another time
    camera.next().assert_intact();
    assert_int_equal(camera.account().usb_resets, 2);
}

static void S07_U14_a_camera_that_gives_no_frame_is_reset_too(void **)
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.flags = with_reset;
    options.stall_after_ns = 500 * ms;
    Camera camera(small_camera, options);
    camera.start();
    camera.next();
    camera.inject("at frame until reset drop 1");
    camera.next(60 * second).assert_intact();
    assert_int_equal(camera.account().usb_resets, 1);
    assert_int_equal(camera.account().stalls, 4);
}

static void S08_without_being_asked_to_nothing_is_reset(void **)
{
    for (const uint32_t flags : {0u, uint32_t{V4LXX_STREAM_RECONNECT}}) {
        Camera camera(small_camera, 4, flags);
        camera.start();
        camera.inject(broken);
        const v4lxx_status status = camera.try_next(20 * second);
        assert_int_equal(status, flags == 0 ? V4LXX_ERROR_SYSTEM : V4LXX_TIMED_OUT);
        assert_int_equal(camera.account().usb_resets, 0);
        if (flags == 0)
            continue;
        assert_true(read_state(camera.stream()).attempts > 10);
        camera.sim().reset_usb();  // it would have helped
        camera.stop();
        camera.start();
        camera.next().assert_intact();
    }
}

static void S08_a_reset_that_does_not_help_is_not_repeated(void **)
{
    Camera camera(small_camera, 4, with_reset);
    const Told told(camera.context());
    camera.start();
    camera.next();
    camera.inject("on VIDIOC_DQBUF all errno EPROTO");
    assert_int_equal(camera.try_next(20 * second), V4LXX_TIMED_OUT);
    assert_true(read_state(camera.stream()).attempts > 10);
    assert_int_equal(camera.account().usb_resets, 1);
    assert_int_equal(told.resets.size(), 1);
}

static void S08_a_reset_that_is_refused_is_told_once_and_the_camera_is_looked_for_as_before(void **)
{
    Camera camera(small_camera, 4, with_reset);
    const Told told(camera.context());
    camera.start();
    camera.next();
    camera.inject("on reset all errno EIO\non VIDIOC_DQBUF 0..7 errno EPROTO");
    camera.next(60 * second).assert_intact();
    assert_int_equal(camera.account().usb_resets, 0);
    assert_int_equal(told.refusals.size(), 1);
    assert_has(told.refusals[0], "cannot reset the USB device");
    assert_has(told.refusals[0], "EIO");
    assert_true(read_state(camera.stream()).attempts > 4);
}

static void S05_a_camera_that_is_away_and_another_in_its_place_are_not_reset(void **)
{
    Camera camera(small_camera, 4, with_reset);
    camera.start();
    camera.next();
    camera.sim().unplug();
    assert_int_equal(camera.try_next(5 * second), V4LXX_TIMED_OUT);
    camera.inject("at time 0s replug other");
    assert_int_equal(camera.try_next(5 * second), V4LXX_TIMED_OUT);
    assert_int_equal(camera.account().others_refused, 1);
    assert_int_equal(camera.account().usb_resets, 0);
}

static void U14_a_reset_is_for_streams_that_reconnect(void **)
{
    Context context;
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    ASSERT_OK(v4lxx_device_open(context.get(), small_camera, nullptr, &device, &error));
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.flags = V4LXX_STREAM_USB_RESET;
    ASSERT_CODE(v4lxx_stream_create(device, &options, &stream, &error), V4LXX_CODE_UNKNOWN_VALUE);
    v4lxx_device_unref(device);
}

namespace {

constexpr const char *port_2 = "pci0000:00/0000:00:14.0/usb1/1-2", *port_3 = "pci0000:00/0000:00:14.0/usb1/1-3";
constexpr const char *webcam = "sim:camera,size=64x48,fps=100,card=HD Webcam";

void plug_in(FakeMachine &machine, const std::string &port, const std::string &node, const std::string &device_number)
{
    machine.add_usb_device(port, "046d", "082d", "A1B2");
    machine.add_file("/sys/devices/" + port + "/busnum", "1\n");
    machine.add_file("/sys/devices/" + port + "/devnum", device_number + "\n");
    machine.add_video_node(node, webcam, port + "/" + port.substr(port.rfind('/') + 1) + ":1.0", 0);
}

kernel::PathKind usb_node(uint32_t mode)
{
    kernel::PathKind kind = FakeMachine::node_kind(4, mode, 0, 0);
    kind.major = kernel::usb_major;
    return kind;
}

// The stream of a node on a made-up machine.
class Webcam {
public:
    explicit Webcam(std::unique_ptr<FakeMachine> machine) : context_(FakeMachine::into_context(std::move(machine)))
    {
        v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
        options.flags = with_reset;
        ASSERT_OK(v4lxx_device_open(context_, "/dev/video0", nullptr, &device_, &error));
        ASSERT_OK(v4lxx_stream_create(device_, &options, &stream_, &error));
        ASSERT_OK(v4lxx_stream_start(stream_, &error));
        take_frame(stream_, second).assert_intact();
    }
    Webcam(const Webcam &) = delete;
    Webcam &operator=(const Webcam &) = delete;
    ~Webcam()
    {
        v4lxx_stream_unref(stream_);
        v4lxx_device_unref(device_);
        v4lxx_context_unref(context_);
    }
    v4lxx_context *context() { return context_; }
    void inject(const char *rules) { sim_of(context_, webcam)->inject(rules, nullptr); }
    HeldFrame next() { return take_frame(stream_, 20 * second); }
    uint64_t resets() { return read_account(stream_).usb_resets; }

private:
    v4lxx_context *context_;
    v4lxx_device *device_ = nullptr;
    v4lxx_stream *stream_ = nullptr;
};

}  // namespace

static void S08_the_node_of_the_USB_device_is_found_by_the_id_of_the_camera(void **)
{
    auto owned = std::make_unique<FakeMachine>();
    FakeMachine &machine = *owned;
    plug_in(machine, port_2, "video0", "5");
    machine.add_node("/dev/bus/usb/001/005", "sim:nothing", usb_node(0664));
    machine.add_node("/dev/bus/usb/001/017", webcam, usb_node(0664));
    Webcam camera(std::move(owned));
    // Since it was opened it has moved to another port.
    machine.remove("/sys/devices/" + std::string(port_2));
    machine.remove("/sys/class/video4linux/video0");
    machine.remove("/dev/video0");
    plug_in(machine, port_3, "video1", "17");
    camera.inject(broken);
    camera.next().assert_intact();
    assert_int_equal(camera.resets(), 1);
}

static void S08_a_reset_without_the_right_to_it_tells_the_rule_that_gives_it(void **)
{
    auto owned = std::make_unique<FakeMachine>();
    FakeMachine &machine = *owned;
    plug_in(machine, port_2, "video0", "5");
    machine.add_file("/etc/passwd", "root:x:0:0::/root:/bin/sh\nalice:x:1000:1000::/home/alice:/bin/sh\n");
    machine.add_file("/etc/group", "root:x:0:\nvideo:x:44:alice\n");
    machine.set_identity({1000, {1000, 44}});
    machine.add_node("/dev/bus/usb/001/005", webcam, usb_node(0664));
    Webcam camera(std::move(owned));
    const Told told(camera.context());
    camera.inject("on VIDIOC_DQBUF 0..7 errno EPROTO");
    camera.next().assert_intact();
    assert_int_equal(camera.resets(), 0);
    assert_int_equal(told.refusals.size(), 1);
    assert_has(told.refusals[0], "/dev/bus/usb/001/005");
    assert_has(told.refusals[0], "the node is root:root 0664; you are alice (uid 1000)");
    assert_has(told.refusals[0],
               "SUBSYSTEM==\"usb\", ATTR{idVendor}==\"046d\", ATTR{idProduct}==\"082d\", GROUP=\"video\", MODE=\"0660\"");
}

// Whatever stands below /dev/bus/usb, only what is a USB device gets the request.
static void S08_what_is_no_USB_device_is_not_reset(void **)
{
    kernel::LinuxSystem system;
    assert_int_equal(system.reset_usb("/dev/null"), -ENOTTY);
    assert_int_equal(system.reset_usb("/proc/self/comm"), -ENOTTY);
    assert_int_equal(system.reset_usb("/dev/bus/usb/999/999"), -ENOENT);
    assert_int_equal(system.reset_usb("/dev"), -EISDIR);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(S08_U14_what_starts_and_an_opening_do_not_mend_a_reset_does),
        cmocka_unit_test(S07_U14_a_camera_that_gives_no_frame_is_reset_too),
        cmocka_unit_test(S08_without_being_asked_to_nothing_is_reset),
        cmocka_unit_test(S08_a_reset_that_does_not_help_is_not_repeated),
        cmocka_unit_test(S08_a_reset_that_is_refused_is_told_once_and_the_camera_is_looked_for_as_before),
        cmocka_unit_test(S05_a_camera_that_is_away_and_another_in_its_place_are_not_reset),
        cmocka_unit_test(U14_a_reset_is_for_streams_that_reconnect),
        cmocka_unit_test(S08_the_node_of_the_USB_device_is_found_by_the_id_of_the_camera),
        cmocka_unit_test(S08_a_reset_without_the_right_to_it_tells_the_rule_that_gives_it),
        cmocka_unit_test(S08_what_is_no_USB_device_is_not_reset),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
