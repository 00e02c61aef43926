// A line of at most so many things, which allocates nothing.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

namespace v4lxx::stream {

template <class T, size_t room>
class Ring {
public:
    bool empty() const { return count_ == 0; }
    size_t size() const { return count_; }
    const T &operator[](size_t i) const { return slots_[(first_ + i) % room]; }
    const T &front() const { return slots_[first_]; }
    void push(T one) { slots_[(first_ + count_++) % room] = std::move(one); }  // only if there is room
    T pop()
    {
        T one = std::move(slots_[first_]);
        first_ = (first_ + 1) % room;
        count_--;
        return one;
    }

private:
    std::array<T, room> slots_{};
    size_t first_ = 0, count_ = 0;
};

}  // namespace v4lxx::stream
