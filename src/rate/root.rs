//! The search for the one rate at which a series of amounts is worth nothing.
//!
//! First it is settled how many rates fit, then the one that fits is found. With one change of sign there
//! is at most one. With more, both sides of a rate of 0 are cut into intervals until each is proved to hold
//! no root or to be monotone; what cannot be proved counts as several. A rate that fits without a change of
//! sign of the present value (two equal roots) counts as several too.
//! What is not here: how time is counted, and what a rate of a unit period means for a year.

use rust_decimal::Decimal;

use super::series::{Series, compound};
use crate::error::{Code, Error};

/// The largest discount that is looked at: a rate of about a million times a unit period.
const DISCOUNT_MAX: f64 = 1.0 - 1.0 / 1_048_576.0;

/// The largest annual rate that is given: 10^17 %.
const RATE_MAX: f64 = 1e15;

/// Intervals looked at before the answer is that the roots cannot be told apart.
const INTERVALS_MAX: usize = 2_000;

/// Intervals times amounts that are looked at on each side of 0, so that no list takes more than half a second.
const WORK_MAX: usize = 1_000_000;

/// Where an interval is cut: not in the middle, which is a likely place for a root (100 %).
const CUT: f64 = 0.477;

/// Steps of the search for a root in its interval; bisection alone needs fewer.
const STEPS_MAX: usize = 200;

/// The smallest whole number of [`super::SIGNIFICANT_DIGITS`] digits.
const MANTISSA_MIN: f64 = 1e11;

/// Decimal places that a decimal can have.
const PLACES_MAX: u32 = 28;

/// A Newton step this small against the discount lands on the root as exactly as floats can say it.
const SETTLED: f64 = 1e-13;

/// Why there is no rate to give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    NoSignChange,
    SeveralRoots,
    /// Two equal roots, or more work than is done.
    Unproved,
    NoRoot,
    TooLarge,
}

/// How a rate of one unit period becomes a rate of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Year {
    /// Unit periods of a year, times the rate of one.
    Times(f64),
    /// Unit periods of a year, compound.
    Compound(u64),
}

impl Fault {
    /// The error for the reader, at a place of the input.
    pub fn at(self, path: &str) -> Error {
        let (code, message, hint) = match self {
            Fault::NoSignChange => (
                Code::NoSignChange,
                "all cash flows have the same sign",
                "what is lent with one sign, what is paid back with the other",
            ),
            Fault::SeveralRoots => (
                Code::SeveralRoots,
                "more than one rate fits these cash flows",
                "cash flows that change their sign once: first what is lent, then what is paid back",
            ),
            Fault::Unproved => (
                Code::SeveralRoots,
                "it cannot be shown that only one rate fits these cash flows",
                "cash flows that change their sign once: first what is lent, then what is paid back",
            ),
            Fault::NoRoot => (
                Code::NoRoot,
                "no rate above -100 % fits these cash flows",
                "cash flows whose value can become 0 at some rate",
            ),
            Fault::TooLarge => (
                Code::TooLarge,
                "the rate is beyond all use",
                "cash flows with a rate below a million times a period and 10^17 % a year",
            ),
        };
        Error::new(code, path, message, hint)
    }
}

impl Year {
    /// The rate of a year.
    pub fn rate(self, unit_rate: f64) -> Result<f64, Fault> {
        let rate = match self {
            Year::Times(units) => unit_rate * units,
            Year::Compound(units) => compound(unit_rate, units),
        };
        let gone = matches!(self, Year::Compound(_)) && rate <= -1.0;
        match rate {
            _ if gone => Err(Fault::NoRoot),
            _ if rate <= RATE_MAX => Ok(rate),
            _ => Err(Fault::TooLarge),
        }
    }
}

/// The one rate of a unit period at which the series is worth nothing.
pub(super) fn unit_rate(series: &Series) -> Result<f64, Fault> {
    match series.sign_changes() {
        0 => Err(Fault::NoSignChange),
        1 => only_rate(series),
        _ => proved_rate(series),
    }
}

/// The rate whose discount is `d`.
fn growth(d: f64) -> f64 {
    d / (1.0 - d)
}

