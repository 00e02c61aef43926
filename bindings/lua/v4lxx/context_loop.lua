-- SPDX-License-Identifier: MIT
-- The loop and the events of a context: many streams with one wait and one descriptor, and what happens besides frames.
local raw = require "v4lxx.raw"
local constants = require "v4lxx.constants"
local convert = require "v4lxx.convert"
local Context = require "v4lxx.context"
local Group = require "v4lxx.group"

local listen_bits = { devices = constants.LISTEN_DEVICES, streams = constants.LISTEN_STREAMS, simulated = constants.LISTEN_SIMULATED }

-- listen{ streams = true, devices = true, simulated = true }: which events are wanted from now on; none of them ends it, and drops what waits.
-- Up to 256 wait for the program; of more the oldest are dropped, and counted by missed_events().
function Context:listen(given)
  local unknown, flags = convert.options(given, listen_bits)
  local key = next(unknown)
  if key ~= nil then error("there are no events '" .. tostring(key) .. "': devices, streams, simulated", 2) end
  return raw.context_listen(self.handle, flags)
end

-- The next event. The timeout is in seconds: nil waits for ever, 0 does not wait. Without an event: nil and "again" or "timed_out".
function Context:next_event(timeout) return raw.context_next_event(self.handle, convert.timeout(timeout)) end

-- for event in context:events() do … end: waits for each. A failure, such as that of cancel(), is raised as an error.
function Context:events()
  return function()
    local event, message = raw.context_next_event(self.handle, -1)
    return event or error(message, 0)
  end
end

-- How many events were dropped because too many waited.
function Context:missed_events() return raw.context_get_missed_events(self.handle) end

-- A stream or the stream of a camera.
local function stream_of(thing)
  local stream = type(thing) == "table" and (rawget(thing, "stream") or thing)
  return stream and stream.handle or error("a stream expected, got " .. type(thing), 3)
end

-- Takes a stream into the loop; the tag, a number, stands for it. Neither keeps the other alive: a stream leaves when it is closed or collected,
-- and after a failure, from which it may be started and added again.
function Context:add_stream(stream, tag) return raw.context_add_stream(self.handle, stream_of(stream), tag or 0) end
-- One that is not in the loop is left as it is.
function Context:remove_stream(stream) raw.context_remove_stream(self.handle, stream_of(stream)) end

local function frame_and_tag(tag, frame, status, problem, tag_of_failure)
  if tag ~= nil then return frame, tag end
  return nil, frame, status, problem, tag_of_failure
end

-- The next frame of any stream in the loop, and its tag. Without a frame: nil, a message, status, error, and the tag of the stream: "end" once for
-- one that has ended, a failure of one once as well, and the others go on; "timed_out"; and "again" if there is none now, because the timeout was 0
-- or an event waits for next_event(). The frame is the caller's until it is released or collected.
function Context:next(timeout) return frame_and_tag(raw.context_dequeue(self.handle, convert.timeout(timeout))) end

-- In a coroutine of v4lxx.run(): as next() and next_event(), but others run meanwhile. If the context listens, another coroutine has to take
-- events, or else waiting for a frame is busy as long as an event waits; and the other way round.
function Context:await()
  while true do
    local frame, tag, status, problem, tag_of_failure = self:next(0)
    if status ~= constants.AGAIN then return frame, tag, status, problem, tag_of_failure end
    coroutine.yield(self)
  end
end
function Context:await_event()
  while true do
    local event, message, status, problem = self:next_event(0)
    if status ~= constants.AGAIN then return event, message, status, problem end
    coroutine.yield(self)
  end
end

-- Ends the wait in progress on this context, or the next one, once.
function Context:cancel() raw.context_cancel(self.handle) end

-- One descriptor for poll() and event loops: readable when next(0) or next_event(0) has something to say. It stays the context's: never read or
-- close it.
function Context:fd()
  local fd = raw.context_get_fd(self.handle)
  if fd < 0 then return nil, "the context has no descriptor: none was free" end
  return fd
end

-- group(options): several cameras in step; see v4lxx/group.lua.
function Context:group(given) return Group.create(self, given) end

return Context
