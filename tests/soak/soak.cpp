// Random faults, random use, for as long as is asked for: nothing may pile up, and every frame has to be in one line of the account.
// usage: soak SECONDS [SEED]     the seed of each life is printed when it fails; soak 1 SEED repeats that one life first
#include "support/baseline.hpp"
#include "support/camera.hpp"

#include <chrono>
#include <cinttypes>
#include <cstdlib>
#include <random>
#include <set>

using namespace v4lxx::test;

static int64_t seconds = 30;
static uint32_t first_seed = 1;

// One camera from its opening to its closing.
class Life {
public:
    explicit Life(uint32_t seed) : random_(seed) {}
    void live();
    uint64_t frames() const { return frames_; }
    uint64_t reconnects() const { return reconnects_; }

private:
    uint32_t below(uint32_t end) { return static_cast<uint32_t>(random_() % end); }
    bool one_in(uint32_t n) { return below(n) == 0; }
    template <size_t N>
    const char *one_of(const char *const (&choices)[N])
    {
        return choices[below(N)];
    }

    std::string name();
    v4lxx_stream_options options();
    std::string fault();
    void act(Camera &camera);
    void take(Camera &camera);
    void unplug_for_a_while(Camera &camera);
    template <class Call>
    v4lxx_status attempt(Call &&call);
    void start(Camera &camera)
    {
        attempt([&](v4lxx_error **error) { return v4lxx_stream_start(camera.stream(), error); });
    }
    void check_account(Camera &camera);
    void check_order(const v4lxx_frame_info &info);

    std::mt19937 random_;
    v4lxx_stream_options options_ = V4LXX_STREAM_OPTIONS_INIT;
    std::vector<HeldFrame> held_;
    uint32_t generation_ = 0;
    uint64_t next_number_ = 0;
    uint64_t frames_ = 0, reconnects_ = 0;
};

std::string Life::name()
{
    std::string name = "sim:camera,clock=virtual,pattern=cells,size=32x32";
    name += one_of({",fps=30", ",fps=60", ",fps=240"});
    name += one_of({"", ",api=mplane", ",api=mplane,format=NV12M", ",format=NV12", ",format=GREY"});
    name += one_of({"", ",buffers=+2", ",buffers=2"});
    name += one_of({"", ",orphan=no"});
    name += one_of({"", ",sequence=4294967200"});
    name += one_of({"", ",source=soe", ",timestamp=unknown"});
    return name;
}

v4lxx_stream_options Life::options()
{
    v4lxx_stream_options options = V4LXX_STREAM_OPTIONS_INIT;
    options.buffer_count = 2 + below(5);
    options.flow = below(4);
    options.flow_depth = below(4);
    options.min_queued = below(2);
    options.reserve = below(2);
    options.flags = one_in(3) ? uint32_t{V4LXX_STREAM_DELIVER_CORRUPT} : 0;
    options.flags |= one_in(3) ? 0 : uint32_t{V4LXX_STREAM_RECONNECT};
    return options;
}

// Each comes once: what always fails is no camera.
std::string Life::fault()
{
    const std::string at = std::to_string(below(20));
    switch (below(14)) {
    case 0: return "at frame " + at + " drop " + std::to_string(1 + below(50));
    case 1: return "at frame " + at + " corrupt";
    case 2: return "at frame " + at + " empty";
    case 3: return "at frame " + at + " short " + std::to_string(below(100));
    case 4: return "at frame " + at + " broken";
    case 5: return "at frame " + at + " timestamp " + std::to_string(below(5)) + "s";
    case 6: return "on VIDIOC_DQBUF " + at + " errno " + one_of({"EIO", "EPROTO", "EAGAIN"});
    case 7: return "on VIDIOC_QBUF " + at + " errno " + one_of({"EIO", "EINVAL", "ENOMEM"});
    case 8: return "on VIDIOC_STREAMON " + at + " errno " + one_of({"EIO", "ENOSPC", "EPIPE"});
    case 9: return "on VIDIOC_REQBUFS " + at + " errno " + one_of({"ENOMEM", "EBUSY"});
    case 10: return "on open " + std::to_string(below(3)) + " errno " + one_of({"EACCES", "EMFILE", "EBUSY"});
    case 11: return "on mmap " + at + " errno ENOMEM";
    case 12: return "on VIDIOC_DQBUF " + at + " delay 200ms";
    default: return "on VIDIOC_S_FMT 0 errno EBUSY";
    }
}

