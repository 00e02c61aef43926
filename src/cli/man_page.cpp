#include "cli/man_page.hpp"

#include "cli/commands.hpp"
#include "cli/help.hpp"

#include <algorithm>
#include <string_view>

namespace v4lxx::cli {

namespace {

template <typename... Parts>
void add(std::string &out, const Parts &...parts)
{
    (out.append(parts), ...);
}

// Text as roff takes it: nothing in it is a request, and a dash is one that can be copied to a command line.
std::string roff(std::string_view text)
{
    std::string out;
    bool at_line_start = true;
    for (const char c : text) {
        if (at_line_start && (c == '.' || c == '\''))
            out += "\\&";
        if (c == '\\')
            out += "\\e";
        else if (c == '-')
            out += "\\-";
        else
            out += c;
        at_line_start = c == '\n';
    }
    return out;
}

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

std::string title(const std::string &name, const ManHeading &heading)
{
    std::string out = ".\\\" Generated from the tables in src/cli by v4lxx-docgen.\n";
    add(out, ".TH ", roff(upper(name)), " 1 ", heading.date, " \"v4lxx ", heading.version, "\" \"Video4Linux programs\"\n");
    return out;
}

std::string bold(const std::string &text)
{
    std::string out = "\\fB";
    add(out, roff(text), "\\fR");
    return out;
}

// Placeholders are in capitals; what is typed as it stands is bold.
std::string operand(const std::string &text)
{
    std::string out;
    for (size_t at = 0; at < text.size();) {
        const auto is_capital = [&](size_t index) { return text[index] >= 'A' && text[index] <= 'Z'; };
        if (!is_capital(at)) {
            out += roff(text.substr(at++, 1));
            continue;
        }
        size_t end = at;
        while (end < text.size() && (is_capital(end) || (text[end] >= 'a' && text[end] <= 'z')))
            ++end;
        add(out, "\\fI", text.substr(at, end - at), "\\fR");
        at = end;
    }
    return out;
}

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

// Paragraphs are filled; lines that begin with a space are a table or a command and stay as they are.
std::string paragraphs(std::string_view text)
{
    std::string out;
    bool literal = false;
    bool paragraph_wanted = false;
    for (const std::string &line : lines_of(text)) {
        const bool line_is_literal = !line.empty() && line[0] == ' ';
        if (line.empty()) {
            paragraph_wanted = true;
            continue;
        }
        if (line_is_literal && !literal)
            out += ".PP\n.nf\n";
        else if (!line_is_literal && literal)
            out += ".fi\n.PP\n";
        else if (paragraph_wanted)
            out += line_is_literal ? "\n" : ".PP\n";
        out += roff(line) + "\n";
        literal = line_is_literal;
        paragraph_wanted = false;
    }
    return out + (literal ? ".fi\n" : "");
}

// An example is one line that begins with two spaces.
std::string examples(std::string_view text)
{
    std::string out = ".SH EXAMPLES\n.nf\n";
    for (const std::string &line : lines_of(text))
        out += roff(line.substr(std::min(line.find_first_not_of(' '), line.size()))) + "\n";
    return out + ".fi\n";
}

std::string exit_status()
{
    std::string out = ".SH EXIT STATUS\n";
    for (const ExitCode &code : exit_codes)
        add(out, ".TP\n", bold(code.code), "\n", roff(code.meaning), "\n");
    return out;
}

std::string option_entry(const OptionSpec &option)
{
    std::string out = ".TP\n";
    if (option.letter != 0)
        out += bold(std::string("-") + option.letter) + ", ";
    out += bold(std::string("--") + option.name);
    if (option.value != nullptr)
        add(out, " ", operand(option.value));
    add(out, "\n", roff(option.text), "\n");
    return out;
}

std::string see_also(const std::string &own_name)
{
    std::vector<std::string> pages;
    if (own_name != "v4lxx")
        pages.emplace_back("v4lxx");
    for (const CommandSpec *command : all_commands) {
        const std::string name = std::string("v4lxx-") + command->name;
        if (name != own_name)
            pages.push_back(name);
    }
    std::string out = ".SH SEE ALSO\n";
    for (size_t index = 0; index < pages.size(); ++index)
        add(out, ".BR ", roff(pages[index]), " (1)", index + 1 < pages.size() ? ",\n" : "\n");
    return out;
}

}  // namespace

std::string program_page(const ManHeading &heading)
{
    std::string out = title("v4lxx", heading);
    add(out, ".SH NAME\nv4lxx \\- ", roff(program_summary), "\n");
    out += ".SH SYNOPSIS\n.B v4lxx\n\\fICOMMAND\\fR [\\fIOPTION\\fR]...\n.SH DESCRIPTION\n";
    out += paragraphs(device_notes);
    out += ".SH COMMANDS\n";
    for (const CommandSpec *command : all_commands) {
        add(out, ".TP\n", bold(command->name));
        if (command->operands[0] != 0)
            add(out, " ", operand(command->operands));
        add(out, "\n", roff(command->summary), "; see\n.BR v4lxx\\-", roff(command->name), " (1)\n");
    }
    add(out, ".SH OPTIONS\n.TP\n", bold("--help"), "\nname the commands; after a command: explain it\n");
    add(out, ".TP\n", bold("--version"), "\nprint the version of the program and of the library\n");
    return out + exit_status() + examples(program_examples) + see_also("v4lxx");
}

std::string command_page(const CommandSpec &command, const ManHeading &heading)
{
    const std::string name = std::string("v4lxx-") + command.name;
    std::string out = title(name, heading);
    add(out, ".SH NAME\n", roff(name), " \\- ", roff(command.summary), "\n");
    add(out, ".SH SYNOPSIS\n.B v4lxx ", roff(command.name), "\n");
    if (command.operands[0] != 0)
        add(out, operand(command.operands), "\n");
    out += "[\\fIOPTION\\fR]...\n";
    if (command.notes[0] != 0)
        add(out, ".SH DESCRIPTION\n", paragraphs(command.notes));
    out += ".SH OPTIONS\n";
    for (const OptionSpec *option : all_options(command))
        out += option_entry(*option);
    return out + exit_status() + examples(command.examples) + see_also(name);
}

}  // namespace v4lxx::cli
