#include "cli/role_words.hpp"

#include <iterator>

namespace v4lxx::cli {

const char *role_word(v4lxx_node_role role)
{
    static constexpr const char *words[] = {"unknown",        "capture",           "output",       "memory-to-memory",
                                            "metadata",       "metadata output",   "VBI",          "VBI output",
                                            "radio receiver", "radio transmitter", "SDR receiver", "SDR transmitter",
                                            "touch",          "sub-device"};
    return role < std::size(words) ? words[role] : words[0];
}

}  // namespace v4lxx::cli
