// The scenes of the differential test: what clients do right and wrong with a V4L2 capture node.
#include "uml/client.hpp"

#include <cstring>

namespace v4lxx::test {

namespace {

constexpr int64_t second = 1'000'000'000;
constexpr int64_t period = second / 30;
// No driver has such formats, indices or inputs.
constexpr uint32_t unknown_fourcc = 0x3f3f3f3f;
constexpr uint32_t far_too_many = 1000;

// All formats that both sides have, with one and with several memory planes.
constexpr uint32_t formats_of_one[] = {V4L2_PIX_FMT_YUYV,   V4L2_PIX_FMT_UYVY,   V4L2_PIX_FMT_YVYU, V4L2_PIX_FMT_VYUY,  V4L2_PIX_FMT_YUV422P,
                                       V4L2_PIX_FMT_YUV420, V4L2_PIX_FMT_YVU420, V4L2_PIX_FMT_NV12, V4L2_PIX_FMT_NV21,  V4L2_PIX_FMT_NV16,
                                       V4L2_PIX_FMT_NV61,   V4L2_PIX_FMT_GREY,   V4L2_PIX_FMT_Y16,  V4L2_PIX_FMT_RGB24, V4L2_PIX_FMT_BGR24};
constexpr uint32_t formats_of_several[] = {V4L2_PIX_FMT_YUV420M, V4L2_PIX_FMT_YVU420M, V4L2_PIX_FMT_NV12M, V4L2_PIX_FMT_NV21M};

std::string name_of(uint32_t fourcc)
{
    char text[5] = {};
    std::memcpy(text, &fourcc, 4);
    return text;
}

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

void lists(Client &client)
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

void requesting_buffers(Client &client)
{
    client.open('a');
    client.open('b');
    client.set_format('a', "S_FMT", V4L2_PIX_FMT_YUYV, 640, 360);
    client.request_buffers('a', "REQBUFS 0 of none", 0);
    client.query_buffer('a', "QUERYBUF of none", 0);
    client.request_buffers('a', "REQBUFS 1", 1);
    client.request_buffers('a', "REQBUFS 4 again", 4);
    client.query_buffer('a', "QUERYBUF 3", 3);
    client.query_buffer('a', "QUERYBUF 4", 4);
    client.query_buffer('a', "QUERYBUF -1", 0xffffffff);
    client.query_buffer('b', "QUERYBUF of another's", 0);
    client.request_buffers('b', "REQBUFS of another's", 4);
    client.request_buffers('b', "REQBUFS 0 of another's", 0);
    client.queue('b', "QBUF of another's", 0);
    client.dequeue('b', "DQBUF of another's");
    client.stream_on('b', "STREAMON of another's");
    client.stream_off('b', "STREAMOFF of another's");
    client.set_format('a', "S_FMT with buffers", V4L2_PIX_FMT_NV12, 320, 180);
    client.set_format('a', "S_FMT of the same with buffers", V4L2_PIX_FMT_YUYV, 640, 360);
    client.set_format('b', "S_FMT of another with buffers", V4L2_PIX_FMT_NV12, 320, 180);
    client.set_format('a', "TRY_FMT with buffers", V4L2_PIX_FMT_NV12, 320, 180, VIDIOC_TRY_FMT);
    client.get_format('a', "G_FMT with buffers");
    client.request_buffers('a', "REQBUFS 0", 0);
    client.request_buffers('b', "REQBUFS of the next", 2);
    client.request_buffers('a', "REQBUFS of who was first", 2);
    client.close('b');
    client.request_buffers('a', "REQBUFS after the other closed", 2);
    client.request_buffers('a', "REQBUFS 64", 64);
    client.request_buffers('a', "REQBUFS 100000", 100000);
    client.request_buffers('a', "REQBUFS 0", 0);
    for (const uint32_t memory : {0u, 99u}) {
        v4l2_requestbuffers request{};
        request.count = 2;
        request.type = client.type();
        request.memory = memory;
        client.call('a', "REQBUFS of memory " + std::to_string(memory), VIDIOC_REQBUFS, &request);
    }
    for (const uint32_t type : {client.type_of_other_api(), uint32_t{V4L2_BUF_TYPE_VIDEO_OUTPUT}, 99u}) {
        v4l2_requestbuffers request{};
        request.count = 2;
        request.type = type;
        request.memory = V4L2_MEMORY_MMAP;
        client.call('a', "REQBUFS of a wrong type", VIDIOC_REQBUFS, &request);
    }
    client.close('a');
}

void queueing(Client &client)
{
    client.open('a');
    client.set_format('a', "S_FMT", V4L2_PIX_FMT_YUYV, 640, 360);
    client.queue('a', "QBUF without buffers", 0);
    client.request_buffers('a', "REQBUFS", 3);
    client.query_buffer('a', "QUERYBUF new", 0);
    client.queue('a', "QBUF", 0);
    client.query_buffer('a', "QUERYBUF queued", 0);
    client.queue('a', "QBUF twice", 0);
    client.queue('a', "QBUF 3 of 3", 3);
    client.queue('a', "QBUF -1", 0xffffffff);
    BufferArgument wrong = client.argument(1);
    wrong.buffer.memory = V4L2_MEMORY_USERPTR;
    client.buffer_call('a', "QBUF of other memory", VIDIOC_QBUF, wrong);
    wrong = client.argument(1);
    wrong.buffer.memory = 99;
    client.buffer_call('a', "QBUF of no memory", VIDIOC_QBUF, wrong);
    for (const uint32_t type : {client.type_of_other_api(), uint32_t{V4L2_BUF_TYPE_VIDEO_OUTPUT}, 99u}) {
        wrong = client.argument(1);
        wrong.buffer.type = type;
        client.buffer_call('a', "QBUF of a wrong type", VIDIOC_QBUF, wrong);
        wrong = client.argument(1);
        wrong.buffer.type = type;
        client.buffer_call('a', "QUERYBUF of a wrong type", VIDIOC_QUERYBUF, wrong);
        wrong = client.argument(1);
        wrong.buffer.type = type;
        client.buffer_call('a', "DQBUF of a wrong type", VIDIOC_DQBUF, wrong);
    }
    // Fields that are the driver's to fill: what the client leaves in them does not matter.
    wrong = client.argument(1);
    wrong.buffer.bytesused = 1;
    wrong.buffer.field = 99;
    wrong.buffer.sequence = 99;
    wrong.buffer.timestamp.tv_sec = 99;
    wrong.buffer.flags = V4L2_BUF_FLAG_QUEUED | V4L2_BUF_FLAG_DONE | V4L2_BUF_FLAG_ERROR | V4L2_BUF_FLAG_LAST | V4L2_BUF_FLAG_MAPPED |
                         V4L2_BUF_FLAG_KEYFRAME | V4L2_BUF_FLAG_TIMECODE | V4L2_BUF_FLAG_TIMESTAMP_COPY;
    wrong.planes[0].bytesused = wrong.planes[0].length = wrong.planes[0].data_offset = 1;
    if (!client.is_multi_planar())
        wrong.buffer.length = 1;
    client.buffer_call('a', "QBUF with rubbish", VIDIOC_QBUF, wrong);
    client.query_buffer('a', "QUERYBUF after rubbish", 1);
    client.stream_off('a', "STREAMOFF before STREAMON gives buffers back");
    client.query_buffer('a', "QUERYBUF given back", 0);
    client.queue('a', "QBUF again", 0);
    client.request_buffers('a', "REQBUFS with a queued buffer", 2);
    client.query_buffer('a', "QUERYBUF of the new ones", 0);
    client.close('a');
}

// The planes array of the multi-planar API, and what the single-planar one makes of it.
void planes_arrays(Client &client)
{
    client.open('a');
    client.set_format('a', "S_FMT", client.is_multi_planar() ? V4L2_PIX_FMT_NV12M : V4L2_PIX_FMT_NV12, 640, 360);
    client.request_buffers('a', "REQBUFS", 2);
    client.query_buffer('a', "QUERYBUF", 1);
    const std::pair<const char *, unsigned long> calls[] = {
        {"QUERYBUF", VIDIOC_QUERYBUF}, {"QBUF", VIDIOC_QBUF}, {"DQBUF", VIDIOC_DQBUF}};
    for (const auto &[name, request] : calls) {
        for (const uint32_t length : {0u, 1u, 9u, 0xffffffffu}) {
            BufferArgument wrong = client.argument(0);
            wrong.buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE;
            wrong.buffer.length = length;
            wrong.buffer.m.planes = wrong.planes;
            client.buffer_call('a', name + (" with planes: " + std::to_string(length)), request, wrong);
        }
        for (const uint32_t length : {0u, 2u, 9u}) {
            v4l2_buffer wrong = client.argument(0).buffer;
            wrong.type = V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE;
            wrong.length = length;
            client.call('a', name + (" with NULL for planes: " + std::to_string(length)), request, &wrong);
        }
    }
    client.queue('a', "QBUF", 0);
    client.stream_on('a', "STREAMON");
    client.poll('a', "poll", 2 * second);
    BufferArgument short_of_planes = client.argument(0);
    short_of_planes.buffer.length = client.is_multi_planar() ? 1 : 0;
    client.buffer_call('a', "DQBUF with too few planes", VIDIOC_DQBUF, short_of_planes);
    if (client.is_multi_planar())
        client.dequeue('a', "DQBUF after that");
    client.close('a');
}

void streaming(Client &client)
{
    client.open('a');
    client.set_format('a', "S_FMT", V4L2_PIX_FMT_YUYV, 640, 360);
    client.stream_on('a', "STREAMON without buffers");
    client.stream_off('a', "STREAMOFF without buffers");
    client.dequeue('a', "DQBUF without buffers");
    client.request_buffers('a', "REQBUFS", 4);
    client.poll('a', "poll before QBUF", 0);
    client.dequeue('a', "DQBUF before STREAMON");
    client.stream_on('a', "STREAMON without a queued buffer");
    client.poll('a', "poll without a queued buffer", 0);
    client.dequeue('a', "DQBUF without a queued buffer");
    client.request_buffers('a', "REQBUFS while streaming", 4);
    client.request_buffers('a', "REQBUFS 0 while streaming", 0);
    client.set_format('a', "S_FMT while streaming", V4L2_PIX_FMT_YUYV, 640, 360);
    client.stream_on('a', "STREAMON twice");
    for (uint32_t i = 0; i < 4; i++)
        client.queue('a', "QBUF while streaming", i);
    client.poll('a', "poll for the first frame", 2 * second);
    client.poll('a', "poll again", 0);
    client.query_buffer('a', "QUERYBUF done", 0);
    BufferArgument first;
    client.dequeue('a', "DQBUF", &first);
    client.query_buffer('a', "QUERYBUF dequeued", 0);
    client.note(std::string("the first sequence number is small: ") + (first.buffer.sequence < 5 ? "yes" : "no"));
    for (uint32_t i = 1; i < 4; i++) {
        client.poll('a', "poll for the next", 2 * second);
        client.dequeue('a', "DQBUF the next");
    }
    client.poll('a', "poll with all buffers held", 2 * period);
    client.dequeue('a', "DQBUF with all buffers held");
    client.queue('a', "QBUF one", 2);
    client.poll('a', "poll for one", 2 * second);
    client.dequeue('a', "DQBUF one");
    client.queue('a', "QBUF before STREAMOFF", 0);
    client.stream_off('a', "STREAMOFF");
    client.query_buffer('a', "QUERYBUF after STREAMOFF", 0);
    client.poll('a', "poll after STREAMOFF", 0);
    client.dequeue('a', "DQBUF after STREAMOFF");
    client.stream_off('a', "STREAMOFF twice");
    client.request_buffers('a', "REQBUFS 0", 0);
    client.close('a');
}

// Between two frames of a slow camera.
void waiting_for_a_frame(Client &client)
{
    client.open('a');
    client.set_format('a', "S_FMT", V4L2_PIX_FMT_YUYV, 640, 360);
    v4l2_streamparm parameters{};
    parameters.type = client.type();
    parameters.parm.capture.timeperframe = {1, 5};
    client.call('a', "S_PARM", VIDIOC_S_PARM, &parameters);
    client.request_buffers('a', "REQBUFS", 2);
    client.stream_on('a', "STREAMON");
    client.sleep('a', second / 20);  // a first frame that comes at once has no buffer yet
    client.queue('a', "QBUF", 1);
    client.query_buffer('a', "QUERYBUF of the one being filled", 1);
    client.poll('a', "poll too early", 0);
    client.dequeue('a', "DQBUF too early");
    client.poll('a', "poll for the frame", 2 * second);
    client.dequeue('a', "DQBUF");
    parameters.parm.capture.timeperframe = {1, 30};
    client.call('a', "S_PARM while streaming", VIDIOC_S_PARM, &parameters);
    client.close('a');
}

void orders_and_numbers(Client &client)
{
    client.open('a');
    client.stream('a', 4);
    uint32_t last = 0;
    for (uint32_t i = 0; i < 12; i++) {
        client.poll('a', "poll", 2 * second);
        BufferArgument taken;
        client.dequeue('a', "DQBUF in turn", &taken);
        client.note(std::string("numbers rise: ") + (i == 0 || taken.buffer.sequence > last ? "yes" : "no"));
        last = taken.buffer.sequence;
        client.queue('a', "QBUF in turn", taken.buffer.index);
    }
    // Frames come in the order in which their buffers were queued.
    client.stream_off('a', "STREAMOFF");
    for (const uint32_t index : {2u, 0u, 3u, 1u})
        client.queue('a', "QBUF in another order", index);
    client.stream_on('a', "STREAMON again");
    BufferArgument taken;
    for (uint32_t i = 0; i < 4; i++) {
        client.poll('a', "poll", 2 * second);
        client.dequeue('a', "DQBUF in another order", &taken);
        if (i == 0)
            client.note(std::string("numbers begin anew: ") + (taken.buffer.sequence < 5 ? "yes" : "no"));
    }
    client.stream_off('a', "STREAMOFF");
    // A client that sleeps finds the frames it had buffers for, and a gap.
    for (uint32_t i = 0; i < 4; i++)
        client.queue('a', "QBUF", i);
    client.stream_on('a', "STREAMON");
    client.sleep('a', 15 * period);
    for (uint32_t i = 0; i < 4; i++) {
        client.query_buffer('a', "QUERYBUF of a sleeper", i);
        client.dequeue('a', "DQBUF of a sleeper", &taken);
        last = taken.buffer.sequence;
    }
    client.note(std::string("the last one of the sleeper is old: ") + (last < 9 ? "yes" : "no"));
    client.dequeue('a', "DQBUF of a fifth");
    client.queue('a', "QBUF", 1);
    client.poll('a', "poll", 2 * second);
    client.dequeue('a', "DQBUF after the sleep", &taken);
    client.note(std::string("there is a gap: ") + (taken.buffer.sequence >= last + 7 ? "yes" : "no"));
    client.close('a');
}

void mapping(Client &client)
{
    client.open('a');
    client.set_format('a', "S_FMT", V4L2_PIX_FMT_YUYV, 640, 360);
    client.map_at('a', "mmap without buffers", 0, 4096);
    client.request_buffers('a', "REQBUFS", 2);
    const size_t length = client.frame_size(), pages = (length + 4095) / 4096 * 4096;
    client.map_at('a', "mmap of the whole buffer", 0, length);
    client.map_at('a', "mmap of its pages", 0, pages);
    client.map_at('a', "mmap of a part", 0, 4096);
    client.map_at('a', "mmap of nothing", 0, 0);
    client.map_at('a', "mmap of too much", 0, pages + 1);
    client.map_at('a', "mmap of far too much", 0, size_t{1} << 30);
    client.map_at('a', "mmap of the second plane", 4096, 4096);
    client.map_at('a', "mmap between pages", 1, 4096);
    client.map_at('a', "mmap of a buffer there is not", 2 << 15, 4096);
    client.map_at('a', "mmap far away", uint64_t{1} << 29, 4096);
    client.map('a', "mmap", 1, 0);
    client.query_buffer('a', "QUERYBUF mapped", 0);
    client.query_buffer('a', "QUERYBUF beside it", 1);
    client.map('a', "mmap twice", 2, 0);
    client.unmap("munmap one of two", 1);
    client.query_buffer('a', "QUERYBUF mapped once", 0);
    client.unmap("munmap the other", 2);
    client.query_buffer('a', "QUERYBUF unmapped", 0);
    // Mapped while queued, and while streaming.
    client.queue('a', "QBUF", 0);
    client.map('a', "mmap of a queued one", 1, 0);
    client.query_buffer('a', "QUERYBUF queued and mapped", 0);
    client.stream_on('a', "STREAMON");
    client.poll('a', "poll", 2 * second);
    client.dequeue('a', "DQBUF mapped");
    client.unmap("munmap while streaming", 1);
    client.stream_off('a', "STREAMOFF");
    client.close('a');
}

uint64_t sum_of(const uint8_t *bytes, size_t size)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < size; i += 997)
        sum = sum * 31 + bytes[i];
    return sum;
}

