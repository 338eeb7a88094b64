//! Whole months between two dates, counted back from the later one.
//!
//! Both conventions that count months do it backwards, and both treat a series of payments on the last day of
//! each month as monthly (Regulation Z Appendix J (b)(3); the Commission's guidelines SWD(2012) 128, 4.1.1).
//! What is not here: what the months and the days left over are worth.

use crate::date::Date;

/// The day of the month on which each flow of a list falls due, though a short month ends before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct DueDays {
    common: Option<u8>,
    skip_first: bool,
}

/// A length of time: whole months back from its end, then the days that are left to its start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    /// The day reached by counting whole months back.
    pub reached: Date,
    /// Whole months.
    pub months: u32,
    /// Days from the start to the day reached.
    pub days: u32,
}

impl DueDays {
    /// The largest day of the month, if every date (or every date but the first) is on it or on the
    /// last day of a shorter month; else each date stands for itself.
    pub fn of(dates: &[Date]) -> DueDays {
        match common_day(dates) {
            Some(day) => DueDays { common: Some(day), skip_first: false },
            None => DueDays { common: common_day(&dates[1..]), skip_first: true },
        }
    }

    /// From the first date to the one at `index`, counted in steps of so many months.
    pub fn span(self, dates: &[Date], index: usize, step: u32) -> Span {
        let own = dates[index].day() as u8;
        let day = if index == 0 && self.skip_first { own } else { self.common.unwrap_or(own) };
        Span::back(dates[0], dates[index], day, step)
    }
}

fn common_day(dates: &[Date]) -> Option<u8> {
    let day = dates.iter().map(|date| date.day() as u8).max()?;
    dates.iter().all(|date| date.month().on_day(day) == *date).then_some(day)
}

impl Span {
    /// Counts back from `to` in steps of months, to days of the month `day`, as far as `from` allows.
    fn back(from: Date, to: Date, day: u8, step: u32) -> Span {
        let between = months_between(from, to);
        let whole = if from.month().on_day(day) >= from { between } else { between - 1 };
        let months = whole - whole % step;
        let reached = if months == 0 { to } else { from.month().plus(between - months).on_day(day) };
        Span { reached, months, days: (reached - from).0 as u32 }
    }
}

/// From the month of one date to the month of a later one.
fn months_between(from: Date, to: Date) -> u32 {
    let days = (to - from).0 as u32;
    let (start, end) = (from.month(), to.month());
    let mut months = days / 31;
    while start.plus(months) < end {
        months += 1;
    }
    months
}
