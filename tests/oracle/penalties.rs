//! Payments of many sizes on every day around a due date: penalty, what it pays, when the bill is settled.
//!
//! The model counts day by day in 2000ths of a fen (0.05 % a day). What is not here: several bills at once.

use serde_json::{Value, json};

use crate::{half_up, report, yuan};

/// Days are counted from the due date, 2025-04-06. The statement is 5 days before, grace ends 3 days after.
const STATEMENT: i32 = -5;
const GRACE_END: i32 = 3;
/// 2025-05-01, the next statement, where a penalty is posted.
const NEXT_STATEMENT: i32 = 25;
const LAST: i32 = 50;

fn day(offset: i32) -> String {
    // Days of 2025 from March: 31, 30, 31.
    let of_march = 31 + 6 + offset;
    match of_march {
        ..=31 => format!("2025-03-{of_march:02}"),
        32..=61 => format!("2025-04-{:02}", of_march - 31),
        _ => format!("2025-05-{:02}", of_march - 61),
    }
}

#[derive(Debug, Default, PartialEq)]
struct Model {
    principal: i64,
    /// Penalty so far in 2000ths of a fen, counted from the day after the due date.
    raw: i64,
    /// Posted, and what of it is not paid.
    posted: i64,
    unpaid_penalty: i64,
    paid: i64,
    credit: i64,
    settled: Option<i32>,
}

impl Model {
    /// The end of a day of counting: principal × 0.05 %.
    fn count(&mut self, day: i32) {
        if day > 0 {
            self.raw += self.principal;
        }
    }

    fn post(&mut self, day: i32) {
        if day > GRACE_END && self.settled.is_none() {
            let total = half_up(self.raw, 2000);
            self.unpaid_penalty += total - self.posted;
            self.posted = total;
        }
    }

    fn pay(&mut self, day: i32, amount: i64) {
        self.post(day);
        let on_penalty = amount.min(self.unpaid_penalty);
        let on_principal = (amount - on_penalty).min(self.principal);
        self.unpaid_penalty -= on_penalty;
        self.principal -= on_principal;
        self.credit += amount - on_penalty - on_principal;
        if day >= STATEMENT {
            self.paid += on_penalty + on_principal;
        }
        if self.principal + self.unpaid_penalty == 0 && self.settled.is_none() {
            self.settled = Some(day.max(STATEMENT));
        }
    }

    fn run(principal: i64, payments: &[(i32, i64)]) -> Model {
        let mut model = Model { principal, ..Model::default() };
        for day in -10..=LAST {
            model.count(day);
            if day == NEXT_STATEMENT || day == LAST {
                model.post(day);
            }
            payments.iter().filter(|(on, _)| *on == day).for_each(|(_, amount)| model.pay(day, *amount));
        }
        model
    }
}

fn check(principal: i64, payments: &[(i32, i64)]) {
    let mut events =
        vec![json!({ "type": "purchase", "id": "p", "date": "2025-03-10", "amount": yuan(principal) })];
    let repayment =
        |&(on, amount): &(i32, i64)| json!({ "type": "repayment", "date": day(on), "amount": yuan(amount) });
    events.extend(payments.iter().map(repayment));
    let report = report(&day(LAST), json!({}), false, events);
    let model = Model::run(principal, payments);
    let bill = &report["bills"][0];
    let got = ["penalty", "paid", "remaining"].map(|name| bill[name].as_str().unwrap_or_default());
    let expected = [model.posted, model.paid, model.principal + model.unpaid_penalty].map(yuan);
    let place = format!("{principal} paid {payments:?}");
    assert_eq!(got, expected.each_ref().map(String::as_str), "{place}");
    assert_eq!(bill["settledOn"].as_str().map(str::to_owned), model.settled.map(day), "{place}");
    assert_eq!(report["totals"]["creditBalance"], yuan(model.credit), "{place}");
    assert_eq!(report["count"], Value::Null);
}

#[test]
fn one_payment_of_any_size_on_any_day() {
    let special = [1, 9999, 10_000, 10_001, 10_020, 10_050, 10_100, 10_112, 10_113, 10_225, 12_000];
    for on in -7..=45 {
        for amount in (0..10_400).step_by(1_733).map(|it| it + 7).chain(special) {
            check(10_000, &[(on, amount)]);
        }
    }
}

#[test]
fn the_smallest_payment_that_settles_a_late_bill_settles_it_and_a_fen_less_does_not() {
    for on in 4..=45 {
        let penalty = half_up(10_000 * i64::from(on), 2000);
        check(10_000, &[(on, 10_000 + penalty)]);
        check(10_000, &[(on, 10_000 + penalty - 1)]);
        check(10_000, &[(on, penalty)]);
        check(10_000, &[(on, penalty - 1)]);
    }
}

#[test]
fn two_payments_on_any_two_days() {
    for first in -6..=20 {
        for second in first..=22 {
            check(3_333, &[(first, 1_001), (second, 1_111)]);
            check(777, &[(first, 3), (second, 770)]);
        }
    }
}

/// Each day a payment: a posting moment each, so that a penalty rounded at each would drift.
#[test]
fn a_payment_a_day_never_makes_the_cents_drift() {
    for principal in (1..6_000).step_by(53) {
        let payments: Vec<(i32, i64)> = (4..=30).map(|on| (on, 1)).collect();
        check(principal, &payments);
    }
}
