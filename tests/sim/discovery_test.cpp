// One entry for each physical device, whatever is broken; names that stay; and why a node may not be opened. On made-up machines.
#include "support/baseline.hpp"
#include "support/camera.hpp"
#include "support/fake_machine.hpp"

#include <cerrno>
#include <cstring>

using namespace v4lxx;
using namespace v4lxx::test;

namespace {

constexpr const char *usb_port_2 = "pci0000:00/0000:00:14.0/usb1/1-2";
constexpr const char *usb_port_3 = "pci0000:00/0000:00:14.0/usb1/1-3";

std::string function(const char *device, const char *interface)
{
    return std::string(device) + "/" + (std::strrchr(device, '/') + 1) + ":1." + interface;
}

// A USB camera as most are: a node that captures and one of metadata.
void plug_in_webcam(FakeMachine &machine, const char *port, const char *serial, int first_node, int id)
{
    machine.add_usb_device(port, "046d", "082d", serial);
    const std::string sim = "sim:camera,clock=virtual,card=HD Webcam,id=" + std::to_string(id);
    machine.add_video_node("video" + std::to_string(first_node), sim, function(port, "0"), 0);
    machine.add_video_node("video" + std::to_string(first_node + 1), sim + ",kind=metadata", function(port, "0"), 1);
}

class Machine {
public:
    Machine() : owned_(std::make_unique<FakeMachine>()), machine_(owned_.get()) {}
    ~Machine()
    {
        v4lxx_device_list_unref(list_);
        v4lxx_context_unref(context_);
    }
    FakeMachine *operator->() { return machine_; }
    FakeMachine &operator*() { return *machine_; }
    v4lxx_context *context()
    {
        if (context_ == nullptr)
            context_ = FakeMachine::into_context(std::move(owned_));
        return context_;
    }
    v4lxx_device_list *list(uint32_t flags = 0)
    {
        v4lxx_device_list_unref(list_);
        ASSERT_OK(v4lxx_context_list_devices(context(), flags, &list_, &error));
        return list_;
    }
    // The path that was opened by a name, or the code of the refusal in brackets.
    std::string open(const std::string &name, std::string *message = nullptr)
    {
        v4lxx_device *device = nullptr;
        v4lxx_error *error = nullptr;
        if (v4lxx_device_open(context(), name.c_str(), nullptr, &device, &error) < 0) {
            if (message != nullptr)
                *message = v4lxx_error_get_message(error);
            std::string code = "[" + std::string(v4lxx_code_get_name(v4lxx_error_get_code(error))) + "]";
            v4lxx_error_free(error);
            return code;
        }
        std::string path = v4lxx_device_info_get_path(v4lxx_device_get_info(device));
        v4lxx_device_unref(device);
        return path;
    }

private:
    std::unique_ptr<FakeMachine> owned_;
    FakeMachine *machine_;
    v4lxx_context *context_ = nullptr;
    v4lxx_device_list *list_ = nullptr;
};

}  // namespace

static void U01_a_camera_with_two_nodes_is_one_entry(void **)
{
    Machine machine;
    plug_in_webcam(*machine, usb_port_2, "5A3C", 0, 1);
    const v4lxx_device_list *list = machine.list();
    assert_int_equal(v4lxx_device_list_get_count(list), 1);
    const v4lxx_device_info *camera = v4lxx_device_list_get(list, 0);
    assert_string_equal(v4lxx_device_info_get_path(camera), "/dev/video0");
    assert_int_equal(v4lxx_device_info_get_role(camera), V4LXX_NODE_ROLE_CAPTURE);
    assert_int_equal(v4lxx_device_info_get_usb_vendor(camera), 0x046d);
    assert_int_equal(v4lxx_device_info_get_usb_product(camera), 0x082d);
    assert_string_equal(v4lxx_device_info_get_serial(camera), "5A3C");
    assert_string_equal(v4lxx_device_info_get_id(camera), "id:usb-0000:00:14.0-2/046d:082d/5A3C");
    assert_int_equal(v4lxx_device_info_get_node_count(camera), 2);
    const v4lxx_device_info *metadata = v4lxx_device_info_get_node(camera, 1);
    assert_int_equal(v4lxx_device_info_get_role(metadata), V4LXX_NODE_ROLE_METADATA_CAPTURE);
    assert_string_equal(v4lxx_device_info_get_id(metadata), "id:usb-0000:00:14.0-2/046d:082d/5A3C/meta-0.1");
    assert_string_equal(v4lxx_device_list_get_note(list), "");
}

