//! The minimum payment of every bill of 0.01 to 20.00, and the three bills that follow; the same for postponing.
//!
//! What is not here: fees on the bill and second moves (see `scenarios`).

use serde_json::{Value, json};

use crate::{entry, half_up, report, yuan};

fn total(report: &Value, month: &str) -> i64 {
    let bill = entry(report, "bills", "month", month);
    let text = bill.map_or("0.00", |bill| bill["total"].as_str().expect("an amount"));
    text.replace('.', "").parse().expect("digits")
}

fn run(fen: i64, event: Value, habit: bool) -> Value {
    let purchase = json!({ "type": "purchase", "id": "p", "date": "2025-03-10", "amount": yuan(fen) });
    report("2025-07-01", json!({}), habit, vec![purchase, event])
}

/// Interest of a rest in so many days at so many 100 000ths a day.
fn interest(rest: i64, rate: i64, days: i64) -> i64 {
    half_up(rest * rate * days, 100_000)
}

/// Bills of May and June when the rest is paid with the bill of May, 25 days to the statement, 30 to the due date.
fn check_paid(report: &Value, fen: i64, rest: i64, rate: i64) {
    let [may, in_all] = [interest(rest, rate, 25), interest(rest, rate, 30)];
    assert_eq!(total(report, "2025-04"), fen);
    assert_eq!(total(report, "2025-05"), rest + may, "{fen}");
    assert_eq!(total(report, "2025-06"), in_all - may, "{fen}");
    assert_eq!(total(report, "2025-07"), 0, "{fen}");
    assert_eq!(report["totals"]["interest"], yuan(in_all), "{fen}");
    assert_eq!(report["totals"]["outstanding"], "0.00", "{fen}");
}

/// The bills when nothing more is paid: 25, 56 and 86 days of interest, posted as it grows.
fn check_unpaid(report: &Value, rest: i64, rate: i64) {
    let [may, june, july] = [25, 56, 86].map(|days| interest(rest, rate, days));
    assert_eq!(total(report, "2025-05"), rest + may, "{rest}");
    assert_eq!(total(report, "2025-06"), june - may, "{rest}");
    assert_eq!(total(report, "2025-07"), july - june, "{rest}");
    assert_eq!(report["totals"]["penalties"], "0.00", "what has moved bears no penalty");
}

#[test]
fn every_minimum_payment_up_to_20_yuan() {
    let minimum = json!({ "type": "payMinimum", "date": "2025-04-03", "bill": "2025-04" });
    for fen in 1..=2000 {
        let paid = (fen + 9) / 10;
        let report = run(fen, minimum.clone(), fen % 2 == 0);
        assert_eq!(report["outcomes"][1]["paid"], yuan(paid));
        let rest = fen - paid;
        if fen % 2 == 0 {
            check_paid(&report, fen, rest, 50);
        } else {
            check_unpaid(&report, rest, 50);
        }
    }
}

#[test]
fn every_postponed_bill_up_to_20_yuan() {
    let postpone = json!({ "type": "postpone", "date": "2025-04-06", "bill": "2025-04" });
    for fen in 1..=2000 {
        let report = run(fen, postpone.clone(), fen % 2 == 0);
        if fen % 2 == 0 {
            check_paid(&report, fen, fen, 35);
        } else {
            check_unpaid(&report, fen, 35);
        }
    }
}
