#include "base/failure.hpp"

#include "base/errnos.hpp"
#include "base/status_table.hpp"

#include <string_view>

namespace v4lxx {

Status Failure::status() const { return code_entry(code).status; }

std::string Failure::answer() const
{
    if (sys_errno == 0)
        return {};
    return std::string(request) + ": " + errno_name(sys_errno);
}

// A meaning of the registry as the end of a line: "There is no such node." -> "there is no such node".
static std::string as_clause(std::string meaning)
{
    const bool acronym = meaning.size() > 1 && meaning[1] >= 'A' && meaning[1] <= 'Z';
    if (!acronym && !meaning.empty() && meaning[0] >= 'A' && meaning[0] <= 'Z')
        meaning[0] = static_cast<char>(meaning[0] - 'A' + 'a');
    if (!meaning.empty() && meaning.back() == '.')
        meaning.pop_back();
    return meaning;
}

// The name that opens the device, out of a label such as "HD Pro Webcam C920" (/dev/video2), as one word of a shell; empty if the
// label has none.
static std::string shell_name(const std::string &label)
{
    std::string name = label;
    if (!label.empty() && label.front() == '"') {
        const size_t card_end = label.rfind("\" (");
        if (card_end == std::string::npos || label.back() != ')')
            return {};
        name = label.substr(card_end + 3, label.size() - card_end - 4);
    }
    constexpr const char *plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/_-.:,=+@%";
    if (name.find_first_not_of(plain) == std::string::npos)
        return name;
    std::string quoted = "'";
    for (const char c : name)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

// An advice that has to be filled in before it works is half an advice.
std::string Failure::hint() const
{
    constexpr std::string_view placeholder = " DEVICE";
    std::string text = advice.empty() ? code_entry(code).advice : advice;
    const std::string name = shell_name(device);
    const size_t at = text.find(placeholder);
    const size_t end = at + placeholder.size();
    const bool whole_word = at != std::string::npos && (end == text.size() || text[end] == ' ');
    if (whole_word && !name.empty())
        text.replace(at + 1, placeholder.size() - 1, name);
    return text;
}

// Layout of docs/guide/errors.md: one line that stands alone, then details.
std::string Failure::message() const
{
    const CodeEntry &entry = code_entry(code);
    std::string text;
    if (!operation.empty())
        text = "cannot " + operation;
    if (!device.empty()) {
        // One opens a device; everything else is done on it.
        if (!text.empty())
            text += operation == "open" ? " " : " on ";
        text += device;
    }
    if (!text.empty())
        text += ": ";
    text += as_clause(entry.meaning) + " [" + code_label(code) + "]";
    if (!asked.empty())
        text += "\n  asked:  " + asked;
    if (sys_errno != 0)
        text += "\n  kernel: " + answer();
    if (!cause.empty())
        text += "\n  why:    " + cause + (cause_checked ? " (checked)" : " (a guess)");
    const std::string what_to_try = hint();
    if (!what_to_try.empty())
        text += "\n  try:    " + what_to_try;
    return text;
}

Failure &&Failure::in(std::string what) &&
{
    if (operation.empty())
        operation = std::move(what);
    return std::move(*this);
}

Failure &&Failure::on(std::string what) &&
{
    if (device.empty())
        device = std::move(what);
    return std::move(*this);
}

Failure &&Failure::asking(std::string what) &&
{
    if (asked.empty())
        asked = std::move(what);
    return std::move(*this);
}

Failure argument_failure(Code code, std::string field, std::string cause)
{
    Failure failure;
    failure.code = code;
    failure.field = std::move(field);
    failure.cause = std::move(cause);
    failure.cause_checked = true;
    return failure;
}

}  // namespace v4lxx
