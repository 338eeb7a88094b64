//! What will happen on which day: stops, and the ends of holds.
//!
//! What is not here: deciding the days (see the rules).

use crate::date::Date;
use crate::explain::WhyId;
use crate::ledger::{About, Cause, Readings};
use crate::money::Money;

/// An amount of limit that is held until a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Release {
    pub readings: Readings,
    pub amount: Money,
    pub cause: Cause,
    pub about: About,
    pub why: WhyId,
}

/// Things by the days that they wait for, the earliest day last; those of one day in the order in which they came.
/// Made for few days: a new one moves those that are before it.
#[derive(Clone, Debug)]
pub(super) struct ByDay<T>(Vec<(Date, Vec<T>)>);

impl<T> Default for ByDay<T> {
    fn default() -> ByDay<T> {
        ByDay(Vec::new())
    }
}

impl<T> ByDay<T> {
    /// Adds a thing that waits for a day.
    pub fn push(&mut self, day: Date, thing: T) {
        let place = self.0.partition_point(|(other, _)| *other > day);
        match self.0.get_mut(place) {
            Some((other, things)) if *other == day => things.push(thing),
            _ => self.0.insert(place, (day, vec![thing])),
        }
    }

    /// Takes everything out that waits for a day or for one before it.
    pub fn take_until(&mut self, day: Date) -> Vec<T> {
        let mut taken = Vec::new();
        while let Some((_, mut things)) = self.0.pop_if(|(first, _)| *first <= day) {
            taken.append(&mut things);
        }
        taken
    }
}

/// The days on which the account must be looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct Agenda {
    /// The day that was reached last: nothing is put on it or before it.
    reached: Option<Date>,
    /// The earliest last, each once.
    stops: Vec<Date>,
    releases: ByDay<Release>,
}

impl Agenda {
    /// Looks at the account on a day, unless that day has been reached: a day has its phases once.
    pub fn stop_on(&mut self, day: Date) {
        let place = self.stops.partition_point(|&other| other > day);
        if self.reached.is_none_or(|reached| reached < day) && self.stops.get(place) != Some(&day) {
            self.stops.insert(place, day);
        }
    }

    /// Ends a hold on a day.
    pub fn release_on(&mut self, day: Date, release: Release) {
        self.stop_on(day);
        self.releases.push(day, release);
    }

    /// The earliest day that has not been reached.
    pub fn next_stop(&self) -> Option<Date> {
        self.stops.last().copied()
    }

    /// Reaches a day.
    pub fn reach(&mut self, day: Date) {
        self.reached = Some(day);
        while self.stops.pop_if(|first| *first <= day).is_some() {}
    }

    /// The holds that end on a day.
    pub fn take_releases(&mut self, day: Date) -> Vec<Release> {
        self.releases.take_until(day)
    }

    /// Whether a hold has an end in store.
    pub fn has_releases(&self) -> bool {
        !self.releases.0.is_empty()
    }
}
