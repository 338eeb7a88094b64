//! The ways back after a freeze or a cut of the limit: steps with their days, as far as a source has them.
//!
//! What is not here: the ends of holds and freezes themselves (they are on the books).

use crate::calendar;
use crate::date::{Date, Days};
use crate::engine::Run;
use crate::explain::Reference;
use crate::ledger::{Cause, FreezeKind};
use crate::report::{CauseKind, LimitDay};
use crate::risk;
use crate::terms::{Dated, Recovery, Span, SpanRange, Terms};

/// What a way back is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setback {
    /// A freeze.
    Freeze(FreezeKind),
    /// A cut of the limit.
    LimitCut,
}

/// Which way back it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Path {
    /// The system was wrong.
    Misjudged,
    /// A rule was broken.
    Violation,
    /// A long-standing case.
    LongTerm,
}

/// One step of a way back.
#[derive(Clone, Debug, PartialEq)]
pub struct RecoveryStep {
    /// What to do or to wait for, as the contract spells it.
    pub code: &'static str,
    /// The day; at the earliest for a step that takes time. Absent where no source has one.
    pub possible: Option<Date>,
    /// The day; at the latest for a step that takes time.
    pub guaranteed: Option<Date>,
    /// Where it comes from.
    pub reference: Reference,
}

/// A way back.
#[derive(Clone, Debug, PartialEq)]
pub struct WayBack {
    /// What it is from.
    pub from: Setback,
    /// The day on which that began.
    pub date: Date,
    /// Which way it is.
    pub path: Path,
    /// Its steps, in order.
    pub steps: Vec<RecoveryStep>,
}

/// The three ways back from each freeze and each cut of the limit.
pub fn ways_back(terms: &Terms, run: &Run, days: &[LimitDay]) -> Vec<WayBack> {
    let Some(recovery) = &terms.recovery else { return Vec::new() };
    let freezes = run.freezes.iter().map(|freeze| (Setback::Freeze(freeze.kind), freeze.from));
    let is_cut =
        |day: &&LimitDay| day.causes.iter().any(|cause| cause.kind == CauseKind::Limit(Cause::LimitCut));
    let cuts = days.iter().filter(is_cut).map(|day| (Setback::LimitCut, day.date));
    freezes
        .chain(cuts)
        .flat_map(|(from, date)| {
            [
                WayBack { from, date, path: Path::Misjudged, steps: misjudged(recovery, date) },
                WayBack {
                    from,
                    date,
                    path: Path::Violation,
                    steps: violation(recovery, terms, date, clear_from(date, run)),
                },
                WayBack { from, date, path: Path::LongTerm, steps: long_term(recovery, date) },
            ]
        })
        .collect()
}

/// The first day from a day on, on which nothing is overdue any more; nothing while a bill is.
fn clear_from(date: Date, run: &Run) -> Option<Date> {
    run.book.bills.iter().try_fold(date, |clear, bill| match bill.overdue_from {
        Some(from) if from <= clear => Some(clear.max(bill.settled_on?)),
        _ => Some(clear),
    })
}

fn misjudged(recovery: &Recovery, date: Date) -> Vec<RecoveryStep> {
    let whole = recovery.whole.at(date);
    let end = Some(end_of(date, whole.value));
    vec![
        on_day("payOverdue", date, &recovery.pay_overdue),
        on_day("incomeProof", date, &recovery.income_proof),
        on_day("fixPayDay", date, &recovery.fix_pay_day),
        taking("selfCheck", date, &recovery.self_check),
        taking("documents", date, &recovery.documents),
        RecoveryStep {
            code: "wholeAppeal",
            possible: None,
            guaranteed: end,
            reference: whole.reference.clone(),
        },
        taking("misjudged", date, &recovery.misjudged),
    ]
}

fn violation(recovery: &Recovery, terms: &Terms, date: Date, clear: Option<Date>) -> Vec<RecoveryStep> {
    let observe = terms.violation_observe.at(date);
    let end = clear.map(|day| risk::observation_end(day, terms));
    vec![
        on_day("payOverdue", date, &recovery.pay_overdue),
        RecoveryStep {
            code: "observation",
            possible: end,
            guaranteed: end,
            reference: observe.reference.clone(),
        },
    ]
}

fn long_term(recovery: &Recovery, date: Date) -> Vec<RecoveryStep> {
    let proofs = recovery.long_term.at(date);
    vec![RecoveryStep {
        code: "proofsAgain",
        possible: None,
        guaranteed: None,
        reference: proofs.reference.clone(),
    }]
}

/// A step on a numbered day, the day of the setback being the first.
fn on_day(code: &'static str, date: Date, numbered: &Dated<i64>) -> RecoveryStep {
    let term = numbered.at(date);
    let day = Some(date + Days(term.value as i32 - 1));
    RecoveryStep { code, possible: day, guaranteed: day, reference: term.reference.clone() }
}

/// A step that takes time from the day of the setback.
fn taking(code: &'static str, date: Date, range: &SpanRange) -> RecoveryStep {
    let (possible, guaranteed) = (range.possible.at(date), range.guaranteed.at(date));
    RecoveryStep {
        code,
        possible: Some(end_of(date, possible.value)),
        guaranteed: Some(end_of(date, guaranteed.value)),
        reference: guaranteed.reference.clone(),
    }
}

fn end_of(date: Date, span: Span) -> Date {
    match span {
        Span::Working(days) => calendar::estimate_working_days(date, days).date,
        Span::Calendar(days) => date + days,
    }
}
