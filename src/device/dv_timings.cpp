#include "device/dv_timings.hpp"

#include "device/request.hpp"
#include "kernel/timing_calls.hpp"

namespace v4lxx::device {

using kernel::Timings;

static Result<std::vector<Timings>> enumerate(Device &device)
{
    return request<std::vector<Timings>>(device, "list the timings", [&] { return kernel::enumerate_timings(device.node()); });
}

Result<std::vector<ListedTimings>> list_timings(Device &device)
{
    auto entries = enumerate(device);
    if (!entries)
        return std::move(entries).failure();
    std::vector<ListedTimings> listed;
    for (const Timings &timings : *entries)
        listed.push_back({timings, kernel::timings_text(timings)});
    return listed;
}

Result<Timings> current_timings(Device &device)
{
    return request<Timings>(device, "ask for the timings", [&] { return kernel::get_timings(device.node()); });
}

Result<Timings> query_timings(Device &device)
{
    return request<Timings>(device, "look for a signal", [&] { return kernel::query_timings(device.node()); });
}

Result<Timings> set_timings(Device &device, const Timings &wanted)
{
    device.forget_modes();
    auto granted = request<Timings>(device, "set the timings", [&] { return kernel::set_timings(device.node(), wanted); });
    if (!granted)
        return std::move(granted).failure().asking(kernel::timings_text(wanted));
    device.settings().remember(SettingsMemory::Kind::timings, 0,
                               [wanted](Device &again) { return set_timings(again, wanted); });
    return granted;
}

Result<kernel::TimingsCapabilities> timings_capabilities(Device &device)
{
    return request<kernel::TimingsCapabilities>(device, "ask what timings it can do",
                                                [&] { return kernel::get_timings_capabilities(device.node()); });
}

static Failure failed_search(Device &device, std::string_view text, Code code, std::string cause)
{
    Failure failure = argument_failure(code, "timings", std::move(cause));
    return std::move(failure).in("find the timings").on(device.info()->label()).asking(std::string(text));
}

static std::string nearest_text(const std::vector<Timings> &listed, const kernel::TimingsWish &wish)
{
    std::string text;
    for (const Timings &timings : kernel::nearest_timings(listed, wish, 4))
        text.append(text.empty() ? "" : ", ").append(kernel::timings_text(timings));
    return "the nearest it lists: " + text;
}

Result<Timings> find_timings(Device &device, std::string_view text)
{
    if (text == "auto")
        return query_timings(device);
    const auto wish = kernel::parse_timings(text);
    if (!wish)
        return failed_search(
            device, text, Code::bad_name,
            "timings are written as WIDTHxHEIGHT, p or i, and a rate: 1920x1080p60, 1920x1080@59.94, 1920x1080i50");
    auto listed = enumerate(device);
    if (!listed)
        return std::move(listed).failure();
    if (listed->empty())
        return failed_search(device, text, Code::no_timings, "it lists none");
    if (auto found = kernel::choose_timings(*listed, *wish))
        return *found;
    return failed_search(device, text, Code::timings_not_offered, nearest_text(*listed, *wish));
}

}  // namespace v4lxx::device
