/* SPDX-License-Identifier: MIT */
/* What the Lua layer needs besides the functions of the library, the same as in v4lxx/ffi.lua: classes, fields of frames without a
 * table, bytes as strings, and poll(). */
#include <errno.h>
#include <poll.h>

/* __gc of every object, in any order: children keep their parents alive. */
static int lx_gc(lua_State *L)
{
    lx_handle *handle = lua_touserdata(L, 1);
    lua_State *outer = lx_current;

    if (handle == NULL || handle->pointer == NULL || !handle->owned)
        return 0;
    lx_current = L;
    handle->type->release(handle->pointer);
    lx_current = outer;
    handle->pointer = NULL;
    return 0;
}

/* Every kind has a metatable: without one an object could not be told from another, nor be given back. */
static void lx_set_class(lua_State *L, const lx_type *type, int metatable)
{
    lua_pushcfunction(L, lx_gc);
    lua_setfield(L, metatable, "__gc");
    lua_pushboolean(L, 0);
    lua_setfield(L, metatable, "__metatable");
    lua_pushlightuserdata(L, lx_key(type));
    lua_pushvalue(L, metatable);
    lua_rawset(L, LUA_REGISTRYINDEX);
}

/* classes(metatables): what the objects of each kind can do, by the names of the kinds; to be called once. */
static int lx_classes(lua_State *L)
{
    const lx_type *const *type;

    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    for (type = lx_types; *type != NULL; type++) {
        lua_getfield(L, 1, (*type)->name);
        if (lua_isnil(L, 2)) {
            lua_settop(L, 1);
            lua_newtable(L);
        }
        lx_set_class(L, *type, 2);
        lua_settop(L, 1);
    }
    return 0;
}

/* kind(value): the name of its kind, or nil. */
static int lx_kind_of(lua_State *L)
{
    const lx_type *const *type;

    luaL_checkany(L, 1);
    for (type = lx_types; *type != NULL; type++)
        if (lx_test(L, 1, *type) != NULL) {
            lua_pushstring(L, (*type)->name);
            return 1;
        }
    return 0;
}

/* is_released(object) */
static int lx_is_released(lua_State *L)
{
    lx_handle *handle = lua_touserdata(L, 1);

    luaL_checktype(L, 1, LUA_TUSERDATA);
    lua_settop(L, 1);
    if (lx_kind_of(L) == 0)
        lx_fail(L, 1, "object of v4lxx");
    lua_pushboolean(L, handle->pointer == NULL);
    return 1;
}

static void lx_frame_info(lua_State *L, v4lxx_frame_info *info)
{
    v4lxx_frame *frame = lx_handle_of(L, 1, &lx_type_p_v4lxx_frame)->pointer;

    if (frame == NULL)
        luaL_error(L, "the frame was released");
    *info = (v4lxx_frame_info)V4LXX_FRAME_INFO_INIT;
    if (v4lxx_frame_read_info(frame, info, NULL) < 0)
        luaL_error(L, "cannot read what is known of the frame");
}

static int lx_frame_index(lua_State *L)
{
    v4lxx_frame_info info;
    int kind;

    lua_settop(L, 2);
    lua_pushvalue(L, 2);
    lua_rawget(L, lua_upvalueindex(1));
    kind = lua_type(L, -1);
    if (kind == LUA_TLIGHTUSERDATA) {
        lx_frame_info(L, &info);
        lx_push_field(L, lua_touserdata(L, -1), &info);
    } else if (kind == LUA_TFUNCTION) {
        lua_pushvalue(L, 1);
        lua_call(L, 1, 1);
    } else {
        lua_pushvalue(L, 2);
        lua_rawget(L, lua_upvalueindex(2));
    }
    return 1;
}

/* frame_reader(methods, properties): a function for __index. A property is a function of the frame, or another name of a field. */
static int lx_frame_reader(lua_State *L)
{
    const lx_field *field;

    luaL_checktype(L, 1, LUA_TTABLE);
    luaL_checktype(L, 2, LUA_TTABLE);
    lua_settop(L, 2);
    lua_newtable(L);
    for (field = lx_fields_v4lxx_frame_info; field->name != NULL; field++) {
        lua_pushlightuserdata(L, lx_key(field));
        lua_setfield(L, 3, field->name);
    }
    for (lua_pushnil(L); lua_next(L, 2) != 0;) {
        lua_pushvalue(L, -2);
        if (lua_type(L, -2) == LUA_TSTRING) {
            lua_pushvalue(L, -2);
            for (field = lx_fields_v4lxx_frame_info; strcmp(field->name, lua_tostring(L, -1)) != 0;)
                field++;
            lua_pop(L, 1);
            lua_pushlightuserdata(L, lx_key(field));
        } else
            lua_pushvalue(L, -2);
        lua_rawset(L, 3);
        lua_pop(L, 1);
    }
    lua_pushvalue(L, 1);
    lua_pushcclosure(L, lx_frame_index, 2);
    return 1;
}

