// Simulated cameras that come and go: what a program that watches is told, and when its descriptor is readable.
#include "support/baseline.hpp"
#include "support/camera.hpp"
#include "support/context.hpp"
#include "support/readable.hpp"

#include "device/hotplug.hpp"

#include <cerrno>

using namespace v4lxx;
using namespace v4lxx::test;

namespace {

constexpr const char *left = "sim:camera,size=64x48,clock=virtual,id=7";
constexpr const char *right = "sim:camera,size=64x48,clock=virtual,id=8";

// A context whose simulated cameras are watched.
class Watched {
public:
    explicit Watched(std::vector<std::string> names = {left})
    {
        for (const std::string &name : names)
            add(name);
        auto made = device::Hotplug::create(context(), true);
        assert_true(static_cast<bool>(made));
        hotplug_ = *std::move(made);
    }
    device::Context &context() { return *reinterpret_cast<device::Context *>(context_.get()); }
    v4lxx_context *handle() { return context_.get(); }
    device::Hotplug &hotplug() { return *hotplug_; }
    void add(const std::string &name) { ASSERT_OK(v4lxx_context_add_simulated(context_.get(), name.c_str(), &error)); }
    kernel::sim::Device &sim(const char *name = left) { return *sim_of(context_.get(), name); }
    void inject(const std::string &rules)
    {
        std::string problem;
        assert_int_equal(sim().inject(rules, &problem), 0);
    }
    bool is_readable(int timeout_ms = 0) const { return is_any_readable(hotplug_->fds(), timeout_ms); }
    // "removed Sim camera, added Another camera"; "" if there is nothing to tell.
    std::string look()
    {
        std::string text;
        for (const device::Change &change : hotplug_->look()) {
            constexpr const char *words[] = {"added ", "removed ", "changed "};
            text += (text.empty() ? "" : ", ") + std::string(words[static_cast<int>(change.kind)]) + change.device->id();
        }
        return text;
    }
    bool has(const std::string &id) const
    {
        for (const auto &one : hotplug_->present())
            if (one->id() == id)
                return true;
        return false;
    }

private:
    Context context_;
    std::unique_ptr<device::Hotplug> hotplug_;
};

constexpr const char *left_id = "id:platform-sim-7/-/-";

void assert_told(Watched &watched, const std::string &wanted)
{
    assert_true(watched.is_readable());
    const std::string told = watched.look();
    assert_string_equal(told.c_str(), wanted.c_str());
    assert_false(watched.is_readable());
    assert_string_equal(watched.look().c_str(), "");
}

}  // namespace

static void hotplug_an_unplug_and_a_replug_are_told_once_each(void **)
{
    Watched watched({left, right});
    assert_false(watched.is_readable());
    assert_string_equal(watched.look().c_str(), "");
    assert_true(watched.has(left_id));
    for (int i = 0; i < 3; i++) {
        watched.sim().unplug();
        assert_told(watched, std::string("removed ") + left_id);
        assert_false(watched.has(left_id));
        watched.sim().replug();
        assert_told(watched, std::string("added ") + left_id);
        assert_true(watched.has(left_id));
    }
    assert_true(watched.has("id:platform-sim-8/-/-"));
}

// Who has it open would not notice otherwise that it is another plugging in.
static void S04_hotplug_what_came_back_between_two_looks_is_removed_and_added(void **)
{
    Watched watched;
    for (int i = 0; i < 20; i++) {
        watched.sim().unplug();
        watched.sim().replug();
    }
    assert_told(watched, std::string("removed ") + left_id + ", added " + left_id);
}

static void S05_hotplug_another_camera_at_the_same_place_is_another_camera(void **)
{
    Watched watched;
    watched.inject("at time 10ms unplug\nat time 20ms replug other");
    assert_false(watched.is_readable());  // a virtual clock stands still
    watched.sim().advance(30 * ms);
    assert_told(watched, std::string("removed ") + left_id + ", added id:platform-sim-other/-/-");
    watched.sim().unplug();
    watched.sim().replug();
    assert_told(watched, std::string("removed id:platform-sim-other/-/-, added ") + left_id);
}

