#include "cli/times.hpp"

#include <algorithm>
#include <cstdio>

namespace v4lxx::cli {

namespace {

constexpr size_t longest_bar = 60;
constexpr int64_t usual_ranges = 6;
constexpr int64_t finest_ns = 10'000;  // what clocks and stamps can tell apart

// As v4lxx_histogram_get_quantile() counts: the shortest time within which that part of all lies.
int64_t quantile(const std::vector<int64_t> &sorted, size_t per_mille)
{
    const size_t wanted = std::max<size_t>(1, (sorted.size() * per_mille + 999) / 1000);
    return sorted[wanted - 1];
}

struct Range {
    int64_t from_ns, to_ns;
    size_t count;
};

std::string bar_line(const Range &range, size_t most)
{
    char bounds[80];
    std::snprintf(bounds, sizeof(bounds), "  %9.3f to %9.3f ms  %7zu  ", static_cast<double>(range.from_ns) / 1e6,
                  static_cast<double>(range.to_ns) / 1e6, range.count);
    const size_t length = (range.count * longest_bar + most - 1) / most;
    return bounds + std::string(length, '#') + "\n";
}

}  // namespace

std::vector<int64_t> Times::sorted() const
{
    std::vector<int64_t> sorted = ns_;
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

Quantiles Times::quantiles() const
{
    if (ns_.empty())
        return {};
    const std::vector<int64_t> all = sorted();
    return {all.size(), all.front(), quantile(all, 500), quantile(all, 900), quantile(all, 990), all.back()};
}

std::string Times::bars() const
{
    if (ns_.empty())
        return "  none\n";
    const std::vector<int64_t> all = sorted();
    const int64_t usual_ns = quantile(all, 900);
    int64_t step_ns = std::max(finest_ns, (usual_ns - all.front() + usual_ranges - 1) / usual_ranges);
    std::vector<Range> found;
    size_t most = 0;
    int64_t from_ns = all.front();
    for (auto at = all.begin(); at != all.end();) {
        const auto next = std::upper_bound(at, all.end(), from_ns + step_ns);
        const auto count = static_cast<size_t>(next - at);
        if (count > 0)
            found.push_back({from_ns, std::min(from_ns + step_ns, all.back()), count});
        most = std::max(most, count);
        at = next;
        from_ns += step_ns;
        step_ns *= from_ns >= usual_ns ? 2 : 1;
    }
    std::string text;
    for (const Range &range : found)
        text += bar_line(range, most);
    return text;
}

}  // namespace v4lxx::cli
