//! Questions and comparisons: figures worked out by hand, and laws over random scenarios.
//!
//! What is not here: the report itself (see the other tests).

mod by_hand;
mod comparison;
mod laws;
mod random;
mod simulation;

use serde_json::{Value, json};
use yuefu::error::Error;
use yuefu::wire::json::Json;
use yuefu::wire::{questions, read, write};

/// The default product, a limit, bills paid in full on the due day.
fn scenario(limit: &str, events: Value) -> Value {
    json!({
        "format": "yuefu.scenario/1", "product": "douyin-monthly-pay", "creditLimit": limit, "events": events,
    })
}

fn with(mut scenario: Value, key: &str, value: Value) -> Value {
    scenario[key] = value;
    scenario
}

/// The scenario with one more event at the end of the list.
fn and(mut scenario: Value, event: Value) -> Value {
    scenario["events"].as_array_mut().expect("events").push(event);
    scenario
}

fn purchase(id: &str, date: &str, amount: &str, periods: u32) -> Value {
    json!({ "type": "purchase", "id": id, "date": date, "amount": amount, "periods": periods })
}

fn repayment(date: &str, amount: &str) -> Value {
    json!({ "type": "repayment", "date": date, "amount": amount })
}

/// 500.00 in full, 1000.00 in three rows, the first refunded: the worked example of the specification.
fn worked_example() -> Value {
    scenario(
        "10000.00",
        json!([
            purchase("p1", "2024-02-10", "500.00", 1),
            purchase("p2", "2024-02-20", "1000.00", 3),
            { "type": "refund", "date": "2024-03-05", "purchase": "p1" },
        ]),
    )
}

/// A value as the library reads it.
fn input(value: &Value) -> Json<'static> {
    read::json(&value.to_string()).expect("JSON").into_owned()
}

fn solve(scenario: &Value, question: Value) -> Result<Value, Error> {
    let found = questions::solve(&input(scenario), &input(&question));
    found.map(|answer| serde_json::to_value(answer).expect("JSON"))
}

#[track_caller]
fn answer(scenario: &Value, question: Value) -> Value {
    solve(scenario, question).expect("a question that can be answered")
}

fn report(scenario: &Value) -> Result<Value, Error> {
    let scenario = input(scenario);
    let (scenario, terms) = read::scenario(&scenario, read::product_of(&scenario)?)?;
    Ok(serde_json::to_value(write::report(&scenario, &terms, write::Detail::Totals)).expect("JSON"))
}

/// The row of the timeline that holds at the end of a day.
fn row_on<'r>(report: &'r Value, day: &str) -> Option<&'r Value> {
    let rows = report["limit"].as_array().expect("a timeline");
    rows.iter().rev().find(|row| row["date"].as_str().expect("a day") <= day)
}

/// An amount in fen.
#[track_caller]
fn fen(amount: &Value) -> i64 {
    yuefu::money::Money::parse(amount.as_str().expect("an amount")).expect("an amount").fen()
}

fn yuan(fen: i64) -> String {
    yuefu::money::Money::from_fen(fen).to_string()
}

/// What is usable for sure at the end of a day, in fen.
fn usable(scenario: &Value, day: &str) -> i64 {
    let report = report(scenario).expect("a scenario that can be taken");
    let limit = fen(&scenario["creditLimit"]);
    row_on(&report, day).map_or(limit, |row| fen(&row["available"]["guaranteed"]))
}
