-- SPDX-License-Identifier: MIT
-- Functions that the library calls, errors in them, and ends of every kind.
local tap = require "tests.tap"
local program = require "tests.program"
local v4lxx = require "v4lxx"

local NAME = "sim:camera,clock=virtual,pattern=cells,format=YUYV,size=64x48"

local function collect()
  collectgarbage()
  collectgarbage()
end

local function running(call)
  local camera = assert(v4lxx.open(NAME))
  assert(camera:on_frame(call))
  assert(camera:start())
  return camera
end

tap.test("U36_a_callback_gets_frame_and_stream", function()
  local frames, kept, lent = 0, nil, nil
  local camera
  camera = running(function(frame, stream)
    frames = frames + 1
    tap.equal(frame.sequence, frames - 1)
    tap.equal(stream, camera.stream)
    lent, kept = frame, kept or frame:keep()
  end)
  for _ = 1, 3 do tap.equal(camera:dispatch(5), true) end
  tap.equal(frames, 3)
  tap.equal(kept.sequence, 0)
  tap.equal(lent.released, true)
  tap.raises("released", function() return lent.width end)
  assert(camera:on_frame(nil))
  tap.equal(assert(camera:next(5)).sequence, 3)
end)

tap.test("S39_the_very_error_comes_out_of_dispatch_and_the_stream_is_stopped", function()
  for _, problem in ipairs { "text", { code = 7 }, false } do
    local camera = running(function() error(problem, 0) end)
    local good, got = pcall(camera.dispatch, camera, 5)
    tap.equal(good, false)
    tap.equal(got, problem)
    tap.fails(v4lxx.ERROR_STATE, camera:dispatch(0))
    assert(camera:start())
    tap.equal(pcall(camera.dispatch, camera, 5), false)
  end
end)

tap.test("S39_a_yield_inside_a_callback_is_an_error", function()
  local camera = running(function() coroutine.yield() end)
  local thread = coroutine.create(function() return pcall(camera.dispatch, camera, 5) end)
  local alive, good, problem = coroutine.resume(thread)
  tap.equal(alive, true)
  tap.equal(good, false)
  assert(tostring(problem):find "yield", problem)
  tap.equal(coroutine.status(thread), "dead")
end)

tap.test("S39_a_callback_runs_in_the_coroutine_that_dispatches", function()
  local inside
  local camera = running(function() inside = coroutine.running() end)
  local thread = coroutine.create(function() assert(camera:dispatch(5)) end)
  assert(coroutine.resume(thread))
  tap.equal(inside, thread)
  thread = nil
  collect()
  assert(camera:dispatch(5)) -- the coroutine is gone, the camera is not
end)

tap.test("S39_closing_everything_inside_a_callback", function()
  local camera
  camera = running(function(frame)
    camera:close()
    camera.stream.handle, camera.device.handle = nil, nil
    collect()
    tap.equal(frame.sequence, 0)
  end)
  camera:dispatch(5)
  camera = nil
  collect()
end)

