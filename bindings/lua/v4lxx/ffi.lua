-- SPDX-License-Identifier: MIT
-- The raw layer for LuaJIT: the same functions as the module that SWIG makes for Lua 5.1 to 5.4, by ffi. What ffi_calls.lua stands on.
local ffi = require "ffi"
local description = require "v4lxx.cdef"
local values = require "v4lxx.ffi_values"

local new, istype = ffi.new, ffi.istype

-- The library: the one that V4LXX_LIBRARY names, or the one the system finds, or the one that the rock was built with, which the module
-- for Lua 5.1 leads to.
local function load_library()
  local named = os.getenv "V4LXX_LIBRARY"
  local good, library = pcall(ffi.load, named or "libv4lxx.so.0")
  if good then return library, named or "libv4lxx.so.0" end
  local module = not named and package.searchpath and package.searchpath("v4lxx.core", package.cpath)
  if module then
    local found, through_module = pcall(ffi.load, module)
    if found then return through_module, "the library of " .. module end
  end
  return error(("v4lxx: cannot load the library: %s\n  try: Install libv4lxx0 (./dev install PREFIX), and put its folder into LD_LIBRARY_PATH "
    .. "or its path into V4LXX_LIBRARY."):format(library), 0)
end

-- With every function that this module knows.
local function check_library(library, name)
  for _, function_name in ipairs(description.functions) do
    if not pcall(function() return library[function_name] end) then
      local found, version = pcall(function() return ffi.string(library.v4lxx_version_get_string()) end)
      error(("v4lxx: %s is version %s of the library, and has no %s: this module is of version %s\n"
        .. "  try: Install a library that is as new."):format(name, found and version or "unknown", function_name, description.version), 0)
    end
  end
  return library
end

local C = check_library(load_library())
local raw, runtime = {}, { C = C, err = new "v4lxx_error *[1]", pending = {} }
local pending, err = runtime.pending, runtime.err

for name, value in pairs(values) do runtime[name] = value end

-- Where calls write their results, one place for each type.
local outs = {}

