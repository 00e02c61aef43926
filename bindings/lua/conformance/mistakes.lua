-- SPDX-License-Identifier: MIT
-- The mistakes of ../../conformance/scenarios/bad_input.txt, made as one makes them in Lua. Each is an error of Lua, or a failure.
local v4lxx = require "v4lxx"
local verbs = require "conformance.verbs"

local NAME = "sim:camera,clock=virtual,pattern=cells"
local mistakes = {}

function mistakes.nil_name(m) return m.context:open(nil) end
function mistakes.number_for_name(m) return m.context:open(7) end
function mistakes.name_with_nul(m) return m.context:open("sim:\0camera") end
function mistakes.nil_context(m) return m.context.open(nil, NAME) end
function mistakes.nil_device(m) return m.device.stream(nil, {}) end
function mistakes.wrong_object(m) return v4lxx.raw.stream_create(m.stream.handle, nil) end
function mistakes.width_negative(m) return m.another:stream { width = -1 } end
function mistakes.width_too_large(m) return m.another:stream { width = 2 ^ 32 } end
function mistakes.width_fraction(m) return m.another:stream { width = 1.5 } end
function mistakes.width_text(m) return m.another:stream { width = "wide" } end
function mistakes.time_text(m) return m.stream:next "soon" end
function mistakes.time_not_a_number(m) return m.stream:next(0 / 0) end
function mistakes.control_value_huge(m) return m.device:set("brightness", 2 ^ 63) end
function mistakes.control_value_table(m) return m.device:set("brightness", { 1 }) end
function mistakes.callback_no_function(m) return m.stream:on_frame(7) end
function mistakes.released_info(m) return m.frame.width end
function mistakes.released_bytes(m) return m.frame:string(1) end
function mistakes.closed_context(m)
  v4lxx.raw.context_unref(m.context.handle)
  return m.context:open(NAME)
end
-- The size is not for a program to say: there is no such field.
function mistakes.abi_too_small(m) return v4lxx.raw.stream_create(m.device.handle, { struct_size = 4 }) end
-- Allowed, which counts as refused.
function mistakes.released_twice(m)
  m.frame:release()
  m.frame:release()
  return nil
end

function verbs.bad(_, name)
  local mistake = mistakes[name] or error("there is no mistake " .. name, 0)
  local m = { context = assert(v4lxx.context()) }
  m.device, m.another = assert(m.context:open(NAME)), assert(m.context:open(NAME))
  m.stream = assert(m.device:stream())
  assert(m.stream:start())
  m.frame = assert(m.stream:next(1))
  m.frame:release()
  local good, value = pcall(mistake, m)
  return (good and value ~= nil) and "accepted" or "refused"
end
