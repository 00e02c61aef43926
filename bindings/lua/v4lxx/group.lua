-- SPDX-License-Identifier: MIT
-- Several cameras in step: a group of streams gives the frames that were taken at the same time, as sets.
local raw = require "v4lxx.raw"
local class = require "v4lxx.class"
local constants = require "v4lxx.constants"
local convert = require "v4lxx.convert"

local Group = class.of("group", {})

local option_bits = { incomplete = constants.GROUP_INCOMPLETE }
local function nanoseconds(seconds) return seconds and math.floor(seconds * 1e9 + 0.5) end

-- Options: match ("stamps", "sequences", "stamps_or_sequences"), tolerance and max_wait in seconds, most_held, incomplete.
function Group.create(context, given)
  local options, flags = convert.options(given, option_bits)
  options.flags = flags
  options.match_by, options.match = options.match and convert.constant("MATCH_", options.match), nil
  options.tolerance_ns, options.tolerance = nanoseconds(options.tolerance), nil
  options.max_wait_ns, options.max_wait = nanoseconds(options.max_wait), nil
  local handle, message, status, problem = raw.group_create(context.handle, options)
  if not handle then return nil, message, status, problem end
  return setmetatable({ handle = handle, streams = {} }, Group)
end

-- Takes the stream of a camera, or a stream, into the group; their order is that of the frames in a set. `offset`, in seconds, is added to its time
-- stamps.
function Group:add(thing, offset)
  local stream = type(thing) == "table" and (rawget(thing, "stream") or thing)
  if not (stream and stream.handle) then error("a stream expected, got " .. type(thing), 2) end
  local good, message, status, problem = raw.group_add_stream(self.handle, stream.handle, nanoseconds(offset) or 0)
  if good then self.streams[#self.streams + 1] = stream end
  return good, message, status, problem
end

-- The next set. The timeout is in seconds: nil waits for ever, 0 does not wait. Without a set: nil and "again", "timed_out" or "end", which means
-- that none can come any more; or a failure, and that of a stream is told once.
function Group:next(timeout) return raw.group_next(self.handle, convert.timeout(timeout)) end

-- for set in group:sets{ timeout = 5 } do … end. A set is good until the next turn. The loop ends where no set can come any more; a failure and a
-- time-out are raised as errors.
function Group:sets(options)
  local timeout = convert.timeout(options and options.timeout)
  local last
  return function()
    if last then raw.frame_set_unref(last) end
    local set, message, status = raw.group_next(self.handle, timeout)
    last = set
    if set or status == constants.END then return set end
    error(status == constants.TIMED_OUT and ("no set within %g s"):format(timeout / 1e9) or message, 0)
  end
end

-- In a coroutine of v4lxx.run(): as next(), but others run meanwhile.
function Group:await()
  while true do
    local set, message, status, problem = raw.group_next(self.handle, 0)
    if status ~= constants.AGAIN then return set, message, status, problem end
    coroutine.yield(self)
  end
end

function Group:cancel() raw.group_cancel(self.handle) end
-- One descriptor for poll() and event loops. It stays the group's: never read or close it.
function Group:fd() return raw.group_get_fd(self.handle) end

-- How it went: complete, incomplete, tolerance_ns, match_by, and the histogram `skew`, which v4lxx.quantile() reads.
function Group:statistics() return raw.group_read_statistics(self.handle) end
-- How a camera went: frames, in_complete, in_incomplete, unmatched, late, held, resets, interval_ns, drift_ppb, drift_frames, is_gone.
function Group:camera(number) return raw.group_read_camera(self.handle, number - 1) end

return Group
