-- SPDX-License-Identifier: MIT
-- libv4lxx for Lua 5.1 to 5.4 and LuaJIT. docs/bindings/lua.md. A call that cannot do what it should gives nil, message, status, error; a
-- mistake of the program (a wrong type, a frame that was released) is an error as of any function of Lua.
local raw = require "v4lxx.raw"
local constants = require "v4lxx.constants"

raw.classes {
  error = require "v4lxx.error",
  device_info = require "v4lxx.info",
  frame = require "v4lxx.frame",
  control = require "v4lxx.control",
  event = require "v4lxx.event",
  frame_set = require "v4lxx.frame_set",
}

local convert = require "v4lxx.convert"
local Camera = require "v4lxx.camera"
local Context = require "v4lxx.context_loop"
local loop = require "v4lxx.loop"

local v4lxx = { raw = raw, open = Camera.open, context = Context.create, poll = loop.poll, run = loop.run, fourcc_code = convert.fourcc_code,
  fourcc_text = convert.fourcc_text }

-- Every constant of the library without V4LXX_: v4lxx.ERROR_BUSY, v4lxx.CODE_USB_BANDWIDTH, v4lxx.FRAME_CORRUPT.
for name, value in pairs(constants) do v4lxx[name] = value end

-- list(options): the devices of the machine; see Context:list().
function v4lxx.list(options)
  local context, message, status, problem = Context.create()
  if not context then return nil, message, status, problem end
  return context:list(options)
end

-- version(): of the library that is loaded, as text and as major * 65536 + minor * 256 + micro.
function v4lxx.version() return raw.version_get_string(), raw.version_get_number() end

-- supports("png"): whether the library was built with a feature.
function v4lxx.supports(feature) return raw.supports(convert.constant("FEATURE_", feature)) end

-- pixel_format("NV12"): what the table of the library knows: name, family, plane_count, bits_per_pixel and more.
function v4lxx.pixel_format(fourcc)
  local code = convert.fourcc_code(fourcc)
  local format, message, status, problem = raw.pixel_format_describe(code)
  if not format then return nil, message, status, problem end
  format.name = raw.pixel_format_get_name(code)
  return convert.seen(format)
end

-- quantile(histogram, part): the time in nanoseconds within which a part of all times lies, as far as buckets tell; 0.99 is the 99th
-- percentile. bound(bucket): the shortest time that a bucket holds, which count from 1; nil if there is no such bucket.
function v4lxx.quantile(histogram, part) return raw.histogram_get_quantile(histogram, math.floor(math.max(0, math.min(1, part)) * 1000 + 0.5)) end
function v4lxx.bound(bucket)
  local ns = raw.histogram_get_bound(bucket - 1)
  if ns >= 0 then return ns end
end

return v4lxx
