//! What is usable on a day, and what each missing part waits for.
//!
//! The missing part for sure is what principal takes and what is held: each piece of it is followed through the
//! journal to the entry that gives it back. What is not here: days after the end of the run.

use crate::date::Date;
use crate::engine::Run;
use crate::ledger::{
    About, Account, Book, Cause, Change, Entry, FreezeKind, ItemNo, LimitPart, Line, Place, Reading,
};
use crate::money::Money;
use crate::report;
use crate::terms::BillPart;

use super::study::{Study, available_on};
use super::{Answer, Found, Status};

/// What a missing part waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitKind {
    /// Principal on a bill: its repayment.
    Billed,
    /// Principal that is on no bill yet, or moved off one: its repayment.
    Unbilled,
    /// Principal of plan rows that are on no bill yet.
    PlanRows,
    /// The window of a refund.
    RefundHold,
    /// The lag after a repayment.
    RepaymentLag,
    /// The day on which the whole limit is worked out anew.
    Reset,
    /// The end of a freeze.
    Freeze,
}

/// A missing part of the limit.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitingFor {
    /// What it waits for.
    pub kind: WaitKind,
    /// What that concerns.
    pub about: About,
    /// For a freeze, which.
    pub freeze: Option<FreezeKind>,
    /// How much is missing for that.
    pub amount: Money,
    /// The first days on which it is usable in this run, at best and for sure.
    pub days: [Option<Date>; 2],
}

/// What is usable on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct UsableOn {
    /// The day.
    pub date: Date,
    /// At its end, at best and for sure.
    pub available: [Money; 2],
    /// What the rest waits for, for sure.
    pub waiting: Vec<WaitingFor>,
}

pub(super) fn answer(study: &mut Study<'_>, date: Date) -> Answer {
    let trial = study.as_it_is(date);
    let available = available_on(&trial, date);
    let waiting = waiting_for(&trial.run, date);
    let found = UsableOn { date, available, waiting };
    Answer { status: Status::Found, found: Found::UsableOn(found), scenario: trial.scenario }
}

fn waiting_for(run: &Run, date: Date) -> Vec<WaitingFor> {
    let lots = Reading::ALL.map(|reading| Lots::of(run, reading));
    let mut found = Debts::on(&run.book, date).waiting(&run.book, date, &lots);
    let [possible, guaranteed] = &lots;
    found.extend(guaranteed.held_on(date).map(|lot| WaitingFor {
        kind: lot.kind,
        about: lot.about,
        freeze: None,
        amount: lot.amount,
        days: [possible.twin_of(lot), lot.released],
    }));
    found.extend(freezes(run, date));
    found
}

/// Freezes in force for sure, each with what it keeps from being spent.
fn freezes(run: &Run, date: Date) -> Vec<WaitingFor> {
    let days = report::limit_days(&run.book);
    let Some(row) = days.iter().rev().find(|row| row.date <= date) else { return Vec::new() };
    let amount = (row.limit[1] - row.used - row.held[1]).not_negative();
    let holds =
        |freeze: &&crate::engine::Freeze| freeze.from <= date && freeze.ends[1].is_none_or(|end| end > date);
    run.freezes
        .iter()
        .filter(holds)
        .map(|freeze| WaitingFor {
            kind: WaitKind::Freeze,
            about: About::Account,
            freeze: Some(freeze.kind),
            amount,
            days: freeze.ends,
        })
        .collect()
}

/// An amount of limit that was held once.
#[derive(Clone, Copy)]
struct Lot {
    kind: WaitKind,
    about: About,
    amount: Money,
    held: Date,
    released: Option<Date>,
}

/// Everything that was held on a reading. The end of a hold has the amount and the subject of its beginning.
struct Lots(Vec<Lot>);

impl Lots {
    fn of(run: &Run, reading: Reading) -> Lots {
        let mut lots: Vec<Lot> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for entry in entries(&run.book) {
            let (Account::Limit(readings, from), Account::Limit(_, to)) = (entry.from, entry.to) else {
                continue;
            };
            let (true, Line::Limit(cause)) = (readings.include(reading), entry.line) else { continue };
            let (kind, about, amount) = (kind_of(cause), entry.about, entry.amount);
            if to == LimitPart::Held {
                open.push(lots.len());
                lots.push(Lot { kind, about, amount, held: entry.date, released: None });
            } else if from == LimitPart::Held {
                let is_it = |&lot: &usize| {
                    (lots[lot].kind, lots[lot].about, lots[lot].amount) == (kind, about, amount)
                };
                if let Some(place) = open.iter().position(is_it) {
                    lots[open.remove(place)].released = Some(entry.date);
                }
            }
        }
        Lots(lots)
    }

    fn held_on(&self, date: Date) -> impl Iterator<Item = &Lot> {
        self.0.iter().filter(move |lot| lot.held <= date && lot.released.is_none_or(|end| end > date))
    }

    /// When the same was usable on this reading: at once where it was never held.
    fn twin_of(&self, other: &Lot) -> Option<Date> {
        let same = |lot: &&Lot| {
            (lot.kind, lot.about, lot.held) == (other.kind, other.about, other.held)
                && (lot.amount == other.amount || other.kind == WaitKind::Reset)
        };
        self.0.iter().find(same).map_or(Some(other.held), |lot| lot.released)
    }

