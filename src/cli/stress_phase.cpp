#include "cli/stress_phase.hpp"

#include "cli/child_program.hpp"
#include "cli/device_offer.hpp"
#include "cli/interruption.hpp"
#include "cli/pace.hpp"
#include "cli/stream_report.hpp"
#include "cli/words.hpp"

#include <algorithm>
#include <memory>

namespace v4lxx::cli {

namespace {

constexpr int64_t between_checks_ns = 5'000'000;

std::vector<ModeWish> all_modes(const std::string &device)
{
    std::vector<ModeWish> modes;
    const DeviceOffer offer = read_offer(open_device(create_context(), device.c_str()));
    for (const OfferedFormat &format : offer.formats) {
        for (const OfferedSize &size : format.sizes) {
            ModeWish mode;
            mode.outputs = {format.fourcc};
            mode.wish.width = size.range.max_width;
            mode.wish.height = size.range.max_height;
            modes.push_back(mode);
            mode.wish.width = size.range.min_width;
            mode.wish.height = size.range.min_height;
            if (!size.is_one())
                modes.push_back(mode);
        }
    }
    return modes;
}

// Of more than can be tried, those that lie evenly among them.
std::vector<ModeWish> some_of(const std::vector<ModeWish> &modes, size_t most)
{
    if (modes.size() <= most)
        return modes;
    std::vector<ModeWish> some;
    for (size_t index = 0; index < most; ++index)
        some.push_back(modes[index * modes.size() / most]);
    return some;
}

// Every frame that the driver counted is in one line of the account. Those that wait are behind the last one that was taken.
std::string unaccounted_words(const v4lxx_stream_account &account, uint64_t last_number)
{
    const uint64_t counted = account.delivered + account.policy_dropped + account.waiting + lost_frames(account);
    const bool may_be_more = account.waiting > 0;
    if (counted == last_number + 1 || (may_be_more && counted > last_number))
        return "";
    return "the account has " + std::to_string(counted) + " frames, and the driver counted " + std::to_string(last_number + 1);
}

// As long as a program may take that has to wait for each of its frames.
int64_t phase_patience_ns(const StressPlan &plan)
{
    constexpr double start_ns = 10e9, longest_ns = 1e18;  // on a loaded machine; for ever
    const double frames_ns = static_cast<double>(plan.timeout_ns) * (plan.frames + 1.0);
    return static_cast<int64_t>(plan.timeout_ns < 0 ? longest_ns : std::min(start_ns + frames_ns, longest_ns));
}

bool is_without_bandwidth(const Stop &stop)
{
    return stop.error && v4lxx_error_get_code(stop.error.get()) == V4LXX_CODE_USB_BANDWIDTH;
}

// Nothing more can be tried on it.
bool is_gone(const Stop &stop)
{
    const v4lxx_status status = stop.error ? v4lxx_error_get_status(stop.error.get()) : V4LXX_OK;
    return status == V4LXX_ERROR_DEVICE_LOST || status == V4LXX_ERROR_NOT_FOUND;
}

// Of a program that ended with a message: whether it is that somebody else uses the device.
bool is_busy(const std::string &problem)
{
    const size_t begin = problem.find("[V4LXX-E");
    if (begin == problem.npos)
        return false;
    const std::string code = problem.substr(begin + 1, problem.find(']', begin) - begin - 1);
    return v4lxx_code_get_status(v4lxx_code_find(code.c_str())) == V4LXX_ERROR_BUSY;
}

}  // namespace

void StressPhase::round(const std::function<void()> &work)
{
    stop_if_interrupted();
    const int64_t began_ns = monotonic_ns();
    work();
    longest_ns = std::max(longest_ns, monotonic_ns() - began_ns);
    ++rounds;
}

Frame StressTest::next(Camera &camera, StressPhase &phase)
{
    Frame frame = camera.next_before_end(plan_.timeout_ns);
    ++phase.frames;
    return frame;
}

void StressTest::warm_up()
{
    StressPhase none("");
    Camera camera(device_, Wish());
    const CancelsOnSignal cancels(camera.stream());
    camera.start();
    next(camera, none);
    camera.stop();
}

void StressTest::open_close(StressPhase &phase)
{
    for (uint32_t number = 0; number < plan_.rounds; ++number)
        phase.round([&] { open_device(create_context(), device_.c_str()); });
}

void StressTest::start_stop(StressPhase &phase)
{
    Camera camera(device_, Wish());
    const CancelsOnSignal cancels(camera.stream());
    for (uint32_t number = 0; number < plan_.rounds; ++number)
        phase.round([&] {
            camera.start();
            next(camera, phase);
            camera.stop();
        });
}

void StressTest::try_mode(StressPhase &phase, const ModeWish &mode)
{
    Wish wish;
    wish.mode = mode;
    Camera camera(device_, wish);
    const CancelsOnSignal cancels(camera.stream());
    camera.start();
    next(camera, phase);
    camera.stop();
    if (const std::string note = camera.difference_note(); !note.empty())
        phase.findings.push_back(note.substr(note.find(' ') + 1));  // without "note: "
}

void StressTest::change_modes(StressPhase &phase)
{
    for (const ModeWish &mode : some_of(all_modes(device_), plan_.modes)) {
        try {
            phase.round([&] { try_mode(phase, mode); });
        } catch (const Stop &stop) {
            if (interrupted_by() != 0 || is_gone(stop))
                throw;
            if (is_without_bandwidth(stop))
                ++phase.refused;
            else
                phase.findings.push_back(mode_word(mode.outputs[0], mode.wish.width, mode.wish.height, 0) + ": " +
                                         stop.message);
        }
    }
}

void StressTest::consume_slowly(StressPhase &phase, Camera &camera, v4lxx_flow flow)
{
    const CancelsOnSignal cancels(camera.stream());
    camera.start();
    const int64_t work_ns = slow_work_ns(slow_intervals, rate_value(camera.rate().nominal));
    uint64_t last_number = 0;
    for (uint32_t number = 0; number < plan_.frames; ++number) {
        const Frame frame = next(camera, phase);
        const v4lxx_frame_info info = read_frame_info(frame);
        if (number > 0 && info.number <= last_number)
            phase.findings.push_back(std::string(flow_word(flow)) + ": frame " + std::to_string(info.number) +
                                     " came after frame " + std::to_string(last_number));
        last_number = info.number;
        if (!has_virtual_clock(device_))
            pause_until(monotonic_ns() + work_ns);
    }
    const v4lxx_stream_account account = camera.account();
    const std::string problem = unaccounted_words(account, last_number);
    if (!problem.empty())
        phase.findings.push_back(std::string(flow_word(flow)) + ": " + problem);
    if (account.held != 0)
        phase.findings.push_back(std::string(flow_word(flow)) + ": " + std::to_string(account.held) + " frames are still held");
    camera.stop();
}

void StressTest::consume_slowly(StressPhase &phase)
{
    Camera camera(device_, Wish());
    for (const v4lxx_flow flow : all_flows) {
        FlowWish wish;
        wish.flow = flow;
        camera.renew_stream(wish);
        phase.round([&] { consume_slowly(phase, camera, flow); });
    }
}

// One of them can have the device, or one after the other; the others have to be told that it is in use.
void StressTest::compete(StressPhase &phase)
{
    const std::string timeout = plan_.timeout_ns < 0 ? "0" : fixed(static_cast<double>(plan_.timeout_ns) / 1e9, 9);
    const std::vector<std::string> words = {"capture", "-n", std::to_string(plan_.frames), "--timeout", timeout, "--", device_};
    std::vector<std::unique_ptr<ChildProgram>> programs;
    for (uint64_t number = 0; number < plan_.processes; ++number)
        programs.push_back(std::make_unique<ChildProgram>(words));
    const int64_t end_ns = monotonic_ns() + phase_patience_ns(plan_);
    uint64_t good = 0;
    for (const auto &program : programs) {
        while (!program->has_ended() && monotonic_ns() < end_ns)
            pause_until(monotonic_ns() + between_checks_ns);
        ++phase.rounds;
        const std::string problem = program->has_ended() ? program->problem() : "";
        if (!program->has_ended())
            phase.findings.push_back("a process does not end");
        else if (program->exit_code() == exit_code::ok)
            ++good;
        else if (is_busy(problem))
            ++phase.refused;
        else
            phase.findings.push_back("a process ended with exit code " + std::to_string(program->exit_code()) + ": " +
                                     first_line(problem));
    }
    phase.frames += good * plan_.frames;
    if (good == 0)
        phase.findings.emplace_back("no process could use the device");
    warm_up();  // the device is to be usable again
}

}  // namespace v4lxx::cli
