/* Every V4LXX_..._INIT macro equals its _init function, for the sizes of callers older and newer than this header. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <v4lxx/v4lxx.h>
#include <cmocka.h>

enum { BEYOND = 64, LARGEST = 4096, UNTOUCHED = 0xa5 };

typedef struct InitCase {
    const char *name;
    const void *macro;
    size_t size;
    size_t first_size;
    void (*init)(void *, uint32_t);
} InitCase;

#define VERSIONED_STRUCT(type, INIT, function, first) \
    static const type type##_from_macro = INIT; \
    static void call_##function(void *out, uint32_t size) { function((type *)out, size); }
#include "versioned_structs.inc"
#undef VERSIONED_STRUCT

#define VERSIONED_STRUCT(type, INIT, function, first) { #type, &type##_from_macro, sizeof(type), first, call_##function },
static const InitCase cases[] = {
#include "versioned_structs.inc"
};
#undef VERSIONED_STRUCT

/* What a caller whose struct has `size` bytes must find: the macro's bytes, its own size, zero in what we do not know. */
static void expect(const InitCase *c, uint32_t size, unsigned char *out)
{
    memset(out, 0, size);
    memcpy(out, c->macro, size < c->size ? size : c->size);
    if (size >= sizeof size)
        memcpy(out, &size, sizeof size);
}

static void check_size(const InitCase *c, uint32_t size)
{
    static uint64_t aligned[LARGEST / 8];
    unsigned char wanted[LARGEST];
    unsigned char *have = (unsigned char *)aligned;
    memset(have, UNTOUCHED, LARGEST);
    c->init(have, size);
    expect(c, size, wanted);
    if (size >= sizeof size && memcmp(have, wanted, size) != 0)
        fail_msg("%s: %u bytes differ from the macro's", c->name, (unsigned)size);
    for (size_t i = size; i < LARGEST; i++)
        if (have[i] != UNTOUCHED)
            fail_msg("%s: init of %u bytes wrote byte %u", c->name, (unsigned)size, (unsigned)i);
}

static void the_macro_holds_its_own_size(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        uint32_t size;
        memcpy(&size, cases[i].macro, sizeof size);
        assert_int_equal(size, cases[i].size);
        assert_true(cases[i].first_size <= cases[i].size);
    }
}

static void init_equals_the_macro_at_full_size(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check_size(&cases[i], (uint32_t)cases[i].size);
}

static void init_of_every_smaller_or_larger_size_writes_that_many_bytes(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        for (uint32_t size = 0; size <= cases[i].size + BEYOND; size++)
            check_size(&cases[i], size);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_macro_holds_its_own_size),
        cmocka_unit_test(init_equals_the_macro_at_full_size),
        cmocka_unit_test(init_of_every_smaller_or_larger_size_writes_that_many_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
