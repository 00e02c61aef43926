// `v4lxx watch`: cameras that come and go, a line each, until it is stopped.
#include "cli/commands.hpp"
#include "cli/device_json.hpp"
#include "cli/interruption.hpp"
#include "cli/library.hpp"
#include "cli/pace.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/words.hpp"

#include <algorithm>
#include <cstring>
#include <ctime>

namespace v4lxx::cli {

namespace {

using Event = std::unique_ptr<v4lxx_event, Releases<v4lxx_event_unref>>;

constexpr size_t most_simulated = 64;

// What `list` shows without --all: a node that may not be opened may be a camera.
bool may_be_camera(const v4lxx_device_info *device)
{
    for (uint32_t index = 0; index < v4lxx_device_info_get_node_count(device); ++index) {
        const v4lxx_device_info *node = v4lxx_device_info_get_node(device, index);
        const bool is_video = std::strncmp(v4lxx_device_info_get_path(node), "/dev/video", 10) == 0;
        if (v4lxx_device_info_is_camera(node) != 0 || (is_video && v4lxx_device_info_get_error(node) != nullptr))
            return true;
    }
    return false;
}

const char *change_word(v4lxx_event_kind kind)
{
    switch (kind) {
    case V4LXX_EVENT_DEVICE_ADDED: return "added";
    case V4LXX_EVENT_DEVICE_REMOVED: return "removed";
    case V4LXX_EVENT_DEVICE_CHANGED: return "changed";
    default: return nullptr;
    }
}

// Now, as people (the clock on their wall) and as programs (UTC) write it.
std::string time_text(bool for_programs)
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    tm parts{};
    for_programs ? gmtime_r(&now.tv_sec, &parts) : localtime_r(&now.tv_sec, &parts);
    char text[40];
    std::strftime(text, sizeof(text), for_programs ? "%Y-%m-%dT%H:%M:%S" : "%H:%M:%S", &parts);
    const std::string ms = std::to_string(1000 + now.tv_nsec / 1'000'000);
    return std::string(text) + "." + ms.substr(1) + (for_programs ? "Z" : "");
}

std::string change_as_text(const char *word, const v4lxx_device_info *device)
{
    std::string text = time_text(false) + "  " + padded(word, 7) + "  " + v4lxx_device_info_get_path(device) + "  " +
                       v4lxx_device_info_get_card(device) + "  " + v4lxx_device_info_get_id(device);
    if (const v4lxx_error *error = v4lxx_device_info_get_error(device))
        text += "  " + first_line(v4lxx_error_get_message(error));
    return text + "\n";
}

std::string change_as_json(const char *word, const v4lxx_device_info *device, int64_t time_ns)
{
    JsonWriter json(JsonLayout::one_line);
    json.begin_object().key("time").string(time_text(true));
    json.key("monotonic_ns").signed_number(time_ns);
    json.key("change").string(word);
    write_device_json(json, device, v4lxx_device_info_get_path(device));
    write_nodes_json(json, device);
    return json.end_object().take();
}

class Watch {
public:
    explicit Watch(const Arguments &arguments)
        : all_(arguments.has("all")), as_json_(arguments.has("json")),
          most_changes_(arguments.count32_from_1("count").value_or(0)), duration_ns_(arguments.seconds("seconds").value_or(0)),
          context_(create_context())
    {
        Details details;
        for (const std::string &name : arguments.operands())
            details.check(v4lxx_context_add_simulated(context_.get(), name.c_str(), details.out()));
        const bool simulated = arguments.has("sim") || !arguments.operands().empty();
        const uint32_t flags = uint32_t{V4LXX_LISTEN_DEVICES} | (simulated ? uint32_t{V4LXX_LISTEN_SIMULATED} : 0);
        details.check(v4lxx_context_listen(context_.get(), flags, details.out()));
    }

