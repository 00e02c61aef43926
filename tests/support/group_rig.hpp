// Several simulated cameras in a group, through the public API.
#pragma once

#include "support/group_camera.hpp"
#include "support/loop_rig.hpp"

#include "stream/group.hpp"

#include <poll.h>

namespace v4lxx::test {

inline constexpr int64_t us = 1'000;  // the kernel's time stamps are no finer
inline constexpr const char *virtual_camera = "sim:camera,size=64x48,fps=30,pattern=cells,clock=virtual";
inline constexpr const char *real_camera = "sim:camera,size=64x48,fps=200,pattern=cells";

struct Set {
    explicit Set(v4lxx_frame_set *set) : held(set) { ASSERT_OK(v4lxx_frame_set_read_info(held, &info, &error)); }
    Set(Set &&other) noexcept : held(std::exchange(other.held, nullptr)), info(other.info) {}
    Set &operator=(Set &&) = delete;
    ~Set() { v4lxx_frame_set_unref(held); }
    v4lxx_frame_info frame(uint32_t camera) const
    {
        v4lxx_frame_info out = V4LXX_FRAME_INFO_INIT;
        ASSERT_OK(v4lxx_frame_read_info(v4lxx_frame_set_get_frame(held, camera), &out, &error));
        return out;
    }

    v4lxx_frame_set *held;
    v4lxx_frame_set_info info = V4LXX_FRAME_SET_INFO_INIT;
};

class GroupRig {
public:
    explicit GroupRig(v4lxx_group_options options = V4LXX_GROUP_OPTIONS_INIT)
    {
        ASSERT_OK(v4lxx_group_create(context_.get(), &options, &group_, &error));
    }
    ~GroupRig() { v4lxx_group_unref(group_); }
    GroupRig(const GroupRig &) = delete;
    GroupRig &operator=(const GroupRig &) = delete;

    Camera &add(const std::string &name, int64_t offset_ns = 0, uint32_t flags = 0)
    {
        cameras_.push_back(std::make_unique<Camera>(context_.get(), name + ",id=" + std::to_string(cameras_.size()), 4, flags));
        ASSERT_OK(v4lxx_group_add_stream(group_, cameras_.back()->stream(), offset_ns, &error));
        return *cameras_.back();
    }
    void start()
    {
        for (const auto &camera : cameras_)
            camera->start();
    }
    v4lxx_status try_next(int64_t timeout_ns, v4lxx_code *code = nullptr)
    {
        v4lxx_frame_set *set = nullptr;
        v4lxx_error *details = nullptr;
        const v4lxx_status status = v4lxx_group_next(group_, timeout_ns, &set, &details);
        if (code != nullptr)
            *code = v4lxx_error_get_code(details);
        v4lxx_error_free(details);
        v4lxx_frame_set_unref(set);
        return status;
    }
    Set next(int64_t timeout_ns = 5 * second)
    {
        v4lxx_frame_set *set = nullptr;
        ASSERT_OK(v4lxx_group_next(group_, timeout_ns, &set, &error));
        assert_non_null(set);
        return Set(set);
    }
    v4lxx_group_statistics statistics()
    {
        v4lxx_group_statistics out = V4LXX_GROUP_STATISTICS_INIT;
        ASSERT_OK(v4lxx_group_read_statistics(group_, &out, &error));
        return out;
    }
    v4lxx_group_camera told(uint32_t index) { return read_group_camera(group_, index); }
    v4lxx_group *group() { return group_; }
    uint64_t waits() { return reinterpret_cast<stream::Group *>(group_)->facts().waits; }
    Camera &camera(size_t index) { return *cameras_[index]; }
    void forget(size_t index) { cameras_[index].reset(); }
    v4lxx_context *context() { return context_.get(); }

private:
    Context context_;
    v4lxx_group *group_ = nullptr;
    std::vector<std::unique_ptr<Camera>> cameras_;
};

inline v4lxx_group_options with_incomplete(int64_t max_wait_ns = 0)
{
    v4lxx_group_options options = V4LXX_GROUP_OPTIONS_INIT;
    options.flags = V4LXX_GROUP_INCOMPLETE;
    options.max_wait_ns = max_wait_ns;
    return options;
}

inline bool is_readable(int fd)
{
    pollfd entry{fd, POLLIN, 0};
    return poll(&entry, 1, 0) == 1;
}

}  // namespace v4lxx::test
