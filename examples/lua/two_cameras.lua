-- Takes 15 frames of each of two cameras in one loop. Each camera has a coroutine of its own, which goes on when it has a frame.
-- Run: lua two_cameras.lua [DEVICE DEVICE]
local v4lxx = require "v4lxx"

local function check(value, message)
  if value then return value end
  io.stderr:write(message, "\n")
  os.exit(1, true)
end

local names = arg[2] and arg or { "sim:camera", "sim:camera,id=2" }

local function take(name)
  local camera = check(v4lxx.open(name))
  return function()
    for _ = 1, 15 do
      local frame = check(camera:await()) -- meanwhile the other one runs
      frame:release() -- gives the buffer back to the driver
    end
    print(name .. ": 15 frames")
  end
end

v4lxx.run(take(names[1]), take(names[2]))
