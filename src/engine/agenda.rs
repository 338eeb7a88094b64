//! What will happen on which day: stops, and the ends of holds.
//!
//! What is not here: deciding the days (see the rules).

use crate::date::Date;
use crate::explain::WhyId;
use crate::ledger::{About, Cause, Readings};
use crate::money::Money;
use crate::queue::DayQueue;

/// An amount of limit that is held until a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Release {
    pub readings: Readings,
    pub amount: Money,
    pub cause: Cause,
    pub about: About,
    pub why: WhyId,
}

/// The days on which the account must be looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct Agenda {
    /// The day that was reached last: nothing is put on it or before it.
    reached: Option<Date>,
    stops: DayQueue<()>,
    releases: DayQueue<Release>,
}

impl Agenda {
    /// Looks at the account on a day, unless that day has been reached: a day has its phases once.
    pub fn stop_on(&mut self, day: Date) {
        if self.reached.is_none_or(|reached| reached < day) {
            self.stops.push(day, ());
        }
    }

    /// Ends a hold on a day.
    pub fn release_on(&mut self, day: Date, release: Release) {
        self.stop_on(day);
        self.releases.push(day, release);
    }

    /// The earliest day that has not been reached.
    pub fn next_stop(&self) -> Option<Date> {
        self.stops.first_day()
    }

    /// Reaches a day.
    pub fn reach(&mut self, day: Date) {
        self.reached = Some(day);
        self.stops.take_until(day);
    }

    /// The holds that end on a day.
    pub fn take_releases(&mut self, day: Date) -> Vec<Release> {
        self.releases.take_until(day)
    }

    /// Whether a hold has an end in store.
    pub fn has_releases(&self) -> bool {
        !self.releases.is_empty()
    }
}
