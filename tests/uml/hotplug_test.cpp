// vivid taken from its device and given back, as the kernel tells it: by its messages, by changes in /dev, and by either alone.
// usage: uml_hotplug_test [without-messages]
#include "uml/vivid.hpp"

#include "device/hotplug.hpp"
#include "kernel/host.hpp"
#include "kernel/linux/node_monitor.hpp"
#include "support/baseline.hpp"
#include "support/events.hpp"
#include "support/readable.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/netlink.h>
#include <linux/seccomp.h>
#include <set>
#include <string_view>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace v4lxx;
using namespace v4lxx::test;

namespace {

void write_file(const char *path, const char *text)
{
    const int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0 || write(fd, text, std::strlen(text)) < 0)
        fail_msg("%s: %s", path, std::strerror(errno));
    close(fd);
}

void unbind() { write_file("/sys/bus/platform/drivers/vivid/unbind", "vivid.0"); }
void bind() { write_file("/sys/bus/platform/drivers/vivid/bind", "vivid.0"); }

bool is_vivid(const device::DeviceInfo &info) { return info.id().find("vivid") != std::string::npos; }

class Watch {
public:
    Watch() : context_(Ref<device::Context>::adopt(new device::Context))
    {
        auto made = device::Hotplug::create(*context_, false);
        assert_true(static_cast<bool>(made));
        hotplug_ = *std::move(made);
        for (const auto &one : hotplug_->present())
            if (is_vivid(*one))
                ids_.insert(one->id());
    }
    const std::set<std::string> &ids() const { return ids_; }
    device::Hotplug &hotplug() { return *hotplug_; }
    // What is told of vivid until nothing has been told for a second.
    void follow()
    {
        while (is_any_readable(hotplug_->fds(), 1000))
            for (const device::Change &change : hotplug_->look()) {
                if (!is_vivid(*change.device))
                    continue;
                const std::string &id = change.device->id();
                if (change.kind == device::ChangeKind::removed)
                    assert_int_equal(ids_.erase(id), 1);
                else
                    assert_int_equal(ids_.insert(id).second, change.kind == device::ChangeKind::added);
                told_++;
            }
    }
    int told() { return std::exchange(told_, 0); }

private:
    Ref<device::Context> context_;
    std::unique_ptr<device::Hotplug> hotplug_;
    std::set<std::string> ids_;
    int told_ = 0;
};

void take_away_and_give_back(Watch &watch)
{
    const std::set<std::string> all = watch.ids();
    const int devices = static_cast<int>(all.size());
    assert_true(devices >= 2);
    for (int turn = 0; turn < 3; turn++) {
        unbind();
        watch.follow();
        assert_int_equal(watch.ids().size(), 0);
        assert_int_equal(watch.told(), devices);
        bind();
        watch.follow();
        assert_true(watch.ids() == all);
        assert_int_equal(watch.told(), devices);  // with all their nodes, once each
    }
    unbind();
    bind();
    watch.follow();
    assert_true(watch.ids() == all);
    assert_int_equal(watch.told(), 2 * devices);
}

bool hears_something(kernel::Monitor &monitor)
{
    for (int i = 0; i < 50 && is_any_readable(monitor.fds(), 2000); i++)
        if (monitor.drain().real)
            return true;
    return false;
}

void drain_all(kernel::Monitor &monitor)
{
    while (is_any_readable(monitor.fds(), 300))
        monitor.drain();
}

// As in a sandbox or a container: from now on the process gets no socket for messages of the kernel.
void forbid_messages()
{
    sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, args[0])),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_NETLINK, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog program{sizeof rules / sizeof rules[0], rules};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) < 0)
        fail_msg("seccomp: %s", std::strerror(errno));
    assert_int_equal(socket(AF_NETLINK, SOCK_RAW, NETLINK_KOBJECT_UEVENT), -1);
}

}  // namespace

static void S04_hotplug_a_driver_that_goes_and_comes_is_told_once_for_each_device(void **)
{
    Watch watch;
    take_away_and_give_back(watch);
}

// The user has as many watches of files as are allowed.
static void hotplug_messages_of_the_kernel_alone_will_do(void **)
{
    write_file("/proc/sys/fs/inotify/max_user_instances", "0");
    Watch watch;
    write_file("/proc/sys/fs/inotify/max_user_instances", "128");
    take_away_and_give_back(watch);
}

static void hotplug_changes_in_dev_alone_will_do(void **)
{
    forbid_messages();
    Watch watch;
    take_away_and_give_back(watch);
}

