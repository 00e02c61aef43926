-- SPDX-License-Identifier: MIT
-- Reads scenarios: bindings/conformance/README.md has their form.
local script = {}

local function unescape(text)
  return (text:gsub("\\x(%x%x)", function(digits) return string.char(tonumber(digits, 16)) end):gsub("\\(.)", "%1"))
end

-- The words of a line; `quoted` has the places of those in quotes, which are no sign such as =>.
local function words_of(line)
  local words, quoted, at = {}, {}, 1
  while true do
    at = line:find("%S", at)
    if not at or line:sub(at, at) == "#" then return words, quoted end
    local word, after = "", at
    while after <= #line and not line:sub(after, after):find "%s" do
      if line:sub(after, after) == '"' then
        local stop = after + 1
        while line:sub(stop, stop) ~= '"' do
          if stop > #line then error("a quote is not closed: " .. line, 0) end
          stop = stop + (line:sub(stop, stop) == "\\" and 2 or 1)
        end
        word, after = word .. unescape(line:sub(after + 1, stop - 1)), stop + 1
        quoted[#words + 1] = true
      else
        word, after = word .. line:sub(after, after), after + 1
      end
    end
    words[#words + 1], at = word, after
  end
end

local function step_of(line, number, replace)
  local words, quoted = words_of(line)
  local step = { number = number, text = line:match "^%s*(.-)%s*$", words = {}, expected = {} }
  local target = step.words
  for i, word in ipairs(words) do
    if word == "=>" and not quoted[i] then
      target = step.expected
    else
      target[#target + 1] = word:gsub("%$(%u+)", replace)
    end
  end
  if #step.expected == 0 then step.expected[1] = "ok" end
  return step
end

-- The scenarios of a file: name and steps.
function script.read(path, replace)
  local scenarios, number = {}, 0
  local file = assert(io.open(path))
  for line in file:lines() do
    number = number + 1
    local step = step_of(line, number, replace)
    if step.words[1] == "scenario" then
      scenarios[#scenarios + 1] = { name = step.words[2] }
    elseif step.words[1] then
      local steps = scenarios[#scenarios] or error(path .. ": a step before the first scenario", 0)
      steps[#steps + 1] = step
    end
  end
  file:close()
  return scenarios
end

-- "20ms", "2s", "0" or "-1" as seconds; nil is for ever.
function script.seconds(text)
  local number, unit = text:match "^(%-?%d+)(%a*)$"
  if not number then error("no time: " .. text, 0) end
  if number == "-1" then return nil end
  return tonumber(number) / (unit == "ms" and 1000 or 1)
end

-- The words from a place on as a table: width=640 becomes width = "640".
function script.options(words, from)
  local options = {}
  for i = from, #words do
    local key, value = words[i]:match "^([%w_]+)=(.*)$"
    if not key then error("no KEY=VALUE: " .. words[i], 0) end
    options[key] = tonumber(value) or value
  end
  return options
end

return script
