#include "cli/progress.hpp"

#include <cinttypes>
#include <cstdio>
#include <string>
#include <unistd.h>

namespace v4lxx::cli {

namespace {
constexpr std::chrono::milliseconds between_draws{200};
constexpr const char *line_start = "\r\x1b[K";  // to the first column, the rest erased
}  // namespace

Progress::Progress(uint64_t wanted_frames) : wanted_frames_(wanted_frames), terminal_(::isatty(STDERR_FILENO) != 0) {}

void Progress::show(uint64_t frames, uint64_t dropped, double rate)
{
    if (!terminal_)
        return;
    const auto now = std::chrono::steady_clock::now();
    if (now < next_)
        return;
    next_ = now + between_draws;
    const std::string of = wanted_frames_ == 0 ? "" : " of " + std::to_string(wanted_frames_);
    std::fprintf(stderr, "%s%" PRIu64 "%s frames, %.2f per second, %" PRIu64 " dropped", line_start, frames, of.c_str(), rate,
                 dropped);
    std::fflush(stderr);
    drawn_ = true;
}

void Progress::clear()
{
    if (drawn_)
        std::fputs(line_start, stderr);
    drawn_ = false;
}

}  // namespace v4lxx::cli
