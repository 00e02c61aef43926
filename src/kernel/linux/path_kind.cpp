#include "kernel/linux/path_kind.hpp"

#include <sys/sysmacros.h>

namespace v4lxx::kernel {

PathKind path_kind_of(const struct stat &status)
{
    PathKind kind;
    kind.type = S_ISCHR(status.st_mode)   ? PathKind::character_device
                : S_ISDIR(status.st_mode) ? PathKind::directory
                : S_ISREG(status.st_mode) ? PathKind::regular
                                          : PathKind::other;
    kind.major = major(status.st_rdev);
    kind.minor = minor(status.st_rdev);
    kind.mode = status.st_mode & 07777;
    kind.owner = status.st_uid;
    kind.group = status.st_gid;
    kind.inode = status.st_ino;
    kind.changed_ns = int64_t{status.st_ctim.tv_sec} * 1'000'000'000 + status.st_ctim.tv_nsec;
    return kind;
}

}  // namespace v4lxx::kernel
