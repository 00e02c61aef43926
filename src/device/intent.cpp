#include "device/intent.hpp"

#include "base/text.hpp"
#include "device/bandwidth.hpp"
#include "device/picture_formats.hpp"

namespace v4lxx::device {

namespace {

// Of the driver's answers on the way to a mode.
struct Attempt {
    const Candidate *candidate = nullptr;
    std::optional<kernel::Format> tried;
};

// Sets the device back to what it had unless the negotiation succeeds. A failure of that is not told: the first one counts.
class Restoration {
public:
    Restoration(Device &device, const kernel::Format &before) : device_(device), before_(before) {}
    Restoration(const Restoration &) = delete;
    Restoration &operator=(const Restoration &) = delete;
    ~Restoration()
    {
        if (format_changed_)
            (void)kernel::set_format(device_.node(), device_.api(), before_);
        if (interval_before_)
            (void)kernel::set_interval(device_.node(), device_.api(), *interval_before_);
    }
    void format_changes() { format_changed_ = true; }
    void interval_changes(kernel::Fraction before) { interval_before_ = before; }
    void keep()
    {
        format_changed_ = false;
        interval_before_.reset();
    }

private:
    Device &device_;
    const kernel::Format before_;
    bool format_changed_ = false;
    std::optional<kernel::Fraction> interval_before_;
};

class Settlement {
public:
    Settlement(Device &device, const Wish &wish) : device_(device), wish_(wish) {}
    Result<Settled> run();

private:
    Result<Attempt> choose(const std::vector<Candidate> &candidates);
    Result<std::optional<kernel::Format>> try_mode(const Mode &mode);
    Result<void> set_mode(const Attempt &attempt, const kernel::Format &before, Restoration &restoration);
    Result<void> set_affordable_mode(Attempt attempt, const std::vector<Candidate> &candidates, const kernel::Format &before,
                                     Restoration &restoration);
    Result<void> set_rate(const Mode &chosen, Restoration &restoration);
    void compare();
    Failure not_granted(const std::vector<Candidate> &candidates) const;

