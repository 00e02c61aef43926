// What a test may not leave behind: file descriptors, mappings of buffers, threads, allocations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace v4lxx::test {

struct Baseline {
    size_t descriptors = 0;
    size_t buffer_mappings = 0;  // of simulated or real buffers
    size_t threads = 0;
    int64_t allocations = 0;  // alive

    bool operator==(const Baseline &) const = default;
    std::string text() const;
};

Baseline measure();

// Fails the test with both texts if something is left.
void assert_baseline(const Baseline &before);

// Lets this process have so many descriptors; fails the test if it may not.
void allow_descriptors(size_t count);

// Descriptors that a program started by exec would inherit.
size_t inheritable_descriptors();

// Bytes that operator new gave and that were not given back, as much as malloc really took for them; 0 where it is not counted.
int64_t allocated_bytes();

// Allocations by operator new since the program began.
uint64_t allocations_made();
// From the nth allocation from now on (0: the next) one or all fail with bad_alloc; -1: none fails.
void fail_allocation(int64_t nth, bool and_all_later = false);
bool allocation_failed();  // since the last call of fail_allocation

}  // namespace v4lxx::test
