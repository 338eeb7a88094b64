//! The timeline of the limit, the freezes, and what becomes of events.
//!
//! What is not here: the entries behind it (see `books`).

use proptest::prelude::*;
use serde_json::{Value, json};

use super::config;
use super::recipe::{EVENTS_MAX, recipes};
use super::view::{READINGS, fen, list, report, word};

fn frozen(row: &Value, reading: &str) -> bool {
    !list(&row["frozen"], reading).is_empty()
}

/// limit = available + used + held unless frozen or over the limit; never better for sure than at best.
fn check_row(row: &Value) -> Result<(), TestCaseError> {
    let used = fen(&row["used"]);
    let read = |part: &str, reading: &str| fen(&row[part][reading]);
    for reading in READINGS {
        let [limit, held, available] = ["limit", "held", "available"].map(|part| read(part, reading));
        prop_assert!(limit >= 0 && used >= 0 && held >= 0, "{row}");
        let free = if frozen(row, reading) { 0 } else { (limit - used - held).max(0) };
        prop_assert_eq!(available, free, "{}", row);
    }
    prop_assert!(read("available", "possible") >= read("available", "guaranteed"), "{row}");
    Ok(())
}

/// The sum of the causes of some kinds that count on a reading.
fn caused(row: &Value, reading: &str, kinds: &[&str]) -> i64 {
    let counts = |cause: &&Value| {
        kinds.contains(&word(cause, "kind")) && ["both", reading].contains(&word(cause, "readings"))
    };
    list(row, "causes").iter().filter(counts).map(|cause| fen(&cause["amount"])).sum()
}

/// What changed since the row before is what the causes say.
fn check_causes(before: &Value, row: &Value, lags: &Lags) -> Result<(), TestCaseError> {
    for (index, reading) in READINGS.into_iter().enumerate() {
        let of = |kinds: &[&str]| caused(row, reading, kinds);
        let change = |now: &Value, before: &Value| fen(now) - fen(before);
        let used = of(&["purchase"]) - of(&["refundHeld", "repayment", "creditBalance"]);
        prop_assert_eq!(change(&row["used"], &before["used"]), used, "{}", row);

        let ended = of(&["refundUsable", "repaymentUsable", "resetOver"]);
        let began = of(&["refundHeld", "reset"]);
        let repaid = of(&["repayment"]);
        let held = change(&row["held"][reading], &before["held"][reading]) + ended - began;
        if lags.resets {
            let most = repaid + of(&["creditBalance"]) + of(&["creditBalance"]);
            prop_assert!((-of(&["creditBalance"])..=most).contains(&held), "{held} in {row}");
        } else {
            prop_assert_eq!(held, if lags.lag[index] { repaid } else { 0 }, "{}", row);
        }
        let moved = of(&["limitSet", "limitCut", "closed"]);
        let limit = change(&row["limit"][reading], &before["limit"][reading]);
        prop_assert!(limit.abs() <= moved, "{row}");
    }
    Ok(())
}

/// What of the terms the causes of a hold depend on.
struct Lags {
    lag: [bool; 2],
    resets: bool,
}

impl Lags {
    fn of(scenario: &Value) -> Lags {
        let days = |key: &str, usual: u64| scenario["overrides"][key].as_u64().unwrap_or(usual) > 0;
        Lags {
            lag: [days("repayment.lagPossible", 0), days("repayment.lagGuaranteed", 3)],
            resets: scenario["overrides"]["refund.rule"] == "resetNextMonth",
        }
    }
}

fn check_freeze(freeze: &Value) -> Result<(), TestCaseError> {
    let [from, possible, guaranteed] = ["from", "possible", "guaranteed"].map(|name| word(freeze, name));
    prop_assert!(possible.is_empty() || from <= possible, "{freeze}");
    prop_assert!(guaranteed.is_empty() || (!possible.is_empty() && possible <= guaranteed), "{freeze}");
    Ok(())
}

/// Outcomes are those of exactly the events up to the end, each by its rank in the list.
fn check_outcomes(scenario: &Value, report: &Value) -> Result<(), TestCaseError> {
    let until = word(scenario, "until");
    let runs = |event: &&(usize, &Value)| until.is_empty() || word(event.1, "date") <= until;
    let events: Vec<(usize, &Value)> = list(scenario, "events").iter().enumerate().collect();
    let expected: Vec<usize> = events.iter().filter(runs).map(|event| event.0).collect();
    let outcomes = list(report, "outcomes");
    let got: Vec<usize> =
        outcomes.iter().map(|it| it["event"].as_u64().expect("an index") as usize).collect();
    prop_assert_eq!(got, expected);
    for outcome in outcomes {
        let event = &list(scenario, "events")[outcome["event"].as_u64().expect("an index") as usize];
        prop_assert_eq!(&outcome["date"], &event["date"]);
        prop_assert_eq!(outcome["status"] == "refused", outcome["code"].is_string(), "{}", outcome);
        check_days_of_refusal(event, outcome)?;
    }
    Ok(())
}