    /// When principal that an entry took off a debt is usable.
    fn usable_from(&self, entry: &Entry) -> Option<Date> {
        let refund = entry.to == Account::Refunds;
        let same = |lot: &&Lot| {
            (lot.about, lot.held) == (entry.about, entry.date)
                && (lot.kind == WaitKind::RefundHold) == refund
                && lot.kind != WaitKind::Reset
        };
        self.0.iter().find(same).map_or(Some(entry.date), |lot| lot.released)
    }
}

fn kind_of(cause: Cause) -> WaitKind {
    match cause {
        Cause::RefundHeld | Cause::RefundUsable => WaitKind::RefundHold,
        Cause::Reset | Cause::ResetOver => WaitKind::Reset,
        _ => WaitKind::RepaymentLag,
    }
}

fn entries(book: &Book) -> impl Iterator<Item = &Entry> {
    book.journal().iter().filter_map(|change| match change {
        Change::Entry(entry) => Some(entry),
        Change::Freeze(..) => None,
    })
}

/// A piece of principal at the end of a day.
#[derive(Clone, Copy)]
struct Debt {
    balance: Money,
    place: Place,
    /// The group of pieces that wait for the same.
    group: Option<usize>,
}

/// All principal at the end of a day, by piece.
struct Debts(Vec<Debt>);

/// Pieces of principal that wait for the same, on their way to being usable.
struct Group {
    kind: WaitKind,
    about: About,
    amount: Money,
    left: Money,
    days: [Option<Date>; 2],
}

impl Debts {
    fn on(book: &Book, date: Date) -> Debts {
        let mut debts = Debts(Vec::new());
        for entry in entries(book).take_while(|entry| entry.date <= date) {
            if let Account::Debt(item, _) = entry.from {
                debts.at(item).balance -= entry.amount;
            }
            if let Account::Debt(item, place) = entry.to {
                debts.at(item).balance += entry.amount;
                debts.at(item).place = place;
            }
        }
        debts
    }

    fn at(&mut self, item: ItemNo) -> &mut Debt {
        if self.0.len() <= item.index() {
            let nothing = Debt { balance: Money::ZERO, place: Place::Unbilled, group: None };
            self.0.resize(item.index() + 1, nothing);
        }
        &mut self.0[item.index()]
    }

    /// The principal by what it waits for, followed to the days on which it is usable.
    fn waiting(mut self, book: &Book, date: Date, lots: &[Lots; 2]) -> Vec<WaitingFor> {
        let mut groups: Vec<Group> = Vec::new();
        for index in 0..self.0.len() {
            self.join(book, ItemNo(index as u32), &mut groups);
        }
        for entry in entries(book).skip_while(|entry| entry.date <= date) {
            self.follow(book, entry, lots, &mut groups);
        }
        let waiting = |group: Group| WaitingFor {
            kind: group.kind,
            about: group.about,
            freeze: None,
            amount: group.amount,
            days: if group.left.is_zero() { group.days } else { [None; 2] },
        };
        groups.into_iter().map(waiting).collect()
    }

    fn join(&mut self, book: &Book, no: ItemNo, groups: &mut Vec<Group>) {
        let (item, debt) = (book.item(no), *self.at(no));
        if item.part != BillPart::Principal || !debt.balance.is_positive() {
            return;
        }
        let (kind, about) = match (debt.place, item.row, item.origin, item.purchase) {
            (Place::Billed(bill), ..) => (WaitKind::Billed, About::Bill(bill)),
            (Place::Planned, Some((plan, _)), ..) => (WaitKind::PlanRows, About::Plan(plan)),
            (Place::Moved, _, Some(bill), _) => (WaitKind::Unbilled, About::Bill(bill)),
            (.., Some(purchase)) => (WaitKind::Unbilled, About::Purchase(purchase)),
            _ => (WaitKind::Unbilled, About::Account),
        };
        let place = groups.iter().position(|group| (group.kind, group.about) == (kind, about));
        let place = place.unwrap_or_else(|| {
            let (amount, left, days) = (Money::ZERO, Money::ZERO, [Some(crate::date::FIRST); 2]);
            groups.push(Group { kind, about, amount, left, days });
            groups.len() - 1
        });
        groups[place].amount += debt.balance;
        groups[place].left += debt.balance;
        self.at(no).group = Some(place);
    }

    /// What an entry after the day does to a piece that was owed on it.
    fn follow(&mut self, book: &Book, entry: &Entry, lots: &[Lots; 2], groups: &mut [Group]) {
        let Account::Debt(item, _) = entry.from else { return };
        let Some(group) = self.at(item).group else { return };
        match entry.to {
            Account::Debt(other, _) if other == item => {}
            Account::Debt(other, _) if book.item(other).part == BillPart::Principal => {
                self.at(other).group = Some(group);
            }
            _ => {
                let group = &mut groups[group];
                group.left -= entry.amount;
                for (day, lots) in group.days.iter_mut().zip(lots) {
                    *day = day.zip(lots.usable_from(entry)).map(|(day, other)| day.max(other));
                }
            }
        }
    }
}