tap.test("S39_another_callback_set_inside_a_callback", function()
  local calls = {}
  local camera
  camera = running(function()
    calls[#calls + 1] = "first"
    assert(camera:on_frame(function() calls[#calls + 1] = "second" end))
    collect()
  end)
  assert(camera:dispatch(5))
  assert(camera:dispatch(5))
  tap.equal(table.concat(calls, " "), "first second")
end)

tap.test("U39_a_stream_and_its_callback_are_collected_together", function()
  local gone = setmetatable({}, { __mode = "k" })
  do
    local camera
    local function call() return camera end
    camera = running(call)
    gone[call], gone[camera.stream] = true, true
    assert(camera:dispatch(5))
  end
  collect()
  collect()
  tap.equal(next(gone), nil)
end)

tap.test("bar2c_10000_callbacks_are_let_go_of", function()
  local camera = assert(v4lxx.open(NAME))
  collect()
  local before = collectgarbage "count"
  for i = 1, 10000 do assert(camera:on_frame(function() return i end)) end
  assert(camera:on_frame(nil))
  collect()
  local grown = collectgarbage "count" - before
  assert(grown < 300, grown .. " KiB more")
end)

tap.test("bar14f_1000_cameras_are_forgotten_while_they_run", function()
  for i = 1, 1000 do
    local camera = assert(v4lxx.open(NAME))
    assert(camera:next(5))
    assert(camera:fd())
    if i % 50 == 0 then collect() end
  end
  collect()
end)

-- All 24 orders in which context, device, stream and frame can go.
tap.test("U39_let_go_of_in_every_order", function()
  local function orders(rest, order, each)
    if #rest == 0 then each(order) end
    for i = 1, #rest do
      local others = {}
      for j, name in ipairs(rest) do
        if j ~= i then others[#others + 1] = name end
      end
      orders(others, order .. rest[i], each)
    end
  end
  local count = 0
  orders({ "c", "d", "s", "f" }, "", function(order)
    local raw, objects = v4lxx.raw, {}
    objects.c = assert(raw.context_create(nil))
    objects.d = assert(raw.device_open(objects.c, NAME, nil))
    objects.s = assert(raw.stream_create(objects.d, nil))
    assert(raw.stream_start(objects.s))
    objects.f = assert(raw.stream_dequeue(objects.s, 5000000000))
    for name in order:gmatch "." do
      objects[name] = nil
      collect()
      if objects.f then tap.equal(objects.f.width, 64) end
    end
    count = count + 1
  end)
  tap.equal(count, 24)
end)

-- ---- the log ----
tap.test("U34_the_log_tells_what_is_done", function()
  local context, records = assert(v4lxx.context()), {}
  assert(context:set_log("info", function(message, record)
    tap.equal(message, record.message)
    records[#records + 1] = record
  end))
  local camera = assert(v4lxx.open(NAME, { context = context }))
  assert(camera:next(5))
  camera:close()
  assert(#records >= 3, #records)
  tap.equal(records[1].level_name, "info")
  tap.equal(records[1].topic, v4lxx.LOG_DEVICE_OPENED)
  assert(context:set_log "none")
  local before = #records
  assert(v4lxx.open(NAME, { context = context })):close()
  tap.equal(#records, before)
  tap.equal(context:log_left_out(), 0)
end)

tap.test("U34_what_a_log_calls_does_not_disturb_the_call_in_progress", function()
  local context, seen = assert(v4lxx.context()), 0
  assert(context:set_log("debug", function()
    seen = seen + 1
    local other = assert(v4lxx.open(NAME))
    tap.fails(v4lxx.ERROR_NOT_FOUND, other:get "no_such_control")
    assert(other:next(5))
    collect()
  end))
  local failure = tap.fails(v4lxx.ERROR_NOT_FOUND, context:open "/dev/v4lxx-no-such-node")
  tap.equal(failure.label, "V4LXX-E0101")
  assert(context:open(NAME))
  assert(seen >= 2)
end)

tap.test("U34_the_size_that_a_read_needs_is_not_that_of_a_read_in_a_log", function()
  local context = assert(v4lxx.context())
  local camera = assert(v4lxx.open(NAME, { context = context }))
  local other, seen = assert(v4lxx.open "sim:camera,clock=virtual,format=YUYV,size=128x96"), 0
  assert(context:set_log("debug", function()
    seen = seen + 1
    tap.equal(select(5, other:read(10)), 24576)
  end))
  tap.equal(select(5, camera:read(10)), 6144)
  assert(seen >= 1)
end)

tap.test("S39_an_error_in_a_log_is_raised_by_the_call", function()
  local context = assert(v4lxx.context())
  assert(context:set_log("debug", function() error("the log fails", 0) end))
  tap.raises("the log fails", context.open, context, NAME)
  tap.raises("the log fails", context.open, context, "/dev/v4lxx-no-such-node")
  assert(context:set_log("none"))
  assert(context:open(NAME))
end)

tap.test("S39_an_error_in_a_log_during_a_collection_is_raised_later", function()
  local context, fails = assert(v4lxx.context()), false
  assert(context:set_log("info", function() if fails then error("too late", 0) end end))
  local device = assert(context:open(NAME))
  fails = device ~= nil
  device = nil
  collect()
  fails = false
  tap.raises("too late", context.list, context)
  assert(context:list())
end)

-- Loops that LuaJIT has compiled before there was a log, and loops that it would like to compile afterwards.
tap.test("U34_a_log_of_busy_loops", function()
  local context, seen = assert(v4lxx.context()), 0
  local function open_and_close(from, to)
    for i = from, to do
      local camera = assert(v4lxx.open("sim:camera,clock=virtual,size=64x48,id=" .. i, { context = context }))
      assert(camera:next(5)):release()
      tap.fails(v4lxx.ERROR_ARGUMENT, camera:set("brightness", 100000))
      camera:close()
    end
  end
  open_and_close(1, 300)
  assert(context:set_log("debug", function() seen = seen + 1 end))
  open_and_close(301, 900)
  collect()
  assert(seen >= 2400, seen) -- opened, a failure, started, closed
end)

-- ---- the end of Lua itself ----
local ENDINGS = {
  ["a stream that runs"] = "camera:next(5)",
  ["a frame that is held"] = "frame = camera:next(5)",
  ["a callback that is set"] = "camera:on_frame(function() end) camera:start() camera:dispatch(5)",
  ["a callback that fails"] = "camera:on_frame(function() error 'x' end) camera:start() pcall(camera.dispatch, camera, 5)",
  ["a log"] = "camera.context:set_log('debug', function(m) n = #m end) camera:next(5)",
  ["a log that fails"] = "camera.context:set_log('debug', function(m) if ending then error 'x' end end) camera:next(5) ending = true",
  ["a coroutine in the midst of a loop"] =
    "co = coroutine.wrap(function() for f in camera:frames() do coroutine.yield(f) end end) co()",
  ["an error"] = "camera:next(5) print(select('#', v4lxx.open '/dev/v4lxx-no-such-node'))",
}

tap.test("S39_lua_close_with_everything_on", function()
  for what, text in pairs(ENDINGS) do
    for _, ending in ipairs { "", "os.exit(0)", type(jit) ~= "table" and _VERSION > "Lua 5.1" and "os.exit(0, true)" or "" } do
      local lines = { "v4lxx = require 'v4lxx'", "camera = assert(v4lxx.open '" .. NAME .. "')", text, ending, "" }
      local output, status = program.run_text(table.concat(lines, "\n"))
      tap.equal(output:gsub("^%d\n", ""), "", what .. ", " .. ending)
      tap.equal(status, 0, what .. ", " .. ending)
    end
  end
end)

tap.finish()
