/* SPDX-License-Identifier: MIT */
/** @file
 * libv4lxx for C++20: owners, ranges, spans and exceptions above the C API, in headers only. Include this one and link with
 * `pkg-config --libs v4lxx`; docs/bindings/cpp.md has a first program.
 *
 * - A member is called as the C function without its prefix: v4lxx_device_list_formats() is Device::list_formats(). `get()` of an object is
 *   the handle for what has no member.
 * - A call that can fail throws Error. With std::nothrow as its first argument the same call returns a Result instead.
 * - Texts that are returned are valid UTF-8, end with a NUL, and live as long as the object they come from.
 * - Copies of objects are references of the same object; lists can only be moved. Any order of destruction is right.
 * - Threads: as the C function says that is called.
 */
#ifndef V4LXX_HPP
#define V4LXX_HPP

#include <v4lxx/v4lxx.h>

#include <v4lxx/cpp/context.hpp>
#include <v4lxx/cpp/control.hpp>
#include <v4lxx/cpp/device.hpp>
#include <v4lxx/cpp/device_info.hpp>
#include <v4lxx/cpp/doctor.hpp>
#include <v4lxx/cpp/error.hpp>
#include <v4lxx/cpp/event.hpp>
#include <v4lxx/cpp/format.hpp>
#include <v4lxx/cpp/frame.hpp>
#include <v4lxx/cpp/group.hpp>
#include <v4lxx/cpp/input.hpp>
#include <v4lxx/cpp/log.hpp>
#include <v4lxx/cpp/stream.hpp>

#endif