void orphans(Client &client)
{
    client.open('a');
    client.stream('a', 2);
    client.map('a', "mmap", 1, 0);
    client.map('a', "mmap", 2, 1);
    client.poll('a', "poll", 2 * second);
    client.dequeue('a', "DQBUF");
    const uint64_t sum = sum_of(client.mapped(1), client.frame_size());
    client.request_buffers('a', "REQBUFS 0 while streaming and mapped", 0);
    client.stream_off('a', "STREAMOFF");
    client.request_buffers('a', "REQBUFS 0 with live mappings", 0);
    client.query_buffer('a', "QUERYBUF after that", 0);
    client.set_format('a', "S_FMT after that", V4L2_PIX_FMT_YUYV, 320, 180);
    client.stream('a', 3);
    for (uint32_t i = 0; i < 6; i++) {
        BufferArgument taken;
        client.poll('a', "poll", 2 * second);
        client.dequeue('a', "DQBUF of the new ones", &taken);
        client.queue('a', "QBUF of the new ones", taken.buffer.index);
    }
    client.note(std::string("old bytes are unchanged: ") + (sum == sum_of(client.mapped(1), client.frame_size()) ? "yes" : "no"));
    client.unmap("munmap of an orphan", 1);
    client.close('a');
    // Closed without REQBUFS(0), with one orphan still mapped: that one belongs to the open file, which lives on with it.
    client.open('b');
    client.request_buffers('b', "REQBUFS of the next while an orphan is mapped", 2);
    client.unmap("munmap of the last orphan", 2);
    client.request_buffers('b', "REQBUFS of the next", 2);
    client.close('b');
}

