// Devices that come and go, as events of a context, through its one descriptor.
#include "support/baseline.hpp"
#include "support/camera.hpp"
#include "support/context.hpp"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace v4lxx;
using namespace v4lxx::test;

namespace {

constexpr const char *camera = "sim:camera,size=64x48,clock=virtual,id=7,card=Front door";
constexpr uint32_t to_all = V4LXX_LISTEN_DEVICES | V4LXX_LISTEN_SIMULATED;

// A context that has a simulated camera.
class Watched : public Context {
public:
    explicit Watched(uint32_t flags = to_all)
    {
        ASSERT_OK(v4lxx_context_add_simulated(get(), camera, &error));
        if (flags != 0)
            listen(flags);
    }
    void listen(uint32_t flags) { ASSERT_OK(v4lxx_context_listen(get(), flags, &error)); }
    kernel::sim::Device &sim() { return *sim_of(get(), camera); }
    bool is_readable(int timeout_ms = 0)
    {
        pollfd entry{v4lxx_context_get_fd(get()), POLLIN, 0};
        return ::poll(&entry, 1, timeout_ms) == 1;
    }
    // "device_removed: the text"; "" if there is none. What real devices do meanwhile is none of ours.
    std::string next(int64_t timeout_ns = 0)
    {
        for (;;) {
            v4lxx_event *event = nullptr;
            const v4lxx_status status = v4lxx_context_next_event(get(), timeout_ns, &event, nullptr);
            if (status != V4LXX_OK) {
                assert_int_equal(status, timeout_ns == 0 ? V4LXX_AGAIN : V4LXX_TIMED_OUT);
                return "";
            }
            const std::string text = told(event);
            v4lxx_event_unref(event);
            if (!text.empty())
                return text;
        }
    }
    static std::string told(const v4lxx_event *event)
    {
        v4lxx_event_info info = V4LXX_EVENT_INFO_INIT;
        ASSERT_OK(v4lxx_event_read_info(event, &info, &error));
        assert_true(info.time_ns > 0);
        if (!v4lxx_device_info_is_simulated(v4lxx_event_get_device(event)))
            return "";
        return std::string(v4lxx_event_kind_get_name(info.kind)) + ": " + v4lxx_event_get_text(event);
    }
};

const std::string name = "\"Front door\" (" + std::string(camera) + ")";
const std::string gone = "device_removed: " + name + " has gone", there = "device_added: " + name + " is there";

void assert_same(const std::string &told, const std::string &wanted) { assert_string_equal(told.c_str(), wanted.c_str()); }

}  // namespace

static void bar10a_hotplug_comes_through_the_descriptor_of_the_context(void **)
{
    Watched watched;
    assert_same(watched.next(), "");
    assert_false(watched.is_readable());
    for (int i = 0; i < 3; i++) {
        watched.sim().unplug();
        assert_true(watched.is_readable());
        assert_same(watched.next(), gone);
        watched.sim().replug();
        assert_true(watched.is_readable());
        assert_same(watched.next(), there);
        assert_same(watched.next(), "");
        assert_false(watched.is_readable());
    }
}

static void S05_hotplug_another_camera_at_the_same_place_is_told_as_another(void **)
{
    Watched watched;
    std::string problem;
    assert_int_equal(watched.sim().inject("at time 10ms unplug\nat time 20ms replug other", &problem), 0);
    watched.sim().advance(30 * ms);
    assert_same(watched.next(), gone);
    assert_true(watched.next().find("device_added: \"Another camera\"") == 0);
}

static void bar10a_hotplug_ends_a_wait_for_an_event(void **)
{
    Watched watched;
    std::thread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        watched.sim().unplug();
    });
    assert_same(watched.next(10 * second), gone);
    other.join();
}

