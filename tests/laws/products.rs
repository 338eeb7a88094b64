//! The terms of random scenarios: each shipped product, with any of these overrides.
//!
//! What is not here: products of one's own (see `tests/made_up.rs`).

use serde_json::{Map, Value, json};

use super::recipe::{Pick, one_of};

/// The days that matter in a month.
#[derive(Clone, Copy, Debug)]
pub struct Statement {
    /// Day of the statement.
    pub closes: u8,
    /// Due day.
    pub due: u8,
}

const PRODUCTS: [(&str, Statement); 6] = [
    ("douyin-monthly-pay", Statement { closes: 1, due: 6 }),
    ("douyin-monthly-pay", Statement { closes: 1, due: 6 }),
    ("huabei", Statement { closes: 1, due: 10 }),
    ("meituan-monthly-pay", Statement { closes: 1, due: 8 }),
    ("credit-card", Statement { closes: 5, due: 25 }),
    ("douyin-monthly-pay", Statement { closes: 1, due: 6 }),
];

const DAYS: [(u8, u8); 7] = [(10, 15), (15, 20), (25, 5), (28, 28), (6, 6), (1, 28), (5, 25)];

/// Overrides that go together, as pairs of key and JSON value.
type Set = &'static [(&'static str, &'static str)];

const SETS: [Set; 38] = [
    &[("plan.3.method", "\"free\""), ("plan.3.rate", "\"0\""), ("plan.3.settle", "\"waive\"")],
    &[("plan.3.method", "\"flatTotal\""), ("plan.3.rate", "\"0.025\""), ("plan.3.settle", "\"chargeAll\"")],
    &[("plan.3.method", "\"upfront\""), ("plan.3.rate", "\"0.02\""), ("plan.3.settle", "\"nextPlusOne\"")],
    &[
        ("plan.3.method", "\"equalInstalment\""),
        ("plan.3.rate", "\"0.12\""),
        ("plan.3.settle", "\"rate:0.03\""),
    ],
    &[("plan.6.method", "\"equalPrincipal\""), ("plan.6.rate", "\"0.1234\""), ("plan.6.settle", "\"waive\"")],
    &[
        ("plan.12.method", "\"equalInstalment\""),
        ("plan.12.rate", "\"10\""),
        ("plan.12.settle", "\"nextPlusOne\""),
    ],
    &[("plan.3.method", "\"flatPerPeriod\""), ("plan.3.rate", "\"0.5\"")],
    &[("plan.2.method", "\"flatTotal\""), ("plan.2.rate", "\"0.333\"")],
    &[("plan.9.method", "\"upfront\""), ("plan.9.rate", "\"0.1\""), ("plan.9.settle", "\"rate:0.5\"")],
    &[("plan.remainder", "\"first\"")],
    &[("plan.smallest", "\"0.01\"")],
    &[("plan.smallest", "\"0.01\"")],
    &[("money.rounding", "\"down\"")],
    &[("money.rounding", "\"up\"")],
    &[("repayment.order", "\"principal, fee, interest, penalty\"")],
    &[("repayment.order", "\"fee, principal, penalty, interest\"")],
    &[("repayment.lagPossible", "2"), ("repayment.lagGuaranteed", "9")],
    &[("repayment.lagPossible", "0"), ("repayment.lagGuaranteed", "0")],
    &[("refund.rule", "\"resetNextMonth\"")],
    &[("refund.spread", "\"lastFirst\"")],
    &[("refund.billedFees", "true")],
    &[("refund.dailyMax", "1")],
    &[("grace.days", "0")],
    &[("grace.days", "12")],
    &[("penalty.rate", "\"0.01\"")],
    &[("minimum.ratio", "\"0.5\"")],
    &[("minimum.ratio", "\"0.001\"")],
    &[("minimum.ratio", "\"1\"")],
    &[("minimum.rate", "\"0.003333\"")],
    &[("postpone.rate", "\"0.0123\"")],
    &[("overdue.blocks", "false")],
    &[("overdue.blocks", "false")],
    &[("overdue.cutAfter", "1")],
    &[("overdue.cutAfter", "2"), ("overdue.cutGuaranteed", "\"0\"")],
    &[("violation.bills", "1"), ("violation.lateDays", "5"), ("violation.observe", "20")],
    &[("freeze.riskControl.possible", "0"), ("appeal.possible", "0")],
    &[("refund.partial.possible", "0"), ("refund.partial.shown", "0")],
    &[("statement.payEarly", "40")],
];

/// A product, its overrides, and the days that follow from both.
pub fn terms(picks: &[Pick]) -> (&'static str, Value, Statement) {
    let (product, mut statement) = one_of(picks[0], &PRODUCTS);
    let mut overrides = Map::new();
    if let Some(&pick) = picks.get(1).filter(|&&pick| pick % 2 == 1) {
        let (closes, due) = one_of(pick / 2, &DAYS);
        overrides.insert("statement.day".to_owned(), json!(closes));
        overrides.insert("statement.dueDay".to_owned(), json!(due));
        statement = Statement { closes, due };
    }
    for &pick in picks.iter().skip(2) {
        for &(key, value) in one_of(pick, &SETS) {
            let value = serde_json::from_str(value).expect("an override is JSON");
            overrides.insert(key.to_owned(), value);
        }
    }
    (product, Value::Object(overrides), statement)
}
