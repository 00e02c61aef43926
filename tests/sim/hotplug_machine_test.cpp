// Nodes of a made-up machine that come and go: one change for each physical device, after a moment for udev, whatever fails meanwhile.
#include "support/baseline.hpp"
#include "support/camera.hpp"
#include "support/fake_machine.hpp"
#include "support/readable.hpp"

#include "device/hotplug.hpp"
#include "kernel/fault_plan.hpp"
#include "kernel/linux/events.hpp"

#include <cerrno>
#include <set>

using namespace v4lxx;
using namespace v4lxx::test;

namespace {

// Rings when the test says so.
class Bell : public kernel::Monitor {
public:
    Bell() { assert_int_equal(kernel::make_eventfd(&event_), 0); }
    std::vector<int> fds() const override { return {event_->fd()}; }
    kernel::Signs drain() override
    {
        event_->clear();
        return {std::exchange(rung_, false), false};
    }
    void ring()
    {
        rung_ = true;
        event_->signal();
    }

private:
    std::unique_ptr<kernel::Event> event_;
    bool rung_ = false;
};

// A clock that goes on when the test says so.
class HandClock : public kernel::DeviceClock {
public:
    HandClock() { assert_int_equal(kernel::make_eventfd(&event_), 0); }
    int64_t now_ns() override { return now_ns_; }
    int pause(kernel::Event &, int, int64_t) override { return 0; }
    int alarm_fd() const override { return event_->fd(); }
    void set_alarm(int64_t time_ns) override
    {
        alarm_ns_ = time_ns;
        event_->clear();
        go_on(0);
    }
    void silence_alarm() override { set_alarm(INT64_MAX); }
    bool has_come(int64_t time_ns) override { return now_ns_ >= time_ns; }
    void go_on(int64_t ns)
    {
        now_ns_ += ns;
        if (now_ns_ >= alarm_ns_)
            event_->signal();
    }

private:
    std::unique_ptr<kernel::Event> event_;
    int64_t now_ns_ = second, alarm_ns_ = INT64_MAX;
};

class WatchedMachine : public FakeMachine {
public:
    void ring() { bell_->ring(); }
    void go_on(int64_t ns) { clock_->go_on(ns); }

protected:
    int do_make_monitor(bool, std::unique_ptr<kernel::Monitor> *out) override
    {
        auto made = std::make_unique<Bell>();
        bell_ = made.get();
        *out = std::move(made);
        return 0;
    }
    int do_make_clock(const char *name, std::unique_ptr<kernel::DeviceClock> *out) override
    {
        if (is_simulated(name))
            return FakeMachine::do_make_clock(name, out);
        auto made = std::make_unique<HandClock>();
        clock_ = made.get();
        *out = std::move(made);
        return 0;
    }

private:
    Bell *bell_ = nullptr;
    HandClock *clock_ = nullptr;
};

constexpr const char *port_2 = "pci0000:00/0000:00:14.0/usb1/1-2";
constexpr const char *port_3 = "pci0000:00/0000:00:14.0/usb1/1-3";
constexpr const char *id_2 = "id:usb-0000:00:14.0-2/046d:082d/AA";
constexpr const char *id_3 = "id:usb-0000:00:14.0-3/046d:082d/BB";

// Counts what is opened.
class Opens : public kernel::FaultPlan {
public:
    int before(kernel::Call call, unsigned long) override
    {
        count += call == kernel::Call::open;
        return 0;
    }
    int count = 0;
};

class Watch {
public:
    Watch() : Watch(std::make_unique<WatchedMachine>()) {}
    explicit Watch(std::unique_ptr<WatchedMachine> machine)
        : machine_(*machine), context_(FakeMachine::into_context(std::move(machine)))
    {
    }
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;
    ~Watch()
    {
        hotplug_.reset();
        v4lxx_context_unref(context_);
    }
    WatchedMachine *operator->() { return &machine_; }
    device::Context &context() { return *reinterpret_cast<device::Context *>(context_); }
    void begin()
    {
        auto made = device::Hotplug::create(context(), false);
        assert_true(static_cast<bool>(made));
        hotplug_ = *std::move(made);
        for (const auto &one : hotplug_->present())
            model_.insert(one->id());
    }
    device::Hotplug &hotplug() { return *hotplug_; }

