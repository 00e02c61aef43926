/* SPDX-License-Identifier: MIT */
/* Structs of the library are tables of Lua with the names of their fields; descriptions.h says what fields there are. */
enum lx_kind { LX_INT32, LX_UINT32, LX_INT64, LX_UINT64, LX_BOOL, LX_STRUCT };

typedef struct lx_field {
    const char *name;
    enum lx_kind kind;
    int count; /* 0: no array */
    size_t offset;
    const struct lx_struct *inner;
} lx_field;

typedef struct lx_struct {
    const char *name;
    size_t size;
    int versioned;
    const lx_field *fields;
} lx_struct;

static void lx_push_struct(lua_State *L, const lx_struct *type, const void *memory);

static void lx_push_value(lua_State *L, const lx_field *field, const char *at)
{
    switch (field->kind) {
    case LX_INT32: lua_pushinteger(L, *(const int32_t *)at); break;
    case LX_UINT32: lx_push_int64(L, *(const uint32_t *)at); break;
    case LX_INT64: lx_push_int64(L, *(const int64_t *)at); break;
    case LX_UINT64: lx_push_uint64(L, *(const uint64_t *)at); break;
    case LX_BOOL: lua_pushboolean(L, *(const v4lxx_bool *)at != 0); break;
    case LX_STRUCT: lx_push_struct(L, field->inner, at); break;
    }
}

static size_t lx_width(const lx_field *field) { return field->kind == LX_INT64 || field->kind == LX_UINT64 ? 8 : 4; }

static void lx_push_field(lua_State *L, const lx_field *field, const void *memory)
{
    const char *at = (const char *)memory + field->offset;
    int i;

    if (field->count == 0) {
        lx_push_value(L, field, at);
        return;
    }
    lua_createtable(L, field->count, 0);
    for (i = 0; i < field->count; i++) {
        lx_push_value(L, field, at + (size_t)i * lx_width(field));
        lua_rawseti(L, -2, i + 1);
    }
}

static void lx_push_struct(lua_State *L, const lx_struct *type, const void *memory)
{
    const lx_field *field;

    luaL_checkstack(L, 6, NULL);
    lua_createtable(L, 0, 16);
    for (field = type->fields; field->name != NULL; field++) {
        lx_push_field(L, field, memory);
        lua_setfield(L, -2, field->name);
    }
}

static void lx_prepare_struct(const lx_struct *type, void *memory)
{
    uint32_t size = (uint32_t)type->size;

    memset(memory, 0, type->size);
    if (type->versioned)
        memcpy(memory, &size, sizeof size);
}

static void lx_read_struct(lua_State *L, int table, const lx_struct *type, void *memory, int argument);

static int64_t lx_number_of_field(lua_State *L, const lx_struct *type, const lx_field *field, int argument)
{
    int64_t least = field->kind == LX_INT32 ? INT32_MIN : field->kind == LX_UINT32 ? 0 : INT64_MIN;
    int64_t most = field->kind == LX_INT32 ? INT32_MAX : field->kind == LX_UINT32 ? UINT32_MAX : INT64_MAX;
    int64_t value = 0;
    int good = 0;

    if (lua_type(L, -1) == LUA_TNUMBER || (!LX_EXACT && lua_type(L, -1) == LUA_TSTRING)) {
        value = lx_integer(L, lua_gettop(L), "integer");
        good = value >= least && value <= most;
    }
    if (!good)
        luaL_argerror(L, argument,
                      lua_pushfstring(L, "%s.%s: integer%s expected, got %s", type->name, field->name,
                                      lua_type(L, -1) == LUA_TNUMBER ? " within its range" : "", luaL_typename(L, -1)));
    return value;
}

/* The value on top of the stack. */
static void lx_read_value(lua_State *L, const lx_struct *type, const lx_field *field, char *at, int argument)
{
    int64_t value;

    if (field->kind == LX_STRUCT) {
        lx_read_struct(L, lua_gettop(L), field->inner, at, argument);
        return;
    }
    if (field->kind == LX_BOOL) {
        v4lxx_bool boolean = lua_toboolean(L, -1);
        memcpy(at, &boolean, sizeof boolean);
        return;
    }
    value = lx_number_of_field(L, type, field, argument);
    if (lx_width(field) == 8)
        memcpy(at, &value, 8);
    else {
        uint32_t narrow = (uint32_t)value;
        memcpy(at, &narrow, 4);
    }
}

static void lx_read_field(lua_State *L, const lx_struct *type, const lx_field *field, char *memory, int argument)
{
    char *at = memory + field->offset;
    int table = lua_gettop(L), i;

    if (field->count == 0) {
        lx_read_value(L, type, field, at, argument);
        return;
    }
    if (lua_type(L, table) != LUA_TTABLE)
        luaL_argerror(L, argument, lua_pushfstring(L, "%s.%s: table expected", type->name, field->name));
    for (i = 0; i < field->count; i++) {
        lua_rawgeti(L, table, i + 1);
        if (!lua_isnil(L, -1))
            lx_read_value(L, type, field, at + (size_t)i * lx_width(field), argument);
        lua_pop(L, 1);
    }
}

/* Each key must be a field: a misspelt one would be passed over in silence. */
static void lx_read_struct(lua_State *L, int table, const lx_struct *type, void *memory, int argument)
{
    luaL_checkstack(L, 6, NULL);
    if (lua_type(L, table) != LUA_TTABLE)
        luaL_argerror(L, argument, lua_pushfstring(L, "table expected for %s, got %s", type->name, luaL_typename(L, table)));
    for (lua_pushnil(L); lua_next(L, table) != 0; lua_pop(L, 1)) {
        const char *key = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : "";
        const lx_field *field = type->fields;

        while (field->name != NULL && strcmp(field->name, key) != 0)
            field++;
        if (field->name == NULL)
            luaL_argerror(L, argument,
                          lua_pushfstring(L, "%s has no field '%s'", type->name, *key != '\0' ? key : luaL_typename(L, -2)));
        lx_read_field(L, type, field, memory, argument);
    }
}
