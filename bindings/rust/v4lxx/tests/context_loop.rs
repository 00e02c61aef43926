// SPDX-License-Identifier: MIT
//! What is Rust's own about the loop and the events of a context; what all languages have in common is in bindings/conformance.

use std::os::fd::{AsFd, AsRawFd};
use std::time::Duration;
use v4lxx::{Code, Context, Event, EventKind, ListenFlags, Status, Stream, StreamOptions, Wait};

const CAMERA: &str = "sim:camera,clock=virtual,pattern=cells,format=YUYV,size=64x48";
const SECOND: Option<Duration> = Some(Duration::from_secs(1));

/// A context whose loop has a running stream of each camera, with the tags 1, 2 and so on.
fn rig(names: &[&str]) -> (Context, Vec<Stream>) {
    let context = Context::new().expect("a context");
    let streams = (1..).zip(names).map(|(tag, name)| {
        let stream = context.open(name).and_then(|device| device.stream(StreamOptions::new())).expect("a stream");
        context.add_stream(&stream, tag).expect("added");
        stream.start().expect("it starts");
        stream
    });
    let streams = streams.collect();
    (context, streams)
}

fn silent() -> String {
    format!("sim:camera,pattern=cells,script={}/tests/no_frames.txt", env!("CARGO_MANIFEST_DIR"))
}

fn next_event(context: &Context) -> Option<Event> {
    context.next_event(Some(Duration::ZERO)).expect("no failure").ready()
}

#[test]
fn bar10a_frames_of_any_stream_come_with_its_tag() {
    let (context, _streams) = rig(&[CAMERA, &format!("{CAMERA},id=2")]);
    let mut counts = [0; 3];
    let mut held = Vec::new();
    for _ in 0..20 {
        let (tag, frame) = context.next_frame(SECOND);
        counts[usize::try_from(tag).expect("a small one")] += 1;
        held = vec![frame.expect("no failure").ready().expect("a frame")];
    }
    assert_eq!(counts[0], 0);
    assert!(counts[1] >= 8 && counts[2] >= 8, "{counts:?}");
    drop((context, _streams));
    assert_eq!(held[0].width(), 64);
}

#[test]
fn s01_the_failure_of_a_stream_has_its_tag_and_the_event_says_why() {
    let (context, streams) = rig(&[CAMERA, &format!("{CAMERA},id=2")]);
    context.listen(ListenFlags::STREAMS).expect("it listens");
    streams[1].close();
    let mut closed = 0;
    for _ in 0..10 {
        match context.next_frame(SECOND) {
            (1, Ok(Wait::Ready(_) | Wait::Again)) => {}
            (2, Err(error)) if error.status() == Status::ERROR_CLOSED => closed += 1,
            other => panic!("{other:?}"),
        }
    }
    assert!(closed <= 1);
    context.remove_stream(&streams[0]);
    context.remove_stream(&streams[0]);
}

#[test]
fn b03_an_event_is_a_value_that_stays() {
    let (context, streams) = rig(&[CAMERA]);
    let refused = context.next_event(SECOND).expect_err("nobody listens");
    assert_eq!(refused.code(), Some(Code::NOT_LISTENING));
    context.listen(ListenFlags::STREAMS).expect("it listens");
    assert!(next_event(&context).is_none());
    streams[0].stop().expect("it stops");
    drop(streams);
    let name = concat!("sim:camera,clock=virtual,size=64x48,id=3,script=", env!("CARGO_MANIFEST_DIR"), "/tests/last_at_3.txt");
    let stream = context.open(name).and_then(|device| device.stream(StreamOptions::new()));
    let stream = stream.expect("a stream");
    context.add_stream(&stream, 9).expect("added");
    stream.start().expect("it starts");
    for _ in 0..4 {
        assert!(matches!(context.next_frame(SECOND), (9, Ok(Wait::Ready(_)))));
    }
    assert!(matches!(context.next_frame(SECOND), (9, Ok(Wait::End))));
    let event = context.events().next().expect("no end").expect("an event");
    drop((stream, context));
    let clone = std::thread::spawn(move || event.clone()).join().expect("an event may go to another thread");
    assert_eq!((clone.kind(), clone.info().tag), (EventKind::ENDED, 9));
    assert_eq!(clone.kind().word(), "ended");
    assert_eq!(clone.device().card(), "Simulated camera");
    assert!(clone.to_string().contains("Simulated camera"), "{clone:?}");
}

#[test]
fn bar10c_another_thread_cancels_and_a_second_one_is_refused() {
    let (context, _streams) = rig(&[&silent()]);
    context.listen(ListenFlags::STREAMS).expect("it listens");
    let (other, (tell, told)) = (context.clone(), std::sync::mpsc::channel());
    let waiting = std::thread::spawn(move || {
        tell.send(()).expect("somebody hears");
        other.next_frame(None).1.map(|_| ())
    });
    told.recv().expect("it runs");
    std::thread::sleep(Duration::from_millis(50));
    let (_, busy) = context.next_frame(Some(Duration::ZERO));
    assert_eq!(busy.expect_err("refused").code(), Some(Code::LOOP_BUSY));
    context.cancel();
    assert_eq!(waiting.join().expect("no panic").expect_err("cancelled").status(), Status::ERROR_CANCELLED);
    context.cancel();
    let mut events = context.events();
    assert_eq!(events.next().expect("an item").expect_err("cancelled").status(), Status::ERROR_CANCELLED);
    assert!(events.next().is_none());
}

#[test]
fn bar10a_a_context_has_one_descriptor() {
    let context = Context::new().expect("a context");
    assert_eq!(context.as_fd().as_raw_fd(), context.as_raw_fd());
    assert!(context.as_raw_fd() >= 0);
    assert_eq!(context.missed_events(), 0);
}
