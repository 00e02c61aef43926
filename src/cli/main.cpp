// The program v4lxx: finds the command, runs it, turns what stopped it into a message and an exit code.
#include "cli/commands.hpp"
#include "cli/completion.hpp"
#include "cli/help.hpp"
#include "cli/interruption.hpp"
#include "cli/library.hpp"
#include "cli/spelling.hpp"
#include "cli/standard_streams.hpp"

#include <exception>
#include <new>

namespace v4lxx::cli {

namespace {

// `words` begin with the one that is no command.
Stop unknown_command(std::vector<std::string> words)
{
    const std::string &word = words[0];
    std::vector<std::string> names;
    for (const CommandSpec *command : all_commands)
        names.emplace_back(command->name);
    const std::string meant = closest(word, names);
    std::string problem = "unknown command \"" + word + "\"";
    if (meant.empty())
        return {exit_code::usage, problem + "\n  try:    v4lxx --help"};
    problem += "; did you mean \"" + meant + "\"?";
    words[0] = meant;
    return {exit_code::usage, problem + "\n  try:    " + command_line(words)};
}

int print_help(const std::vector<std::string> &words)
{
    const CommandSpec *command = words.empty() ? nullptr : find_command(words[0]);
    if (!words.empty() && command == nullptr)
        throw unknown_command(words);
    print(stdout, command == nullptr ? program_help() : command_help(*command));
    return exit_code::ok;
}

int run(const std::vector<std::string> &words)
{
    if (words.empty()) {
        print(stderr, program_help());
        return exit_code::usage;
    }
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    if (words[0] == "--help" || words[0] == "-h" || words[0] == "help")
        return print_help(rest);
    if (words[0] == "--version") {
        print(stdout, version_text());
        return exit_code::ok;
    }
    if (words[0] == "--complete") {
        print(stdout, completion_text(rest));
        return exit_code::ok;
    }
    const CommandSpec *command = find_command(words[0]);
    if (command == nullptr)
        throw unknown_command(words);
    const Arguments arguments(*command, rest);
    if (arguments.wants_help()) {
        print(stdout, command_help(*command));
        return exit_code::ok;
    }
    if (arguments.has(verbose_option.name))
        show_log();
    return command->run(arguments);
}

int run_and_report(const std::vector<std::string> &words)
{
    try {
        return run(words);
    } catch (const Stop &stop) {
        if (!stop.message.empty())
            print_problem(stop.message);
        return stop.exit_code;
    } catch (const std::bad_alloc &) {
        print_problem("out of memory");
    } catch (const std::exception &problem) {
        print_problem(std::string("unexpected: ") + problem.what());
    }
    return exit_code::failure;
}

}  // namespace

}  // namespace v4lxx::cli

int main(int argc, char **argv)
{
    v4lxx::cli::occupy_standard_descriptors();
    v4lxx::cli::ignore_output_signals();
    return v4lxx::cli::run_and_report(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
