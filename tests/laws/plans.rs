//! Plans: rows add up to the principal less what was refunded, fees to the total.
//!
//! What is not here: the figures of one plan (see `scenarios` and `oracle`).

use proptest::prelude::*;
use serde_json::Value;

use super::config;
use super::recipe::{EVENTS_MAX, recipes};
use super::view::{fen, list, report, sum, word};

fn check_rows(plan: &Value) -> Result<(), TestCaseError> {
    let rows = list(plan, "rows");
    for (index, row) in rows.iter().enumerate() {
        let [principal, fee, remaining] = ["principal", "fee", "remaining"].map(|name| fen(&row[name]));
        prop_assert_eq!(row["n"].as_u64(), Some(index as u64 + 1));
        prop_assert!(principal >= 0 && fee >= 0 && (0..=principal).contains(&remaining), "{row}");
        prop_assert!(principal > 0 || fee == 0, "a row without principal has no fee: {row}");
        prop_assert!(word(row, "statementDate") <= word(row, "dueDate"));
        let status = word(row, "status");
        prop_assert!(!["paid", "cancelled"].contains(&status) || remaining == 0, "{row}");
    }
    let billed = |row: &&Value| ["billed", "paid"].contains(&word(row, "status"));
    let open = |row: &&Value| word(row, "status") == "unbilled";
    let first_open =
        rows.iter().filter(open).filter(|row| fen(&row["principal"]) > 0).map(|it| &it["n"]).next();
    let last_billed = rows.iter().filter(billed).map(|row| &row["n"]).next_back();
    if let (Some(open), Some(billed)) = (first_open, last_billed) {
        prop_assert!(billed.as_u64() < open.as_u64(), "rows are billed in order: {plan}");
    }
    for pair in rows.windows(2) {
        prop_assert!(word(&pair[0], "statementDate") < word(&pair[1], "statementDate"));
    }
    Ok(())
}

fn check_sums(plan: &Value, report: &Value) -> Result<(), TestCaseError> {
    let rows = list(plan, "rows");
    let principal = fen(&plan["principal"]);
    let in_rows = sum(rows, "principal", |_| true);
    let of_purchase = |refund: &Value| refund["purchase"] == plan["purchase"];
    let refunded: i64 = sum(list(report, "refunds"), "toUnbilled", of_purchase);
    prop_assert!(in_rows <= principal, "{plan}");
    if plan["purchase"].is_string() {
        prop_assert!(principal - in_rows <= refunded, "{plan}");
        let moved =
            list(report, "bills").iter().any(|it| ["revolved", "postponed"].contains(&word(it, "status")));
        prop_assert!(moved || principal - in_rows == refunded, "{plan}");
    }
    let fees = sum(rows, "fee", |_| true);
    let total = fen(&plan["totalFee"]);
    if plan["settlement"].is_null() {
        prop_assert_eq!(total, fees, "{}", plan);
    } else {
        let settlement = &plan["settlement"];
        prop_assert!((fees..=fees + fen(&settlement["fees"])).contains(&total), "{plan}");
        prop_assert_eq!(sum(rows, "remaining", |_| true), 0, "{}", plan);
        prop_assert!(!rows.iter().any(|row| row["status"] == "billed"), "{plan}");
        prop_assert!(fen(&settlement["principal"]) <= principal && fen(&settlement["waived"]) >= 0);
    }
    Ok(())
}

/// Every law about plans.
pub fn check(report: &Value) -> Result<(), TestCaseError> {
    let plans = list(report, "plans");
    for plan in plans {
        check_rows(plan)?;
        check_sums(plan, report)?;
    }
    let last = list(report, "limit").last();
    let remaining: i64 = plans.iter().map(|it| sum(list(it, "rows"), "remaining", |_| true)).sum();
    prop_assert!(last.is_none_or(|row| remaining <= fen(&row["used"])));
    Ok(())
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn plans_add_up(recipe in recipes(EVENTS_MAX)) {
        check(&report(&recipe.scenario()))?;
    }
}
