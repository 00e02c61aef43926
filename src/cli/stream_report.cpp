#include "cli/stream_report.hpp"

#include "cli/words.hpp"

#include <vector>

namespace v4lxx::cli {

namespace {

struct AccountLine {
    const char *name;
    uint64_t v4lxx_stream_account::*value;
    bool is_trouble;
};

constexpr AccountLine account_lines[] = {
    {"delivered", &v4lxx_stream_account::delivered, false},
    {"driver_dropped", &v4lxx_stream_account::driver_dropped, true},
    {"corrupt", &v4lxx_stream_account::corrupt, true},
    {"corrupt_dropped", &v4lxx_stream_account::corrupt_dropped, true},
    {"empty_dropped", &v4lxx_stream_account::empty_dropped, true},
    {"short_frames", &v4lxx_stream_account::short_frames, true},
    {"policy_dropped", &v4lxx_stream_account::policy_dropped, true},
    {"starved", &v4lxx_stream_account::starved, true},
    {"io_errors", &v4lxx_stream_account::io_errors, true},
    {"requeue_failures", &v4lxx_stream_account::requeue_failures, true},
    {"reconnects", &v4lxx_stream_account::reconnects, true},
    {"others_refused", &v4lxx_stream_account::others_refused, true},
    {"buffers_grown", &v4lxx_stream_account::buffers_grown, false},
    {"stalls", &v4lxx_stream_account::stalls, true},
    {"usb_resets", &v4lxx_stream_account::usb_resets, true},
    {"large_pages", &v4lxx_stream_account::large_pages, false},
    {"copies", &v4lxx_stream_account::copies, false},
    {"bytes", &v4lxx_stream_account::bytes, false},
    {"system_calls", &v4lxx_stream_account::system_calls, false},
};

struct StampLine {
    const char *name;
    uint64_t v4lxx_stream_statistics::*value;
};

constexpr StampLine stamp_lines[] = {
    {"unset", &v4lxx_stream_statistics::stamps_unset},
    {"repeated", &v4lxx_stream_statistics::stamps_repeated},
    {"backward", &v4lxx_stream_statistics::stamps_backward},
    {"future", &v4lxx_stream_statistics::stamps_future},
};

}  // namespace

uint64_t lost_frames(const v4lxx_stream_account &account)
{
    return account.driver_dropped + account.corrupt_dropped + account.empty_dropped;
}

std::string trouble_words(const v4lxx_stream_account &account, const v4lxx_stream_statistics &statistics)
{
    std::vector<std::string> words;
    for (const AccountLine &line : account_lines) {
        if (line.is_trouble && account.*line.value != 0)
            words.push_back(std::string(line.name) + " " + std::to_string(account.*line.value));
    }
    for (const StampLine &line : stamp_lines) {
        if (statistics.*line.value != 0)
            words.push_back(std::string("stamps_") + line.name + " " + std::to_string(statistics.*line.value));
    }
    return joined(words, ", ");
}

void write_account_json(JsonWriter &json, const v4lxx_stream_account &account)
{
    json.key("account").begin_object();
    for (const AccountLine &line : account_lines)
        json.key(line.name).number(account.*line.value);
    json.end_object();
}

void write_odd_stamps_json(JsonWriter &json, const v4lxx_stream_statistics &statistics)
{
    json.key("odd_stamps").begin_object();
    for (const StampLine &line : stamp_lines)
        json.key(line.name).number(statistics.*line.value);
    json.end_object();
}

Quantiles quantiles_of(const v4lxx_histogram &histogram)
{
    const auto quantile = [&](uint32_t per_mille) { return v4lxx_histogram_get_quantile(&histogram, per_mille); };
    return {histogram.count, histogram.least_ns, quantile(500), quantile(900), quantile(990), histogram.most_ns};
}

void write_quantiles_json(JsonWriter &json, const Quantiles &quantiles)
{
    const auto time = [&](const char *name, int64_t ns) {
        json.key(name);
        quantiles.count > 0 ? json.signed_number(ns) : json.null();
    };
    json.begin_object().key("count").number(quantiles.count);
    time("least_ns", quantiles.least_ns);
    time("p50_ns", quantiles.p50_ns);
    time("p90_ns", quantiles.p90_ns);
    time("p99_ns", quantiles.p99_ns);
    time("most_ns", quantiles.most_ns);
    json.end_object();
}

std::string milliseconds_word(int64_t ns) { return fixed(static_cast<double>(ns) / 1e6, 2); }

}  // namespace v4lxx::cli
