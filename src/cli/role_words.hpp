// What a node is for, in words.
#pragma once

#include <v4lxx/v4lxx.h>

namespace v4lxx::cli {

const char *role_word(v4lxx_node_role role);  // "capture", "metadata"; "unknown" for one this version does not know

}  // namespace v4lxx::cli