void closing_with_mappings(Client &client)
{
    client.open('a');
    client.stream('a', 2);
    client.map('a', "mmap", 1, 0);
    client.close('a');
    client.open('b');
    client.get_format('b', "G_FMT of the next");
    client.set_format('b', "S_FMT of the next", V4L2_PIX_FMT_YUYV, 320, 180);
    client.request_buffers('b', "REQBUFS of the next", 2);
    client.unmap("munmap", 1);
    client.set_format('b', "S_FMT of the next after munmap", V4L2_PIX_FMT_YUYV, 320, 180);
    client.request_buffers('b', "REQBUFS of the next after munmap", 2);
    client.close('b');
}

// poll() before REQBUFS makes a node that can read() start to (behaviour 12).
void file_io(Client &client)
{
    client.open('a');
    client.set_format('a', "S_FMT", V4L2_PIX_FMT_YUYV, 640, 360);
    client.poll('a', "poll of a fresh node", 0);
    client.request_buffers('a', "REQBUFS", 4);
    client.request_buffers('a', "REQBUFS 0", 0);
    client.set_format('a', "S_FMT after poll", V4L2_PIX_FMT_YUYV, 320, 180);
    client.queue('a', "QBUF", 0);
    client.dequeue('a', "DQBUF");
    client.stream_on('a', "STREAMON");
    client.stream_off('a', "STREAMOFF");
    client.map_at('a', "mmap", 0, 4096);
    client.poll('a', "poll for data", 2 * second);
    client.open('b');
    client.poll('b', "poll of another", 0);
    client.request_buffers('b', "REQBUFS of another", 4);
    client.close('b');
    client.close('a');
    client.open('c');
    client.request_buffers('c', "REQBUFS of the next", 2);
    client.poll('c', "poll with buffers", 0);
    client.request_buffers('c', "REQBUFS 0 of the next", 0);
    if (client.is_multi_planar()) {
        client.set_format('c', "S_FMT of two planes", V4L2_PIX_FMT_NV12M, 640, 360);
        client.poll('c', "poll of a format that cannot be read", 0);
        client.request_buffers('c', "REQBUFS after that", 2);
    }
    client.close('c');
}

