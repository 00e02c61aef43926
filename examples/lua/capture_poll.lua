-- Takes 30 frames with poll, which can wait for a program's other descriptors too: any event loop can wait for camera:fd().
-- Run: lua capture_poll.lua [DEVICE]
local v4lxx = require "v4lxx"

local function check(value, message)
  if value then return value end
  io.stderr:write(message == "timed_out" and "no frame within 5 seconds" or message, "\n")
  os.exit(1, true)
end

local camera = check(v4lxx.open(arg[1])) -- without a name the first camera there is, the simulated one last
print(camera.name)
local frames = 0
while frames < 30 do
  check(v4lxx.poll({ camera }, 5))
  local frame, message, status = camera:next(0)
  if frame then
    print(("frame %d: %dx%d, %d bytes"):format(frame.sequence, frame.width, frame.height, frame.plane_bytes[1]))
    frame:release() -- gives the buffer back to the driver
    frames = frames + 1
  elseif status ~= v4lxx.AGAIN then
    check(nil, message)
  end
end
check(camera:stop())