static void hotplug_neither_of_both_is_a_failure_with_a_reason(void **)
{
    write_file("/proc/sys/fs/inotify/max_user_instances", "0");
    auto context = Ref<device::Context>::adopt(new device::Context);
    auto made = device::Hotplug::create(*context, false);
    write_file("/proc/sys/fs/inotify/max_user_instances", "128");
    assert_false(static_cast<bool>(made));
    assert_int_equal(made.failure().sys_errno, EMFILE);
}

// udev lets users at a node after it has come; no message tells of that.
static void hotplug_access_rights_are_heard_of(void **)
{
    std::unique_ptr<kernel::Monitor> monitor;
    assert_int_equal(kernel::make_node_monitor(&monitor), 0);
    drain_all(*monitor);
    assert_int_equal(chmod("/dev/video0", 0600), 0);
    assert_true(hears_something(*monitor));
    assert_int_equal(chmod("/dev/null", 0666), 0);
    assert_false(hears_something(*monitor));
    assert_int_equal(chmod("/dev/video0", 0660), 0);
    assert_true(hears_something(*monitor));
}

// Whoever may send to the group is still not the kernel.
static void bad_input_hotplug_a_message_of_a_program_is_not_heard(void **)
{
    std::unique_ptr<kernel::Monitor> monitor;
    assert_int_equal(kernel::make_node_monitor(&monitor), 0);
    drain_all(*monitor);
    const int sender = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_KOBJECT_UEVENT);
    assert_true(sender >= 0);
    sockaddr_nl group{};
    group.nl_family = AF_NETLINK;
    group.nl_groups = 1;
    constexpr char forged[] =
        "remove@/devices/platform/vivid.0/video4linux/video0\0ACTION=remove\0SUBSYSTEM=video4linux\0DEVNAME=video0";
    const ssize_t sent = sendto(sender, forged, sizeof forged, 0, reinterpret_cast<sockaddr *>(&group), sizeof group);
    assert_int_equal(sent, sizeof forged);
    assert_true(is_any_readable(monitor->fds(), 2000));  // it did come
    assert_false(monitor->drain().real);
    assert_false(is_any_readable(monitor->fds(), 0));
    close(sender);
}

// The search for a lost device pauses for longer and longer; what the kernel tells ends the pause.
static void U14_S04_a_stream_that_waits_is_woken_when_the_device_comes(void **)
{
    Library library;
    ASSERT_OK(v4lxx_context_listen(library.get(), V4LXX_LISTEN_STREAMS, &error));
    RealCamera camera(library.get(), single_planar, {.flags = V4LXX_STREAM_RECONNECT});
    camera.start();
    camera.next();
    unbind();
    assert_int_equal(camera.try_next(1700 * ms), V4LXX_TIMED_OUT);  // the next look is due after 3150 ms
    expect_event(library.get(), V4LXX_EVENT_DEVICE_LOST);
    bind();
    camera.next();
    assert_in_range(expect_event(library.get(), V4LXX_EVENT_DEVICE_BACK).info.span_ns, 1700 * ms, 3000 * ms);
}

// More messages than the socket holds: what is lost is a reason to look.
static void hotplug_lost_messages_are_a_reason_to_look(void **)
{
    Watch watch;
    const std::set<std::string> all = watch.ids();
    for (int i = 0; i < 40; i++) {
        unbind();
        bind();
    }
    watch.follow();
    assert_true(watch.ids() == all);
    unbind();
    watch.follow();
    assert_int_equal(watch.ids().size(), 0);
    bind();
    watch.follow();
    assert_true(watch.ids() == all);
}

static void hotplug_watching_leaves_nothing_open(void **)
{
    {
        Watch warm;
    }
    const Baseline before = measure();
    for (int i = 0; i < 5; i++)
        Watch().hotplug().look();
    assert_baseline(before);
}

int main(int argc, char **argv)
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(U14_S04_a_stream_that_waits_is_woken_when_the_device_comes),  // first: bind() gives other numbers
        cmocka_unit_test(S04_hotplug_a_driver_that_goes_and_comes_is_told_once_for_each_device),
        cmocka_unit_test(hotplug_messages_of_the_kernel_alone_will_do),
        cmocka_unit_test(hotplug_access_rights_are_heard_of),
        cmocka_unit_test(bad_input_hotplug_a_message_of_a_program_is_not_heard),
        cmocka_unit_test(hotplug_lost_messages_are_a_reason_to_look),
        cmocka_unit_test(hotplug_watching_leaves_nothing_open),
    };
    const CMUnitTest without_messages[] = {
        cmocka_unit_test(hotplug_changes_in_dev_alone_will_do),
        cmocka_unit_test(hotplug_neither_of_both_is_a_failure_with_a_reason),
    };
    if (argc > 1 && std::string_view(argv[1]) == "without-messages")
        return cmocka_run_group_tests(without_messages, nullptr, nullptr);
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
