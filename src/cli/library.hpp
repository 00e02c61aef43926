// The library's handles, released by themselves, and its failures as Stop or as JSON.
#pragma once

#include "cli/json_writer.hpp"
#include "cli/stop.hpp"

#include <memory>
#include <optional>

#include <v4lxx/v4lxx.h>

namespace v4lxx::cli {

template <auto release>
struct Releases {
    template <typename T>
    void operator()(T *object) const
    {
        release(object);
    }
};

using Context = std::unique_ptr<v4lxx_context, Releases<v4lxx_context_unref>>;
using DeviceList = std::unique_ptr<v4lxx_device_list, Releases<v4lxx_device_list_unref>>;
using Device = std::unique_ptr<v4lxx_device, Releases<v4lxx_device_unref>>;
using FormatList = std::unique_ptr<v4lxx_format_list, Releases<v4lxx_format_list_unref>>;
using SizeList = std::unique_ptr<v4lxx_size_list, Releases<v4lxx_size_list_unref>>;
using IntervalList = std::unique_ptr<v4lxx_interval_list, Releases<v4lxx_interval_list_unref>>;
using InputList = std::unique_ptr<v4lxx_input_list, Releases<v4lxx_input_list_unref>>;
using StandardList = std::unique_ptr<v4lxx_standard_list, Releases<v4lxx_standard_list_unref>>;
using TimingsList = std::unique_ptr<v4lxx_timings_list, Releases<v4lxx_timings_list_unref>>;
using Control = std::unique_ptr<v4lxx_control, Releases<v4lxx_control_unref>>;
using ControlList = std::unique_ptr<v4lxx_control_list, Releases<v4lxx_control_list_unref>>;
using ModeList = std::unique_ptr<v4lxx_mode_list, Releases<v4lxx_mode_list_unref>>;
using Stream = std::unique_ptr<v4lxx_stream, Releases<v4lxx_stream_unref>>;
using Frame = std::unique_ptr<v4lxx_frame, Releases<v4lxx_frame_unref>>;
using Bytes = std::unique_ptr<v4lxx_bytes, Releases<v4lxx_bytes_unref>>;

// The last parameter of every call that can fail.
class Details {
public:
    Details() = default;
    Details(const Details &) = delete;
    Details &operator=(const Details &) = delete;
    ~Details() { v4lxx_error_free(error_); }

    v4lxx_error **out();
    // 0 if the last call did not fail.
    v4lxx_code code() const { return error_ == nullptr ? 0 : v4lxx_error_get_code(error_); }
    // What the last call reported, to be thrown. Takes the error out.
    Stop failure(v4lxx_status status);
    // Throws that for a negative status; hands the others back.
    v4lxx_status check(v4lxx_status status);

private:
    v4lxx_error *error_ = nullptr;
};

// From now on contexts tell on standard error what the library does: --verbose.
void show_log();
bool log_is_shown();
Context create_context();
Device open_device(const Context &context, const char *name);
DeviceList list_devices(const Context &context, uint32_t flags);

// One error, field by field, as an object.
void write_error_json(JsonWriter &json, const v4lxx_error *error);
// The keys message and error, both null without a problem.
void write_problem_json(JsonWriter &json, const std::optional<Stop> &problem);

}  // namespace v4lxx::cli
