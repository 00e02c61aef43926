#include "cli/json_writer.hpp"

#include <cmath>
#include <cstdio>

namespace v4lxx::cli {

namespace {

// Length of the UTF-8 sequence at the start of the text; 0 if there is none. Names of files may hold any byte, JSON may not.
size_t utf8_length(std::string_view text)
{
    const auto byte = [&](size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char lead = byte(0);
    const size_t length = lead < 0x80                   ? 1
                          : lead >= 0xc2 && lead < 0xe0 ? 2
                          : (lead & 0xf0) == 0xe0       ? 3
                          : lead >= 0xf0 && lead < 0xf5 ? 4
                                                        : 0;
    if (length == 0 || length > text.size())
        return 0;
    for (size_t index = 1; index < length; ++index) {
        if ((byte(index) & 0xc0) != 0x80)
            return 0;
    }
    if (length < 3)
        return length;
    const bool overlong = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xf0 && byte(1) < 0x90);
    const bool surrogate = lead == 0xed && byte(1) >= 0xa0;
    const bool too_large = lead == 0xf4 && byte(1) >= 0x90;
    return overlong || surrogate || too_large ? 0 : length;
}

std::string quoted(std::string_view value)
{
    std::string text = "\"";
    while (!value.empty()) {
        const size_t length = utf8_length(value);
        const char first = value[0];
        if (length == 0) {
            text += "\xef\xbf\xbd";
        } else if (first == '"' || first == '\\') {
            text += '\\';
            text += first;
        } else if (first == '\n') {
            text += "\\n";
        } else if (static_cast<unsigned char>(first) < 0x20 || first == 0x7f) {
            char escape[8];
            std::snprintf(escape, sizeof(escape), "\\u%04x", static_cast<unsigned>(first));
            text += escape;
        } else {
            text += value.substr(0, length);
        }
        value.remove_prefix(length == 0 ? 1 : length);
    }
    return text + '"';
}

}  // namespace

void JsonWriter::before_value()
{
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (depth_ == 0)
        return;
    if (!first_)
        text_ += layout_ == JsonLayout::one_line ? ", " : ",";
    new_line();
    first_ = false;
}

void JsonWriter::new_line()
{
    if (layout_ == JsonLayout::one_line)
        return;
    text_ += '\n';
    text_.append(static_cast<size_t>(depth_) * 2, ' ');
}

JsonWriter &JsonWriter::open(char bracket)
{
    before_value();
    text_ += bracket;
    ++depth_;
    first_ = true;
    return *this;
}

JsonWriter &JsonWriter::close(char bracket)
{
    --depth_;
    if (!first_)
        new_line();
    text_ += bracket;
    first_ = false;
    return *this;
}

JsonWriter &JsonWriter::raw(std::string_view text)
{
    before_value();
    text_ += text;
    return *this;
}

JsonWriter &JsonWriter::key(std::string_view name)
{
    raw(quoted(name));
    text_ += ": ";
    after_key_ = true;
    return *this;
}

JsonWriter &JsonWriter::string(std::string_view value) { return raw(quoted(value)); }

JsonWriter &JsonWriter::number(uint64_t value) { return raw(std::to_string(value)); }

JsonWriter &JsonWriter::signed_number(int64_t value) { return raw(std::to_string(value)); }

JsonWriter &JsonWriter::decimal(double value, int digits)
{
    if (!std::isfinite(value))
        return null();
    char text[400];
    std::snprintf(text, sizeof(text), "%.*f", digits, value);
    return raw(text);
}

JsonWriter &JsonWriter::boolean(bool value) { return raw(value ? "true" : "false"); }

JsonWriter &JsonWriter::null() { return raw("null"); }

std::string JsonWriter::take() { return std::move(text_) + "\n"; }

}  // namespace v4lxx::cli
