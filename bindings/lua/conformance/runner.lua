-- SPDX-License-Identifier: MIT
-- Runs the conformance scenarios in this Lua. usage: LUA runner.lua FILE…; bindings/conformance/README.md says what it prints.
local folder = arg[0]:match "^(.*)/[^/]*$" or "."
package.path = folder .. "/../?.lua;" .. folder .. "/../?/init.lua;" .. package.path

local script = require "conformance.script"
local verbs = require "conformance.verbs"
require "conformance.callbacks"
require "conformance.groups"
require "conformance.mistakes"

local replacements = {
  CAMERA = os.getenv "V4LXX_CONFORMANCE_CAMERA" or "sim:camera,clock=virtual,pattern=cells",
  SCRIPTS = os.getenv "V4LXX_CONFORMANCE_SCRIPTS" or folder .. "/../../conformance/scripts",
}

-- As the step expects it, or why not.
local function check(step, value, failure)
  local expected = table.concat(step.expected, " ")
  if failure then
    if ("!" .. failure.status) == expected or ("!%s %s"):format(failure.status, failure.code) == expected then return nil end
    return ("expected %s, got !%s %s (%s)"):format(expected, failure.status, failure.code or "-", failure.message)
  end
  -- A verb that gives a value, where only "ok" is expected, has succeeded.
  local got = type(value) == "number" and ("%.0f"):format(value) or tostring(value)
  if got == expected then return nil end
  if expected:sub(1, 1) == "~" and got:find(expected:sub(2), 1, true) then return nil end
  return ("expected %s, got %s"):format(expected, got)
end

local function run_step(objects, step)
  local verb = verbs[step.words[1]]
  if not verb then return "there is no such verb" end
  local good, value, failure = pcall(verb, objects, (table.unpack or unpack)(step.words, 2))
  if not good then return "error: " .. tostring(value) end
  if failure then objects.last_failure = failure end
  return check(step, value, failure)
end

local function run(scenario)
  local objects = {}
  for _, step in ipairs(scenario) do
    local problem = run_step(objects, step)
    if problem then return ("line %d: %s: %s"):format(step.number, step.text, problem) end
  end
  return nil
end

local count, failed = 0, 0
for _, path in ipairs(arg) do
  for _, scenario in ipairs(script.read(path, replacements)) do
    local problem = run(scenario)
    collectgarbage()
    collectgarbage()
    count = count + 1
    if problem then failed = failed + 1 end
    print(problem and ("not ok %s: %s"):format(scenario.name, problem) or "ok " .. scenario.name)
  end
end
print("1.." .. count)
os.exit(failed == 0 and 0 or 1, true)