static void U01_64_nodes_with_broken_ones_are_listed_exactly_and_leave_nothing_open(void **)
{
    Machine machine;
    for (int i = 0; i < 64; i++) {
        const std::string number = std::to_string(i), node = "video" + number;
        const std::string parent = "platform/device." + number;
        machine->add_video_node(node, "sim:camera,clock=virtual,id=" + number, parent, 0);
        if (i % 8 == 3)
            machine->add_error("/dev/" + node, EIO);
        if (i % 8 == 5)
            machine->add_error("/dev/" + node, EACCES);
        if (i % 8 == 6)
            machine->add_node("/dev/" + node, "sim:camera,kind=output,id=" + number);
    }
    machine->add_node("/dev/video-not-a-number", "sim:camera");
    machine->add_file("/dev/videodev", "");
    v4lxx_context *context = machine.context();
    const size_t descriptors = measure().descriptors;
    for (int round = 0; round < 3; round++) {
        v4lxx_device_list *list = nullptr;
        ASSERT_OK(v4lxx_context_list_devices(context, V4LXX_LIST_ALL, &list, &error));
        assert_int_equal(v4lxx_device_list_get_count(list), 64);
        for (uint32_t i = 0; i < 64; i++) {
            const v4lxx_device_info *info = v4lxx_device_list_get(list, i);
            assert_string_equal(v4lxx_device_info_get_path(info), ("/dev/video" + std::to_string(i)).c_str());
            const bool broken = i % 8 == 3 || i % 8 == 5;
            assert_true((v4lxx_device_info_get_error(info) != nullptr) == broken);
            if (broken)
                assert_string_equal(v4lxx_device_info_get_card(info), ("name of video" + std::to_string(i)).c_str());
        }
        v4lxx_device_list_unref(list);
        ASSERT_OK(v4lxx_context_list_devices(context, 0, &list, &error));
        assert_int_equal(v4lxx_device_list_get_count(list), 56);  // the outputs are no cameras; the broken ones may be
        v4lxx_device_list_unref(list);
    }
    assert_int_equal(measure().descriptors, descriptors);
}

// vivid makes all its instances of one platform device.
static void U01_devices_of_one_parent_are_told_apart_by_their_bus(void **)
{
    Machine machine;
    for (uint32_t i = 0; i < 4; i++) {
        const std::string bus = i < 2 ? "8" : "9", kind = i % 2 == 0 ? "" : ",kind=metadata";
        machine->add_video_node("video" + std::to_string(i), "sim:camera,clock=virtual,id=" + bus + kind, "platform/vivid.0",
                                i % 2);
    }
    v4lxx_device_list *list = machine.list();
    assert_int_equal(v4lxx_device_list_get_count(list), 2);
    for (uint32_t i = 0; i < 2; i++) {
        const v4lxx_device_info *info = v4lxx_device_list_get(list, i);
        const std::string id = v4lxx_device_info_get_id(info);
        assert_string_equal(id.c_str(), i == 0 ? "id:platform-sim-8/-/-" : "id:platform-sim-9/-/-");
        assert_string_equal(v4lxx_device_info_get_path(info), i == 0 ? "/dev/video0" : "/dev/video2");
        assert_string_equal(machine.open(id).c_str(), i == 0 ? "/dev/video0" : "/dev/video2");
    }
}

