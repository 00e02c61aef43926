// The examination: on made-up machines and on cameras with faults, each problem is found, named, and told once.
#include "support/camera.hpp"

#include "support/baseline.hpp"
#include "support/context.hpp"
#include "support/fake_machine.hpp"

#include <cerrno>

using namespace v4lxx::test;

namespace {

constexpr const char *usb_port = "pci0000:00/0000:00:14.0/usb1/1-2";

class Examined {
public:
    Examined(v4lxx_context *context, const char *name, uint32_t flags = 0)
    {
        ASSERT_OK(v4lxx_context_examine(context, name, flags, &all_, &error));
        for (uint32_t i = 0; i < count(); i++)
            check_form(i);
    }
    Examined(const Examined &) = delete;
    Examined &operator=(const Examined &) = delete;
    ~Examined() { v4lxx_examination_unref(all_); }

    uint32_t count() const { return v4lxx_examination_get_count(all_); }
    uint32_t count_of(v4lxx_severity severity) const
    {
        uint32_t number = 0;
        for (uint32_t i = 0; i < count(); i++)
            number += v4lxx_examination_get_severity(all_, i) == severity;
        return number;
    }
    v4lxx_severity worst() const { return v4lxx_examination_get_worst(all_); }
    bool has(v4lxx_check check) const
    {
        for (uint32_t i = 0; i < count(); i++)
            if (v4lxx_examination_get_check(all_, i) == check)
                return true;
        return false;
    }
    // The finding of a check, which there is one of: fails the test if its severity, code or words are others.
    void expect(v4lxx_check check, v4lxx_severity severity, v4lxx_code code, const std::string &words) const
    {
        for (uint32_t i = 0; i < count(); i++) {
            if (v4lxx_examination_get_check(all_, i) != check)
                continue;
            const std::string text = words_of(i);
            if (v4lxx_examination_get_severity(all_, i) != severity || v4lxx_examination_get_code(all_, i) != code ||
                text.find(words) == text.npos)
                fail_msg("wanted %s %u \"%s\", got %s %u: %s", v4lxx_severity_get_name(severity), code, words.c_str(),
                         v4lxx_severity_get_name(v4lxx_examination_get_severity(all_, i)), v4lxx_examination_get_code(all_, i),
                         text.c_str());
            return;
        }
        fail_msg("nothing was found about %s", v4lxx_check_get_name(check));
    }
    void expect_one_problem(v4lxx_check check, v4lxx_code code, const std::string &words) const
    {
        expect(check, V4LXX_SEVERITY_PROBLEM, code, words);
        assert_int_equal(count_of(V4LXX_SEVERITY_PROBLEM), 1);
        assert_int_equal(worst(), V4LXX_SEVERITY_PROBLEM);
    }

private:
    std::string words_of(uint32_t i) const
    {
        return std::string(v4lxx_examination_get_found(all_, i)) + "|" + v4lxx_examination_get_meaning(all_, i) +
               (v4lxx_examination_is_meaning_checked(all_, i) ? " (checked)" : " (a guess)") + "|" +
               v4lxx_examination_get_advice(all_, i);
    }
    // What every finding has to have.
    void check_form(uint32_t i) const
    {
        assert_string_not_equal(v4lxx_examination_get_found(all_, i), "");
        assert_string_not_equal(v4lxx_check_get_name(v4lxx_examination_get_check(all_, i)), "");
        if (v4lxx_examination_get_severity(all_, i) != V4LXX_SEVERITY_PROBLEM)
            return;
        assert_true(v4lxx_examination_get_code(all_, i) != 0);
        assert_string_not_equal(v4lxx_examination_get_advice(all_, i), "");
    }

