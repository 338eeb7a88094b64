//! Every word of the contract for a refusal or a fault has a scenario, or a call of a function, that shows it.
//!
//! What is not here: what those scenarios expect (see `scenarios`), and faults that no file can show (see `bounds`).
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;
use yuefu::error::Code;
use yuefu::event::Refusal;

/// Faults that a scenario in a file cannot have, and where they are tested instead.
const ELSEWHERE: [(Code, &str); 5] = [
    (Code::NotJson, "a file of scenarios is JSON; see tests/bounds.rs"),
    (Code::DamagedCode, "codes for links; see tests/codes"),
    (Code::NewerCode, "codes for links; see tests/codes"),
    (Code::TooManyEvents, "100 001 events are no file to read; see tests/bounds.rs"),
    (Code::BadTerm, "the terms' own data; see tests/terms"),
];

/// How many scenarios expect each code, by where the code stands in what is expected.
#[derive(Default)]
struct Seen {
    refusals: BTreeMap<String, u32>,
    faults: BTreeMap<String, u32>,
    files: u32,
}

impl Seen {
    fn folder(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).expect("the folder of scenarios can be read") {
            let path = entry.expect("an entry can be read").path();
            if path.is_dir() {
                self.folder(&path);
            } else if path.extension().is_some_and(|extension| extension == "json") {
                let text = fs::read_to_string(&path).expect("a scenario can be read");
                self.case(&serde_json::from_str(&text).expect("a scenario is JSON"));
            }
        }
    }

    fn case(&mut self, case: &Value) {
        self.files += 1;
        let outcomes = case["expect"]["outcomes"].as_array().into_iter().flatten();
        for code in outcomes.filter_map(|outcome| outcome["code"].as_str()) {
            *self.refusals.entry(code.to_owned()).or_default() += 1;
        }
        let calls = case["calls"].as_array().into_iter().flatten();
        for case in calls.chain([case]) {
            if let Some(code) = case["expect"]["error"]["code"].as_str() {
                *self.faults.entry(code.to_owned()).or_default() += 1;
            }
        }
    }
}

fn all() -> Seen {
    let mut seen = Seen::default();
    for folder in ["tests/scenarios", "tests/calls"] {
        seen.folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    }
    seen
}

#[test]
fn every_refusal_has_a_scenario() {
    let seen = all();
    println!("{} scenarios; refusals: {:?}", seen.files, seen.refusals);
    let missing: Vec<&str> =
        Refusal::ALL.iter().map(|it| it.as_str()).filter(|it| !seen.refusals.contains_key(*it)).collect();
    assert!(missing.is_empty(), "no scenario expects {missing:?}");
}

#[test]
fn every_fault_of_a_scenario_has_a_scenario() {
    let seen = all();
    println!("{} scenarios; faults: {:?}", seen.files, seen.faults);
    let elsewhere = |code: &Code| ELSEWHERE.iter().any(|(other, _)| other == code);
    let missing: Vec<&str> = Code::ALL
        .iter()
        .filter(|code| !elsewhere(code))
        .map(|code| code.as_str())
        .filter(|code| !seen.faults.contains_key(*code))
        .collect();
    assert!(missing.is_empty(), "no scenario has {missing:?}");
}

#[test]
fn what_is_tested_elsewhere_is_in_no_scenario() {
    let seen = all();
    let twice: Vec<&str> = ELSEWHERE
        .iter()
        .map(|(code, _)| code.as_str())
        .filter(|code| seen.faults.contains_key(*code))
        .collect();
    assert!(twice.is_empty(), "{twice:?} can be shown by a file after all");
}
