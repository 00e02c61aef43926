-- SPDX-License-Identifier: MIT
-- What people write and what the library takes: times in seconds, rates, pixel formats as four characters, bits of flags.
local raw = require "v4lxx.raw"
local constants = require "v4lxx.constants"

local floor = math.floor
local convert = {}

-- Seconds to nanoseconds. nil, a negative number and more than a hundred days wait for ever; 0 does not wait.
function convert.timeout(seconds)
  if seconds == nil then return -1 end
  if type(seconds) ~= "number" or seconds ~= seconds then
    error("a time is a number of seconds, not " .. (type(seconds) == "number" and "NaN" or type(seconds)), 3)
  end
  if seconds < 0 or seconds > 8640000 then return -1 end
  return floor(seconds * 1e9 + 0.5)
end

-- 30, 29.97, "30000/1001", { 30000, 1001 } or { numerator = 30000, denominator = 1001 }: frames per second.
function convert.rate(rate)
  if type(rate) == "table" then
    return { numerator = rate.numerator or rate[1], denominator = rate.denominator or rate[2] or 1 }
  end
  if type(rate) == "string" then
    local upper, lower = rate:match "^%s*(%d+)%s*/%s*(%d+)%s*$"
    if upper then return { numerator = tonumber(upper), denominator = tonumber(lower) } end
    rate = tonumber(rate) or error("a rate is written as 30, 29.97 or 30000/1001, not " .. rate, 3)
  end
  if type(rate) ~= "number" then error("a rate is a number, a text or a table, not " .. type(rate), 3) end
  if rate == floor(rate) then return { numerator = rate, denominator = 1 } end
  local whole = floor(rate * 1001 / 1000 + 0.5)
  if math.abs(whole * 1000 / 1001 - rate) < 0.005 then return { numerator = whole * 1000, denominator = 1001 } end
  return { numerator = floor(rate * 1000 + 0.5), denominator = 1000 }
end

local BIG_ENDIAN = 2 ^ 31
local texts = {}

-- The four characters of a pixel format, such as "YUYV"; "-BE" follows those of big-endian formats.
function convert.fourcc_text(code)
  local text = texts[code]
  if not text then
    local big, rest, characters = code >= BIG_ENDIAN, code % BIG_ENDIAN, {}
    for i = 1, 4 do
      characters[i] = string.char(floor(rest % 256))
      rest = floor(rest / 256)
    end
    text = table.concat(characters) .. (big and "-BE" or "")
    texts[code] = text
  end
  return text
end

-- The number of a pixel format: of "YUYV", of a name of the kernel such as "NV12M", or of a number.
function convert.fourcc_code(fourcc)
  if type(fourcc) == "number" then return fourcc end
  if type(fourcc) ~= "string" then error("a pixel format is a text such as 'YUYV', not " .. type(fourcc), 3) end
  local known = raw.pixel_format_find(fourcc)
  if known ~= 0 then return known end
  local a, b, c, d = fourcc:byte(1, 4)
  if d and (#fourcc == 4 or fourcc:sub(5) == "-BE") then
    local code = a + b * 256 + c * 65536 + d * 16777216
    return code + (#fourcc > 4 and BIG_ENDIAN or 0)
  end
  return error("there is no pixel format '" .. fourcc .. "'", 3)
end

function convert.fourcc_codes(formats)
  if formats == nil then return nil end
  if type(formats) ~= "table" then formats = { formats } end
  local codes = {}
  for i, format in ipairs(formats) do codes[i] = convert.fourcc_code(format) end
  return codes
end

function convert.has(flags, bit) return floor(flags / bit) % 2 == 1 end

-- A clock: "monotonic", "realtime", "boottime", "tai" or a number.
local clocks = { [0] = "unknown", "monotonic", "copy", "realtime", "boottime", "tai" }
function convert.clock(value) return convert.constant("CLOCK_", value) end
function convert.clock_name(number) return clocks[tonumber(number)] or number end

-- What a conversion of a time has given: the clock by its name.
function convert.told(time, ...)
  if not time then return time, ... end
  time.clock = convert.clock_name(time.clock)
  return time
end

-- A number for a name such as "debug" of the constants that begin with a prefix; numbers stay.
function convert.constant(prefix, value)
  if type(value) == "number" then return value end
  if type(value) ~= "string" then error("a number or a text expected, got " .. type(value), 3) end
  return constants[prefix .. value:upper()] or error("there is no '" .. value .. "' (" .. prefix .. "...)", 3)
end

-- A copy of a table whose boolean keys become bits: { simulated = true } with { simulated = 1 }.
function convert.options(given, bits)
  if given ~= nil and type(given) ~= "table" then error("options are a table, not " .. type(given), 3) end
  local options, flags = {}, 0
  for key, value in pairs(given or {}) do
    if bits[key] then
      if value then flags = flags + bits[key] end
    else
      options[key] = value
    end
  end
  return options, flags
end

-- A struct of the library as people see it: the format also by its characters. What stands behind it comes back as well.
function convert.seen(struct, ...)
  if struct and struct.fourcc then
    struct.fourcc_code, struct.fourcc = struct.fourcc, convert.fourcc_text(struct.fourcc)
  end
  return struct, ...
end

-- All entries of a list of the library. `at` gives one, counted from 0.
function convert.entries(count, at)
  local entries = {}
  for i = 0, count - 1 do
    local entry, message, status, problem = at(i)
    if entry == nil then return nil, message, status, problem end
    entries[i + 1] = entry
  end
  return entries
end

-- All entries of what a call of the library made: convert.list("size", raw.size_list_at, raw.device_list_sizes(…)). `at` gives one of the
-- list and a number from 0; what stands behind the list says why there is none.
function convert.list(kind, at, list, ...)
  if not list then return nil, ... end
  return convert.entries(raw[kind .. "_list_get_count"](list), function(i) return at(list, i) end)
end

-- For lists whose structs have a text each beside them: an `at` that puts it into the struct as `name`.
function convert.with_text(name, at, text)
  return function(list, i)
    local struct, message, status, problem = at(list, i)
    if not struct then return nil, message, status, problem end
    struct[name] = text(list, i)
    return convert.seen(struct)
  end
end

return convert
