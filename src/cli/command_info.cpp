// `v4lxx info DEV`: what a device is, the format it has now, and all it offers.
#include "cli/commands.hpp"
#include "cli/device_json.hpp"
#include "cli/device_offer.hpp"
#include "cli/library.hpp"
#include "cli/shared_options.hpp"
#include "cli/standard_streams.hpp"
#include "cli/words.hpp"

namespace v4lxx::cli {

namespace {

std::string device_as_text(const v4lxx_device_info *info, const std::string &name)
{
    return "device:        " + name + "\ncard:          " + v4lxx_device_info_get_card(info) +
           "\ndriver:        " + v4lxx_device_info_get_driver(info) + "\nbus:           " + v4lxx_device_info_get_bus(info) +
           "\ncapabilities:  " + joined(capability_words(v4lxx_device_info_get_capabilities(info)), " ") + "\n";
}

std::string format_as_text(const DeviceOffer &offer)
{
    if (!offer.current)
        return "";
    const v4lxx_format &format = *offer.current;
    std::string text = "format:        " + mode_word(format.fourcc, format.width, format.height, offer.rate);
    text += ", field " + field_word(format.field) + "\ncolour:        " + colorspace_word(format.colorspace) + ", encoding " +
            ycbcr_encoding_word(format.ycbcr_encoding) + ", quantization " + quantization_word(format.quantization) +
            ", transfer function " + transfer_function_word(format.transfer_function) + "\nmemory:        ";
    for (uint32_t plane = 0; plane < format.memory_plane_count && plane < 4; ++plane)
        text += (plane > 0 ? "; " : "") + std::to_string(format.size_bytes[plane]) + " bytes, stride " +
                std::to_string(format.stride_bytes[plane]);
    return text + "\n";
}

int run_info(const Arguments &arguments)
{
    const std::string &name = arguments.operands()[0];
    const Context context = create_context();
    const Device device = open_device(context, name.c_str());
    const v4lxx_device_info *info = v4lxx_device_get_info(device.get());
    const DeviceOffer offer = read_offer(device);
    if (!arguments.has("json")) {
        print(stdout, device_as_text(info, name) + format_as_text(offer) + formats_as_text(offer));
        return exit_code::ok;
    }
    JsonWriter json;
    json.begin_object();
    write_device_json(json, info, name.c_str());
    write_offer_json(json, offer);
    print(stdout, json.end_object().take());
    return exit_code::ok;
}

}  // namespace

const CommandSpec info_command = {
    "info",
    "DEV",
    1,
    1,
    "tell what a device is and what it offers",
    {
        json_option,
    },
    "Nothing on the device is changed. Names are those of V4L2, without V4L2_CAP_, V4L2_COLORSPACE_ and so on.\n",
    "  v4lxx info /dev/video0\n"
    "  v4lxx info sim:camera --json\n",
    run_info,
};

}  // namespace v4lxx::cli
