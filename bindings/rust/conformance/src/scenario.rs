// SPDX-License-Identifier: MIT
//! Scenarios as they are written.

use crate::outcome::Broken;
use std::ffi::OsString;
use std::os::unix::ffi::{OsStrExt, OsStringExt};

const WITHOUT_CAMERA: &str = "sim:camera,clock=virtual,pattern=cells";

/// One line of a scenario.
pub struct Step {
    pub line: usize,
    pub text: String,
    /// The verb and what follows it. A name may be any bytes.
    pub words: Vec<OsString>,
    /// What is behind the arrow; nothing: `ok`.
    pub expected: Vec<String>,
}

pub struct Scenario {
    pub name: String,
    pub steps: Vec<Step>,
}

impl Step {
    /// A word as text.
    pub fn word(&self, place: usize) -> Result<&str, Broken> {
        let word = self.words.get(place).ok_or_else(|| Broken(format!("there is no word {place}")))?;
        word.to_str().ok_or_else(|| Broken(format!("word {place} is not UTF-8")))
    }

    /// The words from one on as KEY=VALUE.
    pub fn options(&self, from: usize) -> Result<Vec<(&str, &str)>, Broken> {
        let split = |place| {
            let word = self.word(place)?;
            word.split_once('=').ok_or_else(|| Broken(format!("'{word}' is not KEY=VALUE")))
        };
        (from..self.words.len()).map(split).collect()
    }
}

pub fn read(file: &str) -> Result<Vec<Scenario>, Broken> {
    let text = std::fs::read_to_string(file).map_err(|problem| Broken(problem.to_string()))?;
    let mut scenarios: Vec<Scenario> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let at = |Broken(text)| Broken(format!("line {}: {text}", number + 1));
        let mut words = words(line).map_err(at)?;
        if words.is_empty() {
            continue;
        }
        if words[0] == "scenario" {
            let name = words.get(1).map(|name| name.to_string_lossy().into_owned());
            scenarios.push(Scenario { name: name.unwrap_or_default(), steps: Vec::new() });
            continue;
        }
        let arrow = words.iter().position(|word| word == "=>").unwrap_or(words.len());
        let expected = words.split_off(arrow);
        let scenario = scenarios.last_mut().ok_or_else(|| at(Broken("a step before the first scenario".into())))?;
        scenario.steps.push(Step {
            line: number + 1,
            text: line.trim().into(),
            words,
            expected: expected.iter().skip(1).map(|word| word.to_string_lossy().into_owned()).collect(),
        });
    }
    Ok(scenarios)
}

/// The words of a line, with quotation marks, escapes and variables resolved.
fn words(line: &str) -> Result<Vec<OsString>, Broken> {
    let mut words = Vec::new();
    let mut word: Option<Vec<u8>> = None;
    let mut quoted = false;
    let mut rest = line.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'"' => {
                quoted = !quoted;
                word.get_or_insert_default();
            }
            b'\\' if quoted => {
                let (byte, after) = escape(rest)?;
                word.get_or_insert_default().push(byte);
                rest = after;
            }
            b'$' => {
                let (value, after) = variable(rest);
                word.get_or_insert_default().extend(value.as_bytes());
                rest = after;
            }
            b'#' if !quoted && word.is_none() => break,
            b' ' | b'\t' if !quoted => words.extend(word.take().map(OsString::from_vec)),
            _ => word.get_or_insert_default().push(byte),
        }
    }
    if quoted {
        return Err(Broken("a quotation mark has no partner".into()));
    }
    words.extend(word.map(OsString::from_vec));
    Ok(words)
}

/// What stands behind a backslash, and what follows it.
fn escape(rest: &[u8]) -> Result<(u8, &[u8]), Broken> {
    match rest {
        [b'x', high, low, after @ ..] => {
            let digits = [*high, *low];
            let byte = std::str::from_utf8(&digits).ok().and_then(|digits| u8::from_str_radix(digits, 16).ok());
            byte.map(|byte| (byte, after)).ok_or_else(|| Broken("\\x wants two digits".into()))
        }
        [byte, after @ ..] => Ok((*byte, after)),
        [] => Err(Broken("a backslash at the end".into())),
    }
}

/// What stands for `$NAME`, and what follows it.
fn variable(rest: &[u8]) -> (OsString, &[u8]) {
    let set =
        |name, otherwise: &str| std::env::var_os(name).filter(|value| !value.is_empty()).unwrap_or_else(|| otherwise.into());
    if let Some(after) = rest.strip_prefix(b"CAMERA") {
        return (set("V4LXX_CONFORMANCE_CAMERA", WITHOUT_CAMERA), after);
    }
    if let Some(after) = rest.strip_prefix(b"SCRIPTS") {
        return (set("V4LXX_CONFORMANCE_SCRIPTS", "scripts"), after);
    }
    ("$".into(), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_blanks_escapes_and_variables() {
        let line = words(r#"open d c "a \"b\" \x41\xff" x="1 2" # no more"#).unwrap_or_default();
        let expected: [&[u8]; 5] = [b"open", b"d", b"c", b"a \"b\" A\xff", b"x=1 2"];
        assert_eq!(line.iter().map(|word| word.as_bytes()).collect::<Vec<_>>(), expected);
        assert!(words("\"open").is_err());
        assert_eq!(words("\"\"").unwrap_or_default(), [""]);
    }
}
