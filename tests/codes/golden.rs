//! Codes that were given out once are read for ever, and some that are worked out by hand.
//!
//! Beside each `.txt` is the scenario as a `.json`. A file here is never changed: a new version of codes adds
//! files of its own. What is not here: whether reports stay the same, which the changelog tells.

use std::fs;
use std::path::Path;

use super::{decode, encode, fault, input, only_newer_terms};
use serde_json::{Value, json};
use yuefu::export::seal;

fn golden() -> Vec<(String, String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/codes");
    let read = |path: &Path| fs::read_to_string(path).expect("a file of the folder");
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder of codes") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            let scenario = serde_json::from_str(&read(&path.with_extension("json"))).expect("JSON");
            found.push((path.display().to_string(), read(&path).trim().to_owned(), scenario));
        }
    }
    found
}

#[test]
fn codes_of_old_are_read() {
    let golden = golden();
    assert!(golden.len() >= 4, "the codes are there");
    for (name, code, scenario) in golden {
        let found = decode(&code).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(found.scenario, scenario, "{name}");
        assert!(only_newer_terms(&found.notes), "{name}");
    }
}

#[test]
fn twelve_usual_events_fit_into_300_letters() {
    let golden = golden();
    let find = |name: &str| golden.iter().find(|(path, ..)| path.ends_with(name)).expect("the file");
    let (_, code, scenario) = find("twelve-usual-events.txt");
    assert_eq!(scenario["events"].as_array().map(Vec::len), Some(12));
    assert!(code.len() <= 300 && encode(scenario).len() <= 300, "{}", code.len());
}

/// 500.00 on 2025-01-05 within a limit of 10 000.00, by hand: product 1; data of 2025-01-01, 7671 days after
/// 2004-01-01, as 7672; no flags; 100 × 10 000 fen as 100 × 4 + 3; one event; a purchase; four days after
/// 2025-01-01 as 8; `p1` as 1; 5 × 10 000 fen as 5 × 4 + 3.
const BY_HAND: [u8; 11] = [1, 0xF8, 0x3B, 0, 0x93, 0x03, 1, 0, 8, 1, 23];

#[test]
fn a_content_by_hand_is_read() {
    let found = decode(&seal(&BY_HAND)).expect("a whole code");
    let expected = json!({
        "format": "yuefu.scenario/1", "product": "douyin-monthly-pay", "creditLimit": "10000.00",
        "events": [{ "type": "purchase", "id": "p1", "date": "2025-01-05", "amount": "500.00" }],
    });
    assert_eq!(found.scenario, expected);
    let [note] = &found.notes[..] else { panic!("one note: {:?}", found.notes) };
    assert_eq!(
        (note.code, &*note.path, note.was.as_deref()),
        ("termsChanged", "/product", Some("2025-01-01"))
    );
    assert!(note.now.as_deref().is_some_and(|now| now > "2025-01-01"));
}

#[test]
fn a_product_that_is_gone_is_kept_and_noted() {
    let content = [&[0, 4][..], b"gone", &BY_HAND[1..]].concat();
    let found = decode(&seal(&content)).expect("a whole code");
    assert_eq!(found.scenario["product"], "gone");
    let [note] = &found.notes[..] else { panic!("one note: {:?}", found.notes) };
    assert_eq!((note.code, note.was.as_deref()), ("unknownProduct", Some("gone")));
}

/// Flag 32 is overrides: `gone.key` is 4, and `grace.days` (third of the keys: 5) is 2 as a text (4, 2).
#[test]
fn an_override_that_is_gone_is_dropped_and_noted() {
    let overrides = [&[2, 0, 8][..], b"gone.key", &[1, 4, 5, 4, 2]].concat();
    let content = [&BY_HAND[..3], &[32], &BY_HAND[4..6], &overrides, &BY_HAND[6..]].concat();
    let found = decode(&seal(&content)).expect("a whole code");
    assert_eq!(found.scenario["overrides"], json!({ "grace.days": "2" }));
    let [_, note] = &found.notes[..] else { panic!("two notes: {:?}", found.notes) };
    assert_eq!(note.code, "overrideDropped");
    assert_eq!((&*note.path, note.was.as_deref()), ("/overrides/gone.key", Some("4")));
}

#[test]
fn what_is_no_code_is_damaged() {
    // The sixth is the check of nothing, which is 0, behind no version.
    for text in ["", "A", "AQ", "hello world", "https://example.org/", "AAAAAA", "AQAAAAAA", "今天"] {
        assert_eq!(fault(text), ("damagedCode", String::new()), "{text:?}");
    }
    assert_eq!(fault(&seal(&[])).0, "damagedCode", "an empty content");
    let more = [&BY_HAND[..], &[0]].concat();
    assert_eq!(fault(&seal(&more)).0, "damagedCode", "a byte too many");
}

#[test]
fn only_a_scenario_that_can_be_simulated_has_a_code() {
    let refused =
        json!({ "format": "yuefu.scenario/1", "product": "huabei", "creditLimit": "1", "events": [{}] });
    let error = yuefu::wire::code::encode(&input(&refused)).expect_err("an event without type");
    assert_eq!((error.code.as_str(), &*error.path), ("missingField", "/events/0"));
}
