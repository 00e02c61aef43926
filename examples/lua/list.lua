-- Lists the cameras of this machine, those that cannot be used with the reason, and the simulated one.
-- Run: lua list.lua
local v4lxx = require "v4lxx"

-- A call that fails gives nil and a message that says what failed, why, and what to do about it; assert() stops with it.
for _, info in ipairs(assert(v4lxx.list { simulated = true })) do
  local problem = info.error
  print(info.path .. "  " .. info.card .. (problem and "  " .. problem.message or ""))
end
