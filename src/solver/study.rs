//! Runs of one scenario with changes: made, counted, and read.
//!
//! What is not here: which changes to try (see the questions).

use crate::date::Date;
use crate::engine::{self, Outcome, Run};
use crate::error::Result;
use crate::event::Action;
use crate::money::Money;
use crate::report;
use crate::scenario::{ActionInput, Draft, Scenario};
use crate::terms::Terms;

/// The most runs that a question makes while it searches.
pub(super) const RUNS_MAX: u32 = 4_000;
/// Events that all runs of a search may add up to: long scenarios are run less often, but at least
/// [`RUNS_MIN`] times.
const EVENTS_BUDGET: usize = 4_000_000;
const RUNS_MIN: u32 = 60;
/// Events that a run costs beside its own.
const EVENTS_OF_A_RUN: usize = 100;
/// Months after the last event after which a run without an end of its own has stopped.
const MONTHS_AFTER_LAST_EVENT: u32 = 60;

/// A scenario under study.
pub(super) struct Study<'a> {
    pub draft: &'a Draft,
    pub terms: &'a Terms,
    /// The scenario as it is.
    pub scenario: Scenario,
    runs_left: u32,
    /// Runs that are kept back for the end of a search.
    kept: u32,
}

/// A changed scenario and its run.
pub(super) struct Trial {
    pub scenario: Scenario,
    pub run: Run,
}

impl<'a> Study<'a> {
    pub fn new(draft: &'a Draft, terms: &'a Terms) -> Result<Study<'a>> {
        let scenario = draft.scenario()?;
        let affordable = EVENTS_BUDGET / (draft.events().len() + EVENTS_OF_A_RUN);
        let runs_left = (affordable as u32).clamp(RUNS_MIN, RUNS_MAX);
        Ok(Study { draft, terms, scenario, runs_left, kept: 0 })
    }

    /// Whether another run may be made.
    pub fn may_run(&self) -> bool {
        self.runs_left > self.kept
    }

    /// Keeps a part of the runs back, so that what was found can be made sure of.
    pub fn keep_back(&mut self) {
        self.kept = self.runs_left / 5;
    }

    /// Gives the runs that were kept back free, and says how many they are.
    pub fn free_kept(&mut self) -> u32 {
        core::mem::take(&mut self.kept)
    }

    /// Keeps so many runs back again.
    pub fn keep(&mut self, kept: u32) {
        self.kept = kept;
    }

    /// Runs a draft. Nothing for a draft that is refused as an input, or when no run is left.
    pub fn run(&mut self, draft: &Draft) -> Option<Trial> {
        self.count_run()?;
        let scenario = draft.scenario().ok()?;
        Some(self.run_scenario(scenario))
    }

    /// Counts a run; nothing when none is left.
    pub fn count_run(&mut self) -> Option<()> {
        self.runs_left = self.runs_left.checked_sub(1)?;
        Some(())
    }

    /// Runs a checked scenario, whatever was run before.
    pub fn run_scenario(&self, scenario: Scenario) -> Trial {
        let run = engine::run(&scenario, self.terms, false);
        Trial { scenario, run }
    }

    /// The scenario as it is, run at least up to a day.
    pub fn as_it_is(&self, date: Date) -> Trial {
        let mut scenario = self.scenario.clone();
        scenario.until = self.until(date);
        self.run_scenario(scenario)
    }

    /// The scenario as it is, run up to a day and no further.
    pub fn as_far_as(&self, date: Date) -> Trial {
        let mut scenario = self.scenario.clone();
        scenario.until = Some(date);
        self.run_scenario(scenario)
    }

    /// The scenario's draft, with a run that reaches a day.
    pub fn reaching(&self, date: Date) -> Draft {
        let mut draft = self.draft.clone();
        draft.frame.until = self.until(date);
        draft
    }

    /// The end of a run that reaches a day: the scenario's own, unless that comes before the day.
    fn until(&self, date: Date) -> Option<Date> {
        let own_end = self
            .scenario
            .events()
            .last()
            .map(|event| event.date.month().plus(MONTHS_AFTER_LAST_EVENT).on_day(event.date.day() as u8));
        match (self.scenario.until, own_end) {
            (Some(until), _) => Some(until.max(date)),
            (None, Some(end)) if end < date => Some(date),
            (None, _) => None,
        }
    }

    /// The first day on which something can still be done: `today`, or the day of the first event.
    pub fn first_day(&self) -> Option<Date> {
        self.draft.frame.today.or_else(|| self.scenario.events().first().map(|event| event.date))
    }
}

/// This draft with an event after all others of its day.
pub(super) fn with_last(draft: &Draft, date: Date, action: ActionInput) -> Option<Draft> {
    draft.inserted(draft.events().len(), date, action).ok()
}

/// An event that names no purchase.
pub(super) fn other(action: Action) -> ActionInput {
    ActionInput::Other(action)
}

/// What can be spent at the end of a day, at best and for sure.
pub(super) fn available_on(trial: &Trial, date: Date) -> [Money; 2] {
    let days = report::limit_days(&trial.run.book);
    let row = days.iter().rev().find(|row| row.date <= date);
    row.map_or([trial.scenario.credit_limit; 2], |row| row.available)
}

/// What became of the event at an index of the input.
pub(super) fn outcome(run: &Run, event: usize) -> Option<&Outcome> {
    run.outcomes.iter().find(|outcome| outcome.event == event)
}