    // Of the two nodes of the first camera.
    void set_modes(uint32_t mode)
    {
        for (const char *path : {"/dev/video0", "/dev/video1"})
            machine_.set_mode(path, mode);
    }
    // A camera with a node that captures and one of metadata.
    void plug_in(const char *port, const char *serial, int first)
    {
        machine_.add_usb_device(port, "046d", "082d", serial);
        add_node(port, first, 0);
        add_node(port, first + 1, 1);
    }
    void add_node(const char *port, int number, uint32_t index)
    {
        const std::string device = port, name = device.substr(device.rfind('/') + 1);
        machine_.add_video_node("video" + std::to_string(number),
                                "sim:camera,clock=virtual,id=" + name.substr(2) + (index == 1 ? ",kind=metadata" : ""),
                                device + "/" + name + ":1.0", index);
    }
    void pull_out(const char *port, int first)
    {
        machine_.remove(std::string("/sys/devices/") + port);
        for (int number : {first, first + 1})
            remove_node(number);
    }
    void remove_node(int number)
    {
        machine_.remove("/dev/video" + std::to_string(number));
        machine_.remove("/sys/class/video4linux/video" + std::to_string(number));
    }

    bool is_readable() const { return is_any_readable(hotplug_->fds(), 0); }
    // What is told is held against what was told before: nothing comes twice, nothing goes that was not there.
    std::string look()
    {
        constexpr const char *words[] = {"added ", "removed ", "changed "};
        std::string text;
        for (const device::Change &change : hotplug_->look()) {
            const std::string &id = change.device->id();
            text += (text.empty() ? "" : ", ") + std::string(words[static_cast<int>(change.kind)]) + id;
            if (change.kind == device::ChangeKind::removed)
                assert_int_equal(model_.erase(id), 1);
            else
                assert_int_equal(model_.insert(id).second, change.kind == device::ChangeKind::added);
        }
        return text;
    }
    // After a sign and the moment that belongs to it.
    std::string look_settled()
    {
        machine_.ring();
        assert_true(is_readable());
        assert_string_equal(look().c_str(), "");
        assert_false(is_readable());
        machine_.go_on(100 * ms);
        assert_true(is_readable());
        return look();
    }
    const std::set<std::string> &told() const { return model_; }

private:
    WatchedMachine &machine_;
    v4lxx_context *context_;
    std::unique_ptr<device::Hotplug> hotplug_;
    std::set<std::string> model_;
};

void assert_same(const std::string &told, const std::string &wanted) { assert_string_equal(told.c_str(), wanted.c_str()); }

}  // namespace

static void hotplug_a_camera_with_two_nodes_comes_and_goes_once(void **)
{
    Watch watch;
    watch.begin();
    watch.plug_in(port_2, "AA", 0);
    assert_same(watch.look_settled(), std::string("added ") + id_2);
    assert_int_equal(watch.hotplug().present()[0]->nodes().size(), 2);
    assert_false(watch.is_readable());
    watch.pull_out(port_2, 0);
    assert_same(watch.look_settled(), std::string("removed ") + id_2);
    assert_int_equal(watch.hotplug().present().size(), 0);
}

static void hotplug_what_goes_is_told_without_opening_anything(void **)
{
    Watch watch;
    watch.plug_in(port_2, "AA", 0);
    watch.plug_in(port_3, "BB", 2);
    watch.begin();
    Opens opens;
    watch->set_fault_plan(&opens);
    watch.pull_out(port_2, 0);
    assert_same(watch.look_settled(), std::string("removed ") + id_2);
    assert_int_equal(opens.count, 0);
    watch.plug_in(port_2, "AA", 4);
    assert_same(watch.look_settled(), std::string("added ") + id_2);
    assert_int_equal(opens.count, 2);  // the nodes that came
    watch->set_fault_plan(nullptr);
}

static void hotplug_a_second_node_that_comes_later_changes_the_device(void **)
{
    Watch watch;
    watch.begin();
    watch->add_usb_device(port_2, "046d", "082d", "AA");
    watch.add_node(port_2, 0, 0);
    assert_same(watch.look_settled(), std::string("added ") + id_2);
    watch.add_node(port_2, 1, 1);
    assert_same(watch.look_settled(), std::string("changed ") + id_2);
    assert_int_equal(watch.hotplug().present()[0]->nodes().size(), 2);
    watch.remove_node(1);
    assert_same(watch.look_settled(), std::string("changed ") + id_2);
    assert_same(watch.look_settled(), "");
}

// udev lets users at a node some time after it has come.
static void hotplug_a_node_that_may_be_opened_later_is_added_with_the_reason_and_then_changed(void **)
{
    Watch watch;
    watch->set_identity({1000, {1000}});
    watch.begin();
    watch.plug_in(port_2, "AA", 0);
    watch.set_modes(0600);
    assert_same(watch.look_settled(), std::string("added ") + id_2);
    const ErrorReport *error = watch.hotplug().present()[0]->error();
    assert_non_null(error);
    assert_int_equal(error->failure.code, Code::open_denied);
    watch.set_modes(0666);
    assert_same(watch.look_settled(), std::string("changed ") + id_2);
    assert_null(watch.hotplug().present()[0]->error());
    watch->set_mode("/dev/video0", 0664);  // as good as before
    assert_same(watch.look_settled(), "");
    watch->set_mode("/dev/video0", 0600);
    assert_same(watch.look_settled(), std::string("changed ") + id_2);
}