fn check_days_of_refusal(event: &Value, outcome: &Value) -> Result<(), TestCaseError> {
    let [date, possible, guaranteed] =
        ["date", "possibleFrom", "guaranteedFrom"].map(|name| word(outcome, name));
    let is_refused_purchase = word(event, "type") == "purchase" && outcome["status"] == "refused";
    prop_assert!(is_refused_purchase || (possible.is_empty() && guaranteed.is_empty()), "{outcome}");
    prop_assert!(possible.is_empty() || date <= possible, "{outcome}");
    prop_assert!(guaranteed.is_empty() || (!possible.is_empty() && possible <= guaranteed), "{outcome}");
    Ok(())
}

/// Whether a purchase like a refused one, last of a day's events, is accepted.
fn passes_on(scenario: &Value, purchase: &Value, day: &str) -> bool {
    let mut again = scenario.clone();
    let mut other = purchase.clone();
    other["id"] = json!("again");
    other["date"] = json!(day);
    let events = again["events"].as_array_mut().expect("events");
    events.push(other);
    let last = events.len() - 1;
    let report = report(&again);
    let outcome = list(&report, "outcomes").iter().find(|it| it["event"] == last);
    outcome.is_some_and(|outcome| outcome["status"] == "accepted")
}

/// The day on which a refused purchase would pass is the first on which it does pass.
fn check_first_day(scenario: &Value, report: &Value, outcome: &Value) -> Result<(), TestCaseError> {
    let purchase = &list(scenario, "events")[outcome["event"].as_u64().expect("an index") as usize];
    let from = word(outcome, &format!("{}From", word(scenario, "assume")));
    let until = if from.is_empty() { word(&report["run"], "until") } else { from };
    let date = word(outcome, "date");
    if !from.is_empty() {
        prop_assert!(passes_on(scenario, purchase, from), "{outcome} does not pass on {from}: {scenario}");
    }
    // A purchase that would pass earlier would do so on a day on which something changes, or the day after.
    let days = list(report, "limit").iter().map(|row| word(row, "date"));
    let earlier = days.filter(|day| *day >= date && *day < until);
    for day in earlier.take(6) {
        prop_assert!(!passes_on(scenario, purchase, day), "{outcome} passes on {day}: {scenario}");
    }
    Ok(())
}

/// The timeline adds up on both readings, and a row is a day on which something happens to the limit.
fn check_rows(scenario: &Value, report: &Value) -> Result<(), TestCaseError> {
    let lags = Lags::of(scenario);
    let rows = list(report, "limit");
    for row in rows {
        check_row(row)?;
        prop_assert!(!list(row, "causes").is_empty(), "{row}");
    }
    for pair in rows.windows(2) {
        prop_assert!(word(&pair[0], "date") < word(&pair[1], "date"));
        check_causes(&pair[0], &pair[1], &lags)?;
    }
    let first_run = list(report, "outcomes").iter().map(|outcome| word(outcome, "date")).min();
    prop_assert_eq!(rows.first().map(|row| word(row, "date")), first_run);
    Ok(())
}

/// Every law about the timeline, freezes and outcomes that needs no further run.
pub fn check(scenario: &Value, report: &Value) -> Result<(), TestCaseError> {
    check_rows(scenario, report)?;
    list(report, "freezes").iter().try_for_each(check_freeze)?;
    check_outcomes(scenario, report)
}

/// The first purchases that are refused pass on the day that is named and not before.
pub fn check_refused(scenario: &Value, report: &Value) -> Result<(), TestCaseError> {
    let refused = list(report, "outcomes").iter().filter(|outcome| {
        let event = &list(scenario, "events")[outcome["event"].as_u64().expect("an index") as usize];
        outcome["status"] == "refused" && word(event, "type") == "purchase"
    });
    refused.take(4).try_for_each(|outcome| check_first_day(scenario, report, outcome))
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn the_timeline_adds_up_on_both_readings_and_events_have_their_outcomes(recipe in recipes(EVENTS_MAX)) {
        let scenario = recipe.scenario();
        check(&scenario, &report(&scenario))?;
    }
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn a_refused_purchase_passes_on_the_day_that_is_named_and_not_before(recipe in recipes(30)) {
        let scenario = recipe.scenario();
        check_refused(&scenario, &report(&scenario))?;
    }
}
