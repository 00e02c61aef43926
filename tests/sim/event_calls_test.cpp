// The events of a device, by the typed calls that everything above them uses: a source that changes, the end of a stream, and answers
// that cannot be.
#include "support/check.hpp"

#include "kernel/buffer_calls.hpp"
#include "kernel/event_calls.hpp"
#include "kernel/host.hpp"
#include "kernel/sim/device.hpp"
#include "uapi/videodev2.hpp"

#include <cerrno>
#include <poll.h>
#include <string>

using namespace v4lxx;
using namespace v4lxx::kernel;

namespace {

constexpr int64_t ms = 1'000'000;
constexpr uint32_t hdmi_input = 1;
constexpr const char *receiver = "sim:camera,inputs=camera+hdmi+tv,input=hdmi,clock=virtual,pattern=cells";

// One more open file description of a simulated device.
class Listener {
public:
    explicit Listener(Host &host, const std::string &name = receiver)
    {
        OpenProblem problem;
        if (host.open(name.c_str(), &node_, &problem) != 0)
            fail_msg("%s: %s", name.c_str(), problem.text.c_str());
        device_ = host.world().find(name);
    }
    ~Listener() noexcept(false)
    {
        for (const std::string &violation : device_->violations())
            fail_msg("%s", violation.c_str());
    }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    Node &node() { return *node_; }
    sim::Device &sim() { return *device_; }
    void close() { node_.reset(); }
    bool subscribe(EventType type, uint32_t id = 0, uint32_t flags = 0)
    {
        auto answer = subscribe_event(*node_, type, id, flags);
        assert_true(static_cast<bool>(answer));
        return *answer;
    }
    void set_signal(const char *word)
    {
        sim::Signal signal;
        assert_null(sim::read_signal(word, signal));
        device_->set_signal(signal);
    }
    void inject(const char *rules)
    {
        std::string problem;
        if (device_->inject(rules, &problem) != 0)
            fail_msg("%s", problem.c_str());
    }
    KernelEvent take()
    {
        KernelEvent event;
        auto answer = dequeue_event(*node_, &event);
        assert_true(static_cast<bool>(answer));
        assert_true(*answer == EventAnswer::event);
        return event;
    }
    bool has_none()
    {
        KernelEvent event;
        auto answer = dequeue_event(*node_, &event);
        assert_true(static_cast<bool>(answer));
        return *answer == EventAnswer::none;
    }
    short wait(int64_t timeout_ns)
    {
        Ready ready;
        return node_->wait(nullptr, timeout_ns, &ready) == 1 ? ready.device : short{0};
    }
    bool is_readable() const
    {
        pollfd entry{node_->wait_fd(), POLLIN, 0};
        return poll(&entry, 1, 0) == 1;
    }
    // Allocates, queues and starts.
    void stream(uint32_t count)
    {
        auto granted = request_buffers(*node_, Api::single_planar, count);
        assert_true(static_cast<bool>(granted));
        for (uint32_t index = 0; index < granted->count; index++)
            assert_int_equal(queue_buffer(*node_, {Api::single_planar, granted->count, 1}, index), 0);
        assert_true(static_cast<bool>(stream_on(*node_, Api::single_planar)));
    }

private:
    std::unique_ptr<Node> node_;
    std::shared_ptr<sim::Device> device_;
};

}  // namespace

static void B04_U33_a_change_of_the_source_is_an_event_of_its_input(void **)
{
    Host host(nullptr);
    Listener listener(host);
    assert_true(listener.subscribe(EventType::source_change, hdmi_input));
    assert_true(listener.has_none());
    listener.sim().advance(5 * ms);
    listener.set_signal("1920x1080p60");
    const KernelEvent event = listener.take();
    assert_true(event.type == EventType::source_change);
    assert_int_equal(event.id, hdmi_input);
    assert_int_equal(event.sequence, 0);
    assert_int_equal(event.pending, 0);
    assert_int_equal(event.time_ns, listener.node().now_ns());
    assert_int_equal(event.changes, V4L2_EVENT_SRC_CH_RESOLUTION);
    assert_true(event.resolution_changed);
    listener.set_signal("1920x1080p60");  // nothing new
    assert_true(listener.has_none());
}

// Nobody took the first: there is room for one, and what it said is in the one that came after it.
static void B04_an_event_that_nobody_took_gives_way_to_the_next_one(void **)
{
    Host host(nullptr);
    Listener listener(host);
    assert_true(listener.subscribe(EventType::source_change, hdmi_input));
    assert_true(listener.subscribe(EventType::source_change, hdmi_input));  // one subscription all the same
    assert_true(listener.subscribe(EventType::source_change, 2));
    for (const char *word : {"none", "good", "none", "1920x1080p60"})
        listener.set_signal(word);
    const KernelEvent first = listener.take(), second = listener.take();
    assert_int_equal(first.id, hdmi_input);
    assert_int_equal(second.id, 2);
    assert_int_equal(first.sequence, 6);  // four changes, seen by two inputs
    assert_int_equal(second.sequence, 7);
    assert_int_equal(first.pending, 1);
    assert_int_equal(second.pending, 0);
    assert_true(first.resolution_changed && second.resolution_changed);
    assert_true(listener.has_none());
}