    v4lxx_examination *all_ = nullptr;
};

// A machine with one camera at /dev/video0, changed by the test before it is examined.
struct Machine {
    explicit Machine(const std::string &camera = "sim:camera,clock=virtual,size=64x48")
        : owned(std::make_unique<FakeMachine>()), fake(*owned)
    {
        fake.add_file("/proc/sys/kernel/osrelease", "6.12.3-test\n");
        fake.add_usb_device(usb_port, "046d", "082d", "");
        fake.add_video_node("video0", camera, std::string(usb_port) + "/1-2:1.0", 0);
    }
    ~Machine() { v4lxx_context_unref(made); }
    v4lxx_context *context()
    {
        if (made == nullptr)
            made = FakeMachine::into_context(std::move(owned));
        return made;
    }

    std::unique_ptr<FakeMachine> owned;
    FakeMachine &fake;
    v4lxx_context *made = nullptr;
};

std::string speed(const char *file) { return std::string("/sys/devices/") + usb_port + "/" + file; }

// What an examination finds of a camera that keeps to these rules.
void examine_with(const std::string &rules, const std::function<void(const Examined &)> &judge,
                  const std::string &name = "sim:camera,clock=virtual,size=64x48")
{
    Context context;
    auto sim = make_sim(context.get(), name);
    std::string problem;
    if (sim->inject(rules, &problem) < 0)
        fail_msg("%s", problem.c_str());
    judge(Examined(context.get(), name.c_str()));
}

}  // namespace

static void a_healthy_camera_has_no_problem_and_nothing_is_set_on_it(void **)
{
    const Baseline before = measure();
    {
        Context context;
        const char *name = "sim:camera,clock=virtual,size=64x48,fps=60";
        auto sim = make_sim(context.get(), name);
        Examined all(context.get(), name);
        assert_int_equal(all.worst() <= V4LXX_SEVERITY_NOTE, 1);
        all.expect(V4LXX_CHECK_CAPTURE, V4LXX_SEVERITY_OK, 0, "15 frames came, YUYV (0x56595559) 64x48, at 60 per second");
        all.expect(V4LXX_CHECK_FORMATS, V4LXX_SEVERITY_OK, 0, "YUYV");
        assert_int_equal(sim->calls(VIDIOC_S_FMT) + sim->calls(VIDIOC_S_PARM) + sim->calls(VIDIOC_S_CTRL) +
                             sim->calls(VIDIOC_S_EXT_CTRLS) + sim->calls(VIDIOC_S_INPUT),
                         0);
        Examined quiet(context.get(), name, V4LXX_EXAMINE_NO_CAPTURE);
        quiet.expect(V4LXX_CHECK_CAPTURE, V4LXX_SEVERITY_NOTE, 0, "no frame was taken: it was not asked for");
        assert_int_equal(sim->calls(VIDIOC_STREAMON), 1);
        assert_true(sim->violations().empty());
    }
    assert_baseline(before);
}

static void U03_a_machine_without_cameras_is_one_problem_that_says_why(void **)
{
    Machine machine;
    machine.fake.remove("/dev/video0");
    machine.fake.add_file("/.dockerenv", "");
    Examined all(machine.context(), nullptr);
    all.expect_one_problem(V4LXX_CHECK_DEVICES, V4LXX_CODE_NO_DEVICES, "docker run --device /dev/video0");
    all.expect(V4LXX_CHECK_SURROUNDINGS, V4LXX_SEVERITY_NOTE, 0, "a container (/.dockerenv exists)");
    all.expect(V4LXX_CHECK_KERNEL, V4LXX_SEVERITY_OK, 0, "Linux 6.12.3-test");
}

