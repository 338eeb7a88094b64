//! When a refused purchase would pass, and what to repay so that it passes on its day.
//!
//! The days are those that the run itself has found; the repayment is searched for.
//! What is not here: the search (see `repay`).

use crate::date::Date;
use crate::engine::Run;
use crate::error::Result;
use crate::event::Refusal;
use crate::explain::Value;
use crate::limit;
use crate::money::Money;
use crate::scenario::{ActionInput, Scenario};

use super::have_by::{least, most};
use super::repay::{Repayment, Search, Span};
use super::study::{Study, Trial, outcome};
use super::{Answer, Found, Status, no_such_event};

/// When a refused purchase would pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhenPasses {
    /// Why it is refused; nothing where it passes.
    pub refusal: Option<Refusal>,
    /// The first days of this run on which it would pass, at best and for sure.
    pub days: [Option<Date>; 2],
    /// The smallest repayment, and its latest day, with which it passes on its own day.
    pub repay: Option<Repayment>,
    /// Whether every smaller amount and every later day was ruled out.
    pub exact: bool,
}

pub(super) fn answer(study: &mut Study<'_>, event: usize) -> Result<Answer> {
    let date = match study.draft.events().get(event) {
        None => return Err(no_such_event(event, "is not in the scenario")),
        Some((date, ActionInput::Purchase(_))) => *date,
        Some(_) => return Err(no_such_event(event, "is not a purchase")),
    };
    let base = study.as_it_is(date);
    let its = outcome(&base.run, event).expect("a run that reaches an event has its outcome");
    let Some(refusal) = its.refusal else {
        let found = WhenPasses { refusal: None, days: [Some(date); 2], repay: None, exact: true };
        let found = Found::WhenPasses(found);
        return Ok(Answer { status: Status::AlreadyMet, found, scenario: base.scenario });
    };
    let days = its.passes_from;
    let available = its.figures.iter().find_map(|(name, value)| match (*name, value) {
        ("available", Value::Money(available)) => Some(*available),
        _ => None,
    });
    let (repay, exact) = repay(study, (event, date), available.unwrap_or(Money::ZERO));
    let status = match (days, repay) {
        ([None, None], None) => Status::Impossible,
        _ => Status::Found,
    };
    let found = Found::WhenPasses(WhenPasses { refusal: Some(refusal), days, repay, exact });
    let scenario = shown(study, event, days, repay).unwrap_or(base.scenario);
    Ok(Answer { status, found, scenario })
}

/// The smallest repayment before a purchase with which it passes.
fn repay(study: &mut Study<'_>, (event, date): (usize, Date), available: Money) -> (Option<Repayment>, bool) {
    let Some((_, ActionInput::Purchase(purchase))) = study.draft.events().get(event) else {
        return (None, true);
    };
    let amount = purchase.amount;
    if !purchase.merchant_supports || !limit::is_offered(amount, purchase.periods, date, study.terms) {
        return (None, true);
    }
    let base = study.as_far_as(date);
    let passes = |run: &Run| outcome(run, event).is_some_and(|its| its.refusal.is_none());
    let value = |_: &Run| Money::ZERO;
    let first = study.first_day().unwrap_or(date);
    let least = least(&without(&base, event), date, (amount - available).max(Money::from_fen(1)));
    let span = Span { least, most: most(&base.run, &base.scenario).max(least), first, last: date };
    let reading = study.draft.frame.assume;
    let mut search = Search::new(study, &base.scenario, first, &passes, &value);
    (search.at, search.reading) = (event, reading);
    let repay = search.smallest(&base.run, span);
    (repay, search.exact)
}

/// The run without the outcomes of an event and of what came after it.
fn without(base: &Trial, event: usize) -> Trial {
    let mut run = base.run.clone();
    let end = run.outcomes.iter().position(|outcome| outcome.event == event);
    run.outcomes.truncate(end.unwrap_or(run.outcomes.len()));
    Trial { scenario: base.scenario.clone(), run }
}

/// The scenario that shows the answer: with the repayment, or with the purchase moved to the day on which it passes.
fn shown(
    study: &Study<'_>,
    event: usize,
    days: [Option<Date>; 2],
    repay: Option<Repayment>,
) -> Option<Scenario> {
    let (date, purchase) = study.draft.events().get(event)?;
    if let Some(repay) = repay {
        use crate::event::{Action, Target};
        let action = ActionInput::Other(Action::Repayment(repay.amount, Target::Auto));
        return study.reaching(*date).inserted(event, repay.date, action).ok()?.scenario().ok();
    }
    let day = days[study.draft.frame.assume as usize]?;
    let moved = study.reaching(day).removed(event).ok()?;
    super::study::with_last(&moved, day, purchase.clone())?.scenario().ok()
}
