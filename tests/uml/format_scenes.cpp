// Scenes about what a capture node is, what it offers, and what it makes of wishes.
#include "uml/scenes.hpp"

#include <cstring>

namespace v4lxx::test {

namespace {

// No driver has such formats, indices or inputs.
constexpr uint32_t unknown_fourcc = 0x3f3f3f3f;
constexpr uint32_t far_too_many = 1000;

// All formats that both sides have with one memory plane.
constexpr uint32_t formats_of_one[] = {V4L2_PIX_FMT_YUYV,    V4L2_PIX_FMT_UYVY,   V4L2_PIX_FMT_YVYU,   V4L2_PIX_FMT_VYUY,
                                       V4L2_PIX_FMT_YUV422P, V4L2_PIX_FMT_YUV420, V4L2_PIX_FMT_YVU420, V4L2_PIX_FMT_NV12,
                                       V4L2_PIX_FMT_NV21,    V4L2_PIX_FMT_NV16,   V4L2_PIX_FMT_NV61,   V4L2_PIX_FMT_GREY,
                                       V4L2_PIX_FMT_Y16,     V4L2_PIX_FMT_RGB24,  V4L2_PIX_FMT_BGR24};

void capabilities(Client &client)
{
    client.open('a');
    v4l2_capability answer{};
    std::memset(&answer, 0xff, sizeof answer);
    client.call('a', "QUERYCAP", VIDIOC_QUERYCAP, &answer);
    const auto has = [&](const char *what, bool yes) { client.note(std::string(what) + (yes ? ": yes" : ": no")); };
    has("captures over the single-planar API", (answer.device_caps & V4L2_CAP_VIDEO_CAPTURE) != 0);
    has("captures over the multi-planar API", (answer.device_caps & V4L2_CAP_VIDEO_CAPTURE_MPLANE) != 0);
    has("is an output", (answer.device_caps & (V4L2_CAP_VIDEO_OUTPUT | V4L2_CAP_VIDEO_OUTPUT_MPLANE)) != 0);
    has("can read", (answer.device_caps & V4L2_CAP_READWRITE) != 0);
    has("can stream", (answer.device_caps & V4L2_CAP_STREAMING) != 0);
    has("extended formats", (answer.device_caps & V4L2_CAP_EXT_PIX_FORMAT) != 0);
    has("device_caps is meant", (answer.capabilities & V4L2_CAP_DEVICE_CAPS) != 0);
    has("DEVICE_CAPS is no cap of the node", (answer.device_caps & V4L2_CAP_DEVICE_CAPS) == 0);
    has("the device has what the node has", (answer.device_caps & ~answer.capabilities) == 0);
    has("the device has more than the node", (answer.capabilities & ~answer.device_caps & ~V4L2_CAP_DEVICE_CAPS) != 0);
    has("texts end", std::memchr(answer.driver, 0, sizeof answer.driver) != nullptr &&
                         std::memchr(answer.card, 0, sizeof answer.card) != nullptr &&
                         std::memchr(answer.bus_info, 0, sizeof answer.bus_info) != nullptr);
    has("version of Linux 6.12", answer.version >> 8 == (6u << 8 | 12u));
    has("reserved is zero", (answer.reserved[0] | answer.reserved[1] | answer.reserved[2]) == 0);
    client.call('a', "QUERYCAP without an argument", VIDIOC_QUERYCAP, nullptr);
    client.call('a', "S_FMT without an argument", VIDIOC_S_FMT, nullptr);
    client.call('a', "STREAMON without an argument", VIDIOC_STREAMON, nullptr);
    client.call('a', "an ioctl nobody has", _IOWR('V', 191, int), &answer);
    client.call('a', "an ioctl of another subsystem", _IOWR('Z', 1, int), &answer);
    client.close('a');
}

std::string description_of(Client &client, uint32_t fourcc)
{
    for (uint32_t index = 0; index < far_too_many; index++) {
        v4l2_fmtdesc format{};
        format.type = client.type();
        format.index = index;
        if (client.ask('a', VIDIOC_ENUM_FMT, &format) < 0)
            break;
        if (format.pixelformat == fourcc)
            return reinterpret_cast<const char *>(format.description);
    }
    return "not offered";
}

void lists_of_formats(Client &client)
{
    client.open('a');
    v4l2_fmtdesc format{};
    const auto enum_fmt = [&](const char *what, uint32_t type, uint32_t index) {
        format = {};
        format.type = type;
        format.index = index;
        return client.call('a', what, VIDIOC_ENUM_FMT, &format);
    };
    if (enum_fmt("ENUM_FMT 0", client.type(), 0) == 0)
        client.note(name_of(format.pixelformat) + " '" + reinterpret_cast<const char *>(format.description) + "' type " +
                    std::to_string(format.type) + " coded " + std::to_string(format.flags & V4L2_FMT_FLAG_COMPRESSED));
    enum_fmt("ENUM_FMT far away", client.type(), far_too_many);
    enum_fmt("ENUM_FMT of the other API", client.type_of_other_api(), 0);
    enum_fmt("ENUM_FMT of an output", V4L2_BUF_TYPE_VIDEO_OUTPUT, 0);
    enum_fmt("ENUM_FMT of no type", 99, 0);
    // vivid's list is longer; what both have must be described alike.
    for (const uint32_t fourcc : formats_of_one)
        client.note(name_of(fourcc) + " is " + description_of(client, fourcc));
    for (const uint32_t fourcc : formats_of_several)
        client.note(name_of(fourcc) + " is " + description_of(client, fourcc));
    client.close('a');
}

void lists_of_sizes_and_intervals(Client &client)
{
    client.open('a');
    v4l2_frmsizeenum size{};
    const auto enum_size = [&](const std::string &what, uint32_t fourcc, uint32_t index) {
        size = {};
        size.pixel_format = fourcc;
        size.index = index;
        return client.call('a', what, VIDIOC_ENUM_FRAMESIZES, &size);
    };
    for (uint32_t i = 0; i < 8; i++)
        if (enum_size("ENUM_FRAMESIZES " + std::to_string(i), V4L2_PIX_FMT_YUYV, i) == 0)
            client.note("kind " + std::to_string(size.type) + " " + std::to_string(size.discrete.width) + "x" +
                        std::to_string(size.discrete.height));
    enum_size("ENUM_FRAMESIZES of an unknown format", unknown_fourcc, 0);
    v4l2_frmivalenum interval{};
    const auto enum_interval = [&](const char *what, uint32_t fourcc, uint32_t width, uint32_t height, uint32_t index) {
        interval = {};
        interval.pixel_format = fourcc;
        interval.width = width;
        interval.height = height;
        interval.index = index;
        return client.call('a', what, VIDIOC_ENUM_FRAMEINTERVALS, &interval);
    };
    if (enum_interval("ENUM_FRAMEINTERVALS 0", V4L2_PIX_FMT_YUYV, 640, 360, 0) == 0)
        client.note("kind " + std::to_string(interval.type));
    enum_interval("ENUM_FRAMEINTERVALS far away", V4L2_PIX_FMT_YUYV, 640, 360, far_too_many);
    enum_interval("ENUM_FRAMEINTERVALS of an unknown format", unknown_fourcc, 640, 360, 0);
    enum_interval("ENUM_FRAMEINTERVALS of a size that is not offered", V4L2_PIX_FMT_YUYV, 641, 361, 0);
    enum_interval("ENUM_FRAMEINTERVALS of no size", V4L2_PIX_FMT_YUYV, 0, 0, 0);
    client.close('a');
}

void inputs(Client &client)
{
    client.open('a');
    v4l2_input input{};
    if (client.call('a', "ENUMINPUT 0", VIDIOC_ENUMINPUT, &input) == 0)
        client.note("type " + std::to_string(input.type));
    input.index = far_too_many;
    client.call('a', "ENUMINPUT far away", VIDIOC_ENUMINPUT, &input);
    int number = -1;
    if (client.call('a', "G_INPUT", VIDIOC_G_INPUT, &number) == 0)
        client.note("input " + std::to_string(number));
    number = 0;
    client.call('a', "S_INPUT 0", VIDIOC_S_INPUT, &number);
    number = far_too_many;
    client.call('a', "S_INPUT far away", VIDIOC_S_INPUT, &number);
    client.close('a');
}

void formats(Client &client)
{
    client.open('a');
    const auto all = [&](const uint32_t *fourccs, size_t count) {
        for (size_t i = 0; i < count; i++) {
            client.set_format('a', "TRY_FMT " + name_of(fourccs[i]), fourccs[i], 640, 480, VIDIOC_TRY_FMT);
            client.set_format('a', "S_FMT " + name_of(fourccs[i]), fourccs[i], 1280, 720);
            client.get_format('a', "G_FMT " + name_of(fourccs[i]));
            client.set_format('a', "S_FMT with wide lines " + name_of(fourccs[i]), fourccs[i], 320, 180, VIDIOC_S_FMT, 1024);
            client.get_format('a', "G_FMT with wide lines " + name_of(fourccs[i]));
        }
    };
    all(formats_of_one, std::size(formats_of_one));
    if (client.is_multi_planar())
        all(formats_of_several, std::size(formats_of_several));
    client.close('a');
}

void wishes(Client &client)
{
    client.open('a');
    for (const unsigned long request : {VIDIOC_TRY_FMT, VIDIOC_S_FMT}) {
        const std::string what = request == VIDIOC_S_FMT ? "S_FMT" : "TRY_FMT";
        client.set_format('a', what + " 0x0", V4L2_PIX_FMT_YUYV, 0, 0, request);
        client.set_format('a', what + " 1x1", V4L2_PIX_FMT_YUYV, 1, 1, request);
        client.set_format('a', what + " odd", V4L2_PIX_FMT_YUYV, 641, 361, request);
        client.set_format('a', what + " between two sizes", V4L2_PIX_FMT_NV12, 1000, 500, request);
        client.set_format('a', what + " 100000x100000", V4L2_PIX_FMT_YUYV, 100000, 100000, request);
        client.set_format('a', what + " largest number", V4L2_PIX_FMT_YUYV, 0xffffffff, 0xffffffff, request);
        client.set_format('a', what + " unknown format", unknown_fourcc, 640, 360, request);
        client.set_format('a', what + " format 0", 0, 640, 360, request);
        client.set_format('a', what + " short lines", V4L2_PIX_FMT_YUYV, 640, 360, request, 1);
        client.set_format('a', what + " huge lines", V4L2_PIX_FMT_YUYV, 640, 360, request, 0xffffffff);
    }
    client.close('a');
}

void formats_of_wrong_types(Client &client)
{
    client.open('a');
    for (const unsigned long request : {VIDIOC_G_FMT, VIDIOC_TRY_FMT, VIDIOC_S_FMT}) {
        const std::string what = request == VIDIOC_S_FMT ? "S_FMT" : request == VIDIOC_G_FMT ? "G_FMT" : "TRY_FMT";
        const std::pair<const char *, uint32_t> types[] = {{" of the other API", client.type_of_other_api()},
                                                           {" of an output", V4L2_BUF_TYPE_VIDEO_OUTPUT},
                                                           {" of VBI", V4L2_BUF_TYPE_VBI_CAPTURE},
                                                           {" of no type", 99}};
        for (const auto &[name, type] : types) {
            v4l2_format format{};
            format.type = type;
            client.call('a', what + name, request, &format);
        }
    }
    client.close('a');
}

void frame_rates(Client &client)
{
    client.open('a');
    client.set_format('a', "S_FMT", V4L2_PIX_FMT_YUYV, 640, 360);
    const auto set = [&](const std::string &what, uint32_t numerator, uint32_t denominator) {
        v4l2_streamparm parameters{};
        parameters.type = client.type();
        parameters.parm.capture.timeperframe = {numerator, denominator};
        if (client.call('a', "S_PARM " + what, VIDIOC_S_PARM, &parameters) == 0)
            client.note(what + " gives " + std::to_string(parameters.parm.capture.timeperframe.numerator) + "/" +
                        std::to_string(parameters.parm.capture.timeperframe.denominator) + " capability " +
                        std::to_string(parameters.parm.capture.capability));
        parameters = {};
        parameters.type = client.type();
        if (client.call('a', "G_PARM " + what, VIDIOC_G_PARM, &parameters) == 0)
            client.note(what + " is " + std::to_string(parameters.parm.capture.timeperframe.numerator) + "/" +
                        std::to_string(parameters.parm.capture.timeperframe.denominator));
    };
    set("1/60", 1, 60);
    set("1/28", 1, 28);
    set("2/60", 2, 60);
    set("1/1000", 1, 1000);
    set("0/0", 0, 0);
    set("0/30", 0, 30);
    set("1/0", 1, 0);
    set("1/30", 1, 30);
    v4l2_streamparm wrong{};
    for (const uint32_t type : {client.type_of_other_api(), uint32_t{V4L2_BUF_TYPE_VIDEO_OUTPUT}, 99u}) {
        wrong.type = type;
        client.call('a', "G_PARM of a wrong type", VIDIOC_G_PARM, &wrong);
        client.call('a', "S_PARM of a wrong type", VIDIOC_S_PARM, &wrong);
    }
    client.close('a');
}

}  // namespace

const std::vector<Scene> &format_scenes()
{
    static const std::vector<Scene> all = {
        {"capabilities", capabilities},
        {"lists of formats", lists_of_formats},
        {"lists of sizes and intervals", lists_of_sizes_and_intervals},
        {"inputs", inputs},
        {"formats", formats},
        {"wishes", wishes},
        {"formats of wrong types", formats_of_wrong_types},
        {"frame rates", frame_rates},
    };
    return all;
}

}  // namespace v4lxx::test
