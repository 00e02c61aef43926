// A client of the door to the system that writes down every answer, as text that does not depend on the device or on time: what
// it was told by a real driver and by the simulator can then be compared line by line.
#pragma once

#include "kernel/kernel.hpp"
#include "uapi/videodev2.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace v4lxx::test {

// One argument of QUERYBUF, QBUF and DQBUF, with its planes.
struct BufferArgument {
    v4l2_buffer buffer{};
    v4l2_plane planes[VIDEO_MAX_PLANES]{};
};

class Client {
public:
    // unplug: pulls the device out, and lets it come back once nobody has it open.
    Client(kernel::System &system, std::string name, bool is_multi_planar, std::function<void()> unplug)
        : system_(system), name_(std::move(name)), multi_planar_(is_multi_planar), unplug_(std::move(unplug))
    {
    }

    bool is_multi_planar() const { return multi_planar_; }
    uint32_t type() const { return multi_planar_ ? V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE : V4L2_BUF_TYPE_VIDEO_CAPTURE; }
    uint32_t type_of_other_api() const
    {
        return multi_planar_ ? V4L2_BUF_TYPE_VIDEO_CAPTURE : V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE;
    }
    const std::vector<std::string> &log() const { return log_; }
    void begin_scene(const char *name) { scene_ = name; }
    void note(const std::string &text) { log_.push_back(scene_ + ": " + text); }

    // Descriptors are named by letters; the first one is usually 'a'.
    int open(char file);
    void close(char file);
    int call(char file, const std::string &what, unsigned long request, void *argument);
    int ask(char file, unsigned long request, void *argument)
    {
        return files_.at(file)->ioctl(request, argument);
    }  // not in the log
    void unplug() { unplug_(); }
    // What is plugged into the inputs: "good", "none", "unlocked", "range"; set by what stands outside the client.
    void on_signal(std::function<void(bool is_digital, const char *word)> change) { change_signal_ = std::move(change); }
    void set_signal(bool is_digital, const char *word) { change_signal_(is_digital, word); }

    // Calls with the fields that matter in the log.
    void set_format(char file, const std::string &what, uint32_t fourcc, uint32_t width, uint32_t height,
                    unsigned long request = VIDIOC_S_FMT, uint32_t bytesperline = 0);
    void get_format(char file, const std::string &what);
    int request_buffers(char file, const std::string &what, uint32_t count);
    BufferArgument argument(uint32_t index) const;
    int query_buffer(char file, const std::string &what, uint32_t index);
    int queue(char file, const std::string &what, uint32_t index);
    int buffer_call(char file, const std::string &what, unsigned long request, BufferArgument &argument);
    // DQBUF; the frame's number and time are left out of the log.
    int dequeue(char file, const std::string &what, BufferArgument *out = nullptr);
    int stream_on(char file, const std::string &what);
    int stream_off(char file, const std::string &what);
    void poll(char file, const std::string &what, int64_t timeout_ns);
    void sleep(char file, int64_t ns);
    // Maps plane `plane` of a buffer as QUERYBUF tells; remembered by `slot`.
    void map(char file, const std::string &what, int slot, uint32_t index, uint32_t plane = 0);
    void map_at(char file, const std::string &what, uint64_t offset, size_t length);
    void unmap(const std::string &what, int slot);
    const uint8_t *mapped(int slot) const { return static_cast<const uint8_t *>(mappings_.at(slot).address); }
    // Sets the format, allocates `buffers`, queues all of them and starts: where most scenes begin.
    void stream(char file, uint32_t buffers);
    uint32_t frame_size() const { return frame_size_; }

private:
    struct Mapping {
        void *address;
        size_t length;
    };

    std::string text_of(const v4l2_format &format) const;
    std::string text_of(const BufferArgument &argument) const;

    kernel::System &system_;
    const std::string name_;
    const bool multi_planar_;
    const std::function<void()> unplug_;
    std::function<void(bool, const char *)> change_signal_;
    std::map<char, std::unique_ptr<kernel::Node>> files_;
    std::map<int, Mapping> mappings_;
    uint32_t frame_size_ = 0;
    std::string scene_;
    std::vector<std::string> log_;
};

std::string answer_text(int rc);       // "0", "EINVAL"
std::string poll_text(short revents);  // "IN", "ERR|HUP"

std::string name_of(uint32_t fourcc);                // its four characters
uint64_t sum_of(const uint8_t *bytes, size_t size);  // to see whether they change

}  // namespace v4lxx::test
