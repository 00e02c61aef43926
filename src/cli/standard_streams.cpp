#include "cli/standard_streams.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <v4lxx/v4lxx.h>

namespace v4lxx::cli {

void occupy_standard_descriptors()
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
        // The lowest free number is taken, which is this one. Read only: writing to it is EBADF, as it was.
        if (::fcntl(fd, F_GETFD) < 0 && ::open("/dev/null", O_RDONLY) != fd)
            return;
    }
}

void print(std::FILE *stream, const std::string &text)
{
    const bool written = std::fwrite(text.data(), 1, text.size(), stream) == text.size() && std::fflush(stream) == 0;
    if (written)
        return;
    if (errno == EPIPE)
        throw Stop(exit_code::reader_gone, "");
    throw Stop(exit_code::failure, "cannot write to standard output: " + errno_text(errno));
}

void print_problem(const std::string &message)
{
    const std::string text = "v4lxx: " + message + "\n";
    // There is nowhere left to report that standard error cannot be written.
    std::fputs(text.c_str(), stderr);
}

std::string errno_text(int error)
{
    switch (error) {
    case EACCES: return "permission denied (EACCES)";
    case EPERM: return "operation not permitted (EPERM)";
    case ENOENT: return "no such file or directory (ENOENT)";
    case ENOTDIR: return "part of the path is not a directory (ENOTDIR)";
    case EISDIR: return "it is a directory (EISDIR)";
    case ENOSPC: return "no space left on device (ENOSPC)";
    case EDQUOT: return "disk quota exceeded (EDQUOT)";
    case EFBIG: return "file too large: a limit of the process or of the file system (EFBIG)";
    case EROFS: return "read-only file system (EROFS)";
    case EIO: return "input/output error (EIO)";
    case EBADF: return "not open (EBADF)";
    case EPIPE: return "the reader is gone (EPIPE)";
    case EMFILE: return "too many open files (EMFILE)";
    case ENAMETOOLONG: return "file name too long (ENAMETOOLONG)";
    case ELOOP: return "too many symbolic links (ELOOP)";
    case ETXTBSY: return "a running program (ETXTBSY)";
    default: return std::string("it cannot be done (") + v4lxx_errno_get_name(error) + ", errno " + std::to_string(error) + ")";
    }
}

}  // namespace v4lxx::cli
