//! The working-day calendar of mainland China: weekdays, less holidays, plus worked weekends.
//!
//! The facts are in `data/cn-workdays.csv`; the known years are the years of its first and last row.
//! The table is made once and never changes, so that a question costs two look-ups however far it counts.
//! What is not here: guesses about unknown years, except where the caller asks for an [`Estimate`].

use std::sync::OnceLock;

use thiserror::Error;

use crate::date::{Date, Days, FIRST};

// `DEPARTURES`: a number for each row, as `build.rs` packs it.
include!(concat!(env!("OUT_DIR"), "/workdays.rs"));

/// Working days that [`estimate_working_days`] counts at most, about 380 years: more is taken as this many.
pub const ESTIMATE_MAX: i32 = 100_000;

/// A question about a day of a year that the calendar does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{date} is outside the years that the working-day calendar knows")]
pub struct OutsideYears {
    /// The first day that was met outside the known years.
    pub date: Date,
}

/// A day found by counting working days, in unknown years as Monday to Friday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The day.
    pub date: Date,
    /// Whether a day of an unknown year was counted over.
    pub estimated: bool,
}

/// Whether people work on a day.
///
/// ```
/// use yuefu::{calendar::is_working_day, date::Date};
/// let new_years_eve = Date::new(2024, 2, 9).unwrap();
/// assert_eq!(is_working_day(new_years_eve), Ok(true)); // leave was only encouraged
/// ```
///
/// # Errors
/// A day outside the known [`years`].
pub fn is_working_day(date: Date) -> Result<bool, OutsideYears> {
    let table = table();
    table.known(date)?;
    Ok(table.is_working(date))
}

/// The `n`-th working day strictly after a day, or strictly before it where `n` is negative.
/// For `n` = 0 the day itself, working or not.
///
/// # Errors
/// A start outside the known [`years`], or a count that leaves them.
pub fn add_working_days(date: Date, n: i32) -> Result<Date, OutsideYears> {
    let table = table();
    table.known(date)?;
    let Some(rank) = table.rank_after(date, n) else {
        return Ok(date);
    };
    if rank > table.total() {
        return Err(OutsideYears { date: table.last.next() });
    }
    if rank < 1 {
        return Err(OutsideYears { date: table.first - Days(1) });
    }
    Ok(table.day_of_rank(rank))
}

/// As [`add_working_days`], but takes Monday to Friday as worked in unknown years and says so.
/// Counts at most [`ESTIMATE_MAX`] days.
pub fn estimate_working_days(date: Date, n: i32) -> Estimate {
    let table = table();
    let n = n.clamp(-ESTIMATE_MAX, ESTIMATE_MAX);
    let Some(rank) = table.rank_after(date, n) else {
        return Estimate { date, estimated: false };
    };
    let end = table.day_of_rank(rank);
    let (earliest, latest) = if n > 0 { (date.next(), end) } else { (end, date - Days(1)) };
    Estimate { date: end, estimated: earliest < table.first || latest > table.last }
}

/// The first and the last known year.
pub fn years() -> (i16, i16) {
    let table = table();
    (table.first.year(), table.last.year())
}

/// Ranks of days: the n-th working day of the known years has rank n, the ones before them 0, −1, …
struct Table {
    first: Date,
    last: Date,
    /// For each known day, the working days from the first known day up to and with it.
    ranks: Vec<u16>,
    /// The working days, as distances from the first known day.
    worked: Vec<u16>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| Table::of(&departures()))
}

/// The days that depart from Monday to Friday, each with whether it is worked.
fn departures() -> Vec<(Date, bool)> {
    let mut day = FIRST;
    let departure = |step: &u16| {
        day = day + Days(i32::from(step / 2));
        (day, step % 2 == 1)
    };
    DEPARTURES.iter().map(departure).collect()
}

impl Table {
    fn of(departures: &[(Date, bool)]) -> Table {
        let (Some((oldest, _)), Some((newest, _))) = (departures.first(), departures.last()) else {
            panic!("cn-workdays.csv has rows");
        };
        let first = Date::new(oldest.year(), 1, 1).expect("a year has a first day");
        let last = Date::new(newest.year(), 12, 31).expect("a year has a last day");
        let mut table = Table { first, last, ranks: Vec::new(), worked: Vec::new() };
        let mut departures = departures.iter().peekable();
        for distance in 0..=(last - first).0 {
            let date = first + Days(distance);
            let departure = departures.next_if(|(day, _)| *day == date);
            let worked = departure.map_or_else(|| is_monday_to_friday(date), |(_, worked)| *worked);
            table.push(distance, worked);
        }
        assert!(departures.next().is_none(), "the rows of cn-workdays.csv are sorted, one a day");
        table
    }

    fn push(&mut self, distance: i32, worked: bool) {
        if worked {
            self.worked.push(small(distance));
        }
        self.ranks.push(small(self.total()));
    }

    fn known(&self, date: Date) -> Result<(), OutsideYears> {
        if (self.first..=self.last).contains(&date) { Ok(()) } else { Err(OutsideYears { date }) }
    }

    /// The number of working days in the known years.
    fn total(&self) -> i32 {
        self.worked.len() as i32
    }

    fn is_working(&self, date: Date) -> bool {
        self.rank(date) > self.rank(date - Days(1))
    }

    /// Working days up to and with a day: 0 on the day before the known years, below 0 earlier.
    fn rank(&self, date: Date) -> i32 {
        if date < self.first {
            weekdays_until(date) - weekdays_until(self.first - Days(1))
        } else if date > self.last {
            self.total() + weekdays_until(date) - weekdays_until(self.last)
        } else {
            i32::from(self.ranks[(date - self.first).0 as usize])
        }
    }

    /// The rank of the `n`-th working day from a day; none for `n` = 0, which counts nothing.
    fn rank_after(&self, date: Date, n: i32) -> Option<i32> {
        match n {
            0 => None,
            1.. => Some(self.rank(date).saturating_add(n)),
            _ => Some((self.rank(date - Days(1)) + 1).saturating_add(n)),
        }
    }

    fn day_of_rank(&self, rank: i32) -> Date {
        if rank < 1 {
            weekday_number(weekdays_until(self.first - Days(1)) + rank)
        } else if rank > self.total() {
            weekday_number(weekdays_until(self.last) + rank - self.total())
        } else {
            self.first + Days(i32::from(self.worked[rank as usize - 1]))
        }
    }
}

fn small(number: i32) -> u16 {
    u16::try_from(number).expect("the known years have fewer than 65 536 days")
}

/// Monday, 1969-12-29, is three days before the day that dates are counted from.
const MONDAY_BEFORE_EPOCH: i32 = 3;

fn is_monday_to_friday(date: Date) -> bool {
    weekdays_until(date) > weekdays_until(date - Days(1))
}

/// Days from Monday to Friday since 1969-12-29, up to and with a day.
fn weekdays_until(date: Date) -> i32 {
    let days = date.days_since_epoch() + MONDAY_BEFORE_EPOCH;
    days.div_euclid(7) * 5 + (days.rem_euclid(7) + 1).min(5)
}

/// The day on which [`weekdays_until`] reaches a number.
fn weekday_number(number: i32) -> Date {
    let before = number - 1;
    let days = before.div_euclid(5) * 7 + before.rem_euclid(5);
    epoch() + Days(days - MONDAY_BEFORE_EPOCH)
}

fn epoch() -> Date {
    Date::new(1970, 1, 1).expect("1970 has a first day")
}
