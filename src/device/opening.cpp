#include "device/opening.hpp"

#include "device/access.hpp"
#include "device/lookup.hpp"
#include "kernel/format_calls.hpp"
#include "kernel/kernel_failure.hpp"

#include <cerrno>

namespace v4lxx::device {

static Failure open_failure(Code code, const char *name, int rc, std::string cause = {})
{
    Failure failure;
    failure.code = code;
    failure.operation = "open";
    failure.device = name;
    failure.sys_errno = rc < 0 ? -rc : 0;
    failure.request = "open";
    failure.cause = std::move(cause);
    failure.cause_checked = true;
    return failure;
}

// Opening some character devices does things (a watchdog starts, a tape rewinds), so what is no V4L2 node is not opened at all.
static Result<kernel::PathKind> check_kind(kernel::System &system, const char *name)
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
    return kind;
}

// Between the look at the path and its opening another node may have taken its place; what was opened is asked nothing then.
static Result<void> check_same(kernel::Node &node, const char *name, const kernel::PathKind &seen)
{
    kernel::PathKind opened;
    const int rc = node.kind(&opened);
    if (rc == -ENOSYS || (rc == 0 && opened.type == seen.type && opened.major == seen.major && opened.minor == seen.minor))
        return {};
    if (rc < 0)
        return open_failure(Code::open_failed, name, rc);
    return open_failure(Code::node_changed, name, 0,
                        "it was device " + std::to_string(seen.major) + ":" + std::to_string(seen.minor) +
                            " when it was looked at and " + std::to_string(opened.major) + ":" + std::to_string(opened.minor) +
                            " when it was opened");
}

static Failure refused_open(kernel::System &system, const char *name, int rc, const kernel::OpenProblem &problem,
                            bool simulated)
{
    if (simulated && rc == -EINVAL)
        return open_failure(problem.in_script ? Code::sim_bad_script : Code::sim_bad_parameter, name, 0, problem.text);
    if (simulated && rc == -ENOSYS)
        return open_failure(Code::sim_not_built, name, 0);
    Failure refused = kernel::call_failure(rc, "open").in("open").on(name);
    return refused.code == Code::open_denied && !simulated ? explain_denied(system, name, std::move(refused)) : refused;
}

static Result<Ref<DeviceInfo>> ask(kernel::Node &node, const std::string &path, bool simulated)
{
    auto capability = kernel::query_capability(node);
    if (!capability)
        return std::move(capability).failure().in("open").on(path);
    return Ref<DeviceInfo>::adopt(new DeviceInfo(path, *capability, simulated));
}

static Result<OpenedNode> open_path(Context &context, const char *name, const kernel::PathKind *seen)
{
    kernel::System &system = context.system();
    const bool simulated = system.is_simulated(name);
    OpenedNode opened;
    kernel::OpenProblem problem;
    if (int rc = system.open(name, &opened.node, &problem); rc < 0)
        return refused_open(system, name, rc, problem, simulated);
    if (seen != nullptr)
        if (auto same = check_same(*opened.node, name, *seen); !same)
            return std::move(same).failure();
    auto info = ask(*opened.node, name, simulated);
    if (!info)
        return std::move(info).failure();
    opened.info = *std::move(info);
    return opened;
}

Result<OpenedNode> open_node(Context &context, const char *name)
{
    if (name[0] == '\0')
        return open_failure(Code::bad_name, "\"\"", 0, "the name is empty");
    if (context.system().is_simulated(name))
        return open_path(context, name, nullptr);
    auto kind = check_kind(context.system(), name);
    if (!kind)
        return std::move(kind).failure();
    return open_path(context, name, &*kind);
}

// What was found may have gone, and something else come, before it is opened: then it is not what the name means.
static Result<OpenedNode> open_found(Context &context, const char *name)
{
    auto found = find_node(context, name);
    if (!found)
        return std::move(found).failure();
    auto opened = open_node(context, (*found)->path().c_str());
    if (!opened)
        return opened;
    if (opened->info->bus() != (*found)->bus() || opened->info->card() != (*found)->card())
        return open_failure(Code::node_changed, name, 0,
                            (*found)->label() + " was found, and then " + opened->info->label() + " was there");
    opened->info->identify((*found)->place(), (*found)->id());
    return opened;
}

Result<OpenedNode> open_named(Context &context, const char *name)
{
    return is_lookup_name(name) ? open_found(context, name) : open_node(context, name);
}

Result<void> add_simulated(Context &context, const char *name)
{
    kernel::OpenProblem problem;
    const int rc = context.system().offer_simulated(name, &problem);
    if (rc == 0)
        return {};
    if (rc == -EINVAL && problem.text.empty())
        problem.text = "names of simulated devices begin with sim:";
    Failure failure = refused_open(context.system(), name, rc, problem, true);
    failure.operation = "add the simulated device";
    return failure;
}

Result<OpenedNode> adopt_node(Context &context, int fd)
{
    const std::string name = "file descriptor " + std::to_string(fd);
    OpenedNode opened;
    if (int rc = context.system().adopt(fd, &opened.node); rc < 0) {
        Failure failure = rc == -EBADF    ? open_failure(Code::bad_descriptor, name.c_str(), rc)
                          : rc == -ENOTTY ? open_failure(Code::is_not_v4l2, name.c_str(), 0)
                                          : refused_open(context.system(), name.c_str(), rc, {}, false);
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
