#include "cli/bench_report.hpp"

#include "cli/text_table.hpp"
#include "cli/words.hpp"

namespace v4lxx::cli {

namespace {

std::string counts_table(const BenchReport &report)
{
    TextTable table(2);
    table.add(
        {"consumer", "flow", "frames", "per second", "lost", "skipped", "starved", "calls/frame", "CPU us/frame", "copies"});
    for (const BenchRun &run : report.runs) {
        const v4lxx_stream_account &account = run.counts.account();
        const auto calls = run.counts.system_calls_per_frame();
        table.add({run.consumer(), run.flow_name(), std::to_string(run.counts.frames()), fixed(run.counts.rate(), 2),
                   std::to_string(lost_frames(account)), std::to_string(account.policy_dropped),
                   std::to_string(account.starved), calls ? fixed(*calls, 2) : "-",
                   report.virtual_clock ? "-" : fixed(static_cast<double>(run.cpu_ns_per_frame) / 1e3, 1),
                   std::to_string(account.copies)});
    }
    return table.text();
}

void add_times(std::vector<std::string> &row, const Times &times)
{
    const Quantiles found = times.quantiles();
    for (const int64_t ns : {found.p50_ns, found.p90_ns, found.p99_ns, found.most_ns})
        row.push_back(times.empty() ? "-" : milliseconds_word(ns));
}

std::string times_table(const BenchReport &report)
{
    TextTable table(2);
    table.add({"ms", "", "interval", "", "", "", "delivery", "", "", "", "age", "", "", ""});
    table.add({"consumer", "flow", "p50", "p90", "p99", "max", "p50", "p90", "p99", "max", "p50", "p90", "p99", "max"});
    for (const BenchRun &run : report.runs) {
        std::vector<std::string> row = {run.consumer(), run.flow_name()};
        for (const Times *times : {&run.interval, &run.delivery, &run.age})
            add_times(row, *times);
        table.add(std::move(row));
    }
    return table.text();
}

std::string plan_words(const BenchReport &report)
{
    const BenchLimits &limits = report.limits;
    std::string text = limits.frames != 0 ? std::to_string(limits.frames) + " frames"
                                          : short_decimal(static_cast<double>(limits.duration_ns) / 1e9) + " s";
    text += " with each flow; a prompt consumer releases a frame at once";
    if (report.virtual_clock)
        return text + "\nclock:         virtual. It stands still while a program works: no slow consumer, no CPU time, no age";
    return text + ", a slow one takes " + short_decimal(report.slow_consumer_intervals) + " intervals for it";
}

std::string troubles(const BenchReport &report)
{
    std::string text;
    for (const BenchRun &run : report.runs) {
        const std::string words = trouble_words(run.counts.account(), run.counts.statistics());
        if (!words.empty())
            text += std::string("  ") + run.consumer() + " " + run.flow_name() + ": " + words + "\n";
    }
    return text.empty() ? "" : "\nof the account, what is not 0:\n" + text;
}

void write_times_json(JsonWriter &json, const char *name, const Times &times)
{
    json.key(name);
    write_quantiles_json(json, times.quantiles());
}

void write_run_json(JsonWriter &json, const BenchRun &run, bool virtual_clock)
{
    json.begin_object();
    write_flow_json(json, run.flow);
    json.key("consumer").string(run.consumer());
    json.key("work_ns").signed_number(run.work_ns);
    json.key("frames").number(run.counts.frames());
    json.key("seconds").decimal(run.counts.seconds(), 6);
    json.key("rate").rate(run.counts.rate());
    run.counts.write_rate_json(json);
    json.key("lost").number(lost_frames(run.counts.account()));
    write_times_json(json, "interval", run.interval);
    write_times_json(json, "delivery", run.delivery);
    write_times_json(json, "age", run.age);
    json.key("cpu_ns_per_frame");
    virtual_clock ? json.null() : json.signed_number(run.cpu_ns_per_frame);
    json.key("system_calls_per_frame");
    const auto calls = run.counts.system_calls_per_frame();
    calls ? json.decimal(*calls, 3) : json.null();
    write_account_json(json, run.counts.account());
    write_odd_stamps_json(json, run.counts.statistics());
    json.end_object();
}

}  // namespace

std::string BenchReport::as_text(const Camera &camera) const
{
    std::string text = std::string("camera:        \"") + camera.card() + "\" (" + camera.name() + ")";
    text += "\nrun:           " + plan_words(*this) + "\n";
    if (runs.empty())
        return text;
    const BenchRun &first = runs.front();
    text += "mode:          " + camera.granted_words() + "\nrate:          " + first.counts.rate_words() + "\n\n";
    text += counts_table(*this) + "\n" + times_table(*this);
    const std::string which = std::string(" (") + first.consumer() + ", " + first.flow_name() + "):\n";
    text += "\nintervals" + which + first.interval.bars() + "deliveries" + which + first.delivery.bars();
    return text + troubles(*this);
}

std::string BenchReport::as_json(const Camera &camera) const
{
    JsonWriter json;
    json.begin_object();
    camera.write_json(json);
    json.key("virtual_clock").boolean(virtual_clock);
    json.key("frames_each").number_or_null(limits.frames != 0 ? std::optional(limits.frames) : std::nullopt);
    json.key("seconds_each");
    limits.frames == 0 ? json.decimal(static_cast<double>(limits.duration_ns) / 1e9, 3) : json.null();
    json.key("slow_intervals");
    virtual_clock ? json.null() : json.decimal(slow_consumer_intervals, 3);
    json.key("runs").begin_array();
    for (const BenchRun &run : runs)
        write_run_json(json, run, virtual_clock);
    json.end_array();
    write_problem_json(json, problem);
    return json.end_object().take();
}

}  // namespace v4lxx::cli
