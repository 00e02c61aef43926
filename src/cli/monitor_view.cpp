#include "cli/monitor_view.hpp"

#include "cli/standard_streams.hpp"
#include "cli/text_table.hpp"
#include "cli/words.hpp"

#include <algorithm>
#include <sys/ioctl.h>
#include <unistd.h>

namespace v4lxx::cli {

namespace {

constexpr size_t usual_width = 80;
constexpr size_t least_name_width = 12;
constexpr const char *rest_erased = "\x1b[K\n";

const char *state_word(CameraState state)
{
    return state == CameraState::running ? "running" : state == CameraState::ended ? "ended" : "failed";
}

// A line that wraps would be two, and the next table would be drawn over the wrong place.
size_t terminal_width()
{
    struct winsize size = {};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : usual_width;
}

// Up to so many characters; one that is cut off is not left half.
std::string cut(std::string text, size_t width)
{
    if (text.size() > width) {
        while (width > 0 && (text[width] & 0xc0) == 0x80)
            --width;
        text.resize(width);
    }
    return text;
}

std::string state_words(const MonitoredCamera &camera)
{
    const auto &problem = camera.problem();
    return problem ? first_line(problem->message) : state_word(camera.state());
}

}  // namespace

std::string monitor_line_as_json(const MonitoredCamera &camera, const CameraLook &look, double seconds)
{
    JsonWriter json(JsonLayout::one_line);
    json.begin_object().key("seconds").decimal(seconds, 3);
    json.key("device").string(camera.camera().name());
    json.key("state").string(state_word(look.state));
    json.key("new_frames").number(look.new_frames);
    json.key("rate").rate(look.rate);
    json.key("nominal_rate").rate(look.nominal_rate);
    json.key("lost").number(lost_frames(look.account));
    json.key("age_ns");
    look.age_ns ? json.signed_number(*look.age_ns) : json.null();
    json.key("interval");
    write_quantiles_json(json, look.interval);
    json.key("delivery");
    write_quantiles_json(json, look.delivery);
    write_account_json(json, look.account);
    write_problem_json(json, camera.problem());
    return json.end_object().take();
}

// The names of the cameras have so many characters at most.
std::vector<std::string> MonitorTable::lines(const std::vector<const MonitoredCamera *> &cameras,
                                             const std::vector<CameraLook> &looks, double seconds, size_t name_width)
{
    TextTable table(1);
    table.add(
        {"after " + fixed(seconds, 0) + " s", "frames", "rate", "lost", "skipped", "delivery", "p99", "age", "", "state"});
    for (size_t index = 0; index < cameras.size(); ++index) {
        const CameraLook &look = looks[index];
        const auto time = [&](int64_t ns) { return look.delivery.count > 0 ? milliseconds_word(ns) : "-"; };
        table.add({cut(cameras[index]->camera().name(), name_width), std::to_string(look.account.delivered),
                   look.rate > 0 ? fixed(look.rate, 2) : "-", std::to_string(lost_frames(look.account)),
                   std::to_string(look.account.policy_dropped), time(look.delivery.p50_ns), time(look.delivery.p99_ns),
                   look.age_ns ? fixed(static_cast<double>(*look.age_ns) / 1e6, 0) : "-", "", state_words(*cameras[index])});
    }
    return table.lines();
}

void MonitorTable::draw(const std::vector<const MonitoredCamera *> &cameras, const std::vector<CameraLook> &looks,
                        double seconds)
{
    const size_t width = terminal_width();
    size_t longest_name = least_name_width;
    for (const MonitoredCamera *camera : cameras)
        longest_name = std::max(longest_name, camera->camera().name().size());
    std::vector<std::string> drawn = lines(cameras, looks, seconds, longest_name);
    size_t longest_line = 0;
    for (const std::string &line : drawn)
        longest_line = std::max(longest_line, line.size());
    // Numbers are what a monitor is for: names give way first.
    if (longest_line > width)
        drawn = lines(cameras, looks, seconds,
                      std::max(least_name_width, longest_name - std::min(longest_name, longest_line - width)));
    std::string text = drawn_lines_ > 0 ? "\x1b[" + std::to_string(drawn_lines_) + "A" : "";
    for (const std::string &line : drawn)
        text += cut(line, width) + rest_erased;
    drawn_lines_ = drawn.size();
    print(stdout, text);
}

}  // namespace v4lxx::cli
