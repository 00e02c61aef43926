#include "support/control.hpp"

#include <vector>

namespace v4lxx::test {

Control::Control(v4lxx_device *device, const char *name) : device_(device)
{
    ASSERT_OK(v4lxx_device_find_control(device_, name, &control_, &error));
}

int64_t Control::read() const
{
    int64_t value = INT64_MIN;
    ASSERT_OK(v4lxx_device_read_control_i64(device_, control_, &value, &error));
    return value;
}

void Control::set(int64_t value) const
{
    int64_t applied = INT64_MIN;
    ASSERT_OK(v4lxx_device_set_control_i64(device_, control_, value, &applied, &error));
    assert_int_equal(applied, value);
    assert_int_equal(read(), value);
}

std::string Control::checked_refusal(v4lxx_status status, v4lxx_error *error, v4lxx_code code) const
{
    const std::string message = v4lxx_error_get_message(error);
    if (status >= 0 || v4lxx_error_get_code(error) != code)
        fail_msg("wanted %s, got %s", v4lxx_code_get_name(code), message.c_str());
    assert_int_equal(status, v4lxx_code_get_status(code));
    assert_string_equal(v4lxx_error_get_field(error), v4lxx_control_get_short_name(control_));
    v4lxx_error_free(error);
    return message;
}

std::string Control::refused(int64_t value, v4lxx_code code) const
{
    v4lxx_error *error = nullptr;
    const v4lxx_status status = v4lxx_device_set_control_i64(device_, control_, value, nullptr, &error);
    return checked_refusal(status, error, code);
}

std::string Control::text() const
{
    std::vector<char> room(static_cast<size_t>(v4lxx_control_get_maximum(control_)) + 1);
    ASSERT_OK(v4lxx_device_read_control_string(device_, control_, room.data(), static_cast<uint32_t>(room.size()), &error));
    return room.data();
}

void Control::set_text(const char *text) const
{
    ASSERT_OK(v4lxx_device_set_control_string(device_, control_, text, &error));
    assert_string_equal(this->text().c_str(), text);
}

std::string Control::refused_text(const char *text, v4lxx_code code) const
{
    v4lxx_error *error = nullptr;
    const v4lxx_status status = v4lxx_device_set_control_string(device_, control_, text, &error);
    return checked_refusal(status, error, code);
}

void assert_says(const std::string &message, const std::string &words)
{
    if (message.find(words) == std::string::npos)
        fail_msg("\"%s\" is not in: %s", words.c_str(), message.c_str());
}

std::string not_found(v4lxx_device *device, const char *wanted, v4lxx_code code)
{
    v4lxx_control *control = nullptr;
    v4lxx_error *error = nullptr;
    v4lxx_device_find_control(device, wanted, &control, &error);
    const std::string message = v4lxx_error_get_message(error);
    assert_null(control);
    if (v4lxx_error_get_code(error) != code)
        fail_msg("%s: wanted %s, got %s", wanted, v4lxx_code_get_name(code), message.c_str());
    v4lxx_error_free(error);
    return message;
}

}  // namespace v4lxx::test
