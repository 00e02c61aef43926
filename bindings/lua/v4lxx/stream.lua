-- SPDX-License-Identifier: MIT
-- One buffer queue of a device. Three ways to take frames: next() and frames() wait, fd() and next(0) poll, on_frame() and dispatch()
-- call a function.
local raw = require "v4lxx.raw"
local class = require "v4lxx.class"
local constants = require "v4lxx.constants"
local convert = require "v4lxx.convert"

local Stream = class.of("stream", {})

local option_bits = { deliver_corrupt = constants.STREAM_DELIVER_CORRUPT, step_down = constants.STREAM_STEP_DOWN,
  reconnect = constants.STREAM_RECONNECT, usb_reset = constants.STREAM_USB_RESET, guard = constants.STREAM_GUARD, large_pages = constants.STREAM_LARGE_PAGES }

-- Options: fourcc ("YUYV"), width, height, rate (30, "30000/1001"), buffers, deliver_corrupt, step_down, reconnect (a lost device is
-- no failure: taking frames waits until it is back). What is left out stays as it is.
-- usb_reset, with reconnect: what opening the device anew does not mend, a reset of its USB device may.
-- stall_after: as many seconds without a good frame are a failure, CODE_STREAM_STALLED; without it any time is allowed.
-- guard is for debugging: to read a frame whose buffer the driver has, by a pointer that was kept, is a fault.
-- While the program is slower than the camera: flow ("block", "latest", "drop_oldest", "drop_newest") and flow_depth; min_queued buffers are
-- kept for the driver by reserve ("copy", "drop", "grow", which makes it max_buffers at most). large_pages asks for such behind copies.
local function options_of(given)
  local options, flags = convert.options(given, option_bits)
  options.flags = flags
  options.fourcc = options.fourcc and convert.fourcc_code(options.fourcc)
  options.rate = options.rate and convert.rate(options.rate)
  options.flow = options.flow and convert.constant("FLOW_", options.flow)
  options.reserve = options.reserve and convert.constant("RESERVE_", options.reserve)
  options.stall_after_ns = options.stall_after and convert.timeout(options.stall_after)
  options.stall_after = nil
  options.buffer_count, options.buffers = options.buffers or options.buffer_count, nil
  return options
end

function Stream.create(device, given)
  local handle, message, status, problem = raw.stream_create(device.handle, options_of(given))
  if not handle then return nil, message, status, problem end
  return setmetatable({ handle = handle, device = device, name = device.name }, Stream)
end

function Stream:start() return raw.stream_start(self.handle) end
function Stream:stop() return raw.stream_stop(self.handle) end
-- Changes fourcc, width, height, rate and buffers, of a stream that runs or not. If it fails, all is as before.
function Stream:reconfigure(given) return raw.stream_reconfigure(self.handle, options_of(given)) end
function Stream:cancel() raw.stream_cancel(self.handle) end

-- Ends the use of the stream now; frames that were taken stay. Twice is allowed.
function Stream:close()
  raw.stream_close(self.handle)
  self.current = nil
end
Stream.__close = Stream.close

-- Closes, and waits until that is over; nil waits without end. If the driver does not return from a call in this time: nil and a message that
-- names the call. The stream is closed all the same, and the rest happens when the driver returns; called again it waits on.
function Stream:close_within(timeout)
  self.current = nil
  return raw.stream_close_within(self.handle, convert.timeout(timeout))
end

-- Seconds until a point in time, in nanoseconds as the arrival_ns of a frame is, for a wait that is to end there; 0 if it is past.
function Stream:time_left(deadline_ns) return tonumber(raw.stream_get_time_left(self.handle, deadline_ns)) / 1e9 end

-- The next frame. The timeout is in seconds: nil waits for ever, 0 does not wait. Without a frame: nil and "again", "timed_out" or "end".
-- The frame is the caller's until it is released or collected; a buffer that is not released in time is one the driver has not.
function Stream:next(timeout)
  return raw.stream_dequeue(self.handle, convert.timeout(timeout))
end

-- The next frame as next() gives it and all others that are ready, `most` of them at most, with one call: a table of frames. Without one as
-- next(). An end or a failure behind frames is told by the next call.
function Stream:next_many(most, timeout) return raw.stream_dequeue_many(self.handle, most, convert.timeout(timeout)) end

local function let_go(stream)
  local frame = stream.current
  stream.current = nil
  if frame then raw.frame_unref(frame) end
end

-- for frame in stream:frames{ timeout = 5 } do … end. A frame is good until the next turn; keep() makes one that lives longer. The loop
-- ends with the stream; a failure and a time-out are raised as errors.
function Stream:frames(options)
  local timeout = convert.timeout(options and options.timeout)
  let_go(self)
  local handle = self.handle
  local function turn()
    let_go(self)
    local frame, message, status = raw.stream_dequeue(handle, timeout)
    if frame then
      self.current = frame
      return frame
    end
    if status == constants.END then return nil end
    error(status == constants.TIMED_OUT and ("no frame within %g s"):format(timeout / 1e9) or message, 0)
  end
  local closing = _VERSION >= "Lua 5.4" and setmetatable({}, { __close = function() let_go(self) end }) or nil
  return turn, nil, nil, closing
end

