#include "cli/flow_wish.hpp"

namespace v4lxx::cli {

namespace {

constexpr uint32_t usual_buffers = 4;  // of v4lxx_stream_options.buffer_count
constexpr const char *reserve_words[] = {"copy", "drop", "grow"};

v4lxx_flow flow_of_word(const Arguments &arguments, const std::string &word)
{
    for (const v4lxx_flow flow : all_flows) {
        if (word == flow_word(flow))
            return flow;
    }
    throw arguments.wrong("--flow: \"" + word + "\" is not block, latest, drop-oldest or drop-newest");
}

v4lxx_reserve reserve_of_word(const Arguments &arguments, const std::string &word)
{
    for (const v4lxx_reserve reserve : {V4LXX_RESERVE_COPY, V4LXX_RESERVE_DROP, V4LXX_RESERVE_GROW}) {
        if (word == reserve_words[reserve])
            return reserve;
    }
    throw arguments.wrong("--reserve: \"" + word + "\" is not copy, drop or grow");
}

}  // namespace

const char *flow_word(v4lxx_flow flow)
{
    constexpr const char *words[] = {"block", "latest", "drop-oldest", "drop-newest"};
    return words[flow];
}

FlowWish read_flow_wish(const Arguments &arguments, std::optional<uint32_t> buffers)
{
    FlowWish wish;
    if (const auto word = arguments.text("flow"))
        wish.flow = flow_of_word(arguments, *word);
    if (const auto depth = arguments.count32_from_1("depth")) {
        if (wish.flow != V4LXX_FLOW_DROP_OLDEST && wish.flow != V4LXX_FLOW_DROP_NEWEST)
            throw arguments.wrong("--depth is of --flow drop-oldest and --flow drop-newest: with others no frame waits");
        wish.depth = *depth;
    }
    if (const auto least = arguments.count32_from_1("min-queued")) {
        const uint32_t asked = buffers.value_or(usual_buffers);
        if (*least >= asked)
            throw arguments.wrong("--min-queued " + std::to_string(*least) + " leaves none of " + std::to_string(asked) +
                                  " buffers; ask for more with --buffers");
        wish.min_queued = *least;
    }
    if (const auto word = arguments.text("reserve")) {
        wish.reserve = reserve_of_word(arguments, *word);
        if (wish.min_queued == 0)
            throw arguments.wrong("--reserve says what becomes of frames beyond --min-queued N, which is not there");
    }
    return wish;
}

void wish_for_flow(const FlowWish &wish, v4lxx_stream_options &options)
{
    options.flow = wish.flow;
    options.flow_depth = wish.depth;
    options.min_queued = wish.min_queued;
    options.reserve = wish.reserve;
}

std::string flow_words(const FlowWish &wish, const v4lxx_stream_account &account)
{
    const bool is_usual = wish.flow == V4LXX_FLOW_BLOCK && wish.min_queued == 0;
    if (is_usual && account.policy_dropped == 0 && account.starved == 0)
        return "";
    std::string text = flow_word(wish.flow);
    if (wish.min_queued != 0)
        text += ", " + std::to_string(wish.min_queued) + " buffers kept (" + reserve_words[wish.reserve] + ")";
    text += ", " + std::to_string(account.policy_dropped) + " skipped";
    if (account.buffers_grown != 0)
        text += ", " + std::to_string(account.buffers_grown) + (account.buffers_grown == 1 ? " buffer" : " buffers") + " added";
    if (account.starved != 0)
        text +=
            ", driver " + std::to_string(account.starved) + (account.starved == 1 ? " time" : " times") + " without a buffer";
    return text;
}

void write_flow_json(JsonWriter &json, const FlowWish &wish)
{
    json.key("flow").begin_object();
    json.key("policy").string(flow_word(wish.flow));
    json.key("depth").number_or_null(wish.depth != 0 ? std::optional(wish.depth) : std::nullopt);
    json.key("min_queued").number(wish.min_queued);
    json.key("reserve").string(reserve_words[wish.reserve]).end_object();
}

}  // namespace v4lxx::cli
