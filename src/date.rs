//! Civil days and months: no clock, no time zone.
//!
//! A [`Date`] is always a real day. Text is `YYYY-MM-DD` and nothing else.
//! What is not here: working days (see `calendar`), today (a field of the scenario).

use core::fmt;
use core::ops::{Add, Sub};

use jiff::SignedDuration;
use jiff::civil;

/// The first day that an input may name.
pub const FIRST: Date = Date(12_418);
/// The last day that an input may name.
pub const LAST: Date = Date(47_481);

const EPOCH: civil::Date = civil::date(1970, 1, 1);

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
        civil::Date::new(year, month, day).ok().map(Date::from_civil)
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

    fn from_civil(date: civil::Date) -> Date {
        Date((date.duration_since(EPOCH).as_hours() / 24) as i32)
    }

    fn civil(self) -> civil::Date {
        // Without the error's text, which would be a third of the package.
        match EPOCH.checked_add(SignedDuration::from_hours(24 * i64::from(self.0))) {
            Ok(date) => date,
            Err(_) => unreachable!("a run ends long before the year 9999"),
        }
    }

    /// The month that the day is in.
    pub fn month(self) -> Month {
        let civil = self.civil();
        Month { year: civil.year(), month: civil.month() }
    }

    /// The year that the day is in.
    pub fn year(self) -> i16 {
        self.civil().year()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> i8 {
        self.civil().day()
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

    /// The given day of this month; a day past its end is its last day.
    pub fn on_day(self, day: u8) -> Date {
        let Ok(first) = civil::Date::new(self.year, self.month, 1) else {
            unreachable!("a month of a run is a real month")
        };
        let day = i32::from(day).clamp(1, i32::from(first.days_in_month()));
        Date::from_civil(first) + Days(day - 1)
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
    fn add(self, days: Days) -> Date {
        Date(self.0 + days.0)
    }
}

impl Sub<Days> for Date {
    type Output = Date;
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
        let civil = self.civil();
        write!(f, "{:04}-{:02}-{:02}", civil.year(), civil.month(), civil.day())
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}
