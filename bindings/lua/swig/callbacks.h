/* SPDX-License-Identifier: MIT */
/* Functions of Lua that the library calls: protected, so that no error of Lua ever jumps over a function of the library. The error
 * waits, and is raised when the call has returned. */

/* The innermost call of the library on this thread: what it calls back runs on this state, so that coroutines work. */
static _Thread_local lua_State *lx_current;
/* How many errors wait to be raised, of all states of this thread. Each waits in the registry of its state. */
static _Thread_local int lx_waiting;
static const char lx_error_key = 0;

typedef struct lx_callback {
    lua_State *main; /* the state that set it; used only when no call of the library is in progress */
    int function;    /* in the registry */
} lx_callback;

typedef struct lx_call {
    lx_callback *callback;
    const lx_type *type;
    void *lent;
    int failed;
} lx_call;

static void *lx_key(const void *address) { return (void *)(uintptr_t)address; }

/* Takes the error on top of the stack. The first one stays. */
static void lx_keep_error(lua_State *L)
{
    lua_pushlightuserdata(L, lx_key(&lx_error_key));
    lua_rawget(L, LUA_REGISTRYINDEX);
    if (lua_isnil(L, -1)) {
        lua_pushlightuserdata(L, lx_key(&lx_error_key));
        lua_createtable(L, 1, 0);
        lua_pushvalue(L, -4);
        lua_rawseti(L, -2, 1);
        lua_rawset(L, LUA_REGISTRYINDEX);
        lx_waiting++;
    }
    lua_pop(L, 2);
}

/* At the end of each call that can fail. */
static void lx_raise_waiting(lua_State *L)
{
    if (lx_waiting == 0)
        return;
    lua_pushlightuserdata(L, lx_key(&lx_error_key));
    lua_rawget(L, LUA_REGISTRYINDEX);
    if (lua_isnil(L, -1)) {
        lua_pop(L, 1);
        return;
    }
    lx_waiting--;
    lua_pushlightuserdata(L, lx_key(&lx_error_key));
    lua_pushnil(L);
    lua_rawset(L, LUA_REGISTRYINDEX);
    lua_rawgeti(L, -1, 1);
    lua_error(L);
}

static lua_State *lx_state_of(const lx_callback *callback) { return lx_current != NULL ? lx_current : callback->main; }

static void lx_destroy(void *user_data)
{
    lx_callback *callback = user_data;
    lua_State *L = lx_state_of(callback);

    luaL_unref(L, LUA_REGISTRYINDEX, callback->function);
    free(callback);
}

/* What is lent to the function is an object that is emptied when the function has returned. */
static int lx_run(lua_State *L)
{
    lx_call *call = lua_touserdata(L, 1);
    lx_handle *handle;

    luaL_checkstack(L, 6, NULL);
    handle = lx_new(L, call->type, 0);
    handle->pointer = call->lent;
    lua_rawgeti(L, LUA_REGISTRYINDEX, call->callback->function);
    lua_pushvalue(L, 2);
    call->failed = lua_pcall(L, 1, 0, 0) != 0;
    handle->pointer = NULL;
    if (call->failed)
        lx_keep_error(L);
    return 0;
}

/* True if the function ran to its end. */
static int lx_protected(lx_call *call)
{
    lua_State *L = lx_state_of(call->callback);
    lua_State *outer = lx_current;
    int failed;

#if LUA_VERSION_NUM >= 502
    if (!lua_checkstack(L, 4))
        return 0;
    lua_pushcfunction(L, lx_run);
    lua_pushlightuserdata(L, call);
    failed = lua_pcall(L, 1, 0, 0);
#else
    failed = lua_cpcall(L, lx_run, call);
#endif
    if (failed)
        lua_pop(L, 1); /* no memory, even for an error */
    lx_current = outer;
    return !failed && !call->failed;
}

static void lx_frame_fn(v4lxx_stream *stream, v4lxx_frame *frame, void *user_data)
{
    lx_call call = {user_data, &lx_type_p_v4lxx_frame, frame, 0};

    if (!lx_protected(&call))
        (void)v4lxx_stream_stop(stream, NULL);
}

static void lx_log_fn(const v4lxx_log_record *record, void *user_data)
{
    lx_call call = {user_data, &lx_type_p_v4lxx_log_record, lx_key(record), 0};

    (void)lx_protected(&call);
}

static void lx_event_fn(v4lxx_context *context, v4lxx_event *event, void *user_data)
{
    lx_call call = {user_data, &lx_type_p_v4lxx_event, event, 0};

    (void)context;
    (void)lx_protected(&call);
}

static lx_callback *lx_callback_of(lua_State *L, int function)
{
    lx_callback *callback;
    int reference;

    luaL_checktype(L, function, LUA_TFUNCTION);
    lua_pushvalue(L, function);
    reference = luaL_ref(L, LUA_REGISTRYINDEX);
    callback = malloc(sizeof *callback);
    if (callback == NULL) {
        luaL_unref(L, LUA_REGISTRYINDEX, reference);
        luaL_error(L, "not enough memory");
    }
    callback->function = reference;
    callback->main = L;
#if LUA_VERSION_NUM >= 502
    lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_MAINTHREAD);
    callback->main = lua_tothread(L, -1);
    lua_pop(L, 1);
#endif
    return callback;
}

/* ---- failure: nil, message, status, error. "again", "timed_out" and "end" are no failures and have no error. ---- */
/* `results` values of the call are on the stack; of a read that had no room the last one is how much it needs, and comes fifth. */
static int lx_push_failure(lua_State *L, v4lxx_status status, v4lxx_error *error, int results)
{
    static const char *const words[] = {"ok", "again", "end", "timed_out"};
    int needed = lua_gettop(L);

    if (status >= 0) {
        lua_pushnil(L);
        lua_pushstring(L, status <= V4LXX_TIMED_OUT ? words[status] : "unknown");
        lua_pushinteger(L, status);
        return 3;
    }
    lua_pushnil(L);
    if (error == NULL) {
        lua_pushstring(L, v4lxx_status_get_meaning(status));
        lua_pushinteger(L, status);
        return 3;
    }
    lx_push_owned(L, error, &lx_type_p_v4lxx_error);
    lua_pushstring(L, v4lxx_error_get_message(error));
    lua_insert(L, -2);
    lua_pushinteger(L, status);
    lua_insert(L, -2);
    if (results == 0 || lua_type(L, needed) != LUA_TNUMBER || lua_tonumber(L, needed) == 0)
        return 4;
    lua_pushvalue(L, needed);
    return 5;
}

/* Behind a failure, of which there are that many results. */
static int lx_push_tag(lua_State *L, uint64_t tag, int results)
{
    for (; results < 4; results++)
        lua_pushnil(L);
    lx_push_uint64(L, tag);
    return 5;
}
