//! A second opinion: closed formulas in whole fen, held against the engine on every small case.
//!
//! The models know the rules from their description only and use nothing of the library but its door.
//! What is not here: interaction of many features (see `laws`), single figures worked out by hand (see `scenarios`).
#![cfg(not(target_arch = "wasm32"))]

mod minimum;
mod penalties;
mod plans;
mod refunds;
mod settlements;

use serde_json::{Value, json};
use yuefu::wire::{read, write};

/// The report on a scenario of the default product.
fn report(until: &str, overrides: Value, habit: bool, events: Vec<Value>) -> Value {
    let scenario = json!({
        "format": "yuefu.scenario/1", "product": "douyin-monthly-pay", "overrides": overrides,
        "creditLimit": "1000000000", "habit": { "payInFull": habit }, "until": until, "events": events,
    });
    let text = scenario.to_string();
    let scenario = read::json(&text).expect("JSON");
    let product = read::product_of(&scenario).expect("a product");
    let (read, terms) = read::scenario(&scenario, product).expect("a valid scenario");
    serde_json::to_value(write::report(&read, &terms, write::Detail::Totals)).expect("a report is JSON")
}

/// Fen as yuan.
fn yuan(fen: i64) -> String {
    format!("{}{}.{:02}", if fen < 0 { "-" } else { "" }, fen.abs() / 100, fen.abs() % 100)
}

/// numerator ÷ denominator, half up.
fn half_up(numerator: i64, denominator: i64) -> i64 {
    (2 * numerator + denominator) / (2 * denominator)
}

/// Parts of an amount, rounded down, the remainder to the last.
fn split(amount: i64, n: usize) -> Vec<i64> {
    let mut parts = vec![amount / n as i64; n];
    parts[n - 1] += amount % n as i64;
    parts
}

/// The entry of a list whose field has a value.
fn entry<'r>(report: &'r Value, list: &str, field: &str, value: impl Into<Value>) -> Option<&'r Value> {
    let value = value.into();
    report[list].as_array().expect("a list").iter().find(|entry| entry[field] == value)
}

/// Day of a month in 2025.
fn date(month: usize, day: u32) -> String {
    format!("{}-{:02}-{day:02}", 2025 + (month - 1) / 12, (month - 1) % 12 + 1)
}

/// A second opinion that asked the first would be none: of the library it uses the door and nothing behind it.
#[test]
fn the_models_use_nothing_of_the_library_but_its_door() {
    let files = [
        include_str!("main.rs"),
        include_str!("minimum.rs"),
        include_str!("penalties.rs"),
        include_str!("plans.rs"),
        include_str!("refunds.rs"),
        include_str!("settlements.rs"),
    ];
    let name = concat!("yue", "fu::");
    let uses: Vec<&str> =
        files.iter().flat_map(|file| file.lines()).filter(|line| line.contains(name)).collect();
    assert_eq!(uses, [concat!("use yue", "fu::wire::{read, write};")]);
}
