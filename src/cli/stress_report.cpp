#include "cli/stress_report.hpp"

#include "cli/stream_report.hpp"
#include "cli/text_table.hpp"
#include "cli/words.hpp"

namespace v4lxx::cli {

size_t StressReport::findings() const
{
    size_t number = 0;
    for (const StressPhase &phase : phases)
        number += phase.findings.size();
    return number;
}

std::string StressReport::as_text() const
{
    TextTable table(1);
    table.add({"phase", "rounds", "frames", "refused", "longest ms", "seconds", "findings"});
    for (const StressPhase &phase : phases)
        table.add({phase.name, std::to_string(phase.rounds), std::to_string(phase.frames), std::to_string(phase.refused),
                   milliseconds_word(phase.longest_ns), fixed(static_cast<double>(phase.duration_ns) / 1e9, 2),
                   std::to_string(phase.findings.size())});
    std::string text = "device:        " + device + "\nbefore:        " + process_state_words(before) +
                       "\nafter:         " + process_state_words(after) + "\n\n" + table.text();
    for (const StressPhase &phase : phases) {
        for (const std::string &finding : phase.findings)
            text += "\n" + std::string(phase.name) + ": " + finding;
    }
    const size_t number = findings();
    return text + "\n" +
           (number == 0 ? "nothing was wrong" : std::to_string(number) + (number == 1 ? " finding" : " findings")) + "\n";
}

std::string StressReport::as_json() const
{
    JsonWriter json;
    json.begin_object().key("device").string(device);
    json.key("findings").number(findings());
    json.key("before");
    write_process_state_json(json, before);
    json.key("after");
    write_process_state_json(json, after);
    json.key("phases").begin_array();
    for (const StressPhase &phase : phases) {
        json.begin_object().key("phase").string(phase.name);
        json.key("rounds").number(phase.rounds);
        json.key("frames").number(phase.frames);
        json.key("refused").number(phase.refused);
        json.key("longest_ns").signed_number(phase.longest_ns);
        json.key("seconds").decimal(static_cast<double>(phase.duration_ns) / 1e9, 6);
        json.key("findings").begin_array();
        for (const std::string &finding : phase.findings)
            json.string(finding);
        json.end_array().end_object();
    }
    json.end_array();
    write_problem_json(json, problem);
    return json.end_object().take();
}

}  // namespace v4lxx::cli
