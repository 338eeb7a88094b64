//! Time in Regulation Z, Appendix J (12 CFR 1026), actuarial method: unit periods and parts of one.
//!
//! Each flow is a number of whole unit periods and a part after the first one; interest of the part is simple.
//! Between dates, months are counted back from the later date and the days left are thirtieths of a month:
//! Appendix J (b)(5). The year's rate is the unit period's times the unit periods of a year.
//! What is not here: choosing the unit period from the schedule, (b)(4); the caller names it.

use super::months::DueDays;
use super::place::{self, Placed};
use super::root::Year;
use super::{Flow, UNITS_PER_YEAR_DEFAULT};
use crate::date::Date;
use crate::error::{Code, Error, Result};

const DAYS_PER_MONTH: u32 = 30;
const DAYS_PER_HALF_MONTH: u32 = 15;
const DAYS_PER_YEAR: u32 = 365;
const MONTHS_PER_YEAR: u32 = 12;

/// How (b)(5) counts the unit periods between two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    /// (ii), (iii): months of 30 days and the days left, divided by the days of the unit period.
    MonthDays(u32),
    /// (iv): actual days, divided by the days of the unit period.
    Days(u32),
    /// (v): whole years, then whole months over 12, or else days over 365.
    Year,
}

/// Numbered flows as they are, dated flows by the unit period.
pub(super) fn place(flows: &[Flow], units_per_year: Option<u32>) -> Result<Placed> {
    if !place::dated(flows) {
        let units = units_per_year.unwrap_or(UNITS_PER_YEAR_DEFAULT);
        let series = place::by_number(flows, true)?;
        return Ok(Placed { series, year: Year::Times(f64::from(units)), equal_periods: true });
    }
    let dates = place::dates(flows)?;
    if let (None, [_, _]) = (units_per_year, dates.as_slice()) {
        return Ok(one_advance_one_payment(flows, &dates));
    }
    let units = units_per_year.unwrap_or(UNITS_PER_YEAR_DEFAULT);
    let unit = unit(units)?;
    let due = DueDays::of(&dates);
    let places = (0..dates.len()).map(|index| unit.between(&dates, due, index));
    let series = place::series(flows, places);
    Ok(Placed { series, year: Year::Times(f64::from(units)), equal_periods: true })
}

/// (b)(4), (b)(5)(vi) and (vii): the unit period is the term, but at most a year.
fn one_advance_one_payment(flows: &[Flow], dates: &[Date]) -> Placed {
    let due = DueDays::of(dates);
    let span = due.span(dates, 1, 1);
    let term_days = (dates[1] - dates[0]).0 as u32;
    let units = match span.days {
        _ if span.months >= MONTHS_PER_YEAR => None,
        0 => Some(f64::from(MONTHS_PER_YEAR) / f64::from(span.months)),
        _ => Some(f64::from(DAYS_PER_YEAR) / f64::from(term_days)),
    };
    let end = if units.is_some() { (1, 0.0) } else { Unit::Year.between(dates, due, 1) };
    let series = place::series(flows, [(0, 0.0), end].into_iter());
    Placed { series, year: Year::Times(units.unwrap_or(1.0)), equal_periods: true }
}

/// The unit period of so many a year.
fn unit(units_per_year: u32) -> Result<Unit> {
    match units_per_year {
        1 => Ok(Unit::Year),
        2 | 3 | 4 | 6 | 12 => Ok(Unit::MonthDays(DAYS_PER_MONTH * (MONTHS_PER_YEAR / units_per_year))),
        24 => Ok(Unit::MonthDays(DAYS_PER_HALF_MONTH)),
        13 | 26 | 52 => Ok(Unit::Days(7 * (52 / units_per_year))),
        DAYS_PER_YEAR => Ok(Unit::Days(1)),
        _ => Err(Error::new(
            Code::UnknownWord,
            "/unitsPerYear",
            format!("no unit period of Regulation Z is {units_per_year} to a year"),
            "365, 52, 26, 24, 13, 12, 6, 4, 3, 2 or 1 for dated cash flows, or numbered cash flows",
        )),
    }
}

impl Unit {
    /// Whole unit periods and the part of one from the first date to the one at `index`.
    fn between(self, dates: &[Date], due: DueDays, index: usize) -> (u64, f64) {
        match self {
            Unit::MonthDays(length) => {
                let span = due.span(dates, index, 1);
                whole_and_part(DAYS_PER_MONTH * span.months + span.days, length)
            }
            Unit::Days(length) => whole_and_part((dates[index] - dates[0]).0 as u32, length),
            Unit::Year => years(dates, due, index),
        }
    }
}

fn years(dates: &[Date], due: DueDays, index: usize) -> (u64, f64) {
    let in_months = due.span(dates, index, 1);
    if in_months.days == 0 {
        return whole_and_part(in_months.months, MONTHS_PER_YEAR);
    }
    let in_years = due.span(dates, index, MONTHS_PER_YEAR);
    let (more, part) = whole_and_part(in_years.days, DAYS_PER_YEAR);
    (u64::from(in_years.months / MONTHS_PER_YEAR) + more, part)
}

fn whole_and_part(count: u32, length: u32) -> (u64, f64) {
    (u64::from(count / length), f64::from(count % length) / f64::from(length))
}
