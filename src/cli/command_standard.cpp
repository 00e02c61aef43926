// `v4lxx standard DEV [NAME|auto]`: the analog standard of the selected input, what comes in, and setting it.
#include "cli/commands.hpp"
#include "cli/current_format.hpp"
#include "cli/library.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/words.hpp"

namespace v4lxx::cli {

namespace {

struct OfferedStandard {
    std::string name;
    v4lxx_standard_info info;
};

struct Standards {
    uint64_t set = 0;
    std::optional<uint64_t> incoming;  // none: the device cannot look; 0: nothing was recognised
    std::vector<OfferedStandard> offered;
};

std::vector<OfferedStandard> read_offered(const Device &device)
{
    Details details;
    v4lxx_standard_list *raw = nullptr;
    details.check(v4lxx_device_list_standards(device.get(), &raw, details.out()));
    const StandardList list(raw);
    std::vector<OfferedStandard> offered;
    for (uint32_t index = 0; index < v4lxx_standard_list_get_count(raw); ++index) {
        v4lxx_standard_info info = V4LXX_STANDARD_INFO_INIT;
        details.check(v4lxx_standard_list_at(raw, index, &info, details.out()));
        offered.push_back({v4lxx_standard_list_get_name(raw, index), info});
    }
    return offered;
}

Standards read_standards(const Device &device)
{
    Details details;
    Standards standards;
    details.check(v4lxx_device_read_standard(device.get(), &standards.set, details.out()));
    uint64_t incoming = 0;
    const v4lxx_status status = v4lxx_device_query_standard(device.get(), &incoming, details.out());
    if (status != V4LXX_ERROR_UNSUPPORTED && status != V4LXX_ERROR_BUSY) {
        details.check(status);
        standards.incoming = incoming;
    }
    standards.offered = read_offered(device);
    return standards;
}

std::string standard_word(uint64_t bits)
{
    const char *name = v4lxx_standard_get_name(bits);
    return name[0] != 0 ? name : hex_word(bits);
}

std::string incoming_word(const Standards &standards)
{
    if (!standards.incoming)
        return "the device cannot tell";
    return *standards.incoming == 0 ? "none recognised" : standard_word(*standards.incoming);
}

std::string standards_as_text(const Standards &standards)
{
    std::string text = "set:    " + standard_word(standards.set) + "\nsignal: " + incoming_word(standards) + "\ncan do:";
    size_t column = text.size() - text.rfind('\n') - 1;
    for (const OfferedStandard &standard : standards.offered) {
        if (column + standard.name.size() + 1 > 100) {
            text += "\n       ";
            column = 7;
        }
        text += " " + standard.name;
        column += standard.name.size() + 1;
    }
    return text + "\n";
}

void write_bits_json(JsonWriter &json, const char *key, const std::optional<uint64_t> &bits)
{
    json.key(key);
    if (!bits) {
        json.null();
        return;
    }
    json.begin_object();
    json.key("name").string(*bits == 0 ? "" : standard_word(*bits));
    json.key("bits").number(*bits).end_object();
}

std::string as_json(const std::string &name, const Device &device, const Standards &standards)
{
    JsonWriter json;
    json.begin_object().key("device").string(name);
    write_bits_json(json, "set", standards.set);
    write_bits_json(json, "signal", standards.incoming);
    json.key("standards").begin_array();
    for (const OfferedStandard &standard : standards.offered) {
        json.begin_object();
        json.key("name").string(standard.name);
        json.key("bits").number(standard.info.bits);
        json.key("lines").number(standard.info.lines);
        json.key("rate").decimal(rate_of_interval(standard.info.period.numerator, standard.info.period.denominator), 3);
        json.end_object();
    }
    json.end_array();
    write_current_format_json(json, device);
    return json.end_object().take();
}

int run_standard(const Arguments &arguments)
{
    const std::string &name = arguments.operands()[0];
    const Context context = create_context();
    const Device device = open_device(context, name.c_str());
    if (arguments.operands().size() > 1) {
        Details details;
        uint64_t bits = 0;
        details.check(v4lxx_device_find_standard(device.get(), arguments.operands()[1].c_str(), &bits, details.out()));
        details.check(v4lxx_device_set_standard(device.get(), bits, details.out()));
    }
    const Standards standards = read_standards(device);
    print(stdout, arguments.has("json") ? as_json(name, device, standards)
                                        : standards_as_text(standards) + current_format_as_text(device));
    return exit_code::ok;
}

}  // namespace

const CommandSpec standard_command = {
    "standard",
    "DEV [NAME]",
    1,
    2,
    "show or set the analog standard of an input",
    {
        json_option,
    },
    "NAME is a standard such as PAL, NTSC-M or PAL-B/G, in any case; bits such as 0x1000; or auto, which sets what comes\n"
    "in. The standard belongs to the selected input (v4lxx input); size and rate follow it. It stays set when the program\n"
    "has ended.\n",
    "  v4lxx standard /dev/video0\n"
    "  v4lxx standard /dev/video0 PAL\n"
    "  v4lxx standard /dev/video0 auto --json\n",
    run_standard,
};

}  // namespace v4lxx::cli