// Within the moment of settling it is as if it had been so from the beginning.
static void hotplug_rights_that_come_in_time_are_no_change(void **)
{
    Watch watch;
    watch->set_identity({1000, {1000}});
    watch.begin();
    watch.plug_in(port_2, "AA", 0);
    watch.set_modes(0600);
    watch->ring();
    assert_same(watch.look(), "");
    watch->go_on(60 * ms);
    watch.set_modes(0666);
    watch->ring();
    assert_same(watch.look(), "");
    watch->go_on(60 * ms);
    assert_same(watch.look(), "");
    watch->go_on(40 * ms);
    assert_same(watch.look(), std::string("added ") + id_2);
    assert_null(watch.hotplug().present()[0]->error());
}

static void hotplug_signs_without_end_delay_news_by_a_second_at_most(void **)
{
    Watch watch;
    watch.begin();
    watch.plug_in(port_2, "AA", 0);
    std::string told;
    int steps = 0;
    for (; told.empty() && steps < 100; steps++) {
        watch->ring();
        told = watch.look();
        watch->go_on(50 * ms);
    }
    assert_same(told, std::string("added ") + id_2);
    assert_true(steps <= 22);
}

static void S05_hotplug_another_camera_under_the_same_path_is_removed_and_added(void **)
{
    Watch watch;
    watch.plug_in(port_2, "AA", 0);
    watch.begin();
    watch.pull_out(port_2, 0);
    watch.plug_in(port_3, "BB", 0);
    assert_same(watch.look_settled(), "removed " + std::string(id_2) + ", added " + id_3);
}

static void S04_hotplug_the_same_camera_under_another_number_is_removed_and_added(void **)
{
    Watch watch;
    watch.plug_in(port_2, "AA", 0);
    watch.begin();
    for (int first : {6, 6, 0}) {  // under the old numbers, too, it is plugged in anew
        watch.pull_out(port_2, first == 0 ? 6 : 0);
        watch.pull_out(port_2, 6);
        watch.plug_in(port_2, "AA", first);
        assert_same(watch.look_settled(), "removed " + std::string(id_2) + ", added " + id_2);
    }
}

// A driver registers its node a moment before it lets anybody in.
static void hotplug_a_node_that_is_not_ready_is_looked_at_again(void **)
{
    Watch watch;
    watch.begin();
    watch->add_usb_device(port_2, "046d", "082d", "AA");
    watch.add_node(port_2, 0, 0);
    watch->add_error("/dev/video0", ENODEV);
    assert_same(watch.look_settled(), "");
    assert_false(watch.is_readable());
    watch.add_node(port_2, 0, 0);  // no sign of it
    watch->go_on(100 * ms);
    assert_true(watch.is_readable());
    assert_same(watch.look(), std::string("added ") + id_2);
    watch->go_on(10 * second);
    assert_false(watch.is_readable());
}

// A container may keep a node whose device has gone.
static void hotplug_a_node_without_a_device_is_not_looked_at_for_ever(void **)
{
    Watch watch;
    watch->add_error("/dev/video0", ENODEV);
    watch.begin();
    int looks = 0;
    for (int i = 0; i < 100; i++) {
        watch->go_on(100 * ms);
        looks += watch.is_readable();
        assert_same(watch.look(), "");
    }
    assert_int_equal(looks, 4);
}

static void hotplug_a_look_that_fails_loses_nothing(void **)
{
    Watch watch;
    watch.plug_in(port_2, "AA", 0);
    watch.begin();
    watch->add_error("/dev", EMFILE);
    watch.pull_out(port_2, 0);
    watch.plug_in(port_3, "BB", 2);
    assert_same(watch.look_settled(), "");
    assert_false(watch.is_readable());
    watch->add_directory("/dev");
    watch->go_on(second);
    assert_true(watch.is_readable());
    assert_same(watch.look(), "removed " + std::string(id_2) + ", added " + id_3);
}

static void settle_all(Watch &watch)
{
    for (int i = 0; i < 8; i++) {
        watch->ring();
        watch.look();
        watch->go_on(2 * second);
        watch.look();
    }
}

static std::set<std::string> ids_there(Watch &watch)
{
    std::set<std::string> ids;
    auto list = device::list_devices(watch.context(), {device::Simulated::none, true});
    assert_true(static_cast<bool>(list));
    for (const auto &entry : (*list)->entries())
        ids.insert(entry->id());
    return ids;
}

