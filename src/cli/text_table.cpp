#include "cli/text_table.hpp"

#include <algorithm>

namespace v4lxx::cli {

// Columns on a terminal: bytes that continue a character take no place of their own.
static size_t columns(const std::string &text)
{
    return static_cast<size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

std::vector<std::string> TextTable::lines() const
{
    std::vector<size_t> widths;
    for (const auto &row : rows_) {
        widths.resize(std::max(widths.size(), row.size()), 0);
        for (size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], columns(row[column]));
    }
    std::vector<std::string> lines;
    for (const auto &row : rows_) {
        std::string line;
        for (size_t column = 0; column < row.size(); ++column) {
            const std::string blanks(widths[column] - columns(row[column]), ' ');
            line += column == 0 ? "" : "  ";
            line += column < word_columns_ ? row[column] + blanks : blanks + row[column];
        }
        line.erase(line.find_last_not_of(' ') + 1);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string TextTable::text() const
{
    std::string text;
    for (const std::string &line : lines())
        text += line + "\n";
    return text;
}

}  // namespace v4lxx::cli
