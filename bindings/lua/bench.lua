-- SPDX-License-Identifier: MIT
-- What the binding costs: lines "bench LANGUAGE WHAT NUMBER UNIT". usage: LUA bench.lua [FRAMES]
-- call: one cheap call. frame: one turn of a loop over a camera that waits for nothing: next frame, width, height, sequence, pointer and
-- size of plane 1, release. Best of 5 runs. frame_memory: of Lua's own heap for each frame, until the collector has it back.
local folder = arg[0]:match "^(.*)/[^/]*$" or "."
package.path = folder .. "/?.lua;" .. folder .. "/?/init.lua;" .. package.path
local v4lxx = require "v4lxx"

local FRAMES, CALLS, RUNS = tonumber(arg[1]) or 200000, 2000000, 5
local language = type(jit) == "table" and "luajit" or "lua" .. _VERSION:match "[%d.]+"

local function print_line(what, number, unit) print(("bench %s %s %.1f %s"):format(language, what, number, unit)) end

local function best(run)
  local least = math.huge
  for _ = 1, RUNS do least = math.min(least, run()) end
  return least
end

local function time_calls()
  local call = v4lxx.raw.version_get_number
  local start = os.clock()
  for _ = 1, CALLS do call() end
  return (os.clock() - start) / CALLS * 1e9
end

local sum = 0
local function take(camera, count)
  for _ = 1, count do
    local frame = camera:next()
    local pointer, size = frame:pointer(1)
    sum = sum + frame.width + frame.height + frame.sequence + (pointer and size or 0)
    frame:release()
  end
end

local function time_frames(run)
  local camera = assert(v4lxx.open "sim:camera,clock=virtual,pattern=cells")
  take(camera, 1000)
  local value = run(camera)
  camera:close()
  return value
end

local function duration(camera)
  local start = os.clock()
  take(camera, FRAMES)
  return (os.clock() - start) / FRAMES * 1e9
end

local function memory(camera)
  collectgarbage()
  collectgarbage "stop"
  local before = collectgarbage "count"
  take(camera, 1000)
  local used = (collectgarbage "count" - before) * 1024 / 1000
  collectgarbage "restart"
  return used
end

print_line("call", best(time_calls), "ns")
print_line("frame", best(function() return time_frames(duration) end), "ns")
print_line("frame_memory", time_frames(memory), "bytes")
assert(sum > 0)
