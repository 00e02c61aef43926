// SPDX-License-Identifier: MIT
//! What no program can do, since the compiler refuses it: the mistakes of bindings/conformance/scenarios/bad_input.txt that other languages
//! find out at run time, and what a callback may not do. Tests of the documentation compile each of them, and fail if one passes.
//!
//! Each begins like this, which passes:
//! ```
//! let context = v4lxx::Context::new()?;
//! let device = context.open("sim:camera")?;
//! let mut stream = device.stream(v4lxx::StreamOptions::new())?;
//! stream.start()?;
//! let frame = stream.next_frame(None)?.ready().unwrap();
//! # Ok::<(), v4lxx::Error>(())
//! ```
//! nil_name, number_for_name
//! ```compile_fail,E0277
//! fn f(context: &v4lxx::Context) { context.open(None::<&str>); }
//! ```
//! ```compile_fail,E0277
//! fn f(context: &v4lxx::Context) { context.open(7); }
//! ```
//! nil_context, nil_device
//! ```compile_fail,E0599
//! fn f(context: Option<v4lxx::Context>) { context.open("sim:camera"); }
//! ```
//! ```compile_fail,E0599
//! fn f(device: Option<v4lxx::Device>) { device.stream(v4lxx::StreamOptions::new()); }
//! ```
//! wrong_object
//! ```compile_fail,E0308
//! fn open(device: &v4lxx::Device) {}
//! fn f(stream: &v4lxx::Stream) { open(stream); }
//! ```
//! width_negative, width_too_large, width_fraction, width_text
//! ```compile_fail,E0600
//! v4lxx::StreamOptions::new().size(-1_u32, 480);
//! ```
//! ```compile_fail
//! v4lxx::StreamOptions::new().size(4294967296, 480);
//! ```
//! ```compile_fail,E0308
//! v4lxx::StreamOptions::new().size(1.5, 480);
//! ```
//! ```compile_fail,E0308
//! v4lxx::StreamOptions::new().size("wide", 480);
//! ```
//! time_text, time_not_a_number
//! ```compile_fail,E0308
//! fn f(stream: &mut v4lxx::Stream) { stream.next_frame("soon"); }
//! ```
//! ```compile_fail,E0308
//! fn f(stream: &mut v4lxx::Stream) { stream.next_frame(f64::NAN); }
//! ```
//! control_value_huge, control_value_table
//! ```compile_fail
//! fn f(device: &v4lxx::Device, control: &v4lxx::Control) { device.set_control(control, 9223372036854775808); }
//! ```
//! ```compile_fail,E0308
//! fn f(device: &v4lxx::Device, control: &v4lxx::Control) { device.set_control(control, [1, 2]); }
//! ```
//! callback_no_function
//! ```compile_fail,E0277
//! fn f(stream: &mut v4lxx::Stream) { stream.set_callback(7); }
//! ```
//! released_info, released_bytes, released_twice
//! ```compile_fail,E0382
//! fn f(frame: v4lxx::Frame) { drop(frame); frame.info(); }
//! ```
//! ```compile_fail,E0505
//! fn f(frame: v4lxx::Frame) { let bytes = frame.plane(0); drop(frame); println!("{bytes:?}"); }
//! ```
//! ```compile_fail,E0382
//! fn f(frame: v4lxx::Frame) { drop(frame); drop(frame); }
//! ```
//! closed_context
//! ```compile_fail,E0382
//! fn f(context: v4lxx::Context) { drop(context); context.open("sim:camera"); }
//! ```
//! What is lent to a callback cannot leave it
//! ```compile_fail,E0521
//! fn f(stream: &mut v4lxx::Stream) {
//!     let mut kept = Vec::new();
//!     stream.set_callback(move |_, frame| kept.push(frame));
//! }
//! ```
//! ```compile_fail,E0599
//! fn f(stream: &mut v4lxx::Stream) {
//!     stream.set_callback(|stream, _| { stream.dispatch(None); });
//! }
//! ```
//! Two threads cannot take frames of one stream
//! ```compile_fail,E0596
//! fn f(stream: std::sync::Arc<v4lxx::Stream>) { stream.try_next_frame(); }
//! ```
