// A control of any device, simulated or real, through the public API.
#pragma once

#include "support/check.hpp"

#include <string>

namespace v4lxx::test {

// Released when it goes out of scope.
class Control {
public:
    Control(v4lxx_device *device, const char *name);  // fails the test if it is not found
    template <class Camera>
    Control(Camera &camera, const char *name) : Control(camera.device(), name)
    {
    }
    Control(const Control &) = delete;
    Control &operator=(const Control &) = delete;
    ~Control() { v4lxx_control_unref(control_); }

    v4lxx_control *get() const { return control_; }
    int64_t read() const;
    void set(int64_t value) const;  // reads it back
    // The message of a set that is refused with that code.
    std::string refused(int64_t value, v4lxx_code code) const;
    std::string text() const;
    void set_text(const char *text) const;  // reads it back
    std::string refused_text(const char *text, v4lxx_code code) const;

private:
    std::string checked_refusal(v4lxx_status status, v4lxx_error *error, v4lxx_code code) const;

    v4lxx_device *device_;
    v4lxx_control *control_ = nullptr;
};

void assert_says(const std::string &message, const std::string &words);
// The message of a name that is not found or fits several.
std::string not_found(v4lxx_device *device, const char *wanted, v4lxx_code code);

}  // namespace v4lxx::test
