// `v4lxx stress`: whether a device, its driver and this library bear what programs do to them, and leave nothing behind.
#include "cli/commands.hpp"
#include "cli/interruption.hpp"
#include "cli/pace.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/stress_report.hpp"

namespace v4lxx::cli {

namespace {

struct PhaseStep {
    const char *name;
    void (StressTest::*run)(StressPhase &);
};

constexpr PhaseStep phase_steps[] = {
    {"open_close", &StressTest::open_close}, {"start_stop", &StressTest::start_stop},
    {"modes", &StressTest::change_modes},    {"slow_consumer", &StressTest::consume_slowly},
    {"processes", &StressTest::compete},
};

StressPlan read_plan(const Arguments &arguments)
{
    StressPlan plan;
    plan.rounds = arguments.count32_from_1("rounds").value_or(plan.rounds);
    plan.frames = arguments.count32_from_1("frames").value_or(plan.frames);
    plan.modes = arguments.count32_from_1("modes").value_or(plan.modes);
    plan.processes = arguments.count("processes").value_or(plan.processes);
    if (plan.processes > 1000)
        throw arguments.wrong("--processes: 1000 at most");
    plan.timeout_ns = read_timeout_ns(arguments);
    return plan;
}

// A failure is a finding of the phase it ends. Whatever happened, nothing may be left behind.
void run_phase(StressTest &test, const PhaseStep &step, StressReport &report)
{
    StressPhase &phase = report.phases.emplace_back(step.name);
    const int64_t began_ns = monotonic_ns();
    try {
        (test.*step.run)(phase);
    } catch (const Stop &stop) {
        if (interrupted_by() != 0)
            report.problem = stop;
        else
            phase.findings.push_back(stop.message);
    }
    phase.duration_ns = monotonic_ns() - began_ns;
    const ProcessState before = report.after;
    report.after = read_process_state();
    for (const std::string &change : process_state_changes(before, report.after))
        phase.findings.push_back("left behind: " + change);
}

int run_stress(const Arguments &arguments)
{
    const StressPlan plan = read_plan(arguments);
    catch_interrupts();
    StressReport report;
    report.device = arguments.operands()[0];
    StressTest test(report.device, plan);
    test.warm_up();
    report.before = report.after = read_process_state();
    for (const PhaseStep &step : phase_steps) {
        const bool is_wanted = plan.processes > 0 || step.run != &StressTest::compete;
        if (is_wanted && !report.problem)
            run_phase(test, step, report);
    }
    print(stdout, arguments.has("json") ? report.as_json() : report.as_text());
    if (report.problem) {
        print_problem(report.problem->message);
        return report.problem->exit_code;
    }
    return report.findings() == 0 ? exit_code::ok : exit_code::failure;
}

}  // namespace

const CommandSpec stress_command = {
    "stress",
    "DEV",
    1,
    1,
    "find out what a device and its driver do not bear",
    {
        {"rounds", 0, "N", "how often it is opened and closed, and started and stopped (20)"},
        {"frames", 'n', "N", "frames of each round of a slow consumer, and of each process (10)"},
        {"modes", 0, "N", "formats and sizes that are tried at most (40)"},
        {"processes", 0, "N", "that compete for the device (4; 0: none)"},
        timeout_option,
        json_option,
    },
    "One phase after the other:\n"
    "  open_close     opens the device and closes it\n"
    "  start_stop     starts it, takes a frame, stops it\n"
    "  modes          the same with every format and size it offers, or as many as are wanted, evenly chosen\n"
    "  slow_consumer  with each flow, a consumer that takes 2.5 intervals for a frame: order and account of the frames\n"
    "  processes      several `v4lxx capture` at once: one gets frames, the others are told that it is in use; then one more\n\n"
    "After each of them this process must have as many descriptors, shared mappings and threads as before. What is wrong is\n"
    "a finding, and the exit code is 1 if there is one. Refused is what a device may refuse: a mode for which the USB\n"
    "bandwidth is not there, and a second program. The mode of the device is another one afterwards.\n",
    "  v4lxx stress /dev/video0\n"
    "  v4lxx stress /dev/video0 --rounds 500 --processes 8 --json\n"
    "  v4lxx stress sim:camera --frames 5\n",
    run_stress,
};

}  // namespace v4lxx::cli
