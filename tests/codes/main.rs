//! Codes of scenarios: what goes in comes out, and nothing else comes out of anything.
//!
//! `YUEFU_CASES` sets how many random cases each law gets. What is not here: figures of reports.

mod golden;
mod laws;
mod random;

use serde_json::Value;
use yuefu::error::Error;
use yuefu::wire::json::{self, Json};
use yuefu::wire::shape::CodeNote;
use yuefu::wire::{code, read, write};

/// How many random cases a law is held against.
fn cases() -> u64 {
    std::env::var("YUEFU_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(400)
}

/// A decoded scenario as it is written, by another reader.
#[derive(Debug)]
struct Decoded {
    scenario: Value,
    notes: Vec<CodeNote>,
}

/// A value as the library reads it.
fn input(value: &Value) -> Json<'static> {
    read::json(&value.to_string()).expect("JSON").into_owned()
}

fn encode(scenario: &Value) -> String {
    code::encode(&input(scenario)).unwrap_or_else(|error| panic!("{error}: {scenario}"))
}

fn decode(code: &str) -> Result<Decoded, Error> {
    let found = code::decode(&code.into())?;
    let mut written: Value = serde_json::from_str(&json::text(&found)).expect("JSON");
    Ok(Decoded { scenario: written["scenario"].take(), notes: found.notes })
}

/// The code and the path of what keeps a text from being decoded.
fn fault(code: &str) -> (&'static str, String) {
    let error = decode(code).expect_err("this is no code");
    (error.code.as_str(), error.path)
}

fn report(scenario: &Value) -> String {
    let run = || {
        let scenario = input(scenario);
        let product = read::product_of(&scenario)?;
        let (scenario, terms) = read::scenario(&scenario, product)?;
        Ok::<_, Error>(write::report(&scenario, &terms, write::Detail::Full))
    };
    serde_json::to_string(&run().unwrap_or_else(|error| panic!("{error}: {scenario}"))).expect("JSON")
}

/// Whether notes tell nothing but that the product's data are of another version than when the code was made.
fn only_newer_terms(notes: &[CodeNote]) -> bool {
    notes.iter().all(|note| note.code == "termsChanged")
}
