// At most so many messages of a kind a second; the others are counted, to be told of when the kind speaks again.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace v4lxx {

class LogLimiter {
public:
    static constexpr uint32_t most_per_second = 5;

    // Whether a message of the kind may be said now; if so, how many were not since the last one.
    bool admit(uint64_t kind, int64_t now_ns, uint64_t *left_out) noexcept
    {
        Entry &entry = find(kind, now_ns);
        if (now_ns - entry.begun_ns >= second_ns || now_ns < entry.begun_ns) {
            entry.begun_ns = now_ns;
            entry.said = 0;
        }
        entry.used_ns = now_ns;
        if (entry.said == most_per_second) {
            entry.left_out++;
            return false;
        }
        entry.said++;
        *left_out = entry.left_out;
        entry.left_out = 0;
        return true;
    }

private:
    struct Entry {
        uint64_t kind = 0;
        int64_t begun_ns = 0, used_ns = 0;
        uint32_t said = 0;
        uint64_t left_out = 0;
    };
    static constexpr int64_t second_ns = 1'000'000'000;
    static constexpr size_t most_kinds = 64;

    // Memory stays bounded: beyond so many kinds the one that was silent longest is forgotten.
    Entry &find(uint64_t kind, int64_t now_ns) noexcept
    {
        Entry *oldest = &entries_[0];
        for (size_t i = 0; i < used_; i++) {
            if (entries_[i].kind == kind)
                return entries_[i];
            if (entries_[i].used_ns < oldest->used_ns)
                oldest = &entries_[i];
        }
        Entry &entry = used_ < most_kinds ? entries_[used_++] : *oldest;
        entry = {kind, now_ns, now_ns, 0, 0};
        return entry;
    }

    std::array<Entry, most_kinds> entries_{};
    size_t used_ = 0;
};

}  // namespace v4lxx
