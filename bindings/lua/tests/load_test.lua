-- SPDX-License-Identifier: MIT
-- What a program hears when the library is not there, or too old.
local tap = require "tests.tap"
local program = require "tests.program"

local TEXT = "local good, problem = pcall(require, 'v4lxx') print(good, problem)"
local IS_JIT = type(jit) == "table"

tap.test("U03_a_missing_library_is_one_message_with_what_to_do", function()
  local output = program.run_text(TEXT, "LD_LIBRARY_PATH=/nowhere LUA_CPATH=" .. (IS_JIT and "/nowhere" or "'" .. package.cpath .. "'"))
  assert(output:find "^false", output)
  assert(output:find("libv4lxx.so.0", 1, true) and output:find("LD_LIBRARY_PATH", 1, true), output)
end)

tap.test("U03_a_module_that_is_not_there_is_one_message", function()
  if IS_JIT then return end -- it needs none
  local output = program.run_text(TEXT, "LUA_CPATH=/nowhere/?.so")
  assert(output:find "^false" and output:find("install the rock for " .. _VERSION, 1, true), output)
end)

tap.test("U03_an_older_library_is_named_with_both_versions", function()
  local name = os.tmpname()
  local compile = assert(io.popen("cc -shared -fPIC -Wl,-soname,libv4lxx.so.0 -o " .. name .. " -x c -", "w"))
  compile:write "const char *v4lxx_version_get_string(void) { return \"0.0.7\"; }\n"
  compile:close()
  local folder = name .. ".d"
  os.execute("mkdir " .. folder .. " && mv " .. name .. " " .. folder .. "/libv4lxx.so.0")
  local output = program.run_text(TEXT, "LD_LIBRARY_PATH=" .. folder)
  os.execute("rm -r " .. folder)
  assert(output:find "^false", output)
  -- SWIG's module is bound to the library by the system, which names the function that it misses.
  assert(output:find(IS_JIT and "0.0.7" or "undefined symbol: v4lxx_", 1, true), output)
  assert(output:find(IS_JIT and "this module is of version 0.1" or "older than this module", 1, true), output)
end)

tap.finish()