    // Until there were so many changes, the time is over (false if there were fewer) or a signal comes (which throws Stop).
    bool run()
    {
        const CancelsOnSignal cancels(context_.get());
        const int64_t end_ns = duration_ns_ > 0 ? monotonic_ns() + duration_ns_ : INT64_MAX;
        while (most_changes_ == 0 || changes_ < most_changes_) {
            stop_if_interrupted();
            const int64_t left_ns = end_ns == INT64_MAX ? -1 : std::max<int64_t>(end_ns - monotonic_ns(), 0);
            const Event event = next(left_ns);
            if (event)
                tell(event.get());
            else if (left_ns == 0)
                return most_changes_ == 0;
        }
        return true;
    }

private:
    // Null if none came in time.
    Event next(int64_t timeout_ns)
    {
        Details details;
        v4lxx_event *event = nullptr;
        const v4lxx_status status = v4lxx_context_next_event(context_.get(), timeout_ns, &event, details.out());
        if (status < 0)
            stop_if_interrupted();  // which has cancelled the wait
        details.check(status);
        return Event(event);
    }

    void tell(const v4lxx_event *event)
    {
        Details details;
        v4lxx_event_info info = V4LXX_EVENT_INFO_INIT;
        details.check(v4lxx_event_read_info(event, &info, details.out()));
        const v4lxx_device_info *device = v4lxx_event_get_device(event);
        const char *word = change_word(info.kind);
        if (word == nullptr || device == nullptr || !(all_ || may_be_camera(device)))
            return;
        ++changes_;
        print(stdout, as_json_ ? change_as_json(word, device, info.time_ns) : change_as_text(word, device));
        if (const uint64_t missed = v4lxx_context_get_missed_events(context_.get()); missed != missed_) {
            print_problem(std::to_string(missed - missed_) +
                          " changes came while the output was not read, and are not told; what there is: v4lxx list");
            missed_ = missed;
        }
    }

    const bool all_, as_json_;
    const uint32_t most_changes_;  // 0: any number
    const int64_t duration_ns_;    // 0: for ever
    Context context_;
    uint32_t changes_ = 0;
    uint64_t missed_ = 0;
};

int run_watch(const Arguments &arguments)
{
    const bool has_end = arguments.has("count") || arguments.seconds("seconds").value_or(0) > 0;
    catch_interrupts();
    Watch watch(arguments);
    try {
        return watch.run() ? exit_code::ok : exit_code::timed_out;
    } catch (const Stop &) {
        // Without an end that was given, a signal is the end that was meant.
        if (interrupted_by() == 0 || has_end)
            throw;
    }
    return exit_code::ok;
}

}  // namespace

const CommandSpec watch_command = {
    "watch",
    "[SIM]...",
    0,
    most_simulated,
    "tell which cameras come and go",
    {
        {"count", 'n', "COUNT", "end after so many changes"},
        {"seconds", 0, "SECONDS", "end after so long (0: at Ctrl-C)"},
        {"sim", 0, nullptr, "watch the built-in simulated cameras too"},
        {"all", 0, nullptr, "every video device, not only cameras"},
        {"json", 0, nullptr, "print JSON, one line for each change"},
    },
    "A line has the time, whether the camera was added, removed or changed, the name to open, the camera, its id and, if it\n"
    "cannot be used, why. A camera with several nodes is one line. It is told of when it is ready, a tenth of a second after\n"
    "the last of its nodes has come; one that may not be opened even then is added with the reason, and changed when it may\n"
    "be. Changed is also a camera that got or lost a node. What is there at the start is not told: v4lxx list.\n\n"
    "SIM is a simulated camera, with a script that unplugs it for example. Ctrl-C is the planned end without -n and\n"
    "--seconds (exit code 0). With both, the exit code is 3 if there were fewer changes.\n",
    "  v4lxx watch\n"
    "  v4lxx watch -n 1 --seconds 30\n"
    "  v4lxx watch sim:camera,script=FILE --json\n",
    run_watch,
};

}  // namespace v4lxx::cli
