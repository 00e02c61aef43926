-- SPDX-License-Identifier: MIT
-- Numbers, texts and structs between Lua and the library, for LuaJIT. Numbers are exact up to 2^53; what is beyond comes and goes as
-- int64_t or uint64_t.
local ffi = require "ffi"
local description = require "v4lxx.cdef"

local new, istype, floor = ffi.new, ffi.istype, math.floor
local int64_t, uint64_t = ffi.typeof "int64_t", ffi.typeof "uint64_t"
local LIMIT = 2 ^ 53

local values = {}

local function bad(value, number, function_name, expected)
  local got = type(value) == "number" and expected == "integer" and tostring(value) or type(value)
  error(("bad argument #%d to '%s' (%s expected, got %s)"):format(number, function_name, expected, got), 4)
end

local function to_range(least, most)
  return function(value, number, function_name)
    if type(value) ~= "number" or floor(value) ~= value then bad(value, number, function_name, "integer") end
    if value < least or value > most then
      error(("bad argument #%d to '%s' (number out of range)"):format(number, function_name), 3)
    end
    return value
  end
end

values.to_int32_t = to_range(-2 ^ 31, 2 ^ 31 - 1)
values.to_uint32_t = to_range(0, 2 ^ 32 - 1)
values.to_size_t = to_range(0, LIMIT)
values.to_buffer_size = to_range(0, 2 ^ 31 - 1)

function values.to_int64_t(value, number, function_name)
  if type(value) == "number" and floor(value) == value and value >= -LIMIT and value <= LIMIT then return value end
  if istype(int64_t, value) or istype(uint64_t, value) then return value end
  return bad(value, number, function_name, "integer")
end
values.to_uint64_t = values.to_int64_t

function values.to_bool(value, number, function_name)
  if type(value) ~= "boolean" then bad(value, number, function_name, "boolean") end
  return value and 1 or 0
end

local function same(value) return value end
values.from_int32_t, values.from_uint32_t = same, same

function values.from_int64_t(value)
  if value >= -LIMIT and value <= LIMIT then return tonumber(value) end
  return value + 0LL -- a copy: it may stand in memory of its own
end

function values.from_uint64_t(value)
  if value <= 0x20000000000000ULL then return tonumber(value) end
  return value + 0ULL
end
values.from_size_t = values.from_uint64_t

function values.from_bool(value) return value ~= 0 end

-- ---- texts and bytes ----
function values.to_text(value, number, function_name)
  if type(value) ~= "string" then bad(value, number, function_name, "string") end
  if value:find("\0", 1, true) then
    error(("bad argument #%d to '%s' (the string has a zero byte)"):format(number, function_name), 3)
  end
  return value
end

function values.to_text_or_nil(value, number, function_name)
  if value == nil then return nil end
  return values.to_text(value, number, function_name)
end

function values.text(pointer)
  if pointer == nil then return nil end
  return ffi.string(pointer)
end

function values.pointer(pointer)
  if pointer == nil then return nil end
  return ffi.cast("const uint8_t *", pointer)
end

function values.bytes(buffer, size) return ffi.string(buffer, size) end

function values.new_buffer(size) return new("char[?]", size + 1), size end

-- Room for pointers of a kind, and what came into it as a table of objects.
local MOST_HANDLES = 32

function values.new_room(kind, most)
  most = math.min(most, MOST_HANDLES)
  return new(kind .. " *[?]", most + 1), most
end

function values.from_room(new_object, room, most)
  local all = {}
  while #all < most and room[#all] ~= nil do all[#all + 1] = new_object(room[#all]) end
  return all
end

function values.to_array(value, number, function_name)
  if value == nil then return nil, 0 end
  if type(value) ~= "table" then bad(value, number, function_name, "table") end
  if #value > 64 then error(("bad argument #%d to '%s' (more than 64 numbers)"):format(number, function_name), 3) end
  local array = new("uint32_t[?]", #value + 1)
  for i = 1, #value do array[i - 1] = values.to_uint32_t(value[i], number, function_name) end
  return array, #value
end

-- ---- structs: a table with the names of the fields ----
local structs, types, sizes = {}, {}, {}
for name, fields in pairs(description.structs) do
  local by_name = {}
  for _, field in ipairs(fields) do by_name[field[1]] = field end
  structs[name], types[name], sizes[name] = by_name, ffi.typeof(name), ffi.sizeof(name)
end

function values.sizeof(name) return sizes[name] end

function values.new_struct(name)
  local struct = types[name]()
  if description.structs[name].versioned then struct.struct_size = sizes[name] end
  return struct
end

-- bool is v4lxx_bool: to_bool() wants true or false, in a table nil is false, too.
local function write_value(name, target, key, kind, value, number, function_name, label)
  if structs[kind] then
    values.write_struct(kind, target[key], value, number, function_name)
  elseif kind == "v4lxx_bool" then
    target[key] = value and 1 or 0
  else
    local good, converted = pcall(values["to_" .. kind], value, number, function_name)
    if not good then
      error(("bad argument #%d to '%s' (%s.%s: integer within its range expected, got %s)"):format(number, function_name, name:sub(7), label,
        type(value)), 0)
    end
    target[key] = converted
  end
end

-- Each key must be a field: a misspelt one would be passed over in silence.
function values.write_struct(name, target, source, number, function_name)
  if type(source) ~= "table" then bad(source, number, function_name, "table for " .. name:sub(7)) end
  for key, value in pairs(source) do
    local field = structs[name][key]
    if not field then
      error(("bad argument #%d to '%s' (%s has no field '%s')"):format(number, function_name, name:sub(7), tostring(key)), 0)
    end
    local kind, count = field[2], field[3]
    if count == 0 then
      write_value(name, target, key, kind, value, number, function_name, key)
    else
      if type(value) ~= "table" then bad(value, number, function_name, "table for " .. name:sub(7) .. "." .. key) end
      for i = 1, count do
        if value[i] ~= nil then write_value(name, target[key], i - 1, kind, value[i], number, function_name, key) end
      end
    end
  end
end

function values.to_struct(name, source, number, function_name, nullable)
  if nullable and source == nil then return nil end
  local struct = values.new_struct(name)
  values.write_struct(name, struct, source, number, function_name)
  return struct
end

local function from_value(kind, value)
  if structs[kind] then return values.from_struct(kind, value) end
  if kind == "v4lxx_bool" then return value ~= 0 end
  return values["from_" .. kind](value)
end

-- One field of a struct, an array as a table that begins at 1.
function values.from_field(struct, field)
  local key, kind, count = field[1], field[2], field[3]
  if count == 0 then return from_value(kind, struct[key]) end
  local array = {}
  for i = 1, count do array[i] = from_value(kind, struct[key][i - 1]) end
  return array
end

function values.from_struct(name, struct)
  local out = {}
  for _, field in ipairs(description.structs[name]) do out[field[1]] = values.from_field(struct, field) end
  return out
end

return values