void several_planes(Client &client)
{
    if (!client.is_multi_planar())
        return;
    client.open('a');
    for (const uint32_t fourcc : formats_of_several) {
        client.set_format('a', "S_FMT " + name_of(fourcc), fourcc, 640, 360);
        client.request_buffers('a', "REQBUFS", 2);
        client.map('a', "mmap of the first plane", 1, 1, 0);
        client.query_buffer('a', "QUERYBUF with one plane mapped", 1);
        client.map('a', "mmap of the second plane", 2, 1, 1);
        client.queue('a', "QBUF " + name_of(fourcc), 1);
        client.stream_on('a', "STREAMON");
        client.poll('a', "poll", 2 * second);
        client.dequeue('a', "DQBUF " + name_of(fourcc));
        client.unmap("munmap of the first plane", 1);
        client.query_buffer('a', "QUERYBUF with the other plane mapped", 1);
        client.unmap("munmap of the second plane", 2);
        client.stream_off('a', "STREAMOFF");
        client.request_buffers('a', "REQBUFS 0", 0);
    }
    client.close('a');
}

// How data_offset is counted; which planes have one is the driver's choice, so of the planes only the rule is compared.
void data_offset(Client &client)
{
    client.open('a');
    v4l2_format format{};
    format.type = client.type();
    format.fmt.pix_mp.width = 640;
    format.fmt.pix_mp.height = 360;
    format.fmt.pix_mp.pixelformat = V4L2_PIX_FMT_NV16M;
    client.call('a', "S_FMT", VIDIOC_S_FMT, &format);
    client.call('a', "G_FMT", VIDIOC_G_FMT, &format);
    client.note("planes: " + std::to_string(format.fmt.pix_mp.num_planes));
    client.request_buffers('a', "REQBUFS", 2);
    const auto look = [&](const std::string &what, unsigned long request) {
        BufferArgument buffer = client.argument(0);
        buffer.buffer.m.planes = buffer.planes;
        client.call('a', what, request, &buffer.buffer);
        client.note(what + ": data of the first plane at " + std::to_string(buffer.planes[0].data_offset));
        for (uint32_t i = 0; i < 2; i++) {
            const v4l2_plane &plane = buffer.planes[i];
            const v4l2_plane_pix_format &granted = format.fmt.pix_mp.plane_fmt[i];
            const auto says = [&](const char *rule, bool yes) { client.note(what + ": " + rule + (yes ? ": yes" : ": no")); };
            says("length is sizeimage", plane.length == granted.sizeimage);
            says("nothing is used", plane.bytesused == 0);
            says("bytesused counts it", plane.bytesused == plane.data_offset + granted.bytesperline * 360);
            if (plane.bytesused != 0)  // data_offset is told from QBUF on
                says("sizeimage counts it", granted.sizeimage == plane.data_offset + granted.bytesperline * 360);
        }
    };
    look("QUERYBUF", VIDIOC_QUERYBUF);
    look("QBUF", VIDIOC_QBUF);
    client.stream_on('a', "STREAMON");
    client.poll('a', "poll", 2 * second);
    look("DQBUF", VIDIOC_DQBUF);
    client.stream_off('a', "STREAMOFF");
    look("QUERYBUF after it", VIDIOC_QUERYBUF);
    client.close('a');
}

