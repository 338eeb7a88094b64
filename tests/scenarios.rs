//! Scenarios with figures worked out by hand: every file under `tests/scenarios/` must hold.
//!
//! A file is `{ "why", "scenario", "expect" }`. `expect` names only what the case is about; entries of
//! lists are found by their key (`bills` by `month`, `plans` by `id`, `refunds` and `outcomes` by `event`,
//! `rows` by `n`, `limit` by `at`, the state at the end of that day); `count` gives lengths of lists;
//! `null` means absent; `{ "error": { "code", "path" } }` means that the input is refused.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the folder of scenarios can be read")
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
    let text = fs::read_to_string(file).expect("a scenario can be read");
    let case: Value = serde_json::from_str(&text).expect("a scenario is JSON");
    if case.get("calls").is_some() {
        return Vec::new();
    }
    assert!(case["why"].is_string(), "{}: a case says why", file.display());
    support::differences(&case["expect"], &support::simulate(&case["scenario"]))
}

#[test]
fn every_scenario_holds() {
    let folder = std::env::var("YUEFU_SCENARIOS")
        .map_or_else(|_| Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios"), PathBuf::from);
    let mut found = Vec::new();
    files(&folder, &mut found);
    assert!(!found.is_empty(), "there are scenarios");
    let mut wrong = Vec::new();
    for file in &found {
        for difference in check(file) {
            let name = file.strip_prefix(&folder).unwrap_or(file).display();
            wrong.push(format!("{name} {difference}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} scenarios:\n{}", wrong.len(), found.len(), wrong.join("\n"));
}
