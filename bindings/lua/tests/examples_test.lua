-- SPDX-License-Identifier: MIT
-- The examples do what those in C do.
local tap = require "tests.tap"
local program = require "tests.program"

local FOLDER = arg[0]:match "^(.*)/[^/]*$" .. "/../../../examples/lua/"
local CAMERA = "sim:camera,size=320x240,fps=120"

local function run(name, ...) return program.run(FOLDER .. name .. ".lua", ...) end

tap.test("U39_list_names_simulated_cameras_last", function()
  local output, status = run "list"
  tap.equal(status, 0, output)
  assert(output:match "([^\n]*)\n$":find("sim:camera", 1, true) == 1, output)
end)

tap.test("U39_both_captures_take_30_frames", function()
  for _, name in ipairs { "capture_poll", "capture_callback" } do
    local output, status = run(name, CAMERA)
    tap.equal(status, 0, output)
    local count = 0
    tap.equal(output:match "^[^\n]*", CAMERA)
    for line in output:gmatch "frame [^\n]*" do
      assert(line:find "^frame %d+: 320x240, 153600 bytes$", line)
      count = count + 1
    end
    tap.equal(count, 30, name)
  end
end)

tap.test("U39_both_captures_work_without_an_argument", function()
  for _, name in ipairs { "capture_poll", "capture_callback" } do tap.equal(select(2, run(name)), 0, name) end
end)

tap.test("U14_reconnect_goes_on_when_the_camera_is_back", function()
  local path = os.tmpname()
  local file = assert(io.open(path, "w"))
  file:write "at frame 10 unplug\nat time 1s replug\n"
  file:close()
  local camera = CAMERA .. ",script=" .. path
  local output, status = run("reconnect", camera)
  os.remove(path)
  tap.equal(output, camera .. "\nback after 10 frames: 320x240\n30 frames\n")
  tap.equal(status, 0)
end)

tap.test("bar11b_frame_timing_tells_when_frames_were_taken", function()
  local output, status = run("frame_timing", "sim:camera,size=320x240,clock=virtual,timestamp=boottime")
  tap.equal(status, 0, output)
  local lines = {}
  for line in output:gmatch "[^\n]+" do lines[#lines + 1] = line end
  tap.equal(lines[2], "frame 0: taken at an unknown time")
  tap.equal(lines[3], "frame 1: taken at 2027-01-15 08:16:40.066666 UTC, within 1 us, delivered after 0 us")
  tap.equal(lines[12], "9 intervals, the longest 33.3 ms")
end)

tap.test("U03_every_example_prints_what_the_library_says", function()
  for _, name in ipairs { "capture_poll", "capture_callback", "snap", "reconnect", "frame_timing" } do
    local output, status = run(name, "/dev/v4lxx-no-such-node")
    tap.equal(status, 1, name)
    assert(output:find("V4LXX-E0101", 1, true) and output:find("/dev/v4lxx-no-such-node", 1, true), output)
  end
end)

tap.test("U39_snap_writes_a_picture", function()
  local file = os.tmpname()
  local output, status = run("snap", "sim:camera,format=YUYV,size=640x480", file)
  tap.equal(output, "wrote " .. file .. ": 640x480 from YUYV\n")
  tap.equal(status, 0)
  local picture = assert(io.open(file, "rb"))
  tap.equal(picture:read(8), "\137PNG\r\n\26\n")
  picture:close()
  os.remove(file)
end)

-- Which camera is done first is nobody's promise.
local function check_two(output, first, second)
  local lines = {}
  for line in output:gmatch "[^\n]+" do lines[#lines + 1] = line end
  table.sort(lines)
  tap.equal(table.concat(lines, "\n"), first .. ": 15 frames\n" .. second .. ": 15 frames")
end

tap.test("bar10g_two_cameras_in_one_loop", function()
  check_two(run "two_cameras", "sim:camera,id=2", "sim:camera")
  check_two(run("two_cameras", CAMERA .. ",id=4", CAMERA .. ",id=3"), CAMERA .. ",id=3", CAMERA .. ",id=4")
end)

tap.test("group_two_cameras_in_step", function()
  tap.equal(run "two_cameras_synced", "15 sets, 2.0 ms apart at most\n")
end)

tap.test("U03_two_cameras_tell_what_the_library_says", function()
  local output, status = run("two_cameras", CAMERA, "/dev/v4lxx-no-such-node")
  tap.equal(status, 1)
  assert(output:find("V4LXX-E0101", 1, true), output)
end)

tap.finish()
