-- SPDX-License-Identifier: MIT
-- What tests/bench/v4lxx_capture.c does in C; see stopwatch.h there. A turn is timed on LuaJIT only: Lua has no clock that is fine enough.
-- usage: LUA capture_bench.lua DEVICE FRAMES WIDTH HEIGHT FPS [timed]
local v4lxx = require "v4lxx"

local device, frames, width, height, fps = arg[1], tonumber(arg[2]), tonumber(arg[3]), tonumber(arg[4]), tonumber(arg[5])
assert(fps, "usage: capture_bench.lua DEVICE FRAMES WIDTH HEIGHT FPS [timed]")

local timed = arg[6] == "timed"
local now_ns = function() return 0 end
if timed and type(jit) == "table" then
  local ffi = require "ffi"
  ffi.cdef "struct bench_time { long seconds, ns; }; int clock_gettime(int clock, struct bench_time *time);"
  local time = ffi.new "struct bench_time"
  now_ns = function()
    ffi.C.clock_gettime(1, time)
    return tonumber(time.seconds) * 1e9 + tonumber(time.ns)
  end
end

local camera = assert(v4lxx.open(device, { fourcc = "YUYV", width = width, height = height, rate = fps, buffer_count = 4 }))
assert(camera:next(5)):release()
local turns = {}
for turn = 1, frames - 1 do
  if timed then assert(v4lxx.poll({ camera }, 5)) end
  local began = now_ns()
  assert(camera:next(5)):release()
  turns[turn] = now_ns() - began
end
table.sort(turns)
print(("frames %d lost %d turn_ns %d"):format(frames, camera:account().driver_dropped, turns[math.ceil(#turns / 2)]))
