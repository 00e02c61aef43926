-- SPDX-License-Identifier: MIT
-- What the Lua layer needs besides the functions of the library, the same as in swig/extras.h: fields of frames without a table, bytes
-- as strings, and poll().
local ffi = require "ffi"
local bit = require "bit"
local description = require "v4lxx.cdef"

return function(raw, runtime)
  local C, is_frame, from_field = runtime.C, runtime.is_frame, runtime.from_field
  local info = ffi.new("v4lxx_frame_info")
  info.struct_size = ffi.sizeof(info)

  local function read_info(frame)
    local pointer = is_frame(frame, 1, "frame")
    if C.v4lxx_frame_read_info(pointer, info, nil) < 0 then
      error("cannot read what is known of the frame", 2)
    end
    return info
  end

  -- frame_reader(methods, properties): a function for __index. A property is a function of the frame, or another name of a field.
  function raw.frame_reader(methods, properties)
    local plain, others = {}, {}
    for _, field in ipairs(description.structs.v4lxx_frame_info) do
      if field[2]:find "32" and field[3] == 0 or field[2]:find "^v4lxx_" then plain[field[1]] = field[1] else others[field[1]] = field end
    end
    for name, property in pairs(properties) do
      if type(property) == "string" then plain[name] = property else plain[name], others[name] = nil, property end
    end
    return function(frame, key)
      local field = plain[key]
      if field then return read_info(frame)[field] end
      local other = others[key]
      if other == nil then return methods[key] end
      if type(other) == "function" then return other(frame) end
      return from_field(read_info(frame), other)
    end
  end

  function raw.frame_length(frame)
    local known, sum = read_info(frame), 0
    for i = 0, math.min(known.plane_count, 4) - 1 do sum = sum + tonumber(known.plane_bytes[i]) end
    return sum
  end

  -- Bytes `first` to `last` of a block, counted as string.sub counts.
  local function string_of(data, size, first, last)
    size = tonumber(size)
    first, last = first or 1, last or -1
    if first < 0 then first = first + size + 1 end
    if last < 0 then last = last + size + 1 end
    first, last = math.max(first, 1), math.min(last, size)
    if data == nil or first > last then return "" end
    return ffi.string(ffi.cast("const char *", data) + (first - 1), last - first + 1)
  end

  local function plane_of(frame, plane)
    local data = C.v4lxx_frame_get_plane_data(frame, plane, runtime.out_size_t)
    return data, runtime.out_size_t[0]
  end

  function raw.frame_string(frame, plane, first, last)
    local data, size = plane_of(is_frame(frame, 1, "frame_string"), runtime.to_uint32_t(plane, 2, "frame_string"))
    if data == nil then return nil end
    return string_of(data, size, first, last)
  end

  function raw.bytes_string(bytes, first, last)
    local data = C.v4lxx_bytes_get_data(runtime.is_bytes(bytes, 1, "bytes_string"), runtime.out_size_t)
    return string_of(data, runtime.out_size_t[0], first, last)
  end

  -- frame_checksum(frame): FNV-1a with 32 bits over the bytes of all planes, without a copy.
  function raw.frame_checksum(frame)
    local pointer, sum, plane = is_frame(frame, 1, "frame_checksum"), ffi.new("uint32_t[1]", 2166136261), 0
    local data, size = plane_of(pointer, 0)
    while data ~= nil do
      local bytes = ffi.cast("const uint8_t *", data)
      for i = 0, tonumber(size) - 1 do
        -- The product modulo 2^32: 16777619 is 2^24 + 403, and a double is exact up to 2^53.
        local mixed = bit.bxor(sum[0], bytes[i]) % 2 ^ 32
        sum[0] = (mixed % 256 * 2 ^ 24 + mixed * 403) % 2 ^ 32
      end
      plane = plane + 1
      data, size = plane_of(pointer, plane)
    end
    return sum[0]
  end

  local POLLIN, EINTR = 1, 4

  -- poll(descriptors, timeout_ms): a table with true where one is readable; nil, message, errno. A signal ends the wait early.
  function raw.poll(descriptors, timeout_ms)
    if type(descriptors) ~= "table" then error("bad argument #1 to 'poll' (table expected)", 2) end
    local count = #descriptors
    local set = ffi.new("v4lxx_lua_pollfd[?]", count + 1)
    for i = 1, count do
      set[i - 1].fd, set[i - 1].events = runtime.to_int32_t(descriptors[i], 1, "poll"), POLLIN
    end
    local ready = ffi.C.v4lxx_lua_poll(set, count, runtime.to_int32_t(timeout_ms, 2, "poll"))
    local number = ffi.errno()
    if ready < 0 and number ~= EINTR then return nil, "cannot poll: errno " .. number, number end
    local out = {}
    for i = 1, count do out[i] = ready > 0 and set[i - 1].revents ~= 0 end
    return out
  end
end