// A failure is one that the faults explain, never one that blames the program or leaves it without a reason.
template <class Call>
v4lxx_status Life::attempt(Call &&call)
{
    static const std::set<v4lxx_status> possible{
        V4LXX_OK,          V4LXX_AGAIN,           V4LXX_TIMED_OUT,  V4LXX_ERROR_SYSTEM,    V4LXX_ERROR_DEVICE_LOST,
        V4LXX_ERROR_STATE, V4LXX_ERROR_CANCELLED, V4LXX_ERROR_BUSY, V4LXX_ERROR_NO_MEMORY, V4LXX_ERROR_DENIED};
    v4lxx_error *error = nullptr;
    const v4lxx_status status = call(&error);
    if (!possible.contains(status))
        fail_msg("unexpected status %d: %s", status, v4lxx_error_get_message(error));
    assert_int_equal(status < 0, error != nullptr);
    v4lxx_error_free(error);
    return status;
}

// The driver's count rises within a start; a start is told by its generation.
void Life::check_order(const v4lxx_frame_info &info)
{
    if (info.generation != generation_) {
        assert_true(info.generation > generation_);
        generation_ = info.generation;
        next_number_ = 0;
    }
    assert_true(info.sequence >= next_number_);
    next_number_ = uint64_t{info.sequence} + 1;
}

void Life::take(Camera &camera)
{
    static const int64_t timeouts[] = {0, 0, 10 * ms, 100 * ms, second};
    v4lxx_frame *taken = nullptr;
    const int64_t timeout_ns = timeouts[below(5)];
    const v4lxx_status status =
        attempt([&](v4lxx_error **error) { return v4lxx_stream_dequeue(camera.stream(), timeout_ns, &taken, error); });
    assert_int_equal(status == V4LXX_OK, taken != nullptr);
    if (taken == nullptr)
        return;
    HeldFrame frame(taken);
    const v4lxx_frame_info info = frame.info();
    check_order(info);
    if ((info.flags & (V4LXX_FRAME_CORRUPT | V4LXX_FRAME_SHORT)) == 0)
        frame.assert_intact(v4lxx::kernel::sim::Pattern::cells);
    frames_++;
    if (one_in(3))
        held_.push_back(std::move(frame));
    while (held_.size() > 8 || (!held_.empty() && one_in(3)))
        held_.erase(held_.begin() + below(static_cast<uint32_t>(held_.size())));
}

void Life::unplug_for_a_while(Camera &camera)
{
    camera.sim().unplug();
    if (one_in(4))
        camera.inject("at time " + std::to_string(below(300)) + "ms replug other\nat time 400ms unplug");
    camera.inject("at time " + std::to_string(401 + below(2000)) + "ms replug");
}

void Life::act(Camera &camera)
{
    switch (below(60)) {
    case 0: attempt([&](v4lxx_error **error) { return v4lxx_stream_stop(camera.stream(), error); }); break;
    case 1:
    case 2:
    case 3: start(camera); break;
    case 4: v4lxx_stream_cancel(camera.stream()); break;
    case 5: assert_true(v4lxx_stream_get_fd(camera.stream()) >= -1); break;
    case 6:
    case 7: camera.inject(fault()); break;
    case 8:
        if ((options_.flags & V4LXX_STREAM_RECONNECT) != 0 || one_in(10))
            unplug_for_a_while(camera);
        break;
    case 9: {
        v4lxx_stream_state state = V4LXX_STREAM_STATE_INIT;
        ASSERT_OK(v4lxx_stream_read_state(camera.stream(), &state, &error));
        assert_true(state.held >= held_.size());
        break;
    }
    default: take(camera);
    }
}

