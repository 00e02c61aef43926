// Rows of words in columns that are as wide as they need to be.
#pragma once

#include <string>
#include <vector>

namespace v4lxx::cli {

class TextTable {
public:
    // The first columns hold words and begin on the left; the others hold numbers and end on the right.
    explicit TextTable(size_t word_columns) : word_columns_(word_columns) {}

    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    // Each row as a line, without its end.
    std::vector<std::string> lines() const;
    // The same as one text.
    std::string text() const;

private:
    size_t word_columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace v4lxx::cli
