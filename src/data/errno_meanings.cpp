#include "data/errno_meanings.hpp"

#include <cerrno>

namespace v4lxx {

// Rows of one errno stand before those of the others, rows of one call before those of any, rows of one state before those of any.
static constexpr int any_error = 0;
static constexpr ErrnoMeaning meanings[] = {
#include "data/errno_meanings.inc"
};

const ErrnoMeaning *find_errno_meaning(std::string_view call, int error, DeviceState state)
{
    for (const ErrnoMeaning &row : meanings)
        if ((row.error == error || row.error == any_error) && (row.state == DeviceState::any || row.state == state) &&
            (call == row.call || std::string_view(row.call) == "any"))
            return &row;
    return nullptr;
}

}  // namespace v4lxx