void Life::check_account(Camera &camera)
{
    const v4lxx_stream_account account = camera.account();
    const uint64_t lines = account.delivered + account.driver_dropped + account.corrupt_dropped + account.empty_dropped +
                           account.policy_dropped + account.waiting;
    assert_int_equal(lines, frames_counted(camera.stream()));
    assert_int_equal(account.delivered, frames_);
    assert_true(account.held >= held_.size());
    reconnects_ = account.reconnects;
}

void Life::live()
{
    options_ = options();
    Camera camera(name(), options_);
    camera.allow_violations();  // a refused QBUF is offered again, which the referee takes for a mistake
    start(camera);
    const uint32_t length = 50 + below(400);
    for (uint32_t i = 0; i < length; i++) {
        act(camera);
        check_account(camera);
    }
    if (one_in(2))
        held_.clear();
    camera.close();
    for (const HeldFrame &frame : held_)  // readable whatever has happened
        (void)frame.info();
    held_.clear();
}

struct Sums {
    uint64_t lives = 0, frames = 0, reconnects = 0;
};

static void live(uint32_t seed, Sums &sums)
{
    Life life(seed);
    life.live();
    sums.lives++;
    sums.frames += life.frames();
    sums.reconnects += life.reconnects();
}

// AddressSanitizer keeps what was freed for a while; there the number of allocations has to do.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
static constexpr bool keeps_freed_memory = true;
#else
static constexpr bool keeps_freed_memory = false;
#endif
#elif defined(__SANITIZE_ADDRESS__)
static constexpr bool keeps_freed_memory = true;
#else
static constexpr bool keeps_freed_memory = false;
#endif

static int64_t resident_bytes()
{
    std::ifstream file("/proc/self/statm");
    int64_t size = 0, resident = 0;
    file >> size >> resident;
    return resident * 4096;
}

// Descriptors, mappings, threads and allocations are the same after each life as after the first one. What the process has of memory may
// grow while the allocator finds its size, and no more.
static void S40_random_faults_leave_nothing_behind_and_the_account_adds_up(void **)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    Sums sums;
    uint32_t seed = first_seed;
    live(seed++, sums);
    const Baseline before = measure();
    int64_t resident_early = 0;
    const auto early = std::chrono::steady_clock::now() + std::chrono::seconds(seconds) / 4;
    while (std::chrono::steady_clock::now() < end) {
        live(seed, sums);
        const Baseline after = measure();
        if (!(before == after))
            fail_msg("seed %" PRIu32 " left something behind: before %s, after %s", seed, before.text().c_str(),
                     after.text().c_str());
        seed++;
        if (resident_early == 0 && std::chrono::steady_clock::now() > early)
            resident_early = resident_bytes();
    }
    const int64_t grown = resident_bytes() - resident_early;
    if (!keeps_freed_memory && resident_early != 0 && grown > 16 * 1024 * 1024)
        fail_msg("the process grew by %" PRId64 " bytes", grown);
    print_message("soak: %" PRIu64 " lives, seeds %" PRIu32 " to %" PRIu32 ", %" PRIu64 " frames, %" PRIu64
                  " reconnections; at the end %s, %" PRId64 " bytes of memory more than after a quarter\n",
                  sums.lives, first_seed, seed - 1, sums.frames, sums.reconnects, measure().text().c_str(), grown);
    assert_true(sums.frames > 0);
}

int main(int count, char **arguments)
{
    if (count > 1)
        seconds = std::atoll(arguments[1]);
    if (count > 2)
        first_seed = static_cast<uint32_t>(std::atoll(arguments[2]));
    const CMUnitTest tests[] = {cmocka_unit_test(S40_random_faults_leave_nothing_behind_and_the_account_adds_up)};
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
