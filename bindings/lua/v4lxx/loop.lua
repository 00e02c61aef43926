-- SPDX-License-Identifier: MIT
-- Waiting for several streams at once: poll(), and a small loop for coroutines. Other event loops take fd() just as well.
local raw = require "v4lxx.raw"
local constants = require "v4lxx.constants"

local loop = {}

-- poll(things, timeout): those of the things that are readable, in order: streams, cameras, anything with fd(), and descriptors. Waits
-- `timeout` seconds at most, for ever without one. nil, "timed_out" and its status if nothing was, and after a signal.
function loop.poll(things, timeout)
  if type(things) ~= "table" then error("poll takes a table of what it waits for, not " .. type(things), 2) end
  local descriptors, ready = {}, {}
  for i, thing in ipairs(things) do
    local fd, message, status, problem = thing, nil, nil, nil
    if type(thing) ~= "number" then
      fd, message, status, problem = thing:fd()
      if not fd then return nil, message, status, problem end
    end
    descriptors[i] = fd
  end
  local milliseconds = (timeout == nil or timeout < 0) and -1 or math.floor(math.min(timeout * 1000 + 0.5, 2 ^ 31 - 1))
  local readable, message, number = raw.poll(descriptors, milliseconds)
  if not readable then return nil, message, number end
  for i, thing in ipairs(things) do
    if readable[i] then ready[#ready + 1] = thing end
  end
  if #ready == 0 then return nil, "timed_out", constants.TIMED_OUT end
  return ready
end

-- run(f, g, …): runs the functions as coroutines until all have ended. Where one yields a stream or a descriptor, as await() does, it goes
-- on when that is readable. An error in one is raised.
function loop.run(...)
  local waiting, order = {}, {}
  local function resume(thread)
    local good, thing = coroutine.resume(thread)
    if not good then error(thing, 0) end
    if coroutine.status(thread) == "dead" then return end
    if thing == nil then error("a coroutine of run() yields what it waits for", 0) end
    order[#order + 1] = thread
    waiting[#order] = thing
  end
  for _, call in ipairs { ... } do resume(coroutine.create(call)) end
  while #order > 0 do
    local ready, message, status = loop.poll(waiting)
    if not ready and status ~= constants.TIMED_OUT then error(message, 0) end
    local threads, things, is_ready = order, waiting, {}
    for _, thing in ipairs(ready or {}) do is_ready[thing] = true end
    order, waiting = {}, {}
    for i, thread in ipairs(threads) do
      if is_ready[things[i]] then
        resume(thread)
      else
        order[#order + 1], waiting[#order + 1] = thread, things[i]
      end
    end
  end
end

return loop
