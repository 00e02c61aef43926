-- SPDX-License-Identifier: MIT
-- A camera and its frames, as a program uses them.
local tap = require "tests.tap"
local v4lxx = require "v4lxx"

local NAME = "sim:camera,clock=virtual,pattern=cells,format=YUYV,size=64x48"
local SCRIPTS = assert(os.getenv "V4LXX_CONFORMANCE_SCRIPTS")

tap.test("U39_the_loop_of_the_first_program", function()
  local camera = assert(v4lxx.open(NAME))
  local sequence = 0
  for f in camera:frames { timeout = 5 } do
    tap.equal(f.width, 64)
    tap.equal(f.height, 48)
    tap.equal(#f, 64 * 48 * 2)
    tap.equal(f.sequence, sequence)
    sequence = sequence + 1
    if sequence == 20 then break end
  end
  tap.equal(camera:account().delivered, 20)
end)

tap.test("bar14d_a_frame_that_is_kept_can_be_found_by_an_address_in_it", function()
  local camera = assert(v4lxx.open(NAME, { guard = true }))
  local frame = assert(camera:next(5))
  frame:set_holder(7)
  local held = assert(camera:held())
  tap.equal(#held, 1)
  tap.equal(tonumber(held[1].holder), 7)
  assert(tonumber(held[1].taken_by) > 0)
  local found = assert(camera:find_frame(frame:info().plane_address[1]))
  tap.equal(tonumber(found.references), 1)
  tap.equal(select(3, camera:find_frame(1)), v4lxx.ERROR_ARGUMENT)
end)

tap.test("U36_a_frame_of_a_loop_is_good_until_the_next_turn", function()
  local camera = assert(v4lxx.open(NAME, { buffers = 4 }))
  local before, kept
  for f in camera:frames { timeout = 5 } do
    if before then
      tap.equal(before.released, true)
      tap.raises("the frame was released", function() return before.width end)
      tap.raises("the frame was released", function() return #before end)
      tap.raises("released", before.string, before)
      tap.raises("released", before.pointer, before)
      tap.raises("released", before.keep, before)
    end
    before = f
    if f.sequence == 0 then kept = f:keep() end
    if f.sequence == 10 then break end
  end
  tap.equal(kept.sequence, 0)
  tap.equal(camera:account().held, _VERSION >= "Lua 5.4" and 1 or 2) -- 5.4 tells the loop that it was left
  kept:release()
  kept:release()
  assert(camera:next(5)) -- the loop that was left still has the last one
  for _ in camera:frames { timeout = 5 } do break end
  tap.equal(before.released, true)
end)

tap.test("U39_planes_count_from_1_and_have_bytes", function()
  local camera = assert(v4lxx.open "sim:camera,clock=virtual,pattern=cells,format=NV12,size=64x48")
  local frame = assert(camera:next(5))
  tap.equal(frame.plane_count, 2)
  tap.equal(#frame:string(1), 3072)
  tap.equal(#frame:string(2), 1536)
  tap.equal(#frame, 4608)
  tap.equal(select(2, frame:pointer(2)), 1536)
  tap.equal(frame:string(3), nil)
  tap.equal(frame:pointer(3), nil)
  tap.equal(frame.plane_bytes[2], 1536)
  tap.equal(frame:info().plane_stride[1], 64)
  local whole = frame:string(1)
  for _, range in ipairs { { 1, 4 }, { -4, -1 }, { 100, 99 }, { 3000, 5000 }, { 5 }, { 0, 2 } } do
    tap.equal(frame:string(1, range[1], range[2]), whole:sub(range[1], range[2]), table.concat(range, ","))
  end
  tap.raises("out of range", frame.string, frame, 0)
end)

tap.test("U39_pointer_is_where_the_bytes_are", function()
  local camera = assert(v4lxx.open(NAME))
  local frame = assert(camera:next(5))
  local pointer, size = frame:pointer()
  if type(jit) == "table" then
    local sum = 0
    for i = 0, size - 1 do sum = sum + pointer[i] end
    local other = 0
    for i = 1, size do other = other + frame:string():byte(i) end
    tap.equal(sum, other)
  else
    tap.equal(type(pointer), "userdata")
    tap.equal(pointer, (frame:pointer(1)))
  end
  tap.equal(frame.plane_address[1] ~= 0, true)
end)

tap.test("U39_64_bits_of_a_time_stamp", function()
  local camera = assert(v4lxx.open(NAME))
  local first, second = assert(camera:next(5)), assert(camera:next(5))
  if math.type then tap.equal(math.type(first.timestamp_ns), "integer") end
  tap.equal(type(first.timestamp_ns), "number")
  assert(first.timestamp_ns > 1e9 and second.timestamp_ns > first.timestamp_ns)
end)

tap.test("U03_a_failure_is_nil_message_status_error", function()
  local failure = tap.fails(v4lxx.ERROR_NOT_FOUND, v4lxx.open "/dev/v4lxx-no-such-node")
  tap.equal(failure.status, v4lxx.ERROR_NOT_FOUND)
  tap.equal(failure.status_name, "ERROR_NOT_FOUND")
  tap.equal(failure.code, v4lxx.CODE_NO_SUCH_NODE)
  tap.equal(failure.label, "V4LXX-E0101")
  tap.equal(failure.code_name, "NO_SUCH_NODE")
  tap.equal(failure.errno, 2)
  tap.equal(failure.request, "open")
  tap.equal(type(failure.cause_checked), "boolean")
  tap.equal(tostring(failure), failure.message)
  tap.equal(failure.no_such_field, nil)
  tap.raises("E0101", function() assert(v4lxx.open "/dev/v4lxx-no-such-node") end)
end)

tap.test("U10_nothing_yet_is_no_failure", function()
  local camera = assert(v4lxx.open(NAME .. ",script=" .. SCRIPTS .. "/no_frames.txt"))
  for time, status in pairs { [0] = v4lxx.AGAIN, [0.01] = v4lxx.TIMED_OUT } do
    local frame, word, number, failure = camera:next(time)
    tap.equal(frame, nil)
    tap.equal(word, status == v4lxx.AGAIN and "again" or "timed_out")
    tap.equal(number, status)
    tap.equal(failure, nil)
  end
  tap.raises("no frame within 0.01 s", function() for _ in camera:frames { timeout = 0.01 } do break end end)
end)

tap.test("B03_a_loop_ends_with_the_stream", function()
  local camera, count = assert(v4lxx.open(NAME .. ",script=" .. SCRIPTS .. "/last_at_3.txt")), 0
  for _ in camera:frames { timeout = 5 } do count = count + 1 end
  tap.equal(count, 4)
end)

tap.test("S01_a_loop_raises_an_unplug", function()
  local camera, count = assert(v4lxx.open(NAME .. ",script=" .. SCRIPTS .. "/unplug_at_3.txt")), 0
  tap.raises("V4LXX-E0240", function() for _ in camera:frames { timeout = 5 } do count = count + 1 end end)
  tap.equal(count, 3)
  tap.fails(v4lxx.ERROR_DEVICE_LOST, camera:next(1))
end)

tap.test("U39_the_first_camera_without_a_name", function()
  local camera = assert(v4lxx.open())
  assert(camera.name ~= "" and camera.info.card ~= "")
  camera:close()
  camera:close()
  tap.fails(v4lxx.ERROR_CLOSED, camera:next(0))
  tap.equal(camera:fd(), nil)
end)

tap.test("U39_options_that_are_no_options_are_errors", function()
  tap.raises("has no field 'widht'", v4lxx.open, NAME, { widht = 64 })
  tap.raises("integer", v4lxx.open, NAME, { width = "wide" })
  tap.raises("integer", v4lxx.open, NAME, { width = 2 ^ 32 })
  tap.raises("integer", v4lxx.open, NAME, { buffers = 1.5 })
  tap.raises("a rate is", v4lxx.open, NAME, { rate = "fast" })
  tap.raises("no pixel format", v4lxx.open, NAME, { fourcc = "no" })
  tap.raises("options are a table", v4lxx.open, NAME, 7)
  tap.fails(v4lxx.ERROR_ARGUMENT, v4lxx.open(NAME, { rate = { 30, 0 } }))
end)

tap.test("U05_options_of_a_stream_are_granted", function()
  local camera = assert(v4lxx.open("sim:camera,clock=virtual", { fourcc = "NV12", width = 320, height = 240, rate = 30, buffers = 3 }))
  local format = assert(camera:format())
  tap.equal(format.fourcc, "NV12")
  tap.equal(format.width, 320)
  tap.equal(camera:interval().denominator, 30)
  assert(camera:start())
  tap.equal(camera:buffer_count(), 3)
  assert(camera:stop())
  tap.equal(assert(camera:next(5)).sequence, 0)
end)

tap.test("U05_a_camera_has_the_mode_that_was_negotiated", function()
  local camera = assert(v4lxx.open "sim:camera,clock=virtual")
  assert(camera:negotiate { width = 320, height = 240 })
  tap.equal(camera:format().width, 320)
  tap.equal(assert(camera:next(5)).width, 320)
  tap.equal(camera:format().width, 320)
end)

tap.test("bar3b_read_without_a_size_takes_a_whole_frame", function()
  local camera = assert(v4lxx.open(NAME))
  tap.equal(#assert(camera:read()), 6144)
  local text, _, status, failure, needed = camera:read(10)
  tap.equal(text, nil)
  tap.equal(status, v4lxx.ERROR_ARGUMENT)
  tap.equal(failure.label, "V4LXX-E0019")
  tap.equal(needed, 6144)
  local frame = assert(camera:read(needed))
  local bytes = {}
  for _, size in ipairs { 1, 0, 3, 100, 6040 } do bytes[#bytes + 1] = assert(camera:read(size, "bytes", 5)) end
  tap.equal(#table.concat(bytes), #frame)
  tap.raises("there is no 'lines'", camera.read, camera, 10, "lines")
  tap.raises("out of range", camera.read, camera, -1)
end)

tap.test("bar10c_cancel_ends_the_next_wait_once", function()
  local camera = assert(v4lxx.open(NAME))
  assert(camera:start())
  camera:cancel()
  tap.fails(v4lxx.ERROR_CANCELLED, camera:next())
  assert(camera:next(5))
end)

tap.test("bar14f_to_be_closed_variables_of_5_4", function()
  if _VERSION < "Lua 5.4" then return end -- this syntax is an error there
  assert(load [[
    local v4lxx, NAME, tap = ...
    local seen, context = nil, assert(v4lxx.context())
    do
      local camera <close> = assert(v4lxx.open(NAME, { context = context }))
      seen = camera
      local frame <close> = assert(camera:next(5))
    end
    tap.fails(v4lxx.ERROR_CLOSED, seen:next(0))
    tap.equal(seen:account().held, 0)
    local camera = assert(v4lxx.open(NAME))
    for f in camera:frames() do break end
    tap.equal(camera:account().held, 0, "held after a break")
    pcall(function() for f in camera:frames() do error "out" end end)
    tap.equal(camera:account().held, 0, "held after an error")
  ]])(v4lxx, NAME, tap)
end)

tap.test("U39_objects_say_what_they_are", function()
  local camera = assert(v4lxx.open(NAME))
  local frame = assert(camera:next(5))
  tap.equal(tostring(frame), "v4lxx.frame: 0, YUYV 64x48")
  frame:release()
  tap.equal(tostring(frame), "v4lxx.frame: released")
  tap.equal(tostring(camera), "v4lxx.camera: " .. NAME)
  tap.equal(tostring(camera.info), "v4lxx.device_info: " .. NAME)
end)

tap.test("U39_nothing_is_left_among_the_globals", function()
  for _, name in ipairs { "v4lxx", "v4lxx_core", "swig_type", "swig_equals", "raw", "class" } do tap.equal(rawget(_G, name), nil, name) end
end)

tap.finish()