static void U01_without_sysfs_the_bus_groups_and_without_a_bus_a_node_stands_alone(void **)
{
    Machine machine;
    machine->add_node("/dev/video0", "sim:camera,clock=virtual,id=4", FakeMachine::node_kind(0));
    machine->add_node("/dev/video1", "sim:camera,clock=virtual,id=4,kind=metadata", FakeMachine::node_kind(1));
    machine->add_node("/dev/video2", "sim:camera,clock=virtual,id=5", FakeMachine::node_kind(2));
    machine->add_error("/dev/video3", EIO);
    const v4lxx_device_list *list = machine.list(V4LXX_LIST_ALL);
    assert_int_equal(v4lxx_device_list_get_count(list), 3);
    assert_int_equal(v4lxx_device_info_get_node_count(v4lxx_device_list_get(list, 0)), 2);
    assert_string_equal(v4lxx_device_info_get_id(v4lxx_device_list_get(list, 1)), "id:platform-sim-5/-/-");
    assert_string_equal(v4lxx_device_info_get_id(v4lxx_device_list_get(list, 2)), "id:node-video3/-/-");
}

static void garbage_in_sysfs_is_not_believed(void **)
{
    const char *links[] = {"",
                           "/",
                           "nonsense",
                           "../../devices/../../../etc/video4linux/video0",
                           "../../devices/video0",
                           "../../devices/pci/usb1/1-2/1-2:1.0/video4linux/video7",
                           "../../devices/usb1/video4linux/video0"};
    for (const char *link : links) {
        Machine machine;
        machine->add_node("/dev/video0", "sim:camera,clock=virtual,id=9");
        machine->add_link("/sys/class/video4linux/video0", link);
        machine->add_file("/sys/class/video4linux/video0/name", std::string("\xff\x01 no name \n second line"));
        machine->add_file("/sys/class/video4linux/video0/index", "99999999999999999999");
        const v4lxx_device_list *list = machine.list();
        assert_int_equal(v4lxx_device_list_get_count(list), 1);
        assert_null(v4lxx_device_info_get_error(v4lxx_device_list_get(list, 0)));
    }
    Machine machine;
    machine->add_usb_device(usb_port_2, "zz", "12345678", "\xc3\x28 bad");
    machine->add_video_node("video0", "sim:camera,clock=virtual", function(usb_port_2, "0"), 0);
    const v4lxx_device_info *camera = v4lxx_device_list_get(machine.list(), 0);
    assert_int_equal(v4lxx_device_info_get_usb_vendor(camera), 0);
    assert_string_equal(v4lxx_device_info_get_id(camera), "id:usb-0000:00:14.0-2/-/-");
}

static void U02_an_id_finds_its_camera_after_replug_and_under_other_numbers(void **)
{
    Machine machine;
    plug_in_webcam(*machine, usb_port_2, "5A3C", 0, 1);
    plug_in_webcam(*machine, usb_port_3, "7777", 2, 2);
    const std::string camera = "id:usb-0000:00:14.0-2/046d:082d/5A3C", node = camera + "/capture-0.0";
    assert_string_equal(machine.open(camera).c_str(), "/dev/video0");
    assert_string_equal(machine.open(node).c_str(), "/dev/video0");
    // The same two cameras in the other order, as after a reboot.
    machine->remove("/dev");
    machine->add_directory("/dev");
    machine->remove("/sys/class");
    plug_in_webcam(*machine, usb_port_3, "7777", 0, 2);
    plug_in_webcam(*machine, usb_port_2, "5A3C", 2, 1);
    assert_string_equal(machine.open(camera).c_str(), "/dev/video2");
    assert_string_equal(machine.open(node).c_str(), "/dev/video2");
}

static void U02_a_camera_with_a_serial_number_is_found_at_another_port(void **)
{
    Machine machine;
    plug_in_webcam(*machine, usb_port_3, "5A3C", 0, 1);
    assert_string_equal(machine.open("id:usb-0000:00:14.0-2/046d:082d/5A3C").c_str(), "/dev/video0");
}

static void S05_U02_another_camera_at_the_place_is_not_taken(void **)
{
    Machine machine;
    plug_in_webcam(*machine, usb_port_2, "", 0, 1);
    std::string message;
    assert_string_equal(machine.open("id:usb-0000:00:14.0-2/1234:5678/-", &message).c_str(), "[OTHER_DEVICE_THERE]");
    assert_has(message, "id:usb-0000:00:14.0-2/046d:082d/-");
}

