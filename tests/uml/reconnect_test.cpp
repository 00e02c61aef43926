// A stream with V4LXX_STREAM_RECONNECT goes on over vivid's Disconnect, which is a real unplug: the node comes back when nobody has it open.
#include "uml/vivid.hpp"

#include "support/baseline.hpp"
#include "support/control.hpp"

using namespace v4lxx::test;

static void U14_a_stream_goes_on_over_many_unplugs(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state), {.flags = V4LXX_STREAM_RECONNECT});
    Control(camera, "contrast").set(77);
    camera.start();
    HeldFrame held = camera.next();
    const uint64_t print = fingerprint(held);
    push(node_of(state), "Disconnect");
    camera.next();
    const Baseline before = measure();
    for (uint32_t turn = 0; turn < 20; turn++) {
        const v4lxx_frame_info info = camera.next().info();
        assert_int_equal(info.generation, 2 + turn);
        assert_int_equal(info.width, 320);
        assert_int_equal(info.height, 180);
        push(node_of(state), "Disconnect");
        camera.next();
    }
    assert_baseline(before);
    assert_true(fingerprint(held) == print);
    assert_int_equal(Control(camera, "contrast").read(), 77);
    assert_int_equal(camera.account().reconnects, 21);
    assert_int_equal(camera.account().others_refused, 0);
    assert_int_equal(read_state(camera.stream()).phase, V4LXX_STREAM_STREAMING);
}

// What was opened by a link is found again by its id.
static void U14_the_state_says_what_there_is_to_know(void **state)
{
    Library library;
    RealCamera camera(library.get(), node_of(state), {.fps = 60, .flags = V4LXX_STREAM_RECONNECT});
    camera.start();
    const HeldFrame held = camera.next();
    v4lxx_stream_state now = read_state(camera.stream());
    assert_int_equal(now.phase, V4LXX_STREAM_STREAMING);
    assert_int_equal(now.held, 1);
    assert_int_equal(now.queued, 3);
    assert_true(now.last_frame_age_ns >= 0 && now.held_age_ns >= now.last_frame_age_ns);
    assert_true(now.has_input_status != 0);
    assert_true(now.interval_ns > 0);
    RawNode other(node_of(state));  // keeps the device from coming back
    other.push("Disconnect");
    assert_int_equal(camera.try_next(300 * ms), V4LXX_TIMED_OUT);
    now = read_state(camera.stream());
    assert_int_equal(now.phase, V4LXX_STREAM_AWAY);
    assert_true(now.away_ns >= 200 * ms);
    assert_true(now.attempts >= 2);
}

int main()
{
    const CMUnitTest tests[] = {
        ON_BOTH_APIS(U14_a_stream_goes_on_over_many_unplugs),
        ON_BOTH_APIS(U14_the_state_says_what_there_is_to_know),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
