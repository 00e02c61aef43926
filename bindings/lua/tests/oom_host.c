/* SPDX-License-Identifier: MIT */
/* A Lua whose allocations fail on request: fail_allocation(n) lets the n-th from now and all after it fail, fail_allocation(0) ends that
 * and returns whether one has failed. usage: oom_host FILE */
#include <lauxlib.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>

static long left;
static int failed;

static void *allocate(void *unused, void *old, size_t old_size, size_t size)
{
    (void)unused;
    if (size == 0) {
        free(old);
        return NULL;
    }
    /* What shrinks must not fail: Lua relies on it. */
    if (left > 0 && (old == NULL || size > old_size) && --left == 0) {
        left = 1;
        failed = 1;
        return NULL;
    }
    return realloc(old, size);
}

static int fail_allocation(lua_State *L)
{
    lua_pushboolean(L, failed);
    left = (long)luaL_checknumber(L, 1);
    failed = 0;
    return 1;
}

int main(int argc, char **argv)
{
    lua_State *L = lua_newstate(allocate, NULL);
    int status;

    if (argc != 2 || L == NULL)
        return 2;
    luaL_openlibs(L);
    lua_pushcfunction(L, fail_allocation);
    lua_setglobal(L, "fail_allocation");
    status = luaL_loadfile(L, argv[1]) != 0 || lua_pcall(L, 0, 0, 0) != 0;
    if (status)
        fprintf(stderr, "%s\n", lua_tostring(L, -1));
    lua_close(L);
    return status;
}
