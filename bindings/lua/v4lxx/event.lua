-- SPDX-License-Identifier: MIT
-- An event: what a context tells besides frames. tostring() of it is a sentence for people. Properties: kind ("device_added", "ended", …), tag,
-- device (an info), text, and the fields of v4lxx_event_info: time_ns, code, attempts, span_ns, frames_lost and more.
local raw = require "v4lxx.raw"

local properties = {
  kind = function(event) return raw.event_kind_get_name(raw.event_read_info(event).kind) end,
  text = raw.event_get_text,
  device = raw.event_get_device,
}

return {
  __index = function(event, key)
    local property = properties[key]
    if property then return property(event) end
    return raw.event_read_info(event)[key]
  end,
  __name = "v4lxx.event",
  __tostring = raw.event_get_text,
}
