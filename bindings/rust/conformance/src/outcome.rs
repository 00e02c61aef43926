// SPDX-License-Identifier: MIT
//! What came of a step, and whether it is what was expected.

use v4lxx::{Error, Wait};

/// The scenario cannot go on, with the reason.
#[derive(Debug)]
pub struct Broken(pub String);

/// What came of a step.
pub enum Outcome {
    Value(String),
    Failed(Error),
    /// There is no such element: `None`.
    NoSuchIndex,
    /// The compiler refuses it.
    ByType(&'static str),
}

pub type Done = Result<Outcome, Broken>;

impl Outcome {
    pub fn ok() -> Outcome {
        Outcome::value("ok")
    }

    pub fn value(value: impl ToString) -> Outcome {
        Outcome::Value(value.to_string())
    }

    pub fn yes_or_no(yes: bool) -> Outcome {
        Outcome::value(if yes { "yes" } else { "no" })
    }

    /// A result of the library with something to show for it.
    pub fn of<T>(result: v4lxx::Result<T>, show: impl FnOnce(T) -> Outcome) -> Outcome {
        result.map_or_else(Outcome::Failed, show)
    }

    /// The same where what to show of it may be none of its parts.
    pub fn of_part<T>(result: v4lxx::Result<T>, show: impl FnOnce(T) -> Done) -> Done {
        result.map_or_else(|error| Ok(Outcome::Failed(error)), show)
    }

    /// A wait, and what to do with what came.
    pub fn of_wait<T>(result: v4lxx::Result<Wait<T>>, show: impl FnOnce(T) -> Outcome) -> Outcome {
        Outcome::of(result, |wait| match wait {
            Wait::Ready(thing) => show(thing),
            Wait::Again => Outcome::value("again"),
            Wait::TimedOut => Outcome::value("timed_out"),
            Wait::End => Outcome::value("end"),
        })
    }

    pub fn compare(&self, expected: &[String]) -> Result<(), Broken> {
        let default = [String::from("ok")];
        let expected = if expected.is_empty() { &default } else { expected };
        let got = self.shown();
        let is_as_expected = match expected {
            [one] if one.starts_with('~') => got.len() == 1 && got[0].contains(&one[1..]),
            [status] if status.starts_with('!') => got.first() == Some(status),
            words => got == words,
        };
        if is_as_expected {
            return Ok(());
        }
        let message = match self {
            Outcome::Failed(error) => format!(" ({error})"),
            _ => String::new(),
        };
        Err(Broken(format!("expected {}, got {}{message}", expected.join(" "), got.join(" "))))
    }

    /// The outcome as it would be expected: `!STATUS CODE` for a failure.
    fn shown(&self) -> Vec<String> {
        match self {
            Outcome::Value(value) => vec![value.clone()],
            Outcome::Failed(Error::Panicked(_)) => vec!["!CALLBACK".into()],
            Outcome::Failed(error) => {
                let mut words = vec![format!("!{}", status_of(error))];
                words.extend(error.code().map(|code| format!("E{:04}", code.0)));
                words
            }
            Outcome::NoSuchIndex => vec!["!INDEX".into()],
            Outcome::ByType(why) => vec![(*why).into()],
        }
    }
}

/// The status without what they all begin with: `NOT_FOUND`.
pub fn status_of(error: &Error) -> String {
    let status = error.status().to_string();
    status.strip_prefix("ERROR_").unwrap_or(&status).into()
}
