#include "stream/held.hpp"

#include "stream/queue.hpp"

#include <algorithm>
#include <tuple>

namespace v4lxx::stream {

// What is told of a frame is constant until it is handed out again, for which the queue's mutex is needed.
static HeldFrame told(const Frame &frame, int64_t now_ns)
{
    return {.number = frame.number(),
            .holder = frame.holder(),
            .bytes = frame.bytes(),
            .arrival_ns = frame.arrival_ns(),
            .age_ns = now_ns < 0 ? -1 : std::max<int64_t>(now_ns - frame.arrival_ns(), 0),
            .generation = frame.generation(),
            .references = frame.ref_count(),
            .buffer_index = frame.index(),
            .flags = frame.flags(),
            .taken_by = frame.taken_by(),
            .released_by = frame.released_by()};
}

// Whoever has a reference holds it; the marks of the queue also cover frames that are on their way back.
static void add_if_held(std::vector<HeldFrame> &out, const Frame &frame, int64_t now_ns)
{
    if (HeldFrame held = told(frame, now_ns); held.references != 0)
        out.push_back(held);
}

void BufferSet::list_held(std::vector<HeldFrame> &out, int64_t now_ns) const
{
    for (const Frame &frame : frames_)
        add_if_held(out, frame, now_ns);
    for (const Copy &copy : copies_)
        add_if_held(out, copy.frame, now_ns);
}

const Frame *BufferSet::frame_at(uint64_t address) const
{
    for (const Frame &frame : frames_)
        for (uint32_t p = 0; p < shape_.plane_count; p++) {
            const Mapping &plane = mapping(frame.index_, p);
            const auto start = reinterpret_cast<uintptr_t>(plane.address);
            if (plane.address != nullptr && address >= start && address - start < plane.length)
                return &frame;
        }
    return nullptr;
}

int BufferSet::allow_reading(const Frame &frame, bool allowed) noexcept
{
    for (uint32_t p = 0; p < shape_.plane_count; p++) {
        const Mapping &plane = mapping(frame.index_, p);
        if (int rc = system().protect(plane.address, plane.length, allowed); rc < 0)
            return rc;
    }
    return 0;
}

bool Queue::find_frame(uint64_t address, HeldFrame *out)
{
    Entry entry(*this);
    Lock lock(*this);
    const int64_t now_ns = entry ? entry.device().node().now_ns() : -1;
    std::lock_guard sets_lock(sets_mutex_);
    for (const BufferSet *set : living_sets_)
        if (const Frame *frame = set->frame_at(address)) {
            *out = told(*frame, now_ns);
            return true;
        }
    return false;
}

// The clock of a simulated camera is its own, and goes with the device.
std::vector<HeldFrame> Queue::held()
{
    std::vector<HeldFrame> all;
    {
        Entry entry(*this);
        Lock lock(*this);
        const int64_t now_ns = entry ? entry.device().node().now_ns() : -1;
        std::lock_guard sets_lock(sets_mutex_);
        for (const BufferSet *set : living_sets_)
            set->list_held(all, now_ns);
    }
    std::sort(all.begin(), all.end(), [](const HeldFrame &a, const HeldFrame &b) {
        return std::tie(a.generation, a.number) < std::tie(b.generation, b.number);
    });
    return all;
}

}  // namespace v4lxx::stream
