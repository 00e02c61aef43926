-- Takes 15 frames of each of two cameras in one loop. Each camera has a coroutine of its own, which goes on when it has a frame.
-- Run: lua two_cameras.lua [DEVICE DEVICE]
local v4lxx = require "v4lxx"

local function check(value, message)
  if value then return value end
  io.stderr:write(message, "\n")
  os.exit(1, true)
end

local names, cameras, frames = { arg[1] or "sim:camera", arg[2] or "sim:camera,id=2" }, {}, { 0, 0 }
for i, name in ipairs(names) do cameras[i] = check(v4lxx.open(name)) end

local function take(i)
  return function()
    while frames[i] < 15 do
      local frame = check(cameras[i]:await())
      frame:release()
      frames[i] = frames[i] + 1
    end
  end
end

v4lxx.run(take(1), take(2))
for i, name in ipairs(names) do print(("%s: %d frames"):format(name, frames[i])) end
