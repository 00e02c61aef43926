#include "device/identity.hpp"

#include <array>

namespace v4lxx::device {

static constexpr std::string_view hex_digits = "0123456789ABCDEF";

static bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == ':' ||
           c == '-';
}

// "-" alone stands for a part that there is not.
static std::string escaped(const std::string &text)
{
    if (text.empty())
        return "-";
    if (text == "-")
        return "%2D";
    std::string out;
    for (char c : text) {
        if (is_plain(c)) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out.append(1, '%').append(1, hex_digits[byte >> 4]).append(1, hex_digits[byte & 15]);
        }
    }
    return out;
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static std::optional<std::string> unescaped(std::string_view text)
{
    if (text.empty())
        return std::nullopt;
    if (text == "-")
        return std::string();
    std::string out;
    for (size_t i = 0; i < text.size(); i++) {
        if (text[i] != '%') {
            if (!is_plain(text[i]))
                return std::nullopt;
            out += text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
        if (high < 0 || low < 0 || (high == 0 && low == 0))
            return std::nullopt;
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return out;
}

std::string model_text(uint32_t vendor, uint32_t product)
{
    std::string text;
    for (uint32_t number : {vendor, product}) {
        text += text.empty() ? "" : ":";
        for (int shift = 12; shift >= 0; shift -= 4)
            text += "0123456789abcdef"[(number >> shift) & 15];
    }
    return text;
}

Identity identity_of(const Place &place)
{
    return {place.bus, place.is_usb ? model_text(place.vendor, place.product) : "", place.serial, ""};
}

std::string function_of(const Place &place, Role role, uint32_t index)
{
    std::string text = std::string(role_name(role)) + "-";
    if (!place.interface.empty())
        text += place.interface + ".";
    return text + std::to_string(index);
}

std::string id_text(const Identity &identity)
{
    std::string text = "id:" + escaped(identity.bus) + "/" + escaped(identity.model) + "/" + escaped(identity.serial);
    if (!identity.function.empty())
        text += "/" + escaped(identity.function);
    return text;
}

std::optional<Identity> parse_id(std::string_view text, std::string *problem)
{
    if (text.substr(0, 3) == "id:")
        text.remove_prefix(3);
    std::array<std::string, 4> parts;
    size_t count = 0;
    for (bool more = true; more; count++) {
        const size_t slash = text.find('/');
        more = slash != text.npos;
        const auto part = count < parts.size() ? unescaped(text.substr(0, slash)) : std::nullopt;
        if (!part) {
            *problem = count < parts.size() ? "part " + std::to_string(count + 1) + " of the id is empty or not well-formed"
                                            : "the id has more than four parts";
            return std::nullopt;
        }
        parts[count] = *part;
        text = more ? text.substr(slash + 1) : std::string_view{};
    }
    if (count < 3 || parts[0].empty()) {
        *problem = "an id is BUS/VENDOR:PRODUCT/SERIAL or BUS/VENDOR:PRODUCT/SERIAL/FUNCTION, with - for what there is not";
        return std::nullopt;
    }
    return Identity{parts[0], parts[1], parts[2], parts[3]};
}

}  // namespace v4lxx::device
