#include "support/baseline.hpp"

#include "support/check.hpp"

#include "base/object.hpp"

#include <algorithm>
#include <cstdlib>
#include <dirent.h>
#include <fcntl.h>
#include <filesystem>
#include <malloc.h>
#include <new>
#include <sys/resource.h>

namespace {

std::atomic<int64_t> alive{0}, alive_bytes{0};
std::atomic<uint64_t> made{0};
std::atomic<int64_t> failing{-1};
std::atomic<bool> failing_on{false}, failed{false};

size_t count_entries(const char *folder)
{
    DIR *directory = opendir(folder);
    size_t n = 0;
    while (readdir(directory) != nullptr)
        n++;
    closedir(directory);
    return n;  // "." and ".." among them; only differences matter
}

bool this_one_fails()
{
    if (failing.load() < 0)
        return false;
    const int64_t left = failing.fetch_sub(1);
    if (left > 0)
        return false;
    failing.store(failing_on.load() ? 0 : -1);
    failed.store(true);
    return true;
}

[[maybe_unused]] void *allocate(size_t size, size_t alignment)
{
    if (this_one_fails())
        throw std::bad_alloc();
    void *memory = alignment > alignof(std::max_align_t)
                       ? std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment)
                       : std::malloc(size != 0 ? size : 1);
    if (memory == nullptr)
        throw std::bad_alloc();
    alive.fetch_add(1);
    alive_bytes.fetch_add(static_cast<int64_t>(malloc_usable_size(memory)));
    made.fetch_add(1);
    return memory;
}

void *allocate_or_null(size_t size) noexcept
{
    try {
        return allocate(size, 0);
    } catch (const std::bad_alloc &) {
        return nullptr;
    }
}

[[maybe_unused]] void release(void *memory)
{
    if (memory == nullptr)
        return;
    alive.fetch_sub(1);
    alive_bytes.fetch_sub(static_cast<int64_t>(malloc_usable_size(memory)));
    std::free(memory);
}

}  // namespace

// ThreadSanitizer brings operators of its own that cannot be replaced: there allocations are not counted and do not fail.
#if defined(__SANITIZE_THREAD__)
#define V4LXX_COUNTS_ALLOCATIONS 0
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define V4LXX_COUNTS_ALLOCATIONS 0
#endif
#endif

#ifndef V4LXX_COUNTS_ALLOCATIONS
#define V4LXX_COUNTS_ALLOCATIONS 1
#endif

#if V4LXX_COUNTS_ALLOCATIONS
void *operator new(size_t size) { return allocate(size, 0); }
void *operator new[](size_t size) { return allocate(size, 0); }
void *operator new(size_t size, std::align_val_t alignment) { return allocate(size, static_cast<size_t>(alignment)); }
void *operator new[](size_t size, std::align_val_t alignment) { return allocate(size, static_cast<size_t>(alignment)); }
void *operator new(size_t size, const std::nothrow_t &) noexcept { return allocate_or_null(size); }
void *operator new[](size_t size, const std::nothrow_t &) noexcept { return allocate_or_null(size); }
void operator delete(void *memory, const std::nothrow_t &) noexcept { release(memory); }
void operator delete[](void *memory, const std::nothrow_t &) noexcept { release(memory); }
void operator delete(void *memory) noexcept { release(memory); }
void operator delete[](void *memory) noexcept { release(memory); }
void operator delete(void *memory, size_t) noexcept { release(memory); }
void operator delete[](void *memory, size_t) noexcept { release(memory); }
void operator delete(void *memory, std::align_val_t) noexcept { release(memory); }
void operator delete[](void *memory, std::align_val_t) noexcept { release(memory); }
void operator delete(void *memory, size_t, std::align_val_t) noexcept { release(memory); }
void operator delete[](void *memory, size_t, std::align_val_t) noexcept { release(memory); }
#endif

namespace v4lxx::test {

std::string Baseline::text() const
{
    return std::to_string(descriptors) + " descriptors, " + std::to_string(buffer_mappings) + " buffer mappings, " +
           std::to_string(threads) + " threads, " + std::to_string(allocations) + " allocations";
}

// A thread that was joined may have a few steps left to its end in the kernel, and is listed until then.
static bool is_ending(const std::filesystem::path &task)
{
    constexpr unsigned long pf_exiting = 0x4;  // of /proc/PID/stat, set for good when a thread begins to end
    std::ifstream file(task / "stat");
    std::string text;
    if (!std::getline(file, text))
        return true;                                             // it has ended
    std::istringstream words(text.substr(text.rfind(')') + 1));  // behind a name that may have any
    std::string state;
    long parent = 0, group = 0, session = 0, terminal = 0, foreground = 0;
    unsigned long flags = 0;
    words >> state >> parent >> group >> session >> terminal >> foreground >> flags;
    return (flags & pf_exiting) != 0;
}

static size_t count_threads()
{
    size_t count = 0;
    for (const auto &task : std::filesystem::directory_iterator("/proc/self/task"))
        count += is_ending(task.path()) ? 0 : 1;
    return count;
}

Baseline measure()
{
    Baseline now;
    if (V4LXX_COUNTS_ALLOCATIONS)
        now.allocations = alive.load() - static_cast<int64_t>(quarantined_objects());  // before the strings below
    now.descriptors = count_entries("/proc/self/fd");
    now.threads = count_threads();
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);)
        if (line.find("memfd:") != std::string::npos || line.find("/dev/video") != std::string::npos)
            now.buffer_mappings++;
    maps.close();
    return now;
}

void assert_baseline(const Baseline &before)
{
    Baseline after = measure();
    if (!(after == before))
        fail_msg("left behind: before %s; after %s", before.text().c_str(), after.text().c_str());
}

void allow_descriptors(size_t count)
{
    rlimit limit{};
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &limit), 0);
    assert_true(limit.rlim_max >= count);
    limit.rlim_cur = std::max<rlim_t>(limit.rlim_cur, count);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &limit), 0);
}

size_t inheritable_descriptors()
{
    size_t count = 0;
    for (int fd = 0; fd < 1024; fd++) {
        const int flags = fcntl(fd, F_GETFD);
        count += flags >= 0 && (flags & FD_CLOEXEC) == 0;
    }
    return count;
}

int64_t allocated_bytes() { return alive_bytes.load(); }

uint64_t allocations_made() { return made.load(); }

void fail_allocation(int64_t nth, bool and_all_later)
{
    failed.store(false);
    failing_on.store(and_all_later);
    failing.store(nth);
}

bool allocation_failed() { return failed.load(); }

}  // namespace v4lxx::test
