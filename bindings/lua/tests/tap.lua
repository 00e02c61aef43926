-- SPDX-License-Identifier: MIT
-- The smallest harness: a test is a function with a name; the last line is the plan.
local tap = { count = 0, failed = 0 }

function tap.test(name, run)
  tap.count = tap.count + 1
  local good, problem = xpcall(run, function(problem)
    return debug.traceback(tostring(problem), 2)
  end)
  collectgarbage()
  if not good then tap.failed = tap.failed + 1 end
  print((good and "ok " or "not ok ") .. name .. (good and "" or ": " .. tostring(problem):gsub("\n", "\n  ")))
end

function tap.equal(got, expected, what)
  if got ~= expected then
    error(("%s: expected %s, got %s"):format(what or "value", tostring(expected), tostring(got)), 2)
  end
end

-- That the call raises an error whose text has `text` in it.
function tap.raises(text, call, ...)
  local good, problem = pcall(call, ...)
  if good then error("no error was raised", 2) end
  if not tostring(problem):find(text, 1, true) then error(("'%s' has no '%s'"):format(tostring(problem), text), 2) end
end

-- That the results are nil, message, status, error; gives the error.
function tap.fails(status, ...)
  local value, message, number, problem = ...
  tap.equal(value, nil, "first result")
  tap.equal(number, status, "status of " .. tostring(message))
  tap.equal(type(message), "string", "type of the message")
  return problem
end

function tap.finish()
  print("1.." .. tap.count)
  os.exit(tap.failed == 0 and 0 or 1, true)
end

return tap
