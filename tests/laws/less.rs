//! Paying and giving back never makes things dearer.
//!
//! Each law compares two runs. "For the same accepted events" is taken at its word: every event that both runs
//! have is accepted in both or refused in both. Payments that ask for what is open
//! (settlements, minimum payments, the habit) pay less after a payment before them, so that the money spent later
//! differs; where that matters, the law is tried without them. A refund of what was just paid becomes credit, which
//! waits for a close and pays no other bill; so where payments move, refunds must do the same, and no terms give
//! billed fees back. A conversion of all that is unpaid takes less after a payment; conversions must be of the same.
//! Interest is posted as the rounded whole less what was posted before, so that a bill alone may have a fen more of it
//! where the bills before have a fen less: all later bills up to any one never add up to more.
//! What is not here: how much less.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};
use yuefu::date::Days;

use super::config;
use super::recipe::{Kinds, Pick, Recipe, day, one_of, recipes, recipes_of, yuan};
use super::view::{fen, list, report, sum, word};

/// Each purchase is given back at once and in full; nothing else is paid by anybody.
fn given_back(scenario: &Value) -> Value {
    let mut events = Vec::new();
    for event in list(scenario, "events") {
        let kind = word(event, "type");
        if kind == "purchase" {
            events.push(event.clone());
            events.push(json!({ "type": "refund", "date": event["date"], "purchase": event["id"] }));
        } else if !["refund", "repayment"].contains(&kind) {
            events.push(event.clone());
        }
    }
    let mut scenario = scenario.clone();
    scenario["events"] = Value::from(events);
    scenario
}

/// How much of each refund was credit.
fn credits(report: &Value) -> Vec<&Value> {
    list(report, "refunds").iter().map(|refund| &refund["toCredit"]).collect()
}

/// How much each plan is for: that of a conversion may depend on what was paid.
fn principals(report: &Value) -> Vec<&Value> {
    list(report, "plans").iter().map(|plan| &plan["principal"]).collect()
}

/// The statuses of the outcomes, without that of one event.
fn statuses(report: &Value, without: Option<usize>) -> Vec<Value> {
    let kept = |outcome: &&Value| outcome["event"].as_u64().map(|index| index as usize) != without;
    list(report, "outcomes").iter().filter(kept).map(|outcome| outcome["status"].clone()).collect()
}

fn amount_of(report: &Value, month: &str, name: &str) -> i64 {
    let bill = list(report, "bills").iter().find(|bill| bill["month"] == month);
    bill.map_or(0, |bill| fen(&bill[name]))
}

/// The months of bills of either report that were closed after a day, in order.
fn months_after<'r>(date: &str, before: &'r Value, after: &'r Value) -> BTreeSet<&'r str> {
    let bills = list(before, "bills").iter().chain(list(after, "bills"));
    bills.filter(|bill| word(bill, "statementDate") > date).map(|bill| word(bill, "month")).collect()
}

/// How many lines of interest a bill has.
fn interests(report: &Value, month: &str) -> i64 {
    let bill = list(report, "bills").iter().find(|bill| bill["month"] == month);
    let lines = bill.map_or(&[][..], |bill| list(bill, "lines"));
    lines.iter().filter(|line| line["kind"] == "interest").count() as i64
}

/// A scenario with one repayment more, and its index: on the day of some event, after all others of the list.
fn with_repayment(scenario: &Value, picks: [Pick; 3]) -> (Value, usize) {
    let mut more = scenario.clone();
    let events = more["events"].as_array_mut().expect("events");
    let date = events[usize::from(picks[0]) % events.len()]["date"].clone();
    let amount = one_of(picks[1], &["0.01", "5.00", "33.33", "100.00", "500.00", "4000.00"]);
    let mut repayment = json!({ "type": "repayment", "date": date, "amount": amount });
    if picks[2] % 4 == 1 {
        repayment["target"] = json!("unbilled");
    }
    events.push(repayment);
    let index = events.len() - 1;
    (more, index)
}

/// The list with every repayment for everything, none for a part of it.
fn untargeted(mut scenario: Value) -> Value {
    for event in scenario["events"].as_array_mut().expect("events") {
        if word(event, "type") == "repayment" {
            event.as_object_mut().expect("an object").remove("target");
        }
    }
    scenario
}

