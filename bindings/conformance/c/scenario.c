/* SPDX-License-Identifier: MIT */
#include "scenario.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WITHOUT_CAMERA "sim:camera,clock=virtual,pattern=cells"

void set_value(struct outcome *outcome, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    outcome->kind = OUTCOME_VALUE;
    vsnprintf(outcome->text, sizeof(outcome->text), format, arguments);
    va_end(arguments);
}

void set_number(struct outcome *outcome, uint64_t number) { set_value(outcome, "%" PRIu64, number); }

void set_failure(struct outcome *outcome, const char *status, const char *code, const char *message)
{
    outcome->kind = OUTCOME_FAILURE;
    snprintf(outcome->text, sizeof(outcome->text), "%s", strncmp(status, "ERROR_", 6) == 0 ? status + 6 : status);
    snprintf(outcome->code, sizeof(outcome->code), "%s", code);
    snprintf(outcome->message, sizeof(outcome->message), "%s", message);
}

void set_broken(struct outcome *outcome, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    outcome->kind = OUTCOME_BROKEN;
    vsnprintf(outcome->text, sizeof(outcome->text), format, arguments);
    va_end(arguments);
}

int read_number(const char *word, int64_t *number, struct outcome *outcome)
{
    char *end;

    errno = 0;
    *number = strtoll(word, &end, 0);
    if (errno == 0 && end != word && *end == '\0')
        return 1;
    set_broken(outcome, "'%s' is no number", word);
    return 0;
}

int read_time(const char *word, int64_t *nanoseconds, struct outcome *outcome)
{
    static const struct {
        const char *unit;
        int64_t nanoseconds;
    } units[] = {{"", 1}, {"ns", 1}, {"us", 1000}, {"ms", 1000000}, {"s", 1000000000}};
    char *end;
    size_t i;

    errno = 0;
    *nanoseconds = strtoll(word, &end, 10);
    for (i = 0; errno == 0 && end != word && i < sizeof(units) / sizeof(units[0]); i++) {
        if (strcmp(end, units[i].unit) != 0 || (i == 0 && *nanoseconds > 0))
            continue;
        *nanoseconds *= units[i].nanoseconds;
        return 1;
    }
    set_broken(outcome, "'%s' is no time such as 0, -1, 20ms or 2s", word);
    return 0;
}

int split_option(const char *word, char key[32], const char **value, struct outcome *outcome)
{
    const char *mark = strchr(word, '=');

    if (mark == NULL || mark - word > 31) {
        set_broken(outcome, "'%s' is not KEY=VALUE", word);
        return 0;
    }
    memcpy(key, word, (size_t)(mark - word));
    key[mark - word] = '\0';
    *value = mark + 1;
    return 1;
}

int read_ratio(const char *text, uint32_t *numerator, uint32_t *denominator, struct outcome *outcome)
{
    char *end;

    *numerator = (uint32_t)strtoul(text, &end, 10);
    *denominator = *end == '/' ? (uint32_t)strtoul(end + 1, &end, 10) : 1;
    if (end != text && *end == '\0')
        return 1;
    set_broken(outcome, "'%s' is no ratio such as 30 or 30000/1001", text);
    return 0;
}

int is_word(const struct step *step, int place, const char *word)
{
    return place < MOST_WORDS && step->words[place] != NULL && strcmp(step->words[place], word) == 0;
}

uint32_t add_to_checksum(uint32_t checksum, const void *bytes, size_t size)
{
    const unsigned char *byte = bytes;

    for (; size > 0; size--)
        checksum = (checksum ^ *byte++) * 16777619u;
    return checksum;
}

static const char *from_environment(const char *name, const char *otherwise)
{
    const char *value = getenv(name);

    return value != NULL && *value != '\0' ? value : otherwise;
}

/* Reads one word of a line. What it holds is written to `to`, which has room for the whole line with its variables replaced. Returns
 * the end of the word; NULL if a quotation mark has no partner. */
static const char *read_word(const char *from, char **to, int *quoted)
{
    int inside = 0;

    *quoted = 0;
    for (; *from != '\0' && (inside || !isspace((unsigned char)*from)); from++) {
        const char *value = NULL;
        unsigned int byte = 0;

        if (*from == '"') {
            inside = !inside;
            *quoted = 1;
            continue;
        }
        if (strncmp(from, "$CAMERA", 7) == 0) {
            value = from_environment("V4LXX_CONFORMANCE_CAMERA", WITHOUT_CAMERA);
            from += 6;
        } else if (strncmp(from, "$SCRIPTS", 8) == 0) {
            value = from_environment("V4LXX_CONFORMANCE_SCRIPTS", "scripts");
            from += 7;
        }
        if (value != NULL) {
            memcpy(*to, value, strlen(value));
            *to += strlen(value);
            continue;
        }
        if (inside && *from == '\\' && from[1] == 'x' && sscanf(from + 2, "%2x", &byte) == 1) {
            from += 3;
            *(*to)++ = (char)byte;
            continue;
        }
        if (inside && *from == '\\' && from[1] != '\0')
            from++;
        *(*to)++ = *from;
    }
    *(*to)++ = '\0';
    return inside ? NULL : from;
}

/* The words of a line, in memory that `room` has. An empty string if all is well, else what is wrong. */
static const char *read_step(const char *line, char *room, struct step *step)
{
    int behind = 0; /* of the => */
    int i;

    step->count = step->expected_count = 0;
    for (i = 0; i < MOST_WORDS; i++)
        step->words[i] = step->expected[i] = (char *)"";
    for (;;) {
        char *word = room;
        int quoted;

        while (isspace((unsigned char)*line))
            line++;
        if (*line == '\0' || *line == '#')
            return behind && step->expected_count == 0 ? "nothing is expected behind =>" : "";
        line = read_word(line, &room, &quoted);
        if (line == NULL)
            return "a quotation mark has no partner";
        if (!quoted && strcmp(word, "=>") == 0) {
            behind = 1;
            continue;
        }
        if ((behind ? step->expected_count : step->count) == MOST_WORDS)
            return "too many words";
        if (behind)
            step->expected[step->expected_count++] = word;
        else
            step->words[step->count++] = word;
    }
}

