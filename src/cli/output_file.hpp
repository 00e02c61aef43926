// Where pictures and frames go: a file that gets its name only when it is complete, or something that takes bytes as they come
// (standard output, a pipe, a device such as /dev/null).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace v4lxx::cli {

class OutputFile {
public:
    // "-" is standard output. A regular file is written beside its place under a temporary name. Throws Stop.
    explicit OutputFile(const std::string &path);
    // Removes the temporary file unless it was published.
    ~OutputFile();
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;

    // Writes all of it; throws Stop.
    void write(const void *data, size_t size_bytes);
    // Everything is on the disk and under the final name when this returns; throws Stop. The end of a pipe needs no publishing.
    void publish();

    const std::string &path() const { return path_; }
    bool is_standard_output() const { return path_ == "-"; }
    // Bytes are gone once they are written: standard output, a pipe, a device.
    bool is_in_place() const { return in_place_; }
    // Nothing is left to be done: published, or written in place.
    bool is_final() const { return temporary_path_.empty(); }
    bool is_terminal() const;
    uint64_t size_bytes() const { return size_bytes_; }

private:
    void open_in_place();
    void create_temporary(const std::string &final_path);
    [[noreturn]] void fail(const char *call, int error) const;

    std::string path_;            // as given
    std::string final_path_;      // links resolved
    std::string temporary_path_;  // empty: there is none, or none any more
    bool in_place_ = false;
    int fd_ = -1;
    uint64_t size_bytes_ = 0;
};

}  // namespace v4lxx::cli
