-- SPDX-License-Identifier: MIT
-- The loop of a context and its events.
local tap = require "tests.tap"
local v4lxx = require "v4lxx"

local CAMERA = "sim:camera,clock=virtual,pattern=cells,format=YUYV,size=64x48"
local SCRIPTS = assert(os.getenv "V4LXX_CONFORMANCE_SCRIPTS", "V4LXX_CONFORMANCE_SCRIPTS names the folder of the scripts")

-- A context whose loop has a running stream of each camera, with the tags 1, 2 and so on.
local function rig(...)
  local context, streams = assert(v4lxx.context()), {}
  for tag, name in ipairs { ... } do
    streams[tag] = assert(assert(context:open(name)):stream())
    assert(context:add_stream(streams[tag], tag))
    assert(streams[tag]:start())
  end
  return context, streams
end

tap.test("bar10a_frames_of_any_stream_come_with_its_tag", function()
  local context, streams = rig(CAMERA, CAMERA .. ",id=2")
  local counts = { 0, 0 }
  for _ = 1, 20 do
    local frame, tag = context:next(5)
    tap.equal(frame.width, 64)
    counts[tag] = counts[tag] + 1
    frame:release()
  end
  assert(counts[1] >= 8 and counts[2] >= 8, counts[1] .. " and " .. counts[2])
  for _, stream in ipairs(streams) do context:remove_stream(stream) end
  tap.fails(v4lxx.TIMED_OUT, context:next(0.01))
  tap.fails(v4lxx.AGAIN, context:next(0))
end)

tap.test("S01_of_a_failure_and_an_end_the_fifth_result_is_the_tag", function()
  local context = rig(CAMERA, CAMERA .. ",id=2,script=" .. SCRIPTS .. "/unplug_at_3.txt", CAMERA .. ",id=3,script=" .. SCRIPTS .. "/last_at_3.txt")
  assert(context:listen { streams = true })
  local frames, seen = { 0, 0, 0 }, {}
  for _ = 1, 40 do
    local frame, tag, status, problem, tag_of_failure = context:next(5)
    if frame then
      frames[tag] = frames[tag] + 1
      frame:release()
    elseif status == v4lxx.END then
      seen[#seen + 1] = "end " .. tag_of_failure
    elseif status ~= v4lxx.AGAIN then
      seen[#seen + 1] = problem.label .. " " .. tag_of_failure
    end
  end
  table.sort(seen)
  tap.equal(table.concat(seen, ", "), "V4LXX-E0240 2, end 3")
  tap.equal(frames[2], 3)
  tap.equal(frames[3], 4)
  local events = {}
  while true do
    local event, message, status = context:next_event(0)
    if not event then
      tap.fails(v4lxx.AGAIN, event, message, status)
      break
    end
    events[#events + 1] = event.kind .. " " .. event.tag
    tap.equal(event.device.card, "Simulated camera")
    tap.equal(tostring(event), event.text)
    assert(#event.text > 10 and event.time_ns ~= 0)
    tap.equal(event.no_such_field, nil)
    if event.kind == "left_loop" then tap.equal(event.code, v4lxx.CODE_DEVICE_GONE) end
  end
  table.sort(events)
  tap.equal(table.concat(events, ", "), "ended 3, left_loop 2")
  tap.equal(context:missed_events(), 0)
end)

tap.test("bar10a_coroutines_wait_for_frames_and_for_events", function()
  local real = "sim:camera,pattern=cells,size=64x48,fps=100"
  local context = rig(real, real .. ",id=2,script=" .. SCRIPTS .. "/last_at_3.txt")
  assert(context:listen { streams = true })
  local frames, ends, kind = 0, 0, nil
  v4lxx.run(function()
    repeat
      local frame, _, status, _, tag = context:await()
      if frame then
        frames = frames + 1
        frame:release()
      else
        tap.equal(status, v4lxx.END)
        tap.equal(tag, 2)
        ends = ends + 1
      end
    until frames == 20 and ends == 1
  end, function() kind = assert(context:await_event()).kind end)
  tap.equal(kind, "ended")
  tap.equal(v4lxx.poll({ context }, 5)[1], context)
end)

tap.test("bar10c_a_wait_is_cancelled_and_events_raise_it", function()
  local context = rig(CAMERA)
  local problem = tap.fails(v4lxx.ERROR_STATE, context:next_event(0))
  tap.equal(problem.code, v4lxx.CODE_NOT_LISTENING)
  assert(context:listen { devices = true, simulated = true })
  context:cancel()
  tap.fails(v4lxx.ERROR_CANCELLED, context:next())
  context:cancel()
  tap.raises("V4LXX-E0011", function() for _ in context:events() do error "an event" end end)
  assert(context:listen())
  tap.fails(v4lxx.ERROR_STATE, context:next_event(0))
end)

tap.test("S14_what_a_loop_refuses", function()
  local context, streams = rig(CAMERA)
  tap.fails(v4lxx.ERROR_STATE, context:add_stream(streams[1], 1))
  tap.fails(v4lxx.ERROR_ARGUMENT, assert(v4lxx.context()):add_stream(streams[1], 1))
  tap.raises("a stream expected", context.add_stream, context, 7, 1)
  tap.raises("no events 'frames'", context.listen, context, { frames = true })
  local camera = assert(v4lxx.open(CAMERA .. ",id=9", { context = context }))
  assert(context:add_stream(camera, 9))
  context:remove_stream(camera)
end)

tap.finish()
