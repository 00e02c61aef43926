#include "answer.hpp"
#include "handle.hpp"
#include "histogram_struct.hpp"
#include "versioned.hpp"

namespace v4lxx::capi {

static std::optional<Failure> check_group(const v4lxx_group_options &options)
{
    if ((options.flags & ~uint32_t{V4LXX_GROUP_INCOMPLETE}) != 0)
        return argument_failure(Code::unknown_value, "options.flags", "a bit is not known");
    if (options.match_by > V4LXX_MATCH_STAMPS_OR_SEQUENCES)
        return argument_failure(Code::unknown_value, "options.match_by", "no such way to match frames");
    if (options.tolerance_ns < 0 || options.max_wait_ns < 0)
        return argument_failure(Code::value_out_of_range,
                                options.tolerance_ns < 0 ? "options.tolerance_ns" : "options.max_wait_ns",
                                "a time is not below 0");
    if (options.most_held > stream::GroupMatcher::most_waiting)
        return argument_failure(Code::value_out_of_range, "options.most_held",
                                "at most " + std::to_string(stream::GroupMatcher::most_waiting) +
                                    " frames of a camera can wait");
    return std::nullopt;
}

static stream::GroupWish wish_of(const v4lxx_group_options &options)
{
    stream::GroupWish wish;
    wish.by = stream::MatchBy{options.match_by};
    wish.tolerance_ns = options.tolerance_ns;
    wish.max_wait_ns = options.max_wait_ns;
    if (options.most_held != 0)
        wish.most_held = options.most_held;
    wish.incomplete = (options.flags & V4LXX_GROUP_INCOMPLETE) != 0;
    return wish;
}

static v4lxx_group_statistics public_statistics(const stream::Group::Facts &facts)
{
    v4lxx_group_statistics out = V4LXX_GROUP_STATISTICS_INIT;
    out.camera_count = facts.camera_count;
    out.complete = facts.complete;
    out.incomplete = facts.incomplete;
    out.tolerance_ns = facts.tolerance_ns;
    out.match_by = facts.by_sequences ? V4LXX_MATCH_SEQUENCES : V4LXX_MATCH_STAMPS;
    out.skew = public_histogram(facts.skew);
    return out;
}

static v4lxx_group_camera public_camera(const stream::GroupMatcher::CameraFacts &facts)
{
    v4lxx_group_camera out = V4LXX_GROUP_CAMERA_INIT;
    out.held = facts.held;
    out.frames = facts.frames;
    out.in_complete = facts.in_complete;
    out.in_incomplete = facts.in_incomplete;
    out.unmatched = facts.unmatched;
    out.late = facts.late;
    out.resets = facts.resets;
    out.interval_ns = facts.interval_ns;
    out.drift_ppb = facts.drift_ppb;
    out.drift_frames = facts.drift_frames;
    out.is_gone = facts.is_gone ? 1 : 0;
    return out;
}

static v4lxx_frame_set_info public_info(const stream::FrameSet &set)
{
    const stream::FrameSet::Facts &facts = set.facts();
    v4lxx_frame_set_info out = V4LXX_FRAME_SET_INFO_INIT;
    out.camera_count = facts.camera_count;
    out.number = facts.number;
    out.cameras = facts.decision.cameras;
    out.skew_ns = facts.decision.skew_ns;
    out.is_complete = facts.decision.is_complete ? 1 : 0;
    return out;
}

}  // namespace v4lxx::capi

using namespace v4lxx;
using namespace v4lxx::capi;

extern "C" {

void v4lxx_group_options_init(v4lxx_group_options *options, uint32_t size) { init_versioned(options, size); }
void v4lxx_frame_set_info_init(v4lxx_frame_set_info *info, uint32_t size) { init_versioned(info, size); }
void v4lxx_group_statistics_init(v4lxx_group_statistics *statistics, uint32_t size) { init_versioned(statistics, size); }
void v4lxx_group_camera_init(v4lxx_group_camera *camera, uint32_t size) { init_versioned(camera, size); }

v4lxx_status v4lxx_group_create(v4lxx_context *context, const v4lxx_group_options *options, v4lxx_group **out,
                                v4lxx_error **error)
{
    return guard(context, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        V4LXX_NEED(context);
        v4lxx_group_options wish;
        if (auto bad = read_versioned(options, &wish, "options"))
            return fail(error, *std::move(bad));
        if (auto bad = check_group(wish))
            return fail(error, *std::move(bad));
        auto group = stream::Group::create(*object(context), wish_of(wish));
        if (!group)
            return fail(error, std::move(group).failure());
        *out = handle<v4lxx_group>(*std::move(group));
        return V4LXX_OK;
    });
}

