//! How much to repay, and by when, so that an amount is usable for sure by a day.
//!
//! What is not here: the search itself (see `repay`).

use crate::date::Date;
use crate::engine::Run;
use crate::event::Action;
use crate::ledger::Reading;
use crate::money::Money;
use crate::report;
use crate::scenario::{ActionInput, Scenario};

use super::repay::{Repayment, Search, Span};
use super::study::{Study, Trial, available_on};
use super::{Answer, Found, Status};

/// What to repay so that an amount is usable for sure by a day.
#[derive(Clone, Debug, PartialEq)]
pub struct HaveBy {
    /// The smallest repayment, and its latest day; nothing where none is needed or none is enough.
    pub repay: Option<Repayment>,
    /// Usable for sure at the end of the day with it.
    pub available: Money,
    /// Whether every smaller amount and every later day was ruled out.
    pub exact: bool,
    /// Where it cannot be: what could be.
    pub nearest: Option<Nearest>,
}

/// What could be instead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Nearest {
    /// The most that can be usable for sure by the day.
    pub amount: Option<Money>,
    /// What to repay for that; nothing where no repayment makes it more.
    pub repay: Option<Repayment>,
    /// A later day on which the whole amount is usable for sure: the earliest among the runs that were made for it.
    pub date: Option<Date>,
}

pub(super) fn answer(study: &mut Study<'_>, date: Date, amount: Money) -> Answer {
    let base = study.as_it_is(date);
    let available = usable_on(&base, date);
    if available >= amount {
        let found = HaveBy { repay: None, available, exact: true, nearest: None };
        return Answer { status: Status::AlreadyMet, found: Found::HaveBy(found), scenario: base.scenario };
    }
    let (repay, best, exact) = search(study, date, available, amount);
    if let Some(repay) = repay {
        return found(study, date, repay, exact);
    }
    // The least that gives the most: what was tried first need not be it.
    let best = best.filter(|(value, _)| *value > available);
    let best = best.map(|(most, repay)| (most, search(study, date, available, most).0.unwrap_or(repay)));
    impossible(study, base, (date, amount), best, exact)
}

/// The smallest repayment that makes an amount usable, the best that was met on the way, and whether nothing was left
/// out.
fn search(
    study: &mut Study<'_>,
    date: Date,
    available: Money,
    amount: Money,
) -> (Option<Repayment>, Option<(Money, Repayment)>, bool) {
    let short = study.as_far_as(date);
    let first = study.first_day().unwrap_or(date);
    let least = least(&short, date, amount - available);
    let span = Span { least, most: most(&short.run, &short.scenario).max(least), first, last: date };
    let is_enough = |run: &Run| usable(run) >= amount;
    let mut search = Search::new(study, &short.scenario, first, &is_enough, &usable);
    let repay = search.smallest(&short.run, span);
    (repay, search.best, search.exact)
}

/// What can be spent for sure at the end of a run.
fn usable(run: &Run) -> Money {
    run.book.usable(Reading::Guaranteed)
}

/// An amount below which no repayment is enough: the missing one, where a repayment can do nothing but repay
/// principal. Avoided charges, ended freezes and purchases that pass after all can give more than was repaid, and so
/// can a refund that becomes credit; one fen is the least then.
pub(super) fn least(base: &Trial, date: Date, missing: Money) -> Money {
    let plain = |action: &Action| {
        matches!(
            action,
            Action::Purchase(_)
                | Action::Repayment(..)
                | Action::CreditEnquiry
                | Action::RaiseRequest
                | Action::DeviceChange
        )
    };
    let sums = base.run.book.sums();
    let all_plain =
        base.scenario.events().iter().filter(|event| event.date <= date).all(|it| plain(&it.action));
    let uncharged = sums.interest.is_zero() && sums.penalties.is_zero() && base.run.freezes.is_empty();
    let all_accepted = base.run.outcomes.iter().all(|outcome| outcome.refusal.is_none());
    if all_plain && uncharged && all_accepted { missing } else { Money::from_fen(1) }
}

/// An amount beyond which a repayment has nothing left to repay: all purchases, passed or not, and all charges.
pub(super) fn most(base: &Run, scenario: &Scenario) -> Money {
    let sums = base.book.sums();
    let bought = scenario.events().iter().map(|event| match &event.action {
        Action::Purchase(purchase) => purchase.amount,
        _ => Money::ZERO,
    });
    let planned: Money = base.book.plans.iter().flat_map(|plan| plan.rows.iter().map(|row| row.fee)).sum();
    let all = bought.sum::<Money>() + sums.fees + planned + sums.interest + sums.penalties;
    all.at_most(Money::from_fen(crate::money::LARGEST_FEN))
}

fn found(study: &Study<'_>, date: Date, repay: Repayment, exact: bool) -> Answer {
    let trial = with_repayment(study, date, repay);
    let available = usable_on(&trial, date);
    let found = HaveBy { repay: Some(repay), available, exact, nearest: None };
    Answer { status: Status::Found, found: Found::HaveBy(found), scenario: trial.scenario }
}

/// The whole scenario with a repayment in it: the run that verifies.
fn with_repayment(study: &Study<'_>, date: Date, repay: Repayment) -> Trial {
    let draft = study.reaching(date);
    let action = ActionInput::Other(Action::Repayment(repay.amount, crate::event::Target::Auto));
    let scenario =
        super::study::with_last(&draft, repay.date, action).and_then(|draft| draft.scenario().ok());
    study.run_scenario(scenario.expect("what was found was checked when it was tried"))
}

fn impossible(
    study: &Study<'_>,
    base: Trial,
    (date, amount): (Date, Money),
    best: Option<(Money, Repayment)>,
    exact: bool,
) -> Answer {
    let available = usable_on(&base, date);
    let mut later = first_usable(&base, date, amount);
    for repay in tries(study, &base, date, amount - available) {
        let with_it = first_usable(&with_repayment(study, date, repay), date, amount);
        later = later.into_iter().chain(with_it).min();
    }
    let mut scenario = base.scenario;
    if let Some((_, repay)) = best {
        let trial = with_repayment(study, date, repay);
        let with_it = first_usable(&trial, date, amount);
        later = later.into_iter().chain(with_it).min();
        scenario = trial.scenario;
    }
    let nearest = Nearest {
        amount: Some(best.map_or(available, |(value, _)| value)),
        repay: best.map(|(_, repay)| repay),
        date: later,
    };
    let available = best.map_or(available, |(value, _)| value);
    let found = HaveBy { repay: None, available, exact, nearest: Some(nearest) };
    Answer { status: Status::Impossible, found: Found::HaveBy(found), scenario }
}

/// Repayments that may make the amount usable a little later: the missing amount, and everything that can be repaid.
fn tries(study: &Study<'_>, base: &Trial, date: Date, missing: Money) -> Vec<Repayment> {
    let first = study.first_day().map_or(date, |first| first.min(date));
    let amounts = [missing, most(&base.run, &base.scenario).max(missing)];
    [first, date].into_iter().flat_map(|date| amounts.map(|amount| Repayment { amount, date })).collect()
}

fn usable_on(trial: &Trial, date: Date) -> Money {
    available_on(trial, date)[Reading::Guaranteed as usize]
}

/// The first day after a day on which an amount is usable for sure.
fn first_usable(trial: &Trial, after: Date, amount: Money) -> Option<Date> {
    let days = report::limit_days(&trial.run.book);
    let is_it = |row: &&report::LimitDay| row.date > after && row.available[1] >= amount;
    days.iter().find(is_it).map(|row| row.date)
}
