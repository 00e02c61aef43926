// A machine made up for a test: its files, links and device nodes, and who the process is. The nodes are simulated devices, opened by
// paths below /dev; everything a library may look at there can be missing, forbidden or nonsense.
#pragma once

#include "device/context.hpp"
#include "kernel/host.hpp"

#include <v4lxx/v4lxx.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace v4lxx::test {

class FakeMachine : public kernel::Host {
public:
    FakeMachine();

    void add_file(const std::string &path, const std::string &text);
    void add_link(const std::string &path, const std::string &target);
    void add_directory(const std::string &path);
    void add_error(const std::string &path, int error);  // whatever is asked of it
    // A node that opens the simulated device, with the numbers of /dev/videoN.
    void add_node(const std::string &path, const std::string &simulated, kernel::PathKind kind);
    void add_node(const std::string &path, const std::string &simulated) { add_node(path, simulated, node_kind()); }
    // The node with what sysfs says of it: `parent` is a folder below /sys/devices.
    void add_video_node(const std::string &name, const std::string &simulated, const std::string &parent, uint32_t index);
    void add_usb_device(const std::string &folder, const std::string &vendor, const std::string &product,
                        const std::string &serial);
    void set_mode(const std::string &path, uint32_t mode);
    void remove(const std::string &path);  // with everything below it
    void set_identity(kernel::ProcessIdentity identity) { identity_ = std::move(identity); }
    // Runs between the look at a path and its opening.
    void set_before_open(std::function<void()> hook) { before_open_ = std::move(hook); }

    static kernel::PathKind node_kind(uint32_t minor = 0, uint32_t mode = 0660, uint32_t owner = 0, uint32_t group = 44);

    // Hands the machine over; it lives as long as the context.
    static v4lxx_context *into_context(std::unique_ptr<FakeMachine> machine);

protected:
    int do_open(const char *name, std::unique_ptr<kernel::Node> *out, kernel::OpenProblem *problem) override;
    int do_reset_usb(const char *path) override;  // a node resets its simulated device
    int do_path_kind(const char *path, kernel::PathKind *out) override;
    int do_list_directory(const char *path, std::vector<std::string> *out) override;
    int do_read_file(const char *path, size_t limit_bytes, std::string *out) override;
    int do_read_link(const char *path, std::string *out) override;
    int do_process_identity(kernel::ProcessIdentity *out) override;

private:
    struct Entry {
        enum Type { file, link, directory, node } type = file;
        std::string text;  // of a file; target of a link; name of the simulated device
        int error = 0;
        kernel::PathKind kind;
    };
    const Entry *find(const char *path) const;
    bool may(uint32_t bit, const kernel::PathKind &kind) const;

    std::map<std::string, Entry> entries_;
    kernel::ProcessIdentity identity_{0, {0}};
    std::function<void()> before_open_;
    uint64_t inodes_ = 0;
};

// What opening the name on this machine is refused with; null if it is not.
v4lxx_error *refused_open(std::unique_ptr<FakeMachine> machine, const char *name);

}  // namespace v4lxx::test
