// Tells on standard error that a camera was lost, that another one is in its place, and that it is back.
#pragma once

#include "cli/library.hpp"

namespace v4lxx::cli {

void note_reconnects(const Context &context);  // --verbose tells all of that anyway

}  // namespace v4lxx::cli
