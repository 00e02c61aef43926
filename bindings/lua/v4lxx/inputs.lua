-- SPDX-License-Identifier: MIT
-- Inputs of a device, the analog standards and the digital timings of the selected one, and what comes in there.
local raw = require "v4lxx.raw"
local convert = require "v4lxx.convert"
local Device = require "v4lxx.device"

local named_input = convert.with_text("name", raw.input_list_at, raw.input_list_get_name)
local named_standard = convert.with_text("name", raw.standard_list_at, raw.standard_list_get_name)

-- Tables with index, name, type, status, capabilities, standards.
function Device:inputs()
  return convert.list("input", named_input, raw.device_list_inputs(self.handle))
end

-- The number of the selected input.
function Device:input() return raw.device_read_input(self.handle) end

-- By number or by name. Format, standard, timings and controls become those of that input.
function Device:select_input(input)
  if type(input) == "string" then
    local index, message, status, problem = raw.device_find_input(self.handle, input)
    if not index then return nil, message, status, problem end
    input = index
  end
  return raw.device_select_input(self.handle, input)
end

-- What comes in: a table with state, width, height, rate and more. No signal is no failure.
function Device:signal() return raw.device_read_signal(self.handle) end

-- ---- analog standards: numbers whose bits are the kernel's ----
function Device:standards()
  return convert.list("standard", named_standard, raw.device_list_standards(self.handle))
end

-- The standard that is set, as bits and as a name ("" if the bits have none together); query_standard() looks what comes in.
local function named(bits, ...)
  if bits == nil then return nil, ... end
  return bits, raw.standard_get_name(bits)
end

function Device:standard() return named(raw.device_read_standard(self.handle)) end
function Device:query_standard() return named(raw.device_query_standard(self.handle)) end

-- By bits or by name.
function Device:set_standard(standard)
  if type(standard) == "string" and not tonumber(standard) then
    local bits, message, status, problem = raw.device_find_standard(self.handle, standard)
    if not bits then return nil, message, status, problem end
    standard = bits
  end
  return raw.device_set_standard(self.handle, standard)
end

-- ---- digital timings: tables with the fields of v4lxx_timings ----
function Device:timings_list()
  return convert.list("timings", raw.timings_list_at, raw.device_list_timings(self.handle))
end

function Device:timings() return raw.device_read_timings(self.handle) end
function Device:query_timings() return raw.device_query_timings(self.handle) end
function Device:timings_capabilities() return raw.device_read_timings_capabilities(self.handle) end

-- A table, or a text such as "1920x1080p60" or "auto". Gives what was granted.
function Device:set_timings(timings)
  if type(timings) == "string" then
    local found, message, status, problem = raw.device_find_timings(self.handle, timings)
    if not found then return nil, message, status, problem end
    timings = found
  end
  return raw.device_set_timings(self.handle, timings)
end

return Device
