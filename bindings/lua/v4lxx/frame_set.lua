-- SPDX-License-Identifier: MIT
-- A set: frames that were taken at the same time, one of each camera of a group. set[1] is the frame of the stream that was added first, nil if it
-- is missing; #set is how many cameras there are. Properties: number, skew_ns (-1: time stamps cannot be compared), complete, camera_count.
local raw = require "v4lxx.raw"

local Set = {}

-- Gives the frames back now, those apart that are held on their own. Twice is allowed.
function Set:release() raw.frame_set_unref(self) end

-- When the frame of a camera was taken, comparable with the others: nanoseconds. nil if it is missing.
function Set:moment_ns(camera)
  local moment = raw.frame_set_get_moment(self, camera - 1)
  if moment ~= 0 then return moment end
end

local properties = {
  released = raw.is_released,
  complete = function(set)
    local info = raw.frame_set_read_info(set)
    return info.is_complete ~= 0 and info.is_complete ~= false
  end,
}

return {
  __index = function(set, key)
    if type(key) == "number" then return raw.frame_set_get_frame(set, key - 1) end
    local property = properties[key]
    if property then return property(set) end
    return Set[key] or raw.frame_set_read_info(set)[key]
  end,
  __len = function(set) return tonumber(raw.frame_set_read_info(set).camera_count) end,
  __close = Set.release,
  __name = "v4lxx.frame_set",
  __tostring = function(set)
    if raw.is_released(set) then return "v4lxx.frame_set: released" end
    local info = raw.frame_set_read_info(set)
    return ("v4lxx.frame_set: %d, %d cameras"):format(tonumber(info.number), tonumber(info.camera_count))
  end,
}
