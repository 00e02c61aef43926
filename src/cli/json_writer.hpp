// Writes JSON as text: two blanks a level or all in one line, keys in the order given, strings always valid UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace v4lxx::cli {

enum class JsonLayout { indented, one_line };

class JsonWriter {
public:
    explicit JsonWriter(JsonLayout layout = JsonLayout::indented) : layout_(layout) {}

    JsonWriter &begin_object() { return open('{'); }
    JsonWriter &end_object() { return close('}'); }
    JsonWriter &begin_array() { return open('['); }
    JsonWriter &end_array() { return close(']'); }
    JsonWriter &key(std::string_view name);

    JsonWriter &string(std::string_view value);
    JsonWriter &number(uint64_t value);
    JsonWriter &signed_number(int64_t value);
    // Rounded to so many digits after the point; null if it is not finite.
    JsonWriter &decimal(double value, int digits);
    JsonWriter &boolean(bool value);
    JsonWriter &null();
    // Per second, to thousandths; null for 0, which is not known.
    JsonWriter &rate(double value) { return value > 0 ? decimal(value, 3) : null(); }
    // The number, or null if there is none.
    template <typename T>
    JsonWriter &number_or_null(const std::optional<T> &value)
    {
        return value ? number(*value) : null();
    }

    // The document, with a final newline.
    std::string take();

private:
    JsonWriter &open(char bracket);
    JsonWriter &close(char bracket);
    JsonWriter &raw(std::string_view text);
    void before_value();
    void new_line();

    JsonLayout layout_;
    std::string text_;
    int depth_ = 0;
    bool first_ = true;       // nothing yet in the innermost object or array
    bool after_key_ = false;  // the value belongs on the line of its key
};

}  // namespace v4lxx::cli
