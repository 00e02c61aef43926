// Scenes about buffers: asking for them, queueing, mapping, and what is left of them when their file is closed.
#include "uml/scenes.hpp"

namespace v4lxx::test {

namespace {

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

// The format as G_FMT tells it, with another size of its planes if `factor` is not 4 (quarters).
int create(Client &client, char file, const std::string &what, uint32_t count, uint32_t factor = 4,
           uint32_t memory = V4L2_MEMORY_MMAP)
{
    v4l2_create_buffers creation{};
    creation.count = count;
    creation.memory = memory;
    creation.format.type = client.type();
    client.ask(file, VIDIOC_G_FMT, &creation.format);
    if (client.is_multi_planar())
        for (v4l2_plane_pix_format &plane : creation.format.fmt.pix_mp.plane_fmt)
            plane.sizeimage = plane.sizeimage / 4 * factor;
    else
        creation.format.fmt.pix.sizeimage = creation.format.fmt.pix.sizeimage / 4 * factor;
    const int rc = client.call(file, "CREATE_BUFS " + what, VIDIOC_CREATE_BUFS, &creation);
    if (rc == 0)
        client.note("from " + std::to_string(creation.index) + " on, " + std::to_string(creation.count));
    return rc;
}

void creating_buffers(Client &client)
{
    client.open('a');
    client.open('b');
    client.set_format('a', "S_FMT", V4L2_PIX_FMT_YUYV, 640, 360);
    create(client, 'a', "none of none", 0);
    create(client, 'a', "too small", 1, 3);
    create(client, 'a', "of no size", 1, 0);
    create(client, 'a', "of no memory", 1, 4, 0);
    create(client, 'a', "of none", 2);
    client.query_buffer('a', "QUERYBUF", 1);
    create(client, 'b', "of another's", 1);
    create(client, 'b', "none of another's", 0);
    create(client, 'a', "larger", 2, 8);
    client.query_buffer('a', "QUERYBUF of a larger one", 3);
    create(client, 'a', "too small again", 1, 3);
    client.poll('a', "poll before QBUF", 0);
    for (uint32_t i = 0; i < 4; i++)
        client.queue('a', "QBUF", i);
    client.stream_on('a', "STREAMON");
    create(client, 'a', "while streaming", 1);
    client.query_buffer('a', "QUERYBUF of the new one", 4);
    client.map('a', "mmap of the new one", 1, 4);
    client.queue('a', "QBUF of the new one", 4);
    for (int i = 0; i < 5; i++) {
        client.poll('a', "poll", 2 * a_second_ns);
        client.dequeue('a', "DQBUF");
    }
    client.unmap("munmap", 1);
    client.set_format('a', "S_FMT with buffers", V4L2_PIX_FMT_NV12, 320, 180);
    client.stream_off('a', "STREAMOFF");
    client.request_buffers('a', "REQBUFS 0", 0);
    create(client, 'b', "by the next", 1);
    client.request_buffers('a', "REQBUFS of who was first", 2);
    client.request_buffers('b', "REQBUFS 0 by the next", 0);
    client.close('b');
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
    // Fields that are the driver's to fill: what the client leaves in them does not matter.
    wrong = client.argument(1);
    wrong.buffer.bytesused = 1;
    wrong.buffer.field = 99;
    wrong.buffer.sequence = 99;
    wrong.buffer.timestamp.tv_sec = 99;
    wrong.buffer.flags = V4L2_BUF_FLAG_QUEUED | V4L2_BUF_FLAG_DONE | V4L2_BUF_FLAG_ERROR | V4L2_BUF_FLAG_LAST |
                         V4L2_BUF_FLAG_MAPPED | V4L2_BUF_FLAG_KEYFRAME | V4L2_BUF_FLAG_TIMECODE | V4L2_BUF_FLAG_TIMESTAMP_COPY;
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

void buffers_of_wrong_types(Client &client)
{
    client.open('a');
    client.set_format('a', "S_FMT", V4L2_PIX_FMT_YUYV, 640, 360);
    client.request_buffers('a', "REQBUFS", 2);
    BufferArgument wrong;
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
    client.poll('a', "poll", 2 * a_second_ns);
    BufferArgument short_of_planes = client.argument(0);
    short_of_planes.buffer.length = client.is_multi_planar() ? 1 : 0;
    client.buffer_call('a', "DQBUF with too few planes", VIDIOC_DQBUF, short_of_planes);
    if (client.is_multi_planar())
        client.dequeue('a', "DQBUF after that");
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
    client.poll('a', "poll", 2 * a_second_ns);
    client.dequeue('a', "DQBUF mapped");
    client.unmap("munmap while streaming", 1);
    client.stream_off('a', "STREAMOFF");
    client.close('a');
}

void orphans(Client &client)
{
    client.open('a');
    client.stream('a', 2);
    client.map('a', "mmap", 1, 0);
    client.map('a', "mmap", 2, 1);
    client.poll('a', "poll", 2 * a_second_ns);
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
        client.poll('a', "poll", 2 * a_second_ns);
        client.dequeue('a', "DQBUF of the new ones", &taken);
        client.queue('a', "QBUF of the new ones", taken.buffer.index);
    }
    client.note(std::string("old bytes are unchanged: ") +
                (sum == sum_of(client.mapped(1), client.frame_size()) ? "yes" : "no"));
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
        client.poll('a', "poll", 2 * a_second_ns);
        client.dequeue('a', "DQBUF " + name_of(fourcc));
        client.unmap("munmap of the first plane", 1);
        client.query_buffer('a', "QUERYBUF with the other plane mapped", 1);
        client.unmap("munmap of the second plane", 2);
        client.stream_off('a', "STREAMOFF");
        client.request_buffers('a', "REQBUFS 0", 0);
    }
    client.close('a');
}

}  // namespace

const std::vector<Scene> &buffer_scenes()
{
    static const std::vector<Scene> all = {
        {"requesting buffers", requesting_buffers},
        {"creating buffers", creating_buffers},
        {"queueing", queueing},
        {"buffers of wrong types", buffers_of_wrong_types},
        {"planes arrays", planes_arrays},
        {"mapping", mapping},
        {"orphans", orphans},
        {"closing with mappings", closing_with_mappings},
        {"several planes", several_planes},
    };
    return all;
}

}  // namespace v4lxx::test
