-- Takes one picture, once the exposure of the camera has settled, and writes it as PNG.
-- Run: lua snap.lua [DEVICE] [FILE]
local v4lxx = require "v4lxx"

local function check(value, message)
  if value then return value end
  io.stderr:write(message, "\n")
  os.exit(1, true)
end

local name = arg[2] or "snap.png"
local camera = check(v4lxx.open(arg[1] or "sim:camera"))
local frame = check(camera:settled_frame())
local picture = check(frame:encode "png") -- a string: the bytes of the file
local file = check(io.open(name, "wb"))
file:write(picture)
file:close()
print(("wrote %s: %dx%d from %s"):format(name, frame.width, frame.height, v4lxx.pixel_format(frame.fourcc).name))