/* frame_length(frame): bytes of all planes. */
static int lx_frame_length(lua_State *L)
{
    v4lxx_frame_info info;
    uint64_t sum = 0;
    uint32_t i;

    lx_frame_info(L, &info);
    for (i = 0; i < info.plane_count && i < 4; i++)
        sum += info.plane_bytes[i];
    lx_push_uint64(L, sum);
    return 1;
}

/* Pushes bytes `first` to `last` of a block, counted as string.sub counts. */
static int lx_push_bytes(lua_State *L, const char *data, size_t size, int index)
{
    int64_t first = lua_isnoneornil(L, index) ? 1 : lx_integer(L, index, "integer");
    int64_t last = lua_isnoneornil(L, index + 1) ? -1 : lx_integer(L, index + 1, "integer");

    if (first < 0)
        first += (int64_t)size + 1;
    if (last < 0)
        last += (int64_t)size + 1;
    if (first < 1)
        first = 1;
    if (last > (int64_t)size)
        last = (int64_t)size;
    if (data == NULL || first > last)
        lua_pushliteral(L, "");
    else
        lua_pushlstring(L, data + first - 1, (size_t)(last - first + 1));
    return 1;
}

/* frame_string(frame, plane, first, last): a copy of the bytes of a plane, which count from 0; nil if there is no such plane. */
static int lx_frame_string(lua_State *L)
{
    v4lxx_frame *frame = lx_check(L, 1, &lx_type_p_v4lxx_frame);
    size_t size = 0;
    const char *data = v4lxx_frame_get_plane_data(frame, (uint32_t)lx_range(L, 2, 0, UINT32_MAX), &size);

    if (data == NULL)
        return 0;
    return lx_push_bytes(L, data, size, 3);
}

/* bytes_string(bytes, first, last) */
static int lx_bytes_string(lua_State *L)
{
    size_t size = 0;
    const char *data = v4lxx_bytes_get_data(lx_check(L, 1, &lx_type_p_v4lxx_bytes), &size);

    return lx_push_bytes(L, data, size, 2);
}

/* checksum(frame): FNV-1a with 32 bits over the bytes of all planes, without a copy. */
static int lx_frame_checksum(lua_State *L)
{
    v4lxx_frame *frame = lx_check(L, 1, &lx_type_p_v4lxx_frame);
    uint32_t sum = 2166136261U, plane = 0;
    const unsigned char *data;
    size_t size = 0, i;

    for (; (data = v4lxx_frame_get_plane_data(frame, plane, &size)) != NULL; plane++)
        for (i = 0; i < size; i++)
            sum = (sum ^ data[i]) * 16777619U;
    lx_push_int64(L, sum);
    return 1;
}

/* poll(descriptors, timeout_ms): a table with true where one is readable; nil, message, errno. A signal ends the wait early. */
static int lx_poll(lua_State *L)
{
    int count, i, ready;
    struct pollfd *set;

    luaL_checktype(L, 1, LUA_TTABLE);
    count = (int)lx_raw_length(L, 1);
    set = lua_newuserdata(L, ((size_t)count + 1) * sizeof *set);
    for (i = 0; i < count; i++) {
        lua_rawgeti(L, 1, i + 1);
        set[i] = (struct pollfd){(int)lx_range(L, lua_gettop(L), -1, INT_MAX), POLLIN, 0};
        lua_pop(L, 1);
    }
    ready = poll(set, (nfds_t)count, (int)lx_range(L, 2, -1, INT_MAX));
    if (ready < 0 && errno != EINTR) {
        int number = errno;
        lua_pushnil(L);
        lua_pushfstring(L, "cannot poll: %s", strerror(number));
        lua_pushinteger(L, number);
        return 3;
    }
    lua_createtable(L, count, 0);
    for (i = 0; i < count; i++) {
        lua_pushboolean(L, ready > 0 && set[i].revents != 0);
        lua_rawseti(L, -2, i + 1);
    }
    return 1;
}
