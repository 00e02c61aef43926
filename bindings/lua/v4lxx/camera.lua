-- SPDX-License-Identifier: MIT
-- A device and its stream in one object, for the simple case. Every method of both works on it; `camera.device`, `camera.stream` and
-- `camera.context` are the parts.
local class = require "v4lxx.class"
local constants = require "v4lxx.constants"
local convert = require "v4lxx.convert"
local Context = require "v4lxx.context"
local Device = require "v4lxx.device"
local Stream = require "v4lxx.stream"

local Camera = {}

for name, method in pairs(Device) do
  if type(method) == "function" then Camera[name] = function(camera, ...) return method(camera.device, ...) end end
end
for name, method in pairs(Stream) do
  if type(method) == "function" then Camera[name] = function(camera, ...) return method(camera.stream, ...) end end
end
Camera.__tostring, Camera.stream, Camera.adopt, Camera.create = nil, nil, nil, nil
class.of("camera", Camera)

-- What takes frames starts the camera if it was not started.
for _, name in ipairs { "next", "next_many", "frames", "await", "read", "dispatch", "fd", "settled_frame" } do
  local method = Stream[name]
  Camera[name] = function(camera, ...)
    if not camera.started then
      local good, message, status, problem = camera:start()
      if not good then
        if name == "frames" then error(message, 0) end
        return nil, message, status, problem
      end
    end
    return method(camera.stream, ...)
  end
end

-- What is set now: before the start that of the device, which negotiate() may have changed since the stream was made.
for _, name in ipairs { "format", "interval" } do
  Camera[name] = function(camera)
    local part = camera.started and camera.stream or camera.device
    return part[name](part)
  end
end

function Camera:start()
  local good, message, status, problem = self.stream:start()
  self.started = good and true or self.started
  return good, message, status, problem
end

function Camera:stop()
  self.started = false
  return self.stream:stop()
end

-- Ends everything, and waits until the driver has let go of the device: see Device:close_within.
function Camera:close_within(timeout)
  local good, message, status, problem = self.device:close_within(timeout)
  if good then self:close() end
  return good, message, status, problem
end

-- Ends everything now; frames that were taken stay.
function Camera:close()
  self.stream:close()
  self.device:close()
end
Camera.__close = Camera.close

-- open(name, options): the camera of that name, without one the first that there is, the simulated one if there is no other. Options:
-- those of a stream, and `context` to open it in.
function Camera.open(name, given)
  local options, context, message, status, problem = convert.options(given, {}), nil, nil, nil, nil
  context, options.context = options.context, nil
  if not context then
    context, message, status, problem = Context.create()
    if not context then return nil, message, status, problem end
  end
  if name == nil then
    local infos
    infos, message, status, problem = context:list { simulated = true }
    if not infos then return nil, message, status, problem end
    if not infos[1] then return nil, infos.note, constants.ERROR_NOT_FOUND end
    name = infos[1].path
  end
  local device
  device, message, status, problem = context:open(name)
  if not device then return nil, message, status, problem end
  local stream
  stream, message, status, problem = device:stream(options)
  if not stream then return nil, message, status, problem end
  return setmetatable({ context = context, device = device, stream = stream, info = device.info, name = device.name, started = false }, Camera)
end

return Camera
