-- SPDX-License-Identifier: MIT
-- Verbs of several cameras in step.
local v4lxx = require "v4lxx"
local script = require "conformance.script"
local verbs = require "conformance.verbs"

local seconds, options, tell = script.seconds, script.options, verbs.tell

local function yes(value) return value and "yes" or "no" end
local function digits(value) return (tostring(value):gsub("[UL]+$", "")) end

local function put(objects, name, value, ...)
  objects[name] = value
  local outcome, failure = tell(value, ...)
  return value ~= nil and "ok" or outcome, failure
end

function verbs.group(objects, name, context, ...)
  local wanted = options({ ... }, 1)
  wanted.tolerance = wanted.tolerance and seconds(wanted.tolerance)
  wanted.most_held = wanted.most_held and tonumber(wanted.most_held)
  wanted.incomplete = wanted.incomplete and true
  return put(objects, name, objects[context]:group(wanted))
end

function verbs.join(objects, group, stream, offset) return tell(objects[group]:add(objects[stream], offset and seconds(offset))) end

function verbs.next_set(objects, name, group, time)
  local old = objects[name]
  objects[name] = nil
  if old then old:release() end
  return put(objects, name, objects[group]:next(seconds(time)))
end

local OF_SET = {
  number = function(set) return digits(set.number) end,
  count = function(set) return #set end,
  complete = function(set) return yes(set.complete) end,
  skew_us = function(set) return ("%.0f"):format(math.floor(tonumber(set.skew_ns) / 1000)) end,
  apart_us = function(set) return ("%.0f"):format(math.floor(tonumber(set:moment_ns(2) - set:moment_ns(1)) / 1000)) end,
}
function verbs.of_set(objects, set, name) return (OF_SET[name] or error("a set has no " .. name, 0))(objects[set]) end

function verbs.frame_of(objects, name, set, camera)
  local frame = objects[set][tonumber(camera) + 1]
  if not frame then return "missing" end
  objects[name] = frame:keep()
  return "ok"
end

local OF_GROUP = {
  skews = function(seen) return digits(seen.skew.count) end,
  match = function(seen) return tonumber(seen.match_by) == v4lxx.MATCH_SEQUENCES and "sequences" or "stamps" end,
}
function verbs.of_group(objects, group, name)
  local seen, message, status, problem = objects[group]:statistics()
  if not seen then return tell(nil, message, status, problem) end
  return (OF_GROUP[name] or function() return digits(seen[name]) end)(seen)
end

function verbs.of_camera(objects, group, camera, name)
  local seen, message, status, problem = objects[group]:camera(tonumber(camera) + 1)
  if not seen then return tell(nil, message, status, problem) end
  if name == "gone" then return yes(seen.is_gone ~= 0 and seen.is_gone ~= false) end
  return digits(seen[name])
end

return verbs
