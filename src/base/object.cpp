#include "base/object.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <mutex>
#include <new>
#include <utility>

namespace v4lxx {

static std::atomic<MisuseTrap> misuse_trap{nullptr};
static std::atomic<const char *> last_misuse{nullptr};  // for a debugger and for core dumps

// A count no living object reaches; a dead one in a debug build keeps it until its memory is used again.
static constexpr uint32_t dead = 0xdead0000;

MisuseTrap set_misuse_trap(MisuseTrap trap) noexcept { return misuse_trap.exchange(trap); }

void report_misuse(const char *what) noexcept
{
    last_misuse.store(what);
    if (MisuseTrap trap = misuse_trap.load()) {
        trap(what);
        return;
    }
#ifndef NDEBUG
    std::abort();
#endif
}

Object::~Object() { refs_.store(dead, std::memory_order_relaxed); }

void Object::ref() noexcept
{
    [[maybe_unused]] uint32_t before = refs_.fetch_add(1, std::memory_order_relaxed);
#ifndef NDEBUG
    if (before == 0 || before >= dead) {
        refs_.store(before, std::memory_order_relaxed);
        report_misuse("ref of a handle that is no longer alive");
    }
#endif
}

bool Object::try_ref() noexcept
{
    uint32_t before = refs_.load(std::memory_order_relaxed);
    while (before != 0)
        if (refs_.compare_exchange_weak(before, before + 1, std::memory_order_relaxed))
            return true;
    return false;
}

void Object::unref() noexcept
{
    uint32_t before = refs_.load(std::memory_order_relaxed);
    do {
        if (before == 0 || before >= dead) {
            report_misuse("unref of a handle that is no longer alive");
            return;
        }
    } while (!refs_.compare_exchange_weak(before, before - 1, std::memory_order_acq_rel, std::memory_order_relaxed));
    if (before == 1)
        last_unref();
}

void Object::last_unref() noexcept { delete this; }

void *Object::operator new(size_t size) { return ::operator new(size); }

#ifdef NDEBUG
void Object::operator delete(void *memory) { ::operator delete(memory); }
size_t quarantined_objects() noexcept { return 0; }
#else
// Debug builds keep the memory of the last objects that ended, so that one unref too many finds the mark of the dead.
static std::mutex quarantine_mutex;  // guards quarantine and quarantine_next; nothing else is held with it
static void *quarantine[256];
static size_t quarantine_next;

void Object::operator delete(void *memory)
{
    void *oldest;
    {
        std::lock_guard lock(quarantine_mutex);
        oldest = std::exchange(quarantine[quarantine_next], memory);
        quarantine_next = (quarantine_next + 1) % std::size(quarantine);
    }
    ::operator delete(oldest);
}

size_t quarantined_objects() noexcept
{
    std::lock_guard lock(quarantine_mutex);
    return static_cast<size_t>(
        std::count_if(std::begin(quarantine), std::end(quarantine), [](void *p) { return p != nullptr; }));
}
#endif

}  // namespace v4lxx
