/* SPDX-License-Identifier: MIT */
/* The raw layer for Lua 5.1 to 5.4: every function of the library, under its name without v4lxx_. swig -lua v4lxx.i */
%module v4lxx_core
%{
#include "values.h"
#include "structs.h"
#include "descriptions.h"
#include "callbacks.h"
#include "extras.h"
%}
%include "typemaps.i"
%include "functions.i"
%native(classes) int lx_classes(lua_State *L);
%native(kind) int lx_kind_of(lua_State *L);
%native(is_released) int lx_is_released(lua_State *L);
%native(frame_reader) int lx_frame_reader(lua_State *L);
%native(frame_length) int lx_frame_length(lua_State *L);
%native(frame_string) int lx_frame_string(lua_State *L);
%native(frame_checksum) int lx_frame_checksum(lua_State *L);
%native(bytes_string) int lx_bytes_string(lua_State *L);
%native(poll) int lx_poll(lua_State *L);
