-- SPDX-License-Identifier: MIT
-- What each verb of a scenario does, with the binding as everybody uses it. A verb gives the outcome as a text; a call that failed gives
-- its nil, message, status, error through `tell`.
local v4lxx = require "v4lxx"
local script = require "conformance.script"

local verbs = {}
local seconds, options = script.seconds, script.options

local function yes(value) return value and "yes" or "no" end

-- nil, message, status, error -> "again" or a failure; what succeeded is "ok" or the value itself.
local function tell(value, message, status, problem)
  if value ~= nil and value ~= false then return value == true and "ok" or value end
  if status and status >= 0 then return message end
  return nil, { status = problem and problem.status_name:gsub("^ERROR_", "") or v4lxx.raw.status_get_name(status):gsub("^ERROR_", ""),
    code = problem and problem.label:gsub("^V4LXX%-", ""), message = message, error = problem }
end
verbs.tell = tell

local function index_failure(message) return nil, { status = "INDEX", message = message } end

local function put(objects, name, value, ...)
  if value ~= nil then objects[name] = value end
  local outcome, failure = tell(value, ...)
  return value ~= nil and "ok" or outcome, failure
end

-- What was there before is let go of first.
local function clear(objects, name)
  local old = objects[name]
  objects[name] = nil
  if old and v4lxx.raw.kind(old) == "frame" then old:release() end
  if old then collectgarbage() end
end

function verbs.context(objects, name)
  clear(objects, name)
  return put(objects, name, v4lxx.context())
end

function verbs.simulated(objects, context, name) return tell(objects[context]:add_simulated(name)) end

function verbs.list(objects, name, context, which)
  clear(objects, name)
  return put(objects, name, objects[context]:list { simulated = which == "simulated" })
end

function verbs.count(objects, list) return #objects[list] end

local function field(info, name)
  if name == "simulated" then return yes(info.simulated) end
  return info[name] or error("a device has no " .. name, 0)
end

function verbs.entry(objects, list, index, name)
  local info = objects[list][tonumber(index) + 1]
  if not info then return index_failure "nil" end
  return field(info, name)
end

function verbs.open(objects, name, context, path)
  clear(objects, name)
  return put(objects, name, objects[context]:open(path))
end

function verbs.device(objects, device, name) return field(objects[device].info, name) end

function verbs.formats(objects, device, fourcc)
  local formats, message, status, problem = objects[device]:formats()
  if not formats then return tell(formats, message, status, problem) end
  for _, format in ipairs(formats) do
    if format.fourcc == fourcc then return "yes" end
  end
  return "no"
end