static void bad_input_the_id_of_a_device_that_is_gone_names_what_is_there(void **)
{
    Machine machine;
    plug_in_webcam(*machine, usb_port_2, "", 0, 1);
    std::string message;
    assert_string_equal(machine.open("id:usb-0000:00:14.0-9/046d:082d/-", &message).c_str(), "[NO_DEVICE_MATCHES]");
    assert_has(message, "/dev/video0");
    assert_string_equal(machine.open("id:usb-0000:00:14.0-2/046d:082d/-/radio-0", &message).c_str(), "[NO_DEVICE_MATCHES]");
    assert_has(message, "capture-0.0, meta-0.1");
}

static void U02_a_model_or_a_card_that_fits_one_camera_opens_it(void **)
{
    Machine machine;
    plug_in_webcam(*machine, usb_port_2, "5A3C", 4, 1);
    machine->add_video_node("video0", "sim:camera,clock=virtual,card=Grabber", "platform/grabber.0", 0);
    for (const char *name :
         {"usb:046d:082d", "usb:046D:082D", "usb:046d:082d:5A3C", "card:HD Webcam", "card:hd*", "card:*web?am"})
        assert_string_equal(machine.open(name).c_str(), "/dev/video4");
    assert_string_equal(machine.open("card:nothing").c_str(), "[NO_DEVICE_MATCHES]");
    assert_string_equal(machine.open("usb:046d:082d:other").c_str(), "[NO_DEVICE_MATCHES]");
}

static void bad_input_a_name_that_matches_two_devices_lists_them(void **)
{
    Machine machine;
    plug_in_webcam(*machine, usb_port_2, "", 0, 1);
    plug_in_webcam(*machine, usb_port_3, "", 2, 2);
    for (const char *name : {"usb:046d:082d", "card:*Webcam"}) {
        std::string message;
        assert_string_equal(machine.open(name, &message).c_str(), "[NAME_AMBIGUOUS]");
        assert_has(message, "/dev/video0");
        assert_has(message, "id:usb-0000:00:14.0-3/046d:082d/-");
        assert_has(message, "try:");
    }
    assert_string_equal(machine.open("id:usb-0000:00:14.0-3/046d:082d/-").c_str(), "/dev/video2");  // what it says to try
}

static void bad_input_names_that_are_no_names(void **)
{
    Machine machine;
    for (const char *name : {"usb:", "usb:46d:82d", "usb:046d082d", "usb:046d:082dx", "usb:zzzz:zzzz", "id:", "id:a", "id:a/b",
                             "id:a/b/c/d/e", "id:a b/-/-", "id:a%2/-/-", "id:a%00/-/-", "id://", "id:a/-/-/"})
        assert_string_equal(machine.open(name).c_str(), "[BAD_NAME]");
    assert_string_equal(machine.open("card:").c_str(), "[NO_DEVICE_MATCHES]");
}

static void bad_input_a_node_that_changes_between_look_and_opening_is_asked_nothing(void **)
{
    Machine machine;
    machine->add_node("/dev/video0", "sim:camera,id=1", FakeMachine::node_kind(0));
    FakeMachine *fake = &*machine;
    fake->set_before_open([fake] { fake->add_node("/dev/video0", "sim:camera,id=2", FakeMachine::node_kind(5)); });
    std::string message;
    assert_string_equal(machine.open("/dev/video0", &message).c_str(), "[NODE_CHANGED]");
    assert_has(message, "81:0");
    assert_has(message, "81:5");
    assert_int_equal(fake->world().find("sim:camera,id=2")->calls(VIDIOC_QUERYCAP), 0);
}

static void forbid(Machine &machine, uint32_t mode = 0660)
{
    machine->add_node("/dev/video0", "sim:camera", FakeMachine::node_kind(0, mode));
    machine->add_file("/etc/passwd", "root:x:0:0::/:/bin/sh\npi:x:1000:1000::/:/bin/sh\n");
    machine->add_file("/etc/group", "root:x:0:\nvideo:x:44:alice\ndialout:x:20:\npi:x:1000:\n");
    machine->set_identity({1000, {1000, 20}});
}

