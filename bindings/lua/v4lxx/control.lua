-- SPDX-License-Identifier: MIT
-- The description of a control, as it was when it was listed or found.
local raw = require "v4lxx.raw"
local class = require "v4lxx.class"
local constants = require "v4lxx.constants"
local convert = require "v4lxx.convert"

local function flag(name)
  local bit = constants["CONTROL_" .. name]
  return function(control) return convert.has(raw.control_get_flags(control), bit) end
end

return class.immutable("control", {
  __text = raw.control_get_short_name,
  id = raw.control_get_id,
  name = raw.control_get_name,
  short_name = raw.control_get_short_name,
  type = raw.control_get_type,
  flags = raw.control_get_flags,
  minimum = raw.control_get_minimum,
  maximum = raw.control_get_maximum,
  step = raw.control_get_step,
  default = raw.control_get_default,
  element_count = raw.control_get_element_count,
  flaw = raw.control_get_flaw,
  master = raw.control_get_master,
  is_text = function(control) return raw.control_get_type(control) == constants.CONTROL_TYPE_STRING end,
  read_only = flag "READ_ONLY",
  inactive = flag "INACTIVE",
  grabbed = flag "GRABBED",
  -- The items of a menu: index, name and the value that a set takes.
  items = function(control)
    return convert.entries(raw.control_get_item_count(control), function(i)
      return { index = raw.control_get_item_index(control, i), name = raw.control_get_item_name(control, i),
        value = raw.control_get_item_value(control, i) }
    end)
  end,
})
