-- SPDX-License-Identifier: MIT
-- The fourth result of a call that failed: all parts of the failure. tostring() of it is the whole message.
local raw = require "v4lxx.raw"
local class = require "v4lxx.class"

local properties = {
  __text = raw.error_get_message,
  message = raw.error_get_message,
  status = raw.error_get_status,
  status_name = function(failure) return raw.status_get_name(raw.error_get_status(failure)) end,
  code = raw.error_get_code,
  code_name = function(failure) return raw.code_get_name(raw.error_get_code(failure)) end,
  label = function(failure) return ("V4LXX-E%04d"):format(raw.error_get_code(failure)) end,
  operation = raw.error_get_operation,
  device = raw.error_get_device,
  asked = raw.error_get_asked,
  answer = raw.error_get_answer,
  cause = raw.error_get_cause,
  cause_checked = raw.error_is_cause_checked,
  advice = raw.error_get_advice,
  field = raw.error_get_field,
  request = raw.error_get_request,
  errno = raw.error_get_errno,
}

local metatable = class.immutable("error", properties)
metatable.__tostring = raw.error_get_message
return metatable
