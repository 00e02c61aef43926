/* SPDX-License-Identifier: MIT */
/* Scenarios as the runners of C and of C++ read them: steps of words, what is expected of each, and the lines that are printed.
 * ../README.md describes the form. Nothing here knows libv4lxx, and nothing allocates in C++. */
#ifndef V4LXX_CONFORMANCE_SCENARIO_H
#define V4LXX_CONFORMANCE_SCENARIO_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { MOST_WORDS = 24, LONGEST_TEXT = 2000 };

struct step {
    int line;                /* in its file, from 1 */
    int count;               /* words, the verb among them */
    char *words[MOST_WORDS]; /* those behind the last are "" */
    int expected_count;      /* 0: "ok" is expected */
    char *expected[MOST_WORDS];
};

enum outcome_kind {
    OUTCOME_VALUE,   /* text: "ok", "again", a number, a name */
    OUTCOME_FAILURE, /* text: the status without ERROR_; code: "E0101" */
    OUTCOME_BROKEN   /* the step could not be carried out at all; text: why */
};
struct outcome {
    enum outcome_kind kind;
    char text[LONGEST_TEXT];
    char code[16];
    char message[LONGEST_TEXT]; /* of a failure, for people */
    char by_type[200];          /* why the language cannot express the step; "" if it can */
};

void set_value(struct outcome *outcome, const char *format, ...) __attribute__((format(printf, 2, 3)));
void set_number(struct outcome *outcome, uint64_t number);
void set_failure(struct outcome *outcome, const char *status, const char *code, const char *message);
void set_broken(struct outcome *outcome, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* 1 if the word is a number or a time that fits; a wrong one is told to the outcome. "0", "-1", "20ms", "2s", "0x1f". */
int read_number(const char *word, int64_t *number, struct outcome *outcome);
int read_time(const char *word, int64_t *nanoseconds, struct outcome *outcome);
/* 1 and both halves of KEY=VALUE; the key is copied, the value is inside the word. */
int split_option(const char *word, char key[32], const char **value, struct outcome *outcome);
/* "30" or "30000/1001". */
int read_ratio(const char *text, uint32_t *numerator, uint32_t *denominator, struct outcome *outcome);
/* Whether a word stands at a place: an absent word is "". */
int is_word(const struct step *step, int place, const char *word);

/* FNV-1a, 32 bits: go on from `checksum`, which is FNV_START at first. */
#define FNV_START 2166136261u
uint32_t add_to_checksum(uint32_t checksum, const void *bytes, size_t size);

/* VERB(name) of every verb: do_name carries it out. */
#define EACH_VERB(VERB) \
    VERB(context) VERB(simulated) VERB(list) VERB(count) VERB(entry) VERB(open) VERB(device) \
    VERB(formats) VERB(negotiate) VERB(format) VERB(get) VERB(set) \
    VERB(stream) VERB(reconfigure) VERB(granted) VERB(start) VERB(stop) VERB(cancel) VERB(wait) VERB(account) VERB(statistics) VERB(state) VERB(read) \
    VERB(next) VERB(next_many) VERB(left) VERB(info) VERB(convert) VERB(time) VERB(bytes) VERB(checksum) VERB(keep) VERB(hold) VERB(held) VERB(release) \
    VERB(callback) VERB(dispatch) VERB(calls) VERB(inside) VERB(destroyed) \
    VERB(listen) VERB(event) VERB(told) VERB(add_stream) VERB(remove_stream) VERB(next_of) VERB(of) \
    VERB(group) VERB(join) VERB(next_set) VERB(of_set) VERB(frame_of) VERB(of_group) VERB(of_camera) \
    VERB(close) VERB(close_within) VERB(drop) VERB(collect) \
    VERB(error) VERB(fail_allocation) VERB(library) VERB(bad)

struct runner {
    void *state;
    void (*perform)(void *state, const struct step *step, struct outcome *outcome);
    void (*release_all)(void *state); /* after each scenario */
};

/* Runs all scenarios of the files named on the command line, and prints a line for each. What main returns. */
int run_scenarios(const struct runner *runner, int argc, char **argv);

#ifdef __cplusplus
}
#endif
#endif
