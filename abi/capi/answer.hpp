// What several entry points answer alike.
#pragma once

#include "guard.hpp"
#include "stream/queue.hpp"

namespace v4lxx::capi {

inline v4lxx_status status_of(stream::NextKind kind)
{
    switch (kind) {
    case stream::NextKind::frame: return V4LXX_OK;
    case stream::NextKind::again: return V4LXX_AGAIN;
    case stream::NextKind::timed_out: return V4LXX_TIMED_OUT;
    case stream::NextKind::ended: return V4LXX_END;
    }
    return V4LXX_ERROR_SYSTEM;
}

inline v4lxx_status report(Result<void> result, v4lxx_error **error)
{
    return result ? V4LXX_OK : fail(error, std::move(result).failure());
}

}  // namespace v4lxx::capi
