-- SPDX-License-Identifier: MIT
-- A frame: width, height, fourcc, sequence, timestamp_ns and all other fields of v4lxx_frame_info as properties, #frame is the number of
-- its bytes. No pixel is copied but by string(). Planes count from 1, as everything in Lua.
local raw = require "v4lxx.raw"
local constants = require "v4lxx.constants"
local convert = require "v4lxx.convert"

local Frame = {}

-- Gives the buffer back to the driver now. Twice is allowed.
function Frame:release() raw.frame_unref(self) end

-- One more reference, which lives until it is released or collected: for a frame of frames() or of a callback that is wanted longer.
function Frame:keep() return raw.frame_ref(self) end

-- Says who has the frame, for Stream:held(): a number of the program's own.
function Frame:set_holder(holder) raw.frame_set_holder(self, holder) end

-- A copy of the bytes of a plane, of all or of `first` to `last` as string.sub counts. nil and a message if there is no such plane.
function Frame:string(plane, first, last)
  plane = plane or 1
  local text = raw.frame_string(self, plane - 1, first, last)
  if not text then return nil, ("the frame has no plane %d"):format(plane) end
  return text
end

-- The address of the bytes of a plane and their number, without a copy: light userdata, on LuaJIT a `const uint8_t *`. Good until the
-- frame is released or collected. nil and a message if there is no such plane.
function Frame:pointer(plane)
  plane = plane or 1
  local pointer, size = raw.frame_get_plane_data(self, plane - 1)
  if pointer == nil then return nil, ("the frame has no plane %d"):format(plane) end
  return pointer, size
end

-- FNV-1a with 32 bits over the bytes of all planes, without a copy.
function Frame:checksum() return raw.frame_checksum(self) end

-- All fields of v4lxx_frame_info as a table.
function Frame:info() return convert.seen((raw.frame_read_info(self))) end

-- The bytes of a "png" or "jpeg" file, as a string. Options: quality, 1 to 100.
function Frame:encode(kind, options)
  local bytes, message, status, problem = raw.frame_encode(self, convert.constant("IMAGE_", kind or "png"), options)
  if not bytes then return nil, message, status, problem end
  local text = raw.bytes_string(bytes)
  raw.bytes_unref(bytes)
  return text
end

-- How bright it is: 0 to 65535.
function Frame:luma() return raw.frame_measure_luma(self) end

-- The time stamp by another clock, "realtime", "boottime", "tai" or "monotonic": a table with time_ns, error_ns, steps, tai_offset_s.
function Frame:convert_time(to) return convert.told(raw.frame_convert_time(self, convert.clock(to))) end

local function flag(name)
  local bit = constants["FRAME_" .. name]
  return function(frame) return convert.has(frame.flags, bit) end
end

local properties = {
  fourcc = function(frame) return convert.fourcc_text(frame.fourcc_code) end,
  fourcc_code = "fourcc",
  released = raw.is_released,
  clock_name = function(frame) return convert.clock_name(frame.clock) end,
  stamp_clock_name = function(frame) return convert.clock_name(frame.stamp_clock) end,
  -- The part of the source that it shows; nil if the driver has no such rectangle.
  crop = function(frame)
    if frame.crop_width == 0 then return nil end
    return { left = frame.crop_left, top = frame.crop_top, width = frame.crop_width, height = frame.crop_height }
  end,
  corrupt = flag "CORRUPT",
  short = flag "SHORT",
  key = flag "KEY",
  last = flag "LAST",
  copied = flag "COPIED",
  stamp_unset = flag "STAMP_UNSET",
  stamp_repeated = flag "STAMP_REPEATED",
  stamp_backward = flag "STAMP_BACKWARD",
  stamp_future = flag "STAMP_FUTURE",
}

return {
  __index = raw.frame_reader(Frame, properties),
  __len = raw.frame_length,
  __close = Frame.release,
  __name = "v4lxx.frame",
  __tostring = function(frame)
    if raw.is_released(frame) then return "v4lxx.frame: released" end
    return ("v4lxx.frame: %d, %s %dx%d"):format(frame.sequence, frame.fourcc, frame.width, frame.height)
  end,
}
