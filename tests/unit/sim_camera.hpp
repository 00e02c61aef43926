// What the tests of the simulator share: a camera driven by raw ioctls, the way a careful C program would.
#pragma once

#include "kernel/linux/events.hpp"
#include "kernel/sim/chart.hpp"
#include "kernel/sim/device.hpp"
#include "kernel/sim/sim.hpp"
#include "uapi/videodev2.hpp"

#include <cerrno>
#include <csetjmp>
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <poll.h>
#include <string>
#include <sys/mman.h>
#include <vector>

extern "C" {
#include <cmocka.h>
}

namespace sim_test {

using namespace v4lxx::kernel;

constexpr int64_t ms = 1000000;

// A stand-in that makes bytes which begin and end like a JPEG and depend on the pixels.
inline std::vector<uint8_t> fake_jpeg(const uint8_t *rgb, uint32_t width, uint32_t height)
{
    std::vector<uint8_t> out{0xff, 0xd8};
    for (uint64_t i = 0; i < uint64_t{width} * height * 3; i += 97)
        out.push_back(static_cast<uint8_t>(rgb[i] & 0x7f));
    out.push_back(0xff);
    out.push_back(0xd9);
    return out;
}

struct Mapped {
    void *address = nullptr;
    size_t length = 0;
};

class Camera {
public:
    explicit Camera(sim::World &world, const std::string &name) : world_(world)
    {
        std::string problem;
        bool bad_script = false;
        device_ = world.make(name, &problem, &bad_script);
        if (!device_)
            fail_msg("%s: %s", name.c_str(), problem.c_str());
        name_ = name;
    }
    ~Camera() { unmap_all(); }
    Camera(const Camera &) = delete;
    Camera &operator=(const Camera &) = delete;

    sim::Device &sim() { return *device_; }
    Node &node() { return *node_; }
    bool multi() const { return device_->parameters().multi_planar; }
    uint32_t type() const { return multi() ? V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE : V4L2_BUF_TYPE_VIDEO_CAPTURE; }

    int open()
    {
        std::string problem;
        bool bad_script = false;
        return world_.open(name_.c_str(), nullptr, &node_, &problem, &bad_script);
    }
    void close() { node_.reset(); }
    void inject(const char *rules)
    {
        std::string problem;
        if (device_->inject(rules, &problem) < 0)
            fail_msg("%s", problem.c_str());
    }

    v4l2_format format()
    {
        v4l2_format f{};
        f.type = type();
        assert_int_equal(node_->ioctl(VIDIOC_G_FMT, &f), 0);
        return f;
    }
    int reqbufs(uint32_t count, uint32_t *granted = nullptr, uint32_t *caps = nullptr)
    {
        v4l2_requestbuffers r{};
        r.count = count;
        r.type = type();
        r.memory = V4L2_MEMORY_MMAP;
        int rc = node_->ioctl(VIDIOC_REQBUFS, &r);
        if (granted != nullptr)
            *granted = r.count;
        if (caps != nullptr)
            *caps = r.capabilities;
        return rc;
    }
    // The answer stays in last and planes.
    int buffer_call(unsigned long request, uint32_t index)
    {
        last = {};
        std::memset(planes, 0, sizeof planes);
        last.index = index;
        last.type = type();
        last.memory = V4L2_MEMORY_MMAP;
        if (multi()) {
            last.m.planes = planes;
            last.length = VIDEO_MAX_PLANES;
        }
        return node_->ioctl(request, &last);
    }
    int querybuf(uint32_t index) { return buffer_call(VIDIOC_QUERYBUF, index); }
    int qbuf(uint32_t index) { return buffer_call(VIDIOC_QBUF, index); }
    int dqbuf() { return buffer_call(VIDIOC_DQBUF, 0); }
    int stream(bool on)
    {
        uint32_t t = type();
        return node_->ioctl(on ? VIDIOC_STREAMON : VIDIOC_STREAMOFF, &t);
    }

    // Maps every plane of `count` buffers.
    void map(uint32_t count)
    {
        buffers.assign(count, {});
        for (uint32_t index = 0; index < count; ++index) {
            assert_int_equal(querybuf(index), 0);
            uint32_t plane_count = multi() ? last.length : 1;
            for (uint32_t plane = 0; plane < plane_count; ++plane) {
                Mapped m;
                m.length = multi() ? planes[plane].length : last.length;
                uint32_t offset = multi() ? planes[plane].m.mem_offset : last.m.offset;
                assert_int_equal(node_->map(offset, m.length, &m.address), 0);
                buffers[index].push_back(m);
            }
        }
    }
    void unmap(Mapped &m)
    {
        world_.note_unmap(m.address, m.length);
        munmap(m.address, m.length);
        m.address = nullptr;
    }
    void make_private(Mapped &m)
    {
        void *copy = mmap(nullptr, m.length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        std::memcpy(copy, m.address, m.length);
        assert_ptr_equal(mremap(copy, m.length, m.length, MREMAP_MAYMOVE | MREMAP_FIXED, m.address), m.address);
        world_.note_unmap(m.address, m.length);
    }
    void unmap_all()
    {
        for (auto &buffer : buffers)
            for (Mapped &m : buffer)
                if (m.address != nullptr)
                    unmap(m);
        buffers.clear();
    }
    // Open, allocate, map, queue all, start.
    void start(uint32_t count)
    {
        assert_int_equal(open(), 0);
        uint32_t granted = 0;
        assert_int_equal(reqbufs(count, &granted), 0);
        map(granted);
        for (uint32_t index = 0; index < granted; ++index)
            assert_int_equal(qbuf(index), 0);
        assert_int_equal(stream(true), 0);
    }
    short wait(int64_t timeout_ns, Event *wake = nullptr)
    {
        Ready ready;
        int rc = node_->wait(wake, timeout_ns, &ready);
        return rc == 1 ? ready.device : rc == 0 ? short{0} : short{-1};
    }
    // Waits for a frame and takes it; the sequence number is in last.
    void next()
    {
        assert_int_equal(wait(2000 * ms), POLLIN);
        assert_int_equal(dqbuf(), 0);
    }
    // The picture in the buffer of `last`, as its layout says.
    sim::Picture picture()
    {
        sim::Layout layout = device_->layout();
        sim::Picture p;
        p.fourcc = layout.format->fourcc;
        p.size = layout.size;
        for (uint32_t plane = 0; plane < layout.format->colour_planes; ++plane) {
            const auto &colour = layout.colour[plane];
            p.plane[plane] = static_cast<const uint8_t *>(buffers[last.index][colour.memory_plane].address) + colour.offset;
            p.stride[plane] = colour.stride;
        }
        p.size_bytes = (multi() ? planes[0].bytesused - planes[0].data_offset : last.bytesused);
        return p;
    }
    void assert_picture_is(uint32_t sequence)
    {
        sim::Picture p = picture();
        auto read = sim::read_sequence(p);
        assert_true(read.has_value());
        assert_int_equal(*read, sequence);
        std::string damage = sim::find_damage(p, device_->parameters().scene, sequence);
        if (!damage.empty())
            fail_msg("%s", damage.c_str());
    }
    void assert_no_violations()
    {
        for (const std::string &violation : device_->violations())
            fail_msg("%s", violation.c_str());
    }

    v4l2_buffer last{};
    v4l2_plane planes[VIDEO_MAX_PLANES]{};
    std::vector<std::vector<Mapped>> buffers;

private:
    sim::World &world_;
    std::shared_ptr<sim::Device> device_;
    std::string name_;
    std::unique_ptr<Node> node_;
};

}  // namespace sim_test