    Device &device_;
    const Wish &wish_;
    Settled settled_;
};

}  // namespace

static kernel::Format format_of(const Mode &mode)
{
    kernel::Format format;
    format.fourcc = mode.fourcc;
    format.width = mode.size.width;
    format.height = mode.size.height;
    return format;
}

static bool is_of(const kernel::Format &format, const Mode &mode)
{
    return format.fourcc == mode.fourcc && format.width == mode.size.width && format.height == mode.size.height;
}

// All in which two answers about the same format may differ.
static uint32_t changes(const kernel::Format &a, const kernel::Format &b)
{
    uint32_t bits = differences(a, b) | differences(b, a);
    if (a.flags != b.flags)
        bits |= differs_flags;
    if (a.plane_count != b.plane_count)
        bits |= differs_memory_planes;
    for (uint32_t i = 0; i < kernel::max_planes; i++)
        if (a.planes[i].size_bytes != b.planes[i].size_bytes)
            bits |= differs_size_bytes;
    return bits;
}

// Nothing if the driver has no TRY_FMT, or refuses this format instead of adjusting it.
Result<std::optional<kernel::Format>> Settlement::try_mode(const Mode &mode)
{
    auto answer = device_.try_format(format_of(mode));
    if (answer)
        return std::optional(answer->granted);
    if (answer.failure().code == Code::request_unsupported || answer.failure().code == Code::format_refused)
        return std::optional<kernel::Format>();
    return std::move(answer).failure();
}

// The best mode that the driver would grant as it offers it: two are tried, no more, since on USB each is a transfer.
Result<Attempt> Settlement::choose(const std::vector<Candidate> &candidates)
{
    Attempt first;
    for (size_t i = 0; i < 2 && i < candidates.size() && candidates[i].is_acceptable(); i++) {
        Attempt attempt{&candidates[i], std::nullopt};
        auto tried = try_mode(candidates[i].mode);
        if (!tried)
            return std::move(tried).failure();
        attempt.tried = *tried;
        if (*tried && is_of(**tried, candidates[i].mode)) {
            settled_.refused = static_cast<uint32_t>(i);
            return attempt;
        }
        if (first.candidate == nullptr)
            first = attempt;
    }
    return first;
}

Result<void> Settlement::set_mode(const Attempt &attempt, const kernel::Format &before, Restoration &restoration)
{
    const Mode &mode = attempt.candidate->mode;
    if (attempt.tried && changes(*attempt.tried, before) == 0) {  // it has that already
        settled_.format = before;
        return {};
    }
    restoration.format_changes();
    auto set = device_.set_format(format_of(mode));
    if (!set)
        return std::move(set).failure();
    auto now = device_.format();
    if (!now)
        return std::move(now).failure();
    settled_.format = *now;
    settled_.adjusted |= changes(set->granted, *now);
    if (attempt.tried)
        settled_.adjusted |= changes(*attempt.tried, *now);
    return {};
}

// Where the bus has no bandwidth left for a mode, the best one that costs less, if the wish allows it.
Result<void> Settlement::set_affordable_mode(Attempt attempt, const std::vector<Candidate> &candidates,
                                             const kernel::Format &before, Restoration &restoration)
{
    for (;;) {
        auto set = set_mode(attempt, before, restoration);
        if (set || !wish_.step_down || set.failure().code != Code::usb_bandwidth)
            return set;
        const Candidate *cheaper = best_cheaper(candidates, settled_.chosen);
        if (cheaper == nullptr)
            return set;
        attempt = {cheaper, std::nullopt};
        settled_.chosen = cheaper->mode;
        settled_.steps_down++;
    }
}

// A device with one rate has that rate: it is no failure that it cannot be set.
Result<void> Settlement::set_rate(const Mode &chosen, Restoration &restoration)
{
    auto before = device_.interval();
    if (!before)
        return before.failure().code == Code::request_unsupported ? Result<void>() : std::move(before).failure();
    settled_.granted.interval = *before;
    kernel::Fraction wanted = chosen.interval;
    if (wanted.numerator == 0 && wish_.has_rate())  // not listed: the driver may know all the same
        wanted = {wish_.rate.denominator, wish_.rate.numerator};
    if (wanted.numerator == 0 || (wanted.numerator == before->numerator && wanted.denominator == before->denominator))
        return {};
    restoration.interval_changes(*before);
    auto set = device_.set_interval(wanted);
    if (!set)
        return set.failure().code == Code::request_unsupported ? Result<void>() : std::move(set).failure();
    auto now = device_.interval();
    if (!now)
        return std::move(now).failure();
    settled_.granted.interval = *now;
    if (!is_same_rate(rate_uhz(*now), rate_uhz(*set)) || !is_same_rate(rate_uhz(*now), rate_uhz(wanted)))
        settled_.adjusted |= differs_rate;
    return {};
}

void Settlement::compare()
{
    const kernel::Format &format = settled_.format;
    Mode &granted = settled_.granted;
    granted.fourcc = format.fourcc;
    granted.size = {format.width, format.height};
    settled_.adjusted |= differences(format_of(settled_.chosen), format);
    if (wish_.has_size()) {
        settled_.wanted.size = {wish_.width, wish_.height};
        settled_.differences |= differences(format_of({0, settled_.wanted.size, {}}), format);
    }
    const bool usable = (wish_.outputs.empty() && !wish_.decode) || wish_.wants(format.fourcc) ||
                        (wish_.decode && picture_source(format.fourcc) != PictureSource::none);
    settled_.differences |= usable ? 0u : differs_fourcc;
    if (wish_.has_rate()) {
        settled_.wanted.interval = {wish_.rate.denominator, wish_.rate.numerator};
        if (!is_same_rate(rate_uhz(settled_.wanted.interval), rate_uhz(granted.interval)))
            settled_.differences |= differs_rate;
    }
}

Failure Settlement::not_granted(const std::vector<Candidate> &candidates) const
{
    Failure failure;
    failure.code = Code::mode_not_granted;
    failure.cause = "it would grant " + mode_text(settled_.granted) + "; it lists " + offered_text(candidates);
    failure.cause_checked = true;
    return failure;
}

Result<Settled> Settlement::run()
{
    auto candidates = rank_modes(device_, wish_);
    if (!candidates)
        return std::move(candidates).failure();
    if (candidates->empty() || !candidates->front().is_acceptable())
        return none_acceptable(wish_, *candidates);
    auto before = device_.format();
    if (!before)
        return std::move(before).failure();
    auto attempt = choose(*candidates);
    if (!attempt)
        return std::move(attempt).failure();
    settled_.chosen = attempt->candidate->mode;
    if (wish_.strict && attempt->tried && !is_of(*attempt->tried, settled_.chosen)) {
        settled_.granted = {attempt->tried->fourcc, {attempt->tried->width, attempt->tried->height}, {}};
        return not_granted(*candidates);
    }
    Restoration restoration(device_, *before);
    if (auto good = set_affordable_mode(*attempt, *candidates, *before, restoration); !good)
        return std::move(good).failure();
    if (auto good = set_rate(settled_.chosen, restoration); !good)
        return std::move(good).failure();
    compare();
    if (wish_.strict && settled_.differences != 0)
        return not_granted(*candidates);
    restoration.keep();
    return settled_;
}

Result<Settled> settle_by_intent(Device &device, const Wish &wish)
{
    auto settled = Settlement(device, wish).run();
    if (!settled)
        return std::move(settled).failure().in("choose a mode").on(device.info()->label()).asking(wish_text(wish));
    return settled;
}

}  // namespace v4lxx::device
