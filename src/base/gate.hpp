// Lets calls in until it is shut; the last one out after that does the closing. So a file descriptor is never closed, and its number
// never given to somebody else, under a call that still uses it. No lock, no wait.
#pragma once

#include <atomic>
#include <cstdint>

namespace v4lxx {

class Gate {
public:
    // False once shut, and while somebody is alone inside or left it away.
    bool enter() noexcept
    {
        uint32_t inside = state_.load(std::memory_order_relaxed);
        do {
            if ((inside & (shut_bit | away_bit)) != 0)
                return false;
        } while (!state_.compare_exchange_weak(inside, inside + 1, std::memory_order_acquire, std::memory_order_relaxed));
        return true;
    }
    // True for the caller who has to do the closing: exactly one, ever.
    [[nodiscard]] bool leave() noexcept
    {
        return (state_.fetch_sub(1, std::memory_order_acq_rel) & ~away_bit) == (shut_bit | 1);
    }
    // True for the caller who has to do the closing, which is this one if nobody is inside.
    [[nodiscard]] bool shut() noexcept { return (state_.fetch_or(shut_bit, std::memory_order_acq_rel) & ~away_bit) == 0; }
    bool is_shut() const noexcept { return (state_.load(std::memory_order_acquire) & shut_bit) != 0; }

    // For whoever replaces what is behind the gate: keeps all others out from now on, until what is behind is there again, and gets in if
    // nobody is inside any more. False while others are, and once shut.
    bool enter_alone() noexcept
    {
        state_.fetch_or(away_bit, std::memory_order_relaxed);
        uint32_t expected = away_bit;
        return state_.compare_exchange_strong(expected, away_bit | 1, std::memory_order_acq_rel, std::memory_order_relaxed);
    }
    // True for the caller who has to do the closing.
    [[nodiscard]] bool leave_alone(bool is_there_again) noexcept
    {
        if (is_there_again)
            state_.fetch_and(~away_bit, std::memory_order_release);
        return leave();
    }
    bool is_away() const noexcept { return (state_.load(std::memory_order_acquire) & away_bit) != 0; }

private:
    static constexpr uint32_t shut_bit = 0x80000000u, away_bit = 0x40000000u;
    std::atomic<uint32_t> state_{0};
};

// One call inside: enters with the constructor and leaves with the destructor, which does the closing if it falls to it.
template <class Owner>
class Inside {
public:
    explicit Inside(Owner &owner) : owner_(owner.enter() ? &owner : nullptr) {}
    Inside(const Inside &) = delete;
    Inside &operator=(const Inside &) = delete;
    ~Inside()
    {
        if (owner_ != nullptr && owner_->gate().leave())
            owner_->finish_close();
    }
    explicit operator bool() const { return owner_ != nullptr; }

private:
    Owner *owner_;
};

}  // namespace v4lxx
