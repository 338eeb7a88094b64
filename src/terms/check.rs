//! What must hold between values of different keys, in the data and after overrides.
//!
//! What is not here: what must hold within one value (see `given` and `read`).

use super::quantity::Held;
use super::table::{Entry, Table};
use super::{Dated, FeeMethod, Per, Quantity, Span};
use crate::date::Date;

/// Two keys whose values do not go together.
pub(super) struct Clash {
    /// The key to complain about first, and the one that it clashes with.
    pub keys: [String; 2],
    pub message: String,
    pub hint: String,
}

/// The first clash in a table that has all its keys.
pub(super) fn clash(table: &Table) -> Option<Clash> {
    table.entries().find_map(|entry| late(table, entry).or_else(|| wrong_rate(table, entry)))
}

/// The days on which one of two keys gets a new value.
fn turning_days(a: &Dated<Quantity>, b: &Dated<Quantity>) -> Vec<Date> {
    a.all().iter().chain(b.all()).map(|term| term.from).collect()
}

/// What is possible may not be worse than what is guaranteed.
fn late(table: &Table, possible: Entry) -> Option<Clash> {
    let other = guaranteed_key(possible.key)?;
    let guaranteed = table.get(&other)?;
    let days = turning_days(possible.values, guaranteed);
    let worse = |day: &Date| is_worse(&possible.values.at(*day).value, &guaranteed.at(*day).value);
    let day = days.into_iter().find(worse)?;
    Some(Clash {
        message: format!("on {day} `{}` is worse than `{other}`", possible.key),
        hint: format!("`{}` must never be worse than `{other}`; give both in the same unit", possible.key),
        keys: [possible.key.to_owned(), other],
    })
}

fn guaranteed_key(possible: &str) -> Option<String> {
    if let Some(stem) = possible.strip_suffix("possible") {
        return Some(format!("{stem}guaranteed"));
    }
    possible.strip_suffix("Possible").map(|stem| format!("{stem}Guaranteed"))
}

/// Whether a reading called possible can come out worse than the guaranteed one.
/// Working days are never fewer calendar days, but calendar days may hold no working day at all.
fn is_worse(possible: &Quantity, guaranteed: &Quantity) -> bool {
    match (possible, guaranteed) {
        (Quantity::Span(Span::Working(p)), Quantity::Span(Span::Calendar(_))) => *p > 0,
        (Quantity::Span(p), Quantity::Span(g)) => length(*p) > length(*g),
        (Quantity::Rate(p, _), Quantity::Rate(g, _)) => p < g,
        _ => false,
    }
}

fn length(span: Span) -> i32 {
    match span {
        Span::Working(n) => n,
        Span::Calendar(days) => days.0,
    }
}

/// A plan's rate must be counted for what its method says, on every day.
fn wrong_rate(table: &Table, rate: Entry) -> Option<Clash> {
    let stem = rate.key.strip_prefix("plan.")?.strip_suffix(".rate")?;
    let other = format!("plan.{stem}.method");
    let methods = table.get(&other)?;
    let days = turning_days(rate.values, methods);
    let (day, wanted) = days.into_iter().find_map(|day| {
        let wanted = Per::of_method(FeeMethod::held(&methods.at(day).value)?)?;
        (rate.values.at(day).value.unit() != wanted.unit()).then_some((day, wanted.unit()))
    })?;
    Some(Clash {
        message: format!("on {day} the unit of `{}` is not the one of its method", rate.key),
        hint: format!("under this method the rate is a `{wanted}`; give method and rate together"),
        keys: [rate.key.to_owned(), other],
    })
}
