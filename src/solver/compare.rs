//! Scenarios held against each other: what each costs, bill by bill, and when its limit is back.
//!
//! The first is what the others are held against. What is not here: which of them is better.

use crate::date::{Date, Month};
use crate::engine::{self, Run};
use crate::ledger::Sums;
use crate::money::Money;
use crate::report::{self, LimitDay};
use crate::scenario::{ActionInput, Draft, Scenario};
use crate::terms::Terms;

/// The most scenarios that are held against each other.
pub const SCENARIOS_MAX: usize = 10;
/// Pairs of events that are looked at for those that are alike, beyond the like ones at both ends.
const PAIRS_MAX: usize = 4_000_000;

/// One of the scenarios.
#[derive(Clone, Debug)]
pub struct Side<'a> {
    /// As the input has it.
    pub draft: &'a Draft,
    /// As it was checked.
    pub scenario: &'a Scenario,
    /// The terms it runs on.
    pub terms: &'a Terms,
}

/// What one scenario comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The sums of its run.
    pub sums: Sums,
    /// The highest bill, the first of several alike.
    pub peak: Option<(Month, Money)>,
    /// The last day on which more is usable for sure than the day before.
    pub last_recovery: Option<Date>,
    /// From when the whole limit is usable for good, at best and for sure.
    pub full_again: [Option<Date>; 2],
    /// Settings that differ from those of the first scenario.
    pub settings: Vec<&'static str>,
    /// Events of the first scenario that this one does not have, by index.
    pub removed: Vec<usize>,
    /// Events of this scenario that the first one does not have, by index.
    pub added: Vec<usize>,
}

/// The totals of one month's bills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedBill {
    /// The month.
    pub month: Month,
    /// The total in each scenario; nothing where it has no bill that month.
    pub totals: Vec<Option<Money>>,
}

/// Scenarios held against each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Each of them, in the order of the input.
    pub scenarios: Vec<Compared>,
    /// The bills of all months in which any of them has one.
    pub bills: Vec<ComparedBill>,
}

/// Holds scenarios against the first of them.
pub fn compare(sides: &[Side<'_>]) -> Comparison {
    let mut bills: Vec<ComparedBill> = Vec::new();
    let mut scenarios = Vec::with_capacity(sides.len());
    for (index, side) in sides.iter().enumerate() {
        let run = engine::run(side.scenario, side.terms, false);
        scenarios.push(compared(&sides[0], side, &run));
        for bill in &run.book.bills {
            let place = bills.binary_search_by_key(&bill.month, |row| row.month).unwrap_or_else(|place| {
                bills.insert(place, ComparedBill { month: bill.month, totals: vec![None; sides.len()] });
                place
            });
            bills[place].totals[index] = Some(bill.total);
        }
    }
    Comparison { scenarios, bills }
}

fn compared(first: &Side<'_>, side: &Side<'_>, run: &Run) -> Compared {
    let days = report::limit_days(&run.book);
    let mut peak: Option<(Month, Money)> = None;
    for bill in &run.book.bills {
        if peak.is_none_or(|(_, total)| bill.total > total) {
            peak = Some((bill.month, bill.total));
        }
    }
    let (removed, added) = changed(first.draft.events(), side.draft.events());
    Compared {
        sums: run.book.sums(),
        peak,
        last_recovery: last_recovery(&days),
        full_again: [0, 1].map(|reading| full_again(&days, reading)),
        settings: settings(first, side),
        removed,
        added,
    }
}

fn last_recovery(days: &[LimitDay]) -> Option<Date> {
    let rises = |pair: &&[LimitDay]| pair[1].available[1] > pair[0].available[1];
    days.windows(2).rev().find(rises).map(|pair| pair[1].date)
}

/// The first day from which on the whole limit is usable up to the end of the run.
fn full_again(days: &[LimitDay], reading: usize) -> Option<Date> {
    let is_full = |day: &&LimitDay| day.available[reading] == day.limit[reading];
    days.iter().rev().take_while(is_full).last().map(|day| day.date)
}

fn settings(first: &Side<'_>, side: &Side<'_>) -> Vec<&'static str> {
    let (one, other) = (&first.draft.frame, &side.draft.frame);
    let differ = [
        ("product", first.terms.id != side.terms.id),
        ("overrides", overrides(first.terms) != overrides(side.terms)),
        ("creditLimit", one.credit_limit != other.credit_limit),
        ("today", one.today != other.today),
        ("until", one.until != other.until),
        ("assume", one.assume != other.assume),
        ("habit", one.habit != other.habit),
    ];
    differ.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}

fn overrides(terms: &Terms) -> Vec<(&str, String)> {
    let value = |key: &str| terms.entry(key).map(|values| values.all()[0].value.to_string());
    terms.overridden.iter().map(|key| (&**key, value(key).unwrap_or_default())).collect()
}

/// Events that only the first, and only the second list has. Those alike at both ends are left out first; in between
/// each event is held against all that have no like yet, or against the one at its place where that were too many.
fn changed(first: &[(Date, ActionInput)], second: &[(Date, ActionInput)]) -> (Vec<usize>, Vec<usize>) {
    let head = first.iter().zip(second).take_while(|(a, b)| a == b).count();
    let (one, other) = (&first[head..], &second[head..]);
    let tail = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - tail], &other[..other.len() - tail]);
    let few = one.len().saturating_mul(other.len()) <= PAIRS_MAX;
    let mut has_like = vec![false; one.len()];
    let mut added = Vec::new();
    for (index, event) in other.iter().enumerate() {
        let like = match few {
            true => one.iter().zip(&has_like).position(|(it, taken)| !taken && it == event),
            false => Some(index).filter(|&place| one.get(place) == Some(event)),
        };
        match like {
            Some(place) => has_like[place] = true,
            None => added.push(head + index),
        }
    }
    let removed = has_like.iter().enumerate().filter(|(_, taken)| !**taken);
    (removed.map(|(index, _)| head + index).collect(), added)
}