static void U03_a_denied_node_is_one_problem_with_the_command_for_the_surroundings(void **)
{
    const struct {
        const char *file, *text, *advice;
    } surroundings[] = {
        {"/etc/nothing", "", "sudo usermod -aG"},
        {"/.dockerenv", "", "docker run --device /dev/video0 --group-add 44"},
        {"/.flatpak-info", "", "flatpak run --device=all"},
        {"/proc/self/cgroup", "0::/user.slice/snap.cheese.cheese-1.scope\n", "snap connect SNAP:camera"},
    };
    for (const auto &around : surroundings) {
        Machine machine;
        machine.fake.set_identity({1000, {1000}});
        machine.fake.add_file(around.file, around.text);
        Examined all(machine.context(), nullptr);
        all.expect_one_problem(V4LXX_CHECK_ACCESS, V4LXX_CODE_OPEN_DENIED, around.advice);
        assert_false(all.has(V4LXX_CHECK_CAPTURE));  // it would only follow
    }
}

static void U04_a_busy_camera_names_who_has_it_once(void **)
{
    Machine machine;
    machine.fake.add_link("/proc/self", "1");
    machine.fake.add_directory("/proc/77");
    machine.fake.add_file("/proc/77/comm", "cheese\n");
    machine.fake.add_link("/proc/77/fd/9", "/dev/video0");
    v4lxx_context *context = machine.context();
    std::string problem;
    assert_int_equal(
        make_sim(context, "sim:camera,clock=virtual,size=64x48")->inject("on VIDIOC_REQBUFS all errno EBUSY", &problem), 0);
    Examined all(context, "/dev/video0");
    all.expect(V4LXX_CHECK_HOLDERS, V4LXX_SEVERITY_NOTE, 0, "it is open in cheese (process 77)");
    all.expect_one_problem(V4LXX_CHECK_CAPTURE, V4LXX_CODE_BUFFERS_BUSY, "cheese (process 77)");
}

static void U01_a_metadata_node_is_answered_with_its_camera(void **)
{
    Machine machine;
    machine.fake.add_video_node("video1", "sim:camera,id=2,kind=metadata", std::string(usb_port) + "/1-2:1.0", 1);
    Examined all(machine.context(), "/dev/video1");
    all.expect_one_problem(V4LXX_CHECK_CAPABILITIES, V4LXX_CODE_NOT_A_CAPTURE_DEVICE, "v4lxx doctor /dev/video0");
    assert_false(all.has(V4LXX_CHECK_CAPTURE));
    Examined every(machine.context(), nullptr);
    assert_int_equal(every.count_of(V4LXX_SEVERITY_PROBLEM), 0);
}

static void U09_a_slow_link_is_told_and_nonsense_is_not_believed(void **)
{
    const struct {
        const char *speed, *version;
        v4lxx_severity severity;
        v4lxx_code code;
        const char *words;
    } links[] = {
        {"5000\n", " 3.20\n", V4LXX_SEVERITY_OK, 0, "5000 Mbit/s"},
        {"480\n", " 2.00\n", V4LXX_SEVERITY_OK, 0, "480 Mbit/s"},
        {"480\n", " 3.00\n", V4LXX_SEVERITY_WARNING, V4LXX_CODE_USB_LINK_SLOW,
         "480 Mbit/s, and the device can do more (checked)"},
        {"480\n", " 2.10\n", V4LXX_SEVERITY_NOTE, V4LXX_CODE_USB_LINK_SLOW, "looks like one that can do more (a guess)"},
        {"12\n", " 2.00\n", V4LXX_SEVERITY_WARNING, V4LXX_CODE_USB_LINK_SLOW, "12 Mbit/s"},
        {"-480\n", "9\n", V4LXX_SEVERITY_NOTE, 0, "not known"},
        {"\xff\xfe", " 3.20\n", V4LXX_SEVERITY_NOTE, 0, "not known"},
        {"480 of many\n", "", V4LXX_SEVERITY_NOTE, 0, "not known"},
        {"99999999999999\n", " 3.20\n", V4LXX_SEVERITY_NOTE, 0, "not known"},
    };
    for (const auto &link : links) {
        Machine machine;
        machine.fake.add_file(speed("speed"), link.speed);
        machine.fake.add_file(speed("version"), link.version);
        machine.fake.add_link("/dev/v4l/by-id/usb-HD_Webcam-video-index0", "/dev/video0");
        for (const char *name : {"/dev/video0", "/dev/v4l/by-id/usb-HD_Webcam-video-index0"})
            Examined(machine.context(), name).expect(V4LXX_CHECK_USB, link.severity, link.code, link.words);
    }
    Examined(Machine().context(), "/dev/video0").expect(V4LXX_CHECK_USB, V4LXX_SEVERITY_NOTE, 0, "not known");
}