/// A limit that never gets in the way, so that both runs accept the same.
fn roomy(mut scenario: Value) -> Value {
    scenario["creditLimit"] = json!("10000000");
    scenario["overrides"]["overdue.blocks"] = json!(false);
    let events = scenario["events"].as_array_mut().expect("events");
    events.retain(|event| !["setLimit", "freeze", "closeAccount"].contains(&word(event, "type")));
    if events.is_empty() {
        events.push(json!({ "type": "creditEnquiry", "date": "2025-03-10" }));
    }
    scenario
}

/// The scenario with one of its repayments some days earlier, if it has one.
fn paid_earlier(scenario: &Value, picks: [Pick; 2]) -> Option<Value> {
    let repayments: Vec<usize> = list(scenario, "events")
        .iter()
        .enumerate()
        .filter(|(_, event)| word(event, "type") == "repayment")
        .map(|(index, _)| index)
        .collect();
    let index = *repayments.get(usize::from(picks[0]) % repayments.len().max(1))?;
    let mut earlier = scenario.clone();
    let date = word(&scenario["events"][index], "date");
    let first = list(scenario, "events").iter().map(|event| word(event, "date")).min()?;
    let moved = (day(date) - Days(i32::from(picks[1] % 50) + 1)).max(day(first));
    earlier["events"][index]["date"] = json!(moved.to_string());
    Some(earlier)
}

fn fixed(recipe: &Recipe) -> Value {
    let mut scenario = untargeted(roomy(recipe.scenario()));
    scenario["overrides"]["refund.billedFees"] = json!(false);
    scenario
}

/// Refunding everything on its day leaves nothing to pay.
pub fn check_given_back(scenario: &Value) -> Result<(), TestCaseError> {
    let report = report(&given_back(scenario));
    prop_assert_eq!(fen(&report["totals"]["outstanding"]), 0);
    prop_assert_eq!(fen(&report["totals"]["repayments"]), 0);
    prop_assert_eq!(fen(&report["totals"]["creditBalance"]), 0);
    prop_assert_eq!(sum(list(&report, "bills"), "total", |_| true), 0);
    Ok(())
}

/// One more repayment never raises a later bill.
pub fn check_one_more(scenario: Value, picks: [Pick; 3]) -> Result<(), TestCaseError> {
    let scenario = roomy(scenario);
    let (more, index) = with_repayment(&scenario, picks);
    let (before, after) = (report(&scenario), report(&more));
    prop_assume!(statuses(&before, None) == statuses(&after, Some(index)));
    prop_assume!(principals(&before) == principals(&after));
    let paid = word(&more["events"][index], "date");
    let (mut was_so_far, mut is_so_far) = (0, 0);
    for month in months_after(paid, &before, &after) {
        let (was, is) = (amount_of(&before, month, "total"), amount_of(&after, month, "total"));
        was_so_far += was;
        is_so_far += is;
        let fen = interests(&after, month);
        let text = format!("{month}: {} with {}, {} without", yuan(is), more["events"][index], yuan(was));
        prop_assert!(is <= was + fen && is_so_far <= was_so_far, "{text}, in {scenario}");
    }
    Ok(())
}

/// Paying earlier never raises a penalty, where all payments are of fixed amounts.
pub fn check_earlier(recipe: &Recipe, picks: [Pick; 2]) -> Result<(), TestCaseError> {
    let scenario = fixed(recipe);
    let earlier = paid_earlier(&scenario, picks);
    prop_assume!(earlier.is_some());
    let earlier = earlier.unwrap_or_default();
    let (before, after) = (report(&scenario), report(&earlier));
    prop_assume!(statuses(&before, None) == statuses(&after, None));
    prop_assume!(credits(&before) == credits(&after) && principals(&before) == principals(&after));
    for bill in list(&after, "bills") {
        let month = word(bill, "month");
        let (was, is) = (amount_of(&before, month, "penalty"), fen(&bill["penalty"]));
        let text = format!("{month}: {} earlier, {} before", yuan(is), yuan(was));
        prop_assert!(is <= was, "{text}, {earlier} instead of {scenario}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn refunding_everything_on_its_day_leaves_nothing_to_pay(recipe in recipes(60)) {
        check_given_back(&recipe.scenario())?;
    }

    #[test]
    fn one_more_repayment_never_raises_a_later_bill(recipe in recipes(40), picks in prop::array::uniform3(any::<Pick>())) {
        check_one_more(recipe.scenario(), picks)?;
    }

    #[test]
    fn paying_earlier_never_raises_a_penalty(recipe in recipes_of(Kinds::FixedPayments, 40), picks in prop::array::uniform2(any::<Pick>())) {
        check_earlier(&recipe, picks)?;
    }
}