static void hotplug_a_fault_at_each_call_loses_no_change(void **)
{
    for (int error : {EIO, ENOMEM, EMFILE, ENODEV, EACCES})
        for (auto [n, more] = std::pair(uint64_t{0}, true); more; n++) {
            Watch watch;
            watch.plug_in(port_2, "AA", 0);
            watch.begin();
            watch.pull_out(port_2, 0);
            watch.plug_in(port_3, "BB", 0);
            kernel::NthCallFails fault(n, error);
            watch->set_fault_plan(&fault);
            watch.look_settled();
            watch->set_fault_plan(nullptr);
            more = fault.seen() > n;
            settle_all(watch);
            if (watch.told() != std::set<std::string>{id_3})
                fail_msg("call %d, errno %d: %s", static_cast<int>(n), error, watch.told().begin()->c_str());
        }
}

static void hotplug_what_cannot_be_made_is_one_failure_and_leaves_nothing(void **)
{
    Watch watch;
    watch.plug_in(port_2, "AA", 0);
    watch.begin();
    const Baseline before = measure();
    uint64_t failures = 0;
    for (auto [n, more] = std::pair(uint64_t{0}, true); more; n++) {
        kernel::NthCallFails fault(n, EMFILE);
        watch->set_fault_plan(&fault);
        {
            auto made = device::Hotplug::create(watch.context(), false);
            if (!made) {
                failures++;
                assert_string_equal(made.failure().operation.c_str(), n < 2 ? "watch for devices" : "list the devices");
                assert_int_equal(made.failure().sys_errno, EMFILE);
            }
        }
        watch->set_fault_plan(nullptr);
        more = fault.seen() > n;
        assert_baseline(before);
    }
    assert_int_equal(failures, 3);  // the monitor, the clock, the list of nodes
}

// Any order of coming, going, changing rights and looking: what was told adds up to what is there.
static void hotplug_a_burst_of_changes_adds_up(void **)
{
    uint32_t state = 20261201;
    const auto dice = [&state](uint32_t sides) {
        state = state * 1664525 + 1013904223;
        return (state >> 16) % sides;
    };
    const char *ports[] = {port_2, port_3, "pci0000:00/0000:00:14.0/usb1/1-4"};
    Watch watch;
    watch->set_identity({1000, {1000}});
    watch.begin();
    for (int turn = 0; turn < 3000; turn++) {
        const int which = static_cast<int>(dice(3)), first = 2 * static_cast<int>(dice(3));
        const std::string path = "/dev/video" + std::to_string(first);
        switch (dice(6)) {
        case 0: watch.plug_in(ports[which], which == 0 ? "AA" : "BB", first); break;
        case 1: watch.pull_out(ports[which], first); break;
        case 2: watch.remove_node(first + static_cast<int>(dice(2))); break;
        case 3:
            if (kernel::PathKind kind; watch->path_kind(path.c_str(), &kind) == 0)
                watch->set_mode(path, dice(2) == 0 ? 0600 : 0666);
            break;
        case 4: watch->go_on(dice(200) * ms); break;
        default: watch.look(); break;
        }
        watch->ring();
        if (turn % 100 == 99) {
            settle_all(watch);
            const std::set<std::string> there = ids_there(watch);
            assert_true(watch.told() == there);
        }
    }
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(hotplug_a_camera_with_two_nodes_comes_and_goes_once),
        cmocka_unit_test(hotplug_what_goes_is_told_without_opening_anything),
        cmocka_unit_test(hotplug_a_second_node_that_comes_later_changes_the_device),
        cmocka_unit_test(hotplug_a_node_that_may_be_opened_later_is_added_with_the_reason_and_then_changed),
        cmocka_unit_test(hotplug_rights_that_come_in_time_are_no_change),
        cmocka_unit_test(hotplug_signs_without_end_delay_news_by_a_second_at_most),
        cmocka_unit_test(S05_hotplug_another_camera_under_the_same_path_is_removed_and_added),
        cmocka_unit_test(S04_hotplug_the_same_camera_under_another_number_is_removed_and_added),
        cmocka_unit_test(hotplug_a_node_that_is_not_ready_is_looked_at_again),
        cmocka_unit_test(hotplug_a_node_without_a_device_is_not_looked_at_for_ever),
        cmocka_unit_test(hotplug_a_look_that_fails_loses_nothing),
        cmocka_unit_test(hotplug_a_fault_at_each_call_loses_no_change),
        cmocka_unit_test(hotplug_what_cannot_be_made_is_one_failure_and_leaves_nothing),
        cmocka_unit_test(hotplug_a_burst_of_changes_adds_up),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