static void hotplug_a_script_on_a_real_clock_wakes_who_waits(void **)
{
    const std::string name = "sim:camera,size=64x48,id=7";
    Watched watched({name});
    std::string problem;
    assert_int_equal(
        sim_of(watched.handle(), name)->inject("at time 30ms unplug\nat time 60ms replug\nat time 80ms signal none", &problem),
        0);
    std::string told;
    for (int i = 0; i < 20 && told.find("added") == told.npos; i++) {
        assert_true(watched.is_readable(10'000));
        told += watched.look() + ";";
    }
    const size_t removed = told.find("removed"), added = told.find("added");
    assert_true(removed != told.npos && added != told.npos && removed < added);
    assert_int_equal(told.find("removed", removed + 1), told.npos);
    while (watched.is_readable(200))  // what the script does besides wakes, and is nothing to tell
        assert_string_equal(watched.look().c_str(), "");
}

// As a real driver gives the node back only when the last one has closed it.
static void hotplug_a_camera_that_is_held_open_is_back_when_it_is_closed(void **)
{
    Watched watched;
    v4lxx_device *device = nullptr;
    ASSERT_OK(v4lxx_device_open(watched.handle(), left, nullptr, &device, &error));
    watched.sim().unplug();
    watched.sim().replug();
    assert_told(watched, std::string("removed ") + left_id);
    v4lxx_device_unref(device);
    assert_told(watched, std::string("added ") + left_id);
}

static void hotplug_a_simulated_camera_that_a_program_adds_is_told(void **)
{
    Watched watched;
    const size_t count = watched.hotplug().present().size();
    watched.add(right);
    watched.add(right);
    assert_told(watched, "added id:platform-sim-8/-/-");
    assert_int_equal(watched.hotplug().present().size(), count + 1);
}

// Not told of those that were not asked for; and frames flow undisturbed.
static void hotplug_without_the_simulated_ones_they_are_silent(void **)
{
    Watched watched;
    auto real_only = device::Hotplug::create(watched.context(), false);
    assert_true(static_cast<bool>(real_only));
    for (const auto &one : (*real_only)->present())
        assert_false(one->is_simulated());
    watched.sim().unplug();
    for (const device::Change &change : (*real_only)->look())
        assert_false(change.device->is_simulated());
    assert_true(watched.is_readable());
}

static void hotplug_frames_that_flow_are_no_news(void **)
{
    Watched watched;
    v4lxx_device *device = nullptr;
    v4lxx_stream *stream = nullptr;
    ASSERT_OK(v4lxx_device_open(watched.handle(), left, nullptr, &device, &error));
    ASSERT_OK(v4lxx_stream_create(device, nullptr, &stream, &error));
    ASSERT_OK(v4lxx_stream_start(stream, &error));
    for (int i = 0; i < 20; i++) {
        take_frame(stream, second);
        assert_false(watched.is_readable());
    }
    v4lxx_stream_unref(stream);
    v4lxx_device_unref(device);
}

static void hotplug_two_who_watch_are_told_the_same(void **)
{
    Watched watched;
    auto other = device::Hotplug::create(watched.context(), true);
    assert_true(static_cast<bool>(other));
    watched.sim().unplug();
    assert_told(watched, std::string("removed ") + left_id);
    assert_int_equal((*other)->look().size(), 1);
    assert_int_equal((*other)->look().size(), 0);
}

static void hotplug_watching_leaves_nothing_open(void **)
{
    {
        Watched warm;
    }
    const Baseline before = measure();
    for (int i = 0; i < 10; i++) {
        Watched watched;
        watched.sim().unplug();
        watched.look();
    }
    assert_baseline(before);
}

int main()
{
    const CMUnitTest tests[] = {
        cmocka_unit_test(hotplug_an_unplug_and_a_replug_are_told_once_each),
        cmocka_unit_test(S04_hotplug_what_came_back_between_two_looks_is_removed_and_added),
        cmocka_unit_test(S05_hotplug_another_camera_at_the_same_place_is_another_camera),
        cmocka_unit_test(hotplug_a_script_on_a_real_clock_wakes_who_waits),
        cmocka_unit_test(hotplug_a_camera_that_is_held_open_is_back_when_it_is_closed),
        cmocka_unit_test(hotplug_a_simulated_camera_that_a_program_adds_is_told),
        cmocka_unit_test(hotplug_without_the_simulated_ones_they_are_silent),
        cmocka_unit_test(hotplug_frames_that_flow_are_no_news),
        cmocka_unit_test(hotplug_two_who_watch_are_told_the_same),
        cmocka_unit_test(hotplug_watching_leaves_nothing_open),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
