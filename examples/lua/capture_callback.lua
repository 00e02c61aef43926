-- Takes 30 frames by a callback, which runs only inside dispatch().
-- Run: lua capture_callback.lua [DEVICE]
local v4lxx = require "v4lxx"

local function check(value, message)
  if value then return value end
  io.stderr:write(message == "timed_out" and "no frame within 5 seconds" or message, "\n")
  os.exit(1, true)
end

local camera = check(v4lxx.open(arg[1]))
print(camera.name)
local frames = 0
check(camera:on_frame(function(frame)
  print(("frame %d: %dx%d, %d bytes"):format(frame.sequence, frame.width, frame.height, frame.plane_bytes[1]))
  frames = frames + 1 -- frame:keep() would keep the frame longer than this call
end))
-- An error in the function above would stop the stream and come out of dispatch().
while frames < 30 do check(camera:dispatch(5)) end
check(camera:stop())
