// SPDX-License-Identifier: MIT
//! Linux video (V4L2) by libv4lxx: cameras, what they offer, and their frames, without a copy.
//!
//! ```
//! fn main() -> v4lxx::Result<()> {
//!     let mut stream = v4lxx::Context::new()?.open("sim:camera")?.stream(Default::default())?;
//!     stream.start()?;
//!     for frame in stream.frames().take(3) {
//!         let info = frame?.info();
//!         println!("frame {}: {}x{}, {} bytes in a row", info.sequence, info.width, info.height, info.plane_stride[0]);
//!     }
//!     Ok(())
//! }
//! ```
//!
//! `sim:camera` is a simulated camera, which needs no hardware; [`Context::devices`] lists what there is.
//!
//! - [`Context`], [`Device`] and [`StreamHandle`] are references that can be cloned and used by any thread.
//! - A [`Stream`] gives frames: [`Stream::frames`] waits for them, [`StreamHandle::fd`] is for an event loop, [`Stream::set_callback`] takes
//!   a function, [`Reader`] copies them into memory of one's own.
//! - The loop of a context takes frames of many streams on one thread: [`Context::add_stream`], [`Context::next_frame`]. What happens besides
//!   frames are events: [`Context::listen`], [`Context::next_event`].
//! - A [`Frame`] can be sent and kept; it stays readable whatever becomes of its stream. A callback gets a [`FrameRef`].
//! - Children keep their parents alive: anything can be dropped in any order.
//! - An [`Error`] prints what failed, why, and what to do.
//!
//! # Features
//!
//! - `dlopen`: the library is looked for when the program runs (`V4LXX_LIBRARY` names another one) instead of being linked.
//!   [`Context::new`] and [`library`] tell if it is missing. Functions that need no context ([`FourCc::name`], [`Code::meaning`] and their
//!   like) panic with that message where neither was called before.
//! - `tokio`: `AsyncStream`, a `futures::Stream` of frames; `AsyncContext`, the frames of many streams and events.
//! - `image`: frames as pictures of the crate `image`.
//! - `serde`: `Serialize` for all plain values.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod array;
mod call;
mod callback;
mod context;
mod context_loop;
mod control;
mod device;
mod device_info;
mod doctor;
mod error;
mod event;
mod format;
mod frame;
mod frames;
mod group;
mod histogram;
mod input;
mod library;
mod log;
mod macros;
mod negotiation;
mod picture;
mod reader;
#[cfg(doctest)]
mod refused;
#[rustfmt::skip]
mod records;
mod standard;
mod stream;
mod unwind;
#[rustfmt::skip]
mod values;

#[cfg(feature = "tokio")]
mod async_context;
#[cfg(feature = "tokio")]
mod async_stream;
#[cfg(feature = "image")]
mod image_buffers;

pub use array::Array;

#[cfg(feature = "tokio")]
pub use async_context::{Arrival, AsyncContext};
#[cfg(feature = "tokio")]
pub use async_stream::AsyncStream;
pub use context::{Context, DeviceList};
pub use control::{Control, MenuItem};
pub use device::Device;
pub use device_info::DeviceInfo;
pub use doctor::Finding;
pub use error::{Error, Failure, Panic, Result};
pub use event::{Event, Events};
pub use format::{FourCc, GrantedFormat, NoFourCc, OfferedFormat};
pub use frame::{Frame, FrameRef};
pub use frames::Frames;
pub use group::{FrameSet, Group, Sets};
pub use input::Input;
pub use library::{Library, library};
pub use log::LogRecord;
pub use negotiation::RankedMode;
pub use picture::Encoded;
pub use reader::Reader;
pub use records::*;
pub use standard::{NamedTimings, Standard, find_standard, standard_name};
pub use stream::{Stream, StreamHandle, Wait};
pub use values::*;
