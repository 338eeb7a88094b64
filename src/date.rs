//! Civil days and months: no clock, no time zone.
//!
//! A [`Date`] is always a real day. Text is `YYYY-MM-DD` and nothing else.
//! What is not here: working days (see `calendar`), today (a field of the scenario).

use core::fmt;
use core::ops::{Add, Sub};

use crate::money::{ascii, put_digits};

/// The first day that an input may name.
pub const FIRST: Date = Date(12_418);
/// The last day that an input may name.
pub const LAST: Date = Date(47_481);

/// Days of 400 years, after which the calendar repeats.
const ERA: i32 = 146_097;
/// Days from 1 March of the year 0, when the first era begins, to 1970-01-01.
const EPOCH: i32 = 719_468;

/// A civil day, kept as the number of days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(i32);

/// A number of calendar days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days(pub i32);

/// A civil month, as bills are named by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

/// Why a text is not a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// Not of the form `YYYY-MM-DD` (or `YYYY-MM` for a month).
    NotADate,
    /// The right form, but the calendar has no such day.
    NoSuchDay,
    /// A real day before [`FIRST`] or after [`LAST`].
    OutOfRange,
}

/// Days of the week, Monday first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weekday {
    /// 周一
    Monday,
    /// 周二
    Tuesday,
    /// 周三
    Wednesday,
    /// 周四
    Thursday,
    /// 周五
    Friday,
    /// 周六
    Saturday,
    /// 周日
    Sunday,
}

impl Date {
    /// The day of a year, month and day of month, if there is one.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Date> {
        let month = Some(Month { year, month }).filter(|_| (1..=12).contains(&month))?;
        (1..=month.length()).contains(&day.into()).then(|| month.first() + Days(i32::from(day) - 1))
    }

    /// Reads `YYYY-MM-DD` within the years that inputs may name.
    ///
    /// # Errors
    /// Another form, a day that does not exist, a day outside [`FIRST`] to [`LAST`].
    pub fn parse(text: &str) -> Result<Date, DateFault> {
        let date = Date::parse_any(text)?;
        if (FIRST..=LAST).contains(&date) { Ok(date) } else { Err(DateFault::OutOfRange) }
    }

    /// Reads `YYYY-MM-DD` within the years that a run can reach, which end a century later.
    ///
    /// # Errors
    /// Another form, a day that does not exist, a day that no run reaches.
    pub fn parse_any(text: &str) -> Result<Date, DateFault> {
        let (month, day) = text.rsplit_once('-').ok_or(DateFault::NotADate)?;
        let (year, month) = year_and_month(month)?;
        let day = two_digits(day)?;
        let date = Date::new(year, month, day).ok_or(DateFault::NoSuchDay)?;
        if (FIRST..LAST + Days(36_525)).contains(&date) { Ok(date) } else { Err(DateFault::OutOfRange) }
    }

    /// Year, month and day of month. Years are counted from March, so that the leap day is the last of its year.
    fn civil(self) -> (i16, i8, i8) {
        let (era, day) = ((self.0 + EPOCH).div_euclid(ERA), (self.0 + EPOCH).rem_euclid(ERA));
        let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (month, next_year) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        ((era * 400 + year + next_year) as i16, month as i8, day as i8)
    }

    /// The month that the day is in.
    pub fn month(self) -> Month {
        let (year, month, _) = self.civil();
        Month { year, month }
    }

    /// The year that the day is in.
    pub fn year(self) -> i16 {
        self.civil().0
    }

    /// The day of the month, from 1.
    pub fn day(self) -> i8 {
        self.civil().2
    }

    /// The month that the day is in, and the day of it.
    pub fn month_and_day(self) -> (Month, i8) {
        let (year, month, day) = self.civil();
        (Month { year, month }, day)
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        const NAMES: [Weekday; 7] = [
            Weekday::Thursday,
            Weekday::Friday,
            Weekday::Saturday,
            Weekday::Sunday,
            Weekday::Monday,
            Weekday::Tuesday,
            Weekday::Wednesday,
        ];
        NAMES[self.0.rem_euclid(7) as usize]
    }

    /// The following day.
    pub fn next(self) -> Date {
        self + Days(1)
    }

    /// Days since 1970-01-01.
    pub const fn days_since_epoch(self) -> i32 {
        self.0
    }
}

impl Month {
    /// Reads `YYYY-MM` within the years that inputs may name.
    ///
    /// # Errors
    /// Another form, a month that does not exist, a year that inputs may not name.
    pub fn parse(text: &str) -> Result<Month, DateFault> {
        let (year, month) = year_and_month(text)?;
        if !(1..=12).contains(&month) {
            return Err(DateFault::NoSuchDay);
        }
        let month = Month { year, month };
        let range = FIRST.month()..=LAST.month();
        if range.contains(&month) { Ok(month) } else { Err(DateFault::OutOfRange) }
    }