local function define_out(name, type_name)
  runtime["out_" .. name] = new(type_name .. "[1]")
  outs[#outs + 1] = runtime["out_" .. name]
end

for _, name in ipairs { "int32_t", "uint32_t", "int64_t", "uint64_t", "size_t" } do define_out(name, name) end

-- ---- objects: a pointer in a box of its own type, which is empty once it was given back ----
local function bad_object(kind, value, number, function_name)
  local got = type(value) == "cdata" and raw.kind(value) or type(value)
  error(("bad argument #%d to '%s' (v4lxx %s expected, got %s)"):format(number, function_name, kind, got), 3)
end

local boxes, release_of = {}, {}

local function define(kind)
  local box = ffi.typeof("v4lxx_lua_" .. kind.name)
  local release, ref = kind.release and C[kind.release], kind.ref and C[kind.ref]
  boxes[kind.name], release_of[kind.name] = box, release

  define_out(kind.name, "v4lxx_" .. kind.name .. " *")
  runtime["new_" .. kind.name] = function(object)
    if object == nil then return nil end
    return box(object, true)
  end
  runtime["is_" .. kind.name] = function(value, number, function_name)
    if not istype(box, value) then bad_object(kind.name, value, number, function_name) end
    local object = value.v4lxx_pointer
    if object == nil then
      error(("bad argument #%d to '%s' (the %s was released)"):format(number, function_name, kind.name), 3)
    end
    return object
  end
  runtime["take_" .. kind.name] = function(value, number, function_name)
    if not istype(box, value) then bad_object(kind.name, value, number, function_name) end
    local object = value.v4lxx_owned and value.v4lxx_pointer or nil
    value.v4lxx_pointer = nil
    ffi.gc(value, nil) -- saves the collector half of its work for frames that are released by hand
    return object
  end
  -- With a reference of its own, or else tied to what it belongs to.
  runtime["borrow_" .. kind.name] = function(object, anchor)
    if object == nil then return nil end
    if ref then return box(ref(object), true) end
    local lent = box(ffi.cast("v4lxx_" .. kind.name .. " *", object), false)
    runtime.anchors[lent] = anchor
    return lent
  end
end

runtime.anchors = setmetatable({}, { __mode = "k" })
for _, kind in ipairs(description.handles) do define(kind) end

-- classes(metatables): what the objects of each kind can do, by the names of the kinds; to be called once.
function raw.classes(metatables)
  for name, box in pairs(boxes) do
    local metatable, release = metatables[name] or {}, release_of[name]
    function metatable.__gc(object)
      local pointer = object.v4lxx_pointer
      object.v4lxx_pointer = nil
      if pointer ~= nil and object.v4lxx_owned then release(pointer) end
    end
    ffi.metatype(box, metatable)
  end
end

function raw.kind(value)
  for name, box in pairs(boxes) do
    if istype(box, value) then return name end
  end
  return nil
end

function raw.is_released(object)
  if not raw.kind(object) then error("bad argument #1 to 'is_released' (object of v4lxx expected)", 2) end
  return object.v4lxx_pointer == nil
end

-- ---- failure: nil, message, status, error ----
local words = { "again", "end", "timed_out" }

function runtime.raise()
  local waiting = pending.value
  pending.value = nil
  error(waiting[1], 0)
end

function runtime.failed(status, needed)
  if status > 0 then
    if pending.value then runtime.raise() end
    return nil, words[status] or "unknown", status
  end
  local details = err[0]
  err[0] = nil
  local failure = runtime.new_error(details)
  if pending.value then runtime.raise() end
  if not failure then return nil, ffi.string(C.v4lxx_status_get_meaning(status)), status end
  needed = needed and tonumber(needed) or 0
  local message = ffi.string(C.v4lxx_error_get_message(details))
  if needed > 0 then return nil, message, status, failure, needed end
  return nil, message, status, failure
end

-- Behind it the tag of the stream that it is of.
function runtime.failed_of(tag, value, message, status, failure) return value, message, status, failure, tag end

require "v4lxx.ffi_calls"(raw, runtime)

-- ---- functions of Lua that the library calls ----
local function keep_error(problem)
  if not pending.value then pending.value = { problem } end
end

-- What is lent to the function is an object that is emptied when the function has returned.
local function call_protected(kind, pointer, call)
  local lent = boxes[kind](ffi.cast("v4lxx_" .. kind .. " *", pointer), false)
  local details = err[0] -- of the call in progress: what the function calls would write over it
  local good, problem = pcall(call, lent)
  err[0] = details
  lent.v4lxx_pointer = nil
  if not good then keep_error(problem) end
  return good
end

local function address(pointer)
  return tonumber(ffi.cast("uintptr_t", pointer))
end

-- The function of a stream, and that of a context for events, goes with the last object of it: the library is given nothing to destroy, which
-- it could do in the midst of compiled code.
local wrapped = {}

local function functions_of(kind, makers)
  local functions, objects = {}, {}
  local take, release = runtime["take_" .. kind], release_of[kind]
  local function count(pointer, step)
    local key = address(pointer)
    objects[key] = (objects[key] or 0) + step
    if objects[key] <= 0 then objects[key], functions[key] = nil, nil end
  end
  release_of[kind] = function(pointer)
    release(pointer)
    count(pointer, -1)
  end
  for _, name in ipairs(makers) do
    local make = raw[name]
    wrapped[name] = make
    raw[name] = function(...)
      local object, message, status, problem = make(...)
      if not object then return nil, message, status, problem end
      count(object.v4lxx_pointer, 1)
      return object
    end
  end
  raw[kind .. "_unref"] = function(object)
    local pointer = take(object, 1, kind .. "_unref")
    if pointer ~= nil then release_of[kind](pointer) end
  end
  return functions
end

local frame_functions = functions_of("stream", { "stream_create", "stream_ref" })
local event_functions = functions_of("context", { "context_create", "context_ref" })

local frame_trampoline = ffi.cast("v4lxx_frame_fn", function(stream, frame)
  if not call_protected("frame", frame, frame_functions[address(stream)]) then C.v4lxx_stream_stop(stream, nil) end
end)
local event_trampoline = ffi.cast("v4lxx_event_fn", function(context, event)
  call_protected("event", event, event_functions[address(context)])
end)

-- Sets a function by a call of the library that takes a trampoline.
local function function_setter(name, kind, functions, trampoline)
  local set, is = C["v4lxx_" .. name], runtime["is_" .. kind]
  raw[name] = function(object, call)
    local pointer = is(object, 1, name)
    if call ~= nil and type(call) ~= "function" then
      error(("bad argument #2 to '%s' (function expected, got %s)"):format(name, type(call)), 2)
    end
    local status = set(pointer, call and trampoline or nil, nil, nil, err)
    if status ~= 0 then return runtime.failed(status) end
    functions[address(pointer)] = call
    return true
  end
end
function_setter("stream_set_frame_callback", "stream", frame_functions, frame_trampoline)
function_setter("context_set_event_callback", "context", event_functions, event_trampoline)

function raw.stream_dispatch(stream, timeout_ns)
  local pointer = runtime.is_stream(stream, 1, "stream_dispatch")
  local status = C.v4lxx_stream_dispatch(pointer, runtime.to_int64_t(timeout_ns, 2, "stream_dispatch"), err)
  if status ~= 0 then return runtime.failed(status) end
  if pending.value then runtime.raise() end
  return true
end

function raw.context_dispatch(context, timeout_ns, budget)
  local pointer = runtime.is_context(context, 1, "context_dispatch")
  local status = C.v4lxx_context_dispatch(pointer, runtime.to_int64_t(timeout_ns, 2, "context_dispatch"),
    runtime.to_uint32_t(budget, 3, "context_dispatch"), err)
  if status ~= 0 then return runtime.failed(status) end
  if pending.value then runtime.raise() end
  return true
end
-- LuaJIT cannot call a function of Lua out of compiled code.
jit.off(raw.stream_dispatch)
jit.off(raw.context_dispatch)

-- A log may be told of something in every call, so that none may be compiled once there is one.
local log_functions, next_token, log_trampoline, destroy_trampoline = {}, 1, nil, nil

local function prepare_log()
  log_trampoline = ffi.cast("v4lxx_log_fn", function(record, token)
    local values = {} -- of the call in progress, as its error; a dispatch, which is all that calls for frames, has none
    for i, out in ipairs(outs) do values[i] = out[0] end
    call_protected("log_record", record, log_functions[address(token)])
    for i, out in ipairs(outs) do out[0] = values[i] end
  end)
  destroy_trampoline = ffi.cast("v4lxx_destroy_fn", function(token) log_functions[address(token)] = nil end)
  for _, calls in ipairs { raw, wrapped } do
    for _, call in pairs(calls) do jit.off(call) end
  end
  jit.off(release_of.stream)
  jit.flush()
end

function raw.context_set_log(context, level, call)
  local pointer = runtime.is_context(context, 1, "context_set_log")
  level = runtime.to_uint32_t(level, 2, "context_set_log")
  if call == nil then
    local status = C.v4lxx_context_set_log(pointer, level, nil, nil, nil, err)
    if status ~= 0 then return runtime.failed(status) end
    return true
  end
  if type(call) ~= "function" then
    error(("bad argument #3 to 'context_set_log' (function expected, got %s)"):format(type(call)), 2)
  end
  if not log_trampoline then prepare_log() end
  local token = next_token
  next_token, log_functions[token] = token + 1, call
  local status = C.v4lxx_context_set_log(pointer, level, log_trampoline, ffi.cast("void *", token), destroy_trampoline, err)
  if status ~= 0 then return runtime.failed(status) end
  return true
end
jit.off(raw.context_set_log)

require "v4lxx.ffi_extras"(raw, runtime)
return raw
