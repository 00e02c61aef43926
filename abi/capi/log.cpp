#include "guard.hpp"
#include "handle.hpp"
#include "teller.hpp"
#include "user_data.hpp"

namespace v4lxx::capi {

namespace {

class CallbackLog final : public LogSink {
public:
    CallbackLog(v4lxx_log_fn fn, UserData user_data) : fn_(fn), user_data_(std::move(user_data)) {}
    void take(const LogRecord &record) override { fn_(reinterpret_cast<const v4lxx_log_record *>(&record), user_data_.get()); }

private:
    v4lxx_log_fn fn_;
    UserData user_data_;
};

}  // namespace

void Teller::tell(v4lxx_status status, const v4lxx_error *error) const noexcept
{
    if (device_)
        device_->tell_lost();
    const LogLevel level = status == V4LXX_ERROR_DRIVER_BUG ? LogLevel::warning : LogLevel::debug;
    if (status >= 0 || !context_->log().wants(level))
        return;
    const auto code = static_cast<Code>(v4lxx_error_get_code(error));
    const auto message = [&] { return std::string(v4lxx_error_get_message(error)); };
    try {
        context_->log().say(level, LogTopic::operation_failed,
                            device_ ? device_->subject() : LogSubject(v4lxx_error_get_device(error)), message, code);
    } catch (...) {
        return;  // no memory for the name: the caller hears of the failure all the same
    }
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

v4lxx_status v4lxx_context_set_log(v4lxx_context *context, v4lxx_log_level level, v4lxx_log_fn fn, void *user_data,
                                   v4lxx_destroy_fn destroy, v4lxx_error **error)
{
    UserData data(user_data, destroy);
    return guard(context, error, [&]() -> v4lxx_status {
        V4LXX_NEED(context);
        if (level > V4LXX_LOG_DEBUG)
            return fail(error, argument_failure(Code::unknown_value, "level", "there is no such level"));
        std::shared_ptr<LogSink> sink;
        if (fn != nullptr)
            sink = std::make_shared<CallbackLog>(fn, std::move(data));
        object(context)->log().set_sink(static_cast<LogLevel>(level), std::move(sink));
        return V4LXX_OK;
    });
}

uint64_t v4lxx_context_get_log_left_out(const v4lxx_context *context)
{
    return context == nullptr ? 0 : object(context)->log().left_out();
}

v4lxx_log_level v4lxx_log_record_get_level(const v4lxx_log_record *record)
{
    return record == nullptr ? uint32_t{V4LXX_LOG_NONE} : static_cast<v4lxx_log_level>(object(record)->level);
}

v4lxx_log_topic v4lxx_log_record_get_topic(const v4lxx_log_record *record)
{
    return record == nullptr ? 0 : static_cast<v4lxx_log_topic>(object(record)->topic);
}

v4lxx_code v4lxx_log_record_get_code(const v4lxx_log_record *record)
{
    return record == nullptr ? 0 : static_cast<v4lxx_code>(object(record)->code);
}

uint64_t v4lxx_log_record_get_left_out(const v4lxx_log_record *record)
{
    return record == nullptr ? 0 : object(record)->left_out;
}

const char *v4lxx_log_record_get_device(const v4lxx_log_record *record)
{
    return record == nullptr ? "" : object(record)->device.c_str();
}

const char *v4lxx_log_record_get_message(const v4lxx_log_record *record)
{
    return record == nullptr ? "" : object(record)->message.c_str();
}

const char *v4lxx_log_level_get_name(v4lxx_log_level level)
{
    switch (level) {
    case V4LXX_LOG_ERROR: return "error";
    case V4LXX_LOG_WARNING: return "warning";
    case V4LXX_LOG_INFO: return "info";
    case V4LXX_LOG_DEBUG: return "debug";
    default: return "";
    }
}

}  // extern "C"