// Every call after the device was pulled out, and who keeps it from coming back.
void unplugging(Client &client)
{
    client.open('a');
    client.open('b');
    client.stream('a', 3);
    client.map('a', "mmap", 1, 0);
    client.poll('a', "poll", 2 * second);
    client.dequeue('a', "DQBUF");
    const uint64_t sum = sum_of(client.mapped(1), client.frame_size());
    client.unplug();
    client.poll('a', "poll without a device", 0);
    client.poll('b', "poll of another without a device", 0);
    v4l2_capability capability{};
    client.call('a', "QUERYCAP", VIDIOC_QUERYCAP, &capability);
    client.call('a', "QUERYCAP without an argument", VIDIOC_QUERYCAP, nullptr);
    client.call('a', "an ioctl nobody has", _IOWR('V', 191, int), &capability);
    v4l2_fmtdesc description{};
    description.type = client.type();
    client.call('a', "ENUM_FMT", VIDIOC_ENUM_FMT, &description);
    client.get_format('a', "G_FMT");
    client.set_format('a', "S_FMT", V4L2_PIX_FMT_YUYV, 640, 360);
    v4l2_streamparm parameters{};
    parameters.type = client.type();
    client.call('a', "G_PARM", VIDIOC_G_PARM, &parameters);
    client.query_buffer('a', "QUERYBUF", 0);
    client.queue('a', "QBUF", 0);
    client.dequeue('a', "DQBUF");
    client.stream_on('a', "STREAMON");
    client.stream_off('a', "STREAMOFF");
    client.request_buffers('a', "REQBUFS", 2);
    client.request_buffers('a', "REQBUFS 0", 0);
    client.map_at('a', "mmap", 0, 4096);
    client.open('c');
    client.note(std::string("the mapped bytes are unchanged: ") + (sum == sum_of(client.mapped(1), client.frame_size()) ? "yes" : "no"));
    client.close('b');
    client.open('c');
    client.close('a');
    client.open('c');  // a mapping is left
    client.unmap("munmap", 1);
    client.open('d');
    client.stream('d', 2);
    client.poll('d', "poll of the device that came back", 2 * second);
    client.dequeue('d', "DQBUF of the device that came back");
    client.close('d');
}

