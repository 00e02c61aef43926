-- SPDX-License-Identifier: MIT
-- The verbs of callbacks. How many functions were let go of is how many the collector took.
local verbs = require "conformance.verbs"
local script = require "conformance.script"

local FAILURE = "the function of the runner fails"
local tallies = setmetatable({}, { __mode = "k" })

local function tally_of(stream)
  tallies[stream] = tallies[stream] or { calls = 0, made = 0, alive = setmetatable({}, { __mode = "k" }) }
  return tallies[stream]
end

local kinds = {}
function kinds.count() end
function kinds.fail(_, tally)
  if tally.calls == 2 then error(FAILURE, 0) end
end
function kinds.stop(stream, tally) tally.inside = { stream:stop() } end
function kinds.dispatch(stream, tally) tally.inside = { stream:dispatch(0) } end

function verbs.callback(objects, name, kind)
  local stream = objects[name]
  if kind == "none" then return verbs.tell(stream:on_frame(nil)) end
  local tally, inside = tally_of(stream), kinds[kind] or error("there is no callback " .. kind, 0)
  tally.calls, tally.made = 0, tally.made + 1
  local function call(_, self)
    tally.calls = tally.calls + 1
    inside(self, tally)
  end
  tally.alive[call] = true
  return verbs.tell(stream:on_frame(call))
end

function verbs.dispatch(objects, name, time)
  local results = { pcall(objects[name].dispatch, objects[name], script.seconds(time)) }
  if results[1] then return verbs.tell(results[2], results[3], results[4], results[5]) end
  if results[2] ~= FAILURE then error(results[2], 0) end
  return nil, { status = "CALLBACK", message = FAILURE }
end

function verbs.calls(objects, name) return tally_of(objects[name]).calls end

function verbs.inside(objects, name)
  local inside = tally_of(objects[name]).inside
  return verbs.tell(inside[1], inside[2], inside[3], inside[4])
end

function verbs.destroyed(objects, name)
  -- Code that LuaJIT has compiled for a function holds that function.
  if type(jit) == "table" then jit.flush() end
  collectgarbage()
  collectgarbage()
  local tally = tally_of(objects[name])
  local gone = tally.made
  for _ in pairs(tally.alive) do gone = gone - 1 end
  return gone
end
