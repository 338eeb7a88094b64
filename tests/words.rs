//! Every word of the contract for a refusal or a fault has a scenario, or a call of a function, that shows it; and so
//! has every rule of docs/rules.md.
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
const ELSEWHERE: [(Code, &str); 3] = [
    (Code::NotJson, "a file of scenarios is JSON; see tests/bounds.rs"),
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

/// The rules of docs/rules.md, each with the files that show it.
fn rules() -> Vec<(String, Vec<String>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let text = fs::read_to_string(path).expect("docs/rules.md can be read");
    let (_, tables) = text.split_once("## Where each rule is shown").expect("the rules have their files");
    let row = |line: &str| {
        let mut cells = line.strip_prefix("| ")?.split(" | ");
        let (rule, files) = (cells.next()?, cells.next()?);
        let named = files.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        (!files.starts_with("shown by")).then(|| (rule.to_owned(), named))
    };
    tables.lines().filter_map(row).collect()
}

#[test]
fn every_rule_has_a_file_that_shows_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rules = rules();
    println!("{} rules, {} files", rules.len(), rules.iter().map(|(_, files)| files.len()).sum::<usize>());
    assert!(rules.len() > 100, "the tables of docs/rules.md can be read");
    let path = |file: &str| match file.starts_with("tests/") {
        true => root.join(file),
        false => root.join("tests/scenarios").join(file).with_extension("json"),
    };
    for (rule, files) in &rules {
        assert!(!files.is_empty(), "{rule}: no file");
        for file in files {
            assert!(path(file).is_file(), "{rule}: there is no {file}");
        }
    }
}

#[test]
fn every_folder_of_scenarios_belongs_to_a_rule() {
    let named: Vec<String> = rules().into_iter().flat_map(|(_, files)| files).collect();
    let folders = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios"));
    for folder in folders.expect("the folder of scenarios can be read") {
        let name = folder.expect("an entry can be read").file_name().to_string_lossy().into_owned();
        assert!(named.iter().any(|file| file.starts_with(&format!("{name}/"))), "{name}: no rule");
    }
}
