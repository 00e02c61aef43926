-- SPDX-License-Identifier: MIT
-- Every function of the raw layer with arguments that fit, nearly fit, or do not fit at all: results or errors of Lua, never a fault.
local tap = require "tests.tap"
local raw = require "v4lxx".raw
local api = require "tests.api"

local ROUNDS = tonumber(os.getenv "V4LXX_FUZZ_ROUNDS") or 40
-- Two duplicate descriptors of this process, one takes seconds, and three would wait for what never comes.
local LEFT_OUT = { context_open_fd = true, device_open_fd = true, context_examine = true, context_dequeue = true, context_dispatch = true,
  context_next_event = true }

-- The same numbers on every Lua.
local state = 20261125
local function random(most)
  state = (state * 1103515245 % 2 ^ 31 + 12345) % 2 ^ 31
  return math.floor(state / 65536) % most + 1
end

local pool = {}
local function fill_pool()
  pool = {}
  local context = assert(raw.context_create(nil))
  local device = assert(raw.device_open(context, "sim:camera,clock=virtual,format=YUYV,size=64x48,inputs=camera+tv+hdmi", nil))
  local stream = assert(raw.stream_create(device, { buffer_count = 4 }))
  assert(raw.stream_start(stream))
  local frame = assert(raw.stream_dequeue(stream, 1000000000))
  local released = raw.frame_ref(frame)
  raw.frame_unref(released)
  for _, value in ipairs { context, device, stream, frame, released, raw.device_get_info(device), assert(raw.device_list_controls(device)),
    assert(raw.device_list_formats(device)), assert(raw.device_list_inputs(device)), assert(raw.device_list_modes(device, nil, nil)),
    assert(raw.device_list_sizes(device, raw.pixel_format_find "YUYV")), assert(raw.context_list_devices(context, 1)),
    assert(raw.device_find_control(device, "brightness")), assert(raw.frame_encode(frame, 1, nil)),
    select(4, raw.device_open(context, "/dev/v4lxx-no-such-node", nil)) } do
    pool[#pool + 1] = value
  end
end

local plain = { 0, 1, 2, 3, 64, 255, 2 ^ 31, 2 ^ 32, 2 ^ 53, 2 ^ 64, 1.5, 0 / 0, 1 / 0, "", "sim:camera", "brightness", "YUYV", "a\0b",
  "\255\254", ("x"):rep(5000), true, false, {}, { 1, 2, 3 }, { width = 64, height = 48 }, { width = "x" }, { 1, "two" }, print,
  function() error "from inside" end, coroutine.create(function() end), io.stdout }
local NO_INPUT = { out_handle = true, tag = true, out = true, struct_out = true, error = true, used = true, init = true }

local function argument()
  local which = random(10)
  if which <= 5 then return pool[random(#pool)] end
  if which == 6 then return nil end
  return plain[random(#plain)]
end

tap.test("U39_every_function_survives_every_argument", function()
  local names, good, calls = {}, 0, 0
  for name in pairs(api.functions) do
    if not LEFT_OUT[name] then names[#names + 1] = name end
  end
  table.sort(names)
  for _ = 1, ROUNDS do
    fill_pool()
    for _, name in ipairs(names) do
      local arguments, count = {}, 0
      for role in api.functions[name]:match "%((.*)%)":gmatch "[%w_]+" do count = count + (NO_INPUT[role] and 0 or 1) end
      for i = 1, count do arguments[i] = argument() end
      -- The first argument often fits, so that the others are looked at.
      local kind = name:match "^(%l+)_"
      for _, object in ipairs(pool) do
        if raw.kind(object) == kind and random(2) == 1 then arguments[1] = object end
      end
      calls = calls + 1
      if pcall(raw[name], (table.unpack or unpack)(arguments, 1, count)) then good = good + 1 end
    end
    pool = {}
    collectgarbage()
  end
  assert(good > calls / 20 and good < calls, good .. " of " .. calls .. " calls were taken")
end)

tap.finish()