static void B04_who_did_not_subscribe_hears_nothing(void **)
{
    Host host(nullptr);
    Listener one(host), other(host), wrong_input(host);
    assert_true(one.subscribe(EventType::source_change, hdmi_input));
    assert_true(wrong_input.subscribe(EventType::source_change, 0));  // the camera, which has no source
    one.set_signal("none");
    assert_true(other.has_none());
    assert_true(wrong_input.has_none());
    one.take();
}

static void B04_unsubscribing_takes_what_was_waiting(void **)
{
    Host host(nullptr);
    Listener listener(host);
    assert_int_equal(unsubscribe_event(listener.node(), EventType::source_change, hdmi_input), 0);  // never subscribed
    assert_true(listener.subscribe(EventType::source_change, hdmi_input));
    assert_true(listener.subscribe(EventType::source_change, 2));
    listener.set_signal("none");
    assert_int_equal(unsubscribe_event(listener.node(), EventType::source_change, hdmi_input), 0);
    assert_int_equal(listener.take().id, 2);
    assert_true(listener.has_none());
    listener.set_signal("good");
    v4l2_event_subscription all{};
    all.type = V4L2_EVENT_ALL;
    assert_int_equal(listener.node().ioctl(VIDIOC_SUBSCRIBE_EVENT, &all), -EINVAL);
    assert_int_equal(listener.node().ioctl(VIDIOC_UNSUBSCRIBE_EVENT, &all), 0);
    assert_true(listener.has_none());
    listener.set_signal("none");
    assert_true(listener.has_none());
}

static void B04_B12_an_event_wakes_waits_and_event_loops_with_POLLPRI(void **)
{
    Host host(nullptr);
    Listener listener(host);
    assert_true(listener.subscribe(EventType::source_change, hdmi_input));
    listener.stream(2);
    listener.inject("at time 100ms signal none");
    const int64_t start_ns = listener.node().now_ns();
    short bits = 0;
    while ((bits = listener.wait(1000 * ms)) == POLLIN) {
        const uint32_t lengths[] = {1280 * 720 * 2, 1280 * 720 * 2};
        Dequeued frame;
        auto answer = dequeue_buffer(listener.node(), {Api::single_planar, 2, 1}, lengths, &frame);
        assert_true(answer && *answer == DequeueAnswer::frame);
        assert_int_equal(queue_buffer(listener.node(), {Api::single_planar, 2, 1}, frame.index), 0);
    }
    assert_int_equal(bits, POLLPRI);
    assert_true(listener.is_readable());
    assert_int_equal(listener.take().time_ns - start_ns, 100 * ms);
    assert_int_equal(listener.wait(50 * ms), 0);  // taken: and no frame comes without a signal
    listener.set_signal("good");
    assert_int_equal(listener.wait(50 * ms), POLLPRI);
    listener.take();
    assert_int_equal(listener.wait(50 * ms), POLLIN);
    assert_int_equal(stream_off(listener.node(), Api::single_planar), 0);
    assert_int_equal(release_buffers(listener.node(), Api::single_planar), 0);
}

static void B04_frames_stop_while_the_timings_differ(void **)
{
    Host host(nullptr);
    Listener listener(host);
    assert_true(listener.subscribe(EventType::source_change, hdmi_input));
    listener.stream(2);
    assert_int_equal(listener.wait(1000 * ms), POLLIN);
    listener.set_signal("1920x1080p60");
    assert_int_equal(listener.wait(0), POLLIN | POLLPRI);
    listener.take();
    const uint32_t lengths[] = {1280 * 720 * 2, 1280 * 720 * 2};
    Dequeued frame;
    auto answer = dequeue_buffer(listener.node(), {Api::single_planar, 2, 1}, lengths, &frame);
    assert_true(answer && *answer == DequeueAnswer::frame);
    assert_int_equal(listener.wait(1000 * ms), 0);
    assert_int_equal(stream_off(listener.node(), Api::single_planar), 0);
    assert_int_equal(release_buffers(listener.node(), Api::single_planar), 0);
}