void unplugging_while_idle(Client &client)
{
    client.open('a');
    client.set_format('a', "S_FMT", V4L2_PIX_FMT_YUYV, 640, 360);
    client.request_buffers('a', "REQBUFS", 2);
    client.unplug();
    client.poll('a', "poll", 0);
    client.stream_on('a', "STREAMON");
    client.close('a');
    client.open('a');
    client.request_buffers('a', "REQBUFS of the device that came back", 2);
    client.close('a');
}

}  // namespace

const Scene data_offset_scene = {"data offset", data_offset};

const std::vector<Scene> &scenes()
{
    static const std::vector<Scene> all = {
        {"capabilities", capabilities},
        {"lists", lists},
        {"formats", formats},
        {"frame rates", frame_rates},
        {"requesting buffers", requesting_buffers},
        {"queueing", queueing},
        {"planes arrays", planes_arrays},
        {"streaming", streaming},
        {"waiting for a frame", waiting_for_a_frame},
        {"orders and numbers", orders_and_numbers},
        {"mapping", mapping},
        {"orphans", orphans},
        {"closing with mappings", closing_with_mappings},
        {"file I/O", file_io},
        {"several planes", several_planes},
        {"unplugging", unplugging},
        {"unplugging while idle", unplugging_while_idle},
    };
    return all;
}

}  // namespace v4lxx::test
