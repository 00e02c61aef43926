#include "guard.hpp"
#include "handle.hpp"
#include "versioned.hpp"

using namespace v4lxx;
using namespace v4lxx::capi;

namespace {

void write_timecode(const kernel::Timecode &code, v4lxx_frame_info *info)
{
    info->timecode_type = code.type;
    info->timecode_flags = code.flags;
    info->timecode_hours = code.hours;
    info->timecode_minutes = code.minutes;
    info->timecode_seconds = code.seconds;
    info->timecode_frames = code.frames;
    for (uint32_t i = 0; i < 4; i++)
        info->timecode_user_bits |= uint32_t{code.user_bits[i]} << (8 * i);
}

v4lxx_frame_info public_info(const stream::Frame &frame)
{
    const kernel::Format &format = frame.format();
    const kernel::Dequeued &origin = frame.origin();
    v4lxx_frame_info info = V4LXX_FRAME_INFO_INIT;
    info.fourcc = format.fourcc;
    info.width = format.width;
    info.height = format.height;
    info.field = origin.field;
    info.colorspace = format.colorspace;
    info.ycbcr_encoding = format.ycbcr_encoding;
    info.quantization = format.quantization;
    info.transfer_function = format.transfer_function;
    info.flags = frame.flags();
    info.sequence = static_cast<uint32_t>(frame.number());
    info.driver_sequence = origin.sequence;
    info.timestamp_ns = origin.timestamp_ns;
    info.clock = static_cast<v4lxx_clock>(origin.clock);
    info.stamp_clock = static_cast<v4lxx_clock>(frame.stamp_clock());
    info.timestamp_source = static_cast<v4lxx_timestamp_source>(origin.source);
    info.arrival_ns = frame.arrival_ns();
    info.number = frame.number();
    info.picture_type = static_cast<v4lxx_picture_type>(frame.picture());
    info.generation = frame.generation();
    write_timecode(origin.timecode, &info);
    info.crop_left = frame.crop().left;
    info.crop_top = frame.crop().top;
    info.crop_width = frame.crop().width;
    info.crop_height = frame.crop().height;
    info.plane_count = frame.plane_count();
    info.buffer_index = frame.index();
    for (uint32_t i = 0; i < info.plane_count; i++) {
        const stream::ColourPlane &plane = frame.plane(i);
        info.plane_address[i] = reinterpret_cast<uintptr_t>(plane.data);
        info.plane_bytes[i] = plane.bytes;
        info.plane_stride[i] = plane.stride_bytes;
    }
    return info;
}

}  // namespace

extern "C" {

void v4lxx_frame_info_init(v4lxx_frame_info *info, uint32_t size) { init_versioned(info, size); }

v4lxx_frame *v4lxx_frame_ref(v4lxx_frame *frame) { return ref(frame); }
void v4lxx_frame_unref(v4lxx_frame *frame) { unref(frame); }

v4lxx_status v4lxx_frame_read_info(const v4lxx_frame *frame, v4lxx_frame_info *out, v4lxx_error **error)
{
    return guard(error, [&]() -> v4lxx_status {
        V4LXX_NEED(frame);
        V4LXX_NEED_STRUCT(out);
        write_versioned(out, public_info(*object(frame)));
        return V4LXX_OK;
    });
}

const void *v4lxx_frame_get_plane_data(const v4lxx_frame *frame, uint32_t plane, size_t *out_size)
{
    const bool exists = frame != nullptr && plane < object(frame)->plane_count();
    if (out_size != nullptr)
        *out_size = exists ? static_cast<size_t>(object(frame)->plane(plane).bytes) : 0;
    return exists ? object(frame)->plane(plane).data : nullptr;
}

}  // extern "C"
