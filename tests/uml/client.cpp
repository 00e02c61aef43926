#include "uml/client.hpp"

#include <cstring>
#include <poll.h>
#include <thread>

namespace v4lxx::test {

std::string answer_text(int rc)
{
    if (rc >= 0)
        return std::to_string(rc);
    const char *name = strerrorname_np(-rc);
    return name != nullptr ? name : std::to_string(rc);
}

std::string poll_text(short revents)
{
    constexpr struct {
        short bit;
        const char *name;
    } bits[] = {{POLLIN, "IN"}, {POLLPRI, "PRI"}, {POLLERR, "ERR"}, {POLLHUP, "HUP"}, {POLLNVAL, "NVAL"}};
    std::string text;
    for (const auto &bit : bits)
        if ((revents & bit.bit) != 0)
            text += (text.empty() ? "" : "|") + std::string(bit.name);
    return text.empty() ? "nothing" : text;
}

int Client::open(char file)
{
    kernel::OpenProblem problem;
    const int rc = system_.open(name_.c_str(), &files_[file], &problem);
    note(std::string("open ") + file + ": " + answer_text(rc));
    return rc;
}

void Client::close(char file) { files_.erase(file); }

int Client::call(char file, const std::string &what, unsigned long request, void *argument)
{
    const int rc = files_.at(file)->ioctl(request, argument);
    note(what + ": " + answer_text(rc));
    return rc;
}

std::string Client::text_of(const v4l2_format &format) const
{
    char fourcc[5] = {};
    std::string text;
    if (!multi_planar_) {
        const v4l2_pix_format &pix = format.fmt.pix;
        std::memcpy(fourcc, &pix.pixelformat, 4);
        text = std::string(fourcc) + " " + std::to_string(pix.width) + "x" + std::to_string(pix.height) + " field " +
               std::to_string(pix.field) + " line " + std::to_string(pix.bytesperline) + " size " +
               std::to_string(pix.sizeimage);
        text += pix.colorspace != 0 ? " with colorspace" : " without colorspace";
        return text + (pix.priv == V4L2_PIX_FMT_PRIV_MAGIC ? " extended" : "");
    }
    const v4l2_pix_format_mplane &pix = format.fmt.pix_mp;
    std::memcpy(fourcc, &pix.pixelformat, 4);
    text = std::string(fourcc) + " " + std::to_string(pix.width) + "x" + std::to_string(pix.height) + " field " +
           std::to_string(pix.field) + " planes " + std::to_string(pix.num_planes);
    for (uint32_t i = 0; i < pix.num_planes && i < VIDEO_MAX_PLANES; i++)
        text +=
            " line " + std::to_string(pix.plane_fmt[i].bytesperline) + " size " + std::to_string(pix.plane_fmt[i].sizeimage);
    return text + (pix.colorspace != 0 ? " with colorspace" : " without colorspace");
}

void Client::set_format(char file, const std::string &what, uint32_t fourcc, uint32_t width, uint32_t height,
                        unsigned long request, uint32_t bytesperline)
{
    v4l2_format format{};
    format.type = type();
    if (multi_planar_) {
        format.fmt.pix_mp.width = width;
        format.fmt.pix_mp.height = height;
        format.fmt.pix_mp.pixelformat = fourcc;
        format.fmt.pix_mp.num_planes = 2;
        format.fmt.pix_mp.plane_fmt[0].bytesperline = format.fmt.pix_mp.plane_fmt[1].bytesperline = bytesperline;
    } else {
        format.fmt.pix.width = width;
        format.fmt.pix.height = height;
        format.fmt.pix.pixelformat = fourcc;
        format.fmt.pix.bytesperline = bytesperline;
        format.fmt.pix.priv = V4L2_PIX_FMT_PRIV_MAGIC;
    }
    const int rc = files_.at(file)->ioctl(request, &format);
    note(what + ": " + answer_text(rc) + (rc == 0 ? " " + text_of(format) : ""));
    if (rc == 0)
        frame_size_ = multi_planar_ ? format.fmt.pix_mp.plane_fmt[0].sizeimage : format.fmt.pix.sizeimage;
}

void Client::get_format(char file, const std::string &what)
{
    v4l2_format format{};
    format.type = type();
    const int rc = files_.at(file)->ioctl(VIDIOC_G_FMT, &format);
    note(what + ": " + answer_text(rc) + (rc == 0 ? " " + text_of(format) : ""));
}

int Client::request_buffers(char file, const std::string &what, uint32_t count)
{
    v4l2_requestbuffers request{};
    request.count = count;
    request.type = type();
    request.memory = V4L2_MEMORY_MMAP;
    const int rc = files_.at(file)->ioctl(VIDIOC_REQBUFS, &request);
    std::string text = what + ": " + answer_text(rc);
    if (rc == 0) {
        text += " count " + std::to_string(request.count);
        text += (request.capabilities & V4L2_BUF_CAP_SUPPORTS_MMAP) != 0 ? " MMAP" : "";
        text += (request.capabilities & V4L2_BUF_CAP_SUPPORTS_ORPHANED_BUFS) != 0 ? " orphans" : "";
    }
    note(text);
    return rc;
}

BufferArgument Client::argument(uint32_t index) const
{
    BufferArgument argument;
    argument.buffer.index = index;
    argument.buffer.type = type();
    argument.buffer.memory = V4L2_MEMORY_MMAP;
    if (multi_planar_)
        argument.buffer.length = VIDEO_MAX_PLANES;  // buffer_call() adds the planes
    return argument;
}

std::string Client::text_of(const BufferArgument &argument) const
{
    constexpr struct {
        uint32_t bit;
        const char *name;
    } flags[] = {{V4L2_BUF_FLAG_MAPPED, "MAPPED"},
                 {V4L2_BUF_FLAG_QUEUED, "QUEUED"},
                 {V4L2_BUF_FLAG_DONE, "DONE"},
                 {V4L2_BUF_FLAG_ERROR, "ERROR"},
                 {V4L2_BUF_FLAG_PREPARED, "PREPARED"},
                 {V4L2_BUF_FLAG_LAST, "LAST"},
                 {V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC, "MONOTONIC"},
                 {V4L2_BUF_FLAG_TSTAMP_SRC_SOE, "SOE"}};
    const v4l2_buffer &buffer = argument.buffer;
    std::string text = "buffer " + std::to_string(buffer.index) + " flags";
    uint32_t rest = buffer.flags;
    for (const auto &flag : flags)
        if ((buffer.flags & flag.bit) != 0) {
            text += std::string(" ") + flag.name;
            rest &= ~flag.bit;
        }
    text += " rest " + std::to_string(rest) + " field " + std::to_string(buffer.field) + " memory " +
            std::to_string(buffer.memory) + " type " + std::to_string(buffer.type) + " length " + std::to_string(buffer.length);
    if (!multi_planar_)
        return text + " used " + std::to_string(buffer.bytesused) + " offset " + std::to_string(buffer.m.offset);
    text += " used " + std::to_string(buffer.bytesused);
    for (uint32_t i = 0; i < buffer.length && i < VIDEO_MAX_PLANES; i++)
        text += " plane of " + std::to_string(argument.planes[i].length) + " used " +
                std::to_string(argument.planes[i].bytesused) + " data at " + std::to_string(argument.planes[i].data_offset) +
                " offset " + std::to_string(argument.planes[i].m.mem_offset);
    return text;
}

int Client::buffer_call(char file, const std::string &what, unsigned long request, BufferArgument &argument)
{
    if (V4L2_TYPE_IS_MULTIPLANAR(argument.buffer.type))
        argument.buffer.m.planes = argument.planes;
    const int rc = files_.at(file)->ioctl(request, &argument.buffer);
    note(what + ": " + answer_text(rc) + (rc == 0 ? " " + text_of(argument) : ""));
    return rc;
}

int Client::query_buffer(char file, const std::string &what, uint32_t index)
{
    BufferArgument buffer = argument(index);
    return buffer_call(file, what, VIDIOC_QUERYBUF, buffer);
}

int Client::queue(char file, const std::string &what, uint32_t index)
{
    BufferArgument buffer = argument(index);
    const int rc = buffer_call(file, what, VIDIOC_QBUF, buffer);
    if (rc == 0)
        note(what + ": sequence " + std::to_string(buffer.buffer.sequence) +
             (buffer.buffer.timestamp.tv_sec == 0 ? " no time" : " a time"));
    return rc;
}

int Client::dequeue(char file, const std::string &what, BufferArgument *out)
{
    BufferArgument buffer = argument(0);
    const int rc = buffer_call(file, what, VIDIOC_DQBUF, buffer);
    if (rc == 0)
        note(what + ": " +
             (buffer.buffer.timestamp.tv_sec == 0 && buffer.buffer.timestamp.tv_usec == 0 ? "no time" : "a time"));
    if (out != nullptr)
        *out = buffer;
    return rc;
}

int Client::stream_on(char file, const std::string &what)
{
    int wanted = static_cast<int>(type());
    return call(file, what, VIDIOC_STREAMON, &wanted);
}

int Client::stream_off(char file, const std::string &what)
{
    int wanted = static_cast<int>(type());
    return call(file, what, VIDIOC_STREAMOFF, &wanted);
}

void Client::poll(char file, const std::string &what, int64_t timeout_ns)
{
    kernel::Ready ready;
    const int rc = files_.at(file)->wait(nullptr, timeout_ns, &ready);
    note(what + ": " + (rc < 0 ? answer_text(rc) : rc == 0 ? "time-out" : poll_text(ready.device)));
}

// In the time of the device, which may be a virtual one.
void Client::sleep(char file, int64_t ns)
{
    std::unique_ptr<kernel::Event> never;
    if (system_.make_event(&never) == 0)
        files_.at(file)->pause(*never, ns);
}

void Client::map(char file, const std::string &what, int slot, uint32_t index, uint32_t plane)
{
    BufferArgument buffer = argument(index);
    if (multi_planar_)
        buffer.buffer.m.planes = buffer.planes;
    if (files_.at(file)->ioctl(VIDIOC_QUERYBUF, &buffer.buffer) < 0) {
        note(what + ": no such buffer");
        return;
    }
    const uint32_t offset = multi_planar_ ? buffer.planes[plane].m.mem_offset : buffer.buffer.m.offset;
    const uint32_t length = multi_planar_ ? buffer.planes[plane].length : buffer.buffer.length;
    Mapping mapping{nullptr, length};
    const int rc = files_.at(file)->map(offset, length, &mapping.address);
    note(what + ": " + answer_text(rc));
    if (rc == 0)
        mappings_[slot] = mapping;
}

void Client::map_at(char file, const std::string &what, uint64_t offset, size_t length)
{
    void *address = nullptr;
    const int rc = files_.at(file)->map(offset, length, &address);
    note(what + ": " + answer_text(rc));
    if (rc == 0)
        system_.unmap(address, length);
}

void Client::unmap(const std::string &what, int slot)
{
    const auto found = mappings_.find(slot);
    if (found == mappings_.end())
        return note(what + ": not mapped");
    note(what + ": " + answer_text(system_.unmap(found->second.address, found->second.length)));
    mappings_.erase(found);
}

void Client::stream(char file, uint32_t buffers)
{
    set_format(file, "S_FMT", V4L2_PIX_FMT_YUYV, 640, 360);
    request_buffers(file, "REQBUFS", buffers);
    for (uint32_t i = 0; i < buffers; i++)
        queue(file, "QBUF", i);
    stream_on(file, "STREAMON");
}

std::string name_of(uint32_t fourcc)
{
    char text[5] = {};
    std::memcpy(text, &fourcc, 4);
    return text;
}

uint64_t sum_of(const uint8_t *bytes, size_t size)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < size; i += 997)
        sum = sum * 31 + bytes[i];
    return sum;
}

}  // namespace v4lxx::test
