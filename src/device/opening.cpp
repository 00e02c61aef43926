#include "device/opening.hpp"

#include "kernel/format_calls.hpp"

#include <cerrno>

namespace v4lxx::device {

static Failure open_failure(Code code, const char *name, int rc, std::string cause = {}, bool checked = true)
{
    Failure failure;
    failure.code = code;
    failure.operation = "open";
    failure.device = name;
    failure.sys_errno = rc < 0 ? -rc : 0;
    failure.request = "open";
    failure.cause = std::move(cause);
    failure.cause_checked = checked;
    return failure;
}

// Opening some character devices does things (a watchdog starts, a tape rewinds), so what is no V4L2 node is not opened at all.
static Result<void> check_kind(kernel::System &system, const char *name)
{
    kernel::PathKind kind;
    int rc = system.path_kind(name, &kind);
    if (rc == -ENOENT || rc == -ENOTDIR)
        return open_failure(Code::no_such_node, name, rc);
    if (rc == -EACCES)
        return open_failure(Code::open_denied, name, rc, "a folder of the path may not be searched");
    if (rc < 0)
        return open_failure(Code::open_failed, name, rc);
    if (kind.type == kernel::PathKind::directory)
        return open_failure(Code::is_directory, name, 0);
    if (kind.type == kernel::PathKind::regular)
        return open_failure(Code::is_regular_file, name, 0);
    if (kind.type != kernel::PathKind::character_device)
        return open_failure(Code::is_not_a_character_device, name, 0);
    if (kind.major != kernel::v4l2_major)
        return open_failure(Code::is_not_v4l2, name, 0,
                            "its major number is " + std::to_string(kind.major) + ", V4L2 devices have 81");
    return {};
}

static Failure refused_open(const char *name, int rc, const kernel::OpenProblem &problem, bool simulated)
{
    if (simulated && rc == -EINVAL)
        return open_failure(problem.in_script ? Code::sim_bad_script : Code::sim_bad_parameter, name, 0, problem.text);
    if (simulated && rc == -ENOSYS)
        return open_failure(Code::sim_not_built, name, 0);
    switch (-rc) {
    case EACCES:
    case EPERM: return open_failure(Code::open_denied, name, rc);
    case EBUSY: return open_failure(Code::open_busy, name, rc);
    case ENOENT: return open_failure(Code::no_such_node, name, rc);
    case ENODEV:
    case ENXIO: return open_failure(Code::device_gone, name, rc, "the node exists but nothing is behind it", false);
    case EMFILE: return open_failure(Code::too_many_files, name, rc, "the limit of this process is reached");
    case ENFILE: return open_failure(Code::too_many_files, name, rc, "the limit of the system is reached");
    case ENOMEM: return open_failure(Code::out_of_memory, name, rc);
    default: return open_failure(Code::open_failed, name, rc);
    }
}

static Result<Ref<DeviceInfo>> ask(kernel::Node &node, const std::string &path, bool simulated)
{
    auto capability = kernel::query_capability(node);
    if (!capability)
        return std::move(capability).failure().in("open").on(path);
    return Ref<DeviceInfo>::adopt(new DeviceInfo(path, *capability, simulated));
}

Result<OpenedNode> open_node(Context &context, const char *name)
{
    if (name[0] == '\0')
        return open_failure(Code::bad_name, "\"\"", 0, "the name is empty");
    kernel::System &system = context.system();
    const bool simulated = system.is_simulated(name);
    if (!simulated)
        if (auto good = check_kind(system, name); !good)
            return std::move(good).failure();
    OpenedNode opened;
    kernel::OpenProblem problem;
    if (int rc = system.open(name, &opened.node, &problem); rc < 0)
        return refused_open(name, rc, problem, simulated);
    auto info = ask(*opened.node, name, simulated);
    if (!info)
        return std::move(info).failure();
    opened.info = *std::move(info);
    return opened;
}

Result<OpenedNode> adopt_node(Context &context, int fd)
{
    const std::string name = "file descriptor " + std::to_string(fd);
    OpenedNode opened;
    if (int rc = context.system().adopt(fd, &opened.node); rc < 0) {
        Failure failure = rc == -EBADF    ? open_failure(Code::bad_descriptor, name.c_str(), rc)
                          : rc == -ENOTTY ? open_failure(Code::is_not_v4l2, name.c_str(), 0)
                                          : refused_open(name.c_str(), rc, {}, false);
        failure.request = "fcntl";
        return failure;
    }
    auto info = ask(*opened.node, "", false);
    if (!info)
        return std::move(info).failure().on(name);
    opened.info = *std::move(info);
    return opened;
}

}  // namespace v4lxx::device
