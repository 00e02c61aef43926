/* SPDX-License-Identifier: MIT */
/* What the code that SWIG writes stands on: objects, numbers and texts of the library as values of Lua. Included once, by v4lxx.i. */
#include <lauxlib.h>
#include <limits.h>
#include <lua.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <v4lxx/v4lxx.h>

/* ---- what differs between 5.1 and 5.4 ---- */
#if LUA_VERSION_NUM >= 503
#define LX_EXACT 1 /* integers of 64 bits */
#else
#define LX_EXACT 0
#endif

#if LUA_VERSION_NUM >= 502
#define lx_raw_length(L, index) lua_rawlen(L, index)
#else
#define lx_raw_length(L, index) lua_objlen(L, index)
#endif

/* What another value lives as long as. In 5.1 such a thing is a table. */
static void lx_set_anchor(lua_State *L, int object, int anchor)
{
    lua_pushvalue(L, object);
    lua_createtable(L, 1, 0);
    lua_pushvalue(L, anchor);
    lua_rawseti(L, -2, 1);
#if LUA_VERSION_NUM >= 502
    lua_setuservalue(L, -2);
#else
    lua_setfenv(L, -2);
#endif
    lua_pop(L, 1);
}

static int lx_fail(lua_State *L, int argument, const char *expected)
{
    return luaL_argerror(L, argument, lua_pushfstring(L, "%s expected, got %s", expected, luaL_typename(L, argument)));
}

/* ---- objects: a userdata with the pointer, which is NULL once it was given back ---- */
typedef struct lx_type {
    const char *name;
    void (*release)(void *); /* NULL: such an object is only ever borrowed */
    void *(*ref)(void *);
} lx_type;

typedef struct lx_handle {
    void *pointer;
    const lx_type *type;
    int owned;
} lx_handle;

/* The metatable of a type is in the registry, under the address of the type. */
static void lx_push_metatable(lua_State *L, const lx_type *type)
{
    lua_pushlightuserdata(L, (void *)(uintptr_t)type);
    lua_rawget(L, LUA_REGISTRYINDEX);
}

static lx_handle *lx_new(lua_State *L, const lx_type *type, int owned)
{
    lx_handle *handle = lua_newuserdata(L, sizeof *handle);

    handle->pointer = NULL;
    handle->type = type;
    handle->owned = owned;
    lx_push_metatable(L, type);
    lua_setmetatable(L, -2);
    return handle;
}

/* What has no object yet because Lua found no memory for it: the next call that makes one gives it back. */
static _Thread_local lx_handle lx_orphan;

/* Takes over a reference that a call has given. */
static void lx_push_owned(lua_State *L, void *pointer, const lx_type *type)
{
    lx_handle orphan = lx_orphan;

    lx_orphan.pointer = NULL;
    if (orphan.pointer != NULL)
        orphan.type->release(orphan.pointer);
    if (pointer == NULL) {
        lua_pushnil(L);
        return;
    }
    lx_orphan.pointer = pointer;
    lx_orphan.type = type;
    lx_new(L, type, 1)->pointer = pointer;
    lx_orphan.pointer = NULL;
}

static lx_handle *lx_test(lua_State *L, int index, const lx_type *type)
{
    int same;

    if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index))
        return NULL;
    lx_push_metatable(L, type);
    same = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    return same ? lua_touserdata(L, index) : NULL;
}

static lx_handle *lx_handle_of(lua_State *L, int index, const lx_type *type)
{
    lx_handle *handle = lx_test(L, index, type);

    if (handle == NULL)
        lx_fail(L, index, lua_pushfstring(L, "v4lxx %s", type->name));
    return handle;
}

static void *lx_check(lua_State *L, int index, const lx_type *type)
{
    lx_handle *handle = lx_handle_of(L, index, type);

    if (handle->pointer == NULL)
        luaL_argerror(L, index, lua_pushfstring(L, "the %s was released", type->name));
    return handle->pointer;
}

/* For a function that takes the reference over: afterwards the object is empty. One that was only borrowed is emptied, too. */
static void *lx_take(lua_State *L, int index, const lx_type *type)
{
    lx_handle *handle = lx_handle_of(L, index, type);
    void *pointer = handle->owned ? handle->pointer : NULL;

    handle->pointer = NULL;
    return pointer;
}

/* A pointer that belongs to the object at `anchor`: with a reference of its own, or else tied to that object. */
static void lx_push_borrowed(lua_State *L, const void *pointer, const lx_type *type, int anchor)
{
    lx_handle *handle;

    if (pointer == NULL) {
        lua_pushnil(L);
        return;
    }
    handle = lx_new(L, type, type->ref != NULL);
    if (type->ref == NULL)
        lx_set_anchor(L, lua_gettop(L), anchor);
    handle->pointer = (void *)(uintptr_t)pointer;
    if (type->ref != NULL)
        (void)type->ref(handle->pointer);
}

