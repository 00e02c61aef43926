#include "stream/group_matcher.hpp"

#include <algorithm>
#include <limits>

namespace v4lxx::stream {

static constexpr int64_t usual_interval_ns = 33'333'333;  // until anything better is known
static constexpr uint32_t fewest_frames_for_drift = 30;
// A driver's numbers are not believed beyond these, so that sums of them stay within 64 bits.
static constexpr int64_t longest_interval_ns = 1'000'000'000'000;
static constexpr int64_t farthest_stamp_ns = int64_t{1} << 60;

static uint64_t bit_of(size_t camera) { return uint64_t{1} << camera; }

void GroupMatcher::add() noexcept
{
    cameras_.emplace_back();
    tolerance_ = find_tolerance();
}

void GroupMatcher::expect(uint32_t index, kernel::Fraction interval, int64_t offset_ns) noexcept
{
    Camera &camera = cameras_[index];
    camera.is_gone = false;
    camera.told_ns = to_ns(interval);
    camera.offset_ns = std::clamp(offset_ns, -longest_interval_ns, longest_interval_ns);
    tolerance_ = find_tolerance();
}

bool GroupMatcher::can_compare(kernel::Clock clock)
{
    if (clock == kernel::Clock::unknown || clock == kernel::Clock::copy || (has_clock_ && clock != clock_))
        return false;
    clock_ = clock;
    has_clock_ = true;
    return true;
}

int64_t GroupMatcher::interval_of(const Camera &camera) const
{
    const double measured = camera.pace.interval_ns();
    const double best = measured > 0 ? measured : camera.told_ns;
    return best > 0 ? static_cast<int64_t>(std::clamp(best, 1.0, 1.0 * longest_interval_ns)) : usual_interval_ns;
}

int64_t GroupMatcher::find_tolerance() const
{
    if (by_sequences_)
        return 0;
    if (wish_.tolerance_ns > 0)
        return std::min(wish_.tolerance_ns, longest_interval_ns);
    int64_t shortest = std::numeric_limits<int64_t>::max();
    for (const Camera &camera : cameras_)
        shortest = std::min(shortest, interval_of(camera));
    return shortest / 2;
}

// Where all stamps are of the same kind nothing has to be assumed. Else a frame that is stamped at its end is taken to have begun one interval
// before: exposure and readout together take as long at most, and nothing tells how much less.
int64_t GroupMatcher::moment_of(const Camera &camera, const Waiting &frame) const
{
    return frame.stamp_ns + camera.offset_ns - (is_mixed_ && !frame.at_start ? interval_of(camera) : 0);
}

int64_t GroupMatcher::key_of(const Camera &camera, const Waiting &frame) const
{
    return by_sequences_ ? frame.number : moment_of(camera, frame);
}

// Of a camera that began anew: its frame goes with the one that another camera takes at the same time. What is behind the last frame of that
// other one is told by the time between them.
int64_t GroupMatcher::aligned_number(const Camera &camera, const Sighting &seen, bool has_stamp) const
{
    for (const Camera &other : cameras_) {
        if (&other == &camera || !other.has_last)
            continue;
        const bool by_stamps = stamps_compare_ && has_stamp && other.last.has_stamp;
        const Waiting now{seen.stamp_ns, 0, seen.now_ns, seen.at_start, true};
        const int64_t later_ns =
            by_stamps ? moment_of(camera, now) - moment_of(other, other.last) : seen.now_ns - other.last.since_ns;
        const int64_t interval_ns = interval_of(other);
        return other.last.number + (later_ns + (later_ns < 0 ? -interval_ns : interval_ns) / 2) / interval_ns;
    }
    return static_cast<int64_t>(seen.driver_number);
}

// The first time cameras are taken to count alike, as they do on one trigger. The number of a queue goes on where that of the driver wraps, and
// one further where the driver begins anew.
void GroupMatcher::follow_numbers(Camera &camera, const Sighting &seen, bool has_stamp)
{
    const bool restarted = camera.has_last && seen.generation != camera.generation;
    const bool goes_on = camera.has_last && !restarted &&
                         static_cast<uint32_t>(seen.number - camera.last_count) == seen.driver_number - camera.driver_number;
    if (!camera.has_last)
        camera.ahead = static_cast<int64_t>(seen.driver_number) - static_cast<int64_t>(seen.number);
    else if (!goes_on)
        camera.ahead = aligned_number(camera, seen, has_stamp) - static_cast<int64_t>(seen.number);
    if (camera.has_last && !goes_on) {
        camera.resets++;
        camera.pace.restart();
        last_set_key_.reset();
    }
    camera.generation = seen.generation;
    camera.driver_number = seen.driver_number;
    camera.last_count = seen.number;
}

GroupMatcher::Fate GroupMatcher::take(uint32_t index, const Sighting &seen)
{
    Camera &camera = cameras_[index];
    const bool has_stamp = !seen.stamp_is_odd && std::abs(seen.stamp_ns / 2) < farthest_stamp_ns / 2;
    const bool comparable = !has_stamp || can_compare(seen.clock);
    if (!comparable && wish_.by == MatchBy::stamps)
        return Fate::cannot_compare;
    stamps_compare_ = stamps_compare_ && comparable;
    follow_numbers(camera, seen, has_stamp);
    if (has_stamp)
        camera.pace.take(seen.number, seen.stamp_ns);
    const auto number = static_cast<int64_t>(seen.number + static_cast<uint64_t>(camera.ahead));
    const Waiting frame{seen.stamp_ns, number, seen.now_ns, seen.at_start, has_stamp};
    camera.last = frame;
    camera.has_last = true;
    choose_keys();
    camera.most_held = seen.most_held == 0 ? wish_.most_held : std::min(seen.most_held, wish_.most_held);
    camera.frames++;
    if (is_late(camera, frame)) {
        camera.late++;
        return Fate::late;
    }
    camera.waiting.push(frame);
    return Fate::waits;
}

// What frames are compared by; keys of before a change say nothing about those after it.
void GroupMatcher::choose_keys()
{
    const bool by_sequences = by_sequences_ || !stamps_compare_;
    bool some_at_start = false, some_at_end = false;
    for (const Camera &camera : cameras_)
        if (camera.has_last)
            (camera.last.at_start ? some_at_start : some_at_end) = true;
    const bool is_mixed = some_at_start && some_at_end;
    if (by_sequences != by_sequences_ || is_mixed != is_mixed_)
        last_set_key_.reset();
    by_sequences_ = by_sequences;
    is_mixed_ = is_mixed;
    tolerance_ = find_tolerance();
}

// Sets are handed out in the order of time.
bool GroupMatcher::is_late(const Camera &camera, const Waiting &frame) const
{
    return last_set_key_ && (by_sequences_ || frame.has_stamp) && key_of(camera, frame) < *last_set_key_;
}

const GroupMatcher::Camera *GroupMatcher::oldest() const
{
    const Camera *oldest = nullptr;
    for (const Camera &camera : cameras_) {
        if (camera.waiting.empty())
            continue;
        if (!by_sequences_ && !camera.waiting.front().has_stamp)
            return &camera;  // without a time it has no partner
        if (oldest == nullptr || key_of(camera, camera.waiting.front()) < key_of(*oldest, oldest->waiting.front()))
            oldest = &camera;
    }
    return oldest;
}

// Whether `other` has a frame, or may yet have one, that belongs to the oldest of all, which is of `camera`.
GroupMatcher::Partner GroupMatcher::partner_in(const Camera &other, const Camera &camera, int64_t key) const
{
    const bool has_one = !other.waiting.empty();
    if (!has_one && (other.is_gone || (other.has_last && (by_sequences_ || other.last.has_stamp) &&
                                       key_of(other, other.last) > key + tolerance_)))
        return Partner::none;  // they come in the order of time
    if (!has_one)
        return Partner::may_come;
    const int64_t distance = key_of(other, other.waiting.front()) - key;
    if (distance > tolerance_)
        return Partner::none;
    // With a wide tolerance the next frame of this camera may be nearer.
    const int64_t next =
        camera.waiting.size() > 1 ? key_of(camera, camera.waiting[1]) : key + (by_sequences_ ? 1 : interval_of(camera));
    return std::abs(next - key - distance) < distance ? Partner::none : Partner::is_there;
}

bool GroupMatcher::must_decide(int64_t now_ns) const
{
    const int64_t deadline_ns = next_deadline_ns();
    return (deadline_ns >= 0 && now_ns >= deadline_ns) ||
           std::any_of(cameras_.begin(), cameras_.end(), [](const Camera &c) { return c.waiting.size() > c.most_held; });
}

int64_t GroupMatcher::next_deadline_ns() const
{
    int64_t first_ns = -1;
    for (const Camera &camera : cameras_)
        if (wish_.max_wait_ns > 0 && !camera.waiting.empty()) {
            const int64_t since_ns = camera.waiting.front().since_ns,
                          end_ns = since_ns + std::min(wish_.max_wait_ns, std::numeric_limits<int64_t>::max() - since_ns);
            first_ns = first_ns < 0 ? end_ns : std::min(first_ns, end_ns);
        }
    return first_ns;
}

// Always about the oldest frame of all, so that what is decided stays decided.
std::optional<GroupMatcher::Decision> GroupMatcher::decide(int64_t now_ns)
{
    const Camera *first = oldest();
    if (first == nullptr)
        return std::nullopt;
    const bool has_key = by_sequences_ || first->waiting.front().has_stamp;
    const int64_t key = key_of(*first, first->waiting.front());
    uint64_t partners = 0;
    size_t first_index = 0, none = 0, may_come = 0;
    for (size_t i = 0; i < cameras_.size(); i++) {
        const Camera &other = cameras_[i];
        first_index = &other == first ? i : first_index;
        const Partner partner = &other == first ? Partner::is_there : has_key ? partner_in(other, *first, key) : Partner::none;
        partners |= partner == Partner::is_there ? bit_of(i) : 0;
        none += partner == Partner::none ? 1 : 0;
        may_come += partner == Partner::may_come ? 1 : 0;
    }
    if (none + may_come == 0)
        return hand_out(partners);
    const bool hopeless = wish_.incomplete ? may_come == 0 : none != 0;
    if (!hopeless && !must_decide(now_ns))
        return std::nullopt;
    return wish_.incomplete ? hand_out(partners) : drop(first_index);
}

template <class F>
void GroupMatcher::each(uint64_t cameras, F &&call)
{
    for (size_t i = 0; i < cameras_.size(); i++)
        if ((cameras & bit_of(i)) != 0)
            call(cameras_[i]);
}

int64_t GroupMatcher::skew_of(uint64_t cameras) const
{
    int64_t least = std::numeric_limits<int64_t>::max(), most = std::numeric_limits<int64_t>::min();
    for (size_t i = 0; i < cameras_.size(); i++) {
        if ((cameras & bit_of(i)) == 0)
            continue;
        const Camera &camera = cameras_[i];
        if (!stamps_compare_ || !camera.waiting.front().has_stamp)
            return -1;
        const int64_t moment = moment_of(camera, camera.waiting.front());
        least = std::min(least, moment);
        most = std::max(most, moment);
    }
    return most - least;
}

GroupMatcher::Decision GroupMatcher::hand_out(uint64_t cameras)
{
    const bool is_complete = cameras == bit_of(cameras_.size()) - 1;
    Decision set{.is_set = true, .is_complete = is_complete, .cameras = cameras, .skew_ns = skew_of(cameras)};
    (is_complete ? complete_ : incomplete_)++;
    if (set.skew_ns >= 0 && is_complete)
        skew_.take(set.skew_ns);
    each(cameras, [&](Camera &camera) {
        if (by_sequences_ || camera.waiting.front().has_stamp) {
            const int64_t key = key_of(camera, camera.waiting.front());
            last_set_key_ = last_set_key_ ? std::max(*last_set_key_, key) : key;
        }
        camera.waiting.pop();
        (is_complete ? camera.in_complete : camera.in_incomplete)++;
    });
    return set;
}

GroupMatcher::Decision GroupMatcher::drop(size_t camera)
{
    cameras_[camera].waiting.pop();
    cameras_[camera].unmatched++;
    return {.cameras = bit_of(camera)};
}

bool GroupMatcher::can_have_sets() const
{
    const auto is_gone = [](const Camera &camera) { return camera.is_gone; };
    return wish_.incomplete ? !std::all_of(cameras_.begin(), cameras_.end(), is_gone)
                            : std::none_of(cameras_.begin(), cameras_.end(), is_gone);
}

// 0 if it is not known: too few frames, a driver that does not tell its rate, clocks that cannot be compared.
int64_t GroupMatcher::drift_ppb(const Camera &camera) const
{
    const Camera &first = cameras_.front();
    const double ratio = camera.pace.interval_ns() / first.pace.interval_ns() * (first.told_ns / camera.told_ns);
    return static_cast<int64_t>(std::clamp((ratio - 1) * 1e9, -1e18, 1e18));
}

GroupMatcher::CameraFacts GroupMatcher::facts(uint32_t index) const
{
    const Camera &camera = cameras_[index], &first = cameras_.front();
    CameraFacts facts{.frames = camera.frames,
                      .in_complete = camera.in_complete,
                      .in_incomplete = camera.in_incomplete,
                      .unmatched = camera.unmatched,
                      .late = camera.late,
                      .resets = camera.resets,
                      .held = waiting(index),
                      .is_gone = camera.is_gone,
                      .interval_ns = interval_of(camera)};
    const uint32_t frames = std::min(camera.pace.frames(), first.pace.frames());
    if (stamps_compare_ && frames >= fewest_frames_for_drift && first.told_ns > 0 && camera.told_ns > 0) {
        facts.drift_frames = frames;
        facts.drift_ppb = drift_ppb(camera);
    }
    return facts;
}

}  // namespace v4lxx::stream
