// SIGINT, SIGTERM and SIGHUP as a clean end: the handler notes the signal and ends the wait. A second one kills at once.
#pragma once

#include "cli/stop.hpp"

#include <v4lxx/v4lxx.h>

namespace v4lxx::cli {

// From now on a reader that is gone and a file that grows too large are failures of write(), not the end of the program.
void ignore_output_signals();
// From now on the three signals are noted, for commands that have something to finish.
void catch_interrupts();

// The signal that came, or 0.
int interrupted_by();
// Throws Stop if one came.
void stop_if_interrupted();
Stop interrupted_stop();

// While it lives, a signal ends the wait of this stream, context or group.
class CancelsOnSignal {
public:
    explicit CancelsOnSignal(v4lxx_stream *stream);
    explicit CancelsOnSignal(v4lxx_context *context);
    explicit CancelsOnSignal(v4lxx_group *group);
    ~CancelsOnSignal();
    CancelsOnSignal(const CancelsOnSignal &) = delete;
    CancelsOnSignal &operator=(const CancelsOnSignal &) = delete;
};

}  // namespace v4lxx::cli
