-- Takes 30 frames, and goes on when the camera was unplugged and is plugged in again.
-- Run: lua reconnect.lua [DEVICE]
local v4lxx = require "v4lxx"

local function check(value, message)
  if value then return value end
  io.stderr:write(message, "\n")
  os.exit(1, true)
end

local context = check(v4lxx.context())
local name = arg[1] or check(context:list { simulated = true })[1].path
print(name)
local device = check(context:open(name))
local stream = check(device:stream { reconnect = true })
check(stream:start())
local frames, generation = 0, 1
while frames < 30 do
  local frame, message = stream:next(5)
  if frame then
    if frame.generation ~= generation then -- it may have come back with another size
      print(("back after %d frames: %dx%d"):format(frames, frame.width, frame.height))
    end
    generation = frame.generation
    frame:release()
    frames = frames + 1
  elseif message == "timed_out" then -- away, or silent: the state knows
    print(check(stream:state()).phase == "away" and "still away" or "no frame within 5 seconds")
  else
    check(nil, message)
  end
end
print(("%d frames"):format(frames))
check(stream:stop())
