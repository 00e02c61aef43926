// Scenes about streaming: order and numbers of frames, poll() in each state, and a device that is pulled out.
#include "uml/scenes.hpp"

namespace v4lxx::test {

namespace {

constexpr int64_t period = a_second_ns / 30;

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
    client.poll('a', "poll for the first frame", 2 * a_second_ns);
    client.poll('a', "poll again", 0);
    client.query_buffer('a', "QUERYBUF done", 0);
    BufferArgument first;
    client.dequeue('a', "DQBUF", &first);
    client.query_buffer('a', "QUERYBUF dequeued", 0);
    client.note(std::string("the first sequence number is small: ") + (first.buffer.sequence < 5 ? "yes" : "no"));
    for (uint32_t i = 1; i < 4; i++) {
        client.poll('a', "poll for the next", 2 * a_second_ns);
        client.dequeue('a', "DQBUF the next");
    }
    client.poll('a', "poll with all buffers held", 2 * period);
    client.dequeue('a', "DQBUF with all buffers held");
    client.queue('a', "QBUF one", 2);
    client.poll('a', "poll for one", 2 * a_second_ns);
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
    client.sleep('a', a_second_ns / 20);  // a first frame that comes at once has no buffer yet
    client.queue('a', "QBUF", 1);
    client.query_buffer('a', "QUERYBUF of the one being filled", 1);
    client.poll('a', "poll too early", 0);
    client.dequeue('a', "DQBUF too early");
    client.poll('a', "poll for the frame", 2 * a_second_ns);
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
        client.poll('a', "poll", 2 * a_second_ns);
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
        client.poll('a', "poll", 2 * a_second_ns);
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
    client.poll('a', "poll", 2 * a_second_ns);
    client.dequeue('a', "DQBUF after the sleep", &taken);
    client.note(std::string("there is a gap: ") + (taken.buffer.sequence >= last + 7 ? "yes" : "no"));
    client.close('a');
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
    client.poll('a', "poll for data", 2 * a_second_ns);
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
    client.poll('a', "poll", 2 * a_second_ns);
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
    client.poll('a', "poll", 2 * a_second_ns);
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
    client.note(std::string("the mapped bytes are unchanged: ") +
                (sum == sum_of(client.mapped(1), client.frame_size()) ? "yes" : "no"));
    client.close('b');
    client.open('c');
    client.close('a');
    client.open('c');  // a mapping is left
    client.unmap("munmap", 1);
    client.open('d');
    client.stream('d', 2);
    client.poll('d', "poll of the device that came back", 2 * a_second_ns);
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

const std::vector<Scene> &streaming_scenes()
{
    static const std::vector<Scene> all = {
        {"streaming", streaming},
        {"waiting for a frame", waiting_for_a_frame},
        {"orders and numbers", orders_and_numbers},
        {"file I/O", file_io},
        {"unplugging", unplugging},
        {"unplugging while idle", unplugging_while_idle},
    };
    return all;
}

}  // namespace v4lxx::test