static void U33_an_input_without_signal_is_the_one_problem(void **)
{
    const struct {
        const char *signal;
        v4lxx_code code;
    } signals[] = {{"none", V4LXX_CODE_NO_SIGNAL},
                   {"off", V4LXX_CODE_NO_SIGNAL},
                   {"unlocked", V4LXX_CODE_SIGNAL_NOT_LOCKED},
                   {"range", V4LXX_CODE_SIGNAL_OUT_OF_RANGE}};
    for (const auto &one : signals) {
        Context context;
        const std::string name = std::string("sim:camera,clock=virtual,inputs=hdmi,signal=") + one.signal;
        Examined all(context.get(), name.c_str());
        all.expect_one_problem(V4LXX_CHECK_SIGNAL, one.code, "input 0");
        all.expect(V4LXX_CHECK_CAPTURE, V4LXX_SEVERITY_NOTE, 0, "no frame was taken: there is no signal");
    }
    Context context;
    Examined other(context.get(), "sim:camera,clock=virtual,inputs=hdmi,signal=1920x1080p60", V4LXX_EXAMINE_NO_CAPTURE);
    other.expect(V4LXX_CHECK_SIGNAL, V4LXX_SEVERITY_WARNING, 0, " auto");
}

static void U08_a_rate_that_is_not_kept_is_a_warning_with_both_numbers(void **)
{
    examine_with("on VIDIOC_G_PARM all set denominator 90", [](const Examined &all) {
        all.expect(V4LXX_CHECK_CAPTURE, V4LXX_SEVERITY_WARNING, V4LXX_CODE_RATE_NOT_REACHED, "(checked)");
        assert_int_equal(all.count_of(V4LXX_SEVERITY_PROBLEM), 0);
    });
    examine_with("on VIDIOC_G_PARM all set denominator 36",
                 [](const Examined &all) { all.expect(V4LXX_CHECK_CAPTURE, V4LXX_SEVERITY_OK, 0, "30 per second"); });
}

static void U21_controls_that_make_pictures_dark_or_slow_are_told(void **)
{
    examine_with("on VIDIOC_G_EXT_CTRLS all set value 1\non VIDIOC_G_CTRL all set value 1", [](const Examined &all) {
        all.expect(V4LXX_CHECK_CONTROLS, V4LXX_SEVERITY_WARNING, V4LXX_CODE_PRIVACY_ON, "the control privacy is on (checked)");
        assert_int_equal(all.count_of(V4LXX_SEVERITY_PROBLEM), 0);
    });
}

static void S06_damaged_and_lost_frames_are_one_warning_with_numbers(void **)
{
    examine_with("at frame 4 corrupt\nat frame 6 drop 2", [](const Examined &all) {
        all.expect(V4LXX_CHECK_CAPTURE, V4LXX_SEVERITY_WARNING, 0, "2 frames lost by the driver, 1 damaged or cut short");
    });
}

static void U11_a_camera_without_frames_ends_the_wait_with_one_problem(void **)
{
    examine_with("at frame 0 drop 1000000", [](const Examined &all) {
        all.expect_one_problem(V4LXX_CHECK_CAPTURE, V4LXX_CODE_NO_FRAMES, "within 3 s no frame came (checked)");
    });
}

