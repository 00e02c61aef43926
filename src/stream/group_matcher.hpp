// Which frames of several cameras belong together. Pure: it is told facts about frames and never sees one, it makes no call and reads no clock,
// so what it decides depends on nothing but what it was told.
#pragma once

#include "kernel/buffer_calls.hpp"
#include "stream/histogram.hpp"
#include "stream/pace.hpp"
#include "stream/ring.hpp"

#include <optional>
#include <vector>

namespace v4lxx::stream {

// The numbers of v4lxx_match.
enum class MatchBy : uint32_t { stamps = 0, sequences = 1, stamps_or_sequences = 2 };

struct GroupWish {
    MatchBy by = MatchBy::stamps;
    int64_t tolerance_ns = 0;  // 0: half the shortest interval of the cameras
    int64_t max_wait_ns = 0;   // of a frame for its partners; 0: until its camera has too many that wait
    uint32_t most_held = 2;    // frames of one camera that wait for partners
    bool incomplete = false;   // frames without all partners are handed out, too
};

class GroupMatcher {
public:
    static constexpr uint32_t most_cameras = 32;
    static constexpr uint32_t most_waiting = 32;  // frames of one camera

    struct Sighting {  // one frame
        int64_t stamp_ns = 0;
        kernel::Clock clock = kernel::Clock::unknown;
        bool at_start = false;       // stamped at the start of its exposure, not at its end
        bool stamp_is_odd = false;   // unset, repeated, backward, of the future
        uint64_t number = 0;         // since its camera was started, without end
        uint32_t driver_number = 0;  // as the driver counts
        uint32_t generation = 0;     // which start of its camera
        uint32_t most_held = 0;      // as many of this camera can wait at most, whatever was wished for; 0: as wished
        int64_t now_ns = 0;          // when it came
    };
    // What becomes of the oldest frame of each camera that is in it.
    struct Decision {
        bool is_set = false;  // a set to hand out; else they have no partners
        bool is_complete = false;
        uint64_t cameras = 0;  // a bit each
        int64_t skew_ns = -1;  // < 0: their stamps cannot be compared
    };
    struct CameraFacts {
        uint64_t frames = 0;         // all that came, which are those of the next four lines, and those that wait
        uint64_t in_complete = 0;    // of these, in complete sets
        uint64_t in_incomplete = 0;  // in incomplete ones
        uint64_t unmatched = 0;      // not handed out
        uint64_t late = 0;           // not handed out, because a later set was
        uint64_t resets = 0;         // it was started again, or counted anew
        uint32_t held = 0;
        bool is_gone = false;
        int64_t interval_ns = 0;  // measured; until then as its driver says
        int64_t drift_ppb = 0;    // its frames take so much longer than those of the first camera, beyond what the drivers say
        uint32_t drift_frames = 0;  // what that was measured over; 0: it is not known
    };

    explicit GroupMatcher(const GroupWish &wish) : wish_(wish), by_sequences_(wish.by == MatchBy::sequences)
    {
        cameras_.reserve(most_cameras);
    }

    // Allocates nothing.
    void add() noexcept;
    // `interval` is as the driver says, 0/0 if it does not; `offset_ns` is added to each stamp.
    void expect(uint32_t camera, kernel::Fraction interval, int64_t offset_ns) noexcept;
    void set_gone(uint32_t camera) noexcept { cameras_[camera].is_gone = true; }  // no frames of it come any more
    void set_interval(uint32_t camera, kernel::Fraction interval) noexcept { cameras_[camera].told_ns = to_ns(interval); }

    enum class Fate : uint8_t { waits, late, cannot_compare };  // of the last two nothing is kept
    // Only when nothing is left to decide.
    Fate take(uint32_t camera, const Sighting &seen);
    // Again and again until there is none; then it has to wait for frames, or for time to pass.
    std::optional<Decision> decide(int64_t now_ns);
    int64_t next_deadline_ns() const;  // when time alone decides; < 0: never
    bool can_have_sets() const;        // any more

    uint32_t camera_count() const { return static_cast<uint32_t>(cameras_.size()); }
    uint32_t waiting(uint32_t camera) const { return static_cast<uint32_t>(cameras_[camera].waiting.size()); }
    // Of the oldest frame that waits: its stamp, made comparable.
    int64_t oldest_ns(uint32_t camera) const { return moment_of(cameras_[camera], cameras_[camera].waiting.front()); }
    CameraFacts facts(uint32_t camera) const;
    bool by_sequences() const { return by_sequences_; }
    int64_t tolerance() const { return tolerance_; }
    uint64_t complete() const { return complete_; }
    uint64_t incomplete() const { return incomplete_; }
    const Histogram &skew() const { return skew_; }

private:
    struct Waiting {
        int64_t stamp_ns;
        int64_t number;  // the same for frames that belong together, if all goes well
        int64_t since_ns;
        bool at_start, has_stamp;
    };
    struct Camera {
        double told_ns = 0;  // the interval as the driver says
        int64_t offset_ns = 0;
        uint32_t most_held = 0;
        bool is_gone = false;
        Ring<Waiting, most_waiting + 1> waiting;  // oldest first
        Pace pace;
        // Of its last frame:
        bool has_last = false;
        uint32_t generation = 0, driver_number = 0;
        uint64_t last_count = 0;  // as its queue counts
        Waiting last{};
        int64_t ahead = 0;  // of its queue's count, to the number in common
        uint64_t frames = 0, in_complete = 0, in_incomplete = 0, unmatched = 0, late = 0, resets = 0;
    };
    enum class Partner : uint8_t { is_there, may_come, none };

    static double to_ns(kernel::Fraction interval)
    {
        return interval.denominator == 0 ? 0 : 1e9 * interval.numerator / interval.denominator;
    }
    bool can_compare(kernel::Clock clock);
    void follow_numbers(Camera &camera, const Sighting &seen, bool has_stamp);
    int64_t aligned_number(const Camera &camera, const Sighting &seen, bool has_stamp) const;
    void choose_keys();
    int64_t find_tolerance() const;
    int64_t interval_of(const Camera &camera) const;
    int64_t moment_of(const Camera &camera, const Waiting &frame) const;
    int64_t key_of(const Camera &camera, const Waiting &frame) const;
    bool is_late(const Camera &camera, const Waiting &frame) const;
    bool must_decide(int64_t now_ns) const;
    Partner partner_in(const Camera &other, const Camera &camera, int64_t key) const;
    const Camera *oldest() const;
    Decision hand_out(uint64_t cameras);
    Decision drop(size_t camera);
    int64_t skew_of(uint64_t cameras) const;
    int64_t drift_ppb(const Camera &camera) const;
    template <class F>
    void each(uint64_t cameras, F &&call);

    const GroupWish wish_;
    bool by_sequences_;
    int64_t tolerance_ = 0;
    bool has_clock_ = false;  // clock_ is that of all stamps so far
    bool stamps_compare_ = true;
    kernel::Clock clock_ = kernel::Clock::unknown;
    bool is_mixed_ = false;  // some are stamped at the start, some at the end
    std::vector<Camera> cameras_;
    std::optional<int64_t> last_set_key_;  // of the newest frame in the last set
    uint64_t complete_ = 0, incomplete_ = 0;
    Histogram skew_;
};

}  // namespace v4lxx::stream
