//! Settling plans of 0.10 to 20.00 on a day of every stage, by each rule.
//!
//! What is not here: settlements beside refunds or overdue bills (see `scenarios`).

use serde_json::{Value, json};

use crate::{date, entry, half_up, report, split, yuan};

const COUNTS: [usize; 2] = [3, 6];

/// A rule as the contract writes it, and what it charges and waives, from the unbilled fees and the principal left.
type Rule = (&'static str, fn(&[i64], i64) -> (i64, i64));

const RULES: [Rule; 4] = [
    ("nextPlusOne", |fees, _| match fees {
        [] => (0, 0),
        [last] => (*last, 0),
        [next, later @ ..] => (2 * next, later.iter().sum()),
    }),
    ("waive", |fees, _| (0, fees.iter().sum())),
    ("chargeAll", |fees, _| (fees.iter().sum(), 0)),
    ("rate:0.03", |fees, principal| (half_up(principal * 3, 100), fees.iter().sum())),
];

fn id(fen: i64, n: usize) -> String {
    format!("{fen}/{n}")
}

/// Principal, fees and waived fees of settling in month `month` of 2025, before or after the due day.
fn model(rule: &Rule, fen: i64, n: usize, month: usize, is_paid: bool) -> Option<(i64, i64, i64)> {
    let rows = split(fen, n);
    let fee = |row: &i64| if *row > 0 { half_up(fen * 7, 1000) } else { 0 };
    let billed = (month - 1).min(n);
    // The last billed row is open only before the due day of its own month.
    let open = month - 1 <= n && billed > 0 && !is_paid;
    let principal: i64 = rows[billed - usize::from(open)..].iter().sum();
    let billed_fee = if open { fee(&rows[billed - 1]) } else { 0 };
    let unbilled: Vec<i64> = rows[billed..].iter().filter(|row| **row > 0).map(fee).collect();
    let (charged, waived) = rule.1(&unbilled, principal);
    (principal + billed_fee > 0).then_some((principal, billed_fee + charged, waived))
}

fn check(report: &Value, place: &str, fen: i64, n: usize, expected: Option<(i64, i64, i64)>) {
    let plan = entry(report, "plans", "id", id(fen, n)).expect("the plan was accepted");
    let settlement = &plan["settlement"];
    let got = ["principal", "fees", "waived"].map(|name| settlement[name].as_str());
    match expected {
        None => assert!(settlement.is_null(), "{place} {fen} in {n}"),
        Some((principal, fees, waived)) => {
            let expected = [principal, fees, waived].map(yuan);
            assert_eq!(got, expected.each_ref().map(|it| Some(it.as_str())), "{place} {fen} in {n}");
        }
    }
}

#[test]
fn settling_costs_what_the_rule_says_at_every_stage() {
    let amounts = || (10..=2000).step_by(37);
    for rule in &RULES {
        let keys = json!({ "plan.smallest": "0.01", "plan.3.settle": rule.0, "plan.6.settle": rule.0 });
        for (month, is_paid) in (1..=8).flat_map(|month| [(month, false), (month, true)]) {
            let day = date(month, if is_paid { 20 } else { 4 });
            let purchase = |fen: i64, n: usize| json!({ "type": "purchase", "id": id(fen, n), "date": "2025-01-03", "amount": yuan(fen), "periods": n });
            let settle =
                |fen: i64, n: usize| json!({ "type": "settlePlan", "date": day, "plan": id(fen, n) });
            let mut events: Vec<Value> = amounts().flat_map(|fen| COUNTS.map(|n| purchase(fen, n))).collect();
            events.extend(amounts().flat_map(|fen| COUNTS.map(|n| settle(fen, n))));
            let report = report("2025-12-31", keys.clone(), true, events);
            for (fen, n) in amounts().flat_map(|fen| COUNTS.map(|n| (fen, n))) {
                let place = format!("{} on {day}", rule.0);
                check(&report, &place, fen, n, model(rule, fen, n, month, is_paid));
            }
            assert_eq!(report["totals"]["outstanding"], "0.00");
        }
    }
}