// Each request fails in turn, and each in a way that drivers have: what is found says which, and the other looks are taken.
static void bar4_one_broken_look_hides_no_other(void **)
{
    for (const char *request :
         {"VIDIOC_ENUMINPUT", "VIDIOC_G_INPUT", "VIDIOC_QUERY_EXT_CTRL", "VIDIOC_G_PARM", "VIDIOC_G_CTRL"})
        for (const char *error : {"EIO", "EINVAL", "ENOTTY"})
            examine_with(std::string("on ") + request + " all errno " + error, [](const Examined &all) {
                assert_int_equal(all.count_of(V4LXX_SEVERITY_PROBLEM), 0);
                all.expect(V4LXX_CHECK_CAPTURE, V4LXX_SEVERITY_OK, 0, "15 frames came");
                all.expect(V4LXX_CHECK_FORMATS, V4LXX_SEVERITY_OK, 0, "YUYV");
                assert_true(all.has(V4LXX_CHECK_CONTROLS));
            });
    examine_with("on VIDIOC_ENUM_FMT all errno EINVAL", [](const Examined &all) {
        all.expect_one_problem(V4LXX_CHECK_FORMATS, V4LXX_CODE_NO_FORMATS, "no pixel format");
        assert_true(all.has(V4LXX_CHECK_CONTROLS));
    });
    examine_with("on VIDIOC_STREAMON all errno ENOSPC",
                 [](const Examined &all) { all.expect_one_problem(V4LXX_CHECK_CAPTURE, V4LXX_CODE_USB_BANDWIDTH, "ENOSPC"); });
    examine_with("at frame 3 unplug",
                 [](const Examined &all) { all.expect_one_problem(V4LXX_CHECK_CAPTURE, V4LXX_CODE_DEVICE_GONE, "unplugged"); });
}

static void bad_input_names_and_flags(void **)
{
    Context context;
    v4lxx_examination *all = nullptr;
    ASSERT_CODE(v4lxx_context_examine(context.get(), "sim:camera", 1u << 9, &all, &error), V4LXX_CODE_UNKNOWN_VALUE);
    ASSERT_CODE(v4lxx_context_examine(context.get(), "", 0, &all, &error), V4LXX_CODE_BAD_NAME);
    assert_null(all);
    Examined(context.get(), "/dev/no-such-node").expect_one_problem(V4LXX_CHECK_ACCESS, V4LXX_CODE_NO_SUCH_NODE, "v4lxx list");
    Examined(context.get(), "sim:camera,size=big").expect_one_problem(V4LXX_CHECK_ACCESS, V4LXX_CODE_SIM_BAD_PARAMETER, "size");
    assert_string_equal(v4lxx_severity_get_name(4), "");
    assert_string_equal(v4lxx_check_get_name(0), "");
    assert_string_equal(v4lxx_check_get_name(12), "");
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(a_healthy_camera_has_no_problem_and_nothing_is_set_on_it),
        cmocka_unit_test(U03_a_machine_without_cameras_is_one_problem_that_says_why),
        cmocka_unit_test(U03_a_denied_node_is_one_problem_with_the_command_for_the_surroundings),
        cmocka_unit_test(U04_a_busy_camera_names_who_has_it_once),
        cmocka_unit_test(U01_a_metadata_node_is_answered_with_its_camera),
        cmocka_unit_test(U09_a_slow_link_is_told_and_nonsense_is_not_believed),
        cmocka_unit_test(U33_an_input_without_signal_is_the_one_problem),
        cmocka_unit_test(U08_a_rate_that_is_not_kept_is_a_warning_with_both_numbers),
        cmocka_unit_test(U21_controls_that_make_pictures_dark_or_slow_are_told),
        cmocka_unit_test(S06_damaged_and_lost_frames_are_one_warning_with_numbers),
        cmocka_unit_test(U11_a_camera_without_frames_ends_the_wait_with_one_problem),
        cmocka_unit_test(bar4_one_broken_look_hides_no_other),
        cmocka_unit_test(bad_input_names_and_flags),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
