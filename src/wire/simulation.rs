//! A scenario that is kept and edited: every edit is checked, a refused edit changes nothing.
//!
//! What is not here: how JavaScript holds it (see `wasm`).

use super::head::{self, Head};
use super::json::Json;
use super::node::Node;
use super::write::{self, Detail};
use super::{read, shape};
use crate::date::Date;
use crate::engine::resume::{Marks, Shift};
use crate::error::{Error, Result};
use crate::scenario::{ActionInput, Draft, EVENTS_MAX, Scenario};
use crate::terms::Terms;

/// A scenario with the terms it runs on.
#[derive(Clone, Debug)]
pub struct Simulation {
    draft: Draft,
    scenario: Scenario,
    terms: Terms,
    marks: Marks,
}

impl Simulation {
    /// Reads a scenario to keep.
    ///
    /// # Errors
    /// As [`read::scenario`].
    pub fn new(scenario: &Json<'_>) -> Result<Simulation> {
        let (draft, terms) = read::draft(scenario, read::product_of(scenario)?)?;
        let scenario = draft.scenario()?;
        Ok(Simulation { draft, scenario, terms, marks: Marks::default() })
    }

    /// Puts another event at a place of the list; gives the place.
    ///
    /// # Errors
    /// A place that no event has, an event or a scenario that the contract does not take. Pointers lead into the
    /// scenario as it would be; for a place that is no whole number they are empty.
    pub fn replace(&mut self, at: &Json<'_>, event: &Json<'_>) -> Result<usize> {
        let at = place(at)?;
        let (date, event) = read_event(at, event)?;
        let before = self.draft.put(at, (date, event))?;
        match self.draft.bring_up(&mut self.scenario, at, &before) {
            Ok(()) => self.marks.edited(date.min(before.0), Shift::None),
            Err(error) => {
                self.draft.put(at, before)?;
                return Err(error);
            }
        }
        Ok(at)
    }

    /// Puts one more event at a place of the list; at its end for its length. Gives the place.
    ///
    /// # Errors
    /// As [`Simulation::replace`], or more events than a scenario may have.
    pub fn insert(&mut self, at: &Json<'_>, event: &Json<'_>) -> Result<usize> {
        let at = place(at)?;
        let (date, event) = read_event(at, event)?;
        let draft = self.draft.inserted(at, date, event)?;
        let scenario = draft.scenario()?;
        self.take(draft, scenario, date, Shift::In(at));
        Ok(at)
    }

    /// Takes the event at a place out of the list; gives the place.
    ///
    /// # Errors
    /// A place that no event has, or a scenario that does without it what the contract does not take.
    pub fn remove(&mut self, at: &Json<'_>) -> Result<usize> {
        let at = place(at)?;
        let draft = self.draft.removed(at)?;
        let scenario = draft.scenario()?;
        let day = self.draft.events()[at].0;
        self.take(draft, scenario, day, Shift::Out(at));
        Ok(at)
    }

    fn take(&mut self, draft: Draft, scenario: Scenario, day: Date, shift: Shift) {
        (self.draft, self.scenario) = (draft, scenario);
        self.marks.edited(day, shift);
    }

    /// The report of the scenario as it is now.
    pub fn report(&self, detail: Detail) -> shape::Report {
        write::report(&self.scenario, &self.terms, detail)
    }

    /// The head of that report.
    pub fn head(&mut self) -> Head {
        head::head_after(&self.scenario, &self.terms, &mut self.marks)
    }
}

fn place(at: &Json<'_>) -> Result<usize> {
    Node::whole(at).whole_number(0, EVENTS_MAX as i64).map(|at| at as usize)
}

fn read_event(at: usize, event: &Json<'_>) -> Result<(Date, ActionInput)> {
    let within = |error: Error| Error { path: format!("/events/{at}{}", error.path), ..error };
    read::event(&Node::whole(event)).map_err(within)
}
