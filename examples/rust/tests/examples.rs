//! Every example runs on the simulated camera and prints what those of the other languages print.

use std::process::Command;

/// What a program prints, line by line.
fn run(program: &str, arguments: &[&str]) -> Vec<String> {
    let output = Command::new(program)
        .args(arguments)
        .output()
        .expect("it runs");
    assert!(
        output.status.success(),
        "{program}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout)
        .expect("UTF-8")
        .lines()
        .map(String::from)
        .collect()
}

#[test]
fn list_names_the_simulated_camera() {
    let lines = run(env!("CARGO_BIN_EXE_list"), &[]);
    assert!(
        lines
            .iter()
            .any(|line| line == "sim:camera  Simulated camera"),
        "{lines:?}"
    );
}

#[test]
fn snap_writes_a_png() {
    let file = std::env::temp_dir().join(format!("v4lxx-snap-{}.png", std::process::id()));
    let name = file.to_str().expect("UTF-8");
    assert_eq!(
        run(env!("CARGO_BIN_EXE_snap"), &["sim:camera", name]),
        [format!("wrote {name}: 640x480 from YUYV")]
    );
    let bytes = std::fs::read(&file).expect("it is there");
    std::fs::remove_file(&file).expect("it goes");
    assert!(bytes.starts_with(b"\x89PNG"));
}

fn thirty_frames(program: &str) {
    let mut expected = vec![String::from("sim:camera,size=64x48,clock=virtual")];
    expected.extend((0..30).map(|number| format!("frame {number}: 64x48, 6144 bytes")));
    assert_eq!(
        run(program, &["sim:camera,size=64x48,clock=virtual"]),
        expected
    );
}

#[test]
fn capture_poll_takes_thirty_frames() {
    thirty_frames(env!("CARGO_BIN_EXE_capture_poll"));
}

#[test]
fn capture_callback_takes_thirty_frames() {
    thirty_frames(env!("CARGO_BIN_EXE_capture_callback"));
}

#[test]
fn two_cameras_take_fifteen_frames_each() {
    let mut lines = run(env!("CARGO_BIN_EXE_two_cameras"), &[]);
    lines.sort();
    assert_eq!(
        lines,
        ["sim:camera,id=2: 15 frames", "sim:camera: 15 frames"]
    );
}

#[test]
fn two_cameras_in_step_tell_how_far_they_are_apart() {
    assert_eq!(
        run(env!("CARGO_BIN_EXE_two_cameras_synced"), &[]),
        ["15 sets, 2.0 ms apart at most"]
    );
}

#[test]
fn reconnect_goes_on_when_the_camera_is_back() {
    let file = std::env::temp_dir().join(format!("v4lxx-away-{}.txt", std::process::id()));
    std::fs::write(&file, "at frame 10 unplug\nat time 1s replug\n").expect("it can be written");
    let camera = format!(
        "sim:camera,size=64x48,fps=120,script={}",
        file.to_str().expect("UTF-8")
    );
    let lines = run(env!("CARGO_BIN_EXE_reconnect"), &[&camera]);
    std::fs::remove_file(&file).expect("it goes");
    assert_eq!(
        lines,
        [camera.as_str(), "back after 10 frames: 64x48", "30 frames"]
    );
}

#[test]
fn frame_timing_tells_when_frames_were_taken() {
    let camera = "sim:camera,size=64x48,clock=virtual,timestamp=boottime";
    let lines = run(env!("CARGO_BIN_EXE_frame_timing"), &[camera]);
    assert_eq!(lines[..2], [camera, "frame 0: taken at an unknown time"]);
    assert_eq!(
        lines[2],
        "frame 1: taken at 2027-01-15 08:16:40.066666 UTC, within 1 us, delivered after 0 us"
    );
    assert_eq!(lines[11], "9 intervals, the longest 33.3 ms");
}

#[test]
fn throughput_says_where_the_time_goes() {
    let program = env!("CARGO_BIN_EXE_throughput");
    let lines = run(program, &["--json", "--touch", "--seconds", "0.5", "four"]);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert_eq!(lines[0].matches("\"frames\": ").count(), 4, "{lines:?}");
    assert!(!lines[0].contains("\"frames\": 0,"), "{lines:?}");
    assert!(lines[0].ends_with("\"copies\": 0.00}}"), "{lines:?}");
    let lines = run(
        program,
        &["--seconds", "0.2", "sim:camera,size=64x48,fps=120"],
    );
    assert!(
        lines.iter().any(|line| line.starts_with("wait ")),
        "{lines:?}"
    );
}

#[test]
fn a_failure_is_told_as_the_library_tells_it() {
    let output = Command::new(env!("CARGO_BIN_EXE_capture_poll"))
        .arg("/dev/null")
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(
        text.contains("V4LXX-E0106") && text.contains("  try:    "),
        "{text}"
    );
}
