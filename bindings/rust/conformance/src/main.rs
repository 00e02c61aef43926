// SPDX-License-Identifier: MIT
//! The runner of Rust: bindings/conformance/README.md says what it does. usage: runner FILE…

mod frames;
mod groups;
mod loops;
mod mistakes;
mod outcome;
mod scenario;
mod streams;
mod verbs;

use outcome::{Broken, Outcome};
use scenario::Scenario;
use std::process::ExitCode;
use verbs::Objects;

/// Runs one scenario; why this language cannot express it, if it cannot.
fn run(scenario: &Scenario) -> Result<Option<String>, Broken> {
    let mut objects = Objects::default();
    for step in &scenario.steps {
        let at = |Broken(text)| Broken(format!("line {}: {}: {text}", step.line, step.text));
        match objects.step(step).map_err(at)? {
            Outcome::ByType(why) => return Ok(Some(why.into())),
            outcome => {
                outcome.compare(&step.expected).map_err(at)?;
                if let Outcome::Failed(error) = outcome {
                    objects.last = Some(error);
                }
            }
        }
    }
    Ok(None)
}

fn main() -> ExitCode {
    // A panic in a callback is part of the scenarios, and its message is no news.
    std::panic::set_hook(Box::new(|_| {}));
    let mut count = 0;
    let mut good = true;
    for file in std::env::args().skip(1) {
        let scenarios = match scenario::read(&file) {
            Ok(scenarios) => scenarios,
            Err(Broken(text)) => {
                eprintln!("{file}: {text}");
                return ExitCode::FAILURE;
            }
        };
        for scenario in &scenarios {
            count += 1;
            let name = &scenario.name;
            match std::panic::catch_unwind(|| run(scenario)) {
                Ok(Ok(None)) => println!("ok {name}"),
                Ok(Ok(Some(why))) => println!("ok {name} # by type: {why}"),
                Ok(Err(Broken(text))) => {
                    good = false;
                    println!("not ok {name}: {text}");
                }
                Err(_) => {
                    good = false;
                    println!("not ok {name}: it panicked");
                }
            }
        }
    }
    println!("1..{count}");
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