-- One descriptor for poll() and event loops: readable when next(0) has something to say. It stays the stream's: never read or close it.
function Stream:fd()
  local fd = raw.stream_get_fd(self.handle)
  if fd < 0 then return nil, "the stream has no descriptor: it is closed, or none was free" end
  return fd
end

-- In a coroutine: the next frame, or nil, message, status. Yields the stream while there is none; resume it when fd() is readable, as
-- v4lxx.run() does.
function Stream:await()
  while true do
    local frame, message, status, problem = raw.stream_dequeue(self.handle, 0)
    if status ~= constants.AGAIN then return frame, message, status, problem end
    coroutine.yield(self)
  end
end

-- Bytes as a string: mode "frame" (default) reads one frame, which must fit, "bytes" reads as many as come. Without a size a whole frame
-- of the granted format fits. Of a frame that does not fit the fifth result is its size, and the frame stays to be read.
function Stream:read(size, mode, timeout)
  if size == nil then
    local format, message, status, problem = self:format()
    if not format then return nil, message, status, problem end
    size = 0
    for _, bytes in ipairs(format.size_bytes) do size = size + bytes end
  end
  return raw.stream_read(self.handle, size, convert.constant("READ_", mode or "frame"), convert.timeout(timeout))
end

-- Sets the function that dispatch() calls with (frame, stream), nil takes it away. The frame is lent for the call: keep() it. An error in
-- the function stops the stream and comes out of dispatch().
function Stream:on_frame(call)
  if call ~= nil and type(call) ~= "function" then error("on_frame takes a function or nil, not " .. type(call), 2) end
  if call == nil then
    self.call = nil
    return raw.stream_set_frame_callback(self.handle, nil)
  end
  -- The library holds what it is given, so that must not hold the stream.
  local weak = setmetatable({ stream = self }, { __mode = "v" })
  local good, message, status, problem = raw.stream_set_frame_callback(self.handle, function(frame)
    local stream = weak.stream
    return stream.call(frame, stream)
  end)
  if good then self.call = call end
  return good, message, status, problem
end

-- Waits for one frame and hands it to the function. Without one: nil and "again", "timed_out" or "end".
function Stream:dispatch(timeout) return raw.stream_dispatch(self.handle, convert.timeout(timeout)) end

-- What the driver granted. The format is a table with fourcc, width, height, stride_bytes, size_bytes and more.
function Stream:format() return convert.seen(raw.stream_read_format(self.handle)) end
function Stream:interval() return raw.stream_read_interval(self.handle) end
function Stream:buffer_count() return raw.stream_get_buffer_count(self.handle) end
function Stream:steps_down() return raw.stream_get_steps_down(self.handle) end
-- Every frame the driver counted, in one line each: delivered, driver_dropped, corrupt_dropped, held and more.
function Stream:account() return raw.stream_read_account(self.handle) end
-- The rate that was told and the one that was measured; check_rate() fails with the reason if frames come more slowly.
function Stream:rate() return raw.stream_read_rate(self.handle) end
-- How regularly frames come and how quickly they are taken: stamps_unset and the like, and the histograms `interval` and `delivery`,
-- which v4lxx.quantile() reads.
function Stream:statistics() return raw.stream_read_statistics(self.handle) end

local phases = { [0] = "stopped", "streaming", "ended", "away", "lost", "closed" }

-- What the stream does now, for who got no frame in time: phase ("streaming", "away" while a lost device is looked for, and more), queued,
-- held, last_frame_age_ns (-1: none came), input_status, exposure_ns, away_ns, attempts, last_code.
function Stream:state()
  local state, message, status, problem = raw.stream_read_state(self.handle)
  if not state then return nil, message, status, problem end
  state.phase = phases[tonumber(state.phase)] or state.phase
  return state
end
-- The frames that were handed out and not given back, of all starts, the oldest first: a table each with number, generation, age_ns, holder
-- (what Frame:set_holder said), bytes, references, buffer_index, flags.
function Stream:held() return convert.list("held", raw.held_list_at, raw.stream_list_held(self.handle)) end

-- The frame of a buffer by an address in it, a number: which one it was that somebody read after it was given back.
function Stream:find_frame(address) return raw.stream_find_frame(self.handle, address) end
function Stream:check_rate() return raw.stream_check_rate(self.handle) end

-- Takes frames until the exposure of the camera has settled, one second or 15 frames at most, and gives the last one. Options: timeout
-- of one frame (5), most_ns, most_frames.
function Stream:settled_frame(options)
  local timeout = options and options.timeout or 5
  local settling = { most_ns = options and options.most_ns, most_frames = options and options.most_frames }
  for count = 1, math.huge do
    local frame, message, status, problem = self:next(timeout)
    if not frame then return nil, message, status, problem end
    local added
    added, message, status, problem = raw.settling_add_frame(settling, frame)
    -- Where no brightness can be told the first frame is as good as any; a damaged one only counts.
    if status == constants.ERROR_UNSUPPORTED or (not added and count >= (settling.most_frames or 15)) then return frame end
    if added then
      if added.state ~= constants.SETTLING_MOVING then return frame, added end
      settling = added
    elseif status ~= constants.ERROR_DATA then
      return nil, message, status, problem
    end
    frame:release()
  end
end

return Stream
