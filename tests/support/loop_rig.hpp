// Several simulated cameras in the loop of one context, each with a callback that counts.
#pragma once

#include "support/camera.hpp"
#include "support/context.hpp"

namespace v4lxx::test {

// What dispatch and dequeue answer, without the details.
inline v4lxx_status dispatch(v4lxx_context *context, int64_t timeout_ns, uint32_t budget = 0, v4lxx_code *code = nullptr)
{
    v4lxx_error *error = nullptr;
    const v4lxx_status status = v4lxx_context_dispatch(context, timeout_ns, budget, &error);
    if (code != nullptr)
        *code = v4lxx_error_get_code(error);
    v4lxx_error_free(error);
    return status;
}

class LoopRig {
public:
    LoopRig() = default;
    // Numbers count from 0 and are the tags.
    Camera &add(const std::string &name, bool with_callback = true, uint32_t buffers = 4, uint32_t flags = 0)
    {
        const size_t number = members_.size();
        members_.push_back(std::make_unique<Member>(context_.get(), name + ",id=" + std::to_string(number), buffers, flags));
        Member &member = *members_.back();
        if (with_callback)
            ASSERT_OK(v4lxx_stream_set_frame_callback(member.camera.stream(), count, &member, nullptr, &error));
        ASSERT_OK(v4lxx_context_add_stream(context_.get(), member.camera.stream(), number, &error));
        return member.camera;
    }
    void start_all()
    {
        for (const auto &member : members_)
            member->camera.start();
    }
    v4lxx_context *context() { return context_.get(); }
    Camera &camera(size_t number) { return members_[number]->camera; }
    size_t size() const { return members_.size(); }
    uint64_t frames(size_t number) const { return members_[number]->frames.load(); }
    uint64_t frames() const
    {
        uint64_t sum = 0;
        for (const auto &member : members_)
            sum += member->frames.load();
        return sum;
    }

private:
    struct Member {
        Member(v4lxx_context *context, const std::string &name, uint32_t buffers, uint32_t flags)
            : camera(context, name, buffers, flags)
        {
        }
        Camera camera;
        std::atomic<uint64_t> frames{0};
    };
    static void count(v4lxx_stream *, v4lxx_frame *, void *member) { static_cast<Member *>(member)->frames++; }

    Context context_;
    std::vector<std::unique_ptr<Member>> members_;
};

}  // namespace v4lxx::test
