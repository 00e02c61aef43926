#include "cli/interruption.hpp"

#include <atomic>
#include <csignal>
#include <initializer_list>

namespace v4lxx::cli {

namespace {

std::atomic<int> came{0};
std::atomic<v4lxx_stream *> waiting{nullptr};
std::atomic<v4lxx_context *> waiting_context{nullptr};
std::atomic<v4lxx_group *> waiting_group{nullptr};
static_assert(std::atomic<int>::is_always_lock_free && std::atomic<v4lxx_stream *>::is_always_lock_free);

extern "C" void note_signal(int number)
{
    came.store(number);
    v4lxx_stream_cancel(waiting.load());
    v4lxx_context_cancel(waiting_context.load());
    v4lxx_group_cancel(waiting_group.load());
}

const char *signal_name(int number) { return number == SIGINT ? "SIGINT" : number == SIGTERM ? "SIGTERM" : "SIGHUP"; }

}  // namespace

void ignore_output_signals()
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

void catch_interrupts()
{
    struct sigaction action = {};
    action.sa_handler = note_signal;
    // Without SA_RESTART: a write to a full pipe ends with EINTR. The second signal has its default effect.
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (int number : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before = {};
        // nohup asks for SIGHUP to be ignored.
        if (number == SIGHUP && sigaction(number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN)
            continue;
        sigaction(number, &action, nullptr);
    }
}

int interrupted_by() { return came.load(); }

Stop interrupted_stop()
{
    return {exit_code::signal_base + came.load(), std::string("interrupted by ") + signal_name(came.load())};
}

void stop_if_interrupted()
{
    if (interrupted_by() != 0)
        throw interrupted_stop();
}

CancelsOnSignal::CancelsOnSignal(v4lxx_stream *stream) { waiting.store(stream); }
CancelsOnSignal::CancelsOnSignal(v4lxx_context *context) { waiting_context.store(context); }
CancelsOnSignal::CancelsOnSignal(v4lxx_group *group) { waiting_group.store(group); }

CancelsOnSignal::~CancelsOnSignal()
{
    waiting.store(nullptr);
    waiting_context.store(nullptr);
    waiting_group.store(nullptr);
}

}  // namespace v4lxx::cli