static std::string denial(Machine &machine, const char *code = "[OPEN_DENIED]")
{
    std::string message;
    assert_string_equal(machine.open("/dev/video0", &message).c_str(), code);
    return message;
}

static void U03_a_denied_open_tells_owner_mode_groups_and_the_command(void **)
{
    Machine machine;
    forbid(machine);
    const std::string message = denial(machine);
    assert_has(message, "the node is root:video 0660; you are pi (uid 1000) in the groups pi, dialout (checked)");
    assert_has(message, "try:    sudo usermod -aG video pi, then log in again");
    const v4lxx_device_info *info = v4lxx_device_list_get(machine.list(), 0);  // and it stays listed, with the reason
    assert_non_null(v4lxx_device_info_get_error(info));
}

static void U03_the_advice_fits_the_surroundings(void **)
{
    const struct {
        const char *file, *text, *advice;
    } cases[] = {
        {"/.dockerenv", "", "docker run --device /dev/video0 --group-add 44"},
        {"/run/.containerenv", "", "--group-add 44"},
        {"/proc/self/cgroup", "0::/kubepods/pod1\n", "--group-add 44"},
        {"/.flatpak-info", "", "flatpak run --device=all"},
        {"/proc/self/cgroup", "0::/user.slice/snap.cheese.cheese-1.scope\n", "snap connect SNAP:camera"},
        {"/proc/sys/kernel/osrelease", "5.15.0-microsoft-standard-WSL2\n", "usermod -aG video"},
    };
    for (const auto &c : cases) {
        Machine machine;
        forbid(machine);
        machine->add_file(c.file, c.text);
        assert_has(denial(machine), c.advice);
    }
}

// Two programs and one device: the other one is named by number and name, this one and strangers are not.
static void U04_a_busy_device_names_the_programs_that_have_it_open(void **)
{
    Machine machine;
    machine->add_node("/dev/video0", "sim:camera", FakeMachine::node_kind(3));
    machine->add_node("/dev/video1", "sim:camera", FakeMachine::node_kind(4));
    for (const char *process : {"/proc/50", "/proc/60", "/proc/61", "/proc/77"})
        machine->add_directory(process);
    machine->add_link("/proc/self", "50");
    machine->add_link("/proc/50/fd/4", "/dev/video0");
    machine->add_link("/proc/60/fd/1", "/dev/video1");
    machine->add_link("/proc/77/fd/1", "pipe:[4711]");
    machine->add_link("/proc/77/fd/12", "/dev/video0");
    machine->add_error("/proc/61/fd", EACCES);
    machine->add_file("/proc/77/comm", "chee\x01se\n");
    v4lxx_device *first = nullptr, *second = nullptr;
    v4lxx_stream *owner = nullptr, *late = nullptr;
    ASSERT_OK(v4lxx_device_open(machine.context(), "/dev/video0", nullptr, &first, &error));
    ASSERT_OK(v4lxx_device_open(machine.context(), "/dev/video0", nullptr, &second, &error));
    ASSERT_OK(v4lxx_stream_create(first, nullptr, &owner, &error));
    ASSERT_OK(v4lxx_stream_create(second, nullptr, &late, &error));
    ASSERT_OK(v4lxx_stream_start(owner, &error));
    v4lxx_error *error = nullptr;
    assert_int_equal(v4lxx_stream_start(late, &error), V4LXX_ERROR_BUSY);
    assert_non_null(std::strstr(v4lxx_error_get_cause(error), "the node is open in chee"));
    assert_non_null(std::strstr(v4lxx_error_get_cause(error), "se (process 77)"));
    assert_null(std::strstr(v4lxx_error_get_cause(error), "50"));
    assert_true(v4lxx_error_is_cause_checked(error));
    assert_string_equal(v4lxx_error_get_advice(error), "End that program, if it is yours: kill 77");
    v4lxx_error_free(error);
    v4lxx_stream_unref(late);
    v4lxx_stream_unref(owner);
    v4lxx_device_unref(second);
    v4lxx_device_unref(first);
}

static void U03_a_node_for_root_alone_is_not_answered_with_the_group_root(void **)
{
    Machine machine;
    forbid(machine, 0600);
    assert_has(denial(machine), "sudo chgrp video /dev/video0");
}

