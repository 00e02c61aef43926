#include "guard.hpp"
#include "handle.hpp"
#include "versioned.hpp"

#include "pipeline/luma.hpp"
#include "pipeline/picture.hpp"
#include "pipeline/settling.hpp"

#include <algorithm>
#include <iterator>

using namespace v4lxx;
using namespace v4lxx::capi;

static convert::PictureView view_of(const stream::Frame &frame)
{
    const kernel::Format &format = frame.format();
    convert::PictureView view;
    view.fourcc = format.fourcc;
    view.width = format.width;
    view.height = format.height;
    view.colorspace = format.colorspace;
    view.ycbcr_encoding = format.ycbcr_encoding;
    view.quantization = format.quantization;
    view.plane_count = frame.plane_count();
    for (uint32_t i = 0; i < view.plane_count; i++)
        view.planes[i] = {frame.plane(i).data, frame.plane(i).bytes, frame.plane(i).stride_bytes};
    return view;
}

static pipeline::Settling settling_of(const v4lxx_settling &from)
{
    pipeline::Settling settling;
    settling.most_frames = from.most_frames;
    settling.most_ns = from.most_ns;
    settling.state = static_cast<pipeline::SettlingState>(from.state);
    settling.frame_count = from.frame_count;
    settling.measured_count = from.measured_count;
    settling.first_timestamp_ns = from.first_timestamp_ns;
    std::copy(std::begin(from.luma), std::end(from.luma), settling.luma);
    return settling;
}

static v4lxx_settling public_settling(const pipeline::Settling &from)
{
    v4lxx_settling settling = V4LXX_SETTLING_INIT;
    settling.most_frames = from.most_frames;
    settling.most_ns = from.most_ns;
    settling.state = static_cast<v4lxx_settling_state>(from.state);
    settling.frame_count = from.frame_count;
    settling.measured_count = from.measured_count;
    settling.first_timestamp_ns = from.first_timestamp_ns;
    std::copy(std::begin(from.luma), std::end(from.luma), settling.luma);
    return settling;
}

extern "C" {

void v4lxx_image_options_init(v4lxx_image_options *options, uint32_t size) { init_versioned(options, size); }

v4lxx_bool v4lxx_image_supports(uint32_t fourcc, v4lxx_image_type type)
{
    return pipeline::can_encode(fourcc, static_cast<pipeline::ImageType>(type));
}

v4lxx_status v4lxx_frame_encode(const v4lxx_frame *frame, v4lxx_image_type type, const v4lxx_image_options *options,
                                v4lxx_bytes **out, v4lxx_error **error)
{
    return guard(error, [&]() -> v4lxx_status {
        V4LXX_NEED(out);
        *out = nullptr;
        V4LXX_NEED(frame);
        v4lxx_image_options wish;
        if (auto bad = read_versioned(options, &wish, "options"))
            return fail(error, *std::move(bad));
        if (type != V4LXX_IMAGE_PNG && type != V4LXX_IMAGE_JPEG)
            return fail(error, argument_failure(Code::unknown_value, "type", "no such kind of picture"));
        if (wish.quality > 100)
            return fail(error, argument_failure(Code::value_out_of_range, "options.quality", "a quality is 1 to 100"));
        auto bytes = pipeline::encode(view_of(*object(frame)), static_cast<pipeline::ImageType>(type), wish.quality);
        if (!bytes)
            return fail(error, std::move(bytes).failure().in("make a picture"));
        *out = handle<v4lxx_bytes>(Ref<List<uint8_t>>::adopt(new List<uint8_t>(*std::move(bytes))));
        return V4LXX_OK;
    });
}

v4lxx_status v4lxx_frame_measure_luma(const v4lxx_frame *frame, uint32_t *out, v4lxx_error **error)
{
    return guard(error, [&]() -> v4lxx_status {
        V4LXX_NEED(frame);
        V4LXX_NEED(out);
        auto luma = pipeline::mean_luma(view_of(*object(frame)));
        if (!luma)
            return fail(error, std::move(luma).failure().in("measure brightness"));
        *out = *luma;
        return V4LXX_OK;
    });
}

void v4lxx_settling_init(v4lxx_settling *settling, uint32_t size) { init_versioned(settling, size); }

v4lxx_status v4lxx_settling_add_frame(v4lxx_settling *settling, const v4lxx_frame *frame, v4lxx_error **error)
{
    return guard(error, [&]() -> v4lxx_status {
        V4LXX_NEED(settling);
        V4LXX_NEED(frame);
        v4lxx_settling known;
        if (auto bad = read_versioned(settling, &known, "settling"))
            return fail(error, *std::move(bad));
        if (known.state > V4LXX_SETTLING_GAVE_UP)
            return fail(error, argument_failure(Code::unknown_value, "settling.state", "no such state"));
        if (known.most_ns < 0)
            return fail(error, argument_failure(Code::value_out_of_range, "settling.most_ns", "a time is not negative"));
        pipeline::Settling now = settling_of(known);
        auto luma = pipeline::mean_luma(view_of(*object(frame)));
        const kernel::Dequeued &origin = object(frame)->origin();
        const bool timed = origin.clock == kernel::Clock::monotonic;
        pipeline::add_frame(now, luma ? &*luma : nullptr, timed ? &origin.timestamp_ns : nullptr);
        write_versioned(settling, public_settling(now));
        return luma ? V4LXX_OK : fail(error, std::move(luma).failure().in("measure brightness"));
    });
}

const void *v4lxx_bytes_get_data(const v4lxx_bytes *bytes, size_t *out_size)
{
    if (out_size != nullptr)
        *out_size = bytes != nullptr ? object(bytes)->entries.size() : 0;
    return bytes != nullptr ? object(bytes)->entries.data() : nullptr;
}

v4lxx_bytes *v4lxx_bytes_ref(v4lxx_bytes *bytes) { return ref(bytes); }
void v4lxx_bytes_unref(v4lxx_bytes *bytes) { unref(bytes); }

}  // extern "C"
