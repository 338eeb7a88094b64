//! Scenarios held against each other, with figures worked out by hand.
//!
//! What is not here: the figures of one scenario alone.

use serde_json::{Value, json};
use yuefu::error::Error;
use yuefu::wire::comparison;

use crate::{input, with, worked_example};

fn compare(scenarios: Value) -> Result<Value, Error> {
    comparison::compare(&input(&scenarios)).map(|found| serde_json::to_value(found).expect("JSON"))
}

/// The worked example with its second purchase paid in full.
fn in_full() -> Value {
    let mut changed = worked_example();
    changed["events"][1]["periods"] = json!(1);
    changed
}

#[test]
fn in_full_saves_the_fees_and_asks_for_more_at_once() {
    // In three rows: fees 3 × 7.00, bills 840.33, 340.33, 340.34, the last row's limit back on 6 and 9 May.
    // In full: one bill of 1500.00; refunded 500.00 come back on 8 and 12 March, 1000.00 repaid on the 6th.
    let found = compare(json!([worked_example(), in_full()])).expect("a comparison");
    let [three, full] = [0, 1].map(|index| &found["scenarios"][index]);
    assert_eq!((&three["totals"]["fees"], &full["totals"]["fees"]), (&json!("21.00"), &json!("0.00")));
    let difference =
        json!({ "fees": "-21.00", "penalties": "0.00", "interest": "0.00", "repayments": "-21.00" });
    assert_eq!(full["difference"], difference);
    assert_eq!(three["peak"], json!({ "month": "2024-03", "total": "840.33" }));
    assert_eq!(full["peak"], json!({ "month": "2024-03", "total": "1500.00" }));
    assert_eq!(three["fullAgain"], json!({ "possible": "2024-05-06", "guaranteed": "2024-05-09" }));
    assert_eq!(full["fullAgain"], json!({ "possible": "2024-03-08", "guaranteed": "2024-03-12" }));
    assert_eq!((&three["lastRecovery"], &full["lastRecovery"]), (&json!("2024-05-09"), &json!("2024-03-12")));
    let bills = json!([
        { "month": "2024-03", "totals": ["840.33", "1500.00"] },
        { "month": "2024-04", "totals": ["340.33", null] },
        { "month": "2024-05", "totals": ["340.34", null] },
    ]);
    assert_eq!(found["bills"], bills);
    let none: [usize; 0] = [];
    assert_eq!((&three["removed"], &three["added"]), (&json!(none), &json!(none)));
    assert_eq!((&full["removed"], &full["added"]), (&json!([1]), &json!([1])));
}

/// A scenario of four months in which these amounts are bought.
fn months(amounts: [&str; 4], until: &str) -> Value {
    let events = amounts.iter().zip(1..).map(|(amount, month)| {
        json!({ "type": "purchase", "id": format!("p{month}"), "date": format!("2025-{month:02}-10"), "amount": amount })
    });
    json!({
        "format": "yuefu.scenario/1", "product": "douyin-monthly-pay", "creditLimit": "10000.00",
        "events": events.collect::<Vec<_>>(), "until": until,
    })
}

#[test]
fn the_largest_bill_is_the_peak_and_of_equal_ones_the_first() {
    let rising = months(["100.00", "300.00", "300.00", "200.00"], "2025-06-01");
    let falling = months(["400.00", "300.00", "300.00", "200.00"], "2025-06-01");
    let found = compare(json!([rising, falling])).expect("a comparison");
    assert_eq!(found["scenarios"][0]["peak"], json!({ "month": "2025-03", "total": "300.00" }));
    assert_eq!(found["scenarios"][1]["peak"], json!({ "month": "2025-02", "total": "400.00" }));
}

#[test]
fn what_is_back_at_best_is_not_back_for_sure() {
    // The bill of May is paid on the 6th; its 100.00 are usable at once at best and on the 9th for sure.
    let [early, late] = ["2025-05-08", "2025-05-09"].map(|until| months(["100.00"; 4], until));
    let found = compare(json!([early, late])).expect("a comparison");
    assert_eq!(found["scenarios"][0]["lastRecovery"], "2025-04-09");
    assert_eq!(found["scenarios"][1]["lastRecovery"], "2025-05-09");
}

/// Numbers of the first list's events that only it has, and of the second's.
fn changes(first: Vec<Value>, second: Vec<Value>) -> (Value, Value) {
    let [first, second] = [first, second].map(|events| with(worked_example(), "events", Value::from(events)));
    let found = compare(json!([first, second])).expect("a comparison");
    (found["scenarios"][1]["removed"].clone(), found["scenarios"][1]["added"].clone())
}

#[test]
fn an_event_that_changes_is_found_at_every_place() {
    let enquiry = |day: u32| json!({ "type": "creditEnquiry", "date": format!("2024-03-{day:02}") });
    for (place, day) in [(0, 1), (1, 13), (2, 23), (3, 31)] {
        let mut days = [2, 12, 22, 30];
        let first = days.map(enquiry).to_vec();
        days[place] = day;
        assert_eq!(changes(first, days.map(enquiry).to_vec()), (json!([place]), json!([place])));
    }
}

/// So many that not every two of them are held against each other: 2102 times 2102 are more than four million.
#[test]
fn among_thousands_of_events_those_that_change_are_found() {
    let enquiry = |date: &str| json!({ "type": "creditEnquiry", "date": date });
    let list = |first: &str, last: &str| -> Vec<Value> {
        let middle = core::iter::repeat_n(enquiry("2024-03-10"), 2_100);
        core::iter::once(enquiry(first)).chain(middle).chain([enquiry(last)]).collect()
    };
    let (removed, added) = changes(list("2024-03-01", "2024-03-20"), list("2024-03-02", "2024-03-21"));
    assert_eq!((removed, added), (json!([0, 2101]), json!([0, 2101])));
}

#[test]
fn settings_that_differ_are_named_and_events_that_only_moved_are_not() {
    let mut other = with(worked_example(), "creditLimit", json!("9000.00"));
    other["overrides"] = json!({ "plan.3.rate": "0.0050" });
    other["events"].as_array_mut().expect("events").swap(0, 1);
    let found = compare(json!([worked_example(), other])).expect("a comparison");
    assert_eq!(found["scenarios"][1]["settings"], json!(["overrides", "creditLimit"]));
    assert_eq!(found["scenarios"][1]["removed"], json!([]));
    assert_eq!(found["scenarios"][1]["added"], json!([]));
    // 1000.00 at 0.5 % a row: 5.00 instead of 7.00, three times.
    assert_eq!(found["scenarios"][1]["difference"]["fees"], "-6.00");
}

#[test]
fn one_scenario_or_eleven_cannot_be_compared() {
    for count in [0, 1, 11] {
        let error = compare(Value::from(vec![worked_example(); count])).expect_err("too few or too many");
        assert_eq!((error.code.as_str(), error.path.as_str()), ("wrongCount", ""));
    }
    assert!(compare(Value::from(vec![worked_example(); 10])).is_ok());
    assert_eq!(compare(json!({})).expect_err("no list").code.as_str(), "wrongType");
}

#[test]
fn a_refusal_names_the_scenario() {
    let mut wrong = in_full();
    wrong["events"][0]["amount"] = json!("-1");
    let error = compare(json!([worked_example(), wrong])).expect_err("an amount below zero");
    assert_eq!((error.code.as_str(), error.path.as_str()), ("notPositive", "/1/events/0/amount"));
}
