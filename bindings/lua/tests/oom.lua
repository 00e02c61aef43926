-- SPDX-License-Identifier: MIT
-- Each allocation of Lua fails once, at every place of what programs do: an error of Lua, no fault, and nothing of the library is lost.
-- Run by oom_host.c, which has fail_allocation().
local v4lxx = require "v4lxx"

local NAME = "sim:camera,clock=virtual,pattern=cells,format=YUYV,size=64x48"
local context = assert(v4lxx.context())
local inside = 0

local programs = {
  open_and_take = function()
    local camera = assert(v4lxx.open(NAME, { context = context, buffers = 4 }))
    local frame = assert(camera:next(5))
    assert(frame.width == 64 and #frame:string(1, 1, 8) == 8 and frame:pointer())
    frame:keep():release()
    assert(camera:format().fourcc == "YUYV" and camera:account().delivered == 1)
    camera:close()
  end,
  a_failure = function()
    local camera, message, status, problem = context:open "/dev/v4lxx-no-such-node"
    assert(not camera and message and status == v4lxx.ERROR_NOT_FOUND and problem.code == v4lxx.CODE_NO_SUCH_NODE)
  end,
  lists = function()
    local device = assert(context:open(NAME))
    assert(#assert(context:list { simulated = true }) > 0 and #assert(device:formats()) > 0 and assert(device:control "brightness").name)
  end,
  a_callback = function()
    local camera = assert(v4lxx.open(NAME, { context = context }))
    assert(camera:on_frame(function(frame) inside = inside + frame.height end))
    assert(camera:start())
    assert(camera:dispatch(5))
  end,
  a_callback_that_fails = function()
    local camera = assert(v4lxx.open(NAME, { context = context }))
    assert(camera:on_frame(function() error { "a table" } end))
    assert(camera:start())
    assert(not pcall(camera.dispatch, camera, 5))
  end,
  a_log = function()
    local other = assert(v4lxx.context())
    assert(other:set_log("debug", function(message) inside = inside + #message end))
    assert(v4lxx.open(NAME, { context = other })):close()
  end,
  reading = function()
    local camera = assert(v4lxx.open(NAME, { context = context }))
    assert(#assert(camera:read(6144)) == 6144)
    assert(not camera:read(10))
  end,
}

local names = {}
for name in pairs(programs) do names[#names + 1] = name end
table.sort(names)
for _, name in ipairs(names) do
  local run, count = programs[name], 0
  run() -- what is loaded once is there
  repeat
    count = count + 1
    collectgarbage()
    fail_allocation(count)
    local good, problem = pcall(run)
    local failed = fail_allocation(0)
    if not good and not failed then error(name .. ": " .. tostring(problem), 0) end
  until not failed
  collectgarbage()
  collectgarbage()
  print(("ok U39_no_memory_at_any_place_of_%s # %d places"):format(name, count))
end
print("1.." .. #names)