static void U03_what_the_modes_allow_and_the_kernel_forbids_is_told_apart(void **)
{
    Machine machine;
    forbid(machine);
    machine->set_identity({1000, {1000, 44}});
    machine->add_error("/dev/video0", EPERM);
    assert_has(denial(machine, "[OPEN_FORBIDDEN]"), "a device cgroup (a guess)");
}

static void U03_without_any_table_a_denied_open_still_tells_numbers(void **)
{
    Machine machine;
    machine->add_node("/dev/video0", "sim:camera");
    machine->set_identity({1234, {1234}});
    assert_has(denial(machine), "the node is 0:44 0660; you are 1234 (uid 1234) in the groups 1234");
}

static void U03_an_empty_list_says_why(void **)
{
    Machine nothing;
    assert_has(v4lxx_device_list_get_note(nothing.list()), "the kernel has no video device\n  try:    plug a camera in");
    Machine container;
    container->add_file("/.dockerenv", "");
    container->add_link("/sys/class/video4linux/video0", "../../devices/platform/x/video4linux/video0");
    container->add_file("/sys/class/video4linux/video0/name", "HD Webcam\n");
    const std::string note = v4lxx_device_list_get_note(container.list());
    assert_has(note, "the kernel has HD Webcam (video0), but there is no node below /dev; this is a container");
    assert_has(note, "docker run --device");
    Machine windows;
    windows->add_file("/proc/sys/kernel/osrelease", "5.15-microsoft-standard\n");
    assert_has(v4lxx_device_list_get_note(windows.list()), "uvcvideo");
    Machine outputs;
    outputs->add_node("/dev/video0", "sim:camera,kind=output");
    assert_has(v4lxx_device_list_get_note(outputs.list()), "none that captures video");
}

static void U01_the_media_node_of_a_device_is_named(void **)
{
    Machine machine;
    machine->add_video_node("video0", "sim:camera,clock=virtual", "platform/vimc.0", 0);
    machine->add_node("/dev/v4l-subdev0", "sim:camera");
    machine->add_link("/sys/class/video4linux/v4l-subdev0", "../../devices/platform/vimc.0/video4linux/v4l-subdev0");
    machine->add_link("/sys/bus/media/devices/media3", "../../../devices/platform/vimc.0/media3");
    const v4lxx_device_info *camera = v4lxx_device_list_get(machine.list(), 0);
    assert_string_equal(v4lxx_device_info_get_media_path(camera), "/dev/media3");
    assert_int_equal(v4lxx_device_info_get_node_count(camera), 2);
    assert_int_equal(v4lxx_device_info_get_role(v4lxx_device_info_get_node(camera, 1)), V4LXX_NODE_ROLE_SUBDEVICE);
}

static void U02_cameras_that_a_test_added_are_listed_and_found(void **)
{
    v4lxx_context *context = nullptr;
    v4lxx_device_list *list = nullptr;
    v4lxx_device *device = nullptr;
    ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
    ASSERT_OK(v4lxx_context_add_simulated(context, "sim:camera,id=7,card=Left", &error));
    ASSERT_OK(v4lxx_context_add_simulated(context, "sim:camera,id=7,card=Left", &error));
    ASSERT_OK(v4lxx_context_add_simulated(context, "sim:camera,id=8,card=Right", &error));
    ASSERT_CODE(v4lxx_context_add_simulated(context, "/dev/video0", &error), V4LXX_CODE_SIM_BAD_PARAMETER);
    ASSERT_CODE(v4lxx_context_add_simulated(context, "sim:camera,size=0x0", &error), V4LXX_CODE_SIM_BAD_PARAMETER);
    ASSERT_OK(v4lxx_context_list_devices(context, V4LXX_LIST_SIMULATED, &list, &error));
    uint32_t found = 0;
    for (uint32_t i = 0; i < v4lxx_device_list_get_count(list); i++)
        found += std::strcmp(v4lxx_device_info_get_card(v4lxx_device_list_get(list, i)), "Left") == 0;
    assert_int_equal(found, 1);
    ASSERT_OK(v4lxx_device_open(context, "card:R*t", nullptr, &device, &error));
    assert_string_equal(v4lxx_device_info_get_id(v4lxx_device_get_info(device)), "id:platform-sim-8/-/-");
    v4lxx_device_unref(device);
    v4lxx_device_list_unref(list);
    v4lxx_context_unref(context);
}