static int is_expected(const struct step *step, const struct outcome *outcome)
{
    const char *first = step->expected_count > 0 ? step->expected[0] : "ok";

    if (outcome->kind == OUTCOME_BROKEN)
        return 0;
    if (*first == '!')
        return outcome->kind == OUTCOME_FAILURE && strcmp(first + 1, outcome->text) == 0 &&
               (step->expected_count < 2 || strcmp(step->expected[1], outcome->code) == 0);
    if (outcome->kind != OUTCOME_VALUE)
        return 0;
    return *first == '~' ? strstr(outcome->text, first + 1) != NULL : strcmp(first, outcome->text) == 0;
}

static void print_wrong(const char *name, const struct step *step, const struct outcome *outcome)
{
    int i;

    printf("not ok %s: line %d:", name, step->line);
    for (i = 0; i < step->count; i++)
        printf(" %s", step->words[i]);
    if (outcome->kind == OUTCOME_BROKEN) {
        printf(": %s\n", outcome->text);
        return;
    }
    printf(": expected");
    for (i = 0; i < step->expected_count; i++)
        printf(" %s", step->expected[i]);
    printf("%s, got %s%s", step->expected_count == 0 ? " ok" : "", outcome->kind == OUTCOME_FAILURE ? "!" : "", outcome->text);
    if (outcome->kind == OUTCOME_FAILURE)
        printf(" %s: %.*s", outcome->code, (int)strcspn(outcome->message, "\n"), outcome->message);
    printf("\n");
}

/* What is known of the scenario that is being run. */
struct progress {
    const struct runner *runner;
    char name[200]; /* "" before the first */
    char by_type[200];
    int failed; /* this one; the rest of its lines is passed over */
    int count;
    int failures;
};

static void finish_scenario(struct progress *progress)
{
    if (progress->name[0] == '\0')
        return;
    progress->runner->release_all(progress->runner->state);
    if (!progress->failed)
        printf("ok %s%s%s\n", progress->name, progress->by_type[0] != '\0' ? " # by type: " : "", progress->by_type);
    progress->failures += progress->failed;
    progress->name[0] = '\0';
    fflush(stdout);
}

static void begin_scenario(struct progress *progress, const char *name)
{
    finish_scenario(progress);
    snprintf(progress->name, sizeof(progress->name), "%s", name);
    progress->by_type[0] = '\0';
    progress->failed = 0;
    progress->count++;
}

static void do_line(struct progress *progress, const char *line, char *room, int number)
{
    static struct outcome outcome; /* large */
    struct step step;
    const char *wrong = read_step(line, room, &step);

    step.line = number;
    if (is_word(&step, 0, "scenario")) {
        begin_scenario(progress, step.words[1]);
        return;
    }
    if (progress->failed || (*wrong == '\0' && step.count == 0 && step.expected_count == 0))
        return;
    memset(&outcome, 0, sizeof(outcome));
    if (*wrong != '\0')
        set_broken(&outcome, "%s", wrong);
    else if (progress->name[0] == '\0')
        set_broken(&outcome, "a step before the first scenario");
    else
        progress->runner->perform(progress->runner->state, &step, &outcome);
    if (outcome.by_type[0] != '\0')
        snprintf(progress->by_type, sizeof(progress->by_type), "%s", outcome.by_type);
    if (!is_expected(&step, &outcome)) {
        print_wrong(progress->name, &step, &outcome);
        progress->failed = 1;
    }
}

/* The whole file, ended by a NUL; NULL if it cannot be read. */
static char *read_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    size_t size = 0, room = 0;

    while (file != NULL && !ferror(file)) {
        if (size == room) {
            room = room == 0 ? 65536 : room * 2;
            text = realloc(text, room + 1);
            if (text == NULL)
                abort();
        }
        size_t more = fread(text + size, 1, room - size, file);
        size += more;
        if (more == 0)
            break;
    }
    if (file == NULL)
        return NULL;
    text[size] = '\0';
    fclose(file);
    return text;
}

static void run_file(struct progress *progress, char *text)
{
    const size_t longest = strlen(from_environment("V4LXX_CONFORMANCE_CAMERA", WITHOUT_CAMERA)) +
                           strlen(from_environment("V4LXX_CONFORMANCE_SCRIPTS", "scripts"));
    char *line = text;
    int number = 1;

    for (; line != NULL; number++) {
        char *end = strchr(line, '\n');
        char *room;

        if (end != NULL)
            *end = '\0';
        room = malloc((strlen(line) + 2) * (longest + 1));
        if (room == NULL)
            abort();
        do_line(progress, line, room, number);
        free(room);
        line = end != NULL ? end + 1 : NULL;
    }
    finish_scenario(progress);
}

int run_scenarios(const struct runner *runner, int argc, char **argv)
{
    static struct progress progress;
    int i;

    progress.runner = runner;
    for (i = 1; i < argc; i++) {
        char *text = read_file(argv[i]);

        if (text == NULL) {
            fprintf(stderr, "cannot read %s: %s\n", argv[i], strerror(errno));
            return 2;
        }
        run_file(&progress, text);
        free(text);
    }
    printf("1..%d\n", progress.count);
    return progress.failures > 0;
}
