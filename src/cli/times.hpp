// Times as they were measured, each one kept: exact quantiles, and a picture of how they are spread.
#pragma once

#include "cli/stream_report.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace v4lxx::cli {

class Times {
public:
    void add(int64_t ns) { ns_.push_back(ns); }
    bool empty() const { return ns_.empty(); }

    // Exact, unlike those of a histogram of the library.
    Quantiles quantiles() const;
    // A line for each range in which some lie, with a # for so many: equal ranges up to the 90th percentile, and behind it each twice
    // as wide as the one before, so that one that is far away leaves the picture of the others as it is.
    std::string bars() const;

private:
    std::vector<int64_t> sorted() const;

    std::vector<int64_t> ns_;
};

}  // namespace v4lxx::cli
