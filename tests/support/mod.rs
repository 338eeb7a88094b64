//! The one door of the tests to the library, and the way expectations are held against a report.
//!
//! What is not here: any expected figure.

pub mod calls;

use serde_json::Value;
use yuefu::wire::{read, write};

/// The report of a scenario, or its error as `{ "error": { code, path, message, hint } }`.
pub fn simulate(scenario: &Value) -> Value {
    let report = || {
        let text = scenario.to_string();
        let scenario = read::json(&text)?;
        let product = read::product_of(&scenario)?;
        let (scenario, terms) = read::scenario(&scenario, product)?;
        Ok(write::report(&scenario, &terms, write::Detail::Full))
    };
    match report() {
        Ok(report) => serde_json::to_value(report).expect("a report is JSON"),
        Err(error) => error_value(&error),
    }
}

fn error_value(error: &yuefu::error::Error) -> Value {
    serde_json::json!({
        "error": {
            "code": error.code.as_str(),
            "path": error.path,
            "message": error.message,
            "hint": error.hint,
        }
    })
}

/// How an entry of a list is found: the name of the key field, by the name of the list.
fn key_of(list: &str) -> Option<&'static str> {
    match list {
        "bills" => Some("month"),
        "plans" => Some("id"),
        "refunds" | "outcomes" => Some("event"),
        "rows" => Some("n"),
        "limit" => Some("at"),
        "settleEarly" => Some("afterRow"),
        "items" | "contingent" | "thresholds" => Some("id"),
        "inputs" | "figures" => Some("name"),
        "reference" => Some("key"),
        "notApplied" => Some("rule"),
        _ => None,
    }
}

/// What of `expected` does not hold in `actual`: one line each, with the place.
pub fn differences(expected: &Value, actual: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare("", "", expected, Some(&with_reasons(actual)), &mut found);
    found
}

/// The report with every explanation in the place of its key.
fn with_reasons(report: &Value) -> Value {
    fn fill(value: &mut Value, reasons: &Value) {
        match value {
            Value::Object(fields) => {
                for (name, field) in fields {
                    match field.as_str().and_then(|key| reasons.get(key)) {
                        Some(reason) if name == "why" => *field = reason.clone(),
                        _ => fill(field, reasons),
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| fill(item, reasons)),
            _ => {}
        }
    }
    let mut filled = report.clone();
    fill(&mut filled, &report["why"]);
    filled
}

fn compare(place: &str, name: &str, expected: &Value, actual: Option<&Value>, found: &mut Vec<String>) {
    match (expected, actual) {
        (Value::Null, None | Some(Value::Null)) => {}
        (Value::Bool(true), Some(Value::Object(_))) if name == "error" => {}
        (Value::Object(fields), actual) if fields.contains_key("approx") => {
            compare_near(place, &fields["approx"], actual, found);
        }
        (Value::Object(fields), Some(actual)) => {
            for (key, expected) in fields {
                let place = format!("{place}/{key}");
                match key.as_str() {
                    "at" => {}
                    "count" if name.is_empty() => compare_counts(&place, expected, actual, found),
                    _ => compare(&place, key, expected, actual.get(key), found),
                }
            }
        }
        (Value::Array(items), Some(Value::Array(actual))) => match key_of(name) {
            Some(key) => compare_by_key(place, key, items, actual, found),
            None if items.len() == actual.len() => {
                for (index, (expected, actual)) in items.iter().zip(actual).enumerate() {
                    compare(&format!("{place}/{index}"), "item", expected, Some(actual), found);
                }
            }
            None => found.push(format!("{place}: expected {expected}, got {}", Value::from(actual.clone()))),
        },
        (expected, actual) => {
            if actual != Some(expected) {
                found.push(format!("{place}: expected {expected}, got {}", actual.unwrap_or(&Value::Null)));
            }
        }
    }
}

/// Within 0.000001; for rates, never for money.
fn compare_near(place: &str, expected: &Value, actual: Option<&Value>, found: &mut Vec<String>) {
    let number = |value: &Value| match value {
        Value::String(text) => text.parse::<f64>().ok(),
        other => other.as_f64(),
    };
    let (wanted, got) = (number(expected), actual.and_then(number));
    if !matches!((wanted, got), (Some(wanted), Some(got)) if (wanted - got).abs() <= 0.000_001) {
        found.push(format!("{place}: expected about {expected}, got {}", actual.unwrap_or(&Value::Null)));
    }
}

fn compare_counts(place: &str, expected: &Value, actual: &Value, found: &mut Vec<String>) {
    for (list, count) in expected.as_object().into_iter().flatten() {
        let length = actual.get(list).and_then(Value::as_array).map(Vec::len);
        if count.as_u64() != length.map(|length| length as u64) {
            found.push(format!("{place}/{list}: expected {count}, got {length:?}"));
        }
    }
}

fn compare_by_key(place: &str, key: &str, items: &[Value], actual: &[Value], found: &mut Vec<String>) {
    for expected in items {
        let wanted = &expected[key];
        let entry = if key == "at" {
            actual.iter().rev().find(|row| row["date"].as_str() <= wanted.as_str())
        } else {
            actual.iter().find(|entry| &entry[key] == wanted)
        };
        let place = format!("{place}[{wanted}]");
        match entry {
            None => found.push(format!("{place}: there is none")),
            Some(entry) => compare(&place, "entry", expected, Some(entry), found),
        }
    }
}
