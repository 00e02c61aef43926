#include "cli/device_json.hpp"

#include "cli/library.hpp"
#include "cli/role_words.hpp"
#include "cli/words.hpp"

#include <cstdio>

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

static void write_error_or_null(JsonWriter &json, const v4lxx_device_info *info)
{
    json.key("error");
    if (const v4lxx_error *error = v4lxx_device_info_get_error(info))
        write_error_json(json, error);
    else
        json.null();
}

static void write_usb_json(JsonWriter &json, const v4lxx_device_info *info)
{
    json.key("usb");
    const uint32_t vendor = v4lxx_device_info_get_usb_vendor(info), product = v4lxx_device_info_get_usb_product(info);
    if (vendor == 0 && product == 0) {
        json.null();
        return;
    }
    char text[24];
    json.begin_object();
    std::snprintf(text, sizeof(text), "%04x", vendor);
    json.key("vendor").string(text);
    std::snprintf(text, sizeof(text), "%04x", product);
    json.key("product").string(text);
    json.key("serial").string(v4lxx_device_info_get_serial(info)).end_object();
}

void write_nodes_json(JsonWriter &json, const v4lxx_device_info *info)
{
    write_error_or_null(json, info);
    json.key("id").string(v4lxx_device_info_get_id(info));
    write_usb_json(json, info);
    json.key("media");
    const char *media = v4lxx_device_info_get_media_path(info);
    *media != 0 ? json.string(media) : json.null();
    json.key("nodes").begin_array();
    for (uint32_t index = 0; index < v4lxx_device_info_get_node_count(info); ++index) {
        const v4lxx_device_info *node = v4lxx_device_info_get_node(info, index);
        json.begin_object();
        json.key("device").string(v4lxx_device_info_get_path(node));
        json.key("role").string(role_word(v4lxx_device_info_get_role(node)));
        json.key("id").string(v4lxx_device_info_get_id(node));
        json.key("capability_bits").number(v4lxx_device_info_get_capabilities(node));
        write_error_or_null(json, node);
        json.end_object();
    }
    json.end_array();
}

}  // namespace v4lxx::cli
