// SPDX-License-Identifier: MIT
//! What is Rust's own about streams and frames; what all languages have in common is in bindings/conformance.

use std::os::fd::{AsFd, AsRawFd};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;
use v4lxx::{Code, Context, Error, Frame, ListFlags, LogLevel, LogTopic, Status, Stream, StreamHandle, StreamOptions, Wait};

const CAMERA: &str = "sim:camera,clock=virtual,pattern=cells,format=YUYV,size=64x48";
const SECOND: Option<Duration> = Some(Duration::from_secs(1));

fn running(name: &str) -> Stream {
    let stream = Context::new().and_then(|context| context.open(name)).and_then(|device| device.stream(StreamOptions::new()));
    let stream = stream.expect("a simulated camera");
    stream.start().expect("it starts");
    stream
}

fn next(stream: &mut Stream) -> Frame {
    stream.next_frame(SECOND).expect("no failure").ready().expect("a frame")
}

/// A camera that never has a frame, on the real clock.
fn silent() -> Stream {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/no_frames.txt");
    running(&format!("sim:camera,pattern=cells,script={script}"))
}

#[test]
fn s39_a_panic_in_a_callback_stops_the_stream_and_comes_out_of_dispatch() {
    let mut stream = running(CAMERA);
    let mut calls = 0;
    stream
        .set_callback(move |_, _| {
            calls += 1;
            assert!(calls < 2, "enough");
        })
        .expect("set");
    assert_eq!(stream.dispatch(SECOND).expect("the first frame"), Wait::Ready(()));
    let error = stream.dispatch(SECOND).expect_err("the second one panics");
    let Error::Panicked(panic) = error else { panic!("{error}") };
    assert_eq!(panic.message(), "enough");
    let resumed = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| panic.resume())).expect_err("it goes on panicking");
    assert_eq!(resumed.downcast_ref::<&str>(), Some(&"enough"));
    assert_eq!(stream.dispatch(SECOND).expect_err("it was stopped").code(), Some(Code::NOT_RUNNING));
}

/// Panics when it goes.
struct Bad;

impl Drop for Bad {
    fn drop(&mut self) {
        panic!("not even letting go");
    }
}

#[test]
fn s39_a_callback_that_panics_when_it_goes_does_no_harm() {
    let mut stream = running(CAMERA);
    let bad = Bad;
    stream
        .set_callback(move |_, _| {
            let _ = &bad;
        })
        .expect("set");
    stream.clear_callback().expect("taken away");
    let error = stream.dispatch(SECOND).expect_err("the panic is told by the next dispatch");
    assert!(error.to_string().contains("not even letting go"), "{error}");
}

#[test]
fn s39_everything_can_be_dropped_in_any_order() {
    // 0: context, 1: device, 2: stream, 3: handle, 4: frame.
    for first in 0..5 {
        for second in 0..5 {
            let context = Context::new().expect("a context");
            let device = context.open(CAMERA).expect("a camera");
            let mut stream = device.stream(StreamOptions::new()).expect("a stream");
            stream.start().expect("it starts");
            let frame = next(&mut stream);
            let handle = stream.handle();
            let mut parts: Vec<Option<Box<dyn std::any::Any>>> =
                vec![Some(Box::new(context)), Some(Box::new(device)), Some(Box::new(stream)), Some(Box::new(handle)), None];
            let kept = frame.clone();
            parts[4] = Some(Box::new(frame));
            parts[first] = None;
            parts[second] = None;
            assert_eq!(kept.plane(0).map(<[u8]>::len), Some(64 * 48 * 2));
            drop(parts);
            assert_eq!(kept.sequence(), 0);
        }
    }
}

#[test]
fn s39_a_callback_is_let_go_of_exactly_once() {
    struct Count(Arc<AtomicUsize>);
    impl Drop for Count {
        fn drop(&mut self) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
    let gone = Arc::new(AtomicUsize::new(0));
    let mut stream = running(CAMERA);
    for _ in 0..2 {
        let count = Count(gone.clone());
        stream.set_callback(move |_, _| assert_ne!(count.0.load(Ordering::Relaxed), 9)).expect("set");
    }
    assert_eq!(gone.load(Ordering::Relaxed), 1);
    stream.close();
    let count = Count(gone.clone());
    let refused = stream.set_callback(move |_, _| assert_ne!(count.0.load(Ordering::Relaxed), 9)).expect_err("it is closed");
    assert_eq!(refused.status(), Status::ERROR_CLOSED);
    drop(stream);
    assert_eq!(gone.load(Ordering::Relaxed), 3);
}

#[test]
fn u36_a_callback_with_a_handle_of_its_own_stream_keeps_nothing_alive() {
    for is_closed_before in [false, true] {
        let gone = Arc::new(());
        let mut stream = running(CAMERA);
        let (handle, held) = (stream.handle(), gone.clone());
        stream.set_callback(move |_, _| assert!(handle.buffer_count() > 0 && Arc::strong_count(&held) > 0)).expect("set");
        stream.dispatch(SECOND).expect("a frame");
        if is_closed_before {
            stream.close();
        }
        drop(stream);
        assert_eq!(Arc::strong_count(&gone), 1, "closed before: {is_closed_before}");
    }
}

#[test]
fn u38_streams_and_frames_move_between_threads() {
    fn moves<T: Send + Sync + 'static>() {}
    moves::<Context>();
    moves::<v4lxx::Device>();
    moves::<Stream>();
    moves::<StreamHandle>();
    moves::<Frame>();
    moves::<v4lxx::Control>();
    moves::<v4lxx::Encoded>();
    let mut stream = running(CAMERA);
    let frame = next(&mut stream);
    let size = std::thread::spawn(move || frame.plane(0).map(<[u8]>::len)).join().expect("no panic");
    assert_eq!(size, Some(64 * 48 * 2));
    let frame = std::thread::spawn(move || next(&mut stream)).join().expect("no panic");
    assert_eq!(frame.sequence(), 1);
}

#[test]
fn u36_a_callback_may_keep_a_frame() {
    let (sender, frames) = mpsc::channel();
    let mut stream = running(CAMERA);
    stream.set_callback(move |_, frame| sender.send(frame.keep()).expect("somebody listens")).expect("set");
    for _ in 0..3 {
        stream.dispatch(SECOND).expect("a frame");
    }
    drop(stream);
    assert_eq!(frames.iter().map(|frame| frame.sequence()).collect::<Vec<_>>(), [0, 1, 2]);
}

#[test]
fn u10_a_handle_cancels_a_wait_of_another_thread() {
    let mut stream = silent();
    let handle = stream.handle();
    let waiting = std::thread::spawn(move || stream.next_frame(None));
    std::thread::sleep(Duration::from_millis(20));
    handle.cancel();
    let error = waiting.join().expect("no panic").expect_err("cancelled");
    assert_eq!(error.status(), Status::ERROR_CANCELLED);
}

#[test]
fn u10_frames_end_their_wait_at_the_time_limit_and_go_on() {
    let mut stream = silent();
    let mut frames = stream.frames().timeout(Duration::from_millis(5));
    for _ in 0..2 {
        let error = frames.next().expect("an item").expect_err("nothing comes");
        assert!(matches!(error, Error::TimedOut(_)), "{error}");
    }
}

#[test]
fn u10_frames_end_behind_a_failure() {
    let mut stream = running(CAMERA);
    stream.close();
    let items: Vec<_> = stream.frames().collect();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].as_ref().expect_err("closed").status(), Status::ERROR_CLOSED);
}

