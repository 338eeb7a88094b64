//! Time in the European equation: Directive 2008/48/EC Annex I, unchanged in (EU) 2023/2225 Annex III.
//!
//! Equal months and weeks are twelfths and fifty-seconds of a year. Between dates, whole months are counted back from
//! the later date to the first flow; the days that are left are divided by the 365 or 366 days of the year that
//! ends where those days end (Directive 2014/17/EU Annex I, remark (c)). The rate of a year is compound.
//! What is not here: the rounding to one decimal for display, and what costs count.

use super::months::{DueDays, Span};
use super::place::{self, Placed};
use super::root::Year;
use super::{Flow, UNITS_PER_YEAR_DEFAULT};
use crate::date::{Date, Days};
use crate::error::Result;

/// Parts of a year of which months, 365ths and 366ths are whole numbers: 12 × 365 × 61.
const PARTS_PER_YEAR: u64 = 267_180;
const PARTS_PER_MONTH: u64 = PARTS_PER_YEAR / 12;
const WEEKS_PER_YEAR: u64 = 52;

/// Numbered flows in equal periods, dated flows in months and days, or in weeks where all are whole weeks.
pub(super) fn place(flows: &[Flow], units_per_year: Option<u32>) -> Result<Placed> {
    if !place::dated(flows) {
        let units = u64::from(units_per_year.unwrap_or(UNITS_PER_YEAR_DEFAULT));
        let series = place::by_number(flows, false)?;
        return Ok(Placed { series, year: Year::Compound(units), equal_periods: true });
    }
    let (places, units) = intervals(&place::dates(flows)?);
    let series = place::series(flows, places.into_iter().map(|parts| (parts, 0.0)));
    Ok(Placed { series, year: Year::Compound(units), equal_periods: false })
}

/// Each date's distance from the first in equal parts of a year, and how many parts a year has.
fn intervals(dates: &[Date]) -> (Vec<u64>, u64) {
    let due = DueDays::of(dates);
    let spans: Vec<Span> = (0..dates.len()).map(|index| due.span(dates, index, 1)).collect();
    let days_from_first = |date: &Date| (*date - dates[0]).0 as u64;
    let in_months = spans.iter().all(|span| span.days == 0);
    if !in_months && dates.iter().all(|date| days_from_first(date) % 7 == 0) {
        return (dates.iter().map(|date| days_from_first(date) / 7).collect(), WEEKS_PER_YEAR);
    }
    let places: Vec<u64> = spans.iter().map(parts).collect();
    let common = places.iter().copied().fold(PARTS_PER_YEAR, greatest_common_divisor);
    (places.iter().map(|place| place / common).collect(), PARTS_PER_YEAR / common)
}

fn parts(span: &Span) -> u64 {
    let day = PARTS_PER_YEAR / days_of_year_back(span.reached);
    u64::from(span.months) * PARTS_PER_MONTH + u64::from(span.days) * day
}

/// Days of the complete year that ends on a day: 366 if a 29 February is in it.
fn days_of_year_back(end: Date) -> u64 {
    if (end - Days(365)).day() == end.day() { 365 } else { 366 }
}

fn greatest_common_divisor(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    /// Months and days over 365 or 366, as parts of a year.
    fn interval(from: &str, to: &str) -> u64 {
        let dates = [day(from), day(to)];
        parts(&DueDays::of(&dates).span(&dates, 1, 1))
    }

    fn months_and_days(months: u64, days: u64, year: u64) -> u64 {
        months * PARTS_PER_MONTH + days * (PARTS_PER_YEAR / year)
    }

    #[test]
    fn intervals_of_the_commissions_guidelines() {
        // Commission staff working document SWD(2012) 128, section 4.1.1, as the tests of the library curo quote it.
        let cases = [
            ("2019-01-12", "2020-01-12", 12, 0, 365),
            ("2012-01-12", "2012-02-15", 1, 3, 365),
            ("2012-01-12", "2012-03-15", 2, 3, 365),
            ("2012-01-12", "2012-04-15", 3, 3, 365),
            ("2013-01-12", "2013-02-15", 1, 3, 366),
            ("2013-01-12", "2013-03-15", 2, 3, 366),
            ("2013-01-12", "2013-04-15", 3, 3, 366),
            ("2013-02-25", "2013-03-28", 1, 3, 366),
            ("2013-02-26", "2013-03-29", 1, 2, 366),
            ("2012-02-26", "2012-03-29", 1, 3, 366),
        ];
        for (from, to, months, days, year) in cases {
            assert_eq!(interval(from, to), months_and_days(months, days, year), "{from} to {to}");
        }
    }

    #[test]
    fn the_last_days_of_months_are_whole_months_apart() {
        for (from, to, months) in [
            ("2024-12-31", "2025-02-28", 2),
            ("2024-02-29", "2025-03-31", 13),
            ("2024-02-29", "2025-02-28", 12),
            ("2023-02-28", "2024-02-29", 12),
        ] {
            assert_eq!(interval(from, to), months_and_days(months, 0, 365), "{from} to {to}");
        }
        // Not the ends of months: 11 months back from 2025-02-27 is 2024-03-27, then 28 days of a leap year.
        assert_eq!(interval("2024-02-28", "2025-02-27"), months_and_days(11, 28, 366));
    }

    #[test]
    fn whole_weeks_are_fifty_seconds_of_a_year() {
        let dates = ["2012-01-12", "2012-01-26", "2013-01-10"].map(day);
        assert_eq!(intervals(&dates), (vec![0, 2, 52], 52));
    }

    #[test]
    fn whole_months_are_twelfths_of_a_year_even_where_they_are_weeks() {
        // February 2023 has four weeks.
        let dates = ["2023-02-01", "2023-03-01"].map(day);
        assert_eq!(intervals(&dates), (vec![0, 1], 12));
    }
}