static void B03_the_last_frame_comes_with_an_event(void **)
{
    Host host(nullptr);
    Listener listener(host, "sim:camera,size=64x48,fps=100,clock=virtual,pattern=cells");
    assert_true(listener.subscribe(EventType::end_of_stream));
    listener.inject("at frame 1 last");
    listener.stream(2);
    const int64_t start_ns = listener.node().now_ns();
    assert_int_equal(listener.wait(1000 * ms), POLLIN);
    assert_true(listener.has_none());
    listener.sim().advance(10 * ms);
    assert_int_equal(listener.wait(1000 * ms), POLLIN | POLLPRI);
    const KernelEvent event = listener.take();
    assert_true(event.type == EventType::end_of_stream);
    assert_int_equal(event.time_ns - start_ns, 20 * ms);
    assert_int_equal(event.changes, 0);
    assert_true(listener.has_none());
    assert_int_equal(stream_off(listener.node(), Api::single_planar), 0);
    assert_int_equal(release_buffers(listener.node(), Api::single_planar), 0);
}

static void B13_an_unplug_ends_events(void **)
{
    Host host(nullptr);
    Listener listener(host);
    assert_true(listener.subscribe(EventType::source_change, hdmi_input));
    listener.set_signal("none");
    listener.sim().unplug();
    KernelEvent event;
    auto answer = dequeue_event(listener.node(), &event);
    assert_false(static_cast<bool>(answer));
    assert_int_equal(answer.failure().sys_errno, ENODEV);
    assert_int_equal(unsubscribe_event(listener.node(), EventType::source_change, hdmi_input), -ENODEV);
    assert_int_equal(listener.wait(1000 * ms), POLLERR | POLLHUP | POLLPRI);
}

static void B04_devices_without_such_events_say_so(void **)
{
    Host host(nullptr);
    Listener none(host, "sim:camera,events=none"), sources(host, "sim:camera,events=source"),
        ends(host, "sim:camera,events=eos");
    assert_false(none.subscribe(EventType::source_change));  // ENOTTY
    assert_false(none.subscribe(EventType::end_of_stream));
    assert_true(sources.subscribe(EventType::source_change));
    assert_false(sources.subscribe(EventType::end_of_stream));  // EINVAL
    assert_false(ends.subscribe(EventType::source_change));
    assert_true(ends.subscribe(EventType::end_of_stream));
    KernelEvent event;
    auto answer = dequeue_event(none.node(), &event);
    assert_false(static_cast<bool>(answer));
    assert_int_equal(answer.failure().sys_errno, ENOTTY);
}

// As the kernel's own: the flag is about controls.
static void B04_no_event_comes_first_when_subscribing(void **)
{
    Host host(nullptr);
    Listener listener(host);
    assert_true(listener.subscribe(EventType::source_change, hdmi_input, V4L2_EVENT_SUB_FL_SEND_INITIAL));
    assert_true(listener.has_none());
}

static void S24_events_that_cannot_be_are_refused(void **)
{
    struct {
        const char *rule, *field;
    } const cases[] = {{"tv_nsec 1000000000", "tv_nsec"}, {"tv_nsec -1", "tv_nsec"}, {"tv_sec -1", "tv_sec"}};
    Host host(nullptr);
    Listener listener(host);
    assert_true(listener.subscribe(EventType::source_change, hdmi_input));
    const char *word = "none";
    for (const auto &wrong : cases) {
        listener.inject((std::string("on VIDIOC_DQEVENT 0 set ") + wrong.rule).c_str());
        listener.set_signal(word);
        word = *word == 'n' ? "good" : "none";
        KernelEvent event;
        auto answer = dequeue_event(listener.node(), &event);
        assert_false(static_cast<bool>(answer));
        assert_true(answer.failure().code == Code::value_impossible);
        assert_string_equal(answer.failure().field.c_str(), wrong.field);
        assert_true(listener.has_none());
    }
    listener.inject("on VIDIOC_DQEVENT 0 set type 0x08000001\non VIDIOC_DQEVENT 0 set pending 0xffffffff\n"
                    "on VIDIOC_DQEVENT 0 set id 0xffffffff\non VIDIOC_DQEVENT 0 set changes 0xffffffff");
    listener.set_signal("unlocked");
    const KernelEvent event = listener.take();
    assert_true(event.type == EventType::other);  // of whoever shares the descriptor
    assert_int_equal(event.changes, 0);
    assert_false(event.resolution_changed);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(B04_U33_a_change_of_the_source_is_an_event_of_its_input),
        cmocka_unit_test(B04_an_event_that_nobody_took_gives_way_to_the_next_one),
        cmocka_unit_test(B04_who_did_not_subscribe_hears_nothing),
        cmocka_unit_test(B04_unsubscribing_takes_what_was_waiting),
        cmocka_unit_test(B04_B12_an_event_wakes_waits_and_event_loops_with_POLLPRI),
        cmocka_unit_test(B04_frames_stop_while_the_timings_differ),
        cmocka_unit_test(B03_the_last_frame_comes_with_an_event),
        cmocka_unit_test(B13_an_unplug_ends_events),
        cmocka_unit_test(B04_devices_without_such_events_say_so),
        cmocka_unit_test(B04_no_event_comes_first_when_subscribing),
        cmocka_unit_test(S24_events_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
