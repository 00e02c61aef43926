// Numbers of V4L2 in its own words: capabilities, formats, fields, colours, rates.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <v4lxx/types.h>

namespace v4lxx::cli {

// "VIDEO_CAPTURE", "STREAMING"; a bit without a name as "0x00000200".
std::vector<std::string> capability_words(uint32_t capabilities);
// The four characters, "YUYV"; in hex if they cannot be printed; "-BE" after them for big-endian.
std::string fourcc_word(uint32_t fourcc);

// The kernel's constants without their prefix; an unknown number as digits.
std::string field_word(uint32_t field);
std::string colorspace_word(uint32_t colorspace);
std::string ycbcr_encoding_word(uint32_t encoding);
std::string quantization_word(uint32_t quantization);
std::string transfer_function_word(uint32_t function);

// "CORRUPT", "SHORT", ... of v4lxx_frame_info.flags.
std::vector<std::string> frame_flag_words(uint32_t flags);
// "fourcc", "width", ... of v4lxx_format_field bits.
std::vector<std::string> format_field_words(uint32_t fields);

// Frames per second of an interval: 30, 29.97; 0 if it is not known.
double rate_of_interval(uint32_t numerator, uint32_t denominator);
// Of a rate as the library tells it; 0 if it is not known.
double rate_value(const v4lxx_fraction &rate);
// At most three digits after the point, no zeros at the end: "30", "29.97".
std::string short_decimal(double value);
// Always so many digits after the point: "30.00".
std::string fixed(double value, int digits);
// "0x56595559"
std::string hex_word(uint64_t value);
std::string size_word(uint32_t width, uint32_t height);
// "YUYV 640x480 at 30 per second"; without the rate where it is 0, which is not known.
std::string mode_word(uint32_t fourcc, uint32_t width, uint32_t height, double rate);
// "V4LXX-E0231"
std::string code_word(uint32_t code);
// With blanks behind it, up to so many characters.
std::string padded(std::string text, size_t width);
// Of a message: the line that stands alone.
std::string first_line(const std::string &text);
std::string joined(const std::vector<std::string> &words, const char *between);

}  // namespace v4lxx::cli
