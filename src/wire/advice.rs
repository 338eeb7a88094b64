//! Writes remarks, reminders, ways back and the ladder.
//!
//! What is not here: what triggers them (see `report`).

use super::shape;
use crate::engine::Run;
use crate::report::{self, LimitDay, Setback};
use crate::scenario::Scenario;
use crate::terms::Terms;

/// What the model leaves out.
pub const NOT_MODELLED: [&str; 6] =
    ["creditScore", "temporaryLimit", "debitHours", "coupons", "personalRates", "lenderDiscretion"];

/// The remarks on a run.
pub fn advisories(scenario: &Scenario, terms: &Terms, run: &Run, days: &[LimitDay]) -> Vec<shape::Advisory> {
    let advisory = |it: report::Advisory| shape::Advisory {
        code: it.code,
        severity: it.severity.into(),
        date: it.date,
        figures: it.figures,
        reference: (&it.reference).into(),
    };
    report::advisories(scenario, terms, run, days).into_iter().map(advisory).collect()
}

/// The reminders of a run.
pub fn reminders(scenario: &Scenario, terms: &Terms, run: &Run, days: &[LimitDay]) -> Vec<shape::Reminder> {
    let reminder =
        |it: report::Reminder| shape::Reminder { date: it.date, kind: it.kind, figures: it.figures };
    report::reminders(scenario, terms, run, days).into_iter().map(reminder).collect()
}

/// The ways back from freezes and cuts.
pub fn ways_back(terms: &Terms, run: &Run, days: &[LimitDay]) -> Vec<shape::WayBack> {
    report::ways_back(terms, run, days).into_iter().map(way_back).collect()
}

fn way_back(way: report::WayBack) -> shape::WayBack {
    let (from, freeze) = match way.from {
        Setback::Freeze(kind) => (shape::SetbackKind::Freeze, Some(kind.into())),
        Setback::LimitCut => (shape::SetbackKind::LimitCut, None),
    };
    let step = |step: report::RecoveryStep| shape::WayStep {
        code: step.code,
        possible: step.possible,
        guaranteed: step.guaranteed,
        reference: (&step.reference).into(),
    };
    shape::WayBack {
        from,
        freeze,
        date: way.date,
        path: way.path.into(),
        steps: way.steps.into_iter().map(step).collect(),
    }
}

/// The rungs of growing limits.
pub fn ladder(scenario: &Scenario, terms: &Terms, run: &Run) -> Vec<shape::LadderRung> {
    report::ladder(scenario, terms, run).into_iter().map(rung).collect()
}

fn rung(rung: report::LadderRung) -> shape::LadderRung {
    let condition = |it: report::Condition| shape::LadderCondition {
        code: it.code,
        have: it.have.as_ref().map(shape::WhyValue::from),
        need: (&it.need).into(),
        met: it.met,
        reference: (&it.reference).into(),
    };
    shape::LadderRung {
        rung: rung.number,
        limit_from: rung.limit_from,
        limit_to: rung.limit_to,
        reached: rung.reached,
        conditions: rung.conditions.into_iter().map(condition).collect(),
    }
}
