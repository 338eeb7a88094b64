//! The door of the laws to the library, and short ways to read a report.
//!
//! What is not here: any law.

use serde_json::Value;
use yuefu::error::Error;
use yuefu::scenario::Scenario;
use yuefu::terms::Terms;
use yuefu::wire::json::{self, Json};
use yuefu::wire::{read, write};

/// A value as the library reads it.
pub fn input(value: &Value) -> Json<'static> {
    read::json(&value.to_string()).expect("JSON").into_owned()
}

/// A scenario that was read.
pub fn read(scenario: &Value) -> Result<(Scenario, Terms), Error> {
    read_text(&scenario.to_string())
}

fn read_text(scenario: &str) -> Result<(Scenario, Terms), Error> {
    let scenario = read::json(scenario)?;
    read::scenario(&scenario, read::product_of(&scenario)?)
}

/// A valid scenario that was read.
pub fn valid(scenario: &Value) -> (Scenario, Terms) {
    read(scenario).unwrap_or_else(|error| panic!("{error}: {scenario}"))
}

/// The report of a valid scenario, without explanations.
pub fn report(scenario: &Value) -> Value {
    let (read, terms) = valid(scenario);
    serde_json::to_value(write::report(&read, &terms, write::Detail::Totals)).expect("a report is JSON")
}

/// The report of a valid scenario as text from its text, explanations included.
pub fn text(scenario: &str) -> String {
    let (read, terms) = read_text(scenario).unwrap_or_else(|error| panic!("{error}: {scenario}"));
    json::text(&write::report(&read, &terms, write::Detail::Full))
}

/// An amount of a report in fen.
pub fn fen(amount: &Value) -> i64 {
    let text = amount.as_str().unwrap_or_else(|| panic!("an amount, not {amount}"));
    let (yuan, rest) = text.split_once('.').unwrap_or_else(|| panic!("two decimals, not {text}"));
    assert_eq!(rest.len(), 2, "two decimals in {text}");
    let fen: i64 = format!("{yuan}{rest}").parse().expect("digits");
    fen
}

/// A list of a report.
pub fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().unwrap_or_else(|| panic!("a list {name}"))
}

/// The sum of an amount over the entries of a list that a condition picks.
pub fn sum(entries: &[Value], name: &str, is_meant: impl Fn(&Value) -> bool) -> i64 {
    entries.iter().filter(|entry| is_meant(entry)).map(|entry| fen(&entry[name])).sum()
}

/// The text of a field, empty where it is absent.
pub fn word<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_default()
}

/// Both readings.
pub const READINGS: [&str; 2] = ["possible", "guaranteed"];