v4lxx_group *v4lxx_group_ref(v4lxx_group *group) { return ref(group); }
void v4lxx_group_unref(v4lxx_group *group) { unref(group); }

v4lxx_status v4lxx_group_add_stream(v4lxx_group *group, v4lxx_stream *stream, int64_t offset_ns, v4lxx_error **error)
{
    return guard(stream, error, [&]() -> v4lxx_status {
        V4LXX_NEED(group);
        V4LXX_NEED(stream);
        if (&object(stream)->queue().context() != &object(group)->context())
            return fail(error, argument_failure(Code::unknown_value, "stream", "it is of another context"));
        constexpr int64_t hour_ns = 3'600'000'000'000;
        if (offset_ns < -hour_ns || offset_ns > hour_ns)
            return fail(error, argument_failure(Code::value_out_of_range, "offset_ns", "it is more than an hour"));
        return report(object(group)->add(*object(stream), offset_ns), error);
    });
}

v4lxx_status v4lxx_group_next(v4lxx_group *group, int64_t timeout_ns, v4lxx_frame_set **out, v4lxx_error **error)
{
    return guard(group, error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        V4LXX_NEED(group);
        auto taken = object(group)->next(timeout_ns);
        if (!taken)
            return fail(error, std::move(taken).failure());
        *out = handle<v4lxx_frame_set>(std::move(taken->set));
        return status_of(taken->kind);
    });
}

void v4lxx_group_cancel(v4lxx_group *group)
{
    if (group != nullptr)
        object(group)->cancel();
}

int32_t v4lxx_group_get_fd(v4lxx_group *group) { return group == nullptr ? -1 : object(group)->fd(); }

v4lxx_status v4lxx_group_read_statistics(v4lxx_group *group, v4lxx_group_statistics *out, v4lxx_error **error)
{
    return guard(group, error, [&]() -> v4lxx_status {
        V4LXX_NEED(group);
        V4LXX_NEED_STRUCT(out);
        write_versioned(out, public_statistics(object(group)->facts()));
        return V4LXX_OK;
    });
}

v4lxx_status v4lxx_group_read_camera(v4lxx_group *group, uint32_t index, v4lxx_group_camera *out, v4lxx_error **error)
{
    return guard(group, error, [&]() -> v4lxx_status {
        V4LXX_NEED(group);
        V4LXX_NEED_STRUCT(out);
        const auto facts = object(group)->camera(index);
        if (!facts)
            return fail(error, argument_failure(Code::value_out_of_range, "index", "the group has no such stream"));
        write_versioned(out, public_camera(*facts));
        return V4LXX_OK;
    });
}

v4lxx_frame_set *v4lxx_frame_set_ref(v4lxx_frame_set *set) { return ref(set); }
void v4lxx_frame_set_unref(v4lxx_frame_set *set) { unref(set); }

v4lxx_status v4lxx_frame_set_read_info(const v4lxx_frame_set *set, v4lxx_frame_set_info *out, v4lxx_error **error)
{
    return guard(error, [&]() -> v4lxx_status {
        V4LXX_NEED(set);
        V4LXX_NEED_STRUCT(out);
        write_versioned(out, public_info(*object(set)));
        return V4LXX_OK;
    });
}

v4lxx_frame *v4lxx_frame_set_get_frame(const v4lxx_frame_set *set, uint32_t index)
{
    const auto *member = set == nullptr ? nullptr : object(set)->member(index);
    return member == nullptr ? nullptr : borrowed<v4lxx_frame>(member->frame.get());
}

int64_t v4lxx_frame_set_get_moment(const v4lxx_frame_set *set, uint32_t index)
{
    const auto *member = set == nullptr ? nullptr : object(set)->member(index);
    return member == nullptr ? 0 : member->moment_ns;
}

}  // extern "C"
