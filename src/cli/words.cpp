#include "cli/words.hpp"

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <span>

#include <v4lxx/v4lxx.h>

namespace v4lxx::cli {

namespace {

struct BitName {
    uint32_t bit;
    const char *name;
};

constexpr BitName capability_names[] = {
    {V4LXX_CAPABILITY_VIDEO_CAPTURE, "VIDEO_CAPTURE"},
    {V4LXX_CAPABILITY_VIDEO_OUTPUT, "VIDEO_OUTPUT"},
    {0x00000004, "VIDEO_OVERLAY"},
    {V4LXX_CAPABILITY_VBI_CAPTURE, "VBI_CAPTURE"},
    {0x00000020, "VBI_OUTPUT"},
    {0x00000040, "SLICED_VBI_CAPTURE"},
    {0x00000080, "SLICED_VBI_OUTPUT"},
    {0x00000100, "RDS_CAPTURE"},
    {0x00000200, "VIDEO_OUTPUT_OVERLAY"},
    {0x00000400, "HW_FREQ_SEEK"},
    {0x00000800, "RDS_OUTPUT"},
    {V4LXX_CAPABILITY_VIDEO_CAPTURE_MPLANE, "VIDEO_CAPTURE_MPLANE"},
    {V4LXX_CAPABILITY_VIDEO_OUTPUT_MPLANE, "VIDEO_OUTPUT_MPLANE"},
    {V4LXX_CAPABILITY_VIDEO_M2M_MPLANE, "VIDEO_M2M_MPLANE"},
    {V4LXX_CAPABILITY_VIDEO_M2M, "VIDEO_M2M"},
    {0x00010000, "TUNER"},
    {0x00020000, "AUDIO"},
    {V4LXX_CAPABILITY_RADIO, "RADIO"},
    {0x00080000, "MODULATOR"},
    {0x00100000, "SDR_CAPTURE"},
    {0x00200000, "EXT_PIX_FORMAT"},
    {0x00400000, "SDR_OUTPUT"},
    {V4LXX_CAPABILITY_META_CAPTURE, "META_CAPTURE"},
    {V4LXX_CAPABILITY_READWRITE, "READWRITE"},
    {0x02000000, "EDID"},
    {V4LXX_CAPABILITY_STREAMING, "STREAMING"},
    {0x08000000, "META_OUTPUT"},
    {V4LXX_CAPABILITY_TOUCH, "TOUCH"},
    {0x20000000, "IO_MC"},
};

constexpr BitName frame_flag_names[] = {
    {V4LXX_FRAME_CORRUPT, "CORRUPT"}, {V4LXX_FRAME_SHORT, "SHORT"},         {V4LXX_FRAME_KEY, "KEY"},
    {V4LXX_FRAME_LAST, "LAST"},       {V4LXX_FRAME_CANCELLED, "CANCELLED"}, {V4LXX_FRAME_COPIED, "COPIED"},
};

constexpr BitName format_field_names[] = {
    {V4LXX_FORMAT_FIELD_FOURCC, "fourcc"},
    {V4LXX_FORMAT_FIELD_WIDTH, "width"},
    {V4LXX_FORMAT_FIELD_HEIGHT, "height"},
    {V4LXX_FORMAT_FIELD_FIELD, "field"},
    {V4LXX_FORMAT_FIELD_COLORSPACE, "colorspace"},
    {V4LXX_FORMAT_FIELD_YCBCR_ENCODING, "ycbcr_encoding"},
    {V4LXX_FORMAT_FIELD_QUANTIZATION, "quantization"},
    {V4LXX_FORMAT_FIELD_TRANSFER_FUNCTION, "transfer_function"},
    {V4LXX_FORMAT_FIELD_STRIDE, "stride"},
    {V4LXX_FORMAT_FIELD_RATE, "rate"},
    {V4LXX_FORMAT_FIELD_FLAGS, "flags"},
    {V4LXX_FORMAT_FIELD_MEMORY_PLANES, "memory_planes"},
    {V4LXX_FORMAT_FIELD_SIZE_BYTES, "size_bytes"},
};

std::vector<std::string> bit_words(uint32_t bits, std::span<const BitName> names)
{
    std::vector<std::string> words;
    for (const BitName &entry : names) {
        if ((bits & entry.bit) != 0)
            words.emplace_back(entry.name);
        bits &= ~entry.bit;
    }
    for (uint32_t bit = 1; bit != 0; bit <<= 1) {
        if ((bits & bit) != 0)
            words.push_back(hex_word(bit));
    }
    return words;
}

std::string number_word(uint32_t number, std::span<const char *const> names)
{
    return number < names.size() ? names[number] : std::to_string(number);
}

}  // namespace

std::string fixed(double value, int digits)
{
    char text[400];
    std::snprintf(text, sizeof(text), "%.*f", digits, value);
    return text;
}

std::string hex_word(uint64_t value)
{
    char text[32];
    std::snprintf(text, sizeof(text), "0x%08" PRIx64, value);
    return text;
}

std::vector<std::string> capability_words(uint32_t capabilities) { return bit_words(capabilities, capability_names); }

std::vector<std::string> frame_flag_words(uint32_t flags) { return bit_words(flags, frame_flag_names); }

std::vector<std::string> format_field_words(uint32_t fields) { return bit_words(fields, format_field_names); }

std::string fourcc_word(uint32_t fourcc)
{
    std::string text;
    for (int shift = 0; shift < 32; shift += 8) {
        const uint32_t character = fourcc >> shift & (shift == 24 ? 0x7f : 0xff);
        if (character < 0x20 || character > 0x7e)
            return hex_word(fourcc);
        text += static_cast<char>(character);
    }
    while (!text.empty() && text.back() == ' ')
        text.pop_back();
    return (fourcc & 0x80000000u) != 0 ? text + "-BE" : text;
}

std::string field_word(uint32_t field)
{
    static constexpr const char *names[] = {"ANY",    "NONE",   "TOP",       "BOTTOM",        "INTERLACED",
                                            "SEQ_TB", "SEQ_BT", "ALTERNATE", "INTERLACED_TB", "INTERLACED_BT"};
    return number_word(field, names);
}

std::string colorspace_word(uint32_t colorspace)
{
    static constexpr const char *names[] = {"DEFAULT",      "SMPTE170M",     "SMPTE240M", "REC709", "BT878",
                                            "470_SYSTEM_M", "470_SYSTEM_BG", "JPEG",      "SRGB",   "OPRGB",
                                            "BT2020",       "RAW",           "DCI_P3"};
    return number_word(colorspace, names);
}

std::string ycbcr_encoding_word(uint32_t encoding)
{
    static constexpr const char *names[] = {"DEFAULT",          "601",      "709", "XV601", "XV709", "SYCC", "BT2020",
                                            "BT2020_CONST_LUM", "SMPTE240M"};
    return number_word(encoding, names);
}

std::string quantization_word(uint32_t quantization)
{
    static constexpr const char *names[] = {"DEFAULT", "FULL_RANGE", "LIM_RANGE"};
    return number_word(quantization, names);
}

std::string transfer_function_word(uint32_t function)
{
    static constexpr const char *names[] = {"DEFAULT", "709", "SRGB", "OPRGB", "SMPTE240M", "NONE", "DCI_P3", "SMPTE2084"};
    return number_word(function, names);
}

double rate_of_interval(uint32_t numerator, uint32_t denominator)
{
    return numerator == 0 ? 0.0 : static_cast<double>(denominator) / numerator;
}

double rate_value(const v4lxx_fraction &rate) { return rate_of_interval(rate.denominator, rate.numerator); }

std::string short_decimal(double value)
{
    char text[400];
    std::snprintf(text, sizeof(text), "%.3f", value);
    std::string word = text;
    word.erase(word.find_last_not_of('0') + 1);
    if (!word.empty() && word.back() == '.')
        word.pop_back();
    return word;
}

std::string size_word(uint32_t width, uint32_t height) { return std::to_string(width) + "x" + std::to_string(height); }

std::string mode_word(uint32_t fourcc, uint32_t width, uint32_t height, double rate)
{
    return fourcc_word(fourcc) + " " + size_word(width, height) +
           (rate > 0 ? " at " + short_decimal(rate) + " per second" : "");
}

std::string code_word(uint32_t code)
{
    char text[24];
    std::snprintf(text, sizeof(text), "V4LXX-E%04u", code);
    return text;
}

std::string first_line(const std::string &text) { return text.substr(0, text.find('\n')); }

std::string padded(std::string text, size_t width)
{
    text.resize(std::max(width, text.size()), ' ');
    return text;
}

std::string joined(const std::vector<std::string> &words, const char *between)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : between) + word;
    return text;
}

}  // namespace v4lxx::cli
