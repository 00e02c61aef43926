/* Preloaded into a runner: the next allocation of C++ in this process fails. Only libv4lxx allocates in C++ there, so that is its own.
 * C and the run-times of other languages allocate with malloc and see nothing of it. */
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>

extern void std_bad_alloc(void) __asm__("_ZSt17__throw_bad_allocv") __attribute__((noreturn)); /* std::__throw_bad_alloc() */

static atomic_int is_armed;

/* Has the form of a lua_CFunction, so that package.loadlib can call it as well. Returns no results. */
int v4lxx_failing_new_arm(void *unused)
{
    (void)unused;
    atomic_store(&is_armed, 1);
    return 0;
}

static int fails(void) { return atomic_exchange(&is_armed, 0); }

void *operator_new(size_t size) __asm__("_Znwm");
void *operator_new(size_t size)
{
    void *memory = fails() ? NULL : malloc(size != 0 ? size : 1);

    if (memory == NULL)
        std_bad_alloc();
    return memory;
}

void *operator_new_nothrow(size_t size, const void *tag) __asm__("_ZnwmRKSt9nothrow_t");
void *operator_new_nothrow(size_t size, const void *tag)
{
    (void)tag;
    return fails() ? NULL : malloc(size != 0 ? size : 1);
}
