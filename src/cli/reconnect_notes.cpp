#include "cli/reconnect_notes.hpp"

#include "cli/standard_streams.hpp"

#include <string>

namespace v4lxx::cli {

static void print_note(const v4lxx_log_record *record, void *)
{
    const v4lxx_log_topic topic = v4lxx_log_record_get_topic(record);
    const v4lxx_code code = v4lxx_log_record_get_code(record);
    const bool is_of_interest = topic == V4LXX_LOG_DEVICE_LOST || topic == V4LXX_LOG_DEVICE_BACK ||
                                topic == V4LXX_LOG_USB_RESET || code == V4LXX_CODE_USB_RESET_FAILED ||
                                code == V4LXX_CODE_OTHER_DEVICE_THERE || code == V4LXX_CODE_STREAM_STALLED;
    if (is_of_interest)
        print_problem(std::string("note: ") + v4lxx_log_record_get_message(record));
}

void note_reconnects(const Context &context)
{
    if (log_is_shown())
        return;
    Details details;
    details.check(v4lxx_context_set_log(context.get(), V4LXX_LOG_WARNING, print_note, nullptr, nullptr, details.out()));
}

}  // namespace v4lxx::cli
