-- SPDX-License-Identifier: MIT
-- The raw layer of this Lua: every function of the library, under its name without v4lxx_. By ffi on LuaJIT, else the module that SWIG
-- made. Arguments are the inputs in order, results the outputs in order; a failure is nil, message, status, error.
local has_ffi = type(rawget(_G, "jit")) == "table" and pcall(require, "ffi")
if has_ffi then return require "v4lxx.ffi" end

-- SWIG's module leaves two functions of its own among the globals; a program shall not see them.
local before = { swig_type = rawget(_G, "swig_type"), swig_equals = rawget(_G, "swig_equals") }
local good, core = pcall(require, "v4lxx.core")
rawset(_G, "swig_type", before.swig_type)
rawset(_G, "swig_equals", before.swig_equals)
if not good then
  error("v4lxx: cannot load the module that calls the library: " .. tostring(core)
    .. "\n  try: If it says libv4lxx.so.0, put the folder of the library into LD_LIBRARY_PATH. If it says 'undefined symbol', the library "
    .. "is older than this module. If there is no module, install the rock for " .. _VERSION .. ".", 0)
end
return core
