#include "device/lookup.hpp"

#include "base/glob.hpp"
#include "base/text.hpp"
#include "device/discovery.hpp"
#include "device/identity.hpp"

#include <algorithm>
#include <functional>
#include <string_view>

namespace v4lxx::device {

namespace {

using Entries = std::vector<Ref<DeviceInfo>>;
using Test = std::function<bool(const DeviceInfo &)>;

}  // namespace

static Failure lookup_failure(Code code, const char *name, std::string cause)
{
    Failure failure;
    failure.code = code;
    failure.operation = "open";
    failure.device = name;
    failure.cause = std::move(cause);
    failure.cause_checked = true;
    return failure;
}

static Entries those(const Entries &entries, const Test &fits)
{
    Entries found;
    std::copy_if(entries.begin(), entries.end(), std::back_inserter(found), [&](const auto &entry) { return fits(*entry); });
    return found;
}

// Each with a name that means no other. On one line: a message has one line for its cause.
static std::string candidates(const Entries &entries)
{
    constexpr size_t most = 8;
    std::vector<std::string> shown;
    for (size_t i = 0; i < entries.size() && i < most; i++)
        shown.push_back(entries[i]->label() + " = " + entries[i]->id());
    return entries.empty() ? "" : " " + listed(shown, entries.size() - shown.size(), ", ", ", and ");
}

static Result<Ref<DeviceInfo>> only_one(const char *name, const Entries &found, const Entries &all)
{
    if (found.size() == 1)
        return found.front();
    if (found.empty()) {
        Failure failure =
            lookup_failure(Code::no_device_matches, name, all.empty() ? "there is no device at all" : "there are:");
        failure.cause += candidates(all);
        return failure;
    }
    Failure failure =
        lookup_failure(Code::name_ambiguous, name, std::to_string(found.size()) + " devices match:" + candidates(found));
    failure.advice = found[0]->id() != found[1]->id() ? "Name one by its id: '" + found[0]->id() + "'"
                                                      : "Name one by its node: " + found[0]->path();
    return failure;
}

static Identity identity_of(const DeviceInfo &info) { return identity_of(info.place()); }

// The same place, or, where a serial number tells devices apart, the same device at another place.
static Result<Ref<DeviceInfo>> find_by_identity(const char *name, const Identity &wanted, const Entries &all)
{
    auto same_device = [&](const DeviceInfo &info) {
        const Identity own = identity_of(info);
        return own.model == wanted.model && own.serial == wanted.serial;
    };
    auto same_bus = [&](const DeviceInfo &info) {
        return identity_of(info).bus == wanted.bus || place_of_bus(info.bus()).bus == wanted.bus;
    };
    const Entries exact = those(all, [&](const auto &info) { return same_bus(info) && same_device(info); });
    if (!exact.empty())
        return only_one(name, exact, all);
    if (!wanted.serial.empty())
        if (const Entries moved = those(all, same_device); !moved.empty())
            return only_one(name, moved, all);
    if (const Entries others = those(all, same_bus); !others.empty())
        return lookup_failure(Code::other_device_there, name, "at this place is now" + candidates(others));
    return only_one(name, {}, all);
}

// The node of a device that a function names, or its main one.
static Result<Ref<DeviceInfo>> choose_node(const char *name, const Ref<DeviceInfo> &entry, const std::string &function)
{
    if (function.empty())
        return entry;
    std::string known;
    for (const Ref<DeviceInfo> &node : entry->nodes()) {
        std::string problem;
        const auto own = parse_id(node->id(), &problem);
        if (own && own->function == function)
            return node;
        if (own && !own->function.empty())
            known += (known.empty() ? "" : ", ") + own->function;
    }
    return lookup_failure(Code::no_device_matches, name,
                          "the device is there, but has no node \"" + function + "\"; it has " +
                              (known.empty() ? "none that could be asked" : known));
}

static Result<Ref<DeviceInfo>> find_by_id(const char *name, const Entries &all)
{
    std::string problem;
    const auto wanted = parse_id(name, &problem);
    if (!wanted)
        return lookup_failure(Code::bad_name, name, problem);
    auto entry = find_by_identity(name, *wanted, all);
    if (!entry)
        return entry;
    return choose_node(name, *entry, wanted->function);
}

// "usb:046d:082d" or "usb:046d:082d:SERIAL"
static Result<Ref<DeviceInfo>> find_by_model(const char *name, const Entries &all)
{
    const std::string_view text = std::string_view(name).substr(4);
    std::string model(text.substr(0, 9));
    const bool form = model.size() == 9 && model[4] == ':' &&
                      model.find_first_not_of("0123456789abcdefABCDEF:") == model.npos &&
                      std::count(model.begin(), model.end(), ':') == 1 && (text.size() == 9 || text[9] == ':');
    if (!form)
        return lookup_failure(Code::bad_name, name,
                              "expected usb:VENDOR:PRODUCT, four hexadecimal digits each, such as usb:046d:082d");
    for (char &c : model)
        c = c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c;
    const std::string serial(text.size() > 10 ? text.substr(10) : std::string_view{});
    return only_one(name,
                    those(all,
                          [&](const auto &info) {
                              const Identity own = identity_of(info);
                              return own.model == model && (serial.empty() || own.serial == serial);
                          }),
                    all);
}

static Result<Ref<DeviceInfo>> find_by_card(const char *name, const Entries &all)
{
    const std::string pattern = name + 5;
    return only_one(name, those(all, [&](const auto &info) { return matches_glob(pattern, info.card()); }), all);
}

bool is_lookup_name(const char *name)
{
    const std::string_view text = name;
    return text.substr(0, 3) == "id:" || text.substr(0, 4) == "usb:" || text.substr(0, 5) == "card:";
}

Result<Ref<DeviceInfo>> find_node(Context &context, const char *name)
{
    const bool by_id = std::string_view(name).substr(0, 3) == "id:";
    // An id may name any node; a model or a card means the camera.
    auto list = list_devices(context, {Simulated::added, by_id});
    if (!list)
        return std::move(list).failure();
    const Entries &all = (*list)->entries();
    if (by_id)
        return find_by_id(name, all);
    return name[0] == 'u' ? find_by_model(name, all) : find_by_card(name, all);
}

}  // namespace v4lxx::device
