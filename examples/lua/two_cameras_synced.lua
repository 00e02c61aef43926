-- Takes 15 frames of each of two cameras that were taken at the same time, and tells how far apart they are.
-- Run: lua two_cameras_synced.lua [DEVICE DEVICE]
local v4lxx = require "v4lxx"

local function check(value, message)
  if value then return value end
  io.stderr:write(message, "\n")
  os.exit(1, true)
end

local names = arg[2] and arg or { "sim:camera,phase=0ms", "sim:camera,id=2,phase=2ms" }
local context = check(v4lxx.context())
local group = check(context:group())
for i = 1, 2 do
  local camera = check(v4lxx.open(names[i], { context = context }))
  check(group:add(camera))
  check(camera:start())
end

local sets, most_ns = 0, 0
for set in group:sets { timeout = 5 } do -- set[1] and set[2] are its frames, good until the next turn
  most_ns = math.max(most_ns, tonumber(set.skew_ns))
  sets = sets + 1
  if sets == 15 then break end
end
print(("%d sets, %.1f ms apart at most"):format(sets, most_ns / 1e6))
