#include "pipeline/trial.hpp"

#include "base/text.hpp"
#include "pipeline/doctor.hpp"
#include "stream/stream.hpp"

#include <algorithm>

namespace v4lxx::pipeline {

using device::Check;
using device::Severity;

namespace {

constexpr uint32_t frames_wanted = 15;
constexpr int64_t second_ns = 1'000'000'000;
constexpr int64_t longest_ns = 5 * second_ns;
constexpr int64_t longest_wait_ns = 3 * second_ns;  // for one frame: long exposures are slower than any deadline

struct Trial {
    uint32_t frames = 0;
    int64_t waited_ns = 0;
};

// The clock of the machine bounds the whole, that of the node each wait: a simulated one may stand still.
Result<Trial> take_frames(device::Device &device, stream::Stream &stream)
{
    Trial trial;
    kernel::System &system = device.context().system();
    const int64_t deadline_ns = system.now_ns() + longest_ns;
    while (trial.frames < frames_wanted) {
        const int64_t left_ns = std::min(deadline_ns - system.now_ns(), longest_wait_ns);
        if (left_ns <= 0)
            break;
        auto next = stream.dequeue(left_ns);
        if (!next)
            return std::move(next).failure();
        trial.waited_ns = left_ns;
        if (next->kind != stream::NextKind::frame)
            break;
        trial.frames++;
    }
    return trial;
}

void judge_rate(stream::Stream &stream, device::Findings &findings)
{
    // A driver that does not tell its rate, or fails to, promises none.
    if (auto kept = stream.check_rate(); !kept && kept.failure().code == Code::rate_not_reached)
        findings.push_back(finding_of(Check::capture, kept.failure(), Severity::warning));
}

void judge_account(device::Device &device, const stream::Account &account, device::Findings &findings)
{
    const uint64_t damaged = account.corrupt.value() + account.empty_dropped.value() + account.short_frames.value();
    const uint64_t lost = account.driver_dropped.value(), errors = account.io_errors.value();
    if (damaged + lost + errors == 0)
        return;
    findings.push_back({Check::capture,
                        Severity::warning,
                        {},
                        device.info()->label(),
                        std::to_string(lost) + " frames lost by the driver, " + std::to_string(damaged) +
                            " damaged or cut short, " + std::to_string(errors) + " I/O errors, in a capture of a few frames",
                        "a bad cable or hub, too little USB bandwidth, or a machine that is too busy",
                        false,
                        "another port or cable; a smaller size or a lower rate"});
}

void judge(device::Device &device, stream::Stream &stream, const Trial &trial, device::Findings &findings)
{
    const std::string label = device.info()->label();
    if (trial.frames == 0) {
        findings.push_back(finding_of(Check::capture, no_frames(label, trial.waited_ns)));
        return;
    }
    const size_t before = findings.size();
    judge_rate(stream, findings);
    judge_account(device, stream.queue().account(), findings);
    if (findings.size() != before)
        return;
    std::string text = std::to_string(trial.frames) + " frames came, " + device::format_text(stream.format());
    if (auto rate = stream.rate(); rate && rate->measured_uhz != 0)
        text += ", at " + rate_text(rate->measured_uhz);
    findings.push_back({Check::capture, Severity::ok, {}, label, std::move(text)});
}

}  // namespace

Failure no_frames(const std::string &name, int64_t waited_ns)
{
    return device::seen_failure(Code::no_frames, name,
                                "it started streaming, and within " + std::to_string(waited_ns / second_ns) +
                                    " s no frame came");
}

void try_capture(device::Device &device, device::Findings &findings)
{
    const auto tell = [&](Failure failure) {
        findings.push_back(finding_of(Check::capture, std::move(failure).on(device.info()->label())));
    };
    auto stream = stream::Stream::create(device, {});
    if (!stream)
        return tell(std::move(stream).failure());
    if (auto started = (*stream)->start(); !started)
        return tell(std::move(started).failure());
    auto trial = take_frames(device, **stream);
    if (!trial)
        return tell(std::move(trial).failure());
    judge(device, **stream, *trial, findings);
}

}  // namespace v4lxx::pipeline
