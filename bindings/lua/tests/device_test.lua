-- SPDX-License-Identifier: MIT
-- Devices: what they offer, modes, controls, inputs, pictures, and waiting for several.
local tap = require "tests.tap"
local v4lxx = require "v4lxx"

local NAME = "sim:camera,clock=virtual,pattern=cells,format=YUYV,size=64x48"

local function find(entries, key, value)
  for _, entry in ipairs(entries) do
    if entry[key] == value then return entry end
  end
  error("no entry with " .. key .. " " .. tostring(value), 2)
end

tap.test("U01_list_has_infos", function()
  local context = assert(v4lxx.context())
  assert(context:add_simulated "sim:camera,id=7,card=Bench camera")
  local infos = assert(context:list { simulated = true })
  local info = find(infos, "card", "Bench camera")
  tap.equal(info.simulated, true)
  tap.equal(info.is_camera, true)
  tap.equal(info.driver, "v4lxx-sim")
  tap.equal(info.bus, "platform:sim-7")
  tap.equal(info.error, nil)
  tap.equal(#info.nodes >= 1, true)
  tap.equal(info.no_such_field, nil)
  tap.equal(assert(context:open "card:Bench*").info.bus, "platform:sim-7")
  assert(type(assert(v4lxx.list()).note) == "string")
end)

tap.test("U05_formats_sizes_intervals_and_modes", function()
  local device = assert(assert(v4lxx.context()):open "sim:camera")
  local format = find(assert(device:formats()), "fourcc", "YUYV")
  tap.equal(format.compressed, false)
  tap.equal(format.fourcc_code, v4lxx.fourcc_code "YUYV")
  assert(find(assert(device:sizes "YUYV"), "min_width", 640).min_height == 480)
  assert(#assert(device:intervals("YUYV", 640, 480)) > 0)
  local modes = assert(device:modes { width = 640, height = 480, rate = 30, formats = { "NV12", "YUYV" } })
  tap.equal(modes[1].verdict, v4lxx.MODE_BEST)
  tap.equal(modes[1].fourcc, "NV12")
  assert(#modes[2].reason > 0)
  local granted = assert(device:negotiate { width = 320, height = 240, rate = "30000/1001", formats = "YUYV" })
  tap.equal(granted.granted_width, 320)
  tap.equal(granted.granted_fourcc, "YUYV")
  tap.fails(v4lxx.ERROR_UNSUPPORTED, device:negotiate { width = 3, height = 3, strict = true })
end)

tap.test("U06_a_format_is_set_and_tells_what_differs", function()
  local device = assert(assert(v4lxx.context()):open "sim:camera")
  local format, differences = device:set_format { fourcc = "NV12", width = 320, height = 240 }
  tap.equal(format.fourcc, "NV12")
  tap.equal(differences, 0)
  format, differences = device:try_format { fourcc = "NV12", width = 100000, height = 240 }
  assert(format.width < 100000 and differences >= v4lxx.FORMAT_FIELD_WIDTH)
  tap.equal(device:format().width, 320)
  assert(device:set_interval { numerator = 1, denominator = 30 })
  tap.equal(device:interval().denominator, 30)
end)

tap.test("U21_controls_by_name_number_and_object", function()
  local device = assert(assert(v4lxx.context()):open "sim:camera")
  local control = find(assert(device:controls()), "short_name", "brightness")
  tap.equal(device:set("brightness", 12), 12)
  tap.equal(device:get(control), 12)
  tap.equal(device:get(control.id), 12)
  tap.equal(assert(device:control "Brightness").id, control.id)
  tap.equal(control.is_text, false)
  assert(control.maximum > control.minimum and control.step == 1)
  tap.equal(device:set("serial_tag", "abcd"), "abcd")
  tap.equal(device:get "serial_tag", "abcd")
  tap.fails(v4lxx.ERROR_ARGUMENT, device:set("brightness", 100000))
  tap.fails(v4lxx.ERROR_ARGUMENT, device:set("brightness", "bright"))
  tap.fails(v4lxx.ERROR_NOT_FOUND, device:get "no_such_control")
  tap.raises("control expected", device.get, device, device)
end)

tap.test("U21_menus_have_items_and_take_their_names", function()
  local device = assert(assert(v4lxx.context()):open "sim:camera")
  local tried = 0
  for _, control in ipairs(assert(device:controls())) do
    local items = control.items
    if items[1] and not control.read_only and not control.inactive then
      tap.equal(device:set(control, items[#items].name), items[#items].value, control.name)
      tap.equal(device:get(control), items[#items].value, control.name)
      tried = tried + 1
    end
  end
  assert(tried > 0, "no menu")
end)

tap.test("U22_inputs_standards_and_timings", function()
  local device = assert(assert(v4lxx.context()):open "sim:camera,inputs=camera+tv+hdmi,signal=good")
  local inputs = assert(device:inputs())
  tap.equal(#inputs, 3)
  tap.equal(device:input(), 0)
  assert(device:select_input(inputs[2].name))
  tap.equal(device:input(), 1)
  assert(#assert(device:standards()) > 0)
  assert(device:set_standard "NTSC")
  local bits, name = device:standard()
  assert(bits ~= 0 and name ~= "", name)
  assert(device:set_standard(bits))
  tap.equal(device:format().height, 480)
  assert(device:query_standard())
  assert(device:select_input(2))
  local timings = assert(device:set_timings "1920x1080p60")
  tap.equal(timings.width, 1920)
  tap.equal(assert(device:timings()).height, 1080)
  tap.equal(assert(device:set_timings(timings)).width, 1920)
  assert(#assert(device:timings_list()) > 3)
  assert(assert(device:timings_capabilities()).max_width >= 1920)
  assert(assert(device:signal()).state ~= nil)
  tap.fails(v4lxx.ERROR_NOT_FOUND, device:select_input "no such input")
end)

tap.test("U23_crop_is_read_and_set", function()
  local device = assert(assert(v4lxx.context()):open "sim:camera,inputs=tv,selection=crop")
  local bounds = assert(device:selection "crop_bounds")
  assert(bounds.width > 0)
  tap.equal(assert(device:set_selection("crop", { left = 0, top = 0, width = bounds.width, height = bounds.height })).width, bounds.width)
  tap.raises("there is no 'middle'", device.selection, device, "middle")
end)

tap.test("U39_pictures", function()
  local camera = assert(v4lxx.open(NAME))
  local frame, settling = camera:settled_frame()
  assert(frame and settling.frame_count >= 3)
  local png = assert(frame:encode())
  tap.equal(png:sub(2, 4), "PNG")
  tap.equal(assert(frame:encode("jpeg", { quality = 50 })):byte(1), 0xff)
  tap.raises("there is no 'gif'", frame.encode, frame, "gif")
  assert(frame:luma() > 0)
  tap.equal(v4lxx.supports "png", true)
end)

tap.test("U26_the_table_of_pixel_formats", function()
  local format = assert(v4lxx.pixel_format "NV12M")
  tap.equal(format.name, "NV12M")
  tap.equal(format.fourcc, "NM12")
  tap.equal(format.memory_plane_count, 2)
  tap.equal(v4lxx.fourcc_text(v4lxx.fourcc_code "MJPG"), "MJPG")
  tap.equal(v4lxx.fourcc_code "Y16 -BE", v4lxx.fourcc_code "Y16 " + 2 ^ 31)
  tap.equal(v4lxx.fourcc_text(v4lxx.fourcc_code "Y16 -BE"), "Y16 -BE")
  tap.fails(v4lxx.ERROR_NOT_FOUND, v4lxx.pixel_format "ZZZZ")
end)

tap.test("U02_the_doctor", function()
  local findings = assert(assert(v4lxx.context()):examine("sim:camera", { no_capture = true }))
  assert(#findings > 2 and findings.worst <= v4lxx.SEVERITY_WARNING)
  assert(findings[1].check_name ~= "" and findings[1].found ~= "")
end)

-- ---- waiting ----
tap.test("bar10g_poll_says_which_are_ready", function()
  local quiet = assert(v4lxx.open("sim:camera,script=" .. assert(os.getenv "V4LXX_CONFORMANCE_SCRIPTS") .. "/no_frames.txt"))
  local camera = assert(v4lxx.open "sim:camera,size=64x48,fps=240")
  local ready = assert(v4lxx.poll({ quiet, camera }, 5))
  tap.equal(#ready, 1)
  tap.equal(ready[1], camera)
  assert(camera:next(0))
  tap.equal(select(2, v4lxx.poll({ quiet }, 0.01)), "timed_out")
  tap.equal(select(3, v4lxx.poll({}, 0)), v4lxx.TIMED_OUT)
  tap.equal(assert(v4lxx.poll({ camera:fd() }, 5))[1], camera:fd())
  tap.raises("table", v4lxx.poll, nil)
end)

tap.test("bar10g_two_cameras_in_coroutines", function()
  local order, counts = {}, {}
  local function take(name)
    local camera = assert(v4lxx.open(name))
    return function()
      for _ = 1, 15 do
        local frame = assert(camera:await())
        counts[name] = (counts[name] or 0) + 1
        order[#order + 1] = name
        frame:release()
      end
    end
  end
  v4lxx.run(take "sim:camera,size=64x48,fps=240", take "sim:camera,size=64x48,fps=240,id=2")
  tap.equal(counts["sim:camera,size=64x48,fps=240"], 15)
  tap.equal(counts["sim:camera,size=64x48,fps=240,id=2"], 15)
  tap.equal(#order, 30)
  tap.raises("out of the coroutine", v4lxx.run, function() error "out of the coroutine" end)
  tap.raises("what it waits for", v4lxx.run, function() coroutine.yield() end)
end)

tap.finish()
