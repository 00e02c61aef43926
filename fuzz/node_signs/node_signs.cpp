// Messages about devices come from a socket and from inotify: bytes that others may have written. The first byte says which of them this is.
#include "kernel/linux/node_signs.hpp"
#include "support/require.hpp"

#include <string_view>

using namespace v4lxx::kernel;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char *>(data) + 1, size - 1);
    if (data[0] % 2 == 1) {
        has_video_node(text);
        return 0;
    }
    const bool counts = is_uevent_of_video(text);
    REQUIRE(!counts || text.find("SUBSYSTEM=") != text.npos);
    REQUIRE(!counts || text.find('@') < text.find('\0'));
    REQUIRE(!is_video_node(text) || text.find('\0') == text.npos);
    return 0;
}