// The bound: on UVC every TRY_FMT is a transfer of 82 ms, and 16 cameras must be listed in 0.2 s.
static void U07_listing_16_slow_cameras_tries_no_format(void **)
{
    v4lxx_context *context = nullptr;
    v4lxx_device_list *list = nullptr;
    ASSERT_OK(v4lxx_context_create(nullptr, &context, &error));
    std::vector<std::string> names;
    for (int i = 0; i < 16; i++) {
        names.push_back("sim:camera,id=" + std::to_string(100 + i));
        ASSERT_OK(v4lxx_context_add_simulated(context, names.back().c_str(), &error));
        std::string problem;
        assert_int_equal(
            sim_of(context, names.back())->inject("on VIDIOC_TRY_FMT all delay 82ms\non VIDIOC_S_FMT all delay 82ms", &problem),
            0);
    }
    const int64_t start_ns = sim_of(context, names[0])->now_ns();
    ASSERT_OK(v4lxx_context_list_devices(context, V4LXX_LIST_SIMULATED | V4LXX_LIST_ALL, &list, &error));
    const int64_t took_ns = sim_of(context, names[0])->now_ns() - start_ns;
    uint64_t tries = 0, questions = 0;
    for (const std::string &name : names) {
        tries += sim_of(context, name)->calls(VIDIOC_TRY_FMT) + sim_of(context, name)->calls(VIDIOC_S_FMT);
        questions += sim_of(context, name)->calls(VIDIOC_QUERYCAP);
    }
    assert_int_equal(tries, 0);
    assert_int_equal(questions, 16);
    assert_true(took_ns < second / 5);
    v4lxx_device_list_unref(list);
    v4lxx_context_unref(context);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U01_a_camera_with_two_nodes_is_one_entry),
        cmocka_unit_test(U01_64_nodes_with_broken_ones_are_listed_exactly_and_leave_nothing_open),
        cmocka_unit_test(U01_devices_of_one_parent_are_told_apart_by_their_bus),
        cmocka_unit_test(U01_without_sysfs_the_bus_groups_and_without_a_bus_a_node_stands_alone),
        cmocka_unit_test(garbage_in_sysfs_is_not_believed),
        cmocka_unit_test(U02_an_id_finds_its_camera_after_replug_and_under_other_numbers),
        cmocka_unit_test(U02_a_camera_with_a_serial_number_is_found_at_another_port),
        cmocka_unit_test(S05_U02_another_camera_at_the_place_is_not_taken),
        cmocka_unit_test(bad_input_the_id_of_a_device_that_is_gone_names_what_is_there),
        cmocka_unit_test(U02_a_model_or_a_card_that_fits_one_camera_opens_it),
        cmocka_unit_test(bad_input_a_name_that_matches_two_devices_lists_them),
        cmocka_unit_test(bad_input_names_that_are_no_names),
        cmocka_unit_test(bad_input_a_node_that_changes_between_look_and_opening_is_asked_nothing),
        cmocka_unit_test(U03_a_denied_open_tells_owner_mode_groups_and_the_command),
        cmocka_unit_test(U03_the_advice_fits_the_surroundings),
        cmocka_unit_test(U04_a_busy_device_names_the_programs_that_have_it_open),
        cmocka_unit_test(U03_a_node_for_root_alone_is_not_answered_with_the_group_root),
        cmocka_unit_test(U03_what_the_modes_allow_and_the_kernel_forbids_is_told_apart),
        cmocka_unit_test(U03_without_any_table_a_denied_open_still_tells_numbers),
        cmocka_unit_test(U03_an_empty_list_says_why),
        cmocka_unit_test(U01_the_media_node_of_a_device_is_named),
        cmocka_unit_test(U02_cameras_that_a_test_added_are_listed_and_found),
        cmocka_unit_test(U07_listing_16_slow_cameras_tries_no_format),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
