#include "device/mode_ranking.hpp"

#include "base/text.hpp"
#include "device/mode_reasons.hpp"
#include "device/picture_formats.hpp"

#include <algorithm>

namespace v4lxx::device {

// More than any device has; a driver that goes on is one that makes them up.
static constexpr size_t most_candidates = 8192;
// What a size is measured against where a range goes far beyond what anybody wants to see.
static constexpr Size usual_size{1920, 1080};

namespace {

// What it costs to use a format. A wish for outputs says which are good as they are.
struct FormatCost {
    Verdict verdict = Verdict::outscored;
    uint32_t points = 0;
};

class Ranking {
public:
    Ranking(Device &device, const Wish &wish) : device_(device), wish_(wish), target_(rate_target(wish)) {}
    Result<std::vector<Candidate>> run();

private:
    Result<void> collect();
    Result<void> add_format(uint32_t fourcc, uint32_t flags);
    Result<void> add_size(uint32_t fourcc, Size size, bool listed, uint32_t format_points);
    Result<Size> unlisted_size();
    void judge(Candidate &candidate, Size wanted) const;
    Size wanted_size() const;

    Device &device_;
    const Wish &wish_;
    const RateTarget target_;
    std::optional<kernel::Format> current_;
    std::vector<Candidate> candidates_;
};

}  // namespace

static FormatCost format_cost(const Wish &wish, uint32_t fourcc, uint32_t flags)
{
    const uint32_t emulated = (flags & 2u) != 0 ? 10 : 0;  // V4L2_FMT_FLAG_EMULATED
    if (const auto found = std::find(wish.outputs.begin(), wish.outputs.end(), fourcc); found != wish.outputs.end())
        return {Verdict::outscored, static_cast<uint32_t>(found - wish.outputs.begin()) * 10 + emulated};
    if (!wish.outputs.empty() && !wish.decode)
        return {Verdict::format_not_wanted, 0};
    // Colour is worth more than any size, and a picture more than colour.
    switch (picture_source(fourcc)) {
    case PictureSource::none: return wish.decode ? FormatCost{Verdict::no_picture, 0} : FormatCost{Verdict::outscored, 20000};
    case PictureSource::grey: return {Verdict::outscored, 10000 + emulated};
    case PictureSource::mosaic: return {Verdict::outscored, 100 + emulated};
    case PictureSource::compressed: return {Verdict::outscored, 40 + emulated};
    case PictureSource::raw: break;
    }
    return {Verdict::outscored, 20 + emulated};
}

// Where the device tells no sizes (a television receiver): what was wished for, else what it has now.
Result<Size> Ranking::unlisted_size()
{
    if (wish_.has_size())
        return Size{wish_.width, wish_.height};
    if (!current_) {
        auto now = device_.format();
        if (!now)
            return std::move(now).failure();
        current_ = *now;
    }
    return Size{current_->width, current_->height};
}

Result<void> Ranking::add_size(uint32_t fourcc, Size size, bool listed, uint32_t format_points)
{
    if (candidates_.size() == most_candidates) {
        Failure failure;
        failure.code = Code::endless_list;
        failure.cause = "it names more than " + std::to_string(most_candidates) + " formats and sizes";
        failure.cause_checked = true;
        return failure;
    }
    Candidate candidate;
    candidate.mode = {fourcc, size, {}};
    candidate.size_listed = listed;
    candidate.penalty.format = format_points;
    auto intervals = device_.intervals(fourcc, size.width, size.height);
    if (!intervals)
        return std::move(intervals).failure();
    candidate.mode.interval = best_interval(*intervals, wish_, target_);
    candidates_.push_back(std::move(candidate));
    return {};
}

Result<void> Ranking::add_format(uint32_t fourcc, uint32_t flags)
{
    const FormatCost cost = format_cost(wish_, fourcc, flags);
    if (cost.verdict != Verdict::outscored) {  // its sizes do not matter: they are not asked for
        Candidate refused;
        refused.mode.fourcc = fourcc;
        refused.verdict = cost.verdict;
        candidates_.push_back(std::move(refused));
        return {};
    }
    auto ranges = device_.sizes(fourcc);
    if (!ranges)
        return std::move(ranges).failure();
    for (const kernel::SizeRange &range : *ranges)
        if (auto good = add_size(fourcc, nearest_size(range, wish_.has_size() ? Size{wish_.width, wish_.height} : usual_size),
                                 true, cost.points);
            !good)
            return good;
    if (!ranges->empty())
        return {};
    auto size = unlisted_size();
    if (!size)
        return std::move(size).failure();
    return add_size(fourcc, *size, false, cost.points);
}

Result<void> Ranking::collect()
{
    auto formats = device_.formats();
    if (!formats)
        return std::move(formats).failure();
    if (formats->empty()) {  // old drivers; what it has now is one it offers
        auto now = device_.format();
        if (!now)
            return std::move(now).failure();
        current_ = *now;
        return add_format(now->fourcc, 0);
    }
    for (size_t i = 0; i < formats->size(); i++) {
        const auto same = [&](const kernel::FormatDescription &other) { return other.fourcc == (*formats)[i].fourcc; };
        if (std::any_of(formats->begin(), formats->begin() + static_cast<ptrdiff_t>(i), same))
            continue;  // named twice
        if (auto good = add_format((*formats)[i].fourcc, (*formats)[i].flags); !good)
            return good;
    }
    return {};
}

// Without a wish: the largest that is offered.
Size Ranking::wanted_size() const
{
    if (wish_.has_size())
        return {wish_.width, wish_.height};
    Size largest;
    for (const Candidate &candidate : candidates_)
        if (candidate.is_acceptable() && candidate.mode.size.area() > largest.area())
            largest = candidate.mode.size;
    return largest;
}

void Ranking::judge(Candidate &candidate, Size wanted) const
{
    const Weights weights = weights_of(wish_);
    const uint64_t uhz = rate_uhz(candidate.mode.interval);
    if (wish_.strict && wish_.has_size() && candidate.mode.size != wanted)
        candidate.verdict = Verdict::size_differs;
    else if (wish_.strict && wish_.has_rate() && uhz != 0 && !is_same_rate(uhz, target_.least_uhz))
        candidate.verdict = Verdict::rate_differs;
    candidate.penalty.size = weights.size * size_distance(wanted, candidate.mode.size);
    candidate.penalty.rate = weights.rate * rate_distance(wish_, target_, uhz);
}

// A total order: the same list on every run.
static bool is_better(const Candidate &a, const Candidate &b)
{
    if (a.is_acceptable() != b.is_acceptable())
        return a.is_acceptable();
    if (!a.is_acceptable())
        return a.order < b.order;
    if (a.penalty.total() != b.penalty.total())
        return a.penalty.total() < b.penalty.total();
    if (a.mode.size.area() != b.mode.size.area())
        return a.mode.size.area() > b.mode.size.area();
    const uint64_t rate_of_a = rate_uhz(a.mode.interval), rate_of_b = rate_uhz(b.mode.interval);
    if (rate_of_a != rate_of_b)
        return rate_of_a > rate_of_b;
    return a.order < b.order;
}

Result<std::vector<Candidate>> Ranking::run()
{
    if (auto good = collect(); !good)
        return std::move(good).failure();
    const Size wanted = wanted_size();
    for (size_t i = 0; i < candidates_.size(); i++) {
        candidates_[i].order = static_cast<uint32_t>(i);
        if (candidates_[i].is_acceptable())
            judge(candidates_[i], wanted);
    }
    std::sort(candidates_.begin(), candidates_.end(), is_better);
    if (!candidates_.empty() && candidates_.front().is_acceptable())
        candidates_.front().verdict = Verdict::best;
    const Yardstick yardstick{wish_, wanted, target_};
    for (Candidate &candidate : candidates_)
        candidate.reason = reason_of(candidate, candidates_.front(), yardstick);
    return std::move(candidates_);
}

Result<std::vector<Candidate>> rank_modes(Device &device, const Wish &wish)
{
    const char *operation = "choose a mode";
    if (auto good = check(wish); !good)
        return std::move(good).failure().in(operation);
    if (!device.info()->captures_video())
        return device.not_a_camera().in(operation).asking(wish_text(wish));
    auto candidates = Ranking(device, wish).run();
    if (!candidates)
        return std::move(candidates).failure().in(operation).on(device.info()->label()).asking(wish_text(wish));
    return candidates;
}

std::string mode_text(const Mode &mode)
{
    std::string text = fourcc_name(mode.fourcc);
    if (mode.size.width != 0)
        text += " " + size_text(mode.size.width, mode.size.height);
    if (const uint64_t uhz = rate_uhz(mode.interval); uhz != 0)
        text += " at " + rate_text(uhz);
    return text;
}

static bool has_only_formats(const std::vector<Candidate> &candidates)
{
    return std::none_of(candidates.begin(), candidates.end(), [](const Candidate &c) { return c.mode.size.width != 0; });
}

// At most so many, the nearest first: a message is read by people.
std::string offered_text(const std::vector<Candidate> &candidates)
{
    constexpr size_t most_named = 12;
    const bool formats_only = has_only_formats(candidates);
    std::vector<const Candidate *> named;
    for (const Candidate &candidate : candidates)
        if (formats_only || candidate.mode.size.width != 0)
            named.push_back(&candidate);
    std::stable_sort(named.begin(), named.end(),
                     [](const Candidate *a, const Candidate *b) { return a->penalty.total() < b->penalty.total(); });
    std::vector<std::string> shown;
    for (size_t i = 0; i < named.size() && i < most_named; i++)
        shown.push_back(mode_text(named[i]->mode));
    return listed(shown, named.size() - shown.size());
}

Failure none_acceptable(const Wish &wish, const std::vector<Candidate> &candidates)
{
    const bool formats_only = has_only_formats(candidates);
    Failure failure;
    failure.code = formats_only ? Code::no_wanted_format : Code::mode_not_offered;
    failure.asked = wish_text(wish);
    failure.cause = (formats_only ? "it offers " : "it offers, nearest first: ") + offered_text(candidates);
    failure.cause_checked = true;
    return failure;
}

}  // namespace v4lxx::device
