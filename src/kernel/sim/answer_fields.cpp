#include "kernel/sim/answer_fields.hpp"

#include "kernel/request_names.hpp"
#include "uapi/videodev2.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <ctime>

namespace v4lxx::kernel::sim {

// Where a field is: in the argument itself, or in a part that only one of the two APIs has.
enum class Part : uint8_t { whole, single, mplane, plane_format, plane, text, control, control_text };

struct AnswerField {
    unsigned long group;  // one request stands for all that share its struct
    const char *name;
    Part part;
    size_t offset;  // in the argument; in one plane for plane_format and plane, in one control for control
    size_t size;
};

namespace {

#define IN(group, type, name, member) {group, name, Part::whole, offsetof(type, member), sizeof(type::member)}
#define TEXT(group, type, name) {group, #name, Part::text, offsetof(type, name), sizeof(type::name)}
#define CONTROL(group, type, member) {group, #member, Part::whole, offsetof(type, member), sizeof(type::member)}
#define TIMECODE(member)                                                                                                  \
    {VIDIOC_QUERYBUF, "timecode_" #member, Part::whole, offsetof(v4l2_buffer, timecode.member), sizeof(v4l2_timecode::member)}
#define PIX(member)                                                                                                        \
    {VIDIOC_G_FMT, #member, Part::single, offsetof(v4l2_format, fmt.pix.member), sizeof(v4l2_pix_format::member)},         \
        {VIDIOC_G_FMT, #member, Part::mplane, offsetof(v4l2_format, fmt.pix_mp.member), sizeof(v4l2_pix_format_mplane::member)}
#define PIX_PLANE(member)                                                                                                  \
    {VIDIOC_G_FMT, #member, Part::single, offsetof(v4l2_format, fmt.pix.member), sizeof(v4l2_pix_format::member)},         \
        {VIDIOC_G_FMT, #member, Part::plane_format, offsetof(v4l2_plane_pix_format, member), 4}
#define FRAME_SIZE(name, member) {VIDIOC_ENUM_FRAMESIZES, name, Part::whole, offsetof(v4l2_frmsizeenum, member), 4}
#define FRAME_TIME(name, member) {VIDIOC_ENUM_FRAMEINTERVALS, name, Part::whole, offsetof(v4l2_frmivalenum, member), 4}
#define TIMINGS(member)                                                                                                   \
    {VIDIOC_G_DV_TIMINGS, #member, Part::whole, offsetof(v4l2_dv_timings, bt.member), sizeof(v4l2_bt_timings::member)},   \
        {VIDIOC_ENUM_DV_TIMINGS, #member, Part::whole, offsetof(v4l2_enum_dv_timings, timings.bt.member),                \
         sizeof(v4l2_bt_timings::member)}
#define TIMINGS_CAP(member)                                                                                               \
    {VIDIOC_DV_TIMINGS_CAP, #member, Part::whole, offsetof(v4l2_dv_timings_cap, bt.member), sizeof(v4l2_bt_timings_cap::member)}
#define RECTANGLE(member) {VIDIOC_G_SELECTION, #member, Part::whole, offsetof(v4l2_selection, r.member), 4}
#define PARM(name, member) {VIDIOC_G_PARM, name, Part::whole, offsetof(v4l2_streamparm, parm.capture.member), 4}

const AnswerField fields[] = {
    TEXT(VIDIOC_QUERYCAP, v4l2_capability, driver),
    TEXT(VIDIOC_QUERYCAP, v4l2_capability, card),
    TEXT(VIDIOC_QUERYCAP, v4l2_capability, bus_info),
    IN(VIDIOC_QUERYCAP, v4l2_capability, "version", version),
    IN(VIDIOC_QUERYCAP, v4l2_capability, "capabilities", capabilities),
    IN(VIDIOC_QUERYCAP, v4l2_capability, "device_caps", device_caps),

    IN(VIDIOC_ENUM_FMT, v4l2_fmtdesc, "index", index),
    IN(VIDIOC_ENUM_FMT, v4l2_fmtdesc, "type", type),
    IN(VIDIOC_ENUM_FMT, v4l2_fmtdesc, "flags", flags),
    IN(VIDIOC_ENUM_FMT, v4l2_fmtdesc, "pixelformat", pixelformat),
    TEXT(VIDIOC_ENUM_FMT, v4l2_fmtdesc, description),

    IN(VIDIOC_ENUM_FRAMESIZES, v4l2_frmsizeenum, "index", index),
    IN(VIDIOC_ENUM_FRAMESIZES, v4l2_frmsizeenum, "type", type),
    IN(VIDIOC_ENUM_FRAMESIZES, v4l2_frmsizeenum, "pixel_format", pixel_format),
    FRAME_SIZE("width", discrete.width),
    FRAME_SIZE("height", discrete.height),
    FRAME_SIZE("min_width", stepwise.min_width),
    FRAME_SIZE("max_width", stepwise.max_width),
    FRAME_SIZE("step_width", stepwise.step_width),
    FRAME_SIZE("min_height", stepwise.min_height),
    FRAME_SIZE("max_height", stepwise.max_height),
    FRAME_SIZE("step_height", stepwise.step_height),

    IN(VIDIOC_ENUM_FRAMEINTERVALS, v4l2_frmivalenum, "index", index),
    IN(VIDIOC_ENUM_FRAMEINTERVALS, v4l2_frmivalenum, "type", type),
    FRAME_TIME("numerator", discrete.numerator),
    FRAME_TIME("denominator", discrete.denominator),
    FRAME_TIME("min_numerator", stepwise.min.numerator),
    FRAME_TIME("min_denominator", stepwise.min.denominator),
    FRAME_TIME("max_numerator", stepwise.max.numerator),
    FRAME_TIME("max_denominator", stepwise.max.denominator),
    FRAME_TIME("step_numerator", stepwise.step.numerator),
    FRAME_TIME("step_denominator", stepwise.step.denominator),

    IN(VIDIOC_G_FMT, v4l2_format, "type", type),
    PIX(width),
    PIX(height),
    PIX(pixelformat),
    PIX(field),
    PIX(colorspace),
    PIX(flags),
    PIX(ycbcr_enc),
    PIX(quantization),
    PIX(xfer_func),
    PIX_PLANE(bytesperline),
    PIX_PLANE(sizeimage),
    {VIDIOC_G_FMT, "num_planes", Part::mplane, offsetof(v4l2_format, fmt.pix_mp.num_planes), 1},

    IN(VIDIOC_G_PARM, v4l2_streamparm, "type", type),
    PARM("capability", capability),
    PARM("capturemode", capturemode),
    PARM("numerator", timeperframe.numerator),
    PARM("denominator", timeperframe.denominator),
    PARM("readbuffers", readbuffers),

    IN(VIDIOC_ENUMINPUT, v4l2_input, "index", index),
    TEXT(VIDIOC_ENUMINPUT, v4l2_input, name),
    IN(VIDIOC_ENUMINPUT, v4l2_input, "type", type),
    IN(VIDIOC_ENUMINPUT, v4l2_input, "status", status),
    IN(VIDIOC_ENUMINPUT, v4l2_input, "capabilities", capabilities),
    {VIDIOC_G_INPUT, "input", Part::whole, 0, sizeof(int)},

    IN(VIDIOC_ENUMSTD, v4l2_standard, "index", index),
    IN(VIDIOC_ENUMSTD, v4l2_standard, "id", id),
    TEXT(VIDIOC_ENUMSTD, v4l2_standard, name),
    {VIDIOC_ENUMSTD, "numerator", Part::whole, offsetof(v4l2_standard, frameperiod.numerator), 4},
    {VIDIOC_ENUMSTD, "denominator", Part::whole, offsetof(v4l2_standard, frameperiod.denominator), 4},
    IN(VIDIOC_ENUMSTD, v4l2_standard, "framelines", framelines),
    {VIDIOC_G_STD, "id", Part::whole, 0, sizeof(v4l2_std_id)},

    IN(VIDIOC_G_DV_TIMINGS, v4l2_dv_timings, "type", type),
    {VIDIOC_ENUM_DV_TIMINGS, "type", Part::whole, offsetof(v4l2_enum_dv_timings, timings.type), 4},
    TIMINGS(width),
    TIMINGS(height),
    TIMINGS(interlaced),
    TIMINGS(polarities),
    TIMINGS(pixelclock),
    TIMINGS(hfrontporch),
    TIMINGS(hsync),
    TIMINGS(hbackporch),
    TIMINGS(vfrontporch),
    TIMINGS(vsync),
    TIMINGS(vbackporch),
    TIMINGS(il_vfrontporch),
    TIMINGS(il_vsync),
    TIMINGS(il_vbackporch),
    TIMINGS(standards),
    TIMINGS(flags),
    IN(VIDIOC_DV_TIMINGS_CAP, v4l2_dv_timings_cap, "type", type),
    TIMINGS_CAP(min_width),
    TIMINGS_CAP(max_width),
    TIMINGS_CAP(min_height),
    TIMINGS_CAP(max_height),
    TIMINGS_CAP(min_pixelclock),
    TIMINGS_CAP(max_pixelclock),
    TIMINGS_CAP(standards),
    TIMINGS_CAP(capabilities),

    RECTANGLE(left),
    RECTANGLE(top),
    RECTANGLE(width),
    RECTANGLE(height),

    IN(VIDIOC_DQEVENT, v4l2_event, "type", type),
    IN(VIDIOC_DQEVENT, v4l2_event, "pending", pending),
    IN(VIDIOC_DQEVENT, v4l2_event, "sequence", sequence),
    IN(VIDIOC_DQEVENT, v4l2_event, "id", id),
    {VIDIOC_DQEVENT, "tv_sec", Part::whole, offsetof(v4l2_event, timestamp.tv_sec), sizeof(timespec::tv_sec)},
    {VIDIOC_DQEVENT, "tv_nsec", Part::whole, offsetof(v4l2_event, timestamp.tv_nsec), sizeof(timespec::tv_nsec)},
    {VIDIOC_DQEVENT, "changes", Part::whole, offsetof(v4l2_event, u.src_change.changes), 4},

    IN(VIDIOC_REQBUFS, v4l2_requestbuffers, "count", count),
    IN(VIDIOC_REQBUFS, v4l2_requestbuffers, "type", type),
    IN(VIDIOC_REQBUFS, v4l2_requestbuffers, "memory", memory),
    IN(VIDIOC_REQBUFS, v4l2_requestbuffers, "capabilities", capabilities),

    IN(VIDIOC_CREATE_BUFS, v4l2_create_buffers, "index", index),
    IN(VIDIOC_CREATE_BUFS, v4l2_create_buffers, "count", count),

    IN(VIDIOC_QUERYBUF, v4l2_buffer, "index", index),
    IN(VIDIOC_QUERYBUF, v4l2_buffer, "type", type),
    IN(VIDIOC_QUERYBUF, v4l2_buffer, "flags", flags),
    IN(VIDIOC_QUERYBUF, v4l2_buffer, "field", field),
    IN(VIDIOC_QUERYBUF, v4l2_buffer, "sequence", sequence),
    IN(VIDIOC_QUERYBUF, v4l2_buffer, "memory", memory),
    IN(VIDIOC_QUERYBUF, v4l2_buffer, "length", length),
    IN(VIDIOC_QUERYBUF, v4l2_buffer, "tv_sec", timestamp.tv_sec),
    IN(VIDIOC_QUERYBUF, v4l2_buffer, "tv_usec", timestamp.tv_usec),
    TIMECODE(type),
    TIMECODE(flags),
    TIMECODE(frames),
    TIMECODE(seconds),
    TIMECODE(minutes),
    TIMECODE(hours),
    TIMECODE(userbits),
    CONTROL(VIDIOC_QUERY_EXT_CTRL, v4l2_query_ext_ctrl, id),
    CONTROL(VIDIOC_QUERY_EXT_CTRL, v4l2_query_ext_ctrl, type),
    TEXT(VIDIOC_QUERY_EXT_CTRL, v4l2_query_ext_ctrl, name),
    CONTROL(VIDIOC_QUERY_EXT_CTRL, v4l2_query_ext_ctrl, minimum),
    CONTROL(VIDIOC_QUERY_EXT_CTRL, v4l2_query_ext_ctrl, maximum),
    CONTROL(VIDIOC_QUERY_EXT_CTRL, v4l2_query_ext_ctrl, step),
    CONTROL(VIDIOC_QUERY_EXT_CTRL, v4l2_query_ext_ctrl, default_value),
    CONTROL(VIDIOC_QUERY_EXT_CTRL, v4l2_query_ext_ctrl, flags),
    CONTROL(VIDIOC_QUERY_EXT_CTRL, v4l2_query_ext_ctrl, elem_size),
    CONTROL(VIDIOC_QUERY_EXT_CTRL, v4l2_query_ext_ctrl, elems),
    CONTROL(VIDIOC_QUERY_EXT_CTRL, v4l2_query_ext_ctrl, nr_of_dims),
    CONTROL(VIDIOC_QUERYCTRL, v4l2_queryctrl, id),
    CONTROL(VIDIOC_QUERYCTRL, v4l2_queryctrl, type),
    TEXT(VIDIOC_QUERYCTRL, v4l2_queryctrl, name),
    CONTROL(VIDIOC_QUERYCTRL, v4l2_queryctrl, minimum),
    CONTROL(VIDIOC_QUERYCTRL, v4l2_queryctrl, maximum),
    CONTROL(VIDIOC_QUERYCTRL, v4l2_queryctrl, step),
    CONTROL(VIDIOC_QUERYCTRL, v4l2_queryctrl, default_value),
    CONTROL(VIDIOC_QUERYCTRL, v4l2_queryctrl, flags),
    CONTROL(VIDIOC_QUERYMENU, v4l2_querymenu, id),
    CONTROL(VIDIOC_QUERYMENU, v4l2_querymenu, index),
    TEXT(VIDIOC_QUERYMENU, v4l2_querymenu, name),
    {VIDIOC_QUERYMENU, "value", Part::whole, offsetof(v4l2_querymenu, name), 8},
    CONTROL(VIDIOC_G_CTRL, v4l2_control, id),
    CONTROL(VIDIOC_G_CTRL, v4l2_control, value),
    CONTROL(VIDIOC_G_EXT_CTRLS, v4l2_ext_controls, count),
    CONTROL(VIDIOC_G_EXT_CTRLS, v4l2_ext_controls, error_idx),
    {VIDIOC_G_EXT_CTRLS, "id", Part::control, offsetof(v4l2_ext_control, id), 4},
    {VIDIOC_G_EXT_CTRLS, "size", Part::control, offsetof(v4l2_ext_control, size), 4},
    {VIDIOC_G_EXT_CTRLS, "value", Part::control, offsetof(v4l2_ext_control, value64), 8},
    {VIDIOC_G_EXT_CTRLS, "string", Part::control_text, offsetof(v4l2_ext_control, string), 0},

    {VIDIOC_QUERYBUF, "planes", Part::mplane, offsetof(v4l2_buffer, length), 4},
    {VIDIOC_QUERYBUF, "bytesused", Part::single, offsetof(v4l2_buffer, bytesused), 4},
    {VIDIOC_QUERYBUF, "bytesused", Part::plane, offsetof(v4l2_plane, bytesused), 4},
    {VIDIOC_QUERYBUF, "offset", Part::single, offsetof(v4l2_buffer, m.offset), 4},
    {VIDIOC_QUERYBUF, "offset", Part::plane, offsetof(v4l2_plane, m.mem_offset), 4},
    {VIDIOC_QUERYBUF, "plane_length", Part::plane, offsetof(v4l2_plane, length), 4},
    {VIDIOC_QUERYBUF, "data_offset", Part::plane, offsetof(v4l2_plane, data_offset), 4},
};

#undef IN
#undef TEXT
#undef CONTROL
#undef PIX
#undef PIX_PLANE
#undef FRAME_SIZE
#undef FRAME_TIME
#undef BT
#undef TIMINGS
#undef TIMINGS_CAP
#undef RECTANGLE
#undef PARM

unsigned long group_of(unsigned long request)
{
    switch (request) {
    case VIDIOC_S_FMT:
    case VIDIOC_TRY_FMT: return VIDIOC_G_FMT;
    case VIDIOC_S_PARM: return VIDIOC_G_PARM;
    case VIDIOC_QUERYSTD: return VIDIOC_G_STD;
    case VIDIOC_S_DV_TIMINGS:
    case VIDIOC_QUERY_DV_TIMINGS: return VIDIOC_G_DV_TIMINGS;
    case VIDIOC_S_SELECTION: return VIDIOC_G_SELECTION;
    case VIDIOC_S_CTRL: return VIDIOC_G_CTRL;
    case VIDIOC_S_EXT_CTRLS:
    case VIDIOC_TRY_EXT_CTRLS: return VIDIOC_G_EXT_CTRLS;
    case VIDIOC_QBUF:
    case VIDIOC_DQBUF: return VIDIOC_QUERYBUF;
    default: return request;
    }
}

const AnswerField *find_field(unsigned long group, std::string_view name)
{
    for (const AnswerField &field : fields)
        if (field.group == group && field.name == name)
            return &field;
    return nullptr;
}

bool read_number(std::string_view text, uint64_t *out)
{
    bool negative = !text.empty() && text[0] == '-';
    text.remove_prefix(negative ? 1 : 0);
    bool hexadecimal = text.substr(0, 2) == "0x";
    text.remove_prefix(hexadecimal ? 2 : 0);
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *out, hexadecimal ? 16 : 10);
    if (negative)
        *out = ~*out + 1;
    return error == std::errc{} && end == text.data() + text.size();
}

// "\xff" and "\\" are escapes; all else stands for itself.
bool read_text(std::string_view text, std::string *out)
{
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            *out += text[i];
        } else if (text.substr(i + 1, 1) == "\\") {
            *out += '\\';
            ++i;
        } else {
            unsigned value = 0;
            std::string_view digits = text.substr(std::min(i + 2, text.size()), 2);
            auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
            if (text.substr(i + 1, 1) != "x" || error != std::errc{} || end != digits.data() + 2)
                return false;
            *out += static_cast<char>(value);
            i += 3;
        }
    }
    return true;
}

void put(uint8_t *at, size_t size, uint64_t value)
{
    if (size == 8) {
        std::memcpy(at, &value, 8);
    } else if (size == 4) {
        auto narrow = static_cast<uint32_t>(value);
        std::memcpy(at, &narrow, 4);
    } else {
        *at = static_cast<uint8_t>(value);
    }
}

bool is_multi_planar(unsigned long group, const void *argument)
{
    uint32_t type = group == VIDIOC_G_FMT ? static_cast<const v4l2_format *>(argument)->type
                                          : static_cast<const v4l2_buffer *>(argument)->type;
    return V4L2_TYPE_IS_MULTIPLANAR(type);
}

void apply_to_planes(const AnswerField &field, void *argument, const Alteration &alteration)
{
    auto *format = static_cast<v4l2_format *>(argument);
    auto *buffer = static_cast<v4l2_buffer *>(argument);
    uint32_t count = field.part == Part::plane_format ? format->fmt.pix_mp.num_planes : buffer->length;
    for (uint32_t plane = 0; plane < std::min(count, uint32_t{VIDEO_MAX_PLANES}); ++plane) {
        if (alteration.plane >= 0 && plane != static_cast<uint32_t>(alteration.plane))
            continue;
        void *part = field.part == Part::plane_format ? static_cast<void *>(&format->fmt.pix_mp.plane_fmt[plane])
                                                      : static_cast<void *>(&buffer->m.planes[plane]);
        put(static_cast<uint8_t *>(part) + field.offset, field.size, alteration.number);
    }
}

void apply_text(uint8_t *at, size_t room, const std::string &text)
{
    std::memset(at, 0, room);
    if (text == "unterminated")
        std::memset(at, 'X', room);
    else
        std::memcpy(at, text.data(), std::min(text.size(), room));
}

// A driver writes no further than the size that its caller gave, whatever it says.
void apply_to_controls(const AnswerField &field, void *argument, const Alteration &alteration)
{
    const auto *controls = static_cast<const v4l2_ext_controls *>(argument);
    for (uint32_t i = 0; i < controls->count && i < V4L2_CID_MAX_CTRLS && controls->controls != nullptr; ++i) {
        v4l2_ext_control &control = controls->controls[i];
        if (field.part == Part::control)
            put(reinterpret_cast<uint8_t *>(&control) + field.offset, field.size, alteration.number);
        else if (control.size > 0 && control.string != nullptr)
            apply_text(reinterpret_cast<uint8_t *>(control.string), control.size, alteration.text);
    }
}

}  // namespace

std::string quoted(std::string_view word)
{
    std::string out(1, '\'');
    out += word;
    out += '\'';
    return out;
}

std::string read_alteration(unsigned long request, std::string_view text, Alteration *out)
{
    size_t space = text.find(' ');
    if (space == std::string_view::npos)
        return "'set' needs a field and a value";
    std::string_view name = text.substr(0, space), value = text.substr(space + 1);
    if (size_t bracket = name.find('['); bracket != std::string_view::npos) {
        uint64_t plane = 0;
        if (name.back() != ']' || !read_number(name.substr(bracket + 1, name.size() - bracket - 2), &plane) || plane > 7)
            return quoted(name) + " is not a field of a plane";
        out->plane = static_cast<int32_t>(plane);
        name = name.substr(0, bracket);
    }
    out->field = find_field(group_of(request), name);
    if (out->field == nullptr)
        return quoted(name) + " is not a field that " + request_name(request) + " answers";
    bool is_text = out->field->part == Part::text || out->field->part == Part::control_text;
    if (is_text ? !read_text(value, &out->text) : !read_number(value, &out->number))
        return quoted(value) + " is not a " + (is_text ? "text" : "number");
    return {};
}

int turn_of(const Alteration &alteration)
{
    const AnswerField &field = *alteration.field;
    if (field.part == Part::control_text)
        return 0;
    return field.group == VIDIOC_G_EXT_CTRLS && field.part == Part::whole ? turns - 1 : 1;
}

void apply_alteration(void *argument, const Alteration &alteration)
{
    // A name may stand for one row of each API.
    for (const AnswerField &field : fields) {
        if (field.group != alteration.field->group || std::strcmp(field.name, alteration.field->name) != 0)
            continue;
        auto *at = static_cast<uint8_t *>(argument);
        if (field.part == Part::text) {
            apply_text(at + field.offset, field.size, alteration.text);
        } else if (field.part == Part::control || field.part == Part::control_text) {
            apply_to_controls(field, argument, alteration);
        } else if (field.part == Part::whole) {
            put(at + field.offset, field.size, alteration.number);
        } else if (is_multi_planar(field.group, argument) != (field.part != Part::single)) {
            continue;
        } else if (field.part == Part::plane_format || field.part == Part::plane) {
            apply_to_planes(field, argument, alteration);
        } else {
            put(at + field.offset, field.size, alteration.number);
        }
    }
}

}  // namespace v4lxx::kernel::sim
