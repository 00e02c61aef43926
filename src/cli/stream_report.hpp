// The account and the statistics of a stream, as JSON and as words: for every command that lets a stream run.
#pragma once

#include "cli/json_writer.hpp"
#include "cli/library.hpp"

#include <string>

namespace v4lxx::cli {

// Frames that did not come through, by no choice of the program.
uint64_t lost_frames(const v4lxx_stream_account &account);
// "corrupt 3, starved 2": what went wrong, by the names of the account; "" if nothing did.
std::string trouble_words(const v4lxx_stream_account &account, const v4lxx_stream_statistics &statistics);

// The key account, with every line of it.
void write_account_json(JsonWriter &json, const v4lxx_stream_account &account);
// The key odd_stamps.
void write_odd_stamps_json(JsonWriter &json, const v4lxx_stream_statistics &statistics);

// What is told of many times. All are 0 without any.
struct Quantiles {
    uint64_t count = 0;
    int64_t least_ns = 0, p50_ns = 0, p90_ns = 0, p99_ns = 0, most_ns = 0;
};
// Never below the true ones, and at most a quarter above: as exactly as the histogram tells.
Quantiles quantiles_of(const v4lxx_histogram &histogram);
// As an object: count, least_ns, p50_ns, p90_ns, p99_ns, most_ns. The times are null without any.
void write_quantiles_json(JsonWriter &json, const Quantiles &quantiles);

// In milliseconds: "16.67".
std::string milliseconds_word(int64_t ns);

}  // namespace v4lxx::cli
