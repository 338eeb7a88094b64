//! Annual rates against published figures, arithmetic by hand, refusals and laws.
//!
//! "By hand" in these files: worked out apart from this crate, from a closed form where there is one, else by halving
//! an interval in decimal arithmetic of 50 digits. A figure is compared in the places in which it is written.
#![cfg(not(target_arch = "wasm32"))]

mod european;
mod laws;
mod periods;
mod refusals;
mod unit_periods;

use rust_decimal::{Decimal, RoundingStrategy};
use yuefu::date::Date;
use yuefu::money::Money;
use yuefu::rate::Flow;

fn yuan(text: &str) -> Money {
    Money::parse(text).expect("an amount")
}

/// Flows by period number.
fn numbered<const N: usize>(flows: [(u32, &str); N]) -> Vec<Flow> {
    flows.iter().map(|&(period, amount)| Flow::after(period, yuan(amount))).collect()
}

/// Flows by day, also of years that inputs may not name.
fn dated<const N: usize>(flows: [(&str, &str); N]) -> Vec<Flow> {
    flows.iter().map(|&(date, amount)| Flow::on(day(date), yuan(amount))).collect()
}

fn day(text: &str) -> Date {
    let part = |range| text.get(range).and_then(|digits: &str| digits.parse::<i16>().ok()).expect("digits");
    Date::new(part(0..4), part(5..7) as i8, part(8..10) as i8).expect("a day")
}

/// Checks a rate against per cent, rounded half up to the decimals that are written.
#[track_caller]
fn check_percent(rate: Decimal, expected: &str) {
    let places = expected.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let percent = (rate * Decimal::ONE_HUNDRED)
        .round_dp_with_strategy(places as u32, RoundingStrategy::MidpointAwayFromZero);
    assert_eq!(format!("{percent:.places$}"), expected, "rate {rate}");
}