static void bar10a_hotplug_goes_to_the_callback(void **)
{
    Watched watched;
    std::vector<std::string> told;
    const auto keep = [](v4lxx_context *, v4lxx_event *event, void *data) {
        if (std::string text = Watched::told(event); !text.empty())
            static_cast<std::vector<std::string> *>(data)->push_back(text);
    };
    ASSERT_OK(v4lxx_context_set_event_callback(watched.get(), keep, &told, nullptr, &error));
    watched.sim().unplug();
    watched.sim().replug();
    assert_int_equal(v4lxx_context_dispatch(watched.get(), second, 0, nullptr), V4LXX_OK);
    while (v4lxx_context_dispatch(watched.get(), 0, 0, nullptr) == V4LXX_OK) {
    }
    assert_int_equal(told.size(), 2);
    assert_same(told[0], gone);
    assert_same(told[1], there);
}

static void bar10a_hotplug_wakes_a_loop_by_edges(void **)
{
    Watched watched;
    const int loop = epoll_create1(EPOLL_CLOEXEC);
    epoll_event event{};
    event.events = EPOLLIN | EPOLLET;
    assert_int_equal(epoll_ctl(loop, EPOLL_CTL_ADD, v4lxx_context_get_fd(watched.get()), &event), 0);
    for (int i = 0; i < 4; i++) {
        i % 2 == 0 ? watched.sim().unplug() : watched.sim().replug();
        assert_int_equal(epoll_wait(loop, &event, 1, 5000), 1);
        assert_same(watched.next(), i % 2 == 0 ? gone : there);
        assert_same(watched.next(), "");
    }
    close(loop);
}

static void hotplug_is_told_only_to_who_asked(void **)
{
    for (const uint32_t flags :
         {uint32_t{V4LXX_LISTEN_DEVICES}, uint32_t{V4LXX_LISTEN_STREAMS}, uint32_t{V4LXX_LISTEN_SIMULATED}}) {
        Watched watched(flags);
        watched.sim().unplug();
        assert_same(watched.next(), "");
    }
    Watched watched;
    watched.listen(0);
    watched.sim().unplug();
    v4lxx_event *event = nullptr;
    ASSERT_CODE(v4lxx_context_next_event(watched.get(), 0, &event, &error), V4LXX_CODE_NOT_LISTENING);
    watched.listen(to_all);  // what is there now is where it begins
    assert_same(watched.next(), "");
    watched.sim().replug();
    watched.listen(to_all | V4LXX_LISTEN_STREAMS);  // who goes on listening misses nothing
    assert_same(watched.next(), there);
}

// The descriptors are the parent's, too: what a child took would be missing there.
static void S13_hotplug_a_forked_child_takes_nothing_from_its_parent(void **)
{
    Watched watched;
    watched.sim().unplug();
    const pid_t child = fork();
    if (child == 0) {
        v4lxx_event *event = nullptr;
        alarm(20);
        _exit(v4lxx_context_next_event(watched.get(), 0, &event, nullptr) != V4LXX_ERROR_STATE);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_same(watched.next(), gone);
}

static void hotplug_listening_leaves_nothing_open(void **)
{
    {
        Watched warm;
    }
    const Baseline before = measure();
    for (int i = 0; i < 5; i++) {
        Watched watched;
        watched.sim().unplug();
        watched.listen(i % 2 == 0 ? 0 : uint32_t{V4LXX_LISTEN_DEVICES});
    }
    assert_baseline(before);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(bar10a_hotplug_comes_through_the_descriptor_of_the_context),
        cmocka_unit_test(S05_hotplug_another_camera_at_the_same_place_is_told_as_another),
        cmocka_unit_test(bar10a_hotplug_ends_a_wait_for_an_event),
        cmocka_unit_test(bar10a_hotplug_goes_to_the_callback),
        cmocka_unit_test(bar10a_hotplug_wakes_a_loop_by_edges),
        cmocka_unit_test(hotplug_is_told_only_to_who_asked),
        cmocka_unit_test(S13_hotplug_a_forked_child_takes_nothing_from_its_parent),
        cmocka_unit_test(hotplug_listening_leaves_nothing_open),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
