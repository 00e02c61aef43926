#include "cli/device_json.hpp"

#include "cli/words.hpp"

namespace v4lxx::cli {

void write_device_json(JsonWriter &json, const v4lxx_device_info *info, const char *name)
{
    const uint32_t capabilities = v4lxx_device_info_get_capabilities(info);
    json.key("device").string(name);
    json.key("card").string(v4lxx_device_info_get_card(info));
    json.key("driver").string(v4lxx_device_info_get_driver(info));
    json.key("bus").string(v4lxx_device_info_get_bus(info));
    json.key("camera").boolean(v4lxx_device_info_is_camera(info) != 0);
    json.key("simulated").boolean(v4lxx_device_info_is_simulated(info) != 0);
    json.key("capabilities").begin_array();
    for (const std::string &word : capability_words(capabilities))
        json.string(word);
    json.end_array();
    json.key("capability_bits").number(capabilities);
}

}  // namespace v4lxx::cli
