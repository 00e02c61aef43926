// What a caller hands over together with a callback.
#pragma once

#include <v4lxx/v4lxx.h>

#include <utility>

namespace v4lxx::capi {

// Calls destroy(user_data) exactly once, whatever happens to the call that took them.
class UserData {
public:
    UserData(void *user_data, v4lxx_destroy_fn destroy) noexcept : user_data_(user_data), destroy_(destroy) {}
    UserData(UserData &&other) noexcept : user_data_(other.user_data_), destroy_(std::exchange(other.destroy_, nullptr)) {}
    UserData &operator=(UserData &&) = delete;
    ~UserData()
    {
        if (destroy_ != nullptr)
            destroy_(user_data_);
    }
    void *get() const noexcept { return user_data_; }

private:
    void *user_data_;
    v4lxx_destroy_fn destroy_;
};

}  // namespace v4lxx::capi
