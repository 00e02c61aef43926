-- Takes 10 frames, and says when each was taken by the time of day, how sure that is, and how long it took to arrive.
-- Run: lua frame_timing.lua [DEVICE]
local v4lxx = require "v4lxx"

local function check(value, message)
  if value then return value end
  io.stderr:write(message, "\n")
  os.exit(1, true)
end

local context = check(v4lxx.context())
local name = arg[1] or check(context:list { simulated = true })[1].path
print(name)
local stream = check(check(context:open(name)):stream())
check(stream:start())
for _ = 1, 10 do
  local frame = check(stream:next(5))
  local day, monotonic = frame:convert_time "realtime", frame:convert_time "monotonic"
  if day and monotonic then
    -- The last nine digits are nanoseconds; as a text they are exact in every Lua.
    local digits = tostring(day.time_ns):gsub("[UL]+$", "")
    local seconds, micros = tonumber(digits:sub(1, -10)), digits:sub(-9, -4)
    print(("frame %d: taken at %s.%s UTC, within %d us, delivered after %d us"):format(frame.sequence,
      os.date("!%Y-%m-%d %H:%M:%S", seconds), micros, math.ceil(tonumber(day.error_ns) / 1000),
      math.floor(tonumber(frame.arrival_ns - monotonic.time_ns) / 1000)))
  else -- nothing is guessed
    print(("frame %d: taken at an unknown time"):format(frame.sequence))
  end
  frame:release()
end
local seen = check(stream:statistics()).interval
print(("%d intervals, the longest %.1f ms"):format(tonumber(seen.count), tonumber(seen.most_ns) / 1e6))
check(stream:stop())