/// The rate below 0 that has the discount `d` when time runs backwards.
fn shrinking(d: f64) -> f64 {
    -d
}

/// With one change of sign, what is paid back in all says on which side of 0 the rate is.
fn only_rate(series: &Series) -> Result<f64, Fault> {
    if series.total_fen() == 0 {
        return Ok(0.0);
    }
    let gains = (series.total_fen() > 0) != series.starts_positive();
    if gains {
        return within(series, 0.0, DISCOUNT_MAX).map(growth).ok_or(Fault::TooLarge);
    }
    within(&series.mirrored(), 0.0, DISCOUNT_MAX).map(shrinking).ok_or(Fault::NoRoot)
}

/// With several changes of sign, the roots on both sides of 0 are counted first.
fn proved_rate(series: &Series) -> Result<f64, Fault> {
    let mirrored = series.mirrored();
    let above = isolated(series)?;
    let below = isolated(&mirrored)?;
    match (series.total_fen() == 0, above, below) {
        (false, None, None) => Err(Fault::NoRoot),
        (true, None, None) => Ok(0.0),
        (false, Some((low, high)), None) => within(series, low, high).map(growth).ok_or(Fault::Unproved),
        (false, None, Some((low, high))) => {
            within(&mirrored, low, high).map(shrinking).ok_or(Fault::Unproved)
        }
        _ => Err(Fault::SeveralRoots),
    }
}

/// The interval of discounts that holds the only root above 0, if there is one.
fn isolated(series: &Series) -> Result<Option<(f64, f64)>, Fault> {
    let mut found = None;
    let mut open = vec![(0.0, DISCOUNT_MAX)];
    for _ in 0..INTERVALS_MAX.min(WORK_MAX / series.len()) {
        let Some((low, high)) = open.pop() else {
            return Ok(found);
        };
        let bounds = series.between(low, high);
        if bounds.never_zero {
            continue;
        }
        if !bounds.monotone {
            let cut = low + CUT * (high - low);
            open.extend([(cut, high), (low, cut)]);
        } else if crosses(series, low, high)? && found.replace((low, high)).is_some() {
            return Err(Fault::SeveralRoots);
        }
    }
    Err(Fault::Unproved)
}

/// Whether a monotone piece goes through 0 after its lower end. A rate of exactly 0 is known beforehand.
fn crosses(series: &Series, low: f64, high: f64) -> Result<bool, Fault> {
    if low == 0.0 && series.total_fen() == 0 {
        return Ok(false);
    }
    let (a, b) = (series.at(low), series.at(high));
    if a.value.abs() <= a.noise || b.value.abs() <= b.noise {
        return Err(Fault::Unproved);
    }
    Ok((a.value > 0.0) != (b.value > 0.0))
}

/// The discount between two others at which the value is 0: Newton's method kept inside a shrinking bracket.
/// `None` if the value has the same sign at both ends.
fn within(series: &Series, mut low: f64, mut high: f64) -> Option<f64> {
    let mut sum = series.at(low);
    let positive = sum.value > 0.0;
    if (series.at(high).value > 0.0) == positive {
        return None;
    }
    let (mut d, mut last_step) = (low, high - low);
    for _ in 0..STEPS_MAX {
        let newton = d + sum.value * (1.0 - d) / sum.fall;
        let step = (newton - d).abs();
        if step <= SETTLED * d {
            return Some(newton);
        }
        let trusted = low < newton && newton < high && step < 0.5 * last_step;
        let next = if trusted { newton } else { 0.5 * (low + high) };
        last_step = (next - d).abs();
        d = next;
        sum = series.at(d);
        if (sum.value > 0.0) == positive {
            low = d;
        } else {
            high = d;
        }
    }
    Some(d)
}

/// A rate as a decimal of [`super::SIGNIFICANT_DIGITS`], without zeros at its end.
pub(super) fn decimal(rate: f64) -> Decimal {
    let (mut places, mut power, mut scaled) = (0, 1.0, rate);
    while rate != 0.0 && scaled.abs() < MANTISSA_MIN && places < PLACES_MAX {
        places += 1;
        power *= 10.0;
        scaled = rate * power;
    }
    Decimal::new(scaled.round() as i64, places).normalize()
}
