-- SPDX-License-Identifier: MIT
-- What is known of a device without streaming: entries of a list, and `info` of an open device.
local raw = require "v4lxx.raw"
local class = require "v4lxx.class"
local convert = require "v4lxx.convert"

return class.immutable("device_info", {
  __text = raw.device_info_get_path,
  path = raw.device_info_get_path,
  card = raw.device_info_get_card,
  driver = raw.device_info_get_driver,
  bus = raw.device_info_get_bus,
  id = raw.device_info_get_id,
  role = raw.device_info_get_role,
  serial = raw.device_info_get_serial,
  media_path = raw.device_info_get_media_path,
  usb_vendor = raw.device_info_get_usb_vendor,
  usb_product = raw.device_info_get_usb_product,
  capabilities = raw.device_info_get_capabilities,
  is_camera = raw.device_info_is_camera,
  simulated = raw.device_info_is_simulated,
  -- Why the node cannot be used: an error as a failed open has, or nil.
  error = raw.device_info_get_error,
  -- The nodes of the same device, this one among them.
  nodes = function(info)
    return convert.entries(raw.device_info_get_node_count(info), function(i) return raw.device_info_get_node(info, i) end)
  end,
})
