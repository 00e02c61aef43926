-- SPDX-License-Identifier: MIT
-- The raw layer against the description of the ABI: every function, every field, every symbol.
local tap = require "tests.tap"
local raw = require "v4lxx.raw"
local api = require "tests.api"
require "v4lxx"

-- Lines of a command.
local function lines_of(command)
  local pipe = assert(io.popen(command))
  local lines = {}
  for line in pipe:lines() do lines[#lines + 1] = line end
  pipe:close()
  return lines
end

tap.test("bar2a_every_function_of_the_api_is_there", function()
  local count = 0
  for name in pairs(api.functions) do
    tap.equal(type(raw[name]), "function", name)
    count = count + 1
  end
  assert(count > 200, "only " .. count)
end)

-- A thread of the library would call functions of Lua while Lua runs.
local NOT_IN_LUA = { context_start_thread = true, context_stop_thread = true }

tap.test("bar2a_every_symbol_of_the_library_is_there", function()
  local library = assert(os.getenv "V4LXX_TEST_LIBRARY", "V4LXX_TEST_LIBRARY names the library")
  local count = 0
  for _, line in ipairs(lines_of("nm -D --defined-only " .. library)) do
    local name = line:match " T v4lxx_([%w_]+)"
    if name then
      tap.equal(type(raw[name]), NOT_IN_LUA[name] and "nil" or "function", name)
      count = count + 1
    end
  end
  assert(count > 200, "only " .. count)
end)

-- A table of every struct comes from its init function, with all fields but the size and what is reserved.
tap.test("bar2b_every_struct_has_its_fields", function()
  for struct, layout in pairs(api.layouts) do
    local init = raw[struct:sub(7) .. "_init"]
    if init then
      local fields = init()
      for field in pairs(layout.offsets) do
        local expected = field ~= "struct_size" and not field:find "^reserved"
        tap.equal(fields[field] ~= nil, expected, struct .. "." .. field)
      end
    end
  end
end)

tap.test("bar2b_layouts_are_those_of_c", function()
  local good, ffi = pcall(require, "ffi")
  if not good then return end -- there the compiler lays them out
  for struct, layout in pairs(api.layouts) do
    tap.equal(ffi.sizeof(struct), layout.size, struct)
    for field, offset in pairs(layout.offsets) do tap.equal(ffi.offsetof(struct, field), offset, struct .. "." .. field) end
  end
end)

tap.test("bar2c_a_missing_object_is_an_error_in_every_function", function()
  for name, signature in pairs(api.functions) do
    local first = signature:match "%(([%w_]+)"
    if first == "handle" or first == "taken" then
      tap.equal(pcall(raw[name], nil), false, name .. "(nil)")
      tap.equal(pcall(raw[name], 7, 7, 7, 7, 7, 7), false, name .. "(7, …)")
      tap.equal(pcall(raw[name], {}, {}, {}, {}), false, name .. "({}, …)")
      tap.equal(pcall(raw[name], io.stdout, "", 0, 0), false, name .. "(file, …)")
    end
  end
end)

tap.test("bar2c_an_object_of_another_kind_is_an_error_in_every_function", function()
  local context = assert(raw.context_create(nil))
  for name, signature in pairs(api.functions) do
    local first = signature:match "%(([%w_]+)"
    -- group_create(context) is right as it is.
    if (first == "handle" or first == "taken") and not name:find "^context_" and name ~= "group_create" then
      tap.equal(pcall(raw[name], context), false, name)
    end
  end
  tap.equal(raw.is_released(context), false)
end)

tap.test("bar2c_a_released_object_is_an_error", function()
  local context = assert(raw.context_create(nil))
  raw.context_unref(context)
  raw.context_unref(context) -- twice is allowed
  tap.equal(raw.is_released(context), true)
  tap.raises("was released", raw.device_open, context, "sim:camera", nil)
end)

tap.test("U39_what_is_borrowed_outlives_what_it_came_from", function()
  local context = assert(raw.context_create(nil))
  local list = assert(raw.context_list_devices(context, 1))
  local info = raw.device_list_get(list, 0)
  raw.device_list_unref(list)
  raw.context_unref(context)
  collectgarbage()
  assert(#raw.device_info_get_path(info) > 0)
  tap.equal(raw.device_list_get(assert(raw.context_list_devices(assert(raw.context_create(nil)), 1)), 1000000), nil)
end)

tap.test("bar2c_a_failure_is_four_results_and_that_of_a_read_five", function()
  local context = assert(raw.context_create(nil))
  tap.equal(select("#", raw.device_open(context, "/dev/v4lxx-no-such-node", nil)), 4)
  local stream = assert(raw.stream_create(assert(raw.device_open(context, "sim:camera,clock=virtual", nil)), nil))
  tap.equal(select("#", raw.stream_read(stream, 10, 0, 0)), 4) -- it does not run
  assert(raw.stream_start(stream))
  tap.equal(select("#", raw.stream_read(stream, 10, 0, -1)), 5)
end)

tap.test("U39_64_bits_stay_whole", function()
  local context = assert(raw.context_create(nil))
  local device = assert(raw.device_open(context, "sim:camera", nil))
  local control = assert(raw.device_find_control(device, "clock_offset"))
  for _, value in ipairs { 0, 1, -1, 2 ^ 40, -2 ^ 40, 123456789012 } do
    value = math.type and math.tointeger(value) or value
    tap.equal(raw.device_set_control_i64(device, control, value), value, "set")
    tap.equal(raw.device_read_control_i64(device, control), value, "read")
  end
  tap.raises("integer", raw.device_set_control_i64, device, control, 1.5)
  tap.raises("integer", raw.device_set_control_i64, device, control, 2 ^ 64)
  tap.raises("integer", raw.device_set_control_i64, device, control, 0 / 0)
  tap.raises("integer", raw.device_set_control_i64, device, control, "wide")
end)

-- NTSC has 45056, all of 525 lines is 63744; what has more than 53 bits has to come back as it was.
tap.test("U39_beyond_53_bits_numbers_are_whole_or_refused", function()
  local most = "9223372036854775807"
  local context = assert(raw.context_create(nil))
  local device = assert(raw.device_open(context, "sim:camera", nil))
  local control = assert(raw.device_find_control(device, "clock_offset"))
  local wide = type(jit) == "table" and 9007199254740993 or (math.tointeger and math.tointeger(most)) or most
  if type(jit) == "table" then wide = require "ffi".new("int64_t", 2 ^ 53) + 1 end
  local _, message = raw.device_set_control_i64(device, control, wide)
  -- The control does not go that far; its refusal has all digits of what was asked.
  local digits = type(jit) == "table" and "9007199254740993" or most
  assert(message and message:find(digits, 1, true), message)
end)

tap.finish()
