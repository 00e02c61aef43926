// SPDX-License-Identifier: MIT
//! Feature `dlopen`, each case in a process of its own: a library that is not there, and one that is too old.
#![cfg(feature = "dlopen")]

use std::process::Command;

/// What the case prints that runs in a process of its own.
fn answer_with(library: &str) -> String {
    let output = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "the_case_that_runs_alone", "--nocapture"])
        .env("V4LXX_LIBRARY", library)
        .output()
        .expect("this program runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn the_case_that_runs_alone() {
    match v4lxx_sys::load() {
        Ok(loaded) => println!("loaded {}", loaded.path),
        Err(problem) => println!("{problem}"),
    }
}

#[test]
fn u38_a_missing_library_is_one_message_with_what_was_tried_and_what_to_do() {
    let text = answer_with("/nowhere/libv4lxx.so.0");
    assert!(text.contains("cannot load libv4lxx\n"), "{text}");
    assert!(text.contains("tried:  /nowhere/libv4lxx.so.0: "), "{text}");
    assert!(text.contains("apt install libv4lxx0"), "{text}");
    assert!(text.contains("V4LXX_LIBRARY"), "{text}");
}

#[test]
fn u38_a_library_that_lacks_functions_names_both_versions() {
    let folder = std::env::temp_dir().join(format!("v4lxx-old-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let library = folder.join("libv4lxx.so.0");
    let source = folder.join("old.c");
    std::fs::write(&source, "const char *v4lxx_version_get_string(void) { return \"0.0.9\"; }\n").expect("a file");
    let built = Command::new("cc").args(["-shared", "-fPIC", "-o"]).args([&library, &source]).status().expect("cc");
    assert!(built.success());
    let text = answer_with(library.to_str().expect("a path of ASCII"));
    std::fs::remove_dir_all(&folder).expect("the folder goes");
    assert!(text.contains("it is version 0.0.9, this program was made for 0.1.0"), "{text}");
    assert!(text.contains("there is no v4lxx_"), "{text}");
}
