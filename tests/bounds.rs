//! Inputs too long or too broken for a file: refused at once, or carried out without growing without bound.
//!
//! What is not here: bad inputs that a file can hold (see `scenarios`), and random ones (see `laws`).
#![cfg(not(target_arch = "wasm32"))]

#[allow(dead_code, unused_imports, reason = "the door has more than one test to serve")]
mod support;

use serde_json::{Value, json};
use yuefu::error::Code;
use yuefu::wire::read;

fn scenario(events: Vec<Value>) -> Value {
    json!({ "format": "yuefu.scenario/1", "product": "douyin-monthly-pay", "creditLimit": "10000000000",
            "habit": { "payInFull": true }, "until": "2025-12-31", "events": events })
}

fn enquiry() -> Value {
    json!({ "type": "creditEnquiry", "date": "2025-03-10" })
}

#[test]
fn a_hundred_thousand_and_one_events_are_too_many() {
    let report = support::simulate(&scenario(vec![enquiry(); 100_001]));
    assert_eq!(report["error"]["code"], "tooManyEvents");
    assert_eq!(report["error"]["path"], "/events");
}

#[test]
fn too_many_events_are_refused_before_any_is_read() {
    let report = support::simulate(&scenario(vec![json!("not an event"); 100_001]));
    assert_eq!(report["error"]["code"], "tooManyEvents");
}

#[test]
fn a_hundred_thousand_events_are_carried_out() {
    let report = support::simulate(&scenario(vec![enquiry(); 100_000]));
    assert_eq!(report["outcomes"].as_array().map(Vec::len), Some(100_000));
}

/// Bought 1.00 and repaid 1.00 by turns: nothing is owed, and every event has its outcome.
#[test]
fn many_purchases_and_repayments_add_up() {
    let pair = |n: usize| {
        let date = format!("2025-{:02}-{:02}", n % 12 + 1, n % 28 + 1);
        [
            json!({ "type": "purchase", "id": format!("p{n}"), "date": date, "amount": "1.00" }),
            json!({ "type": "repayment", "date": date, "amount": "1.00" }),
        ]
    };
    let report = support::simulate(&scenario((0..2_000).flat_map(pair).collect()));
    assert_eq!(report["totals"]["purchases"], "2000.00");
    assert_eq!(report["totals"]["repayments"], "2000.00");
    assert_eq!(report["totals"]["outstanding"], "0.00");
    assert_eq!(report["totals"]["creditBalance"], "0.00");
}

fn fault(text: &str) -> (Code, String) {
    let error = read::json(text).expect_err("this is not JSON");
    (error.code, error.path)
}

#[test]
fn what_is_not_json_is_refused() {
    for text in [
        "",
        "\"\\ud800\\ue000\"",
        "{",
        "{\"a\":}",
        "[1,]",
        "{\"a\":1} x",
        "'a'",
        "NaN",
        "{a:1}",
        "\"\\u12\"",
        "1.",
        "01",
        "nul",
    ] {
        assert_eq!(fault(text), (Code::NotJson, String::new()), "{text}");
    }
}

#[test]
fn json_nested_too_deep_is_refused() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(fault(&nested(100_000)), (Code::NotJson, String::new()));
    assert!(read::json(&nested(100)).is_ok());
}

#[test]
fn a_field_with_a_very_long_value_is_refused() {
    let mut long = scenario(Vec::new());
    long["creditLimit"] = Value::from("9".repeat(1_000_000));
    assert_eq!(support::simulate(&long)["error"]["code"], "tooLarge");
    long["creditLimit"] = Value::from(format!("1.{}", "0".repeat(1_000_000)));
    assert_eq!(support::simulate(&long)["error"]["code"], "tooManyDecimals");
}
