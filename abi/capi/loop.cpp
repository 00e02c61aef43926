#include "answer.hpp"
#include "handle.hpp"
#include "user_data.hpp"

namespace v4lxx::capi {

namespace {

class CallbackEvents final : public stream::EventSink {
public:
    CallbackEvents(v4lxx_context *context, v4lxx_event_fn fn, UserData user_data)
        : context_(context), fn_(fn), user_data_(std::move(user_data))
    {
    }
    void take(stream::Event &event) override { fn_(context_, borrowed<v4lxx_event>(&event), user_data_.get()); }

private:
    v4lxx_context *context_;
    v4lxx_event_fn fn_;
    UserData user_data_;
};

}  // namespace

// Calls with the loop of a context, which is made if this is the first time.
template <class F>
static v4lxx_status with_loop(v4lxx_context *context, const char *operation, v4lxx_error **error, F &&call)
{
    V4LXX_NEED(context);
    auto loop = stream::Loop::of(*object(context));
    if (!loop)
        return fail(error, std::move(loop).failure().in(operation));
    return call(**loop);
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

v4lxx_status v4lxx_context_add_stream(v4lxx_context *context, v4lxx_stream *stream, uint64_t tag, v4lxx_error **error)
{
    return guard(context, error, [&]() -> v4lxx_status {
        V4LXX_NEED(stream);
        const char *operation = "add a stream to the loop";
        return with_loop(context, operation, error, [&](stream::Loop &loop) -> v4lxx_status {
            if (&object(stream)->queue().context() != object(context))
                return fail(error, argument_failure(Code::unknown_value, "stream", "it is of another context").in(operation));
            auto added = loop.add(*object(stream), tag);
            return added ? V4LXX_OK : fail(error, std::move(added).failure().in(operation));
        });
    });
}

void v4lxx_context_remove_stream(v4lxx_context *context, v4lxx_stream *stream)
{
    stream::Loop *loop = context == nullptr ? nullptr : stream::Loop::found(*object(context));
    if (loop != nullptr && stream != nullptr)
        loop->remove(*object(stream));
}

v4lxx_status v4lxx_context_dequeue(v4lxx_context *context, int64_t timeout_ns, uint64_t *tag, v4lxx_frame **out,
                                   v4lxx_error **error)
{
    return guard(context, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        V4LXX_NEED(tag);
        *tag = 0;
        return with_loop(context, "take a frame", error, [&](stream::Loop &loop) -> v4lxx_status {
            auto taken = loop.dequeue(timeout_ns, tag);
            if (!taken)
                return fail(error, std::move(taken).failure());
            *out = handle<v4lxx_frame>(std::move(taken->frame));
            return status_of(taken->kind);
        });
    });
}

v4lxx_status v4lxx_context_dispatch(v4lxx_context *context, int64_t timeout_ns, uint32_t budget, v4lxx_error **error)
{
    return guard(context, error, [&]() -> v4lxx_status {
        // A callback may give back the last reference of the context it runs for.
        const auto alive = Ref<device::Context>::share(object(context));
        return with_loop(context, "dispatch frames", error, [&](stream::Loop &loop) -> v4lxx_status {
            auto kind = loop.dispatch(timeout_ns, budget);
            return kind ? status_of(*kind) : fail(error, std::move(kind).failure());
        });
    });
}

v4lxx_status v4lxx_context_set_event_callback(v4lxx_context *context, v4lxx_event_fn fn, void *user_data,
                                              v4lxx_destroy_fn destroy, v4lxx_error **error)
{
    UserData data(user_data, destroy);
    return guard(context, error, [&]() -> v4lxx_status {
        return with_loop(context, "set the callback for events", error, [&](stream::Loop &loop) -> v4lxx_status {
            std::shared_ptr<stream::EventSink> sink;
            if (fn != nullptr)
                sink = std::make_shared<CallbackEvents>(context, fn, std::move(data));
            loop.set_sink(std::move(sink));
            return V4LXX_OK;
        });
    });
}

void v4lxx_context_cancel(v4lxx_context *context)
{
    if (stream::Loop *loop = context == nullptr ? nullptr : stream::Loop::found(*object(context)))
        loop->cancel();
}

int32_t v4lxx_context_get_fd(v4lxx_context *context)
{
    if (context == nullptr)
        return -1;
    try {
        auto loop = stream::Loop::of(*object(context));
        return loop ? (*loop)->fd() : -1;
    } catch (...) {
        return -1;
    }
}

v4lxx_status v4lxx_context_start_thread(v4lxx_context *context, v4lxx_error **error)
{
    return guard(context, error, [&]() -> v4lxx_status {
        return with_loop(context, "start the thread of the loop", error,
                         [&](stream::Loop &loop) -> v4lxx_status { return report(loop.start_thread(), error); });
    });
}

void v4lxx_context_stop_thread(v4lxx_context *context)
{
    if (stream::Loop *loop = context == nullptr ? nullptr : stream::Loop::found(*object(context)))
        loop->stop_thread();
}

}  // extern "C"
