#include "cli/child_program.hpp"

#include "cli/pace.hpp"
#include "cli/standard_streams.hpp"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace v4lxx::cli {

namespace {

constexpr const char *this_program = "/proc/self/exe";
constexpr int64_t patience_ns = 5'000'000'000;
constexpr useconds_t between_looks_us = 5000;

int spawn(pid_t *process, const std::vector<std::string> &words, int errors)
{
    std::vector<std::string> kept = words;
    std::string name = "v4lxx";
    std::vector<char *> arguments = {name.data()};
    for (std::string &word : kept)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
    const int rc = ::posix_spawn(process, this_program, &actions, nullptr, arguments.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    return rc;
}

}  // namespace

ChildProgram::ChildProgram(const std::vector<std::string> &words) : errors_(::memfd_create("v4lxx-errors", MFD_CLOEXEC))
{
    std::signal(SIGCHLD, SIG_DFL);  // it may have been inherited as ignored; then nobody is told how a child ended
    const int rc = errors_ < 0 ? errno : spawn(&process_, words, errors_);
    if (rc == 0)
        return;
    ::close(errors_);
    throw Stop(exit_code::failure, "cannot start this program once more: " + errno_text(rc));
}

ChildProgram::~ChildProgram()
{
    if (!has_ended()) {
        ::kill(process_, SIGTERM);
        const int64_t end_ns = monotonic_ns() + patience_ns;
        while (!has_ended() && monotonic_ns() < end_ns)
            ::usleep(between_looks_us);
    }
    if (!has_ended()) {
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
    }
    ::close(errors_);
}

bool ChildProgram::has_ended()
{
    if (process_ < 0)
        return true;
    int status = 0;
    if (::waitpid(process_, &status, WNOHANG) == 0)
        return false;
    process_ = -1;
    exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : exit_code::signal_base + WTERMSIG(status);
    return true;
}

std::string ChildProgram::problem() const
{
    std::string text;
    char portion[4096];
    for (ssize_t size = 0; (size = ::pread(errors_, portion, sizeof(portion), static_cast<off_t>(text.size()))) > 0;)
        text.append(portion, static_cast<size_t>(size));
    return text;
}

}  // namespace v4lxx::cli
