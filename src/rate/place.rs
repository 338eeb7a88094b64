//! Where cash flows lie on the axis of time: period numbers and actual days.
//!
//! Checks that the flows are of one kind and in order on the way. What is not here: the conventions that
//! count months between dates (`eu`, `us`), and the search.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::root::Year;
use super::series::Series;
use super::{At, Flow, UNITS_PER_YEAR_DEFAULT};
use crate::date::Date;
use crate::error::{Code, Error, Result};

/// Days of a year in the convention of `xirr`.
const DAYS_PER_YEAR: u64 = 365;

/// Cash flows ready for the search.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// The amounts at their places.
    pub series: Series,
    /// What a rate of one unit period means for a year.
    pub year: Year,
    /// Whether the unit period is one that the reader counts in.
    pub equal_periods: bool,
}

/// Flows by their numbers, simple: `irr`.
pub(super) fn numbered(flows: &[Flow], units_per_year: Option<u32>) -> Result<Placed> {
    let units = units_per_year.unwrap_or(UNITS_PER_YEAR_DEFAULT);
    Ok(Placed { series: by_number(flows, false)?, year: Year::Times(f64::from(units)), equal_periods: true })
}

/// Flows by the days between them, over 365: `xirr`.
pub(super) fn by_days(flows: &[Flow]) -> Result<Placed> {
    let dates = dates(flows)?;
    let places = dates.iter().map(|&date| (date - dates[0]).0 as u64);
    let series = series(flows, places.map(|days| (days, 0.0)));
    Ok(Placed { series, year: Year::Compound(DAYS_PER_YEAR), equal_periods: false })
}

/// Whether the flows are counted by dates: what the first flow says must hold for all.
pub(super) fn dated(flows: &[Flow]) -> bool {
    matches!(flows[0].at, At::Date(_))
}

/// Amounts at their places, the first place being the origin.
pub(super) fn series(flows: &[Flow], places: impl Iterator<Item = (u64, f64)>) -> Series {
    let mut series = Series::with_capacity(flows.len());
    for (flow, (whole, part)) in flows.iter().zip(places) {
        series.push(flow.amount.fen(), whole, part);
    }
    series
}

/// Amounts at their period numbers; parts of a period only where the method has them.
pub(super) fn by_number(flows: &[Flow], parts: bool) -> Result<Series> {
    let mut places = Vec::with_capacity(flows.len());
    for (index, flow) in flows.iter().enumerate() {
        let At::Period { whole, fraction } = flow.at else {
            return Err(missing(index, "a date where a period number is needed"));
        };
        check_fraction(index, fraction, parts)?;
        if places.last().is_some_and(|&last| (whole, fraction) <= last) {
            return Err(out_of_order(index, "period"));
        }
        places.push((whole, fraction));
    }
    let origin = Origin::new(places[0]);
    Ok(series(flows, places.iter().map(|&place| origin.to(place))))
}

/// The days of dated flows, each after the one before.
pub(super) fn dates(flows: &[Flow]) -> Result<Vec<Date>> {
    let mut dates = Vec::with_capacity(flows.len());
    for (index, flow) in flows.iter().enumerate() {
        let At::Date(date) = flow.at else {
            return Err(missing(index, "a period number where a date is needed"));
        };
        if dates.last().is_some_and(|&last| date <= last) {
            return Err(out_of_order(index, "date"));
        }
        dates.push(date);
    }
    Ok(dates)
}

/// The place of the first flow, from which the others are measured.
struct Origin {
    whole: u32,
    fraction: Decimal,
}

impl Origin {
    fn new((whole, fraction): (u32, Decimal)) -> Origin {
        Origin { whole, fraction }
    }

    fn to(&self, (whole, fraction): (u32, Decimal)) -> (u64, f64) {
        let borrow = fraction < self.fraction;
        let part = fraction - self.fraction + Decimal::from(u8::from(borrow));
        let whole = u64::from(whole - self.whole) - u64::from(borrow);
        (whole, part.to_f64().unwrap_or(0.0))
    }
}

fn check_fraction(index: usize, fraction: Decimal, parts: bool) -> Result<()> {
    let path = format!("/flows/{index}/fraction");
    let hint = "a part of a unit period, at least 0 and below 1";
    let error = |code, message| Err(Error::new(code, &path, message, hint));
    match fraction {
        _ if fraction.is_zero() => Ok(()),
        _ if !parts => error(Code::UnknownField, "parts of a period are for the method us only"),
        _ if fraction < Decimal::ZERO => error(Code::NotPositive, "a part below 0"),
        _ if fraction >= Decimal::ONE => error(Code::TooLarge, "a part of a whole unit period or more"),
        _ => Ok(()),
    }
}

fn missing(index: usize, message: &str) -> Error {
    Error::new(
        Code::MissingField,
        &format!("/flows/{index}"),
        message,
        "dates in all cash flows, or period numbers in all, as the method needs",
    )
}

fn out_of_order(index: usize, field: &str) -> Error {
    let path = format!("/flows/{index}/{field}");
    let hint = "cash flows one after the other; amounts of the same moment added up";
    Error::new(Code::FlowsOutOfOrder, &path, "not after the cash flow before it", hint)
}
