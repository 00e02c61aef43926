-- SPDX-License-Identifier: MIT
-- The programs of docs/bindings/lua.md print what the page says. Its marks are those of tests/docs/pages.py.
local tap = require "tests.tap"
local program = require "tests.program"

local PAGE = arg[0]:match "^(.*)/[^/]*$" .. "/../../../docs/bindings/lua.md"

local file = assert(io.open(PAGE))
local page = file:read "*a"
file:close()

local programs, outputs = {}, {}
for name, text in page:gmatch "<!%-%- file: (%S+) %-%->\n```lua\n(.-)```" do programs[name] = text end
for name, output in page:gmatch "```console\n%$ lua (%S+)\n(.-)```" do outputs[name] = output end

-- What they read.
local texts = {}
for name, text in page:gmatch "<!%-%- file: (%S+) %-%->\n```text\n(.-)```" do
  local out = assert(io.open(name, "w"))
  out:write(text)
  out:close()
  texts[#texts + 1] = name
end

for name, text in pairs(programs) do
  tap.test("section4_" .. name:gsub("%.lua$", "") .. "_prints_what_the_page_says", function()
    local output, status = program.run_text(text)
    -- Where an error was raised is said before its message.
    tap.equal(output:gsub("false\t[^\n]-: (bad argument)", "false\t%1"), assert(outputs[name], "the page shows no output"))
    tap.equal(status, 0)
  end)
end

for _, name in ipairs(texts) do os.remove(name) end

tap.test("section4_the_first_program_has_at_most_10_lines", function()
  local _, lines = programs["first.lua"]:gsub("\n", "")
  assert(lines <= 10, lines)
end)

tap.test("section4_the_page_has_programs", function()
  local count = 0
  for _ in pairs(programs) do count = count + 1 end
  assert(count >= 4)
end)

tap.finish()
