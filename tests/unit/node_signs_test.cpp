// What the kernel says of devices that come and go: only what is about video nodes counts, and nothing is read beyond its end.
#include "support/check.hpp"

#include "kernel/linux/node_signs.hpp"

#include <sys/inotify.h>
#include <sys/socket.h>

using namespace v4lxx::kernel;

// Lines with a NUL behind each, as the kernel sends them.
static std::string message(std::initializer_list<const char *> lines)
{
    std::string text;
    for (const char *line : lines)
        text.append(line).append(1, '\0');
    return text;
}

static const std::string video = message({"add@/devices/platform/vivid.0/video4linux/video0", "ACTION=add",
                                          "DEVPATH=/devices/platform/vivid.0/video4linux/video0", "SUBSYSTEM=video4linux",
                                          "MAJOR=81", "MINOR=0", "DEVNAME=video0", "SEQNUM=1234"});

static void hotplug_messages_about_video_nodes_count(void **)
{
    assert_true(is_uevent_of_video(video));
    assert_true(is_uevent_of_video(message({"remove@/devices/x/v4l-subdev0", "SUBSYSTEM=video4linux"})));
    assert_true(is_uevent_of_video(message({"change@/devices/x/media0", "ACTION=change", "SUBSYSTEM=media"})));
}

static void hotplug_messages_about_other_things_do_not(void **)
{
    assert_false(is_uevent_of_video(message({"add@/devices/usb1/1-2", "ACTION=add", "SUBSYSTEM=usb"})));
    assert_false(is_uevent_of_video(message({"add@/devices/x", "SUBSYSTEM=video4linux2"})));
    assert_false(is_uevent_of_video(message({"add@/devices/x", "SUBSYSTEM="})));
    assert_false(is_uevent_of_video(message({"add@/devices/x", "XSUBSYSTEM=video4linux", "subsystem=video4linux"})));
    assert_false(is_uevent_of_video(message({"add@/devices/x", "SUBSYSTEM=usb", "SUBSYSTEM=video4linux"})));
    // udev's own messages have another head.
    assert_false(is_uevent_of_video(std::string("libudev\0\xfe\xed\xca\xfe", 12) + message({"SUBSYSTEM=video4linux"})));
}

static void bad_input_hotplug_garbage_is_no_message(void **)
{
    assert_false(is_uevent_of_video({}));
    assert_false(is_uevent_of_video(std::string_view("\0", 1)));
    assert_false(is_uevent_of_video("SUBSYSTEM=video4linux"));
    assert_false(is_uevent_of_video(message({"SUBSYSTEM=video4linux"})));
    assert_false(is_uevent_of_video(message({"@/devices/x", "SUBSYSTEM=video4linux"})));
    assert_false(is_uevent_of_video(message({"add/devices/x", "SUBSYSTEM=video4linux"})));
    assert_false(is_uevent_of_video(std::string(8192, '\0')));
    assert_false(is_uevent_of_video(std::string(8192, '@')));
}

// Cut at any byte: it counts once the line it is about is whole, and nothing is read behind the cut.
static void bad_input_hotplug_a_truncated_message_counts_by_what_is_there(void **)
{
    const size_t whole = video.find("MAJOR");
    for (size_t size = 0; size <= video.size(); size++) {
        const std::string cut = video.substr(0, size);
        std::unique_ptr<char[]> exact(new char[size]);  // so that a memory checker sees the end
        std::copy(cut.begin(), cut.end(), exact.get());
        assert_int_equal(is_uevent_of_video({exact.get(), size}), size >= whole);
    }
}

static void bad_input_hotplug_only_the_kernel_is_heard(void **)
{
    sockaddr_nl sender{};
    sender.nl_family = AF_NETLINK;
    sender.nl_groups = 1;
    assert_true(is_from_kernel(sender, sizeof sender));
    assert_false(is_from_kernel(sender, 0));
    assert_false(is_from_kernel(sender, sizeof sender - 1));
    sender.nl_pid = 4711;  // a program
    assert_false(is_from_kernel(sender, sizeof sender));
    sender.nl_pid = 0;
    sender.nl_family = AF_UNSPEC;
    assert_false(is_from_kernel(sender, sizeof sender));
}

static void hotplug_names_of_nodes_are_known(void **)
{
    for (const char *name : {"video0", "video63", "vbi1", "radio0", "swradio2", "v4l-touch0", "v4l-subdev12", "media0"})
        assert_true(is_video_node(name));
    for (const char *name : {"", "video", "videodev", "video0x", "v4l", "v4l-", "v4l-0", "media", "vide0", "tty0", "1video0"})
        assert_false(is_video_node(name));
}

static std::string entry(uint32_t mask, const std::string &name, size_t padding = 0)
{
    inotify_event head{};
    head.wd = 1;
    head.mask = mask;
    head.len = static_cast<uint32_t>(name.size() + padding);
    return std::string(reinterpret_cast<const char *>(&head), sizeof head) + name + std::string(padding, '\0');
}

static void hotplug_entries_of_dev_count_by_their_names(void **)
{
    assert_false(has_video_node({}));
    assert_false(has_video_node(entry(IN_CREATE, "tty7", 12) + entry(IN_ATTRIB, "null", 12) + entry(IN_DELETE, "")));
    assert_true(has_video_node(entry(IN_CREATE, "tty7", 12) + entry(IN_ATTRIB, "video12", 9)));
    assert_true(has_video_node(entry(IN_DELETE, "media0", 1)));
    assert_true(has_video_node(entry(IN_Q_OVERFLOW, "")));
    assert_true(has_video_node(entry(IN_IGNORED, "")));
}

static void bad_input_hotplug_entries_that_lie_about_their_length(void **)
{
    std::string lie = entry(IN_CREATE, "tty7", 12);
    reinterpret_cast<inotify_event *>(lie.data())->len = 4000;
    assert_true(has_video_node(lie));  // a reason to look
    for (size_t size = 0; size < sizeof(inotify_event); size++)
        assert_false(has_video_node(lie.substr(0, size)));
    assert_true(has_video_node(entry(IN_CREATE, "video1")));  // without a NUL
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(hotplug_messages_about_video_nodes_count),
        cmocka_unit_test(hotplug_messages_about_other_things_do_not),
        cmocka_unit_test(bad_input_hotplug_garbage_is_no_message),
        cmocka_unit_test(bad_input_hotplug_a_truncated_message_counts_by_what_is_there),
        cmocka_unit_test(bad_input_hotplug_only_the_kernel_is_heard),
        cmocka_unit_test(hotplug_names_of_nodes_are_known),
        cmocka_unit_test(hotplug_entries_of_dev_count_by_their_names),
        cmocka_unit_test(bad_input_hotplug_entries_that_lie_about_their_length),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
