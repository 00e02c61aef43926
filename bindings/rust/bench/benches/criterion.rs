// SPDX-License-Identifier: MIT
//! The same and more with criterion, for changes of this binding: cargo bench -p v4lxx-bench

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;
use v4lxx::{Context, FourCc, ReadMode, Stream, StreamOptions};

fn running() -> Stream {
    let context = Context::new().expect("a context");
    let device = context.open("sim:camera,clock=virtual,pattern=cells").expect("a camera");
    let stream = device.stream(StreamOptions::new()).expect("a stream");
    stream.start().expect("it starts");
    stream
}

fn calls(criterion: &mut Criterion) {
    let library = v4lxx::library().expect("the library");
    criterion.bench_function("call", |bencher| bencher.iter(|| black_box(&library).version_number()));
    criterion.bench_function("struct", |bencher| bencher.iter(|| black_box(FourCc::YUYV).describe()));
    let context = Context::new().expect("a context");
    criterion.bench_function("failure", |bencher| bencher.iter(|| context.open(black_box("sim:camera,no_such_key=1"))));
}

fn frames(criterion: &mut Criterion) {
    let mut stream = running();
    criterion.bench_function("frame", |bencher| {
        bencher.iter(|| {
            let frame = stream.next_frame(None).expect("no failure").ready().expect("a frame");
            let info = frame.info();
            black_box((info.width, info.height, info.sequence, frame.plane(0).map(<[u8]>::as_ptr)))
        })
    });
    let mut stream = running();
    stream
        .set_callback(|_, frame| {
            black_box(frame.info());
        })
        .expect("set");
    criterion.bench_function("callback", |bencher| bencher.iter(|| stream.dispatch(Some(Duration::from_secs(1)))));
    let mut stream = running();
    let mut buffer = vec![0; 640 * 480 * 2];
    criterion.bench_function("read", |bencher| bencher.iter(|| stream.read_into(&mut buffer, ReadMode::FRAME, None)));
}

criterion_group!(benches, calls, frames);
criterion_main!(benches);
