//! Working-day questions as JSON values.
//!
//! What is not here: the calendar (see `calendar`).

use super::json::Json;
use super::node::Node;
use super::shape::WorkingYears;
use crate::calendar;
use crate::date::Date;
use crate::error::{Code, Error, Result};

/// The most working days that may be added or taken away: some ninety years.
const DAYS_MAX: i64 = 25_000;

fn outside(node: &Node<'_>, date: Date) -> Error {
    let (first, last) = calendar::years();
    node.error(
        Code::OutsideCalendar,
        format!("the working days of {} are not known", date.year()),
        format!("the calendar knows the years {first} to {last}"),
    )
}

fn count(n: &Json<'_>) -> Result<i32> {
    Node::whole(n).whole_number(-DAYS_MAX, DAYS_MAX).map(|n| n as i32)
}

fn add_to(node: &Node<'_>, n: i32) -> Result<String> {
    calendar::add_working_days(node.date()?, n)
        .map(|day| day.to_string())
        .map_err(|fault| outside(node, fault.date))
}

/// The day that comes `n` working days strictly after a day; before it for a negative `n`.
///
/// # Errors
/// Not a day, a day outside the calendar, or a count beyond 25 000.
pub fn add(date: &Json<'_>, n: &Json<'_>) -> Result<String> {
    add_to(&Node::whole(date), count(n)?)
}

/// [`add`] for each of many days; the path of an error names the day.
///
/// # Errors
/// As [`add`], or more than 100 000 days.
pub fn add_many(dates: &Json<'_>, n: &Json<'_>) -> Result<Vec<String>> {
    let n = count(n)?;
    let list = Node::whole(dates);
    list.at_most(crate::scenario::EVENTS_MAX)?;
    list.items()?.map(|node| add_to(&node, n)).collect()
}

/// Whether a day is a working day.
///
/// # Errors
/// Not a day, or a day outside the calendar.
pub fn is_working_day(date: &Json<'_>) -> Result<bool> {
    let node = Node::whole(date);
    calendar::is_working_day(node.date()?).map_err(|fault| outside(&node, fault.date))
}

/// The years that the calendar knows.
pub fn years() -> WorkingYears {
    let (first, last) = calendar::years();
    WorkingYears { first, last }
}