    /// The month `n` months later.
    pub fn plus(self, n: u32) -> Month {
        self.shifted(n as i32)
    }

    /// The month `n` months earlier.
    pub fn minus(self, n: u32) -> Month {
        self.shifted(-(n as i32))
    }

    /// How many months this one is after another; below zero if it is before it.
    pub fn months_since(self, earlier: Month) -> i32 {
        (i32::from(self.year) - i32::from(earlier.year)) * 12 + i32::from(self.month)
            - i32::from(earlier.month)
    }

    fn shifted(self, n: i32) -> Month {
        let months = i32::from(self.year) * 12 + i32::from(self.month) - 1 + n;
        Month { year: months.div_euclid(12) as i16, month: (months.rem_euclid(12) + 1) as i8 }
    }

    /// The first day.
    fn first(self) -> Date {
        let march_first = i32::from(self.month) >= 3;
        let year = i32::from(self.year) - i32::from(!march_first);
        let month = if march_first { i32::from(self.month) - 3 } else { i32::from(self.month) + 9 };
        let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
        Date(era * ERA + 365 * year + year / 4 - year / 100 + (153 * month + 2) / 5 - EPOCH)
    }

    /// The number of days.
    fn length(self) -> i32 {
        let (year, month) = (i32::from(self.year), i32::from(self.month));
        match month {
            2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
            2 => 28,
            // 30 and 31 take turns; July and August both have 31.
            _ => 30 + (month + month / 8) % 2,
        }
    }

    /// The given day of this month; a day past its end is its last day.
    pub fn on_day(self, day: u8) -> Date {
        self.first() + Days(i32::from(day).clamp(1, self.length()) - 1)
    }
}

fn year_and_month(text: &str) -> Result<(i16, i8), DateFault> {
    let (year, month) = text.split_once('-').ok_or(DateFault::NotADate)?;
    if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateFault::NotADate);
    }
    let year = year.parse().map_err(|_| DateFault::NotADate)?;
    Ok((year, two_digits(month)?))
}

fn two_digits(text: &str) -> Result<i8, DateFault> {
    if text.len() != 2 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateFault::NotADate);
    }
    text.parse().map_err(|_| DateFault::NotADate)
}

impl Add<Days> for Date {
    type Output = Date;
    #[inline(always)]
    fn add(self, days: Days) -> Date {
        Date(self.0 + days.0)
    }
}

impl Sub<Days> for Date {
    type Output = Date;
    #[inline(always)]
    fn sub(self, days: Days) -> Date {
        Date(self.0 - days.0)
    }
}

impl Sub for Date {
    type Output = Days;
    /// Days from `earlier` to this day.
    fn sub(self, earlier: Date) -> Days {
        Days(self.0 - earlier.0)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        let mut text = *b"0000-00-00";
        put_digits(&mut text[..4], year.unsigned_abs().into());
        put_digits(&mut text[5..7], month.unsigned_abs().into());
        put_digits(&mut text[8..], day.unsigned_abs().into());
        f.write_str(ascii(&text))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = *b"0000-00";
        put_digits(&mut text[..4], self.year.unsigned_abs().into());
        put_digits(&mut text[5..], self.month.unsigned_abs().into());
        f.write_str(ascii(&text))
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    /// Day by day as the library `jiff` counts them, over more than an era and over every year that an input may name.
    #[test]
    fn every_day_has_its_year_month_and_day() {
        let (start, epoch) = (jiff::civil::date(1800, 1, 1), jiff::civil::date(1970, 1, 1));
        let first = (start.duration_since(epoch).as_hours() / 24) as i32;
        for (number, civil) in (first..).zip(start.series(jiff::Span::new().days(1)).take(500 * 366)) {
            let (date, parts) = (Date(number), (civil.year(), civil.month(), civil.day()));
            assert_eq!(date.civil(), parts);
            assert_eq!(Date::new(parts.0, parts.1, parts.2), Some(date));
            let text = format!("{:04}-{:02}-{:02}", parts.0, parts.1, parts.2);
            assert_eq!((date.to_string(), date.month().to_string()), (text.clone(), text[..7].to_owned()));
            assert_eq!(date.month().length(), i32::from(civil.days_in_month()));
        }
    }

    #[test]
    fn no_other_day_exists() {
        for (year, month, day) in
            [(2023, 2, 29), (2100, 2, 29), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1), (2024, 1, 0)]
        {
            assert_eq!(Date::new(year, month, day), None);
        }
    }
}
