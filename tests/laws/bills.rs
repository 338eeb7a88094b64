//! Bills and refunds: their parts add up, and their words fit their figures.
//!
//! What is not here: plans (see `plans`), sums over the whole run (see `books`).

use proptest::prelude::*;
use serde_json::Value;

use super::config;
use super::recipe::{EVENTS_MAX, recipes};
use super::view::{fen, list, report, sum, word};

const CREDITS: [&str; 6] = ["refund", "earlyRepayment", "creditBalance", "conversion", "moved", "repayment"];

fn check_lines(bill: &Value) -> Result<(), TestCaseError> {
    let lines = list(bill, "lines");
    let after = |kind: &'static str| -sum(lines, "amount", |it| it["kind"] == kind && it["inTotal"] == false);
    let [total, paid, remaining, penalty] =
        ["total", "paid", "remaining", "penalty"].map(|name| fen(&bill[name]));
    prop_assert!(total >= 0 && paid >= 0 && remaining >= 0 && penalty >= 0, "{bill}");
    prop_assert!(!lines.is_empty(), "a bill exists only if it has a line: {bill}");
    prop_assert_eq!(sum(lines, "amount", |it| it["inTotal"] == true), total, "{}", bill);
    prop_assert_eq!(sum(lines, "amount", |_| true), remaining, "{}", bill);
    prop_assert_eq!(sum(lines, "amount", |it| it["kind"] == "penalty"), penalty, "{}", bill);
    prop_assert_eq!(after("repayment"), paid, "{}", bill);
    let off = after("refund") + after("conversion") + after("moved");
    prop_assert_eq!(total + penalty - paid - off, remaining, "{}", bill);
    for line in lines {
        let is_credit = CREDITS.contains(&word(line, "kind"));
        prop_assert!(if is_credit { fen(&line["amount"]) <= 0 } else { fen(&line["amount"]) >= 0 }, "{line}");
        let date = word(line, "date");
        prop_assert!(line["inTotal"] == true || date >= word(bill, "statementDate"), "{line}");
    }
    Ok(())
}

fn check_words(bill: &Value, until: &str, grace: i32) -> Result<(), TestCaseError> {
    let [statement, due, settled, status] =
        ["statementDate", "dueDate", "settledOn", "status"].map(|name| word(bill, name));
    prop_assert!(statement <= due && word(bill, "month") == &statement[..7], "{bill}");
    prop_assert!((statement..=due).contains(&word(bill, "payBy")), "{bill}");
    let is_settled = fen(&bill["remaining"]) == 0;
    prop_assert_eq!(is_settled, !settled.is_empty(), "{}", bill);
    prop_assert!(settled.is_empty() || (statement..=until).contains(&settled), "{bill}");
    let grace_end = (super::recipe::day(due) + yuefu::date::Days(grace)).to_string();
    let is_paid = fen(&bill["paid"]) > 0;
    let late = until > grace_end.as_str();
    let expected = match (is_settled, until > due, late, is_paid) {
        (true, ..) if has_moved(bill) && status == "postponed" => "postponed",
        (true, ..) if has_moved(bill) => "revolved",
        (true, ..) => "paid",
        (false, _, true, true) => "partlyPaidOverdue",
        (false, _, true, false) => "overdue",
        (false, true, false, _) => "inGrace",
        (false, false, _, true) => "partlyPaid",
        (false, false, _, false) => "open",
    };
    prop_assert_eq!(status, expected, "{}", bill);
    prop_assert!(late || fen(&bill["penalty"]) == 0, "{bill}");
    Ok(())
}

fn has_moved(bill: &Value) -> bool {
    list(bill, "lines").iter().any(|line| line["kind"] == "moved")
}

fn check_refund(refund: &Value) -> Result<(), TestCaseError> {
    let [amount, unbilled, billed, credit, held, fees] =
        ["amount", "toUnbilled", "toBilled", "toCredit", "held", "feesCancelled"]
            .map(|name| fen(&refund[name]));
    prop_assert!([unbilled, billed, credit, fees].iter().all(|part| *part >= 0), "{refund}");
    prop_assert_eq!(amount, unbilled + billed + credit);
    prop_assert_eq!(held, unbilled + billed);
    let [date, possible, guaranteed, met] =
        ["date", "possible", "guaranteed", "conditionMetOn"].map(|name| word(refund, name));
    prop_assert_eq!(possible.is_empty(), guaranteed.is_empty(), "{}", refund);
    prop_assert!(possible.is_empty() || (date <= possible && possible <= guaranteed), "{refund}");
    let waits = refund["condition"].is_string();
    prop_assert_eq!(possible.is_empty(), waits && met.is_empty(), "{}", refund);
    prop_assert!(met.is_empty() || (waits && met <= possible), "{refund}");
    prop_assert_eq!(
        word(refund, "condition") == "appeal",
        word(refund, "class") == "malicious",
        "{}",
        refund
    );
    Ok(())
}

fn check_sums(report: &Value) -> Result<(), TestCaseError> {
    let bills = list(report, "bills");
    for bill in bills {
        check_lines(bill)?;
    }
    for pair in bills.windows(2) {
        prop_assert!(word(&pair[0], "month") < word(&pair[1], "month"), "one bill a month");
    }
    Ok(())
}

fn check_statuses(scenario: &Value, report: &Value) -> Result<(), TestCaseError> {
    let usual = if ["huabei", "meituan-monthly-pay"].contains(&word(scenario, "product")) { 0 } else { 3 };
    let grace = scenario["overrides"]["grace.days"].as_i64().unwrap_or(usual) as i32;
    for bill in list(report, "bills") {
        check_words(bill, word(&report["run"], "until"), grace)?;
    }
    Ok(())
}

/// Every law about bills and refunds.
pub fn check(scenario: &Value, report: &Value) -> Result<(), TestCaseError> {
    check_sums(report)?;
    check_statuses(scenario, report)?;
    list(report, "refunds").iter().try_for_each(check_refund)
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn bills_and_refunds_add_up_and_have_the_right_words(recipe in recipes(EVENTS_MAX)) {
        let scenario = recipe.scenario();
        check(&scenario, &report(&scenario))?;
    }
}
