//! Rules of risk: what late bills do to the limit, and how long a freeze lasts.
//!
//! What is not here: penalties (they are a clock on the bill) and advice.

use rust_decimal::Decimal;

use crate::date::{Date, Days, Month};
use crate::explain::{Explanation, Value};
use crate::ledger::{FreezeKind, Reading};
use crate::money::{Money, Rounding};
use crate::terms::{Range, Terms};

/// Bills of statements in a row that became overdue.
#[derive(Clone, Copy, Debug, Default)]
pub struct Streak {
    last: Option<Month>,
    length: i64,
}

impl Streak {
    /// Counts a bill that became overdue; true when the streak is long enough to cut the limit.
    /// The count then starts anew.
    pub fn count(&mut self, month: Month, enough: i64) -> bool {
        let follows = self.last.is_some_and(|last| last.plus(1) == month);
        self.length = if follows { self.length + 1 } else { 1 };
        self.last = Some(month);
        if self.length < enough {
            return false;
        }
        *self = Streak::default();
        true
    }
}

/// What a cut leaves of a limit, rounded down.
pub fn cut(limit: Money, day: Date, reading: Reading, terms: &Terms) -> Money {
    limit.times(cut_factor(day, reading, terms), Rounding::Down)
}

fn cut_factor(day: Date, reading: Reading, terms: &Terms) -> Decimal {
    match reading {
        Reading::Possible => terms.cut_possible.at(day).value,
        Reading::Guaranteed => terms.cut_guaranteed.at(day).value,
    }
}

/// Why the limit was cut.
pub fn explain_cut(before: [Money; 2], day: Date, month: Month, terms: &Terms) -> Explanation {
    let [possible, guaranteed] = before;
    let step = |reading, from: Money| {
        let factor = cut_factor(day, reading, terms);
        (vec![Value::Money(from), Value::Rate(factor)], Value::Money(cut(from, day, reading, terms)))
    };
    let (best, at_best) = step(Reading::Possible, possible);
    let (worst, at_worst) = step(Reading::Guaranteed, guaranteed);
    Explanation::new("limit.cut", at_worst.clone())
        .term(&terms.cut_after.at(day).reference)
        .term(&terms.cut_possible.at(day).reference)
        .term(&terms.cut_guaranteed.at(day).reference)
        .input("overdueInARow", Value::Count(terms.cut_after.at(day).value))
        .input("lastBill", Value::Date(month.on_day(1)))
        .step("multiply", best, at_best)
        .step("multiply", worst, at_worst)
        .rounded(Rounding::Down)
}

/// The first days without a freeze that lasts a known time: at best, and for sure.
pub fn freeze_end(kind: FreezeKind, from: Date, terms: &Terms) -> Option<[Date; 2]> {
    range(kind, terms).map(|range| ends(from, range))
}

/// The first days without a permanent freeze after an appeal: at best, and for sure.
pub fn appeal_end(appeal: Date, terms: &Terms) -> [Date; 2] {
    ends(appeal, &terms.appeal)
}

fn range(kind: FreezeKind, terms: &Terms) -> Option<&Range> {
    match kind {
        FreezeKind::RiskControl => Some(&terms.risk_control),
        FreezeKind::ManualReview => Some(&terms.manual_review),
        FreezeKind::Overdue | FreezeKind::Violation | FreezeKind::Permanent => None,
    }
}

fn ends(from: Date, range: &Range) -> [Date; 2] {
    [from + range.possible.at(from).value, from + range.guaranteed.at(from).value]
}

/// The first day without a violation freeze once nothing is overdue since `clear`.
pub fn observation_end(clear: Date, terms: &Terms) -> Date {
    clear + terms.violation_observe.at(clear).value
}

/// The day at the start of which a bill that is still unpaid counts towards a violation.
pub fn counts_as_late_from(due: Date, terms: &Terms) -> Date {
    due + terms.violation_late.at(due).value + Days(1)
}

/// Why a freeze began and when it ends.
pub fn explain_freeze(kind: FreezeKind, from: Date, terms: &Terms) -> Explanation {
    let mut why = Explanation::new(freeze_rule(kind), Value::Date(from)).input("from", Value::Date(from));
    let lasting = match kind {
        FreezeKind::Permanent => Some((&terms.appeal, None)),
        _ => range(kind, terms).map(|range| (range, Some(ends(from, range)))),
    };
    if let Some((range, days)) = lasting {
        why = why.term(&range.possible.at(from).reference).term(&range.guaranteed.at(from).reference);
        for end in days.into_iter().flatten() {
            why = why.step("addDays", vec![Value::Date(from), Value::Days(end - from)], Value::Date(end));
        }
    }
    match kind {
        FreezeKind::Overdue => why.term(&terms.overdue_blocks.at(from).reference),
        FreezeKind::Violation => why
            .term(&terms.violation_bills.at(from).reference)
            .term(&terms.violation_late.at(from).reference)
            .term(&terms.violation_observe.at(from).reference)
            .input("observation", Value::Days(terms.violation_observe.at(from).value)),
        _ => why,
    }
}

fn freeze_rule(kind: FreezeKind) -> &'static str {
    match kind {
        FreezeKind::RiskControl => "freeze.riskControl",
        FreezeKind::ManualReview => "freeze.manualReview",
        FreezeKind::Overdue => "freeze.overdue",
        FreezeKind::Violation => "freeze.violation",
        FreezeKind::Permanent => "freeze.permanent",
    }
}
