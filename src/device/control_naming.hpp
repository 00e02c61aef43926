// Which of the controls of a device a name means, and what to call one of them.
#pragma once

#include "kernel/controls.hpp"

#include <string>
#include <vector>

namespace v4lxx::device {

using ControlDescriptions = std::vector<kernel::ControlDescription>;
using ControlMatches = std::vector<const kernel::ControlDescription *>;

// The exact name counts before the one of the command line, and that before an older one. Headings are no controls.
ControlMatches find_matches(const ControlDescriptions &all, const std::string &name);
// At most three names of this device that a slip of the fingers could have made into the wanted one, which is normalised.
std::vector<std::string> nearest_names(const ControlDescriptions &all, const std::string &wanted);
// The name that finds this control and no other: that of the command line, else the driver's, else the number.
std::string calling_name(const ControlDescriptions &all, const kernel::ControlDescription &control);
// One word for a shell.
std::string in_shell_quotes(const std::string &word);

}  // namespace v4lxx::device
