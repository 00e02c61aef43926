-- SPDX-License-Identifier: MIT
-- How the objects of this module are made.
local class = {}

-- Objects of the library without a state in Lua: what is known of them, each by a function, and methods.
function class.immutable(name, properties, methods)
  return {
    __index = function(object, key)
      local property = properties[key]
      if property then return property(object) end
      return methods and methods[key]
    end,
    __name = "v4lxx." .. name,
    __tostring = function(object) return "v4lxx." .. name .. ": " .. tostring(properties.__text(object)) end,
  }
end

-- Objects that are tables with a `handle` of the library in them.
function class.of(name, methods)
  methods.__index, methods.__name = methods, "v4lxx." .. name
  methods.__tostring = methods.__tostring or function(object) return "v4lxx." .. name .. ": " .. tostring(object.name or object.handle) end
  return methods
end

-- The handle of an object, or an error that says which object was expected.
function class.handle(object, metatable)
  if type(object) ~= "table" or getmetatable(object) ~= metatable then
    error(metatable.__name .. " expected, got " .. (type(object) == "table" and "another table" or type(object)), 3)
  end
  return object.handle
end

return class
