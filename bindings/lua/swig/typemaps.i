/* SPDX-License-Identifier: MIT */
/* One typemap for each role that a parameter can have; functions.i names each parameter by its role. */

%exception {
  lua_State *outer = lx_current;
  lx_current = L;
  $action
  lx_current = outer;
}

/* ---- objects ---- */
%typemap(in) SWIGTYPE *HANDLE "$1 = ($1_ltype)lx_check(L, $input, &lx_type$1_mangle);"
%typemap(in) SWIGTYPE *TAKEN "$1 = ($1_ltype)lx_take(L, $input, &lx_type$1_mangle);"
/* The object is made before the call: should there be no memory for it, nothing is lost. */
%typemap(in, numinputs=0) SWIGTYPE **OUT_HANDLE (lx_handle *object, int at) "$1 = NULL;"
%typemap(check) SWIGTYPE **OUT_HANDLE
  "object$argnum = lx_new(L, &lx_type$*1_mangle, 1); at$argnum = lua_gettop(L); $1 = ($1_ltype)(void *)&object$argnum->pointer;"
%typemap(argout) SWIGTYPE **OUT_HANDLE "lua_pushvalue(L, at$argnum); SWIG_arg++;"

/* Several at once, as a table: again the objects are made before the call. Those without a pointer are no objects. SWIG wants the exact type. */
%typemap(in) (v4lxx_frame **OUT_HANDLES, uint32_t CAPACITY) (void *taken[LX_MOST_HANDLES], int at) {
  memset(taken, 0, sizeof taken);
  $2 = lx_capacity(L, $input);
  $1 = ($1_ltype)(void *)taken;
}
%typemap(check) (v4lxx_frame **OUT_HANDLES, uint32_t CAPACITY) "lx_new_many(L, &lx_type$*1_mangle, $2); at$argnum = lua_gettop(L);"
%typemap(argout) (v4lxx_frame **OUT_HANDLES, uint32_t CAPACITY)
  "lx_fill_many(L, at$argnum, (void *const *)(void *)$1, $2); lua_pushvalue(L, at$argnum); SWIG_arg++;"
%typemap(in, numinputs=0) uint32_t *COUNTED (uint32_t count) "count = 0; $1 = &count;"

/* functions.i says of each function that returns an object which of the two it is. */
%define LX_OWNED(TYPE, FUNCTION)
%typemap(out) TYPE *FUNCTION { lx_push_owned(L, $1, &lx_type$1_mangle); SWIG_arg++; }
%enddef
%define LX_BORROWED(TYPE, FUNCTION)
%typemap(out) TYPE *FUNCTION { lx_push_borrowed(L, $1, &lx_type$1_mangle, 1); SWIG_arg++; }
%enddef

/* ---- numbers ---- */
%typemap(in) int32_t "$1 = (int32_t)lx_range(L, $input, INT32_MIN, INT32_MAX);"
%typemap(in) uint32_t "$1 = (uint32_t)lx_range(L, $input, 0, UINT32_MAX);"
%typemap(in) int64_t "$1 = lx_integer(L, $input, \"integer\");"
%typemap(in) uint64_t "$1 = (uint64_t)lx_integer(L, $input, \"integer\");"
%typemap(in) v4lxx_bool "$1 = lx_boolean(L, $input);"
%typemap(out) int32_t "lua_pushinteger(L, $1); SWIG_arg++;"
%typemap(out) uint32_t, int64_t "lx_push_int64(L, $1); SWIG_arg++;"
%typemap(out) uint64_t "lx_push_uint64(L, $1); SWIG_arg++;"
%typemap(out) v4lxx_bool "lua_pushboolean(L, $1 != 0); SWIG_arg++;"
%typemap(in, numinputs=0) int32_t *OUT ($*1_ltype value), uint32_t *OUT ($*1_ltype value), int64_t *OUT ($*1_ltype value),
  uint64_t *OUT ($*1_ltype value), size_t *OUT ($*1_ltype value) "value = 0; $1 = &value;"
%typemap(argout) int32_t *OUT, uint32_t *OUT, int64_t *OUT "lx_push_int64(L, *$1); SWIG_arg++;"
%typemap(argout) uint64_t *OUT, size_t *OUT "lx_push_uint64(L, *$1); SWIG_arg++;"
/* The tag of a stream: the first result, and of a failure the fifth. */
%typemap(in, numinputs=0) uint64_t *TAG (uint64_t tag, v4lxx_status how) "tag = 0; how = V4LXX_OK; $1 = &tag;"
%typemap(argout) uint64_t *TAG "how$argnum = result; if (result == V4LXX_OK) { lx_push_uint64(L, *$1); SWIG_arg++; }"
%typemap(freearg) uint64_t *TAG "if (how$argnum != V4LXX_OK) SWIG_arg = lx_push_tag(L, *$1, SWIG_arg);"

