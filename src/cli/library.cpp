#include "cli/library.hpp"
#include "cli/standard_streams.hpp"
#include "cli/words.hpp"

#include <cstdio>
#include <string>

namespace v4lxx::cli {

v4lxx_error **Details::out()
{
    v4lxx_error_free(error_);
    error_ = nullptr;
    return &error_;
}

Stop Details::failure(v4lxx_status status)
{
    std::shared_ptr<v4lxx_error> error(error_, ErrorFree());
    error_ = nullptr;
    // Without details there was no memory for them; the status still says what happened.
    Stop stop(exit_code::failure, error ? v4lxx_error_get_message(error.get()) : v4lxx_status_get_meaning(status));
    stop.error = std::move(error);
    return stop;
}

v4lxx_status Details::check(v4lxx_status status)
{
    if (status < 0)
        throw failure(status);
    return status;
}

static bool shows_log = false;

void show_log() { shows_log = true; }
bool log_is_shown() { return shows_log; }

// One line each. The details of a failure follow with the failure itself.
static void print_record(const v4lxx_log_record *record, void *)
{
    const std::string message = v4lxx_log_record_get_message(record);
    print_problem(std::string(v4lxx_log_level_get_name(v4lxx_log_record_get_level(record))) + ": " +
                  message.substr(0, message.find('\n')));
}

Context create_context()
{
    Details details;
    v4lxx_context *context = nullptr;
    details.check(v4lxx_context_create(nullptr, &context, details.out()));
    Context created(context);
    if (shows_log)
        details.check(v4lxx_context_set_log(context, V4LXX_LOG_DEBUG, print_record, nullptr, nullptr, details.out()));
    return created;
}

Device open_device(const Context &context, const char *name)
{
    Details details;
    v4lxx_device *device = nullptr;
    details.check(v4lxx_device_open(context.get(), name, nullptr, &device, details.out()));
    return Device(device);
}

DeviceList list_devices(const Context &context, uint32_t flags)
{
    Details details;
    v4lxx_device_list *list = nullptr;
    details.check(v4lxx_context_list_devices(context.get(), flags, &list, details.out()));
    return DeviceList(list);
}

void write_error_json(JsonWriter &json, const v4lxx_error *error)
{
    const v4lxx_code code = v4lxx_error_get_code(error);
    json.begin_object();
    json.key("status").string(v4lxx_status_get_name(v4lxx_error_get_status(error)));
    json.key("code").string(code_word(code));
    json.key("name").string(v4lxx_code_get_name(code));
    json.key("message").string(v4lxx_error_get_message(error));
    json.key("operation").string(v4lxx_error_get_operation(error));
    json.key("device").string(v4lxx_error_get_device(error));
    json.key("asked").string(v4lxx_error_get_asked(error));
    json.key("answer").string(v4lxx_error_get_answer(error));
    json.key("cause").string(v4lxx_error_get_cause(error));
    json.key("cause_checked").boolean(v4lxx_error_is_cause_checked(error) != 0);
    json.key("advice").string(v4lxx_error_get_advice(error));
    json.key("field").string(v4lxx_error_get_field(error));
    json.key("request").string(v4lxx_error_get_request(error));
    json.key("errno").signed_number(v4lxx_error_get_errno(error));
    json.end_object();
}

void write_problem_json(JsonWriter &json, const std::optional<Stop> &problem)
{
    json.key("message");
    problem ? json.string(problem->message) : json.null();
    json.key("error");
    if (problem && problem->error)
        write_error_json(json, problem->error.get());
    else
        json.null();
}

}  // namespace v4lxx::cli