function verbs.negotiate(objects, device, ...)
  local wish = options({ ... }, 1)
  if wish.fourcc then
    wish.formats = {}
    for format in wish.fourcc:gmatch "[^+]+" do wish.formats[#wish.formats + 1] = format end
  end
  wish.rate, wish.fps, wish.fourcc = wish.fps, nil, nil
  return tell(objects[device]:negotiate(wish) and true)
end

local function field_of(name, value, ...)
  if not value then return tell(value, ...) end
  return value[name] or error("there is no " .. name, 0)
end

function verbs.format(objects, device, name) return field_of(name, objects[device]:format()) end

local function digits(value) return (tostring(value):gsub("[UL]+$", "")) end

function verbs.get(objects, device, control)
  local value, message, status, problem = objects[device]:get(control)
  if value == nil then return tell(nil, message, status, problem) end
  if type(value) == "number" then return ("%.0f"):format(value) end
  return digits(value)
end

function verbs.set(objects, device, control, value)
  local good, message, status, problem = objects[device]:set(control, tonumber(value) or value)
  return tell(good ~= nil and true or nil, message, status, problem)
end

local function stream_options(words)
  local wanted = options(words, 1)
  wanted.rate, wanted.fps = wanted.fps, nil
  wanted.stall_after, wanted.stall_after_ms = wanted.stall_after_ms and wanted.stall_after_ms / 1000, nil
  wanted.deliver_corrupt = wanted.deliver_corrupt == "yes"
  wanted.reconnect = wanted.reconnect == "yes"
  wanted.usb_reset = wanted.usb_reset == "yes"
  return wanted
end

function verbs.stream(objects, name, device, ...)
  clear(objects, name)
  return put(objects, name, objects[device]:stream(stream_options { ... }))
end

function verbs.reconfigure(objects, stream, ...) return tell(objects[stream]:reconfigure(stream_options { ... })) end

function verbs.granted(objects, stream, name)
  if name == "buffers" then return objects[stream]:buffer_count() end
  return field_of(name, objects[stream]:format())
end

function verbs.start(objects, stream) return tell(objects[stream]:start()) end
function verbs.stop(objects, stream) return tell(objects[stream]:stop()) end

function verbs.cancel(objects, stream)
  objects[stream]:cancel()
  return "ok"
end

function verbs.next(objects, name, stream, time)
  clear(objects, name)
  return put(objects, name, objects[stream]:next(seconds(time)))
end

function verbs.wait(objects, stream, time)
  local ready, message, status = v4lxx.poll({ objects[stream] }, seconds(time))
  if ready then return "ready" end
  return status == v4lxx.TIMED_OUT and "nothing" or error(message, 0)
end

local PICTURES = { "unknown", "key", "predicted", "bidirectional", "not_key" }

function verbs.info(objects, frame, name)
  frame = objects[frame]
  if name == "planes" then return frame.plane_count end
  if name == "clock" or name == "stamp_clock" then return frame[name .. "_name"] end
  if name == "crop" then
    local crop = frame.crop
    return crop and ("%dx%d%+d%+d"):format(crop.width, crop.height, crop.left, crop.top) or "-"
  end
  if name == "picture" then return PICTURES[frame.picture_type + 1] end
  if name ~= "flags" then return frame[name] end
  local flags = {}
  for _, flag in ipairs { "corrupt", "short", "key", "last", "copied", "stamp_unset", "stamp_repeated", "stamp_backward", "stamp_future" } do
    if frame[flag] then flags[#flags + 1] = flag end
  end
  return flags[1] and table.concat(flags, "+") or "-"
end

local CONVERTED = {
  ahead = function(time, frame) return ("%.0f"):format((tonumber(time.time_ns) - tonumber(frame.timestamp_ns)) / 1e9) end,
  error = function(time) return time.error_ns end,
  steps = function(time) return time.steps end,
  tai_offset = function(time) return time.tai_offset_s end,
}
function verbs.convert(objects, frame, to, name)
  frame = objects[frame]
  local time, message, status, problem = frame:convert_time(to)
  if not time then return tell(nil, message, status, problem) end
  return digits((CONVERTED[name] or error("there is no " .. name, 0))(time, frame))
end

function verbs.time(objects, context, time, from, to)
  local told, message, status, problem = objects[context]:convert_time(math.floor(seconds(time) * 1e9), from, to)
  if not told then return tell(nil, message, status, problem) end
  return ("%.0f"):format(tonumber(told.time_ns))
end

function verbs.bytes(objects, frame, plane)
  local pointer, size = objects[frame]:pointer(tonumber(plane) + 1)
  if pointer == nil then return index_failure(size) end
  return size
end

function verbs.checksum(objects, frame) return ("%08x"):format(objects[frame]:checksum()) end

function verbs.keep(objects, name, frame)
  clear(objects, name)
  return put(objects, name, objects[frame]:keep())
end

function verbs.hold(objects, frame, holder)
  objects[frame]:set_holder(tonumber(holder))
  return "ok"
end

function verbs.held(objects, stream, index, name)
  local held, message, status, problem = objects[stream]:held()
  if not held then return tell(nil, message, status, problem) end
  if index == "count" then return #held end
  return digits(field_of(name, held[tonumber(index) + 1]))
end

function verbs.release(objects, frame)
  objects[frame]:release()
  return "ok"
end

function verbs.read(objects, stream, size, mode, time)
  local text, message, status, problem = objects[stream]:read(tonumber(size), mode, seconds(time))
  if text then return #text end
  return tell(nil, message, status, problem)
end

function verbs.account(objects, stream, name) return field_of(name, objects[stream]:account()) end

local STATISTICS = {
  intervals = function(seen) return seen.interval.count end,
  deliveries = function(seen) return seen.delivery.count end,
  longest_interval = function(seen) return seen.interval.most_ns end,
  interval_990 = function(seen) return v4lxx.quantile(seen.interval, 0.99) end,
}
function verbs.statistics(objects, stream, name)
  local seen, message, status, problem = objects[stream]:statistics()
  if not seen then return tell(nil, message, status, problem) end
  return (STATISTICS[name] or function() return seen[name] end)(seen)
end

function verbs.state(objects, stream, name) return field_of(name, objects[stream]:state()) end

function verbs.listen(objects, context, ...)
  local wanted = {}
  for _, word in ipairs { ... } do wanted[word] = true end
  return tell(objects[context]:listen(wanted))
end

-- The last event, and the tag that the loop told last, are kept under names that no scenario has.
function verbs.event(objects, context, time)
  local event, message, status, problem = objects[context]:next_event(seconds(time))
  objects["last event"] = event
  if not event then return tell(nil, message, status, problem) end
  return event.kind
end

local TOLD = {
  code = function(event) return ("E%04d"):format(event.code) end,
  card = function(event) return event.device.card end,
  delivered = function(event) return event.frames_delivered end,
  lost = function(event) return event.frames_lost end,
}
function verbs.told(objects, name)
  local event = objects["last event"] or error("nothing was told", 0)
  return (TOLD[name] or function() return event[name] end)(event)
end

function verbs.add_stream(objects, context, stream, tag) return tell(objects[context]:add_stream(objects[stream], tonumber(tag))) end

function verbs.remove_stream(objects, context, stream)
  objects[context]:remove_stream(objects[stream])
  return "ok"
end

function verbs.next_of(objects, name, context, time)
  clear(objects, name)
  local frame, second, status, problem, tag = objects[context]:next(seconds(time))
  objects["last tag"] = frame and second or tag
  return put(objects, name, frame, second, status, problem)
end

function verbs.of(objects) return objects["last tag"] end

-- They become NAME1, NAME2 and so on.
function verbs.next_many(objects, name, stream, most, time)
  local frames, message, status, problem = objects[stream]:next_many(tonumber(most), seconds(time))
  if not frames then return tell(nil, message, status, problem) end
  for i, frame in ipairs(frames) do
    clear(objects, name .. i)
    objects[name .. i] = frame
  end
  return #frames
end

function verbs.left(objects, stream, frame, later)
  return math.floor(objects[stream]:time_left(objects[frame].arrival_ns + math.floor(seconds(later) * 1e9)) * 1000 + 0.5)
end

function verbs.close_within(objects, name, time) return tell(objects[name]:close_within(seconds(time))) end

function verbs.close(objects, name)
  objects[name]:close()
  return "ok"
end

function verbs.drop(objects, name)
  clear(objects, name)
  return "ok"
end

function verbs.collect()
  collectgarbage()
  collectgarbage()
  return "ok"
end

function verbs.fail_allocation()
  local library = os.getenv "V4LXX_FAILING_NEW" or error("V4LXX_FAILING_NEW names no library", 0)
  assert(package.loadlib(library, "v4lxx_failing_new_arm"))()
  return "ok"
end

function verbs.library(_, name)
  if name == "loaded" then return yes(v4lxx.raw.version_get_number() > 0) end
  return (v4lxx.version())
end

function verbs.error(objects, name)
  local failure = objects.last_failure or error("nothing failed", 0)
  if name == "status" or name == "code" then return failure[name] end
  return failure.error[name]
end

return verbs
