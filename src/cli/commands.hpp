// The commands of the program, one file each: what each understands, and what it does.
#pragma once

#include "cli/arguments.hpp"

#include <array>

namespace v4lxx::cli {

extern const CommandSpec list_command;
extern const CommandSpec info_command;
extern const CommandSpec formats_command;
extern const CommandSpec input_command;
extern const CommandSpec standard_command;
extern const CommandSpec timings_command;
extern const CommandSpec crop_command;
extern const CommandSpec ctl_command;
extern const CommandSpec snap_command;
extern const CommandSpec capture_command;
extern const CommandSpec bench_command;
extern const CommandSpec monitor_command;
extern const CommandSpec watch_command;
extern const CommandSpec stress_command;
extern const CommandSpec doctor_command;
extern const CommandSpec explain_command;

inline constexpr std::array all_commands = {
    &list_command,  &info_command,   &formats_command, &input_command,   &standard_command, &timings_command,
    &crop_command,  &ctl_command,    &snap_command,    &capture_command, &bench_command,    &monitor_command,
    &watch_command, &stress_command, &doctor_command,  &explain_command,
};

const CommandSpec *find_command(std::string_view name);

}  // namespace v4lxx::cli
