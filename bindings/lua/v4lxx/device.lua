-- SPDX-License-Identifier: MIT
-- An open device: what it is and offers, its mode and its controls. Inputs, standards and timings: inputs.lua.
local raw = require "v4lxx.raw"
local class = require "v4lxx.class"
local constants = require "v4lxx.constants"
local convert = require "v4lxx.convert"
local Stream = require "v4lxx.stream"

local Device = class.of("device", {})

function Device.adopt(handle, context)
  local info = raw.device_get_info(handle)
  return setmetatable({ handle = handle, context = context, info = info, name = info.path }, Device)
end

-- The capture stream of the device; options: see stream.lua.
function Device:stream(options) return Stream.create(self, options) end

-- Ends the use of the device now; frames that were taken stay. Twice is allowed.
function Device:close() raw.device_close(self.handle) end
Device.__close = Device.close

-- Closes, and waits until that is over; nil waits without end. If the driver does not return from a call in this time: nil and a message that
-- names the call. The device is closed all the same, and the rest happens when the driver returns; called again it waits on.
function Device:close_within(timeout) return raw.device_close_within(self.handle, convert.timeout(timeout)) end

-- ---- what it offers ----
local function offered_format(list, i)
  local flags = raw.format_list_get_flags(list, i)
  return convert.seen { fourcc = raw.format_list_get_fourcc(list, i), description = raw.format_list_get_description(list, i),
    compressed = convert.has(flags, constants.FORMAT_COMPRESSED), emulated = convert.has(flags, constants.FORMAT_EMULATED) }
end

-- The pixel formats: tables with fourcc, fourcc_code, description, compressed, emulated.
function Device:formats() return convert.list("format", offered_format, raw.device_list_formats(self.handle)) end

-- Frame sizes of a format: tables with min_width, max_width, step_width and the same of the height.
function Device:sizes(fourcc)
  return convert.list("size", raw.size_list_at, raw.device_list_sizes(self.handle, convert.fourcc_code(fourcc)))
end

-- Frame intervals of a size: tables with min_numerator, min_denominator and so on, in seconds.
function Device:intervals(fourcc, width, height)
  return convert.list("interval", raw.interval_list_at, raw.device_list_intervals(self.handle, convert.fourcc_code(fourcc), width, height))
end

local wish_bits = { strict = constants.WISH_STRICT, decode = constants.WISH_DECODE, prefer_rate = constants.WISH_PREFER_RATE,
  step_down = constants.WISH_STEP_DOWN }

-- A wish: width, height, rate, formats (a table, the best first), strict, decode, prefer_rate, step_down.
local function read_wish(given)
  local wish, flags = convert.options(given, wish_bits)
  local outputs = convert.fourcc_codes(wish.formats)
  wish.formats, wish.flags = nil, flags
  wish.rate = wish.rate and convert.rate(wish.rate)
  return wish, outputs
end

local ranked_mode = convert.with_text("reason", raw.mode_list_at, raw.mode_list_get_reason)

-- All modes, the one nearest to the wish first, each with the reason why it lost.
function Device:modes(given)
  local wish, outputs = read_wish(given)
  return convert.list("mode", ranked_mode, raw.device_list_modes(self.handle, wish, outputs))
end

-- Sets the mode nearest to the wish and tells what was granted: granted_width, granted_fourcc and more.
function Device:negotiate(given)
  local wish, outputs = read_wish(given)
  local negotiation, message, status, problem = raw.device_negotiate(self.handle, wish, outputs)
  if not negotiation then return nil, message, status, problem end
  negotiation.chosen_fourcc = convert.fourcc_text(negotiation.chosen_fourcc)
  negotiation.granted_fourcc = convert.fourcc_text(negotiation.granted_fourcc)
  return negotiation
end

-- ---- the mode, exactly as it is told ----
local function to_format(given)
  local format = convert.options(given, {})
  format.fourcc = format.fourcc and convert.fourcc_code(format.fourcc)
  format.fourcc_code = nil
  return format
end

function Device:format() return convert.seen(raw.device_read_format(self.handle)) end
-- Both give the format that was granted, and the bits of what differs from what was asked for.
function Device:set_format(format) return convert.seen(raw.device_set_format(self.handle, to_format(format))) end
function Device:try_format(format) return convert.seen(raw.device_try_format(self.handle, to_format(format))) end
function Device:interval() return raw.device_read_interval(self.handle) end
-- Seconds per frame as { numerator = 1, denominator = 30 }; gives what was granted.
function Device:set_interval(interval) return raw.device_set_interval(self.handle, interval) end

-- "crop", "crop_default", "crop_bounds", "compose" and so on: a table with left, top, width, height.
function Device:selection(target) return raw.device_read_selection(self.handle, convert.constant("SELECTION_", target)) end

local selection_bits = { at_least = constants.SELECTION_AT_LEAST, at_most = constants.SELECTION_AT_MOST }

function Device:set_selection(target, given)
  local rectangle, flags = convert.options(given, selection_bits)
  return raw.device_set_selection(self.handle, convert.constant("SELECTION_", target), flags, rectangle)
end

-- ---- controls ----
function Device:controls()
  return convert.list("control", raw.control_list_get, raw.device_list_controls(self.handle))
end

-- A control by any of its names, or by its number.
function Device:control(name)
  if type(name) == "number" then return raw.device_find_control_by_id(self.handle, name) end
  return raw.device_find_control(self.handle, name)
end

local function find(device, control)
  if type(control) == "string" or type(control) == "number" then return device:control(control) end
  return control
end

local MOST_TEXT = 65536

-- The value of a control, which is given by name, by number or as an object of controls(): a number or a string.
function Device:get(control)
  local found, message, status, problem = find(self, control)
  if not found then return nil, message, status, problem end
  if found.is_text then
    local most = tonumber(found.maximum) or 0
    return raw.device_read_control_string(self.handle, found, most < MOST_TEXT and most + 1 or MOST_TEXT)
  end
  return raw.device_read_control_i64(self.handle, found)
end

-- Sets a control: a number, true or false, the name of an item of a menu, a text. Gives the value that the driver made of it.
function Device:set(control, value)
  local found, message, status, problem = find(self, control)
  if not found then return nil, message, status, problem end
  if found.is_text then
    local good
    good, message, status, problem = raw.device_set_control_string(self.handle, found, value)
    if not good then return nil, message, status, problem end
    return value
  end
  if type(value) == "boolean" then value = value and 1 or 0 end
  if type(value) == "string" then
    value, message, status, problem = raw.control_parse_value(found, value)
    if not value then return nil, message, status, problem end
  end
  return raw.device_set_control_i64(self.handle, found, value)
end

return Device
