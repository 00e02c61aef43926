// What happens to frames while a program is slower than its camera: --flow, --depth, --min-queued and --reserve.
#pragma once

#include "cli/arguments.hpp"
#include "cli/json_writer.hpp"

#include <array>

#include <v4lxx/v4lxx.h>

namespace v4lxx::cli {

struct FlowWish {
    v4lxx_flow flow = V4LXX_FLOW_BLOCK;
    uint32_t depth = 0;  // 0: the library's
    uint32_t min_queued = 0;
    v4lxx_reserve reserve = V4LXX_RESERVE_COPY;
};

inline constexpr std::array<v4lxx_flow, 4> all_flows = {V4LXX_FLOW_BLOCK, V4LXX_FLOW_LATEST, V4LXX_FLOW_DROP_OLDEST,
                                                        V4LXX_FLOW_DROP_NEWEST};

// As it is typed: "drop-oldest".
const char *flow_word(v4lxx_flow flow);
// The four options, as far as the command has them; `buffers` are those asked for. Throws Stop for what cannot go together.
FlowWish read_flow_wish(const Arguments &arguments, std::optional<uint32_t> buffers);
void wish_for_flow(const FlowWish &wish, v4lxx_stream_options &options);

// "latest, 15 skipped, driver 3 times without a buffer"; "" if all is as without a wish.
std::string flow_words(const FlowWish &wish, const v4lxx_stream_account &account);
// The key flow.
void write_flow_json(JsonWriter &json, const FlowWish &wish);

}  // namespace v4lxx::cli
