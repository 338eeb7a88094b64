//! Cases with figures worked out by hand: every file under `tests/scenarios/` and `tests/calls/` must hold.
//!
//! A file is `{ "why", "scenario", "expect" }`, or `{ "why", "calls": [{ "fn", "args", "expect" }] }` with functions of
//! the contract. `expect` names only what the case is about; entries of lists are found by their key (`bills` by
//! `month`, `plans` by `id`, `refunds` and `outcomes` by `event`, `rows` by `n`, `limit` by `at`, the state at the end
//! of that day); in the place of a key of an explanation stands the explanation; `count` gives lengths of lists; `null`
//! means absent; `{ "approx": x }` means within 0.000001; `{ "error": { "code", "path" } }` or `{ "error": true }` means
//! that the input is refused.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder of cases can be read")
        .map(|entry| entry.expect("an entry can be read").path())
        .collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            files(&entry, found);
        } else if entry.extension().is_some_and(|extension| extension == "json") {
            found.push(entry);
        }
    }
}

fn check(file: &Path) -> Vec<String> {
    let text = fs::read_to_string(file).expect("a case can be read");
    let case: Value = serde_json::from_str(&text).expect("a case is JSON");
    assert!(case["why"].is_string(), "{}: a case says why", file.display());
    match case["calls"].as_array() {
        None => support::differences(&case["expect"], &support::simulate(&case["scenario"])),
        Some(calls) => calls.iter().enumerate().flat_map(|(index, call)| check_call(index, call)).collect(),
    }
}

fn check_call(index: usize, call: &Value) -> Vec<String> {
    let name = call["fn"].as_str().expect("a call names its function");
    let args = call["args"].as_array().expect("a call has its arguments in a list");
    let differences = support::differences(&call["expect"], &support::calls::call(name, args));
    differences.into_iter().map(|difference| format!("calls/{index} {name} {difference}")).collect()
}

/// The folders of cases: those of the project, or the one that the setting `YUEFU_SCENARIOS` names.
fn folders() -> Vec<PathBuf> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let ours = ["scenarios", "calls"].map(|name| tests.join(name));
    let named = std::env::var("YUEFU_SCENARIOS").map(|folder| vec![PathBuf::from(folder)]);
    named.unwrap_or_else(|_| ours.into_iter().filter(|folder| folder.is_dir()).collect())
}

#[test]
fn every_case_holds() {
    let mut found = Vec::new();
    for folder in folders() {
        files(&folder, &mut found);
    }
    assert!(!found.is_empty(), "there are cases");
    let mut wrong = Vec::new();
    for file in &found {
        wrong.extend(check(file).iter().map(|difference| format!("{} {difference}", file.display())));
    }
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), found.len(), wrong.join("\n"));
}
