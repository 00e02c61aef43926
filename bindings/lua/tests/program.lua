-- SPDX-License-Identifier: MIT
-- Programs in processes of their own, with the interpreter that runs the test.
local program = {}

local function interpreter()
  local i = 0
  while arg[i - 1] do i = i - 1 end
  return arg[i]
end

local function quoted(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

local function run(environment, words)
  local pipe = assert(io.popen(environment .. " timeout 60 " .. table.concat(words, " ") .. " 2>&1; echo \"status $?\""))
  local output = pipe:read "*a"
  pipe:close()
  local text, status = output:match "^(.*)status (%d+)\n$"
  return text, tonumber(status)
end

-- Runs a file: what it printed, with what it printed on stderr, and its exit status.
function program.run(file, ...)
  local words = { interpreter(), quoted(file) }
  for _, word in ipairs { ... } do words[#words + 1] = quoted(word) end
  return run("", words)
end

-- The same with a text, and with variables as a shell sets them before a command.
function program.run_text(text, environment)
  local name = os.tmpname()
  local file = assert(io.open(name, "w"))
  file:write(text)
  file:close()
  local output, status = run(environment or "", { interpreter(), quoted(name) })
  os.remove(name)
  return output, status
end

return program
