-- SPDX-License-Identifier: MIT
-- What everything hangs off: the devices of the machine, simulated devices, the log, the doctor.
local raw = require "v4lxx.raw"
local class = require "v4lxx.class"
local constants = require "v4lxx.constants"
local convert = require "v4lxx.convert"
local Device = require "v4lxx.inputs"

local Context = class.of("context", {})

function Context.create()
  local handle, message, status, problem = raw.context_create(nil)
  if not handle then return nil, message, status, problem end
  return setmetatable({ handle = handle }, Context)
end

local function opened(context, handle, ...)
  if not handle then return nil, ... end
  return Device.adopt(handle, context)
end

-- A device by path, id, card pattern or "sim:…".
function Context:open(name)
  return opened(self, raw.device_open(class.handle(self, Context), name, nil))
end

-- A device over a descriptor that somebody else opened; the caller keeps its own.
function Context:open_fd(fd)
  return opened(self, raw.device_open_fd(class.handle(self, Context), fd, nil))
end

local list_bits = { simulated = constants.LIST_SIMULATED, all = constants.LIST_ALL }

-- The devices of the machine as a table of infos; `note` says why it is empty. Options: simulated, all.
function Context:list(given)
  local _, flags = convert.options(given, list_bits)
  local list, message, status, problem = raw.context_list_devices(self.handle, flags)
  if not list then return nil, message, status, problem end
  local infos = convert.entries(raw.device_list_get_count(list), function(i) return raw.device_list_get(list, i) end)
  infos.note = raw.device_list_get_note(list)
  return infos
end

function Context:add_simulated(name) return raw.context_add_simulated(self.handle, name) end

-- A time of one clock by another; times in nanoseconds, clocks "monotonic", "realtime", "boottime" and "tai". A table with time_ns, error_ns,
-- steps, tai_offset_s.
function Context:convert_time(time_ns, from, to)
  return convert.told(raw.context_convert_time(self.handle, time_ns, convert.clock(from), convert.clock(to)))
end

-- Seconds until a point in time, in nanoseconds of the monotonic clock, for a wait that is to end there; 0 if it is past.
function Context:time_left(deadline_ns) return tonumber(raw.context_get_time_left(self.handle, deadline_ns)) / 1e9 end

-- The function gets (message, record) of everything up to a level: "error", "warning", "info", "debug"; "none" or no function ends it.
-- An error in the function is raised by the call that had something to tell, or by the next one that can fail.
function Context:set_log(level, call)
  level = convert.constant("LOG_", level)
  if call == nil then return raw.context_set_log(self.handle, level, nil) end
  if type(call) ~= "function" then error("set_log takes a function, not " .. type(call), 2) end
  return raw.context_set_log(self.handle, level, function(record)
    local number = raw.log_record_get_level(record)
    local message = raw.log_record_get_message(record)
    call(message, { message = message, level = number, level_name = raw.log_level_get_name(number), topic = raw.log_record_get_topic(record),
      code = raw.log_record_get_code(record), device = raw.log_record_get_device(record), left_out = raw.log_record_get_left_out(record) })
  end)
end

-- How many messages were kept back.
function Context:log_left_out() return raw.context_get_log_left_out(self.handle) end

local examine_bits = { no_capture = constants.EXAMINE_NO_CAPTURE, simulated = constants.EXAMINE_SIMULATED }

-- Why does my camera not work? A table of findings with severity, check, found, meaning, advice; `worst` is the worst severity. Without
-- a name all cameras. Options: no_capture, simulated.
function Context:examine(name, given)
  local _, flags = convert.options(given, examine_bits)
  local all, message, status, problem = raw.context_examine(self.handle, name, flags)
  if not all then return nil, message, status, problem end
  local findings = convert.entries(raw.examination_get_count(all), function(i)
    local severity, check = raw.examination_get_severity(all, i), raw.examination_get_check(all, i)
    return { severity = severity, severity_name = raw.severity_get_name(severity), check = check, check_name = raw.check_get_name(check),
      code = raw.examination_get_code(all, i), device = raw.examination_get_device(all, i), found = raw.examination_get_found(all, i),
      meaning = raw.examination_get_meaning(all, i), meaning_checked = raw.examination_is_meaning_checked(all, i),
      advice = raw.examination_get_advice(all, i) }
  end)
  findings.worst = raw.examination_get_worst(all)
  return findings
end

return Context
