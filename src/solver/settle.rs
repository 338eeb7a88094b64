//! What settling everything on a day takes, and when the account can be closed.
//!
//! The parts are the payments that the settlement makes when it is carried out on that day, after all other events
//! of the day. What is not here: what settling a plan costs (see `installment`).

use crate::date::Date;
use crate::event::{Action, Refusal};
use crate::ledger::{About, Account, Change, Entry, Place};
use crate::money::Money;
use crate::scenario::Draft;
use crate::terms::BillPart;

use super::study::{Study, Trial, other, outcome, with_last};
use super::{Answer, Found, Status};

/// What a part of a settlement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// Principal on a bill.
    Billed,
    /// Principal that is on no bill yet, or moved off one.
    Unbilled,
    /// Principal of plan rows that are on no bill yet.
    PlanRows,
    /// Fees on a bill, or moved off one.
    Fee,
    /// Interest.
    Interest,
    /// A penalty.
    Penalty,
    /// Fees of plan rows that are on no bill, and the charge for settling.
    SettlementFee,
    /// Paid from credit balance: below zero.
    CreditBalance,
}

/// A part of a settlement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettlePart {
    /// What it is.
    pub kind: PartKind,
    /// What it concerns.
    pub about: About,
    /// How much.
    pub amount: Money,
}

/// A settlement of everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settle {
    /// To be paid in cash.
    pub amount: Money,
    /// Its parts; they add up to it.
    pub parts: Vec<SettlePart>,
    /// The first day from then on on which the account can be closed, once settled.
    pub closable: Option<Date>,
    /// The first day from then on on which it can be closed without settling early.
    pub closable_without: Option<Date>,
}

/// Days without debt that are tried for closing.
const DAYS_MAX: usize = 24;

pub(super) fn answer(study: &mut Study<'_>, date: Date) -> Answer {
    let base = study.as_it_is(date);
    let event = study.draft.events().len();
    let reaching = study.reaching(date);
    let settled = with_last(&reaching, date, other(Action::SettleAll)).unwrap_or_else(|| reaching.clone());
    let trial = study.run(&settled).unwrap_or_else(|| study.as_it_is(date));
    let its = outcome(&trial.run, event);
    let refusal = its.and_then(|outcome| outcome.refusal);
    let amount = its.and_then(|outcome| outcome.paid).unwrap_or(Money::ZERO);
    let parts = if refusal.is_some() { Vec::new() } else { parts(&base, &trial, date) };
    let closed = refusal == Some(Refusal::AccountClosed);
    let closable = Some(date).filter(|&day| !closed && can_close(study, &settled, day));
    let closable_without = if closed { None } else { first_closable(study, &base, &reaching, date) };
    let status = if refusal.is_some() { Status::AlreadyMet } else { Status::Found };
    let scenario = if refusal.is_some() { base.scenario } else { trial.scenario };
    let found = Settle { amount, parts, closable, closable_without };
    Answer { status, found: Found::Settle(found), scenario }
}

fn can_close(study: &mut Study<'_>, draft: &Draft, day: Date) -> bool {
    let event = draft.events().len();
    let trial = with_last(draft, day, other(Action::CloseAccount)).and_then(|draft| study.run(&draft));
    trial.is_some_and(|trial| outcome(&trial.run, event).is_some_and(|its| its.refusal.is_none()))
}

/// The first day from a day on on which closing is accepted in the scenario as it is.
fn first_closable(study: &mut Study<'_>, base: &Trial, draft: &Draft, date: Date) -> Option<Date> {
    let mut days = vec![date];
    let mut debt = Money::ZERO;
    let mut last: Option<Date> = None;
    for change in base.run.book.journal() {
        let Change::Entry(entry) = change else { continue };
        // At the end of each day without debt: that day, and the next where it was repaid after the day's events.
        if let Some(day) = last.filter(|&day| day != entry.date && day >= date && debt.is_zero()) {
            days.extend([day, day.next()]);
        }
        debt += signed_debt(entry);
        last = Some(entry.date);
    }
    days.extend(
        last.filter(|&day| day >= date && debt.is_zero()).into_iter().flat_map(|day| [day, day.next()]),
    );
    days.dedup();
    days.into_iter().take(DAYS_MAX).find(|&day| {
        let mut reaching = draft.clone();
        reaching.frame.until = reaching.frame.until.map(|until| until.max(day));
        can_close(study, &reaching, day)
    })
}

fn signed_debt(entry: &Entry) -> Money {
    let is_debt = |account: Account| matches!(account, Account::Debt(..));
    match (is_debt(entry.from), is_debt(entry.to)) {
        (true, false) => -entry.amount,
        (false, true) => entry.amount,
        _ => Money::ZERO,
    }
}

/// The payments of the settlement: what the run has on the day beyond what the scenario alone has.
fn parts(base: &Trial, trial: &Trial, date: Date) -> Vec<SettlePart> {
    let (before, after) = (base.run.book.journal(), trial.run.book.journal());
    let same = before.iter().zip(after).take_while(|pair| is_same(pair.0, pair.1)).count();
    let mut parts: Vec<SettlePart> = Vec::new();
    for change in &after[same..] {
        let Change::Entry(entry) = change else { continue };
        if entry.date != date || !matches!(entry.to, Account::Cash | Account::Credit) {
            continue;
        }
        let (kind, about) = part_of(trial, entry);
        add(&mut parts, kind, about, entry.amount);
        if entry.to == Account::Credit {
            add(&mut parts, PartKind::CreditBalance, About::Account, -entry.amount);
        }
    }
    parts
}

fn is_same(one: &Change, other: &Change) -> bool {
    match (one, other) {
        (Change::Entry(a), Change::Entry(b)) => {
            (a.date, a.from, a.to, a.amount, a.line, a.about)
                == (b.date, b.from, b.to, b.amount, b.line, b.about)
        }
        (Change::Freeze(..), Change::Freeze(..)) => true,
        _ => false,
    }
}

fn part_of(trial: &Trial, entry: &Entry) -> (PartKind, About) {
    let Account::Debt(no, place) = entry.from else {
        let kind = if entry.from == Account::Interest { PartKind::Interest } else { PartKind::SettlementFee };
        return (kind, entry.about);
    };
    let item = trial.run.book.item(no);
    let about = match (place, item.row, item.origin, item.purchase) {
        (Place::Billed(bill), ..) => About::Bill(bill),
        (_, Some((plan, _)), ..) => About::Plan(plan),
        (_, _, Some(bill), _) => About::Bill(bill),
        (.., Some(purchase)) => About::Purchase(purchase),
        _ => About::Account,
    };
    let kind = match (item.part, place) {
        (BillPart::Penalty, _) => PartKind::Penalty,
        (BillPart::Interest, _) => PartKind::Interest,
        (BillPart::Fee, _) => PartKind::Fee,
        (BillPart::Principal, Place::Billed(_)) => PartKind::Billed,
        (BillPart::Principal, Place::Planned) => PartKind::PlanRows,
        (BillPart::Principal, _) => PartKind::Unbilled,
    };
    (kind, about)
}

fn add(parts: &mut Vec<SettlePart>, kind: PartKind, about: About, amount: Money) {
    match parts.iter_mut().find(|part| (part.kind, part.about) == (kind, about)) {
        Some(part) => part.amount += amount,
        None => parts.push(SettlePart { kind, about, amount }),
    }
}
