// SPDX-License-Identifier: MIT
//! The features `tokio`, `image` and `serde`.
#![cfg(all(feature = "tokio", feature = "image", feature = "serde"))]

use futures_core::Stream as _;
use std::future::poll_fn;
use std::pin::pin;
use std::time::Duration;
use v4lxx::{Arrival, AsyncContext, AsyncStream, Context, EventKind, ImageType, ListenFlags, Result, Stream, StreamOptions};

fn running(name: &str) -> Result<Stream> {
    let stream = Context::new()?.open(name)?.stream(StreamOptions::new())?;
    stream.start()?;
    Ok(stream)
}

fn silent() -> Result<Stream> {
    running(concat!("sim:camera,pattern=cells,script=", env!("CARGO_MANIFEST_DIR"), "/tests/no_frames.txt"))
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(future)
}

#[test]
fn bar10g_twenty_streams_are_waited_for_by_one_thread() {
    block_on(async {
        let mut tasks = Vec::new();
        for number in 0..20 {
            let stream = running(&format!("sim:camera,pattern=cells,fps=60,id={number}")).expect("it runs");
            let mut frames = AsyncStream::new(stream).expect("it is registered");
            tasks.push(tokio::spawn(async move {
                // On a busy machine some are dropped by the camera, as a real one would.
                let mut last = None;
                for _ in 0..5 {
                    let sequence = frames.next().await.expect("no end").expect("a frame").sequence();
                    assert!(Some(sequence) > last);
                    last = Some(sequence);
                }
            }));
        }
        for task in tasks {
            task.await.expect("no panic");
        }
    });
}

#[test]
fn u10_a_wait_of_tokio_can_be_given_up_and_cancelled() {
    block_on(async {
        let mut frames = AsyncStream::new(silent().expect("it runs")).expect("it is registered");
        assert!(tokio::time::timeout(Duration::from_millis(20), frames.next()).await.is_err());
        let handle = frames.stream().handle();
        let cancel = tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(20)).await;
            handle.cancel();
        });
        let error = frames.next().await.expect("an item").expect_err("cancelled");
        assert_eq!(error.status(), v4lxx::Status::ERROR_CANCELLED);
        assert!(frames.next().await.is_none());
        cancel.await.expect("no panic");
        frames.into_inner().stop().expect("it stops");
    });
}

#[test]
fn u38_an_async_stream_is_a_stream_of_futures() {
    block_on(async {
        let stream = running("sim:camera,clock=virtual,pattern=cells").expect("it runs");
        let mut frames = pin!(AsyncStream::new(stream).expect("it is registered"));
        let frame = poll_fn(|context| frames.as_mut().poll_next(context)).await.expect("no end").expect("a frame");
        assert_eq!(frame.sequence(), 0);
    });
}

#[test]
fn u18_a_frame_is_a_picture_of_the_crate_image() {
    let mut stream = running("sim:camera,clock=virtual,format=YUYV,size=320x240").expect("it runs");
    let frame = stream.frames().next().expect("an item").expect("a frame");
    let rgb = frame.to_rgb_image().expect("a picture");
    assert_eq!(rgb.dimensions(), (320, 240));
    let png = image::load_from_memory(&frame.encode(ImageType::PNG).expect("a file")).expect("a picture");
    assert_eq!(png.into_rgb8(), rgb);
}

#[test]
fn u16_the_luma_of_a_frame_is_seen_where_it_lies() {
    for (format, step, first) in [("YUYV", 2, 0), ("UYVY", 2, 1), ("NV12", 1, 0), ("GREY", 1, 0)] {
        let mut stream = running(&format!("sim:camera,clock=virtual,format={format},size=64x48,padding=16")).expect("it runs");
        let frame = stream.frames().next().expect("an item").expect("a frame");
        let stride = frame.info().plane_stride[0] as usize;
        let bytes = frame.plane(0).expect("bytes");
        let luma = frame.luma().expect("there is luma");
        let view = luma.as_view::<image::Luma<u8>>().expect("it fits");
        assert_eq!(luma.samples.as_ptr(), bytes[first..].as_ptr());
        for (x, y) in [(0, 0), (63, 0), (5, 20), (63, 47)] {
            let expected = bytes[y * stride + x * step + first];
            assert_eq!(image::GenericImageView::get_pixel(&view, x as u32, y as u32).0, [expected], "{format} {x} {y}");
        }
    }
    let mut stream = running("sim:camera,clock=virtual,format=RGB3,size=64x48").expect("it runs");
    assert!(stream.frames().next().expect("an item").expect("a frame").luma().is_none());
}

#[test]
fn u38_plain_values_are_serialized_by_their_names() {
    let camera = Context::new().and_then(|context| context.open("sim:camera")).expect("a camera");
    let json = serde_json::to_value(camera.info()).expect("json");
    assert_eq!(json["path"], "sim:camera");
    assert_eq!(json["role"], "CAPTURE");
    assert_eq!(json["problem"], serde_json::Value::Null);
    let json = serde_json::to_value(camera.modes(&v4lxx::Wish::new(), &[]).expect("modes")).expect("json");
    assert_eq!(json[0]["mode"]["verdict"], "BEST");
    assert!(json[0]["mode"]["fourcc"].is_string());
    let json = serde_json::to_value(camera.control("auto_exposure").expect("a control")).expect("json");
    assert_eq!(json["kind"], "MENU");
    assert!(json["items"].as_array().is_some_and(|items| items.len() == 2));
    let stream = camera.stream(StreamOptions::new()).expect("a stream");
    let json = serde_json::to_value(stream.account().expect("an account")).expect("json");
    assert_eq!(json["delivered"], 0);
}

#[test]
fn bar10g_frames_of_many_streams_and_events_are_waited_for_by_one_task() {
    block_on(async {
        let context = Context::new().expect("a context");
        context.listen(ListenFlags::STREAMS).expect("it listens");
        let mut streams = Vec::new();
        for (tag, script) in (1..).zip(["", ",script=tests/last_at_3.txt", ""]) {
            let device =
                context.open(format!("sim:camera,pattern=cells,size=64x48,fps=100,id={tag}{script}")).expect("a camera");
            let stream = device.stream(StreamOptions::new()).expect("a stream");
            context.add_stream(&stream, tag).expect("added");
            stream.start().expect("it starts");
            streams.push(stream);
        }
        let mut arrivals = AsyncContext::new(context).expect("it is registered");
        let (mut frames, mut ends, mut told) = ([0; 4], Vec::new(), Vec::new());
        while frames[1] < 10 || frames[3] < 10 || told.is_empty() {
            match arrivals.next().await.expect("no failure of the loop") {
                Arrival::Frame(tag, frame) => {
                    assert_eq!(frame.width(), 64);
                    frames[usize::try_from(tag).expect("a small one")] += 1;
                }
                Arrival::End(tag) => ends.push(tag),
                Arrival::Event(event) => told.push((event.kind(), event.info().tag)),
                Arrival::Failed(tag, error) => panic!("stream {tag}: {error}"),
            }
        }
        assert_eq!((ends, told), (vec![2], vec![(EventKind::ENDED, 2)]));
        streams[0].close();
        while !matches!(arrivals.next().await.expect("no failure of the loop"), Arrival::Failed(1, _)) {}
        streams.clear();
        assert!(tokio::time::timeout(Duration::from_millis(30), arrivals.next()).await.is_err());
        arrivals.context().cancel();
        assert_eq!(arrivals.next().await.expect_err("cancelled").status(), v4lxx::Status::ERROR_CANCELLED);
        drop(arrivals.into_inner());
    });
}
