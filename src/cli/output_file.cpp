#include "cli/output_file.hpp"

#include "cli/interruption.hpp"
#include "cli/standard_streams.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace v4lxx::cli {

namespace {

// Every link on the way to the file is followed, so that the file is replaced and not the link.
std::string resolved(const std::string &path)
{
    char *real = ::realpath(path.c_str(), nullptr);
    const std::string result = real != nullptr ? real : path;
    std::free(real);
    return result;
}

std::string directory_of(const std::string &path)
{
    const size_t slash = path.rfind('/');
    return slash == path.npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

// After a signal a reader that has stopped reading gets this long; then the frame is given up.
constexpr int patience_after_signal_ms = 1000;
// What a pipe takes without blocking once poll() calls it writable.
constexpr size_t surely_taken_bytes = 4096;

}  // namespace

OutputFile::OutputFile(const std::string &path) : path_(path)
{
    if (path_ == "-") {
        fd_ = STDOUT_FILENO;
        in_place_ = true;
        return;
    }
    struct stat status = {};
    const bool exists = ::stat(path_.c_str(), &status) == 0;
    if (exists && S_ISDIR(status.st_mode))
        fail("open", EISDIR);
    // Renaming a file over /dev/null or over a FIFO would take it away from everybody else.
    if (exists && !S_ISREG(status.st_mode)) {
        open_in_place();
        return;
    }
    create_temporary(exists ? resolved(path_) : path_);
    if (exists)
        ::fchmod(fd_, status.st_mode & 0777);  // as the file it replaces; a file system without modes does no harm
}

OutputFile::~OutputFile()
{
    if (fd_ >= 0 && fd_ != STDOUT_FILENO)
        ::close(fd_);
    if (!temporary_path_.empty())
        ::unlink(temporary_path_.c_str());
}

void OutputFile::open_in_place()
{
    in_place_ = true;
    do {
        stop_if_interrupted();  // a FIFO waits here for its reader
        fd_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    } while (fd_ < 0 && errno == EINTR);
    if (fd_ < 0)
        fail("open", errno);
}

void OutputFile::create_temporary(const std::string &final_path)
{
    final_path_ = final_path;
    for (int attempt = 0; attempt < 100; ++attempt) {
        // Short, so that it fits wherever the final name does.
        temporary_path_ =
            directory_of(final_path_) + "/.v4lxx-" + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".part";
        fd_ = ::open(temporary_path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (fd_ >= 0)
            return;
        if (errno != EEXIST)
            break;
    }
    const int error = errno;
    temporary_path_.clear();
    fail("open", error);
}

void OutputFile::fail(const char *call, int error) const
{
    if (error == EPIPE)
        throw Stop(exit_code::reader_gone, "");
    const std::string name = is_standard_output() ? "standard output" : path_;
    std::string text = "cannot write " + name + ": " + errno_text(error) + "\n  kernel: " + call;
    if (size_bytes_ > 0)
        text += ", after " + std::to_string(size_bytes_) + " bytes";
    if (!temporary_path_.empty())
        text += "\n  note:   the incomplete file was removed";
    throw Stop(exit_code::failure, text);
}

void OutputFile::write(const void *data, size_t size_bytes)
{
    const auto *next = static_cast<const unsigned char *>(data);
    while (size_bytes > 0) {
        size_t portion = size_bytes;
        if (in_place_ && interrupted_by() != 0) {
            // The frame is finished for a reader that still reads; one that does not must not hold up the end.
            pollfd ready = {fd_, POLLOUT, 0};
            if (::poll(&ready, 1, patience_after_signal_ms) == 0)
                throw interrupted_stop();
            portion = std::min(portion, surely_taken_bytes);
        }
        const ssize_t written = ::write(fd_, next, portion);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            fail("write", errno);
        next += written;
        size_bytes -= static_cast<size_t>(written);
        size_bytes_ += static_cast<uint64_t>(written);
    }
}

void OutputFile::publish()
{
    if (temporary_path_.empty())
        return;
    // close() reports what a network file system could not write.
    const int fd = fd_;
    if (::fsync(fd) != 0)
        fail("fsync", errno);
    fd_ = -1;
    if (::close(fd) != 0 && errno != EINTR)
        fail("close", errno);
    if (::rename(temporary_path_.c_str(), final_path_.c_str()) != 0)
        fail("rename", errno);
    temporary_path_.clear();
    const int directory = ::open(directory_of(final_path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory < 0)
        return;  // a directory that may be written but not read: the name is there, only its sync is not
    ::fsync(directory);
    ::close(directory);
}

bool OutputFile::is_terminal() const { return ::isatty(fd_) != 0; }

}  // namespace v4lxx::cli
