/* SPDX-License-Identifier: MIT */
// The mistakes of ../scenarios/bad_input.txt that a compiler of C++ refuses: each is a concept, which a right line satisfies and a wrong one
// does not. ../compiler_test.py compiles this.
#include <v4lxx/v4lxx.hpp>

#include <cmath>
#include <vector>

template <class Value>
concept CanBeName = requires(v4lxx::Context context, Value value) { context.open(value); };
static_assert(CanBeName<const char *> && CanBeName<std::string> && CanBeName<std::string_view>);
static_assert(!CanBeName<int> && !CanBeName<std::nullptr_t>);  // number_for_name, nil_name

template <class Left, class Right>
concept CanBecome = requires(Left left, Right right) { left = right; };
static_assert(CanBecome<v4lxx::Device, v4lxx::Device>);
static_assert(!CanBecome<v4lxx::Device, v4lxx::Stream> && !CanBecome<v4lxx::Device, v4lxx_device *>);  // wrong_object
static_assert(!CanBecome<v4lxx::DeviceList, const v4lxx::DeviceList &>);                               // a list has one owner

template <auto value>
concept CanBeWidth = requires(v4lxx::Device device) { device.create_stream({.width = value}); };
static_assert(CanBeWidth<640>);
static_assert(!CanBeWidth<-1> && !CanBeWidth<4294967296> &&
              !CanBeWidth<1.5>);  // width_negative, width_too_large, width_fraction

template <class Value>
concept CanBeWidthToo = requires(v4lxx::Device device, Value value) { device.create_stream({.width = value}); };
static_assert(CanBeWidthToo<std::uint32_t>);
static_assert(!CanBeWidthToo<const char *> && !CanBeWidthToo<std::int64_t>);  // width_text

template <class Value>
concept CanBeTime = requires(v4lxx::Stream stream, Value value) { stream.next(value); };
static_assert(CanBeTime<std::chrono::seconds> && CanBeTime<std::chrono::nanoseconds>);
static_assert(!CanBeTime<const char *> && !CanBeTime<int>);                      // time_text
static_assert(!CanBeTime<double> && !CanBeTime<std::chrono::duration<double>>);  // time_not_a_number

template <class Value>
concept CanBeControlValue =
    requires(v4lxx::Device device, v4lxx::Control control, Value value) { device.set_control(control, value); };
static_assert(CanBeControlValue<int> && CanBeControlValue<bool> && CanBeControlValue<std::uint64_t>);
static_assert(!CanBeControlValue<std::vector<int>> && !CanBeControlValue<double>);  // control_value_table

template <class Value>
concept CanBeCallback = requires(v4lxx::Stream stream, Value value) { stream.set_frame_callback(value); };
static_assert(CanBeCallback<void (*)(v4lxx::Frame &)> && CanBeCallback<void (*)(v4lxx::Stream &, v4lxx::Frame &)>);
static_assert(!CanBeCallback<int> && !CanBeCallback<void (*)(int)>);  // callback_no_function

int main() {}