/* ---- numbers ---- */
static int64_t lx_integer(lua_State *L, int index, const char *expected)
{
    int64_t value = 0;
    int good = lua_type(L, index) == LUA_TNUMBER;
#if LX_EXACT
    if (good)
        value = (int64_t)lua_tointegerx(L, index, &good);
#else
    /* A number of Lua is exact up to 2^53. What is beyond comes and goes as decimal digits. */
    if (good) {
        lua_Number number = lua_tonumber(L, index);
        good = number >= -9007199254740992.0 && number <= 9007199254740992.0;
        value = good ? (int64_t)number : 0;
        good = good && (lua_Number)value == number;
    } else if (lua_type(L, index) == LUA_TSTRING) {
        const char *text = lua_tostring(L, index);
        char *end = NULL;
        value = *text == '-' ? (int64_t)strtoll(text, &end, 10) : (int64_t)strtoull(text, &end, 10);
        good = *text != '\0' && *end == '\0';
    }
#endif
    if (!good)
        luaL_argerror(L, index,
                      lua_pushfstring(L, "%s expected, got %s", expected,
                                      lua_type(L, index) == LUA_TNUMBER ? lua_tostring(L, index) : luaL_typename(L, index)));
    return value;
}

static int64_t lx_range(lua_State *L, int index, int64_t least, int64_t most)
{
    int64_t value = lx_integer(L, index, "integer");

    if (value < least || value > most)
        luaL_argerror(L, index, "number out of range");
    return value;
}

/* A size that is a parameter of `width` bytes. */
static size_t lx_size(lua_State *L, int index, size_t width)
{
    return (size_t)lx_range(L, index, 0, width == 4 ? INT32_MAX : PTRDIFF_MAX);
}

/* No function takes one yet. */
__attribute__((unused)) static int lx_boolean(lua_State *L, int index)
{
    if (lua_type(L, index) != LUA_TBOOLEAN)
        lx_fail(L, index, "boolean");
    return lua_toboolean(L, index);
}

static void lx_push_int64(lua_State *L, int64_t value)
{
#if LX_EXACT
    lua_pushinteger(L, (lua_Integer)value);
#else
    if (value >= -9007199254740992 && value <= 9007199254740992)
        lua_pushnumber(L, (lua_Number)value);
    else {
        char digits[32];
        snprintf(digits, sizeof digits, "%lld", (long long)value);
        lua_pushstring(L, digits);
    }
#endif
}

static void lx_push_uint64(lua_State *L, uint64_t value)
{
#if LX_EXACT
    lua_pushinteger(L, (lua_Integer)value);
#else
    if (value <= INT64_MAX)
        lx_push_int64(L, (int64_t)value);
    else {
        char digits[32];
        snprintf(digits, sizeof digits, "%llu", (unsigned long long)value);
        lua_pushstring(L, digits);
    }
#endif
}

/* ---- texts ---- */
static const char *lx_text(lua_State *L, int index)
{
    size_t length;
    const char *text;

    if (lua_type(L, index) != LUA_TSTRING)
        lx_fail(L, index, "string");
    text = lua_tolstring(L, index, &length);
    if (strlen(text) != length)
        luaL_argerror(L, index, "the string has a zero byte");
    return text;
}

static const char *lx_text_or_nil(lua_State *L, int index) { return lua_isnoneornil(L, index) ? NULL : lx_text(L, index); }

/* Memory that the library writes into, under Lua's care. */
static void *lx_buffer(lua_State *L, size_t size)
{
    char *buffer = lua_newuserdata(L, size > 0 ? size : 1);

    buffer[0] = '\0';
    return buffer;
}

enum { LX_MOST_HANDLES = 32 };

static uint32_t lx_capacity(lua_State *L, int index)
{
    int64_t most = lx_range(L, index, 0, UINT32_MAX);

    return most < LX_MOST_HANDLES ? (uint32_t)most : LX_MOST_HANDLES;
}

/* Pushes a table of so many objects that have no pointer yet. */
static void lx_new_many(lua_State *L, const lx_type *type, uint32_t count)
{
    uint32_t i;

    lua_createtable(L, (int)count, 0);
    for (i = 0; i < count; i++) {
        lx_new(L, type, 1);
        lua_rawseti(L, -2, (int)i + 1);
    }
}

/* Gives the objects of that table their pointers. Nothing here can fail: what is put in is there already. */
static void lx_fill_many(lua_State *L, int table, void *const *pointers, uint32_t count)
{
    uint32_t i;

    for (i = 0; i < count; i++) {
        lua_rawgeti(L, table, (int)i + 1);
        if (pointers[i] != NULL)
            ((lx_handle *)lua_touserdata(L, -1))->pointer = pointers[i];
        lua_pop(L, 1);
        if (pointers[i] == NULL) {
            lua_pushnil(L);
            lua_rawseti(L, table, (int)i + 1);
        }
    }
}

static const uint32_t *lx_array(lua_State *L, int index, uint32_t *count)
{
    uint32_t *numbers;
    int i;

    *count = 0;
    if (lua_isnoneornil(L, index))
        return NULL;
    luaL_checktype(L, index, LUA_TTABLE);
    if (lx_raw_length(L, index) > 64)
        luaL_argerror(L, index, "more than 64 numbers");
    *count = (uint32_t)lx_raw_length(L, index);
    numbers = lua_newuserdata(L, (*count + 1) * sizeof *numbers);
    for (i = 0; i < (int)*count; i++) {
        lua_rawgeti(L, index, i + 1);
        numbers[i] = (uint32_t)lx_range(L, lua_gettop(L), 0, UINT32_MAX);
        lua_pop(L, 1);
    }
    return numbers;
}