/* ---- texts and bytes ---- */
%typemap(in) const char *TEXT "$1 = ($1_ltype)lx_text(L, $input);"
%typemap(in) const char *TEXT_OR_NIL "$1 = ($1_ltype)lx_text_or_nil(L, $input);"
%typemap(out) const char * "lua_pushstring(L, $1); SWIG_arg++;"
%typemap(out) const void * "if ($1 == NULL) lua_pushnil(L); else lua_pushlightuserdata(L, ($1_ltype)$1); SWIG_arg++;"
%typemap(in) (void *TEXT_BUFFER, uint32_t BUFFER_SIZE), (void *TEXT_BUFFER, size_t BUFFER_SIZE), (void *BUFFER, uint32_t BUFFER_SIZE),
  (void *BUFFER, size_t BUFFER_SIZE) "$2 = ($2_ltype)lx_size(L, $input, sizeof $2); $1 = lx_buffer(L, $2);"
%typemap(argout) (void *TEXT_BUFFER, uint32_t BUFFER_SIZE), (void *TEXT_BUFFER, size_t BUFFER_SIZE)
  "lua_pushstring(L, (const char *)$1); SWIG_arg++;"
%typemap(argout) (void *BUFFER, uint32_t BUFFER_SIZE), (void *BUFFER, size_t BUFFER_SIZE) "buffer = $1;"
%typemap(arginit) (void *BUFFER, size_t BUFFER_SIZE) "void *buffer = NULL;"
%typemap(in, numinputs=0) size_t *USED (size_t used) "used = 0; $1 = &used;"
/* How many bytes a frame has for which there was no room, too. */
%typemap(argout) size_t *USED "if (result == V4LXX_OK) lua_pushlstring(L, (const char *)buffer, *$1); else lx_push_uint64(L, *$1); SWIG_arg++;"
%typemap(in) (const uint32_t *ARRAY, uint32_t ARRAY_COUNT) "$1 = ($1_ltype)lx_array(L, $input, &$2);"

/* ---- structs ---- */
%typemap(in) SWIGTYPE *STRUCT ($*1_ltype value), SWIGTYPE *STRUCT_INOUT ($*1_ltype value)
  "lx_prepare_struct(&lx_struct$*1_mangle, &value); lx_read_struct(L, $input, &lx_struct$*1_mangle, &value, $input); $1 = &value;"
%typemap(in) SWIGTYPE *STRUCT_OR_NIL ($*1_ltype value) {
  if (lua_isnoneornil(L, $input)) $1 = NULL;
  else {
    lx_prepare_struct(&lx_struct$*1_mangle, &value);
    lx_read_struct(L, $input, &lx_struct$*1_mangle, &value, $input);
    $1 = &value;
  }
}
%typemap(in, numinputs=0) SWIGTYPE *STRUCT_OUT ($*1_ltype value) "lx_prepare_struct(&lx_struct$*1_mangle, &value); $1 = &value;"
/* Of the functions that write defaults: the struct is the first argument, and was prepared. */
%typemap(in, numinputs=0) uint32_t SIZE_OF_STRUCT "$1 = arg1->struct_size;"
%typemap(argout) SWIGTYPE *STRUCT_OUT, SWIGTYPE *STRUCT_INOUT
  "lx_push_struct(L, &lx_struct$*1_mangle, $1); SWIG_arg++;"

/* ---- functions of Lua ---- */
%define LX_CALLBACK(TYPE, FUNCTION)
%typemap(in) (TYPE CALLBACK, void *USER_DATA, v4lxx_destroy_fn DESTROY) {
  $1 = NULL; $2 = NULL; $3 = NULL;
  if (!lua_isnoneornil(L, $input)) { $2 = lx_callback_of(L, $input); $1 = FUNCTION; $3 = lx_destroy; }
}
%enddef
LX_CALLBACK(v4lxx_frame_fn, lx_frame_fn)
LX_CALLBACK(v4lxx_log_fn, lx_log_fn)
LX_CALLBACK(v4lxx_event_fn, lx_event_fn)

/* ---- success and failure: last, for it decides what of all this is given back ---- */
%typemap(out) v4lxx_status ""
%typemap(in, numinputs=0) v4lxx_error **ERROR (v4lxx_error *error) "error = NULL; $1 = &error;"
%typemap(argout) v4lxx_error **ERROR {
  if (result != V4LXX_OK) SWIG_arg = lx_push_failure(L, result, error$argnum, SWIG_arg);
  else if (SWIG_arg == 0) { lua_pushboolean(L, 1); SWIG_arg++; }
}
%typemap(freearg) v4lxx_error **ERROR "lx_raise_waiting(L);"
