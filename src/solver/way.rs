//! Whether two runs took the same branches: then they differ in amounts only, and every amount in between changes in
//! proportion with the repayment that tells them apart.
//!
//! What is not here: what is done with that (see `repay`).

use crate::date::Date;
use crate::engine::Run;
use crate::event::{Action, Event};
use crate::ledger::{
    About, Account, BillNo, Book, Change, FreezeKind, Item, Line, Place, PurchaseNo, Readings,
};
use crate::money::Money;
use crate::scenario::Scenario;
use crate::terms::BillPart;

/// How closely two runs are compared.
#[derive(Clone, Debug)]
pub(super) enum Grain {
    /// Piece of debt by piece of debt.
    Item,
    /// By the part of a bill, or the place, that a piece of debt belongs to, but for pieces of these purchases: enough
    /// where nothing that comes later looks at other single pieces, because all that is owed of a part is one sum then.
    Part(Vec<PurchaseNo>),
}

impl Grain {
    /// The grain for repayments from a day on. A later refund looks at the pieces of its purchase, a settlement and a
    /// conversion look at all.
    pub fn of(scenario: &Scenario, first: Date) -> Grain {
        let mut refunded = Vec::new();
        let until = |event: &&Event| scenario.until.is_none_or(|until| event.date <= until);
        let later = scenario.events().iter().rev().take_while(|event| event.date >= first);
        for event in later.filter(until) {
            match &event.action {
                Action::Refund(refund) => refunded.push(refund.purchase),
                Action::SettlePlan(_)
                | Action::SettleAll
                | Action::ConvertBill { .. }
                | Action::PayMinimum(_)
                | Action::Postpone(_)
                | Action::CloseAccount => return Grain::Item,
                _ => {}
            }
        }
        Grain::Part(refunded)
    }

    fn looks_at(&self, book: &Book, item: &Item) -> bool {
        let Grain::Part(refunded) = self else { return true };
        let plan = item.row.map(|(plan, _)| &book.plans[plan.index()]);
        let converted = plan.is_some_and(|plan| plan.purchase.is_none());
        let purchase = item.purchase.or(plan.and_then(|plan| plan.purchase));
        purchase.is_some_and(|no| refunded.contains(&no)) || (converted && !refunded.is_empty())
    }

    fn is_coarse(&self) -> bool {
        matches!(self, Grain::Part(_))
    }
}

/// One step on the way of a run, without its amount.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Moved { date: Date, from: Side, to: Side, line: Line, about: About },
    Freeze { date: Date, kind: FreezeKind, readings: Readings, begins: bool },
}

/// What gives or takes.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Account(Account),
    Part(BillPart, Place, Option<BillNo>),
}

fn side(book: &Book, account: Account, grain: &Grain) -> Side {
    let Account::Debt(no, place) = account else { return Side::Account(account) };
    let item = book.item(no);
    match grain.looks_at(book, item) {
        true => Side::Account(account),
        false => Side::Part(item.part, place, item.origin),
    }
}

fn step(book: &Book, change: &Change, grain: &Grain) -> Step {
    match change {
        Change::Entry(entry) => {
            let [from, to] = [entry.from, entry.to].map(|account| side(book, account, grain));
            let about = match entry.about {
                About::Purchase(_) | About::Plan(_) if grain.is_coarse() => About::Account,
                about => about,
            };
            Step::Moved { date: entry.date, from, to, line: entry.line, about }
        }
        Change::Freeze(date, freeze) => {
            Step::Freeze { date: *date, kind: freeze.kind, readings: freeze.readings, begins: freeze.begins }
        }
    }
}

/// The steps of a run; at the coarse grain, what is alike and follows on each other is one step.
fn steps_of<'r>(run: &'r Run, grain: &'r Grain) -> impl Iterator<Item = Step> + 'r {
    let mut last = None;
    run.book.journal().iter().filter_map(move |change| {
        let step = step(&run.book, change, grain);
        let is_new = !grain.is_coarse() || last != Some(step);
        last = Some(step);
        is_new.then_some(step)
    })
}

/// Whether two runs differ in amounts only.
pub(super) fn take_same_way(one: &Run, other: &Run, grain: &Grain) -> bool {
    steps_of(one, grain).eq(steps_of(other, grain))
        && one.outcomes.iter().zip(&other.outcomes).all(|(a, b)| a.refusal == b.refusal)
}

/// Amounts at which the repayments of a day have repaid one more piece or part: there the way is likely to change.
pub(super) fn steps_of_day(run: &Run, date: Date, grain: &Grain) -> Vec<Money> {
    let mut sums: Vec<Money> = Vec::new();
    let (mut last, mut sum) = (None, Money::ZERO);
    for change in run.book.journal() {
        let Change::Entry(entry) = change else { continue };
        if entry.to != Account::Cash || entry.date != date {
            continue;
        }
        let side = side(&run.book, entry.from, grain);
        if last.is_some_and(|last| last != side) {
            sums.push(sum);
        }
        sum += entry.amount;
        last = Some(side);
    }
    sums
}