#[test]
fn bar14f_dropping_a_stream_frees_the_device_although_a_handle_is_left() {
    let context = Context::new().expect("a context");
    let device = context.open(CAMERA).expect("a camera");
    let stream = device.stream(StreamOptions::new()).expect("a stream");
    stream.start().expect("it starts");
    let handle = stream.handle();
    drop(stream);
    assert_eq!(handle.start().expect_err("closed").status(), Status::ERROR_CLOSED);
    device.stream(StreamOptions::new()).expect("another stream").start().expect("it starts");
}

#[test]
fn u38_a_stream_is_waited_for_by_its_descriptor() {
    let stream = running(CAMERA);
    assert_eq!(stream.as_fd().as_raw_fd(), stream.as_raw_fd());
    assert_eq!(stream.fd().expect("a descriptor").as_raw_fd(), stream.as_raw_fd());
}

#[test]
fn u38_a_stream_closed_before_has_no_descriptor_and_says_so() {
    let stream = running(CAMERA);
    stream.close();
    assert_eq!(stream.fd().expect_err("none").code(), Some(Code::TOO_MANY_FILES));
}

#[test]
fn u38_an_error_has_the_answer_of_the_kernel_as_its_source() {
    let context = Context::new().expect("a context");
    let error = context.open("/dev/v4lxx-no-such-node").expect_err("there is none");
    let source = std::error::Error::source(&error).and_then(|source| source.downcast_ref::<std::io::Error>());
    assert_eq!(source.and_then(std::io::Error::raw_os_error), Some(2));
    assert_eq!(format!("{error:?}"), error.to_string());
    assert_eq!(error.code().map(Code::status), Some(Status::ERROR_NOT_FOUND));
    assert_eq!(Code::find("E0101"), error.code());
    assert_eq!(std::io::Error::from(error).kind(), std::io::ErrorKind::NotFound);
}

#[test]
fn u38_the_log_goes_to_a_closure_and_survives_its_panic() {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let context = Context::new().expect("a context");
    let kept = heard.clone();
    context.set_log(LogLevel::INFO, move |record| kept.lock().expect("no panic").push(record.topic())).expect("set");
    drop(context.open(CAMERA).expect("a camera"));
    assert_eq!(*heard.lock().expect("no panic"), [LogTopic::DEVICE_OPENED, LogTopic::DEVICE_CLOSED]);
    context.set_log(LogLevel::INFO, |_| panic!("too much")).expect("set");
    drop(context.open(CAMERA).expect("a camera"));
    context.clear_log().expect("cleared");
    assert_eq!(Arc::strong_count(&heard), 1);
}

#[test]
fn u38_a_list_is_a_slice_whose_entries_outlive_it() {
    let context = Context::new().expect("a context");
    context.add_simulated("sim:camera,id=7,card=Left camera").expect("added");
    let list = context.list(ListFlags::SIMULATED).expect("a list");
    let left = list.iter().find(|info| info.card() == "Left camera").cloned().expect("it is there");
    drop(list);
    assert!(left.is_camera() && left.is_simulated() && left.failure().is_none());
    assert_eq!(left.nodes().len(), 1);
    assert_eq!(context.open(left.path()).expect("it opens").info().card(), "Left camera");
}

#[test]
fn bar14d_a_frame_that_is_kept_can_be_found_by_an_address_in_it() {
    let mut stream = running(CAMERA);
    let frame = next(&mut stream);
    frame.set_holder(7);
    let address = frame.plane(0).expect("a plane").as_ptr() as u64;
    assert_eq!(stream.held().expect("a list").iter().map(|held| held.holder).collect::<Vec<_>>(), [7]);
    drop(frame);
    let found = stream.find_frame(address + 6143).expect("it was a frame");
    assert_eq!((found.number, found.references, found.holder), (0, 0, 7));
    assert_eq!(stream.find_frame(1).expect_err("nobody's").status(), Status::ERROR_ARGUMENT);
}
